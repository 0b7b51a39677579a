#!/usr/bin/env python3
"""Train the deep model.  See models/README.md for the command.

  train.py --base MODELDIR --data DIR --source REPOSITORY --out model.pt

MODELDIR holds vocab.txt, config.json and model.safetensors of an uncased
BERT-like encoder; DIR the folders treebank/ and relations/.
"""
import argparse
import json
import os
import random
import time

import torch
import torch.nn.functional as F

import corpus
from net import Net
from pieces import Pieces

MAX_PIECES = 250


class Coder:
    """Sentences to numbers."""

    def __init__(self, pieces, tags, labels):
        self.pieces = pieces
        self.tags = {t: i for i, t in enumerate(tags)}
        self.labels = {t: i for i, t in enumerate(labels)}

    def code(self, s):
        ids, casing, first, last, shape = [self.pieces.cls], [0], [], [], []
        for i, w in enumerate(s.words):
            p, sh = self.pieces.word(w.form)
            first.append(len(ids))
            ids += p
            casing += [1 + k + 20 * (i == 0) for k in sh]
            last.append(len(ids) - 1)
            parts = len(self.pieces.parts(w.form))
            shape.append(sh[0] + 20 * (i == 0) + 40 * (parts > 1))
        out = {"ids": ids + [self.pieces.sep], "casing": casing + [0],
               "first": first, "last": last, "shape": shape,
               "name": [w.name for w in s.words]}
        n = len(s.words)
        out["tag"] = [self.tags.get((w.upos, w.xpos), -100) if s.parsed
                      else -100 for w in s.words]
        out["head"] = [w.head + 1 for w in s.words] if s.parsed else [-100] * n
        out["label"] = [self.labels[w.label] if s.parsed else -100
                        for w in s.words]
        return out


def batches(coded, most, shuffle):
    """Lists of indices: sentences of like length, `most` pieces at a time;
    those without trees, which take less work, among themselves."""
    noise = (lambda: random.random() * 4) if shuffle else (lambda: 0)
    order = sorted(range(len(coded)), key=lambda i: (
        coded[i]["head"][0] == -100, len(coded[i]["ids"]) + noise()))
    out, batch = [], []
    for i in order:
        longest = max(len(coded[k]["ids"]) for k in batch + [i])
        if batch and longest * (len(batch) + 1) > most:
            out.append(batch)
            batch = []
        batch.append(i)
    out.append(batch)
    if shuffle:
        random.shuffle(out)
    return out


def collate(rows):
    out = {}
    for key in rows[0]:
        width = max(len(r[key]) for r in rows)
        pad = -100 if key in ("tag", "head", "label", "name") else 0
        out[key] = torch.tensor([r[key] + [pad] * (width - len(r[key]))
                                 for r in rows])
    out["there"] = torch.arange(out["ids"].shape[1])[None] < torch.tensor(
        [len(r["ids"]) for r in rows])[:, None]
    words = [1 + len(r["first"]) for r in rows]
    out["words"] = torch.arange(max(words))[None] < torch.tensor(
        words)[:, None]
    return out


def run(net, b):
    trees = bool((b["head"] != -100).any()) or not net.training
    tag, name, arc, lhead, lchild = net(b, trees)
    if not trees:
        return tag, name, None, None, None
    arc = arc.masked_fill(~b["words"][:, None, :], -1e9)[:, 1:]
    return tag, name, arc, lhead, lchild


def loss(net, b):
    tag, name, arc, lhead, lchild = run(net, b)
    parts = [(tag, "tag"), (name, "name")]
    if arc is not None:
        root = torch.zeros(len(tag), 1, dtype=torch.long)
        heads = torch.cat([root, b["head"].clamp(min=0)], 1)
        parts += [(arc, "head"),
                  (net.label(lhead, lchild, heads)[:, 1:], "label")]
    out = []
    for scores, key in parts:
        if (b[key] != -100).any():
            out.append(F.cross_entropy(scores.flatten(0, 1),
                                       b[key].flatten()))
    return sum(out)


