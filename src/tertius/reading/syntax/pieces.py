"""Cut words into word pieces, the same way when the encoder learns and when it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tertius.reading.syntax.wordpieces import WordPieces

CLS, SEP, UNKNOWN, MASK = 101, 102, 100, 103  # rows of the vocabulary
PIECES_PER_WORD = 8  # web addresses are cut here; only the first piece of a word is read out
SHAPES = 6  # lower, Capitalised, MIXED, no letters, has a digit, outside the sentence

_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Pieces:
    """One sentence as rows of the vocabulary, between the marks for its start and end."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]  # one per piece
    firsts: tuple[int, ...]  # where the first piece of each word is; firsts[0] is the start mark


def shape(word: str) -> int:
    """Give the row of the shape table that a word belongs to; the vocabulary has no capitals."""
    if any(c.isdigit() for c in word):
        return 4
    if not any(c.isalpha() for c in word):
        return 3
    if word == word.lower():
        return 0
    return 1 if word[0].isupper() and word[1:] == word[1:].lower() else 2


def cut(words: Sequence[str], vocabulary: WordPieces) -> Pieces:
    """Cut a sentence; a word that the vocabulary cannot spell is one unknown piece.

    Takes any words, empty ones too. It does not limit how long a sentence gets.
    """
    of_word = [vocabulary.rows(word.translate(_PLAIN))[:PIECES_PER_WORD] for word in words]
    ids, shapes, firsts = [CLS], [SHAPES - 1], [0]
    for word, rows in zip(words, of_word, strict=True):
        firsts.append(len(ids))
        ids.extend(rows or [UNKNOWN])
        shapes.extend([shape(word)] * max(1, len(rows)))
    return Pieces((*ids, SEP), (*shapes, SHAPES - 1), tuple(firsts))
