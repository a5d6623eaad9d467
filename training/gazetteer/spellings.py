"""Spellings of one place name that English-language news may use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tertius.gazetteer.names import fold, key

MOST = 4  # aliases of one place
_ARTICLE = re.compile(r"^(?:al|an|ar|as|ash|ad|az|at|el)[ -](?=\w)", re.IGNORECASE)
_SOUNDS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ai"), ("ay", "ai"), ("aw", "au"), ("iy", "i"),
    ("y", "i"), ("q", "k"), ("ck", "k"), ("dj", "j"), ("dh", "d"),
)  # fmt: skip


def variants(name: str, spellings: Iterable[str]) -> list[str]:
    """Return those spellings that are the same name to an English reader, at most four.

    Two spellings are the same name if their sounds are: articles, doubled letters, a final h and
    the usual choices of transliteration (q/k, ou/u, y/i) do not count.
    """
    wanted = _sound(name)
    found: dict[str, str] = {}
    for spelling in sorted(spellings):
        plain = key(spelling)
        if not (spelling.isascii() and spelling[:1].isalpha() and len(plain) > 3):
            continue
        if any(c.isupper() for c in spelling.partition(" ")[0][1:]):
            continue  # an airport code, two names run together
        if not any(c.isupper() for c in spelling) or "`" in spelling:
            continue
        if plain != key(name) and plain not in found and _sound(spelling) == wanted:
            found[plain] = spelling
    bare = _ARTICLE.sub("", name)
    if bare != name and len(bare) > 3 and key(bare) not in found:
        found[key(bare)] = bare
    return sorted(found.values(), key=lambda s: (abs(len(s) - len(name)), s))[:MOST]


def _sound(name: str) -> str:
    plain = re.sub(r"[^a-z]", "", fold(_ARTICLE.sub("", name)).lower())
    for written, sound in _SOUNDS:
        plain = plain.replace(written, sound)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return plain[:1] + re.sub(r"h$", "", plain[1:])
