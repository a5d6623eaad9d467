"""Who is part of whom, and for which party a body, a unit or a person counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tertius.gazetteer.dates import TODAY, holds, rank
from tertius.gazetteer.tables import several

MAX_STEPS = 12  # no chain of command in the tables is longer; guards against a circle

_BODIES = frozenset(("ministry", "agency", "armed-forces", "government"))
_GROUPS = frozenset(("armed-group", "party", "movement"))


class Bond(NamedTuple):
    """One actor is part of another."""

    parent: str
    start: str | None
    end: str | None


class Term(NamedTuple):
    """One person holds one office."""

    office: str
    of: str
    start: str | None
    end: str | None


def bonds(cell: str) -> tuple[Bond, ...]:
    """Read a part_of cell.

    >>> bonds("irgc@1988..|IRN")
    (Bond(parent='irgc', start='1988', end=None), Bond(parent='IRN', start=None, end=None))
    """
    found = []
    for value in several(cell):
        parent, _, spell = value.partition("@")
        start, _, end = spell.partition("..")
        found.append(Bond(parent, start or None, end or None))
    return tuple(found)


class Lineage:
    """Parents, offices and standing of all actors."""

    def __init__(
        self,
        *,
        rows: Mapping[str, Sequence[str]],
        terms: Mapping[str, Sequence[Term]],
        exceptions: Mapping[str, str],
    ) -> None:
        """Take what the tables say.

        rows: cells of the actors tables by id. terms: terms of office by person.
        exceptions: id -> the party it counts for whatever the rules say.
        """
        self._rows, self._terms, self._exceptions = rows, terms, exceptions

    def bonds(self, id: str) -> tuple[Bond, ...]:
        """Return every parent that a row names, whenever."""
        row = self._rows.get(id)
        return bonds(row[6]) if row else ()

    def direct(self, id: str, *, on: str | None) -> list[str]:
        """Return the parents at a date; without one, those that lasted to the end."""
        row = self._rows.get(id)
        if row is None:
            return []
        when = on or row[5] or TODAY
        return [b.parent for b in bonds(row[6]) if holds(b.start, b.end, when)]

    def parents(self, id: str, *, on: str | None) -> tuple[str, ...]:
        """Return all that hold an actor at a date, nearest first; a person's offices count."""
        found: dict[str, None] = {}
        level = [id]
        for _ in range(MAX_STEPS):
            above = [p for one in level for p in self._above(one, on=on)]
            level = [p for p in dict.fromkeys(above) if p not in found and p != id]
            if not level:
                break
            found.update(dict.fromkeys(level))
        return tuple(found)

    def offices(self, person: str, *, on: str | None) -> list[Term]:
        """Return a person's terms at a date; without one, those that go on, or else the last."""
        terms = self._terms.get(person, ())
        if on is not None:
            return [t for t in terms if holds(t.start, t.end, on)]
        if going := [t for t in terms if not t.end]:
            return going
        last = max((t.end or "" for t in terms), default="")
        return [t for t in terms if t.end == last]

    def standing(self, id: str, *, on: str | None) -> str:
        """Return the party that an actor counts for at a date: a state, a group, or itself."""
        seen = [id]
        for _ in range(MAX_STEPS):
            above = self._counts_for(seen[-1], on=on)
            if above is None or above in seen:
                break
            seen.append(above)
        return seen[-1]

    def _above(self, id: str, *, on: str | None) -> list[str]:
        if id in self._terms and id not in self._rows:
            return [t.of for t in self.offices(id, on=on)]
        return self.direct(id, on=on)

    def _counts_for(self, id: str, *, on: str | None) -> str | None:
        """Return the next step up to the party that an actor counts for; None: it is the party."""
        if id in self._exceptions:
            return self._exceptions[id]
        row = self._rows.get(id)
        if row is None:
            return self._of_office(id, on=on)
        return next((p for p in self.direct(id, on=on) if self._answers_to(row, p)), None)

    def _of_office(self, person: str, *, on: str | None) -> str | None:
        """Return what a person speaks for: a state before a body, a body before a group."""
        offices = [t.of for t in self.offices(person, on=on)]
        return min(offices, key=lambda of: self._weight(self.standing(of, on=on)), default=None)

    def _weight(self, party: str) -> int:
        row = self._rows.get(party)
        return 0 if row is None else 1 if row[2] in _BODIES else 2

    def _answers_to(self, row: Sequence[str], parent: str) -> bool:
        """Tell whether an actor counts for a parent.

        A body counts for whatever holds it. A unit or faction counts for its group, and for a
        state that names it part of itself; a branch in another country stands for itself, and so
        does a group inside a coalition or an army.
        """
        kind = row[2]
        above = self._rows.get(parent)
        if kind in _BODIES:
            return True
        if kind == "coalition":
            return above is None or above[2] == "igo"
        if kind != "armed-group":
            return False
        if above is None or above[2] == "government":
            return True
        return above[2] in _GROUPS and bool(set(several(row[3])) & set(several(above[3])))


def latest(terms: Sequence[tuple[str, Term]], *, on: str | None) -> str | None:
    """Return the person whose term holds at a date; without one, whose term is the last."""
    if on is not None:
        held = [(t.start or "", who) for who, t in terms if holds(t.start, t.end, on)]
    else:
        ordered = [(rank([(t.start, t.end)], TODAY), t.start or "", who) for who, t in terms]
        best = min((r for r, _, _ in ordered), default=None)
        held = [(start, who) for r, start, who in ordered if r == best]
    return max(held)[1] if held else None
