#!/bin/sh
# newsgraph load against a store that misbehaves as real ones do.  Each trap
# was met in a store: see doc/stores.md.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$dir"' EXIT
says() { # description, what the last messages must hold
  if ! grep -q -- "$2" "$dir/err"; then
    echo "FAIL: $1: no '$2' in: $(cat "$dir/err")"
    fails=1
  fi
}

if ! python3 -c 'import socket, threading, zlib, hashlib, urllib.parse' 2>/dev/null; then
  echo "no python3: the store's stub cannot run"
  exit 77
fi
unset NEWSGRAPH_USER NEWSGRAPH_PASSWORD NEWSGRAPH_TOKEN http_proxy HTTP_PROXY all_proxy ALL_PROXY
NEWSGRAPH_BACKOFF_MS=1
HOME=$dir
export NEWSGRAPH_BACKOFF_MS HOME
python3 "$SRCDIR/tests/stub_store.py" "$dir/log" >"$dir/port" &
server=$!
tries=0
while [ ! -s "$dir/port" ] && [ $tries -lt 100 ]; do
  sleep 0.1
  tries=$((tries + 1))
done
at="http://127.0.0.1:$(cat "$dir/port")"

# Two articles and what they share; the first twice, so that one line is double.
s=https://w3id.org/newsgraph/id/
type='<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
{
  printf '<%srun/1> %s <http://e/Run> <%sruns> .\n' $s "$type" $s
  for n in 1 2 1; do
    g="<http://e/page?a=$n&b=c>"
    printf '%s\n' "<http://e/$n> $type <https://schema.org/NewsArticle> $g ." \
      "<http://e/$n> <http://e/says> \"one, \\\"two\\\"\\nthree\"@en $g ." \
      "<http://e/$n> <http://e/says> \"$n\" $g ." \
      "<http://e/Q$n> <http://e/label> \"thing $n\" <${s}entities> ."
  done
} >"$dir/two.nq"

load() { # kind of store, its name, options
  store_kind=$1 store=$2
  shift 2
  $NEWSGRAPH load --endpoint "$at/$store" --store "$store_kind" "$@" 2>"$dir/err"
}
triples() { # how many the store has of article 1, article 2, entities, runs
  grep "^= $1" "$dir/log" | tail -n 1 | cut -d ' ' -f 3-
}

# --- every kind of store, and twice the same
for kind in fuseki oxigraph rdf4j graphdb virtuoso qlever graphstore sparql; do
  load $kind $kind "$dir/two.nq"
  check "load into $kind" 0 $?
  check "all is in $kind" "3 3 2 1" "$(triples $kind)"
  load $kind $kind --chunk 200 "$dir/two.nq"
  check "again, in small chunks, into $kind" 0 $?
  check "which changes nothing in $kind" "3 3 2 1" "$(triples $kind)"
done
says "sparql without a place to ask" "sent, not counted"
load sparql sparql --query-endpoint "$at/sparql" "$dir/two.nq"
says "sparql with one" "stored and counted"
# --- what a kind of store was seen to lose, refuse or choke on
load virtuoso a-virtuoso --gzip always "$dir/two.nq"
check "Virtuoso cannot unpack" "0 3 3 2 1" "$? $(triples a-virtuoso)"
check "so that nothing is packed for it" 0 "$(grep -c 'virtuoso.* gzip' "$dir/log")"
check "nor asked for heads, which it has not" 0 "$(grep -c '^HEAD' "$dir/log")"
check "questions come in forms: else Virtuoso hangs" 0 "$(grep -c 'sparql-query' "$dir/log")"
load qlever a-qlever --gzip always "$dir/two.nq"
check "QLever cannot unpack" "0 3 3 2 1" "$? $(triples a-qlever)"
check "QLever takes triples alone" 0 "$(grep -c 'qlever.*n-quads' "$dir/log")"
check "Oxigraph takes no quads for a graph" 0 "$(grep -c 'graph=.*n-quads' "$dir/log")"
i=0
while [ $i -lt 6000 ]; do
  echo "<http://e/1> <http://e/has> \"$i\" <http://e/page?a=1&b=c> ."
  i=$((i + 1))
