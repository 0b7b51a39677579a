#!/bin/sh
# What we write, read by programs that others wrote: each profile by a tool of
# its field, each format by parsers of different origin.  Whatever is not
# installed is skipped, and said: scripts/check-readers.sh --install fetches all.
#
#   READERS       a python3 with their modules; default: python3
#   READERS_NODE  a folder with node_modules; default: none
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL
skipped=0 ran=0
python=${READERS:-python3}
skip() {
  echo "SKIP: $1 is not here: $2"
  skipped=$((skipped + 1))
}
has() { # modules of Python
  for module in "$@"; do
    "$python" -c "import $module" 2>/dev/null || return 1
  done
}
run() { # name; the rest runs
  name=$1
  shift
  ran=$((ran + 1))
  "$@" >"$dir/said" 2>&1 && { tail -n 1 "$dir/said"; return 0; }
  fail "$name: $(tail -n 5 "$dir/said")"
}

# Beyond the first plane, beside quotes and newlines; with a title and without.
printf '%s\n' '{"id":"odd","url":"https://news.example.org/a?b=1&c=é","title":"Serbia 😀 and \"Kosovo\"","date":"2020-07-12","text":"😀 Emmanuel Macron met Angela Merkel\nin Paris on July 10. \"Serbia\\Kosovo\", said Macron, \"will talk on July 16.\""}' >"$dir/odd.jsonl"
articles="$SRCDIR/tests/data/*.txt $SRCDIR/tests/data/baltic.jsonl $dir/odd.jsonl"
graph() { # options
  # shellcheck disable=SC2086 # a list of files
  $NEWSGRAPH graph "$@" $articles
}
# What the articles say, for offsets: their IRIs and texts.
graph --profile nif -f nquads -o "$dir/texts.nq"

# --- formats: the same triples, whoever reads them
graph --profile full --with-text -f nquads -o "$dir/all.nq"
graph --profile full --with-text -f ntriples -o "$dir/all.nt"
for f in turtle:ttl trig:trig jsonld:jsonld rdfxml:rdf; do
  graph --profile full --with-text -f "${f%:*}" -o "$dir/all.${f#*:}"
done
n=$(sort -u "$dir/all.nt" | wc -l | tr -d ' ')

whole() { # name: nothing was complained of, nothing is lacking
  lines=$(wc -l <"$dir/got" | tr -d ' ')
  if [ -s "$dir/err" ] || [ "$lines" != "$n" ]; then
    fail "$1: $lines of $n, $(head -n 3 "$dir/err")"
  fi
}

if command -v rapper >/dev/null; then
  for f in ntriples:nt turtle:ttl rdfxml:rdf; do
    rapper -q -i "${f%:*}" -o ntriples "$dir/all.${f#*:}" 2>"$dir/err" | sort -u >"$dir/got"
    whole "raptor and ${f%:*}"
  done
  echo "raptor: $n triples of N-Triples, Turtle and RDF/XML" && ran=$((ran + 1))
else
  skip raptor "raptor2-utils"
fi
if command -v serdi >/dev/null; then
  for f in ntriples:nt turtle:ttl; do
    serdi -i "${f%:*}" -o ntriples "$dir/all.${f#*:}" 2>"$dir/err" | sort -u >"$dir/got"
    whole "serd and ${f%:*}"
  done
  for f in nquads:nq trig:trig; do
    serdi -i "${f%:*}" -o nquads "$dir/all.${f#*:}" 2>"$dir/err" | sort -u >"$dir/got-${f%:*}"
    [ ! -s "$dir/err" ] || fail "serd and ${f%:*}: $(head -n 3 "$dir/err")"
  done
  cmp -s "$dir/got-nquads" "$dir/got-trig" || fail "serd: N-Quads and TriG differ"
  echo "serd: $n triples of N-Triples and Turtle; N-Quads and TriG the same" && ran=$((ran + 1))
else
  skip serd "serdi"
fi

