"""What two spellings of a name have in common, and which capitals a name needs.

A name is a row of atoms: "Jurf al-Sakhar's" is jurf, al, sakhar. Accents, hyphens, apostrophes,
a final possessive and the dots of abbreviations do not tell names apart; capitals do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

BARRIER = ""  # an atom that no name has: a comma, a bracket
_DOTTED = re.compile(r"(?<![^\W\d_])[^\W\d_](?:\.[^\W\d_])+\.?(?![^\W\d_])")
_ATOM = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]?(?!\w)")
_APART = re.compile(r"[^\w\n]|_")
_LINKS = frozenset(("-", "‐", "‑", "'", "’", "‘", "'s", "’s", "'S", "’S"))  # between two atoms
_APOSTROPHES = "'’‘ʼʻʿʾ`´\u00ad\u200b"
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae",
     "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}
)  # fmt: skip
# Inside a longer name these are written with or without a capital.
_PARTICLES = frozenset(
    """al el an ar as ad ash az at ul ur us ed es bin ibn ben bint abu de del la le les los las
        du des da do dos van von der den of the in and for on to y e i""".split()
)


class Atom(NamedTuple):
    """A piece of a name: in lower case, and how it was written."""

    text: str
    shape: str  # "A" all capitals, "C" begins with one, "l" neither


def fold(text: str) -> str:
    """Return a text without accents: "Erdoğan" is "Erdogan"."""
    return text if text.isascii() else _FOREIGN.sub(lambda m: _fold_run(m.group()), text)


@lru_cache(maxsize=1 << 16)
def atoms(word: str) -> tuple[Atom, ...]:
    """Split one word of a text into atoms.

    A word that only links two others (a hyphen, a possessive 's) has none; other punctuation is
    a barrier that no name crosses.

    >>> [a.text for a in atoms("al-Qa'ida")], atoms("U.S."), atoms("'s")
    (['al', 'qaida'], (Atom(text='us', shape='A'),), ())
    """
    if word in _LINKS:
        return ()
    found = tuple(Atom(a.lower(), _shape(a)) for a in _ATOM.findall(_plain(word)))
    return found or (Atom(BARRIER, "l"),)


@lru_cache(maxsize=1 << 15)
def name_atoms(name: str) -> tuple[Atom, ...]:
    """Split a whole name into atoms."""
    return tuple(a for word in name.split() for a in atoms(word) if a.text)


def keys(names: Sequence[str]) -> list[str]:
    """Return for each name what all its spellings share: its atoms with spaces between them.

    Names with accents, hyphens or apostrophes are worked on as one text, which is fast.

    >>> keys(["Da'esh", "Jurf al-Sakhar", "U.S. Army"])
    ['daesh', 'jurf al sakhar', 'us army']
    """
    found = [name.lower() for name in names]
    hard = [i for i, name in enumerate(names) if not _is_plain(name)]
    lines = "\n".join(names[i].replace("\n", " ") for i in hard)
    plain = _APART.sub(" ", _plain(lines).lower()).split("\n")
    for i, line in zip(hard, plain, strict=False):
        found[i] = " ".join(line.split())
    return found


def key(name: str) -> str:
    """Return what all spellings of one name share."""
    return keys([name])[0]


def written_alike(
    name: str, found: tuple[Atom, ...], words: frozenset[str]
) -> Literal["exactly", "nearly"] | None:
    """Tell whether a text has the capitals that a name of the tables needs.

    found: the atoms in the text, as many as the name has. words: ordinary words, in lower case.
    An abbreviation must be all capitals, or (from four letters on, if it is no ordinary word)
    begin with one, which is nearly it: "Nato".
    """
    alike: Literal["exactly", "nearly"] = "exactly"
    wanted = name_atoms(name)
    several = len(wanted) > 1
    for want, have in zip(wanted, found, strict=True):
        if want.shape == "l" or have.shape == "A":
            continue
        if several and want.text in _PARTICLES:
            continue
        if have.shape == "l":
            return None
        if want.shape == "A":
            if len(want.text) < 4 or want.text in words:
                return None
            alike = "nearly"
    return alike


def _is_plain(name: str) -> bool:
    return name.isascii() and name.replace(" ", "").isalpha() and "  " not in name


def _plain(text: str) -> str:
    """Return a text without accents, apostrophes, possessives and the dots of abbreviations."""
    if text.isascii() and text.isalpha():
        return text
    bare = _POSSESSIVE.sub("", text)
    for mark in _APOSTROPHES:
        bare = bare.replace(mark, "")
    return fold(_DOTTED.sub(lambda m: m.group().replace(".", ""), bare))


@lru_cache(maxsize=1 << 12)
def _fold_run(run: str) -> str:
    decomposed = unicodedata.normalize("NFKD", run.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _shape(atom: str) -> str:
    if len(atom) > 1 and atom.isupper():
        return "A"
    return "C" if atom[0].isupper() else "l"
