#!/bin/sh
# Articles in, as a user meets it: every kind of input, good and bad.
# shellcheck disable=SC2086 # NEWSGRAPH may hold a wrapper and its options
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"

article=$SRCDIR/tests/data/kosovo-serbia.txt
cp "$article" "$dir/good.txt"
cd "$dir" || exit 99

ids() { # the ids of the articles that were done
  sed 's/^{"id":"\([^"]*\)".*/\1/' | tr '\n' ' '
}
# A bad input beside a good one: what is done, what is said, the exit status.
bad() { # file, expected status, expected message, expected ids
  done=$($NEWSGRAPH mentions --budget 64M "$1" good.txt 2>said | ids)
  $NEWSGRAPH mentions -q --budget 64M "$1" good.txt >/dev/null 2>&1
  check "status of $1" "$2" $?
  check "message about $1" "$3" "$(cat said)"
  check "articles done beside $1" "$4" "$done"
}

# --- bad input -----------------------------------------------------------------
: >empty.txt
bad empty.txt 0 '' 'empty.txt good.txt '
check "mentions of an empty file" '{"id":"empty.txt","mentions":[],"times":[]}' \
  "$($NEWSGRAPH mentions empty.txt)"
: >empty.jsonl
bad empty.jsonl 0 '' 'good.txt '
printf 'The EU\000 met.\000\n' >nul.txt
bad nul.txt 0 '' 'nul.txt good.txt '
bad missing.txt 1 'newsgraph: missing.txt: cannot open: No such file or directory' 'good.txt '
printf 'Caf\351 in Paris. \377\n' >latin1.txt
bad latin1.txt 0 'newsgraph: latin1.txt:3: 2 invalid UTF-8 sequence(s) read as U+FFFD' \
  'latin1.txt good.txt '
check "offsets behind an invalid byte" '"span":[8,13],"text":"Paris"' \
  "$($NEWSGRAPH mentions -q latin1.txt | grep -o '"span":.8,13.,"text":"Paris"')"
printf '{"id":1,"text":"Paris."}\n{"id":2,"text":"Ber\n{"id":3,"text":"Rome."}\n' >broken.jsonl
bad broken.jsonl 1 "newsgraph: broken.jsonl:43: line 2: not valid JSON: unexpected newline near '\"Ber'" \
  '1 3 good.txt '
printf '{"id":1,"text":"Paris."}\n[1,2]\n{"id":2}\n{"id":3,"text":7}\n' >odd.jsonl
bad odd.jsonl 1 'newsgraph: odd.jsonl:25: line 2: not a JSON object
newsgraph: odd.jsonl:31: line 3: no "text" in the JSON object
newsgraph: odd.jsonl:40: line 4: "text" is not a string' '1 good.txt '
printf '<!-- a page -->\n<!DOCTYPE html><html>Paris</html>\n' >page.txt
bad page.txt 1 'newsgraph: page.txt:0: this is an HTML page (html2text makes text of it), which is not read' 'good.txt '
# a name tells where the content does not
printf 'Paris\n' >page.htm
bad page.htm 1 'newsgraph: page.htm:0: this is an HTML page (html2text makes text of it), which is not read' 'good.txt '
printf 'Ber"}\n{"id":1,"text":"Paris."}\n' >cut.jsonl
bad cut.jsonl 1 "newsgraph: cut.jsonl:2: line 1: not valid JSON: '[' or '{' expected near 'Ber'" '1 good.txt '
mkdir folder.json && printf 'Paris.\n' >folder.json/paris.txt
check "a folder's name says nothing" paris.txt "$($NEWSGRAPH mentions folder.json/paris.txt | cut -d'"' -f4)"
rm -r folder.json page.htm cut.jsonl
printf '%%PDF-1.4\n' >paper.txt
bad paper.txt 1 'newsgraph: paper.txt:0: this is a PDF file, which is not read yet' 'good.txt '
printf '\377\376P\000' >wide.txt
bad wide.txt 1 'newsgraph: wide.txt:0: this is UTF-16 text, which is not read yet' 'good.txt '
printf 'T\000h\000e\000 \000E\000U\000 \000m\000e\000t\000.\000' >unmarked.txt
bad unmarked.txt 1 'newsgraph: unmarked.txt:0: this is UTF-16 text, which is not read yet' 'good.txt '
printf '\000 The EU met.\n' >first.txt # a NUL is no mark
bad first.txt 0 '' 'first.txt good.txt '
printf '{"text":"\\u0000 The EU met."}\n' >first.jsonl
bad first.jsonl 0 '' 'first.jsonl:1 good.txt '
printf '\004"M\030d@\247\001' >good.txt.lz4
bad good.txt.lz4 1 'newsgraph: good.txt.lz4:0: this is lz4 data, which is not read yet' 'good.txt '
LC_ALL=C awk 'BEGIN { for (i = 0; i < 1024; i++) printf "%c", i * 167 % 256 }' >data.bin
bad data.bin 1 'newsgraph: data.bin:0: this is binary data (of no known kind), which is not read' 'good.txt '
printf 'title,text\n"EU","The EU met."\n' >table.csv
bad table.csv 1 'newsgraph: table.csv:0: this is a table (csvjson --stream makes JSON lines of it), which is not read' 'good.txt '
check "a table taken as text" 0 "$($NEWSGRAPH mentions -q --input text table.csv >/dev/null; echo $?)"
rm data.bin table.csv good.txt.lz4 first.txt first.jsonl
printf '\377\376\000\000P\000\000\000' >wider.txt
bad wider.txt 1 'newsgraph: wider.txt:0: this is UTF-32 text, which is not read yet' 'good.txt '
printf '[{"id":1,"text":"Paris."}]\n' >array.json
$NEWSGRAPH mentions array.json >/dev/null 2>said
check "status of a JSON array" 1 $?
check "message about a JSON array" 1 "$(grep -c "jq -c '.\[\]'" said)"

