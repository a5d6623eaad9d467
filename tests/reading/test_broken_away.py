"""An armed group that fights the state it was part of is a side of its own in that report."""

from __future__ import annotations

import pytest

from tertius.gazetteer import Gazetteer
from tertius.reading.roster import Roster


@pytest.fixture
def roster() -> Roster:
    return Roster("d-1", Gazetteer.load(), on="2022-05-01")


def test_two_forces_of_one_state_that_fight_are_two_sides(roster: Roster) -> None:
    group, army = "rapid-support-forces", "sudanese-armed-forces"
    assert roster.standing(group) == roster.standing(army) == "SDN"
    roster.fought(army, group)
    assert roster.standing(group) == group
    assert roster.standing(army) == "SDN"
    assert roster.actor(group).part_of == ()


def test_a_fight_with_somebody_else_changes_nothing(roster: Roster) -> None:
    roster.fought("TCD", "rapid-support-forces")
    roster.fought("rapid-support-forces", "rapid-support-forces")
    assert roster.standing("rapid-support-forces") == "SDN"


def test_an_army_never_leaves_its_state(roster: Roster) -> None:
    roster.fought("SDN", "sudanese-armed-forces")
    assert roster.standing("sudanese-armed-forces") == "SDN"
