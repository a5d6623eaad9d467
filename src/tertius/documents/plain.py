"""Plain text and Markdown: what the lines say of title, date, outlet and origin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tertius.documents.boilerplate import boilerplate, merged
from tertius.documents.datelines import agency, date_of_line, heading, iso_date

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_FRONT = re.compile(
    r"\s*---[ \t]*\r?\n(?P<body>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_FIELD = re.compile(r"(?P<name>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>[^\r\n]+)")
_ATX = re.compile(r"#{1,3}[ \t]+(?P<title>[^\r\n]*?\S)[ \t]*#*")
_SETEXT = re.compile(r"[=-]{3,}[ \t]*")
_FIELDS = {
    "title": "title", "headline": "title",
    "date": "published", "published": "published", "pubdate": "published", "created": "published",
    "outlet": "outlet", "publisher": "outlet", "source": "outlet", "site": "outlet",
    "sitename": "outlet", "publication": "outlet",
    "url": "url", "link": "url", "canonical": "url", "permalink": "url",
}  # fmt: skip
_LONGEST_TITLE = 220  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a text says of itself. None: it does not say."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None  # ISO
    url: str | None = None
    copied_from: str | None = None
    boilerplate: tuple[tuple[int, int], ...] = ()


def particulars(text: str) -> Particulars:
    """Return what a plain or Markdown text says of itself."""
    fields, body = _front_matter(text)
    lines = [_trimmed(found) for found in _LINE.finditer(text, body)]
    title = fields.get("title") or _title(text, lines)
    said = heading(text, lines)
    outlet = fields.get("outlet")
    spans = list(boilerplate(text, lines, title=title)) + list(said.lines)
    if body:
        spans.append((0, len(text[:body].rstrip())))
    credit = said.credit
    return Particulars(
        title=title,
        outlet=outlet,
        published=iso_date(fields.get("published", "")) or _partial(fields) or said.published,
        url=fields.get("url"),
        copied_from=None if credit == agency(outlet) else credit,
        boilerplate=merged(spans),
    )


def _partial(fields: dict[str, str]) -> str | None:
    """Return the date of the front matter where it is a year or a month only."""
    written = fields.get("published", "")
    return written if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", written) else None


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    line = found.group()
    return (found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip()))


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the fields of a Markdown front matter, and where the text after it begins."""
    found = _FRONT.match(text)
    if found is None:
        return {}, 0
    fields: dict[str, str] = {}
    for field in _FIELD.finditer(found.group("body")):
        name = _FIELDS.get(field.group("name").lower())
        value = field.group("value").strip().strip("\"'").strip()
        if name and value:
            fields.setdefault(name, value)
    return (fields, found.end()) if fields else ({}, 0)


def _title(text: str, lines: list[tuple[int, int]]) -> str | None:
    """Return the first line if it looks like a headline: short, no full stop, text below."""
    for number, (start, end) in enumerate(lines[:3]):
        line = text[start:end]
        marked = _ATX.fullmatch(line)
        if marked:
            return marked.group("title")
        if date_of_line(line) is not None or line.lower().startswith("by "):
            continue
        rest = lines[number + 1 :]
        if not rest or len(line) > _LONGEST_TITLE or len(line.split()) > 30:
            return None
        if line[-1] in ".,;:" and not line.endswith("..."):
            return None
        below = text[rest[0][0] : rest[0][1]]
        if _SETEXT.fullmatch(below):
            return line
        parted = text[end : rest[0][0]].count("\n") > 1
        longest = max(finish - begin for begin, finish in rest[:4])
        return line if parted or longest > len(line) else None
    return None
