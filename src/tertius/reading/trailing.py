"""Reports behind or inside what is said: "C, X said", "C, said X", "The rebels, X said, left"."""

from __future__ import annotations

from collections.abc import Iterable

from tertius.reading.trees import Tree
from tertius.reading.utterances import (
    FINITE,
    LONGEST_SUBJECT,
    NOMINAL,
    PAUSES,
    RELATIVE,
    heads_of_run,
    phrase_before,
    quoted_after,
    speaker_of,
    that_clause,
)


def trailing(
    tree: Tree, v: int, quoted: frozenset[int]
) -> tuple[frozenset[int], frozenset[int], tuple[int, ...]] | None:
    """Return what is said, the words of the report and its speakers; None: another form."""
    if not _is_finite(tree, v):
        return None
    if v in quoted or _has_matter_behind(tree, v):
        return None
    inverted = _inverted_subject(tree, v)
    if inverted is not None:
        start, run, heads = v, inverted, heads_of_run(tree, inverted)
    else:
        subject = _subject_before(tree, v)
        if subject is None:
            return None
        start, run = subject, range(subject, v)
        heads = tuple(h for h in speaker_of(tree, v) if h in run) or heads_of_run(tree, run)
    if quoted_after(tree, v, quoted) and not quoted & set(range(start)):
        return None  # 'X did this, but Y replied, "C"'
    if start == 0 or not heads or not any(tree.texts[j].isalnum() for j in range(start)):
        return None
    own = _report_words(tree, v, start, run, quoted)
    words = _scope(tree, v, start) - own
    return (words, own, heads) if any(j < start for j in words) else None


def _is_finite(tree: Tree, v: int) -> bool:
    """Tell whether a verb of speech has a subject of its own, tagged VBD or, in error, VBN."""
    if tree.xpos[v] in FINITE:
        return True
    aux = {tree.labels[k] for k in tree.children(v, "aux")}
    has = any(tree.lemmas[k] == "have" for k in tree.children(v, "aux"))
    bare = not aux and bool(tree.children(v, "nsubj")) and not tree.children(v, "nsubj:pass")
    return tree.xpos[v] == "VBN" and (has and "aux:pass" not in aux or bare)


def _has_matter_behind(tree: Tree, v: int) -> bool:
    heads = [k for k in tree.children(v, "ccomp", "xcomp", "obj") if k > v]
    if tree.lemmas[v] == "tell":
        heads = [k for k in heads if tree.label(k) != "obj"]
    if any(not _is_aside(tree, v, h) for h in heads):
        return True
    return that_clause(tree, v) is not None


def _is_aside(tree: Tree, v: int, h: int) -> bool:
    """Tell a misread "…, he said, using …" or "…, say U.S. sources" from a matter behind."""
    first = next(j for j in tree.subtree(h) if tree.upos[j] != "PUNCT" or j == h)
    if first < v or _is_inserted(tree, v):
        return True
    if tree.xpos[h] == "VBG" and not tree.children(h, "nsubj", "aux", "mark"):
        return tree.texts[first - 1] in PAUSES
    bare = tree.upos[h] in NOMINAL and not tree.children(h, "nsubj", "cop", "mark")
    owned = tree.xpos[v + 1] == "PRP$"  # ", continued its march"
    return bare and not owned and _inverted_subject(tree, v) is not None


def _is_inserted(tree: Tree, v: int) -> bool:
    """Tell whether ", X said," stands between pauses, with words of what is said before it."""
    if v + 1 >= len(tree) or tree.texts[v + 1] not in PAUSES:
        return False
    start = phrase_before(tree, v)
    return start is not None and any(tree.texts[j][0].isalnum() for j in range(start))


def _inverted_subject(tree: Tree, v: int) -> range | None:
    """Return the words of the subject in ", said X", found by their order."""
    if v == 0 or v + 1 >= len(tree) or not _pause_before(tree, v):
        return None
    end = v + 1
    while end < len(tree) and _continues_phrase(tree, v, end):
        end += 1
    run = range(v + 1, end)
    return run if any(tree.upos[j] in NOMINAL for j in run) else None


