"""Time phrases without their preposition: "27 December 2014", "last month", "the past year"."""

from __future__ import annotations

import re

from tertius.reading.anchor import Anchor, is_day
from tertius.reading.counted import PERSONS
from tertius.reading.durations import HYPHENS, Moment, Scene, duration
from tertius.reading.numerals import MANY, is_year
from tertius.reading.reckoning import (
    DAY,
    HOURS,
    TURN,
    ago,
    counted,
    dated,
    near_day,
    turned_year,
)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.", "february feb feb.", "march mar.", "april apr apr.", "may",
            "june jun.", "july jul.", "august aug aug.", "september sept sept. sep.",
            "october oct oct.", "november nov nov.", "december dec dec.",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon.", "tuesday tue. tues.", "wednesday wed.", "thursday thu. thurs.",
         "friday fri.", "saturday sat.", "sunday sun.")
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # their first month
_PARTS = {"early": (0, 3), "mid": (4, 7), "late": (8, 11)}  # months of a year
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}  # years of a decade
_NOW = frozenset(("now", "currently", "nowadays", "presently"))
_RECENT = {"days": 7, "weeks": 30, "months": 183, "years": 1826, "decades": 7305, "hours": 2}
_DECADE = re.compile(r"['’]?((?:1[89]|20)?\d0)['’]?s")


def moment(scene: Scene, i: int) -> Moment | None:
    """Read the time phrase that begins at a word; None where none does."""
    low = scene.at(i)
    if low == "the":
        found = _span(scene, i + 1) or _of_the_year(scene, i + 1) or near_day(scene, i)
        if found is not None:
            return found
    for read in (_iso, _day_month, _month, _weekday, _part, _decade, _years, _deictic, _span, ago):
        found = read(scene, i)
        if found is not None:
            return found
    return None


def _iso(scene: Scene, i: int) -> Moment | None:
    """Read "2014-12-27", in one word or in five."""
    text, end = scene.at(i), i + 1
    if is_year(text) and scene.at(i + 1) == "-" and scene.at(i + 3) == "-":
        text, end = "".join(scene.low[i : i + 5]), i + 5
    parts = text.split("-")
    if [len(p) for p in parts] == [4, 2, 2] and all(p.isascii() and p.isdigit() for p in parts):
        year, month, day = map(int, parts)
        return dated(end, text, "day") if is_day(year, month, day) else None
    return None


def _day_month(scene: Scene, i: int) -> Moment | None:
    """Read "27 December 2014", "the 27th of December", "December 27, 2014", "Dec. 27"."""
    at = i + 1 if scene.at(i) == "the" else i
    if (day := DAY.fullmatch(scene.at(at))) is not None:
        month_at = at + 2 if scene.at(at + 1) == "of" else at + 1
        month, end = _month_at(scene, month_at), month_at + 1
    elif at == i and (month := _month_at(scene, i)):
        day, end = DAY.fullmatch(scene.at(i + 1)), i + 2
    else:
        return None
    if day is None or not month:
        return None
    number = int(day.group(1))
    if scene.at(end) in HYPHENS and DAY.fullmatch(scene.at(end + 1)):
        end += 2  # "December 3-5": its first day
    year, end = _year_after(scene, end)
    if year is None and scene.at(end) in ("attacks", "attack") and (month, number) == (9, 11):
        year = 2001
    if year is not None:
        if not is_day(year, month, number):
            return None
        return dated(end, f"{year:04d}-{month:02d}-{number:02d}", "day")
    if not is_day(2000, month, number):
        return None
    if scene.anchor is None:
        return counted(scene, end, None, "day")
    if (turned := turned_year(scene, end)) is not None:
        year, end = turned
        iso = f"{year:04d}-{month:02d}-{number:02d}"
        return dated(end, iso, "day", said=False) if is_day(year, month, number) else None
    year = scene.anchor.year_of(month, number, ahead=scene.ahead(i))
    iso = f"{year:04d}-{month:02d}-{number:02d}"
    return dated(end, iso, "day", said=False) if is_day(year, month, number) else None


def _month(scene: Scene, i: int) -> Moment | None:
    """Read "June 2014", "June", "last June"."""
    turn = TURN.get(scene.at(i)) if _month_at(scene, i + 1) else None
    at = i if turn is None else i + 1
    month = _month_at(scene, at)
    if not month:
        return None
    year, end = _year_after(scene, at + 1)
    if scene.at(at + 1) in ("of", ",") and year is None:
        end = at + 1
    if year is not None:
        return dated(end, f"{year:04d}-{month:02d}", "month")
    if scene.anchor is None:
        return counted(scene, end, None, "month")._replace(bare=turn is not None)
    if turn is None and (turned := turned_year(scene, end)) is not None:
        iso = f"{turned[0]:04d}-{month:02d}"
        return Moment(turned[1], iso, iso, "month", said=False)
    ahead = scene.ahead(i) if turn is None else turn > 0
    year = scene.anchor.year_of(month, None, ahead=ahead)
    if turn == -1 and scene.anchor.month == month and year == scene.anchor.year:
        year -= 1
    iso = f"{year:04d}-{month:02d}"
    return Moment(end, iso, iso, "month", said=False, bare=turn is not None)


