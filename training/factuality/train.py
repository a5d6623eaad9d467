"""Learn whether what a verb tells has happened; run by hand.

    python -m training.factuality.train --data DIR

DIR holds `uds_factuality` and `ud_ewt`. Writes src/tertius/reading/weights/factuality.json.
Logistic regression on the train part (22,000 rated predicates), trees by the parser as shipped,
quadratic penalty, full batches with Adam (Kingma and Ba 2015): the same file each time. A minute of
one core. `training.reading_scores` scores it on the development part and on MEANTIME, which it has
not seen. The test part was not read.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np

from tertius.reading.attribution import attributions, sources_at
from tertius.reading.factuality import features
from tertius.reading.modality import by_rule
from tertius.reading.syntax import Encoder
from training.annotated_sets import uds
from training.reading_scores import Nobody, parsed

WEIGHTS = Path(__file__).parents[2] / "src/tertius/reading/weights/factuality.json"
SEEN = 8  # times a feature must occur; 5 gives the same on the development part
PENALTY = 5.0  # of 1, 3, 5, 8 and 10: 5 or 3
STEPS = 300
RATE = 0.05


def examples(data: Path) -> tuple[list[list[str]], list[bool]]:
    """Return the features of each rated predicate, and whether it happened."""
    encoder, found, happened = Encoder.load(), [], []
    for document in uds(data, "train"):
        trees, text = parsed(document.texts, encoder)
        said = attributions(trees, Nobody(), text)
        for n, word, is_so in document.events:
            voice = sources_at(said, n, word)
            verdict = by_rule(trees[n], word, voice)
            found.append(sorted(set(features(trees[n], word, verdict, voice.stance))))
            happened.append(is_so)
    return found, happened


def learn(found: list[list[str]], happened: list[bool]) -> dict[str, float]:
    """Return the weight of each feature; "" is the constant."""
    counts = Counter(f for row in found for f in row)
    names = sorted(f for f, n in counts.items() if n >= SEEN)
    place = {f: k for k, f in enumerate(names)}
    kept = [[place[f] for f in row if f in place] for row in found]
    column = np.array([k for row in kept for k in row])
    row = np.repeat(np.arange(len(kept)), [len(r) for r in kept])
    target = np.array(happened, dtype=float)
    weights = np.zeros(len(names) + 1)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        odds = np.bincount(row, weights[column], len(kept)) + weights[-1]
        error = 1 / (1 + np.exp(-odds)) - target
        slope = np.bincount(column, error[row], len(names)) + PENALTY * weights[:-1]
        slope = np.append(slope, error.sum())
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = RATE * (1 - 0.95 * step / STEPS)
        scale = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        weights -= rate * mean / (1 - 0.9**step) / scale
    learned = {"": float(weights[-1]), **dict(zip(names, weights.tolist(), strict=False))}
    return {f: round(w, 3) for f, w in learned.items() if f == "" or abs(w) >= 0.0005}


def main() -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(prog="training.factuality.train")
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    found, happened = examples(parser.parse_args().data)
    origin = "Universal Decompositional Semantics 2.0 on UD English EWT, train; CC BY-SA 4.0"
    out = {"learned from": origin, "weights": learn(found, happened)}
    WEIGHTS.write_text(json.dumps(out, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(happened)} predicates, {len(out['weights'])} weights -> {WEIGHTS}")


if __name__ == "__main__":
    main()