# a long article: more than half of what was once too much
for _ in $(seq 5000); do echo 'Angela Merkel met Emmanuel Macron in Paris on Monday.'; done >report.txt
check "a report of 270 KB" 20000 "$($NEWSGRAPH mentions report.txt | grep -o '"text":"[AEPM]' | wc -l)"
$NEWSGRAPH mentions --budget 8M report.txt >/dev/null 2>said
check "more than its budget" 1 "$(grep -c '^newsgraph: report.txt:0: no room .* (see --budget)$' said)"
$NEWSGRAPH explain --budget 8M report.txt >/dev/null 2>said
check "so says explain" 1 "$(grep -c ' (see --budget)$' said)"
rm report.txt

# an article of 100 MB, and a line of 100 MB between two good ones
head -c 100000000 /dev/zero | tr '\0' a >long.txt
bad long.txt 1 'newsgraph: long.txt:0: an article of more than 67108864 bytes (see --budget)' 'good.txt '
{ printf '{"id":1,"text":"Paris."}\n{"id":2,"text":"' && cat long.txt &&
  printf '"}\n{"id":3,"text":"Rome."}\n'; } >long.jsonl
bad long.jsonl 1 'newsgraph: long.jsonl:25: a line of more than 67108864 bytes (see --budget)' \
  '1 3 good.txt '
rm long.txt long.jsonl
printf '{"id":1,"text":"Paris."}\n{"id":2,"text":"The EU met in Rome."}\n' >two.jsonl
$NEWSGRAPH mentions --budget 1 two.jsonl >/dev/null 2>said
check "a budget that holds nothing" 1 $?
check "lines too long for it" 2 "$(grep -c 'a line of more than 1 bytes' said)"

# damaged and cut-short files: what came before is done
gzip -c two.jsonl >two.gz
{ cat two.gz && head -c 30 two.gz; } >cut.gz
bad cut.gz 1 "newsgraph: cut.gz:$(($(wc -c <two.gz) + 30)): gzip data ends too early" '1 2 good.txt '
{ cat two.gz && printf 'junk at the end'; } >tail.gz
bad tail.gz 1 "newsgraph: tail.gz:$(wc -c <two.gz | tr -d ' '): gzip data is followed by something else" \
  '1 2 good.txt '
mkdir closed && cp good.txt closed
if chmod 0 closed && ! ls closed >/dev/null 2>&1; then # root reads everything
  bad closed 1 'newsgraph: closed: cannot read: Permission denied' 'good.txt '
fi
chmod 700 closed

# --- bad usage, bad output, a damaged base ----------------------------------------
for wrong in --bogus -x '-f bogus' '--mentions some' '--date today' '-t many' '--budget 0' \
  '--min-confidence 2' '--min-confidence .' '--base no-iri' '--base http://e.org/x#' '--lang no_' '--lang x+y' '--date 2020-07-12th'; do
  $NEWSGRAPH graph $wrong good.txt >/dev/null 2>said
  check "status of '$wrong'" 2 $?
  check "lines said of '$wrong'" 2 "$(wc -l <said | tr -d ' ')"
