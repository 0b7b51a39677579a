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

exit $fails
