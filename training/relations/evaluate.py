"""How well the network reads pairs whose parties are given: figures for a set of windows."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import torch

from training.relations.batches import batches
from training.relations.examples import UNKNOWN, Example
from training.relations.model import Relations

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@torch.no_grad()
def figures(network: Relations, examples: Sequence[Example]) -> Mapping[str, float]:
    """Return F1 of signed pairs at the best threshold, and the accuracy of slots on gold pairs."""
    network.eval()
    right: dict[str, list[bool]] = {}
    scored: list[tuple[float, bool]] = []
    for _, batch in batches(examples, size=4000, chance=random.Random(0), learning=False):
        out = network(batch)
        told = batch["signs"] != UNKNOWN
        chances = out.signs.float().sigmoid()[told]
        scored += list(zip(chances.tolist(), (batch["signs"][told] == 1).tolist(), strict=True))
        for name, value in {**out.slots, **out.points}.items():
            aim = batch[name]
            known = aim != UNKNOWN
            hits = (value.argmax(-1) == aim)[known]
            right.setdefault(name, []).extend(hits.tolist())
            if name in {"source", "modality", "against", "attitude"}:
                marked = known & (aim > 0)
                right.setdefault(f"{name}+", []).extend((value.argmax(-1) == aim)[marked].tolist())
    found: dict[str, float] = {}
    total = sum(is_so for _, is_so in scored)
    best = max(THRESHOLDS, key=lambda t: _f1(scored, t, total)[2])
    found["threshold"] = best
    found["p"], found["r"], found["f1"] = _f1(scored, best, total)
    found["n"] = total
    found.update({name: sum(v) / max(1, len(v)) for name, v in right.items()})
    return found


def _f1(
    scored: Sequence[tuple[float, bool]], threshold: float, total: int
) -> tuple[float, float, float]:
    said = [is_so for chance, is_so in scored if chance >= threshold]
    hits = sum(said)
    p, r = hits / max(1, len(said)), hits / max(1, total)
    return p, r, 2 * hits / max(1, len(said) + total)


def shown(found: Mapping[str, float]) -> str:
    """Return figures in one line."""
    return " ".join(f"{k} {v:.3f}" if k != "n" else f"n {v:.0f}" for k, v in found.items())
