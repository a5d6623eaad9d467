from __future__ import annotations

import pytest

from tertius.report import words
from tertius.report.brief import Brief
from tertius.report.names import Names, slots_of, wordings
from tertius.report.text import text
from tests.by_hand import SmallGazetteer, Story, reading


def test_the_words_used_most_name_an_actor_and_pronouns_stand_back():
    story = Story()
    for said in ("they", "they", "the northern court", "Norland", "Norland"):
        story.says("NOR", "attacks", "WES", words={"actor": said})
    assert wordings("NOR", slots_of("NOR", story.claims), story.claims) == "Norland"


def test_a_pronoun_is_better_than_nothing():
    story = Story()
    story.says("NOR", "attacks", "WES", words={"actor": "it"})
    assert wordings("NOR", slots_of("NOR", story.claims), story.claims) == "it"
    assert wordings("WES", slots_of("WES", story.claims), story.claims) is None


def test_an_id_that_nobody_named_stands_for_itself():
    names = Names.of(reading(Story()), SmallGazetteer(), ["QUA"])
    assert (names.actor("QUA"), names.theater("QUA"), names.actor("x")) == ("Quarry", "Quarry", "x")


@pytest.mark.parametrize(
    ("relation", "one", "many"),
    [
        ("attacks", "attacks", "attack"),
        ("relies-on", "relies on", "rely on"),
        ("coerces", "coerces", "coerce"),
        ("aligned-with", "is aligned with", "are aligned with"),
        ("has-ties-with", "has ties with", "have ties with"),
    ],
)
def test_a_verb_agrees_with_its_subject(relation, one, many):
    assert (words.relation(relation), words.relation(relation, many=True)) == (one, many)


def test_riders_attack_and_a_league_attacks():
    story = Story()
    story.says(story.describe("masked riders"), "attacks", "NOR")
    story.says("river-league", "attacks", "NOR")
    shown = text(Brief.of(reading(story), SmallGazetteer()))
    assert "masked riders attack Norland" in shown
    assert "River League attacks Norland" in shown
