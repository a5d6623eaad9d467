"""The reader: documents in, claims out. Its steps, in the order of the data:

    repair -> sentences -> syntax -> mentions -> actors -> attribution -> predicates -> claims

A step is a module with one function or class; a trained step replaces a rule step of the same
name without its neighbours noticing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tertius.documents import repair
from tertius.gazetteer import Gazetteer
from tertius.reading import headlines
from tertius.reading.actors import Cast
from tertius.reading.attribution import attributions
from tertius.reading.claims import claims
from tertius.reading.fillers import Fillers
from tertius.reading.mending import mended
from tertius.reading.mentions import mentions
from tertius.reading.newcomers import Newcomers
from tertius.reading.predicates import Finder
from tertius.reading.rebuttals import rebuttals
from tertius.reading.sentences import Sentence, sentences
from tertius.reading.sides import fights_of, quarrel_of
from tertius.reading.syntax import lemma
from tertius.reading.text import Text
from tertius.reading.theaters import Theaters
from tertius.reading.trees import Tree
from tertius.records import Actor, Claim, Document, Reading, Theater

if TYPE_CHECKING:
    from tertius.reading.relations.judge import Judge
    from tertius.reading.syntax import Encoder, Parser


def read_documents(
    documents: Iterable[Document],
    *,
    gazetteer: Gazetteer | None = None,
    encoder: Parser | None = None,
    judge: Judge | None = None,
) -> Reading:
    """Read documents into claims.

    encoder: another parser than the one that comes with the tool.
    judge: weighs the votes of a network of relations; None: the rules read alone.

    Every claim's quote is `document.text[start:end]` of its span. The same documents give the
    same Reading; one document never changes what another gives. Cost grows with the number of
    words; memory with the longest document.
    """
    world = gazetteer or Gazetteer.load()
    kept: list[Document] = []
    found: list[Claim] = []
    actors: dict[str, Actor] = {}
    theaters: dict[str, Theater] = {}
    for document in documents:
        kept.append(document)
        text = analyse(document, gazetteer=world, encoder=encoder or _encoder())
        own: list[Claim] = []
        for n in range(len(text.trees)):
            told = [*claims(text, n), *rebuttals(text, n, own)]
            own += judge.judged(text, n, told) if judge else told
        found += own
        for claim in own:
            _collect(claim, text, actors, theaters)
    return Reading(
        documents=tuple(kept),
        actors=tuple(actors[i] for i in sorted(actors)),
        theaters=tuple(theaters[i] for i in sorted(theaters)),
        claims=tuple(found),
    )


def analyse(document: Document, *, gazetteer: Gazetteer, encoder: Parser) -> Text:
    """Return a document with its trees, actors and speakers, before claims are made of them."""
    spelt = getattr(encoder, "vocabulary", None)
    known = frozenset() if spelt is None else spelt.vocabulary
    repaired = repair(document.text, names=_Names(gazetteer), known=known)
    split = [s for s in sentences(repaired.text) if not _is_boilerplate(s, document, repaired.span)]
    trees = _parsed(split, encoder)
    newcomers = Newcomers(trees, gazetteer)
    cast = Cast(document.id, gazetteer, on=document.published, newcomers=newcomers)
    tails = headlines.completions(trees, gazetteer, on=document.published)
    predications = []
    for n, tree in enumerate(trees):
        cased = _is_cased(tree.texts)
        found = mentions(tree, gazetteer, on=document.published, cased=cased, newcomers=newcomers)
        cast.add(tree, headlines.completed(tree, found, tails.get(n)))
        predications.append(Finder(tree, Fillers(tree, n, cast)).find())
        for one, other in fights_of(predications[-1], n, cast):
            cast.fought(one, other)
        quarrel = quarrel_of(predications[-1], n, cast)
        if quarrel:  # so that "both sides" of the next sentence are these
            cast.quarrels.append(quarrel)
    return Text(
        document=document,
        repaired=repaired,
        trees=trees,
        cast=cast,
        attributions=attributions(trees, cast, repaired.text),
        theaters=Theaters(trees, cast, dateline=_dateline(repaired.text, trees, gazetteer)),
        predications=predications,
    )


@cache
def _encoder() -> Encoder:
    from tertius.reading.syntax import Encoder

    return Encoder.load()


def _parsed(split: Sequence[Sentence], encoder: Parser) -> list[Tree]:
    parses = encoder.parse([s.texts for s in split])
    trees = []
    for s, p in zip(split, parses, strict=True):
        heads, labels = mended(s.texts, p.upos, p.xpos, p.heads, p.labels)
        lemmas = tuple(lemma(w, u).casefold() for w, u in zip(s.texts, p.upos, strict=True))
        trees.append(
            Tree(
                sentence=s, upos=p.upos, heads=heads, labels=labels, lemmas=lemmas, xpos=p.xpos,
                names=p.names,
            )
        )  # fmt: skip
    return trees


def _dateline(text: str, trees: Sequence[Tree], gazetteer: Gazetteer) -> str | None:
    """Return the place that a report is written from, if a line begins with it: "GAO, Mali -"."""
    for tree in trees[:3]:
        start = tree.sentence.start
        before = text[text.rfind("\n", 0, start) + 1 : start].split(",")[0].strip(" -–—")
        for match in gazetteer.matches(before.title().split()):
            for place in match.ids:
                if gazetteer.has_theater(place):
                    return place
    return None


def _is_boilerplate(s: Sentence, document: Document, span: object) -> bool:
    start, end = span(s.start, s.end)  # type: ignore[operator]
    return any(a < end and start < b for a, b in document.boilerplate)


def _is_cased(words: Sequence[str]) -> bool:
    """Tell whether capitals mean something: not in a headline of capitals or of small letters."""
    letters = [w for w in words if len(w) > 1 and w.isalpha()]
    capitals = sum(w.isupper() for w in letters)
    small = sum(w.islower() for w in letters)
    if len(letters) >= 4 and capitals > 0.8 * len(letters):
        return False
    return not (len(letters) >= 6 and small == len(letters))


def _collect(
    claim: Claim, text: Text, actors: dict[str, Actor], theaters: dict[str, Theater]
) -> None:
    for actor in (claim.actor, claim.recipient, claim.against, *claim.sources):
        if actor is not None and actor not in actors:
            actors[actor] = text.cast.actor(actor)
    if claim.theater is not None and claim.theater not in theaters:
        place = claim.theater
        theaters[place] = text.cast.places.get(place) or text.cast.gazetteer.theater(place)


@dataclass(frozen=True)
class _Names:
    """Every name that the gazetteer knows, for the repair of lost apostrophes."""

    gazetteer: Gazetteer

    def __contains__(self, name: object) -> bool:
        words = str(name).split()
        return any(
            m.start == 0 and m.end == len(words) and m.role != "demonym"
            for m in self.gazetteer.matches(words)
        )