def spans(names):
    out, begin, kind = set(), None, None
    for i, n in enumerate(list(names) + [0]):
        if begin is not None and (n == 0 or n % 2 == 1 or n // 2 != kind):
            out.add((begin, i, kind - 1))
            begin = None
        if n and begin is None:
            begin, kind = i, (n + 1) // 2
    return {(a, b, k) for a, b, k in out}


def evaluate(net, coded):
    """Percentages; heads are the best each, not yet a tree."""
    net.eval()
    hit = dict.fromkeys(("upos", "xpos", "uas", "las"), 0)
    n = names = found = right = typed = 0
    with torch.inference_mode():
        for ix in batches(coded, 3000, False):
            b = collate([coded[i] for i in ix])
            tag, name, arc, lhead, lchild = run(net, b)
            heads = arc.argmax(-1)
            root = torch.zeros(len(tag), 1, dtype=torch.long)
            label = net.label(lhead, lchild, torch.cat(
                [root, heads], 1))[:, 1:].argmax(-1)
            m = b["tag"] != -100
            n += int(m.sum())
            up, base = net.upos_of, net.base_of
            hit["xpos"] += int((tag.argmax(-1) == b["tag"])[m].sum())
            want = b["tag"].clamp(min=0)
            hit["upos"] += int((up[tag.argmax(-1)] == up[want])[m].sum())
            ok = (heads == b["head"]) & m
            hit["uas"] += int(ok.sum())
            hit["las"] += int((
                base[label] == base[b["label"].clamp(min=0)])[ok].sum())
            for r, i in enumerate(ix):
                gold = coded[i]["name"]
                if gold[0] == -100:
                    continue
                want = spans(gold)
                got = spans(name[r, :len(gold)].argmax(-1).tolist())
                names += len(want)
                found += len(got)
                right += len({x[:2] for x in want} & {x[:2] for x in got})
                typed += len(want & got)
    net.train()
    out = {k: round(100 * v / max(n, 1), 2) for k, v in hit.items()}
    if names:
        out["names"] = round(200 * right / (names + found), 2)
        out["typed"] = round(200 * typed / (names + found), 2)
    return out


def read(args):
    relations = corpus.relations_of(args.source)
    folder = os.path.join(args.data, "treebank")
    gold = [s for name in ("ewt-train", "gum-free-train") for s in
            corpus.treebank(f"{folder}/{name}.conllu.gz", relations)]
    dev = list(corpus.treebank(f"{folder}/ewt-dev.conllu.gz", relations))
    docs = list(corpus.docred(f"{args.data}/relations/redocred-dev.json.gz",
                              corpus.demonyms_of(args.source)))
    names = [s for d in docs[:-50] for s in d]
    held = [s for d in docs[-50:] for s in d]
    return gold, dev, names, held


def epoch_of(gold, names, coder, args):
    """This pass: sentences merged anew, some left as they are."""
    out = []
    for s in gold:
        if random.random() < args.merged:
            s = corpus.Merge(s, args.percent, random).run()
        out.append(coder.code(s))
    out += [coder.code(s) for s in random.sample(
        names, int(args.names * len(names)))]
    return [c for c in out if len(c["ids"]) <= MAX_PIECES]


def optimiser(net, args, total):
    body = net.encoder()
    known = {id(p) for p in body}
    heads = [p for p in net.parameters()
             if p.requires_grad and id(p) not in known]
    opt = torch.optim.AdamW(
        [{"params": body, "lr": args.rate},
         {"params": heads, "lr": args.head_rate}],
        betas=(.9, .98), weight_decay=.01)
    return opt, torch.optim.lr_scheduler.LambdaLR(opt, lambda k: min(
        (k + 1) / (.08 * total), max(.01, (total - k) / (.92 * total))))


def save(net, tags, labels, scores, path):
    torch.save({"net": net.state_dict(), "tags": tags, "labels": labels,
                "scores": scores}, path + ".new")
    os.replace(path + ".new", path)


def report(net, tests, k, total, start):
    scores = {name: evaluate(net, c) for name, c in tests.items()}
    print(f"step {k}/{total} {time.time() - start:.0f}s",
          json.dumps(scores), flush=True)
    return scores


def tables(net, tags, labels):
    """What universal class and relation each tag and label has."""
    classes = sorted({t[0] for t in tags})
    net.upos_of = torch.tensor([classes.index(t[0]) for t in tags] + [-1])
    bases = sorted({x.split(":")[0] for x in labels})
    net.base_of = torch.tensor([bases.index(x.split(":")[0]) for x in labels])


def learn(net, data, coder, args, names):
    gold, more, tests = data
    start, k, running = time.time(), 0, 0.
    step = len(batches(epoch_of(gold, more, coder, args), args.batch, True))
    total = int(step * args.epochs)
    opt, plan = optimiser(net, args, total)
    print(f"{step} steps a pass", flush=True)
    while k < total:
        coded = epoch_of(gold, more, coder, args)
        for ix in batches(coded, args.batch, True):
            b = collate([coded[i] for i in ix])
            with torch.autocast("cpu", torch.bfloat16, args.bf16):
                x = loss(net, b)
            opt.zero_grad()
            x.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.)
            opt.step()
            plan.step()
            k, running = k + 1, running + x.item()
            if k % 50 == 0:
                print(f"step {k}/{total} {time.time() - start:.0f}s "
                      f"loss {running / 50:.3f}", flush=True)
                running = 0.
            if k == total:
                break
            if k % 300 == 0:
                save(net, *names, {}, args.out)
                report(net, {n: c[::4] for n, c in tests.items()}, k, total,
                       start)
    save(net, *names, report(net, tests, k, total, start), args.out)


