"""What the tables count on coded reports, against counting by hand."""

from __future__ import annotations

import pytest

from benchmarks.devices import device_figures, devices, trigger_classes
from benchmarks.graded import (
    by_sentence,
    direction_row,
    figures,
    graded,
    modality_row,
    pair_row,
    slot_row,
    source_row,
)
from benchmarks.reliability import reliability, reliability_row
from tertius.gazetteer import Gazetteer
from tests.benchmarks.coded_texts import Flat, Told, coded_report
from training.corpus.as_gold import coded_gold
from training.corpus.documents import document_of

ROWS = [
    ("accuses", "Norland", -1, "Sudria"),  # right
    ("arming", "rebels", 1, "Sudria"),  # right pair, turned round, not said to be denied
    ("troops shot", "Norland", 1, "insurgents"),  # wrong sign
    ("wants an alliance", "Sudria", 1, "Westria"),  # right, on an aide's word, against Norland
    ("The raid", "fighters", -1, "Norland"),  # weak: aside
]
MORE = {
    "accuses": {"confidence": 0.9},
    "arming": {"confidence": 0.3},
    "wants an alliance": {
        "sources": ("a/aide",), "against": "a/n", "symmetric": True, "attitude": "desire",
        "words": (("source0", "an aide"), ("against", "Norland")),
    },
    "troops shot": {"relation": "aids", "confidence": 0.25},
}  # fmt: skip


@pytest.fixture
def report(tmp_path):
    return coded_report(tmp_path)


@pytest.fixture
def one(report):
    gazetteer = Gazetteer.load()
    return graded(
        document_of(report), coded_gold(report), reader=Told(ROWS, MORE), gazetteer=gazetteer
    )


def test_pair_and_sign_count_firm_claims(one):
    # gold: accuses, arms, kills, aligned-with, supports; found: three of them, one wrong
    assert pair_row(one) == [3, 4, 5]
    assert len(one.scored.turned) == 1


def test_direction_leaves_mutual_relations_out(one):
    assert direction_row(one) == [1, 2]


def test_modalities_are_counted_by_class(one):
    # asserted: 2 right, 3 found, 2 gold; denied: none found, 1 gold
    assert modality_row(one) == [2, 3, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0]


def test_speakers_are_counted_apart_from_the_report_itself(one):
    # gold has Norland (of "arms") and the aide; only the aide is given, and he is right
    assert source_row(one) == [1, 1, 2]


def test_slots_are_judged_where_gold_or_reader_has_them(one):
    assert slot_row(one, "against") == [1, 1]
    assert slot_row(one, "theater") == [0, 0]


def test_sentences_sum_to_the_report(one):
    rows = [pair_row(part) for part in by_sentence(one)]
    assert [sum(column) for column in zip(*rows, strict=True)] == pair_row(one)
    assert len(rows) == 4


def test_the_figures_of_a_set_are_those_of_its_sums(one):
    found = {figure.name: figure for figure in figures([one], aims={"pair+sign F1": 0.5})}
    assert found["pair+sign precision"].value == 0.75
    assert found["pair+sign recall"].value == 0.6
    assert found["pair+sign F1"].value == pytest.approx(2 * 3 / 9)
    assert found["pair+sign F1"].is_met
    assert found["source F1"].value == pytest.approx(2 / 3)
    assert found["theater"].value is None


def test_devices_follow_from_codes_and_words(report):
    found = {
        (at, n): devices(report, at, claim, None)
        for at, sentence in enumerate(report.sentences)
        for n, claim in enumerate(sentence.claims)
    }
    assert found[0, 1] == ["denied", "attributed", "damaged text", "headline"]
    assert found[1, 0] == ["damaged text"]  # "its troops" names the army
    assert found[2, 0] == ["wish", "attributed", "anonymous", "against", "symmetric",
                           "party: a pronoun", "damaged text"]  # fmt: skip
    assert found[3, 0] == ["-backed compound", "damaged text"]
    assert found[3, 1] == ["forecast", "party: only in an earlier sentence", "damaged text"]


def test_the_class_of_a_trigger_is_that_of_its_highest_word(report):
    classes = {"accuses": "VERB", "arming": "VERB", "shot": "VERB", "wants": "VERB",
               "alliance": "NOUN", "lasted": "VERB", "raid": "NOUN", "backed": "ADJ"}  # fmt: skip
    assert trigger_classes(report, Flat(classes)) == {
        (0, 0): "verb", (0, 1): "verb", (1, 0): "verb", (2, 0): "noun", (3, 0): "adjective",
        (3, 1): "noun",
    }  # fmt: skip


def test_recall_by_device_counts_firm_claims_only(report, one):
    found = {figure.name: figure for figure in device_figures([report], [one], Flat({}))}
    assert found["attributed: recall"].n == 2
    assert found["attributed: recall"].value == 1.0
    assert found["-backed compound: recall"].value == 0.0
    assert found["forecast: recall"].value is None  # its one claim is weak
    # headline sentence: both found, nothing wrong
    assert found["headline: recall"].note == "F1 of their sentences 1.00"


def test_confidence_is_compared_with_what_is_right(one):
    # right: .9, .3 and .5 (the alliance); wrong: .25; the weak one is aside
    assert reliability_row(one) == pytest.approx(
        [0, 0, 0, 1, 0.55, 2, 1, 0.5, 1, 0, 0, 0, 1, 0.9, 1]
    )
    found = {figure.name: figure for figure in reliability([one])}
    assert found["calibration error"].value == pytest.approx((0.45 + 0.5 + 0.1) / 4)
    assert found["right of those from 0.2 to 0.4"].value == 0.5
    assert found["right of those from 0.2 to 0.4"].note == "mean confidence 0.28"
    assert found["right of those from 0.0 to 0.2"].value is None
