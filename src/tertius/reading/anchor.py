"""Counting from the date of a report, of which only the month or the year may be known."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS_A_MONTH = 30.4
_SOON = 21  # days ahead of a report in which a day without a year is still to come


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of a report."""

    year: int
    month: int | None  # None: only the year is known
    day: int | None  # None: only the month is known

    @classmethod
    def of(cls, iso: str | None) -> Anchor | None:
        """Read an ISO date, partial allowed; None where there is none or it is no date."""
        if not iso:
            return None
        try:
            parts = [int(p) for p in iso[:10].split("-")]
            date(*[*parts, 1, 1][:3])
        except ValueError:
            return None
        year, month, day = (*parts, None, None)[:3]
        return cls(year or 0, month, day)

    @property
    def iso(self) -> str:
        """The date as far as it is known."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def days(self, count: int) -> str:
        """Return the date some days later (earlier if negative), as exact as this one is."""
        if self.month is None or self.day is None:
            return self.months(round(count / _DAYS_A_MONTH))
        return _shifted(date(self.year, self.month, self.day), count).isoformat()

    def months(self, count: int) -> str:
        """Return the month some months later (earlier if negative)."""
        if self.month is None:
            return f"{self._year(round(count / 12)):04d}"
        ordinal = self.year * 12 + self.month - 1 + count
        return f"{max(1, ordinal // 12):04d}-{ordinal % 12 + 1:02d}"

    def years(self, count: int) -> str:
        """Return the year some years later (earlier if negative)."""
        return f"{self._year(count):04d}"

    def weekday(self, wanted: int, *, turn: int) -> str:
        """Return the day nearest to this one that has a weekday (Monday is 0).

        turn: 0 this day or before it, -1 before it, 1 after it.
        """
        if self.month is None or self.day is None:
            return self.iso
        today = date(self.year, self.month, self.day)
        back = (today.weekday() - wanted) % 7
        if turn > 0:
            return _shifted(today, 7 - back).isoformat()
        return _shifted(today, -(back or (7 if turn else 0))).isoformat()

    def week(self, turn: int) -> tuple[str, str]:
        """Return the first and last day of this week (0), the one before (-1) or after (1)."""
        if self.month is None or self.day is None:
            return self.iso, self.iso
        today = date(self.year, self.month, self.day)
        monday = _shifted(today, 7 * turn - today.weekday())
        return monday.isoformat(), _shifted(monday, 6).isoformat()

    def year_of(self, month: int, day: int | None, *, ahead: bool) -> int:
        """Return the year of a month or day that is named without one.

        The last one up to this date; `ahead`: the next one from this date on.
        """
        here = (self.month or 12, self.day or 31)
        said = (month, day or (1 if not ahead else 31))
        if ahead:
            return self.year + (said < (self.month or 1, self.day or 1))
        if said <= here or self.month is None:
            return self.year - (said > here)
        # "takes effect on 1 February", told in January: who means last year's would say so
        near = day is not None and 0 < 31 * (month - here[0]) + said[1] - here[1] <= _SOON
        return self.year - (not near)

    def _year(self, count: int) -> int:
        return min(9999, max(1, self.year + count))


def _shifted(day: date, count: int) -> date:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return day


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether a day is in the calendar."""
    return (
        1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    )
