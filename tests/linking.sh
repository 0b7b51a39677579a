#!/bin/sh
# What a caller may ask of linking: only some types, spans of his own; and what
# `eval linking` and `bench link|graph` measure.
# shellcheck disable=SC2086 # NEWSGRAPH may hold a wrapper and its options
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
: "${NEWSGRAPH:?}" "${SRCDIR:?}"

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

# --- one entity under several names that no base has --------------------------------
entities() { # article as JSON, names: how many entities they have, and how often they are named
  echo "$1" | tr '\n' ' ' | $NEWSGRAPH mentions | sed 's/"times".*//' | tr '{' '\n' | grep -E "\"text\":\"($2)\"" |
    sed 's/.*"iri":"\([^"]*\)".*/\1/' | sort | uniq -c | awk '{ n++; sum += $1 } END { print n + 0, sum + 0 }'
}
check "parts of a surname" "1 3" "$(entities '{"id":"a","text":"Prof Alma Tolm-Green was chosen on Monday. Later Tolm-Green
said that she was glad. They had seen Mrs Tolm-Green at the meeting in London last week."}' 'Alma Tolm-Green|Tolm-Green')"
check "which are not one of them" "2 2" "$(entities '{"id":"a","text":"Prof Alma Tolm-Green was chosen on Monday. They had
seen Mr Green at the meeting in London last week."}' 'Alma Tolm-Green|Green')"
check "a knight by his first name" "1 2" "$(entities '{"id":"a","text":"They had seen Sir Radwan Tolm at the meeting in
London last week. On Monday Sir Radwan left for good."}' 'Radwan Tolm|Radwan')"
check "a title that starts with a word" "1 3" "$(entities '{"id":"a","title":"Rocker Tolm in fight on stage",
"text":"The singer Radwan Tolm has been in a fight. Tolm played on Monday."}' 'Radwan Tolm|Tolm')"
check "a surname with an apostrophe" "1 3" "$(entities '{"id":"a","title":"O'"'"'Tolmey wins in style",
"text":"The runner Radwan O'"'"'Tolmey won on Monday. Later that day O'"'"'Tolmey said that he was glad."}' \
  "Radwan O'Tolmey|O'Tolmey")"

# --- spans that the caller gives --------------------------------------------------
cp "$article" "$dir/a.txt"
cd "$dir" || exit 99
$NEWSGRAPH mentions --mentions names a.txt >own.jsonl
check "our own spans give our own links" "$(cksum <own.jsonl)" \
  "$($NEWSGRAPH mentions --spans own.jsonl a.txt | cksum)"
printf '# two names, one of them unknown\na.txt\t57\t71\n\na.txt\t17\t34\n' >spans.tsv
check "spans in tabs, in any order" '[17,34]null [57,71]"Q458" ' \
  "$($NEWSGRAPH mentions --spans spans.tsv a.txt | sed 's/,"times".*//' | grep -o '"span":[^"]*,"text":"[^"]*","id":[^,]*' |
    sed 's/"span"://;s/,"text":"[^"]*","id"://' | tr '\n' ' ')"
check "an article without spans" '{"id":"b.txt","mentions":[],"times":[]}' \
  "$(printf 'The European Union.' >b.txt; $NEWSGRAPH mentions --spans spans.tsv b.txt 2>/dev/null)"
bytes='{"id":"c","title":"Rome wins","text":"\303\251 \360\237\230\200 Rome"}'
# shellcheck disable=SC2059 # the text has escapes
printf "$bytes\n" >c.jsonl
for unit in codepoint:4:8 byte:8:12 utf16:5:9; do
  ends=${unit#*:}
  printf 'c\t%s\t%s\nc\t0\t4\ttitle\n' "${ends%:*}" "${ends#*:}" >unit.tsv
  check "spans in ${unit%%:*}s" '"Rome" "Rome" ' "$($NEWSGRAPH mentions --offsets "${unit%%:*}" --spans unit.tsv c.jsonl |
    grep -o '"text":"[^"]*"' | cut -d: -f2 | tr '\n' ' ')"
