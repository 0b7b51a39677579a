#!/bin/sh
# The deep model as it is installed: every kernel of this machine, and any
# number of threads, print the same bytes; what it cannot read is said.
set -u
: "${NEWSGRAPH:?}" "${SRCDIR:?}" "${BUILDDIR:?}"
model=$BUILDDIR/deep.ngm
[ -f "$model" ] || exit 77
# Under sanitizers or valgrind it takes many minutes; tests/test_encode is there
# for those.
[ -z "${QUICK:-}" ] || exit 77
failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

check() { # what, wanted, got
  if [ "$2" != "$3" ]; then
    printf 'FAILED: %s\nwanted: %s\ngot:    %s\n' "$1" "$2" "$3"
    failed=1
  fi
}

# It is what articles are read with, where it is installed.
NEWSGRAPH_DEEP=$model $NEWSGRAPH parse "$SRCDIR/tests/data/kosovo-serbia.txt" >"$tmp/default"
NEWSGRAPH_DEEP=$model $NEWSGRAPH parse --model deep "$SRCDIR/tests/data/kosovo-serbia.txt" >"$tmp/deep"
$NEWSGRAPH parse --model fast "$SRCDIR/tests/data/kosovo-serbia.txt" >"$tmp/fast"
check "deep is the default" "$(cksum <"$tmp/deep")" "$(cksum <"$tmp/default")"
check "deep is not fast" 1 "$(cmp -s "$tmp/deep" "$tmp/fast"; echo $?)"

for i in 1 2 3 4; do
  cp "$SRCDIR/tests/data/japan-korea.txt" "$tmp/$i-a.txt"
  sed 's/ and / or /g' "$SRCDIR/tests/data/iran-iraq.txt" >"$tmp/$i-b.txt"
done
mkdir "$tmp.k"
head -c 700 "$tmp/1-a.txt" >"$tmp.k/a.txt"
$NEWSGRAPH parse --model "$model" "$tmp.k" >"$tmp.one"
[ -s "$tmp.one" ] || { echo "FAILED: parse prints nothing"; exit 1; }
for kernels in portable sse2 avx2 avx512vnni; do
  NEWSGRAPH_KERNELS=$kernels $NEWSGRAPH parse --model "$model" "$tmp.k" >"$tmp.two"
  check "parse by the kernel $kernels" "$(cksum <"$tmp.one")" \
    "$(cksum <"$tmp.two")"
done
one=$($NEWSGRAPH parse --model "$model" -t 1 "$tmp" | cksum)
eight=$($NEWSGRAPH parse --model "$model" -t 8 "$tmp" | cksum)
check "parse on eight threads" "$one" "$eight"
rm -rf "$tmp.one" "$tmp.two" "$tmp.k"

root=$(echo 'Ministers met in Belgrade.' | $NEWSGRAPH parse --model "$model" |
  cut -f3,4,7,8 | grep root)
check "parse of an article" "meet	VERB	0	root" "$root"
n=$(printf '😀 😀 😀\n\n...\n' | $NEWSGRAPH parse --model "$model" | grep -c 😀)
check "emoji alone" 3 "$n"
check "nothing" 0 "$(printf '' | $NEWSGRAPH parse --model "$model" | grep -c '^1')"
head -c 1000000 "$model" >"$tmp/cut.ngm"
said=$(echo Hello | $NEWSGRAPH parse --model "$tmp/cut.ngm" 2>&1)
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
exit $failed
