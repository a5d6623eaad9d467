"""Numbers with their bounds and what they count."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.reading.numerals import number_at
from tertius.reading.quantity import FoundQuantity, joined, quantities

WORDS = st.sampled_from(
    """more than at least up to nearly some a an dozen dozens hundreds thousands of $ € US$ 1 1,000
    2014 20 - 30 million billion m bn troops shells percent % per cent quarter half between and or
    strong two twenty five one first 3rd May in the , . killed wounded old year years 's""".split()
)


def tagged(text: str) -> tuple[list[str], list[str]]:
    """Split "more/ADJ 20 men" into words and tags; nouns and numbers need no tag."""
    words, tags = [], []
    for piece in text.split():
        found = re.fullmatch(r"(.+)/([A-Z]+)", piece)
        word, tag = found.groups() if found else (piece, "")
        numeral = word[0].isdigit() or word in {"one", "two", "three", "six", "twenty", "five"}
        words.append(word)
        tags.append(tag or ("NUM" if numeral else "NOUN" if word[0].isalpha() else "PUNCT"))
    return words, tags


def only(text: str) -> FoundQuantity:
    (found,) = quantities(*tagged(text))
    return found


def bounds(text: str) -> tuple[float | None, float | None, float | None, str, str]:
    q = only(text).quantity
    return q.low, q.best, q.high, q.op, q.unit


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "op", "unit"),
    [
        ("two soldiers", 2, 2, 2, "=", "persons"),
        ("2,000 troops", 2000, 2000, 2000, "=", "persons"),
        ("2000 troops", 2000, 2000, 2000, "=", "persons"),
        ("more/ADJ than/ADP 1,000 military/ADJ advisers", 1000, None, None, ">", "persons"),
        ("over/ADP 500 people", 500, None, None, ">", "persons"),
        ("at/ADP least/ADJ one shell", 1, None, None, ">=", "shells"),
        ("no/DET fewer/ADJ than/ADP 12 villages", 12, None, None, ">=", "villages"),
        ("100 or/CCONJ more/ADJ fighters", 100, None, None, ">=", "persons"),
        ("fewer/ADJ than/ADP 50 tanks", None, None, 50, "<", "tanks"),
        ("up/ADP to/ADP 300 rockets", None, None, 300, "<=", "rockets"),
        ("as/ADV many/ADJ as/ADP 90 houses", None, None, 90, "<=", "houses"),
        ("no/DET more/ADJ than/ADP 10 ships", None, None, 10, "<=", "ships"),
        ("nearly/ADV 3,000 fighters", None, 3000, None, "~", "persons"),
        ("some/DET 300 U.S./PROPN marines", None, 300, None, "~", "persons"),
        ("an/DET estimated/VERB 20,000 men", None, 20000, None, "~", "persons"),
        ("a/DET dozen militias", None, 12, None, "~", "militias"),
        ("half a/DET million Syrians/PROPN", None, 500_000, None, "~", "persons"),
        ("dozens of/ADP rounds", 24, None, None, ">=", "rounds"),
        ("tens of/ADP thousands of/ADP people", 20_000, None, None, ">=", "persons"),
        ("hundreds of/ADP thousands of/ADP refugees", 200_000, None, None, ">=", "persons"),
        ("between/ADP 20 and/CCONJ 30 people", 20, None, 30, "range", "persons"),
        ("20 - 30 tanks", 20, None, 30, "range", "tanks"),
        ("2 to/PART 3 million people", 2e6, None, 3e6, "range", "persons"),
        ("twenty - five shells", 25, 25, 25, "=", "shells"),
        ("two hundred/NUM and/CCONJ fifty/NUM men", 250, 250, 250, "=", "persons"),
        ("three of/ADP its/PRON soldiers", 3, 3, 3, "=", "persons"),
        ("1.2 m people", 1.2e6, 1.2e6, 1.2e6, "=", "persons"),
        ("1.2m people", 1.2e6, 1.2e6, 1.2e6, "=", "persons"),
        ("48 hours", 48, 48, 48, "=", "hours"),
        ("16 months", 16, 16, 16, "=", "months"),
        ("5 km", 5, 5, 5, "=", "kilometres"),
        ("3,000 - strong/ADJ force", 3000, 3000, 3000, "=", "persons"),
        ("six - month campaign", 6, 6, 6, "=", "months"),
        ("killed/VERB 12", 12, 12, 12, "=", "persons"),
    ],
)
def test_a_number_has_its_bound_and_its_unit(
    text: str, low: float | None, best: float | None, high: float | None, op: str, unit: str
) -> None:
    assert bounds(text) == (low, best, high, op, unit)


