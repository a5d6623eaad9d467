"""The two sides of a relation by name: who is meant, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tertius.reading.actors import Cast, Party, Resolved
from tertius.reading.attribution import Said
from tertius.reading.predications import Predication
from tertius.reading.text import Text, name_in, place_of, slice_of
from tertius.reading.vocabulary import family, relation

_SURE = {"name": 1.0, "demonym": 0.97, "nominal": 0.92, "pronoun": 0.8}
_OWNERS = frozenset({"whose", "its", "their", "his", "her", "our", "my"})
_GROUPS = frozenset({"armed-group", "described", "coalition", "movement", "party", "people"})


@dataclass(frozen=True, slots=True)
class Side:
    """One actor at one end of a relation, with the document's words for it."""

    id: str
    words: str | None
    sure: float  # 1 a name, less for a description or a pronoun


def pairs(
    text: Text, sentence: int, p: Predication, said: Said
) -> Iterator[tuple[Side | None, Side | None]]:
    """Yield who acts upon whom, each pair of sides once; None: nobody is named to act."""
    if p.named is not None:
        yield p.named
        return
    cast, hard = text.cast, family(p.relation) in {"fight", "coerce"}
    actors = sides(text, sentence, p.actors, said)
    before = next((q for q in cast.quarrels if q[0] < sentence), None)  # the report's main event
    if p.speaker_acts:
        actors = [Side(cast.standing(s), None, 0.8) for s in said.sources[:1]]
        if not actors:
            return
    recipients = sides(text, sentence, p.recipients, said)
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
    doers: list[Side | None] = list(actors) or [None]
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


def _named_side(text: Text, actor: str) -> Side:
    """Return a side that the sentence only alludes to."""
    return Side(actor, name_in(text, actor), 0.75)


def _victims(text: Text, sentence: int, p: Predication, actors: Sequence[Side]) -> list[Side]:
    """Return the country of people whom an armed group attacks: soldiers, villagers, towns."""
    if not actors:
        return []
    kinds = {text.cast.kind(text.cast.standing(a.id)) for a in actors}
    if not kinds <= _GROUPS and (kinds != {"state"} or _has_groups(text)):
        return []  # a state that strikes in a country where groups fight may strike a group
    place = _struck_place(text, sentence, p) or place_of(text, sentence, p)[0]
    country = text.theaters.country(place) if place else None
    if country is None or not text.cast.gazetteer.has_actor(country):
        return []
    return [Side(country, name_in(text, country), 0.8)]


def _struck_place(text: Text, sentence: int, p: Predication) -> str | None:
    """Return the place in the words of what is struck: "the town of X", "the airport in X"."""
    for struck in p.objects:
        for i in text.trees[sentence].subtree(struck):
            known = text.cast.at(sentence, i)
            if known is not None and known.place is not None:
                return known.place
    return None


def _has_groups(text: Text) -> bool:
    """Tell whether a group without a state fights in the report."""
    sides = {i for _, a, b in text.cast.quarrels for i in (a, b)}
    return any(text.cast.kind(text.cast.standing(i)) in _GROUPS for i in sides)


def fights_of(
    predications: Sequence[Predication], sentence: int, cast: Cast
) -> Iterator[tuple[str, str]]:
    """Yield who fights whom in a sentence, by name."""
    for p in predications:
        if relation(p.relation).sign < 0 and family(p.relation) == "fight":
            one = [i for h in p.actors if (r := cast.at(sentence, h)) for i in r.ids]
            other = [i for h in p.recipients if (r := cast.at(sentence, h)) for i in r.ids]
            yield from product(one, other)


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


def sides(text: Text, sentence: int, heads: Iterable[int], said: Said) -> list[Side]:
    """Return the actors that the mentions with these heads mean; "we" are the speaker\'s side."""
    found: dict[str, Side] = {}
    for head in heads:
        known = text.cast.at(sentence, head)
        if known is None:
            continue
        if known.mention.noun == "speaker" and known.mention.kind == "pronoun":
            # "we" are those for whom the speaker stands
            for source in said.sources[:1]:
                side = text.cast.standing(source)
                found.setdefault(side, Side(side, None, 0.8))
            continue
        sure = _SURE[known.mention.kind]
        for party in known.parties:
            found.setdefault(party.id, Side(party.id, _words(text, known, party), sure))
    return list(found.values())


def side_at(text: Text, sentence: int, head: int, standing: str | None) -> Side | None:
    """Return the side that a mention means; of several, the one that stands for `standing`."""
    known = text.cast.at(sentence, head)
    if known is None:
        return None
    for party in known.parties:
        if standing is None or text.cast.standing(party.id) == standing:
            sure = _SURE[known.mention.kind]
            return Side(party.id, _words(text, known, party), sure)
    return None


def _words(text: Text, known: Resolved, party: Party) -> str | None:
    """Return the document's own words for a party; None where it has none in one piece."""
    if party.text is None:
        return name_in(text, party.id)
    first = text.trees[known.sentence].texts[known.mention.start].casefold()
    if (
        known.mention.kind in {"pronoun", "demonym"}
        or known.mention.cut
        or known.mention.role != "people"
        and first in _OWNERS  # "whose government" says nothing to who has not read the rest
        or party.text[0] != known.sentence
    ):
        return name_in(text, party.id) or slice_of(text, party.text)
    return slice_of(text, party.text)
