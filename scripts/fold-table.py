#!/usr/bin/env python3
"""Print src/kb/fold.h: what letters fold to when names are compared.

usage: scripts/fold-table.py > src/kb/fold.h

Letters lose case and marks (NFKD without marks); Cyrillic keeps its letters
and loses only case and the dots of yo.  A change makes old knowledge bases
unreadable: raise NG_FOLD_VERSION.
"""
import unicodedata as u

SPECIAL = {"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
           "ł": "l", "ı": "i", "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n",
           "ə": "e", "ĸ": "k", "ŉ": "n", "ẞ": "ss"}
SEPARATOR, LETTER, DROPPED, UPPER = 0, 16, 32, 64


def fold(code):
    """Kind | length, then the folded bytes."""
    c = chr(code)
    category = u.category(c)
    if category == "Mn":
        return [DROPPED]
    if category[0] not in "LN":
        return [SEPARATOR]
    case = UPPER if category in ("Lu", "Lt") else 0
    low = c.lower()
    if low in SPECIAL or c in SPECIAL:
        out = SPECIAL.get(low) or SPECIAL[c]
    elif 0x400 <= code < 0x530:
        out = {"ё": "е"}.get(low, low)
    else:
        out = "".join(x for x in u.normalize("NFKD", c)
                      if u.category(x) != "Mn").lower() or low
    data = []
    for char in out:
        if char not in " \u2044" and len(data) + len(char.encode()) <= 3:
            data += list(char.encode())
    return [LETTER | case | len(data)] + data


def table(name, begin, end):
    print(f"static const unsigned char {name}[{end - begin}][4] = {{")
    line = "   "
    for code in range(begin, end):
        item = " {" + ", ".join(str(b) for b in fold(code)) + "},"
        if len(line + item) > 80:
            print(line)
            line = "   "
        line += item
    print(line)
    print("};")


print("""/* fold.h - what letters beyond ASCII fold to.  Made by scripts/fold-table.py;
 * do not edit.
 *
 * An entry is kind | length, then up to three folded bytes. */
#ifndef NG_FOLD_H
#define NG_FOLD_H

/* Which table this is; knowledge-base files name it. */
enum { NG_FOLD_VERSION = 1 };

enum {
  FOLD_LENGTH = 3,   /* mask */
  FOLD_LETTER = 16,  /* neither this nor the next: separates words */
  FOLD_DROPPED = 32, /* a combining mark */
  FOLD_UPPER = 64    /* an upper-case letter */
};

/* clang-format off */""")
table("fold_2", 0x80, 0x800)
table("fold_1e", 0x1E00, 0x1F00)
print("""/* clang-format on */

#endif /* NG_FOLD_H */""")
