"""Speed and growth are worked out from what runs took."""

from __future__ import annotations

import pytest

from benchmarks.commands import Cost
from benchmarks.speed import growth, short_report
from benchmarks.timing import Run


def run(copies, cpu, peak=100.0):
    cost = Cost(code=0, wall=cpu, cpu=cpu, peak=peak)
    return Run(copies=copies, sentences=5 * copies, cost=cost)


def test_growth_is_measured_against_a_straight_line():
    # one second to start, a tenth of a second a report; the middle run takes half as much again
    speed, memory, middle = growth([run(1, 1.1), run(10, 3.0, 250.0), run(100, 11.0, 240.0)])
    assert speed.value == pytest.approx(500 / 11)
    assert "50 once started" in speed.note
    assert (memory.value, memory.is_met) == (250.0, True)
    assert middle.value == pytest.approx(1.5)


def test_a_short_report_ends_with_a_sentence():
    assert short_report("One two three. Four five. Six.", 4) == "One two three. Four five."
    assert short_report("One two.", 4) == "One two."
