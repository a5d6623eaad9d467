"""docs/brief.md gives numbers; they are the ones of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tertius.alignment import cells, derived, forms
from tertius.evidence import times, weights
from tertius.evidence.units import PAST
from tertius.report import text

PAGE = " ".join(
    (Path(__file__).parents[2] / "docs" / "brief.md").read_text(encoding="utf-8").split()
)


@pytest.mark.parametrize(("act", "weight"), sorted(weights.ACT.items()))
def test_the_weight_of_each_act_is_told(act, weight):
    assert re.search(rf"\| {act} \| {weight} \|", PAGE)


@pytest.mark.parametrize(
    "sentence",
    [
        f"desire {weights.ATTITUDE['desire']}, fear {weights.ATTITUDE['fear']},"
        f" belief {weights.ATTITUDE['belief']}",
        f"named {weights.NAMED_SPEAKER}, not named {weights.UNNAMED_SPEAKER}",
        f"oppose X, at {weights.IMPLIED} of its weight",
        f"confidence below {weights.SURE}",
        f"more than {times.HISTORY.days} days before",
        f"weighs {PAST} of that",
        f"at least {cells.SUPPORTED} and at least {cells.BALANCE} of the stronger",
        f"if it weighs {cells.LEAST}",
        f"prior Beta({cells.PRIOR:.0f}, {cells.PRIOR:.0f})",
        f"central {100 * (1 - 2 * cells.TAIL):.0f} %",
        f"at {derived.OPPOSITE_SIDES} of the weaker claim",
        f"at {derived.SHARED_ENEMY} of the weaker claim",
        f"{text.MOST_ANSWERS} answers, {text.MOST_CLAIMS} claims, {text.MOST_DOCUMENTS} reports",
    ],
)
def test_each_setting_is_told_as_it_is(sentence):
    assert sentence in PAGE


def test_help_back_of_half_makes_no_patron():
    assert (forms.ONE_WAY, "less than half of that back" in PAGE) == (0.5, True)
    assert (times.LONG_AGO.days, "over three years ago" in PAGE) == (3 * 365, True)
