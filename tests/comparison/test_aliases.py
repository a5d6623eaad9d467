from __future__ import annotations

import pytest

from tertius.comparison.aliases import Aliases
from tertius.comparison.gold import Party

TABLE = Aliases(
    {
        "TCD": Party(names=("Chad",)),
        "ARMY": Party(names=("Chadian army",), rolls_up_to="TCD"),
        "UNIT": Party(names=("First Brigade",), rolls_up_to="ARMY"),
        "A": Party(names=("Abel",), rolls_up_to="B"),
        "B": Party(names=("Babel",), rolls_up_to="A"),
        "TOWN": Party(names=("Faya",), within="NORTH"),
        "NORTH": Party(names=("the north",), within="TCD"),
        "U1": Party(names=("blue union",)),
        "U2": Party(names=("grey union",)),
    }
)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Chad", "TCD"), ("tcd", "TCD"), ("the Chadian army's", "ARMY"), ("CHAD’S", "TCD"),
        ("soldiers of the First Brigade", "UNIT"), ("Chadian", None), (None, None), ("", None),
        ("blue union and grey union", None), ("Mali", None),
    ],
)  # fmt: skip
def test_a_name_means_itself_or_the_one_longest_alias_in_it(
    name: str | None, id: str | None
) -> None:
    assert TABLE.resolve(name) == id


def test_units_count_for_the_state_and_a_ring_ends() -> None:
    assert TABLE.root("UNIT") == "TCD"
    assert TABLE.root("A") in {"A", "B"}
    assert TABLE.root("unknown") == "unknown"


def test_places_lie_in_places() -> None:
    assert TABLE.above("TOWN") == ["NORTH", "TCD"]
    assert TABLE.above("unknown") == []
