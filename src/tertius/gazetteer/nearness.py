"""Names that are spelt nearly like another one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from tertius.gazetteer.names import key

_CLOSE = 80  # names that share the most pairs of letters, compared letter by letter afterwards
_SAME_START = 0.1  # what a first letter in common is worth: few misspell it
_ALIKE = 0.6  # ratio of SequenceMatcher under which two names have nothing in common


def nearest(name: str, names: Iterable[str], *, limit: int) -> list[str]:
    """Return the names most like one that somebody typed, best first.

    names: as `key` writes them. Compares pairs of letters first, so that tens of thousands of
    names take a tenth of a second.
    """
    wanted = key(name)
    if not wanted:
        return []
    pairs = _pairs(wanted)
    shared = []
    for other in names:
        theirs = _pairs(other)
        score = 2 * len(pairs & theirs) / (len(pairs) + len(theirs))
        if score > 0.2:
            shared.append((score, other))
    shared.sort(key=lambda pair: (-pair[0], pair[1]))
    scored = [
        (ratio + _SAME_START * (other[:1] == wanted[:1]), other)
        for _, other in shared[:_CLOSE]
        if (ratio := SequenceMatcher(None, wanted, other).ratio()) >= _ALIKE
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [other for _, other in scored[:limit]]


def _pairs(name: str) -> set[str]:
    padded = f" {name} "
    return {padded[i : i + 2] for i in range(len(padded) - 1)}
