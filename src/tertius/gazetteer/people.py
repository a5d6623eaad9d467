"""Given names: which bearer of a surname a text means, however it spells the name."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from tertius.gazetteer.index import Hit
from tertius.gazetteer.names import atoms, keys

_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec""".split()
)
_ALIKE = 0.6  # ratio of SequenceMatcher from which two spellings are one given name


class GivenNames:
    """The given names of everybody in the tables."""

    def __init__(self, people: Mapping[str, Sequence[str]], *, words: frozenset[str]) -> None:
        """Take all names by person. words: ordinary words, which are no given names."""
        self._people, self._words = people, words

    def whole(
        self, words: Sequence[str], hit: Hit, *, floor: int, begins: Container[int] = ()
    ) -> Hit:
        """Take the given name before a surname into a hit; drop those who are called otherwise.

        "Qassim Soleimani" is Qasem Soleimani; "Fidel Obama" is nobody here. A title, or a word
        that is no given name, changes nothing. A surname that is an ordinary word is dropped at
        the beginning of a sentence, and one that another name follows: "Castro Urdiales".
        floor: position after the match before. begins: where other matches begin.
        """
        at = hit.start - 1
        if any(e.role != "person" for e in hit.entries):
            return hit
        if hit.end not in begins and self._goes_on(words, hit):
            return Hit(hit.start, hit.end, [])
        if at < 0 and hit.end == 1 and set(keys([words[0]])) & self._words:
            return Hit(hit.start, hit.end, [])  # "Rice", as any sentence may begin
        if at < floor:
            return hit
        before = atoms(words[at])
        if len(before) != 1 or before[0].shape != "C" or before[0].text in self._words:
            return hit
        said = before[0].text
        named = [e for e in hit.entries if any(_alike(said, g) for g in self._given(e.id))]
        if named:
            return Hit(at, hit.end, named)
        return Hit(hit.start, hit.end, []) if said in self._all else hit

    def _goes_on(self, words: Sequence[str], hit: Hit) -> bool:
        """Tell whether a lone surname is followed by a name, and so was a given name."""
        if hit.end >= len(words) or any(" " in k for k in keys([e.alias for e in hit.entries])):
            return False
        after = atoms(words[hit.end])
        if len(after) != 1 or after[0].shape != "C":
            return False
        return after[0].text not in self._words and after[0].text not in _TIMES

    def _given(self, person: str) -> list[str]:
        """Return the first words of a person's names of two words and more."""
        return [k.partition(" ")[0] for k in keys(self._people[person]) if " " in k]

    @cached_property
    def _all(self) -> frozenset[str]:
        names = keys([names[0] for names in self._people.values()])
        return frozenset(n.partition(" ")[0] for n in names if " " in n)


def _alike(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _ALIKE
