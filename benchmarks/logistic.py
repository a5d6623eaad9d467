"""A small classifier for sets that come with answers, scored on what it has not learned from.

Multinomial logistic regression on named features, with an L2 penalty, by Adam (Kingma and Ba 2015)
on all rows at once: no randomness, the same rows give the same answers.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

STEPS = 120
RATE = 0.1
L2 = 1.0  # of the sum of losses
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Classifier:
    """Weights by feature and class."""

    features: dict[str, int]
    classes: tuple[str, ...]
    weights: Array  # features x classes

    def chances(self, rows: Sequence[Sequence[str]]) -> Array:
        """Return the chance of each class for each row; unknown features are left out."""
        return _softmax(_summed(*_flat(rows, self.features), len(rows), self.weights))

    def answers(self, rows: Sequence[Sequence[str]]) -> list[str]:
        """Return the likeliest class of each row."""
        return [self.classes[at] for at in self.chances(rows).argmax(1)]


def fit(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    *,
    l2: float = L2,
    balance: float = 0.0,
) -> Classifier:
    """Learn from rows of features.

    balance: 0 counts each row once, 1 each class alike.
    """
    import numpy as np

    classes = tuple(sorted(set(labels)))
    features = {name: n for n, name in enumerate(sorted({f for row in rows for f in row}))}
    where, columns = _flat(rows, features)
    wanted = np.zeros((len(rows), len(classes)))
    wanted[np.arange(len(rows)), [classes.index(label) for label in labels]] = 1
    share = wanted.mean(0) * len(classes)
    weight: Array = (wanted @ (share**-balance))[:, None]
    weights: Array = np.zeros((len(features), len(classes)))
    first: Array = np.zeros_like(weights)
    second: Array = np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        error = (_softmax(_summed(where, columns, len(rows), weights)) - wanted) * weight
        slope: Array = np.stack(
            [
                np.bincount(columns, weights=error[where, c], minlength=len(features))
                for c in range(len(classes))
            ],
            axis=1,
        )
        slope = (slope + l2 * weights) / len(rows)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        ahead = first / (1 - 0.9**step)
        weights -= RATE * ahead / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return Classifier(features, classes, weights)


def cross_validated(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    groups: Sequence[str],
    *,
    folds: int = FOLDS,
    l2: float = L2,
    balance: float = 0.0,
) -> list[str]:
    """Return an answer for each row by a classifier that has seen no row of its group."""
    names = sorted(set(groups))
    random.Random(0).shuffle(names)
    fold_of = {name: at % folds for at, name in enumerate(names)}
    answers = [""] * len(rows)
    for fold in range(min(folds, len(names))):
        inside = [n for n, group in enumerate(groups) if fold_of[group] == fold]
        outside = [n for n, group in enumerate(groups) if fold_of[group] != fold]
        if not outside:
            raise ValueError("cross-validation needs rows of two groups or more")
        learned = fit(
            [rows[n] for n in outside], [labels[n] for n in outside], l2=l2, balance=balance
        )
        for n, answer in zip(inside, learned.answers([rows[n] for n in inside]), strict=True):
            answers[n] = answer
    return answers


def _flat(rows: Sequence[Sequence[str]], features: dict[str, int]) -> tuple[Array, Array]:
    """Return the row and the column of each feature that is known."""
    import numpy as np

    pairs = [(n, features[f]) for n, row in enumerate(rows) for f in row if f in features]
    flat = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return flat[:, 0], flat[:, 1]


def _summed(where: Array, columns: Array, count: int, weights: Array) -> Array:
    """Return for each row the sum of the weights of its features."""
    import numpy as np

    return np.stack(
        [
            np.bincount(where, weights=weights[columns, c], minlength=count)
            for c in range(weights.shape[1])
        ],
        axis=1,
    )


def _softmax(scores: Array) -> Array:
    import numpy as np

    wide = np.exp(scores - scores.max(1, keepdims=True))
    found: Array = wide / wide.sum(1, keepdims=True)
    return found
