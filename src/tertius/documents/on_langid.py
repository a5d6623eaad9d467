"""The language of a text, by py3langid; its model takes about a second to load."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _identifier() -> Any:  # the library has no types
    from py3langid.langid import (  # type: ignore[import-untyped]
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def likeliest(text: str) -> tuple[str, float]:
    """Return the ISO 639-1 code and the probability, 0 to 1."""
    code, probability = _identifier().classify(text)
    return str(code), float(probability)
