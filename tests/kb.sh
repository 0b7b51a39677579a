#!/bin/sh
# Knowledge bases as a user meets them: built, looked into, compared, damaged.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
says() { # description, part of a message, file
  if ! grep -qF -- "$2" "$3"; then
    echo "FAIL: $1: no '$2' in: $(cat "$3")"
    fails=1
  fi
}
kb() { # run a kb command; output and messages in files, status in $status
  $NEWSGRAPH kb "$@" >"$dir/out" 2>"$dir/err"
  status=$?
}

cat >"$dir/prefixes" <<'END'
@prefix ng: <https://w3id.org/newsgraph/ns#> .
@prefix k: <https://w3id.org/newsgraph/kb/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
END
{
  cat "$dir/prefixes"
  cat <<'END'
wd:Q403 ng:kind "country" ; rdfs:label "Serbia" ; ng:capital wd:Q3711 .
wd:Q3711 ng:kind "city" ; rdfs:label "Belgrade" ; ng:popularity 500 .
wd:Q222031 ng:kind "person" ; rdfs:label "Aleksandar Vučić" ;
  ng:held [ ng:office k:president ; ng:validFrom "2017-05-31" ] .
k:president ng:kind "office" ; rdfs:label "President of Serbia" ;
  ng:jurisdiction wd:Q403 .
END
} >"$dir/a.ttl"

# --- build, info, find, show
kb build -o "$dir/a.kb" "$dir/a.ttl"
check "build" 0 $status
check "build is silent" "" "$(cat "$dir/out" "$dir/err")"
kb build -o "$dir/again.kb" "$dir/a.ttl"
cmp -s "$dir/a.kb" "$dir/again.kb"
check "the same sources make the same bytes" 0 $?
kb info "$dir/a.kb"
check "info" 0 $status
check "info counts" "entities	4" "$(grep '^entities' "$dir/out")"
kb find -k "$dir/a.kb" vucic
check "find" 0 $status
check "find shows the entity" "Q222031" "$(sed -n 2p "$dir/out" | cut -f2)"
kb find -k "$dir/a.kb" nobody
check "find nothing" 1 $status
says "find nothing" "no entity has the name 'nobody'" "$dir/err"
kb show -k "$dir/a.kb" Q222031
check "show" 0 $status
says "show prints offices with their dates" "2017-05-31..	" "$dir/out"
says "show prints the jurisdiction" "Q403 Serbia" "$dir/out"
kb show -k "$dir/a.kb" https://w3id.org/newsgraph/kb/president
check "show by IRI" 0 $status
kb show -k "$dir/a.kb" Q1
check "show a stranger" 1 $status
kb show -k "$dir/a.ttl" Q403
check "a source is a base" 0 $status

# --- who has the name alone as an article's title comes first
{
  printf 'qid\tlabel\taliases\tdescription\ttypes\tenwiki\tpopularity\tsources\n'
  printf 'Q900001\tAnn Example\t\tsinger\tQ5\tAnn Example\t\tx\n'
  printf 'Q900002\tAnn Example\t\talbum\tQ482994\tAnn Example (album)\t{"sitelinks": 40}\tx\n'
} >"$dir/titles.tsv"
kb build -o "$dir/titles.kb" "$dir/titles.tsv"
kb find -k "$dir/titles.kb" "Ann Example"
check "the title without brackets comes first" "Q900001 Q900002" "$(cut -f2 "$dir/out" | sed 1d | tr '\n' ' ' | sed 's/ $//')"

# --- a region before a town that sources call like it, a town before the region
# that is called like it for short
{
  printf 'qid\tlabel\taliases\tdescription\ttypes\tenwiki\tpopularity\tsources\n'
  printf 'Q900003\tLowton\tWest Moorland\tcity\tQ515\tLowton\t{"sitelinks": 90}\tx\n'
  printf 'Q900004\tWest Moorland\t\tcounty of England\tQ28575\tWest Moorland\t\tx\n'
  printf 'Q900005\tTyurm\t\tcity in Russia\tQ515\t\t\tx\n'
  printf 'Q900006\tTyurm Oblast\tTyurm\toblast of Russia\tQ835714\tTyurm Oblast\t{"sitelinks": 90}\tx\n'
} >"$dir/places.tsv"
kb build -o "$dir/places.kb" "$dir/places.tsv"
kb find -k "$dir/places.kb" "West Moorland"
check "the region before the town" "Q900004 Q900003" "$(cut -f2 "$dir/out" | sed 1d | tr '\n' ' ' | sed 's/ $//')"
kb find -k "$dir/places.kb" Tyurm
check "the town before its region" "Q900005 Q900006" "$(cut -f2 "$dir/out" | sed 1d | tr '\n' ' ' | sed 's/ $//')"

