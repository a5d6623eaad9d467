"""How sure a claim of the rules is: a logistic curve fitted to coded reports.

Of all claims at .7, seven in ten should be those of a careful reader. What counts is how the
relation was found, how its sides are named, and how long and roundabout the sentence is.
Weights and recipe: training/confidence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

LONG = 30  # words; each further ten count once
UNNAMED = 0.8  # of a side that is not said, beside 1 for a name (Side.sure)


def features(
    pattern: str, sides: tuple[float, float], *, words: int, modality: str, attributed: bool
) -> dict[str, float]:
    """Return what the curve looks at, by name.

    pattern: of Predication. sides: how plainly each party is named, 1 for a name.
    words: length of the sentence.
    """
    return {
        "": 1.0,
        f"pattern {pattern}": 1.0,
        "described side": float(min(sides) < 0.95),
        "pronoun or unsaid side": float(min(sides) < 0.85),
        "words over 30, in tens": max(0, words - LONG) / 10,
        "attributed": float(attributed),
        f"modality {modality}": 1.0,
    }


def confidence(found: Mapping[str, float]) -> float:
    """Return the share of such claims that are right, 0 to 1, to three digits."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in sorted(found.items()))
    return round(1 / (1 + exp(-total)), 3)


@cache
def _weights() -> Mapping[str, float]:
    text = files("tertius.reading").joinpath("weights", "confidence.json").read_text("utf-8")
    kept: Mapping[str, float] = json.loads(text)["weights"]
    return kept
