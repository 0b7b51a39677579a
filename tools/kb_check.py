#!/usr/bin/env python3
"""Check every Wikidata identifier of the built-in knowledge base.

usage: kb_check.py TABLES KB

Prints what the tables of TABLES (see kb_lib.py) cannot confirm: an identifier
that they lack, or a subject none of whose names is a label, title or alias
there; subjects declared twice; relations to entities that no file declares.
Exit status 0: all is confirmed, 1: something is not, 2: wrong usage.
"""

import glob
import os
import re
import sys

from kb_lib import block_names, fold, is_qid, read_file, read_items, rows

REFERENCE = re.compile(r"\b(wd|k):([A-Za-z0-9-]+)")


def plain(name):
    """For comparing: no marks, punctuation or bracketed part."""
    name = re.sub(r" \([^)]*\)", "", fold(name))
    return re.sub(r"[^\w]+", " ", name).strip()


def confirmed(names, item, titles):
    """A name is confirmed if the tables have it, or have an office's title
    without the state that we add."""
    known = {plain(n) for n in item.names()} | {plain(t) for t in titles}
    known |= {plain(n.split(",")[0]) for n in item.names() if "," in n}
    return any(plain(n) in known
               or any(plain(n).startswith(k + " of ") for k in known)
               for n in names)


def office_titles(folder):
    titles = {}
    for row in rows(folder, "offices"):
        titles.setdefault(row[1], set()).add(row[2])
    return titles


class Checker:
    def __init__(self, folder):
        self.items = read_items(folder)
        self.titles = office_titles(folder)
        self.problems = 0
        self.declared, self.used = {}, {}

    def say(self, where, text):
        print("%s: %s" % (where, text))
        self.problems += 1

    def subject(self, name, text, where):
        if " ng:kind " in text:
            if name in self.declared:
                self.say(where, "%s is declared in %s too"
                         % (name, self.declared[name]))
            self.declared[name] = where
        for _, other in REFERENCE.findall(re.sub(r'"[^"]*"', "", text)):
            self.used.setdefault(other, where)
        names = block_names(text)
        if is_qid(name) and names:
            self.identifier(name, names, where)

    def identifier(self, name, names, where):
        item = self.items.get(name)
        titles = self.titles.get(name, ())
        if item is None and not titles:
            self.say(where, "%s (%s) is not in the tables" % (name, names[0]))
        elif not confirmed(names, item or Empty(), titles):
            self.say(where, "%s (%s) is %s in the tables"
                     % (name, names[0], item.label if item else titles))

    def references(self):
        for name, where in sorted(self.used.items()):
            if name in self.declared:
                continue
            if not is_qid(name):
                self.say(where, "k:%s is declared nowhere" % name)
            elif name not in self.items and name not in self.titles:
                self.say(where, "%s is not in the tables" % name)


class Empty:
    """An entity that the tables do not have."""

    @staticmethod
    def names():
        return []


def main():
    if len(sys.argv) != 3:
        print("usage: kb_check.py TABLES KB", file=sys.stderr)
        sys.exit(2)
    checker = Checker(sys.argv[1])
    files = sorted(glob.glob(os.path.join(sys.argv[2], "*.ttl")))
    if not files:
        print("%s: no .ttl files" % sys.argv[2], file=sys.stderr)
        sys.exit(2)
    for path in files:
        for name, text, line in read_file(path):
            checker.subject(name, text, "%s:%d" % (os.path.basename(path),
                                                   line))
    checker.references()
    print("%d subjects, %d problems"
          % (len(checker.declared), checker.problems), file=sys.stderr)
    sys.exit(1 if checker.problems else 0)


if __name__ == "__main__":
    main()
