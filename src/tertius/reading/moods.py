"""What the words beside a verb or noun make of it: negation, auxiliaries, adverbs, "if"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tertius.reading.cues import cues
from tertius.reading.trees import Tree
from tertius.records import Attitude

_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_NO = frozenset({"no", "neither", "none", "nobody"})
_NO_WAY = frozenset({"circumstance", "circumstances", "way", "mean", "means", "account"})
_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "surprising", "least", "because"})
_WITHOUT = frozenset({"without", "instead", "rather", "short", "lest"})
_IF = frozenset({"if", "unless", "whether", "lest", "provided", "assuming"})
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "gonna"})
_MAY = frozenset({"may", "might", "could", "can", "ca", "would", "'d", "’d"})
_MUST = frozenset({"must", "should", "ought"})


@dataclass(frozen=True, slots=True)
class Mood:
    """What the climb has met so far."""

    denied: bool = False
    ended: bool = False  # it is brought to an end: it holds until then
    possible: bool = False
    future: bool = False
    would: bool = False
    attitude: Attitude | None = None
    closed: bool = False  # what is below is taken for true: nothing above changes it
    below_speech: bool = False  # the climb came to a verb of speech: what is above is its affair


def with_neighbours(
    tree: Tree, i: int, mood: Mood, *, negation: bool = True, via: int | None = None
) -> Mood:
    """Add what the words that hang on a word say: negation, auxiliaries, adverbs, "if"."""
    if negation and is_negated(tree, i, via=via):
        mood = replace(mood, denied=not mood.denied)
    for k in tree.kids[i]:
        mood = _beside(tree, i, k, mood)
    if _is_to(tree, i):
        mood = replace(mood, future=True)
    return mood


def _beside(tree: Tree, i: int, k: int, mood: Mood) -> Mood:
    text, lemma, label = tree.texts[k].casefold(), tree.lemmas[k], tree.label(k)
    if label == "aux":
        return _auxiliary(tree, i, k, mood)
    if label == "mark" and lemma in _IF and _before(tree, k) != "as":
        return replace(mood, possible=True)
    if label == "mark" and lemma == "as" and _after(tree, k) in {"if", "though"}:
        return replace(mood, possible=True)
    if label == "advcl" and _is_condition(tree, k):
        return replace(mood, possible=True)
    if label == "advmod":
        if lemma in cues("possible", "adv"):
            return replace(mood, possible=True)
        if lemma in cues("falsely", "adv"):
            return replace(mood, denied=not mood.denied)
        if lemma == "likely" and text == "likely":
            return replace(mood, future=True)
    if label in {"amod", "compound"} and tree.upos[k] in {"ADJ", "VERB", "NOUN"} and k < i:
        return _quality(lemma, text, mood)
    return mood


def _auxiliary(tree: Tree, i: int, k: int, mood: Mood) -> Mood:
    text = tree.texts[k].casefold()
    if text in _WILL:
        return replace(mood, future=True)
    if text in {"would", "'d", "’d"} and tree.xpos[k] == "MD":
        perfect = any(tree.lemmas[j] == "have" for j in tree.children(i, "aux"))
        if tree.lemmas[i] in {"like", "love", "prefer", "rather"}:
            return mood
        if perfect or any(_has_condition(tree, j) for j in _coordinates(tree, i)):
            return replace(mood, possible=True)
        return replace(mood, would=True)
    if text in _MAY and tree.xpos[k] == "MD":
        # "cannot attack", "could not reach" deny; "may not" leaves it open
        if text in {"can", "ca", "could"} and is_negated(tree, i):
            return mood
        return replace(mood, possible=True)
    if text in _MUST:
        return replace(mood, attitude=mood.attitude or "desire")
    return mood


def _quality(lemma: str, text: str, mood: Mood) -> Mood:
    """Add what an adjective before a noun says: "possible", "planned", "failed", "false"."""
    if lemma in cues("possible", "adj") - {"important", "vital", "free", "able", "capable"}:
        return replace(mood, possible=True)
    if lemma in cues("future", "adj") - {"set", "certain", "sure"} or text == "planned":
        return replace(mood, future=True)
    if lemma in {"false", "untrue", "bogus", "fictitious", "fabricated", "nonexistent", "baseless"}:
        return replace(mood, denied=not mood.denied)
    return mood


def is_negated(tree: Tree, i: int, *, via: int | None = None) -> bool:
    """Tell whether an odd number of negations hangs on a word.

    via: the child that the climb came from, whose "no" is counted already.
    """
    count = sum(_is_negation(tree, i, k) for k in tree.kids[i] if k != via)
    return (count + _is_in_no_way(tree, i)) % 2 == 1


def _is_in_no_way(tree: Tree, i: int) -> bool:
    """Tell "under no circumstances" and "in no way" before a verb, wherever the parser hung it."""
    for k in range(max(1, i - 4), i - 1):
        phrase = tree.lemmas[k] == "no" and tree.lemmas[k + 1] in _NO_WAY
        if phrase and tree.upos[k - 1] == "ADP" and tree.is_verb(i):
            return not any(tree.is_verb(j) for j in range(k + 2, i))
    return False


def _is_negation(tree: Tree, i: int, k: int) -> bool:
    lemma = tree.lemmas[k]
    match tree.label(k):
        case "advmod" if lemma in {"long", "longer", "more", "anymore"}:
            return any(tree.lemmas[j] in {"no", "not"} for j in tree.kids[k])
        case "cc" | "case" | "mark" if _phrase(tree, k) in {"rather than", "instead of"}:
            return True
        case "advmod" | "cc" | "aux":
            return lemma in _NOT and _denies(tree, k)
        case "det":
            return lemma in _NO or lemma in _NOT and _denies(tree, k)
        case "nsubj" | "obj":
            return _is_nobody(tree, k) and tree.is_verb(i)
        case "obl":  # "negotiates neither with A nor with B"
            return any(tree.lemmas[j] == "neither" for j in tree.children(k, "cc", "det"))
        case "case" | "mark":
            return lemma in _WITHOUT and not _is_fixed_to(tree, k)
    return False


def _denies(tree: Tree, k: int) -> bool:
    """Tell a denying "not" from "not only", "not because" and "whether or not"."""
    if _after(tree, k) in _ONLY:
        return False
    return not (k >= 1 and tree.texts[k - 1].casefold() in {"or", "why"})


def _is_nobody(tree: Tree, k: int) -> bool:
    if tree.lemmas[k] in {"nobody", "none", "nothing", "neither"}:
        return True
    return any(tree.lemmas[d] in _NO for d in tree.children(k, "det", "cc", "advmod"))


def _is_fixed_to(tree: Tree, k: int) -> bool:
    return (
        tree.lemmas[k] == "rather"
        and _after(tree, k) != "than"
        or (tree.lemmas[k] == "short" and _after(tree, k) != "of")
    )


def _phrase(tree: Tree, k: int) -> str:
    return f"{tree.lemmas[k]} {_after(tree, k)}"


def _after(tree: Tree, k: int) -> str:
    return tree.texts[k + 1].casefold() if k + 1 < len(tree) else ""


def _before(tree: Tree, k: int) -> str:
    return tree.texts[k - 1].casefold() if k else ""


def _is_condition(tree: Tree, k: int) -> bool:
    for mark in tree.children(k, "mark", "advmod"):
        if tree.lemmas[mark] in {"if", "unless", "provided"} and _before(tree, mark) not in {
            "even",
            "as",
        }:
            return True
    return False


def _has_condition(tree: Tree, i: int) -> bool:
    return any(_is_condition(tree, k) for k in tree.children(i, "advcl"))


def _coordinates(tree: Tree, i: int) -> list[int]:
    """Return a verb and those coordinated with it: a condition on one holds for all."""
    top = i
    while tree.label(top) == "conj":
        top = tree.heads[top]
    return [top, *tree.children(top, "conj")]


def _is_to(tree: Tree, i: int) -> bool:
    """Tell "is to meet" and the headline's "X and Y to meet" from an infinitive that depends."""
    to = next((k for k in tree.children(i, "mark") if tree.lemmas[k] == "to"), None)
    if to is None:
        return False
    if any(tree.lemmas[k] == "be" and tree.labels[k] == "aux" and k < to for k in tree.kids[i]):
        return True  # but not "is said to be arming X"
    return tree.head(i) is None and bool(tree.children(i, "nsubj", "nsubj:pass"))
