"""Derive names from the entity mentions of GUM, which hold whole phrases and other kinds too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from training.syntax.names import Tagged, spans
from training.syntax.treebank import Tree

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_BRACKET = re.compile(
    r"\((?P<opened>[^()-]+)-(?P<kind>[a-z]+)-[^()]*(?P<shut>\)?)|(?P<closed>[^()]+)\)"
)
_GLUED = frozenset({"flat", "compound", "amod", "nummod", "goeswith", "punct"})
_LINKS = frozenset({"of", "for", "the", "and", "&", "-"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "von", "van", "de", "da", "-"})
_TITLES = frozenset(
    """admiral ambassador chancellor chief colonel commissioner dame director duke emperor envoy
    general governor judge justice king leader lord minister officer president prince princess
    professor queen secretary senator sir speaker spokesman spokesperson spokeswoman""".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that refers to something."""

    start: int
    end: int
    kind: str


def mentions(tree: Tree) -> list[Mention]:
    """Read the brackets of the Entity= marks."""
    found, waiting = list[Mention](), defaultdict[str, list[tuple[int, str]]](list)
    for at, marks in enumerate(tree.marks):
        for mark in marks.split("|"):
            if not mark.startswith("Entity="):
                continue
            for bracket in _BRACKET.finditer(mark.removeprefix("Entity=")):
                opened, kind, shut, closed = bracket.groups()
                if closed and waiting[closed]:
                    start, kind = waiting[closed].pop()
                    found.append(Mention(start, at + 1, kind))
                elif opened and shut:
                    found.append(Mention(at, at + 1, kind))
                elif opened:
                    waiting[opened].append((at, kind))
    return found


def name_in(tree: Tree, mention: Mention) -> tuple[int, int] | None:
    """Give the bounds of the name at the head of a phrase: no article, title or relative clause."""
    inside = range(mention.start, mention.end)
    tops = [at for at in inside if tree.heads[at] - 1 not in inside]
    if len(tops) != 1 or tree.upos[tops[0]] != "PROPN" or _no_person(tree, tops[0], mention):
        return None
    head = tops[0]

    def glued(at: int) -> bool:
        relation = tree.labels[at]
        near = relation in _GLUED and tree.upos[at] in {"PROPN", "ADJ", "NOUN", "NUM", "VERB"}
        word = tree.words[at]
        return near and (word[:1].isupper() or word.isdigit() or word in _PARTICLES)

    start = head
    while start > mention.start and (glued(start - 1) or tree.words[start - 1] == "-"):
        start -= 1
    while tree.words[start] == "-":
        start += 1
    end = head + 1
    while end < mention.end:
        step = end
        while step < mention.end and tree.words[step].lower() in _LINKS:
            step += 1
        linked = step > end and tree.labels[step : step + 1] == ("nmod",)
        if step == mention.end or not (glued(step) or (linked and tree.upos[step] == "PROPN")):
            break
        end = step + 1
    while tree.upos[end - 1] not in {"PROPN", "NUM"}:
        end -= 1
    return start, end


def _no_person(tree: Tree, head: int, mention: Mention) -> bool:
    """Tell titles (President) and peoples (Americans) from persons."""
    title = tree.labels[head] == "nmod:desc" or tree.words[head].lower() in _TITLES
    return mention.kind == "person" and (title or tree.xpos[head] == "NNPS")


def kinds(named: Iterable[Tagged]) -> dict[str, str]:
    """Say of what kind a name mostly is; GUM calls a state that acts an organization."""
    votes = defaultdict[str, Counter[str]](Counter)
    for sentence in named:
        for start, end, kind in spans(sentence.tags):
            votes[" ".join(sentence.words[start:end]).lower()][kind] += 1
    return {name: max(sorted(n), key=n.__getitem__) for name, n in votes.items()}


def tags(tree: Tree, usual: Mapping[str, str]) -> tuple[str, ...]:
    """Give one tag per word; empty where a proper noun stands outside of all names."""
    result = ["" if upos == "PROPN" else "O" for upos in tree.upos]
    for mention in mentions(tree):
        head = name_in(tree, mention) is None
        if mention.kind == "time" or (mention.kind == "person" and head):
            result[mention.start : mention.end] = ["O"] * (mention.end - mention.start)
    for start, end, kind in sorted(_names(tree, usual), key=lambda n: n[1] - n[0]):
        result[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    if _broken(result):
        return tuple("" if tag else tag for tag in result)
    return tuple(result)


def _names(tree: Tree, usual: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    for mention in mentions(tree):
        bounds = name_in(tree, mention) if mention.kind in KINDS else None
        if bounds is not None:
            text = " ".join(tree.words[bounds[0] : bounds[1]]).lower()
            own = KINDS[mention.kind]
            yield (*bounds, own if own == "PER" else usual.get(text, own))


def _broken(tags: list[str]) -> bool:
    pairs = zip(["O", *tags], tags, strict=False)
    return any(tag[:1] == "I" and before[2:] != tag[2:] for before, tag in pairs)