# --- what a query service answers to a SELECT, in its three forms
wd=http://www.wikidata.org/entity/
cat >"$dir/people.csv" <<END
item,itemLabel,itemAltLabel,class,country,countryLabel,office,officeLabel,start,end,sitelinks
${wd}Q222031,Aleksandar Vučić,"Aleksandar Vucic, Vučić",${wd}Q5,${wd}Q403,Serbia,${wd}Q1,president of Serbia,2017-05-31T00:00:00Z,,90
${wd}Q222031,Aleksandar Vučić,"Aleksandar Vucic, Vučić",${wd}Q5,${wd}Q403,Serbia,${wd}Q2,"prime minister, or ""premier""",2014-04-27T00:00:00Z,2017-05-31T00:00:00Z,90
${wd}Q403,Q403,,,,,,,,,
too,short
END
cat >"$dir/people.tsv" <<END
?item	?itemLabel	?itemAltLabel	?class	?country	?countryLabel	?office	?officeLabel	?start	?end	?sitelinks
<${wd}Q222031>	"Aleksandar Vučić"@en	"Aleksandar Vucic, Vučić"	<${wd}Q5>	<${wd}Q403>	"Serbia"@en	<${wd}Q1>	"president of Serbia"@en	"2017-05-31T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>		90
<${wd}Q222031>	"Aleksandar Vučić"@en	"Aleksandar Vucic, Vučić"	<${wd}Q5>	<${wd}Q403>	"Serbia"@en	<${wd}Q2>	"prime minister, or \"premier\""@en	"2014-04-27T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>	"2017-05-31T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>	90
<${wd}Q403>	"Q403"									
too	short
END
{
  printf '{\n  "head" : { "vars" : [ "item", "itemLabel", "itemAltLabel", "class", "country", "countryLabel", "office", "officeLabel", "start", "end", "sitelinks" ] },\n  "results" : { "bindings" : [\n'
  row() { # office, its label, start, and "end" or nothing
    printf '{ "item" : { "type" : "uri", "value" : "%sQ222031" },\n  "itemLabel" : { "xml:lang" : "en", "type" : "literal", "value" : "Aleksandar Vu\\u010Di\\u0107" },\n' $wd
    printf '"itemAltLabel":{"type":"literal","value":"Aleksandar Vucic, Vučić"},"class":{"type":"uri","value":"%sQ5"},"country":{"type":"uri","value":"%sQ403"},"countryLabel":{"type":"literal","value":"Serbia"},' $wd $wd
    printf '"office":{"type":"uri","value":"%s%s"},"officeLabel":{"type":"literal","value":"%s"},"start":{"type":"literal","value":"%sT00:00:00Z"}%s,"sitelinks":{"type":"literal","value":"90"}},\n' $wd "$1" "$2" "$3" "$4"
  }
  row Q1 'president of Serbia' 2017-05-31 ''
  row Q2 'prime minister, or \"premier\"' 2014-04-27 ',"end":{"type":"literal","value":"2017-05-31T00:00:00Z"}'
  printf '{"item":{"type":"uri","value":"%sQ403"},"itemLabel":{"type":"literal","value":"Q403"}}\n] } }\n' $wd
} >"$dir/people.json"
for form in csv tsv json; do
  kb build -o "$dir/$form.kb" "$dir/people.$form"
  check "SELECT as $form" 0 $status
  cmp -s "$dir/$form.kb" "$dir/csv.kb"
  check "SELECT as $form makes the same base" 0 $?
  [ $form = json ] || says "SELECT as $form" "people.$form:4: not as many values" "$dir/err"
