#!/bin/sh
# newsgraph graph -f tsv|csv: the tables of articles, the same as `report` makes
# of their graphs.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL
articles="$SRCDIR/tests/data/*.txt $SRCDIR/tests/data/baltic.jsonl"
# shellcheck disable=SC2086 # a list of files
$NEWSGRAPH graph -f nquads -o "$dir/all.nq" $articles
for table in events claims offices articles nodes edges; do
  # shellcheck disable=SC2086
  $NEWSGRAPH graph -f tsv --table $table $articles >"$dir/$table.tsv"
  check "$table" 0 $?
  $NEWSGRAPH report --table $table "$dir/all.nq" >"$dir/$table.report"
  check "columns of $table" "$(head -n 1 "$dir/$table.report")" "$(head -n 1 "$dir/$table.tsv")"
  check "each row is there once: $table" "" "$(sort "$dir/$table.tsv" | uniq -d)"
  sed 1d "$dir/$table.report" | sort -u >"$dir/want"
  sed 1d "$dir/$table.tsv" | sort >"$dir/got"
  diff "$dir/want" "$dir/got" >"$dir/diff" || { echo "FAIL: $table, unlike report: $(head -n 4 "$dir/diff")" && fails=1; }
  [ "$(wc -l <"$dir/got")" -gt 5 ] || { echo "FAIL: hardly any $table" && fails=1; }
  # shellcheck disable=SC2086
  $NEWSGRAPH graph -t 3 -o "$dir/$table.csv" --table $table $articles
  check "$table, by the name of a file" 0 $?
done
# Rows are in the order of the text: what an article tells first is first.
check "the first event" Meeting "$($NEWSGRAPH graph -f TSV "$SRCDIR/tests/data/kosovo-serbia.txt" | sed -n 2p | cut -f 4)"
# shellcheck disable=SC2086
$NEWSGRAPH graph --table events -o "$dir/packed.tsv.gz" $articles
check "compressed" "$(cat "$dir/events.tsv")" "$(gzip -dc "$dir/packed.tsv.gz")"
check "an article about nothing" "1" "$(echo 'Rain.' | $NEWSGRAPH graph -f csv - | wc -l | tr -d ' ')"
$NEWSGRAPH graph -f csv --table nodes "$SRCDIR/tests/data/kosovo-serbia.txt" "$SRCDIR/tests/data/kosovo-serbia.txt" >"$dir/twice"
$NEWSGRAPH graph -f csv --table nodes "$SRCDIR/tests/data/kosovo-serbia.txt" >"$dir/once"
check "a node of two articles is one" "$(cat "$dir/once")" "$(cat "$dir/twice")"

# What is in cells cannot break a table.
printf '{"id":"a,\\"b\\"\\n\\tc","date":"2020-07-12","text":"Emmanuel Macron met Angela Merkel in Paris, the \\"city\\tof light\\", on July 10."}\n' >"$dir/odd.jsonl"
$NEWSGRAPH graph -f tsv "$dir/odd.jsonl" >"$dir/odd.tsv"
check "a tab in a cell" "17" "$(awk -F '\t' '{ print NF }' "$dir/odd.tsv" | sort -u)"
if python3 -c 'import csv' 2>/dev/null; then
  $NEWSGRAPH graph -f csv "$dir/odd.jsonl" >"$dir/odd.csv"
  python3 - "$dir" <<'EOF' || fails=1
import csv, sys
odd = list(csv.DictReader(open(sys.argv[1] + '/odd.csv', newline='')))
assert odd and odd[0]['article'] == 'a,"b"\n\tc', odd
assert '"city' in odd[0]['sentence'], odd
for table in 'events claims offices articles nodes edges'.split():
    rows = list(csv.reader(open('%s/%s.csv' % (sys.argv[1], table), newline='')))
    assert len({len(row) for row in rows}) == 1, table
    flat = ['\t'.join(' '.join(cell.split('\n')) for cell in row) for row in rows]
    assert flat == open('%s/%s.tsv' % (sys.argv[1], table)).read().splitlines(), table
nodes = {row['id'] for row in csv.DictReader(open(sys.argv[1] + '/nodes.csv', newline=''))}
for row in csv.DictReader(open(sys.argv[1] + '/edges.csv', newline='')):
    assert row['source'] in nodes and row['target'] in nodes, row
EOF
fi

# --- wrong usage, full disk
first=$SRCDIR/tests/data/kosovo-serbia.txt
for wrong in "--table verbs -f tsv" "--table events" "--table events -f turtle" "-f tsv --profile nif" "-f csv --void $dir/v" \
  "-f tsv --split 1M -o $dir/x.tsv" "--table"; do
  # shellcheck disable=SC2086 # words
  $NEWSGRAPH graph "$first" $wrong >/dev/null 2>&1
  check "wrong usage: $wrong" 2 $?
done
$NEWSGRAPH graph -f tsv "$dir/none.txt" >/dev/null 2>&1
check "no such article" 1 $?
if [ -w /dev/full ]; then
  $NEWSGRAPH graph -f tsv "$first" >/dev/full 2>/dev/null
  check "full disk" 1 $?
fi
exit $fails
