#!/usr/bin/env python3
"""Fit the head for names anew over a trained encoder, which stays as it is.

  names.py --model model.pt --base MODELDIR --data DIR --source REPOSITORY \
           --out model2.pt

The treebanks' names and those of Re-DocRED are drawn by different rules; this
last step goes by the latter's alone.  Takes a few minutes.
"""
import argparse
import json

import torch
import torch.nn.functional as F

import corpus
from net import Net
from pieces import Pieces
from train import MAX_PIECES, Coder, batches, collate, save


def features(net, coded):
    """(vectors, marks) of all words."""
    vectors, marks = [], []
    with torch.inference_mode():
        for ix in batches(coded, 4000, False):
            b = collate([coded[i] for i in ix])
            x = net.encode(b)
            row = torch.arange(len(x))[:, None]
            w = torch.cat([x[row, b["first"]], x[row, b["last"]],
                           net.shape(b["shape"])], -1)
            there = b["name"] != -100
            vectors.append(w[there])
            marks.append(b["name"][there])
    return torch.cat(vectors).clone(), torch.cat(marks).clone()


def fit(net, vectors, marks, epochs, size=256):
    head = [*net.name1.parameters(), *net.name2.parameters()]
    opt = torch.optim.AdamW(head, lr=1e-3, weight_decay=.05)
    total = epochs * (len(marks) // size)
    plan = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda k: max(.02, 1 - k / total))
    for epoch in range(epochs):
        running = 0.
        for ix in torch.randperm(len(marks)).split(size):
            w = F.dropout(vectors[ix], .2)
            hidden = F.dropout(F.gelu(net.name1(w)), .2)
            x = F.cross_entropy(net.name2(hidden), marks[ix])
            opt.zero_grad()
            x.backward()
            opt.step()
            plan.step()
            running += x.item()
        print(f"pass {epoch + 1} loss {running * size / len(marks):.4f}",
              flush=True)


def main():
    p = argparse.ArgumentParser()
    for name in ("model", "base", "data", "source", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--epochs", type=int, default=10)
    args = p.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(1)
    saved = torch.load(args.model, weights_only=True)
    tags, labels = saved["tags"], saved["labels"]
    with open(args.base + "/config.json", encoding="utf-8") as f:
        net = Net(json.load(f), len(tags), len(labels))
    net.load_state_dict(saved["net"])
    net.eval()
    coder = Coder(Pieces(args.base + "/vocab.txt"), tags, labels)
    docs = list(corpus.docred(f"{args.data}/relations/redocred-dev.json.gz",
                              corpus.demonyms_of(args.source)))
    coded = [coder.code(s) for d in docs[:-50] for s in d]
    coded = [c for c in coded if len(c["ids"]) <= MAX_PIECES]
    fit(net, *features(net, coded), args.epochs)
    save(net, tags, labels, saved["scores"], args.out)


if __name__ == "__main__":
    main()