done >"$dir/wide.nq"
load sparql wide "$dir/wide.nq"
check "an update is small: Virtuoso's compiler fails between 2,000 and 5,000" "0 6000 0 0 0" "$? $(triples wide)"
awk 'BEGIN { for (i = 0; i < 380000; i++)
  printf "<http://e/%d> <http://e/has> \"%084d\" <http://e/page/%d> .\n", i, i, i / 10 }' >"$dir/large.nq"
load virtuoso large-virtuoso --dry-run "$dir/large.nq"
says "chunks of 20 MB: Virtuoso never answers more than 30" "380000 quads, 38000 graphs, 3 chunks"
rm "$dir/large.nq"
check "N-Quads are never sent to Virtuoso, which loses them" "0" "$(grep -c 'virtuoso.*n-quads' "$dir/log")"
check "N-Quads are never PUT, which empties a store" "0" "$(grep -c '^PUT.*n-quads' "$dir/log")"
check "triples are never sent without a graph, which Oxigraph puts anywhere" "0" \
  "$(grep 'n-triples' "$dir/log" | grep -vc '?graph')"

# --- nor is a store waited for when there is nothing to put into it
$NEWSGRAPH load --endpoint http://127.0.0.1:1 --store fuseki "$dir/nowhere.nq" >/dev/null 2>"$dir/err"
check "a missing file and a store that is down" "1 1" "$? $(wc -l <"$dir/err" | tr -d ' ')"
# --- a file that is missing takes no other with it
load fuseki rest "$dir/nowhere.nq" "$dir" "$dir/two.nq"
check "load of what is there" "1 3 3 2 1" "$? $(triples rest)"
says "load of a missing file" "nowhere.nq: cannot open: No such file"
says "load of a folder" "is a folder"
mkfifo "$dir/pipe"
cat "$dir/two.nq" >"$dir/pipe" &
load fuseki piped "$dir/pipe"
check "load of a pipe" "0 3 3 2 1" "$? $(triples piped)"
for wrong in '--base x' '--base http://e/#'; do
  # shellcheck disable=SC2086
  load fuseki wrong $wrong "$dir/two.nq"
  check "load $wrong" 2 $?
done

# --- nor does one that is damaged: nothing of it is sent, all of the others is
{ cat "$dir/two.nq" && printf '<http://e/9> <http://e/says> "torn' && echo; } >"$dir/torn.nq"
printf '<http://e/8> <http://e/says> "8" <http://e/page?a=2&b=c> .\n' >"$dir/eight.nq"
load fuseki torn --replace "$dir/torn.nq" "$dir/eight.nq"
check "load beside a damaged file" "1 0 1 0 0" "$? $(triples torn)"
says "load of a damaged file" "torn.nq:14: "
load fuseki torn "$dir/eight.nq" "$dir/two.nq" "$dir/torn.nq"
check "load before a damaged file" "1 3 4 2 1" "$? $(triples torn)"

# --- what store is it?
for kind in fuseki oxigraph virtuoso; do
  load auto a-$kind "$dir/two.nq"
  check "$kind is recognised" 0 $?
done
check "a-fuseki was filled as Fuseki is" 1 "$(grep -c 'POST /a-fuseki/data application/n-quads' "$dir/log")"
load auto nothing "$dir/two.nq"
check "an unknown store" 2 $?
says "an unknown store" "say --store"

# --- replace, delete: articles only
sed 's/"one/"uno/' "$dir/two.nq" >"$dir/new.nq"
load fuseki fuseki "$dir/new.nq"
check "another version" 0 $?
says "another version" "2 graphs hold more than was sent"
check "another version is added" "4 4 2 1" "$(triples fuseki)"
load fuseki fuseki --replace "$dir/new.nq"
check "replace" "0 3 3 2 1" "$? $(triples fuseki)"
load fuseki fuseki --replace --chunk 200 "$dir/new.nq"
check "replace, though an article comes in two chunks" "0 3 3 2 1" "$? $(triples fuseki)"
{
  grep 'page?a=1' "$dir/new.nq" | head -n 2
  grep 'page?a=2' "$dir/new.nq"
  grep 'page?a=1' "$dir/new.nq" | head -n 1
  echo "<http://e/1> <http://e/says> \"and then\" <http://e/page?a=1&b=c> ."
} >"$dir/parts.nq"
for kind in fuseki sparql; do
  load $kind parts-$kind --replace --chunk 100 "$dir/parts.nq"
  check "an article in two parts is emptied once: $kind" "0 3 3 0 0" "$? $(triples parts-$kind)"
