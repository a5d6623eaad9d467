"""Sentences of one shape are found under other names and numbers."""

from __future__ import annotations

from benchmarks.shapes import shape, shape_figures
from tests.benchmarks.coded_texts import coded_report

HEAD = "conflict: lake-war\ndate: 1987-05-04\nmanner: wire\n\n@A state\n@B state\n\n"


def test_mentions_and_numbers_are_masked(tmp_path):
    report = coded_report(tmp_path, HEAD + "[A [B Sudria]'s foe] sent 1,200 men to [B Sudria].")
    assert shape(report, report.sentences[0]) == ("M", "sent", "N", "men", "to", "M")


def test_repeated_shapes_and_runs_are_counted(tmp_path):
    reports = [
        coded_report(tmp_path, HEAD + one, name=name)
        for name, one in (
            ("01", "[A Norland] sent 20 men.\nNot one of the old bridges was left, a guard said."),
            ("02", "[B Sudria] sent 300 men.\nNot one of the old bridges was left, [A he] knew."),
        )
    ]  # fmt: skip
    (whole, run), text = shape_figures(reports)
    assert (whole.value, whole.n, whole.is_met) == (0.5, 4, False)
    assert run.value == 0.5
    assert "in 2 reports: not one of the old bridges was left" in text
