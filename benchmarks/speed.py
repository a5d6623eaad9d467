"""What reading costs: a cold start, sentences per processor second, memory, growth with the input.

Each figure is of `tertius read` as a user runs it, a process of its own (`benchmarks.timing`).
"""

from __future__ import annotations

import re
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.commands import cost, tertius
from benchmarks.figures import Figure
from benchmarks.timing import SAMPLE, Run, read_cost

SIZES = (1, 10, 100, 1000)  # reports of one run
REPORT_WORDS = 130  # of a report of which many are read
STARTS = 3
LEAST_SPEED, MOST_START, MOST_MEMORY = 60.0, 2.0, 600.0  # sentences per CPU s, s, MB


def short_report(text: str, words: int = REPORT_WORDS) -> str:
    """Return the beginning of a text up to the sentence that reaches a number of words.

    >>> short_report("A b c. D e f. G h.", 4)
    'A b c. D e f.'
    """
    for end in re.finditer(r"[.!?][\"”]?(?=\s|$)", text):
        if len(text[: end.end()].split()) >= words:
            return text[: end.end()]
    return text


def speed(seed: Path | None) -> list[Figure]:
    """Return cold start, speed, memory and growth; the start is that of the sample without a seed.

    seed: the text to be read in a cold start.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = short_report(SAMPLE.read_text("utf-8"))
        starts = [
            cost(tertius("read", str(seed or SAMPLE)), stdout=folder / "cold")
            for _ in range(STARTS)
        ]
        runs = [read_cost(folder, copies, text=text) for copies in SIZES]
    cold = statistics.median(one.wall for one in starts)
    return [
        Figure(
            name="cold start of tertius read, s",
            value=cold,
            n=STARTS,
            aim=MOST_START,
            at_most=True,
            note=f"{statistics.median(one.cpu for one in starts):.1f} CPU s",
        ),
        *growth(runs),
    ]


def growth(runs: Sequence[Run]) -> list[Figure]:
    """Return speed and memory of runs of growing size, and how straight a line they lie on."""
    first, last = runs[0], runs[-1]
    more = last.sentences - first.sentences
    each = (last.cost.cpu - first.cost.cpu) / more
    found = [
        Figure(
            name="sentences per CPU second, all included",
            value=last.sentences / last.cost.cpu,
            n=last.sentences,
            aim=LEAST_SPEED,
            note=f"in {last.copies} reports; {1 / each:.0f} once started",
        ),
        Figure(
            name="peak memory, MB",
            value=max(run.cost.peak for run in runs),
            n=last.copies,
            aim=MOST_MEMORY,
            at_most=True,
        ),
    ]
    for run in runs[1:-1]:
        straight = first.cost.cpu + each * (run.sentences - first.sentences)
        found.append(
            Figure(
                name=f"cost of {run.copies} reports, of a straight line",
                value=run.cost.cpu / straight,
                n=run.sentences,
                note=f"{run.cost.cpu:.1f} CPU s, {run.cost.peak:.0f} MB",
            )
        )
    return found
