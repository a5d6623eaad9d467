"""The records that every stage takes and gives: frozen values, ids and units said at the field.

Nothing here reads a file or knows a library. JSON goes through `tertius.exchange`, the one door.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Sign: TypeAlias = Literal[1, -1, 0]  # of the proposition as if true: aligned, opposed, neither
Modality: TypeAlias = Literal["asserted", "denied", "hypothetical", "forecast"]
Attitude: TypeAlias = Literal["desire", "fear", "belief"]
Form: TypeAlias = Literal[
    "coordinated", "arms-length", "sponsor", "hostile", "contested", "unknown"
]
Standing: TypeAlias = Literal["aligned", "opposed", "mixed", "none"]
Precision: TypeAlias = Literal["day", "month", "year", "span"]
Operator: TypeAlias = Literal["=", "~", ">", ">=", "<", "<=", "range"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as it came. Every offset of every claim points into `text`."""

    id: str  # "d-" and 12 hex digits of sha256 of the bytes it came from (and its place in them)
    text: str  # decoded or extracted, never repaired
    path: str  # where the user's copy lies; "-" for standard input
    sha256: str  # of the bytes it came from
    title: str | None = None  # None: the page names none
    outlet: str | None = None  # who published it; None: unknown
    published: str | None = None  # ISO date, day, month or year; None: unknown
    url: str | None = None
    language: str = "en"  # ISO 639-1
    given: tuple[str, ...] = ()  # fields that the user gave, not the page: "published", "outlet"
    boilerplate: tuple[tuple[int, int], ...] = ()  # spans of text that are not the report
    copy_of: str | None = None  # Document.id whose text this repeats; None: none found here
    copied_from: str | None = None  # the agency or outlet that the text itself credits; None: none


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A state, body, group or person that can be aligned."""

    id: str  # "IRN", "islamic-state"; "d-…/a3" for one that only this document describes
    name: str
    kind: str  # a word of docs/gazetteer.md, such as "state", "armed-group", "described"
    part_of: tuple[tuple[str, str | None, str | None], ...] = ()  # (Actor.id, from, until), ISO
    aliases: tuple[str, ...] = ()
    country: tuple[str, ...] = ()  # Actor.id of the states where it is based
    start: str | None = None  # ISO; None: unknown or before 1816
    end: str | None = None  # ISO; None: unknown or still there


@dataclass(frozen=True, slots=True, kw_only=True)
class Theater:
    """A place where a relation can hold."""

    id: str  # "IRQ", "irq-jurf-al-sakhar"
    name: str
    kind: str  # country, region, city, town, front, site
    within: tuple[
        str, ...
    ] = ()  # Theater.id of what holds it, nearest first; several: a border area
    lat: float | None = None  # degrees north, WGS84
    lon: float | None = None  # degrees east


@dataclass(frozen=True, slots=True, order=True)
class Dyad:
    """Two sides of equal standing; `of` puts them in one order."""

    side_a: str
    side_b: str

    @classmethod
    def of(cls, one: str, other: str) -> Dyad:
        """Return the dyad of two actor ids, whichever comes first.

        >>> Dyad.of("USA", "IRN") == Dyad.of("IRN", "USA")
        True
        """
        if one == other:
            raise ValueError(f"an actor makes no dyad with itself: {one!r}")
        return cls(min(one, other), max(one, other))


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When a relation holds, as far as the text says."""

    start: str | None  # ISO, partial allowed; None: not said
    end: str | None  # ISO, inclusive; None: still so, or not said
    precision: Precision
    basis: Literal[
        "words", "document-date", "relative"
    ]  # said outright; of the report; counted from it
    words: str | None = None  # the document's words; None: none


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its bound: "more than 1,000 advisers" is low 1000, high unknown, op ">"."""

    low: float | None  # None: no lower bound is said
    best: float | None  # None: only bounds are said
    high: float | None  # None: no upper bound is said
    op: Operator  # ">" excludes the bound, ">=" includes it; "~" is about
    unit: str  # "persons", "USD", "shells", "months" ...; the counted noun where no class fits
    words: str  # the document's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One relation, at one place and time, on somebody's word."""

    id: str  # "c-" and 10 hex digits of what it says and where
    document: str  # Document.id
    span: tuple[int, int] | None  # Document.text[start:end]; None: a dataset row
    quote: str  # exactly that slice
    actor: str | None  # Actor.id, who acts; None: not said ("will be defeated")
    relation: str  # a word of relations.csv, such as "supports"
    recipient: str | None  # Actor.id, who is acted upon; None: not said
    sign: Sign
    symmetric: bool = False  # neither side acts on the other: "aligned with", "clashed"
    sources: tuple[str, ...] = ()  # Actor.id of each quoted speaker, nearest first; (): the report
    anonymous: bool = False  # the nearest speaker is not named
    against: str | None = None  # Actor.id of the shared enemy, if one is named
    theater: str | None = None  # Theater.id; None: no place is named
    period: Period | None = None  # None: neither the text nor the document's date tells
    modality: Modality = "asserted"
    attitude: Attitude | None = (
        None  # whose wish or fear it is: the actor's; None: a plain relation
    )
    quantity: Quantity | None = None
    confidence: float = 0.5  # 0 to 1, that a careful reader finds the same claim
    votes: tuple[tuple[str, float], ...] = ()  # (voter, 0 to 1); (): nobody voted
    trigger: tuple[int, int] | None = None  # the words that carry the relation, in Document.text
    words: tuple[tuple[str, str], ...] = ()  # (slot, the document's words) of each party and place


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What the claims about a pair add up to, at one place."""

    side_a: str  # Actor.id; the patron where form is "sponsor"
    side_b: str  # Actor.id
    theater: str | None  # Theater.id; None: overall
    sign: Standing
    form: Form
    p: float  # 0 to 1, that the two stand together rather than against each other
    interval: tuple[float, float]  # 80 % interval of p
    against: str | None = None  # Actor.id of the shared enemy
    claims: tuple[str, ...] = ()  # Claim.id, those that speak for the sign shown
    counter: tuple[str, ...] = ()  # Claim.id, those that speak against it
    denials: tuple[str, ...] = ()  # Claim.id, denied by their speaker
    independent: int = 0  # independent sources behind `claims` and `counter`; copies count once


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalition:
    """Actors that stand together at a place."""

    members: tuple[str, ...]  # Actor.id
    theater: str | None  # Theater.id; None: overall
    name: str  # after its leading member


@dataclass(frozen=True, slots=True, kw_only=True)
class Shock:
    """One edit of the world that a scenario asks about."""

    kind: Literal["remove", "withdraw", "sign", "arm"]
    actor: str  # Actor.id
    other: str | None = None  # Actor.id, where two are needed
    theater: str | None = None  # Theater.id; None: everywhere
    amount: float | None = None  # share of 1 for "withdraw", factor for "arm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How likely a tie is in each standing, with and without the shocks."""

    side_a: str  # Actor.id
    side_b: str  # Actor.id
    theater: str | None
    without: float  # probability of a hostile tie at the horizon, no change
    with_shock: float
    interval: tuple[float, float]  # 80 % interval of the difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """IF these shocks THEN these outcomes, compared with no change."""

    shocks: tuple[Shock, ...]
    horizon_months: int
    outcomes: tuple[Outcome, ...] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A document, or a part of one, that was not read, and why."""

    path: str
    reason: str
    document: str | None = None  # Document.id; None: it never became a document
    span: tuple[int, int] | None = None  # of Document.text; None: all of it
    next_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBy:
    """Which reader made claims."""

    id: str  # "embedded", "rules", "spacy:…", "llm:…"
    version: str  # of the reader, with a hash of its weights or prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """Claims that a reader found and that are less sure than was asked for."""

    precision: float  # asked for, 0 to 1
    threshold: float  # Claim.confidence below which a claim is withheld
    claims: int  # how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading one or more documents gave."""

    documents: tuple[Document, ...] = ()
    actors: tuple[Actor, ...] = ()  # every actor that a claim names, described ones included
    theaters: tuple[Theater, ...] = ()  # every theater that a claim names
    claims: tuple[Claim, ...] = ()
    unread: tuple[Unread, ...] = ()
    reader: ReadBy | None = None  # None: no reader, or one that does not say
    withheld: Withheld | None = None  # None: nothing was asked of the claims
