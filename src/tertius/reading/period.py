"""Periods: when a text says that something holds, counted from the date of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tertius.reading.anchor import Anchor
from tertius.reading.durations import Moment, Scene, duration
from tertius.reading.moments import moment
from tertius.reading.quantity import joined
from tertius.records import Period, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeriod:
    """A period and where it stands in the words of a sentence."""

    start: int  # position of its first word, the preposition included
    end: int  # position after its last word
    period: Period
    trigger: str | None  # the preposition: "since", "until", "during"; None: none is there
    apart: int | None = None  # word that puts it apart from what follows: "two days after X"


_OPEN_END = frozenset(("since",))
_OPEN_START = frozenset(("until", "till", "by", "before", "through"))
_BEGIN = frozenset(("after", "following"))
_WITHIN = frozenset(
    "in on over during throughout at for within across around about of early late mid".split()
)
_TRIGGERS = _OPEN_END | _OPEN_START | _BEGIN | (_WITHIN - {"early", "late", "mid", "of", "about"})
_JOINTS = frozenset(("to", "until", "till", "through", "and", "-", "–", "—"))
_PERFECT = frozenset("has have had 've ’ve been".split())
_FUTURE = frozenset("will would shall 'll ’ll to could can may might".split())
_ONWARD = frozenset(("on", "onward", "onwards", "forward"))


def periods(words: Sequence[str], upos: Sequence[str], *, anchor: str | None) -> list[FoundPeriod]:
    """Find the periods in the words of a sentence, from left to right, without overlaps.

    upos: Universal part of speech of each word. anchor: ISO date of the report, partial allowed;
    without it, what is counted from it has neither start nor end.
    """
    scene = Scene(words, [w.casefold() for w in words], upos, Anchor.of(anchor))
    found: list[FoundPeriod] = []
    i = 0
    while i < len(words):
        one = (
            _apart(scene, i)
            or _range(scene, i)
            or _within(scene, i)
            or _with_trigger(scene, i)
            or _bare(scene, i)
        )
        if one is None:
            i += 1
            continue
        found.append(one)
        if one.apart is None and one.period.precision == "day" and one.trigger not in _OPEN_START:
            scene = scene._replace(day=Anchor.of(one.period.start))
        i = one.end
    return found


def _apart(scene: Scene, i: int) -> FoundPeriod | None:
    """Read "two days after": when that happened which follows, counted from the day told last."""
    length = duration(scene, i)
    turn = {"after": -1, "before": 1}.get(scene.at(length.end)) if length else None
    if length is None or turn is None or length.bare:
        return None
    low = scene.at(length.end + 1)
    if not low or scene.upos[length.end + 1] == "PUNCT":
        return None
    day = scene.day or scene.anchor
    iso = length.shift(day, turn) if day else None
    rest = Moment(length.end + 1, iso, iso, "day", said=False)
    found = _found(scene, i, rest, None, span=False)
    return replace(found, apart=length.end)


def _range(scene: Scene, i: int) -> FoundPeriod | None:
    """Read "from 2003 to 2011", "between May and July", "from 2014 on"."""
    if scene.at(i) not in ("from", "between"):
        return None
    first = moment(scene, i + 1)
    if first is None:
        return None
    if scene.at(i) == "from" and scene.at(first.end) in _ONWARD:
        return _found(scene, i, first._replace(end=first.end + 1, stop=None), "from", span=True)
    if scene.at(first.end) not in _JOINTS:
        opened = scene.at(i) == "from" and first.precision != "span"
        return _found(scene, i, first._replace(stop=None), "from", span=True) if opened else None
    second = moment(scene, first.end + 1)
    if second is None:
        return None
    if second.said and not first.said:  # "from May to July 2014"
        first = moment(scene._replace(anchor=Anchor.of(second.stop)), i + 1) or first
    if first.said and not second.said and first.start:  # "from November 2013 to March"
        that_year = Anchor(int(first.start[:4]), 12, 31)
        second = moment(scene._replace(anchor=that_year), first.end + 1) or second
    stop = second.stop
    if first.said and not second.said and first.start and stop and stop[4:] < first.start[4:]:
        stop = f"{int(stop[:4]) + 1:04d}{stop[4:]}"
    both = Moment(second.end, first.start, stop, "span", first.said or second.said)
    return _found(scene, i, both, scene.at(i), span=True)


def _within(scene: Scene, i: int) -> FoundPeriod | None:
    """Read lengths of time: "for two years", "within 48 hours"."""
    trigger = scene.at(i)
    if trigger not in ("for", "within"):
        return None
    at = i + 3 if scene.low[i + 1 : i + 3] == ["at", "least"] else i + 1
    at = at + 1 if scene.at(at) == "the" else at
    length = duration(scene, at)
    if length is None or length.bare:
        return None
    start = stop = None
    before = set(scene.low[max(0, i - 12) : i])
    if scene.anchor is not None:
        here = scene.anchor.iso
        if trigger == "within" or before & _FUTURE and not before & _PERFECT:
            start, stop = here, length.shift(scene.anchor, 1)
        elif before & _PERFECT:
            start = length.shift(scene.anchor, -1)
    both = Moment(length.end, start, stop, "span", said=False)
    return _found(scene, i, both, trigger, span=True)


def _with_trigger(scene: Scene, i: int) -> FoundPeriod | None:
    """Read a preposition and what it holds: "since 2011", "in June", "by the end of 2015"."""
    trigger = scene.at(i)
    if trigger == "prior" and scene.at(i + 1) == "to":
        trigger, at = "before", i + 2
    elif trigger == "up" and scene.at(i + 1) == "to":
        trigger, at = "until", i + 2
    elif trigger in _TRIGGERS or trigger == "of":
        at = i + 1
    else:
        return None
    if scene.at(at) in ("about", "around", "at", "least", "roughly", "late", "early") and (
        moment(scene, at) is None
    ):
        at += 1
    found = moment(scene, at) or _event(scene, at)
    if found is None or trigger == "of" and not _dates_a_thing(scene, i, found):
        return None
    if trigger in _OPEN_END:
        return _found(scene, i, found._replace(stop=None), trigger, span=True)
    if trigger in _OPEN_START:
        stop = found.stop or found.start
        if trigger == "before":
            stop = found.start
        return _found(scene, i, found._replace(start=None, stop=stop), trigger, span=True)
    if trigger in _BEGIN:
        return _found(scene, i, found._replace(stop=None), trigger, span=True)
    return _found(scene, i, found, trigger, span=False)


def _dates_a_thing(scene: Scene, i: int, found: Moment) -> bool:
    """Tell whether "of" dates the noun before it: "the war of 1971", "the truce of 3 May"."""
    noun = i > 0 and scene.upos[i - 1] in ("NOUN", "PROPN")
    goes_on = found.end < len(scene.upos) and scene.upos[found.end] in ("NOUN", "ADJ", "PROPN")
    return noun and found.start is not None and not goes_on and found.precision != "span"


def _event(scene: Scene, i: int) -> Moment | None:
    """Read the year inside a named event: "the U.S. - led 2003 invasion"."""
    for at in range(i, min(i + 6, len(scene.words))):
        if scene.upos[at] not in ("DET", "PROPN", "ADJ", "PUNCT", "PRON", "PART", "NOUN", "NUM"):
            return None
        found = moment(scene, at) if scene.low[at][:1].isdigit() else None
        if found is not None:
            return found if found.said and found.precision in ("year", "span") else None
        if scene.upos[at] == "PUNCT" and scene.words[at] != "-":
            return None
    return None


def _bare(scene: Scene, i: int) -> FoundPeriod | None:
    """Read what needs no preposition: "yesterday", "June 2014", "the 2006 war"."""
    found = moment(scene, i)
    if found is None or not found.bare:
        return None
    return _found(scene, i, found, None, span=False)


def _found(
    scene: Scene, start: int, found: Moment, trigger: str | None, *, span: bool
) -> FoundPeriod:
    end = _named(scene, found.end) if found.said else found.end
    period = Period(
        start=found.start,
        end=found.stop,
        precision="span" if span else _known(found),
        basis="words" if found.said else "relative",
        words=joined(scene.words[start:end]),
    )
    return FoundPeriod(start=start, end=end, period=period, trigger=trigger)


def _known(found: Moment) -> Precision:
    """Return how exact a moment is; the date it is counted from may be known by its month only."""
    known: dict[int, Precision] = {4: "year", 7: "month"}
    if found.precision == "span" or found.start is None:
        return found.precision
    return known.get(len(found.start), "day")


def _named(scene: Scene, end: int) -> int:
    """Return the end of the noun phrase that a year is part of: "the 2006 war"."""
    if not scene.low[end - 1].isdigit():
        return end
    last = end
    for at in range(end, min(end + 4, len(scene.words))):
        if scene.upos[at] not in ("NOUN", "ADJ", "PROPN") and scene.words[at] not in ("-", "–"):
            break
        if scene.upos[at] == "NOUN":
            last = at + 1
    return last
