"""Which conflicts are learned from, which are used to choose and calibrate, which only to score.

Split by conflict, so that no party, place or affair of a test report is met in training.
"""

from __future__ import annotations

TEST = frozenset(
    "dhofar sinai liberia rwanda-uganda nepal-maoists taiwan-strait transnistria aegean"
    " beagle-channel shining-path cod-wars invented-highlands".split()
)
DEV = frozenset("m23 macedonia-2001 east-timor-aceh contras japan-korea-2019 algeria-1990s".split())


def part_of(conflict: str) -> str:
    """Return "train", "dev" or "test".

    >>> part_of("cod-wars")
    'test'
    """
    return "test" if conflict in TEST else "dev" if conflict in DEV else "train"
