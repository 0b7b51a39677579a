#!/bin/sh
# The graphs of the example articles, triple by triple: tests/data/x.txt gives tests/golden/x.nt, sorted, whatever the
# format. What describes the run is left out, and so is its hash: they name the
# knowledge base's bytes.
#   GOLDEN=write tests/golden.sh      writes them anew: read what changed before you commit it
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
LC_ALL=C
export LC_ALL
golden=$SRCDIR/tests/golden

# Sorted N-Triples of a graph that the program wrote.
triples() {
  grep -vE '^<[^>]*/(run/|kb/[0-9a-f]{20,})' "$1" |
    sed 's,/run/[0-9a-f]*>,/run/this>,' | sort -u
}

n=0
for article in "$SRCDIR"/tests/data/*.txt "$SRCDIR"/tests/data/baltic.jsonl; do
  name=$(basename "$article")
  name=${name%.*}
  n=$((n + 1))
  if ! $NEWSGRAPH graph -q --profile full -o "$dir/graph.nt" "$article"; then
    fail "graph of $name"
    continue
  fi
  triples "$dir/graph.nt" >"$dir/got"
  if [ "${GOLDEN:-}" = write ]; then
    cp "$dir/got" "$golden/$name.nt"
  elif ! cmp -s "$dir/got" "$golden/$name.nt"; then
    fail "the graph of $name is not $golden/$name.nt (GOLDEN=write writes it anew):"
    diff "$golden/$name.nt" "$dir/got" | head -n 40
  fi
  # Every span is what the text says.
  $NEWSGRAPH verify "$dir/graph.nt" --text "$article" >"$dir/said" 2>&1 ||
    fail "verify $name: $(tail -n 3 "$dir/said")"
  # The same triples in Turtle, as other parsers read them.
  $NEWSGRAPH graph -q --profile full -o "$dir/graph.ttl" "$article"
  want=$(sort -u "$dir/graph.nt" | wc -l)
  if command -v rapper >/dev/null; then
    got=$(rapper -q -i turtle -o ntriples "$dir/graph.ttl" | sort -u | wc -l)
    [ "$got" -eq "$want" ] || fail "$name: raptor reads $got triples of $want in Turtle"
  fi
  if command -v serdi >/dev/null; then
    got=$(serdi -q -i turtle -o ntriples "$dir/graph.ttl" | sort -u | wc -l)
    [ "$got" -eq "$want" ] || fail "$name: serd reads $got triples of $want in Turtle"
  fi
done
[ "$n" -ge 7 ] || fail "only $n example articles"
exit $fails
