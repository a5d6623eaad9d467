"""Names of actors and places, and the words that the documents have for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tertius.evidence import Standings
from tertius.records import Actor, Claim, Reading

PRONOUNS: Final = frozenset(
    [
        "it",
        "its",
        "itself",
        "he",
        "him",
        "his",
        "she",
        "her",
        "they",
        "them",
        "their",
        "theirs",
        "we",
        "us",
        "our",
        "i",
        "me",
        "my",
        "you",
        "your",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "this",
        "these",
        "those",
        "both",
        "each",
        "one",
        "ones",
        "another",
        "others",
        "some",
        "all",
    ]
)
MANY: Final = frozenset({"described", "armed-group", "armed-forces", "people", "movement"})
# Kinds of actor whose name can be a plural: "rebels", "Houthis", but not "United States".


@dataclass(frozen=True, slots=True)
class Names:
    """What to call an actor or a theater by its id."""

    actors: Mapping[str, str]
    theaters: Mapping[str, str]
    plurals: frozenset[str] = frozenset()  # Actor.id of those spoken of as "they"

    @classmethod
    def of(cls, reading: Reading, standings: Standings, parties: Iterable[str] = ()) -> Names:
        """Take the names of a reading; those of `parties` and lands come from the gazetteer.

        parties: ids that alignments name, which no claim needs to name.
        """
        actors = {actor.id: actor.name for actor in reading.actors}
        theaters = {theater.id: theater.name for theater in reading.theaters}
        for id in parties:
            if standings.has_actor(id):
                actors.setdefault(id, standings.actor(id).name)
            if standings.has_theater(id):
                theaters.setdefault(id, standings.theater(id).name)
        plurals = {one.id for one in reading.actors if _is_plural(one)}
        return cls(actors, theaters, frozenset(plurals))

    def actor(self, id: str) -> str:
        """Return the name of an actor; the id where none is known."""
        return self.actors.get(id, id)

    def theater(self, id: str) -> str:
        """Return the name of a theater; the id where none is known."""
        return self.theaters.get(id, id)


def _is_plural(actor: Actor) -> bool:
    last = actor.name.casefold().rpartition(" ")[2]
    ends = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return actor.kind in MANY and ends


def wording(claim: Claim, slot: str) -> str | None:
    """Return the document's words for a party or place of a claim; None if it has none."""
    return dict(claim.words).get(slot)


def wordings(id: str, slots: Mapping[str, Iterable[str]], claims: Iterable[Claim]) -> str | None:
    """Return what the documents call an actor or theater: the words they use most, first used.

    slots: for each claim that names it (Claim.id), the slots that hold it.
    Words such as "they" stand back behind a name.
    """
    used: Counter[str] = Counter()
    for claim in claims:
        for slot in slots.get(claim.id, ()):
            words = wording(claim, slot)
            if words:
                used[words] += 1
    names = [words for words in used if words.casefold() not in PRONOUNS] or list(used)
    return max(names, key=lambda words: used[words], default=None)


def slots_of(id: str, claims: Iterable[Claim], *, place: bool = False) -> dict[str, list[str]]:
    """Return the slots of each claim that hold an actor, or a place."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        held = (
            {"theater": claim.theater}
            if place
            else {"actor": claim.actor, "recipient": claim.recipient, "against": claim.against}
        )
        slots = [slot for slot, value in held.items() if value == id]
        if slots:
            found[claim.id] = slots
    return found
