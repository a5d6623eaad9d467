"""`tertius read --reader`, `--precision`, and `tertius compare`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tertius.cli import main
from tertius.readers import precision
from tertius.readers.precision import Measured, Row, Table
from tests.comparison.texts import FOUND, TEXT, gold, written
from tests.readers.server import Call, claim, serving

REPORT = "Chad attacked Togo on Monday. Peru condemned Bolivia, and France backs Ghana.\n"


@pytest.fixture
def run(capfdbinary, monkeypatch, tmp_path):
    """Run the command line; return (exit code, standard output, standard error)."""
    monkeypatch.delenv("TERTIUS_DEBUG", raising=False)
    monkeypatch.setenv("TERTIUS_LLM_CACHE", str(tmp_path / "answers"))

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(one) for one in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return call


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def measured(monkeypatch) -> None:
    """Put a table of our own in the place of the shipped one."""
    rows = (Row(0.5, 0.0), Row(0.8, 0.6), Row(0.99, 0.999))
    own = Table(default=0.8, readers={"rules": Measured(on="a test", rows=rows)})
    monkeypatch.setattr(precision, "table", lambda: own)


def pairs(out: str) -> set[tuple[str, str]]:
    return {(one["actor"]["id"], one["recipient"]["id"]) for one in json.loads(out)["claims"]}


def test_another_reader_reads_and_is_named(run, paper):
    code, out, err = run("read", paper, "--reader", "rules", "--json")
    assert (code, err) == (0, "")
    assert pairs(out) == {("TCD", "TGO"), ("PER", "BOL"), ("FRA", "GHA")}
    assert json.loads(out)["reader"]["id"] == "rules"
    assert json.loads(out)["withheld"] is None


@pytest.mark.parametrize("command", ["read", "compare"])
@pytest.mark.parametrize("name", ["oracle", "spacy:", "llm:"])
def test_a_reader_that_is_not_there_is_wrong_usage(run, paper, tmp_path, command, name):
    readers = ("--reader", name) if command == "read" else (name, "--gold", tmp_path)
    code, out, err = run(command, "rules" if command == "compare" else paper, *readers)
    assert (code, out) == (2, "")
    assert "embedded, rules, voted:FOLDER, spacy:PACKAGE, llm:URL" in err
    assert err.count("\n") == 1


def test_what_a_reader_stands_on_is_named_where_it_is_missing(run, paper, monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    code, _, err = run("read", paper, "--reader", "spacy:en_core_web_sm")
    assert code == 1
    assert "pip install" in err
    assert "Traceback" not in err


def test_options_of_a_model_belong_to_a_model(run, paper):
    code, _, err = run("read", paper, "--reader", "rules", "--model", "small")
    assert code == 2
    assert "--reader llm:URL" in err


def test_a_model_reads_through_the_same_door(run, paper):
    def answer(call: Call) -> None:
        said = claim("Chad attacked Togo", "Chad", "attacks", "Togo", -1)
        call.claim(said, claim("Mali fell.", "Mali", "attacks", "Togo", -1))

    with serving(answer) as (url, heard):
        code, out, _ = run("read", paper, "--reader", f"llm:{url}", "--model", "small", "--json")
        run("read", paper, "--reader", f"llm:{url}", "--model", "small", "--json")
    assert code == 0
    assert pairs(out) == {("TCD", "TGO")}
    assert [body["model"] for body in heard.bodies] == ["small"]
    (left,) = json.loads(out)["unread"]
    assert left["reason"] == "1 proposed claim dropped: 1 quote not in the text"


def test_a_model_that_does_not_answer_is_told_in_the_brief(run, paper):
    with serving(lambda call: call.send(b"{}", status=403)) as (url, _):
        code, out, err = run("read", paper, "--reader", f"llm:{url}")
    assert (code, err) == (0, "")
    assert "the server said 403" in " ".join(out.split())


def test_a_budget_of_no_tokens_asks_nothing(run, paper):
    with serving(lambda call: call.claim()) as (url, heard):
        code, out, _ = run("read", paper, "--reader", f"llm:{url}", "--budget-tokens", 1)
    assert (code, heard.paths) == (0, [])
    assert "--budget-tokens" in out


def test_the_dial_withholds_and_counts(run, paper, measured):
    every = run("read", paper, "--reader", "rules", "--precision", 0, "--json")[1]
    usual = run("read", paper, "--reader", "rules", "--json")[1]
    strict = run("read", paper, "--reader", "rules", "--precision", 0.9, "--json")[1]
    assert pairs(strict) < pairs(usual) <= pairs(every)
    held = json.loads(strict)["withheld"]
    assert held["claims"] == len(pairs(every)) - len(pairs(strict))
    assert (held["precision"], held["threshold"]) == (0.9, 0.999)
    shown = run("read", paper, "--reader", "rules", "--precision", 0.9)[1]
    assert f"{held['claims']} claim" in shown
    assert "less sure than asked (--precision 0)" in shown


@pytest.mark.parametrize(
    ("asked", "told"), [("1.5", "from 0 to 1"), ("0.995", "up to 0.99"), ("high", "--precision")]
)
def test_a_precision_that_cannot_be_is_wrong_usage(run, paper, measured, asked, told):
    code, out, err = run("read", paper, "--reader", "rules", "--precision", asked)
    assert (code, out) == (2, "")
    assert told in err


def test_two_readers_are_compared_on_a_folder(run, tmp_path):
    folder = written(tmp_path / "gold", gold(*FOUND), text=f"{TEXT} It rained in the old town.")
    with serving(lambda call: call.claim()) as (url, heard):
        code, out, err = run("compare", "rules", f"llm:{url}", "--gold", folder, "--budget-tokens",
                             99_999)  # fmt: skip
        assert (code, err) == (0, "")
        data = json.loads(run("compare", "rules", f"llm:{url}", "--gold", folder, "--json")[1])
    assert "Two readers on 1 text" in out
    assert "Only rules says" in out
    assert [one["f1"] for one in data["scores"]] == [1.0, 0.0]
    assert len(heard.bodies) == 1  # the answer was kept


def test_a_comparison_goes_into_a_file(run, tmp_path):
    folder = written(tmp_path / "gold", gold(*FOUND), text=f"{TEXT} It rained in the old town.")
    out = tmp_path / "out.json"
    assert run("compare", "rules", "rules", "--gold", folder, "--json", "-o", out) == (0, "", "")
    assert json.loads(out.read_bytes())["agreement"] == 1.0


@pytest.mark.parametrize("name", ["", "gone"])
def test_a_folder_without_gold_is_told(run, tmp_path, name):
    code, out, err = run("compare", "rules", "rules", "--gold", tmp_path / name)
    assert (code, out) == (1, "")
    assert "text.txt and claims.json" in err
