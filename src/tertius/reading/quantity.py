"""Quantities: numbers with their bounds and with what they count.

Ordinals, years, dates, times of day, ages and the numbers in names ("Resolution 1701", "F-16")
are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tertius.reading.amounts import DASHES, Amount, amount_at, money_after, percent_after
from tertius.reading.counted import counted_noun, counts_persons, is_unit, unit_of
from tertius.reading.numerals import Number, number_at
from tertius.reading.uncounted import counts_nothing
from tertius.records import Operator, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuantity:
    """A quantity and where it stands in the words of a sentence."""

    start: int  # position of its first word, the bound included
    end: int  # position after its last word, the unit or counted noun included
    head: int | None  # position of the noun that is counted; None: none is said
    quantity: Quantity


_BOUNDS: dict[Operator, str] = {
    ">": """more than|greater than|larger than|higher than|in excess of|upwards of|well over|
        just over|over|above|exceeding|north of|better than""",
    ">=": """at least|no fewer than|no less than|not less than|not fewer than|a minimum of|
        starting at""",
    "<": "less than|fewer than|just under|well under|under|below|short of",
    "<=": """up to|as many as|as much as|at most|no more than|not more than|a maximum of|
        at the most|to as many as""",
    "~": """nearly|almost|about|around|some|roughly|approximately|an estimated|estimated|
        close to|approaching|circa|perhaps|more or less|somewhere around|just about|
        in the region of|on the order of|the equivalent of|an average of""",
}
_BEFORE: tuple[tuple[tuple[str, ...], Operator], ...] = tuple(
    (tuple(phrase.split()), op) for op, phrases in _BOUNDS.items() for phrase in phrases.split("|")
)
_AFTER: tuple[tuple[tuple[str, ...], Operator], ...] = (
    (("or", "more"), ">="), (("or", "so"), "~"), (("plus",), ">="), (("or", "fewer"), "<="),
    (("or", "less"), "<="), (("-", "plus"), ">="), (("-", "odd"), "~"), (("-", "some"), "~"),
    (("-", "or", "-", "so"), "~"), (("+",), ">="),
)  # fmt: skip
_SHARES = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10,
    "thirds": 1 / 3, "quarters": 1 / 4, "fifths": 1 / 5, "tenths": 1 / 10,
}  # fmt: skip


def quantities(words: Sequence[str], upos: Sequence[str]) -> list[FoundQuantity]:
    """Find the quantities in the words of a sentence, from left to right, without overlaps.

    upos: Universal part of speech of each word. Money is in ISO 4217 codes, a percentage or
    fraction is a share of 1, people are "persons"; else the counted noun is the unit.
    """
    found: list[FoundQuantity] = []
    i = 0
    while i < len(words):
        one = _share_at(words, upos, i) or _quantity_at(words, upos, i)
        if one is None:
            i += 1
            continue
        first = _with_bound(words, one, floor=found[-1].end if found else 0)
        found.append(_with_words(words, first))
        i = first.end
    return found


def _quantity_at(words: Sequence[str], upos: Sequence[str], i: int) -> FoundQuantity | None:
    amount = amount_at(words, i)
    if amount is None or counts_nothing(words, upos, amount):
        return None
    end, op = _after(words, amount.end)
    currency = amount.currency
    if currency is None and (money := money_after(words, upos, end)) is not None:
        currency, end = money
    if currency is not None:
        head: int | None = _bought(words, upos, end)
        unit = currency
    elif (share := percent_after(words, end)) is not None:
        return _share(words, upos, amount, share, op)
    elif (compound := _compound(words, upos, end)) is not None:
        unit, head, end = compound
    else:
        head = counted_noun(words, upos, end)
        one = amount.low.value == 1 and amount.high is None
        if head is not None:
            unit = unit_of(words[head], one=one)
        elif one and not amount.low.digits or words[end : end + 1] == ["-"]:
            return None  # "one" alone is a pronoun; "two-state" is an adjective
        else:
            unit = "persons" if counts_persons(words, amount.start, end) else "number"
        end = end if head is None else head + 1
    quantity = _quantity(amount, op, unit)
    return FoundQuantity(start=amount.start, end=end, head=head, quantity=quantity)


def _compound(
    words: Sequence[str], upos: Sequence[str], end: int
) -> tuple[str, int | None, int] | None:
    """Read what a hyphen joins to a number: "3,000-strong force", "six-month campaign".

    Returns the unit, the noun that the compound describes, and the end; None where none follows.
    """
    if len(words) < end + 2 or words[end] not in DASHES:
        return None
    low = words[end + 1].casefold()
    if low not in ("strong", "member") and not is_unit(low):
        return None
    unit = "persons" if low in ("strong", "member") else unit_of(low, one=True)
    return unit, counted_noun(words, upos, end + 2), end + 2


def _after(words: Sequence[str], end: int) -> tuple[int, Operator | None]:
    """Read a bound that follows: "or more", "plus"."""
    for phrase, op in _AFTER:
        if tuple(w.casefold() for w in words[end : end + len(phrase)]) == phrase:
            return end + len(phrase), op
    return end, None


def _bought(words: Sequence[str], upos: Sequence[str], end: int) -> int | None:
    """Return the noun that an amount of money is of: "$1 billion in aid", "a $2 million loan"."""
    low = [w.casefold() for w in words[end : end + 2]]
    skip = 2 if low == ["worth", "of"] else 1 if low[:1] in (["in"], ["of"], ["-"]) else 0
    return counted_noun(words, upos, end + skip)


def _share(
    words: Sequence[str], upos: Sequence[str], amount: Amount, end: int, op: Operator | None
) -> FoundQuantity:
    low = amount.low._replace(value=round(amount.low.value / 100, 6))
    high = amount.high and amount.high._replace(value=round(amount.high.value / 100, 6))
    quantity = _quantity(amount._replace(low=low, high=high), op, "share")
    of = end < len(words) and words[end].casefold() == "of"
    head = counted_noun(words, upos, end) if of else None
    return FoundQuantity(start=amount.start, end=end, head=head, quantity=quantity)


def _share_at(words: Sequence[str], upos: Sequence[str], i: int) -> FoundQuantity | None:
    """Read "a quarter of", "two thirds of", "half of", "half the"."""
    low = [w.casefold() for w in words[i : i + 4]] + [""] * 4
    count, at = 1.0, i
    if low[0] in ("a", "one"):
        at = i + 1
    elif (
        (number := number_at(words, i)) is not None
        and number.end < len(words)
        and number.value < 10
    ):
        count, at = number.value, number.end
    if at < len(words) and words[at] == "-" and at > i:
        at += 1
    name = words[at].casefold() if at < len(words) else ""
    follows = words[at + 1].casefold() if at + 1 < len(words) else ""
    if name not in _SHARES or (name.endswith("s") != (count > 1)) or (at == i and name != "half"):
        return None
    if follows != "of" and not (name == "half" and follows in ("the", "its", "their", "all")):
        return None
    value = round(count * _SHARES[name], 6)
    number = Number(value, at + 1, many=False, about=False, digits=False, scaled=False)
    quantity = _quantity(Amount(number, None, None, i, at + 1), None, "share")
    head = counted_noun(words, upos, at + 1)
    return FoundQuantity(start=i, end=at + 1, head=head, quantity=quantity)


def _with_bound(words: Sequence[str], found: FoundQuantity, *, floor: int) -> FoundQuantity:
    """Take in the bound that stands before a quantity."""
    at = found.start
    before = [w.casefold() for w in words[max(floor, at - 4) : at]]
    best: tuple[int, Operator] | None = None
    for phrase, op in _BEFORE:
        size = len(phrase)
        if tuple(before[-size:]) == phrase and (best is None or size > best[0]):
            best = size, op
    if found.quantity.op == "range":
        size = 1 if before[-1:] in (["between"], ["from"]) else 0
        return replace(found, start=at - size)
    if best is None:
        return found
    size, op = best
    q = found.quantity
    if q.low is not None and q.high is None and q.best is None and q.op == ">=":
        return replace(found, start=at - size)  # "some dozens", "over hundreds"
    value = q.best if q.best is not None else q.low if q.low is not None else q.high
    return replace(found, start=at - size, quantity=_bounded(value or 0.0, op, q.unit))


def _quantity(amount: Amount, op: Operator | None, unit: str) -> Quantity:
    if amount.high is not None:
        low, high = amount.low.value, amount.high.value
        return Quantity(low=low, best=None, high=high, op="range", unit=unit, words="")
    if amount.low.many:
        return _bounded(amount.low.value, ">=", unit)
    return _bounded(amount.low.value, op or ("~" if amount.low.about else "="), unit)


def _bounded(value: float, op: Operator, unit: str) -> Quantity:
    """Return a quantity of one number: known, about, or only bounded on one side."""
    return Quantity(
        low=value if op in ("=", ">", ">=") else None,
        best=value if op in ("=", "~") else None,
        high=value if op in ("=", "<", "<=") else None,
        op=op,
        unit=unit,
        words="",
    )


def _with_words(words: Sequence[str], found: FoundQuantity) -> FoundQuantity:
    return replace(
        found, quantity=replace(found.quantity, words=joined(words[found.start : found.end]))
    )


def joined(words: Sequence[str]) -> str:
    """Write words as a text would: "$", "1", "billion" is "$1 billion"."""
    text = " ".join(words)
    text = re.sub(r" ?([-–‐‑]) ?", r"\1", text)
    text = re.sub(r"\b(US|A|C) (?=\$)", r"\1", text)
    return re.sub(r"([$€£¥₹₪₽₺₩₴₦]) ", r"\1", re.sub(r" ([%,.)'’])", r"\1", text))