done
kb show -k "$dir/csv.kb" Q222031
says "SELECT gives offices" "2014-04-27..2017-05-31" "$dir/out"
says "SELECT gives names" "Vučić" "$dir/out"
says "SELECT gives relations" "country	Q403	Serbia" "$dir/out"
says "SELECT gives labels of others" 'prime minister, or "premier"' "$dir/out"
kb find -k "$dir/csv.kb" "Aleksandar Vucic"
check "SELECT gives a person" "person" "$(sed -n 2p "$dir/out" | cut -f4)"
printf 'a,b\n1,2\n' >"$dir/strange.csv"
kb build -o "$dir/strange.kb" "$dir/strange.csv"
check "a SELECT of nothing known" 1 $status
says "a SELECT of nothing known" "no variable is one that" "$dir/err"
printf 'item,itemLabel\nQ1,"never ends\n' >"$dir/open.csv"
kb build -o "$dir/strange.kb" "$dir/open.csv"
check "an unterminated value" 1 $status
says "an unterminated value" "open.csv: row 0: a quoted value does not end" "$dir/err"
head -c 700 "$dir/people.json" >"$dir/broken.json"
kb build -o "$dir/strange.kb" "$dir/broken.json"
check "a SELECT that breaks off" 1 $status
says "a SELECT that breaks off" "it breaks off" "$dir/err"

printf 'not json\n' >"$dir/junk.json"
rm -f "$dir/strange.kb"
kb build -o "$dir/strange.kb" "$dir/junk.json"
check "a dump of which nothing can be used" 1 $status
says "a dump of which nothing can be used" "junk.json: nothing of it can be used" "$dir/err"
[ ! -e "$dir/strange.kb" ] || fail "a base of nothing is written"
printf '[]\n' >"$dir/none.json"
kb build -o "$dir/strange.kb" "$dir/none.json"
check "an empty dump" "0 " "$status $(cat "$dir/err")"

# --- which of a dump's entities are kept, and why not
entity() { # number, class, sitelinks
  printf '{"type":"item","id":"Q%s","labels":{"en":{"language":"en","value":"thing %s"}},"claims":{"P31":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"%s"}}},"rank":"normal"}]},"sitelinks":{%s}},\n' "$1" "$1" "$2" "$3"
}
{
  echo '['
  entity 101 Q5 ''
  entity 102 Q16521 ''
  entity 103 Q4167410 '"enwiki":{"title":"x"}'
  entity 104 Q515 '"enwiki":{"title":"thing 104"}'
  printf '{"type":"property","id":"P1","labels":{"en":{"value":"x"}}},\n{"type":"item","id":"Q105","labels":{"xx":{"value":"x"}}}\n]\n'
} >"$dir/dump.json"
kept() { # description, number of entities that are to be kept, options
  kept_what=$1
  kept_n=$2
  shift 2
  kb build -v "$@" -o "$dir/dump.kb" "$dir/dump.json"
  check "$kept_what" 0 $status
  check "$kept_what" "$kept_n" "$($NEWSGRAPH kb info "$dir/dump.kb" | sed -n 's/^entities	//p')"
}
kept "the usual rules" 2
says "the usual rules" "1	Q16521 (taxon): of fewer than 10 Wikipedias" "$dir/err"
says "the usual rules" "1	Q4167410 (Wikimedia disambiguation page): never kept" "$dir/err"
says "the usual rules" "1	no label in a language asked for" "$dir/err"
says "the usual rules" "1	no item" "$dir/err"
kept "rules of one's own" 3 --keep Q16521=0,Q5=never --keep Q4167410=1
says "rules of one's own" "1	Q5: never kept" "$dir/err"
kept "a rule for all" 1 --min-sitelinks 1
says "a rule for all" "2	all: of fewer than 1 Wikipedias" "$dir/err"
for rule in Q5 Q5= x=1 'Q5=1,' Q5=-1 all=some =; do
  kb build --keep "$rule" -o "$dir/dump.kb" "$dir/dump.json"
  check "--keep $rule" 2 $status
done

# --- diff
sed 's/"Belgrade"/"Beograd"/' "$dir/a.ttl" >"$dir/b.ttl"
kb diff "$dir/a.kb" "$dir/b.ttl"
check "diff" 0 $status
check "diff shows what changed" "-	Q3711	label	Belgrade" "$(sed -n 1p "$dir/out")"
kb diff "$dir/a.kb" "$dir/again.kb"
check "no difference" "" "$(cat "$dir/out")"

