"""`tertius.read` with another reader, by name or as an object."""

from __future__ import annotations

from pathlib import Path

import pytest

import tertius
from tertius.readers import UnknownReaderError, open_reader
from tertius.readers.precision import PrecisionError

REPORT = "Chad attacked Togo on Monday. Peru condemned Bolivia, and nobody replied to it.\n"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_name_and_the_reader_itself_give_the_same(paper: Path) -> None:
    by_name = tertius.read(paper, reader="rules")
    assert by_name.to_json() == tertius.read(paper, reader=open_reader("rules")).to_json()
    assert len(by_name.claims) == 2
    assert by_name.reader is not None
    assert by_name.reader.id == "rules"


def test_what_cannot_be_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UnknownReaderError):
        tertius.read(tmp_path / "gone.txt", reader="oracle")
    with pytest.raises(PrecisionError):
        tertius.read(tmp_path / "gone.txt", reader="rules", precision=2)


def test_all_claims_may_be_asked_for_of_any_reader(paper: Path) -> None:
    brief = tertius.read(paper, reader="rules", precision=0)
    assert len(brief.claims) == 2
    assert brief.withheld is not None
    assert brief.withheld.claims == 0
