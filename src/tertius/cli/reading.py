"""`tertius read`: from arguments to a brief on paper, screen or in a file."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tertius.cli.outcome import FailedError, UsageError
from tertius.cli.output import write
from tertius.cli.progress import tracked
from tertius.report.selection import NotNamedError, Selection

if TYPE_CHECKING:
    from tertius.report import Brief

PLAIN_WIDTH: Final = 100  # columns of a brief in a pipe or file
NARROWEST: Final = 60  # columns between which a terminal is filled
WIDEST: Final = 200
MOST_REASONS: Final = 5  # why nothing could be read, on stderr


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asked for."""

    paths: tuple[str, ...]
    date: str | None
    outlet: str | None
    format: str  # text, json, jsonl or csv
    every: bool
    out: Path | None
    selection: Selection
    quiet: bool
    verbose: bool
    reader: str = "embedded"
    precision: float | None = None  # None: the default of the reader
    settings: Mapping[str, str | int | None] = field(default_factory=dict)  # of llm: alone


def run(request: Request) -> None:
    """Read and print; raise FailedError if nothing at all could be read."""
    from tertius.cli.reader import opened
    from tertius.readers.precision import PrecisionError
    from tertius.report import read

    if request.out is not None and str(request.out) != "-":
        _refuse_to_overwrite(request.out, request.paths)
    began = time.perf_counter()
    try:
        with tracked(quiet=request.quiet) as track:
            brief = read(
                request.paths,
                published=request.date,
                outlet=request.outlet,
                reader=opened(request.reader, request.settings),
                precision=request.precision,
                selection=request.selection,
                stdin=getattr(sys.stdin, "buffer", None),
                track=track,
            )
    except (NotNamedError, PrecisionError) as error:
        raise UsageError(str(error)) from error
    if not brief.documents:
        raise FailedError(_why_nothing(brief))
    _print(brief, request)
    if not request.quiet:
        _note(brief, request, time.perf_counter() - began)


def _print(brief: Brief, request: Request) -> None:
    out = None if request.out is None or str(request.out) == "-" else request.out
    if request.format != "text":
        write(_data(brief, request.format), out)
    elif out is None and _wants_colour():
        from tertius.report.terminal import coloured

        write(coloured(brief, width=_width(out), every=request.every).encode("utf-8"))
    else:
        from tertius.report.text import text

        write(text(brief, width=_width(out), every=request.every).encode("utf-8"), out)


def _data(brief: Brief, format: str) -> bytes:
    from tertius.report import tables

    if format == "json":
        return brief.to_json().encode("utf-8")
    return tables.jsonl(brief) if format == "jsonl" else tables.csv_table(brief)


def _wants_colour() -> bool:
    """Colour only on a terminal that can show it, and not where NO_COLOR is set (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _width(out: Path | None) -> int:
    if out is None and sys.stdout.isatty():
        import shutil

        return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    return PLAIN_WIDTH


def _refuse_to_overwrite(out: Path, paths: tuple[str, ...]) -> None:
    for path in paths:
        if path != "-" and out.exists() and Path(path).exists() and out.samefile(path):
            raise FailedError(f"{out}: is one of the reports; choose another file with -o")


def _why_nothing(brief: Brief) -> str:
    reasons = [
        f"  {one.path}: {one.reason}{'; ' + one.next_step if one.next_step else ''}"
        for one in brief.unread[:MOST_REASONS]
    ]
    left = len(brief.unread) - len(reasons)
    if left > 0:
        reasons.append(f"  and {left:,} more")
    return "\n".join(["nothing could be read; give text, HTML, feed or WARC files", *reasons])


def _note(brief: Brief, request: Request, seconds: float) -> None:
    """Say on stderr what data formats do not show, and more with -v."""
    if request.format != "text" and brief.unread:
        sys.stderr.write(f"tertius: {len(brief.unread):,} not read, listed under --json unread\n")
    if request.verbose:
        sys.stderr.write(
            f"tertius: {len(brief.documents):,} documents, {len(brief.claims):,} claims,"
            f" {len(brief.alignments):,} alignments in {seconds:.1f} s\n"
        )
