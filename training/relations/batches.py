"""Turn windows into batches; some are made harder so that names and capitals are not learned."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from tertius.reading.relations.windows import FIRST, SECOND
from tertius.reading.syntax.pieces import MASK
from training.relations.examples import UNKNOWN, Example

Batch = dict[str, Tensor]
HIDDEN, MASKED, FLAT = 0.15, 0.04, 0.08  # mentions; pieces; windows without capitals


def batches(
    examples: Sequence[Example], *, size: int, chance: random.Random, learning: bool = True
) -> Iterator[tuple[list[Example], Batch]]:
    """Yield all examples once, `size` pieces or less a batch, in random order when learning."""

    def cost(e: Example) -> int:
        return len(e.window.ids) + 2 * len(e.window.pairs)

    ready = sorted(examples, key=lambda e: cost(e) + (chance.random() * 8 if learning else 0))
    groups, group = list[list[Example]](), list[Example]()
    for e in ready:
        if group and (len(group) + 1) * cost(e) > size:
            groups.append(group)
            group = []
        group.append(e)
    groups.append(group)
    if learning:
        chance.shuffle(groups)
    for group in groups:
        yield group, _batch(group, chance if learning else None)


def _batch(group: Sequence[Example], chance: random.Random | None) -> Batch:
    text = max(len(e.window.ids) for e in group)
    marks = max(2 * len(e.window.pairs) for e in group)
    length, number = text + marks, len(group)
    ids = torch.zeros(number, length, dtype=torch.long)
    shapes = torch.full((number, length), 5)
    cues = torch.zeros(number, length, dtype=torch.long)
    places = torch.zeros(number, length, dtype=torch.long)
    seen = torch.zeros(number, length, length, dtype=torch.bool)
    pairs: list[tuple[int, ...]] = []
    for n, e in enumerate(group):
        w = e.window
        own = len(w.ids)
        ids[n, :own] = torch.tensor(_hidden(e, chance) if chance else w.ids)
        shapes[n, :own] = torch.tensor(w.shapes)
        cues[n, :own] = torch.tensor(w.cues)
        if chance and chance.random() < FLAT:
            shapes[n, :own] = shapes[n, :own].masked_fill(
                (shapes[n, :own] == 1) | (shapes[n, :own] == 2), 0
            )
        places[n, :own] = torch.arange(own)
        seen[n, :, :own] = True
        for k, (a, b) in enumerate(w.marked):
            at = text + 2 * k
            ids[n, at], ids[n, at + 1] = FIRST, SECOND
            places[n, at], places[n, at + 1] = a, b
            seen[n, at : at + 2, at : at + 2] = True
            pairs.append((n, at, at + 1, a, b, *w.anchors[k]))
    words = max(len(e.window.firsts) for e in group)
    firsts = torch.zeros(number, words, dtype=torch.long)
    absent = torch.ones(number, words, dtype=torch.bool)
    for n, e in enumerate(group):
        firsts[n, : len(e.window.firsts)] = torch.tensor(e.window.firsts)
        absent[n, : len(e.window.firsts)] = False
    mask = torch.zeros(number, 1, length, length).masked_fill(~seen[:, None], -1e4)
    return {
        "ids": ids, "shapes": shapes, "cues": cues, "places": places, "mask": mask,
        "pairs": torch.tensor(pairs), "firsts": firsts, "absent": absent,
        "features": torch.tensor([f for e in group for f in e.window.features]),
        **_targets(group),
    }  # fmt: skip


def _hidden(e: Example, chance: random.Random) -> list[int]:
    """Hide some mentions and some words; a mention is hidden everywhere in its window."""
    ids = [MASK if i > MASK and chance.random() < MASKED else i for i in e.window.ids]
    parties = {m[2] for m in e.mentions}
    gone = {p for p in parties if chance.random() < HIDDEN}
    for start, end, party in e.mentions:
        if party in gone:
            ids[start:end] = [MASK] * (end - start)
    return ids


def _targets(group: Sequence[Example]) -> Batch:
    signs = [s for e in group for s in e.signs]
    answers = [a for e in group for a in e.answers]

    def column(name: str) -> Tensor:
        return torch.tensor(
            [[UNKNOWN if a is None else getattr(a, name) for a in two] for two in answers]
        )

    found: Batch = {"signs": torch.tensor(signs)}
    for name in ("direction", "relation", "modality", "attitude", "source", "against"):
        found[name] = column(name)
    found["trigger"] = torch.tensor(
        [[a.triggers[0] if a and a.triggers else UNKNOWN for a in two] for two in answers]
    )
    return found
