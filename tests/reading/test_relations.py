"""The grammar of the reader, sentence by sentence: the table is relations.txt."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.reading.lines import is_told
from tests.reading.reader import Reader

pytestmark = pytest.mark.model
TABLE = Path(__file__).parent / "relations.txt"


@dataclass
class Sentence:
    """A row of the table: the words, the claims as written there, and what is not done yet."""

    text: str
    group: str
    wanted: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    open: bool = False  # other claims may come
    missing: str = ""


def table() -> list[Sentence]:
    rows: list[Sentence] = []
    group = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        words = line.strip()
        if words.startswith("=="):
            group = words.strip("= ")
        elif not words or words.startswith("#"):
            continue
        elif not line.startswith(" "):
            rows.append(Sentence(words, group))
        elif words == "...":
            rows[-1].open = True
        elif words.startswith("!"):
            rows[-1].missing = words.strip("! ")
        elif words.startswith("not "):
            rows[-1].forbidden.append(words.removeprefix("not "))
        else:
            rows[-1].wanted.append(words)
    return rows


def rows() -> list[object]:
    return [
        pytest.param(
            row,
            id=row.text.replace(" ", "-").rstrip("."),
            marks=[pytest.mark.xfail(reason=row.missing, strict=True)] if row.missing else [],
        )
        for row in table()
    ]


@pytest.mark.parametrize("row", rows())
def test_a_sentence_makes_the_claims_that_a_careful_person_reads_in_it(
    row: Sentence, reader: Reader
) -> None:
    found = reader.told(row.text)
    shown = "\n".join(["", *map(str, found)])
    for line in row.wanted:
        assert any(is_told(claim, line) for claim in found), f"missing: {line}{shown}"
    for line in row.forbidden:
        assert not any(is_told(claim, line) for claim in found), f"nobody says: {line}{shown}"
    others = [c for c in found if not any(is_told(c, line) for line in row.wanted)]
    assert row.open or not others, f"nobody says:{shown}"


def test_the_table_is_read_as_it_is_meant() -> None:
    found = table()
    silent = [row for row in found if not row.wanted and not row.forbidden and not row.open]
    assert len(found) >= 120
    assert len(silent) >= len(found) / 4
    assert len({row.text for row in found}) == len(found)
