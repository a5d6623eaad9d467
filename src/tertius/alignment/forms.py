"""Name the form of a tie: who backs whom, who acts together, who only shares an enemy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tertius.alignment.cells import Cell
from tertius.evidence import Evidence
from tertius.evidence.of_claims import GIVES
from tertius.records import Form, Sign, Standing

TIE_IN_WORDS: Final = frozenset({"aligned-with", "has-ties-with", "trades-with"})
# A tie that can stand while coordination is denied.
ONE_WAY: Final = 0.5  # help back, as a share of help given, from which neither side is the patron
PATRON: Final = 0.75  # help as a share of coordination, from which a tie is patronage
WEIGHTY: Final = frozenset({"coordinate", "share-enemy", "support", "command"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A form, with the two names that go with some forms."""

    form: Form
    against: str | None = None  # the shared enemy
    patron: str | None = None


def shape(cell: Cell, standing: Standing, shared: Mapping[str, float]) -> Shape:
    """Return the form of a direct tie.

    shared: parties that both sides fight at that place -> weight; {} where none is known.
    """
    if standing == "none":
        return Shape("unknown")
    if standing == "mixed":
        return Shape("contested")
    if standing == "opposed":
        return Shape("contested" if _disputed(cell, -1) else "hostile")
    named = _named_enemy(cell)
    if _disputed(cell, 1):
        return Shape("contested", named)
    return _friendly(cell, named, named or _first(shared))


def _friendly(cell: Cell, named: str | None, enemy: str | None) -> Shape:
    said = cell.now(1)
    together = _heft(one for one in said if one.family == "coordinate")
    in_act = _heft(
        one for one in said if one.family == "coordinate" and one.relation not in TIE_IN_WORDS
    )
    at_distance = _heft(one for one in said if one.family == "share-enemy")
    denied = any(one.sign == 1 and one.family == "coordinate" for one in cell.denials)
    if at_distance and (denied or in_act <= at_distance / 2):
        return Shape("arms-length", enemy)
    patron, one_way = _patron(cell, said)
    if patron and one_way >= PATRON * together:
        return Shape("sponsor", named, patron)
    leans = any(one.family in GIVES for one in said)
    if together or leans:
        if denied and not in_act and not leans:
            return Shape("arms-length", enemy) if enemy else Shape("contested")
        return Shape("coordinated", named)
    return Shape("arms-length", enemy) if enemy else Shape("unknown", named)


def _patron(cell: Cell, said: Iterable[Evidence]) -> tuple[str | None, float]:
    """Return the side that gives, and what its help weighs; None if help goes both ways."""
    given = {
        side: _heft(one for one in said if one.patron == side)
        for side in (cell.dyad.side_a, cell.dyad.side_b)
    }
    (less, _), (more, patron) = sorted((heft, side) for side, heft in given.items())
    if more == 0 or less > ONE_WAY * more:
        return None, 0.0
    return patron, more


def _disputed(cell: Cell, sign: Sign) -> bool:
    """Tell whether all that carries a sign is somebody's word against a denial of the same."""
    said = cell.now(sign)
    carrying = [one for one in said if sign == -1 or one.family in WEIGHTY] or list(said)
    denials = [one for one in cell.denials if one.sign == sign]
    return bool(carrying) and all(
        not one.own_voice and not one.implied and any(_denies(denial, one) for denial in denials)
        for one in carrying
    )


def _denies(denial: Evidence, said: Evidence) -> bool:
    if denial.voice == said.voice:
        return False
    if denial.relation == said.relation:
        return True
    if said.relation in TIE_IN_WORDS or said.family == "share-enemy":
        return False
    of_help = denial.family in GIVES and said.family in GIVES
    return (
        of_help
        or denial.family == said.family
        or (denial.family == "coordinate" and said.family in GIVES and not said.own_voice)
    )


def _named_enemy(cell: Cell) -> str | None:
    named: dict[str, list[Evidence]] = defaultdict(list)
    for one in cell.now(1):
        if one.against is not None:
            named[one.against].append(one)
    return _first({enemy: _heft(said) for enemy, said in named.items()})


def _first(weights: Mapping[str, float]) -> str | None:
    return min(weights, key=lambda name: (-weights[name], name), default=None)


def _heft(evidence: Iterable[Evidence]) -> float:
    """Add up the weightiest claim of each voice."""
    best: dict[str, float] = {}
    for one in evidence:
        best[one.voice] = max(best.get(one.voice, 0.0), one.weight)
    return sum(best[voice] for voice in sorted(best))
