# lib.sh - what the tests of the program share; each begins with it:
#   . "${SRCDIR:?}/tests/lib.sh"
# It makes an empty folder, $dir, which goes at the end; each ends with
#   exit $fails
# shellcheck shell=sh
set -u
fails=0
dir=$(mktemp -d) || exit 99
# What fails in a pipe, where $fails is lost, leaves $dir.failed behind.
leave() { # exit status
  [ -e "$dir.failed" ] && set -- 1
  rm -rf "$dir" "$dir.failed"
  exit "$1"
}
trap 'leave $?' EXIT

fail() { # what is wrong
  printf 'FAIL: %s\n' "$1"
  : >"$dir.failed"
  # shellcheck disable=SC2034 # the test looks at it
  fails=1
}
check() { # description, expected, actual: status or output
  [ "$2" = "$3" ] || fail "$(printf '%s:\n  got  %s\n  want %s' "$1" "$3" "$2")"
}
