from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.evidence import collect, units
from tests.by_hand import SmallGazetteer, Story, copied, family, reading


def counted(*stories: Story):
    return units(collect(reading(*stories), SmallGazetteer(), family=family))


def test_one_speaker_who_repeats_himself_is_one_unit_of_his_weightiest_claim():
    story = Story()
    story.says("NOR", "condemns", "WES", by=["ana-holt"])
    story.says("NOR", "attacks", "WES", by=["ana-holt"])
    (unit,) = counted(story)
    assert len(unit.claims) == 2
    assert unit.weight == pytest.approx(0.85)


def test_speakers_signs_pairs_and_lands_are_kept_apart():
    story = Story()
    story.says("NOR", "attacks", "WES")
    story.says("NOR", "attacks", "WES", by=["ana-holt"])
    story.says("NOR", "arms", "WES")
    story.says("NOR", "attacks", "QUA")
    story.says("NOR", "attacks", "WES", theater="QUA")
    assert len(counted(story)) == 5


def test_denials_forecasts_and_mere_presence_make_no_unit():
    story = Story()
    story.says("NOR", "attacks", "WES", modality="denied")
    story.says("NOR", "attacks", "WES", modality="forecast")
    story.says("NOR", "deploys-to", "WES")
    assert counted(story) == ()


def test_history_makes_a_light_unit_unless_the_same_voice_speaks_of_today():
    old, both = Story(), Story()
    old.says("NOR", "attacks", "WES", until="2011")
    both.says("NOR", "attacks", "WES", until="2011")
    both.says("NOR", "attacks", "WES")
    assert [(unit.past, unit.weight) for unit in counted(old)] == [(True, pytest.approx(0.2))]
    assert [(unit.past, unit.weight) for unit in counted(both)] == [(False, pytest.approx(1.0))]


@given(st.integers(1, 6))
def test_any_number_of_copies_makes_as_many_units_as_the_original(number):
    story = Story()
    envoy = story.describe("an envoy")
    story.says("NOR", "attacks", "WES", by=[envoy])
    story.says("NOR", "attacks", "WES")
    copies = [copied(story, f"d-00000000001{n}", outlet=f"Echo {n}") for n in range(number)]
    weights = [(unit.voice, unit.weight) for unit in counted(story)]
    assert [(unit.voice, unit.weight) for unit in counted(story, *copies)] == weights
