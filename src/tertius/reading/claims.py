"""From a predication to claims: the sides by name, on whose word, where, when, how many."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from tertius.documents import Repaired
from tertius.reading.actors import Cast, Party, Resolved
from tertius.reading.attribution import Attribution, Said, voices_at
from tertius.reading.fillers import Fillers
from tertius.reading.modality import modality
from tertius.reading.period import FoundPeriod, periods
from tertius.reading.predications import Predication
from tertius.reading.quantity import FoundQuantity, quantities
from tertius.reading.theaters import Theaters
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import condition, family, relation
from tertius.records import Claim, Document, Period, Quantity

# A first guess by the kind of evidence, not calibrated: it orders claims, it is no probability yet.
# A trained vote replaces it (docs/decisions/0002).
BASE = {
    "suffix": 0.85, "prefix": 0.7, "regard": 0.8, "verb": 0.72, "passive": 0.72,
    "noun": 0.66, "against": 0.55, "event": 0.6, "victims": 0.6, "adj": 0.7, "role": 0.62,
}  # fmt: skip
_OWNERS = frozenset({"whose", "its", "their", "his", "her", "our", "my"})
_GROUPS = frozenset({"armed-group", "described", "coalition", "movement", "party", "people"})


@dataclass(frozen=True, kw_only=True)
class Text:
    """One document on its way to claims."""

    document: Document
    repaired: Repaired
    trees: Sequence[Tree]
    cast: Cast
    attributions: Sequence[Attribution]
    theaters: Theaters
    predications: Sequence[Sequence[Predication]]  # by sentence


@dataclass(frozen=True, slots=True)
class _Side:
    """One actor at one end of a relation, with the document's words for it."""

    id: str
    words: str | None
    sure: float  # 1 a name, less for a description or a pronoun


def claims(text: Text, sentence: int) -> list[Claim]:
    """Return the claims of one sentence, in the order of their words."""
    tree = text.trees[sentence]
    predications = text.predications[sentence]
    if not predications:
        return []
    timed = periods(tree.texts, tree.upos, anchor=text.document.published)
    counted = quantities(tree.texts, tree.upos)
    found: list[Claim] = []
    for p in predications:
        enemies = _against(text, sentence, p, predications)
        for voice in voices_at(_others_words(text, sentence, p), sentence, p.word):
            said = voice
            if voice.anonymous and not voice.sources:  # "one of them said": never the report's word
                said = replace(voice, sources=(text.cast.speaker("unnamed speaker"),))
            found.extend(_claims_of(text, sentence, p, said, enemies, timed, counted))
    return _distinct(found)


def _claims_of(
    text: Text,
    sentence: int,
    p: Predication,
    said: Said,
    enemies: Sequence[_Side],
    timed: Sequence[FoundPeriod],
    counted: Sequence[FoundQuantity],
) -> Iterator[Claim]:
    tree, word = text.trees[sentence], relation(p.relation)
    mood, attitude = modality(tree, p.word, said)
    if p.presupposed:
        mood, attitude = ("denied" if said.stance == "denies" else "asserted"), None
    elif (sender := _sender(tree, p)) is not None:
        mood, attitude = modality(tree, sender, said)
    elif mood == "asserted" and p.governed and p.clause != p.word:
        mood, attitude = modality(tree, p.clause, said)
    if p.desire and attitude is None:
        attitude = "desire"
    place, place_words = _place(text, sentence, p)
    period = _period(text, tree, p, timed, mood)
    quantity = _quantity(tree, p, counted, given=word.family == "support")
    span = text.repaired.span(tree.sentence.start, tree.sentence.end)
    trigger = text.repaired.span(tree.sentence.words[p.word].start, tree.sentence.words[p.word].end)
    for actor, recipient in _pairs(text, sentence, p, said):
        sides = {actor and actor.id, recipient and recipient.id}
        enemy = next((e for e in enemies if e.id not in sides), None) if word.sign > 0 else None
        words = [
            ("actor", actor and actor.words),
            ("recipient", recipient and recipient.words),
            ("against", enemy and enemy.words),
            ("theater", place_words),
            *((f"source{n}", w) for n, w in enumerate(_source_words(text, said))),
        ]
        yield _with_id(
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
                confidence=_confidence(p, actor, recipient),
                trigger=trigger,
                words=tuple((slot, w) for slot, w in words if w),
            )
        )


