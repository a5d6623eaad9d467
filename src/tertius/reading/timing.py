"""When a relation holds: which of the times in a sentence is its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tertius.reading.period import FoundPeriod
from tertius.reading.predications import Predication
from tertius.reading.text import Text
from tertius.reading.trees import Tree
from tertius.records import Period


def period_of(
    text: Text, tree: Tree, p: Predication, timed: Sequence[FoundPeriod], mood: str
) -> Period | None:
    """Return the time of a relation: its own words\', else what the tense and the date tell."""
    near = [(steps, t) for t in timed if (steps := _steps(tree, t, p)) is not None]
    if near:
        best = min(near, key=lambda n: (n[0], abs(n[1].start - p.word)))[1]
        return _bounded(tree, p, best)
    published = text.document.published
    if published is None:
        return None
    if mood in {"forecast", "hypothetical"}:
        return Period(start=published, end=None, precision="span", basis="document-date")
    if _is_past(tree, p):
        return Period(start=None, end=published, precision="span", basis="document-date")
    return Period(start=published, end=None, precision="span", basis="document-date")


def _steps(tree: Tree, t: FoundPeriod, p: Predication) -> int | None:
    if t.apart is None:
        return _steps_to(tree, t, p)
    top = tree.heads[t.apart]  # "two days after troops stormed it": of the storming
    if top < 0 or top <= t.apart or not tree.within(p.word, top):
        return None
    return 0 if not tree.clauses_between(p.word, top) or _coordinate(tree, p.word, top) else None


def _coordinate(tree: Tree, word: int, first: int) -> bool:
    """Tell whether a verb is coordinated with one before it: "stormed it and killed"."""
    while tree.label(word) == "conj" and word != first:
        word = tree.heads[word]
    return word == first


def _steps_to(tree: Tree, t: FoundPeriod, p: Predication) -> int | None:
    """Return how far above a relation its time stands; None: it times something else."""
    between = range(p.word + 1, t.start)
    if p.pattern == "noun" and 0 <= len(between) <= 3:
        if all(tree.upos[i] not in {"VERB", "AUX", "PUNCT"} for i in between):
            return 0  # "the war in X after 2003", wherever the parser hangs the year
    inside = range(t.start, t.end)
    at = next((i for i in inside if tree.heads[i] not in inside), t.start)
    if tree.within(at, p.word) and not tree.clauses_between(at, p.word):
        return 0
    if p.pattern == "noun" and _done_at(tree, at, p.word):
        return 1
    word, steps = p.word, 1
    while True:
        if tree.is_verb(word) or word == p.clause:
            if tree.within(at, word) and not tree.clauses_between(at, word):
                return steps
            marks = {tree.lemmas[k] for k in tree.children(word, "mark", "advmod")}
            meanwhile = marks & {"as", "while", "when"}
            shared = tree.label(word) == "xcomp" or (
                tree.label(word) == "advcl"
                and (tree.xpos[word] in {"VBG", "VB"} or bool(meanwhile))
            )
            up = tree.head(word)
            if up in inside and word != t.start:
                return steps  # "since June, when two envoys were expelled"
            together = tree.label(word) == "conj" and up is not None and t.start < up
            if not shared and not together:
                return None
        up = tree.head(word)
        if up is None or (tree.label(word) in {"ccomp", "parataxis"} and word != p.word):
            return None
        if tree.label(word) == "acl" and tree.labels[word] == "acl:relcl":
            return None
        word, steps = up, steps + 1


def _done_at(tree: Tree, at: int, noun: int) -> bool:
    """Tell whether a time is that of the doing of a thing: "the treaty that they signed in May"."""
    return any(
        tree.within(at, k) and not tree.clauses_between(at, k)
        for k in tree.children(noun, "acl")
        if tree.xpos[k] in {"VBN", "VBD"}
    )


def _bounded(tree: Tree, p: Predication, t: FoundPeriod) -> Period:
    """Return the period, open where it dates what came before: "since the coup in May"."""
    top = t.start
    while tree.heads[top] >= 0 and not tree.is_verb(tree.heads[top]) and top != p.word:
        if tree.case(top) in {"since", "after"} and not t.start <= top < t.end:
            return replace(t.period, end=None)
        top = tree.heads[top]
    if tree.case(top) in {"since", "after"} and not t.start <= top < t.end:
        return replace(t.period, end=None)
    return t.period


def _is_past(tree: Tree, p: Predication) -> bool:
    verb = p.clause if tree.is_verb(p.clause) else p.word
    while not _is_finite(tree, verb) and tree.head(verb) is not None:
        verb = tree.heads[verb]  # "retaliated by firing", "the raid was followed by"
    helpers = {tree.lemmas[k]: tree.xpos[k] for k in tree.children(verb, "aux", "cop")}
    return tree.xpos[verb] == "VBD" or "VBD" in helpers.values()


def _is_finite(tree: Tree, i: int) -> bool:
    return tree.xpos[i] in {"VBD", "VBZ", "VBP", "MD"} or bool(tree.children(i, "aux", "cop"))
