#!/bin/sh
# The deep model's graphs are the same bytes by every kernel, the plain C one
# among them, and on one thread and on eight.  `make check-bytes` does so with
# 1,000 articles, which takes some minutes; ARTICLES says how many.
# shellcheck disable=SC2086 # NEWSGRAPH may hold a wrapper and its options
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
: "${NEWSGRAPH:?}" "${BUILDDIR:?}"
model=$BUILDDIR/deep.ngm
[ -f "$model" ] || exit 77
# Under sanitizers or valgrind it takes many minutes; tests/test_encode is there
# for those.
[ -z "${QUICK:-}" ] || exit 77
articles=${ARTICLES:-10}

# Articles of made-up sentences, the same in every run: who did what to whom,
# said by whom, when; names known and not, accents, capitals, emoji, odd spaces,
# and now and then one that is long.
awk -v n="$articles" '
function pick(list, parts, k) {
  k = split(list, parts, "|")
  seed = (seed * 16807) % 2147483647
  return parts[seed % k + 1]
}
function name() {
  return pick("Serbia|Kosovo|the European Union|Angela Merkel|Zuzana Kolárová|NATO|the Foreign Ministry|Ruritania|Vučić|Acme Ltd.|BRUSSELS|the opposition|Seán Ó Néill")
}
function deed() {
  return pick("met|did not meet|will meet|accused|may have arrested|signed an agreement with|imposed sanctions on|withdrew its troops from|recognised|denied having attacked|postponed talks with|congratulated")
}
function sentence(s) {
  s = name() " " deed() " " name() pick(" on July 12, 2020| in Vienna| after the election|, officials said| last week| 😀||  ")
  if (seed % 5 == 0) s = "\\\"" s ",\\\" " name() " said"
  if (seed % 7 == 0) s = s ", because " name() " " deed() " " name()
  if (seed % 11 == 0) s = toupper(s)
  return s ". "
}
BEGIN {
  seed = 20201130
  for (i = 1; i <= n; i++) {
    text = ""
    for (k = 0; k < 2 + seed % 2; k++) text = text sentence()
    if (i % 100 == 7) for (k = 0; k < 120; k++) text = text name() ", "
    printf "{\"id\":\"made-%d\",\"date\":\"2020-07-%02d\",\"text\":\"%s\"}\n", i, i % 28 + 1, text
  }
}' >"$dir/articles.jsonl"
[ "$(wc -l <"$dir/articles.jsonl")" -eq "$articles" ] || { echo "FAILED: no articles made"; exit 1; }

graph() { # threads
  $NEWSGRAPH graph --model "$model" -f ntriples -t "$1" "$dir/articles.jsonl"
}

graph 1 >"$dir/one.nt" || { echo "FAILED: no graph"; exit 1; }
events=$(grep -c 'ns#standing>' "$dir/one.nt")
[ "$events" -gt "$articles" ] || { echo "FAILED: only $events statements in $articles articles"; exit 1; }
for kernels in portable sse2 avx2 avx512vnni; do
  NEWSGRAPH_KERNELS=$kernels graph 8 >"$dir/other.nt"
  if ! cmp "$dir/one.nt" "$dir/other.nt"; then
    echo "FAILED: $articles articles by the kernels $kernels on eight threads"
    fails=1
  fi
done
exit $fails
