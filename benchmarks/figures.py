"""A measured figure with its interval and its aim, and tables of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import TypeAlias

Counts: TypeAlias = Sequence[float]  # of one document or sentence; all rows have the same columns
Measure: TypeAlias = Callable[[Counts], float]

DRAWS = 1_000
LEVEL = 0.90
SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the evaluation."""

    name: str
    value: float | None  # None: nothing to measure it on
    n: int = 0  # cases: claims, pairs, words, ...
    low: float | None = None  # of the interval; None: not drawn
    high: float | None = None
    aim: float | None = None
    at_most: bool = False  # the aim is a bound from above
    over: str = ""  # what the interval draws: "documents", "sentences"
    note: str = ""

    @property
    def is_met(self) -> bool | None:
        """Tell whether the aim is reached; None where there is no aim or no value."""
        if self.aim is None or self.value is None:
            return None
        return self.value <= self.aim if self.at_most else self.value >= self.aim


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What one measurement gave."""

    name: str  # the word for --only
    title: str
    figures: tuple[Figure, ...] = ()
    text: str = ""  # what does not fit into rows; may quote the texts, and is never written down
    skipped: str = ""  # why there is nothing; "": it was measured


def interval(rows: Sequence[Counts], measure: Measure) -> tuple[float, float] | None:
    """Return the middle 90 % of a measure of sums when rows are drawn again with replacement.

    None where fewer than two rows can be drawn. Draws in which there is nothing to measure are left
    out. The draws are the same in every run.

    >>> interval([(1, 2)] * 8, lambda total: total[0] / total[1])
    (0.5, 0.5)
    """
    import numpy as np

    if len(rows) < 2:
        return None
    drawn = np.random.default_rng(SEED)
    times = drawn.multinomial(len(rows), [1 / len(rows)] * len(rows), size=DRAWS)
    totals = times @ np.asarray(rows, dtype=float)
    values = sorted(v for total in totals if not isnan(v := measure(total.tolist())))
    if not values:
        return None
    tail = int((1 - LEVEL) / 2 * len(values))
    return values[tail], values[-1 - tail]


def figure(
    name: str,
    rows: Sequence[Counts],
    measure: Measure,
    *,
    n: int,
    aim: float | None = None,
    at_most: bool = False,
    over: str = "documents",
    note: str = "",
) -> Figure:
    """Return the measure of the sum of all rows, with its interval; no value where n is 0."""
    if not n or not rows:
        return Figure(name=name, value=None, aim=aim, at_most=at_most, note=note)
    drawn = interval(rows, measure)
    value = measure([sum(column) for column in zip(*rows, strict=True)])
    return Figure(
        name=name,
        value=None if isnan(value) else value,
        n=n,
        low=drawn[0] if drawn else None,
        high=drawn[1] if drawn else None,
        aim=aim,
        at_most=at_most,
        over=over if drawn else "",
        note=note,
    )


# -- measures of sums: not a number where there is nothing to measure ---------------------------


def share(total: Counts) -> float:
    """Return right of (right, all)."""
    return total[0] / total[1] if total[1] else nan


def f1(total: Counts) -> float:
    """Return F1 of (right, found, gold).

    >>> f1((3, 4, 8))
    0.5
    """
    return 2 * total[0] / (total[1] + total[2]) if total[1] + total[2] else nan


def macro_f1(total: Counts) -> float:
    """Return the mean F1 of classes, (right, found, gold) each; classes without gold are left out.

    >>> macro_f1((3, 4, 8, 1, 1, 1, 0, 5, 0))
    0.75
    """
    classes = [total[at : at + 3] for at in range(0, len(total), 3)]
    known = [f1(one) for one in classes if one[2]]
    return sum(known) / len(known) if known else nan


def confusion(classes: Sequence[str], gold: str, found: str) -> list[float]:
    """Return the row of `macro_f1` for one case.

    >>> confusion(("a", "b"), "a", "b")
    [0.0, 0.0, 1.0, 0.0, 1.0, 0.0]
    """
    return [float(v) for c in classes for v in (gold == found == c, found == c, gold == c)]


def summed(rows: Iterable[Counts], width: int) -> list[float]:
    """Return the sum of rows; `width` zeros where there are none."""
    total = [0.0] * width
    for row in rows:
        total = [a + b for a, b in zip(total, row, strict=True)]
    return total


# -- on paper -----------------------------------------------------------------------------------


def plain(table: Table) -> str:
    """Return a table as plain text."""
    lines = [f"== {table.title} ({table.name})"]
    if table.skipped:
        return f"{lines[0]}\n  left out: {table.skipped}"
    wide = max((len(one.name) for one in table.figures), default=0)
    if table.figures:
        lines.append(f"  {'':{wide}}  {'n':>6}  {'figure':>7}  {'90 % interval':^15}  aim")
    for one in table.figures:
        cells = f"  {one.name:{wide}}  {one.n:>6}  {_number(one.value):>7}  {_drawn(one):^15}"
        lines.append(f"{cells}  {_aim(one):8}  {one.note}".rstrip())
    return "\n".join([*lines, *([table.text] if table.text else [])])


def markdown(table: Table) -> str:
    """Return a table as Markdown, without its text."""
    lines = [f"## {table.title}", ""]
    if table.skipped:
        return "\n".join([*lines, f"Left out: {table.skipped}"])
    if table.figures:
        lines += ["| what | n | figure | 90 % interval | aim | |", "|---|---|---|---|---|---|"]
    for one in table.figures:
        cells = [one.name, str(one.n), _number(one.value), _drawn(one), _aim(one), one.note]
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"


def _drawn(one: Figure) -> str:
    if one.low is None or one.high is None:
        return "-"
    return f"{_number(one.low)} to {_number(one.high)}"


def _aim(one: Figure) -> str:
    if one.aim is None:
        return ""
    met = {True: " yes", False: " NO", None: ""}[one.is_met]
    return f"{'<= ' if one.at_most else ''}{one.aim:g}{met}"
