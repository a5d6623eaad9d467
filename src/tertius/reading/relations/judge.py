"""From the votes of rules and network to one confidence, and to the claims that are kept.

The confidence is a logistic curve over what both voters say, fitted on coded reports that the
network did not learn from (training/relations/calibrate.py). No network comes with the package:
docs/decisions/0006 says why; `tertius.readers.voted` reads with one of your own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log
from pathlib import Path

from tertius import exchange
from tertius.reading.claims import claims
from tertius.reading.relations.network import MisfitError, Network
from tertius.reading.relations.votes import WORTH, Vote, standings, unheard, votes
from tertius.reading.text import Text
from tertius.records import Claim

CURVE = "judgement.json"
TERMS = ("one", "rules", "rules confidence", "network alone", "network beside rules",
         "network against", "rules without a vote")  # fmt: skip
_LEAST = WORTH / 2  # the chance of the other sign where the network did not see the pair


@dataclass(frozen=True, slots=True)
class Curve:
    """What judgement.json holds."""

    curve: dict[str, float]  # a weight for each of TERMS
    floor: float


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs the votes on the claims of a sentence."""

    network: Network
    curve: tuple[float, ...]  # a weight for each of TERMS
    floor: float  # what is less sure is dropped; the user's own dial is above it

    @classmethod
    def load(cls, network: Network, folder: Path) -> Judge:
        """Read the fitted curve of a folder of weights. Raises MisfitError, BadJsonError."""
        kept = exchange.decode((folder / CURVE).read_bytes(), Curve, where=str(folder / CURVE))
        missing = [term for term in TERMS if term not in kept.curve]
        if missing:
            reason = f"{CURVE} has no weight for {', '.join(missing)}"
            raise MisfitError(str(folder), reason)
        return cls(network, tuple(kept.curve[term] for term in TERMS), kept.floor)

    def judged(self, text: Text, sentence: int, told: Sequence[Claim]) -> list[Claim]:
        """Return the claims of the rules and those of the network alone, each with its votes."""
        cast = votes(text, sentence, self.network)
        heard = {(v.parties, v.opinion.sign): v.opinion.chance for v in cast}
        found = [self._of_rules(text, claim, heard) for claim in told]
        for p, vote in unheard(text, sentence, cast, told):
            found += [self._of_network(claim, vote, heard) for claim in claims(text, sentence, [p])]
        kept = [claim for claim in found if claim.confidence >= self.floor]
        return sorted(kept, key=lambda c: (c.trigger or (0, 0), c.id))

    def _of_rules(
        self, text: Text, claim: Claim, heard: dict[tuple[frozenset[str], int], float]
    ) -> Claim:
        one, other = standings(text, claim)
        votes = [("rules", claim.confidence)]
        chance = against = None
        if one is not None and other is not None and claim.sign:
            chance = heard.get((frozenset((one, other)), claim.sign))
            against = heard.get((frozenset((one, other)), -claim.sign))
        if chance is not None and against is not None:
            votes += [("network", round(chance, 4)), ("against", round(against, 4))]
        sure = self._sure(claim.confidence, chance, against)
        return replace(claim, confidence=sure, votes=tuple(votes))

    def _of_network(
        self, claim: Claim, vote: Vote, heard: dict[tuple[frozenset[str], int], float]
    ) -> Claim:
        chance = vote.opinion.chance
        against = heard[vote.parties, -claim.sign]
        sure = self._sure(None, chance, against)
        told = (("network", round(chance, 4)), ("against", round(against, 4)))
        return replace(claim, confidence=sure, votes=told)

    def _sure(self, rules: float | None, chance: float | None, against: float | None) -> float:
        total = sum(
            weight * value
            for weight, value in zip(self.curve, terms(rules, chance, against), strict=True)
        )
        return round(1 / (1 + exp(-total)), 3)


def terms(rules: float | None, chance: float | None, against: float | None) -> tuple[float, ...]:
    """Return the value of each of TERMS; None: that voter did not speak."""
    told = rules is not None
    own = odds(chance) if chance is not None else 0.0
    return (
        1.0,
        float(told),
        odds(rules) if rules is not None else 0.0,
        0.0 if told else own,
        own if told else 0.0,
        odds(against) if against is not None else odds(_LEAST),
        float(told and chance is None),
    )


def odds(chance: float) -> float:
    """Return the logarithm of the odds, with chances kept off 0 and 1."""
    kept = min(max(chance, 0.01), 0.99)
    return log(kept / (1 - kept))
