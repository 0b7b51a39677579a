#!/bin/sh
# test.sh - from a bare Debian machine to the result of all tests.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh test
if ! make -C build -j"$(nproc)" check >build/check.log 2>&1; then
  grep -E '^(FAIL|ERROR)' build/check.log >&2 || tail -n 30 build/check.log >&2
  cat build/test-suite.log >&2
  status=1
fi
grep -E '^# (TOTAL|PASS|SKIP|FAIL|ERROR):' build/check.log
# One line that says it all, whatever reads it.
passed=$(sed -n 's/^# PASS: *//p' build/check.log)
failed=$(sed -n 's/^# FAIL: *//p' build/check.log)
skipped=$(sed -n 's/^# SKIP: *//p' build/check.log)
echo "${passed:-0} passed, ${failed:-1} failed, ${skipped:-0} skipped"
exit "${status:-0}"