# --- wrong usage
for args in "" "what" "build" "build -o x" "build $dir/a.ttl" "diff $dir/a.kb" \
  "info a b" "info --bogus" "find" "find a b" "find -x a" "find a -k" "show" "show Q1 Q2" \
  "build -o - $dir/a.ttl" "build --memory x -o $dir/x.kb $dir/a.ttl" "build -o $dir/a.ttl $dir/a.ttl"; do
  # shellcheck disable=SC2086
  kb $args
  check "kb $args" 2 $status
done

for args in "" build info find show diff; do
  # shellcheck disable=SC2086
  kb $args --help
  check "kb $args --help" "0 0" "$status $(wc -c <"$dir/err" | tr -d ' ')"
done
kb build -o "$dir/x.kb" --keep foo "$dir/a.ttl"
says "a wrong value" "--keep cannot be 'foo'" "$dir/err"
kb find --kb "$dir/a.kb" vucic
check "kb find --kb" 0 $status

# --- bad sources: the old base stays, the message names file and line
printf 'wd:Q1 rdfs:label "x" .\n' >"$dir/bad.ttl"
printf 'one\ttwo\n' >"$dir/bad.tsv"
printf 'qid\tlabel\taliases\tdescription\ttypes\tenwiki\tpopularity\tsources\n' \
  >"$dir/odd.tsv"
cp "$dir/odd.tsv" "$dir/cut.tsv"
printf 'Q1\tuniverse\t\t\t\t\t\tx\nnonsense\n' >>"$dir/odd.tsv"
i=0
while [ $i -lt 3000 ]; do
  i=$((i + 1))
  printf 'Q%d\tname %d\t\t\t\t\t\tx\n' $i $((i * i))
done >>"$dir/cut.tsv"
gzip -c "$dir/cut.tsv" | head -c 9000 >"$dir/cut.tsv.gz"
for source in bad.ttl bad.tsv cut.tsv.gz missing.ttl missing.tsv; do
  kb build -o "$dir/a.kb" "$dir/$source"
  check "$source" 1 $status
  says "$source" "$dir/$source" "$dir/err"
  cmp -s "$dir/a.kb" "$dir/again.kb"
  check "$source leaves the old base" 0 $?
done
says "a missing source" "No such file" "$dir/err"
kb build -o "$dir/odd.kb" "$dir/odd.tsv"
check "an odd row is skipped" 0 $status
says "an odd row is told of" "odd.tsv:3: 1 columns, not 8" "$dir/err"

# --- where the base goes
kb build -o "$dir/no/such/folder.kb" "$dir/a.ttl"
check "no such folder" 1 $status
says "no such folder" "No such file" "$dir/err"
kb build -o /dev/full "$dir/a.ttl"
check "a device is no base" 1 $status
(ulimit -f 1 && trap '' XFSZ && $NEWSGRAPH kb build -o "$dir/a.kb" "$dir/cut.tsv") \
  2>"$dir/err"
check "a full disk" 1 $?
says "a full disk" "cannot write '$dir/a.kb'" "$dir/err"
cmp -s "$dir/a.kb" "$dir/again.kb"
check "a full disk leaves the old base" 0 $?
check "a full disk leaves nothing else" "" "$(find "$dir" -name '*.new')"

# --- little memory: the same bytes, by temporary files that leave no name
kb build -o "$dir/much.kb" "$dir/cut.tsv" "$dir/a.ttl"
for memory in 1M 2M 100M; do
  kb build --memory $memory -o "$dir/little.kb" "$dir/cut.tsv" "$dir/a.ttl"
  check "build with $memory" 0 $status
  cmp -s "$dir/little.kb" "$dir/much.kb"
  check "the same bytes with $memory" 0 $?
done
for pack in gzip bzip2 xz zstd; do
  $pack -c "$dir/cut.tsv" >"$dir/packed.tsv.$pack" 2>/dev/null || continue
  mv "$dir/packed.tsv.$pack" "$dir/packed.tsv.gz" # the content decides
  kb build -o "$dir/packed.kb" "$dir/packed.tsv.gz" "$dir/a.ttl"
  cmp -s "$dir/packed.kb" "$dir/much.kb"
  check "the same bytes from $pack" 0 $?
done
kb build --memory 20k -o "$dir/little.kb" "$dir/cut.tsv"
check "too little memory" 1 $status
says "too little memory" "--memory allows more" "$dir/err"
cmp -s "$dir/little.kb" "$dir/much.kb"
check "too little memory leaves the old base" 0 $?
for size in 0 x 1T -1; do
  kb build --memory $size -o "$dir/little.kb" "$dir/a.ttl"
  check "--memory $size" 2 $status
