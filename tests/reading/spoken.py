"""Parsed sentences of our own, and a stand-in for the actors of a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tertius.reading.sentences import Sentence, Word
from tertius.reading.trees import Tree

TABLE = Path(__file__).parent / "spoken.tsv"  # word, lemma, upos, xpos, head (from 1), label
NAMES = {
    "norland": ("NOR", "actor"),
    "westmark": ("WES", "actor"),
    "reuters": ("reuters", "actor"),
    "ana": ("ana-holt", "person"),
    "holt": ("ana-holt", "person"),
}
ROLES = {"official": "organ", "diplomat": "organ", "rebel": "group", "general": "organ"}


@dataclass(frozen=True)
class StandInMention:
    """What `speakers` asks of a mention."""

    kind: str
    role: str
    plural: bool = False
    noun: str = ""


@dataclass(frozen=True)
class StandInResolved:
    """What `speakers` asks of a resolved mention."""

    mention: StandInMention
    ids: tuple[str, ...]
    speaker: str | None


class StandInCast:
    """Knows Norland, Westmark, Reuters and Ana Holt; "it" is Norland."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self.trees = trees

    def at(self, sentence: int, word: int) -> StandInResolved | None:
        tree = self.trees[sentence]
        lemma, text = tree.lemmas[word], tree.texts[word]
        if lemma in NAMES:
            actor, role = NAMES[lemma]
            return StandInResolved(StandInMention("name", role), (actor,), actor)
        if text == "it":
            return StandInResolved(StandInMention("pronoun", ""), ("NOR",), "NOR")
        if lemma in ROLES and tree.label(word) != "appos":
            mention = StandInMention("nominal", ROLES[lemma], plural=text.endswith("s"))
            return StandInResolved(mention, (), f"d/{lemma}")
        return None


@cache
def rows() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return for each sentence of the table its words."""
    found = {}
    for block in TABLE.read_text(encoding="utf-8").strip().split("\n\n"):
        first, *lines = block.splitlines()
        found[first.removeprefix("# ")] = tuple(tuple(line.split("\t")) for line in lines)
    return found


def document(*paragraphs: Sequence[str]) -> tuple[list[Tree], str]:
    """Return the trees and the text of a document of sentences of the table."""
    text = "\n".join(" ".join(sentences) for sentences in paragraphs)
    trees, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            start = text.index(sentence, at)
            at = start + len(sentence)
            trees.append(_tree(sentence, start, number))
    return trees, text


def _tree(sentence: str, start: int, paragraph: int) -> Tree:
    words, at = [], 0
    table = rows()[sentence]
    for word, *_ in table:
        at = sentence.index(word, at)
        words.append(Word(word, start + at, start + at + len(word)))
        at += len(word)
    columns = list(zip(*table, strict=True))
    return Tree(
        sentence=Sentence(start, start + len(sentence), paragraph, tuple(words)),
        lemmas=tuple(columns[1]),
        upos=tuple(columns[2]),
        xpos=tuple(columns[3]),
        heads=tuple(int(h) - 1 for h in columns[4]),
        labels=tuple(columns[5]),
    )
