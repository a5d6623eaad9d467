"""A text under repair that never forgets where each character came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Edit: TypeAlias = tuple[int, int, str, str]  # start, end, what stands there now, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A text made readable, and where each of its characters stood before.

    Offsets count characters. `origin` has one entry more than `text`: the end of the original.
    """

    text: str
    origin: Sequence[int]  # text[i] stood at origin[i]; an inserted one: where it was put in
    stops: Sequence[int]  # and ended there, exclusive; an inserted one: equal to its origin
    repairs: tuple[tuple[int, str], ...] = ()  # (offset in the original, what was mended)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that holds exactly the words of text[start:end].

        Raise ValueError if the span does not lie inside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(
                f"({start}, {end}) is no span of a text of {len(self.text)} characters"
            )
        first = self.origin[start]
        return (first, first if start == end else max(first, self.stops[end - 1]))


class Draft:
    """The text in the making: each round of edits keeps the way back to the original."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._origin: Sequence[int] = range(len(text) + 1)
        self._stops: Sequence[int] = range(1, len(text) + 1)
        self._repairs: list[tuple[int, str]] = []

    def apply(self, edits: Iterable[Edit]) -> None:
        """Make the edits of one round; of two that overlap, the earlier one stands."""
        pieces: list[str] = []
        origin, stops = array("q"), array("q")
        done = 0
        changed = False
        for start, end, instead, why in sorted(edits):
            if start < done or self.text[start:end] == instead:
                continue
            changed = True
            self._keep(done, start, pieces, origin, stops)
            self._put(start, end, instead, pieces, origin, stops)
            self._repairs.append((self._origin[start], why))
            done = end
        if not changed:
            return
        self._keep(done, len(self.text), pieces, origin, stops)
        origin.append(self._origin[len(self.text)])
        self.text, self._origin, self._stops = "".join(pieces), origin, stops

    def _keep(
        self, start: int, end: int, pieces: list[str], origin: array[int], stops: array[int]
    ) -> None:
        pieces.append(self.text[start:end])
        origin.extend(self._origin[start:end])
        stops.extend(self._stops[start:end])

    def _put(
        self,
        start: int,
        end: int,
        instead: str,
        pieces: list[str],
        origin: array[int],
        stops: array[int],
    ) -> None:
        pieces.append(instead)
        for place in range(len(instead)):
            if start == end:  # put in between two characters
                origin.append(self._origin[start])
                stops.append(self._origin[start])
                continue
            old = min(start + place, end - 1)
            last = place == len(instead) - 1
            origin.append(self._origin[old])
            stops.append(self._stops[end - 1] if last else self._stops[old])

    def repaired(self) -> Repaired:
        """Return what the rounds came to."""
        return Repaired(
            text=self.text,
            origin=self._origin,
            stops=self._stops,
            repairs=tuple(sorted(self._repairs)),
        )
