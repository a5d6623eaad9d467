"""The look-up: what a name means, who somebody is, where a place lies, who held an office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tertius.errors import TertiusError, UnknownActorError
from tertius.gazetteer.dates import TODAY, Spell, holds, rank
from tertius.gazetteer.index import Entry, Index, Match, Role
from tertius.gazetteer.lineage import Lineage, Term, latest
from tertius.gazetteer.names import name_atoms, written_alike
from tertius.gazetteer.nearness import nearest
from tertius.gazetteer.people import GivenNames
from tertius.gazetteer.tables import DATA, STATES, Row, Tables, read, several
from tertius.records import Actor, Theater

_ROLES: tuple[Role, ...] = ("state", "seat", "demonym", "actor", "person", "place")
_SCHEMES = tuple(STATES[5:12])
_AMBIGUOUS_BEGIN = 1  # years: the tables' first years are often a year late
_PEOPLE_ADJECTIVE = ("ish", "ian", "an", "ese", "ic", "i", "ite", "en", "a")
_OFFICES = {
    "premier": "prime minister", "pm": "prime minister", "head of government": "prime minister",
    "defense minister": "defence minister", "minister of defence": "defence minister",
    "minister of defense": "defence minister", "secretary of defense": "defence minister",
    "defense secretary": "defence minister", "defence secretary": "defence minister",
    "minister of foreign affairs": "foreign minister", "foreign secretary": "foreign minister",
    "secretary of state": "foreign minister", "secretary general": "secretary-general",
}  # fmt: skip


class UnknownTheaterError(TertiusError):
    """A place that no gazetteer entry answers to."""

    def __init__(self, name: str, *, near: list[str]) -> None:
        self.name, self.near = name, near
        super().__init__(f"no place is called {name!r}; closest: {', '.join(near) or 'none'}")


class Code(NamedTuple):
    """A code of a state that was not always the same."""

    scheme: str
    code: str
    spell: Spell


class Gazetteer:
    """Who and where, under all names. Never changes once loaded."""

    def __init__(self, tables: Tables) -> None:
        """Index the rows of the tables; `load` is the usual way in."""
        self.tables = tables
        self._states = {r.cells[0]: r.cells for r in tables.states}
        self._actors = {r.cells[0]: r.cells for r in tables.actors}
        self._places: dict[str, list[str]] = {}
        for row in tables.places:
            self._places.setdefault(row.cells[0], row.cells)
        self._terms: dict[str, list[Term]] = {}
        self._people: dict[str, list[str]] = {}  # the first row of each person
        self._held: dict[tuple[str, str], list[tuple[str, Term]]] = {}
        for row in tables.leaders:
            self._enter_term(row)
        self._codes: dict[str, list[Code]] = {}
        for id, scheme, code, start, end in (r.cells for r in tables.codes):
            self._codes.setdefault(id, []).append(Code(scheme, code, (start or None, end or None)))
        self._lineage = Lineage(
            rows=self._actors,
            terms=self._terms,
            exceptions={r.cells[0]: r.cells[1] for r in tables.standing},
        )
        self._index = Index(tables.words)
        self._enter_names()
        self._names = GivenNames(
            {id: (cells[1], *several(cells[2])) for id, cells in self._people.items()},
            words=tables.words,
        )
        self._present = max(
            (t.start or "" for ts in self._terms.values() for t in ts), default=TODAY
        )

    @classmethod
    def load(cls, folder: Path | None = None) -> Gazetteer:
        """Return the gazetteer of a folder, or the one that comes with the package.

        The same folder is read once. Raises BadRowError where a table is broken.
        """
        return _loaded((folder or DATA).resolve())

    def actor(self, id: str) -> Actor:
        """Return a state, group, body or person. Raises UnknownActorError."""
        if (cells := self._states.get(id)) is not None:
            return _state(cells)
        if (cells := self._actors.get(id)) is not None:
            return Actor(
                id=id,
                name=cells[1],
                kind=cells[2],
                part_of=self._lineage.bonds(id),
                aliases=tuple(several(cells[7])),
                country=tuple(several(cells[3])),
                start=cells[4] or None,
                end=cells[5] or None,
            )
        if (cells := self._people.get(id)) is not None:
            held = tuple(dict.fromkeys((t.of, t.start, t.end) for t in self._terms[id]))
            aliases = tuple(several(cells[2]))
            return Actor(id=id, name=cells[1], kind="person", part_of=held, aliases=aliases)
        raise UnknownActorError(id, near=[i for i in self.search(id) if self.has_actor(i)])

    def theater(self, id: str) -> Theater:
        """Return a country or a place in it. Raises UnknownTheaterError."""
        if (cells := self._states.get(id)) is not None:
            return Theater(id=id, name=cells[1], kind="country")
        if (cells := self._places.get(id)) is not None:
            return Theater(
                id=id,
                name=cells[1],
                kind=cells[2],
                within=self.theaters_above(id),
                lat=float(cells[5]) if cells[5] else None,
                lon=float(cells[6]) if cells[6] else None,
            )
        raise UnknownTheaterError(id, near=[i for i in self.search(id) if self.has_theater(i)])

    def has_actor(self, id: str) -> bool:
        """Tell whether an id is a state, a group, a body or a person."""
        return id in self._states or id in self._actors or id in self._people

    def has_theater(self, id: str) -> bool:
        """Tell whether an id is a country or a place."""
        return id in self._states or id in self._places

    def matches(
        self, words: Sequence[str], *, on: str | None = None, cased: bool = True
    ) -> list[Match]:
        """Find names in the words of a sentence: longest first, no overlaps, left to right.

        on: ISO date that orders the candidates. cased: an alias with capitals needs them;
        False is for a headline in one case, where ordinary words are no names.
        """
        found: list[Match] = []
        hits = list(self._index.hits(words, cased=cased))
        begins = {hit.start for hit in hits}
        for hit in hits:
            if cased:
                floor = found[-1].end if found else 0
                hit = self._names.whole(words, hit, floor=floor, begins=begins)
            start, end, entries = hit
            if not entries:
                continue
            ordered = self._ordered(entries, on=on)
            ids = tuple(dict.fromkeys(e.id for e in ordered))
            best = ordered[0]
            found.append(Match(start=start, end=end, ids=ids, role=best.role, alias=best.alias))
        return found

    def parents(self, id: str, *, on: str | None = None) -> tuple[str, ...]:
        """Return what an actor is part of at a date, nearest first."""
        return self._lineage.parents(id, on=on)

    def standing(self, id: str, *, on: str | None = None) -> str:
        """Return the party that an actor counts for at a date; often itself.

        Ministries, forces, agencies, governments and office-holders count for their state or
        group, units and factions for their group. Unknown ids count for themselves.
        """
        return self._lineage.standing(id, on=on)

    def offices(self, id: str, *, on: str | None = None) -> tuple[tuple[str, str], ...]:
        """Return (office, of) of a person at a date; without one, the present or the last."""
        return tuple((t.office, t.of) for t in self._lineage.offices(id, on=on))

    def holder(self, office: str, of: str, *, on: str | None = None) -> str | None:
        """Return the person who held an office at a date; without one, who held it last."""
        plain = office.lower().strip()
        return latest(self._held.get((_OFFICES.get(plain, plain), of), []), on=on)

    def demonym(self, word: str) -> tuple[str, ...]:
        """Return the states and peoples that an adjective or noun of nationality names."""
        found = []
        for entry in self._index.entries(word):
            people = entry.role == "actor" and self._actors[entry.id][2] == "people"
            if entry.role != "demonym" and not people:
                continue
            if written_alike(entry.alias, name_atoms(word), self._index.words):
                found.append(entry)
        return tuple(dict.fromkeys(e.id for e in self._ordered(found, on=None)))

    def capital_of(self, word: str) -> str | None:
        """Return the state whose capital or palace may stand for its government."""
        found = [
            e
            for e in self._index.entries(word)
            if e.role == "seat" and written_alike(e.alias, name_atoms(word), self._index.words)
        ]
        return self._ordered(found, on=None)[0].id if found else None

    def theaters_above(self, id: str) -> tuple[str, ...]:
        """Return what holds a place, nearest first, countries last."""
        found: dict[str, None] = {}
        countries: dict[str, None] = {}
        here = self._places.get(id)
        while here is not None:
            countries.update(dict.fromkeys(several(here[3])))
            above = here[4]
            if not above or above in found or above == id:
                break
            if above in self._states:
                countries[above] = None
                break
            found[above] = None
            here = self._places.get(above)
        return (*found, *(c for c in countries if c not in found))

    def search(self, name: str, limit: int = 5) -> list[str]:
        """Return the ids nearest to a name that somebody typed, best first."""
        ids: dict[str, None] = {}
        if self.has_actor(name) or self.has_theater(name):
            ids[name] = None
        for phrase in nearest(name, self._index.phrases, limit=4 * limit):
            for entry in self._ordered(self._index.phrases[phrase], on=None):
                ids[entry.id] = None
        return list(ids)[:limit]

    def codes(self, id: str, *, on: str | None = None) -> dict[str, str]:
        """Return the codes of a state at a date (without one: the last it had), by scheme.

        Schemes: iso2, iso3, cow, cow_abbr, gw, fips, cameo; one without a code is left out.
        """
        cells = self._states.get(id)
        if cells is None:
            return {}
        found = dict(zip(_SCHEMES, cells[5:12], strict=True))
        dated = self._codes.get(id, ())
        if on is not None:
            found.update({c.scheme: "" for c in dated})
            found.update({c.scheme: c.code for c in dated if holds(*c.spell, on)})
        return {scheme: found[scheme] for scheme in _SCHEMES if found[scheme]}

    def _enter_term(self, row: Row) -> None:
        id, _, _, office, of, start, end = row.cells
        term = Term(office, of, start or None, end or None)
        self._people.setdefault(id, row.cells)
        self._terms.setdefault(id, []).append(term)
        self._held.setdefault((office.lower(), of), []).append((id, term))

    def _enter_names(self) -> None:
        found: list[Entry] = []

        def add(role: Role, id: str, names: Iterable[str]) -> None:
            found.extend(Entry(role, id, name) for name in names)

        for cells in self._states.values():
            id = cells[0]
            add("state", id, dict.fromkeys((cells[1], cells[2], *several(cells[16]))))
            add("seat", id, dict.fromkeys((*several(cells[12]), *several(cells[13]))))
            add("demonym", id, dict.fromkeys((*several(cells[14]), *several(cells[15]))))
        for cells in self._actors.values():
            add("actor", cells[0], [_bare(cells[1])])
            for name in several(cells[7]):
                adjective = cells[2] == "people" and _is_adjective(name)
                add("demonym" if adjective else "actor", cells[0], [name])
        for cells in self._people.values():
            add("person", cells[0], [cells[1]])
        for row in self.tables.leaders:
            add("person", row.cells[0], several(row.cells[2]))
        for cells in self._places.values():
            add("place", cells[0], (_bare(cells[1]), *several(cells[7])))
        self._index.add(found)

    def _ordered(self, entries: list[Entry], *, on: str | None) -> list[Entry]:
        """Order what a name may mean: there at the date first, states before places.

        Without a date, as of the latest date in the tables.
        """
        if len(entries) == 1:
            return entries
        keyed = []
        for number, entry in enumerate(entries):
            when, years = rank(self._spells(entry), on or self._present)
            if when == 2 and years <= _AMBIGUOUS_BEGIN:
                when = 1
            far = when if when >= 2 else 0
            keyed.append(((far, _ROLES.index(entry.role), when, years, number), entry))
        return [entry for _, entry in sorted(keyed, key=lambda pair: pair[0])]

    def _spells(self, entry: Entry) -> list[Spell]:
        if entry.role == "person":
            return [(t.start, t.end) for t in self._terms[entry.id]]
        if (cells := self._states.get(entry.id)) is not None:
            return _spells_of_state(cells)
        if (cells := self._actors.get(entry.id)) is not None and (cells[4] or cells[5]):
            return [(cells[4] or None, cells[5] or None)]
        return []


@lru_cache(maxsize=4)
def _loaded(folder: Path) -> Gazetteer:
    return Gazetteer(read(folder))


def _state(cells: list[str]) -> Actor:
    spells = _spells_of_state(cells)
    return Actor(
        id=cells[0],
        name=cells[1],
        kind="state",
        aliases=tuple(dict.fromkeys((cells[2], *several(cells[16])))),
        country=(cells[0],),
        start=spells[0][0],
        end=spells[-1][1],
    )


def _spells_of_state(cells: list[str]) -> list[Spell]:
    """Return when a state was there; a start or end cell may hold one value a spell."""
    starts, ends = cells[3].split("|"), cells[4].split("|")
    ends += [""] * (len(starts) - len(ends))
    return [(start or None, end or None) for start, end in zip(starts, ends, strict=False)]


def _bare(name: str) -> str:
    """Return a name without what tells it from its namesakes: "Seleka (Haiti)" is "Seleka"."""
    return name.partition(" (")[0] if name.endswith(")") else name


def _is_adjective(name: str) -> bool:
    return len(name_atoms(name)) == 1 and name.endswith(_PEOPLE_ADJECTIVE)
