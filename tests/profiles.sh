#!/bin/sh
# The profiles of other people's tools: each mention is at its offsets, with its
# words, what it is linked to, and what surrounds it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
article=$SRCDIR/tests/data/kosovo-serbia.txt
rows() { # file, query: rows without their header
  $NEWSGRAPH query -f tsv "$dir/$1" "$2" | tail -n +2
}
count() { rows "$@" | wc -l | tr -d ' '; }
oa='PREFIX oa: <http://www.w3.org/ns/oa#>'
fise='PREFIX fise: <http://fise.iks-project.eu/ontology/> PREFIX dc: <http://purl.org/dc/terms/>'

for profile in oa fise; do
  $NEWSGRAPH graph --profile $profile -o "$dir/$profile.nt" "$article" || fail "profile $profile"
  $NEWSGRAPH graph --profile $profile -f turtle "$article" | $NEWSGRAPH query -f tsv - 'SELECT * { ?s ?p ?o }' >"$dir/ttl" ||
    fail "profile $profile as Turtle"
  [ "$(sed 1d "$dir/ttl" | sort -u | wc -l)" -eq "$(sort -u "$dir/$profile.nt" | wc -l)" ] || fail "$profile as Turtle: other triples"
  grep -q 'ns#event\|sem:Event\|nif-core' "$dir/$profile.nt" && fail "$profile holds what its tools do not know"
done
mentions=$($NEWSGRAPH mentions "$article" | tr '{' '\n' | grep -c '"span"')
times=$($NEWSGRAPH mentions "$article" | sed 's/.*"times"//' | tr '{' '\n' | grep -c '"span"')
want=$((mentions - times))

# --- Web Annotation: one body, one target with a source and two selectors
[ "$(count oa.nt "$oa SELECT ?a ?b ?s { ?a a oa:Annotation ; oa:hasBody ?b ; oa:motivatedBy oa:identifying ; oa:hasTarget ?t .
  ?t a oa:SpecificResource ; oa:hasSource ?s ; oa:hasSelector ?p , ?q . ?p a oa:TextPositionSelector . ?q a oa:TextQuoteSelector }")" \
  -eq "$want" ] || fail "not an annotation a mention"
rows oa.nt "$oa SELECT ?begin ?end ?exact ?before ?after { ?t oa:hasSelector ?p , ?q . ?p oa:start ?begin ; oa:end ?end .
  ?q oa:exact ?exact ; oa:prefix ?before ; oa:suffix ?after }" >"$dir/oa.tsv"
# --- Stanbol: a text annotation a mention, an entity annotation where linked
[ "$(count fise.nt "$fise SELECT ?t ?s ?c { ?t a fise:Enhancement , fise:TextAnnotation ; fise:extracted-from ?s ; fise:confidence ?c ;
  fise:selection-context ?x ; dc:creator ?w }")" -eq "$want" ] || fail "not a text annotation a mention"
linked=$(count fise.nt "$fise SELECT ?e ?r ?l { ?e a fise:EntityAnnotation ; dc:relation ?t ; fise:entity-reference ?r ; fise:entity-label ?l }")
if [ "$linked" -le 30 ] || [ "$linked" -gt "$want" ]; then fail "$linked entity annotations"; fi
[ "$(count fise.nt "$fise SELECT ?t { ?t dc:type <http://dbpedia.org/ontology/Person> ; fise:selected-text \"Macron\" }")" -gt 0 ] ||
  fail "no person among Stanbol's types"
rows fise.nt "$fise SELECT ?begin ?end ?exact { ?t fise:start ?begin ; fise:end ?end ; fise:selected-text ?exact }" >"$dir/fise.tsv"

if python3 -c 'import re' 2>/dev/null; then
  python3 - "$article" "$dir/oa.tsv" "$dir/fise.tsv" <<'EOF' || fail "words are not at their offsets"
import re, sys
text = open(sys.argv[1], encoding='utf-8', newline='').read()
seen = 0
for path in sys.argv[2:]:
    for line in open(path, encoding='utf-8'):
        cells = [re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m.group(1), m.group(1)),
                        re.match(r'"(.*)"', c).group(1)) for c in line.rstrip('\n').split('\t')]
        begin, end = int(cells[0]), int(cells[1])
        assert text[begin:end] == cells[2], cells
        if len(cells) > 3:
            assert text[max(0, begin - 32):begin] == cells[3], cells
            assert text[end:end + 32] == cells[4], cells
        seen += 1
assert seen > 60, seen
EOF
fi

# A title of its own has its own source, and offsets in it.
printf '{"id":"t","title":"Serbia and Kosovo","date":"2020-07-12","text":"Kosovo waits."}\n' >"$dir/t.jsonl"
$NEWSGRAPH graph --profile oa -o "$dir/title.nt" "$dir/t.jsonl"
[ "$(count title.nt "$oa SELECT ?s { ?t oa:hasSource ?s ; oa:hasSelector ?p . ?p oa:start ?b FILTER (?b = 0) }")" -eq 2 ] ||
  fail "title and body do not both begin at 0"
[ "$(rows title.nt "$oa SELECT DISTINCT ?s { ?t oa:hasSource ?s }" | grep -c '#title>')" -eq 1 ] || fail "no source for the title"
exit $fails
