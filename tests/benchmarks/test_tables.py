"""The tables put a name, a set and a measure together."""

from __future__ import annotations

import pytest

from benchmarks import tables
from benchmarks.tables import Bench, measured, subjects
from tests.benchmarks.coded_texts import REPORT, Told, coded_report
from tests.comparison.texts import FOUND, gold, written
from training.corpus import agreement


@pytest.fixture
def bench(tmp_path, monkeypatch):
    report = coded_report(tmp_path)
    monkeypatch.setattr(tables, "reports", lambda part: [report] if part != "dev" else [])
    bench = Bench(tmp_path)
    bench.__dict__["reader"] = Told([("accuses", "Norland", -1, "Sudria")], {})
    return bench


def named(table):
    return {figure.name: figure for figure in table.figures}


def test_coded_reports_are_scored_as_a_whole_and_by_conflict(bench):
    found = named(measured("corpus", bench))
    assert found["pair+sign F1"].value == pytest.approx(2 / 6)
    assert found["lake-war: pair+sign F1"].value == pytest.approx(2 / 6)
    assert found["lake-war: pair+sign F1"].note == "P 1.00 R 0.20"


def test_agreement_is_that_of_the_reports_coded_twice(bench, monkeypatch):
    monkeypatch.setattr(tables.agreement, "both", lambda: iter(()))
    assert measured("agreement", bench).skipped
    report = bench.coded[0]
    monkeypatch.setattr(tables.agreement, "both", lambda: iter([(report, report)]))
    found = named(measured("agreement", bench))
    assert found["pair+sign F1"].value == 1
    assert found["pair+sign F1"].n == 10  # five firm claims of each coder
    assert found["sign of a pair in a sentence: kappa"].value == 1
    assert agreement.agreed(report, report).firm == 10


def test_subjects_of_damage_are_texts_with_their_headlines(bench, tmp_path):
    text = "A headline\n\nChad attacked Togo. Peru condemned Bolivia. Togo praised Peru."
    written(tmp_path / "gold" / "articles" / "one", gold(*FOUND, text=text), text=text)
    article, report = subjects(bench)
    assert article.document.text[slice(*article.headline)] == "A headline"
    assert article.document.published == "2024-05-10"
    assert report.document.text[slice(*report.headline)].startswith("Norland accuses Sudria")


def test_a_report_without_a_headline_has_none_to_damage(tmp_path, monkeypatch):
    report = coded_report(tmp_path, REPORT.replace("title-line: yes\n", ""))
    monkeypatch.setattr(tables, "reports", lambda part: [report] if part == "dev" else [])
    (subject,) = subjects(Bench(tmp_path))
    assert subject.headline is None


def test_a_set_that_cannot_be_decoded_leaves_its_table_out(tmp_path):
    path = tmp_path / "data" / "reading" / "re3d" / "Ministry"
    path.mkdir(parents=True)
    (path / "documents.json").write_text("{not json")
    assert measured("re3d", Bench(tmp_path)).skipped.startswith(f"{path.parent}: ")