done
bad() { # spans, offsets, what is said
  # shellcheck disable=SC2059
  printf "$1" >bad.tsv
  $NEWSGRAPH mentions --offsets "$2" --spans bad.tsv a.txt c.jsonl >/dev/null 2>said
  check "status of the spans '$1'" 1 $?
  check "message about the spans '$1'" 1 "$(grep -c "bad.tsv: line $3" said)"
}
bad 'a.txt\t1\t9\na.txt\t8\t12\n' codepoint '2: span 8 to 12 overlaps another'
bad 'a.txt\t8\t8\n' codepoint '1: a span that ends where it begins'
bad 'a.txt\t8\t99999\n' codepoint '1: span 8 to 99999 ends behind the text'
bad 'a.txt\t8\t12\ttitle\n' codepoint '1: span 8 to 12 is in a title that the article lacks'
bad 'c\t1\t3\n' byte '1: span 1 to 3 begins or ends inside a character'
bad 'a.txt\t8\t12\nnobody\t1\t2\n' codepoint "2: no article 'nobody'"
bad 'a.txt\t8\n' codepoint '1: not ARTICLE, BEGIN and END'
bad 'a.txt\t8\t99999999999999999999\n' codepoint '1: not ARTICLE, BEGIN and END'
bad 'a.txt\t8\t12\tbody\n' codepoint "1: only 'title' may stand behind END"
bad '{"id":"a.txt","mentions":[{"span":[1]}]}' codepoint "1: a mention's .span. is not"
bad '\n{"id":"a.txt","mentions":[{' codepoint '2: '
bad '{"mentions":[]}' codepoint '1: no "id"'
$NEWSGRAPH mentions --spans /nowhere a.txt >/dev/null 2>&1
check "spans of a missing file" 1 $?

# NIF brings its texts, and what we write as NIF comes back as it was.
$NEWSGRAPH graph --model none --profile nif --mentions names -f turtle a.txt >own.ttl
links() { sed 's/,"times".*//' | grep -o '"span":[^"]*,"text":"[^"]*","id":[^,]*'; }
check "NIF in" "$(links <own.jsonl | cksum)" "$($NEWSGRAPH mentions --spans own.ttl | links | cksum)"
$NEWSGRAPH mentions --spans own.ttl a.txt >/dev/null 2>&1
check "NIF beside an input" 2 $?
sed 's/nif:endIndex "[0-9]*"/nif:endIndex "9999"/' own.ttl >far.ttl
$NEWSGRAPH mentions --spans far.ttl >/dev/null 2>said
check "NIF out of range" 1 $?
check "its message" 1 "$(grep -c 'far.ttl: <.*>: a phrase that ends behind its text' said)"
printf '<http://x/> <http://x/p> <http://x/C> .\n' >none.nt
$NEWSGRAPH mentions --spans none.nt >/dev/null 2>said
check "RDF that is no NIF" 1 "$(grep -c 'none.nt: no nif:Context in it' said)"
printf '<http://x/ a' >broken.nt
$NEWSGRAPH mentions --spans broken.nt >/dev/null 2>&1
check "RDF that is none" 1 $?

# --- eval linking -------------------------------------------------------------------
# Right, wrong and missed by ELEVANT's measure, of everything, entities and names,
# as its authors' program counts: nested gold, unknown names, dates, pronouns,
# optional gold, answers that say unknown, or that share a word.
nested=$SRCDIR/tests/data/tiny-nested.jsonl
measure() { # counts wanted, answers
  printf '%s\n' "$2" >answers.jsonl
  check "eval linking of $2" "$1" "$($NEWSGRAPH eval linking --links answers.jsonl "$nested" |
    awk -F'\t' '$2 == "all" || $2 == "entity" || $2 == "named" { printf "%s%s %s %s", sep, $6, $7, $8; sep = ";" }')"
}
measure "3 0 1;3 0 0;2 0 0" \
  '{"id":1,"mentions":[{"span":[4,10],"id":"Q403"},{"span":[27,35],"id":"Q239"},{"span":[51,57],"id":"Q1246"},{"span":[82,88],"id":"Q403"}]}'
