from __future__ import annotations

from dataclasses import replace

import pytest

from tertius.report.brief import Brief
from tertius.report.verbatim import VerbatimError
from tests.by_hand import SmallGazetteer, Story, reading


def story_with(**change):
    story = Story()
    claim = story.says("NOR", "attacks", "WES", quote="Norland struck Westmark")
    return replace(reading(story), claims=(replace(claim, **change),))


def test_an_exact_quote_passes():
    assert Brief.of(story_with(), SmallGazetteer()).claims


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Norland hit Westmark"},
        {"span": (1, 24)},
        {"span": (0, 0), "quote": ""},
        {"span": (-5, -1)},
        {"document": "d-ffffffffffff"},
    ],
)
def test_a_quote_that_is_not_its_slice_is_never_shown(change):
    with pytest.raises(VerbatimError, match="does not quote"):
        Brief.of(story_with(**change), SmallGazetteer())


def test_a_row_of_a_dataset_has_no_slice():
    assert Brief.of(story_with(span=None, quote="", document="x"), SmallGazetteer()).claims
