"""What the encoder says of one sentence."""

from __future__ import annotations

from dataclasses import dataclass


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
