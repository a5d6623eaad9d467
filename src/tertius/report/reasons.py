"""Why a row says what it says, in a few words: its relations, or the third party it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tertius.evidence import Parties
from tertius.records import Alignment, Claim
from tertius.report import words

if TYPE_CHECKING:
    from tertius.report.brief import Brief


class Sides(NamedTuple):
    """The parties that the actor, recipient and enemy of a claim count for, and its relation."""

    actor: str | None
    recipient: str | None
    against: str | None
    relation: str


def sides(claims: Iterable[Claim], parties: Parties) -> Mapping[str, Sides]:
    """Return for each claim, by its id, whom it counts for."""

    def party(id: str | None, claim: Claim) -> str | None:
        return parties.party(id, document=claim.document) if id else None

    return {
        claim.id: Sides(
            party(claim.actor, claim),
            party(claim.recipient, claim),
            party(claim.against, claim),
            claim.relation,
        )
        for claim in claims
    }


def reason(row: Alignment, brief: Brief) -> str:
    """Return what a row rests on: relations of its claims, a third party, or its places."""
    if row.sign == "mixed" and row.theater is None:
        return _by_place(row, brief)
    pair = {row.side_a, row.side_b}
    own = stated(row, brief)
    if own:
        return "" if row.form == "arms-length" else _relations(own, brief)
    if row.sign == "aligned" and row.against:
        return f"both fight {brief.names.actor(row.against)}"
    third = _third(row, pair, brief)
    if third is None:
        return "named as the enemy" if row.sign == "opposed" else ""
    return f"on opposite sides over {brief.names.actor(third)}" if row.sign == "opposed" else ""


def stated(row: Alignment, brief: Brief) -> list[str]:
    """Return the ids of those claims of a row that speak of its own pair."""
    pair = {row.side_a, row.side_b}
    known = brief.parties
    return [
        id for id in row.claims if id in known and {known[id].actor, known[id].recipient} == pair
    ]


def _relations(ids: Sequence[str], brief: Brief) -> str:
    used = Counter(brief.parties[id].relation for id in ids)
    ordered = sorted(used, key=lambda word: (-used[word], word))
    return words.listed([words.relation(word) for word in ordered])


def _third(row: Alignment, pair: set[str], brief: Brief) -> str | None:
    """Return the party that the claims of a derived row share; None if one is named as enemy."""
    seen: Counter[str] = Counter()
    for id in row.claims:
        if id not in brief.parties:
            continue
        actor, recipient, enemy, _ = brief.parties[id]
        if enemy in pair and pair & {actor, recipient}:
            return None
        named = {actor, recipient, enemy} - pair
        seen.update(party for party in named if party is not None)
    return min(seen, key=lambda party: (-seen[party], party), default=None)


def _by_place(row: Alignment, brief: Brief) -> str:
    """Return where a pair is aligned and where opposed; "" if no place tells them apart."""
    pair = {row.side_a, row.side_b}
    places = {
        sign: [
            f"in {brief.names.theater(other.theater)}"
            for other in brief.alignments
            if {other.side_a, other.side_b} == pair and other.theater and other.sign == sign
        ]
        for sign in ("aligned", "opposed")
    }
    if not all(places.values()):
        return ""
    return "; ".join(f"{sign} {words.listed(names)}" for sign, names in places.items())
