"""Comparing ISO dates of which only the year or the month may be known."""

from __future__ import annotations

from typing import TypeAlias

Spell: TypeAlias = tuple[str | None, str | None]  # first and last day, inclusive; None: open
TODAY = "9999-12-31"  # later than every date in the tables: asks what holds now

_RECENT_YEARS = 20  # a party gone for longer is hardly the one a report means


def holds(start: str | None, end: str | None, on: str) -> bool:
    """Tell whether a date falls in a spell; partial dates are compared as far as both are known.

    >>> holds("2006", "2014-08", "2014-08-11"), holds("2006", "2014-08", "2014-09")
    (True, False)
    """
    return not (start and _after(start, on)) and not (end and _after(on, end))


def rank(spells: list[Spell], on: str) -> tuple[int, int]:
    """Order candidates by when they were there: lower comes first.

    Returns (0, 0) if a spell holds at `on`; (1, years) if the last one ended within 20 years;
    (2, years) if the first is yet to begin; (3, years) if the last ended longer ago.
    """
    if not spells:
        return 0, 0
    best = (4, 0)
    year = int(on[:4])
    for start, end in spells:
        if holds(start, end, on):
            return 0, 0
        if start and _after(start, on):
            best = min(best, (2, int(start[:4]) - year))
        elif end:
            gone = year - int(end[:4])
            best = min(best, (1 if gone <= _RECENT_YEARS else 3, gone))
    return best


def is_iso(date: str) -> bool:
    """Tell whether a date is a year, a month or a day as the tables write them."""
    parts = date.split("-")
    if not (1 <= len(parts) <= 3 and all(p.isascii() and p.isdigit() for p in parts)):
        return False
    if len(parts[0]) != 4 or any(len(p) != 2 for p in parts[1:]):
        return False
    month = int(parts[1]) if len(parts) > 1 else 1
    day = int(parts[2]) if len(parts) > 2 else 1
    return 1 <= month <= 12 and 1 <= day <= 31


def _after(one: str, other: str) -> bool:
    """Tell whether `one` is later than `other` as far as both are known."""
    known = min(len(one), len(other))
    return one[:known] > other[:known]
