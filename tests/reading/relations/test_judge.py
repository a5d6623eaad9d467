"""What becomes of the votes: one confidence, and the claims that are kept."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.exchange import BadJsonError
from tertius.reading.claims import claims
from tertius.reading.relations import judge as judges
from tertius.reading.relations.judge import TERMS, Judge, odds, terms
from tertius.reading.relations.network import MisfitError
from tests.reading.relations.laid import CURVE, judge, laid, network

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer
    from tertius.reading.relations.network import Network
    from tertius.reading.text import Text
    from tertius.records import Claim

GLOWED = "Chad/PROPN/nsubj/2 glowed/VERB/root/0 towards/ADP/case/4 Mali/PROPN/obl/2"
WAR = "Chad/PROPN/nsubj/2 attacked/VERB/root/0 Mali/PROPN/obj/2"
AGAIN = f"{WAR} amid/ADP/case/5 Niger/PROPN/obl/2"
URGED = "Chad/PROPN/nsubj/2 urged/VERB/root/0 Mali/PROPN/obj/2"


def judged(text: Text, seen: Network, **weights: float) -> list[Claim]:
    """Return the claims of the last sentence."""
    n = len(text.trees) - 1
    return judge(seen, **weights).judged(text, n, claims(text, n))


def expected(**values: float) -> float:
    """Return the confidence that the curve of the tests gives to values of its terms."""
    total = CURVE["one"] + sum(
        CURVE[name.replace("_", " ")] * value for name, value in values.items()
    )
    return round(1 / (1 + exp(-total)), 3)


# -- what only the network saw ----------------------------------------------------------------


def test_a_relation_that_only_the_network_saw_is_a_whole_claim(gazetteer: Gazetteer) -> None:
    text = laid(
        f"{GLOWED} amid/ADP/case/6 Niger/PROPN/obl/2 in/ADP/case/8 May/PROPN/obl/2",
        gazetteer=gazetteer,
    )
    opinion = {
        "chance": 0.81239,
        "modality": "hypothetical",
        "against": (0, 5),
        "trigger": (0, 1),
    }
    (claim,) = judged(text, network("TCD", "MLI", aligned=opinion, opposed=0.0213))
    assert claims(text, 0) == []
    assert (claim.actor, claim.relation, claim.recipient) == ("TCD", "supports", "MLI")
    assert (claim.sign, claim.symmetric) == (1, False)
    assert (claim.modality, claim.against) == ("hypothetical", "NER")
    assert claim.sources == ()
    assert claim.votes == (("network", 0.8124), ("against", 0.0213))
    assert claim.confidence == expected(network_alone=odds(0.81239), network_against=odds(0.0213))
    assert claim.span is not None
    assert claim.trigger is not None
    body = text.document.text
    assert body[slice(*claim.span)] == claim.quote == "Chad glowed towards Mali amid Niger in May"
    assert body[slice(*claim.trigger)] == "glowed"
    assert dict(claim.words) == {"actor": "Chad", "recipient": "Mali", "against": "Niger"}
    assert claim.period is not None
    assert claim.period.start == "2024-05"


def test_the_rules_know_better_what_was_denied(gazetteer: Gazetteer) -> None:
    text = laid(
        "Chad/PROPN/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 glow/VERB.VB/root/0 "
        "towards/ADP/case/6 Mali/PROPN/obl/4",
        gazetteer=gazetteer,
    )
    for modality in ("asserted", "forecast"):
        opinion = {"chance": 0.8, "trigger": (0, 3), "modality": modality}
        (claim,) = judged(text, network("TCD", "MLI", aligned=opinion))
        assert claim.modality == "denied"


def test_a_relation_without_a_direction_has_none(gazetteer: Gazetteer) -> None:
    opinion = {"chance": 0.8, "direction": 2}
    (claim,) = judged(laid(GLOWED, gazetteer=gazetteer), network("TCD", "MLI", aligned=opinion))
    assert (claim.relation, claim.symmetric) == ("aligned-with", True)


def test_a_pair_of_both_signs_is_two_claims(gazetteer: Gazetteer) -> None:
    found = judged(
        laid(GLOWED, gazetteer=gazetteer), network("TCD", "MLI", aligned=0.7, opposed=0.4)
    )
    votes = {claim.sign: claim.votes for claim in found}
    assert votes == {
        1: (("network", 0.7), ("against", 0.4)),
        -1: (("network", 0.4), ("against", 0.7)),
    }
    assert len({claim.id for claim in found}) == 2


def test_a_friend_of_the_rules_may_be_a_foe_of_the_network(gazetteer: Gazetteer) -> None:
    found = judged(laid(WAR, gazetteer=gazetteer), network("TCD", "MLI", aligned=0.6, opposed=0.3))
    votes = {claim.sign: dict(claim.votes) for claim in found}
    assert votes[1] == {"network": 0.6, "against": 0.3}
    assert votes[-1] == {"rules": claims(laid(WAR, gazetteer=gazetteer), 0)[0].confidence,
                         "network": 0.3, "against": 0.6}  # fmt: skip


# -- what the rules found ---------------------------------------------------------------------


def test_a_claim_of_the_rules_has_both_votes_and_keeps_all_else(gazetteer: Gazetteer) -> None:
    text = laid(WAR, gazetteer=gazetteer)
    (told,) = claims(text, 0)
    (claim,) = judged(text, network("TCD", "MLI", opposed=0.91, aligned=0.06))
    assert claim.votes == (("rules", told.confidence), ("network", 0.91), ("against", 0.06))
    assert claim.confidence == expected(
        rules=1, rules_confidence=odds(told.confidence),
        network_beside_rules=odds(0.91), network_against=odds(0.06),
    )  # fmt: skip
    assert replace(claim, votes=(), confidence=told.confidence) == told


def test_where_the_network_did_not_look_only_the_rules_vote(gazetteer: Gazetteer) -> None:
    text = laid(
        "Mali/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 attacked/VERB.VBN/root/0", gazetteer=gazetteer
    )
    (told,) = claims(text, 0)
    (claim,) = judged(text, network())
    assert claim.votes == (("rules", told.confidence),)
    assert claim.confidence == expected(
        rules=1, rules_confidence=odds(told.confidence), network_against=odds(0.06),
        rules_without_a_vote=1,
    )  # fmt: skip


def test_a_relation_without_a_sign_is_not_voted_on(gazetteer: Gazetteer) -> None:
    text = laid(URGED, gazetteer=gazetteer)
    (claim,) = judged(text, network())
    assert claim.sign == 0
    assert [voter for voter, _ in claim.votes] == ["rules"]


# -- the curve --------------------------------------------------------------------------------


CHANCES = st.floats(0, 1)


@given(CHANCES, CHANCES)
def test_more_odds_for_more_chance(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert odds(low) <= odds(high)
    assert odds(1 - low) == pytest.approx(-odds(low))


def test_a_voter_who_is_quite_sure_is_not_believed_without_end() -> None:
    assert odds(1.0) == odds(0.995)
    assert odds(0.5) == 0


def test_each_term_has_its_place() -> None:
    alone = dict(zip(TERMS, terms(None, 0.8, 0.1), strict=True))
    assert alone == {
        "one": 1, "rules": 0, "rules confidence": 0, "network alone": odds(0.8),
        "network beside rules": 0, "network against": odds(0.1), "rules without a vote": 0,
    }  # fmt: skip
    both = dict(zip(TERMS, terms(0.7, 0.8, 0.1), strict=True))
    assert both == {**alone, "rules": 1, "rules confidence": odds(0.7), "network alone": 0,
                    "network beside rules": odds(0.8)}  # fmt: skip
    silent = dict(zip(TERMS, terms(0.7, None, None), strict=True))
    assert (silent["network beside rules"], silent["rules without a vote"]) == (0, 1)


@pytest.mark.parametrize("words", [GLOWED, WAR])
def test_each_vote_for_a_claim_makes_it_surer_and_each_against_less_sure(
    gazetteer: Gazetteer, words: str
) -> None:
    text = laid(words, gazetteer=gazetteer)
    grid = [0.15, 0.3, 0.5, 0.8, 0.97]

    def sure(chance: float, against: float) -> float:
        seen = network("TCD", "MLI", opposed=chance, aligned=against)
        return next(c.confidence for c in judged(text, seen) if c.sign < 0)

    assert all(a < b for a, b in pairwise(sure(chance, 0.05) for chance in grid))
    assert all(a > b for a, b in pairwise(sure(0.5, against) for against in grid))


def test_a_surer_claim_of_the_rules_is_surer(gazetteer: Gazetteer) -> None:
    text = laid(WAR, gazetteer=gazetteer)
    (told,) = claims(text, 0)
    one = judge(network("TCD", "MLI", opposed=0.5))
    found = [
        one.judged(text, 0, [replace(told, confidence=sure)])[0].confidence
        for sure in (0.2, 0.5, 0.7, 0.9)
    ]
    assert found == sorted(set(found))


# -- what is kept -----------------------------------------------------------------------------


def test_what_is_less_sure_than_the_floor_is_dropped(gazetteer: Gazetteer) -> None:
    text = laid(WAR, gazetteer=gazetteer)
    seen = network("TCD", "MLI", opposed=0.5, aligned=0.3)
    told = claims(text, 0)
    every = judge(seen).judged(text, 0, told)
    assert len(every) == 2
    weak, strong = sorted(claim.confidence for claim in every)
    assert weak < strong
    assert len(judge(seen, floor=weak).judged(text, 0, told)) == 2
    (kept,) = judge(seen, floor=weak + 0.001).judged(text, 0, told)
    assert kept.confidence == strong
    assert judge(seen, floor=strong + 0.001).judged(text, 0, told) == []


def test_claims_come_in_the_order_of_their_words(gazetteer: Gazetteer) -> None:
    words = f"{AGAIN} and/CCONJ/cc/7 backed/VERB/conj/2 Peru/PROPN/obj/7"
    text = laid(words, gazetteer=gazetteer)
    found = judged(text, network("TCD", "NER", aligned={"chance": 0.9, "trigger": (0, 4)}))
    places = [claim.trigger for claim in found]
    assert len(found) == 3
    assert places == sorted(places)  # type: ignore[type-var]
    assert [dict(claim.votes).get("rules") is None for claim in found] == [False, True, False]


def test_the_same_text_gives_the_same_claims(gazetteer: Gazetteer) -> None:
    seen = network("TCD", "NER", aligned=0.6, opposed=0.5)
    first, second = (judged(laid(AGAIN, gazetteer=gazetteer), seen) for _ in range(2))
    assert first == second
    assert len({claim.id for claim in first}) == len(first) == 3


def test_how_sure_the_network_is_changes_no_id(gazetteer: Gazetteer) -> None:
    text = laid(AGAIN, gazetteer=gazetteer)
    low, high = (
        {claim.id for claim in judged(text, network("TCD", "NER", aligned=chance))}
        for chance in (0.3, 0.9)
    )
    assert low == high


# -- the fitted curve -------------------------------------------------------------------------


def test_the_weights_of_a_curve_go_by_their_names(tmp_path: Path) -> None:
    kept = {"curve": dict(reversed(CURVE.items())), "floor": 0.2, "fitted_on": "nothing"}
    (tmp_path / judges.CURVE).write_text(json.dumps(kept), encoding="utf-8")
    found = Judge.load(network(), tmp_path)
    assert (found.curve, found.floor) == (tuple(CURVE[term] for term in TERMS), 0.2)


def test_a_curve_that_lacks_a_term_is_told(tmp_path: Path) -> None:
    kept = {"curve": dict.fromkeys(TERMS[1:], 0.1), "floor": 0.2}
    (tmp_path / judges.CURVE).write_text(json.dumps(kept), encoding="utf-8")
    with pytest.raises(MisfitError, match=r"judgement\.json has no weight for one"):
        Judge.load(network(), tmp_path)


def test_a_curve_that_is_no_curve_is_told(tmp_path: Path) -> None:
    (tmp_path / judges.CURVE).write_text('{"curve": [1, 2]}', encoding="utf-8")
    with pytest.raises(BadJsonError, match=r"judgement\.json"):
        Judge.load(network(), tmp_path)