done
load sparql sparql --replace "$dir/new.nq"
check "replace by update" "0 3 3 2 1" "$? $(triples sparql)"
grep 'page?a=1' "$dir/two.nq" >"$dir/one.nq"
for kind in fuseki virtuoso sparql; do
  load $kind $kind --delete "$dir/one.nq"
  check "delete in $kind" "0 0 3 2 1" "$? $(triples $kind)"
done
load fuseki fuseki --delete "$dir/one.nq"
check "delete what is gone" "0 0 3 2 1" "$? $(triples fuseki)"
grep entities "$dir/two.nq" >"$dir/shared.nq"
load fuseki fuseki --delete --graph "${s}entities" "$dir/shared.nq"
check "never the shared graphs" "0 0 3 2 1" "$? $(triples fuseki)"
load fuseki fuseki --replace --graph "${s}entities" "$dir/shared.nq"
check "nor are they replaced" "0 3 2 1" "$(triples fuseki)"
check "no request for them but of more" 0 "$(grep -cE '^(PUT|DELETE).*(entities|runs)' "$dir/log")"

# --- answers that are none
trap_() { # how it behaves, what must be said
  load fuseki "t-$1" "$dir/two.nq"
  check "$1" 1 $?
  says "$1" "$2"
}
trap_ html "a web page answered"
trap_ login "sends us elsewhere (302).*https://login.example.org/"
trap_ full "the store is full): No space left"
trap_ quota "quota): quota exceeded"
trap_ large "smaller --chunk"
trap_ error "answered 500: unsupported type text/plain"
trap_ lose "the store lost something: 2 triples of 3"
trap_ forget "the store lost something: 0 triples of 2 are in <${s}entities>"
trap_ nocsv "count is not understood (application/json)"
trap_ nocount "answered 404"
trap_ basic "answered 401.*netrc"
trap_ bearer "answered 403"
load fuseki t-full "$dir/two.nq"
says "what stands and what does not" "may be stored in part"
load virtuoso t-lose "$dir/two.nq"
check "a loss in Virtuoso" 1 $?

# --- what passes
for how in busy dead hangup; do
  load oxigraph "p-$how" "$dir/two.nq"
  check "$how" "0 3 3 2 1" "$? $(triples "p-$how")"
  [ $how = hangup ] || says "$how is told" "again in" # libcurl tries that itself
done
for how in 408 502 503 504; do
  load oxigraph "p-$how" "$dir/two.nq"
  check "$how passes" "0 3 3 2 1" "$? $(triples "p-$how")"
  says "$how passes" "answered $how; again in 0.0 s"
done
load oxigraph p-patient "$dir/two.nq"
check "Retry-After" "0 3 3 2 1" "$? $(triples p-patient)"
says "Retry-After is kept" "again in 1.0 s"
load oxigraph p-dated "$dir/two.nq"
check "Retry-After, a date" "0 3 3 2 1" "$? $(triples p-dated)"
says "Retry-After is kept, a date" "again in [1-5].0 s"
load oxigraph p-quota --retries 2 "$dir/two.nq"
check "a quota is tried so often" 3 "$(grep -c '^POST /p-quota/store' "$dir/log")"
$NEWSGRAPH load --endpoint http://127.0.0.1:1/ --store fuseki --retries 1 "$dir/two.nq" 2>"$dir/err"
check "nobody there" 1 $?
says "nobody there" "127.0.0.1 port 1"
says "nobody there is asked again" "; again in "

