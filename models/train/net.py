"""The network: a small BERT encoder, heads for word classes, trees and names.

Devlin et al., NAACL 2019 (encoder); Dozat and Manning, ICLR 2017 (biaffine
attention).  The encoder is uncased, so each piece also carries its casing.
"""
import json
import struct

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

N_PIECE_SHAPES, N_WORD_SHAPES = 41, 80
ARC, LABEL, HIDDEN, SHAPE = 256, 96, 256, 32
N_NAMES = 11  # none; begin and inside of five types


def safetensors(path):
    with open(path, "rb") as f:
        data = f.read()
    n = struct.unpack("<Q", data[:8])[0]
    out = {}
    for name, entry in json.loads(data[8:8 + n]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            a, b = entry["data_offsets"]
            array = np.frombuffer(data[8 + n + a:8 + n + b], np.float32)
            out[name] = torch.from_numpy(array.reshape(entry["shape"]).copy())
    return out


class Layer(nn.Module):
    def __init__(self, size, inner, heads, drop):
        super().__init__()
        self.heads, self.drop = heads, drop
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm1 = nn.LayerNorm(size, 1e-12)
        self.norm2 = nn.LayerNorm(size, 1e-12)

    def dropped(self, x):
        return F.dropout(x, self.drop, self.training)

    def forward(self, x, mask):
        b, t, size = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, size // self.heads
                                   ).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = a.transpose(1, 2).reshape(b, t, size)
        x = self.norm1(x + self.dropped(self.out(a)))
        return self.norm2(x + self.dropped(self.down(F.gelu(self.up(x)))))


class Net(nn.Module):
    def __init__(self, config, n_tags, n_labels, drop=0.1):
        super().__init__()
        size = config["hidden_size"]
        self.drop = drop
        self.pieces = nn.Embedding(config["vocab_size"], size)
        self.places = nn.Embedding(512, size)
        self.segment = nn.Parameter(torch.zeros(size))
        self.norm = nn.LayerNorm(size, 1e-12)
        self.casing = nn.Embedding(N_PIECE_SHAPES, size)
        nn.init.zeros_(self.casing.weight)
        self.layers = nn.ModuleList(
            Layer(size, config["intermediate_size"],
                  config["num_attention_heads"], drop)
            for _ in range(config["num_hidden_layers"]))
        self.shape = nn.Embedding(N_WORD_SHAPES, SHAPE)
        word = 2 * size + SHAPE
        self.tag1, self.tag2 = nn.Linear(word, HIDDEN), nn.Linear(HIDDEN, n_tags)
        self.name1 = nn.Linear(word, HIDDEN)
        self.name2 = nn.Linear(HIDDEN, N_NAMES)
        self.tree = nn.Linear(word, 2 * ARC + 2 * LABEL)
        self.root = nn.Parameter(torch.randn(word) * .1)
        self.arcs = nn.Parameter(torch.randn(ARC + 1, ARC) * .02)
        self.labels = nn.Parameter(
            torch.randn(n_labels, LABEL + 1, LABEL + 1) * .02)

    def encoder(self):
        return [p for m in (self.norm, self.casing, self.layers)
                for p in m.parameters()]

    def load_base(self, path):
        """Weights of the base encoder; its word pieces stay as they are."""
        base = safetensors(path)
        emb = "embeddings."
        self.pieces.weight.data.copy_(base[emb + "word_embeddings.weight"])
        self.places.weight.data.copy_(base[emb + "position_embeddings.weight"])
        self.segment.data.copy_(base[emb + "token_type_embeddings.weight"][0])
        for p in (self.pieces.weight, self.places.weight, self.segment):
            p.requires_grad_(False)
        for what in ("weight", "bias"):
            getattr(self.norm, what).data.copy_(base[emb + "LayerNorm." + what])
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for what in ("weight", "bias"):
                getattr(layer.qkv, what).data.copy_(torch.cat([
                    base[f"{at}attention.self.{n}.{what}"]
                    for n in ("query", "key", "value")]))
                for part, name in (
                        (layer.out, "attention.output.dense"),
                        (layer.norm1, "attention.output.LayerNorm"),
                        (layer.up, "intermediate.dense"),
                        (layer.down, "output.dense"),
                        (layer.norm2, "output.LayerNorm")):
                    getattr(part, what).data.copy_(base[at + name + "." + what])

    def dropped(self, x, times=1):
        return F.dropout(x, self.drop * times, self.training)

    def encode(self, b):
        x = self.norm(self.pieces(b["ids"]) + self.segment +
                      self.places.weight[:b["ids"].shape[1]] +
                      self.casing(b["casing"]))
        mask = torch.zeros(b["there"].shape).masked_fill(~b["there"], -1e9)
        x = self.dropped(x)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    def forward(self, b, trees=True):
        x = self.encode(b)
        row = torch.arange(len(x))[:, None]
        w = torch.cat([x[row, b["first"]], x[row, b["last"]],
                       self.shape(b["shape"])], -1)
        w = self.dropped(w, 2)
        tag = self.tag2(self.dropped(F.gelu(self.tag1(w)), 2))
        name = self.name2(self.dropped(F.gelu(self.name1(w)), 2))
        if not trees:
            return tag, name, None, None, None
        root = self.root.expand(len(x), 1, -1)
        z = self.dropped(F.gelu(self.tree(torch.cat([root, w], 1))), 2)
        head, child, lhead, lchild = z.split([ARC, ARC, LABEL, LABEL], -1)
        one = torch.ones_like(z[..., :1])
        arc = torch.cat([child, one], -1) @ self.arcs @ head.transpose(1, 2)
        return (tag, name, arc, torch.cat([lhead, one], -1),
                torch.cat([lchild, one], -1))

    def label(self, lhead, lchild, heads):
        """Scores of the labels of the arcs to these heads (0: the root)."""
        h = lhead.gather(1, heads[..., None].expand(-1, -1, lhead.shape[-1]))
        b, t, d = h.shape
        m = h.reshape(-1, d) @ self.labels.permute(1, 0, 2).reshape(d, -1)
        return (m.view(b, t, -1, d) * lchild[:, :, None, :]).sum(-1)
