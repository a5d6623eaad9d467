"""Write the network of relations as an ONNX graph of 8-bit weights, for one window at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto

from tertius.reading.relations.paths import ANCHORS
from training.relations.model import POINT, POINTERS, SLOTS
from training.syntax.graph import VECTORS, Graph, layers, model
from training.syntax.model import LAYERS, SHARED

Array = NDArray[Any]
FIT = 128  # the inner width of a product is filled up to a multiple of this


def build_relations(weights: Mapping[str, Array], *, linear: str = "blocks") -> ModelProto:
    """Give the layers above the shared ones, and the heads for pairs.

    In: `shared` of the stem, `cues` and `bias` of the pieces, `pairs` (pieces of both markers and
    of both mentions), `features` of each pair, `firsts` of the words. Out: scores, see OUTPUTS.
    """
    kept = {**weights, **{f"{k}.weight": _filled(weights[f"{k}.weight"]) for k in ("sign", "slot")}}
    g = Graph(kept, linear=linear)
    told = g.node("Gather", [g.keep("cues.table", weights["cues.weight"]), "cues"], "cues.picked")
    x = g.node("Add", ["shared", told], "shared+cues")
    x = layers(g, x, range(SHARED, LAYERS), bias="bias")
    flat = g.node("Squeeze", [x, g.keep("axis.0", np.array([0]))], "pieces")
    pair = _pair(g, flat, weights)
    hidden = g.gelu(g.linear(pair, "sign"))
    g.node("Identity", [g.linear(hidden, "sign_out")], "signs")
    slot = g.linear(pair, "slot")
    slot = g.node("Unsqueeze", [slot, g.keep("axis.1", np.array([1]))], "slot.each")
    slot = g.node("Add", [slot, g.keep("slot_sign", weights["slot_sign"])], "slot.signed")
    slot = g.gelu(slot)
    for name in (*SLOTS, "relation"):
        g.node("Identity", [g.linear(slot, f"classes.{name}")], name)
    words = g.node("Gather", [flat, "firsts"], "words")
    for name in POINTERS:
        asked = g.linear(slot, f"pointers.{name}")
        told = g.node(
            "Transpose", [g.linear(words, f"pointed.{name}")], f"{name}.told", perm=[1, 0]
        )
        fit = g.node("MatMul", [asked, told], f"{name}.fit")
        root = g.keep(f"{name}.root", np.array(POINT**-0.5, dtype=np.float32))
        g.node("Mul", [fit, root], name)
    relations = weights["classes.relation.weight"].shape[0]
    return model(
        g,
        "tertius.relations",
        floats={"shared": VECTORS, "bias": (1, 1, "pieces", "pieces")},
        integers={
            "cues": ("pieces",), "pairs": ("pairs", 4 + ANCHORS),
            "features": ("pairs", "kinds"), "firsts": ("words",),
        },
        outputs={
            "signs": ("pairs", 2),
            **{name: ("pairs", 2, n) for name, n in {**SLOTS, "relation": relations}.items()},
            **dict.fromkeys(POINTERS, ("pairs", 2, "words")),
        },
    )  # fmt: skip


def _pair(g: Graph, flat: str, weights: Mapping[str, Array]) -> str:
    """Join what is known of a pair: both markers, both mentions, their parts in the tree."""
    rows = g.keep("joined", np.array([0, -1]))
    seen = g.node("Reshape", [g.node("Gather", [flat, "pairs"], "seen.four"), rows], "seen")
    table = g.keep("features.table", weights["features.weight"])
    parts = g.node("Gather", [table, "features"], "parts.each")
    parts = g.node("Reshape", [parts, rows], "parts")
    pair = g.node("Concat", [seen, parts], "pair.short", axis=1)
    missing = -weights["sign.weight"].shape[1] % FIT
    return g.node("Pad", [pair, g.keep("missing", np.array([0, 0, 0, missing]))], "pair")


def _filled(weight: Array) -> Array:
    return np.pad(weight, ((0, 0), (0, -weight.shape[1] % FIT)))
