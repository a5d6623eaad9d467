"""Whom an actor is part of and counts for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.gazetteer import Gazetteer
from tertius.gazetteer.lineage import Bond, bonds

GAZETTEER = Gazetteer.load()
IDS = sorted({r.cells[0] for r in (*GAZETTEER.tables.actors, *GAZETTEER.tables.leaders)})


def test_a_cell_of_bonds_is_read_with_its_dates() -> None:
    assert bonds("irgc@1988..|pmf@..2016-11|IRN") == (
        Bond("irgc", "1988", None),
        Bond("pmf", None, "2016-11"),
        Bond("IRN", None, None),
    )


def test_a_unit_is_part_of_all_that_hold_it_nearest_first() -> None:
    assert GAZETTEER.parents("quds-force", on="2014") == ("irgc", "IRN")


def test_a_bond_holds_only_at_its_time() -> None:
    assert GAZETTEER.parents("pmf", on="2015") == ()
    assert GAZETTEER.parents("pmf", on="2018") == ("IRQ",)


@pytest.mark.parametrize(
    ("id", "day", "party"),
    [
        ("IRN", "2014", "IRN"),
        ("quds-force", "2014", "IRN"),
        ("pentagon", "2014", "USA"),
        ("kremlin", "2014", "RUS"),
        ("barack-obama", "2014-12-27", "USA"),
        ("barack-obama", "2020", "barack-obama"),
        ("qasem-soleimani", "2014", "IRN"),
        ("hassan-nasrallah", "2014", "hezbollah"),
        ("qassam-brigades", "2014", "hamas"),
        ("haqqani-network", "2012", "taliban"),
        ("hezbollah", "2014", "hezbollah"),
        ("kurds", "2014", "kurds"),
        ("un", "2014", "un"),
    ],
)
def test_an_actor_counts_for_its_party(id: str, day: str, party: str) -> None:
    assert GAZETTEER.standing(id, on=day) == party


def test_a_branch_in_another_country_stands_for_itself() -> None:
    assert "al-qaida" in GAZETTEER.parents("aqap", on="2014")
    assert GAZETTEER.standing("aqap", on="2014") == "aqap"


def test_a_militia_inside_an_army_stands_for_itself() -> None:
    assert GAZETTEER.parents("kataib-hezbollah", on="2018")[0] == "pmf"
    assert GAZETTEER.standing("kataib-hezbollah", on="2018") == "kataib-hezbollah"


def test_a_regional_government_with_ties_of_its_own_stands_for_itself() -> None:
    krg = "kurdistan-regional-government"
    assert GAZETTEER.standing(krg, on="2014") == krg
    assert GAZETTEER.standing("peshmerga", on="2014") == krg


def test_without_a_date_the_last_office_counts() -> None:
    assert GAZETTEER.standing("barack-obama") == "USA"


def test_an_unknown_id_counts_for_itself() -> None:
    assert GAZETTEER.standing("d-123/a1", on="2014") == "d-123/a1"


@given(st.sampled_from(IDS), st.sampled_from(["1950", "1979-06", "2003-03-20", "2014-12-27", None]))
def test_the_party_of_a_party_is_itself(id: str, day: str | None) -> None:
    party = GAZETTEER.standing(id, on=day)
    assert GAZETTEER.standing(party, on=day) == party


@given(st.sampled_from(IDS), st.sampled_from(["1979-06", "2014-12-27", None]))
def test_nobody_is_its_own_parent_and_all_parents_are_known(id: str, day: str | None) -> None:
    parents = GAZETTEER.parents(id, on=day)
    assert id not in parents
    assert all(GAZETTEER.has_actor(p) for p in parents)
