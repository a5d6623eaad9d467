"""Draw a real brief as an SVG picture.

python -m benchmarks.picture REPORTS PICTURE.svg
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

WIDTH = 100  # columns
LINES = 44  # of the brief; a picture shows its first screen


def draw(reports: Path, picture: Path) -> None:
    """Read the reports and draw the first screen of their brief."""
    from rich.console import Console
    from rich.text import Text

    import tertius
    from tertius.report.terminal import STYLES
    from tertius.report.text import lines

    console = Console(
        file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, highlight=False
    )
    console.print(Text(f"$ tertius read {reports.as_posix()}", style="bold"))
    brief = lines(tertius.read(reports), width=WIDTH, every=False)
    for line in list(brief)[:LINES]:
        console.print(Text.assemble(*((part, STYLES[style]) for part, style in line if part)))
    picture.parent.mkdir(parents=True, exist_ok=True)
    svg = console.export_svg(title="tertius read", unique_id="brief")
    picture.write_text(_offline(svg), "utf-8")


def _offline(svg: str) -> str:
    """Take out the web fonts: a picture asks no other machine for anything."""
    start, end = svg.index("@font-face"), svg.rindex("@font-face")
    end = svg.index("}", end) + 1
    return svg[:start] + svg[end:]


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw; return 0."""
    reports, picture = sys.argv[1:] if arguments is None else arguments
    draw(Path(reports), Path(picture))
    return 0


if __name__ == "__main__":
    sys.exit(main())