cat >"$dir/formats.py" <<'EOF'
import sys
which, folder, wanted = sys.argv[1], sys.argv[2], int(sys.argv[3])
seen = {}
if which == 'rdflib':
    import rdflib
    version = rdflib.__version__
    for name, kind in (('nt', 'nt'), ('ttl', 'turtle'), ('rdf', 'xml'), ('nq', 'nquads'), ('trig', 'trig'), ('jsonld', 'json-ld')):
        graph = rdflib.Dataset(default_union=True)
        graph.parse('%s/all.%s' % (folder, name), format=kind)
        seen[name] = {(s, p, o) for s, p, o, _ in graph.quads()}
else:
    import pyoxigraph as ox
    version = ox.__version__
    for name in 'nt ttl rdf nq trig jsonld'.split():
        quads = ox.parse(path='%s/all.%s' % (folder, name))
        seen[name] = {(q.subject, q.predicate, q.object) for q in quads}
for name, triples in seen.items():
    assert triples == seen['nt'], '%s: %s' % (name, list(triples ^ seen['nt'])[:3])
assert len(seen['nt']) == wanted, (len(seen['nt']), wanted)
print('%s %s: %d triples, the same of six formats' % (which, version, wanted))
EOF
for module in rdflib pyoxigraph; do
  if has $module; then
    run "$module" "$python" "$dir/formats.py" "$module" "$dir" "$n"
  else
    skip "$module" "pip install $module"
  fi
done

# --- nif: pynif
graph --profile nif -f turtle -o "$dir/nif.ttl"
cat >"$dir/nif.py" <<'EOF'
import sys
import pynif
collection = pynif.NIFCollection.loads(open(sys.argv[1], encoding='utf-8').read(), format='turtle')
n = 0
for context in collection.contexts:
    text = context.mention
    assert text and context.beginIndex == 0 and context.endIndex == len(text), context.uri
    for phrase in context.phrases:
        assert text[phrase.beginIndex:phrase.endIndex] == phrase.mention, phrase
        assert phrase.taIdentRef.startswith('http'), phrase
        assert '#entity-' in phrase.taIdentRef if phrase.score is None else 0 < phrase.score <= 1, phrase
        assert str(phrase.context) == str(context.uri), phrase
        n += 1
# eight articles; a title of its own is a context as well
assert len(collection.contexts) >= 9 and n > 200, (len(collection.contexts), n)
assert 'Emmanuel Macron' in {p.mention for c in collection.contexts for p in c.phrases if c.mention[0] == '\U0001f600'}
print('pynif: %d contexts, %d phrases at their offsets' % (len(collection.contexts), n))
EOF
if has pynif rdflib; then
  run "nif by pynif" "$python" "$dir/nif.py" "$dir/nif.ttl"
else
  skip pynif "pip install pynif six"
fi

# --- oa: JSON-LD by PyLD, then the selectors of Apache Annotator find the words
graph --profile oa -f jsonld -o "$dir/oa.jsonld"
cat >"$dir/oa.py" <<'EOF'
import json
import sys
from pyld import jsonld
OA = 'http://www.w3.org/ns/oa#'
# The names of the W3C's context for annotations that are needed here.
context = {'oa': OA, 'Annotation': 'oa:Annotation', 'SpecificResource': 'oa:SpecificResource',
           'TextPositionSelector': 'oa:TextPositionSelector', 'TextQuoteSelector': 'oa:TextQuoteSelector',
           'id': '@id', 'type': '@type', 'start': {'@id': 'oa:start', '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger'},
           'end': {'@id': 'oa:end', '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger'},
           'exact': 'oa:exact', 'prefix': 'oa:prefix', 'suffix': 'oa:suffix',
           'body': {'@id': 'oa:hasBody', '@type': '@id'}, 'target': {'@id': 'oa:hasTarget', '@type': '@id'},
           'source': {'@id': 'oa:hasSource', '@type': '@id'}, 'selector': {'@id': 'oa:hasSelector', '@type': '@id'}}
