"""A charge that is told in one sentence and denied in the next: "The minister rejected the claim."

The denial has no content of its own; it takes up what was last said of the one who denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tertius.reading.claims import with_id
from tertius.reading.cues import cues
from tertius.reading.fillers import Fillers
from tertius.reading.text import Text
from tertius.reading.trees import Tree
from tertius.records import Claim

_UNTRUE = frozenset(
    """baseless groundless unfounded false untrue absurd ridiculous nonsense lie fabrication
    propaganda slander invention unsubstantiated fabricated bogus fiction""".split()
)
_PART = frozenset({"involvement", "responsibility", "role", "wrongdoing"})
REACH = 3  # sentences
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut"})
_CHARGES = frozenset(
    """charge claim accusation allegation report account it this accounts assertion suggestion
    that""".split()
)


def rebuttals(text: Text, sentence: int, told: Sequence[Claim]) -> list[Claim]:
    """Return claims of before that a sentence denies, on the word of the one who denies.

    told: the claims of the document up to this sentence, in order.
    """
    tree = text.trees[sentence]
    fillers = Fillers(tree, sentence, text.cast)
    start = text.trees[max(0, sentence - REACH)].sentence.start
    earliest = text.repaired.span(start, start + 1)[0]
    found: list[Claim] = []
    for i in range(len(tree)):
        denier = _denier(tree, i)
        for head in fillers.sides(denier) if denier is not None else ():
            known = text.cast.at(sentence, head)
            for actor in known.ids if known else ():
                charge = _last_against(text, actor, told, earliest)
                if charge is not None:
                    found.append(_denied(text, sentence, charge, actor))
    return found


def _denier(tree: Tree, i: int) -> int | None:
    """Return who denies a charge by a word that does so without telling the charge again.

    "rejected the charge", "the charge was rejected by X", "called the charge baseless", "said the
    charge was untrue", "denied any involvement".
    """
    passive = tree.is_passive(i)
    by = tree.agent(i) if passive else tree.subject(i)
    thing = tree.child(i, "nsubj:pass") if passive else tree.child(i, "obj")
    if tree.lemmas[i] in _UNTRUE and tree.label(i) in {"ccomp", "xcomp"}:
        thing, said = tree.child(i, "nsubj"), tree.heads[i]
        if thing is None and tree.lemmas[said] in cues("name"):
            thing = next((k for k in tree.children(said, "obj", "xcomp") if said < k < i), None)
        by = tree.subject(said) if tree.lemmas[said] in cues("say") | cues("name") else None
        if any(
            tree.lemmas[k] in {"not", "n't", "never"} for k in (*tree.kids[i], *tree.kids[said])
        ):
            return None
    elif tree.lemmas[i] in cues("name") - _DENYING and not _as_untrue(tree, i):
        return None
    elif tree.lemmas[i] not in _DENYING | cues("name") or tree.children(i, "ccomp"):
        return None
    return by if thing is not None and _is_bare_charge(tree, i, thing) else None


def _as_untrue(tree: Tree, i: int) -> bool:
    """Tell "described the charges as lies" and, read as two objects, "called it nonsense"."""
    named = [k for k in tree.children(i, "obl", "advcl") if tree.case(k) == "as" or k > i]
    named += tree.children(i, "obj")[1:]
    return any(tree.lemmas[k] in _UNTRUE for k in named)


def _is_bare_charge(tree: Tree, i: int, thing: int) -> bool:
    """Tell "the charge" from "the charge that …", and "any involvement" from "… in the raid"."""
    if tree.children(thing, "acl", "ccomp"):
        return False
    if tree.lemmas[thing] in _PART and tree.lemmas[i] == "deny":
        return not tree.children(thing, "nmod")
    return tree.lemmas[thing] in _CHARGES


def _last_against(text: Text, actor: str, told: Sequence[Claim], earliest: int) -> Claim | None:
    """Return the last thing that others said the actor did."""
    side = text.cast.standing(actor)
    for claim in reversed(told):
        if claim.span is None or claim.span[0] < earliest:
            return None
        others = [s for s in claim.sources if text.cast.standing(s) != side]
        if claim.actor and text.cast.standing(claim.actor) == side and others:
            if claim.modality == "asserted":
                return claim
    return None


def _denied(text: Text, sentence: int, charge: Claim, actor: str) -> Claim:
    place = text.trees[sentence].sentence
    span = text.repaired.span(place.start, place.end)
    words = tuple((slot, w) for slot, w in charge.words if not slot.startswith("source"))
    return with_id(
        replace(
            charge,
            span=span,
            quote=text.document.text[span[0] : span[1]],
            sources=(actor,),
            anonymous=False,
            modality="denied",
            trigger=None,
            confidence=round(0.8 * _voted(charge), 3),
            votes=(),
            words=words,
        )
    )


def _voted(charge: Claim) -> float:
    """Return how sure its finder was of a charge, before the votes on it were weighed."""
    told = dict(charge.votes)
    return told.get("rules", told.get("network", charge.confidence))
