from __future__ import annotations

from datetime import date

import pytest

from tertius.evidence.times import is_history, last_day, today
from tertius.records import Period
from tests.by_hand import Story


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2014-12-27", date(2014, 12, 27)),
        ("2012-02", date(2012, 2, 29)),
        ("2014", date(2014, 12, 31)),
        ("2014-13", None),
        ("2014-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_partial_date_ends_on_its_last_day(iso, day):
    assert last_day(iso) == day


def test_a_set_of_reports_speaks_from_its_latest_day():
    stories = [Story(published=when) for when in ("2013", None, "2014-05-01")]
    assert today(story.document for story in stories) == date(2014, 5, 1)


@pytest.mark.parametrize(
    ("period", "history"),
    [
        (None, False),
        (Period(start="2003", end="2011", precision="year", basis="words"), True),
        (Period(start="2014-01", end="2014-02", precision="month", basis="words"), False),
        (
            Period(start="2003", end=None, precision="year", basis="words", words="since 2003"),
            False,
        ),
        (Period(start="2003", end=None, precision="year", basis="words", words="after 2003"), True),
        (
            Period(start="2013", end=None, precision="year", basis="words", words="after 2013"),
            False,
        ),
    ],
)
def test_what_ended_over_a_year_before_is_history(period, history):
    story = Story()
    claim = story.says("NOR", "fights", "WES")
    object.__setattr__(claim, "period", period)
    assert is_history(claim, story.document, date(2014, 12, 27)) is history


def test_what_an_old_report_says_without_a_date_is_history_beside_a_new_one():
    story = Story(published="2003-05")
    claim = story.says("NOR", "fights", "WES")
    assert is_history(claim, story.document, date(2014, 12, 27))
    assert not is_history(claim, story.document, None)
