"""The entries of an RSS or Atom feed, by feedparser; nothing is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tertius.documents.markup import text_of

# Entities of its own are how a small feed becomes a large one.
_ENTITIES = re.compile(r"<!ENTITY[^>]{0,10000}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report of a feed. None: the feed does not say."""

    text: str  # "" if it has none
    title: str | None
    published: str | None  # ISO day
    outlet: str | None
    url: str | None


def entries(feed: str) -> Iterator[Entry]:
    """Yield the entries of a feed in its order; none if it cannot be read."""
    import feedparser  # type: ignore[import-untyped]

    raw = _ENTITIES.sub("", feed).encode("utf-8", errors="replace")
    try:
        parsed: Any = feedparser.parse(
            io.BytesIO(raw),  # never a name or an address, which it would open
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception:  # what its parsers raise is not listed; a bad feed has no entries
        return
    outlet = _words(parsed.feed.get("title"))
    for entry in parsed.entries:
        origin: Any = entry.get("source") or {}
        yield Entry(
            text=_body(entry),
            title=_words(entry.get("title")),
            published=_day(_moment(entry)),
            outlet=_words(origin.get("title")) or outlet,
            url=entry.get("link") or None,
        )


def _words(markup: str | None) -> str | None:
    return " ".join(text_of(markup).split()) or None if markup else None


def _body(entry: Any) -> str:
    """Return the longest text that the entry gives."""
    parts = [part.get("value") or "" for part in entry.get("content", [])]
    parts.append(entry.get("summary") or "")
    return max((text_of(part) for part in parts), key=len)


def _moment(entry: dict[str, Any]) -> Any:
    """Return when the entry was published or, failing that, changed; None: it does not say."""
    # dict.get, since the entry's own get takes the one for the other, with a warning.
    return dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")


def _day(moment: Any) -> str | None:
    if not moment or not 1 <= moment[0] <= 9999:
        return None
    return f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}"
