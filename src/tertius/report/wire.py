"""The brief as data: the shape of `tertius read --json`, and of its JSON Schema.

The words beside a type are its description in the schema.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from tertius.records import (
    Alignment,
    Attitude,
    Claim,
    Document,
    Form,
    Modality,
    Operator,
    Precision,
    Quantity,
    ReadBy,
    Sign,
    Standing,
    Unread,
    Withheld,
)
from tertius.report.names import Names, slots_of, wording, wordings

TITLE = "Brief of tertius read"


@dataclass(frozen=True, slots=True, kw_only=True)
class WireDocument:
    """One report as it came; its text stays in the file."""

    id: Annotated[str, "d- and 12 hex digits of the bytes it came from"]
    path: Annotated[str, 'where it lies; "-" is standard input']
    title: Annotated[str | None, "null: the page names none"]
    outlet: Annotated[str | None, "who published it; null: unknown"]
    published: Annotated[str | None, "ISO date, day, month or year; null: unknown"]
    url: Annotated[str | None, "null: unknown"]
    language: Annotated[str, "ISO 639-1"]
    given: Annotated[tuple[str, ...], "fields that the user gave, not the page"]
    copy_of: Annotated[str | None, "id of the document whose text this repeats"]
    copied_from: Annotated[str | None, "agency or outlet that the text credits"]
    sha256: Annotated[str, "of the bytes it came from"]
    characters: Annotated[int, "length of the text that spans count in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireParty:
    """An actor, a theater or a source."""

    id: Annotated[str, "stable id; d-…/… for one that only a document describes"]
    name: Annotated[str, "usual name"]
    text: Annotated[str | None, "the document's words for it; null: it has none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WirePeriod:
    """When a relation holds."""

    start: Annotated[str | None, "ISO, partial allowed; null: not said"]
    end: Annotated[str | None, "ISO, inclusive; null: still so, or not said"]
    precision: Annotated[Precision, "of start and end"]
    basis: Annotated[
        Literal["words", "document-date", "relative"], "said, of the report, or counted"
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireQuantity:
    """A number with its bound."""

    low: Annotated[float | None, "null: no lower bound is said"]
    best: Annotated[float | None, "null: only bounds are said"]
    high: Annotated[float | None, "null: no upper bound is said"]
    unit: Annotated[str, "persons, USD, months …; the counted noun where no class fits"]
    words: Annotated[str, "the document's words"]
    op: Annotated[Operator, "> excludes the bound, >= includes it, ~ is about"]
    exact: Annotated[bool, "the text gives the number itself: op is ="]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireClaim:
    """One relation, at one place and time, on somebody's word."""

    id: Annotated[str, "c- and 10 hex digits"]
    document: Annotated[str, "id of the document"]
    span: Annotated[tuple[int, int] | None, "characters [start, end) of the document's text"]
    quote: Annotated[str, "exactly that slice"]
    sources: Annotated[
        tuple[WireParty, ...], "quoted speakers, nearest first; []: the report itself"
    ]
    anonymous: Annotated[bool, "the nearest speaker is not named"]
    actor: Annotated[WireParty | None, "who acts; null: not said"]
    relation: Annotated[str, "a word of relations.csv"]
    recipient: Annotated[WireParty | None, "who is acted upon; null: not said"]
    sign: Annotated[Sign, "of the proposition as if true: 1 aligned, -1 opposed, 0 neither"]
    symmetric: Annotated[bool, "neither side acts on the other"]
    against: Annotated[WireParty | None, "the shared enemy, if named"]
    theater: Annotated[WireParty | None, "null: no place is named"]
    period: Annotated[WirePeriod | None, "null: neither text nor date tells"]
    modality: Annotated[Modality, "asserted, denied, hypothetical or forecast"]
    attitude: Annotated[
        Attitude | None, "wish, fear or belief of the actor; null: a plain relation"
    ]
    quantity: Annotated[WireQuantity | None, "null: no number"]
    confidence: Annotated[float, "0 to 1, that a careful reader finds the same claim"]
    votes: Annotated[
        dict[str, float],
        "what each voter gave it, 0 to 1: rules, network; against: network, for the other sign",
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireAlignment:
    """What the claims about a pair add up to, at one place."""

    a: Annotated[WireParty, "one side; the patron where form is sponsor"]
    b: Annotated[WireParty, "the other side"]
    theater: Annotated[WireParty | None, "null: overall"]
    against: Annotated[WireParty | None, "the enemy they share"]
    sign: Annotated[Standing, "aligned, opposed, mixed or none"]
    form: Annotated[Form, "form of the tie"]
    p: Annotated[float, "0 to 1, that the two stand together rather than against each other"]
    interval: Annotated[tuple[float, float], "80 % interval of p"]
    claims: Annotated[
        tuple[str, ...], "ids of claims that speak for the sign; friendly ones if mixed"
    ]
    counter: Annotated[
        tuple[str, ...], "ids of claims that speak against it; hostile ones if mixed"
    ]
    denials: Annotated[tuple[str, ...], "ids of claims denied by their speaker"]
    independent: Annotated[int, "independent voices behind claims and counter; copies count once"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireUnread:
    """What was not read, and why."""

    path: Annotated[str, "where it lies"]
    reason: Annotated[str, "why"]
    document: Annotated[str | None, "id of the document; null: it never became one"]
    span: Annotated[tuple[int, int] | None, "characters of its text; null: all of it"]
    next_step: Annotated[str, "what to do about it; may be empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireReader:
    """Which reader made the claims."""

    id: Annotated[str, "embedded, rules, spacy:… or llm:…"]
    version: Annotated[str, "release, and a hash of weights or prompt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireWithheld:
    """Claims that were found and are less sure than asked for."""

    precision: Annotated[float, "asked for, 0 to 1"]
    threshold: Annotated[float, "confidence below which a claim is withheld"]
    claims: Annotated[int, "how many"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireBrief:
    """What tertius read found."""

    documents: Annotated[tuple[WireDocument, ...], "in the order they were given"]
    claims: Annotated[tuple[WireClaim, ...], "in the order of the text"]
    alignments: Annotated[tuple[WireAlignment, ...], "the strongest first"]
    unread: Annotated[tuple[WireUnread, ...], "documents and parts that were not read"]
    reader: Annotated[WireReader | None, "null: not told"]
    withheld: Annotated[WireWithheld | None, "null: claims were held to no precision"]


def document(one: Document) -> WireDocument:
    """Return a document without its text."""
    return WireDocument(
        id=one.id,
        path=one.path,
        title=one.title,
        outlet=one.outlet,
        published=one.published,
        url=one.url,
        language=one.language,
        given=one.given,
        copy_of=one.copy_of,
        copied_from=one.copied_from,
        sha256=one.sha256,
        characters=len(one.text),
    )


def claim(one: Claim, names: Names) -> WireClaim:
    """Return a claim with its parties named."""

    def actor(id: str | None, slot: str) -> WireParty | None:
        return id and WireParty(id=id, name=names.actor(id), text=wording(one, slot)) or None

    sources = (actor(id, f"source{place}") for place, id in enumerate(one.sources))
    return WireClaim(
        id=one.id,
        document=one.document,
        span=one.span,
        quote=one.quote,
        sources=tuple(source for source in sources if source),
        anonymous=one.anonymous,
        actor=actor(one.actor, "actor"),
        relation=one.relation,
        recipient=actor(one.recipient, "recipient"),
        sign=one.sign,
        symmetric=one.symmetric,
        against=actor(one.against, "against"),
        theater=WireParty(
            id=one.theater, name=names.theater(one.theater), text=wording(one, "theater")
        )
        if one.theater
        else None,
        period=WirePeriod(
            start=one.period.start,
            end=one.period.end,
            precision=one.period.precision,
            basis=one.period.basis,
        )
        if one.period
        else None,
        modality=one.modality,
        attitude=one.attitude,
        quantity=quantity(one.quantity) if one.quantity else None,
        confidence=round(one.confidence, 4),
        votes={voter: round(vote, 4) for voter, vote in one.votes},
    )


def quantity(one: Quantity) -> WireQuantity:
    """Return a quantity that says outright whether it is exact."""
    return WireQuantity(
        low=one.low,
        best=one.best,
        high=one.high,
        unit=one.unit,
        words=one.words,
        op=one.op,
        exact=one.op == "=",
    )


def alignment(one: Alignment, names: Names, claims: Mapping[str, Claim]) -> WireAlignment:
    """Return an alignment with its parties named; their words come from its own claims."""
    own = [claims[id] for id in (*one.claims, *one.counter, *one.denials) if id in claims]
    own.sort(key=in_text)

    def actor(id: str) -> WireParty:
        text = wordings(id, slots_of(id, own), own)
        return WireParty(id=id, name=names.actor(id), text=text)

    def theater(id: str) -> WireParty:
        text = wordings(id, slots_of(id, own, place=True), own)
        return WireParty(id=id, name=names.theater(id), text=text)

    return WireAlignment(
        a=actor(one.side_a),
        b=actor(one.side_b),
        theater=theater(one.theater) if one.theater else None,
        against=actor(one.against) if one.against else None,
        sign=one.sign,
        form=one.form,
        p=one.p,
        interval=one.interval,
        claims=one.claims,
        counter=one.counter,
        denials=one.denials,
        independent=one.independent,
    )


def unread(one: Unread) -> WireUnread:
    """Return what was not read."""
    return WireUnread(
        path=one.path,
        reason=one.reason,
        document=one.document,
        span=one.span,
        next_step=one.next_step,
    )


def reader(one: ReadBy) -> WireReader:
    """Return which reader made the claims."""
    return WireReader(id=one.id, version=one.version)


def withheld(one: Withheld) -> WireWithheld:
    """Return how many claims were held back."""
    return WireWithheld(precision=one.precision, threshold=one.threshold, claims=one.claims)


def in_text(one: Claim) -> tuple[str, tuple[int, int], str]:
    """Return where a claim stands, to sort by: its document, its place there, its id."""
    return one.document, one.span or (-1, -1), one.id


def sorted_claims(claims: Sequence[Claim], documents: Sequence[Document]) -> list[Claim]:
    """Return claims in the order of the documents and of the text."""
    order = {document.id: place for place, document in enumerate(documents)}
    return sorted(claims, key=lambda one: (order.get(one.document, len(order)), in_text(one)))
