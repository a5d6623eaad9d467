"""What a word makes of the clause or noun below it: "failed to", "the threat of", "ended"."""

from __future__ import annotations

from dataclasses import replace

from tertius.reading.cues import cues
from tertius.reading.moods import Mood, is_negated, with_neighbours
from tertius.reading.trees import Tree

_ENDING = frozenset(
    """end halt cease suspend cancel abandon stop renounce forgo discontinue quit cessation
    suspension termination""".split()
)
_REFUSING = frozenset({"fail", "refuse", "decline", "neglect"})


def governed_by(tree: Tree, head: int, mood: Mood, *, infinitive: bool) -> Mood | None:
    """Return what a verb makes of its complement; None: nothing, it passes on its own mood."""
    lemma = tree.lemmas[head]
    if lemma in _ENDING:
        return with_neighbours(tree, head, replace(mood, ended=True))
    if lemma in cues("negative"):
        return with_neighbours(tree, head, replace(mood, denied=not mood.denied))
    if lemma in cues("deny"):
        return replace(mood, below_speech=True)
    if lemma in cues("prevent"):
        return with_neighbours(tree, head, replace(mood, possible=True), negation=False)
    if lemma in cues("want") - {"love"} and (lemma != "determine" or infinitive):
        return with_neighbours(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("fear"):
        return with_neighbours(
            tree, head, replace(mood, attitude="fear", possible=infinitive or mood.possible)
        )
    if lemma in cues("call") and infinitive:
        return with_neighbours(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("order") and infinitive:
        return replace(mood, possible=True)
    if lemma == "have" and infinitive and not tree.children(head, "obj"):
        if any(tree.lemmas[k] == "yet" for k in tree.children(head, "advmod")):
            return replace(mood, denied=not mood.denied)  # "has yet to recognise"
        return with_neighbours(tree, head, replace(mood, attitude=mood.attitude or "desire"))
    if lemma == "go" and tree.xpos[head] == "VBG" and tree.children(head, "aux"):
        return with_neighbours(tree, head, replace(mood, future=True))
    if lemma in cues("future") and infinitive and (lemma != "set" or tree.xpos[head] == "VBN"):
        return _planned(tree, head, mood)
    if lemma in {"believe", "think", "suspect", "deem", "presume"} and tree.is_passive(head):
        return with_neighbours(tree, head, replace(mood, attitude="belief"))
    if lemma in cues("possible") and infinitive or lemma in {"consider", "contemplate", "mull"}:
        return with_neighbours(tree, head, replace(mood, possible=True))
    return None


def _planned(tree: Tree, head: int, mood: Mood) -> Mood:
    """ "plans to" foretells; "planned to", told of the past, is an intention only."""
    lemma = tree.lemmas[head]
    past = tree.xpos[head] == "VBD" and not tree.is_passive(head)
    past = past or any(tree.xpos[k] == "VBD" for k in tree.children(head, "aux"))
    if past and lemma in {"plan", "intend", "mean", "expect", "prepare"}:
        return with_neighbours(tree, head, replace(mood, possible=True))
    return with_neighbours(tree, head, replace(mood, future=True))


def of_quality(tree: Tree, head: int, mood: Mood) -> Mood:
    """Return what an adjective or noun makes of its clause: "able to", "likely to", "unable to"."""
    lemma, pos = tree.lemmas[head], "adj" if tree.upos[head] == "ADJ" else "noun"
    if lemma in cues("factive", pos):
        return replace(mood, closed=True)
    if lemma == "able" and any(tree.xpos[k] in {"VBD", "VBN"} for k in tree.children(head, "cop")):
        return with_neighbours(tree, head, mood)  # "was able to" did it, "was not able to" did not
    if lemma in cues("pretext", pos):
        return replace(mood, denied=not mood.denied, closed=True)
    if lemma in _ENDING:
        return with_neighbours(tree, head, replace(mood, ended=True))
    if lemma in cues("negative", pos):
        return with_neighbours(tree, head, replace(mood, denied=not mood.denied))
    if lemma in cues("fear", pos):
        return with_neighbours(tree, head, replace(mood, attitude="fear", possible=True))
    if lemma in cues("want", pos):
        return with_neighbours(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("call", pos):
        return with_neighbours(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("future", pos):
        return with_neighbours(tree, head, replace(mood, future=True))
    if lemma in cues("possible", pos) or lemma in cues("order", pos):
        return with_neighbours(tree, head, replace(mood, possible=True))
    return with_neighbours(tree, head, mood)


def clause_of_noun(tree: Tree, at: int, noun: int, mood: Mood) -> Mood:
    lemma = tree.lemmas[noun]
    if lemma in cues("statement", "noun") - cues("future", "noun") - cues("possible", "noun"):
        if any(lemma in cues(c, "noun") for c in ("pretext", "deny")):
            return of_quality(tree, noun, mood)
        if any(
            tree.lemmas[k] in {"false", "untrue", "bogus", "baseless"}
            for k in tree.children(noun, "amod")
        ):
            return replace(mood, denied=not mood.denied, closed=True)
        return replace(mood, below_speech=True)
    if lemma in {"evidence", "proof", "sign", "indication"} and _is_missing(tree, noun):
        return replace(mood, possible=True, closed=True)  # "no evidence that"
    infinitive = any(tree.lemmas[k] == "to" for k in tree.children(at, "mark"))
    if infinitive and tree.head(noun) is None and not any(map(tree.is_verb, tree.kids[noun][:-1])):
        return replace(mood, future=True)  # a headline: "Rebels to leave town"
    if infinitive and is_singled_out(tree, noun):
        return replace(mood, closed=True)  # "the first state to join"
    if not infinitive and not tree.children(at, "mark"):
        return _participle(tree, noun, mood)
    classes = ("pretext", "negative", "fear", "want", "call", "future", "possible", "order")
    if any(lemma in cues(c, "noun") for c in classes):
        return of_quality(tree, noun, mood)
    if infinitive and lemma not in cues("light", "noun"):
        return replace(mood, possible=True)
    return replace(mood, closed=not infinitive)


def _is_missing(tree: Tree, noun: int) -> bool:
    verb = tree.head(noun)
    return is_negated(tree, noun) or verb is not None and is_negated(tree, verb)


def _participle(tree: Tree, noun: int, mood: Mood) -> Mood:
    """ "there will be militias, armed by X": in the future with them; else taken for true."""
    verb = tree.head(noun)
    if verb is not None and tree.label(noun) == "nsubj" and tree.children(verb, "expl"):
        return with_neighbours(tree, verb, mood)
    return replace(mood, closed=True)


def is_singled_out(tree: Tree, noun: int) -> bool:
    """Tell "the first state to join" from "a plan to join"."""
    few = {"first", "last", "only", "few", "latest", "second", "third", "sole"}
    return tree.lemmas[noun] in few | {"one"} or any(
        tree.lemmas[k] in few for k in tree.children(noun, "amod", "det", "nummod")
    )


def purpose(tree: Tree, head: int, mood: Mood) -> Mood:
    """ "sent troops to help", once done, has helped; "is holding talks to prevent" has an aim."""
    for k in tree.children(head, "obj", "nsubj:pass"):
        names = ("negative", "want", "call", "future", "possible", "order")
        if any(tree.lemmas[k] in cues(name, "noun") for name in names):
            return of_quality(tree, k, mood)  # "signed a deal to supply", "has the right to join"
    if tree.lemmas[head] not in cues("negative") or tree.lemmas[head] in _REFUSING:
        governed = governed_by(tree, head, mood, infinitive=True)
        if governed is not None:
            return governed
    done = tree.xpos[head] in {"VBD", "VBN"} and not tree.is_passive(head)
    if done or tree.lemmas[head] in cues("purpose"):
        return with_neighbours(tree, head, mood)
    return replace(mood, possible=True, closed=True)


def nominal(tree: Tree, at: int, head: int, mood: Mood) -> Mood:
    """Add what the governor of a noun makes of it."""
    label, case = tree.label(at), tree.case(at)
    if case in {"without", "instead of", "rather than"}:
        return replace(mood, closed=True)  # the noun's own words have denied it
    if not tree.is_verb(head) and tree.upos[head] != "AUX":
        return _below_noun(tree, at, head, mood, case=case)
    lemma = tree.lemmas[head]
    undergoer = label == "obj" or tree.labels[at] == "nsubj:pass"
    if label == "nsubj" and not undergoer:
        if lemma in cues("occur"):
            if lemma in _ENDING:
                mood = replace(mood, ended=True)
            return with_neighbours(tree, head, mood, via=at)
        return replace(mood, closed=True)
    if undergoer or case in {
        "for",
        "in",
        "into",
        "to",
        "on",
        "out",
        "of",
        "from",
        "about",
        "against",
    }:
        return _below_verb(tree, at, head, mood, undergoer=undergoer, case=case)
    return replace(mood, closed=True)


def _below_verb(tree: Tree, at: int, head: int, mood: Mood, *, undergoer: bool, case: str) -> Mood:
    lemma = tree.lemmas[head]
    if lemma in cues("deny") | cues("accuse"):
        return replace(mood, below_speech=True)
    if (
        lemma in cues("call")
        and (case == "for" or undergoer and lemma != "call")
        or undergoer
        and lemma in (cues("want") - {"love", "like", "need"})
        or lemma in {"hope", "wish", "long"}
        and case == "for"
    ):
        return with_neighbours(tree, head, replace(mood, attitude="desire"), via=at)
    if lemma in cues("fear") and (undergoer or case == "about"):
        return with_neighbours(tree, head, _feared(tree, at, mood), via=at)
    if undergoer and lemma in cues("prevent") - {"oppose"} | {
        "threaten",
        "risk",
        "consider",
        "propose",
        "plot",
    }:
        return with_neighbours(tree, head, replace(mood, possible=True), negation=False, via=at)
    if undergoer and lemma in {
        "plan",
        "intend",
        "expect",
        "promise",
        "pledge",
        "vow",
        "predict",
        "prepare",
    }:
        return _planned(tree, head, mood)
    if undergoer and lemma in _ENDING:
        return with_neighbours(tree, head, replace(mood, ended=True), via=at)
    if undergoer and lemma in {"reject", "refuse", "decline"} and not _is_known(tree, at):
        return with_neighbours(tree, head, replace(mood, denied=not mood.denied), via=at)
    if undergoer and lemma in {"avoid", "lack", "rule"}:
        return with_neighbours(tree, head, replace(mood, denied=not mood.denied), via=at)
    if lemma in cues("light") and (undergoer or case in {"in", "into", "to", "out", "on"}):
        return with_neighbours(tree, head, mood, via=at)
    return replace(mood, closed=True)


def _feared(tree: Tree, noun: int, mood: Mood) -> Mood:
    """ "fears of an attack" may come; "fears about their support for X" is about what is there."""
    return replace(mood, attitude="fear", possible=mood.possible or not _is_known(tree, noun))


def _is_known(tree: Tree, noun: int) -> bool:
    """Tell "the alliance", "Turkish support" and "its raids" from "an alliance" and "talks"."""
    if tree.lemmas[noun] in cues("charge", "noun"):
        return True
    return any(
        tree.texts[k][:1].isupper() and tree.label(k) == "amod" for k in tree.kids[noun]
    ) or any(
        tree.labels[k] == "nmod:poss"
        or tree.labels[k] == "compound"
        and tree.texts[k][:1].isupper()
        or tree.lemmas[k] in {"the", "this", "these"}
        for k in tree.kids[noun]
    )


def _below_noun(tree: Tree, at: int, head: int, mood: Mood, *, case: str) -> Mood:
    pos = "adj" if tree.upos[head] == "ADJ" else "noun"
    lemma, label = tree.lemmas[head], tree.label(at)
    if label == "nsubj":
        if pos == "adj" and any(lemma in cues(c, pos) for c in ("possible", "negative", "future")):
            return of_quality(tree, head, mood)
        return replace(mood, closed=True)
    if pos == "adj" and case not in {"of", "for", "about"}:
        return replace(mood, closed=True)
    if case in {"of", "for", "to", "about", "against", "with", "on", "over", "in"}:
        named = ("negative", "fear", "want", "call", "possible", "pretext", "future")
        if case in {"of", "for", "about", "to", "over"} and any(
            lemma in cues(c, pos) for c in named
        ):
            if lemma in cues("fear", pos):
                return with_neighbours(tree, head, _feared(tree, at, mood), via=at)
            return of_quality(tree, head, mood)
        if lemma in cues("light", pos) and case in {"of", "in", "to", "at"}:
            return with_neighbours(tree, head, mood, via=at)
    return replace(mood, closed=True)
