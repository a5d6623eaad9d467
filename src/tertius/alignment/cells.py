"""Evidence laid out in cells, one for each pair and place, and what a cell weighs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from tertius.alignment.beta import quantile
from tertius.evidence import Evidence, units
from tertius.records import Dyad, Sign, Standing

Key: TypeAlias = tuple[Dyad, str | None]  # a pair and a Theater.id; None: overall

# Settings, see docs/brief.md.
LEAST: Final = 0.1  # weight that gives a sign where nothing speaks against it
SUPPORTED: Final = 0.25  # weight from which the weaker sign of a mixed picture counts
BALANCE: Final = 0.3  # the weaker sign as a share of the stronger, from which a picture is mixed
PRIOR: Final = 1.0  # of either sign: Beta(1, 1), every p equally likely before the first report
TAIL: Final = 0.1  # on either side of an 80 % interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """All that is said of a pair at a place."""

    dyad: Dyad
    theater: str | None
    asserted: tuple[Evidence, ...] = ()  # with a sign, history and talks among them
    denials: tuple[Evidence, ...] = ()  # those that name no place stand in every cell of the pair
    beside: tuple[Evidence, ...] = ()  # presence, forecasts, suppositions

    def now(self, sign: Sign) -> tuple[Evidence, ...]:
        """Return what speaks for a sign today, talks left out: adversaries talk too."""
        return tuple(
            one
            for one in self.asserted
            if one.sign == sign and one.family != "talk" and not one.past
        )

    def said(self, sign: Sign) -> tuple[Evidence, ...]:
        """Return all that speaks for a sign, history and talks too."""
        return tuple(one for one in self.asserted if one.sign == sign)


@dataclass(frozen=True, slots=True)
class Scales:
    """What weighs for and against at a place."""

    aligned: float  # today's weight of independent units
    opposed: float
    all_aligned: float  # with talks, and with history at its small weight
    all_opposed: float

    def standing(self) -> Standing:
        """Return the sign that the scales show."""
        weaker, stronger = sorted((self.aligned, self.opposed))
        if weaker >= SUPPORTED and weaker >= BALANCE * stronger:
            return "mixed"
        if stronger < LEAST:
            return "none"
        return "aligned" if self.aligned > self.opposed else "opposed"

    def p(self) -> float:
        """Return the mean of the Beta posterior: that the next independent report is friendly."""
        a, b = PRIOR + self.all_aligned, PRIOR + self.all_opposed
        return round(a / (a + b), 4)

    def interval(self) -> tuple[float, float]:
        """Return the central 80 % of the Beta posterior."""
        a, b = PRIOR + self.all_aligned, PRIOR + self.all_opposed
        return round(quantile(TAIL, a, b), 4), round(quantile(1 - TAIL, a, b), 4)

    def plus(self, *, aligned: float = 0.0, opposed: float = 0.0) -> Scales:
        """Return scales with derived weight added; the derived friendly one gives no sign."""
        return Scales(
            self.aligned,
            self.opposed + opposed,
            self.all_aligned + aligned,
            self.all_opposed + opposed,
        )


def scales(cell: Cell) -> Scales:
    """Weigh the independent units of a cell."""
    firm = units((*cell.now(1), *cell.now(-1)))
    every = units(cell.asserted)
    return Scales(
        sum(unit.weight for unit in firm if unit.sign == 1),
        sum(unit.weight for unit in firm if unit.sign == -1),
        sum(unit.weight for unit in every if unit.sign == 1),
        sum(unit.weight for unit in every if unit.sign == -1),
    )


def cells(evidence: Iterable[Evidence]) -> Mapping[Key, Cell]:
    """Lay evidence out: an overall cell for each pair, and one for each place that is named.

    A town that is named gives a cell of its own and counts for its land as well.
    """
    pairs: dict[Dyad, list[Evidence]] = defaultdict(list)
    for one in evidence:
        pairs[one.dyad].append(one)
    laid: dict[Key, Cell] = {}
    for dyad, said in sorted(pairs.items()):
        laid[dyad, None] = _cell(dyad, None, said, said)
        nowhere = [one for one in said if one.theater is None]
        for place in sorted(_places(said)):
            here = [one for one in said if place in one.places]
            laid[dyad, place] = _cell(dyad, place, here, [*here, *nowhere])
    return laid


def _places(said: Iterable[Evidence]) -> set[str]:
    named = {(one.theater, one.ground) for one in said}
    return {place for pair in named for place in pair if place is not None}


def _cell(dyad: Dyad, theater: str | None, said: list[Evidence], deniable: list[Evidence]) -> Cell:
    return Cell(
        dyad=dyad,
        theater=theater,
        asserted=tuple(one for one in said if one.modality == "asserted" and one.sign != 0),
        denials=tuple(one for one in deniable if one.modality == "denied"),
        beside=tuple(
            one
            for one in said
            if one.modality in ("forecast", "hypothetical")
            or (one.modality == "asserted" and one.sign == 0)
        ),
    )
