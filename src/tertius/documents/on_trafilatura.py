"""The report on a web page, by trafilatura."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The article of a page and what the page says of it. None: it does not say."""

    text: str
    title: str | None
    published: str | None  # ISO
    outlet: str | None
    url: str | None


def page(markup: str, *, url: str | None = None) -> Page | None:
    """Return the article that a page holds; None: it holds none that can be found.

    url: the address the page came from, if it is known; nothing is fetched.
    """
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found: Any = bare_extraction(
            markup,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:
        return None
    if found is None or not (found.text or "").strip():
        return None
    return Page(
        text=found.text.strip(),
        title=found.title or None,
        published=found.date or None,
        outlet=found.sitename or None,
        url=found.url or url,
    )
