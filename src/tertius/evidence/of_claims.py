"""Turn claims into evidence about pairs of parties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tertius.evidence.parties import Parties, Standings
from tertius.evidence.times import is_history, today
from tertius.evidence.weights import IMPLIED, weight
from tertius.records import Claim, Dyad, Modality, Reading, Sign

GIVES: Final = frozenset({"support", "command"})  # families in which one side is the patron
LEANS: Final = frozenset({"relies-on"})  # support that the actor gets, not gives


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one claim says of one pair of parties."""

    claim: str  # Claim.id
    dyad: Dyad  # of parties, not of the actors named
    acts: str | None  # the side that acts; None: both do
    sign: Sign
    modality: Modality
    relation: str
    family: str
    voice: str  # whose word it is; the same for all copies of a text
    own_voice: bool  # the report's own, nobody is quoted
    weight: float  # 0 to 1 for today's standing, were it not history
    start: int = 0  # where in its text the claim begins, in characters
    theater: str | None = None  # Theater.id; None: no place is named
    places: tuple[str, ...] = ()  # the theater and what holds it, nearest first
    against: str | None = None  # the party both oppose, if named
    patron: str | None = None  # the side that gives; None: neither
    attitude: str | None = None
    past: bool = False  # it ended well before the latest report
    implied: bool = False  # said of the enemy named in `against`, not of the claim's own pair

    @property
    def ground(self) -> str | None:
        """The widest place that holds the theater, so that two towns of one land count as one."""
        return self.places[-1] if self.places else None


def collect(
    reading: Reading, standings: Standings, *, family: Callable[[str], str] | None = None
) -> tuple[Evidence, ...]:
    """Return what the claims of a reading say of pairs of parties, sorted by claim and pair.

    standings: a gazetteer, which knows that a ministry counts for its state.
    family: the family of a relation word; None: that of relations.csv.
    A claim with one party, or with both in one party, gives nothing. One that names an enemy
    (`against`) also speaks for the hostility of either side towards it.
    """
    families = family or _families()
    parties = Parties.of(reading, standings)
    now = today(reading.documents)
    found: list[Evidence] = []
    for claim in sorted(reading.claims, key=lambda one: one.id):
        found += _of_claim(claim, parties, now, families)
    return tuple(found)


def _families() -> Callable[[str], str]:
    from tertius.reading import vocabulary

    known = vocabulary.relations()
    return lambda relation: known[relation].family if relation in known else "other"


def _of_claim(
    claim: Claim, parties: Parties, now: date | None, family: Callable[[str], str]
) -> list[Evidence]:
    if claim.actor is None or claim.recipient is None:
        return []
    document = parties.documents.get(claim.document)
    actor = parties.party(claim.actor, document=claim.document)
    recipient = parties.party(claim.recipient, document=claim.document)
    enemy = parties.party(claim.against, document=claim.document) if claim.against else None
    if enemy in (actor, recipient):
        enemy = None
    if actor == recipient:
        return []
    kind = family(claim.relation)
    direct = Evidence(
        claim=claim.id,
        dyad=Dyad.of(actor, recipient),
        acts=None if claim.symmetric else actor,
        sign=claim.sign,
        modality=claim.modality,
        relation=claim.relation,
        family=kind,
        voice=voice(claim, parties),
        own_voice=not claim.sources,
        weight=weight(claim, family=kind),
        start=claim.span[0] if claim.span else 0,
        theater=claim.theater,
        places=(claim.theater, *parties.above(claim.theater)) if claim.theater else (),
        against=enemy,
        patron=_patron(claim, kind, actor),
        attitude=claim.attitude,
        past=is_history(claim, document, now),
    )
    if enemy is None or claim.sign != 1 or claim.modality != "asserted":
        return [direct]
    return [direct, *(_implied(direct, side, enemy) for side in sorted((actor, recipient)))]


def _implied(direct: Evidence, side: str, enemy: str) -> Evidence:
    return replace(
        direct,
        dyad=Dyad.of(side, enemy),
        acts=side,
        sign=-1,
        family="fight",
        weight=direct.weight * IMPLIED,
        against=None,
        patron=None,
        implied=True,
    )


def _patron(claim: Claim, family: str, actor: str) -> str | None:
    if claim.symmetric or family not in GIVES or claim.relation in LEANS:
        return None
    return actor


def voice(claim: Claim, parties: Parties) -> str:
    """Return on whose word a claim is, one key for one speaker.

    A speaker that the gazetteer knows is one everywhere; one that a text describes is one in that
    text and its copies. The report's own voice is that of the agency it credits, else of its
    outlet, else of the text and its copies.
    """
    if claim.sources:
        nearest = claim.sources[0]
        return (
            nearest if parties.standings.has_actor(nearest) else parties.same_in_original(nearest)
        )
    home = parties.original(claim.document)
    document = parties.documents.get(home)
    said_by = (document.copied_from or document.outlet) if document else None
    return f"report:{' '.join(said_by.casefold().split())}" if said_by else f"report:{home}"
