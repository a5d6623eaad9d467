"""Texts with the claims that a person found in them: the scheme gold-claims/2.

A folder holds text.txt and claims.json (or gold.json), or folders that do. docs/readers.md tells
the fields that count; others are left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tertius import exchange
from tertius.errors import TertiusError

NARRATOR = "NARRATOR"
FILES = ("claims.json", "gold.json")


class NoGoldError(TertiusError):
    """A folder without texts that a person has read."""

    def __init__(self, folder: str, reason: str) -> None:
        self.folder, self.reason = folder, reason
        super().__init__(f"{folder}: {reason}; name a folder that holds text.txt and claims.json")


@dataclass(frozen=True, slots=True)
class Party:
    """An entry of the alias table: an actor or a place under its names."""

    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    rolls_up_to: str | None = None  # the state or body that it stands for
    members: tuple[str, ...] = ()
    within: str | None = None  # the place that holds it
    scope: str | None = None  # "out": left aside


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence and its place, characters of the text."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SaidBy:
    """On whose word a claim is; NARRATOR is the report itself."""

    who: str = NARRATOR
    text: str | None = None
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The theater."""

    place: str | None = None
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """ISO dates, partial allowed."""

    start: str | None = None
    end: str | None = None
    tense: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its bound."""

    value: float | None = None
    op: str | None = "="
    op_accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """One relation that a person found."""

    id: str
    tier: str  # core or secondary
    sent: str
    source: str | None  # who acts
    target: str | None
    sign: int
    modality: str
    status: str = "firm"
    symmetric: bool = False
    sents: tuple[str, ...] = ()  # where a prediction may stand; (): in `sent`
    sign_accept: tuple[int, ...] = ()
    modality_accept: tuple[str, ...] = ()
    source_accept: tuple[str, ...] = ()
    target_accept: tuple[str, ...] = ()
    said_by: SaidBy = SaidBy()
    anonymous: bool = False
    theater: Place | None = None
    against: tuple[str | None, ...] | None = ()
    time: When | None = None
    quantity: tuple[Amount, ...] | None = ()

    @property
    def counts(self) -> bool:
        """Tell whether it must be found; others are neither a miss nor an error."""
        return self.tier == "core" and self.status == "firm"

    @property
    def signs(self) -> frozenset[int]:
        """The signs that are right."""
        return frozenset({self.sign, *self.sign_accept})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What a person found in one text."""

    sentences: tuple[Span, ...]
    aliases: dict[str, Party]
    claims: tuple[GoldClaim, ...]
    document: Any = field(default=None)  # may hold the date


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One text and what a person found in it."""

    name: str  # of its folder
    path: Path  # of the text
    published: str | None  # ISO; None: not told
    gold: Gold


def gold_texts(folder: Path) -> list[GoldText]:
    """Return the texts of a folder and the folders in it, sorted by name.

    Raises NoGoldError where there is none, BadJsonError where a file says what it cannot mean.
    """
    if not folder.is_dir():
        raise NoGoldError(str(folder), "is no folder")
    found = []
    for text in sorted(folder.rglob("text.txt")):
        listed = [text.with_name(name) for name in FILES if text.with_name(name).is_file()]
        if not listed:
            continue
        gold = exchange.decode(listed[0].read_bytes(), Gold, where=str(listed[0]))
        found.append(
            GoldText(name=text.parent.name, path=text, published=_date(text, gold), gold=gold)
        )
    if not found:
        raise NoGoldError(
            str(folder), "holds no text.txt with a claims.json or gold.json beside it"
        )
    return found


def _date(text: Path, gold: Gold) -> str | None:
    meta = text.with_name("meta.json")
    if meta.is_file():
        told: Any = exchange.decode(meta.read_bytes(), dict, where=str(meta))
        date = told.get("publication_date")
    else:
        date = gold.document.get("date") if isinstance(gold.document, dict) else None
    return date if isinstance(date, str) and date else None