def _weekday(scene: Scene, i: int) -> Moment | None:
    """Read "Tuesday", "last Tuesday", "Thursday afternoon", "Tuesday, December 23"."""
    turn = TURN.get(scene.at(i)) if scene.at(i + 1) in WEEKDAYS else None
    at = i if turn is None else i + 1
    day = scene.at(at)
    if day.endswith("days") and scene.at(i - 1) not in ("on", "of"):
        day = day[:-1]  # "Fridays raid", its apostrophe lost
    if day not in WEEKDAYS or not scene.words[at][:1].isupper():
        return None
    comma = at + 2 if scene.at(at + 1) == "," else at + 1
    if (date := _day_month(scene, comma)) is not None:
        return date
    end = at + 2 if scene.at(at + 1) in HOURS else at + 1
    if scene.anchor is None:
        return counted(scene, end, None, "day")
    if turn is None:
        turn = 1 if scene.ahead(i) else 0
    iso = scene.anchor.weekday(WEEKDAYS[day], turn=turn)
    return dated(end, iso, "day", said=False)


def _part(scene: Scene, i: int) -> Moment | None:
    """Read "early 2014", "mid-2014", "late June", "the end of 2014", "summer of 2014"."""
    part, at = scene.at(i), i + 1
    if part == "the":
        part, at = scene.at(i + 1), i + 2
    if part in ("end", "beginning", "start", "middle") and scene.at(at) == "of":
        part = {"end": "late", "middle": "mid"}.get(part, "early")
        at += 1
    elif part in _SEASONS:
        year, end = _year_after(scene, at + 1 if scene.at(at) == "of" else at)
        if year is None:
            return None
        last = _SEASONS[part] + 2
        stop = f"{year + last // 13:04d}-{last % 12 or 12:02d}"
        return Moment(end, f"{year:04d}-{_SEASONS[part]:02d}", stop, "span", said=True)
    elif part not in _PARTS:
        return None
    at = at + 1 if scene.at(at) in (*HYPHENS, "the", "in") else at
    if is_year(scene.at(at)):
        first, last = _PARTS[part]
        year_said = scene.at(at)
        start, stop = f"{year_said}-{first + 1:02d}", f"{year_said}-{last + 1:02d}"
        return Moment(at + 1, start, stop, "span", said=True)
    if (decade := _decade(scene, at)) is not None and decade.start is not None:
        first, last = _DECADE_PARTS[part]
        ten = int(decade.start)
        return decade._replace(start=str(ten + first), stop=str(ten + last))
    found = _month(scene, at)
    return found._replace(bare=True) if found is not None else None


def _decade(scene: Scene, i: int) -> Moment | None:
    """Read "the 1990s", "the '90s"."""
    at = i + 1 if scene.at(i) == "the" else i
    text, end = scene.at(at), at + 1
    if text in ("'", "’") or (text.isdigit() and scene.at(at + 1) == "s"):
        text, end = text + scene.at(at + 1), at + 2
    found = _DECADE.fullmatch(text)
    if found is None:
        return None
    ten = int(found.group(1))
    if ten < 100:
        if at == i and text[0] not in "'’":
            return None
        ten += 1900 if ten >= 30 else 2000
    return Moment(end, str(ten), str(ten + 9), "span", said=True)


def _years(scene: Scene, i: int) -> Moment | None:
    """Read "2003-2011", "2003-11" and "2014"; a bare year needs a word before it."""
    if not is_year(scene.at(i)):
        return None
    low, after = scene.at(i), scene.at(i + 2)
    if scene.at(i + 1) in HYPHENS:
        if is_year(after) and after > low:
            return Moment(i + 3, low, after, "span", said=True)
        if len(after) == 2 and after.isdigit() and after > low[2:]:
            return Moment(i + 3, low, low[:2] + after, "span", said=True)
    if scene.at(i + 1) in PERSONS or scene.at(i + 1) in MANY or scene.at(i + 1) == "of":
        return None
    named = i + 1 < len(scene.upos) and scene.upos[i + 1] in ("NOUN", "ADJ", "PROPN")
    event = named and i > 0 and (scene.upos[i - 1] == "DET" or scene.at(i - 1) in _OWNERS)
    bracket = scene.at(i - 1) == "(" and scene.at(i + 1) == ")"
    return Moment(i + 1, low, low, "year", said=True, bare=event or bracket)


_OWNERS = frozenset("its their his her our 's ’s".split())


