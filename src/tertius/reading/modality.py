"""Whether a relation is said to hold, and as whose wish or fear.

From the word that carries the relation the tree is climbed to the root. Each word on the way can
deny what hangs below it, make it possible only, put it into the future, or make it a wish or a
fear. The climb ends where what is below is taken for true whatever is said above: in relative
clauses, clauses of time and cause, and noun phrases that a plain verb takes.
"""

from __future__ import annotations

from dataclasses import replace

from tertius.reading.attribution import Said
from tertius.reading.cues import cues
from tertius.reading.factuality import weighed
from tertius.reading.governors import clause_of_noun, governed_by, nominal, of_quality, purpose
from tertius.reading.moods import Mood, with_neighbours
from tertius.reading.trees import Tree
from tertius.records import Attitude, Modality

_LONGEST_CLIMB = 40  # words; deeper trees are parser errors


def modality(tree: Tree, word: int, said: Said) -> tuple[Modality, Attitude | None]:
    """Return whether the relation that a word carries is said to hold, and whose attitude it is.

    word: position of the verb, noun or adjective that carries the relation.
    said: on whose word it stands; a denial there denies, and a double denial asserts.
    """
    while tree.label(word) in {"cop", "aux"} and (predicate := tree.head(word)) is not None:
        word = predicate
    return weighed(tree, word, by_rule(tree, word, said), said.stance)


def by_rule(tree: Tree, word: int, said: Said) -> tuple[Modality, Attitude | None]:
    """Return what the rules alone make of it; see `modality`."""
    while tree.label(word) in {"cop", "aux"} and (predicate := tree.head(word)) is not None:
        word = predicate
    mood = with_neighbours(tree, word, _itself(tree, word))
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


def _heard(mood: Mood, said: Said) -> Mood:
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


def _verdict(mood: Mood, said: Said) -> tuple[Modality, Attitude | None]:
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


def _itself(tree: Tree, word: int) -> Mood:
    """Return the attitude that the word itself names: "aspirations", "fears", "wants"."""
    lemma = tree.lemmas[word]
    pos = {"VERB": "verb", "ADJ": "adj", "NOUN": "noun"}.get(tree.upos[word], "")
    if lemma in cues("fear", pos):
        return Mood(attitude="fear")
    if lemma in cues("want", pos) - {"need", "drive", "love"}:
        return Mood(attitude="desire")
    head = tree.head(word)
    regarding = cues("belief-as") | cues("name")
    if lemma in regarding and any(tree.lemmas[k] == "threat" for k in tree.kids[word]):
        return Mood(attitude="fear")
    if lemma == "threat" and head is not None and tree.lemmas[head] in regarding:
        return Mood(attitude="fear")
    return Mood()


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


def _step(tree: Tree, at: int, head: int, mood: Mood) -> Mood:
    """Add what the head of a word, and the way it hangs on it, make of the word."""
    label = tree.labels[at]
    match label.split(":")[0]:
        case "conj":
            return _coordinated(tree, at, head, mood)
        case "xcomp" | "ccomp" | "csubj":
            return _complement(tree, at, head, mood)
        case "acl" if label != "acl:relcl" or _is_matter(tree, at):
            return clause_of_noun(tree, at, head, mood)
        case "advcl":
            return _adverbial(tree, at, head, mood)
        case "obj" | "nsubj" | "obl" | "nmod" | "iobj":
            return nominal(tree, at, head, mood)
        case "root" | "appos" | "cop" | "aux":
            return replace(mood, closed=label != "root")
    return replace(mood, closed=True)


def _is_matter(tree: Tree, i: int) -> bool:
    """Tell "the claim that X did it" from "the claim that worried X"."""
    first, own = tree.subtree(i)[0], tree.child(i, "nsubj")
    return tree.texts[first].casefold() == "that" and own is not None and own != first


def _coordinated(tree: Tree, at: int, head: int, mood: Mood) -> Mood:
    """Share what the first of coordinated words has, where the later one has none of its own."""
    if tree.is_verb(at) and tree.children(at, "nsubj", "expl"):
        return mood  # a clause of its own: only what stands above both holds for both
    own_aux = bool(tree.children(at, "aux", "cop"))
    finite = tree.xpos[at] in {"VBD", "VBZ", "VBP"} and tree.xpos[head] in {"VB", "VBN", "VBG"}
    if tree.is_verb(at) and (own_aux or finite):
        return mood
    but = any(tree.lemmas[k] in {"but", "yet", "nor"} for k in tree.children(at, "cc"))
    return with_neighbours(tree, head, mood, negation=not but)


