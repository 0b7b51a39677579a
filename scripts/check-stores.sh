#!/bin/bash
# check-stores.sh [--install] [--quads N [--kills N]] [KIND...] - graphs into real triple stores, the same answers out.
#
# For each store that is here (oxigraph fuseki rdf4j virtuoso, or the KINDs named): starts it on loopback, loads the
# example articles and 1,000 made-up ones with `newsgraph load`, compares counts, replaces and deletes an article, asks
# every query of ontology/queries and compares with `newsgraph query`, kills loader and store in the middle of a
# load and resumes.  What it started it stops, by process id.  --install fetches what is missing, into $STORES.
# --quads N instead loads so many made-up quads, beside curl with the same bytes, and then again while loader or store
# are killed --kills times (20) at random moments: at the end the store must hold each quad, and no other.
#   NEWSGRAPH   the program; default build/newsgraph        STORES   where stores are kept; default build/stores
# Exit status: 0 all is well, 1 something differs, 77 no store is here.
# shellcheck disable=SC2317 # what each kind does is called by its name
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
NEWSGRAPH=$(realpath "${NEWSGRAPH:-build/newsgraph}")
STORES=$(realpath -m "${STORES:-build/stores}")
OXIGRAPH=0.5.13 FUSEKI=5.6.0 RDF4J=3.7.7 JETTY=9.4.54.v20240208
export LC_ALL=C
unset NEWSGRAPH_USER NEWSGRAPH_PASSWORD NEWSGRAPH_TOKEN http_proxy HTTP_PROXY

for tool in curl python3; do
  command -v $tool >/dev/null || { echo "no $tool: nothing was checked" && exit 77; }
done

install=no quads=0 kills=20 kinds=
while [ $# -gt 0 ]; do
  case $1 in
  --install) install=yes ;;
  --quads) quads=$2 && shift ;;
  --kills) kills=$2 && shift ;;
  -*) sed -n '2,11s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
  *) kinds="$kinds $1" ;;
  esac
  shift
done

fails=0
fail() { echo "FAIL: $kind: $*" && fails=1; }
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
wait_for() { # command: until it succeeds, 60 s at most
  for _ in $(seq 300); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.2
  done
  return 1
}

# --- the stores: where each is, how it starts --------------------------------------------------------------------
maven() { # group:artifact:version[:type] into $STORES/$kind
  mkdir -p "$STORES/$kind"
  mvn -q dependency:copy -Dartifact="$1" -DoutputDirectory="$STORES/$kind" >"$STORES/$kind/mvn.log" 2>&1
}

oxigraph_here() { [ -x "$STORES/oxigraph/bin/oxigraph" ]; }
oxigraph_install() { python3 -m venv "$STORES/oxigraph" && "$STORES/oxigraph/bin/pip" -q install --timeout 20 --retries 1 "oxigraph==$OXIGRAPH"; }
oxigraph_start() { # folder, port
  "$STORES/oxigraph/bin/oxigraph" serve --union-default-graph --location "$1" --bind "127.0.0.1:$2" >>"$1.log" 2>&1 &
  pid=$!
  endpoint=http://127.0.0.1:$2 asked=$endpoint/query
  wait_for curl -sf "$asked?query=ASK%7B%7D"
}

oxigraph_own() { "$STORES/oxigraph/bin/oxigraph" load -l "$1" -f "$2"; } # folder, file: by its own loader

fuseki_here() { [ -f "$STORES/fuseki/jena-fuseki-server-$FUSEKI.jar" ]; }
fuseki_install() { maven "org.apache.jena:jena-fuseki-server:$FUSEKI"; }
fuseki_start() {
  mkdir -p "$1/tdb"
  FUSEKI_BASE=$1 java -Xmx1200m -jar "$STORES/fuseki/jena-fuseki-server-$FUSEKI.jar" --localhost --port="$2" \
    --set tdb2:unionDefaultGraph=true --tdb2 --loc="$1/tdb" --update /ds >>"$1.log" 2>&1 &
  pid=$!
  endpoint=http://127.0.0.1:$2/ds asked=$endpoint/query
  wait_for curl -sf "http://127.0.0.1:$2/\$/ping"
}

fuseki_own() {
  mkdir -p "$1"
  java -Xmx1200m -cp "$STORES/fuseki/jena-fuseki-server-$FUSEKI.jar" tdb2.tdbloader --loader=parallel --loc "$1/tdb" "$2"
}

