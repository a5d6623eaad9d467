"""A bar on stderr for work that takes long."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def tracked(*, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar where a person sits before it, and nothing anywhere else."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from tertius.report.terminal import progress

    with progress(sys.stderr) as bar:
        task = bar.add_task("reading", total=None, visible=False)

        def track(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=total > 1)

        yield track
