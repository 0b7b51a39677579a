#!/bin/sh
# The deep model as it is installed: every kernel of this machine, and any
# number of threads, print the same bytes; what it cannot read is said.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
: "${NEWSGRAPH:?}" "${SRCDIR:?}" "${BUILDDIR:?}"
model=$BUILDDIR/deep.ngm
[ -f "$model" ] || exit 77
# Under sanitizers or valgrind it takes many minutes; tests/test_encode is there
# for those.
[ -z "${QUICK:-}" ] || exit 77


# It is what articles are read with, where it is installed.
NEWSGRAPH_DEEP=$model $NEWSGRAPH parse "$SRCDIR/tests/data/kosovo-serbia.txt" >"$dir/default"
NEWSGRAPH_DEEP=$model $NEWSGRAPH parse --model deep "$SRCDIR/tests/data/kosovo-serbia.txt" >"$dir/deep"
$NEWSGRAPH parse --model fast "$SRCDIR/tests/data/kosovo-serbia.txt" >"$dir/fast"
check "deep is the default" "$(cksum <"$dir/deep")" "$(cksum <"$dir/default")"
check "deep is not fast" 1 "$(cmp -s "$dir/deep" "$dir/fast"; echo $?)"

mkdir "$dir/many" "$dir/one"
for i in 1 2 3 4; do
  cp "$SRCDIR/tests/data/japan-korea.txt" "$dir/many/$i-a.txt"
  sed 's/ and / or /g' "$SRCDIR/tests/data/iran-iraq.txt" >"$dir/many/$i-b.txt"
done
head -c 700 "$dir/many/1-a.txt" >"$dir/one/a.txt"
$NEWSGRAPH parse --model "$model" "$dir/one" >"$dir/parsed"
[ -s "$dir/parsed" ] || fail "parse prints nothing"
for kernels in portable sse2 avx2 avx512vnni; do
  NEWSGRAPH_KERNELS=$kernels $NEWSGRAPH parse --model "$model" "$dir/one" >"$dir/again"
  check "parse by the kernel $kernels" "$(cksum <"$dir/parsed")" "$(cksum <"$dir/again")"
done
one=$($NEWSGRAPH parse --model "$model" -t 1 "$dir/many" | cksum)
eight=$($NEWSGRAPH parse --model "$model" -t 8 "$dir/many" | cksum)
check "parse on eight threads" "$one" "$eight"

root=$(echo 'Ministers met in Belgrade.' | $NEWSGRAPH parse --model "$model" |
  cut -f3,4,7,8 | grep root)
check "parse of an article" "meet	VERB	0	root" "$root"
n=$(printf '😀 😀 😀\n\n...\n' | $NEWSGRAPH parse --model "$model" | grep -c 😀)
check "emoji alone" 3 "$n"
check "nothing" 0 "$(printf '' | $NEWSGRAPH parse --model "$model" | grep -c '^1')"
head -c 1000000 "$model" >"$dir/cut.ngm"
said=$(echo Hello | $NEWSGRAPH parse --model "$dir/cut.ngm" 2>&1)
check "a truncated model" 1 $?
case $said in *truncated*) ;; *) check "its message" "truncated" "$said" ;; esac
# Names by their own head: a sentence of three, one of one, and the gold has a
# name too many; a demonym, a date, a name in a longer one count for nothing.
check "eval names" "boundaries 1.0000 0.7500 0.8571 3 3 4" "$($NEWSGRAPH eval names --model "$model" --last 1 \
  "$SRCDIR/tests/data/tiny-names.json" | head -n 1 | cut -f2- | tr '\t' ' ')"
check "the names it misses" "# missed	other	ministers" "$($NEWSGRAPH eval names --model "$model" --errors \
  "$SRCDIR/tests/data/tiny-names.json" | grep '^#' | cut -f1-3)"
$NEWSGRAPH eval names --model "$model" "$SRCDIR/tests/data/tiny-links.jsonl" >/dev/null 2>&1
check "eval names of no documents" 1 $?
$NEWSGRAPH eval names --model "$model" /nowhere >/dev/null 2>&1
check "eval names of a missing file" 1 $?
said=$(echo Hello | NEWSGRAPH_DEEP=/nowhere $NEWSGRAPH parse --model deep 2>&1 >/dev/null)
check "no deep model" "newsgraph: the deep model is not installed: using 'fast'" "$said"
# The type of a name that no base knows, where the model is sure.
printf 'She was born in Dunhallow, a town in Scotland, and met the mayor there.\n' >"$dir/unknown.txt"
check "the type of an unknown name" Place \
  "$($NEWSGRAPH graph --model "$model" --profile full -f tsv --table nodes "$dir/unknown.txt" | grep Dunhallow | cut -f3)"
root=$(echo 'Reports that Russia had left Syria surprised France.' | $NEWSGRAPH parse --model "$model" |
  cut -f3,4,5,7,8 | grep root)
check "the verb that reports are the subject of" "surprise	VERB	VBD	0	root" "$root"
# A word that is done by somebody is no part of a noun, and what somebody objects to has not happened.
events() { echo "$1" | $NEWSGRAPH lexicon show --model "$model" | tail -n +2 | sort | paste -s -d ';' -; }
check "brokered by" "  Agreement participant=Serbia,Kosovo status=Occurred standing=Established;  Mediation mediator=Turkey status=Occurred standing=Established" \
  "$(events 'Serbia and Kosovo agreed to a ceasefire brokered by Turkey.')"
check "an objection to joining" "  JoiningOrganization agent=Sweden patient=North Atlantic Treaty Organization status=Possible standing=Uncertain" \
  "$(events 'Turkey dropped its objection to Sweden joining NATO.')"
check "of two subjects side by side" "" \
  "$(events 'Catalonia apartment block fire kills three, injures sixteen')"
check "the rest of them" "  memberOf subject=Germany object=European Union status=Occurred standing=Established" \
  "$(events 'Germany and the rest of the European Union condemned Russia in Paris.' | tr ';' '\n' | grep memberOf)"
exit $fails
