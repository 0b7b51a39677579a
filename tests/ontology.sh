#!/bin/sh
# Every ng: term that the program, a golden graph, a query or a knowledge-base
# file uses is defined in ontology/newsgraph.ttl, once, with label and comment.
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
onto=$srcdir/ontology/newsgraph.ttl

sed -n 's/^ng:\([A-Za-z]*\) a .*/\1/p' "$onto" | sort >"$work/all"
sort -u "$work/all" >"$work/defined"
twice=$(uniq -d "$work/all")
[ -z "$twice" ] || fail "defined twice: $twice"
n=$(wc -l <"$work/defined")
[ "$n" -gt 150 ] || fail "only $n terms found in $onto"
for p in rdfs:label rdfs:comment; do
  # One more each: the ontology's own.
  [ "$(grep -c "^  $p " "$onto")" -eq $((n + 1)) ] || fail "not one $p a term"
done

# used: description, file of names
used() {
  sort -u "$2" | comm -23 - "$work/defined" >"$work/unknown"
  [ ! -s "$work/unknown" ] ||
    fail "$1 not defined in newsgraph.ttl: $(tr '\n' ' ' <"$work/unknown")"
}
names() { # prefixed names in Turtle or SPARQL, comments and strings left out
  sed 's/"[^"]*"//g; s/<[^>]*>//g; s/#.*//' "$@" |
    grep -oE '(^|[^A-Za-z])ng:[A-Za-z]+' | sed 's/.*ng://'
}

# Everything but one line-broken call is NG_TERM_NG("name") on one line.
cat "$srcdir"/src/*/*.c | tr -d '\n' | grep -oE 'NG_TERM_NG\( *"[A-Za-z]+"' |
  sed 's/.*"\(.*\)"/\1/' >"$work/emitted"
[ -s "$work/emitted" ] || fail "no term found in src/emit"
used "emitted terms" "$work/emitted"

names "$onto" >"$work/own"
used "terms of newsgraph.ttl itself" "$work/own"

for dir in kb queries lexicon .; do
  for f in "$srcdir"/ontology/"$dir"/*.ttl "$srcdir"/ontology/"$dir"/*.rq; do
    [ -f "$f" ] || continue
    names "$f" >"$work/names"
    used "terms of $f" "$work/names"
  done
done

for f in "$srcdir"/tests/golden/*.nt; do
  [ -f "$f" ] || continue
  grep -oE '<https://w3id.org/newsgraph/ns#[A-Za-z]+>' "$f" |
    sed 's/.*#\(.*\)>/\1/' >"$work/names"
  used "terms of $f" "$work/names"
done
exit $fails
