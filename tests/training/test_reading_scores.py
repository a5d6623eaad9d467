"""The arithmetic of the scores on annotated sets."""

from __future__ import annotations

import pytest

from training.reading_scores import scored, sign_macro, token_f1


def test_macro_is_the_mean_of_what_happened_and_what_did_not() -> None:
    # 6 of 8 said to have happened did, of 7 that did; 1 of 2 said not to did not, of 3
    found = sign_macro([6, 8, 7, 1, 2, 3])
    assert found["happened"] == pytest.approx(12 / 15)
    assert found["not"] == pytest.approx(2 / 5)
    assert found["macro"] == pytest.approx((12 / 15 + 2 / 5) / 2)
    assert found["n"] == 10


def test_speakers_and_what_is_said_are_scored_apart() -> None:
    found = token_f1([2, 4, 2, 9, 9, 18])
    assert found["source"] == pytest.approx(4 / 6)
    assert (found["source_precision"], found["source_recall"]) == (0.5, 1.0)
    assert found["content"] == pytest.approx(18 / 27)


def test_an_interval_holds_its_figure_and_is_the_same_each_time() -> None:
    rows = [[right, 10, 10, 5, 9, 8] for right in range(3, 10)]
    found = scored(rows, token_f1)
    low, high = found["interval"]["source"]  # type: ignore[index]
    assert low < found["source"] < high  # type: ignore[operator]
    assert found == scored(rows, token_f1)


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    found = scored([[1, 2, 3, 4, 5, 6]] * 4, token_f1)
    low, high = found["interval"]["content"]  # type: ignore[index]
    assert low == high == found["content"]
