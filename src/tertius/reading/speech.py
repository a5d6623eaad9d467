"""Words that report what somebody says, thinks, fears or denies, found in one parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tertius.reading.charges import (
    according,
    accusation,
    denial,
    fearful,
    naming,
    noun,
    with_denials,
)
from tertius.reading.cues import cues
from tertius.reading.trailing import trailing
from tertius.reading.trees import Tree
from tertius.reading.utterances import (
    FINITE,
    MATTER,
    Stance,
    Utterance,
    hearsay,
    is_impersonal,
    is_withheld,
    marked,
    next_word,
    passed_on,
    quoted_after,
    speaker_of,
    that_clause,
    without_asides,
)


def utterances(tree: Tree, quoted: frozenset[int]) -> list[Utterance]:
    """Return the reports of speech and thought of a sentence, in the order of their cues.

    quoted: the words of the sentence that stand between quotation marks.
    """
    found: list[Utterance] = []
    for i, upos in enumerate(tree.upos):
        if tree.texts[i].casefold() == "according" and next_word(tree, i) == "to":
            found.extend(according(tree, i))
        elif upos == "VERB" or upos == "AUX" and tree.is_verb(i):
            found.extend(_verb(tree, i, quoted))
        elif upos in {"NOUN", "PROPN"}:
            found.extend(noun(tree, i))
        elif upos == "ADJ" and tree.lemmas[i] in cues("fear", "adj"):
            found.extend(fearful(tree, i))
    return [u for u in with_denials(tree, found) if u.words or _announces(tree, u.cue[0])]


def _announces(tree: Tree, v: int) -> bool:
    """Tell whether what is said follows in the next sentence: "The minister told reporters:"."""
    return tree.texts[-1] == ":" and tree.head(v) is None


def _verb(tree: Tree, v: int, quoted: frozenset[int]) -> Iterator[Utterance]:
    lemma = tree.lemmas[v]
    if lemma in cues("deny"):
        yield from denial(tree, v)
    if lemma in cues("accuse"):
        yield from accusation(tree, v)
    if lemma in cues("name"):
        yield from naming(tree, v)
    stance = _stance(tree, v)
    if stance is None:
        return
    clause = trailing(tree, v, quoted) if lemma in cues("trail") else None
    if clause is not None:
        words, own, heads = clause
        yield _said(tree, v, words, heads, stance, clause=own, trailing=True)
        return
    words = _content(tree, v, quoted)
    heads = speaker_of(tree, v)
    if words and heads:
        yield _said(tree, v, words, heads, stance)
    elif heads and stance == "says" and _announces(tree, v):
        yield _said(tree, v, frozenset(), heads, stance)
    elif not words and stance == "says" and (told := hearsay(tree, v)):
        yield _said(tree, v, told, (), stance)
    elif words and stance == "says" and is_impersonal(tree, v):
        yield _said(tree, v, words, (), stance)


def _stance(tree: Tree, v: int) -> Stance | None:
    lemma = tree.lemmas[v]
    if lemma in cues("say"):
        return "says"
    if lemma in cues("ask"):
        return "asks"
    if lemma in cues("fear"):
        return "fears"
    if lemma == "call" and not any(tree.case(k) in {"for", "on"} for k in tree.children(v, "obl")):
        return None
    if lemma in cues("want") or lemma in cues("call"):
        return "wishes"
    return "believes" if lemma in cues("believe") else None


def _said(
    tree: Tree,
    v: int,
    words: frozenset[int],
    heads: tuple[int, ...],
    stance: Stance,
    *,
    clause: frozenset[int] = frozenset(),
    trailing: bool = False,
) -> Utterance:
    if stance in {"says", "believes"} and is_withheld(tree, v):
        stance = "asks"
    chain, outer = passed_on(tree, v, heads)
    mental = stance == "fears" or stance == "wishes" and tree.lemmas[v] not in cues("call")
    if mental:
        words = without_asides(tree, words) | {v}
    return Utterance(
        words=words - frozenset(heads) - (frozenset() if mental else {v}),
        chain=(*chain, *outer),
        cue=(v, v + 1),
        stance=stance,
        clause=clause or frozenset([v, *heads]),
        trailing=trailing,
        mental=mental,
    )


def _content(tree: Tree, v: int, quoted: frozenset[int]) -> frozenset[int]:
    """Return what follows a verb of speech or thought as its matter."""
    lemma = tree.lemmas[v]
    heads = [k for k in tree.children(v, "ccomp", "csubj") if k > v]
    if lemma in cues("say-to") | cues("want") | cues("call") | cues("fear") | cues("believe"):
        heads += [k for k in tree.children(v, "xcomp") if k > v]
    if not heads and (that := that_clause(tree, v)) is not None:
        heads.append(that)
    if not heads and lemma in cues("say-object") | cues("want") | cues("fear"):
        heads += [k for k in tree.children(v, "obj") if k > v]
    if lemma in cues("belief-as"):
        heads += [
            k
            for k in tree.children(v, "obl", "advcl")
            if tree.case(k) == "as" or marked(tree, k, "as")
        ]
    if lemma in cues("call"):
        heads += [k for k in tree.children(v, "advcl") if k > v and marked(tree, k, "to")]
        heads += [k for k in tree.children(v, "obl") if tree.case(k) in {"for", "to"} and k > v]
    if lemma in cues("fear"):
        heads += [k for k in tree.children(v, "obl", "advcl") if tree.case(k) in MATTER]
    words = frozenset(j for h in heads for j in tree.subtree(h))
    words -= _told_beside(tree, heads)
    colon = next((j for j in range(v + 1, min(v + 8, len(tree))) if tree.texts[j] == ":"), None)
    if colon is not None and lemma in cues("say") and not heads:
        words |= frozenset(range(colon + 1, len(tree)))
    if lemma in cues("say"):
        words |= quoted_after(tree, v, quoted)
    subject = frozenset(j for k in tree.children(v, "nsubj") if k < v for j in tree.subtree(k))
    return words - subject


def _told_beside(tree: Tree, heads: Iterable[int]) -> frozenset[int]:
    """Return clauses with a speaker of their own that the parser hung on what is said."""
    beside = [
        k
        for h in heads
        for k in tree.children(h, "conj")
        if tree.lemmas[k] in cues("say") | cues("deny")
        and tree.xpos[k] in FINITE
        and tree.child(k, "nsubj") is not None
    ]
    return frozenset(j for k in beside for j in tree.subtree(k))
