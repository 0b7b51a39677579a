#!/bin/sh
# embed.sh FILE... - print C arrays of the files' bytes, and a table of them:
#   static const embedded embedded_files[] = {{"name", bytes, length}, ...};
set -eu
LC_ALL=C
export LC_ALL
i=0
table=
for f in "$@"; do
  i=$((i + 1))
  printf 'static const unsigned char embedded_%d[] = {\n' "$i"
  od -An -v -tu1 "$f" | sed 's/^ *//; s/  */,/g; s/$/,/'
  printf '0};\n'
  table="$table  {\"$(basename "$f")\", embedded_$i, sizeof embedded_$i - 1},
"
done
printf 'static const embedded embedded_files[] = {\n%s  {0}};\n' "$table"
