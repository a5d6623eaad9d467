"""Fitting the confidence of claims, on rows whose answer is known."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from training.confidence.fit import Recorder, Row, fitted, shown, table


def rows(kind: str, right: int, wrong: int) -> list[Row]:
    return [Row("train", {"": 1.0, kind: 1.0}, n < right) for n in range(right + wrong)]


def test_the_curve_gives_the_share_that_was_right() -> None:
    names = ["", "a", "b"]
    found = [*rows("a", 900, 100), *rows("b", 300, 700)]
    w = fitted(found, names)
    chance = 1 / (1 + np.exp(-np.array([w[0] + w[1], w[0] + w[2]])))
    assert chance == pytest.approx([0.9, 0.3], abs=0.01)  # a little less for the ridge


def test_few_rows_are_pulled_together() -> None:
    w = fitted([*rows("a", 2, 0), *rows("b", 50, 50)], ["", "a", "b"])
    assert 0.5 < 1 / (1 + np.exp(-(w[0] + w[1]))) < 0.85


def test_thresholds_rise_and_hold_what_they_promise() -> None:
    sure = np.repeat([0.9, 0.6, 0.3], 40)
    right = np.concatenate([np.arange(40) < 36, np.arange(40) < 24, np.arange(40) < 4])
    made = table(sure, right)
    assert made[-1] == {"precision": 0.9, "threshold": 0.9}
    assert {"precision": 0.75, "threshold": 0.6} in made
    for one, other in pairwise(made):
        assert one["threshold"] < other["threshold"]
        assert one["precision"] < other["precision"]
    for row in made:
        assert right[sure >= row["threshold"]].mean() >= row["precision"]


def test_the_recorder_leads_from_a_claim_back_to_its_features() -> None:
    recorder = Recorder()
    numbers = [recorder({"n": float(n)}) for n in range(3)]
    assert recorder.features(numbers[1]) == {"n": 1.0}
    assert recorder.features(0.8 * numbers[1]) is None


def test_the_table_shows_bins() -> None:
    text = shown(np.array([0.62, 0.66]), np.array([True, False]))
    assert "0.6-0.7    2  0.64  0.50" in text
