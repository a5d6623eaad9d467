"""Fit the confidence of claims to coded reports: python -m training.confidence.fit [--write].

The rules learned nothing from the corpus by themselves, though people mended them on its train
part; the curve is fitted on that part and on `dev`, and tried on `test`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tertius.comparison.scoring import score_reading
from tertius.gazetteer import Gazetteer
from tertius.reading import claims
from tertius.reading.read_documents import read_documents
from training.corpus.as_gold import coded_gold
from training.corpus.check import REPORTS
from training.corpus.coded import CodedReport, read_reports
from training.corpus.documents import document_of
from training.corpus.parts import part_of

Array = NDArray[Any]
RIDGE = 2.0
PRECISIONS = tuple(round(0.4 + 0.05 * n, 2) for n in range(12))
WEIGHTS = Path("src/tertius/reading/weights/confidence.json")
TABLE = Path("src/tertius/readers/precision.json")
FEWEST = 25  # claims above a threshold, for its share to mean anything


@dataclass(frozen=True, slots=True)
class Row:
    """One claim that is right or wrong."""

    part: str
    features: dict[str, float]
    right: bool


class Recorder:
    """Stands in for the curve while claims are made: each gets a number that leads back."""

    def __init__(self) -> None:
        self.seen: list[dict[str, float]] = []

    def __call__(self, found: Mapping[str, float]) -> float:
        self.seen.append(dict(found))
        return len(self.seen) / 10**7

    def features(self, number: float) -> dict[str, float] | None:
        """Return the features of a claim by its confidence; None: it was made of another claim."""
        at = round(number * 10**7)
        return self.seen[at - 1] if abs(at / 10**7 - number) < 1e-12 else None


def rows(reports: Iterable[CodedReport], gazetteer: Gazetteer) -> list[Row]:
    """Read reports and hold every claim against the codes."""
    recorder = Recorder()
    claims.confidence = recorder  # type: ignore[attr-defined]
    found: list[Row] = []
    for report in reports:
        reading = read_documents([document_of(report)], gazetteer=gazetteer)
        _, scored = score_reading(reading, coded_gold(report), gazetteer)
        part = part_of(report.conflict)
        for several, right in (([m.found for m in scored.matches], True), (scored.wrong, False)):
            for one in several:
                if (known := recorder.features(one.claim.confidence)) is not None:
                    found.append(Row(part, known, right))
    return found


def fitted(found: Sequence[Row], names: Sequence[str]) -> Array:
    """Return the weights of the logistic curve, by Newton steps with a ridge."""
    x = np.array([[row.features.get(name, 0.0) for name in names] for row in found])
    y = np.array([row.right for row in found], dtype=float)
    return logistic(x, y, ridge=RIDGE, free=names.index(""))


def logistic(x: Array, y: Array, *, ridge: float, free: int) -> Array:
    """Return the weights of a logistic regression, by Newton steps.

    x: rows x terms; y: 1 for right. ridge: pulls every weight to 0 but that of the term `free`.
    """
    pull = ridge * np.eye(x.shape[1])
    pull[free, free] = 0.01
    w = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - pull @ w
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + pull, slope)
        w += step
        if np.abs(step).max() < 1e-9:
            break
    return w


def table(sure: Array, right: Array) -> list[dict[str, float]]:
    """Return for each precision the lowest confidence from which on it holds.

    Both rise; of two precisions with one threshold the higher is kept.
    """
    levels = [(float(t), right[sure >= t]) for t in np.unique(sure)]  # equal ones go together
    made: list[dict[str, float]] = []
    for precision in PRECISIONS:
        good = [t for t, some in levels if len(some) >= FEWEST and some.mean() >= precision]
        if good:
            made = [row for row in made if row["threshold"] < good[0]]
            made.append({"precision": precision, "threshold": good[0]})
    return made


def shown(sure: Array, right: Array) -> str:
    """Return how sure claims were and how often right."""
    lines = ["sure      n   mean  right"]
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (sure >= low) & (sure < low + 0.1)
        if inside.any():
            mean, share = sure[inside].mean(), right[inside].mean()
            lines.append(f"{low:.1f}-{low + 0.1:.1f} {inside.sum():4d}  {mean:.2f}  {share:.2f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write what the tool ships")
    given = parser.parse_args()
    found = rows(read_reports(REPORTS), Gazetteer.load())
    learned = [row for row in found if row.part != "test"]
    kept = [row for row in found if row.part == "test"]
    names = sorted({name for row in learned for name in row.features})
    w = fitted(learned, names)
    for title, some in (("fitted on", learned), ("kept aside", kept)):
        x = np.array([[row.features.get(name, 0.0) for name in names] for row in some])
        sure = np.round(1 / (1 + np.exp(-x @ w)), 3)
        right = np.array([row.right for row in some])
        print(f"{title}: {len(some)} claims, {right.mean():.2f} right\n{shown(sure, right)}")
        if title == "fitted on" and given.write:
            weights = dict(zip(names, np.round(w, 4).tolist(), strict=True))
            text = json.dumps({"claims": len(some), "weights": weights}, indent=1)
            WEIGHTS.write_text(text + "\n", encoding="utf-8")
    made = {"on": f"{len(kept)} claims, part test of training/corpus", "rows": table(sure, right)}
    print(json.dumps(made))
    if given.write:
        whole = {"default": 0, "readers": {"embedded": made}}
        TABLE.write_text(json.dumps(whole, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
