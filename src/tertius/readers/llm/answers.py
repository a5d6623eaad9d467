"""From a model's answer to claims: whatever is not in the text is dropped, and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, get_args

from tertius import exchange
from tertius.gazetteer import Gazetteer
from tertius.reading.claims import with_id
from tertius.reading.roster import Roster
from tertius.reading.sentences import words_of
from tertius.reading.vocabulary import relation, relations
from tertius.records import Actor, Claim, Document, Modality, Theater

MOST_CLAIMS: Final = 200  # that one window can hold; an answer with more is made up
LONGEST_QUOTE: Final = 1_000  # characters; more is no passage
LONGEST_NAME: Final = 120
CONFIDENCE: Final = 0.5  # a model's word for its own certainty is not asked for


class UnreadableAnswerError(ValueError):
    """An answer that is not the JSON that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One claim as a model gives it; names are words of the text."""

    quote: str
    actor: str | None
    recipient: str | None
    relation: str
    sign: int
    modality: str
    sources: tuple[str, ...] = ()
    against: str | None = None
    place: str | None = None

    def names(self) -> Iterator[str]:
        """Yield every name that must stand in the text."""
        named = (self.actor, self.recipient, self.against, self.place)
        yield from (name for name in named if name)
        yield from self.sources


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer; its claims are looked at one by one."""

    claims: list[Any]


def proposals(words: str) -> list[Any]:
    """Return the claims of an answer, as they came. Raises UnreadableAnswerError.

    Words around the JSON, which models add, are left out.
    """
    start, end = words.find("{"), words.rfind("}")
    if start < 0 or end < start:
        raise UnreadableAnswerError("the model's answer holds no JSON")
    try:
        found = exchange.decode(words[start : end + 1], Answer, where="answer").claims
    except (exchange.BadJsonError, RecursionError, UnicodeEncodeError) as error:
        raise UnreadableAnswerError("the model's answer is not the JSON asked for") from error
    if len(found) > MOST_CLAIMS:
        raise UnreadableAnswerError(f"the model's answer has over {MOST_CLAIMS} claims")
    return found


@dataclass
class Checked:
    """Claims of one document that stand up to its text, and why others did not."""

    document: Document
    gazetteer: Gazetteer
    claims: dict[str, Claim] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    theaters: dict[str, Theater] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._roster = Roster(self.document.id, self.gazetteer, on=self.document.published)
        self._known: dict[str, str] = {}  # words of the text -> Actor.id

    def take(self, window: tuple[int, int], found: list[Any]) -> None:
        """Take in the claims that an answer gives for one window of the text."""
        for one in found:
            try:
                proposed = exchange.decode(exchange.encode(one), Proposed, where="claim")
            except (exchange.BadJsonError, RecursionError, UnicodeEncodeError):
                self.dropped["not of the shape asked for"] += 1
                continue
            proposed = _without_blanks(proposed)
            why = self._fault(proposed, window)
            if why:
                self.dropped[why] += 1
            else:
                self._keep(proposed, window)

    def _fault(self, one: Proposed, window: tuple[int, int]) -> str | None:
        """Return why a claim cannot be kept, None if it can."""
        text = self.document.text[slice(*window)]
        if len(one.quote) > LONGEST_QUOTE or len(one.quote.split()) < 2:
            return "quote too long or too short"
        if _place(one.quote, text) is None:
            return "quote not in the text"
        if not one.actor and not one.recipient or one.actor == one.recipient:
            return "no two parties"
        if any(len(name) > LONGEST_NAME or _place(name, text) is None for name in one.names()):
            return "name not in the text"
        if one.relation not in relations():
            return "unknown relation"
        if one.sign != relation(one.relation).sign:
            return "sign that its relation has not"
        return None if one.modality in get_args(Modality) else "unknown modality"

    def _keep(self, one: Proposed, window: tuple[int, int]) -> None:
        inside = _place(one.quote, self.document.text[slice(*window)])
        assert inside is not None  # looked at in _fault
        span = (window[0] + inside, window[0] + inside + len(one.quote))
        actor, recipient = self._actor(one.actor), self._actor(one.recipient)
        if actor == recipient:
            self.dropped["no two parties"] += 1
            return
        word = relation(one.relation)
        sources = tuple(dict.fromkeys(self._speaker(name) for name in one.sources))
        theater = self._theater(one.place)
        against = self._actor(one.against) if word.sign > 0 else None
        against = against if against not in (actor, recipient) else None
        words = [
            ("actor", one.actor),
            ("recipient", one.recipient),
            ("against", one.against if against else None),
            ("theater", one.place),
            *((f"source{n}", name) for n, name in enumerate(one.sources)),
        ]
        claim = with_id(
            Claim(
                id="",
                document=self.document.id,
                span=span,
                quote=self.document.text[slice(*span)],
                actor=actor,
                relation=word.name,
                recipient=recipient,
                sign=word.sign,
                symmetric=word.symmetric,
                sources=sources,
                anonymous=bool(sources) and self.actors[sources[0]].kind == "speaker",
                against=against,
                theater=theater,
                modality=one.modality,  # type: ignore[arg-type]  # looked at in _fault
                confidence=CONFIDENCE,
                words=tuple((slot, name) for slot, name in words if name),
            )
        )
        self.claims.setdefault(claim.id, claim)

    def _actor(self, name: str | None) -> str | None:
        return self._enter(name, "described") if name else None

    def _speaker(self, name: str) -> str:
        return self._enter(name, "person" if name[:1].isupper() else "speaker")

    def _enter(self, name: str, kind: str) -> str:
        """Return the id of an actor of the gazetteer, or of one that this text describes."""
        id = self._known.get(name.casefold())
        if id is None:
            ids = [one for one in self._matched(name) if self.gazetteer.has_actor(one)]
            id = ids[0] if ids else self._roster.describe(name, kind)
            self._known[name.casefold()] = id
        self.actors[id] = self._roster.actor(id)
        return id

    def _theater(self, name: str | None) -> str | None:
        if not name:
            return None
        ids = [one for one in self._matched(name) if self.gazetteer.has_theater(one)]
        if ids:
            self.theaters[ids[0]] = self.gazetteer.theater(ids[0])
            return ids[0]
        id = self._roster.place(name)
        self.theaters[id] = self._roster.places[id]
        return id

    def _matched(self, name: str) -> tuple[str, ...]:
        """Return what a whole name means to the gazetteer, articles left out."""
        words = [word.text for word in words_of(name, 0, len(name))]
        if words and words[0].casefold() == "the":
            words = words[1:]
        found = self.gazetteer.matches(words, on=self.document.published)
        return found[0].ids if found and (found[0].start, found[0].end) == (0, len(words)) else ()


def _without_blanks(one: Proposed) -> Proposed:
    """Read an empty name as none."""
    return Proposed(
        quote=one.quote.strip(),
        actor=(one.actor or "").strip() or None,
        recipient=(one.recipient or "").strip() or None,
        relation=one.relation,
        sign=one.sign,
        modality=one.modality,
        sources=tuple(name.strip() for name in one.sources if name.strip()),
        against=(one.against or "").strip() or None,
        place=(one.place or "").strip() or None,
    )


def _place(words: str, text: str) -> int | None:
    """Return where words stand in a text as whole words, None if nowhere."""
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    found = re.search(left + re.escape(words) + right, text)
    return found.start() if found else None
