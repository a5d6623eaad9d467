"""What a claim says beside its two sides: when, how many, against whom, on whose word, how sure."""

from __future__ import annotations

import pytest

from tertius.records import Claim, Period
from tests.reading.reader import Reader

pytestmark = pytest.mark.model


def only(reader: Reader, text: str, *, published: str | None = "2024-05-10") -> Claim:
    found = [c for c in reader.read(text, published=published).claims if c.sign]
    assert len(found) == 1, [c.relation for c in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "op", "low", "high", "unit"),
    [
        ("Turkey gave Somalia 20 tanks.", "=", 20, 20, "tanks"),
        ("Japan gave Vietnam more than $30 million in aid.", ">", 3e7, None, "USD"),
        ("Azerbaijani troops killed at least 12 Armenian soldiers.", ">=", 12, None, "persons"),
    ],
)
def test_a_quantity_has_its_bound_and_unit(
    reader: Reader, sentence: str, op: str, low: float, high: float | None, unit: str
) -> None:
    quantity = only(reader, sentence).quantity
    assert quantity is not None
    assert (quantity.op, quantity.low, quantity.high, quantity.unit) == (op, low, high, unit)
    assert quantity.words in sentence


def test_no_number_is_no_quantity(reader: Reader) -> None:
    assert only(reader, "Turkey gave tanks to Somalia in 2019.").quantity is None


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Georgia was invaded by Russia in 2008.", "2008", "2008"),
        ("Turkey attacked the rebels in March 2021.", "2021-03", "2021-03"),
        ("Turkey has supported Somalia since 2011.", "2011", None),
    ],
)
def test_a_time_that_is_said_is_the_period(
    reader: Reader, sentence: str, start: str, end: str | None
) -> None:
    period = only(reader, sentence).period
    assert period is not None
    assert period.basis == "words"
    assert (period.start, period.end) in {(start, end), (f"{start}-01-01", end and f"{end}-12-31")}


def test_without_a_time_the_date_of_the_report_counts(reader: Reader) -> None:
    past = only(reader, "Turkey attacked the rebels.").period
    present = only(reader, "Turkey supports Somalia.").period
    assert past == Period(start=None, end="2024-05-10", precision="span", basis="document-date")
    assert present == Period(start="2024-05-10", end=None, precision="span", basis="document-date")


def test_without_any_date_nothing_is_known_of_the_time(reader: Reader) -> None:
    assert only(reader, "Turkey supports Somalia.", published=None).period is None


def test_a_verdict_on_one_sentence_needs_two_sides(reader: Reader) -> None:
    text = "France attacked France. The French army praised the French president."
    assert reader.read(text).claims == ()


def test_a_friend_has_the_enemy_that_both_fight(reader: Reader) -> None:
    text = "France is helping Niger against the jihadists. Peru attacked Chile."
    against = {claim.pair: claim.against for claim in reader.told(text)}
    assert against == {("France", "Niger"): "jihadists", ("Peru", "Chile"): None}


def test_the_words_of_a_claim_are_the_words_of_the_text(reader: Reader) -> None:
    text = "Turkish jets attacked Kurdish fighters in Syria, a Greek diplomat said."
    claim = only(reader, text)
    words = dict(claim.words)
    assert claim.anonymous
    assert words["actor"] == "Turkish jets"
    assert words["recipient"] == "Kurdish fighters"
    assert words["theater"] == "Syria"
    assert words["source0"] == "Greek diplomat"
    assert claim.trigger is not None
    assert text[slice(*claim.trigger)] == "attacked"


def test_a_name_is_surer_than_a_pronoun(reader: Reader) -> None:
    first, second = reader.read("Kenya attacked Uganda. It also attacked Rwanda.").claims
    assert 0 < second.confidence < first.confidence < 1


def test_what_two_speakers_say_is_two_claims(reader: Reader) -> None:
    text = (
        "Peru said that Chile had attacked Bolivia. Ecuador said that Chile had attacked Bolivia."
    )
    found = [c for c in reader.told(text) if c.pair == ("Chile", "Bolivia")]
    assert [c.sources for c in found] == [("Peru",), ("Ecuador",)]


def test_one_thing_said_twice_in_a_sentence_is_one_claim(reader: Reader) -> None:
    found = reader.told("Kenya attacked Uganda and attacked Uganda.")
    assert [c.pair for c in found] == [("Kenya", "Uganda")]


def test_a_denial_keeps_the_sign_of_what_is_denied(reader: Reader) -> None:
    claim = only(reader, "Hungary denied that it had armed the rebels.")
    assert (claim.sign, claim.modality, claim.sources) == (1, "denied", ("HUN",))
