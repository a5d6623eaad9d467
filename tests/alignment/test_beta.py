from __future__ import annotations

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.alignment.beta import quantile, share_below

SIZES = st.floats(0.5, 200)


@given(st.floats(0.001, 0.999), st.integers(1, 60), st.integers(1, 60))
def test_for_whole_numbers_it_is_a_binomial_tail(x, a, b):
    tail = sum(comb(a + b - 1, k) * x**k * (1 - x) ** (a + b - 1 - k) for k in range(a, a + b))
    assert share_below(x, a, b) == pytest.approx(tail, abs=1e-9)


@pytest.mark.parametrize(("a", "b"), [(1.7, 2.4), (2.2, 9.1), (31.3, 1.2), (14.6, 15.9)])
def test_it_agrees_with_the_area_under_the_density(a, b):
    middles = (np.arange(400_000) + 0.5) / 400_000
    density = middles ** (a - 1) * (1 - middles) ** (b - 1)
    area = np.cumsum(density) / density.sum()
    for q in (0.1, 0.5, 0.9):
        assert quantile(q, a, b) == pytest.approx(middles[np.searchsorted(area, q)], abs=1e-4)


@given(st.floats(0.01, 0.99), st.floats(0.5, 500))
def test_with_one_sided_evidence_the_quantile_has_a_closed_form(q, b):
    assert quantile(q, 1, b) == pytest.approx(1 - (1 - q) ** (1 / b), abs=1e-9)


@given(st.floats(0.01, 0.99), SIZES, SIZES)
def test_the_quantile_undoes_the_share(q, a, b):
    assert share_below(quantile(q, a, b), a, b) == pytest.approx(q, abs=1e-7)


@given(st.floats(0.01, 0.99), SIZES, SIZES)
def test_swapping_friends_and_foes_mirrors_the_quantile(q, a, b):
    assert quantile(q, a, b) == pytest.approx(1 - quantile(1 - q, b, a), abs=1e-7)


def test_thousands_of_reports_are_no_trouble():
    assert quantile(0.5, 30_000, 10_000) == pytest.approx(0.75, abs=1e-4)