def _deictic(scene: Scene, i: int) -> Moment | None:
    """Read "yesterday", "now", "last month", "this week", "next year", "last night"."""
    low, anchor = scene.at(i), scene.anchor
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(low)
    if days is not None:
        end = i + 2 if scene.at(i + 1) in HOURS else i + 1
        iso = anchor.days(days) if anchor else None
        return Moment(end, iso, iso, "day", said=False)
    if low in _NOW:
        return counted(scene, i + 1, (anchor.iso, None) if anchor else None, "span")
    if low == "recently" or low == "lately":
        spell = (anchor.days(-30), anchor.iso) if anchor else None
        return counted(scene, i + 1, spell, "span")
    turn, noun, end = TURN.get(low), scene.at(i + 1), i + 2
    if low == "the" and noun == "weekend":
        turn = 1 if scene.ahead(i) else -1
    if turn is None or low == "past":
        return None
    if noun == "weekend":
        if anchor is None:
            return counted(scene, end, None, "span")
        saturday = anchor.weekday(5, turn=1 if turn > 0 else 0)
        first = Anchor.of(saturday) or anchor
        return counted(scene, end, (saturday, first.days(1)), "span")
    if noun in HOURS:
        iso = anchor.days(-1 if turn < 0 else 0) if anchor else None
        return Moment(end, iso, iso, "day", said=False)
    if noun == "week":
        return counted(scene, end, anchor.week(turn) if anchor else None, "span")
    if noun == "month":
        iso = anchor.months(turn) if anchor else None
        return Moment(end, iso, iso, "month", said=False)
    if noun == "year":
        iso = anchor.years(turn) if anchor else None
        return Moment(end, iso, iso, "year", said=False)
    if noun in _SEASONS:
        return _season(scene, end, first=_SEASONS[noun], turn=turn)
    return None


def _season(scene: Scene, end: int, *, first: int, turn: int) -> Moment:
    anchor = scene.anchor
    if anchor is None:
        return counted(scene, end, None, "span")
    year = anchor.year_of(first, None, ahead=turn > 0)
    last = first + 2
    stop = f"{year + last // 13:04d}-{last % 12 or 12:02d}"
    return Moment(end, f"{year:04d}-{first:02d}", stop, "span", said=False)


def _of_the_year(scene: Scene, i: int) -> Moment | None:
    """Read "the end of the year", "the beginning of this month"."""
    if scene.at(i) not in ("end", "beginning", "start") or scene.at(i + 1) != "of":
        return None
    noun = scene.at(i + 3)
    if scene.at(i + 2) not in ("the", "this", "next", "last") or noun not in ("year", "month"):
        return None
    if scene.anchor is None:
        return counted(scene, i + 4, None, "span")
    turn = TURN.get(scene.at(i + 2), 0)
    if noun == "month":
        iso = scene.anchor.months(turn)
        return Moment(i + 4, iso, iso, "month", said=False)
    year = scene.anchor.years(turn)
    first, last = _PARTS["late" if scene.at(i) == "end" else "early"]
    return Moment(i + 4, f"{year}-{first + 1:02d}", f"{year}-{last + 1:02d}", "span", said=False)


def _span(scene: Scene, i: int) -> Moment | None:
    """Read "past year", "last three months", "recent weeks", "coming days", "next 48 hours"."""
    low, anchor = scene.at(i), scene.anchor
    if low == "recent" and scene.at(i + 1) in _RECENT:
        back = _RECENT[scene.at(i + 1)]
        spell = (anchor.days(-back), anchor.iso) if anchor else None
        return counted(scene, i + 2, spell, "span")
    turn = TURN.get(low)
    if turn is None or turn == 0:
        return None
    length = duration(scene, i + 1)
    if length is None or (length.bare and low != "past" and scene.at(i - 1) != "the"):
        return None
    if anchor is None:
        return counted(scene, length.end, None, "span")
    if length.bare and (many := _RECENT.get(scene.at(i + 1))) is not None:
        shifted = anchor.days(turn * many)  # "the coming weeks"
    else:
        shifted = length.shift(anchor, turn)
    here = anchor.iso[: len(shifted)]
    spell = (shifted, here) if turn < 0 else (here, shifted)
    return counted(scene, length.end, spell, "span")


def _month_at(scene: Scene, i: int) -> int | None:
    """Return the number of the month that a word names; words that are also verbs need capitals."""
    month = MONTHS.get(scene.at(i))
    if month is None or not scene.words[i][:1].isupper():
        return None
    return None if scene.upos[i] in ("AUX", "VERB") else month


def _year_after(scene: Scene, i: int) -> tuple[int | None, int]:
    """Return the year that stands at a position, after a comma at most, and where it ends."""
    at = i + 1 if scene.at(i) in (",", "of", "in") and is_year(scene.at(i + 1)) else i
    return (int(scene.at(at)), at + 1) if is_year(scene.at(at)) else (None, i)
