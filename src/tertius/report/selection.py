"""Which claims count, and which answers are shown.

Whose word and how it is said (source, modality) decide what is added up: without a source, the
picture is the one that the others give. Actor and theater only decide what is shown of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tertius.errors import TertiusError
from tertius.evidence import Parties, Standings
from tertius.records import Alignment, Claim, Document, Modality, Reading
from tertius.report.names import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a user asked for; names as typed."""

    theaters: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    modalities: tuple[Modality, ...] = ()
    sources: tuple[str, ...] = ()  # speakers or outlets, only on whose word
    without_sources: tuple[str, ...] = ()


EVERYTHING: Final = Selection()


class NotNamedError(TertiusError):
    """A name that a selection asks for and no claim holds."""

    def __init__(self, kind: str, name: str, *, near: list[str]) -> None:
        self.kind, self.name, self.near = kind, name, near
        super().__init__(
            f"no claim of these reports names {kind} {name!r}; closest: {', '.join(near) or 'none'}"
        )


def spoken(reading: Reading, selection: Selection) -> Reading:
    """Return the reading with the claims that count.

    Raises NotNamedError for a source on whose word nothing is.
    """
    if not (selection.modalities or selection.sources or selection.without_sources):
        return reading
    known = {document.id: document for document in reading.documents}
    names = {actor.id: actor.name for actor in reading.actors}

    def says(claim: Claim, source: str) -> bool:
        return _is_said_by(claim, known.get(claim.document), source, names)

    for source in (*selection.sources, *selection.without_sources):
        if not any(says(claim, source) for claim in reading.claims):
            raise NotNamedError("the source", source, near=_speakers(reading, names))
    return replace(
        reading,
        claims=tuple(
            claim
            for claim in reading.claims
            if (not selection.modalities or claim.modality in selection.modalities)
            and (not selection.sources or any(says(claim, one) for one in selection.sources))
            and not any(says(claim, one) for one in selection.without_sources)
        ),
    )


def shown(
    reading: Reading,
    rows: Sequence[Alignment],
    selection: Selection,
    standings: Standings,
) -> tuple[tuple[Alignment, ...], tuple[Claim, ...]]:
    """Return the rows asked for, and the claims asked for or beneath these rows.

    Raises NotNamedError for an actor or theater that no claim or row names.
    """
    if not (selection.actors or selection.theaters):
        return tuple(rows), reading.claims
    parties = Parties.of(reading, standings)
    actors = {id for name in selection.actors for id in _actors(name, reading, rows, standings)}
    places = {id for name in selection.theaters for id in _places(name, reading, standings)}

    def is_there(theater: str | None) -> bool:
        return not places or (
            theater is not None and bool(places & {theater, *parties.above(theater)})
        )

    kept = tuple(
        row
        for row in rows
        if is_there(row.theater) and (not actors or actors & {row.side_a, row.side_b})
    )
    beneath = {id for row in kept for id in (*row.claims, *row.counter, *row.denials)}

    def is_asked(claim: Claim) -> bool:
        named = [id for id in (claim.actor, claim.recipient, claim.against) if id]
        counted = {parties.party(id, document=claim.document) for id in named}
        return is_there(claim.theater) and (not actors or bool(actors & {*named, *counted}))

    claims = tuple(one for one in reading.claims if one.id in beneath or is_asked(one))
    return kept, claims


def _is_said_by(
    claim: Claim, document: Document | None, source: str, names: dict[str, str]
) -> bool:
    labels = [document.outlet, document.copied_from] if document else []
    for place, id in enumerate(claim.sources):
        labels += [id, names.get(id), wording(claim, f"source{place}")]
    return any(label is not None and _holds(label, source) for label in labels)


def _speakers(reading: Reading, names: dict[str, str]) -> list[str]:
    found = {names.get(id, id) for claim in reading.claims for id in claim.sources}
    found |= {document.outlet for document in reading.documents if document.outlet}
    return sorted(found)[:5]


def _actors(
    name: str, reading: Reading, rows: Iterable[Alignment], standings: Standings
) -> set[str]:
    """Return the actors of a reading that a name fits; the parties of rows among them."""
    labels = {actor.id: [actor.id, actor.name, *actor.aliases] for actor in reading.actors}
    for id in {id for row in rows for id in (row.side_a, row.side_b)}:
        if standings.has_actor(id):
            known = standings.actor(id)
            labels.setdefault(id, [known.id, known.name, *known.aliases])
    for claim in reading.claims:
        for slot, actor in (("actor", claim.actor), ("recipient", claim.recipient)):
            words = wording(claim, slot)
            if actor in labels and words:
                labels[actor].append(words)
    return _fitting("the actor", name, labels)


def _places(name: str, reading: Reading, standings: Standings) -> set[str]:
    labels = {theater.id: [theater.id, theater.name] for theater in reading.theaters}
    for id in {place for theater in reading.theaters for place in theater.within}:
        if standings.has_theater(id):
            labels.setdefault(id, [id, standings.theater(id).name])
    return _fitting("the place", name, labels)


def _fitting(kind: str, name: str, labels: dict[str, list[str]]) -> set[str]:
    """Return ids with a label that is the name, else those with one that holds it."""
    same = {id for id, known in labels.items() if name.casefold() in map(str.casefold, known)}
    found = same or {id for id, known in labels.items() if any(_holds(one, name) for one in known)}
    if not found:
        near = _nearest(name, {one for known in labels.values() for one in known})
        raise NotNamedError(kind, name, near=near)
    return found


def _nearest(name: str, labels: set[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, sorted(labels), n=3, cutoff=0.5)


def _holds(label: str, name: str) -> bool:
    """Tell whether a label holds a name as whole words, in any case."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", label, re.IGNORECASE) is not None