done
check "nothing else is left" "" "$(find "$dir" -name 'newsgraph-*' -o -name '*.new')"
(ulimit -f 50 && trap '' XFSZ &&
  $NEWSGRAPH kb build --memory 1M -o "$dir/a.kb" "$dir/cut.tsv") 2>"$dir/err"
check "a disk that is full of temporary files" 1 $?
says "a disk that is full of temporary files" "$dir" "$dir/err"
cmp -s "$dir/a.kb" "$dir/again.kb"
check "a disk full of temporary files leaves the old base" 0 $?

# --- damage
head -c 500 "$dir/a.kb" >"$dir/cut.kb"
: >"$dir/empty.kb"
{ head -c 8 "$dir/a.kb"; printf '\003'; tail -c +10 "$dir/a.kb"; } >"$dir/newer.kb"
for bad in "cut:truncated" "empty:empty" "newer:format 3" "prefixes:not a newsgraph"; do
  file=${bad%%:*}
  [ -f "$dir/$file" ] || file=$file.kb
  kb info "$dir/$file"
  check "$file" 1 $status
  says "$file" "${bad#*:}" "$dir/err"
done

{ head -c 700 "$dir/a.kb"; printf '\377'; tail -c +702 "$dir/a.kb"; } >"$dir/bit.kb"
kb info --check "$dir/a.kb"
check "info --check of an intact base" 0 $status
kb info --check "$dir/bit.kb"
check "info --check of a damaged base" 1 $status

# --- killed at any moment, the base is the old one or the new one
cp "$dir/a.kb" "$dir/killed.kb"
$NEWSGRAPH kb build -o "$dir/new.kb" "$dir/cut.tsv" 2>/dev/null
i=0
while [ $i -lt "${KILLS:-50}" ]; do
  i=$((i + 1))
  memory=2G
  [ $((i % 2)) = 0 ] && memory=1M
  $NEWSGRAPH kb build --memory $memory -o "$dir/killed.kb" "$dir/cut.tsv" 2>/dev/null &
  builder=$!
  sleep "0.0$((i * 7 % 30 / 10))$((i * 7 % 10))"
  kill -9 $builder 2>/dev/null
  wait $builder 2>/dev/null
  if ! cmp -s "$dir/killed.kb" "$dir/a.kb" && ! cmp -s "$dir/killed.kb" "$dir/new.kb"; then
    check "killed the ${i}th time" "an intact base" "a damaged one"
    break
  fi
  cp "$dir/a.kb" "$dir/killed.kb"
done

# --- output that cannot be written
if [ -w /dev/full ]; then
  $NEWSGRAPH kb show -k "$dir/a.kb" Q403 >/dev/full 2>"$dir/err"
  check "output to a full disk" 1 $?
fi

# --- a byte-order mark, as spreadsheets write it -----------------------------
{
  printf '\357\273\277qid\tlabel\taliases\tdescription\ttypes\tenwiki\tpopularity\tsources\r\n'
  printf 'Q7\tMarkland\t\t\tcountry\t\t\t\r\n'
} >"$dir/marked.tsv"
printf '\357\273\277@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n<http://e/8> rdfs:label "Markburg" .\n' >"$dir/marked.ttl"
printf '\357\273\277{"id":"Q9","type":"item","labels":{"en":{"language":"en","value":"Markton"}}}\n' >"$dir/marked.json"
kb build -o "$dir/marked.kb" "$dir/marked.tsv" "$dir/marked.ttl" "$dir/marked.json"
check "sources with byte-order marks" 0 $status
for name in Markland Markburg Markton; do
  kb find -k "$dir/marked.kb" $name
  check "... $name" 0 $status
done

# --- other JSON than a dump
echo '{"title":"Rain","text":"It rained."}' >"$dir/article.json"
cp "$dir/marked.kb" "$dir/kept.kb"
kb build -o "$dir/kept.kb" "$dir/article.json"
check "a base without an entity" 1 $status
says "a base without an entity" "kept.kb: not written: the sources have no entity that is kept" "$dir/err"
cmp -s "$dir/marked.kb" "$dir/kept.kb"
check "... and the old one stays" 0 $?

exit $fails