measure "0 3 3;0 3 2;0 1 2" \
  '{"id":1,"mentions":[{"span":[4,35],"id":"<NIL>"},{"span":[40,47],"id":"Q458"},{"span":[51,57],"id":"<NIL>"},{"span":[61,67],"id":"Q458"},{"span":[91,97],"id":"Q458"}]}'
measure "1 2 3;1 2 2;1 2 1" \
  '{"id":1,"mentions":[{"span":[4,35],"id":"Q403"},{"span":[27,35],"id":"Q458"},{"span":[51,55],"id":"Q1246"},{"span":[55,57],"id":"<NIL>"},{"span":[82,90],"id":"Q403"},{"span":[76,80],"id":"Q458"}]}'
measure "1 3 3;0 3 3;0 3 2" \
  '{"id":1,"mentions":[{"span":[11,23],"id":"Q458"},{"span":[4,10],"id":"Q239"},{"span":[73,75],"id":"Q403"},{"span":[40,47],"id":"<NIL>"},{"span":[51,57],"id":"Q403"}]}'
check "every error is listed" "false, other span;false, unknown;lost, unknown;lost, unknown;missed;wrong;" \
  "$(printf '{"id":1,"mentions":[{"span":[4,23],"id":"Q403"},{"span":[40,47],"id":"Q458"},{"span":[51,57],"id":"Q403"}]}' |
    $NEWSGRAPH eval linking --errors --links /dev/stdin "$nested" | grep '^1	' | cut -f2 | sort | tr '\n' ';')"
kept() { # what is kept wanted, mentions with spans
  check "eval linking keeps of $2" "$1" "$(printf '{"id":1,"mentions":[%s]}\n' "$2" |
    $NEWSGRAPH eval linking --links /dev/stdin "$nested" | sed -n 's/.*	unknown kept	//p' | tr '\t' ' ')"
}
kept "0.0000 0 2" '{"span":[4,10],"id":"Q403"},{"span":[47,50],"id":null}'
kept "0.5000 1 2" '{"span":[4,10],"id":"Q403"},{"span":[42,50],"id":null}'
kept "1.0000 2 2" '{"span":[4,10],"id":"<NIL>"},{"span":[40,47],"id":null}'
check "our own unknown names" "1.0000 2 2" "$($NEWSGRAPH eval linking "$nested" |
  sed -n 's/.*	unknown kept	//p' | tr '\t' ' ')"
check "types of the gold" "type city;type country;" "$($NEWSGRAPH eval linking "$nested" |
  grep -o '	type [a-z]*' | cut -c2- | sort | tr '\n' ';')"
check "with its sentence and candidates" 1 "$($NEWSGRAPH eval linking --errors --links /dev/null "$nested" |
  grep -c "missed	.*met Zorblax in \[\[Kosovo\]\] on Monday, and it left\.	gold Q1246 Kosovo	got -	candidates Q1246 Kosovo")"

# The same gold as NIF: our own links are all right, and nothing else is there.
n=$(grep -c taIdentRef own.ttl)
check "eval linking of NIF" "1.0000 1.0000 1.0000 0 0" "$($NEWSGRAPH eval linking --mentions names own.ttl |
  awk -F'\t' '$2 == "same" { print $3, $4, $5, $7, $8 }')"
[ "$n" -gt 30 ] || check "enough links" 30 "$n"
sed 's#wd:Q#<http://dbpedia.org/resource/Q#; s#\(dbpedia.org/resource/Q[0-9]*\)#\1>#' own.ttl >foreign.ttl
$NEWSGRAPH eval linking foreign.ttl >/dev/null 2>said
check "links to elsewhere are said" 1 "$(grep -c 'links are not to Wikidata' said)"
$NEWSGRAPH eval linking far.ttl >/dev/null 2>&1
check "eval linking of bad NIF" 1 $?

gold=$SRCDIR/tests/data/tiny-links.jsonl
check "which entity, given the spans" "1.0000" "$($NEWSGRAPH eval linking --gold-spans --same-kb "$gold" |
  awk -F'\t' '$2 == "same" { print $5 }')"
