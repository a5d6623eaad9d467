"""Figures are sums put into a measure, with an interval over the rows that were summed."""

from __future__ import annotations

import doctest
from importlib import import_module
from math import isnan

import pytest

from benchmarks.figures import (
    Figure,
    Table,
    confusion,
    f1,
    figure,
    interval,
    macro_f1,
    markdown,
    plain,
    share,
    summed,
)


def test_a_figure_is_the_measure_of_the_sum_not_the_mean_of_the_rows():
    found = figure("x", [[1, 1], [0, 3]], share, n=4)
    assert found.value == 0.25
    assert (found.low, found.high) == (0.0, 1.0)  # drawn twice the one, or twice the other
    assert found.over == "documents"


def test_an_interval_narrows_with_more_rows():
    few = interval([[1, 1], [0, 1]] * 5, share)
    many = interval([[1, 1], [0, 1]] * 500, share)
    assert few is not None
    assert many is not None
    assert few[0] < many[0] < 0.5 < many[1] < few[1]


def test_an_interval_is_the_same_in_every_run():
    rows = [[n % 3, 3] for n in range(20)]
    assert interval(rows, share) == interval(rows, share)


def test_draws_without_anything_to_measure_are_left_out():
    assert interval([[1, 1], [0, 0]], share) == (1.0, 1.0)


def test_one_row_has_no_interval():
    assert interval([[1, 2]], share) is None
    assert figure("x", [[1, 2]], share, n=2).low is None


@pytest.mark.parametrize("rows", [[], [[0, 0]]])
def test_nothing_to_measure_is_no_value(rows):
    assert figure("x", rows, share, n=0, aim=0.5).value is None
    assert figure("x", rows, share, n=0, aim=0.5).is_met is None


def test_macro_f1_is_the_mean_of_the_classes_that_gold_has():
    rows = [confusion(("a", "b", "c"), *pair) for pair in ("aa", "ab", "bb", "ac")]
    # a: 1 right, 1 found, 3 gold: .5; b: 1 right, 2 found, 1 gold: 2/3; c: no gold
    assert macro_f1(summed(rows, 9)) == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert isnan(macro_f1([0, 2, 0]))


def test_f1_of_right_found_and_gold():
    assert f1([2, 3, 5]) == 0.5
    assert isnan(f1([0, 0, 0]))


@pytest.mark.parametrize(
    ("value", "at_most", "met"), [(0.8, False, True), (0.79, False, False), (0.79, True, True)]
)
def test_an_aim_is_a_bound_from_below_or_above(value, at_most, met):
    assert Figure(name="x", value=value, aim=0.8, at_most=at_most).is_met is met


def test_what_quotes_the_texts_is_printed_but_never_written_down():
    table = Table(name="t", title="Title", figures=(Figure(name="x", value=0.5, n=3, aim=0.6),),
                  text="words of somebody")  # fmt: skip
    assert "words of somebody" in plain(table)
    assert "words of somebody" not in markdown(table)
    assert "| x | 3 | 0.500 | - | 0.6 NO |  |" in markdown(table)


def test_a_table_without_its_set_says_why():
    table = Table(name="t", title="Title", skipped="a folder is missing")
    assert "left out: a folder is missing" in plain(table)
    assert "Left out: a folder is missing" in markdown(table)


@pytest.mark.parametrize(
    "name", ["damage", "figures", "petrarch", "places", "reliability", "speed"]
)
def test_examples_of_the_docstrings_hold(name):
    done = doctest.testmod(import_module(f"benchmarks.{name}"))
    assert done.attempted > 0
    assert done.failed == 0
