"""Denials, charges, and reports by a noun or phrase: "denied C", "X's claim that C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tertius.reading.cues import cues
from tertius.reading.trees import Tree
from tertius.reading.utterances import (
    MATTER,
    NOMINAL,
    PAUSES,
    Stance,
    Utterance,
    is_withheld,
    marked,
    passed_on,
    speaker_of,
    that_clause,
    without_asides,
)


def denial(tree: Tree, v: int) -> Iterator[Utterance]:
    heads = [k for k in tree.children(v, "ccomp", "xcomp", "advcl", "obj") if k > v]
    heads = [k for k in heads if tree.label(k) != "advcl" or tree.xpos[k] == "VBG"]
    heads = [
        k
        for k in heads
        if not (tree.label(k) == "obj" and tree.lemmas[k] in cues("charge", "noun"))
    ]
    if not heads and (that := that_clause(tree, v)) is not None:
        heads = [that]
    speakers = speaker_of(tree, v)
    if not heads or not speakers:
        return
    # "denied the rebels access" is a refusal
    if len(tree.children(v, "iobj")) or tree.is_passive(v) and tree.agent(v) is None:
        return
    words = frozenset(j for h in heads for j in tree.subtree(h))
    stance: Stance = "asks" if is_withheld(tree, v) else "denies"
    yield Utterance(words=words, chain=(speakers,), cue=(v, v + 1), stance=stance)


def accusation(tree: Tree, v: int) -> Iterator[Utterance]:
    heads = []
    at = [v, *tree.children(v, "obj", "nsubj:pass", "obl:agent")]
    for top in at:
        for k in tree.children(top, "obl", "advcl", "nmod", "acl", "ccomp", "xcomp"):
            if k > v and (
                tree.case(k) in {"of", "for", "with"}
                or tree.subtree(k)[0] > v
                and (marked(tree, k, "of") or marked(tree, k, "for") or marked(tree, k, "with"))
            ):
                heads.append(k)
    if not heads:
        return
    speakers = speaker_of(tree, v)
    words = frozenset(j for h in heads for j in tree.subtree(h))
    chain = passed_on(tree, v, speakers)[0] if speakers else ()
    if speakers or tree.is_passive(v):
        yield Utterance(words=words, chain=chain, cue=(v, v + 1), stance="says")


def naming(tree: Tree, v: int) -> Iterator[Utterance]:
    """ "called it a war", "described the raid as an attack", "what he called the "aggression"." """
    heads = [k for k in tree.children(v, "xcomp") if k > v and not marked(tree, k, "to")]
    heads += [
        k for k in tree.children(v, "obl", "advcl") if tree.case(k) == "as" or marked(tree, k, "as")
    ]
    objects = [k for k in tree.children(v, "obj") if k > v]
    what = tree.head(v) is not None and tree.lemmas[tree.heads[v]] == "what"
    if not heads and tree.lemmas[v] == "call" and (what or len(objects) > 1):
        heads = objects[-1:]
    speakers = speaker_of(tree, v)
    if heads and speakers:
        words = frozenset(j for h in heads for j in tree.subtree(h))
        yield Utterance(words=words, chain=(speakers,), cue=(v, v + 1), stance="says")


def noun(tree: Tree, n: int) -> Iterator[Utterance]:
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
            chain=(speaker_of(tree, v),),
            cue=(v, v + 1),
            stance="asks" if withheld else "denies",
        )
    owner = _owner(tree, n)
    if owner:
        yield Utterance(
            words=words, chain=(owner,), cue=(n, n + 1), stance=stance, mental=stance == "fears"
        )
    elif stance == "says" and rejecter is None and _is_unowned(tree, n):
        yield Utterance(words=words, chain=(), cue=(n, n + 1), stance=stance)


def _is_unowned(tree: Tree, n: int) -> bool:
    """Tell "there were claims that C", "amid reports that C" from claims that somebody made."""
    if not any(_is_that_clause(tree, k) or marked(tree, k, "that") for k in tree.kids[n]):
        return False
    verb = tree.head(n)
    if verb is None or tree.case(n) in {"amid", "after", "following", "despite"}:
        return True
    return bool(tree.children(verb, "expl")) and tree.lemmas[verb] == "be"


def with_denials(tree: Tree, found: Sequence[Utterance]) -> list[Utterance]:
    """Add denials of what the sentence has just said: "C, a charge that X denies"."""
    out = list(found)
    for v in range(len(tree)):
        start, heads = _taking_up(tree, v)
        if not heads:
            continue
        own = frozenset(range(start, v + 1)) | frozenset(tree.subtree(v))
        said = [u for u in out if u.stance == "says" and u.cue[1] <= start and u.words - own]
        words = said[-1].words - own if said else frozenset(range(start))
        if said:
            out[out.index(said[-1])] = replace(said[-1], words=words)
        out = [u for u in out if u.cue != (v, v + 1) or u.stance == "denies"]
        stance: Stance = "asks" if is_withheld(tree, v) else "denies"
        out.append(Utterance(words=words, chain=(heads,), cue=(v, v + 1), stance=stance))
    return out


def _taking_up(tree: Tree, v: int) -> tuple[int, tuple[int, ...]]:
    """Return where ", a charge X denies" or ", which X denies" begins, and who X is.

    v: its verb; without heads, it is no such clause.
    """
    nothing: tuple[int, tuple[int, ...]] = (0, ())
    if not _takes_up(tree, v, but="which"):
        return nothing
    charge, subject = _misread_charge(tree, v)
    if charge is not None and subject is not None:
        start, heads = min(tree.subtree(charge)), tuple(tree.conjuncts(subject))
    elif tree.labels[v] != "acl:relcl":
        return nothing
    else:
        n, heads = tree.heads[v], speaker_of(tree, v)
        start = tree.subtree(v)[0]
        while start < v and tree.texts[start] in PAUSES:
            start += 1
        if tree.upos[n] == "NOUN" and tree.lemmas[n] in cues("charge", "noun"):
            if n > v or n in heads or _matter(tree, n):
                return nothing
            start = min(tree.subtree(n))
        elif tree.texts[start].casefold() != "which" or tree.label(start) != "obj":
            return nothing
    while start < v and tree.texts[start] in PAUSES:
        start += 1
    return (start, heads) if start and tree.texts[start - 1] in PAUSES else nothing


def _misread_charge(tree: Tree, v: int) -> tuple[int | None, int | None]:
    """Return "an allegation" and "X" of ", an allegation X denies" read as part of the subject."""
    subjects = [k for k in tree.children(v, "nsubj") if k < v]
    if not subjects:
        return None, None
    inside = [
        k for k in tree.children(subjects[-1], "nmod", "compound", "appos") if k < subjects[-1]
    ]
    for k in (*subjects[:-1], *inside):
        if tree.lemmas[k] in cues("charge", "noun") and tree.children(k, "det"):
            return k, subjects[-1]
    return None, None


def _denies(tree: Tree, v: int) -> bool:
    return tree.lemmas[v] in cues("deny") | cues("deny-charge")


def _matter(tree: Tree, n: int) -> frozenset[int]:
    """Return what a claim, charge or fear is about: its clause, or "of …" and "about …"."""
    heads = [
        k
        for k in tree.children(n, "acl", "ccomp", "acl:relcl", "csubj")
        if k > n
        and (marked(tree, k, "that") or marked(tree, k, "to") or _is_that_clause(tree, k))
        and not _takes_up(tree, k)
    ]
    lemma, verb = tree.lemmas[n], tree.head(n)
    if not heads and verb is not None and tree.label(n) == "obj":
        # "denied a charge by X that C": the parser hung C on the verb
        heads += [k for k in tree.children(verb, "ccomp") if k > n and marked(tree, k, "that")]
    charge = lemma in cues("accuse", "noun") | cues("charge", "noun") | cues("fear", "noun")
    charge = charge or lemma in cues("deny", "noun") | cues("call", "noun")
    if charge:
        heads += [k for k in tree.children(n, "nmod", "acl") if k > n and _about(tree, k)]
    return frozenset(j for h in heads for j in tree.subtree(h))


def _about(tree: Tree, k: int) -> bool:
    return tree.case(k) in {"of", "about", "over", "for"} or marked(tree, k, "of")


def _takes_up(tree: Tree, k: int, *, but: str = "that") -> bool:
    """Tell "a charge that X denies" from "a charge that X denied the rebels their rights"."""
    objects = [j for j in tree.children(k, "obj") if tree.lemmas[j] not in {"that", but}]
    return _denies(tree, k) and not objects and not tree.children(k, "ccomp", "xcomp")


def _is_that_clause(tree: Tree, k: int) -> bool:
    """Tell "charges that X did it" from "charges that worry X"."""
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
    if tree.labels[n] == "nsubj" and not tree.is_passive(v) or not speaker_of(tree, v):
        return None
    return v, is_withheld(tree, v)


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
    if v is not None and tree.label(n) == "obj":
        for k in tree.children(v, "obl"):
            if tree.case(k) == "by" and n < k and tree.subtree(k)[0] == n + 1:
                return tuple(tree.conjuncts(k))
    if v is not None and tree.is_verb(v) and tree.label(n) in {"obj", "obl"}:
        issued = tree.label(n) == "obj" and tree.lemmas[v] in cues("light") | {
            "release",
            "voice",
            "deliver",
            "level",
            "repeat",
            "raise",
        }
        if issued or tree.label(n) == "obl" and tree.case(n) in {"in", "with"}:
            return speaker_of(tree, v)
    return ()


def _in_the_eyes(tree: Tree, n: int) -> Iterator[Utterance]:
    owners = [
        k for k in tree.children(n, "nmod") if tree.labels[k] == "nmod:poss" or tree.case(k) == "of"
    ]
    if owners:
        yield _outside(tree, n, owners[0], cue=(min(tree.subtree(n)), n + 1), stance="believes")


def according(tree: Tree, a: int) -> Iterator[Utterance]:
    n = tree.heads[a]
    if not a < n:  # the parser made "according" a word of its own
        n = next((j for j in range(a + 2, len(tree)) if tree.upos[j] in NOMINAL), -1)
        while n >= 0 and tree.heads[n] > n and tree.upos[tree.heads[n]] in NOMINAL:
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
    part = clause is not None and (
        tree.label(clause) == "conj" or tree.labels[clause] == "acl:relcl"
    )
    if clause is not None and (not edge or part):
        words = frozenset(tree.subtree(clause))
    heads = tuple(tree.conjuncts(speaker))
    chain, outer = passed_on(tree, top, heads)
    return Utterance(
        words=words - own, chain=(*chain, *outer), cue=cue, stance=stance, clause=own, trailing=True
    )


def fearful(tree: Tree, a: int) -> Iterator[Utterance]:
    heads = [
        k
        for k in tree.children(a, "obl", "ccomp", "advcl", "xcomp")
        if k > a and (tree.label(k) != "obl" or tree.case(k) in MATTER)
    ]
    holder = tree.subject(a)
    before = _before_comma(tree, a)
    if before is not None and (holder is None or holder > a or tree.head(a) != before):
        holder = before  # "officials, equally concerned about C, …"
    if holder is None and tree.label(a) in {"amod", "acl", "advcl", "appos", "xcomp"}:
        head = tree.heads[a]
        holder = head if tree.upos[head] in NOMINAL else tree.subject(head)
    if heads and holder is not None and holder not in heads:
        words = frozenset(j for h in heads for j in tree.subtree(h))
        speakers = tuple(tree.conjuncts(holder))
        yield Utterance(
            words=without_asides(tree, words) | {a},
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
