"""The must, never and answers lists of a sample study, and what it takes to meet a row of them.

Works on the JSON of a brief, so that it holds the product to what a user gets.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tertius.gazetteer import Gazetteer

SAMPLES = Path(__file__).parents[1] / "samples"
STUDIES = tuple(sorted(path.parent.name for path in SAMPLES.glob("*/reports.toml")))
REPORT = "report"  # as a source: the report's own voice
ANONYMOUS = " (anonymous)"
EITHER_WAY = "either way"  # a must row, told by its note, that leaves the direction open
DIRECTED = "directed"  # a never row, told by its note, that forbids one direction only
BOUND = re.compile(r"^(>=|<=|>|<|~|=)?([\d.]+)(?: (\w+))?$")

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One line of a list; `cells` by column, an empty cell is not checked."""

    list: str  # file name
    line: int  # in the file, the header is line 1
    cells: Mapping[str, str]

    def __str__(self) -> str:
        said = " ".join(f"{key}={value!r}" for key, value in self.cells.items() if value)
        return f"{self.list}:{self.line} {said}"

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a list; raise ValueError at one with too few or too many cells."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        header = next(lines)
        for number, cells in enumerate(lines, start=2):
            if len(cells) != len(header):
                raise ValueError(f"{path.name}:{number} has {len(cells)} cells, not {len(header)}")
            yield Row(path.name, number, dict(zip(header, cells, strict=True)))


@cache
def ids(name: str) -> frozenset[str]:
    """Return the gazetteer ids that a whole name may mean, and the parties they stand for."""
    gazetteer, words = Gazetteer.load(), name.split()
    found = {
        id
        for match in gazetteer.matches(words)
        if (match.start, match.end) == (0, len(words)) and match.role != "demonym"
        for id in match.ids
    }
    return frozenset(found | {party(id) for id in found})


@cache
def party(id: str) -> str:
    gazetteer = Gazetteer.load()
    return gazetteer.standing(id) if gazetteer.has_actor(id) else id


@cache
def places(id: str) -> frozenset[str]:
    gazetteer = Gazetteer.load()
    return frozenset({id, *gazetteer.theaters_above(id)} if gazetteer.has_theater(id) else {id})


def means(given: Json | None, names: str) -> bool:
    """Say whether an actor or source of the JSON is one of the names, by id or by its words."""
    return given is not None and any(
        {given["id"], party(given["id"])} & ids(name) or _worded(given, name)
        for name in names.split("|")
    )


def lies_in(given: Json | None, names: str) -> bool:
    """Say whether a theater of the JSON is one of the places, or the country of it."""
    return given is not None and any(
        places(given["id"]) & ids(name)
        or any(given["id"] in places(id) for id in ids(name))
        or _worded(given, name)
        for name in names.split("|")
    )


def _worded(given: Json, name: str) -> bool:
    """Say whether a party that only a document describes has the name among its words.

    A party of the gazetteer is told by its id alone: the Democratic Forces for the Liberation of
    Rwanda are not Rwanda.
    """
    if ids(name) and "/" not in given["id"]:
        return False
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
    return any(re.search(pattern, given[key] or "", re.IGNORECASE) for key in ("name", "text"))


def overlaps(span: tuple[int, int] | list[int], piece: str, text: str) -> bool:
    """Say whether a span of the text shares a character with a place where the piece stands."""
    pattern = r"\s+".join(re.escape(word) for word in piece.split())
    return any(
        start < span[1] and span[0] < end
        for start, end in (found.span() for found in re.finditer(pattern, text))
    )


def tells(claim: Json, row: Row, *, text: str) -> bool:
    """Say whether a claim says what the row says."""
    return (
        _between(claim, row)
        and (not row["sign"] or claim["sign"] == int(row["sign"]))
        and (not row["modality"] or claim["modality"] in row["modality"].split("|"))
        and (not row["source"] or _on_the_word_of(claim, row["source"]))
        and (not row["theater"] or lies_in(claim["theater"], row["theater"]))
        and (not row["against"] or means(claim["against"], row["against"]))
        and (not row["quantity"] or _amounts_to(claim["quantity"], row["quantity"]))
        and (not row["quote"] or overlaps(claim["span"], row["quote"], text))
    )


def _between(claim: Json, row: Row) -> bool:
    if ".never." in row.list:
        directed = row["note"].startswith(DIRECTED)
    else:
        directed = not row["note"].startswith(EITHER_WAY)
    ways = [(claim["actor"], claim["recipient"])]
    if not directed or claim["symmetric"]:
        ways.append((claim["recipient"], claim["actor"]))
    return any(
        (not row["actor"] or means(one, row["actor"]))
        and (not row["recipient"] or means(other, row["recipient"]))
        for one, other in ways
    )


def _on_the_word_of(claim: Json, names: str) -> bool:
    if names.endswith(ANONYMOUS) and not claim["anonymous"]:
        return False
    return any(
        not claim["sources"]
        if name == REPORT
        else any(means(source, name) for source in claim["sources"])
        for name in names.removesuffix(ANONYMOUS).split("|")
    )


def _amounts_to(quantity: Json | None, words: str) -> bool:
    found = BOUND.match(words)
    assert found, f"not a quantity: {words!r}"
    op, number, unit = found.groups()
    return (
        quantity is not None
        and float(number) in (quantity["low"], quantity["best"], quantity["high"])
        and (not op or quantity["op"] == op)
        and (not unit or quantity["unit"] == unit)
    )


def answers(alignment: Json, row: Row, *, anywhere: bool) -> bool:
    """Say whether an alignment gives the answer of a row; `anywhere`: an empty theater is any."""
    a, b = alignment["a"], alignment["b"]
    pair = (means(a, row["a"]) and means(b, row["b"])) or (
        means(a, row["b"]) and means(b, row["a"])
    )
    if row["theater"]:
        placed = lies_in(alignment["theater"], row["theater"])
    else:
        placed = anywhere or alignment["theater"] is None
    return (
        pair
        and placed
        and (not row["sign"] or alignment["sign"] in row["sign"].split("|"))
        and (not row["form"] or alignment["form"] in row["form"].split("|"))
        and (not row["against"] or means(alignment["against"], row["against"]))
    )
