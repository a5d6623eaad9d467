from __future__ import annotations

import csv
import io
import json

from tertius.report.brief import Brief
from tertius.report.tables import HEADER, csv_table, jsonl


def test_jsonl_has_the_claims_of_the_json_one_a_line(brief):
    rows = [json.loads(line) for line in jsonl(brief).splitlines()]
    assert rows == json.loads(brief.to_json())["claims"]


def test_csv_has_a_row_for_each_claim_and_its_exact_quote(brief):
    rows = list(csv.DictReader(io.StringIO(csv_table(brief).decode("utf-8"), newline="")))
    texts = {one.id: one.text for one in brief.documents}
    assert [row["id"] for row in rows] == [claim.id for claim in brief.claims]
    for row in rows:
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_csv_gives_bounds_speakers_and_places_their_columns(brief):
    row = list(csv.DictReader(io.StringIO(csv_table(brief).decode("utf-8"))))[4]
    assert (row["quantity_low"], row["quantity_op"], row["quantity_high"]) == ("300", ">", "")
    assert (row["sources"], row["anonymous"]) == ("the envoy", "yes")
    assert (row["theater_id"], row["theater"], row["period_start"]) == ("QUA", "Quarry", "2014-06")
    assert (row["actor"], row["actor_text"], row["sign"]) == ("Norland", "Norland", "1")


def test_csv_has_the_votes_in_one_cell(brief):
    rows = list(csv.DictReader(io.StringIO(csv_table(brief).decode("utf-8"))))
    cells = [row["votes"] for row in rows[:3]]
    assert cells == ["rules 0.72; network 0.9123; against 0.06", "network 0.4; against 0.2", ""]


def test_a_brief_without_claims_has_a_header_and_no_lines():
    assert csv_table(Brief()).decode() == ",".join(HEADER) + "\n"
    assert jsonl(Brief()) == b""
