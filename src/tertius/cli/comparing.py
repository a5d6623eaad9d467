"""`tertius compare`: two readers on texts that a person has read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tertius.cli.output import write
from tertius.cli.progress import tracked
from tertius.cli.reader import opened


def run(
    readers: tuple[str, str],
    gold: Path,
    settings: Mapping[str, str | int | None],
    *,
    json: bool,
    every: bool,
    out: Path | None,
    quiet: bool,
) -> None:
    """Compare and print; raise NoGoldError if the folder holds no text with its claims.

    settings: model, budget and concurrency, of those readers that are `llm:`.
    """
    from tertius import exchange
    from tertius.comparison import compare, gold_texts
    from tertius.comparison.page import page

    asks = any(name.startswith("llm:") for name in readers)
    one, other = (
        opened(name, settings if name.startswith("llm:") or not asks else {}) for name in readers
    )
    texts = gold_texts(gold)
    with tracked(quiet=quiet) as track:
        found = compare(one, other, texts, track=track)
    data = exchange.pretty(found) if json else page(found, every=every).encode("utf-8")
    write(data, None if out is None or str(out) == "-" else out)
