from __future__ import annotations

import re
from pathlib import Path

import pytest

from tertius.report import words
from tertius.report.brief import Brief
from tertius.report.terminal import STYLES, coloured
from tertius.report.text import MOST_ANSWERS, lines, text
from tests.by_hand import SmallGazetteer, Story, reading

HERE = Path(__file__).parent
HEADS = [
    "Answers, the strongest first",
    "What is denied",
    "What is forecast, and by whom",
    "What is only supposed, feared or threatened",
    "Claims, with the words they rest on",
    "What could not be read",
]


@pytest.mark.parametrize("width", [60, 100, 200])
def test_the_brief_is_the_one_that_was_looked_at(brief, width):
    golden = HERE / f"brief_{width}.txt"
    assert text(brief, width=width) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 119, 120, 200])
def test_no_line_is_wider_than_asked(brief, width):
    assert max(len(line) for line in text(brief, width=width).splitlines()) <= width


@pytest.mark.parametrize("width", [60, 100, 200])
def test_the_parts_come_in_their_order(brief, width):
    found = [line for line in text(brief, width=width).splitlines() if line in HEADS]
    assert found == HEADS


@pytest.mark.parametrize("width", [60, 100, 200])
def test_every_quote_stands_whole_in_the_brief(brief, width):
    shown = " ".join(text(brief, width=60).split())
    for claim in brief.claims:
        said = " ".join(claim.quote.replace("\x07", "\\x07").split())
        assert f"“{said}”" in shown


def test_nothing_that_a_terminal_obeys_comes_out(brief):
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", text(brief))


def test_a_date_that_the_user_gave_is_marked(brief):
    assert "The Plain Mail · 27 December 2014 (given by you)" in " ".join(text(brief).split())


def test_an_unknown_date_and_a_copy_are_said(with_copy):
    assert "outlet unknown · date unknown · copy of 1" in text(with_copy)


def test_what_a_copy_repeats_is_told_once_and_counted(with_copy, brief):
    shown = text(with_copy)
    assert shown.count("Marshal Oda [wished]") == 1
    assert "7 claims of copies say the same (--all)" in shown
    assert text(with_copy, every=True).count("Marshal Oda [wished]") == 2


def test_denial_and_hostility_stand_beside_the_answer(brief):
    shown = text(brief)
    answer = shown[shown.index("± mixed    Norland – Westmark, overall") :]
    assert answer.startswith("± mixed    Norland – Westmark, overall: aligned in Quarry; opposed")
    assert "hostile: the report [2, 3]" in answer
    assert "denied: Westmark government [4]" in answer


def test_an_unnamed_speaker_is_called_so(brief):
    assert "knows the court (not named)" in " ".join(text(brief).split())


def many_pairs(number: int) -> Brief:
    story = Story()
    for place in range(number):
        story.says("NOR", "attacks", story.describe(f"band {place:02}", place + 1))
    return Brief.of(reading(story), SmallGazetteer())


def test_a_long_list_of_answers_is_counted_out():
    shown = text(many_pairs(MOST_ANSWERS + 9))
    assert shown.count("× opposed") == MOST_ANSWERS
    assert "and 9 more (--all)" in shown
    assert text(many_pairs(MOST_ANSWERS + 9), every=True).count("× opposed") == 21
    assert "more (--all)" not in text(many_pairs(MOST_ANSWERS))


def test_an_overall_row_that_says_nothing_new_is_left_out(brief):
    shown = text(brief)
    assert "Sudland – Westmark, in Sudland" in shown
    assert "Sudland – Westmark, overall" not in shown


def test_a_report_without_claims_says_so():
    shown = text(Brief.of(reading(Story(text="Rain fell.")), SmallGazetteer()))
    assert "1 report read, 0 claims found" in shown
    assert "No claim about who stands with whom was found." in shown


def test_a_sign_is_told_by_glyph_and_word_as_well_as_colour():
    assert len(set(words.GLYPHS.values())) == len(set(words.SIGNS.values())) == 4
    assert len({STYLES[sign] for sign in words.SIGNS}) == 4


def test_every_style_of_the_page_has_a_colour_scheme(brief, with_copy):
    used = {
        style for one in (brief, with_copy) for line in lines(one, width=160) for _, style in line
    }
    assert used <= STYLES.keys()


@pytest.mark.parametrize("width", [60, 100, 160])
def test_on_a_terminal_the_words_are_the_same(brief, monkeypatch, width):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = coloured(brief, width=width)
    assert "\x1b[" in shown
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    plain = text(brief, width=width)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()