done
$NEWSGRAPH graph good.txt -k 2>/dev/null
check "an option without its value" 2 $?
$NEWSGRAPH graph --help | grep -q -- '--min-confidence'
check "graph --help" 0 $?
$NEWSGRAPH graph -f help | grep -q '^jsonld '
check "-f help" 0 $?
if [ -e /dev/full ]; then
  $NEWSGRAPH graph good.txt 2>said >/dev/full
  check "a full disk" 1 $?
  check "its message" "newsgraph: cannot write 'standard output': No space left on device" "$(cat said)"
  $NEWSGRAPH graph -o /dev/full good.txt 2>said
  check "a full disk, by -o" 1 $?
  check "its message, by -o" "newsgraph: cannot write '/dev/full': No space left on device" "$(cat said)"
fi
$NEWSGRAPH graph -o nowhere/x.ttl good.txt 2>/dev/null
check "a folder that is not there" 1 $?
head -c 5000 "$BUILDDIR/newsgraph.kb" >cut.kb
$NEWSGRAPH mentions -k cut.kb good.txt >out 2>said
check "a base cut short" 1 $?
check "its message names it" 1 "$(grep -c '^newsgraph: cut.kb: ' said)"
check "and nothing is written" 0 "$(wc -c <out | tr -d ' ')"

$NEWSGRAPH --version | grep -q '^newsgraph [0-9]'
check "--version" 0 $?

# --- good input ---------------------------------------------------------------------
$NEWSGRAPH mentions good.txt >want
same() { # description; the output on stdin
  check "$1" "$(cat want)" "$(cat)"
}
$NEWSGRAPH mentions <good.txt | sed 's/"id":"-"/"id":"good.txt"/;s/article.[0-9a-f]*#/#/g' >got
sed 's/article.[0-9a-f]*#/#/g' want >want2
check "standard input" "$(cat want2)" "$(cat got)"
for pack in 'gzip -c:gz' 'bzip2 -c:bz2' 'xz -c:xz' 'zstd -qc:zst'; do
  tool=${pack%%:*}
  command -v ${tool%% *} >/dev/null || continue
  $tool good.txt >"good.txt.${pack##*:}"
  $NEWSGRAPH mentions "good.txt.${pack##*:}" | same "$tool"
  # two members: one article
  { head -c 700 good.txt | $tool && tail -c +701 good.txt | $tool; } >"good.txt.${pack##*:}"
  $NEWSGRAPH mentions "good.txt.${pack##*:}" | same "$tool, two members"
done
mkdir -p tree/b tree/a tree/.hidden
cp two.jsonl tree/b/2.jsonl
cp good.txt tree/a/good.txt
cp good.txt tree/.hidden/no.txt
check "a folder" 'good.txt 1 2 ' "$($NEWSGRAPH mentions tree | ids)"
printf 'tree/b/2.jsonl\r\ngood.txt\n' >list
check "--files-from" '1 2 good.txt ' "$($NEWSGRAPH mentions --files-from list | ids)"
printf '\357\273\277good.txt\n' >marked
check "--files-from with a byte-order mark" 'good.txt ' "$($NEWSGRAPH mentions --files-from marked | ids)"
check "--files-from, after a name" 'nul.txt 1 2 good.txt ' \
  "$($NEWSGRAPH mentions --files-from list nul.txt | ids)"
for list in missing.txt tree /dev/zero; do
  check "--files-from $list: the rest is done" 'good.txt ' \
    "$($NEWSGRAPH mentions --files-from $list good.txt 2>said | ids)"
  check "... and it is named" 1 "$(grep -c "^newsgraph: $list: cannot [or]" said)"
  $NEWSGRAPH mentions --files-from $list good.txt >/dev/null 2>&1
  check "... status" 1 $?
done
check "standard input named twice is read once" '1 2 good.txt ' \
  "$($NEWSGRAPH mentions - - good.txt <two.jsonl 2>said | ids)"
check "... and is told of" 'newsgraph: standard input: is in use already' "$(cat said)"
check "-0" '1 2 good.txt ' \
  "$(printf 'two.jsonl\0good.txt\0' | $NEWSGRAPH mentions -0 --files-from - | ids)"
