"""Reports of speech and thought in one parsed sentence: what they are, and who speaks in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tertius.reading.cues import cues
from tertius.reading.trees import Tree

Stance = Literal["says", "denies", "believes", "fears", "wishes", "asks"]
PAUSES = frozenset({",", '"', "”", "’", "''", "»", "--", "—", "–", "?", "!", "'", "…", "..."})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "what"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOT = frozenset({"not", "n't", "never", "neither", "nor"})
MATTER = frozenset({"of", "about", "over", "regarding", "concerning", "on", "for", "with"})

LONGEST_SUBJECT = 14  # words between a comma and "said" that can still be its subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One report of what is said in one sentence. Numbers are word positions."""

    words: frozenset[int]  # what is said
    chain: tuple[tuple[int, ...], ...]  # head words of who says it, then of who passes it on
    cue: tuple[int, int]  # first word and last word + 1 of the cue
    stance: Stance
    clause: frozenset[int] = frozenset()  # the words of the report itself, where known
    trailing: bool = False  # the report stands behind or inside what is said
    mental: bool = False  # a state's fear or wish is told by the narrator, not by the state


def without_asides(tree: Tree, words: frozenset[int]) -> frozenset[int]:
    """Leave out what a fear or wish takes for granted: relative clauses and adjectives."""
    aside = [
        i
        for i in sorted(words)
        if tree.labels[i] == "acl:relcl"
        or tree.label(i) == "amod"
        and (tree.xpos[i] in {"VBN", "VBD"})
    ]
    return words - frozenset(j for i in aside for j in tree.subtree(i))


def is_withheld(tree: Tree, v: int) -> bool:
    """Tell whether it is said that somebody does not say it: "declined to confirm that"."""
    if any(tree.lemmas[k] in _NOT and not _is_only(tree, k) for k in tree.kids[v]):
        return True
    head = tree.head(v)
    while head is not None and tree.label(v) in {"conj", "xcomp"}:
        if tree.lemmas[head] in cues("decline"):
            return True
        if tree.label(v) == "conj" and any(tree.lemmas[k] in _NOT for k in tree.kids[head]):
            return any(tree.lemmas[k] in {"or", "nor"} for k in tree.children(v, "cc"))
        v, head = head, tree.head(head)
    return False


def _is_only(tree: Tree, k: int) -> bool:
    return next_word(tree, k) in {"only", "just", "merely", "simply"}


def next_word(tree: Tree, i: int) -> str:
    return tree.texts[i + 1].casefold() if i + 1 < len(tree) else ""


def speaker_of(tree: Tree, v: int) -> tuple[int, ...]:
    """Return the head words of the subject, or of the agent of a passive."""
    if tree.is_passive(v):
        agents = [k for k in tree.children(v, "obl") if tree.case(k) == "by"]
        return tuple(tree.conjuncts(agents[0])) if agents else ()
    head = tree.head(v)
    as_ = any(tree.lemmas[k] == "as" for k in tree.children(v, "mark"))
    if as_ and head is not None and tree.lemmas[head] in cues("cite") and tree.xpos[v] == "VBG":
        quoted = (
            tree.child(head, "nsubj:pass") if tree.is_passive(head) else tree.child(head, "obj")
        )
        return tuple(tree.conjuncts(quoted)) if quoted is not None else ()
    if tree.xpos[v] == "VBG" and tree.label(v) == "advcl" and tree.lemmas[v] in cues("say"):
        for up in tree.ancestors(v):  # "X said that C, adding that": X adds
            if tree.lemmas[up] in cues("say") and (own := tree.child(up, "nsubj")) is not None:
                return tuple(tree.conjuncts(tree.referent(own)))
    subject = tree.child(v, "nsubj")
    if subject is not None and subject > v and tree.lemmas[v] not in cues("trail"):
        subject = None
    start = phrase_before(tree, v) if subject is None and tree.xpos[v] in FINITE else None
    if start is not None and tree.label(v) != "conj":
        return heads_of_run(tree, range(start, v))  # ", Iran denies it", its subject misread
    subject = tree.subject(v) if subject is None else tree.referent(subject)
    if subject is not None and tree.lemmas[subject] in RELATIVE and subject < v:
        subject = _noun_before(tree, subject)
    if subject is None and tree.xpos[v] == "VBG" and head is not None and tree.label(v) == "advcl":
        subject = tree.subject(head)
    if (
        subject is None
        or subject == v
        or tree.texts[subject].casefold() in {"it", "there"}
        and (tree.label(subject) == "expl")
    ):
        return ()
    return tuple(tree.conjuncts(subject))


def hearsay(tree: Tree, v: int) -> frozenset[int]:
    """Return what "X is said to have done it" says; nobody is named who says so."""
    if not tree.is_passive(v) or tree.agent(v) is not None:
        return frozenset()
    heads = [k for k in tree.children(v, "xcomp") if k > v and marked(tree, k, "to")]
    return frozenset(j for h in heads for j in tree.subtree(h))


def is_impersonal(tree: Tree, v: int) -> bool:
    """Tell "it was reported that C" from a passive that names who was told."""
    subjects = tree.children(v, "expl", "nsubj:pass")
    dummy = bool(subjects) and all(tree.texts[k].casefold() == "it" for k in subjects)
    return dummy and tree.is_passive(v) and tree.agent(v) is None


