"""Whether a relation is said to hold, and as whose wish or fear.

From the word that carries the relation the tree is climbed to the root. Each word on the way can
deny what hangs below it, make it possible only, put it into the future, or make it a wish or a
fear. The climb ends where what is below is taken for true whatever is said above: in relative
clauses, clauses of time and cause, and noun phrases that a plain verb takes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tertius.reading.attribution import Said
from tertius.reading.cues import cues
from tertius.reading.trees import Tree
from tertius.records import Attitude, Modality

_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_NO = frozenset({"no", "neither", "none", "nobody"})
_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "surprising", "least", "because"})
_WITHOUT = frozenset({"without", "instead", "rather", "short", "lest"})
_IF = frozenset({"if", "unless", "whether", "lest", "provided", "assuming"})
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "gonna"})
_MAY = frozenset({"may", "might", "could", "can", "ca", "would", "'d", "’d"})
_MUST = frozenset({"must", "should", "ought"})
_ENDING = frozenset(
    """end halt cease suspend cancel abandon stop renounce forgo discontinue quit cessation
    suspension termination""".split()
)
_REFUSING = frozenset({"fail", "refuse", "decline", "neglect"})
_LONGEST_CLIMB = 40  # words; deeper trees are parser errors


@dataclass(frozen=True, slots=True)
class _Mood:
    """What the climb has met so far."""

    denied: bool = False
    ended: bool = False  # it is brought to an end: it holds until then
    possible: bool = False
    future: bool = False
    would: bool = False
    attitude: Attitude | None = None
    closed: bool = False  # what is below is taken for true: nothing above changes it
    below_speech: bool = False  # the climb came to a verb of speech: what is above is its affair


def modality(tree: Tree, word: int, said: Said) -> tuple[Modality, Attitude | None]:
    """Return whether the relation that a word carries is said to hold, and whose attitude it is.

    word: position of the verb, noun or adjective that carries the relation.
    said: on whose word it stands; a denial there denies, and a double denial asserts.
    """
    while tree.label(word) in {"cop", "aux"} and (predicate := tree.head(word)) is not None:
        word = predicate
    mood = _own(tree, word, _itself(tree, word))
    at, steps = word, 0
    while not (mood.closed or mood.below_speech) and steps < _LONGEST_CLIMB:
        head = tree.head(at)
        if head is None:
            break
        mood = _step(tree, at, head, mood)
        at, steps = head, steps + 1
    if _is_asked(tree) and not mood.closed and not mood.below_speech:
        mood = replace(mood, possible=True)
    if not mood.closed and not mood.below_speech and _is_imperative(tree, at):
        mood = replace(mood, possible=True, attitude=mood.attitude or "desire")
    return _verdict(_heard(mood, said), said)


def _heard(mood: _Mood, said: Said) -> _Mood:
    """Add what the speaker's stance makes of it."""
    if mood.closed:
        return mood
    match said.stance:
        case "denies":
            return replace(mood, denied=not mood.denied)
        case "asks":
            return replace(mood, possible=True)
        case "fears":
            return replace(mood, attitude="fear")
        case "wishes":
            return replace(mood, attitude=mood.attitude or "desire")
        case "believes":
            return replace(mood, attitude=mood.attitude or "belief")
    return mood


def _verdict(mood: _Mood, said: Said) -> tuple[Modality, Attitude | None]:
    attitude = mood.attitude
    possible, future = mood.possible, mood.future
    if mood.would:
        reported = mood.below_speech or said.stance == "says"
        future, possible = future or reported, possible or not reported
    if attitude == "fear" and future:
        possible = True
    if mood.ended and (possible or future or attitude == "desire"):
        return "asserted", None  # "will stop arming X", "wants an end to the raids": still so
    if possible:
        return "hypothetical", attitude
    if mood.denied != mood.ended:
        return "denied", attitude
    if future and attitude != "desire":
        return "forecast", attitude
    return "asserted", attitude


