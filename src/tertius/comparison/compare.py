"""Read every text with both readers, score both, and say where they differ."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tertius import documents
from tertius.comparison.gold import GoldText
from tertius.comparison.predicted import Predicted
from tertius.comparison.scoring import Scored, score_reading
from tertius.comparison.slots import SLOTS
from tertius.errors import TertiusError
from tertius.gazetteer import Gazetteer
from tertius.readers import Reader
from tertius.records import Document

ROUNDS: Final = 2_000  # of the bootstrap
SEED: Final = 0
LEVEL: Final = 0.95  # of the interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well one reader does; counts are micro sums over the texts."""

    reader: str
    version: str
    found: int  # claims of the person that the reader made
    missed: int
    wrong: int  # claims of the reader that the person did not make
    aside: int  # claims of the reader that are neither
    precision: float
    recall: float
    f1: float
    directed_f1: float  # who acts on whom must be right, too
    sign_errors: int  # of the wrong: the right pair with the other sign
    slots: dict[str, tuple[int, int]]  # right, of how many matched claims that can be judged
    unread: int  # parts that the reader did not read, and lists of what it dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyOne:
    """A claim of one reader that the other has not."""

    text: str
    reader: str
    said: str
    quote: str
    verdict: str  # right, wrong, or aside: neither


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two readers on the same texts."""

    texts: tuple[str, ...]
    scores: tuple[Score, Score]
    by_text: dict[str, tuple[float, float]]  # F1 of each
    difference: float  # F1 of the second less that of the first
    interval: tuple[float, float]  # 95 %, bootstrap over the texts
    agreement: float  # F1 of one reader's pairs and signs, by sentence, against the other's
    both: int  # pairs with a sign in a sentence that both found
    conflicting: int  # pairs in a sentence to which they give opposite signs
    only_one: tuple[OnlyOne, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One text by one reader."""

    found: tuple[Predicted, ...]
    scored: Scored
    version: str
    unread: int


def compare(
    first: Reader,
    second: Reader,
    texts: Sequence[GoldText],
    *,
    gazetteer: Gazetteer | None = None,
    track: Callable[[int, int], None] | None = None,
    rounds: int = ROUNDS,
    seed: int = SEED,
) -> Comparison:
    """Compare two readers.

    rounds, seed: of the bootstrap. track: is told how many of how many texts are read.
    Raises TertiusError where a text cannot be taken in.
    """
    world = gazetteer or Gazetteer.load()
    pairs: list[tuple[Read, Read]] = []
    for text in texts:
        pairs.append((_read(first, text, world), _read(second, text, world)))
        if track is not None:
            track(len(pairs), len(texts))
    one, other = ([pair[n] for pair in pairs] for n in (0, 1))
    scores = (_summed(first.id, one), _summed(second.id, other))
    both, either, conflicting = _shared(pairs)
    return Comparison(
        texts=tuple(text.name for text in texts),
        scores=scores,
        by_text={
            text.name: (_f1([a.scored]), _f1([b.scored]))
            for text, (a, b) in zip(texts, pairs, strict=True)
        },
        difference=round(scores[1].f1 - scores[0].f1, 4),
        interval=_interval(one, other, rounds=rounds, seed=seed),
        agreement=round(2 * both / either, 4) if either else 0.0,
        both=both,
        conflicting=conflicting,
        only_one=tuple(
            row
            for text, (a, b) in zip(texts, pairs, strict=True)
            for reader, mine, others in ((first.id, a, b), (second.id, b, a))
            for row in _alone(text.name, reader, mine, others)
        ),
    )


def _read(reader: Reader, text: GoldText, world: Gazetteer) -> Read:
    taken = list(documents.take([str(text.path)], published=text.published))
    reports = documents.with_copies([one for one in taken if isinstance(one, Document)])
    if not reports:
        raise TertiusError(f"{text.path}: cannot be taken in as a report")
    reading = reader.read(reports)
    found, scored = score_reading(reading, text.gold, world)
    version = reading.reader.version if reading.reader is not None else ""
    return Read(found, scored, version, len(reading.unread))


def _summed(reader: str, reads: Sequence[Read]) -> Score:
    scored = [one.scored for one in reads]
    found = sum(len(one.matches) for one in scored)
    missed, wrong = sum(len(one.missed) for one in scored), sum(len(one.wrong) for one in scored)
    directed = sum(match.directed for one in scored for match in one.matches)
    return Score(
        reader=reader,
        version=next((one.version for one in reads), ""),
        found=found,
        missed=missed,
        wrong=wrong,
        aside=sum(one.aside for one in scored),
        precision=_share(found, found + wrong),
        recall=_share(found, found + missed),
        f1=_share(2 * found, 2 * found + missed + wrong),
        directed_f1=_share(2 * directed, 2 * found + missed + wrong),
        sign_errors=sum(len(one.turned) for one in scored),
        slots={slot: _slot(scored, slot) for slot in SLOTS},
        unread=sum(one.unread for one in reads),
    )


def _slot(scored: Sequence[Scored], slot: str) -> tuple[int, int]:
    cells = [one.slots.get(slot, (0, 0)) for one in scored]
    return sum(right for right, _ in cells), sum(count for _, count in cells)


def _share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def _f1(scored: Sequence[Scored]) -> float:
    found = sum(len(one.matches) for one in scored)
    rest = sum(len(one.missed) + len(one.wrong) for one in scored)
    return _share(2 * found, 2 * found + rest)


def _interval(
    one: Sequence[Read], other: Sequence[Read], *, rounds: int, seed: int
) -> tuple[float, float]:
    """Return the middle 95 % of the difference in F1 when texts are drawn with replacement."""
    drawn = random.Random(seed)
    differences = []
    for _ in range(rounds):
        picks = drawn.choices(range(len(one)), k=len(one))
        two = _f1([other[p].scored for p in picks])
        differences.append(two - _f1([one[p].scored for p in picks]))
    differences.sort()
    tail = int((1 - LEVEL) / 2 * len(differences))
    return round(differences[tail], 4), round(differences[-1 - tail], 4)


def _key(one: Predicted) -> tuple[frozenset[str | None], int, frozenset[str]]:
    """Return what two readers can agree on: pair and sign in a sentence."""
    sides = frozenset({one.actor or one.names[0], one.recipient or one.names[1]})
    return sides, one.claim.sign, one.sentences


def _shared(pairs: Sequence[tuple[Read, Read]]) -> tuple[int, int, int]:
    """Return how many keys both have, the sum of what each has, and how many conflict."""
    both = either = conflicting = 0
    for a, b in pairs:
        mine, others = {_key(one) for one in a.found}, {_key(one) for one in b.found}
        both += len(mine & others)
        either += len(mine) + len(others)
        conflicting += sum(
            sign != 0 and (sides, -sign, where) in others and (sides, sign, where) not in others
            for sides, sign, where in mine
        )
    return both, either, conflicting


def _alone(text: str, reader: str, mine: Read, others: Read) -> list[OnlyOne]:
    known = {_key(one) for one in others.found}
    right = {id(match.found) for match in mine.scored.matches}
    wrong = {id(one) for one in mine.scored.wrong}
    return [
        OnlyOne(
            text=text,
            reader=reader,
            said=one.said,
            quote=one.claim.quote,
            verdict="right" if id(one) in right else "wrong" if id(one) in wrong else "aside",
        )
        for one in mine.found
        if _key(one) not in known
    ]
