"""The Beta distribution, as much of it as an interval needs; no library, a few digits of error."""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log, log1p
from typing import Final

DIGITS: Final = 1e-12  # of the continued fraction
STEPS: Final = 500  # of it; 30 do for a few thousand reports
HALVINGS: Final = 60  # of the interval, finer than a double near 1
TINY: Final = 1e-300


def share_below(x: float, a: float, b: float) -> float:
    """Return how much of Beta(a, b) lies below x: the regularised incomplete beta function.

    By the continued fraction of Lentz as in Numerical Recipes, section 6.4.

    >>> round(share_below(0.5, 3, 3), 6)
    0.5
    """
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1.0 - front * _fraction(1 - x, b, a) / b


@lru_cache(maxsize=4096)
def quantile(q: float, a: float, b: float) -> float:
    """Return the point below which a share q of Beta(a, b) lies.

    >>> round(quantile(0.25, 1, 1), 6)
    0.25
    """
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if share_below(middle, a, b) < q:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1.0 / _away_from_0(1.0 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1.0 / _away_from_0(1.0 + term * d)
            c = _away_from_0(1.0 + term / c)
            value *= c * d
        if abs(c * d - 1.0) < DIGITS:
            break
    return value


def _away_from_0(value: float) -> float:
    return value if abs(value) > TINY else TINY
