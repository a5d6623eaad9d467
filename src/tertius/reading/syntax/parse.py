"""What the encoder says of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Parse:
    """One tree and the names in it; all columns but `names` have one entry per word."""

    upos: tuple[str, ...]  # universal word classes: NOUN, PROPN, VERB, ...
    xpos: tuple[str, ...]  # Penn word classes: they tell past (VBD) from present (VBZ)
    heads: tuple[int, ...]  # index of the head word; -1: the root of the sentence
    labels: tuple[str, ...]  # Universal Dependencies with subtypes: nsubj:pass, nmod:poss, ...
    names: tuple[tuple[int, int, str], ...]  # first word, word after the last, PER | ORG | LOC
    confidence: tuple[float, ...]  # probability of the arc to the head, 0 to 1

    @property
    def root(self) -> int:
        """Give the index of the root, -1 in an empty sentence."""
        return self.heads.index(-1) if self.heads else -1


EMPTY = Parse((), (), (), (), (), ())


class Parser(Protocol):
    """What gives trees: the trained encoder, or what stands in for it (`tertius.readers`)."""

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences of words cut as Universal Dependencies does, each on its own."""
        ...