# --- who we are
NEWSGRAPH_USER=u NEWSGRAPH_PASSWORD=p load fuseki c-basic "$dir/two.nq"
check "user and password" 0 $?
NEWSGRAPH_USER=u NEWSGRAPH_PASSWORD=p load virtuoso c-digest "$dir/two.nq"
check "digest" 0 $?
NEWSGRAPH_USER=u NEWSGRAPH_PASSWORD=x load virtuoso c-digest "$dir/two.nq"
check "the wrong password" 1 $?
NEWSGRAPH_TOKEN=t0ken load qlever c-bearer "$dir/two.nq"
check "token" 0 $?
echo "machine 127.0.0.1 login u password p" >"$dir/.netrc"
load fuseki n-basic "$dir/two.nq"
check "netrc" 0 $?
mv "$dir/.netrc" "$dir/keys"
load fuseki n-basic --netrc-file "$dir/keys" "$dir/two.nq"
check "another netrc" 0 $?
$NEWSGRAPH load --endpoint http://u:p@127.0.0.1/ --store fuseki "$dir/two.nq" 2>"$dir/err"
check "no password in the address" 2 $?
says "no password in the address" "netrc"

# --- packed, shown, tried out
load fuseki z --gzip always "$dir/two.nq"
check "compressed" "0 3 3 2 1" "$? $(triples z)"
check "and it was" 1 "$(grep -c '^POST /z/data application/n-quads gzip' "$dir/log")"
load fuseki near "$dir/two.nq"
check "not on the way to this machine" 1 "$(grep -c '^POST /near/data application/n-quads plain' "$dir/log")"
load fuseki dry --dry-run "$dir/two.nq"
says "dry run" "13 quads, 2 graphs, 1 chunks, 1 requests.*would be sent"
check "show" "curl -f --netrc -X POST -H 'Content-Type: application/n-quads' --data-binary @chunk-1.nq '$at/dry/data'" \
  "$(load fuseki dry --show "$dir/two.nq")"
check "no password is shown" 0 "$(NEWSGRAPH_USER=u NEWSGRAPH_PASSWORD=secret NEWSGRAPH_TOKEN=t0ken load fuseki dry --show "$dir/two.nq" |
  grep -cE 'secret|t0ken')"
check "neither has sent anything" 0 "$(grep -c /dry/ "$dir/log")"

# --- other inputs
printf '<http://e/1> <http://e/says> "one" .\n' >"$dir/plain.nt"
load virtuoso never --replace --graph urn: "$dir/plain.nt"
check "a name that some stores take for none" 2 $?
says "a name that some stores take for none" "not sent, as it could erase more than one graph"
check "which is not sent" 0 "$(grep -c '^PUT /never' "$dir/log")"
load oxigraph i "$dir/plain.nt"
check "triples of no graph" 2 $?
says "triples of no graph" "say --graph"
load oxigraph i --graph 'http://e/page?a=1&b=c' --replace "$dir/plain.nt"
check "triples of a named graph" "0 1 0 0 0" "$? $(triples i)"
printf '_:a <http://e/says> "one" <http://e/g> .\n' >"$dir/blank.nq"
load oxigraph i "$dir/blank.nq"
check "a blank node" 2 $?
printf '<http://e/1> <http://e/says> "one .\n' >"$dir/bad.nq"
load oxigraph i "$dir/bad.nq"
check "broken input" 1 $?
says "broken input" "bad.nq:1"
load oxigraph i "$dir/none.nq"
check "no input" 1 $?
gzip -c "$dir/two.nq" | load oxigraph pipe -
check "compressed, through a pipe" "0 3 3 2 1" "$? $(triples pipe)"

printf '<a> <http://e/says> "one" <http://e/g> .\n' >"$dir/relative.nq"
load fuseki i "$dir/relative.nq"
check "a relative IRI, which Fuseki would resolve against itself" 1 $?
printf '<http://e/1> <says> <#a> .\n' >"$dir/relative.ttl"
load fuseki i --graph http://e/g "$dir/relative.ttl"
check "one in Turtle" 2 $?
says "one in Turtle" "relative"

# --- wrong usage
for wrong in "--chunk 0" "--chunk x" "--retries -1" "--auth none" "--gzip 1" "--replace --delete" "--nonsense" \
  "--graph relative" "--graph http://e/><y:" "--query-endpoint host/sparql" "--netrc-file /nowhere" "--cacert /nowhere" "--store mysql" "--timeout"; do
  # shellcheck disable=SC2086 # words
  $NEWSGRAPH load --endpoint "$at/w" --store fuseki "$dir/two.nq" $wrong 2>"$dir/err"
  check "wrong usage: $wrong" 2 $?
