"""Days and years reckoned from others: "two days earlier", "the next morning", "of last year"."""

from __future__ import annotations

import re

from tertius.reading.anchor import is_day
from tertius.reading.durations import Moment, Scene, duration
from tertius.records import Precision

DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
HOURS = frozenset(("morning", "afternoon", "evening", "night", "midday", "noon"))
TURN = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_BACK = {"earlier": -1, "previously": -1, "before": -1, "later": 1, "afterwards": 1}


def ago(scene: Scene, i: int) -> Moment | None:
    """Read "three weeks ago", "a day earlier", "a year before", counted from the day told last."""
    length = duration(scene, i)
    if length is None or length.bare:
        return None
    word = scene.at(length.end)
    turn, anchor = _BACK.get(word, -1), scene.day or scene.anchor
    if word == "ago":
        anchor = scene.anchor
    elif word not in _BACK or word == "before" and not _ends(scene, length.end + 1):
        return None
    iso = length.shift(anchor, turn) if anchor else None
    if word != "ago" and scene.day is None:  # earlier than what, another sentence tells
        return (
            counted(scene, length.end + 1, None, "span")
            if turn > 0
            else Moment(length.end + 1, None, iso, "span", said=False)
        )
    return Moment(length.end + 1, iso, iso, "day", said=False)


def _ends(scene: Scene, i: int) -> bool:
    """Tell whether a phrase is over at a position: no clause or noun goes on."""
    return i >= len(scene.upos) or scene.upos[i] in ("PUNCT", "CCONJ", "ADP", "AUX")


def near_day(scene: Scene, i: int) -> Moment | None:
    """Read "the previous day", "the next morning", "the day before", and "the 14th"."""
    day = scene.day or scene.anchor
    first, second = scene.at(i + 1), scene.at(i + 2)
    turn = {"previous": -1, "following": 1, "next": 1}.get(first)
    if turn is None or second not in (*HOURS, "day"):
        turn = {"before": -1, "after": 1}.get(second) if first in (*HOURS, "day") else None
        if turn is None or not _ends(scene, i + 3):
            return _day_alone(scene, i)
    iso = day.days(turn) if day else None
    return Moment(i + 3, iso, iso, "day", said=False)


def _day_alone(scene: Scene, i: int) -> Moment | None:
    """Read "on the 14th": of this month or the last, of this or the next where it is to come."""
    found = DAY.fullmatch(scene.at(i + 1))
    end = i + 3 if scene.at(i + 2) in ("instant", "inst") else i + 2
    if found is None or scene.at(i + 1).isdigit() or not (end > i + 2 or _ends(scene, end)):
        return None
    if scene.at(i - 1) not in ("on", "of", "since", "until", "from", "to", "by", "before", "after"):
        return None
    if scene.anchor is None or scene.anchor.day is None:
        return counted(scene, end, None, "day")
    number, here = int(found.group(1)), scene.anchor
    turn = (number < (here.day or 0)) if scene.ahead(i) else -(number > (here.day or 0))
    year, month = (int(part) for part in here.months(int(turn)).split("-"))
    if not is_day(year, month, number):
        return None
    return dated(end, f"{year:04d}-{month:02d}-{number:02d}", "day", said=False)


def turned_year(scene: Scene, i: int) -> tuple[int, int] | None:
    """Return the year that follows a month by its turn, and where it ends: "May of last year"."""
    at = i + 1 if scene.at(i) == "of" else i
    turn = TURN.get(scene.at(at))
    if turn is None or scene.at(at + 1) != "year" or scene.anchor is None:
        return None
    return scene.anchor.year + turn, at + 2


def counted(scene: Scene, end: int, spell: tuple[str, str | None] | None, p: Precision) -> Moment:
    """Return a moment that was counted from the report's date, if that is known."""
    start, stop = spell if spell is not None else (None, None)
    return Moment(end, start, stop, p, said=False)


def dated(end: int, iso: str, precision: Precision, *, said: bool = True) -> Moment:
    return Moment(end, iso, iso, precision, said)
