"""The copies that speed is measured on differ in their names, and in nothing else."""

from __future__ import annotations

from benchmarks.timing import NAMES, SAMPLE, copy


def test_a_copy_turned_by_nothing_is_the_text():
    text = SAMPLE.read_text("utf-8")
    assert copy(text, 0) == text
    assert copy(text, len(NAMES)) == text


def test_a_copy_tells_of_other_states():
    assert copy("Iran and Saudi Arabia", 1) == "Yemen and Turkey"