cat >forms.jsonl <<'EOF'
{"uri":"urn:1","headline":"Talks in Rome","body_text":"They met.","versioncreated":"2020-07-12T10:00:00Z","language":"en"}
{"@id":"urn:2","headline":"Talks in Rome","articleBody":"They met.","datePublished":"2020-07-12"}
{"url":"http://example.org/3","title":"Talks in Rome","text":"They met.","date":"July 12"}
{"title":"Talks in Rome","text":"Half a character: \ud83d."}
EOF
check "ninjs, schema.org and our own" 'urn:1 urn:2 http://example.org/3 forms.jsonl:4 ' \
  "$($NEWSGRAPH mentions -q forms.jsonl | ids)"
check "a title is a part of its own" 4 "$($NEWSGRAPH mentions -q forms.jsonl |
  grep -c '"span":\[9,13\],"text":"Rome".*"in":"title"')"
check "a date that is none" \
  "newsgraph: forms.jsonl:$(head -n 2 forms.jsonl | wc -c | tr -d ' '): no date (YYYY-MM-DD): 'July 12'" \
  "$($NEWSGRAPH mentions forms.jsonl 2>&1 >/dev/null)"
printf '{\n  "id": "pretty",\n  "text": "Paris."\n}\n' >pretty.json
check "one object over several lines" 'pretty ' "$($NEWSGRAPH mentions pretty.json | ids)"
for unit in 'codepoint:[2,7]' 'byte:[5,10]' 'utf16:[3,8]'; do
  check "--offsets ${unit%%:*}" "${unit##*:}" "$(printf '\360\237\230\200 Paris.' |
    $NEWSGRAPH mentions --offsets ${unit%%:*} | sed 's/.*"span":\(\[[0-9,]*\]\).*/\1/')"
done
printf 'On Monday Zork\302\255li Quom\302\240Bar criticised Angela Merkel.\n' >unseen.txt
check "a label is the name as it looks, in an event's as well" \
  '"Condemnation: Zorkli Quom Bar, Angela Merkel" "Zorkli Quom Bar" ' \
  "$($NEWSGRAPH graph -f nt unseen.txt | grep -o '#label> "[^"]*Zork[^"]*"' | cut -c9- | LC_ALL=C sort -u | tr '\n' ' ')"

# --- output -------------------------------------------------------------------------
$NEWSGRAPH graph -f nquads good.txt two.jsonl >want.nq
$NEWSGRAPH graph -o out.nq good.txt two.jsonl
check "-o, format by name" "$(cat want.nq)" "$(cat out.nq)"
$NEWSGRAPH graph -o out.nq.gz good.txt two.jsonl
check "-o .gz" "$(cat want.nq)" "$(gzip -dc out.nq.gz)"
if command -v zstd >/dev/null; then
  $NEWSGRAPH graph -o out.nq.zst good.txt two.jsonl
  check "-o .zst" "$(cat want.nq)" "$(zstd -qdc out.nq.zst)"
fi
for packed in out.nq.xz out.nq.bz2 out.zip; do
  $NEWSGRAPH graph -o $packed two.jsonl 2>said
  check "-o $packed" "2 newsgraph: graph: cannot compress for '$packed': .gz and .zst can be written" "$? $(head -n 1 said)"
done
(
  ulimit -f 1
  $NEWSGRAPH graph -o large.nq good.txt 2>said
  check "a file larger than may be" "1 newsgraph: cannot write 'large.nq': File too large" "$? $(cat said)"
  exit $fails
) || fails=1
# an address as it comes is a legal IRI, the same in a graph and in a table; what is no language is left out
cat >urls.jsonl <<'EOF'
{"url":"http://e.org/?a[]=50% off#x#y","language":"pt_BR","text":"Serbia voted."}
{"url":"http://e.org:port/","language":"English, British","text":"Serbia voted."}
EOF
$NEWSGRAPH graph -f nq urls.jsonl >urls.nq
page='http://e.org/?a%5B%5D=50%25%20off#x%23y'
check "a page's address" "<$page> <$page> \"http://e.org:port/\"" \
  "$(sed -n 's/.*schema.org.url> //p' urls.nq | sed 's/ <https:.*//; s/ \.$//' | tr '\n' ' ' | sed 's/ $//')"
check "... in a table" "$page http://e.org:port/ " \
  "$($NEWSGRAPH graph -f tsv --table articles urls.jsonl | cut -f4 | sed 1d | tr '\n' ' ')"
