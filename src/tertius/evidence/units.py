"""Count what was said once: copies of a text and repeats by one speaker are one unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tertius.evidence.of_claims import Evidence
from tertius.records import Dyad, Sign

PAST: Final = 0.2  # what history weighs against the present; a setting, see docs/brief.md


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One voice that says one sign of one pair on one ground."""

    dyad: Dyad
    sign: Sign
    ground: str | None  # Theater.id of the land; None: no place is named
    voice: str
    claims: tuple[str, ...]  # Claim.id
    weight: float  # of its weightiest claim; history counts PAST of that
    past: bool  # all of its claims are history


def units(evidence: Iterable[Evidence]) -> tuple[Unit, ...]:
    """Group evidence into independent units, sorted; only asserted claims with a sign count.

    However often one speaker repeats a thing, or a text is copied, it stays one unit.
    """
    groups: dict[tuple[Dyad, Sign, str, str], list[Evidence]] = defaultdict(list)
    for one in evidence:
        if one.modality == "asserted" and one.sign != 0:
            groups[one.dyad, one.sign, one.ground or "", one.voice].append(one)
    return tuple(
        Unit(
            dyad=dyad,
            sign=sign,
            ground=ground or None,
            voice=voice,
            claims=tuple(sorted({one.claim for one in group})),
            weight=max(one.weight * (PAST if one.past else 1.0) for one in group),
            past=all(one.past for one in group),
        )
        for (dyad, sign, ground, voice), group in sorted(groups.items(), key=lambda item: item[0])
    )


def voices(evidence: Iterable[Evidence]) -> int:
    """Return the number of independent voices behind some evidence."""
    return len({one.voice for one in evidence})
