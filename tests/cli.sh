#!/bin/sh
# The program as a user meets it: output, messages, exit status.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"

$NEWSGRAPH --help >/dev/null
check "--help" 0 $?
$NEWSGRAPH bogus 2>/dev/null
check "unknown command" 2 $?
for command in eval bench; do
  $NEWSGRAPH $command --help >/dev/null
  check "$command --help" 0 $?
  $NEWSGRAPH $command 2>/dev/null
  check "$command of nothing" 2 $?
  $NEWSGRAPH $command bogus 2>/dev/null
  check "$command of what it does not know" 2 $?
done

# eval and bench: a metric a line; what is wrong is named, the rest is scored
gold=$SRCDIR/tests/data/tiny.conllu
f1=$($NEWSGRAPH eval segmenting "$gold" | grep 'f1' | cut -f2 | tr '\n' ' ')
check "eval segmenting" "100.00 100.00 " "$f1"
n=$($NEWSGRAPH eval segmenting --doc two "$gold" | head -n 1)
check "eval segmenting --doc" "documents	1" "$n"
said=$(printf 'no treebank\n' | $NEWSGRAPH eval segmenting /dev/stdin "$gold" 2>&1 >/dev/null)
check "eval segmenting of bad lines" \
  "newsgraph: /dev/stdin:1: not a line of CoNLL-U" "$said"
$NEWSGRAPH eval segmenting /nowhere "$gold" >/dev/null 2>&1
check "eval segmenting of a missing file" 1 $?
for what in tagging parsing segmenting; do
  for file in /nowhere /dev/null; do
    check "eval $what prints nothing of $file" "" "$($NEWSGRAPH eval $what $file 2>/dev/null)"
    $NEWSGRAPH eval $what $file >/dev/null 2>&1
    check "eval $what of $file" 1 $?
  done
done
for what in 'eval time' 'eval segmenting'; do
  # shellcheck disable=SC2086
  check "$what of a folder" "newsgraph: /: Is a directory" "$($NEWSGRAPH $what / 2>&1 >/dev/null)"
done
for what in segment time write; do
  $NEWSGRAPH bench $what --help | grep -q '^Usage: newsgraph bench'
  check "bench $what --help" 0 $?
  $NEWSGRAPH bench $what --bogus 2>/dev/null
  check "bench $what with an option" 2 $?
done
$NEWSGRAPH eval names --model fast "$gold" >/dev/null 2>&1
check "eval names by the fast model" 1 $?
for wrong in --bogus '--last x' '--last 0' ''; do
  # shellcheck disable=SC2086
  $NEWSGRAPH eval names $wrong >/dev/null 2>&1
  check "eval names $wrong" 2 $?
done
$NEWSGRAPH bench segment "$gold" | grep -q '^MB/s	[0-9]'
check "bench segment" 0 $?
said=$($NEWSGRAPH bench graph --model none "$SRCDIR/tests/data/baltic.jsonl" \
  "$SRCDIR/tests/data/kosovo-serbia.txt" | grep -E '^(articles|failed|stage link)	' | cut -f1 | tr '\n' ' ')
check "bench graph" "articles failed stage link " "$said"
said=$(printf '{"text": "Serbia voted."}\n{"text": \n' |
  $NEWSGRAPH bench graph --model none /dev/stdin 2>&1 | grep -oE '^articles	1$|line 2: not valid JSON' | tr '\n' ' ')
check "bench graph leaves out what is no article, and says so" "line 2: not valid JSON articles	1 " "$said"
$NEWSGRAPH bench graph /nowhere >/dev/null 2>&1
check "bench graph of a missing file" 1 $?
$NEWSGRAPH bench graph >/dev/null 2>&1
check "bench graph of nothing" 2 $?
gold=$SRCDIR/tests/data/tiny-links.jsonl
said=$($NEWSGRAPH eval linking --same-kb "$gold" | cut -f2-5 | head -n 1)
check "eval linking" "same	1.0000	1.0000	1.0000" "$said"
said=$(printf '{"id":1,"mentions":[{"span":[11,17],"id":"Q403"}]}\n' |
  $NEWSGRAPH eval linking --same-kb --links /dev/stdin "$gold" | cut -f6-8 |
  head -n 1)
