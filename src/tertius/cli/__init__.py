"""The command line: `tertius read`, `tertius doctor`, `tertius schema`."""

from __future__ import annotations

from tertius.cli.main import main

__all__ = ["main"]
