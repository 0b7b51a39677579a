#!/bin/sh
# Output in parts for bulk loaders, and its description.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL
articles=$(ls "$SRCDIR"/tests/data/*.txt)
# shellcheck disable=SC2086 # a list of files
$NEWSGRAPH graph -f nquads -o "$dir/whole.nq" $articles
# shellcheck disable=SC2086
$NEWSGRAPH graph --split 60K --void "$dir/void.ttl" -o "$dir/x.nq.gz" $articles
check "in parts" 0 $?
cat "$dir"/x-0*.nq.gz | gzip -dc | cmp -s - "$dir/whole.nq"
check "the parts are the whole" 0 $?
n=$(find "$dir" -name 'x-*.gz' | wc -l)
[ "$n" -ge 4 ] || { echo "FAIL: only $n parts" && fails=1; }
check "no file without a number" 0 "$(find "$dir" -name 'x.nq*' | wc -l | tr -d ' ')"
# A part ends between articles: no graph of an article is in two.
for part in "$dir"/x-0*.nq.gz; do
  gzip -dc "$part" | sed 's/.* <\([^>]*\)> \.$/\1/' | grep /article/ | sort -u
done | sort | uniq -d >"$dir/torn"
check "no article is torn" 0 "$(wc -l <"$dir/torn" | tr -d ' ')"

value() { # predicate: its value in the description
  $NEWSGRAPH query -f csv "$dir/void.ttl" "PREFIX void: <http://rdfs.org/ns/void#> SELECT ?n { ?d a void:Dataset ; void:$1 ?n }" |
    tail -n 1 | tr -d '\r'
}
check "triples, each counted once" "$(sort -u "$dir/whole.nq" | wc -l | tr -d ' ')" "$(value triples)"
check "documents" "$(echo "$articles" | wc -l | tr -d ' ')" "$(value documents)"
query='PREFIX void: <http://rdfs.org/ns/void#> PREFIX schema: <https://schema.org/>
  SELECT ?n { ?p void:class schema:Country ; void:entities ?n }'
check "a class" "$(sort -u "$dir/whole.nq" | grep -c 'ns#type> <https://schema.org/Country>')" \
  "$($NEWSGRAPH query -f csv "$dir/void.ttl" "$query" | tail -n 1 | tr -d '\r')"
check "files" "$n" "$(grep -c 'dcat:Distribution ' "$dir/void.ttl" | tr -d ' ')"
grep -q "x-000001.nq.gz\" ; dcat:mediaType \"application/n-quads\" ; dcat:compressFormat \"application/gzip\" ; dcat:byteSize $(wc -c <"$dir/x-000001.nq.gz" | tr -d ' ') " \
  "$dir/void.ttl" || { echo "FAIL: the first file's description" && fails=1; }
grep -q 'dct:created' "$dir/void.ttl" && { echo "FAIL: a date that nobody asked for" && fails=1; }
# shellcheck disable=SC2086
SOURCE_DATE_EPOCH=1594512000 $NEWSGRAPH graph -f nquads --void "$dir/dated.ttl" $articles >"$dir/out.nq"
check "to standard output" 0 "$(cmp "$dir/out.nq" "$dir/whole.nq" && echo $?)"
grep -q 'dct:created "2020-07-12"' "$dir/dated.ttl" || { echo "FAIL: no date" && fails=1; }

for epoch in x 1x -1 253402300800 99999999999999999999; do
  SOURCE_DATE_EPOCH=$epoch $NEWSGRAPH graph -f nquads --void "$dir/undated.ttl" /dev/null >/dev/null 2>"$dir/err"
  check "dated by '$epoch'" "2 newsgraph: graph: SOURCE_DATE_EPOCH is not a number of seconds: '$epoch'" \
    "$? $(head -n 1 "$dir/err")"
done
SOURCE_DATE_EPOCH='' $NEWSGRAPH graph -f nquads --void "$dir/undated.ttl" /dev/null >/dev/null
check "dated by nothing" "0 0" "$? $(grep -c 'dct:created' "$dir/undated.ttl")"

# The same on four threads.
# shellcheck disable=SC2086
$NEWSGRAPH graph -t 4 --split 60K --void "$dir/void4.ttl" -o "$dir/y.nq" $articles
cat "$dir"/y-0*.nq | cmp -s - "$dir/whole.nq"
check "on four threads" 0 $?

# parts that a larger build left behind these are told of
# shellcheck disable=SC2086
$NEWSGRAPH graph --split 1G -o "$dir/y.nq" $articles 2>"$dir/err"
check "older parts" "newsgraph: '$dir/y-000002.nq' and what follows it are of an earlier run: remove them before you load the parts" \
  "$(cat "$dir/err")"

# --- wrong usage, what cannot be written
first=$(echo "$articles" | head -n 1)
for wrong in "--split 1M" "--split 1M -f turtle -o $dir/w.ttl" "--void $dir/w -f turtle" "--split 0 -o $dir/w.nq" \
  "--split x -o $dir/w.nq"; do
  # shellcheck disable=SC2086
  $NEWSGRAPH graph $wrong "$first" >/dev/null 2>&1
  check "wrong usage: $wrong" 2 $?
done
$NEWSGRAPH graph --split 1M -f nquads "$first" >/dev/null 2>"$dir/err"
check "parts of standard output" 2 $?
$NEWSGRAPH graph -f nquads --void "$dir/no/such/folder" "$first" >/dev/null 2>&1
check "a description that cannot be" 1 $?
$NEWSGRAPH graph -o "$dir/one.nq" --void "$dir/one.nq" "$SRCDIR/tests/data/iran-iraq.txt" 2>/dev/null
check "a description over what it describes" 2 $?
exit $fails
