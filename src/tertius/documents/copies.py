"""Which documents repeat the text of another: copies, cuts, new headlines, light edits."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tertius.documents.datelines import agency
from tertius.records import Document

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LENGTH = 5  # words of a shingle
_CONTAINED = 0.6  # share of the shorter text's shingles that the longer one must hold
_REMOTE = 0.3  # the same, of the first text of a family, for a copy of its copy
_FEWEST = 8  # shingles; a shorter text is a copy only of the same words
_CROWD = 50  # documents; a shingle in more of them is a turn of phrase
_SAMPLE = 4  # one shingle in so many is looked up; all are compared afterwards
_MANY = 20_000  # documents from which on the sample is thinner
_THIN = 16
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"['’`´]")


def with_copies(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents in their order, each that repeats another with its `copy_of`.

    The first of a family is the earliest; of the same day, the agency's own, then one that credits
    nobody, then the first given. Another document repeats it if the shorter of the two has 60 % of
    its five-word shingles in the longer. `copy_of` never points at a copy. Work grows with the
    number of words: 10,000 reports take some seconds.
    """
    if len(documents) < 2:
        return tuple(documents)
    shingles = _shingles(documents)
    families = _Families(documents, shingles)
    for place in sorted(range(len(documents)), key=_originality(documents)):
        families.place(place)
    return tuple(
        dataclasses.replace(document, copy_of=documents[root].id) if root != place else document
        for place, (document, root) in enumerate(zip(documents, families.roots, strict=True))
    )


def _originality(documents: Sequence[Document]) -> Any:
    """Return the sort key of a place: the earliest first, then the agency, then the uncredited."""
    credited = {d.copied_from for d in documents if d.copied_from}

    def key(place: int) -> tuple[str, int, int]:
        document = documents[place]
        rank = 2 if document.copied_from else 1
        if agency(document.outlet) in credited:
            rank = 0
        return (f"{document.published or '9'}~", rank, place)

    return key


class _Families:
    """The documents placed so far, each with the first of its family."""

    def __init__(self, documents: Sequence[Document], shingles: list[NDArray[Any]]) -> None:
        self.shingles = shingles
        self.roots = list(range(len(documents)))
        self._rate = _SAMPLE if len(documents) <= _MANY else _THIN
        self._places: dict[int, list[int]] = {}  # sampled shingle -> places that hold it
        self._same: dict[bytes, int] = {}  # all shingles of a short text -> its place

    def place(self, place: int) -> None:
        """Find the family of one more document; originals must come first."""
        mine = self.shingles[place]
        if len(mine) < _FEWEST:
            if len(mine):
                self.roots[place] = self._same.setdefault(mine.tobytes(), place)
            return
        sample: list[int] = mine[mine % self._rate == 0].tolist()
        root, share = self._root(place, sample)
        self.roots[place] = root
        if root == place or share < 1 - _REMOTE:  # a text close to the first is found by the first
            for shingle in sample:
                held = self._places.setdefault(shingle, [])
                if len(held) < _CROWD:
                    held.append(place)

    def _root(self, place: int, sample: list[int]) -> tuple[int, float]:
        """Return the first of the family of a place, and how much of the shorter both share."""
        met = Counter(other for shingle in sample for other in self._places.get(shingle, ()))
        best, best_share = place, 0.0
        for other, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[:_CROWD]:
            root = self.roots[other]
            share = self._share(place, other)
            if share < _CONTAINED or root != other and self._share(place, root) < _REMOTE:
                continue
            if share > best_share:
                best, best_share = root, share
        return best, best_share

    def _share(self, one: int, other: int) -> float:
        """Return the share of the shorter text's shingles that the longer one holds."""
        import numpy as np

        mine, theirs = self.shingles[one], self.shingles[other]
        common = np.intersect1d(mine, theirs, assume_unique=True)
        return len(common) / min(len(mine), len(theirs))


def _shingles(documents: Sequence[Document]) -> list[NDArray[Any]]:
    """Return the shingles of each document as sorted numbers; the same words, the same number."""
    import numpy as np

    vocabulary: dict[str, int] = {}
    factors = np.array(
        [
            0x9E3779B97F4A7C15,
            0xC2B2AE3D27D4EB4F,
            0x165667B19E3779F9,
            0xD6E8FEB86659FD93,
            0xFF51AFD7ED558CCD,
        ],
        dtype=np.uint64,
    )
    found: list[NDArray[Any]] = []
    for document in documents:
        words = _WORD.findall(_normal(document))
        numbers = np.array(
            [vocabulary.setdefault(word, len(vocabulary) + 1) for word in words], dtype=np.uint64
        )
        if not len(numbers):
            found.append(numbers)
            continue
        if len(numbers) < _LENGTH:
            numbers = np.pad(numbers, (0, _LENGTH - len(numbers)))
        count = len(numbers) - _LENGTH + 1
        mixed = np.zeros(count, dtype=np.uint64)
        for offset in range(_LENGTH):
            mixed += numbers[offset : offset + count] * factors[offset]
        mixed ^= mixed >> np.uint64(31)
        mixed *= factors[4]
        mixed ^= mixed >> np.uint64(29)
        found.append(np.unique(mixed))
    return found


def _normal(document: Document) -> str:
    """Return the report without boilerplate, apostrophes, accents and capitals."""
    pieces: list[str] = []
    done = 0
    for start, end in document.boilerplate:
        pieces.append(document.text[done:start])
        done = end
    pieces.append(document.text[done:])
    text = _MARK.sub("", " ".join(pieces)).casefold()
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
