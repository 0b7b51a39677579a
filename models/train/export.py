#!/usr/bin/env python3
"""Write a trained deep model as the program reads it (src/text/encode/deep.h).

  export.py --model model.pt --base MODELDIR --source REPOSITORY \
            --lemmas fast.ngm --out deep.ngm [--info KEY=VALUE]...

The lemmas of the fast model are taken over.  The same input makes the same
bytes.
"""
import argparse
import json
import re
import struct

import numpy as np
import torch
import torch.nn.functional as F

from net import ARC, LABEL, Net
from pieces import Pieces

ORDER, VERSION, PLACES, BLOCK = 0x01020304, 1, 256, 32
FAST_RULES = 7  # the first of three sections: rules, lemmas, strings


def checksum(data):
    mask, lanes = (1 << 64) - 1, [1, 2, 3, 4]
    data = data[32:]
    data += bytes(-len(data) % 32)
    words = struct.unpack(f"<{len(data) // 8}Q", data)
    for i in range(0, len(words), 4):
        for k in range(4):
            x = (lanes[k] ^ words[i + k]) * 0x9E3779B97F4A7C15 & mask
            lanes[k] = x ^ x >> 29
    return lanes


def finished(lanes, size):
    h = size
    for x in lanes:
        h = ((h ^ x) * 0xBF58476D1CE4E5B9 & ((1 << 64) - 1)) ^ h >> 31
    return h


def array(tensor):
    return np.ascontiguousarray(tensor.detach().float().numpy())