def of(value):
    return value if isinstance(value, list) else [value]
frame = {'@context': context, '@type': 'Annotation', 'body': {'@embed': '@never'},
         'target': {'source': {'@embed': '@never'}, 'selector': {'@embed': '@always'}}}
framed = jsonld.frame(json.load(open(sys.argv[1], encoding='utf-8')), frame)
texts = {}
from rdflib import Dataset, Namespace
NIF = Namespace('http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#')
for s, _, o, _ in Dataset().parse(sys.argv[2], format='nquads').quads((None, NIF.isString, None, None)):
    texts[str(s)] = str(o)
out = []
for a in of(framed.get('@graph', framed)):
    target = a['target']
    selectors = {s['type']: s for s in target['selector']}
    position, quote = selectors['TextPositionSelector'], selectors['TextQuoteSelector']
    source = target['source'] if isinstance(target['source'], str) else target['source']['id']
    text = texts[source]
    begin, end = int(position['start']), int(position['end'])
    assert text[begin:end] == quote['exact'], a
    assert text[:begin].endswith(quote.get('prefix', '')) and text[end:].startswith(quote.get('suffix', '')), a
    out.append({'text': text, 'position': {'type': 'TextPositionSelector', 'start': begin, 'end': end},
                'quote': {k: quote[k] for k in ('type', 'exact', 'prefix', 'suffix') if k in quote}})
assert len(out) > 200, len(out)
json.dump(out, open(sys.argv[3], 'w'))
print('PyLD: %d annotations framed, words at their offsets' % len(out))
EOF
cat >"$dir/annotator.mjs" <<'EOF'
import { readFileSync } from 'fs';
import { createRequire } from 'module';
import { pathToFileURL } from 'url';
const require = createRequire(process.argv[2] + '/package.json');
const at = require.resolve('@apache-annotator/selector');
const { textPositionSelectorMatcher, textQuoteSelectorMatcher } = await import(pathToFileURL(at));
const chunks = (text) => ({ currentChunk: { data: text }, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false });
const ranges = async (matcher, text) => {
  const found = [];
  for await (const range of matcher(chunks(text))) found.push([range.startIndex, range.endIndex]);
  return found;
};
let n = 0;
for (const { text, position, quote } of JSON.parse(readFileSync(process.argv[3], 'utf8'))) {
  const [first] = await ranges(textPositionSelectorMatcher(position), text);
  const quotes = await ranges(textQuoteSelectorMatcher(quote), text);
  if (!first || text.slice(...first) !== quote.exact || !quotes.some((r) => r[0] === first[0] && r[1] === first[1]))
    throw new Error(`${JSON.stringify(position)} ${JSON.stringify(quote)}: ${first} ${quotes}`);
  n++;
}
console.log(`Apache Annotator: ${n} annotations found by position and by quote`);
EOF
if has pyld rdflib; then
  run "oa by PyLD" "$python" "$dir/oa.py" "$dir/oa.jsonld" "$dir/texts.nq" "$dir/oa.json"
  if [ -n "${READERS_NODE:-}" ] && [ -d "$READERS_NODE/node_modules/@apache-annotator/selector" ] && command -v node >/dev/null; then
    run "oa by Apache Annotator" node "$dir/annotator.mjs" "$READERS_NODE" "$dir/oa.json"
  else
    skip "Apache Annotator" "npm install @apache-annotator/selector"
  fi
else
  skip PyLD "pip install pyld rdflib"
fi

# --- fise: RDF/XML into rdflib, as Stanbol's Python client did, and SPARQL
graph --profile fise -f rdfxml -o "$dir/fise.rdf"
cat >"$dir/fise.py" <<'EOF'
import sys
import rdflib
graph = rdflib.Graph().parse(sys.argv[1], format='xml')
PREFIXES = 'PREFIX fise: <http://fise.iks-project.eu/ontology/> PREFIX dct: <http://purl.org/dc/terms/> '
texts = {}
NIF = rdflib.Namespace('http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#')
for s, _, o, _ in rdflib.Dataset().parse(sys.argv[2], format='nquads').quads((None, NIF.isString, None, None)):
    texts[s] = str(o)
