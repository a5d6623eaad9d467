"""The actors and places of one document: those of the gazetteer and those it only describes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tertius.gazetteer import Gazetteer
from tertius.reading.mentions import Mention
from tertius.records import Actor, Theater

GROUP_KINDS = frozenset(
    {"armed-group", "coalition", "party", "movement", "igo", "described", "people"}
)
STATE_KINDS = frozenset({"state"})
NOT_PARTIES = frozenset({"media", "ngo", "company", "speaker", "person", "organisation"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as one mention speaks of it."""

    id: str  # Actor.id
    text: (
        tuple[int, int, int] | None
    )  # sentence, first word, last word + 1; None: not in so many words


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A mention with its meaning."""

    mention: Mention
    sentence: int
    parties: tuple[Party, ...] = ()
    place: str | None = None  # Theater.id
    speaker: str | None = None  # Actor.id when the mention is somebody who can be quoted

    @property
    def ids(self) -> tuple[str, ...]:
        """The actors meant."""
        return tuple(p.id for p in self.parties)


def one(mention: Mention, sentence: int, party: Party) -> Resolved:
    """Return a mention that means one party, which also speaks."""
    return Resolved(mention=mention, sentence=sentence, parties=(party,), speaker=party.id)


class Roster:
    """Who is who in one document."""

    def __init__(self, document: str, gazetteer: Gazetteer, *, on: str | None) -> None:
        self.document, self.gazetteer, self.on = document, gazetteer, on
        self.described: dict[str, Actor] = {}
        self.places: dict[str, Theater] = {}
        # what was fought over before: sentence, who acted, upon whom; the nearest last
        self.quarrels: list[tuple[int, str, str]] = []
        self.short: dict[str, str] = {}  # "NLF" -> Actor.id, where the text gives it in brackets
        self.broken_away: set[str] = set()  # armed groups that fight the state they were part of
        self.affiliation: dict[str, str] = {}  # person or speaker -> whom the text says they serve

    def kind(self, actor: str) -> str:
        """Return the kind of an actor of the gazetteer or of this document."""
        known = self.described.get(actor)
        return known.kind if known else self.gazetteer.actor(actor).kind

    def actor(self, actor: str) -> Actor:
        """Return the record; a person has the office that the text gives as `part_of`."""
        record = self.described.get(actor) or self.gazetteer.actor(actor)
        if actor in self.affiliation:
            record = replace(record, part_of=((self.affiliation[actor], None, None),))
        return replace(record, part_of=()) if actor in self.broken_away else record

    def can_act(self, actor: str) -> bool:
        """Tell whether somebody can be a side in a conflict: no reporter, no private person."""
        kind = self.kind(actor)
        if kind in {"person", "speaker"} and actor in self.affiliation:
            return True
        if kind != "person":
            return kind not in NOT_PARTIES
        return self.gazetteer.has_actor(actor) and bool(self.gazetteer.offices(actor, on=self.on))

    def standing(self, actor: str) -> str:
        """Return the side an actor counts for in this document."""
        seen = set()
        while actor in self.affiliation and actor not in seen:
            seen.add(actor)
            actor = self.affiliation[actor]
        if actor in self.described or actor in self.broken_away:
            return actor
        return self.gazetteer.standing(actor, on=self.on)

    def fought(self, one: str, other: str) -> None:
        """Note that two actors fight: an armed group that fights its own state stands for itself.

        Two forces of one state that fight are no longer one side, whatever the gazetteer says.
        """
        if one == other or self.standing(one) != self.standing(other):
            return
        for actor in (one, other):
            if self.kind(actor) == "armed-group":
                self.broken_away.add(actor)

    def describe(self, name: str, kind: str) -> str:
        """Enter an actor that only this document knows, and return its id."""
        slug = _slug(name) or "actor"
        actor, number = f"{self.document}/{slug}", 2
        while actor in self.described:
            actor, number = f"{self.document}/{slug}-{number}", number + 1
        self.described[actor] = Actor(id=actor, name=name, kind=kind)
        return actor

    def speaker(self, words: str) -> str:
        """Return the id of somebody who is only described: "a senior official"."""
        for actor in self.described.values():
            if actor.kind == "speaker" and actor.name == words:
                return actor.id
        return self.describe(words, "speaker")

    def place(self, words: str) -> str:
        """Enter a place that only this document knows, and return its id."""
        place = f"{self.document}/at-{_slug(words) or 'place'}"
        self.places.setdefault(place, Theater(id=place, name=words, kind="site"))
        return place

    def state(self, name: str) -> str:
        """Return the state of a name that only this document knows."""
        for actor in self.described.values():
            if actor.kind == "state" and actor.name == name:
                return actor.id
        return self.describe(name, "state")

    def named(self, words: str, kind: str, past: Iterable[Resolved]) -> str:
        """Return who an unknown name means: one met before under more of its name, or a new one."""
        if words in self.short:
            return self.short[words]
        last = words.split()[-1].casefold()
        for actor in reversed(self.described.values()):
            name = actor.name.casefold()
            if actor.kind != kind:
                continue
            if name == words.casefold() or kind == "person" and name.split()[-1] == last:
                return actor.id
            initials = "".join(w[0] for w in actor.name.split() if w[0].isupper())
            if kind == "organisation" and words.isupper() and initials == words:
                return actor.id
        if kind == "person":
            for resolved in past:
                for known in resolved.ids:
                    if known in self.described or self.kind(known) != "person":
                        continue
                    if self.gazetteer.actor(known).name.casefold().split()[-1] == last:
                        return known
        return self.describe(words, kind)


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")[:40]
