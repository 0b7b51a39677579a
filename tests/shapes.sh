#!/bin/sh
# The graphs of the example articles conform to ontology/shapes.ttl, as pySHACL
# (a package of PyPI) sees it; a graph that lies does not.
set -u
LC_ALL=C
export LC_ALL
srcdir=${SRCDIR:-.}
if ! python3 -c 'import pyshacl' 2>/dev/null; then
  echo "SKIP: no pySHACL here (pip install pyshacl): shapes are not validated"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fails=0
fail() {
  echo "FAIL: $1"
  fails=1
}
shapes=$srcdir/ontology/shapes.ttl
conforms() { # graph: what pySHACL says, its status
  python3 -m pyshacl --shacl "$shapes" "$1"
}

# All articles in one graph: one start of the validator, which is slow.
$NEWSGRAPH graph --profile full -f turtle -o "$work/all.ttl" \
  "$srcdir"/tests/data/*.txt "$srcdir"/tests/data/baltic.jsonl || fail "graph"
conforms "$work/all.ttl" >"$work/said" || fail "$(head -n 40 "$work/said")"
for nt in "$srcdir"/tests/golden/*.nt; do
  [ -f "$nt" ] || continue
  conforms "$nt" >"$work/said" || fail "$nt: $(head -n 40 "$work/said")"
done

# An established claim in somebody's voice, and without evidence.
cat >"$work/lie.ttl" <<'EOF'
@prefix ng: <https://w3id.org/newsgraph/ns#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<https://example.org/article/00000000000000000000#claim-00000000000000000000> a ng:Claim, rdf:Statement ;
  rdf:subject wd:Q403 ; rdf:predicate ng:memberOf ; rdf:object wd:Q458 ; ng:polarity ng:Positive ;
  ng:standing ng:Established ; ng:voice wd:Q458 .
EOF
conforms "$work/lie.ttl" >"$work/said" && fail "a lie conforms"
for what in 'must be the article' 'ng:evidence'; do
  grep -q "$what" "$work/said" || fail "nothing said of: $what"
done
exit $fails
