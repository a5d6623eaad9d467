"""What is not the report is marked, and the report itself is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.documents.boilerplate import merged
from tertius.documents.plain import particulars

from .texts import REPORT, SENTENCE


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in particulars(text).boilerplate]


@pytest.mark.parametrize(
    "line",
    [
        "Go here to see the original:",
        "Read more",
        "Read more: Kings at war",
        "Continue reading »",
        "Click here for the full story",
        "Subscribe to our newsletter and never miss a king",
        "Share | Tweet | Email",
        "This website uses cookies to improve it",
        "Copyright 2014 Zenda Gazette. All rights reserved.",
        "© 2014 Zenda Gazette",
        "(Reporting by Rudolf R. in Zenda; Editing by Flavia S.)",
        "Advertisement",
        "https://zenda.example/kings",
        "By Rudolf Rassendyll and Flavia Elphberg",
        "Photo: a king",
        "* * *",
        "12 comments",
        "Related: Kings at war",
        "See also the kings of old",
        "27 December 2014",
    ],
)
def test_a_line_of_the_site_is_marked(line: str) -> None:
    text = f"{REPORT}\n{line}\n"
    assert marked(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE.strip(),
        "By Tuesday the rebels had left the city.",
        "More on the kings was said by the minister.",
        "Related attacks killed three men.",
        "Read the treaty, the king said, and weep.",
        "Follow the law, the king said.",
        "Printing of money has begun, the bank said.",
        "The king shared power with the army.",
        "Watch out for the kings",
        "It was his last word.",
        "Comment on it was refused.",
    ],
)
def test_a_sentence_of_the_report_is_not_marked(line: str) -> None:
    assert marked(f"{REPORT}\n{line}\n") == []


def test_the_headline_repeated_at_the_foot_is_marked_and_the_first_is_not() -> None:
    head = "Ruritania and Borduria are allied against the …"
    for foot in (head, head.replace("…", "..."), head[:-2] + " Duke of Strelsau"):
        text = f"{head}\n{SENTENCE}\nGo here to see the original:\n{foot}\n"
        assert marked(text) == ["Go here to see the original:", foot]


def test_what_follows_the_last_sentence_of_a_line_is_marked_alone() -> None:
    text = f"{REPORT}\n{SENTENCE}Read more at the Gazette\n"
    assert marked(text) == ["Read more at the Gazette"]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple)))
def test_merged_spans_cover_the_same_places_and_lie_apart(spans: list[tuple[int, int]]) -> None:
    together = merged(spans)
    assert {n for a, b in together for n in range(a, b)} == {
        n for a, b in spans for n in range(a, b)
    }
    assert all(one[1] < two[0] for one, two in pairwise(together))


@given(st.text(alphabet="ab \n.:ByRead more-—1", max_size=300))
def test_marked_spans_lie_in_the_text_in_order(text: str) -> None:
    spans = particulars(text).boilerplate
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert list(spans) == sorted(spans)
