"""What is wrong with the tables, so that whoever edits them finds it before a reader does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tertius.gazetteer.dates import is_iso
from tertius.gazetteer.gazetteer import Gazetteer
from tertius.gazetteer.lineage import bonds
from tertius.gazetteer.names import key, name_atoms
from tertius.gazetteer.tables import GENERATED, Row, Tables, several

ACTOR_KINDS = frozenset(
    """armed-group coalition party movement people government armed-forces agency ministry igo ngo
    media company""".split()
)
PLACE_KINDS = frozenset("region city town front site".split())
SCHEMES = frozenset("iso2 iso3 cow cow_abbr gw fips cameo".split())
_SHORT = 6  # letters of an abbreviation that several groups may share


def problems(gazetteer: Gazetteer) -> list[str]:
    """List what is wrong, each with its file and line; empty when all is well.

    Finds ids that are used twice, references to nobody, dates that are none, words of no kind,
    names that ordinary text would match, and long names that two living groups share.
    """
    tables = gazetteer.tables
    checks = (_ids, _references, _dates, _kinds, _coordinates, _names, _persons, _shared)
    return [complaint for check in checks for complaint in check(tables)]


def _at(row: Row) -> str:
    return f"{row.file}:{row.line} {row.cells[0]}"


def _ids(tables: Tables) -> Iterator[str]:
    seen: dict[str, Row] = {}
    groups = (tables.states, tables.actors, tables.places)
    for row in (row for group in groups for row in group):
        if not row.cells[0] or row.cells[0] != row.cells[0].strip():
            yield f"{_at(row)}: an id is missing or has spaces around it"
        if (other := seen.get(row.cells[0])) is not None:
            yield f"{_at(row)}: the id is used by {_at(other)} too"
        seen.setdefault(row.cells[0], row)
    for row in tables.leaders:
        if row.cells[0] in seen:
            yield f"{_at(row)}: a person has the id of {_at(seen[row.cells[0]])}"


def _references(tables: Tables) -> Iterator[str]:
    states = {r.cells[0] for r in tables.states}
    actors = states | {r.cells[0] for r in tables.actors}
    places = {r.cells[0] for r in tables.places}
    parents = {r.cells[0]: [b.parent for b in bonds(r.cells[6])] for r in tables.actors}
    for row in tables.actors:
        for country in several(row.cells[3]):
            if country not in states:
                yield f"{_at(row)}: there is no state {country}"
        for parent in parents[row.cells[0]]:
            if parent not in actors:
                yield f"{_at(row)}: part of {parent}, whom no row names"
        if _leads_to(row.cells[0], row.cells[0], parents, steps=12):
            yield f"{_at(row)}: is part of itself"
    for row in tables.leaders:
        if row.cells[4] not in actors:
            yield f"{_at(row)}: {row.cells[3]} of {row.cells[4]}, whom no row names"
    for row in tables.places:
        for country in several(row.cells[3]):
            if country not in states:
                yield f"{_at(row)}: there is no state {country}"
        if row.cells[4] and row.cells[4] not in places | states:
            yield f"{_at(row)}: lies within {row.cells[4]}, which no row names"
        if row.cells[4] == row.cells[0]:
            yield f"{_at(row)}: lies within itself"
    for row in tables.standing:
        if row.cells[0] not in actors or row.cells[1] not in actors:
            yield f"{_at(row)}: {row.cells[1]} or the actor itself is named by no row"
    for row in tables.codes:
        if row.cells[0] not in states or row.cells[1] not in SCHEMES:
            yield f"{_at(row)}: no such state or scheme {row.cells[1]}"


def _leads_to(id: str, wanted: str, parents: dict[str, list[str]], *, steps: int) -> bool:
    if steps == 0:
        return False
    above = parents.get(id, ())
    return wanted in above or any(_leads_to(p, wanted, parents, steps=steps - 1) for p in above)


def _dates(tables: Tables) -> Iterator[str]:
    for row in tables.actors:
        spells = [(row.cells[4], row.cells[5])]
        spells += [(b.start or "", b.end or "") for b in bonds(row.cells[6])]
        yield from _spells(row, spells)
    for row in tables.leaders:
        yield from _spells(row, [(row.cells[5], row.cells[6])])
    for row in tables.states:
        yield from _spells(row, _paired(row.cells[3], row.cells[4]))
    for row in tables.codes:
        yield from _spells(row, [(row.cells[3], row.cells[4])])


def _paired(starts: str, ends: str) -> list[tuple[str, str]]:
    return list(zip(starts.split("|"), ends.split("|"), strict=False))


def _spells(row: Row, spells: list[tuple[str, str]]) -> Iterator[str]:
    for start, end in spells:
        for date in (start, end):
            if date and not is_iso(date):
                yield f"{_at(row)}: {date!r} is not a date"
        known = min(len(start), len(end))
        if start and end and start[:known] > end[:known]:
            yield f"{_at(row)}: ends ({end}) before it starts ({start})"


def _kinds(tables: Tables) -> Iterator[str]:
    for row in tables.actors:
        if row.cells[2] not in ACTOR_KINDS:
            yield f"{_at(row)}: {row.cells[2]!r} is no kind of actor"
    for row in tables.places:
        if row.cells[2] not in PLACE_KINDS:
            yield f"{_at(row)}: {row.cells[2]!r} is no kind of place"


def _coordinates(tables: Tables) -> Iterator[str]:
    for row in tables.places:
        for cell, most in zip(row.cells[5:7], (90, 180), strict=True):
            try:
                fits = not cell or abs(float(cell)) <= most
            except ValueError:
                fits = False
            if not fits:
                yield f"{_at(row)}: {cell!r} is no latitude or longitude"


def _names(tables: Tables) -> Iterator[str]:
    """Find names that text about something else would match."""
    columns = ((tables.actors, 7), (tables.leaders, 2), (tables.places, 7), (tables.states, 16))
    for rows, aliases in columns:
        for row in rows:
            for name in (row.cells[1], *several(row.cells[aliases])):
                surname = rows is tables.leaders and row.cells[1].endswith(f" {name}")
                safe = surname or rows is tables.states
                if complaint := _unsafe(name, tables.words, alone=safe):
                    yield f"{_at(row)}: {name!r} {complaint}"


def _unsafe(name: str, words: frozenset[str], *, alone: bool) -> str | None:
    """Say what is wrong with a name. alone: it may be an ordinary word with a capital."""
    parts = name_atoms(name)
    if not parts or name != name.strip():
        return "is empty or has spaces around it"
    if len(parts) > 12:
        return "is too long to be found"
    if len("".join(p.text for p in parts)) < 2:
        return "is too short"
    if all(p.text in words and p.shape == "l" for p in parts):
        return "is ordinary words without a capital"
    if not alone and len(parts) == 1 and parts[0].text in words and parts[0].shape != "A":
        return "is an ordinary word; sentences begin with it"
    return None


def _persons(tables: Tables) -> Iterator[str]:
    first: dict[str, Row] = {}
    for row in tables.leaders:
        known = first.setdefault(row.cells[0], row)
        if known.cells[1] != row.cells[1]:
            yield f"{_at(row)}: called {row.cells[1]!r} here and {known.cells[1]!r} in {known.file}"
    named: dict[str, Row] = {}
    for row in first.values():
        other = named.setdefault(key(row.cells[1]), row)
        if other is not row and _overlap(row.cells[5:7], other.cells[5:7]):
            yield f"{_at(row)}: has the name of {_at(other)}"


def _shared(tables: Tables) -> Iterator[str]:
    """Find long names that two actors of one time, or two places of one country, share."""
    bearers: dict[str, list[Row]] = defaultdict(list)
    for row in tables.actors:
        for phrase in sorted({key(n) for n in (row.cells[1], *several(row.cells[7]))}):
            if " " in phrase or len(phrase) > _SHORT:
                bearers[phrase].append(row)
    for phrase, rows in bearers.items():
        for row in rows[1:]:
            if _overlap(row.cells[4:6], rows[0].cells[4:6]):
                yield f"{_at(row)}: {phrase!r} is a name of {_at(rows[0])} too"
    where: dict[tuple[str, str], Row] = {}
    for row in tables.places:
        for phrase in {key(n) for n in (row.cells[1], *several(row.cells[7]))}:
            for country in several(row.cells[3]):
                other = where.setdefault((country, phrase), row)
                both = other.file.rpartition("/")[2] in GENERATED or row.cells[2] != other.cells[2]
                if other is not row and not both:
                    yield f"{_at(row)}: {phrase!r} is a name of {_at(other)} too"


def _overlap(one: list[str], other: list[str]) -> bool:
    """Tell whether two spells, (start, end) with empty cells open, have a day in common."""
    return not (_before(one[1], other[0]) or _before(other[1], one[0]))


def _before(end: str, start: str) -> bool:
    known = min(len(end), len(start))
    return bool(known) and end[:known] < start[:known]
