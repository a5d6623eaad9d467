"""The words of `cues.csv`: who says it, and whether it happened."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_NONE: frozenset[str] = frozenset()


def cues(name: str, pos: str = "verb") -> frozenset[str]:
    """Return the lemmas of a class of cues.csv; pos: verb, noun, adj or adv; empty if none."""
    return _table().get((name, pos), _NONE)


@cache
def _table() -> Mapping[tuple[str, str], frozenset[str]]:
    text = files("tertius.reading").joinpath("cues.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    found: dict[tuple[str, str], set[str]] = {}
    for row in csv.DictReader(lines):
        found.setdefault((row["class"], row["pos"]), set()).update(row["lemmas"].split("|"))
    return {key: frozenset(lemmas) for key, lemmas in found.items()}
