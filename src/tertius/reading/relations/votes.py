"""The network's vote on the pairs of one sentence, and the relations that only it has seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tertius.reading.predications import Predication
from tertius.reading.relations.network import Network, Opinion
from tertius.reading.relations.windows import BEFORE, Spot, window
from tertius.reading.sides import Side, side_at
from tertius.reading.text import Text
from tertius.reading.vocabulary import relation, triggers
from tertius.records import Claim

WORTH = 0.12  # what the network gives less chance than this is no claim of its own
_SURE_MOOD = 0.55  # from here on the network's modality counts where the rules see none
_SURE_ENEMY = 0.5


@dataclass(frozen=True, slots=True)
class Vote:
    """What the network makes of two parties in one sentence, for one sign."""

    first: Spot
    second: Spot
    opinion: Opinion

    @property
    def parties(self) -> frozenset[str]:
        """Whom it is about, by what they stand for."""
        return frozenset((self.first.party, self.second.party))


def spots(text: Text, sentence: int) -> list[Spot]:
    """Return the parties that a sentence and those before it mention."""
    found = {
        Spot(text.cast.standing(party.id), back, known.mention.head)
        for back in range(min(BEFORE, sentence) + 1)
        for known in text.cast.of(sentence - back)
        for party in known.parties
    }
    return sorted(found, key=lambda s: (-s.back, s.word, s.party))


def votes(text: Text, sentence: int, network: Network) -> list[Vote]:
    """Return the votes on a sentence, both signs of each pair that the window shows."""
    trees = text.trees[max(0, sentence - BEFORE) : sentence + 1]
    seen = window(trees, spots(text, sentence), network.encoder.vocabulary)
    if seen is None:
        return []
    return [
        Vote(pair.first, pair.second, opinion)
        for pair, both in zip(seen.pairs, network.opinions(seen), strict=True)
        for opinion in both
    ]


def unheard(
    text: Text, sentence: int, cast: Sequence[Vote], told: Sequence[Claim]
) -> Iterator[tuple[Predication, Vote]]:
    """Yield the relations that are worth a look and that no claim of the rules has."""
    known = {(frozenset(standings(text, c)), c.sign) for c in told}
    for vote in cast:
        if vote.opinion.chance < WORTH or (vote.parties, vote.opinion.sign) in known:
            continue
        p = _predication(text, sentence, vote)
        if p is not None:
            yield p, vote


def standings(text: Text, claim: Claim) -> tuple[str | None, str | None]:
    """Return what the parties of a claim stand for."""
    one, other = claim.actor, claim.recipient
    return (
        text.cast.standing(one) if one else None,
        text.cast.standing(other) if other else None,
    )


def _predication(text: Text, sentence: int, vote: Vote) -> Predication | None:
    first = side_at(text, sentence - vote.first.back, vote.first.word, vote.first.party)
    second = side_at(text, sentence - vote.second.back, vote.second.word, vote.second.party)
    opinion = vote.opinion
    if first is None or second is None or opinion.trigger is None:
        return None
    word = opinion.trigger[1]
    tree = text.trees[sentence]
    named: tuple[Side, Side] = (second, first) if opinion.direction == 1 else (first, second)
    clause = next((up for up in tree.ancestors(word) if tree.is_verb(up)), word)
    enemy = None
    if opinion.against is not None and opinion.against_chance >= _SURE_ENEMY:
        back, at = opinion.against
        enemy = side_at(text, sentence - back, at, None)
        if enemy is not None and text.cast.standing(enemy.id) in vote.parties:
            enemy = None  # nobody is turned against one of the two
    return Predication(
        relation=_relation(text, sentence, opinion),
        word=word,
        clause=word if tree.is_verb(word) else clause,
        actors=(),
        recipients=(),
        pattern="network",
        governed=True,
        objects=tuple(k for k in tree.kids[word] if tree.label(k) in {"obj", "nmod"}),
        named=named,
        enemy=enemy,
        mood=opinion.modality if opinion.modality_chance >= _SURE_MOOD else None,
    )


def _relation(text: Text, sentence: int, opinion: Opinion) -> str:
    """Return what the dictionary calls the trigger, if the sign fits; else the network's word."""
    symmetric = opinion.direction == 2
    tree = text.trees[sentence]
    assert opinion.trigger is not None
    lemma = tree.lemmas[opinion.trigger[1]]
    known = [
        t.relation
        for pos in ("verb", "noun", "adj", "role")
        for t in triggers().get((pos, lemma), ())
    ]
    for name in (*known, *opinion.relations):
        if relation(name).sign == opinion.sign and relation(name).symmetric == symmetric:
            return name
    return opinion.relations[0]
