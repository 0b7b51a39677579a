#!/bin/sh
# The graphs of the example articles conform to ontology/shapes.ttl, and graphs
# that lie do not: as `newsgraph verify --shapes` sees it and, where it is
# installed, pySHACL (a package of PyPI; READERS names a python3 that has it).
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL
shapes=$SRCDIR/ontology/shapes.ttl
verify() { $NEWSGRAPH verify --shapes "$@" 2>"$dir/said"; }
conforms() { # description, graphs
  what=$1
  shift
  verify "$@" >"$dir/sum" || fail "$what: $(head -n 20 "$dir/said") $(cat "$dir/sum")"
}

articles="$SRCDIR/tests/data/*.txt $SRCDIR/tests/data/baltic.jsonl"
for profile in full facts nif oa fise; do
  # shellcheck disable=SC2086 # a list of files
  $NEWSGRAPH graph --profile $profile -f ntriples -o "$dir/$profile.nt" $articles || fail "graph $profile"
  conforms "profile $profile" "$dir/$profile.nt"
done
# shellcheck disable=SC2086
$NEWSGRAPH graph --profile full --schema-http -f ntriples -o "$dir/http.nt" $articles
conforms "--schema-http" "$dir/http.nt"
for nt in "$SRCDIR"/tests/golden/*.nt; do
  conforms "$nt" "$nt"
done
# shellcheck disable=SC2086
$NEWSGRAPH graph --profile full --with-text -f trig -o "$dir/all.trig" $articles
conforms "a union of graphs" "$dir/all.trig"
conforms "graphs of several files" "$dir/full.nt" "$dir/full.nt"
check "what is looked at" yes "$(sed -n 's/^\([0-9]*\) nodes, 0 violations$/\1/p' "$dir/sum" | awk '$1 > 1500 { print "yes" }')"

# --- every predicate that is written has its place in the shapes
sed -n 's/^@prefix \([a-z]*:\) <\(.*\)> \.$/\1 \2/p' "$shapes" >"$dir/prefixes"
cut -d ' ' -f 2 "$dir"/*.nt | sort -u | sed 's/^<\(.*\)>$/\1/' | while read -r iri; do
  name=$(awk -v iri="$iri" 'index(iri, $2) == 1 { print $1 substr(iri, length($2) + 1) }' "$dir/prefixes")
  grep -v '^#' "$shapes" | grep -qE "(^|[ ,])${name:-$iri}([ ,]|$)" || echo "$iri"
done >"$dir/missing"
[ ! -s "$dir/missing" ] || fail "no shape speaks of: $(tr '\n' ' ' <"$dir/missing")"

# --- lies: each is found, at its node, by its shape
nt=$SRCDIR/tests/golden/kosovo-serbia.nt
ns=https://w3id.org/newsgraph/ns#
nif=http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#
its=http://www.w3.org/2005/11/its/rdf#
first() { sed -n "s!$1!\\1!p" "$nt" | head -n 1; }
event=$(first "^\(<[^>]*#event-[^>]*>\) <${ns}standing> <${ns}Established> \.$")
claim=$(first "^\(<[^>]*#claim-[^>]*>\) <${ns}standing> <${ns}Established> \.$")
office=$(first "^\(<[^>]*#office-[^>]*>\) <${ns}officeStatus> <${ns}Current> \.$")
mention=$(first "^\(<[^>]*>\) <${its}taConfidence> .*")
article=$(first "^\(<[^>]*>\) <https://schema.org/datePublished> .*")
actor=$(first "^<[^>]*#event-[^>]*> <${ns}mediator> <http://www.wikidata.org/entity/\([^>]*\)> \.$")
for found in "$event" "$claim" "$office" "$mention" "$article" "$actor"; do
  [ -n "$found" ] || fail "the golden graph lacks what is to be broken"
done
integer='^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>'
decimal='^^<http://www.w3.org/2001/XMLSchema#decimal>'
date='^^<http://www.w3.org/2001/XMLSchema#date>'
n=0
lie() { # name, node, shape, path and constraint; the broken graph is standard input
  n=$((n + 1))
  cat >"$dir/lie-$n.nt"
  cmp -s "$nt" "$dir/lie-$n.nt" && fail "$1: nothing was broken"
  verify "$dir/lie-$n.nt" >"$dir/sum"
  check "$1" 1 $?
  grep -F ": $2: $3: " "$dir/said" | grep -qF "$4" || fail "$1: no '$2: $3: $4' in: $(head -n 5 "$dir/said")"
  echo "$(sed -n 's/.* nodes, \([0-9]*\) violations/\1/p' "$dir/sum") $dir/lie-$n.nt" >>"$dir/lies"
}
broken() { # what is broken, how: a graph in $dir/broken
  case $1 in
  without) grep -vF "$2" "$nt" ;;
  with)
    cat "$nt"
    shift
    printf '%s .\n' "$@"
    ;;
  instead) sed "s|^$2 .*|$2 $3 .|" "$nt" ;;
  esac >"$dir/broken"
}

broken without "$event <${ns}standing>"
lie "no standing" "$event" shape:Statement "ng:standing: sh:minCount 1" <"$dir/broken"
broken with "$event <${ns}standing> <${ns}Planned>"
lie "two standings" "$event" shape:Statement "ng:standing: sh:maxCount 1" <"$dir/broken"
broken instead "$event <${ns}status>" "<${ns}Happened>"
lie "no such status" "$event" shape:Event "ng:status ng:Happened: sh:in" <"$dir/broken"
broken instead "$event <${ns}status>" "<${ns}Scheduled>"
lie "a plan as a fact" "$event" shape:Fact "" <"$dir/broken"
broken with "$event <${ns}voice> <http://www.wikidata.org/entity/Q458>"
lie "hearsay as a fact" "$event" shape:Fact "" <"$dir/broken"
broken instead "$claim <${ns}polarity>" "<${ns}Negative>"
lie "a denial as a fact" "$claim" shape:Fact "" <"$dir/broken"
broken without "$claim <${ns}evidence>"
lie "no evidence" "$claim" shape:Statement "ng:evidence: sh:minCount 1" <"$dir/broken"
broken with "$claim <${ns}evidence> <http://e/x>"
lie "evidence that is no span" "<http://e/x>" shape:Span "sh:pattern" <"$dir/broken"
broken instead "$claim <${ns}source>" "<http://e/x>"
lie "no such article" "$claim" shape:Statement "ng:source <http://e/x>: sh:or does not hold: its source is no article" <"$dir/broken"
broken instead "$mention <${nif}beginIndex>" "\"99999\"$integer"
lie "a span backwards" "$mention" shape:Span "nif:beginIndex 99999: sh:lessThan" <"$dir/broken"
broken instead "$mention <${nif}beginIndex>" "\"-1\"$integer"
lie "before the text" "$mention" shape:Span "nif:beginIndex -1: sh:datatype" <"$dir/broken"
broken instead "$mention <${nif}anchorOf>" '""'
lie "no words" "$mention" shape:Span 'nif:anchorOf "": sh:minLength 1' <"$dir/broken"
broken instead "$mention <${its}taConfidence>" "\"1.5\"$decimal"
lie "surer than sure" "$mention" shape:Mention "itsrdf:taConfidence 1.5: sh:maxInclusive 1.0" <"$dir/broken"
broken instead "$mention <${its}taIdentRef>" '"Serbia"'
lie "linked to a word" "$mention" shape:Mention 'itsrdf:taIdentRef "Serbia": sh:nodeKind' <"$dir/broken"
broken without "<http://www.wikidata.org/entity/Q1246> <http://www.w3.org/2000/01/rdf-schema#label>"
lie "an entity without a name" wd:Q1246 shape:Entity "rdfs:label: sh:minCount 1" <"$dir/broken"
broken without "<http://semanticweb.cs.vu.nl/2009/11/sem/hasActor> <http://www.wikidata.org/entity/$actor>"
lie "a role and no part" "wd:$actor" shape:Actor "^sem:hasActor: sh:minCount 1" <"$dir/broken"
broken with "$event <${ns}earliest> \"2020-07-13\"$date" "$event <${ns}latest> \"2020-07-12\"$date"
lie "the end before the beginning" "$event" shape:Event "ng:earliest 2020-07-13: sh:lessThanOrEquals" <"$dir/broken"
broken instead "$office <${ns}officeStatus>" "<${ns}Former>"
lie "a former one who is in office" "$office" shape:OfficeHolding "sh:or" <"$dir/broken"
broken instead "$article <https://schema.org/datePublished>" "\"2020-07-32\"$date"
lie "no such day" "$article" shape:Article 'schema:datePublished 2020-07-32: sh:datatype' <"$dir/broken"

# --- pySHACL says the same of all these: so many results, of so many nodes
cat >"$dir/other.py" <<'EOF'
import logging
import sys
import pyshacl
import rdflib
SH = rdflib.Namespace('http://www.w3.org/ns/shacl#')
shapes = rdflib.Graph().parse(sys.argv[1])
wanted = [line.split() for line in open(sys.argv[2])] + [('0', path) for path in sys.argv[3:]]
logging.disable(logging.ERROR)  # a date that is none is told with a traceback
wrong = 0
for count, path in wanted:
    graph = rdflib.Graph().parse(path, format='nt')
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    whole = report.value(predicate=rdflib.RDF.type, object=SH.ValidationReport)
    found = len(list(report.objects(whole, SH.result)))
    if conforms != (count == '0') or found != int(count):
        print('FAIL: %s: pySHACL has %d results, we %s' % (path, found, count))
        wrong = 1
print('pySHACL %s: the same of %d graphs' % (pyshacl.__version__, len(wanted)))
sys.exit(wrong)
EOF
python=${READERS:-python3}
if $python -c 'import pyshacl' 2>/dev/null; then
  $python "$dir/other.py" "$shapes" "$dir/lies" "$dir/facts.nt" "$dir/oa.nt" "$dir/fise.nt" "$dir/nif.nt" "$dir/http.nt" || fails=1
else
  echo "SKIP: no pySHACL here (pip install pyshacl): only our own checker has looked"
fi

# --- shapes of one's own, and those that are not understood
cat >"$dir/own.ttl" <<'EOF'
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <https://schema.org/> .
@prefix e: <http://e/> .
e:Titled a sh:NodeShape ; sh:targetClass schema:NewsArticle ; sh:property e:headline .
e:headline sh:path schema:headline ; sh:minCount 1 ; sh:message "an article has a headline" .
EOF
$NEWSGRAPH verify "--shapes=$dir/own.ttl" "$nt" >"$dir/sum" 2>"$dir/said"
check "shapes of one's own" "1 1 nodes, 1 violations" "$? $(cat "$dir/sum")"
grep -q '<http://e/headline>: schema:headline: sh:minCount 1 does not hold: an article has a headline$' "$dir/said" ||
  fail "a named property: $(cat "$dir/said")"
refused() { # description, what is said; the rest of a shape is standard input
  {
    echo '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e/> . @prefix schema: <https://schema.org/> .'
    echo 'e:S a sh:NodeShape ; sh:targetClass schema:NewsArticle ;'
    cat
  } >"$dir/odd.ttl"
  $NEWSGRAPH verify "--shapes=$dir/odd.ttl" "$nt" >"$dir/sum" 2>"$dir/said"
  check "$1" "1 0" "$? $(wc -l <"$dir/sum" | tr -d ' ')"
  grep -q "$2" "$dir/said" || fail "$1: $(cat "$dir/said")"
}
echo 'sh:closed true .' | refused "closed" 'shacl#closed>, which is not understood'
echo 'sh:sparql [ sh:select "x" ] .' | refused "SPARQL" 'shacl#s[a-z]*>, which is not understood'
echo 'sh:property [ sh:path ( schema:about schema:name ) ] .' | refused "a path of two steps" 'a path of several steps'
printf '%s\n' 'sh:pattern "\\d+" .' | refused "a pattern of XPath" 'not understood'
echo 'sh:pattern "(" .' | refused "a broken pattern" "broken pattern '('"
echo 'sh:property [ sh:path schema:about ; sh:minCount "many" ] .' | refused "a count that is none" "shapes count to 'many'"
echo 'sh:node e:S .' | refused "a circle" 'in a circle'
echo 'a <http://www.w3.org/2000/01/rdf-schema#Class> .' | refused "a class that is a shape" 'not understood'
echo 'sh:nodeKind sh:IRI . e:x e:y' | refused "broken Turtle" 'odd.ttl'
: >"$dir/empty.ttl"
$NEWSGRAPH verify "--shapes=$dir/empty.ttl" "$nt" >/dev/null 2>"$dir/said"
check "no shapes" 1 $?
$NEWSGRAPH verify "--shapes=$dir/none.ttl" "$nt" >/dev/null 2>&1
check "no file of shapes" 1 $?
verify "$dir/none.nt" >/dev/null
check "no graph" 1 $?
verify "$nt" "$dir/none.nt" >/dev/null
check "one graph of two" 1 $?
$NEWSGRAPH verify --shapes 2>/dev/null
check "of nothing" 2 $?
$NEWSGRAPH verify "$nt" 2>/dev/null
check "neither text nor shapes" 2 $?
# beside the spans
$NEWSGRAPH verify "$nt" --text "$SRCDIR/tests/data/kosovo-serbia.txt" --shapes >"$dir/sum"
check "spans and shapes" "0 2" "$? $(wc -l <"$dir/sum" | tr -d ' ')"
$NEWSGRAPH verify -q "$nt" --shapes >"$dir/sum"
check "quiet" "0 0" "$? $(wc -l <"$dir/sum" | tr -d ' ')"
if [ -w /dev/full ]; then
  $NEWSGRAPH verify "$nt" --shapes >/dev/full 2>/dev/null
  check "full disk" 1 $?
fi
exit $fails
