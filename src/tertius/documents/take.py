"""Reports taken in from files, folders and standard input, one after the other."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tertius.documents import decoding, files, intake, kinds, plain, unpacking
from tertius.documents.intake import Intake
from tertius.documents.limits import Limits
from tertius.documents.on_fastwarc import Readable
from tertius.documents.wordlist import words
from tertius.records import Document, Unread

_LIMITS = Limits()
_SAVE_TEXT = "save the text of the report instead"


def take(
    paths: Sequence[str | Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    limits: Limits = _LIMITS,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Unread]:
    """Yield each report behind the paths, and each thing that is none, with the reason.

    paths: files, folders, or "-" for standard input; a path that repeats is read once.
    published, outlet: given by the user for all; they win over what a page says.
    stdin: read instead of the process's own. Bad input never raises.
    """
    taking = Intake(published=published, outlet=outlet, limits=limits)
    for found in files.find(paths, limits):
        if isinstance(found, Unread):
            yield found
            continue
        try:
            if found.size is None:
                stream = stdin if stdin is not None else sys.stdin.buffer
                yield from _stream(stream, found, taking)
            else:
                with files.opened(found.path) as stream:
                    yield from _stream(stream, found, taking)
        except OSError as error:
            yield files.unopened(found.path, error)


def _stream(stream: Readable, found: files.Found, taking: Intake) -> Iterator[Document | Unread]:
    """Yield what one file holds: told by its first bytes, not by its name."""
    path, limits = found.path, taking.limits
    peeked = unpacking.Peeked(stream)
    kind = kinds.of_bytes(peeked.head)
    if kind == "gzip":
        try:
            peeked = unpacking.Peeked(unpacking.Unpacked(peeked, limits))
        except unpacking.UnpackingError as error:
            yield Unread(path=path, reason=str(error), next_step="get the file again")
            return
        kind = kinds.of_bytes(peeked.head)
    elif kind != "warc" and found.size is not None and found.size > limits.file_bytes:
        yield _too_large(path, limits)
        return
    if kind == "warc":
        yield from _archive(peeked, path, taking)
        return
    data, cut = unpacking.all_of(peeked, limits.file_bytes)
    if len(data) > limits.file_bytes:
        yield _too_large(path, limits)
    elif cut is not None and "times its size" in cut:
        yield Unread(path=path, reason=cut, next_step="look at it by hand; it may be hostile")
    else:
        yield from _whole(data, path, taking)
        if cut is not None:
            yield Unread(path=path, reason=cut, next_step="get the file again")


def _too_large(path: str, limits: Limits) -> Unread:
    return Unread(
        path=path,
        reason=f"larger than {limits.file_bytes:,} bytes",
        next_step="cut the file into its reports, or raise Limits.file_bytes",
    )


def _whole(
    data: bytes,
    path: str,
    taking: Intake,
    *,
    place: str = "",
    url: str | None = None,
    header: str | None = None,
) -> Iterator[Document | Unread]:
    """Yield what the bytes of one file or record hold."""
    where = f"{place}: " if place else ""
    if not data.strip():
        yield Unread(path=path, reason=f"{where}empty", next_step="check that it was saved")
        return
    wrong = kinds.unreadable(data[:8192])
    if wrong is not None:
        yield Unread(path=path, reason=where + wrong[0], next_step=wrong[1])
        return
    decoded = decoding.decode(data, header=header)
    if not decoded.text.strip():
        yield Unread(path=path, reason=f"{where}empty", next_step="check that it was saved")
        return
    sha256 = hashlib.sha256(data).hexdigest()
    kind = kinds.of_text(decoded.text, path=url or path)
    if kind == "feed":
        reports = _feed(decoded.text, path, sha256, taking, where)
    elif kind == "html":
        reports = _page(decoded.text, path, sha256, taking, where=where, url=url)
    else:
        said = plain.particulars(decoded.text)
        reports = taking.report(decoded.text, said, path=path, sha256=sha256, where=where, url=url)
    document: str | None = None
    for report in reports:
        if isinstance(report, Document):
            document = report.id
        yield report
    yield from intake.broken(decoded, path=path, document=document, where=where)


def _page(
    text: str, path: str, sha256: str, taking: Intake, *, where: str, url: str | None
) -> Iterator[Document | Unread]:
    from tertius.documents import markup
    from tertius.documents.on_trafilatura import page

    excess = markup.excess(text, taking.limits)
    if excess is not None:
        yield Unread(path=path, reason=where + excess, next_step=_SAVE_TEXT)
        return
    found = page(text, url=url)
    if found is None:
        yield Unread(
            path=path,
            reason=f"{where}no report found on this page",
            next_step=_SAVE_TEXT,
        )
        return
    body = intake.headed(found.title, found.text)
    said = intake.of_page(
        body,
        title=found.title,
        published=found.published,
        outlet=found.outlet,
        url=found.url,
    )
    yield from taking.report(body, said, path=path, sha256=sha256, where=where)


def _feed(
    text: str, path: str, sha256: str, taking: Intake, where: str
) -> Iterator[Document | Unread]:
    from tertius.documents import markup
    from tertius.documents.on_feedparser import entries

    if markup.too_deep(text, taking.limits):
        reason = f"{where}elements nested more than {taking.limits.page_depth} deep"
        yield Unread(path=path, reason=reason, next_step="fetch the feed again")
        return
    number = 0
    for number, entry in enumerate(entries(text), start=1):
        place = f"{where}entry {number}"
        body = intake.headed(entry.title, entry.text)
        if not body.strip():
            yield Unread(path=path, reason=f"{place}: empty", next_step="read the page it links to")
            continue
        said = intake.of_page(
            body,
            title=entry.title,
            published=entry.published,
            outlet=entry.outlet,
            url=entry.url,
        )
        yield from taking.report(
            body, said, path=path, sha256=sha256, place=f"entry {number}", where=f"{place}: "
        )
    if not number:
        yield Unread(
            path=path, reason=f"{where}a feed without entries", next_step="fetch the feed again"
        )


_TEXTS = words(
    "text/html application/xhtml+xml text/plain text/markdown application/rss+xml"
    " application/atom+xml application/xml text/xml"
)


def _archive(stream: Readable, path: str, taking: Intake) -> Iterator[Document | Unread]:
    from tertius.documents.on_fastwarc import BrokenArchiveError, records

    read = 0
    try:
        for record in records(stream, limit=taking.limits.file_bytes):
            if record.kind not in _TEXTS or (record.status or 200) >= 300:
                continue
            read += 1
            place = f"record {record.number}" + (f" ({record.url})" if record.url else "")
            if record.data is None:
                yield Unread(
                    path=path,
                    reason=f"{place}: larger than {taking.limits.file_bytes:,} bytes",
                    next_step="raise Limits.file_bytes",
                )
                continue
            header = f"charset={record.charset}" if record.charset else None
            yield from _whole(record.data, path, taking, place=place, url=record.url, header=header)
    except BrokenArchiveError as error:
        yield Unread(
            path=path, reason=f"the archive breaks off {error}", next_step="get the archive again"
        )
        return
    if not read:
        yield Unread(
            path=path,
            reason="no page or text in this web archive",
            next_step="check that it holds answers of status 200",
        )
