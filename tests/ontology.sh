#!/bin/sh
# Every ng: term that the program, a golden graph, a query or a knowledge-base
# file uses is defined in ontology/newsgraph.ttl, once, with label and comment.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL
onto=$SRCDIR/ontology/newsgraph.ttl

sed -n 's/^ng:\([A-Za-z]*\) a .*/\1/p' "$onto" | sort >"$dir/all"
sort -u "$dir/all" >"$dir/defined"
twice=$(uniq -d "$dir/all")
[ -z "$twice" ] || fail "defined twice: $twice"
n=$(wc -l <"$dir/defined")
[ "$n" -gt 150 ] || fail "only $n terms found in $onto"
for p in rdfs:label rdfs:comment; do
  # One more each: the ontology's own.
  [ "$(grep -c "^  $p " "$onto")" -eq $((n + 1)) ] || fail "not one $p a term"
done

# used: description, file of names
used() {
  sort -u "$2" | comm -23 - "$dir/defined" >"$dir/unknown"
  [ ! -s "$dir/unknown" ] ||
    fail "$1 not defined in newsgraph.ttl: $(tr '\n' ' ' <"$dir/unknown")"
}
names() { # prefixed names in Turtle or SPARQL, comments and strings left out
  sed 's/"[^"]*"//g; s/<[^>]*>//g; s/#.*//' "$@" |
    grep -oE '(^|[^A-Za-z])ng:[A-Za-z]+' | sed 's/.*ng://'
}

# Everything but one line-broken call is NG_TERM_NG("name") on one line.
cat "$SRCDIR"/src/*/*.c "$SRCDIR"/src/*/*/*.c | tr -d '\n' | grep -oE 'NG_TERM_NG\( *"[A-Za-z]+"' |
  sed 's/.*"\(.*\)"/\1/' >"$dir/emitted"
[ -s "$dir/emitted" ] || fail "no term found in src/emit"
used "emitted terms" "$dir/emitted"

names "$onto" >"$dir/own"
used "terms of newsgraph.ttl itself" "$dir/own"

for folder in kb queries lexicon .; do
  for f in "$SRCDIR"/ontology/"$folder"/*.ttl "$SRCDIR"/ontology/"$folder"/*.rq; do
    [ -f "$f" ] || continue
    names "$f" >"$dir/names"
    used "terms of $f" "$dir/names"
  done
done

for f in "$SRCDIR"/tests/golden/*.nt; do
  [ -f "$f" ] || continue
  grep -oE '<https://w3id.org/newsgraph/ns#[A-Za-z]+>' "$f" |
    sed 's/.*#\(.*\)>/\1/' >"$dir/names"
  used "terms of $f" "$dir/names"
done
exit $fails
