from __future__ import annotations

import json
from pathlib import Path

import pytest

from tertius.exchange import BadJsonError
from tertius.readers.precision import (
    BadTableError,
    Measured,
    PrecisionError,
    Row,
    Table,
    sifted,
    table,
)
from tertius.records import Claim, ReadBy, Reading

OWN = Table(
    default=0.8,
    readers={"tried": Measured(on="a test", rows=(Row(0.6, 0.0), Row(0.8, 0.5), Row(0.95, 0.9)))},
)


def reading(*confidences: float, reader: str = "tried") -> Reading:
    claims = [
        Claim(
            id=f"c-{n}", document="d-1", span=None, quote="", actor="TCD", relation="attacks",
            recipient="TGO", sign=-1, confidence=sure,
        )
        for n, sure in enumerate(confidences)
    ]  # fmt: skip
    return Reading(claims=tuple(claims), reader=ReadBy(id=reader, version="1"))


@pytest.mark.parametrize(
    ("asked", "threshold"),
    [(0, 0.0), (0.3, 0.0), (0.6, 0.0), (0.61, 0.5), (0.8, 0.5), (0.9, 0.9), (0.95, 0.9)],
)
def test_the_first_row_that_reaches_it_counts(asked: float, threshold: float) -> None:
    assert OWN.threshold("tried", asked) == threshold


@pytest.mark.parametrize(
    ("reader", "asked", "told"),
    [
        ("tried", 0.96, "measured up to 0.95"),
        ("tried", 1.5, "from 0 to 1"),
        ("tried", -0.1, "from 0 to 1"),
        ("tried", float("nan"), "from 0 to 1"),
        ("new", 0.5, "was not measured"),
    ],
)
def test_what_cannot_be_promised_is_told(reader: str, asked: float, told: str) -> None:
    with pytest.raises(PrecisionError, match=told):
        OWN.threshold(reader, asked)


def test_claims_below_the_threshold_are_counted_not_lost() -> None:
    whole = reading(0.2, 0.5, 0.49, 0.93)
    found = sifted(whole, 0.8, OWN)
    assert [claim.id for claim in found.claims] == ["c-1", "c-3"]
    assert found.withheld is not None
    assert (found.withheld.claims, found.withheld.threshold) == (2, 0.5)
    every = sifted(whole, 0, OWN)
    assert every.claims == whole.claims
    assert every.withheld is not None
    assert every.withheld.claims == 0


def test_who_asks_for_nothing_gets_the_default_of_a_measured_reader() -> None:
    assert sifted(reading(0.2, 0.5), None, OWN) == sifted(reading(0.2, 0.5), 0.8, OWN)
    new = reading(0.2, 0.5, reader="new")
    assert sifted(new, None, OWN) is new


def test_more_precision_never_shows_more() -> None:
    whole = reading(*(n / 20 for n in range(21)))
    counts = [len(sifted(whole, asked / 100, OWN).claims) for asked in range(96)]
    assert counts == sorted(counts, reverse=True)


def test_the_shipped_table_can_be_used() -> None:
    for name in table().readers:
        assert 0 <= table().threshold(name, table().default) <= 1


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "rows of numbers"),
        ([{"precision": 1.2, "threshold": 0.1}], "rows of numbers"),
        ([{"precision": 0.9, "threshold": 0.1}, {"precision": 0.8, "threshold": 0.3}], "rise"),
        ([{"precision": 0.7, "threshold": 0.4}, {"precision": 0.8, "threshold": 0.3}], "rise"),
        ([{"precision": 0.7, "threshold": 0.4}], "no row reaches the default 0.8"),
    ],
)
def test_a_table_that_contradicts_itself_is_told(tmp_path: Path, rows: list, told: str) -> None:
    path = tmp_path / "table.json"
    path.write_text(json.dumps({"default": 0.8, "readers": {"x": {"on": "", "rows": rows}}}))
    with pytest.raises(BadTableError, match=told):
        table(path)


def test_a_table_that_is_no_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    path.write_text('{"default": "high"}')
    with pytest.raises(BadJsonError, match=r"table\.json"):
        table(path)
