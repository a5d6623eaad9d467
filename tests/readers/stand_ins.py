"""What stands in for spaCy and for a language model where every reader is held to the contract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from tertius.gazetteer import Gazetteer
from tertius.readers.shallow import ShallowParser
from tests.readers.server import Call, claim, report_of

# word -> universal class, Penn class, place of the head, label, type of the entity it is
Rows = dict[str, tuple[str, str, int, str, str]]


@dataclass
class Token:
    i: int
    text: str
    pos_: str = "X"
    tag_: str = ""
    dep_: str = ""
    head: Any = None


@dataclass
class Entity:
    start: int
    end: int
    label_: str


class Doc:
    """As much of spacy.tokens.Doc as the adapter asks of it."""

    def __init__(
        self, vocab: object, words: Sequence[str], sent_starts: Sequence[bool] | None = None
    ) -> None:
        self.tokens = [Token(i, word) for i, word in enumerate(words)]
        self.sent_starts = sent_starts
        self.layers: set[str] = set()
        self.ents: list[Entity] = []

    def __iter__(self):
        return iter(self.tokens)

    def has_annotation(self, layer: str) -> bool:
        return layer in self.layers


@dataclass
class Pipeline:
    """A pipeline that parses by rules, or from a table of words."""

    rows: Rows | None = None
    layers: frozenset[str] = frozenset({"DEP", "POS"})
    vocab: object = None
    meta: dict[str, str] = field(
        default_factory=lambda: {"lang": "en", "name": "rules_sm", "version": "3.1"}
    )

    def __call__(self, doc: Doc) -> Doc:
        words = [token.text for token in doc.tokens]
        doc.layers = set(self.layers)
        if self.rows is not None:
            for token in doc.tokens:
                row = self.rows.get(token.text, ("PUNCT", ".", 0, "punct", ""))
                token.pos_, token.tag_, head, token.dep_, kind = row
                token.head = doc.tokens[min(head, len(words) - 1)]
                if kind:
                    doc.ents.append(Entity(token.i, token.i + 1, kind))
            return doc
        parse = ShallowParser(Gazetteer.load()).parse([words])[0]
        for token in doc.tokens:
            token.pos_, token.tag_ = parse.upos[token.i], parse.xpos[token.i]
            head = parse.heads[token.i]
            token.dep_ = parse.labels[token.i] if head >= 0 else "ROOT"
            token.head = doc.tokens[head if head >= 0 else token.i]
        kinds = {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG"}
        doc.ents = [Entity(a, b, kinds[kind]) for a, b, kind in parse.names]
        return doc


def spacy_with(**pipelines: Pipeline) -> dict[str, ModuleType]:
    """Return modules that answer for spaCy with these pipelines installed."""
    spacy, tokens = ModuleType("spacy"), ModuleType("spacy.tokens")

    def load(name: str) -> Pipeline:
        if name not in pipelines:
            raise OSError(f"[E050] Can't find model '{name}'.")
        return pipelines[name]

    spacy.load = load  # type: ignore[attr-defined]
    tokens.Doc = Doc  # type: ignore[attr-defined]
    return {"spacy": spacy, "spacy.tokens": tokens}


VERBS = {"attacked": ("attacks", -1), "armed": ("arms", 1), "condemned": ("condemns", -1)}


def as_a_model(call: Call) -> None:
    """Answer with what a simple pattern finds, and with what nobody said."""
    found = []
    for one in re.finditer(r"([A-Z]\w+) (attacked|armed|condemned) ([A-Z]\w+|the \w+)[^.]*\.",
                           report_of(call.body)):  # fmt: skip
        relation, sign = VERBS[one[2]]
        found.append(claim(one[0], one[1], relation, one[3], sign))
    invented = claim("Iceland bombed Norway.", "Iceland", "attacks", "Norway", -1)
    call.claim(*found, invented)