def _sender(tree: Tree, p: Predication) -> int | None:
    """Return the verb that sends those who are to do a thing: sent to fight, they fight."""
    head = tree.head(p.clause)
    if head is not None and tree.label(p.clause) == "acl" and tree.label(head) == "obj":
        head = tree.head(head)  # "send soldiers to train them"
    if head is None or tree.lemmas[head] not in condition("send"):
        return None
    return (
        head if tree.label(p.clause) in {"advcl", "xcomp", "acl"} and _is_purpose(tree, p) else None
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


# -- the sides --------------------------------------------------------------------------------


def _pairs(
    text: Text, sentence: int, p: Predication, said: Said
) -> Iterator[tuple[_Side | None, _Side | None]]:
    cast, hard = text.cast, family(p.relation) in {"fight", "coerce"}
    actors = _sides(text, sentence, p.actors, said)
    before = next((q for q in cast.quarrels if q[0] < sentence), None)  # the report's main event
    if p.speaker_acts:
        actors = [_Side(cast.standing(s), None, 0.8) for s in said.sources[:1]]
        if not actors:
            return
    recipients = _sides(text, sentence, p.recipients, said)
    if p.of_pair and before:
        yield _named_side(text, before[1]), _named_side(text, before[2])
        return
    if p.of_event and before:
        recipients = [_named_side(text, before[1])]
    if p.victims:
        recipients = _victims(text, sentence, p, actors)
    actors = [a for a in actors if cast.can_act(a.id)]
    recipients = [
        r for r in recipients if cast.can_act(r.id) or hard and cast.kind(r.id) == "person"
    ]
    if not recipients or (p.actors and not actors):
        return
    seen: set[tuple[str, str]] = set()
    doers: list[_Side | None] = list(actors) or [None]
    for actor, recipient in product(doers, recipients):
        if actor is None:
            yield None, recipient
            continue
        one, other = cast.standing(actor.id), cast.standing(recipient.id)
        if one == other or (one, other) in seen:
            continue
        if relation(p.relation).symmetric and (other, one) in seen:
            continue
        seen.add((one, other))
        yield actor, recipient


def _named_side(text: Text, actor: str) -> _Side:
    """Return a side that the sentence only alludes to."""
    return _Side(actor, _name_in(text, actor), 0.75)


def _victims(text: Text, sentence: int, p: Predication, actors: Sequence[_Side]) -> list[_Side]:
    """Return the country of people whom an armed group attacks: soldiers, villagers, towns."""
    if not actors:
        return []
    kinds = {text.cast.kind(text.cast.standing(a.id)) for a in actors}
    if not kinds <= _GROUPS and (kinds != {"state"} or _has_groups(text)):
        return []  # a state that strikes in a country where groups fight may strike a group
    place, _ = _place(text, sentence, p)
    country = text.theaters.country(place) if place else None
    if country is None or not text.cast.gazetteer.has_actor(country):
        return []
    return [_Side(country, _name_in(text, country), 0.8)]


def _has_groups(text: Text) -> bool:
    """Tell whether a group without a state fights in the report."""
    sides = {i for _, a, b in text.cast.quarrels for i in (a, b)}
    return any(text.cast.kind(text.cast.standing(i)) in _GROUPS for i in sides)


def quarrel_of(
    predications: Sequence[Predication], sentence: int, cast: Cast
) -> tuple[int, str, str] | None:
    """Return who fights or quarrels with whom in a sentence, the last pair of it."""
    for p in reversed(predications):
        sign, kind = relation(p.relation).sign, family(p.relation)
        if sign >= 0 or kind != "fight":
            continue
        one = [i for h in p.actors if (r := cast.at(sentence, h)) for i in r.ids if cast.can_act(i)]
        other = [i for h in p.recipients if (r := cast.at(sentence, h)) for i in r.ids]
        for a, b in product(one, other):
            if cast.standing(a) != cast.standing(b) and cast.can_act(b):
                return sentence, a, b
    return None


def _sides(text: Text, sentence: int, heads: Iterable[int], said: Said) -> list[_Side]:
    found: dict[str, _Side] = {}
    for head in heads:
        known = text.cast.at(sentence, head)
        if known is None:
            continue
        if known.mention.noun == "speaker" and known.mention.kind == "pronoun":
            # "we" are those for whom the speaker stands
            for source in said.sources[:1]:
                side = text.cast.standing(source)
                found.setdefault(side, _Side(side, None, 0.8))
            continue
        sure = {"name": 1.0, "demonym": 0.97, "nominal": 0.92, "pronoun": 0.8}[known.mention.kind]
        for party in known.parties:
            found.setdefault(party.id, _Side(party.id, _words(text, known, party), sure))
    return list(found.values())


def _words(text: Text, known: Resolved, party: Party) -> str | None:
    """Return the document's own words for a party; None where it has none in one piece."""
    if party.text is None:
        return _name_in(text, party.id)
    if (
        known.mention.kind in {"pronoun", "demonym"}
        or known.mention.cut
        or party.text[0] != known.sentence
    ):
        return _name_in(text, party.id) or _slice(text, party.text)
    return _slice(text, party.text)


def _slice(text: Text, place: tuple[int, int, int]) -> str | None:
    sentence, start, end = place
    words = text.trees[sentence].sentence.words
    a, b = text.repaired.span(words[start].start, words[end - 1].end)
    return text.document.text[a:b] or None


def _name_in(text: Text, actor: str) -> str | None:
    """Return the name under which the document first speaks of an actor."""
    place = text.cast.first_name(actor)
    return _slice(text, place) if place else None


def _source_words(text: Text, said: Said) -> list[str | None]:
    return [_name_in(text, s) for s in said.sources]


# -- against, where, when, how many -----------------------------------------------------------


def _against(
    text: Text, sentence: int, p: Predication, others: Sequence[Predication]
) -> list[_Side]:
    """Return the third party that a friendly relation is turned against."""
    if relation(p.relation).sign <= 0:
        return []
    tree, fillers = text.trees[sentence], Fillers(text.trees[sentence], sentence, text.cast)
    nobody = Said()

    def ids(heads: Sequence[int]) -> set[str]:
        known = [text.cast.at(sentence, h) for h in heads]
        return {text.cast.standing(i) for k in known if k for i in k.ids}

    for at in dict.fromkeys((p.word, p.clause)):
        heads = fillers.sides(tree.oblique(at, ["against"]))
        if heads:
            return _sides(text, sentence, heads, nobody)
    for other in others:
        # "aid … in its fight against X", "advisers … to defeat X"
        own = ids(other.actors) <= ids((*p.actors, *p.recipients))
        hostile = family(other.relation) == "fight" or other.pattern == "against"
        if other is not p and own and hostile and _is_purpose(tree, other):
            if tree.within(other.word, p.clause) or tree.within(other.word, p.word):
                return _sides(text, sentence, other.recipients, nobody)
    return []


def _is_purpose(tree: Tree, p: Predication) -> bool:
    """Tell whether a relation is the purpose of another: "to defeat X", "in its fight with X"."""
    if p.pattern == "noun":
        return tree.case(p.word) in {"in", "for", "during"}
    infinitive = any(tree.lemmas[k] == "to" for k in tree.children(p.word, "mark"))
    return tree.label(p.word) in {"advcl", "acl", "xcomp"} and infinitive


def _place(text: Text, sentence: int, p: Predication) -> tuple[str | None, str | None]:
    found = text.theaters.of(sentence, p)
    if isinstance(found, Resolved):
        m = found.mention
        return found.place, _slice(text, (found.sentence, m.start, m.end))
    if found is None:
        return None, None
    place = text.cast.first_place(found)
    return found, _slice(text, place) if place else None


def _period(
    text: Text, tree: Tree, p: Predication, timed: Sequence[FoundPeriod], mood: str
) -> Period | None:
    near = [(steps, t) for t in timed if (steps := _steps_to(tree, t, p)) is not None]
    if near:
        best = min(near, key=lambda n: (n[0], abs(n[1].start - p.word)))[1]
        return _bounded(tree, p, best)
    published = text.document.published
    if published is None:
        return None
    if mood in {"forecast", "hypothetical"}:
        return Period(start=published, end=None, precision="span", basis="document-date")
    if _is_past(tree, p):
        return Period(start=None, end=published, precision="span", basis="document-date")
    return Period(start=published, end=None, precision="span", basis="document-date")


def _steps_to(tree: Tree, t: FoundPeriod, p: Predication) -> int | None:
    """Return how far above a relation its time stands; None: it times something else."""
    between = range(p.word + 1, t.start)
    if p.pattern == "noun" and 0 <= len(between) <= 3:
        if all(tree.upos[i] not in {"VERB", "AUX", "PUNCT"} for i in between):
            return 0  # "the war in X after 2003", wherever the parser hangs the year
    inside = range(t.start, t.end)
    at = next((i for i in inside if tree.heads[i] not in inside), t.start)
    if tree.within(at, p.word) and not tree.clauses_between(at, p.word):
        return 0
    word, steps = p.word, 1
    while True:
        if tree.is_verb(word) or word == p.clause:
            if tree.within(at, word) and not tree.clauses_between(at, word):
                return steps
            meanwhile = {tree.lemmas[k] for k in tree.children(word, "mark")} & {
                "as",
                "while",
                "when",
            }
            shared = tree.label(word) == "xcomp" or (
                tree.label(word) == "advcl" and (tree.xpos[word] == "VBG" or bool(meanwhile))
            )
            if not shared:
                return None
        up = tree.head(word)
        if up is None or (tree.label(word) in {"ccomp", "parataxis"} and word != p.word):
            return None
        if tree.label(word) == "acl" and tree.labels[word] == "acl:relcl":
            return None
        word, steps = up, steps + 1


def _bounded(tree: Tree, p: Predication, t: FoundPeriod) -> Period:
    """Return the period, open where it dates what came before: "since the coup in May"."""
    top = t.start
    while tree.heads[top] >= 0 and not tree.is_verb(tree.heads[top]) and top != p.word:
        if tree.case(top) in {"since", "after"} and not t.start <= top < t.end:
            return replace(t.period, end=None)
        top = tree.heads[top]
    if tree.case(top) in {"since", "after"} and not t.start <= top < t.end:
        return replace(t.period, end=None)
    return t.period


def _is_past(tree: Tree, p: Predication) -> bool:
    verb = p.clause if tree.is_verb(p.clause) else p.word
    while not _is_finite(tree, verb) and tree.head(verb) is not None:
        verb = tree.heads[verb]  # "retaliated by firing", "the raid was followed by"
    helpers = {tree.lemmas[k]: tree.xpos[k] for k in tree.children(verb, "aux", "cop")}
    return tree.xpos[verb] == "VBD" or "VBD" in helpers.values()


def _is_finite(tree: Tree, i: int) -> bool:
    return tree.xpos[i] in {"VBD", "VBZ", "VBP", "MD"} or bool(tree.children(i, "aux", "cop"))


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


# -- the whole --------------------------------------------------------------------------------


def _confidence(p: Predication, actor: _Side | None, recipient: _Side | None) -> float:
    sure = BASE[p.pattern]
    for side in (actor, recipient):
        sure *= side.sure if side else 0.8
    return round(sure, 3)


def _with_id(claim: Claim) -> Claim:
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
