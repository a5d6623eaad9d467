"""The network: a small BERT with heads for word classes, names and a biaffine parse."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tertius.reading.syntax.pieces import SHAPES

LAYERS, WIDTH, HEADS = 6, 384, 12
SHARED = 2  # layers, from below, that the network of relations has in common with this one
ARC, LABEL = 192, 64  # widths of the vectors that an arc and its label are scored from


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many classes each head tells apart."""

    upos: int
    xpos: int
    labels: int
    names: int


class Layer(nn.Module):
    """One layer of BERT; the three inputs of attention are one product."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = qkv[0] @ qkv[1].transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask
        mixed = (scores.softmax(-1).type_as(qkv) @ qkv[2]).transpose(1, 2)
        mixed = mixed.reshape(batch, length, WIDTH)  # written out: fused attention learns slowly
        x = self.norm1(x + self.drop(self.out(mixed)))
        result: Tensor = self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return result


class Network(nn.Module):
    """Word pieces in; scores for each word out."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.upos = nn.Linear(WIDTH, sizes.upos)
        self.xpos = nn.Linear(WIDTH, sizes.xpos)
        self.names = nn.Linear(WIDTH, sizes.names)
        self.arc_child = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc = nn.Linear(ARC + 1, ARC, bias=False)
        self.label_child = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label = nn.Linear(LABEL + 1, sizes.labels * (LABEL + 1), bias=False)
        self.drop_parse = nn.Dropout(0.25)
        nn.init.normal_(self.arc.weight, std=0.05)
        nn.init.normal_(self.label.weight, std=0.05)

    def encode(self, ids: Tensor, shapes: Tensor, firsts: Tensor) -> Tensor:
        """Give a vector for the start mark and for each word; padding has id 0."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.shapes(shapes)
        x = self.drop(self.norm(x))
        mask = torch.zeros(ids.shape, dtype=x.dtype).masked_fill(ids == 0, -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, mask)
        words: Tensor = self.drop(x.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH)))
        return words

    def arcs(self, h: Tensor) -> Tensor:
        """Score [batch, child word, head]; head 0 is the root."""
        child = _with_one(self.drop_parse(functional.gelu(self.arc_child(h[:, 1:]))))
        head = self.drop_parse(functional.gelu(self.arc_head(h)))
        scores: Tensor = self.arc(child) @ head.transpose(1, 2)
        return scores

    def labels(self, h: Tensor, heads: Tensor) -> Tensor:
        """Score [batch, child word, label], given the head of each word."""
        child = _with_one(self.drop_parse(functional.gelu(self.label_child(h[:, 1:]))))
        head = _with_one(self.drop_parse(functional.gelu(self.label_head(h))))
        head = head.gather(1, heads[:, :, None].expand(-1, -1, LABEL + 1))
        left = self.label(child).view(*child.shape[:2], -1, LABEL + 1)
        scores: Tensor = (left * head[:, :, None]).sum(-1)
        return scores


def _with_one(x: Tensor) -> Tensor:
    return functional.pad(x, (0, 1), value=1.0)


def from_minilm(path: Path, sizes: Sizes) -> Network:
    """Start from the weights of MiniLM; its unused token types become word shapes."""
    given = load_file(path)
    network = Network(sizes)
    state = network.state_dict()
    state["words.weight"] = given["embeddings.word_embeddings.weight"]
    state["places.weight"] = given["embeddings.position_embeddings.weight"]
    first = given["embeddings.token_type_embeddings.weight"][0]
    state["shapes.weight"] = first + 0.005 * torch.randn(SHAPES, WIDTH)
    for end in ("weight", "bias"):
        state[f"norm.{end}"] = given[f"embeddings.LayerNorm.{end}"]
        for at in range(LAYERS):
            old, new = f"encoder.layer.{at}", f"layers.{at}"
            parts = (f"{old}.attention.self.{part}.{end}" for part in ("query", "key", "value"))
            state[f"{new}.qkv.{end}"] = torch.cat([given[part] for part in parts])
            state[f"{new}.out.{end}"] = given[f"{old}.attention.output.dense.{end}"]
            state[f"{new}.norm1.{end}"] = given[f"{old}.attention.output.LayerNorm.{end}"]
            state[f"{new}.up.{end}"] = given[f"{old}.intermediate.dense.{end}"]
            state[f"{new}.down.{end}"] = given[f"{old}.output.dense.{end}"]
            state[f"{new}.norm2.{end}"] = given[f"{old}.output.LayerNorm.{end}"]
    network.load_state_dict(state)
    network.words.weight.requires_grad_(False)  # frozen: the data are too few to move 30,522 words
    return network
