"""Names of one text: who is meant, and whom he stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tertius.comparison.gold import Party

SHORTEST = 3  # letters of an alias that may be found inside a longer phrase


def plain(name: str) -> str:
    """Return what spellings of a name share.

    >>> plain("The U.S.' army"), plain("Chad's")
    ('us army', 'chad')
    """
    bare = name.casefold().replace("’", "'").replace("‘", "'").replace("_", " ")
    bare = re.sub(r"'s\b", "", bare)
    bare = " ".join(re.sub(r"[^\w\s\-$&]", "", bare).split()).strip(" -")
    return re.sub(r"^(?:the|a|an) ", "", bare)


class Aliases:
    """The alias table of one text."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self.parties = parties
        self._ids = {id.casefold(): id for id in parties}
        self._names: dict[str, str] = {}
        for id, party in parties.items():
            for name in (id, *party.names, *party.also):
                if plain(name):
                    self._names.setdefault(plain(name), id)

    def resolve(self, name: str | None) -> str | None:
        """Return the id that a name means: its own, or that of the one longest alias in it."""
        if name is None:
            return None
        known = self._ids.get(name.strip().casefold()) or self._names.get(plain(name))
        if known is not None:
            return known
        phrase = f" {plain(name)} "
        inside = [a for a in self._names if len(a) >= SHORTEST and f" {a} " in phrase]
        most = max(map(len, inside), default=0)
        ids = {self._names[a] for a in inside if len(a) == most}
        return ids.pop() if len(ids) == 1 else None

    def root(self, id: str | None) -> str | None:
        """Return the state or body that somebody stands for in the end."""
        seen = set()
        while id is not None and id in self.parties and id not in seen:
            above = self.parties[id].rolls_up_to
            if not above:
                break
            seen.add(id)
            id = above
        return id

    def same(self, gold: str | None, found: str | None, accept: Iterable[str] = ()) -> bool:
        """Tell whether two ids mean one party, or one of them a member of the other."""
        if gold is None or found is None:
            return False
        one, other = self.root(gold), self.root(found)
        return (
            one == other
            or other in self._members(gold)
            or one in self._members(found)
            or other in {self.root(id) for id in accept}
        )

    def above(self, place: str | None) -> list[str]:
        """Return the places that hold a place, nearest first."""
        found: list[str] = []
        while place is not None and place in self.parties:
            place = self.parties[place].within
            if not place or place in found:
                break
            found.append(place)
        return found

    def is_left_aside(self, id: str | None) -> bool:
        """Tell whether the person who coded the text left somebody aside."""
        return id is not None and id in self.parties and self.parties[id].scope == "out"

    def _members(self, id: str) -> set[str | None]:
        party = self.parties.get(id)
        return {self.root(one) for one in party.members} if party else set()
