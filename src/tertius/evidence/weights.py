"""How much a claim weighs for today's standing of a pair, before it is counted with others.

The numbers are settings, not measurements: the order of acts follows the material/verbal split of
CAMEO, and that talks weigh little follows from event data in which adversaries who bargain look
like friends. They are to be replaced by weights learned on dated events; docs/brief.md shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tertius.records import Attitude, Claim

ACT: Final[Mapping[str, float]] = {
    "coordinate": 1.0,
    "support": 1.0,
    "command": 1.0,
    "share-enemy": 0.8,
    "approve": 0.6,
    "talk": 0.3,
    "fight": 1.0,
    "coerce": 0.8,
    "criticise": 0.6,
    "presence": 0.0,
}
OTHER_ACT: Final = 0.5  # a family that this table does not know
ATTITUDE: Final[Mapping[Attitude, float]] = {"desire": 0.7, "fear": 0.7, "belief": 0.8}
NAMED_SPEAKER: Final = 0.85  # a quoted, named speaker, against 1 for the report's own voice
UNNAMED_SPEAKER: Final = 0.7
SURE: Final = 0.5  # Claim.confidence from here on counts in full
IMPLIED: Final = 0.6  # "A helps B against X" says less of A and X than "A fights X"


def weight(claim: Claim, *, family: str) -> float:
    """Return 0 to 1: what an asserted claim weighs; 0 for a denial, a forecast, a supposition."""
    if claim.modality != "asserted" or claim.sign == 0:
        return 0.0
    value = ACT.get(family, OTHER_ACT)
    if claim.attitude is not None:
        value *= ATTITUDE[claim.attitude]
    if claim.anonymous:
        value *= UNNAMED_SPEAKER
    elif claim.sources:
        value *= NAMED_SPEAKER
    return value * min(1.0, claim.confidence / SURE)
