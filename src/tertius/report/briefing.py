"""From files to a brief: take, fold copies, read, add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from tertius.errors import BadDateError
from tertius.records import Actor, Document, Reading, Theater, Unread
from tertius.report.brief import Brief
from tertius.report.selection import EVERYTHING, Selection

if TYPE_CHECKING:
    from tertius.readers import Reader

BATCH: Final = 8  # documents read at a time, so that a bar can move


def read(
    paths: str | Path | Sequence[str | Path],
    published: str | None = None,
    outlet: str | None = None,
    *,
    reader: str | Reader = "embedded",
    precision: float | None = None,
    selection: Selection = EVERYTHING,
    stdin: BinaryIO | None = None,
    track: Callable[[int, int], None] | None = None,
) -> Brief:
    """Read reports and return their brief.

    paths: files or folders; "-" is `stdin`.
    published: ISO day, month or year; it wins over the date that a page gives. outlet: likewise.
    reader: a name such as "rules" (see `tertius.readers`), or a reader of your own.
    precision: 0 to 1, the share of claims that should be right; None is the default of a reader
    that was measured, 0 keeps every claim.
    track: is told after each batch how many of how many documents are read.
    Raises BadDateError, UnknownReaderError, PrecisionError. What cannot be read is listed in
    Brief.unread and stops nothing.
    """
    from tertius import documents
    from tertius.gazetteer import Gazetteer
    from tertius.readers import open_reader
    from tertius.readers.precision import sifted, table

    if published is not None:
        published = checked_date(published)
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    opened = open_reader(reader) if isinstance(reader, str) else reader
    if precision is not None:
        table().threshold(opened.id, precision)  # told before hours of reading, not after
    taken = list(documents.take(given, published=published, outlet=outlet, stdin=stdin))
    reports = documents.with_copies([one for one in taken if isinstance(one, Document)])
    unread = tuple(one for one in taken if isinstance(one, Unread))
    gazetteer = Gazetteer.load()
    parts = list(_readings(reports, opened, track))
    whole = sifted(merged(reports, unread, parts), precision)
    return Brief.of(whole, gazetteer, selection=selection)


def checked_date(words: str) -> str:
    """Return an ISO day, month or year as it stands; raise BadDateError for anything else."""
    import re
    from datetime import date

    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", words.strip())
    if found is None:
        raise BadDateError(words)
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError as error:
        raise BadDateError(words) from error
    return words.strip()


def merged(
    reports: Iterable[Document], unread: Iterable[Unread], parts: Iterable[Reading]
) -> Reading:
    """Return one reading of many by one reader; what several name stands once."""
    parts = list(parts)
    actors: dict[str, Actor] = {}
    theaters: dict[str, Theater] = {}
    for part in parts:
        for actor in part.actors:
            actors.setdefault(actor.id, actor)
        for theater in part.theaters:
            theaters.setdefault(theater.id, theater)
    return Reading(
        documents=tuple(reports),
        actors=tuple(actors[id] for id in sorted(actors)),
        theaters=tuple(theaters[id] for id in sorted(theaters)),
        claims=tuple(claim for part in parts for claim in part.claims),
        unread=(*unread, *(one for part in parts for one in part.unread)),
        reader=next((part.reader for part in parts), None),
    )


def _readings(
    reports: Sequence[Document],
    reader: Reader,
    track: Callable[[int, int], None] | None,
) -> Iterator[Reading]:
    for start in range(0, len(reports), BATCH):
        batch = reports[start : start + BATCH]
        yield reader.read(batch)
        if track is not None:
            track(start + len(batch), len(reports))
