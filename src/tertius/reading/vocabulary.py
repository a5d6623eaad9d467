"""The words of the field: relations, their families, and the words that carry them in text.

`relations.csv` and `triggers.csv` beside this file are edited without Python; see
docs/reading.md. Families follow the material/verbal split of CAMEO and PLOVER, with sponsorship
and shared enmity kept apart because alignment asks for them.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from tertius.records import Sign

Family = Literal[
    "coordinate", "share-enemy", "support", "command", "talk", "approve",
    "fight", "coerce", "criticise", "presence",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A word of relations.csv."""

    name: str
    family: Family
    sign: Sign
    symmetric: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a lemma can mean, and where its two parties stand."""

    relation: str
    pos: str  # verb, noun, role, adj, suffix, prefix
    actor: str  # "subj", or for a role "self" or "other", or "reverse"
    recipient: tuple[str, ...]  # "obj", "iobj", "poss", "pre" or a preposition, in order of choice
    needs: str  # a condition of `predicates.NEEDS`; "" none


@cache
def relations() -> Mapping[str, Relation]:
    """Return every relation by its name."""
    return {
        row["relation"]: Relation(
            name=row["relation"],
            family=row["family"],  # type: ignore[arg-type]
            sign=_sign(row["sign"]),
            symmetric=row["symmetric"] == "yes",
            meaning=row["meaning"],
        )
        for row in _rows("relations.csv")
    }


@cache
def triggers() -> Mapping[tuple[str, str], tuple[Trigger, ...]]:
    """Return for each (pos, lemma) what it can mean; a lemma of two words is one string."""
    found: dict[tuple[str, str], list[Trigger]] = {}
    for row in _rows("triggers.csv"):
        trigger = Trigger(
            relation=row["relation"],
            pos=row["pos"],
            actor=row["actor"],
            recipient=tuple(row["recipient"].split("|")),
            needs=row["needs"],
        )
        for lemma in row["lemmas"].split("|"):
            known = found.setdefault((row["pos"], lemma), [])
            if trigger not in known:
                known.append(trigger)
    return {key: tuple(value) for key, value in found.items()}


def relation(name: str) -> Relation:
    """Return a relation; KeyError if relations.csv has no such word."""
    return relations()[name]


def family(name: str) -> Family:
    """Return the family of a relation.

    >>> family("sanctions")
    'coerce'
    """
    return relations()[name].family


@cache
def condition(name: str) -> frozenset[str]:
    """Return the lemmas of a condition of conditions.csv."""
    for row in _rows("conditions.csv"):
        if row["condition"] == name:
            return frozenset(row["lemmas"].split("|"))
    raise KeyError(name)


def _sign(text: str) -> Sign:
    return {"1": 1, "-1": -1, "0": 0}[text]  # type: ignore[return-value]


def _rows(name: str) -> list[dict[str, str]]:
    text = files("tertius.reading").joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines))
