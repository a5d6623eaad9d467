"""Ties that no claim states, but two claims together do: opposite sides, and a shared enemy.

That an enemy's enemy is a friend is weak evidence, often of the wrong sign (Maoz et al. 2007), so
a shared enemy gives at most a tie at arm's length, at one place, and never a standing overall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tertius.alignment.cells import Cell, Key, scales
from tertius.evidence import Evidence
from tertius.records import Dyad, Sign

OPPOSITE_SIDES: Final = 0.5  # weight against the weaker of its two claims; a setting
SHARED_ENEMY: Final = 0.3  # likewise
MOST_FOES: Final = 30  # of one enemy at one place that are paired, the weightiest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A tie between two parties that rests on what each does to a third."""

    dyad: Dyad
    theater: str
    sign: Sign
    third: str  # the party one backs and the other fights, or that both fight
    evidence: tuple[Evidence, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Deed:
    """What one party does to a third at a place."""

    evidence: tuple[Evidence, ...]
    weight: float
    placed: bool  # the text names the place; else it is the third party's own land


def derived(laid: Mapping[Key, Cell]) -> Mapping[Key, Tie]:
    """Return the derived ties of all places; where both kinds hold, opposite sides win."""
    found: dict[Key, Tie] = {}
    for tie in [*_shared_enemies(laid), *_opposite_sides(laid)]:
        known = found.get((tie.dyad, tie.theater))
        if known is None or (tie.sign, -tie.weight, tie.third) < (
            known.sign,
            -known.weight,
            known.third,
        ):
            found[tie.dyad, tie.theater] = tie
    return found


def enemies(laid: Mapping[Key, Cell]) -> Mapping[tuple[str, str], Mapping[str, Deed]]:
    """Return for each (place, enemy) who fights it there, as the text tells."""
    found: dict[tuple[str, str], dict[str, Deed]] = defaultdict(dict)
    for (dyad, place), cell in laid.items():
        if place is None or scales(cell).standing() != "opposed":
            continue
        for side, other in ((dyad.side_a, dyad.side_b), (dyad.side_b, dyad.side_a)):
            deeds = [one for one in cell.now(-1) if _fights(one, side)]
            if deeds:
                found[place, other][side] = _deed(deeds, placed=True)
    return found


def _shared_enemies(laid: Mapping[Key, Cell]) -> Iterable[Tie]:
    for (place, enemy), foes in sorted(enemies(laid).items()):
        known = sorted(foes, key=lambda foe: (-foes[foe].weight, foe))[:MOST_FOES]
        for one, other in combinations(sorted(known), 2):
            dyad = Dyad.of(one, other)
            if not _silent(laid, dyad, place):
                continue
            yield Tie(
                dyad=dyad,
                theater=place,
                sign=1,
                third=enemy,
                evidence=foes[one].evidence + foes[other].evidence,
                weight=SHARED_ENEMY * min(foes[one].weight, foes[other].weight),
            )


def _opposite_sides(laid: Mapping[Key, Cell]) -> Iterable[Tie]:
    friends, foes = _by_third(laid)
    for place, third in sorted(friends.keys() & foes.keys()):
        for friend, help_given in sorted(friends[place, third].items()):
            for foe, fight in sorted(foes[place, third].items()):
                if friend == foe or not (help_given.placed or fight.placed):
                    continue
                cell = laid.get((Dyad.of(friend, foe), place))
                if cell is not None and (cell.now(1) or cell.now(-1)):
                    continue
                yield Tie(
                    dyad=Dyad.of(friend, foe),
                    theater=place,
                    sign=-1,
                    third=third,
                    evidence=help_given.evidence + fight.evidence,
                    weight=OPPOSITE_SIDES * min(help_given.weight, fight.weight),
                )


_Deeds = dict[tuple[str, str], dict[str, Deed]]


def _by_third(laid: Mapping[Key, Cell]) -> tuple[_Deeds, _Deeds]:
    """Return who backs and who fights a party, by place and party.

    A deed of no named place counts on the party's own land, where it has one.
    """
    friends: _Deeds = defaultdict(dict)
    foes: _Deeds = defaultdict(dict)
    lands = {place for _, place in laid if place is not None}
    for (dyad, place), cell in laid.items():
        shown = scales(cell).standing()
        for side, third in ((dyad.side_a, dyad.side_b), (dyad.side_b, dyad.side_a)):
            ground = place or (third if third in lands else None)
            if ground is None:
                continue
            help_given = [one for one in cell.now(1) if one.patron == side]
            fight = [one for one in cell.now(-1) if _fights(one, side) and not one.implied]
            if place is None:
                help_given = [one for one in help_given if one.theater is None]
                fight = [one for one in fight if one.theater is None]
            if shown == "aligned" and help_given:
                _put(friends[ground, third], side, help_given, placed=place is not None)
            if shown == "opposed" and fight:
                _put(foes[ground, third], side, fight, placed=place is not None)
    return friends, foes


def _put(deeds: dict[str, Deed], side: str, evidence: list[Evidence], *, placed: bool) -> None:
    deed = _deed(evidence, placed=placed)
    known = deeds.get(side)
    if known is None or (deed.placed and not known.placed):
        deeds[side] = deed


def _deed(evidence: list[Evidence], *, placed: bool) -> Deed:
    ordered = tuple(sorted(evidence, key=lambda one: one.claim))
    return Deed(ordered, max(one.weight for one in ordered), placed)


def _fights(one: Evidence, side: str) -> bool:
    return one.family == "fight" and one.acts in (side, None)


def _silent(laid: Mapping[Key, Cell], dyad: Dyad, place: str) -> bool:
    """Tell whether nothing is said of a pair here, and nothing hostile of no named place."""
    here, overall = laid.get((dyad, place)), laid.get((dyad, None))
    if here is not None and here.asserted:
        return False
    return overall is None or not any(
        one.theater is None for one in overall.asserted if one.sign == -1
    )