rdf4j_here() { [ -f "$STORES/rdf4j/rdf4j-http-server-$RDF4J.war" ] && [ -f "$STORES/rdf4j/jetty-runner-$JETTY.jar" ]; }
rdf4j_install() { maven "org.eclipse.rdf4j:rdf4j-http-server:$RDF4J:war" && maven "org.eclipse.jetty:jetty-runner:$JETTY"; }
rdf4j_start() {
  mkdir -p "$1"
  java -Xmx1200m -Dorg.eclipse.rdf4j.appdata.basedir="$1" -jar "$STORES/rdf4j/jetty-runner-$JETTY.jar" \
    --host 127.0.0.1 --port "$2" --path /rdf4j-server "$STORES/rdf4j/rdf4j-http-server-$RDF4J.war" >>"$1.log" 2>&1 &
  pid=$!
  endpoint=http://127.0.0.1:$2/rdf4j-server/repositories/ng asked=$endpoint
  wait_for curl -sf "http://127.0.0.1:$2/rdf4j-server/protocol" || return 1
  curl -sf "$endpoint/size" >/dev/null || curl -sf -X PUT -H 'Content-Type: text/turtle' --data-binary @- "$endpoint" <<'EOF'
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "ng" ; rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
  sr:sailImpl [ sail:sailType "openrdf:NativeStore" ] ] .
EOF
}

rdf4j_own() { return 1; } # it has none

virtuoso_here() { command -v virtuoso-t >/dev/null && command -v isql-vt >/dev/null; }
virtuoso_install() { apt-get -qq install -y --no-install-recommends virtuoso-opensource-7-bin >/dev/null; }
virtuoso_start() {
  mkdir -p "$1"
  sql=$(free_port)
  cat >"$1/virtuoso.ini" <<EOF
[Database]
DatabaseFile=$1/v.db
ErrorLogFile=$1/v.log
LockFile=$1/v.lck
TransactionFile=$1/v.trx
xa_persistent_file=$1/v.pxa
TempStorage=TempDatabase
[TempDatabase]
DatabaseFile=$1/t.db
TransactionFile=$1/t.trx
[Parameters]
ServerPort=127.0.0.1:$sql
DisableUnixSocket=1
ServerThreads=10
CheckpointInterval=0
NumberOfBuffers=40000
DirsAllowed=$1/load
MaxDirtyBuffers=30000
[HTTPServer]
ServerPort=127.0.0.1:$2
ServerRoot=$1
ServerThreads=4
[SPARQL]
ResultSetMaxRows=1000000
MaxQueryExecutionTime=60
EOF
  virtuoso-t +configfile "$1/virtuoso.ini" +wait +foreground >>"$1.log" 2>&1 &
  pid=$!
  export NEWSGRAPH_USER=dba NEWSGRAPH_PASSWORD=dba
  endpoint=http://127.0.0.1:$2 asked=$endpoint/sparql
  wait_for curl -sf "$asked?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"
}

virtuoso_own() {
  virtuoso_start "$1" "$port" || return 1
  mkdir -p "$1/load" && ln -f "$2" "$1/load/" || return 1
  isql-vt "127.0.0.1:$sql" dba dba ERRORS=STDOUT \
    exec="ld_dir('$1/load', '%.nq', 'https://w3id.org/newsgraph/id/none'); rdf_loader_run(); checkpoint; select ll_error from DB.DBA.load_list where ll_error is not null;" |
    grep -q '^0 Rows'
}

stop() { # signal
  kill "-$1" "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  rm -f "$work/$kind/v.lck"
}

# --- data --------------------------------------------------------------------------------------------------------
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill -9 "$pid" 2>/dev/null; rm -rf "$work"' EXIT

made_up() { # how many: articles, each unlike the others
  awk -v n="$1" 'BEGIN {
    split("Serbia Kosovo France Germany Spain Greece Romania Italy Norway Japan", c, " ")
    split("met visited called accused thanked", v, " ")
    for (i = 1; i <= n; i++) {
      a = c[i % 10 + 1]; b = c[int(i / 10) % 10 + 1]; w = v[i % 5 + 1]
      printf "{\"id\":\"m%d\",\"url\":\"https://news.example.org/%d?a=1&b=%d\",\"date\":\"2020-%02d-%02d\",", i, i, i % 7, i % 12 + 1, i % 28 + 1
      printf "\"text\":\"The prime minister of %s %s the president of %s in %s on day %d of the talks. ", a, w, b, c[i % 7 + 1], i
      printf "Angela Merkel and Emmanuel Macron said that %s and %s must go on. %s refused.\"}\n", a, b, b
    }
  }'
}

