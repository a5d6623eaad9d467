"""Styled words laid out in lines: wrapped at spaces, never inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

Span: TypeAlias = tuple[str, str]  # words and the name of their style; "" is plain
Line: TypeAlias = tuple[Span, ...]

NARROWEST = 40  # columns; below that lines run over
TIE = "\u00a0"  # a space at which no line breaks; printed as a plain one


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head and its share of the width."""

    head: str
    share: float


def visible(text: str) -> str:
    r"""Return text on one line, with what a terminal would obey or hide made visible.

    >>> visible("a\nb\x1b[31m")
    'a b\\x1b[31m'
    """
    spaced = re.sub(r"\s+", " ", text)
    return "".join(one if one.isprintable() else _escaped(one) for one in spaced)


def _escaped(character: str) -> str:
    return "" if character in "\u00ad\u200b\ufeff" else ascii(character)[1:-1]


def wrapped(spans: Iterable[Span], *, width: int, first: str = "", then: str = "") -> list[Line]:
    """Break spans into lines of at most `width` columns; one long word may run over.

    first, then: what the first line and the others begin with. TIE holds words together.
    """
    spans = list(spans)
    whole = "".join(words for words, _ in spans)
    lines: list[list[tuple[int, int]]] = [[]]
    room = max(width, NARROWEST) - len(first)
    for found in re.finditer("[^ ]+", whole):
        start, end = found.span()
        begun = lines[-1]
        if begun and end - begun[0][0] > room:
            lines.append([])
            room = max(width, NARROWEST) - len(then)
        lines[-1].append((start, end))
    out: list[Line] = []
    for place, words in enumerate(lines):
        head: Span = (then if place else first, "")
        body = _cut(spans, words[0][0], words[-1][1]) if words else ()
        out.append((head, *body) if head[0] else body)
    return out


def _cut(spans: Sequence[Span], start: int, end: int) -> Line:
    """Return the characters from start to end with their styles."""
    cut: list[Span] = []
    at = 0
    for words, style in spans:
        piece = words[max(0, start - at) : max(0, end - at)]
        if piece:
            cut.append((piece.replace(TIE, " "), style))
        at += len(words)
    return tuple(cut)


def length(line: Line) -> int:
    """Return the columns a line takes."""
    return sum(len(words) for words, _ in line)


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[Sequence[Span]]], *, width: int
) -> list[Line]:
    """Lay rows of cells out in columns; a word too long for its column pushes its line out."""
    gap = 2
    room = width - gap * (len(columns) - 1)
    total = sum(column.share for column in columns)
    widths = [max(4, int(room * column.share / total)) for column in columns]
    heads = [[(column.head, "head")] for column in columns]
    lines: list[Line] = []
    for cells in [heads, *rows]:
        blocks = [_fill(cell, size) for cell, size in zip(cells, widths, strict=True)]
        lines += [_joined(parts, widths, gap) for parts in zip_longest(*blocks, fillvalue=())]
    return lines


def _fill(cell: Sequence[Span], size: int) -> list[Line]:
    lines: list[Line] = []
    current: Line = ()
    for word in _words(cell):
        if current and length(current) + 1 + length(word) > size:
            lines.append(current)
            current = ()
        current = _spaced(current, word) if current else word
    return [*lines, current]


def _spaced(line: Line, word: Line) -> Line:
    """Put a word behind a line, the space between them in their style if they share one."""
    (*before, (end, style)), ((start, other), *after) = line, word
    if style == other:
        return (*before, (f"{end} {start}", style), *after)
    return (*line, (" ", ""), *word)


def _words(cell: Sequence[Span]) -> list[Line]:
    whole = "".join(words for words, _ in cell)
    return [_cut(cell, *found.span()) for found in re.finditer("[^ ]+", whole)]


def _joined(parts: Sequence[Line], widths: Sequence[int], gap: int) -> Line:
    out: list[Span] = []
    for place, part in enumerate(parts):
        out += part
        if any(parts[place + 1 :]):
            out.append((" " * max(gap, widths[place] - length(part) + gap), ""))
    return tuple(out)
