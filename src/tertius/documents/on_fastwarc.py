"""The pages and texts of a web archive, by fastwarc, one record after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol


class Readable(Protocol):
    """Something that bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One answer of a web server, or one text, as the archive holds it."""

    number: int  # of the record in the archive, from 1
    url: str | None  # None: the record names none
    kind: str  # of its content, such as "text/html"; "": not said
    charset: str | None  # None: not said
    status: int | None  # of the answer; None: not an answer
    data: bytes | None  # None: longer than the limit


class BrokenArchiveError(Exception):
    """The archive cannot be read further."""


def records(stream: Readable, *, limit: int) -> Iterator[Record]:
    """Yield the answers, resources and conversions of an archive.

    limit: bytes of one record; a longer one has no data.
    Raise BrokenArchiveError where the archive cannot be read further.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        found: Any
        for found in ArchiveIterator(
            stream,  # type: ignore[arg-type]  # only its read() is used
            parse_http=True,
            auto_decode="all",
            fsspec_args=False,
        ):
            number += 1
            if int(found.record_type) & int(wanted):
                yield _record(found, number, limit)
    except (OSError, ValueError, EOFError) as error:
        raise BrokenArchiveError(f"after record {number}: {error}") from error


def _record(found: Any, number: int, limit: int) -> Record:
    http = found.http_headers if found.is_http else None
    kind = (found.http_content_type if http else found.headers.get("Content-Type")) or ""
    data: bytes | None = found.reader.read(limit + 1)
    return Record(
        number=number,
        url=(found.headers.get("WARC-Target-URI") or "").strip("<>") or None,
        kind=kind.split(";")[0].strip().lower(),
        charset=found.http_charset if http else None,
        status=http.status_code if http else None,
        data=None if data is not None and len(data) > limit else data,
    )
