"""Numbers that count nothing: dates, times of day, ages, parts of names, pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tertius.reading.amounts import DASHES, Amount
from tertius.reading.counted import counted_noun, unit_of
from tertius.reading.numerals import is_year

_MONTHS = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOCK = frozenset("a.m a.m. am p.m p.m. pm gmt est utc o'clock o’clock noon".split())
_NUMBERED = frozenset(
    """article articles battalion brigade chapter corps division flight group highway line no no.
    number numbers page paragraph phase protocol regiment resolution resolutions road room rule
    route section sector squadron station title track unit war zone area camp day grade level
    series type version boeing airbus checkpoint""".split()
)
_YEAR_BEFORE = frozenset(
    """in since by until till from after before during late early mid of the through and to for
    summer winter spring autumn fall year ( , - – —""".split()
)


def counts_nothing(words: Sequence[str], upos: Sequence[str], amount: Amount) -> bool:
    """Tell whether a number is a date, a time, an age, part of a name, or a pronoun."""
    if amount.currency is not None:
        return False
    start, end = amount.start, amount.end
    before = words[start - 1].casefold() if start else ""
    after = words[end].casefold() if end < len(words) else ""
    then = words[end + 1].casefold() if end + 1 < len(words) else ""
    if amount.low.many:
        return False
    if not amount.low.digits:
        if amount.low.value == 1 and (before in ("no", "any", "each", "every") or after == "of"):
            return True
        return upos[start] == "PROPN" or _is_age(after, then) or after == "another"
    if not amount.low.scaled and (_is_month(words, end) or _is_month(words, start - 1)):
        return True
    if after in _CLOCK or after.startswith((":", "/")) or before in ("/", ":") or after == "/":
        return True
    if _is_age(after, then) or before == "aged" or (before == "," and after == ","):
        return True
    if before in DASHES and start > 1 and words[start - 2][-1:].isalpha():
        return True  # "F - 16", "Covid - 19"
    if is_year(words[start]) and not amount.low.scaled:
        return _is_year_here(words, upos, amount, before)
    named = start > 0 and upos[start - 1] == "PROPN" and after not in ("percent", "per", "%")
    return before in _NUMBERED or (named and counted_noun(words, upos, end) is None)


def _is_year_here(words: Sequence[str], upos: Sequence[str], amount: Amount, before: str) -> bool:
    """Tell a year from a count of 1800 to 2100 things."""
    if amount.high is not None and is_year(words[amount.end - 1]):
        return True
    head = counted_noun(words, upos, amount.end)
    if head is None or before in _YEAR_BEFORE or upos[head] != "NOUN":
        return True
    return not unit_of(words[head], one=False).endswith("s")


def _is_age(after: str, then: str) -> bool:
    return (after in ("year", "years") and then in ("old", "-", "olds")) or (
        after == "-" and then in ("year", "year-old")
    )


def _is_month(words: Sequence[str], i: int) -> bool:
    if not 0 <= i < len(words) or not words[i][:1].isupper():
        return False
    return _MONTHS.fullmatch(words[i].casefold()) is not None