def _itself(tree: Tree, word: int) -> _Mood:
    """Return the attitude that the word itself names: "aspirations", "fears", "wants"."""
    lemma = tree.lemmas[word]
    pos = {"VERB": "verb", "ADJ": "adj", "NOUN": "noun"}.get(tree.upos[word], "")
    if lemma in cues("fear", pos):
        return _Mood(attitude="fear")
    if lemma in cues("want", pos) - {"need", "drive", "love"}:
        return _Mood(attitude="desire")
    head = tree.head(word)
    if lemma in cues("belief-as") and any(tree.lemmas[k] == "threat" for k in tree.kids[word]):
        return _Mood(attitude="fear")
    if lemma == "threat" and head is not None and tree.lemmas[head] in cues("belief-as"):
        return _Mood(attitude="fear")
    return _Mood()


# -- what stands beside a word -------------------------------------------------------------------


def _own(tree: Tree, i: int, mood: _Mood, *, negation: bool = True) -> _Mood:
    """Add what the words that hang on a word say: negation, auxiliaries, adverbs, "if"."""
    if negation and _is_negated(tree, i):
        mood = replace(mood, denied=not mood.denied)
    for k in tree.kids[i]:
        mood = _beside(tree, i, k, mood)
    if _is_to(tree, i):
        mood = replace(mood, future=True)
    return mood


def _beside(tree: Tree, i: int, k: int, mood: _Mood) -> _Mood:
    text, lemma, label = tree.texts[k].casefold(), tree.lemmas[k], tree.label(k)
    if label in {"aux", "cop"} and label == "aux":
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


def _auxiliary(tree: Tree, i: int, k: int, mood: _Mood) -> _Mood:
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
        if text in {"can", "ca", "could"} and _is_negated(tree, i):
            return mood
        return replace(mood, possible=True)
    if text in _MUST:
        return replace(mood, attitude=mood.attitude or "desire")
    return mood


def _quality(lemma: str, text: str, mood: _Mood) -> _Mood:
    """Add what an adjective before a noun says: "possible", "planned", "failed", "false"."""
    if lemma in cues("possible", "adj") - {"important", "vital", "free", "able", "capable"}:
        return replace(mood, possible=True)
    if lemma in cues("future", "adj") - {"set", "certain", "sure"} or text == "planned":
        return replace(mood, future=True)
    if lemma in {"false", "untrue", "bogus", "fictitious", "fabricated", "nonexistent", "baseless"}:
        return replace(mood, denied=not mood.denied)
    return mood


def _is_negated(tree: Tree, i: int) -> bool:
    count = 0
    for k in tree.kids[i]:
        lemma, label = tree.lemmas[k], tree.label(k)
        if lemma in _NOT and label in {"advmod", "cc", "det", "aux"} and _denies(tree, k):
            count += 1
        elif label == "advmod" and any(tree.lemmas[j] in {"no", "not"} for j in tree.kids[k]) and (
            tree.lemmas[k] in {"long", "longer", "more", "anymore"}
        ):
            count += 1
        elif label == "det" and lemma in _NO:
            count += 1
        elif label in {"nsubj", "obj"} and _is_nobody(tree, k) and tree.is_verb(i):
            count += 1
        elif label in {"case", "mark"} and lemma in _WITHOUT and not _is_fixed_to(tree, k):
            count += 1
        elif label in {"cc", "case", "mark"} and _phrase(tree, k) in {"rather than", "instead of"}:
            count += 1
    return count % 2 == 1


def _denies(tree: Tree, k: int) -> bool:
    """Tell a denying "not" from "not only", "not surprising", "not because" and "whether or not"."""
    if _after(tree, k) in _ONLY:
        return False
    return not (k >= 1 and tree.texts[k - 1].casefold() in {"or", "why"})


def _is_nobody(tree: Tree, k: int) -> bool:
    if tree.lemmas[k] in {"nobody", "none", "nothing", "neither"}:
        return True
    return any(tree.lemmas[d] in _NO for d in tree.children(k, "det"))


def _is_fixed_to(tree: Tree, k: int) -> bool:
    return tree.lemmas[k] == "rather" and _after(tree, k) != "than" or (
        tree.lemmas[k] == "short" and _after(tree, k) != "of"
    )


def _phrase(tree: Tree, k: int) -> str:
    return f"{tree.lemmas[k]} {_after(tree, k)}"


def _after(tree: Tree, k: int) -> str:
    return tree.texts[k + 1].casefold() if k + 1 < len(tree) else ""


def _before(tree: Tree, k: int) -> str:
    return tree.texts[k - 1].casefold() if k else ""


