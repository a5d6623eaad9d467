"""Finding the names of the tables in the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from tertius.gazetteer.names import Atom, atoms, key, keys, written_alike

Role: TypeAlias = Literal["state", "seat", "demonym", "actor", "person", "place"]
_MONEY = re.compile(r"[$€£¥%@#]")  # "US$" is no country
MAX_ATOMS = 12  # no name is longer


class Entry(NamedTuple):
    """One name of one thing."""

    role: Role
    id: str  # Actor.id or Theater.id
    alias: str  # as the tables write it


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name found in the words of a sentence."""

    start: int  # position of its first word
    end: int  # position after its last word
    ids: tuple[str, ...]  # Actor.id and Theater.id that it may mean, best first
    role: Role  # of the best; "seat" is a capital or palace that may stand for its government
    alias: str  # as the tables write it


class Hit(NamedTuple):
    """Where names were found, before their meanings are ordered."""

    start: int
    end: int
    entries: list[Entry]


class Index:
    """All names, by their atoms; the longest name wins."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words  # ordinary words, in lower case
        self.phrases: dict[str, list[Entry]] = {}
        self._longest: dict[str, int] = {}  # first atom -> atoms of the longest name that begins so

    def add(self, entries: Sequence[Entry]) -> None:
        """Enter names of things, in this order."""
        for phrase, entry in zip(keys([e.alias for e in entries]), entries, strict=True):
            known = self.phrases.get(phrase)
            if known is not None:
                known.append(entry)
            elif phrase:
                self.phrases[phrase] = [entry]
                first = phrase.partition(" ")[0]
                length = phrase.count(" ") + 1
                if length > self._longest.get(first, 0):
                    self._longest[first] = length

    def entries(self, name: str) -> list[Entry]:
        """Return everything that bears a name, whatever its capitals."""
        return self.phrases.get(key(name), [])

    def hits(self, words: Sequence[str], *, cased: bool) -> Iterator[Hit]:
        """Yield the names in a sentence from left to right; they do not overlap."""
        found: list[Atom] = []
        place: list[int] = []  # position of the word that each atom comes from
        for position, word in enumerate(words):
            priced = words[position + 1 : position + 2] == ["$"] and word.isupper()
            for atom in atoms("," if priced or _MONEY.search(word) else word):
                found.append(atom)
                place.append(position)
        here = 0
        while here < len(found):
            hit, length = self._longest_at(found, place, here, cased=cased)
            if hit is not None:
                yield hit
            here += length

    def _longest_at(
        self, found: list[Atom], place: list[int], here: int, *, cased: bool
    ) -> tuple[Hit | None, int]:
        """Return the longest name that begins at an atom, and how many atoms to go on by."""
        longest = min(self._longest.get(found[here].text, 0), MAX_ATOMS, len(found) - here)
        if here and place[here - 1] == place[here]:
            longest = 0  # inside a word
        for length in range(longest, 0, -1):
            end = here + length
            if end < len(found) and place[end] == place[end - 1]:
                continue
            entries = self.phrases.get(" ".join(a.text for a in found[here:end]))
            if entries is None:
                continue
            if kept := self._fitting(entries, tuple(found[here:end]), cased=cased):
                return Hit(place[here], place[end - 1] + 1, kept), length
        return None, 1

    def _fitting(
        self, entries: list[Entry], piece: tuple[Atom, ...], *, cased: bool
    ) -> list[Entry]:
        """Return the entries whose capitals the text has; those that have them exactly, if any."""
        if not cased:
            return [e for e in entries if len(piece) > 1 or self._fits_uncased(e, piece[0])]
        alike = [(written_alike(e.alias, piece, self.words), e) for e in entries]
        exact = [e for how, e in alike if how == "exactly"]
        return exact or [e for how, e in alike if how == "nearly"]

    def _fits_uncased(self, entry: Entry, atom: Atom) -> bool:
        if entry.role == "state" and (atom.shape == "A" or len(atom.text) > 2):
            return True  # "US" in a headline of capitals, never "us"
        return len(atom.text) > 2 and atom.text not in self.words
