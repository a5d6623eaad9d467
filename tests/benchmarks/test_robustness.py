"""Damage moves the gold along, and only what the reader loses counts."""

from __future__ import annotations

import pytest

from benchmarks.damage import (
    CONFUSED,
    OCR_SHARE,
    capital_headline,
    no_apostrophes,
    no_quotes,
    scanned,
    small_headline,
    spoilt,
)
from benchmarks.robustness import Subject, damaged, points_lost, robustness
from tertius.gazetteer import Gazetteer
from tests.benchmarks.coded_texts import Told, coded_report
from training.corpus.as_gold import coded_gold
from training.corpus.documents import document_of

TEXT = "Norland's foe\n\nSudria's army said “no”. 'We won't,' he said of the rebels' raid."


def after(damage, text=TEXT, headline=(0, 13)):
    return spoilt(text, damage(text, headline)).text


def test_each_damage_does_what_it_says():
    assert after(no_apostrophes) == (
        "Norlands foe\n\nSudrias army said “no”. 'We wont,' he said of the rebels raid."
    )
    assert after(no_quotes) == (
        "Norland's foe\n\nSudria's army said no. We won't, he said of the rebels' raid."
    )
    assert after(small_headline).startswith("norland's foe\n\nSudria's")
    assert after(capital_headline).startswith("NORLAND'S FOE\n\nSudria's")
    assert after(small_headline, headline=None) == TEXT


def test_a_scan_confuses_one_character_in_a_hundred_the_same_way_each_time():
    text = "The rebels of the morning held 10 of all towns. " * 40
    edits = scanned(text, None)
    assert len(edits) == round(OCR_SHARE * len(text))
    assert edits == scanned(text, None)
    assert all(CONFUSED[text[start:end]] == new for start, end, new in edits)


def test_places_move_with_the_text():
    spoil = spoilt("abcdef", [(1, 2, ""), (3, 4, "XYZ")])
    assert spoil.text == "acXYZef"
    assert [spoil.place(n) for n in range(7)] == [0, 1, 1, 2, 5, 6, 7]
    assert spoil.text[slice(*spoil.span(4, 6))] == "ef"
    assert spoilt("abc", [(0, 2, "x"), (1, 3, "y")]).text == "xc"  # the earlier edit stands


@pytest.fixture
def subject(tmp_path):
    report = coded_report(tmp_path)
    first = report.sentences[0]
    return Subject(
        document=document_of(report), gold=coded_gold(report), headline=(first.start, first.end)
    )


def test_gold_sentences_and_names_follow_the_damage(subject):
    text = subject.document.text
    spoil = damaged(
        subject, lambda text, _: [(text.find("Westria") + 3, text.find("Westria") + 4, "7")]
    )
    assert "Wes7ria" in spoil.document.text
    assert "Wes7ria" in spoil.gold.aliases["WES"].also
    assert "Westria" in spoil.gold.aliases["WES"].names
    assert spoil.gold.sentences == subject.gold.sentences  # nothing grew or shrank
    longer = damaged(subject, lambda text, _: [(0, 0, ">> ")])
    old, new = subject.gold.sentences[-1], longer.gold.sentences[-1]
    assert longer.document.text[new.start : new.end] == text[old.start : old.end]


def test_points_lost_are_those_of_f1():
    assert points_lost([2, 2, 2, 1, 2, 2]) == pytest.approx(50)
    assert points_lost([1, 2, 2, 2, 2, 2]) == pytest.approx(-50)


def test_a_reader_loses_what_it_no_longer_finds(subject):
    """It reads "accuses" in small letters only, and nothing that a scanner has touched."""
    reader = Told([("accuses", "Norland", -1, "Sudria")], {})
    found = {
        one.name: one for one in robustness([subject], reader=reader, gazetteer=Gazetteer.load())
    }
    whole = found["as they are: pair+sign F1"]
    assert whole.value == pytest.approx(2 * 1 / (1 + 5))
    assert found["headline in capitals: points lost"].value == pytest.approx(100 * whole.value)
    assert found["headline in capitals: points lost"].is_met is False
    assert found["headline in capitals: points lost"].note == (
        "another count in 1 of 1 reports; headlines alone F1 0.67, then 0.00"
    )
    assert found["headline in small letters: points lost"].value == 0
