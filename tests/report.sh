#!/bin/sh
# newsgraph report: five articles on one story, with contradictions planted.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
data=$SRCDIR/tests/data/report
golden=$SRCDIR/tests/golden/report
same() { # description, golden file; what was written is standard input
  cat >"$dir/got"
  diff -u "$golden/$2" "$dir/got" || fail "$1"
}

story=$data/story.trig
$NEWSGRAPH report "$story" | same "for people" story.txt
$NEWSGRAPH report -f tsv "$story" | same "rows" story.tsv
for table in articles events claims offices nodes edges; do
  $NEWSGRAPH report --table $table "$story" | same "table of $table" $table.tsv
done
$NEWSGRAPH report -f ntriples -o "$dir/findings.nt" "$story"
check "findings as RDF" "contradiction 5" "contradiction $($NEWSGRAPH query -f tsv "$dir/findings.nt" \
  'SELECT ?f { ?f a ng:Finding ; ng:finding "contradiction" }' | grep -c finding/)"
$NEWSGRAPH report -f csv --table events "$story" | grep -q 'agent=Kosovo; target=Serbia,' ||
  { echo "FAIL: csv" && fails=1; }
$NEWSGRAPH report -o "$dir/named.tsv.gz" "$story"
gzip -dc "$dir/named.tsv.gz" | same "by its name, compressed" story.tsv
$NEWSGRAPH report --table events -o "$dir/named.csv" "$story"
check "a table by its name" "$($NEWSGRAPH report --table events -f csv "$story" | cksum)" "$(cksum <"$dir/named.csv")"
if python3 -c 'import json, csv' 2>/dev/null; then
  $NEWSGRAPH report -f json "$story" | python3 -c '
import json, sys
report = json.load(sys.stdin)
assert len(report["articles"]) == 5 and report["articles"][1]["copy_of"] == "http://e/1"
kinds = sorted(f["aspect"] for f in report["findings"] if f["finding"] == "contradiction")
assert kinds == ["amount", "holder", "polarity", "role", "status"], kinds' || fails=1
  $NEWSGRAPH report -f csv "$story" | python3 -c '
import csv, sys
assert {len(row) for row in csv.reader(sys.stdin)} == {10}' || fails=1
fi

# The order of files and of quads changes nothing.
$NEWSGRAPH query "$story" 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }' -f ntriples 2>/dev/null >"$dir/all.nt"
sort -r "$dir/all.nt" >"$dir/reversed.nt"
head -n 40 "$dir/reversed.nt" >"$dir/1.nt"
tail -n +41 "$dir/reversed.nt" >"$dir/2.nt"
$NEWSGRAPH report "$dir/2.nt" "$dir/1.nt" | same "in another order" story.txt

# Time explains these: no contradiction.
sed 's/"2020-07-17"^^xsd:date ;$/"2020-08-20"^^xsd:date ;/; s/datePublished "2020-07-17"/datePublished "2020-08-20"/' \
  "$story" >"$dir/later.trig"
check "an office that changed hands" "course" \
  "$($NEWSGRAPH report -f tsv "$dir/later.trig" | grep 'president of Kosovo' | cut -f 2 | sort -u)"
# One source alone contradicts nobody.
sed '/^<https:..news.example.org.[g]amma/,/^}/d; /^<https:..news.example.org.[d]elta/,/^}/d
  /^<https:..news.example.org.[e]psilon/,/^}/d' "$story" >"$dir/one.trig"
check "one text, twice" "copies" "$($NEWSGRAPH report -f tsv "$dir/one.trig" | tail -n +2 | cut -f 2 | sort -u)"
: >"$dir/empty.nt"
check "nothing" "0 articles, 0 of them copies of others" "$($NEWSGRAPH report "$dir/empty.nt")"

# What a run finds in the articles themselves is read without complaint.
$NEWSGRAPH graph -q -f nquads -o "$dir/run.nq" "$data/story.jsonl"
check "a run's graph" 0 "$($NEWSGRAPH report "$dir/run.nq" >"$dir/run.txt" && echo $?)"
grep -q '^5 articles, 1 of them' "$dir/run.txt" || { echo "FAIL: $(head -n 1 "$dir/run.txt")" && fails=1; }

# A short notice that two papers print word for word is one source; of two that word it themselves, each is one.
cat >"$dir/notice.jsonl" <<'EOF'
{"url":"http://e.org/1","date":"2020-07-14","text":"Serbian President Aleksandar Vucic met Angela Merkel in Berlin on Monday."}
{"url":"http://e.org/2","date":"2020-07-14","text":"Serbian President Aleksandar Vucic met Angela Merkel in Berlin on Monday."}
EOF
sed 's/Serbian President Aleksandar/In Berlin, President/; s/ in Berlin on/ for an hour on/; 1d; s/2"/3"/' "$dir/notice.jsonl" >"$dir/other.jsonl"
$NEWSGRAPH graph -q -f nquads -o "$dir/notice.nq" "$dir/notice.jsonl"
check "a notice in two papers" "2 articles, 1 of them copies of others" "$($NEWSGRAPH report "$dir/notice.nq" | head -n 1)"
check "... is no agreement" 0 "$($NEWSGRAPH report "$dir/notice.nq" | grep -c '^agreement')"
$NEWSGRAPH graph -q -f nquads -o "$dir/notice.nq" "$dir/notice.jsonl" "$dir/other.jsonl"
check "another paper's own words" "3 articles, 1 of them copies of others" "$($NEWSGRAPH report "$dir/notice.nq" | head -n 1)"
check "... agree" 1 "$($NEWSGRAPH report "$dir/notice.nq" | grep -c '^agreement, 2 sources: Meeting')"

# --- wrong usage, bad input, full disk
for wrong in "--table verbs" "-f xml" "--nonsense" "--input none" "--table events -f json" "-o"; do
  # shellcheck disable=SC2086 # words
  $NEWSGRAPH report "$story" $wrong 2>/dev/null
  check "wrong usage: $wrong" 2 $?
done
$NEWSGRAPH report 2>/dev/null
check "no graph" 2 $?
$NEWSGRAPH report "$dir/none.nt" 2>/dev/null
check "a file that is not there" 1 $?
$NEWSGRAPH report --help >/dev/null
check "help" 0 $?
if [ -w /dev/full ]; then
  $NEWSGRAPH report "$story" >/dev/full 2>/dev/null
  check "full disk" 1 $?
fi
exit $fails
