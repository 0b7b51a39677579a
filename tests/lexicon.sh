#!/bin/sh
# Every pattern of ontology/lexicon yields what its example says, and there are
# as many, of as many classes, as the README says.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL

${NEWSGRAPH:-./newsgraph} lexicon check >"$dir/out" 2>"$dir/err"
[ ! -s "$dir/err" ] || fail "$(cat "$dir/err")"
grep -q ', 0 failed$' "$dir/out" || fail "$(cat "$dir/out")"

cat "$SRCDIR"/ontology/lexicon/*.ttl >"$dir/all"
patterns=$(grep -c '^\[\] lex:evokes' "$dir/all")
[ "$patterns" -ge 400 ] || fail "only $patterns patterns"
[ "$(grep -c 'lex:example "' "$dir/all")" -ge "$patterns" ] ||
  fail "a pattern has no example"
classes=$(grep -o '^\[\] lex:evokes ng:[A-Z][A-Za-z]*' "$dir/all" | sort -u | wc -l)
[ "$classes" -ge 45 ] || fail "patterns of only $classes event classes"
grep -q "^$patterns patterns, $patterns examples, " "$dir/out" ||
  fail "not all of the $patterns patterns were run: $(tail -n 1 "$dir/out")"

{
  printf '\357\273\277'
  cat "$SRCDIR/ontology/lexicon/coercion.ttl"
} >"$dir/marked.ttl"
${NEWSGRAPH:-./newsgraph} lexicon check "$dir/marked.ttl" >"$dir/out" 2>&1 ||
  fail "a byte-order mark: $(tail -n 1 "$dir/out")"

# --- companies make no law, and who backs a plan has not passed it
for text in 'Microsoft approved the sale of its unit.' 'The African Union backed a plan.'; do
  echo "$text" | ${NEWSGRAPH:-./newsgraph} lexicon show | grep -q Legislation && fail "a law: $text"
done
echo 'The Bundestag approved the sale.' | ${NEWSGRAPH:-./newsgraph} lexicon show | grep -q Legislation ||
  fail "no law: of the Bundestag"

# --- the examples of the documents, and classes and predicates of one's own
run=${NEWSGRAPH:-./newsgraph}
examples() { # document, what the files of its examples are called
  awk -v to="$dir/$2" '/^```turtle/ { n++; inside = 1; next } /^```/ { inside = 0 }
    inside { print > (to n ".ttl") }' "$SRCDIR/$1"
}
examples doc/lexicon.md doc
examples README.md readme
for file in doc1 doc2 readme1; do
  $run lexicon check "$dir/$file.ttl" >"$dir/out" 2>&1 || fail "$file: $(cat "$dir/out")"
done
cat >"$dir/trade.txt" <<EOF
Airbus supplies Lufthansa. Analysts said that Airbus supplies Iberia. Airbus does not supply Ryanair.
Microsoft plans to acquire Nokia. IBM took over Red Hat in 2019.
EOF
$run graph -f nt --lexicon "$dir/doc1.ttl" --lexicon "$dir/doc2.ttl" -o "$dir/trade.nt" "$dir/trade.txt"
count() { # pattern, how often it must be there
  n=$(grep -c "$1" "$dir/trade.nt")
  [ "$n" -eq "$2" ] || fail "$n times instead of $2: $1"
}
supplies='<https://example.org/business#suppliesTo>'
count "#predicate> $supplies" 3
count "^[^ ]* $supplies" 1
count "/Q2311> $supplies <.*/Q9325> " 1
count '#type> <https://example.org/business#Acquisition>' 2
count '#type> <https://w3id.org/newsgraph/ns#Agreement>' 2
count '"Acquisition (scheduled): Microsoft, Nokia"' 1
$run verify --shapes "$dir/trade.nt" >"$dir/out" 2>&1 || fail "shapes: $(cat "$dir/out")"
$run verify "$dir/trade.nt" --text "$dir/trade.txt" >"$dir/out" 2>&1 || fail "verify: $(cat "$dir/out")"

exit $fails