check "reliability" "confidence calibration " "$($NEWSGRAPH eval linking --reliability "$gold" | cut -f2 | cut -d' ' -f1 |
  uniq | tr '\n' ' ')"
$NEWSGRAPH eval linking --ablate "$gold" >worth.tsv
check "ablation begins with the whole" "nothing	1.0000	+0.0000" "$(head -n 1 worth.tsv | cut -f2-)"
check "a feature that the gold needs" 1 "$(awk -F'\t' '$2 == "shape" || $2 == "PRIOR_SHAPE"' worth.tsv | wc -l |
  awk '{ print $1 == 2 }')"
check "features and groups" "$(($(grep -c '^F(' "$SRCDIR/src/link/features.def") + 15))" "$(wc -l <worth.tsv)"
for wrong in '--mentions some' '--min-confidence many' '--bogus' "--ablate --links $gold"; do
  $NEWSGRAPH eval linking $wrong "$gold" >/dev/null 2>&1
  check "eval linking $wrong" 2 $?
done

# --- sentences that can tell of nothing ------------------------------------------------
printf 'Serbia arrested a minister. The weather is fine. Prices rose by a tenth in May.\n' >dull.txt
for option in '' --every-sentence; do
  $NEWSGRAPH graph --model fast $option -f ntriples dull.txt >"graph$option.nt"
done
check "every sentence, said in the run" 1 "$(grep -c 'every-sentence' graph--every-sentence.nt)"
check "else not" 0 "$(grep -c 'every-sentence' graph.nt)"

# --- bench link -----------------------------------------------------------------------
$NEWSGRAPH bench link "$article" >speed.tsv
check "bench link" "articles	1" "$(head -n 1 speed.tsv)"
check "with a line for each stage" "read segment spot link emit arrange write " \
  "$(grep '^stage ' speed.tsv | cut -f1 | cut -d' ' -f2 | tr '\n' ' ')"
check "and a speed" 1 "$(grep -c '^articles/s	[1-9]' speed.tsv)"
$NEWSGRAPH bench link >/dev/null 2>&1
check "bench link of nothing" 2 $?
$NEWSGRAPH bench link missing.txt >/dev/null 2>&1
check "bench link of a missing file" 1 $?
: >empty.jsonl
$NEWSGRAPH bench link empty.jsonl >/dev/null 2>&1
check "bench link without an article" 1 $?

$NEWSGRAPH bench graph --model fast "$article" >speed.tsv
check "bench graph times every stage" "read segment spot link roles time quiet merge tag parse refer speech events claims bodies emit arrange write " \
  "$(grep '^stage ' speed.tsv | cut -f1 | cut -d' ' -f2 | tr '\n' ' ')"
$NEWSGRAPH bench link --model fast "$article" >/dev/null 2>&1
check "linking has no model" 2 $?

# --- names with a word more ------------------------------------------------------
echo 'Shares of General Electric Co. and of Microsoft Inc. fell on July 10 in New York.' >"$dir/more.txt"
check "Co. and Inc. belong to a name, dates are none" \
  '"General Electric Co." "Microsoft Inc." "New York" ' \
  "$($NEWSGRAPH mentions "$dir/more.txt" | sed 's/,"times".*//' | grep -o '"text":[^,]*' | cut -d: -f2 | tr '\n' ' ')"

# A body that another state is told to have is not the one that the base knows best.
congress() { # whose: how often it is the one of the United States
  printf 'In the end %s met.\n' "$1" >"$dir/congress.txt"
  $NEWSGRAPH mentions "$dir/congress.txt" | grep -c '"id":"Q11268"'
}
check "the US Congress" 1 "$(congress "the US Congress")"
check "the Congress of another state" 0 "$(congress "Bolivia's Congress")"

# Several of what the capitals say are no names.
check "PCs and MEPs are no names" '"text":"Belgrade"' \
  "$(echo 'They sold PCs and DVDs in Belgrade, as MEPs said.' | $NEWSGRAPH mentions - | sed 's/,"times".*//' | grep -o '"text":"[^"]*"')"

exit $fails
