"""A text of somebody else's as our reader sees it: its trees, its cast and its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tertius.gazetteer import Gazetteer
from tertius.readers import Reader
from tertius.reading.read_documents import analyse
from tertius.reading.relations.network import Network
from tertius.reading.relations.windows import BEFORE, Spot, window
from tertius.reading.syntax import Encoder
from tertius.reading.syntax.parse import Parser
from tertius.reading.text import Text
from tertius.records import Claim, Document

NEAR = 4  # words


@dataclass(frozen=True, slots=True)
class Laid:
    """One document; spans are characters of its text."""

    text: Text
    claims: tuple[Claim, ...]

    def words(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return (sentence, word) of the words in a span."""
        found = []
        for n, tree in enumerate(self.text.trees):
            for i, word in enumerate(tree.sentence.words):
                a, b = self.text.repaired.span(word.start, word.end)
                if a < end and start < b:
                    found.append((n, i))
        return found

    def head(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the word of a span that hangs on no other word of it."""
        inside = self.words(start, end)
        for n, i in inside:
            tree = self.text.trees[n]
            if (n, tree.heads[i]) not in inside and any(c.isalnum() for c in tree.texts[i]):
                return n, i
        return inside[-1] if inside else None

    def ids(self, start: int, end: int) -> set[str]:
        """Return the actors that the words of a span mean."""
        found: set[str] = set()
        for place in self.words(start, end):
            resolved = self.text.cast.at(*place)
            if resolved is not None:
                found.update(resolved.ids)
                if resolved.speaker:
                    found.add(resolved.speaker)
        return found


def lay_out(text: str, *, name: str, reader: Reader, gazetteer: Gazetteer, parser: Parser) -> Laid:
    """Read one text."""
    document = Document(id=name, text=text, path=name, sha256="")
    found = reader.read([document]).claims
    return Laid(analyse(document, gazetteer=gazetteer, encoder=parser), tuple(found))


def lay_out_all(
    texts: Sequence[tuple[str, str]], *, reader: Reader, gazetteer: Gazetteer, parser: Parser
) -> list[Laid]:
    """Read many texts, given as name and text."""
    return [
        lay_out(text, name=name, reader=reader, gazetteer=gazetteer, parser=parser)
        for name, text in texts
    ]


def said_between(laid: Laid, one: set[str], other: set[str], start: int, end: int) -> set[int]:
    """Return the signs of the claims about two sets of actors whose words touch a span.

    A party that is rolled up counts by what it stands for, too.
    """
    cast = laid.text.cast

    def wide(ids: set[str]) -> set[str]:
        return ids | {cast.affiliation[i] for i in ids if i in cast.affiliation}

    ones, others = wide(one), wide(other)
    signs = set()
    for claim in laid.claims:
        if claim.span is None or not (claim.span[0] < end and start < claim.span[1]):
            continue
        sides = (claim.actor, claim.recipient)
        if (sides[0] in ones and sides[1] in others) or (sides[0] in others and sides[1] in ones):
            signs.add(int(claim.sign))
    return signs


def path_features(laid: Laid, first: tuple[int, int], second: tuple[int, int]) -> list[str]:
    """Return what the tree and the words say of two words, as named features."""
    if first[0] != second[0]:
        return ["apart"]
    tree = laid.text.trees[first[0]]
    one, other = sorted((first[1], second[1]))
    up_one, up_other = [one, *tree.ancestors(one)], [other, *tree.ancestors(other)]
    meet = next((i for i in up_one if i in up_other), one)
    left = up_one[: up_one.index(meet)]
    right = up_other[: up_other.index(meet)]
    return [
        f"left {' '.join(tree.label(i) for i in left)}",
        f"right {' '.join(tree.label(i) for i in right)}",
        f"meet {tree.lemmas[meet]}",
        f"meet class {tree.upos[meet]}",
        f"far {min(6, len(left) + len(right))}",
        *(f"path {tree.lemmas[i]}" for i in {*left[1:], *right[1:], meet}),
        *(f"between {tree.lemmas[i]}" for i in range(one + 1, other)),
        *(f"before {tree.lemmas[i]}" for i in range(max(0, one - NEAR), one)),
        *(f"after {tree.lemmas[i]}" for i in range(other + 1, min(len(tree), other + NEAR + 1))),
        *(f"case {tree.case(i)}" for i in (one, other)),
        *(f"sentence {lemma}" for lemma in sorted(set(tree.lemmas))),
    ]


def network_of(reader: str, encoder: Encoder) -> Network | None:
    """Return the network of relations of a reader called voted:FOLDER; None: it has none."""
    kind, _, folder = reader.partition(":")
    return Network.load(encoder, Path(folder)) if kind == "voted" else None


def voted(
    laid: Laid, first: tuple[int, int], second: tuple[int, int], network: Network
) -> tuple[float, float]:
    """Return how likely the network holds two words' parties to be aligned, and opposed.

    Two words of different sentences are not asked about.
    """
    n = first[0]
    if n != second[0] or first[1] == second[1]:
        return 0.0, 0.0
    spots = [Spot("first", 0, first[1]), Spot("second", 0, second[1])]
    seen = window(laid.text.trees[max(0, n - BEFORE) : n + 1], spots, network.encoder.vocabulary)
    if seen is None:
        return 0.0, 0.0
    aligned, opposed = network.opinions(seen)[0]
    return aligned.chance, opposed.chance
