"""Tell what holds today from what is history."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from tertius.records import Claim, Document

HISTORY: Final = timedelta(days=365)  # an act that ended longer ago says little of today's standing
LONG_AGO: Final = timedelta(days=3 * 365)  # for one after that day, no end told


def last_day(iso: str) -> date | None:
    """Return the last day of an ISO day, month or year; None if it is none of these.

    >>> last_day("2014-02")
    datetime.date(2014, 2, 28)
    """
    parts = iso[:10].split("-")
    try:
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else 12
        day = int(parts[2]) if len(parts) > 2 else calendar.monthrange(year, month)[1]
        return date(year, month, day)
    except (ValueError, IndexError, calendar.IllegalMonthError):
        return None


def today(documents: Iterable[Document]) -> date | None:
    """Return the day that a set of documents speaks from: the latest one; None if none is dated."""
    days = [last_day(one.published) for one in documents if one.published]
    return max((day for day in days if day is not None), default=None)


def is_history(claim: Claim, document: Document | None, now: date | None) -> bool:
    """Tell whether a relation ended well before `now`, or began long before with no word since."""
    if now is None:
        return False
    period = claim.period
    if period is not None and period.end is not None:
        ended = last_day(period.end)
        return ended is not None and now - ended > HISTORY
    if period is not None and period.start is not None and period.basis == "words":
        began = last_day(period.start)
        if (period.words or "").casefold().startswith("after"):  # "since" says that it lasts
            return began is not None and now - began > LONG_AGO
    said = last_day(document.published) if document and document.published else None
    return said is not None and now - said > HISTORY
