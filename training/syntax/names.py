"""Read names of persons, organisations and places as one tag per word (IOB2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")

_KINDS = {
    "PER": "PER",
    "person": "PER",
    "politician": "PER",
    "ORG": "ORG",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "LOC": "LOC",
    "country": "LOC",
    "location": "LOC",
}


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence with a tag for each word."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


def tagged(path: Path, *, word: int, tag: int, separator: str | None = "\t") -> Iterator[Tagged]:
    """Yield the sentences of a file with one word a line; kinds we do not use become O.

    word, tag: the columns they stand in. Both IOB1 and IOB2 files are understood.
    """
    rows = list[tuple[str, str]]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# "):
            continue
        if line.strip():
            columns = line.split(separator)
            rows.append((columns[word], columns[tag]))
        elif rows:
            words, tags = zip(*rows, strict=True)
            yield Tagged(words, iob2(tags))
            rows = []


def iob2(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Translate kinds and start each name with B-.

    >>> iob2(("I-politician", "I-politician", "I-misc", "B-country"))
    ('B-PER', 'I-PER', 'O', 'B-LOC')
    """
    fixed, before = list[str](), "O"
    for tag in tags:
        kind = _KINDS.get(tag[2:])
        if kind is None:
            fixed.append("O")
        else:
            inside = tag[0] == "I" and before[2:] == tag[2:]
            fixed.append(f"{'I' if inside else 'B'}-{kind}")
        before = tag
    return tuple(fixed)


def spans(tags: tuple[str, ...] | list[str]) -> list[tuple[int, int, str]]:
    """Give each name as first word, word after the last, kind.

    >>> spans(("B-PER", "I-PER", "O", "B-LOC"))
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    found, start = list[tuple[int, int, str]](), None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and tag[0] != "I":
            found.append((start, at, tags[start][2:]))
            start = None
        if tag[0] == "B":
            start = at
    return found