check "eval linking --links" "1	0	2" "$said"
printf '{"id": 1, "text"' | $NEWSGRAPH eval linking /dev/stdin >/dev/null 2>&1
check "eval linking of bad JSON" 1 $?
$NEWSGRAPH eval linking /nowhere >/dev/null 2>&1
check "eval linking of a missing file" 1 $?
$NEWSGRAPH train ranking >/dev/null 2>&1
check "train ranking of nothing" 2 $?
said=$(printf 'They spoke with Serbia.' | $NEWSGRAPH explain | head -n 1)
check "explain" "[16,22) 'Serbia'" "$(echo "$said" | cut -d, -f1,2)"
said=$(printf 'They spoke with Serbia.' | $NEWSGRAPH explain --at 3 2>&1)
check "explain where no name is" "1 newsgraph: no name is over code point 3" "$? $said"
said=$(printf '{"text":"Serbia voted."}\n{"text":\n{"text":"Then Norway."}\n' | $NEWSGRAPH explain - 2>/dev/null | grep -c '^\[')
check "explain goes on behind what is no article" 2 "$said"
said=$(printf 'Zorbo Kwexly spoke to Mr. Kwexly of Serbia.' | $NEWSGRAPH explain --at 2)
check "explain a name that no base has" "[0,12) 'Zorbo Kwexly': in no base" "${said%%, person*}"
$NEWSGRAPH explain --at -1 </dev/null 2>/dev/null
check "explain --at of what is no offset" 2 $?
$NEWSGRAPH explain --mentions bogus </dev/null >/dev/null 2>&1
check "explain --mentions of what it does not know" 2 $?
gold=$SRCDIR/tests/data/tiny-events.json
said=$($NEWSGRAPH eval events "$gold" | grep -E '^(core recall|offices|forbidden asserted|claims)	' | cut -f1,4 |
  tr '\n\t' ';=')
check "eval events counts the gold" \
  "core recall=2;forbidden asserted=2;claims=1;offices=2;" "$said"
said=$($NEWSGRAPH eval events "$gold" | grep '^offices	' | cut -f2,3)
check "eval events finds one office of two" "0.5000	1" "$said"
said=$($NEWSGRAPH eval events --errors "$gold" | grep 'missed office')
check "eval events --errors" "# missed office	tiny	Emmanuel Macron	President	Germany" "$said"
said=$(printf '{"id":"x","text":"A b."}\n' | $NEWSGRAPH eval events /dev/stdin 2>&1)
check "eval events of another kind of file" \
  'newsgraph: /dev/stdin: x: no "text" with "events" or an "event"' "$said"
$NEWSGRAPH eval events /nowhere >/dev/null 2>&1
check "eval events of a missing file" 1 $?
said=$(printf '{"id":"p","text":"A b.","event":"AID","source":[],"target":[]}\n' |
  $NEWSGRAPH eval events /dev/stdin | head -n 1)
check "eval events of a coded sentence" "plover type	0.0000	0	1" "$said"
gold=$SRCDIR/tests/data/tiny-relations.jsonl
said=$($NEWSGRAPH eval relations --errors "$gold" | cut -f1,5-8 | tr '\t\n' ' ;')
check "eval relations" \
  "# missed Zbx said he wed his Wcq.;EMPLOYEE_OR_MEMBER_OF 1 1 1 1;SPOUSE 0 0 1 0;all 1 1 2 1;" "$said"
said=$(printf '{"id":"x"}\n' | $NEWSGRAPH eval relations /dev/stdin 2>&1 >/dev/null)
check "eval relations of another kind of file" \
  'newsgraph: /dev/stdin: no "passage", no "claims", no list of documents' "$said"
n=$($NEWSGRAPH eval relations "$SRCDIR/tests/data/tiny-events.json" | head -n 1 | cut -f7)
check "eval relations of an annotated article" 1 "$n"
n=$(printf '[{"sents":[["Serbia","fell","."]],"vertexSet":[[{"sent_id":0,"pos":[0,1]}],[{"sent_id":9,"pos":[0,1]}]],"labels":[{"r":"P26","h":0,"t":1}]}]' |
  $NEWSGRAPH eval relations /dev/stdin | grep spouse | cut -f7)
check "eval relations of documents" 1 "$n"
gold=$SRCDIR/tests/data/tiny-times.jsonl
f1=$($NEWSGRAPH eval time "$gold" | grep ' f1' | cut -f2 | tr '\n' ' ')
check "eval time" "1.0000 1.0000 1.0000 1.0000 " "$f1"
said=$(printf '{"id":1}\n' | $NEWSGRAPH eval time /dev/stdin "$gold" 2>&1 >/dev/null)
check "eval time of another kind of file" \
  'newsgraph: /dev/stdin:1: no article with "id", "text", "dct", "timex"' "$said"
# parse, eval tagging and parsing, train fast: with the built-in model
gold=$SRCDIR/tests/data/tiny.conllu
words=$(grep -c '^[0-9]*	' "$gold")
parsed=$($NEWSGRAPH parse --conllu "$gold")
check "parse --conllu keeps the words" "$words" "$(printf '%s\n' "$parsed" | grep -c '^[0-9]*	')"
again=$(printf '%s\n' "$parsed" | $NEWSGRAPH parse --conllu)
check "parse --conllu of its own output" "$parsed" "$again"
root=$(echo 'Ministers met in Belgrade.' | $NEWSGRAPH parse | cut -f3,4,7,8 | grep root)
check "parse of an article" "meet	VERB	0	root" "$root"
cp "$gold" "${TMPDIR:-/tmp}/both.$$.conllu"
$NEWSGRAPH parse --conllu -o "${TMPDIR:-/tmp}/both.$$.conllu" "${TMPDIR:-/tmp}/both.$$.conllu" 2>/dev/null
check "parse over its input" 2 $?
check "... leaves it as it was" "" "$(diff "$gold" "${TMPDIR:-/tmp}/both.$$.conllu")"
echo "${TMPDIR:-/tmp}/both.$$.conllu" >"${TMPDIR:-/tmp}/list.$$"
check "parse --conllu --files-from" "$parsed" "$($NEWSGRAPH parse --conllu --files-from "${TMPDIR:-/tmp}/list.$$")"
rm -f "${TMPDIR:-/tmp}/both.$$.conllu" "${TMPDIR:-/tmp}/list.$$"
$NEWSGRAPH parse --model /nowhere "$gold" 2>/dev/null
check "parse with a missing model" 1 $?
said=$($NEWSGRAPH parse --model "$gold" "$gold" 2>&1)
check "parse with what is no model" 1 $?
case $said in
*"not a usable model"*) ;;
*) check "why the model is refused" "not a usable model" "$said" ;;
esac
said=$(printf '1\ta\ta\tNOUN\tNN\t_\t5\tobj\t_\t_\n' | $NEWSGRAPH eval parsing - 2>&1 >/dev/null)
check "eval parsing of a bad head" \
  "newsgraph: -: sentence at line 1: a head is outside of it" "$said"
