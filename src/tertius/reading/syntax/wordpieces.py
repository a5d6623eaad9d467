"""Words as rows of the encoder's vocabulary: the uncased WordPiece of BERT (Devlin et al. 2019).

Words come cut by `sentences`, so little is left to do, and a tokenizer library would bring a dozen
others with it (docs/decisions/0005). A test holds the two side by side.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

LONGEST = 100  # characters; a longer piece of text has no row
_UNKNOWN = "[UNK]"
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class WordPieces:
    """The vocabulary of an encoder and how it spells words."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.vocabulary = vocabulary
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> WordPieces:
        """Read the vocabulary of a tokenizer.json."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"])

    def rows(self, word: str) -> tuple[int, ...]:
        """Return the rows of a word, () for one of blanks and control characters alone."""
        found = self._known.get(word)
        if found is None:
            found = tuple(row for part in _parts(_plain(word)) for row in self._spelt(part))
            if len(self._known) < 100_000:  # words; a bound on memory, not on what can be read
                self._known[word] = found
        return found

    def _spelt(self, part: str) -> list[int]:
        """Spell by the longest beginning that the vocabulary has, then the longest next piece."""
        unknown = [self.vocabulary[_UNKNOWN]]
        if len(part) > LONGEST:
            return unknown
        rows: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                row = self.vocabulary.get(("##" if start else "") + part[start:end])
                if row is not None:
                    rows.append(row)
                    start = end
                    break
            else:
                return unknown
        return rows


def _plain(word: str) -> str:
    """Drop control characters and accents, in small letters."""
    kept = "".join(_spaced(c) for c in word if not _is_control(c))
    bare = (c for c in unicodedata.normalize("NFD", kept) if unicodedata.category(c) != "Mn")
    return "".join(c.lower() for c in bare)


def _is_control(c: str) -> bool:
    if c in "\t\n\r":
        return False
    return c in "\0\ufffd" or unicodedata.category(c).startswith("C")


def _spaced(c: str) -> str:
    if c.isspace():
        return " "
    ideograph = any(first <= ord(c) <= last for first, last in _IDEOGRAPHS)
    return f" {c} " if ideograph else c


def _parts(text: str) -> Iterator[str]:
    """Yield runs of letters and digits, and each mark of punctuation by itself."""
    run = ""
    for c in text:
        mark = c in _ASCII_PUNCTUATION or unicodedata.category(c).startswith("P")
        if mark or c.isspace():
            if run:
                yield run
            run = ""
            if mark:
                yield c
        else:
            run += c
    if run:
        yield run
