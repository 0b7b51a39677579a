#!/bin/sh
# check-readers.sh [--install] - what newsgraph writes, read by other people's programs.
#
# Runs tests/readers.sh and tests/shapes.sh with the Python and JavaScript packages that are in $READERS_AT:
# rdflib, pyoxigraph, pynif, PyLD, pandas, networkx, pySHACL; Apache Annotator.  --install puts those there that are
# missing, from PyPI and npm; nothing is installed elsewhere.
#   BUILD        where newsgraph was built; default build      READERS_AT   default $BUILD/readers
# Exit status: 0 all is well, 1 something differs, 77 no reader is here.
set -u
cd "$(dirname "$0")/.." || exit 1
BUILD=$(realpath "${BUILD:-build}")
at=${READERS_AT:-$BUILD/readers}
python=$at/python/bin/python
case ${1:-} in
--install)
  mkdir -p "$at/node"
  [ -x "$python" ] || python3 -m venv "$at/python" || echo "no venv: no reader in Python"
  "$python" -c 'import rdflib, pyoxigraph, pynif, pyld, pandas, networkx, pyshacl' 2>/dev/null ||
    "$python" -m pip -q install --timeout 20 --retries 1 --disable-pip-version-check \
      rdflib==7.6.0 pyoxigraph==0.5.13 pynif==0.3.1 six PyLD pandas networkx pyshacl==0.40.1 ||
    echo "not all that is in Python can be had"
  [ -d "$at/node/node_modules/@apache-annotator/selector" ] || ! command -v npm >/dev/null ||
    (cd "$at/node" && npm install --silent --no-audit --no-fund --ignore-scripts @apache-annotator/selector@0.2.0 >/dev/null 2>&1) ||
    echo "no Apache Annotator to be had"
  ;;
'') ;;
*)
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac

export NEWSGRAPH="$BUILD/newsgraph" SRCDIR="$PWD" NEWSGRAPH_FAST="$BUILD/fast.ngm" NEWSGRAPH_DEEP=/nonexistent
export READERS="$python" READERS_NODE="$at/node"
[ -x "$python" ] || READERS=python3
sh tests/readers.sh
status=$?
if "$READERS" -c 'import pyshacl' 2>/dev/null; then
  sh tests/shapes.sh || status=1
else
  echo "SKIP: pySHACL is not here"
fi
exit $status