def _noun_before(tree: Tree, i: int) -> int | None:
    """Return the noun that ", which" follows, where the parser did not tell."""
    k = i - 1
    while k >= 0 and tree.texts[k] in PAUSES:
        k -= 1
    if k < 0 or tree.upos[k] not in NOMINAL:
        return None
    while 0 <= tree.heads[k] < k and tree.upos[tree.heads[k]] in NOMINAL:
        k = tree.heads[k]
    return k


def passed_on(
    tree: Tree, v: int, heads: tuple[int, ...]
) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    """Return who says it with whoever they cite before them, and who quotes them."""
    chain: list[tuple[int, ...]] = [heads] if heads else []
    outer: list[tuple[int, ...]] = []
    for at in (v, *heads):
        for k in tree.kids[at]:
            if tree.lemmas[k] not in cues("cite"):
                continue
            if tree.xpos[k] == "VBG" and (cited := tree.children(k, "obj")):
                chain.insert(0, tuple(tree.conjuncts(cited[-1])))
            elif tree.is_passive(k) and (agent := tree.agent(k)) is not None:
                outer.append(tuple(tree.conjuncts(agent)))
    head = tree.head(v)
    if head is not None and tree.lemmas[head] in cues("cite") and tree.xpos[v] == "VBG":
        who = tree.agent(head) if tree.is_passive(head) else tree.subject(head)
        if who is not None and who not in heads:
            outer.append(tuple(tree.conjuncts(who)))
    return tuple(chain), tuple(outer)


def quoted_after(tree: Tree, v: int, quoted: frozenset[int]) -> frozenset[int]:
    """Return a quotation that opens close behind a verb of speech: 'X said, "C"'."""
    start = next((j for j in range(v + 1, min(v + 6, len(tree))) if j in quoted), None)
    if start is None or v in quoted:
        return frozenset()
    end = start
    while end in quoted:
        end += 1
    return frozenset(range(start, end))


def that_clause(tree: Tree, v: int) -> int | None:
    """Return the clause behind "that", where the parser hung it elsewhere."""
    if tree.lemmas[v] not in cues("say") | cues("believe") | cues("fear"):
        return None
    for j in range(v + 1, min(v + 7, len(tree))):
        if tree.texts[j].casefold() == "that" and tree.label(j) == "mark":
            clause = tree.heads[j]
            return clause if clause > j and tree.label(clause) != "acl" else None
        if tree.is_verb(j):
            return None
    return None


def speaker_words(tree: Tree, u: Utterance) -> frozenset[int]:
    """Return the words that name the nearest speaker, asides and what is said left out."""
    heads = u.chain[0] if u.chain else ()
    words: set[int] = set()
    todo = list(heads)
    while todo:
        at = todo.pop()
        words.add(at)
        todo.extend(k for k in tree.kids[at] if not _is_beside_name(tree, k, top=at in heads))
    return frozenset(words) - u.words - frozenset(range(*u.cue))


def description(tree: Tree, u: Utterance) -> str | None:
    """Return what a speaker is called, "human rights group"; None: a pronoun or a mere number."""
    words = sorted(i for i in speaker_words(tree, u) if tree.upos[i] != "DET")
    heads = u.chain[0] if u.chain else ()
    if len(heads) != 1 or tree.upos[heads[0]] != "NOUN" or not words:
        return None
    whole = words[-1] - words[0] + 1 == len(words)
    return tree.phrase(words[0], words[-1] + 1) if whole else tree.texts[heads[0]]


def _is_beside_name(tree: Tree, k: int, *, top: bool) -> bool:
    """Tell "of the army" and "General" of a speaker from ", who …", ", a former …", "said by"."""
    label, head = tree.label(k), tree.heads[k]
    if label in {"acl", "advcl", "parataxis", "punct", "ccomp", "cop", "nsubj", "advmod"}:
        return True
    if label == "appos":
        return any(tree.texts[j] in PAUSES for j in range(min(k, head), max(k, head)))
    return top and (label == "case" and k < head or label == "cc" or label == "conj")


def marked(tree: Tree, i: int, word: str) -> bool:
    return any(tree.lemmas[k] == word for k in tree.children(i, "mark"))


def phrase_before(tree: Tree, v: int) -> int | None:
    """Return the first word of a plain phrase between a pause and a verb of speech."""
    j = v - 1  # the parser may have lost the subject: look at the order of words
    while j >= 0 and v - j <= LONGEST_SUBJECT and tree.texts[j] not in PAUSES:
        if tree.is_verb(j) or tree.texts[j].casefold() in RELATIVE or tree.upos[j] == "SCONJ":
            return None
        j -= 1
    if j <= 0 or tree.texts[j] not in PAUSES or v - j < 2:
        return None
    return j + 1 if any(tree.upos[k] in NOMINAL for k in range(j + 1, v)) else None


def heads_of_run(tree: Tree, run: range) -> tuple[int, ...]:
    """Return the words of a phrase that stand for somebody: its last noun before a preposition."""
    stop = next((j for j in run if tree.upos[j] == "ADP"), run.stop)
    nouns = [j for j in range(run.start, stop) if tree.upos[j] in NOMINAL]
    if not nouns:
        return ()
    last = nouns[-1]
    inside = [j for j in nouns if not run.start <= tree.heads[j] < run.stop]
    names = [j for j in inside if tree.upos[j] == "PROPN"]
    best = last if tree.upos[last] != "PROPN" or not names else names[0]
    return tuple(dict.fromkeys([best, *(k for k in tree.conjuncts(best) if k in run)]))