def _complement(tree: Tree, at: int, head: int, mood: Mood) -> Mood:
    lemma, upos = tree.lemmas[head], tree.upos[head]
    label = tree.label(at)
    infinitive = any(tree.lemmas[k] == "to" for k in tree.children(at, "mark"))
    if upos == "ADJ" or upos == "NOUN":
        own = tree.child(head, "nsubj")
        if label == "csubj" and infinitive and (own is None or tree.lemmas[own] == "it"):
            mood = replace(mood, possible=True)  # "it is hard to reach X"
        return of_quality(tree, head, mood)
    if label == "xcomp" or infinitive:
        governed = governed_by(tree, head, mood, infinitive=infinitive)
        if governed is None and not infinitive:
            # "called X a threat" is no call
            bare = tree.lemmas[head] not in {"have", "call"}
            governed = governed_by(tree, head, mood, infinitive=bare)
        return governed if governed is not None else with_neighbours(tree, head, mood)
    if lemma in cues("factive") - cues("say"):
        return replace(mood, closed=True)
    if lemma in cues("say") | cues("believe") | cues("deny"):
        return _reported(tree, head, mood)
    governed = governed_by(tree, head, mood, infinitive=False)
    return governed if governed is not None else replace(mood, below_speech=True)


def _reported(tree: Tree, head: int, mood: Mood) -> Mood:
    """Stop at a verb of speech; what it makes of its matter is in `said`."""
    lemma = tree.lemmas[head]
    if lemma in {"predict", "forecast", "foresee", "expect", "vow", "pledge", "promise"}:
        mood = replace(mood, future=True)
    if any(tree.lemmas[k] in cues("falsely", "adv") for k in tree.children(head, "advmod")):
        mood = replace(mood, denied=not mood.denied)
    if lemma in {"doubt", "suggest", "propose", "speculate", "imagine"} and mood.would:
        mood = replace(mood, possible=True)
    return replace(mood, below_speech=True)


def _adverbial(tree: Tree, at: int, head: int, mood: Mood) -> Mood:
    marks = {tree.lemmas[k] for k in tree.children(at, "mark")}
    if not marks and tree.xpos[at] == "VBN" and tree.children(head, "expl"):
        return with_neighbours(tree, head, mood)  # "there will be militias, armed by X"
    if marks & {"by"} or not marks and tree.xpos[at] == "VBG":
        # "will help by sending", "will go, sending": the future is shared, a negation is not
        shared = with_neighbours(tree, head, replace(mood), negation=False)
        return replace(shared, denied=mood.denied)
    if "to" in marks and not marks - {"to", "in", "so", "as"}:
        return purpose(tree, head, mood)
    if marks & {"from"} and tree.lemmas[head] in {"far", "short"}:
        return replace(mood, denied=not mood.denied, closed=True)  # "is far from helping X"
    if marks & {"from"} and tree.lemmas[head] in cues("prevent"):
        return replace(mood, possible=True)
    if marks & {"of", "for", "from"} and (
        tree.lemmas[head] in cues("accuse") | cues("negative") | cues("prevent")
    ):
        governed = governed_by(tree, head, mood, infinitive=False)
        return governed if governed is not None else replace(mood, below_speech=True)
    if marks & _WHEN or _is_when(tree, at):
        return _meanwhile(tree, at, head, mood)
    return replace(mood, closed=True)


_WHEN = frozenset({"when", "once", "until", "till", "after", "before", "while", "as"})


def _is_when(tree: Tree, at: int) -> bool:
    return any(tree.lemmas[k] in {"when", "whenever", "once"} for k in tree.children(at, "advmod"))


def _meanwhile(tree: Tree, at: int, head: int, mood: Mood) -> Mood:
    """ "will leave when the war ends": the present of a clause of time beside a future."""
    aux = [tree.xpos[k] for k in tree.children(at, "aux", "cop")]
    if tree.xpos[at] in {"VBZ", "VBP"} or aux[:1] in (["VBZ"], ["VBP"]):
        future = with_neighbours(tree, head, Mood()).future
        mood = replace(mood, future=mood.future or future)
    return replace(mood, closed=True)
