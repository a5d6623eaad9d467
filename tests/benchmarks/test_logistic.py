"""The classifier learns what can be learned, and is never asked about what it has seen."""

from __future__ import annotations

import pytest

from benchmarks.logistic import cross_validated, fit


def test_a_feature_that_tells_is_learned():
    rows = [["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"]] * 5
    learned = fit(rows, ["one", "one", "two", "two"] * 5, l2=0.1)
    assert learned.answers([["a"], ["b"], ["b", "never seen"]]) == ["one", "two", "two"]
    assert learned.chances([["a"]]).sum() == pytest.approx(1)


def test_without_features_the_commoner_class_is_answered_unless_balanced():
    rows, labels = [["always"]] * 10, ["common"] * 7 + ["rare"] * 3
    assert fit(rows, labels).answers([["always"]]) == ["common"]
    chances = fit(rows, labels, balance=1.0).chances([["always"]])
    assert chances[0, 0] == pytest.approx(0.5, abs=0.01)


def test_no_group_is_learned_from_and_asked_about():
    # each group has a feature of its own that tells all: outside the group it tells nothing
    rows = [[f"only {group}"] for group in range(10) for _ in range(3)]
    labels = [("odd", "even")[group % 2] for group in range(10) for _ in range(3)]
    groups = [str(group) for group in range(10) for _ in range(3)]
    answers = cross_validated(rows, labels, groups)
    assert answers != labels
    with pytest.raises(ValueError, match="two groups"):
        cross_validated(rows[:3], labels[:3], groups[:3])


def test_a_rule_that_holds_everywhere_is_found_across_groups():
    rows = [["good" if n % 2 else "bad"] for n in range(20)]
    labels = ["yes" if n % 2 else "no" for n in range(20)]
    assert cross_validated(rows, labels, [str(n // 2) for n in range(20)]) == labels