$NEWSGRAPH graph -q -f nquads --profile full -o "$work/examples.nq" tests/data/*.txt || exit 1
made_up 1000 | $NEWSGRAPH graph -q -f nquads -o "$work/many.nq.gz" - || exit 1
made_up 150 | $NEWSGRAPH graph -q -f nquads -o "$work/some.nq.gz" - || exit 1
cat "$work/examples.nq" <(gzip -dc "$work/many.nq.gz") | sort -u >"$work/all"
expected=$(wc -l <"$work/all")
# The fast model's graph of an article made up has 81 quads that no other has.
[ "$quads" -eq 0 ] || made_up $((quads / 81 + 1)) | $NEWSGRAPH graph -q -t 2 --model fast -f nquads -o "$work/large.nq" - || exit 1

# --- questions ---------------------------------------------------------------------------------------------------
ask() { curl -sf -H 'Accept: text/csv' --data-urlencode "query@$1" "$asked"; }
count() {
  echo 'SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER (STRSTARTS(STR(?g), "https://")) }' >"$work/count.rq"
  ask "$work/count.rq" | tail -n 1 | tr -dc 0-9
}
# Rows of CSV without the names, sorted, whatever was quoted; numbers by their value: RDF4J gives 100 as 100.0.
rows() {
  python3 -c '
import csv, re, sys
def cell(s):
    return re.sub(r"[.]?0*$", "", s) if re.fullmatch(r"-?[0-9]+[.][0-9]+", s) else s
for row in sorted([cell(c) for c in row] for row in list(csv.reader(line.replace("\r", "") for line in sys.stdin))[1:]):
    print("|".join(row))'
}
same_answers() {
  n=0
  for rq in ontology/queries/*.rq; do
    name=$(basename "$rq" .rq)
    $NEWSGRAPH query -f csv "$work/examples.nq" --file "$rq" 2>"$work/said" | rows >"$work/want" ||
      fail "$name: $(cat "$work/said")"
    ask "$rq" | rows >"$work/got" || fail "$name: no answer"
    cmp -s "$work/want" "$work/got" || fail "$name: other answers: $(diff "$work/want" "$work/got" | head -n 6)"
    n=$((n + 1))
  done
  echo "$kind: $n queries asked"
}

load() { $NEWSGRAPH load --endpoint "$endpoint" "$@" 2>"$work/said" || { cat "$work/said" && fail "load $*"; }; }
killed() { # file, chunk, times: kill the loader, and the store, in the middle; what is there then must be exact
  store=$work/$kind
  whole=$(gzip -cdf "$1" | sort -u | wc -l)
  for round in $(seq "$3"); do
    rm -f "$work/journal"
    $NEWSGRAPH load --endpoint "$endpoint" --store "$kind" --chunk "$2" --journal "$work/journal" "$1" 2>/dev/null &
    loader=$!
    sleep "0.$((RANDOM % 9))$((RANDOM % 9))"
    if [ $((round % 2)) -eq 0 ]; then
      stop 9
      wait $loader 2>/dev/null & # it goes on asking until the store is back
      "${kind}_start" "$store" "$port" || fail "no start after kill -9"
    else
      kill -9 $loader
    fi
    wait $loader 2>/dev/null
    load --store "$kind" --chunk "$2" --journal "$work/journal" "$1"
    now=$(count)
    [ "$now" = "$whole" ] || fail "round $round: $now quads after kill -9 and resuming, $whole were sent"
    [ "$round" = "$3" ] || load --store "$kind" --delete "$1"
  done
  echo "$kind: killed $3 times, $whole quads, counts exact"
}

check() {
  port=$(free_port)
  "${kind}_start" "$work/$kind" "$port" || { cat "$work/$kind.log"; fail "does not start" && return; }
  load "$work/examples.nq"
  same_answers
  load "$work/many.nq.gz"
  [ "$(count)" = "$expected" ] || fail "$(count) quads, $expected were sent"
  load --replace "$work/examples.nq" "$work/some.nq.gz"
  [ "$(count)" = "$expected" ] || fail "$(count) quads after replacing, $expected were sent"
  echo "$kind: $expected quads, $(sed -n 's/.*requests, \(.*\): stored.*/\1/p' "$work/said") to replace 156 articles"
  gone='<https://(w3id.org/newsgraph/id/article/[0-9a-f]*|news.example.org/([1-9]|[1-9][0-9]|1[0-4][0-9]|150)[?][^>]*)> .$'
  left=$(grep -cvE "$gone" "$work/all")
  load --delete "$work/examples.nq" "$work/some.nq.gz"
  [ "$(count)" = "$left" ] || fail "$(count) quads after deleting, $left must stay"
  stop TERM
  rm -rf "${work:?}/$kind"
  "${kind}_start" "$work/$kind" "$port" || fail "does not start again"
  killed "$work/some.nq.gz" 100K 4
  stop TERM
  pid=
}

