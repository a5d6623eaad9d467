"""A charge that is told in one sentence and denied in the next: "The minister rejected the claim."

The denial has no content of its own; it takes up what was last said of the one who denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tertius.reading.claims import with_id
from tertius.reading.fillers import Fillers
from tertius.reading.text import Text
from tertius.records import Claim

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
        thing = tree.child(i, "obj") if tree.lemmas[i] in _DENYING else None
        if thing is None or tree.lemmas[thing] not in _CHARGES:
            continue
        if tree.children(thing, "acl", "ccomp") or tree.children(i, "ccomp", "xcomp"):
            continue  # it says itself what is denied
        for head in fillers.sides(tree.subject(i)):
            known = text.cast.at(sentence, head)
            for actor in known.ids if known else ():
                charge = _last_against(text, actor, told, earliest)
                if charge is not None:
                    found.append(_denied(text, sentence, charge, actor))
    return found


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
            confidence=round(charge.confidence * 0.8, 3),
            words=words,
        )
    )
