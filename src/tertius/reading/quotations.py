"""Quotation marks: which stretches of a text stand between them, over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tertius.reading.trees import Tree

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_OPENING, _CLOSING = "“«„", "”»"
_BEFORE_OPENING = " \t\u00a0([{-–—/:…'‘“"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters text[start:end] between quotation marks, the marks left out."""

    start: int
    end: int
    closed: bool = True  # False: its closing mark is missing
    goes_on: bool = False  # the paragraph before ended inside the same quotation


def has_quotation_marks(text: str) -> bool:
    """Tell whether the text has any double quotation mark, or single ones in their place."""
    return any(c in text for c in '"“”«»„') or bool(re.search(r"‘\w", text))


def quotations(text: str) -> list[Quotation]:
    """Return the quotations of a text, left to right.

    An opening mark without a closing one reaches to the end of its paragraph if the next
    paragraph opens with a mark again (the custom of long quotations), else to the next line end
    or sentence end, whichever is first.
    """
    paragraphs = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    found: list[Quotation] = []
    running = False
    for n, (start, end) in enumerate(paragraphs):
        after = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
        opens_again = after is not None and _is_opening(text, _first(text, after[0]))
        running = _paragraph(text, start, end, found, running=running, opens_again=opens_again)
    return found


def _first(text: str, at: int) -> int:
    while at < len(text) - 1 and text[at].isspace():
        at += 1
    return at


def _paragraph(
    text: str, start: int, end: int, found: list[Quotation], *, running: bool, opens_again: bool
) -> bool:
    """Add the quotations of one paragraph; tell whether one is still open at its end."""
    opened: int | None = None
    goes_on = running and _is_opening(text, _first(text, start))
    for i in range(start, end):
        if opened is None and _is_opening(text, i):
            opened = i + 1
        elif opened is not None and _is_closing(text, i, opened):
            if i > opened:
                found.append(Quotation(opened, i, goes_on=goes_on))
            opened, goes_on = None, False
    if opened is None or opened >= end:
        return False
    if opens_again:
        found.append(Quotation(opened, end, closed=False, goes_on=goes_on))
        return True
    stop = re.compile(r"[.!?](?=\s|$)").search(text, opened, end)
    found.append(Quotation(opened, stop.end() if stop else end, closed=False, goes_on=goes_on))
    return False


def _is_opening(text: str, i: int) -> bool:
    mark = text[i]
    if mark in _OPENING:
        return True
    before = text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    if mark == '"':
        return (before in _BEFORE_OPENING or before.isspace()) and not after.isspace()
    if mark == "‘":
        return before != "‘" and (after.isalnum() or after == "[") and _has_single_close(text, i)
    return False


def _has_single_close(text: str, i: int) -> bool:
    """Tell a quotation from a lost letter: "‘It is over,’ he said" against "the ‘90s"."""
    line = text.find("\n", i)
    return bool(re.search(r"[\w.,!?]’(?!\w)", text[i : line if line >= 0 else len(text)]))


def _is_closing(text: str, i: int, opened: int) -> bool:
    mark, opener = text[i], text[opened - 1]
    if opener == "‘":
        after = text[i + 1] if i + 1 < len(text) else " "
        return mark == "’" and not after.isalnum()
    return mark in _CLOSING or mark == '"'


def quoted_words(tree: Tree, quotation: Quotation) -> frozenset[int]:
    """Return the word positions of a sentence that stand in a quotation."""
    return frozenset(
        i
        for i, w in enumerate(tree.sentence.words)
        if quotation.start <= w.start and w.end <= quotation.end
    )


def all_quoted(tree: Tree, found: Sequence[Quotation]) -> frozenset[int]:
    """Return the word positions of a sentence that stand in any quotation."""
    at = tree.sentence
    return frozenset(
        i for q in found if q.start < at.end and at.start < q.end for i in quoted_words(tree, q)
    )
