#!/bin/sh
# Every pattern of ontology/lexicon yields what its example says, and there are
# as many, of as many classes, as the README says.
set -u
LC_ALL=C
export LC_ALL
srcdir=${SRCDIR:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fails=0
fail() {
  echo "FAIL: $1"
  fails=1
}

${NEWSGRAPH:-./newsgraph} lexicon check >"$work/out" 2>"$work/err"
[ ! -s "$work/err" ] || fail "$(cat "$work/err")"
grep -q ', 0 failed$' "$work/out" || fail "$(cat "$work/out")"

cat "$srcdir"/ontology/lexicon/*.ttl >"$work/all"
patterns=$(grep -c '^\[\] lex:evokes' "$work/all")
[ "$patterns" -ge 400 ] || fail "only $patterns patterns"
[ "$(grep -c 'lex:example "' "$work/all")" -ge "$patterns" ] ||
  fail "a pattern has no example"
classes=$(grep -o '^\[\] lex:evokes ng:[A-Z][A-Za-z]*' "$work/all" | sort -u | wc -l)
[ "$classes" -ge 45 ] || fail "patterns of only $classes event classes"
grep -q "^$patterns patterns, $patterns examples, " "$work/out" ||
  fail "not all of the $patterns patterns were run: $(tail -n 1 "$work/out")"

{
  printf '\357\273\277'
  cat "$srcdir/ontology/lexicon/coercion.ttl"
} >"$work/marked.ttl"
${NEWSGRAPH:-./newsgraph} lexicon check "$work/marked.ttl" >"$work/out" 2>&1 ||
  fail "a byte-order mark: $(tail -n 1 "$work/out")"

exit $fails
