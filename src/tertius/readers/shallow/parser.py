"""The shallow parser: the same answers as the trained encoder, from rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tertius.gazetteer import Gazetteer
from tertius.readers.shallow.clauses import Assembly
from tertius.readers.shallow.phrases import Arcs, pieces
from tertius.readers.shallow.tags import Tagger
from tertius.reading.mentions import nominals
from tertius.reading.syntax import Parse, lemma
from tertius.reading.syntax.parse import EMPTY

CONFIDENCE = 0.5  # of every arc: rules do not know how sure they are
LONGEST = 400  # words that are read as one sentence
_BODIES = frozenset(
    """army front movement party forces force brigade brigades union league council ministry group
    organisation organization alliance coalition command congress assembly corps guard""".split()
)


@dataclass(frozen=True, slots=True)
class ShallowParser:
    """Reads tokenized sentences by rules; takes names from the gazetteer."""

    gazetteer: Gazetteer = field(repr=False)

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences of words cut as Universal Dependencies does (Iran | 's).

        Each sentence is read on its own. A word far into a sentence of more than 400 words hangs
        on the root.
        """
        return [self._sentence(words) for words in sentences]

    def _sentence(self, words: Sequence[str]) -> Parse:
        if not words:
            return EMPTY
        named = self._named(words)
        places = {i: kind for start, end, kind in named for i in range(start, end)}
        upos, xpos = Tagger(words, places).tags()
        arcs = Arcs(words, upos, xpos)
        cut = pieces(arcs)
        Assembly(arcs, [piece for piece in cut if piece.end <= LONGEST]).build()
        return Parse(
            upos=tuple(upos),
            xpos=tuple(xpos),
            heads=tuple(head if head is not None else -1 for head in arcs.heads),
            labels=tuple(arcs.labels),
            names=tuple(_names(words, upos, xpos)),
            confidence=(CONFIDENCE,) * len(words),
        )

    def _named(self, words: Sequence[str]) -> list[tuple[int, int, str]]:
        """Return the names of the gazetteer: first word, word after the last, name or people."""
        found = self.gazetteer.matches(words)
        return [(m.start, m.end, "people" if m.role == "demonym" else "name") for m in found]


def _names(
    words: Sequence[str], upos: Sequence[str], xpos: Sequence[str]
) -> list[tuple[int, int, str]]:
    """Return runs of capitals as names: of persons after a title, of places after "in"."""
    found: list[tuple[int, int, str]] = []
    i = 0
    while i < len(words):
        if upos[i] != "PROPN" or not words[i][:1].isupper():
            i += 1
            continue
        end = i
        while end < len(words) and upos[end] == "PROPN" and words[end][:1].isupper():
            end += 1
        start = i
        while start < end - 1 and _is_title(words[start]):
            start += 1
        found.append((start, end, _kind(words, start, end)))
        i = end
    return found


def _is_title(word: str) -> bool:
    return any(kind == "official" for kind, _ in nominals().get(lemma(word.lower(), "NOUN"), ()))


def _kind(words: Sequence[str], start: int, end: int) -> str:
    before = words[start - 1] if start else ""
    if any(word.casefold() in _BODIES for word in words[start:end]):
        return "ORG"
    if _is_title(before) or before.casefold() in {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr."}:
        return "PER"
    if before.casefold() in {"in", "near", "at", "outside", "around", "from"}:
        return "LOC"
    if words[start:end] and all(word.isupper() for word in words[start:end]):
        return "ORG"
    return "PER" if end - start in {2, 3} else "LOC"
