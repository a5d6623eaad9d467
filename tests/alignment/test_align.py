from __future__ import annotations

import pytest

from tertius.alignment import alignments
from tertius.records import Alignment
from tests.by_hand import SmallGazetteer, Story, copied, family, reading


def rows(*stories: Story) -> dict[tuple[frozenset[str], str | None], Alignment]:
    found = alignments(reading(*stories), SmallGazetteer(), family=family)
    return {(frozenset((row.side_a, row.side_b)), row.theater): row for row in found}


def row(story: Story, one: str, other: str, theater: str | None = None) -> Alignment:
    return rows(story)[frozenset((one, other)), theater]


def two_wars() -> Story:
    """Norland and Westmark share a foe in Quarry and back opposite sides in Sudland."""
    story = Story()
    story.says("NOR", "supports", "sud-ruler", theater="SUD")
    story.says("wes-house", "overthrows", "sud-ruler", theater="SUD", attitude="desire")
    story.says("NOR", "arms-length-alliance", "WES", theater="QUA", against="grey-host")
    story.says("WES", "coordinates-with", "NOR", by=["wes-house"], modality="denied")
    return story


def test_a_shared_enemy_without_coordination_is_a_tie_at_arms_length_with_the_denial_beside_it():
    story = two_wars()
    found = row(story, "NOR", "WES", "QUA")
    assert (found.sign, found.form, found.against) == ("aligned", "arms-length", "grey-host")
    assert found.denials == (story.claims[3].id,)
    assert found.claims == (story.claims[2].id,)


def test_backing_a_ruler_whom_the_other_wants_gone_is_opposition_there_and_rests_on_both_claims():
    story = two_wars()
    found = row(story, "NOR", "WES", "SUD")
    assert (found.sign, found.form) == ("opposed", "hostile")
    assert set(found.claims) == {story.claims[0].id, story.claims[1].id}
    assert found.independent == 1


def test_allies_in_one_place_and_opponents_in_another_are_mixed_overall():
    story = two_wars()
    found = row(story, "NOR", "WES")
    assert (found.sign, found.form) == ("mixed", "contested")
    assert story.claims[2].id in found.claims
    assert {story.claims[0].id, story.claims[1].id} <= set(found.counter)
    assert found.denials == (story.claims[3].id,)


def test_a_denial_of_friendship_is_not_set_beside_opposition_at_a_place():
    assert row(two_wars(), "NOR", "WES", "SUD").denials == ()


def test_the_enemy_named_in_an_alliance_is_opposed_by_both_sides():
    found = rows(two_wars())
    for side in ("NOR", "WES"):
        assert found[frozenset((side, "grey-host")), "QUA"].sign == "opposed"


@pytest.mark.parametrize("relation", ["supports", "arms", "commands"])
def test_one_sided_help_makes_a_patron_who_stands_first(relation):
    story = Story()
    story.says("WES", relation, "NOR", theater="QUA")
    found = row(story, "NOR", "WES", "QUA")
    assert (found.form, found.side_a, found.side_b) == ("sponsor", "WES", "NOR")


def test_help_both_ways_is_coordination():
    story = Story()
    story.says("WES", "supports", "NOR")
    story.says("NOR", "supports", "WES")
    assert row(story, "NOR", "WES").form == "coordinated"


def test_relying_on_a_group_does_not_make_one_its_patron():
    story = Story()
    story.says("QUA", "relies-on", "river-league", theater="QUA")
    found = row(story, "QUA", "river-league", "QUA")
    assert (found.sign, found.form) == ("aligned", "coordinated")


@pytest.mark.parametrize("relation", ["attacks", "sanctions", "condemns"])
def test_deeds_measures_and_words_against_another_are_hostile(relation):
    story = Story()
    story.says("NOR", relation, "SUD")
    found = row(story, "NOR", "SUD")
    assert (found.sign, found.form) == ("opposed", "hostile")
    assert found.p < 0.5


def test_talks_alone_give_no_sign():
    story = Story()
    story.says("NOR", "negotiates-with", "WES")
    found = row(story, "NOR", "WES")
    assert (found.sign, found.form) == ("none", "unknown")
    assert found.claims == (story.claims[0].id,)


def test_adversaries_who_negotiate_stay_opposed_and_the_talks_stand_against_it():
    story = Story()
    story.says("NOR", "sanctions", "WES")
    story.says("NOR", "negotiates-with", "WES")
    found = row(story, "NOR", "WES")
    assert found.sign == "opposed"
    assert found.counter == (story.claims[1].id,)


