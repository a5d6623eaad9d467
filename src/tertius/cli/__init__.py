"""The command line: `tertius read`, `compare`, `doctor`, `schema`."""

from __future__ import annotations

from tertius.cli.main import main

__all__ = ["main"]