def main():
    p = argparse.ArgumentParser()
    for name in ("base", "data", "source", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--epochs", type=float, default=6)
    p.add_argument("--start", help="go on from this model.pt")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--bf16", action="store_true",
                   help="products in 16 bits: faster where the processor "
                   "has them")
    p.add_argument("--batch", type=int, default=800, help="pieces")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1.5e-3)
    p.add_argument("--names", type=float, default=1,
                   help="part of the sentences without trees to read a pass")
    p.add_argument("--merged", type=float, default=.7,
                   help="part of the sentences to merge words in")
    p.add_argument("--percent", type=int, default=85,
                   help="chance of each name, date and amount there")
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    gold, dev, names, held = read(args)
    tags = sorted({(w.upos, w.xpos) for s in gold for w in s.words} |
                  {("PROPN", "NNP"), ("ADJ", "JJ")})
    labels = sorted({w.label for s in gold for w in s.words})
    known = set(labels)
    dev = [s for s in dev if all(w.label in known for w in s.words)]
    coder = Coder(Pieces(args.base + "/vocab.txt"), tags, labels)
    with open(args.base + "/config.json", encoding="utf-8") as f:
        net = Net(json.load(f), len(tags), len(labels))
    net.load_base(args.base + "/model.safetensors")
    if args.start:
        net.load_state_dict(torch.load(args.start, weights_only=True)["net"])
    tables(net, tags, labels)
    fixed = random.Random(7)
    tests = {"dev": dev, "held": held,
             "merged": [corpus.Merge(s, 100, fixed).run() for s in dev]}
    tests = {k: [coder.code(s) for s in v] for k, v in tests.items()}
    print(len(gold), "sentences", sum(len(s.words) for s in gold), "words",
          len(names), "more for names", len(tags), "tags", len(labels),
          "labels", flush=True)
    learn(net, (gold, names, tests), coder, args, (tags, labels))


if __name__ == "__main__":
    main()
