"""Turn sentences into batches of similar length, with some made harder on purpose."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from tertius.reading.syntax.pieces import MASK, Pieces, cut
from tertius.reading.syntax.wordpieces import WordPieces

UNKNOWN = -100  # a target that is not scored
LONGEST = 250  # pieces; the few longer sentences are left out of learning
LOWER, TITLE, UPPER, UNSTOPPED, MASKED = 0.06, 0.04, 0.02, 0.06, 0.04


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence with the number of the right class for each word; None: not annotated."""

    words: tuple[str, ...]
    upos: tuple[int, ...] | None = None
    xpos: tuple[int, ...] | None = None
    heads: tuple[int, ...] | None = None
    labels: tuple[int, ...] | None = None
    names: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples of one kind, filled up to equal length; targets are UNKNOWN where filled."""

    ids: Tensor
    shapes: Tensor
    firsts: Tensor
    targets: dict[str, Tensor]  # only what all examples are annotated for


def harder(example: Example, *, chance: random.Random) -> Example:
    """Give some sentences the looks of a headline or a careless note."""
    draw = chance.random()
    words = example.words
    if draw < LOWER:
        return replace(example, words=tuple(w.lower() for w in words))
    if draw < LOWER + TITLE:
        return replace(example, words=tuple(w[:1].upper() + w[1:] for w in words))
    if draw < LOWER + TITLE + UPPER:
        return replace(example, words=tuple(w.upper() for w in words))
    if draw < LOWER + TITLE + UPPER + UNSTOPPED:
        return without_last(example) if words[-1] in {".", "!", "?"} else example
    return example


def without_last(example: Example) -> Example:
    """Drop the last word, unless another word hangs on it or none would be left."""
    last = len(example.words)
    if last < 2 or (example.heads and (last in example.heads or example.heads[-1] == 0)):
        return example
    columns = {
        name: value[:-1]
        for name in ("words", "upos", "xpos", "heads", "labels", "names")
        if (value := getattr(example, name)) is not None
    }
    return Example(**columns)


def batches(
    examples: Sequence[Example], *, tokenizer: WordPieces, size: int, chance: random.Random
) -> Iterator[Batch]:
    """Yield all examples once, in random order, `size` word pieces or less a batch."""
    cutted = [(cut(e.words, tokenizer), e) for e in (harder(e, chance=chance) for e in examples)]
    ready = [(pieces, e) for pieces, e in cutted if len(pieces.ids) <= LONGEST]
    ready.sort(key=lambda one: (_kind(one[1]), len(one[0].ids) + chance.random()))
    groups, group = list[list[tuple[Pieces, Example]]](), list[tuple[Pieces, Example]]()
    for one in ready:
        full = (len(group) + 1) * len(one[0].ids) > size
        if group and (full or _kind(group[-1][1]) != _kind(one[1])):
            groups.append(group)
            group = []
        group.append(one)
    groups.append(group)
    chance.shuffle(groups)
    for group in groups:
        ids = _filled([pieces.ids for pieces, _ in group], 0)
        lost = torch.rand(ids.shape) < MASKED
        yield Batch(
            ids=ids.masked_fill(lost & (ids > MASK), MASK),
            shapes=_filled([pieces.shapes for pieces, _ in group], 0),
            firsts=_filled([pieces.firsts for pieces, _ in group], 0),
            targets={
                name: _filled([getattr(e, name) for _, e in group], UNKNOWN)
                for name in _kind(group[0][1])
            },
        )


def _kind(example: Example) -> tuple[str, ...]:
    known = ("upos", "xpos", "heads", "labels", "names")
    return tuple(name for name in known if getattr(example, name) is not None)


def _filled(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[value] * (longest - len(row))] for row in rows])
