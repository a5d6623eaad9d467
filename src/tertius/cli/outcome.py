"""Exit codes, and errors said in one line: what, where, next step; never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from tertius.errors import BadDateError, TertiusError

DONE: Final = 0
FAILED: Final = 1
USAGE: Final = 2
STOPPED: Final = 130  # 128 + SIGINT, as shells expect
DEBUG: Final = "TERTIUS_DEBUG"  # set to 1: show the traceback of an error


class FailedError(TertiusError):
    """Nothing could be done; the message says why and what to do."""


def guarded(call: Callable[[], int], *, usage: int = USAGE) -> int:
    """Return the exit code of a call, its errors said on stderr."""
    import typer

    try:
        return call()
    except typer.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return STOPPED
    except (BadDateError, UsageError) as error:
        return _said(error, usage)
    except TertiusError as error:
        return _said(error, FAILED)
    except OSError as error:
        return _said(error, FAILED)
    except Exception as error:
        if hasattr(error, "format_message") and hasattr(error, "exit_code"):  # usage, of typer
            return _said(error, usage, error.format_message())
        return _said(error, FAILED, f"{type(error).__name__}: {error}; {_bug()}")


class UsageError(TertiusError):
    """The command line asks for something that cannot be."""


@contextmanager
def listening() -> Iterator[None]:
    """End the command, done, where whoever reads standard output has left."""
    import typer

    try:
        yield
    except BrokenPipeError:  # caught here, because typer takes it for a failure
        _close_quietly()
        raise typer.Exit(DONE) from None


def _said(error: Exception, code: int, words: str | None = None) -> int:
    if os.environ.get(DEBUG) == "1":
        import traceback

        traceback.print_exception(error)
    try:
        sys.stderr.write(_line(error, code, words))
    except OSError:  # nobody listens
        _close_quietly()
    return code


def _line(error: Exception, code: int, words: str | None) -> str:
    if words is None:
        return f"tertius: {error}\n"
    if words.startswith("Usage:"):  # nothing was asked for: the help itself
        return f"{words}\n"
    hint = "; see tertius --help" if code == USAGE else ""
    return f"tertius: {words.rstrip('.')}{hint}\n"


def _bug() -> str:
    return f"this is a bug: set {DEBUG}=1 for details and report it"


def _close_quietly() -> None:
    """Point standard output to nowhere, so that the interpreter has nothing to say at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