spans = list(graph.query(PREFIXES + '''SELECT ?t ?content ?begin ?end ?words ?context ?sure { ?t a fise:Enhancement, fise:TextAnnotation ;
  fise:extracted-from ?content ; fise:start ?begin ; fise:end ?end ; fise:selected-text ?words ; fise:selection-context ?context ;
  fise:confidence ?sure ; dct:creator ?who }'''))
for t, content, begin, end, words, around, sure in spans:
    assert texts[content][begin.toPython():end.toPython()] == str(words) and str(words) in str(around), t
    assert isinstance(sure.toPython(), float) and 0 < sure.toPython() <= 1, sure
linked = list(graph.query(PREFIXES + '''SELECT ?e ?t ?iri ?label { ?e a fise:EntityAnnotation ; dct:relation ?t ; fise:entity-reference ?iri ;
  fise:entity-label ?label ; fise:entity-type ?type . ?t a fise:TextAnnotation }'''))
people = {str(w) for w, in graph.query(PREFIXES + 'SELECT ?w { ?t dct:type <http://dbpedia.org/ontology/Person> ; fise:selected-text ?w }')}
assert len(spans) > 200 and len(linked) > 200 and {'Emmanuel Macron', 'Angela Merkel'} <= people, (len(spans), len(linked))
assert {t for _, t, _, _ in linked} <= {row[0] for row in spans}
print('rdflib: %d text annotations and %d entity annotations of RDF/XML' % (len(spans), len(linked)))
EOF
if has rdflib; then
  run "fise by rdflib" "$python" "$dir/fise.py" "$dir/fise.rdf" "$dir/texts.nq"
fi

# --- tables: pandas, networkx
for table in events claims offices articles nodes edges; do
  graph -f csv --table $table -o "$dir/$table.csv"
  graph -f tsv --table $table -o "$dir/$table.tsv"
done
cat >"$dir/tables.py" <<'EOF'
import csv
import sys
import networkx
import pandas
folder = sys.argv[1]
tables = {}
for name in 'events claims offices articles nodes edges'.split():
    tables[name] = pandas.read_csv('%s/%s.csv' % (folder, name), dtype=str, keep_default_na=False)
    flat = pandas.read_csv('%s/%s.tsv' % (folder, name), dtype=str, keep_default_na=False, sep='\t', quoting=csv.QUOTE_NONE)
    assert tables[name].shape == flat.shape and list(tables[name]) == list(flat), name
events = tables['events']
assert events.event.is_unique and len(events) > 20
assert set(events[events.standing == 'Established'].status) <= {'Occurred', 'Ongoing'}
dated = events[events.date != '']
assert pandas.to_datetime(dated[dated.earliest != ''].earliest).notna().all() and len(dated) > 5
graph = networkx.from_pandas_edgelist(tables['edges'], edge_attr=['type', 'standing', 'date'], create_using=networkx.MultiDiGraph)
networkx.set_node_attributes(graph, tables['nodes'].set_index('id').to_dict('index'))
assert graph.number_of_edges() == len(tables['edges']) and all('label' in data for _, data in graph.nodes(data=True))
assert tables['nodes'].id.is_unique
networkx.write_gexf(graph, folder + '/x.gexf')  # Gephi's own format
print('pandas %s and networkx %s: six tables, %d nodes and %d edges' %
      (pandas.__version__, networkx.__version__, graph.number_of_nodes(), graph.number_of_edges()))
EOF
if has pandas networkx; then
  run "tables by pandas and networkx" "$python" "$dir/tables.py" "$dir"
else
  skip "pandas or networkx" "pip install pandas networkx"
fi
[ $skipped = 0 ] || echo "$skipped readers are not here: scripts/check-readers.sh --install fetches them"
[ $fails = 1 ] && exit 1
[ $ran != 0 ] || exit 77
exit 0
