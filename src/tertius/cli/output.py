"""Write bytes to standard output, or to a file whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tertius.cli.outcome import FailedError, listening


def write(data: bytes, path: Path | None = None) -> None:
    """Write to a file, replacing it in one step; None: to standard output."""
    if path is None:
        with listening():
            _show(data)
        return
    try:
        _replace(data, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FailedError(
            f"{path}: cannot be written ({reason}); choose another file with -o"
        ) from error


def _show(data: bytes) -> None:
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # a stream of text put in its place
        sys.stdout.write(data.decode("utf-8"))
        return
    sys.stdout.flush()
    buffer.write(data)
    buffer.flush()


def _replace(data: bytes, path: Path) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe: nothing to replace
        path.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
