"""Which claims of a reader are those of a person: pair and sign in the same sentence.

A person's claim and a reader's match one to one. What hits a claim that is only secondary or
doubtful, repeats a match, stays inside one party or lacks one party while the other fits, is
neither right nor wrong. All else that a reader says is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tertius.comparison.aliases import Aliases
from tertius.comparison.gold import Gold, GoldClaim
from tertius.comparison.predicted import Predicted, predicted
from tertius.comparison.slots import slots
from tertius.gazetteer import Gazetteer
from tertius.records import Reading
from tertius.report.names import Names


@dataclass(frozen=True, slots=True)
class Match:
    """A person's claim and the reader's claim that says the same."""

    gold: GoldClaim
    found: Predicted
    directed: bool  # who acts on whom is right, too
    slots: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Scored:
    """What a reader got right, wrong and missed in one text."""

    matches: tuple[Match, ...] = ()
    wrong: tuple[Predicted, ...] = ()
    missed: tuple[GoldClaim, ...] = ()
    turned: tuple[Predicted, ...] = ()  # of the wrong: the right pair with the other sign
    aside: int = 0  # claims that are neither right nor wrong
    slots: dict[str, tuple[int, int]] = field(default_factory=dict)  # right, of how many


def score_reading(
    reading: Reading, gold: Gold, gazetteer: Gazetteer
) -> tuple[tuple[Predicted, ...], Scored]:
    """Return the claims of a reading in the terms of its gold, and how they compare."""
    names, aliases = Names.of(reading, gazetteer, []), Aliases(gold.aliases)
    found = tuple(predicted(claim, names, aliases, gold.sentences) for claim in reading.claims)
    return found, score(gold, found, aliases)


def score(gold: Gold, found: Sequence[Predicted], aliases: Aliases) -> Scored:
    """Match the claims of a reader with those of a person."""
    core = [claim for claim in gold.claims if claim.counts]
    rest = [claim for claim in gold.claims if not claim.counts]
    edges = []
    for g, claim in enumerate(core):
        for f, one in enumerate(found):
            fits, directed = agreement(claim, one, aliases)
            if fits:
                right = slots(claim, one, aliases)
                close = _closeness(directed, right) + _exactness(claim, one)
                edges.append((-close, g, f, directed, right))
    matches: dict[int, Match] = {}
    taken: set[int] = set()
    for _, g, f, directed, right in sorted(edges, key=lambda edge: edge[:3]):
        if g not in matches and f not in taken:
            matches[g] = Match(core[g], found[f], directed, right)
            taken.add(f)
    repeated = {f for _, _, f, _, _ in edges}
    wrong = [
        one
        for f, one in enumerate(found)
        if f not in repeated and not _is_aside(one, rest, gold.claims, aliases)
    ]
    ordered = [matches[g] for g in sorted(matches)]
    return Scored(
        matches=tuple(ordered),
        wrong=tuple(wrong),
        missed=tuple(claim for g, claim in enumerate(core) if g not in matches),
        turned=tuple(one for one in wrong if _is_turned(one, gold.claims, aliases)),
        aside=len(found) - len(ordered) - len(wrong),
        slots=_tally(ordered),
    )


def agreement(gold: GoldClaim, one: Predicted, aliases: Aliases) -> tuple[bool, bool]:
    """Return whether pair, sign and sentence fit, and whether who acts on whom does."""
    if one.claim.sign not in gold.signs or not one.sentences & _sentences(gold):
        return False, False
    forward = _fits(gold.source, gold.source_accept, one, 0, aliases) and _fits(
        gold.target, gold.target_accept, one, 1, aliases
    )
    back = _fits(gold.source, gold.source_accept, one, 1, aliases) and _fits(
        gold.target, gold.target_accept, one, 0, aliases
    )
    return forward or back, forward or back and gold.symmetric


def _sentences(gold: GoldClaim) -> frozenset[str]:
    return frozenset(gold.sents or (gold.sent,))


def _fits(
    gold: str | None, accept: Sequence[str], one: Predicted, side: int, aliases: Aliases
) -> bool:
    if gold is None:
        return one.names[side] is None
    return aliases.same(gold, (one.actor, one.recipient)[side], accept)


def _closeness(directed: bool, right: dict[str, bool]) -> int:
    """Return how well two claims agree; of several candidates the closest is matched."""
    weights = {"modality": 6, "source": 4, "quantity": 4, "theater": 2, "against": 2, "time": 1}
    return 10 * directed + sum(weights.get(slot, 0) for slot, fits in right.items() if fits)


def _exactness(gold: GoldClaim, one: Predicted) -> int:
    """Break ties: the very parties, not whom they stand for; no number where none is said."""
    exact = {one.actor, one.recipient} == {gold.source, gold.target}
    idle = one.claim.quantity is not None and not any(
        amount.value is not None for amount in gold.quantity or ()
    )
    return exact - 2 * idle


def _is_aside(
    one: Predicted, rest: Sequence[GoldClaim], every: Sequence[GoldClaim], aliases: Aliases
) -> bool:
    if any(agreement(claim, one, aliases)[0] for claim in rest):
        return True
    if one.actor is not None and aliases.root(one.actor) == aliases.root(one.recipient):
        return True
    if aliases.is_left_aside(one.actor) or aliases.is_left_aside(one.recipient):
        return True
    return one.lacks_one and any(_half(claim, one, aliases) for claim in every)


def _half(gold: GoldClaim, one: Predicted, aliases: Aliases) -> bool:
    said = one.recipient if one.names[0] is None else one.actor
    known = aliases.same(gold.source, said, gold.source_accept) or aliases.same(
        gold.target, said, gold.target_accept
    )
    return one.claim.sign in gold.signs and bool(one.sentences & _sentences(gold)) and known


def _is_turned(one: Predicted, every: Sequence[GoldClaim], aliases: Aliases) -> bool:
    """Tell whether somebody found the same pair in the sentence, with the other sign."""
    pair = {aliases.root(one.actor), aliases.root(one.recipient)}
    return one.claim.sign != 0 and any(
        pair == {aliases.root(claim.source), aliases.root(claim.target)}
        and -one.claim.sign in claim.signs
        and one.claim.sign not in claim.signs
        and one.sentences & _sentences(claim)
        for claim in every
    )


def _tally(matches: Sequence[Match]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for match in matches:
        for slot, fits in match.slots.items():
            right, count = found.get(slot, (0, 0))
            found[slot] = right + fits, count + 1
    return found
