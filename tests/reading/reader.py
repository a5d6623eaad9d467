"""Reads a text of a test and tells what it found by names, not by ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tertius.reading.read_documents import read_documents
from tertius.reading.vocabulary import family
from tertius.records import Actor, Document, Reading

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer
    from tertius.reading.syntax import Encoder

DATE = "2024-05-10"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim, each party and place by its name."""

    actor: str | None
    recipient: str | None
    relation: str
    family: str
    sign: int
    modality: str
    attitude: str | None
    symmetric: bool
    theater: str | None
    against: str | None
    sources: tuple[str, ...]
    anonymous: bool
    quote: str

    @property
    def pair(self) -> tuple[str | None, str | None]:
        """Who acts on whom."""
        return self.actor, self.recipient

    def __str__(self) -> str:
        extra = [self.modality, self.attitude, f"in {self.theater}", f"against {self.against}"]
        return f"{self.actor} > {self.recipient}: {self.relation} {extra} by {self.sources}"


@dataclass(frozen=True)
class Reader:
    """The reader with its parser and gazetteer."""

    gazetteer: Gazetteer = field(repr=False)
    encoder: Encoder = field(repr=False)

    def read(self, *texts: str, published: str | None = DATE) -> Reading:
        """Read each text as a document of its own."""
        documents = [document(text, published=published) for text in texts]
        return read_documents(documents, gazetteer=self.gazetteer, encoder=self.encoder)

    def told(self, text: str, *, published: str | None = DATE) -> list[Told]:
        """Return the claims of one text with a sign, in the order of its words."""
        return [
            one for one in told(self.read(text, published=published), self.gazetteer) if one.sign
        ]

    def pairs(self, text: str) -> list[tuple[str | None, str | None]]:
        """Return who acts on whom, each pair once, in the order of the text."""
        return list(dict.fromkeys(one.pair for one in self.told(text)))

    def sides(self, text: str) -> set[str]:
        """Return everybody who is a side of a claim."""
        return {side for pair in self.pairs(text) for side in pair if side is not None}

    def theaters(self, text: str) -> list[str | None]:
        """Return the place of each claim."""
        return [one.theater for one in self.told(text)]


def document(text: str, *, published: str | None = DATE) -> Document:
    """Return a document of a test; its id hangs on nothing but its place in the test."""
    return Document(id="d-0123456789ab", text=text, path="-", sha256="", published=published)


def _side(actor: Actor, reading: Reading, gazetteer: Gazetteer) -> str:
    """Return the name of the side that an actor counts for: the state of an army or a minister."""
    if gazetteer.has_actor(actor.id):
        known = gazetteer.actor(actor.id).part_of
        own = [link[0] for link in actor.part_of if link not in known]
        side = own[0] if actor.kind == "person" and own else actor.id
        return gazetteer.actor(gazetteer.standing(side, on=DATE)).name
    for of, *_ in actor.part_of:
        if gazetteer.has_actor(of):
            return gazetteer.actor(gazetteer.standing(of, on=DATE)).name
    return actor.name


def told(reading: Reading, gazetteer: Gazetteer) -> list[Told]:
    """Return all claims of a reading by the names of their sides."""
    names: dict[str | None, str | None] = {None: None}
    names |= {actor.id: _side(actor, reading, gazetteer) for actor in reading.actors}
    titles = {actor.id: actor.name for actor in reading.actors}
    places: dict[str | None, str | None] = {None: None}
    places |= {theater.id: theater.name for theater in reading.theaters}
    return [
        Told(
            actor=names[c.actor],
            recipient=names[c.recipient],
            relation=c.relation,
            family=family(c.relation),
            sign=c.sign,
            modality=c.modality,
            attitude=c.attitude,
            symmetric=c.symmetric,
            theater=places[c.theater],
            against=names[c.against],
            sources=tuple(str(titles[s]) for s in c.sources),
            anonymous=c.anonymous,
            quote=c.quote,
        )
        for c in reading.claims
    ]
