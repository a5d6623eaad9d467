"""When something holds, counted from the date of the report."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.gazetteer.dates import is_iso
from tertius.reading.anchor import Anchor
from tertius.reading.period import FoundPeriod, periods

SATURDAY = "2014-12-27"
PREPOSITIONS = {"in", "on", "since", "of", "by", "for", "from", "to", "after", "during", "until"}
WORDS = st.sampled_from(
    """in on since until by from to between and the last next this past coming recent early mid late
    January May March June Tuesday Friday yesterday today now year years month months week weeks ago
    2003 2011 2014 1990s - , 27 3 5th two a few for within of end over war the 's will has
    """.split()
)


def tagged(text: str) -> tuple[list[str], list[str]]:
    words, tags = [], []
    for piece in text.split():
        found = re.fullmatch(r"(.+)/([A-Z]+)", piece)
        word, tag = found.groups() if found else (piece, "")
        if not tag:
            tag = "NUM" if word[0].isdigit() else "PROPN" if word[0].isupper() else "NOUN"
            tag = "ADP" if word in PREPOSITIONS else "DET" if word in {"the", "a", "its"} else tag
            tag = tag if word[0].isalnum() else "PUNCT"
        words.append(word)
        tags.append(tag)
    return words, tags


def only(text: str, *, anchor: str | None = SATURDAY) -> FoundPeriod:
    (found,) = periods(*tagged(text), anchor=anchor)
    return found


def span(text: str, *, anchor: str | None = SATURDAY) -> tuple[str | None, str | None]:
    period = only(text, anchor=anchor).period
    return period.start, period.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("27 December 2014", "2014-12-27", "2014-12-27"),
        ("December 27 , 2014", "2014-12-27", "2014-12-27"),
        ("the 3rd of May 2003", "2003-05-03", "2003-05-03"),
        ("2014 - 12 - 27", "2014-12-27", "2014-12-27"),
        ("in July 2008", "2008-07", "2008-07"),
        ("In/ADP November , 2009", "2009-11", "2009-11"),
        ("in 2014", "2014", "2014"),
        ("since 2011", "2011", None),
        ("after 2003", "2003", None),
        ("until 2011", None, "2011"),
        ("by 2030", None, "2030"),
        ("by the end of 2015", None, "2015-12"),
        ("2003 - 2011", "2003", "2011"),
        ("from 2003 to 2011", "2003", "2011"),
        ("from 2014 on", "2014", None),
        ("from May to July 2014", "2014-05", "2014-07"),
        ("from November 2013 to/ADP March", "2013-11", "2014-03"),
        ("during the 2006 war", "2006", "2006"),
        ("during the 2003 - 2011 war", "2003", "2011"),
        ("since the 2003 invasion", "2003", None),
        ("in the 1990s", "1990", "1999"),
        ("in the late 1980s", "1987", "1989"),
        ("early 2014", "2014-01", "2014-04"),
        ("mid - 2014", "2014-05", "2014-08"),
        ("late 2014", "2014-09", "2014-12"),
        ("summer of 2014", "2014-06", "2014-08"),
    ],
)
def test_what_is_said_outright_needs_no_date_of_the_report(
    text: str, start: str | None, end: str | None
) -> None:
    assert span(text) == span(text, anchor=None) == (start, end)
    assert only(text).period.basis == "words"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("yesterday", "2014-12-26", "2014-12-26"),
        ("on Saturday", "2014-12-27", "2014-12-27"),
        ("on Tuesday", "2014-12-23", "2014-12-23"),
        ("on Thursday afternoon", "2014-12-25", "2014-12-25"),
        ("last Saturday", "2014-12-20", "2014-12-20"),
        ("next Tuesday", "2014-12-30", "2014-12-30"),
        ("will/AUX meet on Tuesday", "2014-12-30", "2014-12-30"),
        ("in June", "2014-06", "2014-06"),
        ("will/AUX meet in June", "2015-06", "2015-06"),
        ("on December 3", "2014-12-03", "2014-12-03"),
        ("on December 30", "2014-12-30", "2014-12-30"),
        ("since last June", "2014-06", None),
        ("between May and July", "2014-05", "2014-07"),
        ("last week", "2014-12-15", "2014-12-21"),
        ("two/NUM days earlier/ADV", None, "2014-12-25"),
        ("in May of last year", "2013-05", "2013-05"),
        ("on the 14th", "2014-12-14", "2014-12-14"),
        ("on the 29th", "2014-11-29", "2014-11-29"),
        ("will/AUX meet on the 29th", "2014-12-29", "2014-12-29"),
        ("at/ADP the weekend", "2014-12-27", "2014-12-28"),
        ("On January 5 he will/AUX go", "2015-01-05", "2015-01-05"),
        ("it will/AUX be said that on October 5", "2014-10-05", "2014-10-05"),
        ("announced by/ADP Peru on Friday", "2014-12-26", "2014-12-26"),
        ("Fridays raid/NOUN", "2014-12-26", "2014-12-26"),
        ("is/AUX to resign on Monday", "2014-12-29", "2014-12-29"),
        ("this week", "2014-12-22", "2014-12-28"),
        ("last month", "2014-11", "2014-11"),
        ("last year", "2013", "2013"),
        ("next year", "2015", "2015"),
        ("last summer", "2014-06", "2014-08"),
        ("over/ADP the past year", "2013-12", "2014-12"),
        ("in the past three/NUM months", "2014-09", "2014-12"),
        ("in the next three/NUM months", "2014-12", "2015-03"),
        ("in recent weeks", "2014-11-27", "2014-12-27"),
        ("in the coming days", "2014-12-27", "2015-01-03"),
        ("three/NUM weeks ago", "2014-12-06", "2014-12-06"),
        ("a year ago", "2013-12", "2013-12"),
        ("a decade ago", "2004", "2004"),
        ("within/ADP 48 hours", "2014-12-27", "2014-12-29"),
        ("has/AUX fought for two/NUM years", "2012", None),
        ("will/AUX stay for two/NUM years", "2014-12-27", "2016"),
        ("now", "2014-12-27", None),
        ("currently", "2014-12-27", None),
        ("the end of the year", "2014-09", "2014-12"),
    ],
)
def test_the_rest_is_counted_from_the_date_of_the_report(
    text: str, start: str | None, end: str | None
) -> None:
    assert span(text) == (start, end)
    assert only(text).period.basis == "relative"


@pytest.mark.parametrize("text", ["in June", "on Tuesday", "yesterday", "last month", "now"])
def test_without_that_date_only_the_words_are_kept(text: str) -> None:
    period = only(text, anchor=None).period
    assert (period.start, period.end, period.words) == (None, None, text)


@pytest.mark.parametrize(
    ("text", "anchor", "start"),
    [
        ("on Tuesday", "2014-12", "2014-12"),
        ("yesterday", "2014", "2014"),
        ("in June", "2014", "2014-06"),
        ("last month", "2014-12", "2014-11"),
    ],
)
def test_a_report_known_by_its_month_gives_no_days(text: str, anchor: str, start: str) -> None:
    period = only(text, anchor=anchor).period
    assert (period.start, period.precision) == (start, "month" if "-" in start else "year")


@pytest.mark.parametrize(
    "text",
    [
        "they may/AUX fight",
        "March/VERB on/ADP !",
        "Theresa May said/VERB",
        "the second/ADJ time",
        "2000 troops",
        "10 years",
        "Resolution 1701",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert periods(*tagged(text), anchor=SATURDAY) == []


@pytest.mark.parametrize(
    ("text", "precision", "trigger"),
    [
        ("on Tuesday", "day", "on"),
        ("in June", "month", "in"),
        ("in 2014", "year", "in"),
        ("since 2011", "span", "since"),
        ("during the 2006 war", "year", "during"),
        ("yesterday", "day", None),
    ],
)
def test_a_period_says_how_exact_it_is_and_what_led_to_it(
    text: str, precision: str, trigger: str | None
) -> None:
    found = only(text)
    assert (found.period.precision, found.trigger) == (precision, trigger)
    assert (found.start, found.end) == (0, len(text.split()))


def test_several_periods_are_found_from_left_to_right() -> None:
    found = periods(*tagged("on Tuesday they met , as in June 2013"), anchor=SATURDAY)
    assert [f.period.start for f in found] == ["2014-12-23", "2013-06"]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_up_to_the_report(day: date, weekday: int) -> None:
    anchor = Anchor.of(day.isoformat())
    assert anchor is not None
    found = date.fromisoformat(anchor.weekday(weekday, turn=0))
    assert found.weekday() == weekday
    assert 0 <= (day - found).days < 7
    assert 0 < (date.fromisoformat(anchor.weekday(weekday, turn=1)) - day).days <= 7


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_any_words_at_all_can_be_read(words: list[str]) -> None:
    assert len(periods(words, ["NOUN"] * len(words), anchor=SATURDAY)) <= len(words)


def test_figures_of_other_scripts_are_no_date() -> None:
    assert periods(["²²²²-²²-²²"], ["NUM"], anchor=SATURDAY) == []


@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["NUM", "NOUN", "ADP", "PROPN"])), max_size=14),
    st.sampled_from(
        ["2014-12-27", "2016-02-29", "2014-12", "2014", None, "nonsense", "0001-01-01"]
    ),
)
def test_periods_are_ordered_apart_and_dated(
    sentence: list[tuple[str, str]], anchor: str | None
) -> None:
    end = 0
    for found in periods([w for w, _ in sentence], [t for _, t in sentence], anchor=anchor):
        period = found.period
        assert end <= found.start < found.end <= len(sentence)
        assert period.words
        for day in (period.start, period.end):
            assert day is None or is_iso(day)
        end = found.end
