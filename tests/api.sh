#!/bin/sh
# The shared library exports what newsgraph.h declares, all of it and no more,
# and a C program that knows only that header does what the commands do.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"

library=$BUILDDIR/.libs/libnewsgraph.so
[ -e "$library" ] || exit 77

sed -n '/^NG_API/,/;/p' "$SRCDIR/src/newsgraph.h" | tr '\n' ' ' |
  grep -o 'ng_[a-z0-9_]*(' | tr -d '(' | sort -u >"$dir/declared"
nm -D --defined-only "$library" | awk '$2 == "T" { print $3 }' | sort >"$dir/exported"
cmp -s "$dir/declared" "$dir/exported" || {
  fail "declared (<) and exported (>) differ"
  diff "$dir/declared" "$dir/exported"
}
[ "$(nm -D --defined-only "$library" | awk '$2 ~ /[BDR]/' | wc -l)" -eq 0 ] ||
  fail "data is exported"

article=$SRCDIR/tests/data/kosovo-serbia.txt
NEWSGRAPH_KB=$BUILDDIR/newsgraph.kb
export NEWSGRAPH_KB
"$BUILDDIR/examples/annotate" "$article" >"$dir/graph.ttl" 2>"$dir/mentions" ||
  fail "the example fails"
$NEWSGRAPH graph -f turtle "$article" | cmp -s - "$dir/graph.ttl" ||
  fail "the example's graph is not the command's"
n=$($NEWSGRAPH mentions "$article" | sed 's/,"times".*//' | grep -o '"span"' | wc -l)
[ "$(wc -l <"$dir/mentions")" -eq "$n" ] || fail "the example's mentions are not the command's"
"$BUILDDIR/examples/annotate" /nowhere 2>"$dir/said" && fail "a missing file is no failure"
grep -q 'cannot open' "$dir/said" || fail "nothing is said of a missing file"
printf '{"text": "Serbia voted."}\n{"text": \n{"text": "Norway voted."}\n' >"$dir/broken.jsonl"
"$BUILDDIR/examples/annotate" "$dir/broken.jsonl" >"$dir/graph.ttl" 2>"$dir/said"
check "the example: a broken article takes no other with it" "1 1 1" \
  "$? $(grep -c Q20 "$dir/said") $(grep -c 'line 2: not valid JSON' "$dir/said")"
if [ -e /dev/full ]; then
  "$BUILDDIR/examples/annotate" "$article" >/dev/full 2>/dev/null
  check "the example on a full disk" 1 $?
fi
exit $fails
