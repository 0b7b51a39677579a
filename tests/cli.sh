#!/bin/sh
# The program as a user meets it: output, messages, exit status.
set -u
fails=0
check() { # description, expected status, actual status
  if [ "$2" != "$3" ]; then
    echo "FAIL: $1: exit $3, want $2"
    fails=1
  fi
}

$NEWSGRAPH --help >/dev/null
check "--help" 0 $?
$NEWSGRAPH bogus 2>/dev/null
check "unknown command" 2 $?
for command in eval bench; do
  $NEWSGRAPH $command --help >/dev/null
  check "$command --help" 0 $?
  $NEWSGRAPH $command 2>/dev/null
  check "$command of nothing" 2 $?
  $NEWSGRAPH $command bogus 2>/dev/null
  check "$command of what it does not know" 2 $?
done
exit $fails
