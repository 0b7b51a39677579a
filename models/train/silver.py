#!/usr/bin/env python3
"""Silver trees and word clusters for the fast model.

The fast model learns from two treebanks, and three points more from text that
the deep model labels (silver).  See models/README.md for the whole recipe.

  silver.py texts --data DIR > raw.jsonl
  silver.py own --source SOURCE > raw-own.jsonl
  newsgraph parse raw.jsonl > raw.conllu
  silver.py pick --unlike ewt-test.conllu.gz ewt-dev.conllu.gz \\
      --in raw.conllu > picked.conllu
  newsgraph parse --model deep.ngm --conllu picked.conllu > silver.conllu
  silver.py clusters --base MODELDIR --net model.pt \\
      --in silver.conllu > clusters.txt

Only freely licensed text: Wikinews (CC BY 2.5), and passages of Wikipedia (CC
BY-SA 3.0) that the development sets of KnowledgeNet and Re-DocRED quote.  So
what is learnt from it is CC BY-SA 4.0.
"""
import argparse
import gzip
import json
import pathlib
import re
import sys

import numpy as np

SHORTEST, LONGEST, GRAM = 4, 70, 8


def json_lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


# --- texts -------------------------------------------------------------------

def untokenised(tokens):
    """Text of tokens that were split, as people would write it."""
    text = " ".join(tokens)
    text = re.sub(r" (n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1", text, flags=re.I)
    text = re.sub(r" ([,.;:?!%)\]])", r"\1", text)
    return re.sub(r"([(\[$]) ", r"\1", text)


def passages(data):
    """Every free text, once: (source, text)."""
    for name in ("wikinews", "wikinews-2019-2020"):
        for row in json_lines(f"{data}/news/{name}.jsonl.gz"):
            yield name, row["text"]
    for row in json_lines(f"{data}/relations/knowledgenet-dev.jsonl.gz"):
        yield "knowledgenet", row["passage"]
    with gzip.open(f"{data}/relations/redocred-dev.json.gz", "rt",
                   encoding="utf-8") as f:
        for doc in json.load(f):
            for sentence in doc["sents"]:
                yield "redocred", untokenised(sentence)


def texts(args):
    seen = set()
    for source, text in passages(args.data):
        if text not in seen:
            seen.add(text)
            print(json.dumps({"id": f"{source}-{len(seen)}", "text": text},
                             ensure_ascii=False))


# --- our own sentences --------------------------------------------------------

def strings(text):
    """The literals of a piece of C, those side by side joined."""
    return re.findall(r'"((?:[^"\\]|\\.)*)"',
                      re.sub(r'"\s*\n\s*"', "", text))


def framed(text):
    """What the tests of frames read: each frame with each happening."""
    arrays = dict(re.findall(r"\b(\w+)\[\] = \{(.*?)\n\};", text, re.S))
    happenings = re.findall(r"\{(\".*?\"),\s*FACT", arrays["happenings"], re.S)
    for form, name in enumerate(["past", "base", "gerund"]):
        for frame in strings(arrays[name + "_frames"]):
            for happening in happenings:
                yield re.sub("[@~^]", strings(happening)[form], frame)


