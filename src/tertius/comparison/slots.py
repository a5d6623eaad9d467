"""Whether source, modality, place, enemy, time and number of a matched claim are right."""

from __future__ import annotations

import re

from tertius.comparison.aliases import Aliases, plain
from tertius.comparison.gold import NARRATOR, GoldClaim, When
from tertius.comparison.predicted import Predicted, values
from tertius.records import Period

SLOTS = ("source", "modality", "theater", "against", "time", "quantity", "anonymous")
CLOSE = 0.005  # share by which a number may differ
_FIRST, _LAST = (0, 1, 1), (9999, 12, 31)


def slots(gold: GoldClaim, one: Predicted, aliases: Aliases) -> dict[str, bool]:
    """Return right or wrong for each slot that can be judged for this pair."""
    judged = {
        "source": _source(gold, one, aliases),
        "modality": one.claim.modality in {gold.modality, *gold.modality_accept},
        "theater": _theater(gold, one, aliases),
        "against": _against(gold, one, aliases),
        "time": _time(gold.time, one.claim.period),
        "quantity": _quantity(gold, one),
        "anonymous": None
        if gold.said_by.who == NARRATOR
        else one.claim.anonymous == gold.anonymous,
    }
    return {name: right for name, right in judged.items() if right is not None}


def _source(gold: GoldClaim, one: Predicted, aliases: Aliases) -> bool:
    """Every speaker given must be right; one that has no alias is compared word by word."""
    accepted = {aliases.root(id) for id in (gold.said_by.who, *gold.said_by.accept)}
    words = set(plain(gold.said_by.text or "").split())
    for id, name in zip(one.sources, one.source_names or ("",), strict=True):
        if id is not None:
            if aliases.root(id) not in accepted:
                return False
        elif not words or len(words & set(plain(name).split())) < max(1, len(words) / 2):
            return False
    return True


def _theater(gold: GoldClaim, one: Predicted, aliases: Aliases) -> bool | None:
    if gold.theater is None or not gold.theater.place:
        return None
    if one.theater is None:
        return False
    accepted = {gold.theater.place, *gold.theater.accept}
    held = one.theater in aliases.above(gold.theater.place)
    return one.theater in accepted or held or bool(accepted & set(aliases.above(one.theater)))


def _against(gold: GoldClaim, one: Predicted, aliases: Aliases) -> bool | None:
    if not gold.against and one.claim.against is None:
        return None
    return any(aliases.same(enemy, one.against) for enemy in gold.against or ())


def _time(gold: When | None, period: Period | None) -> bool | None:
    if gold is None or not (gold.start or gold.end):
        return None
    if period is None or not (period.start or period.end):
        return False
    end = gold.end
    if gold.start and not end and not (gold.tense or "present").startswith("present"):
        end = gold.start
    first, last = _day(gold.start, _FIRST), _day(end, _LAST)
    return first <= _day(period.end, _LAST) and _day(period.start, _FIRST) <= last


def _day(iso: str | None, edge: tuple[int, int, int]) -> tuple[int, ...]:
    """Return a partial date as its first or last day, whichever edge is asked for."""
    if not iso:
        return edge
    parts = tuple(int(digits) for digits in re.findall(r"\d+", iso)[:3])
    return (*parts, *edge[len(parts) :])


def _quantity(gold: GoldClaim, one: Predicted) -> bool | None:
    wanted = [amount for amount in gold.quantity or () if amount.value is not None]
    if not wanted:
        return None
    found = values(one.claim.quantity)
    if found is None:
        return False
    value, op = found
    return any(
        abs(value - amount.value) <= CLOSE * abs(amount.value)
        and op in {_OPERATORS.get(o, o) for o in (amount.op or "=", *amount.op_accept)}
        for amount in wanted
        if amount.value is not None
    )


_OPERATORS = {
    "==": "=", "exact": "=", "exactly": "=", "more than": ">", "over": ">", "at least": ">=",
    "less than": "<", "fewer than": "<", "at most": "<=", "up to": "<=", "about": "~",
    "around": "~", "approx": "~", "nearly": "~", "~=": "~", "-": "range",
}  # fmt: skip
