from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.report.layout import TIE, Column, table, visible, wrapped

WORDS = st.lists(st.text("abcdefgh-", min_size=1, max_size=12), min_size=1, max_size=40)


def plain(line):
    return "".join(words for words, _ in line)


@given(WORDS, st.integers(40, 120))
def test_no_line_is_longer_than_the_width_and_no_word_is_cut(words, width):
    spans = [(f"{word} ", "strong" if place % 3 else "") for place, word in enumerate(words)]
    lines = [plain(line) for line in wrapped(spans, width=width, first="- ", then="    ")]
    assert all(len(line) <= width for line in lines)
    assert " ".join(lines).replace("- ", "", 1).split() == words


def test_a_word_longer_than_the_width_runs_over_whole():
    long = "x" * 70
    lines = [plain(line) for line in wrapped([(f"see {long} there", "")], width=40)]
    assert lines == ["see", long, "there"]


def test_tied_words_are_not_parted_and_look_like_others():
    lines = [plain(line) for line in wrapped([("x" * 36 + f" p{TIE}0.63", "")], width=40)]
    assert lines == ["x" * 36, "p 0.63"]


def test_styles_stay_on_their_words_across_a_break():
    lines = wrapped([("one two ", "strong"), ("three", "quiet")], width=40)
    assert lines == [(("one two ", "strong"), ("three", "quiet"))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n\n b", "a b"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\u202eb", "a\\u202eb"),
        ("zero\u200bwidth", "zerowidth"),
        ("Erdoğan’s", "Erdoğan’s"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_instead(text, shown):
    assert visible(text) == shown


def test_cells_of_a_table_start_at_the_same_column():
    columns = (Column("one", 1), Column("two", 1))
    rows = [[[("short", "")], [("alpha beta gamma delta epsilon", "")]], [[("x", "")], [("y", "")]]]
    lines = [plain(line) for line in table(columns, rows, width=42)]
    assert lines == [
        "one                   two",
        "short                 alpha beta gamma",
        "                      delta epsilon",
        "x                     y",
    ]