def test_rebuke_beside_trade_of_like_weight_is_mixed():
    story = Story()
    story.says("NOR", "condemns", "WES")
    story.says("NOR", "has-ties-with", "WES", by=["ana-holt"])
    found = row(story, "NOR", "WES")
    assert (found.sign, found.form) == ("mixed", "contested")
    assert (found.claims, found.counter) == ((story.claims[1].id,), (story.claims[0].id,))


def test_a_war_that_ended_years_ago_is_no_standing_of_today():
    story = Story()
    story.says("NOR", "fights", "WES", since="2003", until="2011")
    found = row(story, "NOR", "WES")
    assert (found.sign, found.claims) == ("none", (story.claims[0].id,))
    assert 0.4 < found.p < 0.5


def test_an_old_war_does_not_undo_an_alliance_of_today():
    story = Story()
    story.says("NOR", "fights", "WES", since="2003", until="2011")
    story.says("NOR", "aligned-with", "WES")
    found = row(story, "NOR", "WES")
    assert (found.sign, found.counter) == ("aligned", (story.claims[0].id,))


def test_without_a_date_of_the_report_an_ended_war_still_counts():
    story = Story(published=None)
    story.says("NOR", "fights", "WES", since="2003", until="2011")
    assert row(story, "NOR", "WES").sign == "opposed"


@pytest.mark.parametrize("modality", ["forecast", "hypothetical"])
def test_what_is_forecast_or_supposed_weighs_nothing_now(modality):
    story = Story()
    story.says("NOR", "attacks", "WES", modality=modality)
    found = row(story, "NOR", "WES")
    assert (found.sign, found.p) == ("none", 0.5)
    assert found.claims == (story.claims[0].id,)


def test_a_denial_alone_gives_no_sign():
    story = Story()
    story.says("NOR", "arms", "grey-host", by=["nor-ministry"], modality="denied")
    found = row(story, "NOR", "grey-host")
    assert (found.sign, found.form, found.p) == ("none", "unknown", 0.5)
    assert found.denials == (story.claims[0].id,)


def test_a_charge_that_the_other_side_denies_is_contested_and_not_opposed():
    story = Story()
    story.says("NOR", "arms", "grey-host", by=["wes-house"])
    story.says("NOR", "arms", "grey-host", by=["nor-ministry"], modality="denied")
    found = row(story, "NOR", "grey-host")
    assert (found.sign, found.form) == ("aligned", "contested")


def test_what_the_report_says_itself_is_not_contested_by_a_denial():
    story = Story()
    story.says("NOR", "arms", "grey-host")
    story.says("NOR", "arms", "grey-host", by=["nor-ministry"], modality="denied")
    found = row(story, "NOR", "grey-host")
    assert (found.form, found.denials) == ("sponsor", (story.claims[1].id,))


def test_an_alliance_in_words_with_coordination_denied_and_an_enemy_named_is_at_arms_length():
    story = Story()
    story.says("NOR", "aligned-with", "WES", theater="QUA", against="grey-host")
    story.says("NOR", "coordinates-with", "WES", by=["nor-ministry"], modality="denied")
    assert row(story, "NOR", "WES", "QUA").form == "arms-length"


def test_approval_of_one_who_fights_the_same_enemy_there_is_at_arms_length():
    story = Story()
    story.says("NOR", "tolerates", "WES", theater="QUA")
    story.says("NOR", "attacks", "grey-host", theater="QUA")
    story.says("WES", "attacks", "grey-host", theater="QUA")
    found = row(story, "NOR", "WES", "QUA")
    assert (found.form, found.against) == ("arms-length", "grey-host")
    assert set(found.claims) == {claim.id for claim in story.claims}


def test_two_who_fight_the_same_enemy_in_one_place_have_a_weak_tie_there_and_none_overall():
    story = Story()
    story.says("NOR", "attacks", "grey-host", theater="QUA")
    story.says("WES", "attacks", "grey-host", theater="QUA")
    there, overall = row(story, "NOR", "WES", "QUA"), row(story, "NOR", "WES")
    assert (there.sign, there.form, there.against) == ("aligned", "arms-length", "grey-host")
    assert there.p < 0.6
    assert overall.sign == "none"


def test_hostility_between_two_at_a_place_forbids_a_tie_by_shared_enemy():
    story = Story()
    story.says("NOR", "attacks", "grey-host", theater="QUA")
    story.says("WES", "attacks", "grey-host", theater="QUA")
    story.says("WES", "fights", "NOR", theater="QUA", since="2003", until="2011")
    assert row(story, "NOR", "WES", "QUA").sign == "none"


