"""Add up evidence into alignments: a row for each pair and place, and one overall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tertius.alignment.cells import SUPPORTED, Cell, Key, Scales, cells, scales
from tertius.alignment.derived import Deed, Tie, derived, enemies
from tertius.alignment.forms import Shape, shape
from tertius.evidence import Evidence, Standings, collect, voices
from tertius.records import Alignment, Dyad, Reading, Standing

FRIENDLY: Final = ("aligned", "mixed", "none")  # beside which a denied friendship is told
HOSTILE: Final = ("opposed", "mixed", "none")


@dataclass(frozen=True, slots=True)
class Row:
    """An alignment and what it is ranked by."""

    answer: Alignment
    heft: float  # today's weight behind its sign
    start: int  # where the first of its claims begins in its text, in characters


def alignments(
    reading: Reading, gazetteer: Standings, *, family: Callable[[str], str] | None = None
) -> tuple[Alignment, ...]:
    """Return what the claims of a reading add up to, the strongest first.

    One row for each pair and place that claims name, one for the land around a named town, and
    one overall (theater None) for each pair. Sides are parties: a ministry counts for its state.
    family: the family of a relation word; None: that of relations.csv.
    Rows that no claim states outright (a shared enemy, backing opposite sides) list the claims
    they rest on. How weights, signs and forms come about is told in docs/brief.md.
    """
    laid = cells(collect(reading, gazetteer, family=family))
    return ranked(_rows(laid))


def _rows(laid: Mapping[Key, Cell]) -> list[Row]:
    ties = {key: tie for key, tie in derived(laid).items() if not _decided(laid.get(key))}
    foes = _by_place(enemies(laid))
    rows: list[Row] = []
    shown: dict[Dyad, list[tuple[Standing, float]]] = defaultdict(list)
    for key in sorted(laid.keys() | ties.keys(), key=lambda key: (key[0], key[1] or "")):
        dyad, place = key
        if place is None:
            continue
        cell = laid.get(key) or _empty(laid, dyad, place)
        if key in ties:
            row = _of_tie(cell, ties[key])
        else:
            row = _of_claims(cell, _shared(foes, dyad, place))
        if key not in ties or ties[key].sign == -1:
            shown[dyad].append((row.answer.sign, row.heft))
        rows.append(row)
    by_pair: dict[Dyad, list[Tie]] = defaultdict(list)
    for _, tie in sorted(ties.items()):
        by_pair[tie.dyad].append(tie)
    for dyad in sorted({dyad for dyad, _ in laid.keys() | ties.keys()}):
        here = by_pair.get(dyad, [])
        cell = laid.get((dyad, None)) or Cell(dyad=dyad, theater=None)
        rows.append(_overall(cell, here, shown[dyad]))
    return rows


def ranked(rows: Iterable[Row]) -> tuple[Alignment, ...]:
    """Sort rows: those with a sign first, by weight, by claims, a named place before overall.

    What then is still equal stands in the order of the text.
    """

    def place(row: Row) -> tuple[bool, float, int, bool, int, str, str, str]:
        one = row.answer
        return (
            one.sign == "none",
            -round(row.heft, 6),
            -len(one.claims),
            one.theater is None,
            row.start,
            min(one.side_a, one.side_b),
            max(one.side_a, one.side_b),
            one.theater or "",
        )

    return tuple(row.answer for row in sorted(rows, key=place))


def _decided(cell: Cell | None) -> bool:
    return cell is not None and scales(cell).standing() != "none"


def _empty(laid: Mapping[Key, Cell], dyad: Dyad, place: str) -> Cell:
    """Return a cell with no more than the denials of no named place."""
    overall = laid.get((dyad, None))
    denials = [one for one in overall.denials if one.theater is None] if overall else []
    return Cell(dyad=dyad, theater=place, denials=tuple(denials))


def _by_place(
    foes: Mapping[tuple[str, str], Mapping[str, Deed]],
) -> Mapping[tuple[str, str], Mapping[str, Deed]]:
    """Turn (place, enemy) -> who fights it into (place, who) -> whom that fights."""
    turned: dict[tuple[str, str], dict[str, Deed]] = defaultdict(dict)
    for (place, enemy), who in sorted(foes.items()):
        for side, deed in who.items():
            turned[place, side][enemy] = deed
    return turned


def _shared(
    foes: Mapping[tuple[str, str], Mapping[str, Deed]], dyad: Dyad, place: str
) -> Mapping[str, tuple[Deed, Deed]]:
    """Return the parties that both sides fight at a place, with what each does to them."""
    one, other = foes.get((place, dyad.side_a), {}), foes.get((place, dyad.side_b), {})
    return {enemy: (one[enemy], other[enemy]) for enemy in sorted(one.keys() & other.keys())}


def _of_claims(cell: Cell, shared: Mapping[str, tuple[Deed, Deed]]) -> Row:
    weighed = scales(cell)
    standing = weighed.standing()
    hefts = {enemy: min(one.weight, other.weight) for enemy, (one, other) in shared.items()}
    found = shape(cell, standing, hefts)
    extra: tuple[Evidence, ...] = ()
    named = {one.against for one in cell.now(1)}
    if found.against is not None and found.against not in named:
        extra = tuple(one for deed in shared[found.against] for one in deed.evidence)
    return _row(cell, weighed, standing, found, friendly=extra)


def _of_tie(cell: Cell, tie: Tie) -> Row:
    if tie.sign == 1:
        weighed = scales(cell).plus(aligned=tie.weight)
        found = Shape("arms-length", tie.third)
        row = _row(cell, weighed, "aligned", found, friendly=tie.evidence)
    else:
        weighed = scales(cell).plus(opposed=tie.weight)
        row = _row(cell, weighed, "opposed", Shape("hostile"), hostile=tie.evidence)
    return replace(row, heft=tie.weight)


def _overall(cell: Cell, ties: Sequence[Tie], shown: Iterable[tuple[Standing, float]]) -> Row:
    hostile = [tie for tie in ties if tie.sign == -1]
    friendly = [tie for tie in ties if tie.sign == 1]
    weighed = scales(cell).plus(
        aligned=max((tie.weight for tie in friendly), default=0.0),
        opposed=max((tie.weight for tie in hostile), default=0.0),
    )
    standing = weighed.standing()
    signs = {sign for sign, heft in shown if heft >= SUPPORTED or sign == "mixed"}
    if {"aligned", "opposed"} <= signs:
        standing = "mixed"
    return _row(
        cell,
        weighed,
        standing,
        shape(cell, standing, {}) if not (hostile and standing == "opposed") else Shape("hostile"),
        friendly=tuple(one for tie in friendly for one in tie.evidence),
        hostile=tuple(one for tie in hostile for one in tie.evidence),
    )


def _row(
    cell: Cell,
    weighed: Scales,
    standing: Standing,
    found: Shape,
    *,
    friendly: tuple[Evidence, ...] = (),
    hostile: tuple[Evidence, ...] = (),
) -> Row:
    """Return the row of a cell.

    friendly, hostile: evidence about third parties that the row rests on as well.
    """
    side_a, side_b = cell.dyad.side_a, cell.dyad.side_b
    if found.patron == side_b:
        side_a, side_b = side_b, side_a
    positive, negative = (*cell.said(1), *friendly), (*cell.said(-1), *hostile)
    speaks, against = {
        "opposed": (negative, positive),
        "none": ((*positive, *negative, *cell.beside), ()),
    }.get(standing, (positive, negative))
    denials = [
        one
        for one in cell.denials
        if cell.theater is None or standing in (FRIENDLY if one.sign == 1 else HOSTILE)
    ]
    row = Alignment(
        side_a=side_a,
        side_b=side_b,
        theater=cell.theater,
        sign=standing,
        form=found.form,
        p=weighed.p(),
        interval=weighed.interval(),
        against=found.against,
        claims=_ids(speaks),
        counter=_ids(against),
        denials=_ids(denials),
        independent=voices((*speaks, *against)),
    )
    heft = {"aligned": weighed.aligned, "opposed": weighed.opposed}.get(
        standing, 2 * min(weighed.aligned, weighed.opposed)
    )
    start = min((one.start for one in (*speaks, *against)), default=0)
    return Row(row, heft, start)


def _ids(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(sorted({one.claim for one in evidence}))
