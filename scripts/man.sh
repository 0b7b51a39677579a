#!/bin/sh
# man.sh NEWSGRAPH [COMMAND] - a manual page, on stdout, from what --help says.
#
# The text of --help is the one place where options are described; this gives it the form of man(7).
set -eu
program=$1 command=${2-}
name=newsgraph${command:+-$command}
version=$("$program" --version | cut -d' ' -f2)
if [ -n "$command" ]; then
  about=$("$program" --help | sed -n "s/^  $command  *//p")
else
  about='news articles in, a knowledge graph as RDF out'
fi

escape() { # backslashes, and what man takes for a request at the start of a line
  sed 's/\\/\\e/g; s/^\([.'"'"']\)/\\\&\1/; s/-/\\-/g'
}

printf '.TH %s 1 "" "newsgraph %s" "User Commands"\n' "$(echo "$name" | tr '[:lower:]' '[:upper:]')" "$version"
printf '.SH NAME\n%s \\- %s\n.SH DESCRIPTION\n.nf\n' "$name" "$about"
# shellcheck disable=SC2086 # no command is no argument
"$program" $command --help | escape
echo .fi
case $command in # what has commands of its own, each with a help
  kb) parts=build ;;
  eval | bench | train) parts=$("$program" "$command" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p') ;;
  *) parts= ;;
esac
for part in $parts; do
  printf '.SH %s\n.nf\n' "$(echo "$command $part" | tr '[:lower:]' '[:upper:]')"
  "$program" "$command" "$part" --help | escape
  echo .fi
done
cat <<'EOF'
.SH EXIT STATUS
0: done. 1: some input failed, and the rest was done; or the output could not be written.
2: wrong usage.
.SH ENVIRONMENT
.TP
.B NEWSGRAPH_KB
the knowledge base to use where none is given; default: the installed one.
.TP
.BR NEWSGRAPH_DEEP ", " NEWSGRAPH_FAST
the files that the models deep and fast are; default: the installed ones.
.TP
.B SOURCE_DATE_EPOCH
the time, in seconds, that graph \-\-void writes down; default: none, so that the same input gives the same bytes.
.SH SEE ALSO
EOF
if [ -n "$command" ]; then
  echo '.BR newsgraph (1)'
else
  "$program" --help | sed -n 's/^  \([a-z]*\)  .*/.BR newsgraph\\-\1 (1),/p' | sed '$s/,$//'
fi
