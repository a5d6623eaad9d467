"""Letters that a scanner took for others, and spaces that it lost: "S0malia", "lran", "ofthe".

A word is mended only where it is no word as it stands, nothing else in the text is spelt so, and
what comes out is known. Weapons, units and summits ("M23", "F16", "G20") keep their figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from itertools import product

from tertius.documents.draft import Edit
from tertius.documents.wordlist import words

_TOKEN = re.compile(r"(?<![\w@/.-])[^\W_]{2,}(?![\w@/]|\.\w)")
_LIKE = {"0": "oO", "1": "lIi", "5": "sS"}  # what a figure among letters may have been
_SHORT = {"0f": "of", "t0": "to", "0n": "on", "0r": "or", "s0": "so", "n0": "no", "0ur": "our"}
_SHORTEST = 4  # letters of a word that may be mended
_LETTERS = (("rn", "m"), ("m", "rn"), ("vv", "w"))
_ENDINGS = ("s", "es", "r", "rs", "d", "ed", "ing", "ly")
_LONG = 6  # letters of a word in which two letters may have been one
_GLUED = words("the of and from that")
_GLUED_BEHIND = words("on in to for")
_CAMEL = re.compile(r"([A-Za-z][a-z]+)([A-Z][a-z]{2,})")
_OF_NAMES = words(
    "town land lands ville burg shire stan wood ford field port gate mount hill"
    " woman women man men wide born"
)
_DEMONYM = re.compile(r"(?:ian|ese|ish|ench|can|ni|qi)$")
_PREFIXES = words("counter under over super inter trans semi multi hand short double cross micro")
_POSSESSED = re.compile(r"(?<=[^\W\d_]'s)(?=([a-z]{3,})\b)")


def misread(text: str, names: Container[str], known: Container[str]) -> Iterator[Edit]:
    """Yield edits for words with letters misread or spaces lost.

    names: known names, with capitals. known: words in small letters; if it is empty, nothing that
    is no name can be told to be a word.
    """
    for found in _POSSESSED.finditer(text):
        if found.group(1) in known:
            yield (*found.span(), " ", "space after an apostrophe")
    counts = Counter(found.group() for found in _TOKEN.finditer(text))
    for found in _TOKEN.finditer(text):
        word = found.group()
        if word.isdigit() or counts[word] > 1 and not any(c.isdigit() for c in word):
            continue
        instead = _SHORT.get(word.lower()) or _mended(word, names, known)
        if instead is not None and instead != word:
            if word[0] == "0" and found.start() == 0:
                instead = instead[0].upper() + instead[1:]
            yield (*found.span(), instead, "misread letter")


def _mended(word: str, names: Container[str], known: Container[str]) -> str | None:
    """Return what a word was before it was misread; None: it is a word, or it cannot be told."""
    if any(c.isdigit() for c in word):
        return _without_figures(word, names, known)
    if not word.isalpha() or len(word) < _SHORTEST or _is_known(word, names, known):
        return None
    if word[0] == "l" and (name := f"I{word[1:]}") in names:
        return name
    if word[0] == "I" and (small := f"l{word[1:]}") in known and len(word) >= _LONG:
        return small
    return _two_letters(word, names, known) or _parted(word, names, known)


def _is_known(word: str, names: Container[str], known: Container[str]) -> bool:
    low = word.lower()
    stems = (low, *(low.removesuffix(end) for end in _ENDINGS))
    return any(s in known for s in stems) or word in names or word.capitalize() in names


def _without_figures(word: str, names: Container[str], known: Container[str]) -> str | None:
    """Read the figures among the letters of a word as letters: "S0malia", "kil1ed"."""
    figures = [i for i, c in enumerate(word) if c.isdigit()]
    letters = len(word) - len(figures)
    if letters < 3 or len(figures) > letters / 2 or any(word[i] not in _LIKE for i in figures):
        return None
    if not re.search(r"[a-z]{2}", word) and not word.isupper():
        return None
    for choice in product(*(_LIKE[word[i]] for i in figures)):
        spelt = list(word)
        for i, c in zip(figures, choice, strict=True):
            spelt[i] = c
        one = "".join(spelt)
        if not (one.islower() or one[1:].islower() or one.isupper()):
            continue
        if one in names or one.isupper() and one.capitalize() in names or one.lower() in known:
            return one
    return None


def _two_letters(word: str, names: Container[str], known: Container[str]) -> str | None:
    """Read two letters as one, or one as two: "govemment", "arrned"."""
    if len(word) < _LONG or not word[1:].islower():
        return None
    for seen, meant in _LETTERS:
        at = word.find(seen)
        while at >= 0:
            one = word[:at] + meant + word[at + len(seen) :]
            if one in names or one.lower() in known and not word[0].isupper():
                return one
            at = word.find(seen, at + 1)
    return None


def _parted(word: str, names: Container[str], known: Container[str]) -> str | None:
    """Return two words that were written as one: "ofthe", "inMali", "Maliattacked"."""
    if camel := _CAMEL.fullmatch(word):
        first, second = camel.groups()
        whole = f"{first} {second}"
        apart = first.lower() in known and (second in names or second.lower() in known)
        if first[0].isupper():
            return whole if whole in names else None  # "BurkinaFaso", not "WikiLeaks"
        return whole if apart else None
    if not word[1:].islower():
        return None
    for small in sorted(_GLUED | _GLUED_BEHIND):
        first, second = word.removesuffix(small), small
        if small in _GLUED and word.startswith(small):
            first, second = small, word.removeprefix(small)
        other = second if first == small else first
        long = len(other) >= (_SHORTEST if len(small) > 2 else _LONG - 1) or other in _GLUED
        if f"{first}{second}" == word != other and long and _is_word(other, names, known):
            return f"{first} {second}"
    return _behind_name(word, names, known) or _before_verb(word, known)


def _behind_name(word: str, names: Container[str], known: Container[str]) -> str | None:
    """Part a name from what follows: "Maliattacked"."""
    if not word[0].isupper():
        return None
    for at in range(len(word) - _SHORTEST - 1, _SHORTEST - 1, -1):
        first, second = word[:at], word[at:]
        if second not in known or second in _OF_NAMES:
            continue
        if first in names or first.lower() in known and _DEMONYM.search(first):
            return f"{first} {second}"
    return None


def _before_verb(word: str, known: Container[str]) -> str | None:
    """Part a noun from a verb: "governmentbacked"; no "counterattacked"."""
    if not word.endswith("ed"):
        return None
    for at in range(len(word) - _LONG, _LONG - 1, -1):
        first, second = word[:at], word[at:]
        if first in known and second in known and first not in _PREFIXES:
            return f"{first} {second}"
    return None


def _is_word(word: str, names: Container[str], known: Container[str]) -> bool:
    return word in names or word in known