def test_who_is_only_attacked_by_a_state_has_no_tie_with_a_group_which_it_also_attacks():
    story = Story()
    story.says("NOR", "attacks", "QUA", theater="QUA")
    story.says("NOR", "attacks", "grey-host", theater="QUA")
    assert (frozenset(("QUA", "grey-host")), "QUA") not in rows(story)


def test_enemies_in_two_different_places_make_no_shared_enemy():
    story = Story()
    story.says("NOR", "attacks", "grey-host", theater="QUA")
    story.says("WES", "attacks", "grey-host", theater="SUD")
    assert not any({"NOR", "WES"} == set(pair) for pair, _ in rows(story))


def test_backing_a_state_whose_attacker_is_named_at_home_is_opposition_there():
    story = Story()
    story.says("NOR", "arms", "SUD")
    story.says("WES", "attacks", "SUD", theater="SUD")
    found = row(story, "NOR", "WES", "SUD")
    assert (found.sign, row(story, "NOR", "WES").sign) == ("opposed", "opposed")


def test_a_town_counts_for_its_land_as_well():
    story = Story()
    story.says("NOR", "attacks", "grey-host", theater="qua-stonetown")
    story.says("NOR", "attacks", "grey-host", theater="qua-ford")
    found = rows(story)
    places = {theater for pair, theater in found if pair == frozenset(("NOR", "grey-host"))}
    assert places == {None, "QUA", "qua-stonetown", "qua-ford"}
    assert len(found[frozenset(("NOR", "grey-host")), "QUA"].claims) == 2


def test_a_ministry_counts_for_its_state_and_makes_no_pair_with_it():
    story = Story()
    story.says("nor-ministry", "condemns", "WES")
    story.says("nor-ministry", "supports", "NOR")
    assert {pair for pair, _ in rows(story)} == {frozenset(("NOR", "WES"))}


def test_a_pair_with_claims_has_one_row_a_place_and_one_overall():
    story = Story()
    story.says("NOR", "arms", "river-league", theater="QUA")
    story.says("NOR", "deploys-to", "SUD", theater="SUD")
    found = rows(story)
    assert {(tuple(sorted(pair)), place) for pair, place in found} == {
        (("NOR", "river-league"), "QUA"),
        (("NOR", "river-league"), None),
        (("NOR", "SUD"), "SUD"),
        (("NOR", "SUD"), None),
    }


def test_a_speaker_who_says_it_thrice_is_one_voice():
    story = Story()
    for _ in range(3):
        story.says("NOR", "condemns", "WES", by=["ana-holt"])
    once = Story()
    once.says("NOR", "condemns", "WES", by=["ana-holt"])
    often, single = row(story, "NOR", "WES"), row(once, "NOR", "WES")
    assert (often.independent, often.p) == (1, single.p)


def test_more_independent_voices_narrow_the_interval():
    one, three = Story(), Story()
    one.says("NOR", "condemns", "WES")
    three.says("NOR", "condemns", "WES")
    three.says("NOR", "condemns", "WES", by=["ana-holt"])
    three.says("NOR", "condemns", "WES", by=["river-league"])
    few, many = row(one, "NOR", "WES"), row(three, "NOR", "WES")
    assert many.interval[1] < few.interval[1]
    assert many.independent == 3


def test_a_copy_changes_neither_p_nor_the_count_of_voices():
    story = Story()
    militia = story.describe("masked riders")
    cleric = story.describe("a tired envoy", 2)
    story.says("NOR", "arms", militia, by=[cleric], anonymous=True)
    twin = copied(story, "d-000000000002", outlet="The Echo")
    alone, both = rows(story), rows(story, twin)
    key = frozenset(("NOR", militia)), None
    assert both.keys() == alone.keys()
    assert (both[key].p, both[key].independent) == (alone[key].p, alone[key].independent)


def test_the_strongest_row_comes_first_and_rows_without_a_sign_last():
    story = Story()
    story.says("NOR", "negotiates-with", "QUA")
    story.says("NOR", "condemns", "SUD", by=["ana-holt"])
    story.says("NOR", "arms", "WES")
    found = alignments(reading(story), SmallGazetteer(), family=family)
    assert [row.sign for row in found] == ["aligned", "opposed", "none"]


def test_of_equal_rows_the_one_with_more_claims_and_then_the_earlier_one_comes_first():
    story = Story()
    story.says("WES", "attacks", "SUD")
    story.says("NOR", "attacks", "QUA")
    story.says("QUA", "attacks", "grey-host")
    story.says("QUA", "attacks", "grey-host")
    found = alignments(reading(story), SmallGazetteer(), family=family)
    pairs = [{row.side_a, row.side_b} for row in found]
    assert pairs[:3] == [{"QUA", "grey-host"}, {"SUD", "WES"}, {"NOR", "QUA"}]
