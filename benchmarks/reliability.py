"""Whether confidence means what it says: of all claims at .7, seven in ten should be right.

Claims of the coded reports that are judged right or wrong count; those aside do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.figures import Counts, Figure, figure, share
from benchmarks.graded import Graded

BINS = 5  # of equal width


def reliability(all_: Sequence[Graded]) -> list[Figure]:
    """Return the share of right claims by confidence, and how far the two are apart."""
    rows = [reliability_row(one) for one in all_]
    n = int(sum(sum(row[2::3]) for row in rows))
    found = [
        figure("calibration error", rows, calibration_error, n=n, note="0: confidence is the share")
    ]
    for at in range(BINS):
        own = [[row[3 * at], row[3 * at + 2]] for row in rows]
        count = int(sum(row[1] for row in own))
        mean = sum(row[3 * at + 1] for row in rows) / count if count else 0.0
        low, high = at / BINS, (at + 1) / BINS
        note = f"mean confidence {mean:.2f}" if count else ""
        found.append(
            figure(f"right of those from {low:.1f} to {high:.1f}", own, share, n=count, note=note)
        )
    return found


def reliability_row(one: Graded) -> list[float]:
    """Return (right, sum of confidence, claims) for each bin."""
    row = [0.0] * 3 * BINS
    judged = [(m.found.claim.confidence, 1.0) for m in one.scored.matches]
    judged += [(p.claim.confidence, 0.0) for p in one.scored.wrong]
    for confidence, right in judged:
        at = min(int(confidence * BINS), BINS - 1)
        for place, value in enumerate((right, confidence, 1.0)):
            row[3 * at + place] += value
    return row


def calibration_error(total: Counts) -> float:
    """Return the mean distance of confidence and share of right claims, over all claims.

    >>> calibration_error([0, 0, 0] * 4 + [3, 3.6, 4])  # 4 claims, .9 sure, 3 right
    0.15
    """
    apart = sum(abs(total[at] - total[at + 1]) for at in range(0, len(total), 3))
    claims = sum(total[2::3])
    return round(apart / claims, 12) if claims else float("nan")
