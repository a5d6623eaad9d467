"""How likely it is that what a verb tells has happened: a small logistic model beside the rules.

What it looks at are words and labels that a reader of trees would look at: the auxiliaries, marks
and adverbs of the verb and of the word above it, the path to the root, and what the rules say.
Weights and recipe: `training/factuality`; learned from Universal Decompositional Semantics
(White et al. 2020), CC BY-SA 4.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice

from tertius.reading.cues import cues
from tertius.reading.governors import is_singled_out
from tertius.reading.trees import Tree
from tertius.records import Attitude, Modality

Verdict = tuple[Modality, Attitude | None]

# Log odds from which the model is believed against the rules. Tried: 0 to 1 on the development
# part; higher values give little of the gain, others cost on news, from which it has not learned.
DOUBT = 0.1  # that it did not happen, where the rules say that it did
TRUST = 0.5  # that it happened, where the rules leave it open
_IF = frozenset({"if", "whether", "unless"})
_NOBODY = frozenset({"neither", "nobody", "none"})
_WHEN = frozenset({"before", "after", "by", "while", "since"})
_TOLD = frozenset({"VBD", "VBZ"})  # "attacked", "attacks": news tells what was done in these


def weighed(tree: Tree, word: int, verdict: Verdict, stance: str | None) -> Verdict:
    """Return the verdict of the rules, or another where the model is sure that they err.

    Only verbs are weighed. What is denied, foretold, wished or feared, what is told in a finite
    form, and what is hindered or only possible by the verb above stays as the rules have it.
    """
    mood, attitude = verdict
    if tree.upos[word] != "VERB" or mood in {"denied", "forecast"}:
        return verdict
    if mood == "asserted":
        own = tree.lemmas[word] in cues("want") | cues("fear") | cues("call")
        if _is_told(tree, word) or attitude in {"desire", "fear"} and not own:
            return verdict
        odds = log_odds(features(tree, word, verdict, stance))
        return ("hypothetical", attitude) if odds < -DOUBT else verdict
    # "did not say that X had done it"; what a question asks for, "asked to have it", may be so
    withheld = stance == "denies" or stance == "asks" and tree.xpos[word] in {"VBN", "VBD", "VBZ"}
    if withheld or attitude == "fear" or _is_hedged(tree, word) or _is_hindered(tree, word):
        return verdict
    odds = log_odds(features(tree, word, verdict, stance))
    return ("asserted", attitude) if odds > TRUST else verdict


def _is_told(tree: Tree, word: int) -> bool:
    """Tell forms in which news tells what was done; the tagger may have taken them for others.

    "attacked", "attacks", "has set", "before leaving", "the first to join", "Rebels attack town".
    """
    if tree.xpos[word] in _TOLD:
        return True
    if tree.xpos[word] == "VB" and tree.texts[word].casefold() != tree.lemmas[word]:
        return True
    have = any(tree.lemmas[k] == "have" for k in tree.children(word, "aux"))
    if tree.xpos[word] == "VBN" and have:
        return True
    if tree.xpos[word] == "VBG" and any(tree.lemmas[k] in _WHEN for k in tree.kids[word]):
        return True
    head = tree.head(word)
    if head is not None and tree.label(word) == "acl" and is_singled_out(tree, head):
        return True  # "the first state to join"
    subject = tree.child(word, "nsubj")
    named = subject is not None and tree.upos[subject] in {"NOUN", "PROPN"}
    return named and tree.head(word) is None and not tree.children(word, "aux")


def _is_hedged(tree: Tree, word: int) -> bool:
    """Tell "may", "perhaps", "if", "whether", "is X …?", "no sign that": there it stays open."""
    if "?" in tree.texts[-2:] and _is_asked(tree, word):
        return True
    for k in tree.kids[word]:
        modal = tree.xpos[k] == "MD" and tree.lemmas[k] not in {"can", "will"}
        if modal or tree.lemmas[k] in cues("possible", "adv"):
            return True
    head = tree.head(word)
    if head is not None and any(tree.lemmas[k] in _NOBODY for k in tree.kids[head]):
        return True  # "neither admits to talking to the other"
    around = [*tree.kids[word], *(tree.kids[head] if head is not None else ())]
    if any(tree.lemmas[k] in _IF and tree.label(k) == "mark" for k in around):
        return True
    return (
        head is not None
        and tree.upos[head] == "NOUN"
        and any(tree.lemmas[k] == "no" for k in tree.children(head, "det"))
    )


def _is_asked(tree: Tree, word: int) -> bool:
    """Tell the main verb of a question by its order: "is X arming Y?"."""
    subjects = tree.children(word, "nsubj")
    inverted = any(k < s for k in tree.children(word, "aux", "cop") for s in subjects)
    return inverted and tree.head(word) is None


def _is_hindered(tree: Tree, word: int) -> bool:
    """Tell whether it, or a verb close above, hinders or makes a possibility: "kept X from"."""
    above = [word, *(i for i in islice(tree.ancestors(word), 2) if tree.is_verb(i))]
    hindering = cues("prevent") | cues("negative") | cues("possible")
    return any(tree.lemmas[i] in hindering for i in above)


def log_odds(found: list[str]) -> float:
    """Return the log odds that it happened; 0 is even. Unknown features count for nothing."""
    weights = _weights()
    return weights[""] + sum(weights.get(f, 0.0) for f in sorted(set(found)))


@cache
def _weights() -> Mapping[str, float]:
    text = files("tertius.reading").joinpath("weights/factuality.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def features(tree: Tree, word: int, verdict: Verdict, stance: str | None) -> list[str]:
    """Return what the model looks at, as names; the order does not matter."""
    mood, attitude = verdict
    root = next((i for i, head in enumerate(tree.heads) if head < 0), 0)
    lower = {t.casefold() for t in tree.texts}
    found = [
        f"rule {mood}",
        f"rule {mood} {attitude} {stance}",
        f"asked {'?' in tree.texts[-2:]}",
        f"root {tree.xpos[root]}",
        f"if {'if' in lower}",
    ]
    found.extend(_around("own", tree, word))
    found.extend(_together(tree, word, mood, stance))
    at, path = word, []
    for step in (1, 2):
        head = tree.head(at)
        if head is None:
            found.append(f"root at {step}")
            break
        mark = "_".join(tree.lemmas[k] for k in tree.children(at, "mark"))
        path.append(tree.labels[at])
        found.append(f"path {'>'.join(path)}")
        found.append(f"up{step} {tree.labels[at]} {mark} {tree.lemmas[head]}")
        found.append(f"up{step} {tree.labels[at]} {mark} {tree.xpos[at]}")
        if step == 1:
            found.extend(_around("head", tree, head))
        at = head
    return found


def _together(tree: Tree, word: int, mood: Modality, stance: str | None) -> Iterator[str]:
    """Yield what only counts together: form, label, auxiliaries, mark, negation, the rules."""
    form, label, head = tree.xpos[word], tree.label(word), tree.head(word)
    beside = "_".join(tree.texts[k].casefold() for k in tree.children(word, "aux", "cop"))
    mark = "_".join(tree.lemmas[k] for k in tree.children(word, "mark"))
    negated = any(tree.lemmas[k] in {"not", "n't", "never", "no"} for k in tree.kids[word])
    root = next((i for i, up in enumerate(tree.heads) if up < 0), 0)
    yield f"form {form} {label} {beside} {mark}"
    yield f"form {negated} {beside} {form}"
    yield f"rule {mood} {form} {label} {mark}"
    yield f"rule {mood} under {tree.lemmas[head] if head is not None else ''}"
    yield f"rule {mood} on {tree.lemmas[word]}"
    yield f"rule {mood} said {stance} {form}"
    yield f"rule {mood} root {tree.xpos[root]} {'?' in tree.texts[-2:]}"


def _around(name: str, tree: Tree, i: int) -> Iterator[str]:
    """Yield what stands beside a word: class, auxiliaries, marks, adverbs, who does it."""
    auxiliaries = [tree.texts[k].casefold() for k in tree.children(i, "aux", "cop")]
    beside = "_".join(auxiliaries)
    yield f"{name} {tree.lemmas[i]}"
    yield f"{name} {tree.xpos[i]}"
    yield f"{name} {tree.labels[i]}"
    yield f"{name} aux {beside}"
    yield f"{name} {tree.xpos[i]} aux {beside}"
    yield f"{name} subject {bool(tree.children(i, 'nsubj'))}"
    for k in tree.kids[i]:
        label = tree.label(k)
        if label in {"mark", "advmod", "det", "case", "cc"}:
            yield f"{name} {label} {tree.lemmas[k]}"
        elif label == "aux":
            yield f"{name} one aux {tree.texts[k].casefold()}"
        elif label == "nsubj":
            pronoun = tree.upos[k] == "PRON"
            yield f"{name} nsubj {tree.texts[k].casefold() if pronoun else tree.upos[k]}"
        elif label in {"advcl", "ccomp", "xcomp"}:
            marks = "_".join(tree.lemmas[j] for j in tree.children(k, "mark"))
            yield f"{name} {label} {marks}"
