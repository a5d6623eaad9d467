"""The files behind the paths that a user gives: found in order, opened with care."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tertius.documents.limits import Limits
from tertius.records import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A regular file, or standard input."""

    path: str  # as the user wrote it, or below the folder that the user wrote; "-": standard input
    size: int | None  # bytes; None: standard input


def find(paths: Iterable[str | Path], limits: Limits) -> Iterator[Found | Unread]:
    """Yield the files of the paths in order, each once; folders in the order of their names."""
    seen: set[str] = set()
    for given in paths:
        path = os.fspath(given)
        if path == "-":
            if path not in seen:
                seen.add(path)
                yield Found(path=path, size=None)
            continue
        for found in _below(path, limits):
            if isinstance(found, Found):
                real = os.path.realpath(found.path)
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _below(path: str, limits: Limits) -> Iterator[Found | Unread]:
    try:
        status = os.stat(path)  # noqa: PTH116  Path("") would be the working folder
    except (OSError, ValueError) as error:
        yield _no_file(path, error)
        return
    if not stat.S_ISDIR(status.st_mode):
        yield _file(path, status)
        return
    count = 0
    hidden = 0
    for found in _walk(path):
        if found is None:
            hidden += 1
            continue
        count += 1
        if count > limits.files:
            yield Unread(
                path=path,
                reason=f"more than {limits.files} files",
                next_step="read its folders one by one",
            )
            return
        yield found
    if not count:
        reason = "no file in this folder" + (f" ({hidden} hidden left out)" if hidden else "")
        yield Unread(path=path, reason=reason, next_step="name a folder that holds reports")


def _walk(folder: str) -> Iterator[Found | Unread | None]:
    """Yield the files below a folder, sorted; None for each hidden one."""
    waiting: list[str] = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = Path(path).stat(follow_symlinks=path == folder)
            if stat.S_ISDIR(status.st_mode):
                with os.scandir(path) as entries:
                    inside = sorted(entry.name for entry in entries)
                yield from (None for name in inside if name.startswith("."))
                shown = [name for name in inside if not name.startswith(".")]
                waiting += [f"{path.rstrip(os.sep)}{os.sep}{name}" for name in reversed(shown)]
                continue
            status = Path(path).stat()
        except OSError as error:
            yield _no_file(path, error)
            continue
        if not stat.S_ISDIR(status.st_mode):  # a link to a folder could lead in circles
            yield _file(path, status)


def _file(path: str, status: os.stat_result) -> Found | Unread:
    if stat.S_ISREG(status.st_mode):
        return Found(path=path, size=status.st_size)
    kind = "a pipe" if stat.S_ISFIFO(status.st_mode) else "a device or socket"
    return Unread(
        path=path,
        reason=f"{kind}, not a file",
        next_step="give its content on standard input, with - as the path",
    )


def opened(path: str) -> BinaryIO:
    """Open a regular file for reading; what became a pipe meanwhile does not block."""
    blocking = getattr(os, "O_NONBLOCK", 0)
    binary = getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, os.O_RDONLY | blocking | binary), "rb")


def _no_file(path: str, error: Exception) -> Unread:
    if isinstance(error, FileNotFoundError):
        return Unread(path=path, reason="no such file", next_step="check the path")
    if isinstance(error, PermissionError):
        return Unread(
            path=path, reason="no permission to read it", next_step="change its permissions"
        )
    reason = getattr(error, "strerror", None) or str(error)
    return Unread(path=path, reason=f"cannot be opened: {reason}", next_step="check the path")


def unopened(path: str, error: Exception) -> Unread:
    """Return the Unread for a file that could not be opened or read to its end."""
    return _no_file(path, error)
