"""Syntax, names, who says it and whether it happened, on open annotations.

What is kept aside from learning is decided by `training.syntax.corpus`; what is counted, by
`training.syntax.evaluate` and `training.reading_scores`. Here they get intervals and aims.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.figures import Counts, Figure, f1, figure, share
from tertius.reading.syntax import Encoder
from training import annotated_sets, reading_scores
from training.syntax.corpus import held_out
from training.syntax.evaluate import parse_scores
from training.syntax.names import Tagged, spans
from training.syntax.treebank import Tree

MEASURES = ("UPOS", "UAS", "LAS")
AIMS = {
    "ewt LAS": 87.0,
    "uner": 0.75,
    "crossner": 0.83,
    "uds": 0.82,
    "gum source": 0.70,
    "gum content": 0.82,
}
NAMED = {
    "ewt": "EWT dev",
    "gum news": "GUM news, 4 documents kept aside",
    "uner": "UNER dev, the fifth kept aside",
    "wikigold": "WikiGold, the tenth kept aside",
    "crossner": "CrossNER politics dev, the quarter kept aside",
}


def syntax(data: Path, encoder: Encoder) -> list[Figure]:
    """Return accuracies of word classes and trees (of 100), and F1 of names."""
    corpus = held_out(data)
    found = []
    for name, gold in corpus.trees.items():
        rows = tree_rows(gold, encoder)
        for at, measure in enumerate(MEASURES):
            found.append(
                figure(
                    f"{NAMED.get(name, name)}: {measure}",
                    [[row[at], row[-1]] for row in rows],
                    _of_hundred,
                    n=int(sum(row[-1] for row in rows)),
                    aim=AIMS.get(f"{name} {measure}"),
                )
            )
    for name, tagged in corpus.names.items():
        named = name_rows(tagged, encoder)
        found.append(
            figure(
                f"{NAMED.get(name, name)}: names F1",
                named,
                f1,
                n=int(sum(row[2] for row in named)),
                aim=AIMS.get(name),
                over="sentences",
            )
        )
    return found


def _of_hundred(total: Counts) -> float:
    return 100 * share(total)


def tree_rows(gold: Sequence[Tree], encoder: Encoder) -> list[list[float]]:
    """Return for each document the words right by each of MEASURES, and all words."""
    by_document: dict[str, list[Tree]] = {}
    for tree in gold:
        by_document.setdefault(tree.document, []).append(tree)
    rows = []
    for trees in by_document.values():
        scores = dict(parse_scores(trees, encoder.parse([tree.words for tree in trees])))
        words = sum(len(tree.words) for tree in trees)
        rows.append([*(scores[measure] * words / 100 for measure in MEASURES), float(words)])
    return rows


def name_rows(gold: Sequence[Tagged], encoder: Encoder) -> list[list[float]]:
    """Return (right, found, gold) names of each sentence, bounds and kind both right."""
    parses = encoder.parse([sentence.words for sentence in gold])
    rows = []
    for sentence, parse in zip(gold, parses, strict=True):
        wanted, ours = set(spans(sentence.tags)), set(parse.names)
        rows.append([float(len(wanted & ours)), float(len(ours)), float(len(wanted))])
    return rows


def attribution(data: Path, encoder: Encoder) -> list[Figure]:
    """Return token F1 of who says it and what is said, on GUM: news, and all documents."""
    found = []
    for name, genre in (("GUM news", "news"), ("GUM", "")):
        scored = reading_scores.score_attributed(annotated_sets.gum(data, genre), encoder)
        found += [
            from_scores(f"{name}: {what} words F1", scored, what,
                        aim=AIMS[f"gum {what}"])
            for what in ("source", "content")
        ]  # fmt: skip
    return found


def factuality(data: Path, encoder: Encoder) -> list[Figure]:
    """Return macro-F1 of happened or not, on UDS dev and MEANTIME, with our own trees."""
    found = []
    if (data / "uds_factuality").is_dir():
        scored = reading_scores.score_happened(annotated_sets.uds(data), encoder)
        found.append(from_scores("UDS dev: macro-F1", scored, "macro", aim=AIMS["uds"]))
    if (data / "meantime").is_dir():
        scored = reading_scores.score_happened(annotated_sets.meantime(data), encoder)
        found.append(from_scores("MEANTIME: macro-F1", scored, "macro"))
    return found


def from_scores(
    name: str, scored: Mapping[str, object], what: str, *, aim: float | None = None
) -> Figure:
    """Return one figure of `training.reading_scores`."""
    value, drawn, count = scored[what], scored["interval"], scored.get("n", scored["documents"])
    assert isinstance(value, float)
    assert isinstance(drawn, dict)
    assert isinstance(count, int | float)
    low, high = drawn[what]
    return Figure(
        name=name, value=value, n=int(count), low=low, high=high, aim=aim, over="documents"
    )
