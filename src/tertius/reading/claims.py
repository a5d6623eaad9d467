"""From a predication to claims: the sides by name, on whose word, where, when, how many."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tertius.reading.against import enemies, is_purpose
from tertius.reading.attribution import Attribution, Said, voices_at
from tertius.reading.confidence import UNNAMED, confidence, features
from tertius.reading.modality import modality
from tertius.reading.period import FoundPeriod, periods
from tertius.reading.predications import Predication
from tertius.reading.quantity import FoundQuantity, quantities
from tertius.reading.sides import Side, pairs
from tertius.reading.text import Text, name_in, place_of
from tertius.reading.timing import period_of
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import condition, family, relation
from tertius.records import Attitude, Claim, Modality, Quantity


def claims(
    text: Text, sentence: int, predications: Sequence[Predication] | None = None
) -> list[Claim]:
    """Return the claims of one sentence, in the order of their words.

    predications: what to make claims of; None: all that the rules found.
    """
    tree = text.trees[sentence]
    if predications is None:
        predications = text.predications[sentence]
    if not predications:
        return []
    timed = periods(tree.texts, tree.upos, anchor=text.document.published)
    counted = quantities(tree.texts, tree.upos)
    found: list[Claim] = []
    for p in predications:
        shared = [p.enemy] if p.enemy else enemies(text, sentence, p, predications)
        for voice in voices_at(_others_words(text, sentence, p), sentence, p.word):
            said = voice
            if voice.anonymous and not voice.sources:  # "one of them said": never the report's word
                said = replace(voice, sources=(text.cast.speaker(voice.name or "unnamed speaker"),))
            found.extend(_claims_of(text, sentence, p, said, shared, timed, counted))
    return _distinct(found)


def _claims_of(
    text: Text,
    sentence: int,
    p: Predication,
    said: Said,
    shared: Sequence[Side],
    timed: Sequence[FoundPeriod],
    counted: Sequence[FoundQuantity],
) -> Iterator[Claim]:
    tree, word = text.trees[sentence], relation(p.relation)
    mood, attitude = _mood(tree, p, said)
    place, place_words = place_of(text, sentence, p)
    period = period_of(text, tree, p, timed, mood)
    quantity = _quantity(tree, p, counted, given=word.family == "support")
    span = text.repaired.span(tree.sentence.start, tree.sentence.end)
    trigger = text.repaired.span(tree.sentence.words[p.word].start, tree.sentence.words[p.word].end)
    for actor, recipient in pairs(text, sentence, p, said):
        own = {actor and actor.id, recipient and recipient.id}
        enemy = next((e for e in shared if e.id not in own), None) if word.sign > 0 else None
        words = [
            ("actor", actor and actor.words),
            ("recipient", recipient and recipient.words),
            ("against", enemy and enemy.words),
            ("theater", place_words),
            *((f"source{n}", w) for n, w in enumerate(_source_words(text, said))),
        ]
        yield with_id(
            Claim(
                id="",
                document=text.document.id,
                span=span,
                quote=text.document.text[span[0] : span[1]],
                actor=actor.id if actor else None,
                relation=p.relation,
                recipient=recipient.id if recipient else None,
                sign=word.sign,
                symmetric=word.symmetric,
                sources=said.sources,
                anonymous=said.anonymous,
                against=enemy.id if enemy else None,
                theater=place,
                period=period,
                modality=mood,
                attitude=attitude,
                quantity=quantity,
                confidence=confidence(
                    features(
                        p.pattern,
                        (_plainness(actor), _plainness(recipient)),
                        words=len(tree),
                        modality=mood,
                        attributed=bool(said.sources),
                    )
                ),
                trigger=trigger,
                words=tuple((slot, w) for slot, w in words if w),
            )
        )


def _mood(tree: Tree, p: Predication, said: Said) -> tuple[Modality, Attitude | None]:
    """Return whether it is told as so, and whose wish or fear it is."""
    mood, attitude = modality(tree, p.word, said)
    if p.presupposed:
        mood, attitude = ("denied" if said.stance == "denies" else "asserted"), None
    elif (sender := _sender(tree, p)) is not None:
        mood, attitude = modality(tree, sender, said)
    elif mood == "asserted" and p.governed and p.clause != p.word:
        mood, attitude = modality(tree, p.clause, said)
    if mood == "asserted" and p.mood is not None:
        mood = p.mood
    if p.desire and attitude is None:
        attitude = "desire"
    return mood, attitude


def _plainness(side: Side | None) -> float:
    return side.sure if side else UNNAMED


def _sender(tree: Tree, p: Predication) -> int | None:
    """Return the verb that sends those who are to do a thing: sent to fight, they fight."""
    head = tree.head(p.clause)
    if head is not None and tree.label(p.clause) == "acl" and tree.label(head) == "obj":
        head = tree.head(head)  # "send soldiers to train them"
    if head is None or tree.lemmas[head] not in condition("send"):
        return None
    return (
        head if tree.label(p.clause) in {"advcl", "xcomp", "acl"} and is_purpose(tree, p) else None
    )


def _others_words(text: Text, sentence: int, p: Predication) -> Sequence[Attribution]:
    """Return the attributions that can cover a relation: "X sees Y as a threat" is not X's word."""
    if p.pattern != "regard":
        return text.attributions
    return [
        a
        for a in text.attributions
        if a.sentence != sentence or a.cue is None or not a.cue[0] <= p.clause < a.cue[1]
    ]


def _source_words(text: Text, said: Said) -> list[str | None]:
    return [name_in(text, s) for s in said.sources]


def _quantity(
    tree: Tree, p: Predication, counted: Sequence[FoundQuantity], *, given: bool
) -> Quantity | None:
    spent = tree.object(p.clause) if given else None
    sender = _sender(tree, p)
    sent = tree.object(sender) if sender is not None else None
    heads = [h for h in (*p.objects, spent, sent) if h is not None]
    for head in heads:
        for q in counted:
            if q.head == head or q.start <= head < q.end or q.head in tree.kids[head]:
                return q.quantity
    return None


def with_id(claim: Claim) -> Claim:
    """Return the claim with the id that what it says and where gives it."""
    said = "|".join(
        str(v)
        for v in (claim.document, claim.span, claim.trigger, claim.actor, claim.relation,
                  claim.recipient, claim.modality, claim.sources)
    )  # fmt: skip
    return replace(claim, id="c-" + hashlib.sha256(said.encode()).hexdigest()[:10])


def _distinct(found: Sequence[Claim]) -> list[Claim]:
    """Keep one claim where a sentence says the same thing in two words."""
    kept: dict[tuple[object, ...], Claim] = {}
    for c in found:
        sides: object = frozenset((c.actor, c.recipient)) if c.symmetric else (c.actor, c.recipient)
        key = (sides, family(c.relation), c.sources, c.modality, c.attitude, c.quantity)
        if key not in kept or kept[key].confidence < c.confidence:
            kept[key] = c
    return sorted(kept.values(), key=lambda c: (c.trigger or (0, 0), c.id))
