"""Parsed sentences written out by hand: `word/CLASS/relation/head`.

Heads are counted from 1; 0 is the root. CLASS is a part of speech, with a Penn class after a point
where one is needed: `VERB.VBN`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertius.reading.actors import Cast
from tertius.reading.fillers import Fillers
from tertius.reading.mentions import mentions
from tertius.reading.predicates import Finder
from tertius.reading.sentences import Sentence, Word
from tertius.reading.syntax import lemma
from tertius.reading.trees import Tree

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer

PENN = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "ADJ": "JJ", "ADP": "IN", "DET": "DT"}


def drawn(words: str, *, start: int = 0, paragraph: int = 0) -> Tree:
    """Return the tree of a sentence whose words stand one space apart."""
    rows = [word.split("/") for word in words.split()]
    at, placed = start, []
    for text, *_ in rows:
        placed.append(Word(text, at, at + len(text)))
        at += len(text) + 1
    classes = [(*row[1].split("."), "")[:2] for row in rows]
    upos = tuple(upos for upos, _ in classes)
    texts = [row[0] for row in rows]
    xpos = []
    for text, (coarse, fine) in zip(texts, classes, strict=True):
        plural = coarse == "NOUN" and text.endswith("s")
        xpos.append(fine or ("NNS" if plural else PENN.get(coarse, coarse)))
    return Tree(
        sentence=Sentence(start, at - 1, paragraph, tuple(placed)),
        upos=upos,
        heads=tuple(int(row[3]) - 1 for row in rows),
        labels=tuple(row[2] for row in rows),
        lemmas=tuple(lemma(t, u).casefold() for t, u in zip(texts, upos, strict=True)),
        xpos=tuple(xpos),
    )


def cast_of(*trees: Tree, gazetteer: Gazetteer) -> Cast:
    """Return the actors of sentences that follow one another."""
    cast = Cast("d-0123456789ab", gazetteer, on="2024-05-10")
    for tree in trees:
        cast.add(tree, mentions(tree, gazetteer, on="2024-05-10", cased=True))
    return cast


def relations_of(*trees: Tree, gazetteer: Gazetteer) -> list[tuple[str, str, str]]:
    """Return what the last sentence says, as (actors, relation, recipients), parties by name."""
    tree, cast = trees[-1], cast_of(*trees, gazetteer=gazetteer)
    found = Finder(tree, Fillers(tree, len(trees) - 1, cast)).find()

    def names(heads: tuple[int, ...]) -> str:
        return ", ".join(parties(cast, len(trees) - 1, *heads))

    return [(names(p.actors), p.relation, names(p.recipients)) for p in found]


def parties(cast: Cast, sentence: int, *heads: int) -> list[str]:
    """Return the names of the sides that words stand for."""
    known = [cast.at(sentence, i) for i in heads]
    sides = {cast.standing(i) for one in known if one for i in one.ids}
    return sorted(cast.actor(i).name for i in sides)
