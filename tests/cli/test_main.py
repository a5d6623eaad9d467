from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from tertius import __version__
from tertius.cli import main


@pytest.fixture
def run(capfdbinary, monkeypatch):
    """Run the command line; return (exit code, standard output, standard error)."""
    monkeypatch.delenv("TERTIUS_DEBUG", raising=False)

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(one) for one in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return call


def test_version_and_help_are_done(run):
    assert run("--version") == (0, f"tertius {__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    assert all(command in out for command in ("read", "doctor", "schema"))
    assert run("read", "-h")[0] == 0


def test_a_report_gives_a_brief(run, report):
    code, out, err = run("read", report, "--date", "2014-12-27", "--outlet", "The Plain Mail")
    assert (code, err) == (0, "")
    assert "× opposed  Norland – Westmark, overall: hostile (attacks)" in out
    assert "The Plain Mail (given by you) · 27 December 2014 (given by you)" in " ".join(
        out.split()
    )
    assert "\x1b" not in out


@pytest.mark.parametrize("date", ["2014", "2014-12", "2014-12-27"])
def test_a_date_may_be_a_day_a_month_or_a_year(run, report, date):
    code, out, _ = run("read", report, "--date", date, "--json")
    assert (code, json.loads(out)["documents"][0]["published"]) == (0, date)


@pytest.mark.parametrize("date", ["27.12.2014", "2014-13", "2014-02-30", "yesterday", "14", ""])
def test_a_bad_date_is_a_usage_error_that_says_how_to_write_one(run, report, date):
    code, out, err = run("read", report, "--date", date)
    assert (code, out) == (2, "")
    assert "--date" in err
    assert "2014-12-27" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("read",),
        ("read", "x.txt", "--no-such-option"),
        ("no-such-command",),
        ("read", "x.txt", "--json", "--csv"),
        ("read", "x.txt", "--modality", "shouted"),
    ],
)
def test_wrong_usage_is_told_on_stderr_with_code_2(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "--help" in err
    assert "Traceback" not in err


def test_nothing_readable_fails_with_the_reason_and_the_next_step(run, tmp_path, read_calls):
    code, out, err = run("read", tmp_path / "gone.txt")
    assert (code, out) == (1, "")
    assert "nothing could be read" in err
    assert "gone.txt" in err


def test_one_bad_file_does_not_stop_the_others(run, report):
    code, out, _ = run("read", report, report.parent / "gone.txt")
    assert code == 0
    assert "What could not be read" in out
    assert "gone.txt" in out


def test_data_formats_say_on_stderr_that_something_was_not_read(run, report):
    code, out, err = run("read", report, report.parent / "gone.txt", "--jsonl")
    assert (code, len(out.splitlines())) == (0, 1)
    assert "1 not read" in err
    assert run("read", report, report.parent / "gone.txt", "--jsonl", "-q")[2] == ""


def test_standard_input_is_read(run, report, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(report.read_bytes())))
    code, out, _ = run("read", "-", "--json")
    assert (code, json.loads(out)["documents"][0]["path"]) == (0, "-")


def test_each_format_goes_to_a_file_as_to_standard_output(run, report, tmp_path):
    for option in ("--json", "--jsonl", "--csv", "--all"):
        out = tmp_path / "out"
        _, shown, _ = run("read", report, option)
        assert run("read", report, option, "-o", out)[:2] == (0, "")
        assert out.read_bytes().decode() == shown
        assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "report.txt"]


def test_a_report_is_never_written_over(run, report):
    before = report.read_bytes()
    code, _, err = run("read", report, "-o", report)
    assert (code, report.read_bytes()) == (1, before)
    assert "one of the reports" in err


def test_a_file_that_cannot_be_written_is_named_with_the_way_out(run, report):
    code, _, err = run("read", report, "-o", report.parent / "no" / "such" / "folder")
    assert code == 1
    assert "-o" in err


def test_an_unknown_actor_is_a_usage_error_with_near_names(run, report):
    code, _, err = run("read", report, "--actor", "Norlund")
    assert code == 2
    assert "Norland" in err


def test_a_filter_that_fits_is_done(run, report):
    assert run("read", report, "--actor", "Norland", "--modality", "asserted")[0] == 0


def test_many_documents_are_read_in_batches(run, tmp_path, read_calls):
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Nothing at all happened in the town on day number {number}, said the mayor to us.\n"
        )
    code, out, err = run("read", tmp_path, "-v")
    assert code == 0
    assert (sum(read_calls), max(read_calls)) == (20, 8)
    assert "20 reports read" in out
    assert "and 8 more (--all)" in out
    assert "20 documents" in err


def test_an_error_nobody_foresaw_is_one_line_and_a_traceback_only_on_demand(
    run, report, monkeypatch
):
    def broken(documents, *, gazetteer=None):
        raise RuntimeError("wheels came off")

    monkeypatch.setattr("tertius.reading.read", broken)
    code, _, err = run("read", report)
    assert (code, err.count("\n")) == (1, 1)
    assert "wheels came off" in err
    monkeypatch.setenv("TERTIUS_DEBUG", "1")
    assert "Traceback" in run("read", report)[2]


def test_ctrl_c_is_quiet(run, report, monkeypatch):
    def stopped(documents, *, gazetteer=None):
        raise KeyboardInterrupt

    monkeypatch.setattr("tertius.reading.read", stopped)
    assert run("read", report) == (130, "", "")


def test_a_reader_who_leaves_early_is_no_error():
    script = (
        "import sys; from tertius.cli import main\n"
        "code = 0\n"
        "for _ in range(200): code = code or main(['schema'])\n"
        "sys.exit(code)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(), said) == (0, b"")


def test_the_schema_is_printed(run):
    code, out, _ = run("schema")
    assert (code, json.loads(out)["title"]) == (0, "Brief of tertius read")


@pytest.fixture
def at_terminal(monkeypatch):
    """Make standard output a terminal of a width."""

    def sit(columns: int) -> None:
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)

    return sit


def test_a_terminal_gets_colour_and_its_own_width(run, report, at_terminal):
    at_terminal(60)
    _, out, _ = run("read", report)
    assert "\x1b[" in out
    at_terminal(400)
    _, wide, _ = run("read", report)
    assert "where and when" in wide


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_that_wants_no_colour_gets_none(
    run, report, at_terminal, monkeypatch, name, value
):
    at_terminal(80)
    monkeypatch.setenv(name, value)
    assert "\x1b" not in run("read", report)[1]


def test_a_bar_shows_on_a_terminal_for_many_and_never_in_a_pipe(
    run, tmp_path, read_calls, monkeypatch
):
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(
            f"It rained on the town on day {number}, and the mayor had nothing to say about it.\n"
        )
    assert run("read", tmp_path)[2] == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "reading" in run("read", tmp_path)[2]
    assert run("read", tmp_path, "-q")[2] == ""
