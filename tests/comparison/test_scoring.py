"""The scorer against cases worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tertius.comparison.aliases import Aliases
from tertius.comparison.gold import Gold
from tertius.comparison.predicted import predicted
from tertius.comparison.scoring import Scored, score
from tertius.exchange import decode, encode
from tertius.records import Claim, Period, Quantity
from tertius.report.names import Names
from tests.comparison.texts import FOUND, TEXT, gold, gold_claim

PLACES = {"S0": (0, 18), "S1": (20, 42), "S2": (44, 61)}


def says(sent: str, actor: str | None, recipient: str | None, sign: int, **more: Any) -> Claim:
    """Return a reader's claim; parties by the words of the text."""
    slots = ("source0", "theater", "against")
    named = {"actor": actor, "recipient": recipient, **{s: more.pop(s, None) for s in slots}}
    start, end = PLACES[sent]
    return Claim(
        id="c", document="d-1", span=(start, end), quote=TEXT[start:end], relation="attacks",
        actor=actor, recipient=recipient, sign=sign,  # type: ignore[arg-type]
        sources=(named["source0"],) if named.get("source0") else (),
        theater=named.get("theater"), against=named.get("against"),
        words=tuple((slot, words) for slot, words in named.items() if words), **more,
    )  # fmt: skip


def scored(found: list[Claim], *claims: dict[str, Any]) -> Scored:
    person = decode(encode(gold(*(claims or FOUND))), Gold)
    aliases, names = Aliases(person.aliases), Names({}, {})
    return score(person, [predicted(c, names, aliases, person.sentences) for c in found], aliases)


def counts(one: Scored) -> tuple[int, int, int, int]:
    """Found, missed, wrong, aside."""
    return len(one.matches), len(one.missed), len(one.wrong), one.aside


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ([], (0, 2, 0, 0)),
        ([says("S0", "Chad", "Togo", -1)], (1, 1, 0, 0)),
        ([says("S0", "the army", "Togo", -1)], (1, 1, 0, 0)),  # the army stands for Chad
        ([says("S0", "Togo", "Chad", -1)], (1, 1, 0, 0)),  # found, though turned
        ([says("S0", "Chad", "Togo", 1)], (0, 2, 1, 0)),  # wrong sign
        ([says("S1", "Chad", "Togo", -1)], (0, 2, 1, 0)),  # another sentence
        ([says("S0", "Chad", "Peru", -1)], (0, 2, 1, 0)),
        ([says("S0", "Chad", "Oslo", -1)], (0, 2, 1, 0)),  # a name without an alias is wrong
        ([says("S2", "Togo", "Peru", 1)], (0, 2, 0, 1)),  # only secondary
        ([says("S0", "Chad", "Togo", -1)] * 3, (1, 1, 0, 2)),  # said three times
        ([says("S0", "the army", "Chad", -1)], (0, 2, 0, 1)),  # inside one party
        ([says("S0", None, "Togo", -1)], (0, 2, 0, 1)),  # one party left out
        ([says("S0", None, "Peru", -1)], (0, 2, 1, 0)),
        ([says("S0", "the envoy", "Togo", -1)], (0, 2, 0, 1)),  # left aside by the person
        ([says("S0", "N’Djamena", "Togo’s", -1)], (1, 1, 0, 0)),
    ],
)  # fmt: skip
def test_a_claim_is_right_wrong_or_neither(
    found: list[Claim], wanted: tuple[int, int, int, int]
) -> None:
    assert counts(scored(found)) == wanted


def test_who_acts_on_whom_is_told_apart_but_not_where_it_goes_both_ways() -> None:
    turned = [says("S0", "Togo", "Chad", -1)]
    assert [match.directed for match in scored(turned).matches] == [False]
    both_ways = gold_claim("c1", "S0", "TCD", "TGO", -1, symmetric=True)
    assert [match.directed for match in scored(turned, both_ways).matches] == [True]


def test_a_right_pair_with_the_other_sign_is_told_as_that() -> None:
    found = scored([says("S0", "Chad", "Togo", 1), says("S0", "Chad", "Peru", 1)])
    assert [one.said for one in found.turned] == ["Chad attacks Togo"]


def test_readings_that_the_person_allows_are_right() -> None:
    allowed = gold_claim(
        "c1", "S0", "TCD", "TGO", -1, sign_accept=[1], target_accept=["PER"], sents=["S0", "S1"]
    )
    assert counts(scored([says("S1", "Chad", "Peru", 1)], allowed)) == (1, 0, 0, 0)


def test_a_member_of_a_collective_counts_for_it() -> None:
    collective = gold_claim("c1", "S0", "TCD", "BOTH", -1)
    assert counts(scored([says("S0", "Chad", "Bolivia", -1)], collective)) == (1, 0, 0, 0)


