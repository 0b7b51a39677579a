#!/bin/sh
# Who says what, as a chain that can be walked: nothing is attributed to itself,
# whoever speaks along the chain is an ng:voice, and what is said
# by two acts at once is attributed to one.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
rows() { $NEWSGRAPH query -f csv "$dir/a.nt" "$1" | tail -n +2 | tr -d '\r'; }

cat >"$dir/a.txt" <<'EOF'
Serbian officials said the envoy was ill; his death, they reported, was an accident.

Agreeing to talks did not mean that Serbia was admitting guilt, Angela Merkel added.

Angela Merkel told reporters that "every independent expert" from Germany had suggested "Macron met Vucic".

The attack, which killed thirty of its soldiers, its central bank said, hurt Serbia.

Emmanuel Macron agreed and said the prices had to be seen in context.

Aleksandar Vucic was once a member of the Liberal Democratic Party. Former SPD member Olaf Scholz met Macron.
EOF
for model in fast deep; do
  for date in '' '--date 2020-07-12'; do
    # shellcheck disable=SC2086 # two words
    $NEWSGRAPH graph --model $model $date -o "$dir/a.nt" "$dir/a.txt" 2>/dev/null || continue
    check "$model: attributed to itself" "" "$(rows 'SELECT ?e { ?e ng:attributedTo ?e }')"
    check "$model: two that tell each other" "" "$(rows 'SELECT ?e { ?e ng:attributedTo ?f . ?f ng:attributedTo ?e }')"
    check "$model: told by two" "" "$(rows 'SELECT ?x { ?x ng:attributedTo ?e, ?f FILTER (?e != ?f) }')"
    rows 'SELECT ?x ?s { ?x ng:attributedTo ?e . ?e ng:speaker ?s }' >"$dir/spoken"
    rows 'SELECT ?x ?s { ?x ng:attributedTo ?e . ?e ng:attributedTo ?f . ?f ng:speaker ?s }' >>"$dir/spoken"
    rows 'SELECT ?x ?s { ?x ng:voice ?s }' | sort -u >"$dir/heard"
    [ -s "$dir/spoken" ] || fail "$model: nobody speaks"
    check "$model: speakers that are no voice" "" "$(sort -u "$dir/spoken" | comm -23 - "$dir/heard")"
    # What was so once needs a day to say until when.
    check "$model: claims that hold at no date" "$([ "$date" ] && echo 2)" \
      "$(rows 'SELECT ?c { ?c rdf:predicate ng:memberOfParty ; ng:standing ng:Established }' | grep -c . | sed 's/^0$//')"
  done
done
exit $fails
