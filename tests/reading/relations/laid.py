"""Documents of drawn sentences, and a network whose opinions a test sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from tertius.documents import repair
from tertius.reading.attribution import attributions
from tertius.reading.fillers import Fillers
from tertius.reading.predicates import Finder
from tertius.reading.relations.judge import TERMS, Judge
from tertius.reading.relations.network import Network, Opinion
from tertius.reading.relations.windows import Window
from tertius.reading.syntax.wordpieces import WordPieces
from tertius.reading.text import Text
from tertius.reading.theaters import Theaters
from tertius.records import Document
from tests.reading.drawn import cast_of, drawn

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer

# One row per word that the tests speak of, a word of two pieces, and one row for all others.
VOCABULARY = WordPieces(
    {"[UNK]": 100, "chad": 1001, "mali": 1002, "niger": 1003, "attacked": 1004, "fire": 1005,
     "##wood": 1006}
)  # fmt: skip
# In a curve like this one both voters speak for a claim; the other sign speaks against it.
CURVE = dict(zip(TERMS, (-0.5, 0.4, 0.8, 0.9, 0.7, -0.3, 0.1), strict=True))


def laid(*sentences: str, gazetteer: Gazetteer) -> Text:
    """Return a document of drawn sentences, one space apart, on its way to claims."""
    trees, start = [], 0
    for words in sentences:
        trees.append(drawn(words, start=start))
        start = trees[-1].sentence.end + 1
    text = " ".join(word for tree in trees for word in tree.texts)
    cast = cast_of(*trees, gazetteer=gazetteer)
    return Text(
        document=Document(id=cast.document, text=text, path="-", sha256="", published="2024-05-10"),
        repaired=repair(text),
        trees=trees,
        cast=cast,
        attributions=attributions(trees, cast, text),
        theaters=Theaters(trees, cast),
        predications=[Finder(tree, Fillers(tree, n, cast)).find() for n, tree in enumerate(trees)],
    )


ALIGNED = Opinion(
    sign=1, chance=0.02, direction=0, relations=("supports", "aligned-with"),
    modality="asserted", modality_chance=0.9, attitude=None, attitude_chance=0.9,
    trigger=(0, 1), source=None, source_chance=0.9, against=None, against_chance=0.9,
)  # fmt: skip
OPPOSED = replace(ALIGNED, sign=-1, relations=("attacks", "fights"))


@dataclass
class StandIn:
    """Says of each pair what a test has set; of all others that nothing is between them."""

    set: Mapping[frozenset[str], tuple[Opinion, Opinion]] = field(default_factory=dict)
    asked: list[Window] = field(default_factory=list)
    vocabulary: WordPieces = VOCABULARY

    @property
    def encoder(self) -> StandIn:
        """What lends the vocabulary."""
        return self

    def opinions(self, window: Window) -> list[tuple[Opinion, Opinion]]:
        """Return the opinions on the pairs of a window."""
        self.asked.append(window)
        parties = [frozenset((p.first.party, p.second.party)) for p in window.pairs]
        return [self.set.get(pair, (ALIGNED, OPPOSED)) for pair in parties]


def network(one: str = "", other: str = "", *, aligned: Any = 0.02, opposed: Any = 0.02) -> Network:
    """Return a network with opinions on one pair; a number stands for a plain opinion.

    aligned, opposed: a chance, or a mapping of fields of Opinion.
    """
    said = tuple(
        replace(plain, **(given if isinstance(given, dict) else {"chance": given}))
        for plain, given in ((ALIGNED, aligned), (OPPOSED, opposed))
    )
    return cast(Network, StandIn({frozenset((one, other)): said} if one else {}))  # type: ignore[dict-item]


def judge(seen: Network, *, floor: float = 0.0, **weights: float) -> Judge:
    """Return a judge with the curve of the tests; weights of other terms by their names."""
    known = {**CURVE, **{name.replace("_", " "): value for name, value in weights.items()}}
    assert len(known) == len(CURVE)
    return Judge(seen, tuple(known[term] for term in TERMS), floor)


def parties(pairs: Sequence[Any]) -> list[str]:
    """Return the pairs of a window in short: "A0 B3", each party with its word."""
    return [
        " ".join(f"{s.party}{'-' * s.back}{s.word}" for s in (pair.first, pair.second))
        for pair in pairs
    ]
