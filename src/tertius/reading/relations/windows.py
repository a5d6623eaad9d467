"""What the network of relations looks at: a sentence, some words before it, and pairs of parties.

A pair is marked by two pieces that stand at the places of its mentions without being in the text
(levitated markers: Zhong and Chen 2021, doi:10.18653/v1/2021.naacl-main.5): text never attends to
them, so one pass scores all pairs of a sentence and no pair changes another's score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tertius.reading.relations.paths import anchors, features
from tertius.reading.syntax.pieces import CLS, SEP, SHAPES, Pieces, cut
from tertius.reading.syntax.wordpieces import WordPieces
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import family, triggers

FIRST, SECOND = 1, 2  # rows of the vocabulary that no word uses: the markers of a pair
OUTSIDE = SHAPES - 1
FAMILIES = (
    "fight", "coerce", "criticise", "support", "coordinate", "share-enemy", "talk", "command",
    "approve", "presence",
)  # fmt: skip
CUES = len(FAMILIES) + 1  # a word of a party has the row of its cue in a second half of the table
_CLASS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
CONTEXT_PIECES = 72  # of the sentences before, the nearest kept
SENTENCE_PIECES = 180  # of the sentence itself; the words beyond are not looked at
BEFORE = 2  # sentences before that are looked at
MOST_PAIRS = 24
MOST_BEFORE = 4  # parties that only the sentences before mention


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention as the network sees it: whose, and the head word, in sentence `back` before."""

    party: str
    back: int  # 0: this sentence
    word: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties to be scored, by their mentions in the order of the text."""

    first: Spot
    second: Spot


@dataclass(frozen=True, slots=True)
class Window:
    """One sentence with its context as rows of the vocabulary.

    `spots` numbers the words that slots can point at: 0 is "nobody", then (back, word) each.
    """

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    cues: tuple[int, ...]  # one per piece: what the dictionary of relations says of its word
    places: tuple[tuple[int, int], ...]  # (back, word) of each word that is looked at
    firsts: tuple[int, ...]  # first piece of each of them; firsts[0] is the start mark
    pairs: tuple[Pair, ...]
    marked: tuple[tuple[int, int], ...]  # pieces at which the markers of each pair stand
    features: tuple[tuple[int, ...], ...]  # of each pair, rows of one table (paths.py)
    anchors: tuple[tuple[int, ...], ...]  # of each pair, pieces of words between; 0: none

    def number(self, back: int, word: int) -> int | None:
        """Return the number by which slots point at a word; None outside the window."""
        try:
            return self.places.index((back, word)) + 1
        except ValueError:
            return None


def pairs_of(spots: Sequence[Spot]) -> list[Pair]:
    """Return each two parties once, by their nearest mentions; one is of this sentence if any is.

    Two parties that one mention names together ("the two countries") are a pair as well. Parties
    that only earlier sentences mention are paired too, the latest named first: an event may be
    told without its sides ("the raid lasted an hour").
    """
    own: dict[str, list[Spot]] = {}
    earlier: dict[str, Spot] = {}
    for spot in spots:
        if spot.back == 0:
            own.setdefault(spot.party, []).append(spot)
    for spot in sorted(spots, key=lambda s: (s.back, -s.word)):
        if spot.back and spot.party not in own:
            earlier.setdefault(spot.party, spot)
    before = {party: [spot] for party, spot in list(earlier.items())[:MOST_BEFORE]}
    parties = [*own.items(), *before.items()]
    found = [
        _nearest(one, other) for n, (_, one) in enumerate(parties) for _, other in parties[n + 1 :]
    ]
    if len(found) > MOST_PAIRS:  # those of this sentence are left out last
        found.sort(key=lambda pair: pair.first.back + pair.second.back)
    return found[:MOST_PAIRS]


def _nearest(one: Sequence[Spot], other: Sequence[Spot]) -> Pair:
    a, b = min(
        ((x, y) for x in one for y in other),
        key=lambda p: (abs(p[0].word - p[1].word), _at(p[0]), _at(p[1])),
    )
    return Pair(a, b) if _at(a) <= _at(b) else Pair(b, a)


def _at(spot: Spot) -> tuple[int, int]:
    return -spot.back, spot.word


def cues_of(tree: Tree) -> list[int]:
    """Return for each word the number of the family that triggers.csv gives it; 0: none."""
    known = _families()
    return [
        known.get((_CLASS.get(upos, ""), lemma), 0)
        for lemma, upos in zip(tree.lemmas, tree.upos, strict=True)
    ]


@cache
def _families() -> Mapping[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for (kind, lemma), meant in triggers().items():
        coarse = "noun" if kind == "role" else kind
        found.setdefault((coarse, lemma), FAMILIES.index(family(meant[0].relation)) + 1)
    return found


def window(trees: Sequence[Tree], spots: Sequence[Spot], vocabulary: WordPieces) -> Window | None:
    """Return the window of the last of some sentences; None where no two parties are in sight.

    trees: up to BEFORE sentences before, nearest last, then the sentence itself.
    """
    trees = trees[-BEFORE - 1 :]
    cutted = [cut(tree.texts, vocabulary) for tree in trees]
    ids, shapes, firsts, cues = [CLS], [OUTSIDE], [0], [0]
    named = {(spot.back, spot.word) for spot in spots}
    places: list[tuple[int, int]] = []
    for back in range(len(cutted) - 1, -1, -1):
        pieces = cutted[len(cutted) - 1 - back]
        start, stop = _kept(pieces, back, cutted)
        said = cues_of(trees[len(cutted) - 1 - back])
        for word in range(start, stop):
            a, b = _bounds(pieces, word)
            places.append((back, word))
            firsts.append(len(ids))
            ids += pieces.ids[a:b]
            shapes += pieces.shapes[a:b]
            cues += [said[word] + (CUES if (back, word) in named else 0)] * (b - a)
        if start < stop:
            ids.append(SEP)
            shapes.append(OUTSIDE)
            cues.append(0)
    at = dict(zip(places, firsts[1:], strict=True))
    pairs = pairs_of([s for s in spots if (s.back, s.word) in at])
    if not pairs:
        return None
    here = cues_of(trees[-1])
    return Window(
        ids=tuple(ids),
        shapes=tuple(shapes),
        cues=tuple(cues),
        places=tuple(places),
        firsts=tuple(firsts),
        pairs=tuple(pairs),
        marked=tuple(
            (at[p.first.back, p.first.word], at[p.second.back, p.second.word]) for p in pairs
        ),
        anchors=tuple(
            tuple(
                at.get((0, word), 0) if word is not None else 0
                for word in anchors(trees[-1], _here(p.first), _here(p.second))
            )
            for p in pairs
        ),
        features=tuple(features(trees[-1], here, _here(p.first), _here(p.second)) for p in pairs),
    )


def _here(spot: Spot) -> int | None:
    return None if spot.back else spot.word


def _bounds(pieces: Pieces, word: int) -> tuple[int, int]:
    last = len(pieces.firsts) - 2
    end = pieces.firsts[word + 2] if word < last else len(pieces.ids) - 1
    return pieces.firsts[word + 1], end


def _kept(pieces: Pieces, back: int, all_: Sequence[Pieces]) -> tuple[int, int]:
    """Return the words of a sentence that are looked at: the first of this one, the last before."""
    words = len(pieces.firsts) - 1
    if back == 0:
        stop = words
        while stop and _bounds(pieces, stop - 1)[1] > SENTENCE_PIECES:
            stop -= 1
        return 0, stop
    nearer = sum(len(p.ids) - 2 for p in all_[len(all_) - back : -1])
    left = CONTEXT_PIECES - nearer
    start = words
    while start and len(pieces.ids) - 1 - _bounds(pieces, start - 1)[0] <= left:
        start -= 1
    return start, words
