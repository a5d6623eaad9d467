"""The evaluation measures what is there, and says what is missing."""

from __future__ import annotations

import json

import pytest

from benchmarks import evaluate, tables
from benchmarks.evaluate import main, page, summary
from benchmarks.figures import Figure, Table
from benchmarks.gold import NoGoldError, texts
from benchmarks.tables import TABLES, Bench, measured

RECORDS = """<Validation><Sentences><Sentence date="19950103" id="A">
<EventCoding sourcecode="ARN" targetcode="GON" eventcode="190"/>
<Text>Arnor shelled Gondor.</Text></Sentence></Sentences></Validation>"""


@pytest.fixture
def data(tmp_path):
    gold = tmp_path / "gold"
    for folder, claims in (("seed", "gold.json"), ("articles/border-war", "claims.json")):
        (gold / folder).mkdir(parents=True)
        (gold / folder / "text.txt").write_text("A text.")
        (gold / folder / claims).write_text(json.dumps({"document": {"date": "1999-03"}}))
    meta = gold / "articles" / "border-war" / "meta.json"
    meta.write_text(json.dumps({"publication_date": "2001-02-03"}))
    (gold / "predictions.py").touch()
    (gold / "score_claims.py").touch()
    return tmp_path


def test_every_text_is_read_with_its_date(data):
    assert [(one.name, one.published) for one in texts(data)] == [
        ("seed", "1999-03"),
        ("border-war", "2001-02-03"),
    ]


def test_a_missing_file_is_named(data):
    (data / "gold" / "score_claims.py").unlink()
    with pytest.raises(NoGoldError, match=r"score_claims\.py is missing"):
        texts(data)


@pytest.mark.parametrize("arguments", [[], ["--data", "no-such-folder"]])
def test_without_a_folder_the_next_step_is_told(arguments, capsys):
    assert main(arguments) == 2
    assert "make eval DATA=" in capsys.readouterr().err


@pytest.mark.parametrize("name", [name for name, entry in TABLES.items() if entry.needs])
def test_a_missing_set_is_left_out_and_named(name, tmp_path):
    table = measured(name, Bench(tmp_path))
    assert table.figures == ()
    assert table.skipped == f"{tmp_path / TABLES[name].needs[0]} is missing"


def test_a_set_that_lacks_a_file_is_left_out_and_the_file_is_named(tmp_path):
    (tmp_path / "data" / "reading" / "relocar").mkdir(parents=True)
    assert "ReLocaR_Train.xml" in measured("relocar", Bench(tmp_path)).skipped


def test_one_table_can_be_asked_for_and_kept_as_json(tmp_path, capsys):
    folder = tmp_path / "data" / "reading" / "petrarch_records"
    folder.mkdir(parents=True)
    (folder / "PETR.UnitTest.records.xml").write_text(RECORDS)
    kept = tmp_path / "figures.json"
    asked = ["--data", str(tmp_path), "--only", "petrarch", "--reader", "rules"]
    assert main([*asked, "--json", str(kept)]) == 0
    (table,) = json.loads(kept.read_text())["tables"]
    assert (table["name"], table["figures"][0]["n"]) == ("petrarch", 1)
    assert table["took"]["cpu"] > 0
    assert "MB at most" in capsys.readouterr().out


def test_the_results_are_written_by_a_whole_run_only(data, monkeypatch, tmp_path, capsys):
    results = tmp_path / "results.md"
    monkeypatch.setattr(evaluate, "RESULTS", results)
    with pytest.raises(SystemExit):
        main(["--data", str(data), "--write", "--only", "re3d"])
    one = tables.Entry(lambda bench: Table(name="one", title="One", text="quoted words"))
    two = tables.Entry(lambda bench: Table(name="two", title="Two"), ("gold/nowhere",))
    for module in (evaluate, tables):
        monkeypatch.setattr(module, "TABLES", {"one": one, "two": two})
    assert main(["--data", str(data), "--write"]) == 0
    assert "## One" in results.read_text()
    assert "quoted words" not in results.read_text()
    assert "Left out: DIR/gold/nowhere is missing" in results.read_text()
    assert str(data) not in results.read_text()


def test_the_summary_counts_aims_and_names_those_that_are_missed():
    found = (
        Figure(name="a", value=0.9, aim=0.8),
        Figure(name="b", value=0.7, aim=0.8),
        Figure(name="c", value=0.7),
        Figure(name="d", value=None, aim=0.8),
    )
    made = [Table(name="t", title="T", figures=found), Table(name="u", title="U", skipped="gone")]
    assert summary(made) == (
        "aims met: 1 of 2\n  not met: T, b: 0.700, aim 0.8\n  left out: U: gone"
    )
    assert "left out: U: gone" in page(made, "1 s")
