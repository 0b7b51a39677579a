#!/bin/sh
# Binary facts, sentence by sentence: tests/data/facts.tsv has a sentence a line
# and, behind a tab, what it must yield, sorted and between semicolons:
# subject|predicate|object|standing, "!" before what is negative, "-" behind
# what has ended. Nothing means that nothing may be yielded.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL
table=$SRCDIR/tests/data/facts.tsv
tab=$(printf '\t')

cut -f1 "$table" | awk '{ gsub(/"/, "\\\""); printf "{\"id\":\"%d\",\"date\":\"2020-07-12\",\"text\":\"%s\"}\n", NR, $0 }' \
  >"$dir/articles.jsonl"
$NEWSGRAPH graph -f ntriples -o "$dir/facts.nt" "$dir/articles.jsonl" || fail graph
ask() { $NEWSGRAPH query -f csv "$dir/facts.nt" "$1" | tail -n +2 | tr -d '\r'; }

ask 'SELECT ?id ?s ?p ?o ?standing ?polarity ?until WHERE {
  ?claim a ng:Claim ; rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?b ;
    ng:standing ?standing ; ng:polarity ?polarity ; ng:source ?article .
  ?article schema:identifier ?id . ?a rdfs:label ?s . ?b rdfs:label ?o .
  OPTIONAL { ?claim ng:validUntil ?until } }' |
  sed 's|https://w3id.org/newsgraph/ns#||g' |
  awk -F, '{ print $1 "\t" ($6 == "Negative" ? "!" : "") $2 "|" $3 "|" $4 "|" $5 ($7 == "" ? "" : "-") }' |
  sort >"$dir/claims"

n=0
while IFS=$tab read -r sentence want; do
  n=$((n + 1))
  got=$(grep "^$n$tab" "$dir/claims" | cut -f2 | paste -s -d ';' -)
  [ "$got" = "$want" ] || fail "$sentence
  got  $got
  want $want"
done <"$table"
[ "$n" -ge 25 ] || fail "only $n sentences"

# What is established, positive and not ended is a plain triple; nothing else.
grep -v '	!' "$dir/claims" | grep '|Established$' | cut -f2 | sed 's/|Established$//' | sort -u >"$dir/facts"
ask 'SELECT DISTINCT ?s ?p ?o WHERE { ?a ?p ?b . ?a rdfs:label ?s . ?b rdfs:label ?o
  FILTER (?p IN (ng:recognizes, ng:doesNotRecognize, ng:memberOf, ng:formerlyPartOf, ng:partOf, ng:capital,
    ng:aspiresToJoin, ng:headOfState, ng:headOfGovernment, ng:holdsOffice, ng:memberOfParty, ng:affiliation,
    ng:spokespersonFor, ng:locatedIn, ng:citizenOf, ng:spouse, ng:founderOf)) }' |
  sed 's|https://w3id.org/newsgraph/ns#||; s/,/|/g' | sort -u >"$dir/plain"
diff "$dir/facts" "$dir/plain" >"$dir/diff" || fail "plain triples: $(cat "$dir/diff")"
# Whom a base does not say what they are may be married.
cat >"$dir/untyped.ttl" <<'TTL'
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ng: <https://w3id.org/newsgraph/ns#> .
<http://example.org/dubrow> rdfs:label "Milan Dubrow" ; ng:popularity 500 .
TTL
echo "Milan Dubrow is married to Angela Merkel." |
  $NEWSGRAPH graph -q --model fast -k "$BUILDDIR/newsgraph.kb" -k "$dir/untyped.ttl" -f csv --table claims - >"$dir/claims.csv"
check "the spouse of a name without a type" "Milan Dubrow,spouse,Angela Merkel" \
  "$(tail -n +2 "$dir/claims.csv" | cut -d, -f1-3)"

exit $fails
