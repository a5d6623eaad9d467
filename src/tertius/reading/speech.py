"""Words that report what somebody says, thinks, fears or denies, found in one parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tertius.reading.cues import cues
from tertius.reading.trees import Tree

Stance = Literal["says", "denies", "believes", "fears", "wishes", "asks"]

PAUSES = frozenset({",", '"', "”", "’", "''", "»", "--", "—", "–", "?", "!", "'", "…", "..."})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "what"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOT = frozenset({"not", "n't", "never", "neither", "nor"})
_CLAUSE = ("ccomp", "csubj", "acl", "acl:relcl", "advcl", "xcomp")
_MATTER = frozenset({"of", "about", "over", "regarding", "concerning", "on", "for", "with"})
_LONGEST_SUBJECT = 14  # words between a comma and "said" that can still be its subject


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


def utterances(tree: Tree, quoted: frozenset[int]) -> list[Utterance]:
    """Return the reports of speech and thought of a sentence, in the order of their cues.

    quoted: the words of the sentence that stand between quotation marks.
    """
    found: list[Utterance] = []
    for i, upos in enumerate(tree.upos):
        if tree.texts[i].casefold() == "according" and _next(tree, i) == "to":
            found.extend(_according(tree, i))
        elif upos == "VERB" or upos == "AUX" and tree.is_verb(i):
            found.extend(_verb(tree, i, quoted))
        elif upos in {"NOUN", "PROPN"}:
            found.extend(_noun(tree, i))
        elif upos == "ADJ" and tree.lemmas[i] in cues("fear", "adj"):
            found.extend(_fearful(tree, i))
    return [u for u in found if u.words]


# -- verbs ------------------------------------------------------------------------------------


def _verb(tree: Tree, v: int, quoted: frozenset[int]) -> Iterator[Utterance]:
    lemma = tree.lemmas[v]
    if lemma in cues("deny"):
        yield from _denial(tree, v)
    if lemma in cues("accuse"):
        yield from _accusation(tree, v)
    if lemma in cues("name"):
        yield from _name(tree, v)
    stance = _stance(tree, v)
    if stance is None:
        return
    clause = _trailing(tree, v, quoted) if lemma in cues("trail") else None
    if clause is not None:
        words, own, heads = clause
        yield _said(tree, v, words, heads, stance, clause=own, trailing=True)
        return
    words = _content(tree, v, quoted)
    heads = _speaker(tree, v)
    if words and heads:
        yield _said(tree, v, words, heads, stance)


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
    if stance in {"says", "believes"} and _is_withheld(tree, v):
        stance = "asks"
    chain, outer = _passed_on(tree, v, heads)
    mental = stance == "fears" or stance == "wishes" and tree.lemmas[v] not in cues("call")
    if mental:
        words = _without_asides(tree, words) | {v}
    return Utterance(
        words=words - frozenset(heads) - (frozenset() if mental else {v}),
        chain=(*chain, *outer),
        cue=(v, v + 1),
        stance=stance,
        clause=clause or frozenset([v, *heads]),
        trailing=trailing,
        mental=mental,
    )


def _without_asides(tree: Tree, words: frozenset[int]) -> frozenset[int]:
    """Leave out what a fear or wish takes for granted: relative clauses and adjectives."""
    aside = [
        i for i in sorted(words) if tree.labels[i] == "acl:relcl" or tree.label(i) == "amod" and (
            tree.xpos[i] in {"VBN", "VBD"}
        )
    ]
    return words - frozenset(j for i in aside for j in tree.subtree(i))


def _is_withheld(tree: Tree, v: int) -> bool:
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
    return _next(tree, k) in {"only", "just", "merely", "simply"}


def _next(tree: Tree, i: int) -> str:
    return tree.texts[i + 1].casefold() if i + 1 < len(tree) else ""


def _speaker(tree: Tree, v: int) -> tuple[int, ...]:
    """Return the head words of the subject, or of the agent of a passive."""
    if tree.is_passive(v):
        agents = [k for k in tree.children(v, "obl") if tree.case(k) == "by"]
        return tuple(tree.conjuncts(agents[0])) if agents else ()
    head = tree.head(v)
    as_ = any(tree.lemmas[k] == "as" for k in tree.children(v, "mark"))
    if as_ and head is not None and tree.lemmas[head] in cues("cite") and tree.xpos[v] == "VBG":
        quoted = tree.child(head, "nsubj:pass") if tree.is_passive(head) else tree.child(head, "obj")
        return tuple(tree.conjuncts(quoted)) if quoted is not None else ()
    if tree.xpos[v] == "VBG" and tree.label(v) == "advcl" and tree.lemmas[v] in cues("say"):
        for up in tree.ancestors(v):  # "X said that C, adding that": X adds
            if tree.lemmas[up] in cues("say") and (own := tree.child(up, "nsubj")) is not None:
                return tuple(tree.conjuncts(tree.referent(own)))
    subject = tree.child(v, "nsubj")
    if subject is not None and subject > v and tree.lemmas[v] not in cues("trail"):
        subject = None
    if subject is None:
        subject = tree.subject(v)
    else:
        subject = tree.referent(subject)
    if subject is None and tree.xpos[v] == "VBG" and head is not None and tree.label(v) == "advcl":
        subject = tree.subject(head)
    if subject is None or subject == v or tree.texts[subject].casefold() in {"it", "there"} and (
        tree.label(subject) == "expl"
    ):
        return ()
    return tuple(tree.conjuncts(subject))


def _passed_on(
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


def _content(tree: Tree, v: int, quoted: frozenset[int]) -> frozenset[int]:
    """Return what follows a verb of speech or thought as its matter."""
    lemma = tree.lemmas[v]
    heads = [k for k in tree.children(v, "ccomp", "csubj") if k > v]
    if lemma in cues("say-to") | cues("want") | cues("call") | cues("fear") | cues("believe"):
        heads += [k for k in tree.children(v, "xcomp") if k > v]
    if not heads and (that := _that_clause(tree, v)) is not None:
        heads.append(that)
    if not heads and lemma in cues("say-object") | cues("want") | cues("fear"):
        heads += [k for k in tree.children(v, "obj") if k > v]
    if lemma in cues("belief-as"):
        heads += [k for k in tree.children(v, "obl", "advcl") if tree.case(k) == "as" or _marked(tree, k, "as")]
    if lemma in cues("call"):
        heads += [k for k in tree.children(v, "obl") if tree.case(k) in {"for", "to"} and k > v]
    if lemma in cues("fear"):
        heads += [k for k in tree.children(v, "obl", "advcl") if tree.case(k) in _MATTER]
    words = frozenset(j for h in heads for j in tree.subtree(h))
    words -= _told_beside(tree, heads)
    colon = next((j for j in range(v + 1, min(v + 8, len(tree))) if tree.texts[j] == ":"), None)
    if colon is not None and lemma in cues("say") and not heads:
        words |= frozenset(range(colon + 1, len(tree)))
    if lemma in cues("say"):
        words |= _quoted_after(tree, v, quoted)
    subject = frozenset(j for k in tree.children(v, "nsubj") if k < v for j in tree.subtree(k))
    return words - subject


def _told_beside(tree: Tree, heads: Iterable[int]) -> frozenset[int]:
    """Return clauses with a speaker of their own that the parser hung on what is said."""
    beside = [
        k
        for h in heads
        for k in tree.children(h, "conj")
        if tree.lemmas[k] in cues("say") | cues("deny")
        and tree.xpos[k] in _FINITE
        and tree.child(k, "nsubj") is not None
    ]
    return frozenset(j for k in beside for j in tree.subtree(k))


def _quoted_after(tree: Tree, v: int, quoted: frozenset[int]) -> frozenset[int]:
    """Return a quotation that opens close behind a verb of speech: 'X said, "C"'."""
    start = next((j for j in range(v + 1, min(v + 6, len(tree))) if j in quoted), None)
    if start is None or v in quoted:
        return frozenset()
    end = start
    while end in quoted:
        end += 1
    return frozenset(range(start, end))


def _that_clause(tree: Tree, v: int) -> int | None:
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


def _marked(tree: Tree, i: int, word: str) -> bool:
    return any(tree.lemmas[k] == word for k in tree.children(i, "mark"))


# -- "C, X said" and "C, said X" --------------------------------------------------------------


def _trailing(
    tree: Tree, v: int, quoted: frozenset[int]
) -> tuple[frozenset[int], frozenset[int], tuple[int, ...]] | None:
    """Return what is said, the words of the report and its speakers; None: another form."""
    perfect = tree.xpos[v] == "VBN" and any(tree.lemmas[k] == "have" for k in tree.children(v, "aux"))
    if tree.xpos[v] not in _FINITE and not perfect:
        return None
    if v in quoted or _has_matter_behind(tree, v):
        return None
    inverted = _inverted_subject(tree, v)
    if inverted is not None:
        start, run, heads = v, inverted, _heads_of_run(tree, inverted)
    else:
        subject = _subject_before(tree, v)
        if subject is None:
            return None
        start, run = subject, range(subject, v)
        heads = tuple(h for h in _speaker(tree, v) if h in run) or _heads_of_run(tree, run)
    if start == 0 or not heads or not any(tree.texts[j].isalnum() for j in range(start)):
        return None
    own = _report_words(tree, v, start, run, quoted)
    words = _scope(tree, v, start) - own
    return (words, own, heads) if any(j < start for j in words) else None


def _has_matter_behind(tree: Tree, v: int) -> bool:
    heads = [k for k in tree.children(v, "ccomp", "xcomp", "obj") if k > v]
    if tree.lemmas[v] == "tell":
        heads = [k for k in heads if tree.label(k) != "obj"]
    if any(not _is_aside(tree, v, h) for h in heads):
        return True
    return _that_clause(tree, v) is not None


def _is_aside(tree: Tree, v: int, h: int) -> bool:
    """Tell a misread "…, he said, using …" or "…, say U.S. sources" from a matter behind."""
    first = next(j for j in tree.subtree(h) if tree.upos[j] != "PUNCT" or j == h)
    if first < v or _is_inserted(tree, v):
        return True
    if tree.xpos[h] == "VBG" and not tree.children(h, "nsubj", "aux", "mark"):
        return tree.texts[first - 1] in PAUSES
    bare = tree.upos[h] in _NOMINAL and not tree.children(h, "nsubj", "cop", "mark")
    owned = tree.xpos[v + 1] == "PRP$"  # ", continued its march"
    return bare and not owned and _inverted_subject(tree, v) is not None


def _is_inserted(tree: Tree, v: int) -> bool:
    """Tell whether ", X said," stands between pauses, with words of what is said before it."""
    if v + 1 >= len(tree) or tree.texts[v + 1] not in PAUSES:
        return False
    start = _phrase_before(tree, v)
    return start is not None and any(tree.texts[j][0].isalnum() for j in range(start))


def _inverted_subject(tree: Tree, v: int) -> range | None:
    """Return the words of the subject in ", said X", found by their order."""
    if v == 0 or v + 1 >= len(tree) or not _pause_before(tree, v):
        return None
    end = v + 1
    while end < len(tree) and _continues_phrase(tree, v, end):
        end += 1
    run = range(v + 1, end)
    return run if any(tree.upos[j] in _NOMINAL for j in run) else None


def _continues_phrase(tree: Tree, v: int, j: int) -> bool:
    upos, text = tree.upos[j], tree.texts[j]
    if text == ",":  # "U.S., Iraqi and Turkish sources"
        names = all(tree.upos[k] in {"PROPN", "ADJ", "DET"} or tree.texts[k] == "," for k in range(v + 1, j))
        rest = [tree.texts[k].casefold() for k in range(j + 1, min(j + 6, len(tree)))]
        return names and j > v + 1 and ("and" in rest) and rest[0] not in _RELATIVE | {"a", "an", "the"}
    if upos in {"PRON", "DET", "SCONJ"} and text.casefold() in _RELATIVE:
        return False
    if upos in _NOMINAL | {"ADJ", "DET", "CCONJ", "PART"} or text in {"-", ".", "'s", "’s"} and j + 1 < len(tree):
        return True
    return upos == "ADP" and text.casefold() in {"of", "for", "from", "at", "with", "to"}


def _heads_of_run(tree: Tree, run: range) -> tuple[int, ...]:
    """Return the words of a phrase that stand for somebody: its last noun before a preposition."""
    stop = next((j for j in run if tree.upos[j] == "ADP"), run.stop)
    nouns = [j for j in range(run.start, stop) if tree.upos[j] in _NOMINAL]
    if not nouns:
        return ()
    last = nouns[-1]
    inside = [j for j in nouns if not run.start <= tree.heads[j] < run.stop]
    names = [j for j in inside if tree.upos[j] == "PROPN"]
    best = last if tree.upos[last] != "PROPN" or not names else names[0]
    return tuple(dict.fromkeys([best, *(k for k in tree.conjuncts(best) if k in run)]))


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
    close = _phrase_before(tree, v)
    if subject is not None and subject < v:
        if tree.lemmas[subject] in _RELATIVE and tree.upos[subject] != "NOUN":
            return None
        first = min(tree.subtree(subject))
        if close is not None and first < close:
            return close  # "The rebels, officials say, are armed": the parser took both
        if _pause_before(tree, first):
            return first
        if v - first > _LONGEST_SUBJECT:
            return None
    return close


def _phrase_before(tree: Tree, v: int) -> int | None:
    """Return the first word of a plain phrase between a pause and a verb of speech."""
    j = v - 1  # the parser may have lost the subject: look at the order of words
    while j >= 0 and v - j <= _LONGEST_SUBJECT and tree.texts[j] not in PAUSES:
        if tree.is_verb(j) or tree.texts[j].casefold() in _RELATIVE or tree.upos[j] == "SCONJ":
            return None
        j -= 1
    if j <= 0 or tree.texts[j] not in PAUSES or v - j < 2:
        return None
    return j + 1 if any(tree.upos[k] in _NOMINAL for k in range(j + 1, v)) else None


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
    if head is not None and tree.label(v) in {"parataxis", "ccomp", "advcl"}:
        # "A did this, but B, X said, did that": only what the report stands inside
        if tree.label(head) == "conj" and min(tree.subtree(head)) < start < head:
            return words & frozenset(tree.subtree(head))
    return words


# -- other verbs ------------------------------------------------------------------------------


def _denial(tree: Tree, v: int) -> Iterator[Utterance]:
    heads = [k for k in tree.children(v, "ccomp", "xcomp", "advcl", "obj") if k > v]
    heads = [k for k in heads if tree.label(k) != "advcl" or tree.xpos[k] == "VBG"]
    heads = [k for k in heads if not (tree.label(k) == "obj" and tree.lemmas[k] in cues("charge", "noun"))]
    if not heads and (that := _that_clause(tree, v)) is not None:
        heads = [that]
    speakers = _speaker(tree, v)
    if not heads or not speakers:
        return
    # "denied the rebels access" is a refusal
    if len(tree.children(v, "iobj")) or tree.is_passive(v) and tree.agent(v) is None:
        return
    words = frozenset(j for h in heads for j in tree.subtree(h))
    stance: Stance = "asks" if _is_withheld(tree, v) else "denies"
    yield Utterance(words=words, chain=(speakers,), cue=(v, v + 1), stance=stance)


def _accusation(tree: Tree, v: int) -> Iterator[Utterance]:
    heads = []
    at = [v, *(tree.children(v, "obj", "nsubj:pass"))]
    for top in at:
        for k in tree.children(top, "obl", "advcl", "nmod", "acl", "ccomp"):
            if k > v and (tree.case(k) in {"of", "for", "with"} or tree.subtree(k)[0] > v and (
                _marked(tree, k, "of") or _marked(tree, k, "for") or _marked(tree, k, "with")
            )):
                heads.append(k)
    if not heads:
        return
    speakers = _speaker(tree, v)
    words = frozenset(j for h in heads for j in tree.subtree(h))
    chain = _passed_on(tree, v, speakers)[0] if speakers else ()
    if speakers or tree.is_passive(v):
        yield Utterance(words=words, chain=chain, cue=(v, v + 1), stance="says")


def _name(tree: Tree, v: int) -> Iterator[Utterance]:
    """ "called it a war", "described the raid as an attack", "what he called the "aggression"." """
    heads = [k for k in tree.children(v, "xcomp") if k > v and not _marked(tree, k, "to")]
    heads += [k for k in tree.children(v, "obl", "advcl") if tree.case(k) == "as" or _marked(tree, k, "as")]
    objects = [k for k in tree.children(v, "obj") if k > v]
    what = tree.head(v) is not None and tree.lemmas[tree.heads[v]] == "what"
    if not heads and tree.lemmas[v] == "call" and (what or len(objects) > 1):
        heads = objects[-1:]
    speakers = _speaker(tree, v)
    if heads and speakers:
        words = frozenset(j for h in heads for j in tree.subtree(h))
        yield Utterance(words=words, chain=(speakers,), cue=(v, v + 1), stance="says")


# -- nouns, adjectives, "according to" --------------------------------------------------------


def _noun(tree: Tree, n: int) -> Iterator[Utterance]:
    lemma = tree.lemmas[n]
    if lemma in cues("view", "noun") and tree.case(n) in {"in", "by", "from"}:
        yield from _in_the_eyes(tree, n)
        return
    names = ("statement", "charge", "deny", "accuse", "fear", "believe", "call", "text")
    if not any(lemma in cues(name, "noun") for name in names):
        return
    words = _matter(tree, n)
    if not words:
        return
    stance: Stance = "says"
    if lemma in cues("deny", "noun"):
        stance = "denies"
    elif lemma in cues("fear", "noun"):
        stance = "fears"
    elif lemma in cues("call", "noun"):
        stance = "wishes"
    elif lemma in cues("believe", "noun"):
        stance = "believes"
    rejecter = _rejecter(tree, n)
    if rejecter is not None:
        v, withheld = rejecter
        yield Utterance(
            words=words,
            chain=(_speaker(tree, v),),
            cue=(v, v + 1),
            stance="asks" if withheld else "denies",
        )
    owner = _owner(tree, n)
    if owner:
        yield Utterance(
            words=words, chain=(owner,), cue=(n, n + 1), stance=stance, mental=stance == "fears"
        )


def _matter(tree: Tree, n: int) -> frozenset[int]:
    """Return what a claim, charge or fear is about: its clause, or "of …" and "about …"."""
    heads = [
        k
        for k in tree.children(n, "acl", "ccomp", "acl:relcl", "csubj")
        if k > n and (_marked(tree, k, "that") or _marked(tree, k, "to") or _is_that_clause(tree, k))
    ]
    lemma = tree.lemmas[n]
    charge = lemma in cues("accuse", "noun") | cues("charge", "noun") | cues("fear", "noun")
    charge = charge or lemma in cues("deny", "noun") | cues("call", "noun")
    if charge:
        heads += [k for k in tree.children(n, "nmod", "acl") if k > n and _about(tree, k)]
    return frozenset(j for h in heads for j in tree.subtree(h))


def _about(tree: Tree, k: int) -> bool:
    return tree.case(k) in {"of", "about", "over", "for"} or _marked(tree, k, "of")


def _is_that_clause(tree: Tree, k: int) -> bool:
    """Tell "charges that X did it" from "charges that worry X": a subject of its own behind that."""
    first = tree.subtree(k)[0]
    own = tree.child(k, "nsubj")
    return tree.texts[first].casefold() == "that" and own is not None and own != first


def _rejecter(tree: Tree, n: int) -> tuple[int, bool] | None:
    """Return the verb that denies a charge, and whether that itself is withheld."""
    v = tree.head(n)
    if v is None or tree.label(n) not in {"obj", "nsubj", "obl"} or not tree.is_verb(v):
        return None
    if tree.lemmas[n] not in cues("charge", "noun"):
        return None
    lemma = tree.lemmas[v]
    if lemma not in cues("deny") | cues("deny-charge"):
        return None
    if tree.labels[n] == "nsubj" and not tree.is_passive(v) or not _speaker(tree, v):
        return None
    return v, _is_withheld(tree, v)


def _owner(tree: Tree, n: int) -> tuple[int, ...]:
    """Return whose claim or charge it is."""
    for k in tree.kids[n]:
        by = tree.label(k) == "nmod" and tree.case(k) in {"by", "from"} and k > n
        if tree.labels[k] == "nmod:poss" or by:
            return tuple(tree.conjuncts(k))
    for k in tree.kids[n]:
        if tree.label(k) in {"amod", "compound"} and tree.texts[k][:1].isupper():
            return tuple(tree.conjuncts(k))
    v = tree.head(n)
    if v is not None and tree.is_verb(v) and tree.label(n) in {"obj", "obl"}:
        issued = tree.label(n) == "obj" and tree.lemmas[v] in cues("light") | {"release", "voice", "deliver", "level", "repeat", "raise"}
        if issued or tree.label(n) == "obl" and tree.case(n) in {"in", "with"}:
            return _speaker(tree, v)
    return ()


def _in_the_eyes(tree: Tree, n: int) -> Iterator[Utterance]:
    owners = [k for k in tree.children(n, "nmod") if tree.labels[k] == "nmod:poss" or tree.case(k) == "of"]
    if owners:
        yield _outside(tree, n, owners[0], cue=(min(tree.subtree(n)), n + 1), stance="believes")


def _according(tree: Tree, a: int) -> Iterator[Utterance]:
    n = tree.heads[a]
    if not a < n:  # the parser made "according" a word of its own
        n = next((j for j in range(a + 2, len(tree)) if tree.upos[j] in _NOMINAL), -1)
        while n >= 0 and tree.heads[n] > n and tree.upos[tree.heads[n]] in _NOMINAL:
            n = tree.heads[n]
    if n > a:
        yield _outside(tree, n, n, cue=(a, a + 2), stance="says")


def _outside(
    tree: Tree, top: int, speaker: int, *, cue: tuple[int, int], stance: Stance
) -> Utterance:
    """Return a report by a phrase: what is said is the clause that it stands in."""
    own = frozenset([*range(cue[0], cue[1]), *tree.subtree(top)])
    clause = tree.head(top)
    while clause is not None and not tree.is_verb(clause) and tree.label(clause) not in {"root"}:
        if any(tree.label(k) == "nsubj" for k in tree.kids[clause]):
            break
        clause = tree.head(clause)
    letters = [j for j in range(len(tree)) if tree.texts[j][0].isalnum()]
    edge = bool(letters) and (letters[0] in own or letters[-1] in own)
    words = frozenset(range(len(tree)))
    if clause is not None and (not edge or tree.label(clause) == "conj"):
        words = frozenset(tree.subtree(clause))
    heads = tuple(tree.conjuncts(speaker))
    chain, outer = _passed_on(tree, top, heads)
    return Utterance(
        words=words - own, chain=(*chain, *outer), cue=cue, stance=stance, clause=own, trailing=True
    )


def _fearful(tree: Tree, a: int) -> Iterator[Utterance]:
    heads = [
        k
        for k in tree.children(a, "obl", "ccomp", "advcl", "xcomp")
        if k > a and (tree.label(k) != "obl" or tree.case(k) in _MATTER)
    ]
    holder = tree.subject(a)
    before = _before_comma(tree, a)
    if before is not None and (holder is None or holder > a or tree.head(a) != before):
        holder = before  # "officials, equally concerned about C, …"
    if holder is None and tree.label(a) in {"amod", "acl", "advcl", "appos", "xcomp"}:
        head = tree.heads[a]
        holder = head if tree.upos[head] in _NOMINAL else tree.subject(head)
    if heads and holder is not None and holder not in heads:
        words = frozenset(j for h in heads for j in tree.subtree(h))
        speakers = tuple(tree.conjuncts(holder))
        yield Utterance(
            words=_without_asides(tree, words) | {a},
            chain=(speakers,),
            cue=(a, a + 1),
            stance="fears",
            mental=True,
        )


def _before_comma(tree: Tree, a: int) -> int | None:
    """Return the noun before the comma that an adjective stands behind."""
    k = a - 1
    while k > 0 and tree.upos[k] == "ADV":
        k -= 1
    if k < 1 or tree.texts[k] != "," or tree.upos[k - 1] not in {"NOUN", "PROPN"}:
        return None
    return k - 1
