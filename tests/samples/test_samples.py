"""The product, held to what a careful person reads in the sample studies.

Every list of every study, including the next one, goes through the same tests. A row that the
reader does not find yet stands in known_misses.csv with its reason, and leaves it when found.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from typing import Any

import pytest

from benchmarks.lists import SAMPLES, STUDIES, Row, answers, rows, tells

pytestmark = pytest.mark.model
REPORTS = [
    (study, report)
    for study in STUDIES
    for report in sorted(tomllib.loads((SAMPLES / study / "reports.toml").read_text("utf-8")))
]


@cache
def read(study: str) -> tuple[Any, dict[str, Any]]:
    import tertius

    brief = tertius.read(SAMPLES / study / "reports")
    return brief, json.loads(brief.to_json())


def found_in(study: str, row: Row, *, report: str) -> bool:
    brief, data = read(study)
    document = document_of(study, report)
    text = next(one.text for one in brief.documents if one.id == document)
    return any(
        claim["document"] == document and tells(claim, row, text=text) for claim in data["claims"]
    )


def document_of(study: str, report: str) -> str:
    _, data = read(study)
    return next(
        one["id"] for one in data["documents"] if f"/{report}." in one["path"].replace("\\", "/")
    )


def known_misses(study: str, list: str) -> dict[int, str]:
    """Line in the list -> why the reader does not find it yet."""
    path = SAMPLES / study / "known_misses.csv"
    return {int(row["row"]): row["reason"] for row in rows(path) if row["list"] == list}


def account(study: str, list: str, missed: list[Row]) -> None:
    """Fail where a miss is not known, or a known miss was found."""
    known = known_misses(study, list)
    lines = {row.line for row in missed}
    new = [str(row) for row in missed if row.line not in known]
    gone = [f"{list}:{line} ({reason})" for line, reason in known.items() if line not in lines]
    assert not new, "not found:\n" + "\n".join(new)
    assert not gone, "found now, take it out of known_misses.csv:\n" + "\n".join(gone)


@pytest.mark.parametrize(("study", "report"), REPORTS)
def test_what_must_be_found_in_a_report_is_found(study, report):
    name = f"{report}.must.csv"
    wanted = rows(SAMPLES / study / name)
    account(study, name, [row for row in wanted if not found_in(study, row, report=report)])


@pytest.mark.parametrize(("study", "report"), REPORTS)
def test_nothing_is_found_that_nobody_says(study, report):
    forbidden = rows(SAMPLES / study / f"{report}.never.csv")
    made = [str(row) for row in forbidden if found_in(study, row, report=report)]
    assert not made, "claimed, though nobody says it:\n" + "\n".join(made)


@pytest.mark.parametrize("study", STUDIES)
def test_the_reports_together_give_the_answers(study):
    _, data = read(study)
    missed = [
        row
        for row in rows(SAMPLES / study / "answers.csv")
        if not any(answers(one, row, anywhere=False) for one in data["alignments"])
    ]
    account(study, "answers.csv", missed)


@pytest.mark.parametrize("study", STUDIES)
def test_no_answer_says_what_the_reports_rule_out(study):
    _, data = read(study)
    made = [
        str(row)
        for row in rows(SAMPLES / study / "answers.never.csv")
        if any(answers(one, row, anywhere=True) for one in data["alignments"])
    ]
    assert not made, "answered, though the reports rule it out:\n" + "\n".join(made)


@pytest.mark.parametrize("study", STUDIES)
def test_every_quote_is_verbatim_at_its_span(study):
    brief, data = read(study)
    texts = {document.id: document.text for document in brief.documents}
    assert data["claims"], "a study without a claim tests nothing"
    for claim in data["claims"]:
        start, end = claim["span"]
        assert texts[claim["document"]][start:end] == claim["quote"] != ""


@pytest.mark.parametrize("study", STUDIES)
def test_every_claim_and_every_answer_is_accounted_for(study):
    _, data = read(study)
    documents = {one["id"] for one in data["documents"]}
    claims = [one["id"] for one in data["claims"]]
    assert len(claims) == len(set(claims)), "two claims share an id"
    assert {one["document"] for one in data["claims"]} <= documents
    for one in data["alignments"]:
        cited = [*one["claims"], *one["counter"], *one["denials"]]
        assert cited, f"an answer without a claim: {one['a']['name']} - {one['b']['name']}"
        assert set(cited) <= set(claims)


@pytest.mark.parametrize("study", STUDIES)
def test_dates_outlets_and_copies_are_known_where_the_files_tell(study):
    brief, _ = read(study)
    listed = tomllib.loads((SAMPLES / study / "reports.toml").read_text("utf-8"))
    ids = {report: document_of(study, report) for report in listed}
    documents = {document.id: document for document in brief.documents}
    for report, told in listed.items():
        document = documents[ids[report]]
        date = None if told.get("date_not_read") else told["published"]
        assert document.published == date, report
        assert document.outlet in (told["outlet"], None), report
        assert document.copy_of == ids.get(told.get("copy_of", "")), report


@pytest.mark.parametrize("study", STUDIES)
def test_a_copy_adds_no_independent_voice(study):
    import tertius

    brief, _ = read(study)
    copies = [document for document in brief.documents if document.copy_of]
    if not copies:
        pytest.skip("no copies in this study")
    paths = [document.path for document in brief.documents if not document.copy_of]
    without = tertius.read(paths)

    def voices(one: Any) -> dict[tuple[str, str, str | None], int]:
        return {(a.side_a, a.side_b, a.theater): a.independent for a in one.alignments}

    alone = voices(without)
    assert all(count <= alone.get(key, count) for key, count in voices(brief).items())
