"""A reader's claim in the terms of the alias table of its text."""

from __future__ import annotations

from dataclasses import dataclass

from tertius.comparison.aliases import Aliases
from tertius.comparison.gold import NARRATOR, Span
from tertius.records import Claim, Quantity
from tertius.report.names import Names, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """One claim of a reader; parties by the ids of the alias table, None: not in it."""

    claim: Claim
    said: str  # the claim in a few words
    actor: str | None
    recipient: str | None
    names: tuple[str | None, str | None]  # of actor and recipient; None: not said
    sources: tuple[str | None, ...]
    source_names: tuple[str, ...]
    theater: str | None
    against: str | None
    sentences: frozenset[str]

    @property
    def lacks_one(self) -> bool:
        """Tell whether just one of the two parties is not said."""
        return (self.names[0] is None) != (self.names[1] is None)


def predicted(
    claim: Claim, names: Names, aliases: Aliases, sentences: tuple[Span, ...]
) -> Predicted:
    """Return a claim as it is scored: by the words of the text, else by the usual name."""

    def name(id: str | None, slot: str, *, place: bool = False) -> str | None:
        if id is None:
            return None
        return wording(claim, slot) or (names.theater(id) if place else names.actor(id))

    actor, recipient = name(claim.actor, "actor"), name(claim.recipient, "recipient")
    speakers = tuple(name(id, f"source{n}") or "" for n, id in enumerate(claim.sources))
    start, end = claim.span or (0, 0)
    return Predicted(
        claim=claim,
        said=f"{actor or '(not said)'} {claim.relation} {recipient or '(not said)'}"
        + ("" if claim.modality == "asserted" else f" [{claim.modality}]"),
        actor=aliases.resolve(actor),
        recipient=aliases.resolve(recipient),
        names=(actor, recipient),
        sources=tuple(aliases.resolve(one) for one in speakers) or (NARRATOR,),
        source_names=speakers,
        theater=aliases.resolve(name(claim.theater, "theater", place=True)),
        against=aliases.resolve(name(claim.against, "against")),
        sentences=frozenset(s.id for s in sentences if start < s.end and s.start < end),
    )


def values(quantity: Quantity | None) -> tuple[float, str] | None:
    """Return number and bound: best; else the one bound; else the lower of two."""
    if quantity is None:
        return None
    if quantity.best is not None:
        return quantity.best, "=" if quantity.op == "=" else "~"
    if quantity.low is not None and quantity.high is None:
        return quantity.low, quantity.op
    if quantity.high is not None and quantity.low is None:
        return quantity.high, quantity.op
    return (quantity.low, "range") if quantity.low is not None else None
