"""Fit the confidence of claims to coded reports that nothing was learned from.

    python -m training.relations.calibrate --out src/tertius/reading/relations/weights

Every claim that rules or network propose on the `dev` part is held against the codes; a logistic
curve over their votes is fitted to what was right. Writes judgement.json, and beside the readers
the table of precision.json; prints how sure claims were and how often right.
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

from tertius import exchange
from tertius.comparison.aliases import Aliases
from tertius.comparison.gold import Gold
from tertius.comparison.predicted import predicted
from tertius.comparison.scoring import score
from tertius.gazetteer import Gazetteer
from tertius.reading.read_documents import read_documents
from tertius.reading.relations.judge import CURVE, TERMS, Judge, terms
from tertius.reading.relations.network import WEIGHTS, Network
from tertius.reading.syntax import Encoder
from tertius.records import Claim
from tertius.report.names import Names
from training.corpus.as_gold import gold
from training.corpus.check import REPORTS
from training.corpus.coded import CodedReport, read_reports
from training.corpus.documents import document_of
from training.corpus.parts import part_of

Array = NDArray[Any]
PULL = 1.0  # ridge towards 0, in squared units of a weight
PRECISIONS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
FLOOR = 0.08  # a claim that is less sure is not even offered
DEFAULT = 0.8  # precision that a user gets who asks for none, where it was reached
PRECISION = Path("src/tertius/readers/precision.json")


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
        record = exchange.decode(json.dumps(gold(report)[0]).encode(), Gold, where=report.name)
        reading = read_documents([document_of(report)], gazetteer=gazetteer, judge=judge)
        names, aliases = Names.of(reading, gazetteer, []), Aliases(record.aliases)
        found = [predicted(c, names, aliases, record.sentences) for c in reading.claims]
        scored = score(record, found, aliases)
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
    ridge = PULL * np.eye(x.shape[1])
    ridge[0, 0] = 0.01
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - ridge @ w
        bend = x.T @ (x * (p * (1 - p))[:, None]) + ridge
        step = np.linalg.solve(bend, slope)
        w += step
        if np.abs(step).max() < 1e-9:
            break
    return w


def thresholds(sure: Array, right: Array) -> list[dict[str, float]]:
    """Return for each precision the lowest confidence from which on it holds, where any does."""
    order = np.argsort(-sure)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    rows: list[dict[str, float]] = []
    for precision in PRECISIONS:
        good = np.nonzero(share >= precision)[0]
        if len(good) and good[-1] >= 20:
            threshold = round(float(sure[order][good[-1]]), 3)
            rows.append({"precision": precision, "threshold": threshold})
    return rows


def signed(folder: Path) -> None:
    """Enter the curve into the manifest: the version of the reader is a hash of it."""
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
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--out", type=Path, help="write the curve and the table of precisions")
    args = parser.parse_args()
    encoder = Encoder.load()
    judge = Judge(Network.load(encoder, args.weights), (0.0,) * len(TERMS), 0.0)
    chosen = [r for r in read_reports(REPORTS) if part_of(r.conflict) == args.part]
    rows, coded = judged(chosen, judge, Gazetteer.load())
    right = np.array([row.right for row in rows])
    if args.out:
        curve = fitted(rows)
        kept = {"curve": dict(zip(TERMS, np.round(curve, 4).tolist(), strict=True)), "floor": FLOOR}
        text = json.dumps({**kept, "fitted_on": f"{len(rows)} claims, part {args.part}"}, indent=1)
        (args.out / CURVE).write_text(text + "\n", encoding="utf-8")
        signed(args.out)
    else:
        kept = json.loads((args.weights / CURVE).read_text("utf-8"))
        curve = np.array([kept["curve"][term] for term in TERMS])
    sure = 1 / (1 + np.exp(-np.array([row.terms for row in rows]) @ curve))
    print(report_of(sure, right, coded))
    if args.out:
        rows_of = thresholds(sure, right)
        table = {"on": f"coded reports, part {args.part}", "rows": rows_of}
        # a default that no row reaches would stop the tool
        default = min(DEFAULT, max(row["precision"] for row in rows_of))
        whole = {"default": default, "readers": {"embedded": table}}
        PRECISION.write_text(json.dumps(whole, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
