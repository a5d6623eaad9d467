"""Lengths of time, the scene in which time phrases are read, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tertius.reading.anchor import Anchor
from tertius.reading.counted import TIMES
from tertius.reading.numerals import number_at
from tertius.records import Precision

_SIZES = {"hours": 1 / 24, "days": 1, "weeks": 7}
_VAGUE = {"few": 3, "several": 3, "couple": 2}
HYPHENS = frozenset(("-", "–", "—", "‐", "‑"))
_FUTURE = frozenset(
    "will shall 'll ’ll would plans planned due scheduled expected next upcoming".split()
)
_UP_TO = frozenset(("until", "till", "by"))  # ahead of them only where they stand right before
_NEW_CLAUSE = frozenset(("that", "which", "who", "when", "after", ",", ";", ":"))


class Scene(NamedTuple):
    """The words of a sentence and the date of its report."""

    words: Sequence[str]
    low: Sequence[str]  # the same, folded to lower case
    upos: Sequence[str]
    anchor: Anchor | None
    day: Anchor | None = None  # the day that the sentence told last, if any

    def at(self, i: int) -> str:
        """Return a word in lower case, "" past the end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def ahead(self, i: int) -> bool:
        """Tell whether the clause of a position speaks of the future, by the words near it."""
        if self.at(i - 1) in _UP_TO:
            return True
        for j in range(i - 1, max(-1, i - 9), -1):
            if self.at(j) in _NEW_CLAUSE:
                break
            if self._is_future(j):
                return True
        if i > 3:
            return False
        return any(self._is_future(j) for j in self._opened(i))  # "On Friday he will ..."

    def _opened(self, i: int) -> Iterator[int]:
        for j in range(i + 1, min(len(self.low), i + 12)):
            if self.at(j) in _NEW_CLAUSE and j > i + 4:
                return
            yield j

    def _is_future(self, i: int) -> bool:
        return self.at(i) in _FUTURE or self.at(i) in ("is", "are") and self.at(i + 1) == "to"


class Moment(NamedTuple):
    """What a time phrase means."""

    end: int  # position after its last word
    start: str | None  # ISO, partial allowed; None: cannot be told without the report's date
    stop: str | None  # ISO, inclusive; None: still so, or cannot be told
    precision: Precision
    said: bool  # outright, not counted from the date of the report
    bare: bool = True  # means a time without any preposition


class Duration(NamedTuple):
    """A length of time."""

    end: int
    amount: float
    unit: str  # hours, days, weeks, months, years, decades
    bare: bool  # without a number: "the past year"

    def shift(self, anchor: Anchor, turn: int) -> str:
        """Return the date this far from an anchor: before it (-1) or after it (1)."""
        if self.unit in _SIZES:
            return anchor.days(turn * max(1, round(self.amount * _SIZES[self.unit])))
        if self.unit == "months":
            return anchor.months(turn * round(self.amount))
        years = self.amount * (10 if self.unit == "decades" else 1)
        if self.bare or years < 2:
            return anchor.months(turn * round(12 * years))
        return anchor.years(turn * round(years))


def duration(scene: Scene, i: int) -> Duration | None:
    """Read "two years", "a year", "a few weeks", "year"."""
    count, at, bare = 1.0, i, True
    if scene.at(at) in ("more", "at", "about", "nearly", "almost", "over", "around"):
        at += 2 if scene.at(at + 1) in ("than", "least") else 1
    low = scene.at(at)
    if (number := number_at(scene.words, at)) is not None and not number.many:
        count, at, bare = number.value, number.end, False
        at = at + 1 if scene.at(at) == "of" else at
    elif low in ("a", "an") and scene.at(at + 1) in _VAGUE:
        count, at, bare = float(_VAGUE[scene.at(at + 1)]), at + 2, False
        at = at + 1 if scene.at(at) == "of" else at
    elif low in _VAGUE:
        count, at, bare = float(_VAGUE[low]), at + 1, False
    elif low in ("a", "an"):
        at, bare = at + 1, False
    if scene.at(at) in HYPHENS:
        at += 1
    unit = TIMES.get(scene.at(at))
    if unit is None or unit in ("minutes", "centuries") or count <= 0 or count > 1000:
        return None
    if bare and at > i:
        return None
    return Duration(at + 1, count, unit, bare)
