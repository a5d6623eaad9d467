from __future__ import annotations

from tertius.evidence import Parties
from tertius.records import Actor, Theater
from tests.by_hand import SmallGazetteer, Story, copied, reading


def parties(*stories: Story) -> Parties:
    return Parties.of(reading(*stories), SmallGazetteer())


def test_a_ministry_counts_for_its_state():
    assert parties(Story()).party("nor-ministry", document="d-000000000001") == "NOR"


def test_the_standing_is_asked_for_at_the_date_of_the_document():
    asked: list[str | None] = []

    class Dated(SmallGazetteer):
        def standing(self, id: str, *, on: str | None = None) -> str:
            asked.append(on)
            return id

    story = Story(published="1991-05")
    Parties.of(reading(story), Dated()).party("ana-holt", document=story.id)
    assert asked == ["1991-05"]


def test_a_described_actor_counts_for_itself():
    story = Story()
    riders = story.describe("masked riders")
    assert parties(story).party(riders, document=story.id) == riders


def test_a_described_unit_counts_for_what_it_is_part_of():
    story = Story()
    guards = story.describe("border guards", part_of=(("nor-ministry", None, None),))
    assert parties(story).party(guards, document=story.id) == "NOR"


def test_a_described_actor_of_a_copy_is_the_one_of_the_original():
    story = Story()
    riders = story.describe("masked riders")
    twin = copied(story, "d-000000000002")
    again = copied(twin, "d-000000000003")
    known = parties(story, twin, again)
    assert known.party("d-000000000003/a1", document="d-000000000003") == riders


def test_copies_that_name_each_other_do_not_hang():
    one, two = Story(copy_of="d-000000000002"), Story(id="d-000000000002", copy_of="d-000000000001")
    assert parties(one, two).original(one.id) in (one.id, two.id)


def test_an_actor_that_nobody_knows_counts_for_itself():
    assert parties(Story()).party("nobody", document="d-000000000001") == "nobody"


def test_a_described_place_lies_in_what_holds_it_and_so_on_upward():
    known = Parties(
        documents={},
        actors={"x": Actor(id="x", name="x", kind="described")},
        theaters={
            "d-1/t1": Theater(id="d-1/t1", name="a ford", kind="site", within=("qua-stonetown",))
        },
        standings=SmallGazetteer(),
        twins={},
    )
    assert known.above("d-1/t1") == ("qua-stonetown", "qua-north", "QUA")
    assert known.above("nowhere") == ()
