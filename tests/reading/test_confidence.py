"""The confidence of claims: what it looks at, and that plainer evidence makes it higher."""

from __future__ import annotations

import math

import pytest

from tertius.reading.confidence import UNNAMED, confidence, features

PATTERNS = ("verb", "passive", "noun", "against", "event", "victims", "adj", "role", "suffix",
            "prefix", "regard")  # fmt: skip


def sure(
    pattern: str = "verb",
    sides: tuple[float, float] = (1.0, 1.0),
    words: int = 20,
    modality: str = "asserted",
) -> float:
    found = features(pattern, sides, words=words, modality=modality, attributed=False)
    return confidence(found)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_has_been_weighed(pattern: str) -> None:
    assert sure(pattern) != sure("a pattern that nobody has met")
    assert 0 < sure(pattern) < 1


def test_a_named_side_is_surer_than_a_described_one_and_that_than_none() -> None:
    named, described, unsaid = (sure(sides=(1.0, side)) for side in (1.0, 0.92, UNNAMED))
    assert named > described > unsaid
    assert sure(sides=(0.92, 1.0)) == described


def test_it_is_the_logistic_curve_of_the_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    from tertius.reading import confidence as module

    monkeypatch.setattr(module, "_weights", lambda: {"": 0.5, "words over 30, in tens": -0.25})
    assert confidence({"": 1.0, "words over 30, in tens": 2.0, "unknown": 9.0}) == 0.5
    assert confidence({"": 1.0}) == round(1 / (1 + math.exp(-0.5)), 3)


def test_only_words_beyond_thirty_count() -> None:
    long, short = (
        features("verb", (1.0, 1.0), words=n, modality="denied", attributed=True) for n in (45, 30)
    )
    assert long["words over 30, in tens"] == 1.5
    assert short["words over 30, in tens"] == 0.0
    assert short["attributed"] == 1.0
    assert "modality denied" in short
