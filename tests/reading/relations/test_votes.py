"""What the network's opinions on the pairs of a sentence come to, before they are weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from tertius.reading.claims import claims
from tertius.reading.relations.network import Network
from tertius.reading.relations.votes import WORTH, Vote, spots, standings, unheard, votes
from tertius.reading.relations.windows import Spot
from tests.reading.relations.laid import StandIn, laid, network

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer
    from tertius.reading.predications import Predication
    from tertius.reading.text import Text

# No dictionary knows the verb; the third is named in a phrase of its own.
GLOWED = "Chad/PROPN/nsubj/2 glowed/VERB/root/0 towards/ADP/case/4 Mali/PROPN/obl/2"
AGAIN = f"{GLOWED} amid/ADP/case/6 Niger/PROPN/obl/2"
WAR = "Chad/PROPN/nsubj/2 attacked/VERB/root/0 Mali/PROPN/obj/2"
ARMY = (
    "Chadian/ADJ/amod/2 troops/NOUN/nsubj/3 glowed/VERB/root/0 towards/ADP/case/5 Mali/PROPN/obl/3"
)


def only(text: Text, seen: Network, sentence: int = -1) -> tuple[Predication, Vote]:
    """Return the one relation that only the network has seen in a sentence."""
    at = sentence % len(text.trees)
    (found,) = unheard(text, at, votes(text, at, seen), claims(text, at))
    return found


def aligned(text: Text, **opinion: Any) -> Predication:
    """Return the relation that an opinion on Chad and Mali makes."""
    return only(text, network("TCD", "MLI", aligned={"chance": 0.9, **opinion}))[0]


# -- parties ----------------------------------------------------------------------------------


def test_a_mention_counts_for_whom_it_stands(gazetteer: Gazetteer) -> None:
    assert spots(laid(ARMY, gazetteer=gazetteer), 0) == [Spot("TCD", 0, 1), Spot("MLI", 0, 4)]


def test_the_sentences_before_come_first(gazetteer: Gazetteer) -> None:
    text = laid("Niger/PROPN/root/0", "Mali/PROPN/root/0", "x/X/root/0", WAR, gazetteer=gazetteer)
    assert spots(text, 3) == [Spot("MLI", 2, 0), Spot("TCD", 0, 0), Spot("MLI", 0, 2)]
    assert spots(text, 0) == [Spot("NER", 0, 0)]


def test_one_mention_of_two_counts_for_both(gazetteer: Gazetteer) -> None:
    both = "The/DET/det/3 two/NUM/nummod/3 countries/NOUN/nsubj/4 met/VERB/root/0"
    text = laid(WAR, both, gazetteer=gazetteer)
    assert spots(text, 1)[-2:] == [Spot("MLI", 0, 2), Spot("TCD", 0, 2)]


# -- votes ------------------------------------------------------------------------------------


def test_a_pair_has_a_vote_of_either_sign(gazetteer: Gazetteer) -> None:
    text = laid(GLOWED, gazetteer=gazetteer)
    found = votes(text, 0, network("TCD", "MLI", aligned=0.8, opposed=0.05))
    assert [(v.parties, v.opinion.sign, v.opinion.chance) for v in found] == [
        (frozenset({"TCD", "MLI"}), 1, 0.8),
        (frozenset({"TCD", "MLI"}), -1, 0.05),
    ]


def test_without_a_pair_the_network_is_not_asked(gazetteer: Gazetteer) -> None:
    seen = network()
    text = laid("Chad/PROPN/nsubj/2 slept/VERB/root/0", gazetteer=gazetteer)
    assert votes(text, 0, seen) == []
    assert cast(StandIn, seen).asked == []


def test_the_window_ends_with_the_sentence(gazetteer: Gazetteer) -> None:
    text = laid(GLOWED, "Niger/PROPN/root/0", WAR, gazetteer=gazetteer)
    seen = network()
    votes(text, 1, seen)
    (window,) = cast(StandIn, seen).asked
    assert max(back for back, _ in window.places) == 1
    assert {frozenset((p.first.party, p.second.party)) for p in window.pairs} == {
        frozenset(two) for two in (("TCD", "NER"), ("MLI", "NER"), ("TCD", "MLI"))
    }


# -- relations that only the network has seen -------------------------------------------------


def test_what_the_rules_say_is_not_said_twice(gazetteer: Gazetteer) -> None:
    text = laid(WAR, gazetteer=gazetteer)
    told = claims(text, 0)
    assert [(c.actor, c.sign, c.recipient) for c in told] == [("TCD", -1, "MLI")]
    heard = votes(text, 0, network("TCD", "MLI", opposed=0.9))
    assert list(unheard(text, 0, heard, told)) == []
    assert len(list(unheard(text, 0, heard, []))) == 1


def test_the_other_sign_of_a_pair_is_another_relation(gazetteer: Gazetteer) -> None:
    text = laid(WAR, gazetteer=gazetteer)
    found, vote = only(text, network("TCD", "MLI", aligned=0.7, opposed=0.9))
    assert vote.opinion.sign == 1
    assert found.relation == "supports"


def test_what_has_little_chance_is_no_relation(gazetteer: Gazetteer) -> None:
    text = laid(GLOWED, gazetteer=gazetteer)
    for chance, number in ((WORTH, 1), (WORTH - 0.001, 0)):
        heard = votes(text, 0, network("TCD", "MLI", aligned=chance))
        assert len(list(unheard(text, 0, heard, []))) == number


def test_a_relation_without_a_word_is_none(gazetteer: Gazetteer) -> None:
    text = laid(GLOWED, gazetteer=gazetteer)
    heard = votes(text, 0, network("TCD", "MLI", aligned={"chance": 0.9, "trigger": None}))
    assert list(unheard(text, 0, heard, [])) == []


@pytest.mark.parametrize(("direction", "sides"), [
    (0, ["TCD", "MLI"]), (1, ["MLI", "TCD"]), (2, ["TCD", "MLI"]),
])  # fmt: skip
def test_the_direction_says_who_acts(
    gazetteer: Gazetteer, direction: int, sides: list[str]
) -> None:
    found = aligned(laid(GLOWED, gazetteer=gazetteer), direction=direction)
    assert found.named is not None
    assert [side.id for side in found.named] == sides
    assert [side.words for side in found.named] == ["Chad" if i == "TCD" else "Mali" for i in sides]


def test_a_party_is_named_by_the_body_that_acts(gazetteer: Gazetteer) -> None:
    found = aligned(laid(ARMY, gazetteer=gazetteer), trigger=(0, 2))
    assert found.named is not None
    assert found.named[0].words == "Chadian troops"


def test_parties_may_stand_in_the_sentence_before(gazetteer: Gazetteer) -> None:
    text = laid(WAR, "The/DET/det/2 raid/NOUN/nsubj/3 lasted/VERB/root/0", gazetteer=gazetteer)
    found, vote = only(text, network("TCD", "MLI", opposed={"chance": 0.6, "trigger": (0, 1)}))
    assert (vote.first, vote.second) == (Spot("TCD", 1, 0), Spot("MLI", 1, 2))
    assert found.named is not None
    assert [side.words for side in found.named] == ["Chad", "Mali"]
    assert (found.word, found.clause) == (1, 2)


def test_the_mood_is_that_of_the_verb_above_the_word(gazetteer: Gazetteer) -> None:
    text = laid(GLOWED, gazetteer=gazetteer)
    assert (aligned(text).word, aligned(text).clause) == (1, 1)
    noun = aligned(text, trigger=(0, 3))
    assert (noun.word, noun.clause, noun.governed) == (3, 1, True)


@pytest.mark.parametrize(("verb", "direction", "relation"), [
    ("glowed", 0, "supports"),  # not in the dictionary: the likeliest of the network
    ("glowed", 2, "aligned-with"),  # the likeliest that has no direction
    ("armed", 0, "arms"),  # the dictionary's word
    ("attacked", 0, "supports"),  # the dictionary's word has the other sign
    ("armed", 2, "aligned-with"),  # … has a direction
])  # fmt: skip
def test_the_dictionary_names_the_relation_where_it_knows_the_word(
    gazetteer: Gazetteer, verb: str, direction: int, relation: str
) -> None:
    words = f"Chad/PROPN/nsubj/2 {verb}/VERB/root/0 amid/ADP/case/4 Mali/PROPN/obl/2"
    text = laid(words, gazetteer=gazetteer)
    seen = network("TCD", "MLI", aligned={"chance": 0.9, "direction": direction})
    (found, _), *rest = unheard(text, 0, votes(text, 0, seen), [])
    assert not rest
    assert found.relation == relation


def test_modality_counts_where_the_network_is_sure(gazetteer: Gazetteer) -> None:
    text = laid(GLOWED, gazetteer=gazetteer)
    assert aligned(text, modality="denied", modality_chance=0.8).mood == "denied"
    assert aligned(text, modality="denied", modality_chance=0.4).mood is None


def test_an_enemy_counts_where_the_network_is_sure(gazetteer: Gazetteer) -> None:
    text = laid(AGAIN, gazetteer=gazetteer)
    sure = aligned(text, against=(0, 5), against_chance=0.8).enemy
    assert sure is not None
    assert (sure.id, sure.words) == ("NER", "Niger")
    assert aligned(text, against=(0, 5), against_chance=0.4).enemy is None
    assert aligned(text, against=None).enemy is None


def test_an_enemy_may_stand_in_the_sentence_before(gazetteer: Gazetteer) -> None:
    text = laid("Then/ADV/advmod/2 Niger/PROPN/root/0", GLOWED, gazetteer=gazetteer)
    enemy = aligned(text, against=(1, 1), against_chance=0.8).enemy
    assert enemy is not None
    assert enemy.id == "NER"


def test_nobody_is_turned_against_one_of_the_two(gazetteer: Gazetteer) -> None:
    text = laid(ARMY, gazetteer=gazetteer)
    assert aligned(text, trigger=(0, 2), against=(0, 1), against_chance=0.9).enemy is None


def test_a_word_that_means_nobody_is_no_enemy(gazetteer: Gazetteer) -> None:
    assert (
        aligned(laid(AGAIN, gazetteer=gazetteer), against=(0, 4), against_chance=0.9).enemy is None
    )


def test_a_claim_without_one_side_has_one_standing(gazetteer: Gazetteer) -> None:
    text = laid(
        "Mali/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 attacked/VERB.VBN/root/0", gazetteer=gazetteer
    )
    (claim,) = claims(text, 0)
    assert standings(text, claim) == (None, "MLI")
