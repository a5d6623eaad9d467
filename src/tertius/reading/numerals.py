"""Numbers as news writes them: "1,000", "twenty-five", "1.2m", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
    "crore": 1e7, "lakh": 1e5, "milion": 1e6, "billlion": 1e9, "bilion": 1e9,
}  # fmt: skip
# Plural nouns of number: at least two of each (a score is twenty).
MANY = {
    "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
_TIMES = {"tens": 10, "dozens": 24, "scores": 40, "hundreds": 100}  # "tens of thousands"
_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,9})?")
_GLUED = re.compile(rf"({_DIGITS.pattern})-?([a-z]+)")
_HYPHENS = frozenset(("-", "‐", "‑"))
_YEARS = range(1800, 2101)
_MOST = 1e18  # nothing in the news is more; keeps "million million million ..." finite


class Number(NamedTuple):
    """A number and where it ends."""

    value: float
    end: int  # position after its last word
    many: bool  # "dozens": the value is the least it can be
    about: bool  # "a dozen", "a couple": a round number
    digits: bool  # written in figures
    scaled: bool  # with "million" and the like


def number_at(words: Sequence[str], i: int) -> Number | None:
    """Read the number that begins at a word; None where none does.

    >>> number_at(["1.2", "m"], 0).value, number_at("tens of thousands".split(), 0).value
    (1200000.0, 20000.0)
    """
    if i >= len(words):
        return None
    return _figures(words, i) or _many(words, i) or _half(words, i) or _spelled(words, i)


def is_year(word: str) -> bool:
    """Tell whether a word can be a year: four figures, 1800 to 2100."""
    return len(word) == 4 and word.isascii() and word.isdigit() and int(word) in _YEARS


def _figures(words: Sequence[str], i: int) -> Number | None:
    low = words[i].casefold()
    if _DIGITS.fullmatch(low):
        value, end, scaled = _scale(words, float(low.replace(",", "")), i + 1)
        return Number(value, end, many=False, about=False, digits=True, scaled=scaled)
    glued = _GLUED.fullmatch(low)
    if glued and glued.group(2) in SCALES:
        value = float(glued.group(1).replace(",", "")) * SCALES[glued.group(2)]
        return Number(_tidy(value), i + 1, many=False, about=False, digits=True, scaled=True)
    return None


def _scale(words: Sequence[str], value: float, end: int) -> tuple[float, int, bool]:
    """Multiply by the scale words that follow: "300 million", "1.5-billion"."""
    scaled = False
    while end < len(words):
        skip = 1 if words[end] in _HYPHENS and end + 1 < len(words) else 0
        word = words[end + skip].casefold()
        if (
            word not in SCALES
            or value * SCALES[word] > _MOST
            or (len(word) == 1 and _is_letter_apart(words, end + skip))
        ):
            break
        value, end, scaled = value * SCALES[word], end + skip + 1, True
    return _tidy(value), end, scaled


def _is_letter_apart(words: Sequence[str], i: int) -> bool:
    """Tell whether a letter is no scale: "plan B" is, but "1.2 m" of metres is left to the unit."""
    return words[i].isupper() and words[i] != "M" and words[i] != "B"


def _many(words: Sequence[str], i: int) -> Number | None:
    low = words[i].casefold()
    if low in _TIMES and i + 2 < len(words) and words[i + 1].casefold() == "of":
        above = words[i + 2].casefold()
        if above in MANY and MANY[above] >= MANY["thousands"]:
            value = _TIMES[low] * MANY[above] / 2
            value *= 2 if low in ("tens", "hundreds") else 1
            return Number(value, i + 3, many=True, about=False, digits=False, scaled=True)
    if low in MANY:
        return Number(MANY[low], i + 1, many=True, about=False, digits=False, scaled=False)
    return None


def _half(words: Sequence[str], i: int) -> Number | None:
    """Read "half a million", "a dozen", "two dozen", "a couple", "a hundred"."""
    low = [w.casefold() for w in words[i : i + 4]] + [""] * 4
    if low[0] == "half" and low[1] in ("a", "an", "-"):
        size = 12.0 if low[2] == "dozen" else SCALES.get(low[2], 0.0)
        if size and len(low[2]) > 2:
            return Number(_tidy(size / 2), i + 3, many=False, about=True, digits=False, scaled=True)
    if low[0] in ("a", "an"):
        if low[1] == "dozen":
            return Number(12.0, i + 2, many=False, about=True, digits=False, scaled=False)
        if low[1] == "couple":
            return Number(2.0, i + 2, many=False, about=True, digits=False, scaled=False)
        if len(low[1]) > 2 and low[1] in SCALES:
            value, end, _ = _scale(words, 1.0, i + 1)
            return Number(value, end, many=False, about=True, digits=False, scaled=True)
    count = UNITS.get(low[0])
    if count and low[1] == "dozen":
        value = 12.0 * count
        return Number(value, i + 2, many=False, about=True, digits=False, scaled=False)
    return None


def _spelled(words: Sequence[str], i: int) -> Number | None:
    """Read "seven", "twenty-five", "two hundred and fifty thousand"."""
    total, group, end, any_read = 0.0, 0.0, i, False
    while end < len(words):
        parts = words[end].casefold().split("-")
        if all(p in UNITS or p in TENS for p in parts) and _fits(group, parts):
            group += sum(UNITS.get(p, 0) + TENS.get(p, 0) for p in parts)
        elif any_read and parts[0] in SCALES and len(parts) == 1 and len(parts[0]) > 3:
            if max(total, group) * SCALES[parts[0]] > _MOST:
                break
            if parts[0] == "hundred":
                group *= 100
            else:
                total, group = total + group * SCALES[parts[0]], 0.0
        elif (
            any_read
            and end + 1 < len(words)
            and (
                (parts[0] == "and" and group and group % 100 == 0)
                or (words[end] in _HYPHENS and group % 100 in TENS.values())
            )
            and _is_numeral(words[end + 1])
        ):
            end += 1
            continue
        else:
            break
        any_read = True
        end += 1
    if not any_read:
        return None
    value = _tidy(total + group)
    return Number(value, end, many=False, about=False, digits=False, scaled=value >= 100)


def _fits(group: float, parts: Sequence[str]) -> bool:
    """Tell whether a numeral goes on: "twenty five" does, "five six" does not."""
    if group == 0 or group % 100 == 0:
        return True
    return (
        group % 10 == 0
        and group % 100 >= 20
        and len(parts) == 1
        and 0 < UNITS.get(parts[0], 0) < 10
    )


def _is_numeral(word: str) -> bool:
    low = word.casefold()
    return low in UNITS or low in TENS or low.partition("-")[0] in TENS


def _tidy(value: float) -> float:
    """Undo the dust of floating point: 1.2 * 1e6 is 1200000."""
    return round(value, 6)
