#!/bin/sh
# Unknown names: listed, decided by a person, known from then on.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL
tab=$(printf '\t')

cat >"$dir/1.txt" <<'EOF'
 date 2020-07-12 Zorvan Quellmar reached Paris on Sunday. Angela Merkel waited for the Trellic Accord Group.
EOF
cat >"$dir/2.txt" <<'EOF'
 date 2020-07-13 Zorvan Quellmar left Berlin on Monday. Angela Merkel stayed.
EOF
cat >"$dir/3.txt" <<'EOF'
 date 2020-07-14 Angela Merkel met Emmanuel Macron in Paris.
EOF
cd "$dir" || exit 1
$NEWSGRAPH graph -q -f nquads -o before.nq 1.txt 2.txt 3.txt
$NEWSGRAPH curate before.nq >names.tsv
check "curate" 0 $?
check "columns" "decision${tab}name${tab}kind${tab}articles${tab}about${tab}candidates${tab}example" "$(head -n 1 names.tsv)"
check "what is in most articles comes first" "Zorvan Quellmar${tab}2" "$(sed -n 2p names.tsv | cut -f 2,4)"
check "known names are not listed" 0 "$(grep -c 'Merkel\|Berlin' names.tsv)"

# nothing decided: an overlay without an entity, and a word about it
$NEWSGRAPH curate --apply names.tsv -o none.ttl 2>err
check "nothing decided" "0 1" "$? $(grep -c 'nothing is decided' err)"

awk -F '\t' -v OFS='\t' '$2 == "Zorvan Quellmar" { $1 = "new"; $3 = "person" } { print }' names.tsv >decided.tsv
$NEWSGRAPH curate --apply decided.tsv -o overlay.ttl
check "apply" 0 $?
check "one entity" 1 "$(grep -c 'ng:kind "person" ; rdfs:label "Zorvan Quellmar"' overlay.ttl)"
check "affected articles, those alone" "1.txt
2.txt" "$($NEWSGRAPH curate --affected decided.tsv before.nq)"

base=${NEWSGRAPH_KB:-$BUILDDIR/newsgraph.kb}
$NEWSGRAPH curate --affected decided.tsv before.nq |
  $NEWSGRAPH graph -q -k "$base" -k overlay.ttl -f nquads -o after.nq --files-from -
check "linked again" 0 $?
check "one person in both articles" 1 "$($NEWSGRAPH query -f tsv after.nq \
  'SELECT DISTINCT ?e { ?e rdfs:label "Zorvan Quellmar" ; a schema:Person }' | grep -c curated/)"
check "and no longer unknown" 0 "$($NEWSGRAPH curate after.nq | grep -c 'Zorvan Quellmar')"

# a name that is one we know
awk -F '\t' -v OFS='\t' '$2 == "Zorvan Quellmar" { $1 = "Q567" } { print }' names.tsv >same.tsv
$NEWSGRAPH curate --apply same.tsv -o same.ttl
$NEWSGRAPH graph -q -k "$base" -k same.ttl -f nquads -o same.nq 2.txt
check "another name of somebody known" 1 "$(grep -c 'entity/Q567> <https://schema.org/alternateName> "Zorvan Quellmar"' same.nq)"

# --- what cannot be decided so
for bad in "Q0" "Qx" "yes" "wd:Q1" "http://x y" "NEW"; do
  printf '%s\tA Name\tperson\n' "$bad" >bad.tsv
  $NEWSGRAPH curate --apply bad.tsv >out.ttl 2>err
  check "decision '$bad'" "1 1" "$? $(grep -c 'bad.tsv:1: a decision is' err)"
done
printf 'new\tA Name\tcreature\n' >bad.tsv
$NEWSGRAPH curate --apply bad.tsv >/dev/null 2>err
check "a kind that is none" "1 1" "$? $(grep -c 'no kind that we know' err)"
printf 'new\t\tperson\n' >bad.tsv
$NEWSGRAPH curate --apply bad.tsv >/dev/null 2>&1
check "no name" 1 $?
printf 'Q403\tA "quoted\\" name\tperson\r\n-\tB\t\n\tC\t\n' >quoted.tsv
$NEWSGRAPH curate --apply quoted.tsv -o quoted.ttl
check "quotes" 1 "$($NEWSGRAPH query -f tsv quoted.ttl 'SELECT * { ?s ?p ?o }' | grep -c 'A \\"quoted\\\\\\" name')"

for wrong in "" "--apply names.tsv before.nq" "--apply names.tsv --affected names.tsv" "--nonsense" "--affected names.tsv"; do
  # shellcheck disable=SC2086 # words
  $NEWSGRAPH curate $wrong >/dev/null 2>&1
  check "wrong usage: $wrong" 2 $?
done
$NEWSGRAPH curate --apply no.tsv 2>/dev/null
check "no table" 1 $?
$NEWSGRAPH curate --help >/dev/null
check "help" 0 $?
exit $fails
