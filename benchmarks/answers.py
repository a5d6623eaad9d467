"""The answers that the seed article must give, looked up in the JSON of its brief."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
UNITED_STATES, IRAN, IRAQ, SYRIA, ENEMY = "USA", "IRN", "IRQ", "SYR", "islamic-state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question to the brief."""

    asked: str
    given: bool
    found: str  # what the brief says instead, or in support


def seed_answers(brief: Json) -> list[Answer]:
    """Return the named answers in a fixed order."""
    return [
        _arms_length(brief),
        _not_aligned_in_syria(brief),
        _sponsor(brief, "Iran sponsors Iraq's government", IRAQ),
        _sponsor(brief, "Iran sponsors the militias", "militia"),
        _denied(brief),
        _advisers(brief),
        _forecast(brief),
    ]


def _is(party: Json | None, name: str) -> bool:
    if party is None:
        return False
    words = f"{party['name']} {party['text'] or ''}"
    return party["id"] == name or bool(re.search(rf"\b{name}", words, re.IGNORECASE))


def _ties(brief: Json, one: str, other: str, theater: str | None = None) -> list[Json]:
    return [
        tie
        for tie in brief["alignments"]
        if {_is(tie["a"], one), _is(tie["b"], other)} == {True}
        or {_is(tie["a"], other), _is(tie["b"], one)} == {True}
        if theater is None or _is(tie["theater"], theater)
    ]


def _told(ties: Iterable[Json]) -> str:
    said = (
        f"{tie['theater']['name'] if tie['theater'] else 'overall'}: {tie['sign']} {tie['form']}"
        + (f" against {tie['against']['name']}" if tie["against"] else "")
        for tie in ties
    )
    return "; ".join(said) or "nothing"


def _arms_length(brief: Json) -> Answer:
    ties = _ties(brief, UNITED_STATES, IRAN, IRAQ)
    return Answer(
        asked="US and Iran at arm's length in Iraq against the Islamic State",
        given=any(
            tie["sign"] == "aligned" and tie["form"] == "arms-length" and _is(tie["against"], ENEMY)
            for tie in ties
        ),
        found=_told(ties),
    )


def _not_aligned_in_syria(brief: Json) -> Answer:
    ties = _ties(brief, UNITED_STATES, IRAN, SYRIA)
    return Answer(
        asked="US and Iran not aligned in Syria, but on opposite sides",
        given=bool(ties) and all(tie["sign"] == "opposed" for tie in ties),
        found=_told(ties),
    )


def _sponsor(brief: Json, asked: str, client: str) -> Answer:
    ties = _ties(brief, IRAN, client)
    return Answer(
        asked=asked,
        given=any(
            tie["form"] == "sponsor" and tie["sign"] == "aligned" and _is(tie["a"], IRAN)
            for tie in ties
        ),
        found=_told(ties),
    )


def _denied(brief: Json) -> Answer:
    claims = [
        claim
        for claim in brief["claims"]
        if claim["modality"] == "denied"
        and claim["sign"] == 1
        and {UNITED_STATES, IRAN} <= _states(claim)
    ]
    sources = [source for claim in claims for source in claim["sources"]]
    return Answer(
        asked="coordination denied by the administration",
        given=any(_is(one, UNITED_STATES) or _is(one, "Obama") for one in sources),
        found="; ".join(one["text"] or one["name"] for one in sources) or "no source",
    )


def _states(claim: Json) -> set[str]:
    """Ids of both parties; a body of the United States counts for it by its name."""
    found = set()
    for party in (claim["actor"], claim["recipient"]):
        if party:
            found.add(party["id"])
            if _is(party, "Obama") or _is(party, "U.S."):
                found.add(UNITED_STATES)
    return found


def _advisers(brief: Json) -> Answer:
    counts = [
        claim
        for claim in brief["claims"]
        if claim["quantity"]
        and 1000 in (claim["quantity"]["low"], claim["quantity"]["best"], claim["quantity"]["high"])
    ]
    right = [
        claim
        for claim in counts
        if claim["quantity"]["op"] == ">"
        and claim["quantity"]["high"] is None
        and claim["anonymous"]
        and any(_is(source, "cleric") for source in claim["sources"])
    ]
    return Answer(
        asked="more than 1,000 advisers, on the word of an unnamed cleric",
        given=bool(right) and len(right) == len(counts),
        found="; ".join(
            f"{claim['quantity']['words']!r} {claim['quantity']['op']} "
            f"{'unnamed' if claim['anonymous'] else 'named'} "
            + (
                ", ".join(source["text"] or source["name"] for source in claim["sources"])
                or "report"
            )
            for claim in counts
        )
        or "no such number",
    )


def _forecast(brief: Json) -> Answer:
    claims = [
        claim for claim in brief["claims"] if any(_is(s, "Khedery") for s in claim["sources"])
    ]
    defeat = [
        claim
        for claim in claims
        if claim["sign"] == -1 and (_is(claim["recipient"], ENEMY) or _is(claim["actor"], ENEMY))
    ]
    ahead = [claim for claim in defeat if claim["modality"] == "forecast"]
    return Answer(
        asked="the named expert's forecast shown as a forecast",
        given=bool(ahead),
        found="; ".join(f"{one['modality']}: {one['quote'][:60]!r}" for one in defeat) or "nothing",
    )
