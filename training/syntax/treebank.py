"""Read dependency trees from CoNLL-U files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tree:
    """One annotated sentence."""

    document: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]  # 0 is the root, 1 the first word
    labels: tuple[str, ...]
    marks: tuple[str, ...]  # the MISC column


def trees(path: Path) -> Iterator[Tree]:
    """Yield the trees of one file, without multi-word ranges and empty nodes."""
    document, rows = path.stem, list[list[str]]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = "):
            document = line.removeprefix("# newdoc id = ")
        elif line and not line.startswith("#"):
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            yield _tree(document, rows)
            rows = []
    if rows:
        yield _tree(document, rows)


def _tree(document: str, rows: list[list[str]]) -> Tree:
    column = list(zip(*rows, strict=True))
    return Tree(
        document=document,
        words=column[1],
        lemmas=column[2],
        upos=column[3],
        xpos=column[4],
        heads=tuple(int(head) for head in column[6]),
        labels=column[7],
        marks=column[9],
    )
