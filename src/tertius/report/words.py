"""Plain words for signs, forms, relations, dates and bounds, as an editor would print them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tertius.records import Claim, Form, Modality, Period, Quantity, Standing

GLYPHS: Final[Mapping[Standing, str]] = {"aligned": "+", "opposed": "×", "mixed": "±", "none": "·"}
SIGNS: Final[Mapping[Standing, str]] = {
    "aligned": "aligned",
    "opposed": "opposed",
    "mixed": "mixed",
    "none": "open",
}
MODALITIES: Final[Mapping[Modality, str]] = {
    "asserted": "",
    "denied": "denied",
    "hypothetical": "only supposed",
    "forecast": "forecast",
}
PHRASES: Final[Mapping[str, str]] = {  # relations whose word alone makes no sentence
    "aligned-with": "is aligned with",
    "arms-length-alliance": "has an arm’s-length alliance with",
    "enemy-of": "is an enemy of",
    "linked-to": "is linked to",
    "disputes-with": "has a dispute with",
    "has-ties-with": "has ties with",
    "seeks-ties-with": "seeks ties with",
    "sends-forces-to-help": "sends forces to help",
}
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def form(form: Form, sign: Standing, *, patron: str, client: str, stated: bool = True) -> str:
    """Return the form of a tie in words.

    stated: a claim speaks of the two; else their tie follows from what they do to a third.
    """
    if sign == "mixed":
        return "friendly and hostile at once"
    if sign == "none":
        return "nothing that holds today is said"
    return {
        "coordinated": "they act together",
        "arms-length": "at arm’s length, a shared enemy without coordination"
        if stated
        else "a shared enemy, no word of coordination",
        "sponsor": f"{patron} backs {client}",
        "hostile": "hostile",
        "contested": "contested, said by one side and denied by another",
        "unknown": "of what form is not said",
    }[form]


def relation(word: str, *, many: bool = False) -> str:
    """Return a relation word as it stands between two names.

    many: the first name is a plural.

    >>> relation("negotiates-with"), relation("relies-on", many=True)
    ('negotiates with', 'rely on')
    """
    phrase = PHRASES.get(word, word.replace("-", " "))
    if not many:
        return phrase
    verb, space, rest = phrase.partition(" ")
    plain = {"is": "are", "has": "have"}.get(verb)
    if plain is None:
        plain = verb[:-3] + "y" if verb.endswith("ies") else verb.removesuffix("s")
    return f"{plain}{space}{rest}"


def date(iso: str) -> str:
    """Return an ISO day, month or year in words; what is none of these as it stands.

    >>> date("2014-12-27"), date("2014-12"), date("2014")
    ('27 December 2014', 'December 2014', '2014')
    """
    parts = iso[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return iso
    if len(parts) == 1:
        return parts[0]
    month = int(parts[1])
    if not 1 <= month <= len(MONTHS):
        return iso
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{MONTHS[month - 1]} {parts[0]}"


def period(period: Period | None) -> str:
    """Return when a relation holds, as far as the text says."""
    if period is None or (period.start is None and period.end is None):
        return "" if period is None else period.words or ""
    if period.basis == "document-date" and period.words is None:
        return f"as of {date(period.start or period.end or '')}"
    if period.start is None:
        return f"until {date(period.end or '')}"
    if period.end is None:
        return f"since {date(period.start)}"
    if period.start == period.end:
        return date(period.start)
    return f"{date(period.start)} to {date(period.end)}"


def quantity(quantity: Quantity) -> str:
    """Return a number as the text bounds it, with its unit if its words do not say it."""
    said = quantity.words
    return said if quantity.unit.casefold() in said.casefold() else f"{said} ({quantity.unit})"


def listed(items: list[str], *, most: int = 3, joint: str = ", ") -> str:
    """Return items as a list in words, the rest counted.

    joint: what stands between items; "; " where they have commas of their own.

    >>> listed(["a", "b", "c", "d", "e"])
    'a, b, c and 2 more'
    """
    last = " and " if joint == ", " else joint
    if len(items) > most + 1:
        return f"{joint.join(items[:most])}{last}{len(items) - most} more"
    if len(items) < 2:
        return "".join(items)
    return f"{joint.join(items[:-1])}{last}{items[-1]}"


def marks(claim: Claim, *, modality: bool = True) -> list[str]:
    """Return what sets a claim apart from a plain statement of fact."""
    found = [MODALITIES[claim.modality]] if modality and MODALITIES[claim.modality] else []
    if claim.attitude:
        found.append({"desire": "wished", "fear": "feared", "belief": "believed"}[claim.attitude])
    return found


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun.

    >>> plural(1, "claim"), plural(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"
