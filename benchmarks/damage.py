"""Damage to whole texts, as the web and scanners do it, with the way from old to new places."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
Edit: TypeAlias = tuple[int, int, str]  # start, end, what stands there afterwards
Damage: TypeAlias = Callable[[str, Span | None], list[Edit]]  # of a text and its headline

OCR_SHARE = 0.01  # of all characters
# What scanners take for each other, and spaces that they lose.
CONFUSED = {
    "rn": "m", "m": "rn", "l": "1", "1": "l", "I": "l", "O": "0", "0": "O", "S": "5", "5": "S",
    "cl": "d", "e": "c", "h": "b", "B": "8", "vv": "w", " ": "",
}  # fmt: skip
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)")
_QUOTE = re.compile(r"[\"“”«»]|(?<!\w)['‘](?=\w)|(?<=[.,!?])['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A text with edits made, sorted and apart from each other."""

    text: str
    edits: tuple[Edit, ...]

    def place(self, old: int) -> int:
        """Return where a character of the old text stands; one taken out: where it stood.

        >>> spoilt("a-b-c", [(1, 2, ""), (3, 4, "==")]).place(4)
        4
        """
        last = bisect_right([start for start, _, _ in self.edits], old - 1)
        moved = sum(len(new) - (end - start) for start, end, new in self.edits[:last])
        if last:
            start, end, new = self.edits[last - 1]
            if old < end:  # inside what was replaced
                before = moved - (len(new) - (end - start))
                return start + before + min(old - start, len(new))
        return old + moved

    def span(self, start: int, end: int) -> Span:
        """Return the new place of a span."""
        return self.place(start), self.place(end)


def spoilt(text: str, edits: Sequence[Edit]) -> Damaged:
    """Make edits; of two that overlap, the earlier one stands."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    pieces, at = [], 0
    for start, end, new in kept:
        pieces += [text[at:start], new]
        at = end
    return Damaged("".join([*pieces, text[at:]]), tuple(kept))


def no_apostrophes(text: str, headline: Span | None) -> list[Edit]:
    """Take out apostrophes within and after words: "Irans army"."""
    return [(*m.span(), "") for m in _APOSTROPHE.finditer(text)]


def no_quotes(text: str, headline: Span | None) -> list[Edit]:
    """Take out quotation marks."""
    return [(*m.span(), "") for m in _QUOTE.finditer(text)]


def small_headline(text: str, headline: Span | None) -> list[Edit]:
    """Write the headline without capitals."""
    return [] if headline is None else _cased(text, headline, str.lower)


def capital_headline(text: str, headline: Span | None) -> list[Edit]:
    """Write the headline in capitals."""
    return [] if headline is None else _cased(text, headline, str.upper)


def _cased(text: str, headline: Span, change: Callable[[str], str]) -> list[Edit]:
    start, end = headline
    return [(at, at + 1, change(text[at])) for at in range(start, end) if text[at].isalpha()]


def scanned(text: str, headline: Span | None) -> list[Edit]:
    """Confuse one character in a hundred as scanners do, and lose spaces; the seed is fixed."""
    draw = random.Random(len(text))
    wanted = round(OCR_SHARE * len(text))
    sites = [
        (m.start(), m.end(), CONFUSED[m.group()])
        for old in CONFUSED
        for m in re.finditer(re.escape(old), text)
    ]
    draw.shuffle(sites)
    kept: list[Edit] = []
    taken: set[int] = set()
    for start, end, new in sites:
        if len(kept) == wanted:
            break
        if taken.isdisjoint(range(start, end)):
            kept.append((start, end, new))
            taken.update(range(start, end))
    return kept


DAMAGES: dict[str, Damage] = {
    "apostrophes lost": no_apostrophes,
    "quotation marks lost": no_quotes,
    "headline in small letters": small_headline,
    "headline in capitals": capital_headline,
    "scanned (1 % of characters)": scanned,
}