@pytest.mark.parametrize(
    "text",
    ["$ 1 billion", "$1 billion", "$1billion", "$ 1billion", "US$ 1 bn", "1 billion dollars"],
)
def test_money_is_read_however_it_is_split(text: str) -> None:
    assert bounds(text) == (1e9, 1e9, 1e9, "=", "USD")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("€ 3.6 billion", 3.6e9, "EUR"),
        ("£ 40 m", 4e7, "GBP"),
        ("US $ 300 million", 3e8, "USD"),
        ("5 million euros", 5e6, "EUR"),
        ("10 billion Iraqi/ADJ dinars", 1e10, "IQD"),
    ],
)
def test_money_is_in_its_currency(text: str, value: float, unit: str) -> None:
    q = only(text).quantity
    assert (q.best, q.unit) == (value, unit)


def test_a_range_of_money_shares_its_scale() -> None:
    assert bounds("$ 20 - 30 million") == (2e7, None, 3e7, "range", "USD")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("a/DET quarter of/ADP the/DET land", 0.25),
        ("half of/ADP the/DET seats", 0.5),
        ("two - thirds of/ADP the/DET seats", 0.666667),
        ("40 percent of/ADP voters", 0.4),
        ("40 per/ADP cent of/ADP voters", 0.4),
        ("40 % of/ADP voters", 0.4),
    ],
)
def test_a_share_is_of_one(text: str, share: float) -> None:
    q = only(text).quantity
    assert (q.best, q.unit) == (share, "share")


@pytest.mark.parametrize(
    "text",
    [
        "in/ADP 2014",
        "the/DET 2006 war",
        "2003 - 2011",
        "27 December/PROPN 2014",
        "December/PROPN 27 ,/PUNCT 2014",
        "a/DET 42 - year - old/ADJ man",
        "aged/ADJ 42",
        "42 years old/ADJ",
        "at/ADP 10:30",
        "3 p.m.",
        "Resolution/PROPN 1701",
        "Article/PROPN 5",
        "an/DET F/PROPN - 16 jet",
        "the/DET 3rd/ADJ division",
        "the/DET second/ADJ time",
        "one of/ADP the/DET reasons",
        "no/DET one came/VERB",
        "a/DET two - state solution",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert quantities(*tagged(text)) == []


def test_the_head_is_the_noun_that_is_counted() -> None:
    words, tags = tagged(
        "sent/VERB more/ADJ than/ADP 1,000 military/ADJ advisers to/ADP Iraq/PROPN"
    )
    (found,) = quantities(words, tags)
    assert found.head is not None
    assert words[found.head] == "advisers"
    assert words[found.start : found.end] == words[1:6]
    assert found.quantity.words == "more than 1,000 military advisers"


def test_the_head_of_an_amount_of_money_is_what_it_buys() -> None:
    words, tags = tagged("$ 1 billion in/ADP military/ADJ aid")
    (found,) = quantities(words, tags)
    assert found.head is not None
    assert words[found.head] == "aid"


def test_several_quantities_are_found_from_left_to_right() -> None:
    found = quantities(*tagged("killed/VERB 12 and/CCONJ wounded/VERB 30 people"))
    assert [(f.quantity.best, f.quantity.unit) for f in found] == [(12, "persons"), (30, "persons")]


def test_words_are_joined_as_a_text_has_them() -> None:
    assert joined(["$", "1", "billion"]) == "$1 billion"
    assert joined(["3,000", "-", "strong"]) == "3,000-strong"
    assert joined(["40", "%"]) == "40%"


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_in_figures_is_read_as_it_is(value: int) -> None:
    for text in (str(value), f"{value:,}"):
        number = number_at([text], 0)
        assert number is not None
        assert (number.value, number.end) == (value, 1)


SPOKEN = "zero one two three four five six seven eight nine ten eleven twelve".split()


@given(st.integers(min_value=1, max_value=12), st.sampled_from(["hundred", "thousand", "million"]))
def test_a_number_in_words_is_the_product_of_its_words(count: int, scale: str) -> None:
    size = {"hundred": 100, "thousand": 1000, "million": 1_000_000}[scale]
    number = number_at([SPOKEN[count], scale], 0)
    assert number is not None
    assert (number.value, number.end) == (count * size, 2)


def test_an_endless_number_stays_finite() -> None:
    for text in ("one hundred" + " hundred" * 400, "9" * 400 + " men", "1" + " trillion" * 99):
        for found in quantities(*tagged(text)):
            values = (found.quantity.low, found.quantity.best, found.quantity.high)
            assert all(v is None or v < 1e30 for v in values)


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_any_words_at_all_can_be_read(words: list[str]) -> None:
    assert len(quantities(words, ["NOUN"] * len(words))) <= len(words)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["NUM", "NOUN", "ADP", "PUNCT"])), max_size=14))
def test_quantities_are_ordered_apart_and_consistent(sentence: list[tuple[str, str]]) -> None:
    end = 0
    for found in quantities([w for w, _ in sentence], [t for _, t in sentence]):
        q = found.quantity
        assert end <= found.start < found.end <= len(sentence)
        assert any(v is not None for v in (q.low, q.best, q.high))
        assert q.low is None or q.high is None or q.low <= q.high
        assert q.unit
        end = found.end
