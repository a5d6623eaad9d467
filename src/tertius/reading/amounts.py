"""Amounts: a number or a range of two, with the currency or percent sign that goes with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tertius.reading.numerals import Number, number_at


class Amount(NamedTuple):
    """A number or range with its currency."""

    low: Number
    high: Number | None  # of a range
    currency: str | None  # ISO 4217
    start: int
    end: int


_SIGNS = {
    "$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP",
    "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "nt$": "TWD", "s$": "SGD", "r$": "BRL", "¥": "JPY", "₹": "INR", "₪": "ILS", "₽": "RUB",
    "₺": "TRY", "₩": "KRW", "₴": "UAH", "₦": "NGN", "chf": "CHF", "rmb": "CNY",
}  # fmt: skip
_MONEY = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "roubles": "RUB",
    "ruble": "RUB", "rubles": "RUB", "rupees": "INR", "rials": "IRR", "riyals": "SAR",
    "dinars": "IQD", "shekels": "ILS", "shekel": "ILS", "lira": "TRY", "liras": "TRY",
    "hryvnia": "UAH", "hryvnias": "UAH", "francs": "CHF", "won": "KRW", "pesos": "MXN",
    "dirhams": "AED", "naira": "NGN", "usd": "USD", "eur": "EUR",
}  # fmt: skip
_GLUED_SIGN = re.compile(r"([A-Za-z]{0,2}[$€£¥₹₪₽₺₩₴₦])(\d[\d,.]*\d|\d)-?([a-z]*)")
DASHES = frozenset(("-", "–", "—", "‐", "‑"))


def amount_at(words: Sequence[str], i: int) -> Amount | None:
    """Read a number, a range of two, and the currency before them."""
    words, shift, currency, at = _with_sign(words, i)
    first = number_at(words, at)
    if first is None:
        return None
    low_words = [w.casefold() for w in words[i - 1 : i]] if i else []
    joint = words[first.end].casefold() if first.end < len(words) else ""
    ranged = joint in DASHES or joint == "to" or (joint == "and" and low_words == ["between"])
    if ranged and not first.many:
        at = first.end + 1
        _, skip, _, at2 = _with_sign(words, at) if at < len(words) else (words, 0, None, at)
        second = number_at(words, at2) if not skip else None
        if second is not None and not second.many:
            first = _scaled_alike(first, second)
            if first.value < second.value:
                return Amount(first, second, currency, i, second.end - shift)
    return Amount(first, None, currency, i, first.end - shift)


def _with_sign(words: Sequence[str], i: int) -> tuple[Sequence[str], int, str | None, int]:
    """Return words with a currency sign set apart, how many words that added, the currency, and
    where the number begins."""
    low = words[i].casefold()
    if low in _SIGNS and (not low.isalpha() or words[i].isupper()):
        return words, 0, _SIGNS[low], i + 1
    if low in ("us", "a", "c", "u.s.") and words[i + 1 : i + 2] == ["$"] and words[i].isupper():
        return words, 0, _SIGNS.get(f"{low}$", "USD"), i + 2
    glued = _GLUED_SIGN.fullmatch(words[i])
    if glued and glued.group(1).casefold() in _SIGNS:
        apart = [glued.group(2), *([glued.group(3)] if glued.group(3) else [])]
        longer = [*words[:i], *apart, *words[i + 1 :]]
        return longer, len(apart) - 1, _SIGNS[glued.group(1).casefold()], i
    return words, 0, None, i


def _scaled_alike(first: Number, second: Number) -> Number:
    """Read "2 to 3 million" as two million to three million."""
    if second.scaled and not first.scaled and second.digits == first.digits:
        for size in (1e12, 1e9, 1e6, 1e3):
            if second.value >= size and first.value < second.value / size:
                return first._replace(value=first.value * size)
    return first


def money_after(words: Sequence[str], upos: Sequence[str], end: int) -> tuple[str, int] | None:
    """Read a currency word, with a nationality before it: "dollars", "Iraqi dinars"."""
    for at in (end, end + 1):
        if at < len(words) and words[at].casefold() in _MONEY:
            if words[at].casefold() == "won" and upos[at] == "VERB":
                return None
            if at == end or upos[end] in ("ADJ", "PROPN") or words[end] == "-":
                return _MONEY[words[at].casefold()], at + 1
    return None


def percent_after(words: Sequence[str], end: int) -> int | None:
    """Return the position after a word for percent; None: there is none."""
    low = [w.casefold() for w in words[end : end + 2]]
    if low[:1] in (["percent"], ["%"], ["pct"], ["%-strong"]):
        return end + 1
    return end + 2 if low == ["per", "cent"] or low == ["-", "percent"] else None