check "languages" '"pt-BR" ' "$(sed -n 's/.*inLanguage> \([^ ]*\) .*/\1/p' urls.nq | tr '\n' ' ')"
check "nothing else is left" '' "$(ls -- *.new 2>/dev/null)"
for format in turtle ntriples nquads trig jsonld rdfxml; do
  $NEWSGRAPH graph -f $format --profile full good.txt broken.jsonl two.jsonl >one 2>/dev/null
  for n in 2 8 0; do
    $NEWSGRAPH graph -f $format --profile full -t $n good.txt broken.jsonl two.jsonl >many 2>/dev/null
    cmp -s one many
    check "$format on $n threads" 0 $?
  done
done
i=0
while [ $i -lt 60 ]; do
  cat "$SRCDIR"/tests/data/baltic.jsonl
  i=$((i + 1))
done >stream.jsonl
$NEWSGRAPH mentions stream.jsonl >one
$NEWSGRAPH mentions -t 8 stream.jsonl >many
cmp -s one many
check "a stream on 8 threads" 0 $?

for command in 'graph -o' 'mentions -o' 'graph -f nq -o other.nq --void'; do
  cp good.txt both.txt
  ln both.txt linked.txt
  $NEWSGRAPH $command linked.txt two.jsonl both.txt >/dev/null 2>said
  check "$command over an input" 2 $?
  check "... names it" 1 "$(grep -c "'both.txt' would be written over" said)"
  cmp -s good.txt both.txt
  check "... and leaves it as it was" 0 $?
  rm both.txt linked.txt
done

for said in 'newsgraph: no model is installed: no events and claims are looked for:' ':--model none' ':-q'; do
  # shellcheck disable=SC2086
  check "without a model, ${said##*:}" "${said%:*}" \
    "$(NEWSGRAPH_DEEP=/nowhere NEWSGRAPH_FAST=/nowhere $NEWSGRAPH graph ${said##*:} -o none.nt two.jsonl 2>&1)"
done
# nothing that is read is written over, however it is named; nor is the output read
mkdir in
cp two.jsonl in/two.jsonl
cp "$BUILDDIR/newsgraph.kb" own.kb
cp "$SRCDIR/ontology/lexicon/force.ttl" own.ttl
echo two.jsonl >names
echo names >self
printf '1\t0\t5\n' >spans.tsv
kept() { # what is said to be written over, the command
  over=$1
  shift
  cksum in/two.jsonl own.kb own.ttl names self spans.tsv two.jsonl >before
  $NEWSGRAPH "$@" <two.jsonl >/dev/null 2>said
  check "$*" "2 newsgraph: $1: '$over' would be written over" "$? $(head -n 1 said)"
  cksum in/two.jsonl own.kb own.ttl names self spans.tsv two.jsonl | cmp -s before -
  check "... leaves it as it was" 0 $?
}
kept in/two.jsonl graph -o in/two.jsonl in
kept two.jsonl mentions -o two.jsonl --files-from names
kept names mentions -o names --files-from names
kept 'standard input' mentions -o two.jsonl
kept 'standard input' mentions -o two.jsonl good.txt -
kept own.kb graph -k own.kb -o own.kb two.jsonl
kept own.ttl graph --lexicon own.ttl -o own.ttl two.jsonl
kept spans.tsv mentions --spans spans.tsv -o spans.tsv two.jsonl
$NEWSGRAPH graph -o in/out.nq in
check "an output beside its inputs is no input" 2 "$(grep -c 'schema.org/NewsArticle> ' in/out.nq)"
ln -s out.nq in/link.nq
chmod 600 in/out.nq
$NEWSGRAPH graph -o in/link.nq good.txt
check "a link is followed" "in/link.nq in/out.nq" "$(find in/link.nq -type l) $(find in/out.nq -perm 600)"
check "... to where it leads" 1 "$(grep -c 'schema.org/NewsArticle> ' in/out.nq)"

# --- verify --------------------------------------------------------------------------
for format in turtle ntriples nquads trig jsonld rdfxml; do
  for profile in facts full nif oa fise; do
    $NEWSGRAPH graph -f $format --profile $profile -o graph good.txt forms.jsonl latin1.txt nul.txt 2>/dev/null
    $NEWSGRAPH verify graph --text good.txt --text forms.jsonl --text latin1.txt --text nul.txt >said 2>&1
    check "verify $format, $profile: $(cat said)" 0 $?
  done
done
check "spans of a title" 1 "$($NEWSGRAPH graph -q -f nt --profile full forms.jsonl |
  grep -c '#title-char=9,13> .*anchorOf> "Rome"' | sed 's/[1-9].*/1/')"
