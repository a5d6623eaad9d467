"""Add up evidence into alignments: a row for each pair and place, and one overall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from tertius.alignment.cells import SUPPORTED, Cell, Key, Scales, cells, scales
from tertius.alignment.derived import Deed, Tie, derived, enemies
from tertius.alignment.forms import Shape, shape
from tertius.evidence import Evidence, Standings, collect, voices
from tertius.records import Alignment, Dyad, Reading, Standing

FRIENDLY: Final = ("aligned", "mixed", "none")  # beside which a denied friendship is told
HOSTILE: Final = ("opposed", "mixed", "none")


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


def _rows(laid: Mapping[Key, Cell]) -> list[tuple[float, Alignment]]:
    ties = {key: tie for key, tie in derived(laid).items() if not _decided(laid.get(key))}
    foes = enemies(laid)
    rows: list[tuple[float, Alignment]] = []
    shown: dict[Dyad, list[tuple[Standing, float]]] = defaultdict(list)
    for key in sorted(laid.keys() | ties.keys(), key=lambda key: (key[0], key[1] or "")):
        dyad, place = key
        if place is None:
            continue
        cell = laid.get(key) or _empty(laid, dyad, place)
        if key in ties:
            row, heft = _of_tie(cell, ties[key])
        else:
            row, heft = _of_claims(cell, _shared(foes, dyad, place))
        if key not in ties or ties[key].sign == -1:
            shown[dyad].append((row.sign, heft))
        rows.append((heft, row))
    for dyad in sorted({dyad for dyad, _ in laid.keys() | ties.keys()}):
        here = [tie for (pair, _), tie in sorted(ties.items()) if pair == dyad]
        cell = laid.get((dyad, None)) or Cell(dyad=dyad, theater=None)
        row, heft = _overall(cell, here, shown[dyad])
        rows.append((heft, row))
    return rows


def ranked(rows: Iterable[tuple[float, Alignment]]) -> tuple[Alignment, ...]:
    """Sort rows: those with a sign first, then by weight; a named place before overall."""

    def place(row: tuple[float, Alignment]) -> tuple[bool, float, bool, str, str, str]:
        heft, one = row
        return (
            one.sign == "none",
            -round(heft, 6),
            one.theater is None,
            min(one.side_a, one.side_b),
            max(one.side_a, one.side_b),
            one.theater or "",
        )

    return tuple(one for _, one in sorted(rows, key=place))


def _decided(cell: Cell | None) -> bool:
    return cell is not None and scales(cell).standing() != "none"


def _empty(laid: Mapping[Key, Cell], dyad: Dyad, place: str) -> Cell:
    """Return a cell with no more than the denials of no named place."""
    overall = laid.get((dyad, None))
    denials = [one for one in overall.denials if one.theater is None] if overall else []
    return Cell(dyad=dyad, theater=place, denials=tuple(denials))


def _shared(
    foes: Mapping[tuple[str, str], Mapping[str, Deed]], dyad: Dyad, place: str
) -> Mapping[str, tuple[Deed, Deed]]:
    """Return the parties that both sides fight at a place, with what each does to them."""
    return {
        enemy: (who[dyad.side_a], who[dyad.side_b])
        for (where, enemy), who in sorted(foes.items())
        if where == place and dyad.side_a in who and dyad.side_b in who
    }


def _of_claims(cell: Cell, shared: Mapping[str, tuple[Deed, Deed]]) -> tuple[Alignment, float]:
    weighed = scales(cell)
    standing = weighed.standing()
    hefts = {enemy: min(one.weight, other.weight) for enemy, (one, other) in shared.items()}
    found = shape(cell, standing, hefts)
    extra: tuple[Evidence, ...] = ()
    named = {one.against for one in cell.now(1)}
    if found.against is not None and found.against not in named:
        extra = tuple(one for deed in shared[found.against] for one in deed.evidence)
    return _row(cell, weighed, standing, found, friendly=extra)


def _of_tie(cell: Cell, tie: Tie) -> tuple[Alignment, float]:
    if tie.sign == 1:
        weighed = scales(cell).plus(aligned=tie.weight)
        found = Shape("arms-length", tie.third)
        row, _ = _row(cell, weighed, "aligned", found, friendly=tie.evidence)
    else:
        weighed = scales(cell).plus(opposed=tie.weight)
        row, _ = _row(cell, weighed, "opposed", Shape("hostile"), hostile=tie.evidence)
    return row, tie.weight


def _overall(
    cell: Cell, ties: Sequence[Tie], shown: Iterable[tuple[Standing, float]]
) -> tuple[Alignment, float]:
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
) -> tuple[Alignment, float]:
    """Return the row of a cell, and how strong it is.

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
    return row, heft


def _ids(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(sorted({one.claim for one in evidence}))