# --- large: --quads N --------------------------------------------------------------------------------------------
seconds() { # command: wall seconds it took
  python3 -c 'import subprocess, sys, time
t = time.time()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print("%.1f" % (time.time() - t))' "$@"
}
fresh() { # an empty store, started
  [ -z "$pid" ] || stop TERM
  rm -rf "${work:?}/$kind"
  "${kind}_start" "$work/$kind" "$port" || { fail "does not start" && return 1; }
}
exact() { # when
  now=$(count)
  [ "$now" = "$distinct" ] || fail "$1: $now quads, $distinct were sent"
}
beside_curl() {
  fresh || return
  ours=$(seconds "$NEWSGRAPH" load --endpoint "$endpoint" --store "$kind" "$work/large.nq")
  exact "after loading"
  theirs="not possible"
  if [ "$kind" != virtuoso ]; then
    fresh || return
    split -C 20M "$work/large.nq" "$work/part-"
    path=$($NEWSGRAPH load --endpoint "$endpoint" --store "$kind" --show "$work/examples.nq" 2>/dev/null | sed "s/.*'\(http.*\)'$/\1/")
    theirs="$(seconds sh -c "for f in $work/part-*; do curl -sf -X POST -H 'Content-Type: application/n-quads' --data-binary @\$f '$path' || exit 1; done") s"
    rm -f "$work"/part-*
  fi
  echo "$kind: $(wc -l <"$work/large.nq") lines, $distinct quads: newsgraph load $ours s, curl in chunks of 20 MB $theirs"
}
own_loader() {
  stop TERM
  rm -rf "${work:?}/$kind"
  began=$(date +%s.%N)
  "${kind}_own" "$work/$kind" "$work/large.nq" >"$work/own.log" 2>&1 || { echo "$kind: no loader of its own here" && return; }
  echo "$kind: its own loader $(echo "$began $(date +%s.%N)" | awk '{ printf "%.1f", $2 - $1 }') s"
  [ "$kind" = virtuoso ] || "${kind}_start" "$work/$kind" "$port" || fail "does not start after its own loader"
  exact "after its own loader"
}
# One load after the other, killed at random moments until that was done $kills times; what one leaves, the next
# takes up.  A load that comes to its end is counted, and another begins with an empty store.
killed_large() {
  done=0 ends=0
  fresh || return
  rm -f "$work/journal"
  while [ $done -lt "$kills" ] && [ $fails = 0 ]; do
    $NEWSGRAPH load --endpoint "$endpoint" --store "$kind" --chunk 4M --journal "$work/journal" "$work/large.nq" 2>"$work/said" &
    loader=$!
    sleep "$((RANDOM % 8)).$((RANDOM % 10))"
    if ! kill -0 $loader 2>/dev/null; then
      wait $loader || fail "load: $(cat "$work/said")"
      exact "after $done kills"
      ends=$((ends + 1))
      fresh || return
      rm -f "$work/journal"
      continue
    fi
    done=$((done + 1))
    kill -9 $loader
    wait $loader 2>/dev/null
    [ $((done % 2)) -eq 0 ] || continue
    stop 9
    "${kind}_start" "$work/$kind" "$port" || fail "no start after kill -9"
  done
  load --store "$kind" --chunk 4M --journal "$work/journal" "$work/large.nq"
  exact "after $done kills"
  echo "$kind: $done times kill -9 (every second time of the store as well), $((ends + 1)) loads of $distinct quads came to their end, counts exact"
}
large() {
  port=$(free_port)
  distinct=$(sort -u "$work/large.nq" | wc -l)
  beside_curl
  own_loader
  killed_large
  stop TERM
  pid=
}

any=no
for kind in ${kinds:-oxigraph fuseki rdf4j virtuoso}; do
  [ $install = no ] || "${kind}_here" || "${kind}_install" || echo "$kind: cannot be installed here"
  if ! "${kind}_here"; then
    echo "$kind: not here, skipped (--install fetches it)"
    continue
  fi
  any=yes
  if [ "$quads" -eq 0 ]; then check; else large; fi
  unset NEWSGRAPH_USER NEWSGRAPH_PASSWORD
done
[ $any = yes ] || { echo "no store is here: nothing was checked" && exit 77; }
exit $fails
