#!/bin/sh
# What a caller may ask of linking: only some types, spans of his own; and what
# `eval linking` and `bench link` measure.
# shellcheck disable=SC2086 # NEWSGRAPH may hold a wrapper and its options
set -u
: "${NEWSGRAPH:?}" "${SRCDIR:?}"
fails=0
check() { # description, expected, actual: status or output
  if [ "$2" != "$3" ]; then
    printf 'FAIL: %s:\n  got  %s\n  want %s\n' "$1" "$3" "$2"
    fails=1
  fi
}

dir=$(mktemp -d) || exit 99
trap 'rm -rf "$dir"' EXIT
article=$SRCDIR/tests/data/kosovo-serbia.txt

# --- types -----------------------------------------------------------------------
types() { # of the mentions on stdin, each once
  sed 's/,"times".*//' | grep -o '"type":[^,]*' | sort -u | cut -d: -f2 | tr '\n' ' '
}
check "--types of one" '"Person" ' "$($NEWSGRAPH mentions --types person "$article" | types)"
check "--types with what is below" '"AdministrativeArea" "City" "Country" "LandmarksOrHistoricalBuildings" ' \
  "$($NEWSGRAPH mentions --types Place "$article" | types)"
check "--types and --not-types" '"AdministrativeArea" "City" "LandmarksOrHistoricalBuildings" ' \
  "$($NEWSGRAPH mentions --types place --not-types country "$article" | types)"
$NEWSGRAPH mentions --types person,bogus "$article" >/dev/null 2>"$dir/said"
check "a type that is none" 2 $?
check "its message" 1 "$(grep -c "no type 'bogus'" "$dir/said")"
$NEWSGRAPH graph --not-types '' "$article" >/dev/null 2>&1
check "no type at all" 2 $?
all=$($NEWSGRAPH mentions "$article" | grep -o '"type":"Person"' | wc -l)
for profile in full nif; do
  $NEWSGRAPH graph --model none --types person --profile $profile -f ntriples "$article" >"$dir/graph.nt"
  check "mentions in a graph of persons, $profile" "$all" \
    "$(grep -c 'taClassRef> <[^>]*/Person>' "$dir/graph.nt")"
  check "no other, $profile" "$all" "$(grep -c taIdentRef "$dir/graph.nt")"
done
check "nobody describes what is not shown" 0 "$(grep -c 'schema.org/Country>' "$dir/graph.nt")"

exit $fails
