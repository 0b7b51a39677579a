#!/bin/bash
# setup.sh [run|test|lint] - bring a Debian machine to where newsgraph is built in build/.
#
# Says what it installs and installs only what is missing; configures and compiles only what changed.
# Without root and without sudo it names the packages that are missing and stops.
set -eu
cd "$(dirname "$0")/.."

run="gcc make autoconf automake libtool pkg-config librdf0-dev libraptor2-dev librasqal3-dev nettle-dev
libjansson-dev libcurl4-gnutls-dev zlib1g-dev libzstd-dev libbz2-dev liblzma-dev xz-utils"
test="libcmocka-dev raptor2-utils serdi bzip2 gzip zstd python3-minimal"
lint="curl ca-certificates python3-venv clang clang-format clang-tidy cppcheck valgrind shellcheck"
case ${1:-run} in
run) want=$run ;;
test) want="$run $test" ;;
lint) want="$run $test $lint" ;;
*) echo "usage: $0 [run|test|lint]" >&2; exit 2 ;;
esac

missing=
for package in $want; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' ||
    missing="$missing $package"
done
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null; then
    as_root=sudo
  else
    echo "$0: these packages are missing, and only root can install them:$missing" >&2
    exit 1
  fi
  echo "Installing:$missing" >&2
  $as_root apt-get -qq update
  # shellcheck disable=SC2086 # a list of words
  DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq install --no-install-recommends $missing >/dev/null
fi

quietly() { # run a command; show what it said only if it fails
  log=build/setup.log
  "$@" >"$log" 2>&1 || { tail -n 30 "$log" >&2; echo "$0: '$*' failed; all it said is in $log" >&2; exit 1; }
}

mkdir -p build
if [ ! -x configure ] || [ configure.ac -nt configure ] || [ Makefile.am -nt Makefile.in ]; then
  echo "Making configure" >&2
  quietly ./autogen.sh
fi
# cmocka may have come since build/ was configured
if [ ! -f build/Makefile ] || [ configure -nt build/config.status ] ||
  { pkg-config --exists cmocka && ! grep -q '"HAVE_CMOCKA_TRUE"\]=""' build/config.status; }; then
  echo "Configuring in build/" >&2
  quietly sh -c 'cd build && ../configure'
fi
echo "Compiling in build/" >&2
quietly make -C build -j"$(nproc)"
