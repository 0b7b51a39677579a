#!/bin/bash
# The examples of README.md: each line after "$ " in a console block is run, and must print what follows it. "..." stands
# for any text; alone on a line, for any lines.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${SRCDIR:?}/tests/lib.sh"
readme=$(cd "$SRCDIR" && pwd)/README.md
mkdir "$dir/bin" "$dir/out"
printf '#!/bin/sh\nexec %s "$@"\n' "$NEWSGRAPH" >"$dir/bin/newsgraph"
chmod +x "$dir/bin/newsgraph"
for name in tests ontology; do ln -s "$(cd "$SRCDIR" && pwd)/$name" "$dir/$name"; done
cd "$dir" || exit 1
PATH=$dir/bin:$PATH
ran=0

run() { # command, file of what it must print
  # shellcheck disable=SC2294 # it is a line of shell
  eval "$1" >"$dir/got" 2>&1 || { echo "FAIL: status $? of: $1"; cat "$dir/got"; fails=1; }
  ran=$((ran + 1))
  [ -s "$2" ] || return 0
  # what is expected as a regular expression over the whole
  want=$(sed 's/[][\\.^$*+?(){}|]/\\&/g; s/^\\\.\\\.\\\.$/(.|\\n)*/; s/\\\.\\\.\\\./.*/g' "$2")
  [[ $(cat "$dir/got") =~ ^${want//\(.|\\n\)/(.|$'\n')}$ ]] ||
    { echo "FAIL: $1"; diff "$2" "$dir/got"; fails=1; }
}

command=
while IFS= read -r line; do
  case $line in
  '```console') inside=1 ;;
  '```'*)
    [ -z "$command" ] || run "$command" "$dir/want"
    inside='' command=
    ;;
  '$ '*)
    [ "${inside:-}" ] || continue
    [ -z "$command" ] || run "$command" "$dir/want"
    command=${line#\$ }
    : >"$dir/want"
    ;;
  *) [ -z "$command" ] || printf '%s\n' "$line" >>"$dir/want" ;;
  esac
done <"$readme"
# the pattern of events that it shows is one
awk '/^```turtle/ { show = 1; next } /^```/ { show = 0 } show' "$readme" >mine.ttl
[ -s mine.ttl ] || { echo "FAIL: no pattern found"; fails=1; }
newsgraph lexicon check mine.ttl >got 2>&1 || { echo "FAIL: the pattern shown"; cat got; fails=1; }
[ "$ran" -ge 5 ] || { echo "FAIL: only $ran examples found"; fails=1; }
exit $fails