def test_nobody_is_matched_by_nobody() -> None:
    passive = gold_claim("c1", "S0", None, "TGO", -1)
    assert counts(scored([says("S0", None, "Togo", -1)], passive)) == (1, 0, 0, 0)
    assert counts(scored([says("S0", "Chad", "Togo", -1)], passive)) == (0, 1, 1, 0)


def test_of_two_claims_the_closer_one_is_matched() -> None:
    far = says("S0", "Togo", "Chad", -1, modality="denied")
    near = says("S0", "Chad", "Togo", -1)
    (match,) = scored([far, near]).matches
    assert match.found.claim is near


QUANTITY = Quantity(low=1000, best=None, high=None, op=">", unit="persons", words="over 1,000")


@pytest.mark.parametrize(
    ("slot", "person", "reader", "right"),
    [
        ("source", {"said_by": {"who": "PER", "text": "Peru"}}, {"source0": "Peru"}, True),
        ("source", {"said_by": {"who": "PER", "text": "Peru"}}, {}, False),
        ("source", {"said_by": {"who": "PER", "text": "an old man"}}, {"source0": "old man"}, True),
        ("source", {"said_by": {"who": "PER", "accept": ["BOL"]}}, {"source0": "Bolivia"}, True),
        ("source", {}, {"source0": "Peru"}, False),
        ("modality", {"modality": "denied"}, {"modality": "denied"}, True),
        ("modality", {"modality": "denied"}, {}, False),
        ("modality", {"modality": "denied", "modality_accept": ["forecast"]},
         {"modality": "forecast"}, True),
        ("theater", {"theater": {"place": "LIMA"}}, {"theater": "Lima"}, True),
        ("theater", {"theater": {"place": "LIMA"}}, {"theater": "Peruvian soil"}, True),
        ("theater", {"theater": {"place": "SOIL"}}, {"theater": "Lima"}, True),
        ("theater", {"theater": {"place": "LIMA"}}, {"theater": "Togo"}, False),
        ("theater", {"theater": {"place": "LIMA"}}, {}, False),
        ("theater", {}, {"theater": "Lima"}, None),
        ("against", {"against": ["PER"]}, {"against": "Peru"}, True),
        ("against", {"against": ["PER"]}, {}, False),
        ("against", {}, {"against": "Peru"}, False),
        ("against", {}, {}, None),
        ("time", {"time": {"start": "2024-03", "end": "2024-04"}},
         {"period": Period(start="2024-04-30", end=None, precision="day", basis="words")}, True),
        ("time", {"time": {"start": "2024-03", "end": "2024-04"}},
         {"period": Period(start="2024-05", end=None, precision="month", basis="words")}, False),
        ("time", {"time": {"start": "2020", "tense": "past"}},
         {"period": Period(start="2021", end="2022", precision="year", basis="words")}, False),
        ("time", {"time": {"start": "2020", "tense": "present"}},
         {"period": Period(start="2021", end="2022", precision="year", basis="words")}, True),
        ("time", {"time": {"start": "2020"}}, {}, False),
        ("quantity", {"quantity": [{"value": 1000, "op": ">"}]}, {"quantity": QUANTITY}, True),
        ("quantity", {"quantity": [{"value": 1000, "op": "more than"}]},
         {"quantity": QUANTITY}, True),
        ("quantity", {"quantity": [{"value": 1000, "op": "="}]}, {"quantity": QUANTITY}, False),
        ("quantity", {"quantity": [{"value": 1010, "op": ">"}]}, {"quantity": QUANTITY}, False),
        ("quantity", {"quantity": [{"value": 1000, "op": ">"}]}, {}, False),
        ("quantity", {}, {"quantity": QUANTITY}, None),
        ("anonymous", {"said_by": {"who": "PER"}, "anonymous": True}, {"anonymous": True}, True),
        ("anonymous", {"said_by": {"who": "PER"}, "anonymous": True}, {}, False),
        ("anonymous", {"anonymous": False}, {}, None),
    ],
)  # fmt: skip
def test_a_slot_is_right_wrong_or_not_judged(
    slot: str, person: dict[str, Any], reader: dict[str, Any], right: bool | None
) -> None:
    (match,) = scored(
        [says("S0", "Chad", "Togo", -1, **reader)],
        gold_claim("c1", "S0", "TCD", "TGO", -1, **person),
    ).matches
    assert match.slots.get(slot) is right


def test_slots_are_summed_over_matches() -> None:
    found = [says("S0", "Chad", "Togo", -1), says("S1", "Peru", "Bolivia", -1, modality="denied")]
    assert scored(found).slots["modality"] == (1, 2)