done
for wrong in "ftp://x/" "http:///" "x" "http://x/?a" "http://x y/"; do
  $NEWSGRAPH load --store fuseki --endpoint "$wrong" "$dir/two.nq" 2>"$dir/err"
  check "endpoint $wrong" 2 $?
done
$NEWSGRAPH load "$dir/two.nq" 2>"$dir/err"
check "no endpoint" 2 $?
$NEWSGRAPH load --help >/dev/null
check "help" 0 $?

# --- interrupted: killed anywhere, it goes on, and the count is exact
i=0
while [ $i -lt 300 ]; do
  echo "<http://e/$i> $type <https://schema.org/NewsArticle> <http://e/many/$i> ."
  echo "<http://e/$i> <http://e/says> \"$i\" <http://e/many/$i> ."
  echo "<http://e/Q$((i % 9))> <http://e/label> \"thing $((i % 9))\" <${s}entities> ."
  i=$((i + 1))
done >"$dir/many.nq"
round=0
while [ $round -lt 8 ]; do
  round=$((round + 1))
  NEWSGRAPH_BACKOFF_MS=1 $NEWSGRAPH load --endpoint "$at/k" --store fuseki --chunk 300 \
    --journal "$dir/journal" "$dir/many.nq" 2>/dev/null &
  job=$!
  sleep "0.0$round"
  kill -9 $job 2>/dev/null
  wait $job 2>/dev/null
done
load fuseki k --chunk 300 --journal "$dir/journal" "$dir/many.nq"
check "going on after kill -9" 0 $?
says "going on after kill -9" "900 quads, 300 graphs, 150 chunks"
check "the journal is whole" "150 1" "$(grep -c '^chunk' "$dir/journal") $(grep -c '^done$' "$dir/journal")"
before=$(wc -l <"$dir/log")
load fuseki k --chunk 300 --journal "$dir/journal" "$dir/many.nq"
says "nothing is left to do" "0 requests.*150 chunks were stored before"
load fuseki k --chunk 400 --journal "$dir/journal" "$dir/many.nq"
check "a journal of another chunk size" 2 $?
load fuseki elsewhere --chunk 300 --journal "$dir/journal" "$dir/many.nq"
check "a journal of another store" 2 $?
sed 's/thing 3/thing three/' "$dir/many.nq" >"$dir/changed.nq"
load fuseki k --chunk 300 --journal "$dir/journal" "$dir/changed.nq"
check "another input than the journal's" 2 $?
says "another input than the journal's" "begin a new journal"
echo text >"$dir/text"
load fuseki k --journal "$dir/text" "$dir/many.nq"
check "no journal at all" 2 $?
check "which stays as it is" text "$(cat "$dir/text")"
# cut off in the middle of a line: that chunk is sent again
head -c $(($(wc -c <"$dir/journal") - 30)) "$dir/journal" >"$dir/torn"
load fuseki k --chunk 300 --journal "$dir/torn" "$dir/many.nq"
check "a torn journal" 0 $?
says "a torn journal" "149 chunks were stored before"
load fuseki k --chunk 300 --journal "$dir/no/such/folder" "$dir/many.nq"
check "a journal that cannot be" 1 $?
load fuseki k --chunk 300 --journal /dev/zero "$dir/many.nq"
check "a device for a journal" 2 $?
says "a device for a journal" "'/dev/zero' is no regular file"
load fuseki k --chunk 0 "$dir/many.nq"
check "a chunk of nothing" 2 $?
says "a chunk of nothing" "load: --chunk cannot be '0'"
[ "$before" -gt 0 ] || fails=1
# nothing outlives a loader that was killed: its reader would hold the pipe open
for i in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19; do cat "$dir/many.nq"; done >"$dir/long.nq"
(
  export NEWSGRAPH_BACKOFF_MS=60000
  exec 2>/dev/null
  $NEWSGRAPH load --endpoint "$at/l-quota" --store fuseki --chunk 300 "$dir/long.nq" &
  sleep 0.5
  kill -9 $!
) | timeout 10 cat
check "nothing outlives a killed loader" 0 $?

exit $fails
