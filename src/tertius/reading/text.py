"""One document on its way to claims, and the words it has for things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tertius.documents import Repaired
from tertius.reading.actors import Cast
from tertius.reading.attribution import Attribution
from tertius.reading.predications import Predication
from tertius.reading.roster import Resolved
from tertius.reading.theaters import Theaters
from tertius.reading.trees import Tree
from tertius.records import Document


@dataclass(frozen=True, kw_only=True)
class Text:
    """One document on its way to claims."""

    document: Document
    repaired: Repaired
    trees: Sequence[Tree]
    cast: Cast
    attributions: Sequence[Attribution]
    theaters: Theaters
    predications: Sequence[Sequence[Predication]]  # by sentence


def slice_of(text: Text, place: tuple[int, int, int]) -> str | None:
    """Return the document\'s words from one word of a sentence up to another."""
    sentence, start, end = place
    words = text.trees[sentence].sentence.words
    a, b = text.repaired.span(words[start].start, words[end - 1].end)
    return text.document.text[a:b] or None


def name_in(text: Text, actor: str) -> str | None:
    """Return the name under which the document first speaks of an actor."""
    place = text.cast.first_name(actor)
    return slice_of(text, place) if place else None


def place_of(text: Text, sentence: int, p: Predication) -> tuple[str | None, str | None]:
    """Return the theater of a relation and the document's words for it."""
    found = text.theaters.of(sentence, p)
    if isinstance(found, Resolved):
        m = found.mention
        return found.place, slice_of(text, (found.sentence, m.start, m.end))
    if found is None:
        return None, None
    place = text.cast.first_place(found)
    return found, slice_of(text, place) if place else None
