from __future__ import annotations

from dataclasses import replace

import pytest

from tertius.evidence import collect
from tertius.records import Dyad
from tests.by_hand import SmallGazetteer, Story, copied, family, reading


def gathered(*stories: Story):
    return collect(reading(*stories), SmallGazetteer(), family=family)


def test_an_enemy_named_in_help_is_opposed_by_helper_and_helped():
    story = Story()
    story.says("NOR", "arms", "QUA", against="grey-host")
    found = gathered(story)
    assert [(one.dyad, one.sign, one.implied) for one in found] == [
        (Dyad("NOR", "QUA"), 1, False),
        (Dyad("NOR", "grey-host"), -1, True),
        (Dyad("QUA", "grey-host"), -1, True),
    ]
    assert found[1].weight < found[0].weight


@pytest.mark.parametrize("modality", ["denied", "forecast", "hypothetical"])
def test_an_enemy_named_in_what_is_not_so_is_not_opposed(modality):
    story = Story()
    story.says("NOR", "arms", "QUA", against="grey-host", modality=modality)
    (only,) = gathered(story)
    assert only.weight == 0


def test_a_claim_with_one_party_or_inside_one_party_gives_nothing():
    story = Story()
    story.says(None, "attacks", "WES")
    story.says("NOR", "attacks", None)
    story.says("nor-ministry", "supports", "NOR")
    assert gathered(story) == ()


def test_who_gives_is_the_patron_and_who_relies_is_not():
    story = Story()
    story.says("NOR", "arms", "WES")
    story.says("NOR", "relies-on", "QUA")
    patrons = {one.relation: one.patron for one in gathered(story)}
    assert patrons == {"arms": "NOR", "relies-on": None}


def test_a_named_speaker_weighs_less_than_the_report_and_an_unnamed_one_still_less():
    story = Story()
    cleric = story.describe("a tired envoy")
    own = story.says("NOR", "attacks", "WES")
    named = story.says("NOR", "attacks", "WES", by=["ana-holt"])
    unnamed = story.says("NOR", "attacks", "WES", by=[cleric], anonymous=True)
    weights = {one.claim: one.weight for one in gathered(story)}
    assert weights[own.id] > weights[named.id] > weights[unnamed.id] > 0


def test_a_doubtful_reading_weighs_less():
    story = Story()
    sure, doubtful = (story.says("NOR", "attacks", "WES", confidence=c) for c in (0.8, 0.2))
    weights = {one.claim: one.weight for one in gathered(story)}
    assert weights[doubtful.id] < weights[sure.id]


def voices(*stories: Story) -> list[str]:
    return [one.voice for one in gathered(*stories)]


def test_the_reports_voice_is_the_agency_it_credits_or_its_outlet():
    mail = Story(outlet="The Plain Mail")
    echo = Story(id="d-000000000002", outlet="Echo", copied_from="The  plain mail")
    other = Story(id="d-000000000003", outlet=None)
    for story in (mail, echo, other):
        story.says("NOR", "attacks", "WES")
    assert len(set(voices(mail, echo))) == 1
    assert len(set(voices(mail, other))) == 2


def test_a_known_speaker_is_one_voice_in_two_reports_and_a_described_one_is_not():
    one, two = Story(), Story(id="d-000000000002")
    for story in (one, two):
        envoy = story.describe("an envoy")
        story.says("NOR", "attacks", "WES", by=["ana-holt"])
        story.says("NOR", "attacks", "QUA", by=[envoy])
    assert len(set(voices(one, two))) == 3


def test_a_described_speaker_of_a_copy_is_the_voice_of_the_original():
    story = Story()
    story.says("NOR", "attacks", "WES", by=[story.describe("an envoy")])
    assert len(set(voices(story, copied(story, "d-000000000002")))) == 1


def test_a_town_and_its_land_are_one_ground():
    story = Story()
    story.says("NOR", "attacks", "WES", theater="qua-stonetown")
    story.says("NOR", "attacks", "WES", theater="QUA")
    story.says("NOR", "attacks", "WES")
    assert sorted(str(one.ground) for one in gathered(story)) == ["None", "QUA", "QUA"]


def test_without_a_family_given_that_of_relations_csv_is_used():
    story = Story()
    story.says("NOR", "attacks", "WES")
    odd = replace(reading(story).claims[0], relation="no-such-word", id="c-0000000000")
    whole = replace(reading(story), claims=(*reading(story).claims, odd))
    found = {one.relation: one.family for one in collect(whole, SmallGazetteer())}
    assert found == {"attacks": "fight", "no-such-word": "other"}
