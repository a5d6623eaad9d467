"""Reading bytes with bounds: what was peeked at, and what a gzip file unpacks to."""

from __future__ import annotations

import gzip
import zlib
from typing import Any, BinaryIO

from tertius.documents.limits import Limits
from tertius.documents.on_fastwarc import Readable

_CHUNK = 1 << 16
_FREE = 1_000_000  # unpacked bytes that no ratio is asked of


class UnpackingError(OSError):
    """A packed file is cut off, damaged, or made to fill the memory."""


class Peeked:
    """A stream whose first bytes were looked at and are given out again."""

    def __init__(self, stream: Readable, size: int = 8192) -> None:
        self._stream = stream
        head = b""
        self._error: UnpackingError | None = None  # raised once all before it was given out
        try:
            while len(head) < size and (more := stream.read(size - len(head))):
                head += more
        except UnpackingError as error:
            if not head:
                raise
            self._error = error
        self.head = head
        self._left = head
        self._place = 0

    def tell(self) -> int:
        """Return how many bytes were given out."""
        return self._place

    def read(self, size: int = -1, /) -> bytes:
        """Return up to size bytes; all that is left if it is negative."""
        if size < 0:
            data, self._left = self._left + self._stream.read(), b""
        elif self._left:
            data, self._left = self._left[:size], self._left[size:]
        elif self._error is not None:
            raise self._error
        else:
            data = self._stream.read(size)
        self._place += len(data)
        return data


class Unpacked:
    """What a gzip stream unpacks to, as long as it grows within reason."""

    def __init__(self, stream: Readable, limits: Limits) -> None:
        self._packed = _Counted(stream)
        packed: Any = self._packed  # only its read() is used
        self._file: gzip.GzipFile = gzip.GzipFile(fileobj=packed, mode="rb")
        self._limits = limits
        self._given = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return up to size bytes; raise UnpackingError where nothing more can be had."""
        if size < 0:
            pieces = []
            while piece := self.read(_CHUNK):
                pieces.append(piece)
            return b"".join(pieces)
        try:
            data: bytes = self._file.read1(size)
        except (EOFError, OSError, zlib.error) as error:
            raise UnpackingError(f"the gzip file is damaged or cut off: {error}") from error
        self._given += len(data)
        allowed = _FREE + self._limits.unpacking_ratio * self._packed.count
        if self._given > allowed:
            raise UnpackingError(
                f"the gzip file unpacks to more than {self._limits.unpacking_ratio} times its size"
            )
        return data


class _Counted:
    """A stream that counts what was read from it."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data


def all_of(stream: Readable | BinaryIO, limit: int) -> tuple[bytes, str | None]:
    """Return up to limit + 1 bytes, and why there may be more that could not be had."""
    pieces: list[bytes] = []
    size = 0
    try:
        while size <= limit and (piece := stream.read(min(_CHUNK, limit + 1 - size))):
            pieces.append(piece)
            size += len(piece)
    except UnpackingError as error:
        return b"".join(pieces), str(error)
    return b"".join(pieces), None