class Numbers:
    """The sections BYTES, SUMS and FLOATS, in the program's order."""

    def __init__(self):
        self.bytes, self.sums, self.floats = [], [], []

    def put_floats(self, *tensors):
        for t in tensors:
            self.floats.append(array(t).astype("<f4").tobytes())

    @staticmethod
    def quantised(w):
        scale = np.abs(w).max(1) / 127
        scale[scale == 0] = 1
        return np.rint(w / scale[:, None]).astype(np.int8), scale

    def put_rows(self, tensor):
        q, scale = self.quantised(array(tensor))
        self.bytes.append(q.tobytes())
        self.floats.append(scale.astype("<f4").tobytes())

    def put_matrix(self, weight, bias):
        w, b = array(weight), array(bias)
        n_out, n_in = w.shape
        width = (n_out + BLOCK - 1) // BLOCK * BLOCK
        q, scale = self.quantised(w)
        full = np.zeros((width, n_in), np.int8)
        full[:n_out] = q
        packed = full.reshape(width // BLOCK, BLOCK, n_in // 4, 4)
        self.bytes.append(packed.transpose(0, 2, 1, 3).tobytes())
        self.sums.append(full.sum(1, dtype=np.int32).astype("<i4").tobytes())
        for values in (scale, b):
            padded = np.zeros(width, "<f4")
            padded[:n_out] = values
            self.floats.append(padded.tobytes())

    def put_linear(self, layer):
        self.put_matrix(layer.weight, layer.bias)


def put_network(net, order, out):
    out.put_rows(net.pieces.weight)
    out.put_floats(net.places.weight[:PLACES] + net.segment,
                   net.casing.weight, net.norm.weight, net.norm.bias)
    for layer in net.layers:
        out.put_linear(layer.qkv)
        out.put_linear(layer.out)
        out.put_floats(layer.norm1.weight, layer.norm1.bias)
        out.put_linear(layer.up)
        out.put_linear(layer.down)
        out.put_floats(layer.norm2.weight, layer.norm2.bias)
    out.put_floats(net.shape.weight)
    for layer in (net.tag1, net.tag2, net.name1, net.name2, net.tree):
        out.put_linear(layer)
    out.put_matrix(net.arcs[:ARC].T, net.arcs[ARC])
    # labels: outputs [label][of the child, the constant 1, nothing]
    v = net.labels[order]
    full = torch.zeros(len(order), LABEL + 16, LABEL)
    bias = torch.zeros(len(order), LABEL + 16)
    full[:, :LABEL + 1] = v[:, :LABEL].permute(0, 2, 1)
    bias[:, :LABEL + 1] = v[:, LABEL]
    out.put_matrix(full.flatten(0, 1), bias.flatten())
    root = F.gelu(net.tree(net.root))
    out.put_floats(root[:ARC], root[2 * ARC:2 * ARC + LABEL])


def hashed(piece):
    h = 2166136261
    for byte in piece.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h


def vocabulary(pieces):
    """The sections CHARS, SLOTS, ENDS and PIECES."""
    chars = b""
    for code, (kind, to) in sorted(pieces.chars.items()):
        raw = to.encode()
        if (len(raw) > 14 or (len(raw) == 0 and kind & 3 == 1)):
            continue
        chars += struct.pack("<IBB14s", code, kind, len(raw), raw)
    slots = np.zeros(1 << (2 * len(pieces.words) - 1).bit_length(), "<u2")
    ends, text = [], b""
    for i, piece in enumerate(pieces.words):
        text += piece.encode()
        ends.append(len(text))
        at = hashed(piece)
        while slots[at % len(slots)]:
            at += 1
        slots[at % len(slots)] = i + 1
    return [chars, slots.tobytes(), np.array(ends, "<u4").tobytes(), text]


def classes(source, tags, labels):
    """Numbers of word classes and relations, as src/text/ud.h has them."""
    with open(source + "/src/text/ud.h", encoding="utf-8") as f:
        text = f.read()
    lists = re.split(r"#define NG_\w+_LIST\(E\)", text.split(
        "/* clang-format on */")[0])[1:]
    upos = re.findall(r"E\((\w+)\)", lists[0])
    xpos, relations = (re.findall(r'E\(\w+, "([^"]+)"\)', x)
                       for x in lists[1:3])
    return (b"".join(bytes([upos.index(u), xpos.index(x)]) for u, x in tags),
            bytes(relations.index(x) for x in labels))


def lemmas_of(path):
    with open(path, "rb") as f:
        data = f.read()
    out = []
    for i in range(FAST_RULES, FAST_RULES + 3):
        at, n = struct.unpack_from("<QQ", data, 32 + 16 * i)
        out.append(data[at:at + n])
    return out


def sizes(net, pieces, tags, labels, config):
    return struct.pack(
        "<16I", len(net.layers), config["hidden_size"],
        config["intermediate_size"], config["num_attention_heads"],
        len(pieces.words), PLACES, len(tags), len(labels), ARC, LABEL,
        net.tag1.out_features, net.shape.embedding_dim, pieces.cls, pieces.sep,
        pieces.unknown, 0)


def write(path, sections):
    n = 32 + 16 * len(sections)
    table, body = b"", b""
    for s in sections:
        body += bytes(-(n + len(body)) % 64)
        table += struct.pack("<QQ", n + len(body), len(s))
        body += s
    size = n + len(body)
    head = b"NGDEEP\n\0" + struct.pack("<IIQ", VERSION, ORDER, size)
    data = head + bytes(8) + table + body
    sum_ = finished(checksum(data), size)
    with open(path, "wb") as f:
        f.write(data[:24] + struct.pack("<Q", sum_) + data[32:])


def main():
    p = argparse.ArgumentParser()
    for name in ("model", "base", "source", "lemmas", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--info", action="append", default=[])
    args = p.parse_args()
    saved = torch.load(args.model, weights_only=True)
    tags, labels = saved["tags"], saved["labels"]
    with open(args.base + "/config.json", encoding="utf-8") as f:
        config = json.load(f)
    net = Net(config, len(tags), len(labels))
    net.load_state_dict(saved["net"])
    net.eval()
    pieces = Pieces(args.base + "/vocab.txt")
    order = sorted(range(len(labels)), key=lambda i: labels[i] != "root")
    numbers = Numbers()
    put_network(net, order, numbers)
    ordered = [labels[i] for i in order]
    info = [("kind", "deep"), ("name", "deep"), *(x.split("=", 1) for x in args.info)]
    text = "".join(f"{k}\0{v}\0" for k, v in info).encode()
    write(args.out, [
        text, sizes(net, pieces, tags, ordered, config), *vocabulary(pieces),
        *classes(args.source, tags, ordered), *lemmas_of(args.lemmas),
        *(b"".join(x) for x in (numbers.bytes, numbers.sums, numbers.floats))])


if __name__ == "__main__":
    main()
