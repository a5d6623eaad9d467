"""Measure start-up, speed, memory and growth of the reader.

    python -m benchmarks.timing [--most 200] [--json FILE]

Every figure is given in seconds of processor time and, so that machines compare, as a multiple of a
fixed loop of plain Python timed beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.commands import Cost, cost, tertius

SAMPLE = Path(__file__).parents[1] / "samples" / "iraq-2014" / "reports" / "two-armies.txt"
SIZES = (1, 10, 50, 200)  # copies of the sample in one run
LOOPS = 3_000_000  # of the calibration
REPEATS = 5
# Turned by one place for every copy, so that no two copies tell the same story.
NAMES = (
    "Iraq",
    "Iran",
    "Yemen",
    "Saudi Arabia",
    "Turkey",
    "Egypt",
    "Sudan",
    "Chad",
    "Pakistan",
    "India",
    "Armenia",
    "Serbia",
    "Colombia",
    "Venezuela",
    "Rwanda",
    "Uganda",
    "Japan",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One reading of a number of copies."""

    copies: int
    sentences: int
    cost: Cost


def calibration() -> float:
    """Return processor seconds of a fixed loop: the median of some rounds."""

    def once() -> float:
        began = time.process_time()
        total = 0
        for number in range(LOOPS):
            total += number & 7
        return time.process_time() - began

    return statistics.median(once() for _ in range(REPEATS))


def copy(text: str, turn: int) -> str:
    """Return the text with its states renamed, each to the one `turn` places further."""
    renamed = {name: NAMES[(at + turn) % len(NAMES)] for at, name in enumerate(NAMES)}
    pattern = "|".join(rf"\b{re.escape(name)}\b" for name in NAMES)
    return re.sub(pattern, lambda found: renamed[found.group()], text)


def help_cost(folder: Path) -> Cost:
    """Return the median cold start of `tertius --help`, by processor time."""
    runs = [cost(tertius("--help"), stdout=folder / "help") for _ in range(REPEATS)]
    return sorted(runs, key=lambda one: one.cpu)[len(runs) // 2]


def read_cost(folder: Path, copies: int, *, text: str | None = None) -> Run:
    """Read a number of copies in one process, from files.

    text: what is copied; None: the sample.
    """
    from tertius.reading.sentences import sentences

    text = SAMPLE.read_text("utf-8") if text is None else text
    reports = folder / f"reports-{copies}"
    reports.mkdir()
    for turn in range(copies):
        (reports / f"{turn:04}.txt").write_text(copy(text, turn), "utf-8")
    took = cost(tertius("read", "--json", "--quiet", str(reports)), stdout=folder / "brief.json")
    if took.code:
        raise SystemExit(f"tertius read ended with {took.code}")
    return Run(copies=copies, sentences=len(sentences(text)) * copies, cost=took)


def table(loop: float, started: Cost, runs: Sequence[Run]) -> str:
    """Return the figures as plain text."""
    first, last = runs[0], runs[-1]
    lines = [
        f"{platform.node()}: {os.cpu_count()} cores, {platform.machine()}, "
        f"Python {platform.python_version()}",
        f"calibration: {loop:.3f} s for a loop of {LOOPS:,}; x is a multiple of it",
        "",
        f"tertius --help   {started.cpu:6.2f} s CPU  {started.cpu / loop:6.1f} x  "
        f"{started.peak:5.0f} MB",
        "",
        "tertius read  copies  sentences   wall s    CPU s       x  peak MB  sentences per CPU s",
    ]
    for run in runs:
        took = run.cost
        lines.append(
            f"{'':12}  {run.copies:6}  {run.sentences:9}  {took.wall:7.2f}  {took.cpu:7.2f}  "
            f"{took.cpu / loop:6.1f}  {took.peak:7.0f}  {run.sentences / took.cpu:19.1f}"
        )
    if last.copies > first.copies:
        more = last.sentences - first.sentences
        each = (last.cost.cpu - first.cost.cpu) / more
        lines += [
            "",
            f"once started: {1 / each:.0f} sentences per CPU second, "
            f"{(last.cost.peak - first.cost.peak) * 1000 / more:.1f} kB a sentence",
        ]
        for run in runs[1:-1]:
            straight = first.cost.cpu + each * (run.sentences - first.sentences)
            lines.append(
                f"  {run.copies} copies took {run.cost.cpu / straight:.2f} of what a straight line "
                f"from {first.copies} to {last.copies} gives"
            )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.timing", description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="most copies in one run")
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    given = parser.parse_args(arguments)
    loop = calibration()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = help_cost(folder)
        runs = [read_cost(folder, copies) for copies in SIZES if copies <= given.most]
    print(table(loop, started, runs))
    if given.json:
        figures = {
            "calibration": loop,
            "help": asdict(started),
            "read": [asdict(run) for run in runs],
        }
        given.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
