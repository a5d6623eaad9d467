"""The network of relations: the sentence encoder's own layers, tuned on, with heads for pairs.

The word table, the shapes and the lowest layers stay those of the sentence encoder, so that one
copy of them is needed; the layers above learn what the syntax has no need of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from tertius.reading.relations.paths import ANCHORS, ROWS, SIZES
from tertius.reading.relations.windows import CUES
from training.syntax.model import SHARED, WIDTH, Layer

PAIR, POINT, FEATURE = 256, 128, 12  # widths of the vector of a pair and of what it points with
SLOTS = {"direction": 3, "modality": 4, "attitude": 4}
SEEN = (4 + ANCHORS) * WIDTH + FEATURE * len(SIZES)  # width of what is known of a pair
POINTERS = ("trigger", "source", "against")


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a batch; pairs of all windows one after another."""

    signs: Tensor  # [pairs, 2]: aligned, opposed
    slots: dict[str, Tensor]  # [pairs, 2 signs, classes]
    points: dict[str, Tensor]  # [pairs, 2 signs, words of the window]


class Relations(nn.Module):
    """Windows in; for each pair, scores of its signs and slots out."""

    def __init__(self, layers: int, relations: int) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(6, WIDTH)
        self.cues = nn.Embedding(2 * CUES, WIDTH)
        self.features = nn.Embedding(ROWS, FEATURE)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.drop_pair = nn.Dropout(0.2)
        self.sign = nn.Linear(SEEN, PAIR)
        self.sign_out = nn.Linear(PAIR, 2)
        self.slot = nn.Linear(SEEN, PAIR)
        self.slot_sign = nn.Parameter(torch.randn(2, PAIR) * 0.1)
        self.classes = nn.ModuleDict(
            {name: nn.Linear(PAIR, n) for name, n in {**SLOTS, "relation": relations}.items()}
        )
        self.pointers = nn.ModuleDict({name: nn.Linear(PAIR, POINT) for name in POINTERS})
        nn.init.normal_(self.cues.weight, std=0.02)
        self.pointed = nn.ModuleDict({name: nn.Linear(WIDTH, POINT) for name in POINTERS})

    def start_from(self, state: Mapping[str, Tensor]) -> None:
        """Take over the weights of the sentence encoder."""
        own = self.state_dict()
        own.update({k: v for k, v in state.items() if k in own and own[k].shape == v.shape})
        for name in ("sign.weight", "slot.weight"):  # of a network that saw less of a pair
            if name in state and state[name].shape != own[name].shape:
                known = 4 * WIDTH
                own[name][:, :known] = state[name][:, :known]
                own[name][:, -FEATURE * len(SIZES) :] = state[name][:, known:]
                own[name][:, known : -FEATURE * len(SIZES)] *= 0.5
        self.load_state_dict(own)
        for part in (self.words, self.places, self.shapes, self.norm, *self.layers[:SHARED]):
            part.requires_grad_(False)

    def encode(self, batch: Mapping[str, Tensor]) -> Tensor:
        """Give a vector per piece: [windows, pieces, width]."""
        x = self.words(batch["ids"]) + self.places(batch["places"]) + self.shapes(batch["shapes"])
        x = self.drop(self.norm(x))
        for number, layer in enumerate(self.layers):
            if number == SHARED:
                x = x + self.cues(batch["cues"])
            x = layer(x, batch["mask"])
        return x

    def forward(self, batch: Mapping[str, Tensor]) -> Scores:
        x = self.encode(batch)
        of, *places = batch["pairs"].T
        told_of = self.features(batch["features"]).flatten(1)
        pair = self.drop_pair(torch.cat([*(x[of, at] for at in places), told_of], 1))
        signs = self.sign_out(self.drop_pair(functional.gelu(self.sign(pair))))
        slot = functional.gelu(self.slot(pair)[:, None] + self.slot_sign)
        slot = self.drop_pair(slot)
        words = x.gather(1, batch["firsts"][:, :, None].expand(-1, -1, WIDTH))
        points = {}
        for name in POINTERS:
            asked, told = self.pointers[name](slot), self.pointed[name](words)
            fit = torch.einsum("psd,pwd->psw", asked, told[of]) / POINT**0.5
            points[name] = fit.masked_fill(batch["absent"][of][:, None], -1e4)
        return Scores(signs, {name: head(slot) for name, head in self.classes.items()}, points)
