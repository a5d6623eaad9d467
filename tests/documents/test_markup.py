"""Fragments of markup become lines of text, and trees too large are refused."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tertius.documents.limits import Limits
from tertius.documents.markup import excess, text_of


def test_a_fragment_becomes_a_line_for_each_block() -> None:
    fragment = "<p>One &amp; <b>two</b>.</p><ul><li>three<li>four</ul><script>five()</script>six"
    assert text_of(fragment) == "One & two.\nthree\nfour\nsix"


def test_text_without_tags_stays() -> None:
    assert text_of("Kings 3 > 2 met") == "Kings 3 > 2 met"


def test_a_declaration_that_is_none_does_not_stop_the_reading() -> None:
    assert text_of("Kings <![CDx [ met <b>there</b>") == "Kings <![CDx [ met there"


def test_elements_that_close_by_themselves_do_not_nest() -> None:
    page = "<html><body>" + "<p>text<br>" * 5_000 + "<b>x</b>" * 5_000
    assert excess(page, Limits()) is None


def test_too_deep_and_too_many_are_refused() -> None:
    limits = Limits(page_depth=10, page_elements=100)
    assert excess("<div>" * 11, limits) == "elements nested more than 10 deep"
    assert excess("<b></b>" * 101, limits) == "more than 100 elements"
    assert excess("<div>" * 10 + "</div>" * 10 + "<div>", limits) is None


@given(st.text(alphabet="<>/abdiv! -&;\"'=", max_size=200))
def test_no_fragment_raises(fragment: str) -> None:
    assert isinstance(text_of(fragment), str)
    assert excess(fragment, Limits()) is None
