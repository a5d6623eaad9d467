"""Run the commands that the documentation shows, and write down what they print.

    python -m benchmarks.documentation [--write] FILE.md...

A block marked ```console holds a line `$ command` and what it prints, to the letter; `--write` puts
in what it prints today. A block whose opening line ends with `not run` is left alone.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(
    r"^```console\n\$ (?P<command>.+)\n(?P<printed>(?:(?!```).*\n)*)```$", re.MULTILINE
)
TERTIUS = 'tertius() { "$TERTIUS_PYTHON" -m tertius "$@"; }; export -f tertius; set -o pipefail; '
PIPE_CLOSED = 141  # the exit code of a command whose reader, such as head, has seen enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A command and what a document says that it prints."""

    command: str
    printed: str
    span: tuple[int, int]  # of `printed` in the document


def commands(text: str) -> Iterator[Shown]:
    """Yield the commands that a document shows, in order."""
    for found in BLOCK.finditer(text):
        yield Shown(command=found["command"], printed=found["printed"], span=found.span("printed"))


def run(command: str) -> str:
    """Return what a command prints from the root of the repository; raise if it fails."""
    source = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    env = {"TERTIUS_PYTHON": sys.executable, "PYTHONPATH": source, "NO_COLOR": "1"}
    ran = subprocess.run(
        ["bash", "-c", TERTIUS + command],
        cwd=ROOT,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if ran.returncode not in (0, PIPE_CLOSED):
        raise RuntimeError(f"{command}: ended with {ran.returncode}\n{ran.stderr}")
    return "".join(line.rstrip() + "\n" for line in ran.stdout.splitlines())


def rewritten(text: str) -> str:
    """Return the document with what its commands print today."""
    for shown in reversed(list(commands(text))):
        start, end = shown.span
        text = text[:start] + run(shown.command) + text[end:]
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Check or rewrite the documents; return 1 where one shows something else."""
    parser = argparse.ArgumentParser(prog="benchmarks.documentation", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write down what is printed today")
    parser.add_argument("files", nargs="+", type=Path)
    given = parser.parse_args(arguments)
    stale = []
    for file in given.files:
        text = file.read_text("utf-8")
        today = rewritten(text)
        if today != text:
            stale.append(str(file))
            if given.write:
                file.write_text(today, "utf-8")
    print(f"{'rewritten' if given.write else 'stale'}: {', '.join(stale) or 'none'}")
    return int(bool(stale) and not given.write)


if __name__ == "__main__":
    sys.exit(main())