def _is_condition(tree: Tree, k: int) -> bool:
    for mark in tree.children(k, "mark", "advmod"):
        if tree.lemmas[mark] in {"if", "unless", "provided"} and _before(tree, mark) not in {"even", "as"}:
            return True
    return False


def _is_asked(tree: Tree) -> bool:
    """Tell a question whether it happened from one that asks why, where or who."""
    first = next((t.casefold() for t in tree.texts if t[0].isalnum()), "")
    return "?" in tree.texts[-2:] and first not in {"why", "how", "where", "when", "who", "whose"}


def _is_imperative(tree: Tree, root: int) -> bool:
    """Tell whether the sentence is a command: "Stop the attacks." """
    if tree.xpos[root] != "VB" or tree.children(root, "nsubj", "aux", "mark", "expl"):
        return False
    before = [j for j in range(root) if tree.texts[j][0].isalnum()]
    return all(tree.upos[j] in {"ADV", "INTJ", "CCONJ", "VERB"} for j in before)


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
    if not any(tree.lemmas[k] == "to" for k in tree.children(i, "mark")):
        return False
    if any(tree.lemmas[k] == "be" and tree.labels[k] == "aux" for k in tree.kids[i]):
        return True
    return tree.head(i) is None and bool(tree.children(i, "nsubj", "nsubj:pass"))


# -- one step up -----------------------------------------------------------------------------------


def _step(tree: Tree, at: int, head: int, mood: _Mood) -> _Mood:
    """Add what the head of a word, and the way it hangs on it, make of the word."""
    label = tree.labels[at]
    match label.split(":")[0]:
        case "conj":
            return _coordinated(tree, at, head, mood)
        case "xcomp" | "ccomp" | "csubj":
            return _complement(tree, at, head, mood)
        case "acl" if label != "acl:relcl" or _is_matter(tree, at):
            return _clause_of_noun(tree, at, head, mood)
        case "advcl":
            return _adverbial(tree, at, head, mood)
        case "obj" | "nsubj" | "obl" | "nmod" | "iobj":
            return _nominal(tree, at, head, mood)
        case "root" | "appos" | "cop" | "aux":
            return replace(mood, closed=label != "root")
    return replace(mood, closed=True)


def _is_matter(tree: Tree, i: int) -> bool:
    """Tell "the claim that X did it" from "the claim that worried X"."""
    first, own = tree.subtree(i)[0], tree.child(i, "nsubj")
    return tree.texts[first].casefold() == "that" and own is not None and own != first


def _coordinated(tree: Tree, at: int, head: int, mood: _Mood) -> _Mood:
    """Share what the first of coordinated words has, where the later one has none of its own."""
    if tree.is_verb(at) and tree.children(at, "nsubj", "expl"):
        return mood  # a clause of its own: only what stands above both holds for both
    own_aux = bool(tree.children(at, "aux", "cop"))
    finite = tree.xpos[at] in {"VBD", "VBZ", "VBP"} and tree.xpos[head] in {"VB", "VBN", "VBG"}
    if tree.is_verb(at) and (own_aux or finite):
        return mood
    but = any(tree.lemmas[k] in {"but", "yet"} for k in tree.children(at, "cc"))
    return _own(tree, head, mood, negation=not but)


def _complement(tree: Tree, at: int, head: int, mood: _Mood) -> _Mood:
    lemma, upos = tree.lemmas[head], tree.upos[head]
    label = tree.label(at)
    infinitive = any(tree.lemmas[k] == "to" for k in tree.children(at, "mark"))
    if upos == "ADJ" or upos == "NOUN":
        own = tree.child(head, "nsubj")
        if label == "csubj" and infinitive and (own is None or tree.lemmas[own] == "it"):
            mood = replace(mood, possible=True)  # "it is hard to reach X"
        return _of_quality(tree, head, mood)
    if label == "xcomp" or infinitive:
        governed = _governed(tree, head, mood, infinitive=infinitive)
        if governed is None and not infinitive:
            governed = _governed(tree, head, mood, infinitive=tree.lemmas[head] != "have")
        return governed if governed is not None else _own(tree, head, mood)
    if lemma in cues("factive") - cues("say"):
        return replace(mood, closed=True)
    if lemma in cues("say") | cues("believe") | cues("deny"):
        return _reported(tree, head, mood)
    governed = _governed(tree, head, mood, infinitive=False)
    return governed if governed is not None else replace(mood, below_speech=True)


