"""The repository as its readers find it: files that agree with each other and with the code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.documentation import commands, run

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LEFT_OUT = {".git", ".venv", "__pycache__", "build", "dist", "out", "node_modules", "shared"}
TEXT = {".py", ".md", ".toml", ".csv", ".txt", ".cfg", ".svg", ".json", ".html", ".tsv", ""}
LONGEST = 400  # lines of a module
# Spelled in two halves, so that this file does not hold them.
FOREIGN = [
    re.compile(r"(?:^|[\s\"'`(=:])" + one + other, re.MULTILINE)
    for one, other in [
        ("/wo", r"rk/(main|shared)\b"),
        ("/ro", r"ot/"),
        ("/ho", r"me/[a-z]"),
        ("/tmp/", "plan"),
    ]
]


def files(*suffixes: str) -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part not in (".ci",) for part in inside[:-1])
        if path.is_file() and not hidden and not LEFT_OUT & set(inside):
            if not suffixes or path.suffix in suffixes:
                yield path


DOCUMENTS = [path for path in files(".md") if "reports" not in path.parts]


def test_the_version_is_one():
    import tertius

    assert PROJECT["project"]["version"] == tertius.__version__


def test_the_changelog_tells_of_the_version():
    version = re.escape(PROJECT["project"]["version"])
    assert re.search(rf"^## \[?{version}", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_the_licence_files_are_there():
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for owed in ("CC BY-SA 4.0", "GeoNames", "UCDP", "Correlates of War", "MiniLM"):
        assert owed in notice, f"NOTICE does not credit {owed}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_make_commands_of_the_documents_exist(path):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = re.findall(r"(?:^|`)(?:\$ )?make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE)
    assert set(named) <= targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path):
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), f"{path.name} points at {target}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_a_document_names_exist(path):
    roots = (ROOT, path.parent, ROOT / "src" / "tertius")
    pattern = r"`((?:src|tests|docs|samples|training|benchmarks)/[\w./-]*\w/?)`"
    for named in re.findall(pattern, path.read_text("utf-8")):
        assert any((root / named).exists() for root in roots), f"{path.name} names {named}"


def test_modules_stay_short_enough_to_read():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files(".py")
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert not long


def test_the_project_speaks_only_of_itself():
    found = [
        f"{path.relative_to(ROOT)}: {pattern.pattern}"
        for path in files()
        if path.suffix in TEXT and "weights" not in path.parts
        for pattern in FOREIGN
        if pattern.search(path.read_text("utf-8", errors="replace"))
    ]
    assert not found


def test_no_module_is_named_after_nothing():
    homeless = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert not [path for path in files(".py") if path.stem in homeless]


def shown() -> list[tuple[Path, str, str]]:
    pages = (ROOT / "README.md", ROOT / "docs" / "tutorial.md", ROOT / "docs" / "brief.md")
    return [
        (page, one.command, one.printed)
        for page in pages
        if page.exists()
        for one in commands(page.read_text("utf-8"))
    ]


@pytest.mark.model
@pytest.mark.parametrize(("page", "command", "printed"), shown())
def test_a_command_in_the_documents_prints_what_is_shown(page, command, printed):
    assert run(command) == printed, f"{page.name}: run `make picture` to write it anew"


def test_commands_in_the_documents_are_either_run_or_marked():
    for page in (ROOT / "README.md", ROOT / "docs" / "tutorial.md"):
        text = page.read_text("utf-8")
        run_ones = {one.command for one in commands(text)}
        blocks = re.findall(r"^```(\w*)([^\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        for _, marks, body in blocks:
            lines = [line.removeprefix("$ ") for line in body.splitlines()]
            named = [line for line in lines if re.match(r"tertius\b(?!\.)", line)]
            if "not run" not in marks:
                assert set(named) <= run_ones, f"{page.name}: mark the block `not run`, or show it"
