"""From claims to evidence: who stands for whom, on whose word, and how often it was really said.

evidence = tertius.evidence.of_claims(reading, gazetteer)
tertius.evidence.units(evidence)
"""

from __future__ import annotations

from tertius.evidence.of_claims import Evidence, collect
from tertius.evidence.parties import Parties, Standings
from tertius.evidence.units import Unit, units, voices

__all__ = ["Evidence", "Parties", "Standings", "Unit", "collect", "units", "voices"]