def _reported(tree: Tree, head: int, mood: _Mood) -> _Mood:
    """Stop at a verb of speech; what it makes of its matter is in `said`."""
    lemma = tree.lemmas[head]
    if lemma in {"predict", "forecast", "foresee", "expect", "vow", "pledge", "promise"}:
        mood = replace(mood, future=True)
    if lemma in {"doubt", "suggest", "propose", "speculate", "imagine"} and mood.would:
        mood = replace(mood, possible=True)
    return replace(mood, below_speech=True)


def _governed(tree: Tree, head: int, mood: _Mood, *, infinitive: bool) -> _Mood | None:
    """Return what a verb makes of its complement; None: nothing, it passes on its own mood."""
    lemma = tree.lemmas[head]
    if lemma in _ENDING:
        return _own(tree, head, replace(mood, ended=True))
    if lemma in cues("negative"):
        return _own(tree, head, replace(mood, denied=not mood.denied))
    if lemma in cues("deny"):
        return replace(mood, below_speech=True)
    if lemma in cues("prevent"):
        return _own(tree, head, replace(mood, possible=True), negation=False)
    if lemma in cues("want") - {"love"} and (lemma != "determine" or infinitive):
        return _own(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("fear"):
        return _own(tree, head, replace(mood, attitude="fear", possible=infinitive or mood.possible))
    if lemma in cues("call") and infinitive:
        return _own(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("order") and infinitive:
        return replace(mood, possible=True)
    if lemma == "have" and infinitive and not tree.children(head, "obj"):
        return _own(tree, head, replace(mood, attitude=mood.attitude or "desire"))
    if lemma == "go" and tree.xpos[head] == "VBG" and tree.children(head, "aux"):
        return _own(tree, head, replace(mood, future=True))
    if lemma in cues("future") and infinitive and (lemma != "set" or tree.xpos[head] == "VBN"):
        return _planned(tree, head, mood)
    if lemma in cues("possible") and infinitive or lemma in {"consider", "contemplate", "mull"}:
        return _own(tree, head, replace(mood, possible=True))
    return None


def _planned(tree: Tree, head: int, mood: _Mood) -> _Mood:
    """ "plans to" foretells; "planned to", told of the past, is an intention only."""
    lemma = tree.lemmas[head]
    past = tree.xpos[head] == "VBD" and not tree.is_passive(head)
    past = past or any(tree.xpos[k] == "VBD" for k in tree.children(head, "aux"))
    if past and lemma in {"plan", "intend", "mean", "expect", "prepare"}:
        return _own(tree, head, replace(mood, possible=True))
    return _own(tree, head, replace(mood, future=True))


def _of_quality(tree: Tree, head: int, mood: _Mood) -> _Mood:
    """Return what an adjective or noun makes of its clause: "able to", "likely to", "unable to"."""
    lemma, pos = tree.lemmas[head], "adj" if tree.upos[head] == "ADJ" else "noun"
    if lemma in cues("factive", pos):
        return replace(mood, closed=True)
    if lemma == "able" and any(tree.xpos[k] in {"VBD", "VBN"} for k in tree.children(head, "cop")):
        return _own(tree, head, mood)  # "was able to" did it, "was not able to" did not
    if lemma in cues("pretext", pos):
        return replace(mood, denied=not mood.denied, closed=True)
    if lemma in _ENDING:
        return _own(tree, head, replace(mood, ended=True))
    if lemma in cues("negative", pos):
        return _own(tree, head, replace(mood, denied=not mood.denied))
    if lemma in cues("fear", pos):
        return _own(tree, head, replace(mood, attitude="fear", possible=True))
    if lemma in cues("want", pos):
        return _own(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("call", pos):
        return _own(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("future", pos):
        return _own(tree, head, replace(mood, future=True))
    if lemma in cues("possible", pos) or lemma in cues("order", pos):
        return _own(tree, head, replace(mood, possible=True))
    return _own(tree, head, mood)


def _clause_of_noun(tree: Tree, at: int, noun: int, mood: _Mood) -> _Mood:
    lemma = tree.lemmas[noun]
    if lemma in cues("statement", "noun") - cues("future", "noun") - cues("possible", "noun"):
        if any(lemma in cues(c, "noun") for c in ("pretext", "deny")):
            return _of_quality(tree, noun, mood)
        if any(tree.lemmas[k] in {"false", "untrue", "bogus", "baseless"} for k in tree.children(noun, "amod")):
            return replace(mood, denied=not mood.denied, closed=True)
        return replace(mood, below_speech=True)
    if lemma in {"evidence", "proof", "sign", "indication"} and _is_missing(tree, noun):
        return replace(mood, possible=True, closed=True)  # "no evidence that"
    infinitive = any(tree.lemmas[k] == "to" for k in tree.children(at, "mark"))
    if infinitive and tree.head(noun) is None and not any(map(tree.is_verb, tree.kids[noun][:-1])):
        return replace(mood, future=True)  # a headline: "Rebels to leave town"
    if infinitive and _is_singled_out(tree, noun):
        return replace(mood, closed=True)  # "the first state to join"
    if not infinitive and not tree.children(at, "mark"):
        return _participle(tree, noun, mood)
    classes = ("pretext", "negative", "fear", "want", "call", "future", "possible", "order")
    if any(lemma in cues(c, "noun") for c in classes):
        return _of_quality(tree, noun, mood)
    if infinitive and lemma not in cues("light", "noun"):
        return replace(mood, possible=True)
    return replace(mood, closed=not infinitive)


def _is_missing(tree: Tree, noun: int) -> bool:
    verb = tree.head(noun)
    return _is_negated(tree, noun) or verb is not None and _is_negated(tree, verb)


def _participle(tree: Tree, noun: int, mood: _Mood) -> _Mood:
    """ "there will be militias, armed by X": in the future with them; else taken for true."""
    verb = tree.head(noun)
    if verb is not None and tree.label(noun) == "nsubj" and tree.children(verb, "expl"):
        return _own(tree, verb, mood)
    return replace(mood, closed=True)


def _is_singled_out(tree: Tree, noun: int) -> bool:
    few = {"first", "last", "only", "few", "latest", "second", "third", "sole"}
    return tree.lemmas[noun] in few | {"one"} or any(
        tree.lemmas[k] in few for k in tree.children(noun, "amod", "det", "nummod")
    )


def _adverbial(tree: Tree, at: int, head: int, mood: _Mood) -> _Mood:
    marks = {tree.lemmas[k] for k in tree.children(at, "mark")}
    if marks & {"by"} or not marks and tree.xpos[at] == "VBG":
        # "will help by sending", "will go, sending": the future is shared, a negation is not
        shared = _own(tree, head, replace(mood), negation=False)
        return replace(shared, denied=mood.denied)
    if "to" in marks and not marks - {"to", "in", "so", "as"}:
        return _purpose(tree, head, mood)
    if marks & {"from"} and tree.lemmas[head] in cues("prevent"):
        return replace(mood, possible=True)
    if marks & {"of", "for", "from"} and (
        tree.lemmas[head] in cues("accuse") | cues("negative") | cues("prevent")
    ):
        governed = _governed(tree, head, mood, infinitive=False)
        return governed if governed is not None else replace(mood, below_speech=True)
    if marks & _WHEN or _is_when(tree, at):
        return _meanwhile(tree, at, head, mood)
    return replace(mood, closed=True)


_WHEN = frozenset({"when", "once", "until", "till", "after", "before", "while", "as"})


def _is_when(tree: Tree, at: int) -> bool:
    return any(tree.lemmas[k] in {"when", "whenever", "once"} for k in tree.children(at, "advmod"))


def _meanwhile(tree: Tree, at: int, head: int, mood: _Mood) -> _Mood:
    """ "will leave when the war ends": the present of a clause of time beside a future."""
    aux = [tree.xpos[k] for k in tree.children(at, "aux", "cop")]
    if tree.xpos[at] in {"VBZ", "VBP"} or aux[:1] in (["VBZ"], ["VBP"]):
        future = _own(tree, head, _Mood()).future
        mood = replace(mood, future=mood.future or future)
    return replace(mood, closed=True)


def _purpose(tree: Tree, head: int, mood: _Mood) -> _Mood:
    """ "sent troops to help", once done, has helped; "is holding talks to prevent" has an aim."""
    for k in tree.children(head, "obj", "nsubj:pass"):
        names = ("negative", "want", "call", "future", "possible", "order")
        if any(tree.lemmas[k] in cues(name, "noun") for name in names):
            return _of_quality(tree, k, mood)  # "signed a deal to supply", "has the right to join"
    if tree.lemmas[head] not in cues("negative") or tree.lemmas[head] in _REFUSING:
        governed = _governed(tree, head, mood, infinitive=True)
        if governed is not None:
            return governed
    done = tree.xpos[head] in {"VBD", "VBN"} and not tree.is_passive(head)
    if done or tree.lemmas[head] in cues("purpose"):
        return _own(tree, head, mood)
    return replace(mood, possible=True, closed=True)


def _nominal(tree: Tree, at: int, head: int, mood: _Mood) -> _Mood:
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
            return _own(tree, head, mood)
        return replace(mood, closed=True)
    if undergoer or case in {"for", "in", "into", "to", "on", "out", "of", "from", "about", "against"}:
        return _below_verb(tree, at, head, mood, undergoer=undergoer, case=case)
    return replace(mood, closed=True)


def _below_verb(
    tree: Tree, at: int, head: int, mood: _Mood, *, undergoer: bool, case: str
) -> _Mood:
    lemma = tree.lemmas[head]
    if lemma in cues("deny") | cues("accuse"):
        return replace(mood, below_speech=True)
    if lemma in cues("call") and (case == "for" or undergoer and lemma != "call") or undergoer and lemma in (
        cues("want") - {"love", "like", "need"}
    ) or lemma in {"hope", "wish", "long"} and case == "for":
        return _own(tree, head, replace(mood, attitude="desire"))
    if lemma in cues("fear") and (undergoer or case == "about"):
        return _own(tree, head, _feared(tree, at, mood))
    if undergoer and lemma in cues("prevent") - {"oppose"} | {"threaten", "risk", "consider", "propose", "plot"}:
        return _own(tree, head, replace(mood, possible=True), negation=False)
    if undergoer and lemma in {"plan", "intend", "expect", "promise", "pledge", "vow", "predict"}:
        return _planned(tree, head, mood)
    if undergoer and lemma in _ENDING:
        return _own(tree, head, replace(mood, ended=True))
    if undergoer and lemma in {"avoid", "lack", "rule"}:
        return _own(tree, head, replace(mood, denied=not mood.denied))
    if lemma in cues("light") and (undergoer or case in {"in", "into", "to", "out", "on"}):
        return _own(tree, head, mood)
    return replace(mood, closed=True)


def _feared(tree: Tree, noun: int, mood: _Mood) -> _Mood:
    """ "fears of an attack" may come; "fears about their support for X" is about what is there."""
    there = any(
        tree.labels[k] in {"nmod:poss", "compound"} or tree.lemmas[k] in {"the", "this", "these"}
        for k in tree.kids[noun]
    )
    return replace(mood, attitude="fear", possible=mood.possible or not there)



def _below_noun(tree: Tree, at: int, head: int, mood: _Mood, *, case: str) -> _Mood:
    pos = "adj" if tree.upos[head] == "ADJ" else "noun"
    lemma, label = tree.lemmas[head], tree.label(at)
    if label == "nsubj":
        if pos == "adj" and any(lemma in cues(c, pos) for c in ("possible", "negative", "future")):
            return _of_quality(tree, head, mood)
        return replace(mood, closed=True)
    if pos == "adj" and case not in {"of", "for", "about"}:
        return replace(mood, closed=True)
    if case in {"of", "for", "to", "about", "against", "with", "on", "over", "in"}:
        named = ("negative", "fear", "want", "call", "possible", "pretext", "future")
        if case in {"of", "for", "about", "to", "over"} and any(lemma in cues(c, pos) for c in named):
            if lemma in cues("fear", pos):
                return _own(tree, head, _feared(tree, at, mood))
            return _of_quality(tree, head, mood)
        if lemma in cues("light", pos) and case in {"of", "in", "to", "at"}:
            return _own(tree, head, mood)
    return replace(mood, closed=True)
