from __future__ import annotations

import pytest

from tertius.report.brief import Brief
from tertius.report.selection import NotNamedError, Selection
from tests.by_hand import SmallGazetteer, reading


@pytest.fixture
def chosen(story):
    def choose(**asked) -> Brief:
        return Brief.of(reading(story), SmallGazetteer(), selection=Selection(**asked))

    return choose


def pairs(brief: Brief) -> set[tuple[str, str, str | None]]:
    return {(*sorted((row.side_a, row.side_b)), row.theater) for row in brief.alignments}


def test_an_actor_shows_its_rows_and_the_claims_beneath_them(chosen):
    brief = chosen(actors=("westmark",))
    assert all("WES" in (row.side_a, row.side_b) for row in brief.alignments)
    known = {claim.id for claim in brief.claims}
    for row in brief.alignments:
        assert {*row.claims, *row.counter, *row.denials} <= known
    assert len(known) < 7


def test_a_ministry_finds_its_own_claims_and_a_part_of_a_name_is_enough(chosen):
    brief = chosen(actors=("wes-house",))
    assert "wes-house" in {claim.actor for claim in brief.claims}
    assert chosen(actors=("Oda",)).claims


def test_a_theater_shows_what_holds_there(chosen):
    assert {place for *_, place in pairs(chosen(theaters=("Sudland",)))} == {"SUD"}


def test_without_a_source_the_picture_is_the_one_of_the_others(chosen, brief):
    gone = chosen(without_sources=("envoy",))
    assert ("NOR", "QUA", "QUA") in pairs(brief)
    assert ("NOR", "QUA", "QUA") not in pairs(gone)
    assert len(gone.claims) == len(brief.claims) - 1


def test_one_source_alone_is_all_that_is_added_up(chosen):
    brief = chosen(sources=("tired envoy",))
    assert [claim.relation for claim in brief.claims] == ["supports"]
    assert ("NOR", "grey-host", "QUA") in pairs(brief)


def test_an_outlet_is_a_source(chosen):
    assert not chosen(without_sources=("The Plain Mail",)).claims


def test_a_modality_leaves_only_claims_said_that_way(chosen):
    brief = chosen(modalities=("denied",))
    assert {claim.modality for claim in brief.claims} == {"denied"}
    assert {row.sign for row in brief.alignments} == {"none"}


@pytest.mark.parametrize(
    "asked",
    [
        {"actors": ("Norlund",)},
        {"theaters": ("Quary",)},
        {"sources": ("Ana Hold",)},
        {"without_sources": ("nobody",)},
    ],
)
def test_a_name_that_fits_nothing_is_an_error_with_near_names(chosen, asked):
    with pytest.raises(NotNamedError, match=r"closest: .*(Norland|Quarry|Ana Holt)"):
        chosen(**asked)
