"""Readings made by hand: a small world of our own, a gazetteer of it, and claims about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from tertius.records import Actor, Claim, Document, Period, Reading, Theater, Unread

# Norland and Westmark are powers; Sudland has a ruler they differ over; Quarry has a war with the
# Grey Host, which both fight.
ACTORS = {
    one.id: one
    for one in (
        Actor(id="NOR", name="Norland", kind="state"),
        Actor(id="WES", name="Westmark", kind="state"),
        Actor(id="SUD", name="Sudland", kind="state"),
        Actor(id="QUA", name="Quarry", kind="state"),
        Actor(id="grey-host", name="Grey Host", kind="armed-group"),
        Actor(id="river-league", name="River League", kind="igo"),
        Actor(
            id="nor-ministry", name="Norland’s foreign ministry", kind="ministry", aliases=("NFM",)
        ),
        Actor(id="sud-ruler", name="Marshal Oda", kind="person"),
        Actor(id="ana-holt", name="Ana Holt", kind="person"),
        Actor(id="wes-house", name="Westmark government", kind="government"),
    )
}
COUNTS_FOR = {"nor-ministry": "NOR", "sud-ruler": "SUD", "wes-house": "WES"}
THEATERS = {
    one.id: one
    for one in (
        Theater(id="SUD", name="Sudland", kind="country"),
        Theater(id="QUA", name="Quarry", kind="country"),
        Theater(id="qua-stonetown", name="Stonetown", kind="town", within=("qua-north", "QUA")),
        Theater(id="qua-north", name="Northern Quarry", kind="region", within=("QUA",)),
        Theater(id="qua-ford", name="Ford", kind="town", within=("QUA",)),
    )
}
FAMILIES = {
    "aligned-with": "coordinate",
    "coordinates-with": "coordinate",
    "agrees-with": "coordinate",
    "has-ties-with": "coordinate",
    "arms-length-alliance": "share-enemy",
    "supports": "support",
    "arms": "support",
    "relies-on": "support",
    "commands": "command",
    "meets": "talk",
    "negotiates-with": "talk",
    "tolerates": "approve",
    "seeks-ties-with": "approve",
    "attacks": "fight",
    "fights": "fight",
    "overthrows": "fight",
    "sanctions": "coerce",
    "condemns": "criticise",
    "opposes": "criticise",
    "deploys-to": "presence",
}
SYMMETRIC = {
    "aligned-with",
    "coordinates-with",
    "agrees-with",
    "has-ties-with",
    "arms-length-alliance",
    "meets",
    "negotiates-with",
    "fights",
}


def family(relation: str) -> str:
    """Return the family of a relation of this small world."""
    return FAMILIES[relation]


def sign_of(relation: str) -> int:
    """Return the sign of a relation of this small world."""
    return {"fight": -1, "coerce": -1, "criticise": -1, "presence": 0}.get(FAMILIES[relation], 1)


class SmallGazetteer:
    """A gazetteer of this small world."""

    def has_actor(self, id: str) -> bool:
        return id in ACTORS

    def has_theater(self, id: str) -> bool:
        return id in THEATERS

    def actor(self, id: str) -> Actor:
        return ACTORS[id]

    def theater(self, id: str) -> Theater:
        return THEATERS[id]

    def standing(self, id: str, *, on: str | None = None) -> str:
        return COUNTS_FOR.get(id, id)

    def theaters_above(self, id: str) -> tuple[str, ...]:
        return THEATERS[id].within


@dataclass
class Story:
    """A document and its claims, written one sentence at a time."""

    id: str = "d-000000000001"
    published: str | None = "2014-12-27"
    outlet: str | None = "The Plain Mail"
    title: str | None = "A plain title"
    copy_of: str | None = None
    copied_from: str | None = None
    given: tuple[str, ...] = ()
    described: tuple[Actor, ...] = ()
    text: str = ""
    claims: list[Claim] = field(default_factory=list)

    def describe(self, words: str, number: int = 1, **more: object) -> str:
        """Add an actor that only this text describes; return its id."""
        id = f"{self.id}/a{number}"
        actor = Actor(id=id, name=words, kind="described", **more)  # type: ignore[arg-type]
        self.described = (*self.described, actor)
        return id

    def says(
        self,
        actor: str | None,
        relation: str,
        recipient: str | None,
        *,
        by: Sequence[str] = (),
        quote: str | None = None,
        since: str | None = None,
        until: str | None = None,
        words: dict[str, str] | None = None,
        **more: object,
    ) -> Claim:
        """Add a sentence and its claim; return the claim."""
        number = len(self.claims)
        said = quote or f"{actor} {relation} {recipient} ({number})."
        start = len(self.text)
        self.text += said + " "
        period = (
            Period(start=since, end=until, precision="day", basis="words")
            if since or until
            else None
        )
        stamp = sha256(f"{self.id} {said} {start}".encode()).hexdigest()[:10]
        claim = Claim(
            id=f"c-{stamp}",
            document=self.id,
            span=(start, start + len(said)),
            quote=said,
            actor=actor,
            relation=relation,
            recipient=recipient,
            sign=sign_of(relation),  # type: ignore[arg-type]
            symmetric=relation in SYMMETRIC,
            sources=tuple(by),
            period=period,
            words=tuple((words or {}).items()),
            **more,  # type: ignore[arg-type]
        )
        self.claims.append(claim)
        return claim

    @property
    def document(self) -> Document:
        return Document(
            id=self.id,
            text=self.text,
            path=f"{self.id}.txt",
            sha256="0" * 64,
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            given=self.given,
            copy_of=self.copy_of,
            copied_from=self.copied_from,
        )


def reading(*stories: Story, unread: Sequence[Unread] = ()) -> Reading:
    """Return the reading of some stories."""
    claims = [claim for story in stories for claim in story.claims]
    named = {
        id
        for claim in claims
        for id in (claim.actor, claim.recipient, claim.against, *claim.sources)
        if id in ACTORS
    }
    described = [actor for story in stories for actor in story.described]
    return Reading(
        documents=tuple(story.document for story in stories),
        actors=(*(ACTORS[id] for id in sorted(named)), *described),
        theaters=tuple(
            THEATERS[id] for id in sorted({claim.theater for claim in claims if claim.theater})
        ),
        claims=tuple(claims),
        unread=tuple(unread),
    )


def copied(story: Story, id: str, **more: object) -> Story:
    """Return a copy of a story: the same text under another id."""
    twin = replace(story, id=id, copy_of=story.id, claims=[], **more)  # type: ignore[arg-type]
    renamed = {actor.id: actor.id.replace(story.id, id) for actor in story.described}
    twin.described = tuple(replace(one, id=renamed[one.id]) for one in story.described)

    def other(actor: str | None) -> str | None:
        return renamed.get(actor, actor) if actor else None

    for place, claim in enumerate(story.claims):
        twin.claims.append(
            replace(
                claim,
                id=f"c-{sha256(f'{id}{place}'.encode()).hexdigest()[:10]}",
                document=id,
                actor=other(claim.actor),
                recipient=other(claim.recipient),
                against=other(claim.against),
                sources=tuple(other(one) or one for one in claim.sources),
            )
        )
    return twin
