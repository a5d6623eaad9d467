"""Fit how the votes of rules and network are weighed, on reports that the network did not see.

    python -m training.relations.calibrate --weights DIR --write

Every claim that rules or network propose on the `dev` part is held against the codes; a logistic
curve over their votes is fitted to what was right. The vote of the rules is the confidence that
tertius.reading.confidence gives. Prints how sure claims were and how often right; --write keeps
the curve as judgement.json in DIR, and nowhere else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tertius.comparison.scoring import score_reading
from tertius.gazetteer import Gazetteer
from tertius.reading.read_documents import read_documents
from tertius.reading.relations.judge import CURVE, TERMS, Judge, terms
from tertius.reading.relations.network import Network
from tertius.reading.syntax import Encoder
from tertius.records import Claim
from training.confidence.fit import logistic
from training.corpus.as_gold import coded_gold
from training.corpus.check import REPORTS
from training.corpus.coded import CodedReport, read_reports
from training.corpus.documents import document_of
from training.corpus.parts import part_of

Array = NDArray[Any]
PULL = 1.0  # ridge towards 0, in squared units of a weight
FLOOR = 0.08  # a claim that is less sure is not even offered


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim: its terms, and whether a careful reader has it."""

    report: str
    claim: Claim
    terms: tuple[float, ...]
    right: bool


def judged(
    reports: Iterable[CodedReport], judge: Judge, gazetteer: Gazetteer
) -> tuple[list[Judged], int]:
    """Return all claims that are right or wrong, and how many the codes have."""
    rows: list[Judged] = []
    coded = 0
    for report in reports:
        record = coded_gold(report)
        reading = read_documents(
            [document_of(report)], gazetteer=gazetteer, encoder=judge.network.encoder, judge=judge
        )
        _, scored = score_reading(reading, record, gazetteer)
        coded += sum(claim.counts for claim in record.claims)
        right = {m.found.claim.id: m.found.claim for m in scored.matches}
        wrong = {one.claim.id: one.claim for one in scored.wrong}
        for claims, is_right in ((right, True), (wrong, False)):
            rows += [Judged(report.name, c, _terms(c), is_right) for c in claims.values()]
    return rows, coded


def _terms(claim: Claim) -> tuple[float, ...]:
    told = dict(claim.votes)
    return terms(told.get("rules"), told.get("network"), told.get("against"))


def fitted(rows: Sequence[Judged]) -> Array:
    """Return the weights of the logistic curve, by Newton steps with a ridge."""
    x = np.array([row.terms for row in rows])
    y = np.array([row.right for row in rows], dtype=float)
    return logistic(x, y, ridge=PULL, free=0)


def signed(folder: Path) -> None:
    """Enter the curve into the manifest of the folder."""
    manifest = folder / "manifest.json"
    kept = json.loads(manifest.read_text("utf-8")) if manifest.is_file() else {"sha256": {}}
    kept["sha256"][CURVE] = hashlib.sha256((folder / CURVE).read_bytes()).hexdigest()
    manifest.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def report_of(sure: Array, right: Array, coded: int) -> str:
    """Return how sure claims were and how often right, and what each threshold finds."""
    lines = [f"{len(sure)} claims, {int(right.sum())} right, {coded} coded", "sure      n  right"]
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (sure >= low) & (sure < low + 0.1)
        if inside.any():
            lines.append(f"{low:.1f}-{low + 0.1:.1f} {inside.sum():4d}  {right[inside].mean():.2f}")
    lines.append("from    P     R    F1")
    for at in np.arange(0.1, 0.95, 0.05):
        told = sure >= at
        hits = right[told].sum()
        p, r = hits / max(1, told.sum()), hits / max(1, coded)
        lines.append(f"{at:.2f}  {p:.2f}  {r:.2f}  {2 * p * r / max(1e-9, p + r):.2f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="what export wrote")
    parser.add_argument("--part", default="dev")
    parser.add_argument("--write", action="store_true", help="fit the curve anew and keep it")
    args = parser.parse_args()
    network = Network.load(Encoder.load(), args.weights)
    judge = Judge(network, (0.0,) * len(TERMS), 0.0)
    chosen = [r for r in read_reports(REPORTS) if part_of(r.conflict) == args.part]
    rows, coded = judged(chosen, judge, Gazetteer.load())
    right = np.array([row.right for row in rows])
    if args.write:
        curve = fitted(rows)
        kept = {"curve": dict(zip(TERMS, np.round(curve, 4).tolist(), strict=True)), "floor": FLOOR}
        text = json.dumps({**kept, "fitted_on": f"{len(rows)} claims, part {args.part}"}, indent=1)
        (args.weights / CURVE).write_text(text + "\n", encoding="utf-8")
        signed(args.weights)
    else:
        curve = np.array(Judge.load(network, args.weights).curve)
    sure = 1 / (1 + np.exp(-np.array([row.terms for row in rows]) @ curve))
    print(report_of(sure, right, coded))


if __name__ == "__main__":
    main()