def own_sentences(source):
    """The examples of the lexicon and what the tests read."""
    for path in sorted(source.glob("ontology/lexicon/*.ttl")):
        yield from re.findall(r'lex:example\s+"([^"]+)"',
                              path.read_text(encoding="utf-8"))
    for path in sorted(source.glob("tests/test_*.c")):
        text = path.read_text(encoding="utf-8")
        yield from (s for s in strings(text)
                    if re.fullmatch(r"[A-Z][^\\]{20,}[.?!]", s))
        if path.name == "test_frames.c":
            yield from framed(text)
    for path in sorted(source.glob("tests/data/*.t[xs][tv]")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from re.findall(r"^[A-Z][^\t]{20,}[.?!]", line)


def own(args):
    seen = set()
    for text in own_sentences(pathlib.Path(args.source)):
        if text not in seen and not re.search("[@#~^]", text):
            seen.add(text)
            print(json.dumps({"id": f"own-{len(seen)}", "text": text},
                             ensure_ascii=False))


# --- sentences ---------------------------------------------------------------

def sentences(path):
    """The columns of each word, a list a sentence."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(
        ".gz") else open(path, encoding="utf-8")
    rows = []
    with opened as f:
        for line in f:
            line = line.rstrip("\n")
            if line and line[0] != "#" and line.split("\t")[0].isdigit():
                rows.append(line.split("\t"))
            elif not line and rows:
                yield rows
                rows = []
    if rows:
        yield rows


# A hyphen after these is part of the word, as the treebanks have it.
PREFIX = re.compile(r"(?:anti|co|counter|e|ex|inter|micro|mid|mini|multi|non|"
                    r"post|pre|pro|re|self|semi|sub|super|trans|ultra|un)-",
                    re.I)
COMPOUND = re.compile(r"(?:\d+|[^\W\d_]+)(?:-[^\W\d_]+)+$")
NUMBER = re.compile(r"([$£€]?)(\d[\d.,:]*?)(%|,)?$")


def pieces_of(word):
    """A word without spaces, as the treebanks split it."""
    number = NUMBER.match(word)
    if number:
        return [piece for piece in number.groups() if piece]
    if len(word) > 1 and word[-1] == ",":
        return [word[:-1], ","]
    if COMPOUND.match(word) and not PREFIX.match(word):
        return re.split("(-)", word)
    return [word]


def unmerged(sentence):
    """(form, misc) of each word, with those that the program merged apart."""
    for columns in sentence:
        words = re.findall("[^_]+", columns[1]) or [columns[1]]
        for n, word in enumerate(words):
            pieces = pieces_of(word)
            for piece in pieces[:-1]:
                yield piece, "SpaceAfter=No"
            yield pieces[-1], columns[9] if n == len(words) - 1 else "_"


def grams(words):
    low = [w.lower() for w in words]
    return {" ".join(low[i:i + GRAM])
            for i in range(max(1, len(low) - GRAM + 1))}


def is_plausible(words):
    """A whole sentence of words: no headline, table or list."""
    text = "".join(words)
    letters = sum(c.isalpha() for c in text)
    return (SHORTEST <= len(words) <= LONGEST and
            words[-1][-1] in ".?!\"'”’)" and
            letters >= .7 * len(text) and
            sum(c.isupper() for c in text) <= .35 * letters and
            sum(c.isdigit() for c in text) <= .15 * len(text))


def pick(args):
    """Sentences that are plausible, new, and like none that we test with."""
    tested = {g for path in args.unlike for s in sentences(path)
              for g in grams([c[1] for c in s])}
    seen, kept, alike = set(), 0, 0
    for path in args.input:
        for s in sentences(path):
            s = list(unmerged(s))
            words = [form for form, _ in s]
            key = " ".join(words)
            if key in seen or not is_plausible(words):
                continue
            seen.add(key)
            if grams(words) & tested:
                alike += 1
                continue
            kept += len(words)
            for i, (form, misc) in enumerate(s):
                print(i + 1, form, "_", "_", "_", "_", 0, "root", "_", misc,
                      sep="\t")
            print()
    print(kept, "words kept;", alike, "sentences too like the tests",
          file=sys.stderr)


# --- clusters ----------------------------------------------------------------

def key_of(form):
    """How the program looks words up: lower case, digits alike."""
    return re.sub(r"\d", "0", form.lower())


def mean_vectors(args):
    """{word: (count, sum of its vectors)} of words that are seen twice."""
    import torch

    import train
    from corpus import Sentence, Word
    from net import Net
    from pieces import Pieces
    saved = torch.load(args.net)
    coder = train.Coder(Pieces(args.base + "/vocab.txt"), saved["tags"],
                        saved["labels"])
    with open(args.base + "/config.json", encoding="utf-8") as f:
        net = Net(json.load(f), len(saved["tags"]), len(saved["labels"]))
    net.load_state_dict(saved["net"])
    net.eval()
    read = [[c[1] for c in s] for path in args.input for s in sentences(path)]
    coded = [coder.code(Sentence([Word(w) for w in s], False)) for s in read]
    sums = {}
    with torch.inference_mode():
        for ix in train.batches(coded, 3000, False):
            batch = train.collate([coded[i] for i in ix])
            out = net.encode(batch).float().numpy()
            for row, i in enumerate(ix):
                for word, at in zip(read[i], coded[i]["first"]):
                    one = sums.setdefault(key_of(word), [0, 0.])
                    one[0] += 1
                    one[1] = one[1] + out[row, at]
    return {w: x for w, x in sums.items() if x[0] > 1}


class Tree:
    """Splits words in two, and each half again, by two-means about the axis
    along which they differ most."""

    def __init__(self, counts, vectors, depth):
        self.depth = depth
        self.weight = np.log1p(counts)
        v = vectors - np.average(vectors, 0, self.weight)
        self.v = v / np.linalg.norm(v, axis=1, keepdims=True)
        self.bits = [""] * len(v)
        self.random = np.random.default_rng(0)

    def axis(self, x, w):
        along = self.random.normal(size=x.shape[1])
        for _ in range(8):  # power iteration
            along = x.T @ (w * (x @ along))
            along /= np.linalg.norm(along) + 1e-9
        return along

    def halves(self, x, w):
        x = x - np.average(x, 0, w)
        side = x @ self.axis(x, w) > 0
        for _ in range(12):
            if side.all() or not side.any():
                return None
            a = np.average(x[side], 0, w[side])
            b = np.average(x[~side], 0, w[~side])
            new = ((x - a) ** 2).sum(1) < ((x - b) ** 2).sum(1)
            if (new == side).all():
                break
            side = new
        return None if side.all() or not side.any() else side

    def split(self, ix, depth=0):
        if depth == self.depth or len(ix) < 8:
            return
        side = self.halves(self.v[ix], self.weight[ix])
        if side is None:
            return
        for bit, part in (("1", ix[side]), ("0", ix[~side])):
            for i in part:
                self.bits[i] += bit
            self.split(part, depth + 1)


def clusters(args):
    found = mean_vectors(args)
    words = sorted(found)
    counts = np.array([found[w][0] for w in words], float)
    vectors = np.stack([found[w][1] for w in words]) / counts[:, None]
    tree = Tree(counts, vectors, args.depth)
    tree.split(np.arange(len(words)))
    for bits, word in sorted(zip(tree.bits, words)):
        print(bits, word, sep="\t")
    print(len(words), "words,", len(set(tree.bits)), "clusters",
          file=sys.stderr)


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = p.add_subparsers(required=True)
    c = commands.add_parser("texts", help="free texts as JSON lines")
    c.add_argument("--data", required=True,
                   help="folder that has news/ and relations/")
    c.set_defaults(run=texts)
    c = commands.add_parser("own", help="our sentences as JSON lines")
    c.add_argument("--source", required=True, help="folder of the program")
    c.set_defaults(run=own)
    c = commands.add_parser("pick", help="sentences worth labelling")
    c.add_argument("--unlike", nargs="+", default=[],
                   help="treebanks that share no eight words with them")
    c.add_argument("--in", dest="input", nargs="+", required=True)
    c.set_defaults(run=pick)
    c = commands.add_parser("clusters", help="words by their vectors")
    c.add_argument("--base", required=True, help="folder of the encoder")
    c.add_argument("--net", required=True, help="what train.py wrote")
    c.add_argument("--depth", type=int, default=10)
    c.add_argument("--in", dest="input", nargs="+", required=True)
    c.set_defaults(run=clusters)
    args = p.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
