"""Training sentences: treebanks, names, and the merge transform."""
import gzip
import json
import os
import re
from dataclasses import dataclass, field, replace

TYPES = ["person", "place", "organisation", "event", "other"]
DOCRED_TYPES = {"PER": 0, "LOC": 1, "ORG": 2, "MISC": 4}
MONTHS = set("January February March April May June July August September "
             "October November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. "
             "Nov. Dec.".split())
SCALES = set("hundred thousand million billion trillion dozen percent %".split())


@dataclass
class Word:
    form: str
    upos: str = ""
    xpos: str = ""
    head: int = -1          # index; -1: root
    label: str = ""
    glued: bool = False     # to the next word
    name: int = -100        # 0: none; 1 + 2 * type: begins one; + 1: goes on


@dataclass
class Sentence:
    words: list = field(default_factory=list)
    parsed: bool = True


def lines_of(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(
        ".gz") else open(path, encoding="utf-8")
    with opened as f:
        yield from f


def treebank(path, relations):
    """Sentences of a CoNLL-U file; where names are, it does not tell."""
    words = []
    for line in lines_of(path):
        line = line.rstrip("\n")
        if line and line[0] != "#":
            c = line.split("\t")
            if c[0].isdigit():
                label = c[7] if c[7] in relations else c[7].split(":")[0]
                words.append(Word(c[1], c[3], c[4], int(c[6]) - 1, label,
                                  "SpaceAfter=No" in c[9]))
        elif not line and words:
            yield Sentence(words)
            words = []


def set_names(words, found):
    """Mark the longest names that do not overlap."""
    for _, a, b, kind in found:
        if all(w.name == 0 for w in words[a:b]):
            words[a].name = 1 + 2 * kind
            for w in words[a + 1:b]:
                w.name = 2 + 2 * kind


def docred(path, demonyms):
    """Documents of sentences whose names are marked, and nothing else."""
    for doc in json.load(gzip.open(path, "rt", encoding="utf-8")):
        out = [Sentence([Word(t, name=0) for t in s], False)
               for s in doc["sents"]]
        found = [[] for _ in out]
        for entity in doc["vertexSet"]:
            for m in entity:
                kind = DOCRED_TYPES.get(m["type"])
                a, b = m["pos"]
                if kind is None or m["name"] in demonyms:
                    continue
                if b <= len(out[m["sent_id"]].words):
                    found[m["sent_id"]].append((a - b, a, b, kind))
        for s, f in zip(out, found):
            set_names(s.words, sorted(f))
        yield [s for s in out if s.words]


class Merge:
    """Names, dates, amounts and hyphenated words as one word, as
    src/train/collapse.c does it, each with a chance."""

    def __init__(self, sentence, percent, random):
        self.w, self.percent, self.random = sentence.words, percent, random
        self.of = list(range(len(self.w)))
        self.kind = [None] * len(self.w)
        self.first = list(self.of)

    def happens(self):
        return self.random.randrange(100) < self.percent

    def free(self, i):
        return self.of[i] == i and self.kind[i] is None

    def merge(self, a, b, kind):
        if b - a < 2 or not all(self.free(i) for i in range(a, b)):
            return False
        heads = [i for i in range(a, b) if not a <= self.w[i].head < b]
        if len(heads) != 1:
            return False
        for i in range(a, b):
            self.of[i] = heads[0]
        self.first[heads[0]], self.kind[heads[0]] = a, kind
        return True

    def number(self, i):
        return i < len(self.w) and self.w[i].upos == "NUM"

    def hyphens(self):
        w, i = self.w, 0
        while i < len(w):
            end = i + 1
            while (end + 1 < len(w) and w[end].xpos == "HYPH" and
                   w[end - 1].glued and w[end].glued):
                end += 2
            self.merge(i, end, "hyphenated")
            i = end

    def date(self, i):
        w, a, b = self.w, i, i + 1
        if self.number(b):
            b += 1
        if b + 1 < len(w) and w[b].form == "," and self.number(
                b + 1) and len(w[b + 1].form) == 4:
            b += 2
        if i and self.number(i - 1) and len(w[i - 1].form) <= 2 and (
                w[i - 1].head == i or w[i].head == i - 1):
            a -= 1
        self.merge(a, b, "date")
        return b

    def name(self, a, b):
        ties = ("flat", "compound", "amod")
        while a + 1 < b:
            if all(not a <= x.head < b or x.label in ties
                   for x in self.w[a:b]) and self.merge(a, b, "name"):
                return
            a += 1

    def amount(self, i):
        end = i + (self.w[i].xpos == "$")
        if not self.number(end):
            return i + 1
        end += 1
        while end < len(self.w) and self.w[end].form in SCALES:
            end += 1
        self.merge(i, end, "amount")
        return end

    def find(self):
        w, n = self.w, len(self.w)
        self.hyphens()
        i = 0
        while i < n:
            i = self.date(i) if w[i].form in MONTHS and self.happens() else i + 1
        i = 0
        while i < n:
            end = i
            while end < n and self.free(end) and w[end].xpos in ("NNP", "NNPS"):
                end += 1
            if end - i > 1 and self.happens():
                self.name(i, end)
            i = max(end, i + 1)
        i = 0
        while i < n:
            starts = (w[i].xpos == "$" or self.number(i)) and self.free(i)
            i = self.amount(i) if starts and self.happens() else i + 1

    def word(self, head, end):
        kind, first = self.kind[head], self.first[head]
        out = replace(self.w[head])
        if kind is None:
            return out
        out.name = self.w[first].name
        joint = "" if kind == "hyphenated" else "_"
        out.form = joint.join(x.form for x in self.w[first:end])
        if kind in ("name", "date"):
            out.upos, out.xpos = "PROPN", "NNP"
        elif kind == "hyphenated" and out.label == "amod":
            out.upos, out.xpos = "ADJ", "JJ"
        return out

    def run(self):
        self.find()
        out, new, i = [], {}, 0
        while i < len(self.w):
            head, end = self.of[i], i + 1
            while end < len(self.w) and self.of[end] == head:
                end += 1
            new[head] = len(out)
            out.append(self.word(head, end))
            i = end
        for x in out:
            x.head = new[self.of[x.head]] if x.head >= 0 else -1
        return Sentence(out, True)


def relations_of(source):
    """The labels that the program knows, from src/text/ud.h."""
    with open(os.path.join(source, "src/text/ud.h"), encoding="utf-8") as f:
        part = f.read().split("NG_RELATION_LIST(E)")[1].split("clang-format")[0]
    return re.findall(r'"([a-z:]+)"', part)


def demonyms_of(source):
    with open(os.path.join(source, "src/kb/demonyms.inc"),
              encoding="utf-8") as f:
        return set("|".join(re.findall(r'"([^"]+)"', f.read())).split("|"))
