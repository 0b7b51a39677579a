#!/bin/sh
# demo.sh - from a bare Debian machine to the answer of a SPARQL question about the example article.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh run

if [ -t 1 ]; then bold=$(printf '\033[1m') green=$(printf '\033[32m') plain=$(printf '\033[0m'); else bold='' green='' plain=''; fi
article=tests/data/kosovo-serbia.txt graph=out/kosovo-serbia.ttl
newsgraph=build/newsgraph
mkdir -p out

say() { printf '\n%s%s%s\n' "$bold" "$1" "$plain"; }

say "newsgraph graph --profile full -o $graph $article"
$newsgraph graph --profile full -o "$graph" "$article"
printf '%s%s triples%s about the article are in %s%s%s\n' "$green" \
  "$($newsgraph graph --profile full -f ntriples "$article" | wc -l)" "$plain" "$green" "$graph" "$plain"

say "Whom and what does it mention, and how often?"
$newsgraph query "$graph" --file ontology/queries/q20-mention-counts.rq

say "Who held which office on the day of the article?"
$newsgraph query "$graph" --file ontology/queries/q14-offices.rq
