"""Mentions: where a sentence speaks of somebody, before anybody is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tertius.reading.mentions import Mention, mentions
from tests.reading.drawn import drawn

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer


def found(words: str, gazetteer: Gazetteer, *, cased: bool = True) -> dict[str, Mention]:
    """Return the mentions of a sentence by their words."""
    tree = drawn(words)
    known = mentions(tree, gazetteer, on="2024-05-10", cased=cased)
    assert [m.start for m in known] == sorted(m.start for m in known)
    assert len({m.head for m in known}) == len(known)
    return {" ".join(tree.texts[m.start : m.end]): m for m in known}


def test_a_name_an_adjective_and_a_noun_are_three_kinds(gazetteer: Gazetteer) -> None:
    known = found(
        "Chad/PROPN/nsubj/2 armed/VERB/root/0 the/DET/det/5 Malian/ADJ/amod/5 rebels/NOUN/obj/2",
        gazetteer,
    )
    assert {words: m.kind for words, m in known.items()} == {
        "Chad": "name", "Malian": "demonym", "Malian rebels": "nominal",
    }  # fmt: skip
    rebels = known["Malian rebels"]
    assert (rebels.role, rebels.plural, rebels.definite) == ("group", True, True)
    assert "malian" in rebels.qualities


def test_the_owner_of_a_noun_is_known_before_or_after_it(gazetteer: Gazetteer) -> None:
    before = found(
        "Mali/PROPN/nmod:poss/3 's/PART.POS/case/1 rebels/NOUN/nsubj/4 left/VERB/root/0", gazetteer
    )
    after = found(
        "the/DET/det/2 rebels/NOUN/nsubj/5 of/ADP/case/4 Mali/PROPN/nmod/2 left/VERB/root/0",
        gazetteer,
    )
    owners = [m.owners for known in (before, after) for m in known.values() if m.owners]
    assert owners == [(0,), (3,)]


def test_the_first_half_of_a_shared_name_is_a_mention(gazetteer: Gazetteer) -> None:
    known = found(
        "North/PROPN/compound/4 and/CCONJ/cc/3 South/PROPN/conj/1 Korea/PROPN/nsubj/5 "
        "met/VERB/root/0",
        gazetteer,
    )
    assert known["North"].ids[0] == "PRK"
    assert known["South Korea"].ids[0] == "KOR"


def test_a_hyphen_hides_no_name(gazetteer: Gazetteer) -> None:
    known = found("anti-Turkish/ADJ/amod/2 fighters/NOUN/nsubj/3 left/VERB/root/0", gazetteer)
    assert known["anti-Turkish"].ids[0] == "TUR"


@pytest.mark.parametrize(
    ("pronoun", "asks"), [("he", "person"), ("its", "one"), ("them", "many"), ("we", "speaker")]
)
def test_a_pronoun_asks_for_its_own_kind(gazetteer: Gazetteer, pronoun: str, asks: str) -> None:
    known = found(f"{pronoun}/PRON/nsubj/2 left/VERB/root/0", gazetteer)
    assert known[pronoun].noun == asks


def test_the_country_of_many_states_is_no_pronoun(gazetteer: Gazetteer) -> None:
    known = found("US/PROPN/nsubj/2 left/VERB/root/0", gazetteer)
    assert known["US"].ids[0] == "USA"


@pytest.mark.parametrize("word", ["hamster", "bakery", "music"])
def test_a_noun_for_a_thing_is_no_mention(gazetteer: Gazetteer, word: str) -> None:
    assert found(f"the/DET/det/2 {word}/NOUN/nsubj/3 left/VERB/root/0", gazetteer) == {}


def test_the_two_countries_say_their_number(gazetteer: Gazetteer) -> None:
    known = found(
        "the/DET/det/3 two/NUM/nummod/3 countries/NOUN/nsubj/4 met/VERB/root/0", gazetteer
    )
    (countries,) = known.values()
    assert (countries.number, countries.plural, countries.definite) == (2, True, True)


@pytest.mark.parametrize(
    "line", ["CHAD/PROPN/nsubj/2 LEFT/VERB/root/0", "chad/PROPN/nsubj/2 left/VERB/root/0"]
)
def test_without_case_a_name_is_a_name_all_the_same(gazetteer: Gazetteer, line: str) -> None:
    known = found(line, gazetteer, cased=False)
    assert [m.ids[0] for m in known.values()] == ["TCD"]
