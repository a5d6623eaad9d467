"""Partial dates and the order of candidates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.gazetteer.dates import holds, is_iso, rank

DAYS = st.dates().map(lambda d: d.isoformat())


@pytest.mark.parametrize("date", ["2014", "2014-12", "2014-12-27", "0900"])
def test_a_year_a_month_or_a_day_is_a_date(date: str) -> None:
    assert is_iso(date)


@pytest.mark.parametrize("date", ["", "14", "2014-13", "2014-1", "2014-12-32", "12/27/2014", "now"])
def test_anything_else_is_no_date(date: str) -> None:
    assert not is_iso(date)


def test_a_spell_includes_its_last_year_and_month() -> None:
    assert holds("2006", "2014", "2014-12-27")
    assert holds("2006", "2014-08", "2014-08-31")
    assert not holds("2006", "2014-08", "2014-09-01")


def test_a_year_asked_for_holds_if_part_of_it_does() -> None:
    assert holds("2014-06", None, "2014")
    assert not holds("2015", None, "2014")


def test_those_there_come_before_the_recently_gone_the_coming_and_the_long_gone() -> None:
    spells = [[("2010", None)], [("1990", "2005")], [("2016", None)], [("1950", "1980")]]
    assert [rank(s, "2014")[0] for s in spells] == [0, 1, 2, 3]


def test_what_has_no_dates_is_always_there() -> None:
    assert rank([], "2014") == (0, 0)


@given(DAYS, DAYS, DAYS)
def test_a_day_in_a_spell_ranks_first(one: str, two: str, three: str) -> None:
    start, day, end = sorted((one, two, three))
    assert holds(start, end, day)
    assert rank([(start, end)], day) == (0, 0)