$NEWSGRAPH eval tagging "$gold" | grep -q 'upos	[0-9]'
check "eval tagging" 0 $?
$NEWSGRAPH train fast --gold "$gold" 2>/dev/null
check "train fast without -o" 2 $?
for file in /nowhere /; do
  $NEWSGRAPH train fast -o "$dir/never" --gold $file 2>/dev/null
  check "train fast of $file" 1 $?
done
check "train fast of what is no treebank" "newsgraph: README.md: line 3: not CoNLL-U" \
  "$($NEWSGRAPH train fast -o "$dir/never" --gold "$SRCDIR/README.md" 2>&1 | cut -d: -f1-4)"
model=$(mktemp)
$NEWSGRAPH train fast -o "$model" --gold "$gold" --folds 1 --tag-bits 8 \
  --action-bits 8 --label-bits 8 2>/dev/null
check "train fast" 0 $?
$NEWSGRAPH train note "$model" las=1 las=2 2>/dev/null
$NEWSGRAPH train note "$model" las=80.1 name=tiny
check "train note" "las	80.1 name	tiny" "$($NEWSGRAPH train note "$model" | tail -n 2 | tr '\n' ' ' | sed 's/ $//')"
$NEWSGRAPH eval tagging --model "$model" "$gold" | grep -q 'upos	[0-9]'
check "eval tagging with a noted model" 0 $?
$NEWSGRAPH train note "$model" las 2>/dev/null
check "train note of no value" 2 $?
$NEWSGRAPH train note "$gold" las=1 2>/dev/null
check "train note into what is no model" 1 $?
$NEWSGRAPH train fast -o "$model.2" --from "$model" --gold "$gold" --hunch-bits 6 2>/dev/null
check "train fast --from" 0 $?
check "train fast --from keeps the tagger" "$($NEWSGRAPH eval tagging --model "$model" "$gold" | cksum)" \
  "$($NEWSGRAPH eval tagging --model "$model.2" "$gold" | cksum)"
check "train fast --from what is no model" \
  "newsgraph: $gold: not a usable model: it does not start with NGMODEL or NGDEEP" \
  "$($NEWSGRAPH train fast -o "$dir/never" --from "$gold" --gold "$gold" 2>&1)"
rm -f "$model" "$model.2"

# -h is --help
for command in $($NEWSGRAPH --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
  check "$command -h" "$($NEWSGRAPH "$command" --help | cksum)" "$($NEWSGRAPH "$command" -h 2>/dev/null | cksum)"
done

# a manual page a command, with what the help of each says
for command in $($NEWSGRAPH --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
  check "a manual page of $command" 0 "$(grep -q "^newsgraph-$command " "$BUILDDIR/newsgraph-$command.1"; echo $?)"
done
for row in 'kb memory=SIZE' 'eval reliability' 'bench n NAMES' 'train tag\\-bits'; do
  check "the page of ${row%% *} has -${row#* }" 1 "$(grep -c -- "-${row#* }" "$BUILDDIR/newsgraph-${row%% *}.1" | sed 's/^[1-9].*/1/')"
done

# what does not arrive is an error of every command, told once
if [ -e /dev/full ]; then
  data=$SRCDIR/tests/data
  for row in --help --version 'graph --help' 'graph -f help' 'eval --help' 'bench names --help' 'train fast --help' \
    'kb info' "eval segmenting $data/tiny.conllu" "eval tagging $data/tiny.conllu" "eval time $data/tiny-times.jsonl" \
    "eval events $data/tiny-events.json" "bench segment $data/tiny.conllu" "lexicon show" \
    "verify --shapes /dev/null" "explain $data/kosovo-serbia.txt"; do
    # shellcheck disable=SC2086
    said=$(echo 'Serbia met Kosovo.' | $NEWSGRAPH $row 2>&1 >/dev/full)
    check "$row on a full disk" "1 newsgraph: cannot write to standard output: No space left on device" "$? $said"
  done
fi

n=$(yes word | head -n 100000 | tr '\n' ' ' | $NEWSGRAPH parse | grep -c 'word')
check "parse of a sentence of 100000 words" 100000 "$n"

exit $fails
