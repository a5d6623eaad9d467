"""The brief on a terminal, in colour; the only module that knows rich."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TextIO

from tertius.report.brief import Brief
from tertius.report.text import lines

if TYPE_CHECKING:
    from rich.progress import Progress

# Blue and orange are told apart under all common kinds of colour blindness; a glyph and a word
# say the same.
STYLES: Final[Mapping[str, str]] = {
    "": "",
    "title": "bold",
    "head": "bold underline",
    "strong": "bold",
    "quiet": "dim",
    "quote": "italic",
    "aligned": "bold bright_blue",
    "opposed": "bold dark_orange",
    "mixed": "bold magenta",
    "none": "dim",
    "denied": "magenta",
    "counter": "magenta",
}


def coloured(brief: Brief, *, width: int, every: bool = False) -> str:
    """Return the brief with the colours that this terminal can show."""
    from rich.console import Console
    from rich.text import Text

    page = io.StringIO()
    console = Console(
        file=page, force_terminal=True, width=width, highlight=False, legacy_windows=False
    )
    for line in lines(brief, width=width, every=every):
        words = Text.assemble(*((part, STYLES[style]) for part, style in line if part))
        console.print(words, soft_wrap=True)
    return page.getvalue()


def progress(file: TextIO) -> Progress:
    """Return a bar for many documents, which leaves nothing behind."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(file=file),
        transient=True,
    )
