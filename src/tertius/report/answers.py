"""Which alignments a reader is shown first: those with a sign, each said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tertius.records import Alignment, Claim
from tertius.report.brief import Brief


def answers(brief: Brief) -> list[Alignment]:
    """Return the rows that say something of their own, in their order.

    Left out: rows without a sign, an overall row that rests on the same claims as the row of a
    place and says the same, and a town whose land says the same.
    """
    by_pair: dict[frozenset[str], list[Alignment]] = defaultdict(list)
    for row in brief.alignments:
        if row.sign != "none":
            by_pair[frozenset((row.side_a, row.side_b))].append(row)
    named = _named(brief.claims)
    hidden = {
        id(row)
        for rows in by_pair.values()
        for row in rows
        if any(_says_it_too(other, row, named) for other in rows if other is not row)
    }
    return [row for row in brief.alignments if row.sign != "none" and id(row) not in hidden]


def _says_it_too(other: Alignment, row: Alignment, named: dict[str, str | None]) -> bool:
    """Tell whether another row of the pair says all that a row says, and better."""
    if other.theater is None or (other.sign, other.form) != (row.sign, row.form):
        return False
    if row.against not in (None, other.against):
        return False
    mine, theirs = _all(row), _all(other)
    if mine == theirs:
        return row.theater is None or row.theater not in {named.get(id) for id in mine}
    return row.theater is not None and mine < theirs


def _all(row: Alignment) -> frozenset[str]:
    return frozenset((*row.claims, *row.counter, *row.denials))


def _named(claims: Iterable[Claim]) -> dict[str, str | None]:
    return {claim.id: claim.theater for claim in claims}
