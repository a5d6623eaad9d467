"""Run the installed command line and see what it costs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes there, KiB elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process took."""

    code: int  # exit code
    wall: float  # seconds
    cpu: float  # seconds of user and system time, all threads
    peak: float  # megabytes of resident memory at most


def cost(command: Sequence[str], *, stdout: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end, standard output into a file, and return its cost.

    Standard error goes where ours goes. POSIX only: the figures come from wait4.
    """
    with stdout.open("wb") as file:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, env=dict(env) if env else None)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        code=process.returncode,
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss * RSS_UNIT / MEGABYTE,
    )


def tertius(*arguments: str) -> list[str]:
    """Return the command that runs the tertius of this Python."""
    return [sys.executable, "-m", "tertius", *arguments]
