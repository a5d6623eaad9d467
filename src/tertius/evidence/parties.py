"""Roll actors up to the parties they count for, and places to the lands they lie in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tertius.records import Actor, Document, Reading, Theater


class Standings(Protocol):
    """What evidence asks of a gazetteer; `tertius.gazetteer.Gazetteer` is one."""

    def has_actor(self, id: str, /) -> bool: ...
    def has_theater(self, id: str, /) -> bool: ...
    def actor(self, id: str, /) -> Actor: ...
    def theater(self, id: str, /) -> Theater: ...
    def standing(self, id: str, /, *, on: str | None = None) -> str: ...
    def theaters_above(self, id: str, /) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Parties:
    """Which party an actor of a document counts for, and which places hold a place."""

    documents: Mapping[str, Document]
    actors: Mapping[str, Actor]
    theaters: Mapping[str, Theater]
    standings: Standings
    twins: Mapping[
        tuple[str, str], str
    ]  # (Document.id of an original, name) -> its described actor

    @classmethod
    def of(cls, reading: Reading, standings: Standings) -> Parties:
        """Take in what a reading names."""
        documents = {document.id: document for document in reading.documents}
        twins: dict[tuple[str, str], str] = {}
        for actor in sorted(reading.actors, key=lambda one: one.id):
            home, slash, _ = actor.id.partition("/")
            if slash and home in documents and documents[home].copy_of is None:
                twins.setdefault((home, actor.name.casefold()), actor.id)
        return cls(
            documents=documents,
            actors={actor.id: actor for actor in reading.actors},
            theaters={theater.id: theater for theater in reading.theaters},
            standings=standings,
            twins=twins,
        )

    def original(self, document: str) -> str:
        """Return the Document.id that a copy repeats, however many steps away; else the same."""
        seen = {document}
        while document in self.documents and self.documents[document].copy_of:
            above = self.documents[document].copy_of
            if above is None or above in seen:
                break
            seen.add(above)
            document = above
        return document

    def party(self, actor: str, *, document: str) -> str:
        """Return the party that an actor counts for at the date of a document.

        A described actor counts for what it is part of, else for itself; one that a copy
        describes in the same words is the one of the original.
        """
        published = self.documents[document].published if document in self.documents else None
        if self.standings.has_actor(actor):
            return self.standings.standing(actor, on=published)
        known = self.actors.get(actor)
        if known is None:
            return actor
        for parent, _start, _end in known.part_of:
            if self.standings.has_actor(parent):
                return self.standings.standing(parent, on=published)
        return self.same_in_original(actor)

    def same_in_original(self, actor: str) -> str:
        """Return the described actor of the original text that one of a copy repeats."""
        home, slash, _ = actor.partition("/")
        known = self.actors.get(actor)
        if not slash or known is None:
            return actor
        return self.twins.get((self.original(home), known.name.casefold()), actor)

    def above(self, theater: str) -> tuple[str, ...]:
        """Return the places that hold a place, nearest first."""
        if self.standings.has_theater(theater):
            return self.standings.theaters_above(theater)
        known = self.theaters.get(theater)
        if known is None:
            return ()
        found = list(known.within)
        for place in known.within:
            if self.standings.has_theater(place):
                found += [one for one in self.standings.theaters_above(place) if one not in found]
        return tuple(found)