$NEWSGRAPH graph -f nt --profile full -o graph.nt good.txt
drift() { # an edit of the graph, what verify says of it
  sed "$1" graph.nt >drifted.nt
  $NEWSGRAPH verify drifted.nt --text good.txt >/dev/null 2>said
  check "verify after $1" 1 $?
  check "and says why" 1 "$(grep -c "$2" said | sed 's/[1-9].*/1/')"
}
drift '/anchorOf/s/"Kosovo"/"Serbia"/' "the text has 'Kosovo', not 'Serbia'"
drift '/endIndex/s/"[0-9]*"/"99999"/' 'its IRI and its offsets'
drift '/anchorOf/d' 'no anchorOf'
drift 's/char=[0-9]*,/char=9,/' 'no beginIndex\|offsets'
for row in oa:exact fise:selected-text; do
  $NEWSGRAPH graph -f nt --profile "${row%%:*}" -o graph.nt good.txt
  check "spans of profile ${row%%:*}" "$(grep -c "${row#*:}> " graph.nt) spans, 0 wrong" \
    "$($NEWSGRAPH verify graph.nt --text good.txt)"
  drift "/${row#*:}/s/\"Kosovo\"/\"Serbia\"/" "char=[0-9,]*>: the text has 'Kosovo', not 'Serbia'"
  drift "/[/#]end>/s/\"[0-9]*\"/\"99999\"/" 'its IRI and its offsets'
done
$NEWSGRAPH graph -f nt --profile full -o graph.nt good.txt
printf 'another text' >other.txt
$NEWSGRAPH verify graph.nt --text other.txt >/dev/null 2>said
check "verify with another text" 1 $?
check "... told once an article" "$(grep -c 'NewsArticle> .$' graph.nt) $(grep -c beginIndex graph.nt)" \
  "$(grep -c ': no text of this article is given' said) $($NEWSGRAPH verify graph.nt --text other.txt 2>&1 | sed -n 's/^.* spans, \([0-9]*\) wrong$/\1/p')"
$NEWSGRAPH verify graph.nt >/dev/null 2>&1
check "verify without a text" 2 $?
for wrong in '--input bogus' '--input texts' '--date July'; do
  $NEWSGRAPH verify graph.nt --text good.txt $wrong 2>/dev/null
  check "verify $wrong" 2 $?
done
drift '/anchorOf/{p;s/"Kosovo"/"Kosova"/;}' 'twice, in two ways'
head -c 300000000 /dev/zero | tr '\0' a >long.txt
$NEWSGRAPH verify graph.nt --text long.txt 2>&1 >/dev/null | grep 'an article of more' >said
check "verify names no option that it has not" 'newsgraph: long.txt:0: an article of more than 268435456 bytes' "$(cat said)"
rm long.txt
# an article that is lost takes no other with it; a folder is what is in it
$NEWSGRAPH graph -q -f nt -o graph.nt odd.jsonl broken.jsonl good.txt 2>/dev/null
check "verify with texts some of which are broken" "$(grep -c beginIndex graph.nt) spans, 0 wrong 1" \
  "$($NEWSGRAPH verify graph.nt --text odd.jsonl --text broken.jsonl --text good.txt 2>said) $?"
mkdir texts
cp forms.jsonl good.txt texts
$NEWSGRAPH graph -q -f nt -o graph.nt texts
$NEWSGRAPH verify graph.nt --text texts >/dev/null
check "verify with a folder" 0 $?

# an article is out before the next one comes
mkfifo pipe
wait_for() { # a shell condition, for a minute at most
  n=0
  until eval "$1" || [ $n -ge 600 ]; do
    sleep 0.1
    n=$((n + 1))
  done
}
{ head -n 1 two.jsonl && wait_for '[ -e go ]' && tail -n 1 two.jsonl; } >pipe &
$NEWSGRAPH mentions -t 2 pipe >slow &
wait_for '[ -s slow ]'
check "the first article before the pause" 1 "$(wc -l <slow | tr -d ' ')"
touch go
wait
check "the second behind it" 2 "$(wc -l <slow | tr -d ' ')"

# a reader that goes away
$NEWSGRAPH mentions stream.jsonl 2>said | head -n 1 >/dev/null
check "nothing is said to a closed pipe" '' "$(cat said)"
check "--verbose" 1 "$($NEWSGRAPH mentions -v good.txt 2>&1 >/dev/null |
  grep -c '^newsgraph: 1 articles, .* MB/s, .* peak memory')"
exit $fails
