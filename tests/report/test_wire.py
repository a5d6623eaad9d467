from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tertius.report.brief import Brief
from tertius.report.schema import schema, schema_bytes
from tests.alignment.test_properties import stories
from tests.by_hand import SmallGazetteer, Story, reading

SHIPPED = Path(__file__).parents[2] / "docs" / "brief.schema.json"


@pytest.fixture
def data(brief):
    return json.loads(brief.to_json())


def test_the_schema_in_docs_is_the_one_that_the_code_gives():
    assert SHIPPED.read_bytes() == schema_bytes(), "run: tertius schema > docs/brief.schema.json"


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_the_json_of_a_brief_fits_the_schema(data):
    Draft202012Validator(schema()).validate(data)


def test_a_word_that_is_no_sign_does_not_fit_the_schema(data):
    data["alignments"][0]["sign"] = "friends"
    assert not Draft202012Validator(schema()).is_valid(data)


def test_an_empty_brief_fits_the_schema():
    assert json.loads(Brief().to_json()) == {
        "documents": [],
        "claims": [],
        "alignments": [],
        "unread": [],
        "reader": None,
        "withheld": None,
    }


def test_the_json_has_the_keys_that_are_promised(data):
    assert list(data) == [
        "documents", "claims", "alignments", "unread", "reader", "withheld",
    ]  # fmt: skip
    assert {
        *("id", "document", "span", "quote", "sources", "anonymous", "actor", "relation"),
        *("recipient", "sign", "against", "theater", "period", "modality", "quantity"),
        *("confidence", "votes"),
    } <= data["claims"][0].keys()
    assert {
        *("a", "b", "theater", "against", "sign", "form", "p", "interval", "claims", "counter"),
        *("denials", "independent"),
    } == data["alignments"][0].keys()


def test_each_span_of_the_text_is_the_quote(brief, data):
    texts = {one.id: one.text for one in brief.documents}
    for claim in data["claims"]:
        start, end = claim["span"]
        assert texts[claim["document"]][start:end] == claim["quote"]


def test_parties_places_and_speakers_carry_id_name_and_words(data):
    claim = data["claims"][4]
    assert claim["actor"] == {"id": "NOR", "name": "Norland", "text": "Norland"}
    assert claim["theater"] == {"id": "QUA", "name": "Quarry", "text": None}
    assert claim["sources"] == [
        {
            "id": "d-000000000001/a1",
            "name": "a tired envoy who knows the court",
            "text": "the envoy",
        }
    ]


def test_the_reports_own_voice_has_no_source(data):
    assert data["claims"][0]["sources"] == []


def test_a_bound_is_not_an_exact_number(data):
    assert data["claims"][4]["quantity"] == {
        "low": 300,
        "best": None,
        "high": None,
        "unit": "persons",
        "words": "more than 300",
        "op": ">",
        "exact": False,
    }


def test_each_voter_has_its_own_say(data):
    assert data["claims"][0]["votes"] == {"rules": 0.72, "network": 0.9123, "against": 0.06}
    assert data["claims"][1]["votes"] == {"network": 0.4, "against": 0.2}
    assert data["claims"][2]["votes"] == {}


@pytest.mark.parametrize("votes", [{"rules": "yes"}, [["rules", 0.7]], None])
def test_a_vote_is_a_number_by_its_voter(data, votes):
    data["claims"][0]["votes"] = votes
    assert not Draft202012Validator(schema()).is_valid(data)


def test_a_period_has_its_four_parts(data):
    assert data["claims"][4]["period"] == {
        "start": "2014-06",
        "end": None,
        "precision": "day",
        "basis": "words",
    }


def rows(data, *pair):
    return [row for row in data["alignments"] if {row["a"]["id"], row["b"]["id"]} == set(pair)]


def place(row):
    return row["theater"] and row["theater"]["id"]


def test_a_side_has_the_words_of_its_own_claims_and_names_before_pronouns(data):
    (there,) = [row for row in rows(data, "NOR", "WES") if place(row) == "QUA"]
    texts = {there[side]["id"]: there[side]["text"] for side in "ab"}
    assert texts == {"NOR": "Norland", "WES": "they"}
    assert there["theater"]["text"] == "Quarry"


def test_a_party_that_only_its_ministries_speak_for_has_no_words_of_its_own(data):
    (row,) = [one for one in rows(data, "WES", "SUD") if one["theater"]]
    assert {row["a"]["text"], row["b"]["text"]} == {None}
    assert {row["a"]["name"], row["b"]["name"]} == {"Westmark", "Sudland"}


def test_the_same_claims_give_the_same_bytes(story):
    once, twice = (Brief.of(reading(story), SmallGazetteer()).to_json() for _ in range(2))
    assert once == twice


@given(stories())
def test_every_claim_an_alignment_names_is_in_the_json(story: Story):
    data = json.loads(Brief.of(reading(story), SmallGazetteer()).to_json())
    known = {claim["id"] for claim in data["claims"]}
    for row in data["alignments"]:
        assert {*row["claims"], *row["counter"], *row["denials"]} <= known
    Draft202012Validator(schema()).validate(data)
