"""The lists themselves: written down right, and quoting their reports."""

from __future__ import annotations

import html
import re
import tomllib

import pytest

from benchmarks.lists import SAMPLES, STUDIES, Row, ids, rows, tells

LISTS = sorted(
    path for study in STUDIES for path in (SAMPLES / study).glob("*.csv") if "." in path.stem
)


def text_of(study: str, report: str) -> str:
    (path,) = (SAMPLES / study / "reports").glob(f"{report}.*")
    text = path.read_text("utf-8")
    return html.unescape(re.sub(r"<[^>]+>", "", text)) if path.suffix == ".html" else text


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_list_quotes_its_report(path):
    if path.name.startswith("answers."):
        pytest.skip("answers quote nothing")
    text = text_of(path.parent.name, path.name.split(".")[0])
    for row in rows(path):
        assert row["quote"] in text, str(row)


@pytest.mark.parametrize("study", STUDIES)
def test_every_report_has_both_lists(study):
    listed = tomllib.loads((SAMPLES / study / "reports.toml").read_text("utf-8"))
    files = {path.name for path in (SAMPLES / study).glob("*.csv")}
    for report, told in listed.items():
        assert (SAMPLES / study / told["file"]).is_file()
        assert {f"{report}.must.csv", f"{report}.never.csv"} <= files
    on_disk = {path.stem for path in (SAMPLES / study / "reports").iterdir()}
    assert on_disk == set(listed)


@pytest.mark.parametrize("study", STUDIES)
def test_every_known_miss_points_at_a_row_and_gives_a_reason(study):
    for miss in rows(SAMPLES / study / "known_misses.csv"):
        lines = {row.line for row in rows(SAMPLES / study / miss["list"])}
        assert int(miss["row"]) in lines, str(miss)
        assert miss["reason"], str(miss)
        assert "never" not in miss["list"], "a never-list has no exceptions"


@pytest.mark.parametrize(
    ("name", "id"), [("United States", "USA"), ("DR Congo", "COD"), ("Peshmerga", "peshmerga")]
)
def test_names_of_the_lists_are_known_to_the_gazetteer(name, id):
    assert id in ids(name)


def claim(**changes):
    party = {"id": "IRN", "name": "Iran", "text": "Tehran"}
    other = {"id": "houthis", "name": "Houthis", "text": "the rebels"}
    return {
        "actor": party,
        "recipient": other,
        "sign": 1,
        "symmetric": False,
        "sources": [],
        "anonymous": False,
        "against": None,
        "theater": {"id": "YEM", "name": "Yemen", "text": "Yemen"},
        "modality": "asserted",
        "quantity": {"low": 300.0, "best": None, "high": None, "op": ">=", "unit": "persons"},
        "span": [0, 20],
    } | changes


def row(**cells):
    columns = "actor recipient sign modality source theater against quantity note quote".split()
    return Row("a.must.csv", 2, dict.fromkeys(columns, "") | cells)


@pytest.mark.parametrize(
    "cells",
    [
        {"actor": "Iran", "recipient": "Houthis", "sign": "1"},
        {"actor": "Tehran"},
        {"recipient": "Militias|rebels"},
        {"theater": "Sanaa"},
        {"source": "report"},
        {"quantity": ">=300 persons"},
        {"quote": "backs the"},
    ],
)
def test_a_claim_meets_a_row_that_says_the_same(cells):
    assert tells(claim(), row(**cells), text="Tehran backs the rebels.")


@pytest.mark.parametrize(
    "cells",
    [
        {"actor": "Iraq"},
        {"actor": "Houthis", "recipient": "Iran"},
        {"sign": "-1"},
        {"modality": "denied|forecast"},
        {"source": "a diplomat"},
        {"theater": "Iraq"},
        {"against": "Islamic State"},
        {"quantity": ">300 persons"},
        {"quantity": ">=300 USD"},
        {"quote": "no such words"},
    ],
)
def test_a_claim_does_not_meet_a_row_that_says_something_else(cells):
    assert not tells(claim(), row(**cells), text="Tehran backs the rebels.")


def test_an_anonymous_source_must_be_marked_as_one():
    told = {"id": "d-1/a1", "name": "diplomat", "text": "a diplomat"}
    asked = row(source="diplomat (anonymous)")
    assert tells(claim(sources=[told], anonymous=True), asked, text="")
    assert not tells(claim(sources=[told]), asked, text="")


def test_a_must_row_has_a_direction_unless_its_note_leaves_it_open():
    turned = {"actor": "Houthis", "recipient": "Iran"}
    assert not tells(claim(), row(**turned), text="")
    assert tells(claim(), row(**turned, note="either way: a war"), text="")
    assert tells(claim(symmetric=True), row(**turned), text="")


def test_a_never_row_forbids_both_directions_unless_its_note_says_directed():
    turned = row(actor="Houthis", recipient="Iran").cells
    assert tells(claim(), Row("a.never.csv", 2, turned), text="")
    assert not tells(
        claim(), Row("a.never.csv", 2, turned | {"note": "directed: a charge"}), text=""
    )


def test_a_group_is_not_the_state_in_its_name():
    group = {
        "id": "fdlr",
        "name": "Democratic Forces for the Liberation of Rwanda",
        "text": "the militia",
    }
    assert not tells(claim(actor=group), row(actor="Rwanda"), text="")
    assert tells(claim(actor=group), row(actor="FDLR"), text="")
    assert tells(claim(actor=group), row(actor="militia"), text="")