def _continues_phrase(tree: Tree, v: int, j: int) -> bool:
    upos, text = tree.upos[j], tree.texts[j]
    if text == ",":  # "U.S., Iraqi and Turkish sources"
        names = all(
            tree.upos[k] in {"PROPN", "ADJ", "DET"} or tree.texts[k] == "," for k in range(v + 1, j)
        )
        rest = [tree.texts[k].casefold() for k in range(j + 1, min(j + 6, len(tree)))]
        return (
            names and j > v + 1 and ("and" in rest) and rest[0] not in RELATIVE | {"a", "an", "the"}
        )
    if upos in {"PRON", "DET", "SCONJ"} and text.casefold() in RELATIVE:
        return False
    if (
        upos in NOMINAL | {"ADJ", "DET", "CCONJ", "PART"}
        or text in {"-", ".", "'s", "’s"}
        and j + 1 < len(tree)
    ):
        return True
    return upos == "ADP" and text.casefold() in {"of", "for", "from", "at", "with", "to"}


def _pause_before(tree: Tree, j: int) -> bool:
    """Tell whether a comma, dash or quotation mark stands before a word, adverbs left out."""
    k = j - 1
    while k > 0 and tree.upos[k] in {"ADV", "CCONJ", "AUX"} and tree.texts[k].casefold() != "not":
        k -= 1
    if k > 0 and tree.texts[k].casefold() == "as":
        k -= 1
    return k > 0 and tree.texts[k] in PAUSES


def _subject_before(tree: Tree, v: int) -> int | None:
    """Return the first word of the subject in ", X said"; None where no pause stands before it."""
    subject = tree.child(v, "nsubj")
    close = phrase_before(tree, v)
    if subject is not None and subject < v:
        if tree.lemmas[subject] in RELATIVE and tree.upos[subject] != "NOUN":
            return None
        first = min(tree.subtree(subject))
        if close is not None and first < close:
            return close  # "The rebels, officials say, are armed": the parser took both
        if _pause_before(tree, first):
            return first
        if v - first > LONGEST_SUBJECT:
            return None
    return close


def _report_words(
    tree: Tree, v: int, start: int, run: Iterable[int], quoted: frozenset[int]
) -> frozenset[int]:
    """Return the words of the report: verb, speaker, what is said of the speaker, when, where."""
    words = {v, *run}
    inserted = _is_inserted(tree, v)
    for k in tree.kids[v]:
        below = tree.subtree(k)
        if inserted and k > v and tree.label(k) in {"ccomp", "parataxis"} and tree.xpos[k] != "VBG":
            continue
        if tree.label(k) in {"ccomp", "xcomp", "parataxis"} and any(j < start for j in below):
            words.update(j for j in below if start <= j < v)
        elif tree.label(k) == "conj" and tree.is_verb(k) or min(below) >= start:
            words.update(j for j in below if j >= start)
        elif tree.label(k) in {"aux", "advmod", "mark"}:
            words.update(below)
    behind = max([v, *run]) + 1
    if _speaks_on(tree, behind):  # ", who runs …", ", a former envoy"
        stop = behind + 1
        while stop < len(tree) and tree.texts[stop] not in {";", '"', "“"}:
            stop += 1
        if all(tree.texts[j] != "," for j in range(behind + 1, stop)):
            words.update(range(behind, stop))
    last = max([v, *run])
    if inserted:
        return frozenset(words) - quoted
    if tree.head(v) is None or all(tree.heads[j] != v for j in range(last + 1, len(tree))):
        rest = [j for j in range(last + 1, len(tree)) if tree.texts[j].isalnum()]
        if rest and all(j in words or tree.within(j, v) for j in rest):
            words.update(range(last + 1, len(tree)))
    return frozenset(words) - quoted


def _speaks_on(tree: Tree, j: int) -> bool:
    return (
        j + 1 < len(tree)
        and tree.texts[j] == ","
        and tree.texts[j + 1].casefold() in {"who", "whose", "which", "a", "an", "the"}
    )


def _scope(tree: Tree, v: int, start: int) -> frozenset[int]:
    """Return the clause that a trailing report covers: the sentence, or a coordinated part."""
    first, last = 0, len(tree)
    for j, text in enumerate(tree.texts):
        if text == ";" and j < start:
            first = j + 1
        elif text == ";" and j > v:
            last = min(last, j)
    words = frozenset(range(first, last))
    head = tree.head(v)
    hung = head is not None and tree.label(v) in {"parataxis", "ccomp", "advcl"}
    if head is not None and hung and tree.label(head) == "conj":
        # "A did this, but B, X said, did that": only what the report stands inside
        part = frozenset(tree.subtree(head))
        if min(part) < start < head:
            return words & part
    return words
