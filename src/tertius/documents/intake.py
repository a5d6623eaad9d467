"""From what was found in a file to a Document, or to the reason why it is none."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tertius.documents import language, plain
from tertius.documents.boilerplate import merged
from tertius.documents.datelines import agency
from tertius.documents.decoding import Decoded
from tertius.documents.limits import Limits
from tertius.documents.plain import Particulars
from tertius.records import Document, Unread


@dataclass(slots=True, kw_only=True)
class Intake:
    """What holds for all documents of one call."""

    published: str | None  # given by the user; None: not given
    outlet: str | None  # given by the user; None: not given
    limits: Limits
    ids: Counter[str] = field(default_factory=Counter)  # how often each content was met

    def report(
        self,
        text: str,
        said: Particulars,
        *,
        path: str,
        sha256: str,
        place: str = "",
        where: str = "",
        url: str | None = None,
    ) -> Iterator[Document | Unread]:
        """Yield the document if it can be read, and what of it cannot.

        sha256: of the bytes it came from; place: of the report in them, "" if they are all its own.
        where: stands before the reason if it cannot be read. url: if the text names none.
        """
        if len(text) > self.limits.text_characters:
            yield Unread(
                path=path,
                reason=f"{where}longer than {self.limits.text_characters:,} characters",
                next_step="split it into its reports, or raise Limits.text_characters",
            )
            return
        document = Document(
            id=self._id(sha256, place),
            text=text,
            path=path,
            sha256=sha256,
            title=said.title,
            outlet=self.outlet or said.outlet,
            published=self.published or said.published,
            url=said.url or url,
            given=tuple(n for n in ("outlet", "published") if getattr(self, n) is not None),
            boilerplate=said.boilerplate,
            copied_from=None if said.copied_from == agency(self.outlet) else said.copied_from,
        )
        yield from _in_english(document, where)

    def _id(self, sha256: str, place: str) -> str:
        """Return the id of a document; the same bytes met again get another one."""
        name = hashlib.sha256(f"{sha256}#{place}".encode()).hexdigest() if place else sha256
        self.ids[name] += 1
        if self.ids[name] > 1:
            name = hashlib.sha256(f"{name}#{self.ids[name]}".encode()).hexdigest()
        return f"d-{name[:12]}"


def _in_english(document: Document, where: str) -> Iterator[Document | Unread]:
    notes: list[Unread] = []
    for part in language.foreign(document.text):
        reason = f"{where}language: {part.language}"
        step = "only English is read; translate it first"
        if part.span is None:
            yield Unread(path=document.path, reason=reason, next_step=step)
            return
        notes.append(
            Unread(
                path=document.path,
                reason=reason,
                document=document.id,
                span=part.span,
                next_step=step,
            )
        )
    spans = [note.span for note in notes if note.span is not None]
    if spans:  # what is not English is no part of the report that is read
        document = dataclasses.replace(
            document, boilerplate=merged([*document.boilerplate, *spans])
        )
    yield document
    yield from notes


def headed(title: str | None, body: str) -> str:
    """Return the body with its headline above, unless it begins with it."""
    if not title or _letters(body).startswith(_letters(title)):
        return body
    return f"{title}\n\n{body}".rstrip()


def _letters(words: str) -> str:
    return "".join(c for c in words[:400].casefold() if c.isalnum())


def of_page(
    text: str,
    *,
    title: str | None,
    published: str | None,
    outlet: str | None,
    url: str | None,
) -> Particulars:
    """Return the particulars of a page or an entry; what its text says fills the gaps."""
    said = plain.particulars(text)
    credit = said.copied_from
    return Particulars(
        title=title or said.title,
        outlet=outlet,
        published=published or said.published,
        url=url,
        copied_from=None if credit == agency(outlet) else credit,
        boilerplate=said.boilerplate,
    )


def broken(
    decoded: Decoded, *, path: str, document: str | None, where: str = ""
) -> Iterator[Unread]:
    """Yield a note where bytes were no text in their encoding."""
    if decoded.broken:
        yield Unread(
            path=path,
            reason=f"{where}{decoded.broken} byte{'s were' if decoded.broken > 1 else ' was'} not"
            f" {decoded.encoding.upper()}",
            document=document,
            next_step="what stands as \ufffd is lost; the rest was read",
        )
