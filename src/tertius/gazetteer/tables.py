"""The tables of the gazetteer as they lie on disk; every row is checked for its width."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tertius.errors import BadRowError

DATA: Final = Path(__file__).parent / "data"

STATES: Final = [
    *("id", "name", "full_name", "start", "end"),
    *("iso2", "iso3", "cow", "cow_abbr", "gw", "fips", "cameo"),
    *("capital", "seats", "demonyms", "adjectives", "aliases"),
]
CODES: Final = ["id", "scheme", "code", "start", "end"]
ACTORS: Final = [
    *("id", "name", "kind", "country", "start", "end"),
    *("part_of", "aliases", "note"),
]
LEADERS: Final = ["id", "name", "aliases", "office", "of", "start", "end"]
PLACES: Final = ["id", "name", "kind", "country", "within", "lat", "lon", "aliases"]
STANDING: Final = ["id", "stands_for", "note"]

GENERATED: Final = ("cities.csv", "regions.csv")  # written by a script; hand-written rows win


@dataclass(frozen=True, slots=True)
class Row:
    """A row and where it stands, for messages."""

    file: str
    line: int  # of the file, 1 is the header
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of a gazetteer folder, in the order of file names and lines."""

    states: list[Row] = field(default_factory=list)
    codes: list[Row] = field(default_factory=list)
    standing: list[Row] = field(default_factory=list)
    actors: list[Row] = field(default_factory=list)
    leaders: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    words: frozenset[str] = frozenset()


def read(folder: Path) -> Tables:
    """Read every table of a folder; one that is not there is empty.

    Raises BadRowError where a header or the number of cells is not what the kind has.
    """
    words = folder / "words.txt"
    return Tables(
        states=_rows(folder / "states.csv", STATES),
        codes=_rows(folder / "state_codes.csv", CODES),
        standing=_rows(folder / "standing.csv", STANDING),
        actors=_folder(folder / "actors", ACTORS),
        leaders=_folder(folder / "leaders", LEADERS),
        places=_folder(folder / "places", PLACES),
        words=frozenset(words.read_text("utf-8").split()) if words.is_file() else frozenset(),
    )


def several(cell: str) -> list[str]:
    """Split a cell that holds several values."""
    return [v for v in cell.split("|") if v] if cell else []


def _folder(folder: Path, header: list[str]) -> list[Row]:
    """Read the tables of a folder, those written by hand first."""
    files = sorted(folder.glob("*.csv"), key=lambda p: (p.name in GENERATED, p.name))
    return [row for path in files for row in _rows(path, header)]


def _rows(path: Path, header: list[str]) -> list[Row]:
    if not path.is_file():
        return []
    where = f"{path.parent.name}/{path.name}"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if (first := next(reader, [])) != header:
            raise BadRowError(str(path), 1, f"the header is {first}, not {header}")
        rows = []
        for cells in reader:
            if len(cells) != len(header):
                if not cells:
                    continue
                reason = f"{len(cells)} cells, not {len(header)}; is a comma unquoted?"
                raise BadRowError(str(path), reader.line_num, reason)
            rows.append(Row(where, reader.line_num, cells))
    return rows
