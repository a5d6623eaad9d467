"""Markup to text where no article has to be found in it: feed entries and bare fragments."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tertius.documents.limits import Limits
from tertius.documents.wordlist import words

_BLOCKS = words(
    "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article header footer figure"
    " figcaption pre hr dt dd title"
)
_SILENT = frozenset(["script", "style", "noscript", "template", "head", "svg", "iframe"])
# These close by themselves or hold nothing: open ones do not nest.
_FLAT = words(
    "p li td th tr dt dd option br img hr meta link input area base col embed source track wbr"
    " param tbody thead tfoot html head body"
)
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)[^<>]*>")
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_BLANK = re.compile(r"[ \t\r\f\v]+")
_GAP = re.compile(r"\s*\n\s*")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data.replace("\n", " "))


def text_of(fragment: str) -> str:
    """Return the text of a piece of HTML, a line for each block; text without tags stays."""
    reader = _Reader()
    try:
        reader.feed(fragment)
        reader.close()
    except AssertionError:  # a declaration that is none
        reader.pieces = [_TAG.sub(" ", fragment)]
    return _GAP.sub("\n", _BLANK.sub(" ", "".join(reader.pieces))).strip()


def excess(page: str, limits: Limits) -> str | None:
    """Return why a page is too large a tree to be read; None: it is not."""
    if page.count("<") > 2 * limits.page_elements:
        return f"more than {limits.page_elements:,} elements"
    if too_deep(page, limits):
        return f"elements nested more than {limits.page_depth} deep"
    return None


def too_deep(page: str, limits: Limits) -> bool:
    """Tell whether more elements are open inside each other than the limits allow."""
    depth = 0
    for found in _TAG.finditer(_CDATA.sub("", page)):
        name = found.group(2).lower()
        if name in _FLAT:
            continue
        depth = max(0, depth - 1) if found.group(1) else depth + (found.group()[-2] != "/")
        if depth > limits.page_depth:
            return True
    return False
