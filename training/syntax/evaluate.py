"""Score what was exported: python -m training.syntax.evaluate --data DIR --weights DIR ..."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tertius.reading.syntax import Encoder, Parse
from training.syntax.corpus import Corpus, held_out, training
from training.syntax.mentions import kinds
from training.syntax.names import Tagged, spans
from training.syntax.treebank import Tree

Row = tuple[str, str, float]  # set, measure, value


def parse_scores(gold: Sequence[Tree], read: Sequence[Parse]) -> list[tuple[str, float]]:
    """Give accuracy over all words, punctuation included, on the right words."""
    right, total = Counter[str](), 0
    for tree, parse in zip(gold, read, strict=True):
        total += len(tree.words)
        right["UPOS"] += sum(map(str.__eq__, tree.upos, parse.upos))
        right["XPOS"] += sum(map(str.__eq__, tree.xpos, parse.xpos))
        arcs = [head - 1 == found for head, found in zip(tree.heads, parse.heads, strict=True)]
        labels = map(str.__eq__, tree.labels, parse.labels)
        right["UAS"] += sum(arcs)
        right["LAS"] += sum(arc and label for arc, label in zip(arcs, labels, strict=True))
    return [(measure, 100 * right[measure] / total) for measure in ("UPOS", "XPOS", "UAS", "LAS")]


def relation_scores(gold: Sequence[Tree], read: Sequence[Parse]) -> dict[str, tuple[float, int]]:
    """Give F1 and count of each relation, head and label both right."""
    hit, wanted, found = Counter[str](), Counter[str](), Counter[str]()
    for tree, parse in zip(gold, read, strict=True):
        mine = zip(parse.heads, parse.labels, strict=True)
        for head, label, (head2, label2) in zip(tree.heads, tree.labels, mine, strict=True):
            wanted[label] += 1
            found[label2] += 1
            hit[label] += head - 1 == head2 and label == label2
    return {k: (200 * hit[k] / (wanted[k] + found[k]), wanted[k]) for k in sorted(wanted)}


def name_scores(gold: Sequence[Tagged], read: Sequence[Parse]) -> list[tuple[str, float]]:
    """Give F1 of names, bounds and kind both right."""
    hit, both = Counter[str](), Counter[str]()
    for sentence, parse in zip(gold, read, strict=True):
        wanted, found = set(spans(sentence.tags)), set(parse.names)
        for group in ("PER", "ORG", "LOC"):
            hit[group] += sum(kind == group for *_, kind in wanted & found)
            both[group] += sum(kind == group for *_, kind in [*wanted, *found])
    rows = [(f"{kind} F1", 200 * hit[kind] / max(1, both[kind])) for kind in both]
    return [("names F1", 200 * hit.total() / both.total()), *rows]


def new_names(gold: Sequence[Tagged], read: Sequence[Parse], known: set[str]) -> float:
    """Give the share found of names that no sentence learned from holds.

    What is kept aside was drawn sentence by sentence, so most documents are on both sides and their
    names with them: this is the harder and fairer number.
    """
    hit, total = 0, 0
    for sentence, parse in zip(gold, read, strict=True):
        for start, end, kind in spans(sentence.tags):
            if " ".join(sentence.words[start:end]).lower() not in known:
                total += 1
                hit += (start, end, kind) in parse.names
    return 100 * hit / max(1, total)


def scores(encoder: Encoder, corpus: Corpus, known: set[str]) -> list[Row]:
    """Score everything that was kept aside; known: names learned from, in lower case."""
    rows = list[Row]()
    for name, gold in corpus.trees.items():
        parses, speed = _timed(encoder.parse, [tree.words for tree in gold])
        rows += [(name, *row) for row in parse_scores(gold, parses)]
        rows.append((name, "words per CPU-s", speed))
        if name == "ewt":  # the sentences whose names were not learned from either
            rows += [(f"{name} fifth", *row) for row in parse_scores(gold[4::5], parses[4::5])]
    for name, tagged in corpus.names.items():
        parses = encoder.parse([sentence.words for sentence in tagged])
        rows += [(name, *row) for row in name_scores(tagged, parses)]
        rows.append((name, "new names found", new_names(tagged, parses, known)))
    return rows


def _timed(
    parse: Callable[[Sequence[Sequence[str]]], list[Parse]], sentences: Sequence[Sequence[str]]
) -> tuple[list[Parse], float]:
    begun = time.process_time()
    parses = parse(sentences)
    return parses, sum(map(len, sentences)) / (time.process_time() - begun)


def table(columns: dict[str, list[Row]]) -> Iterable[str]:
    """Lay rows out as Markdown, one column for each set of weights."""
    yield f"| set | measure | {' | '.join(columns)} |"
    yield f"|---|---|{'---|' * len(columns)}"
    for rows in zip(*columns.values(), strict=True):
        values = " | ".join(
            f"{value:.1f}" if value < 1000 else f"{value:.0f}" for *_, value in rows
        )
        yield f"| {rows[0][0]} | {rows[0][1]} | {values} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument("--relations", action="store_true", help="F1 of each relation on EWT dev")
    args = parser.parse_args()
    corpus, columns = held_out(args.data), dict[str, list[Row]]()
    known = set(kinds(s for part in training(args.data).names.values() for s in part))
    for folder in args.weights:
        encoder = Encoder.load(folder)
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        columns[folder.name] = [*scores(encoder, corpus, known), ("file", "MB", size)]
        if args.relations:
            gold = corpus.trees["ewt"]
            by_relation = relation_scores(gold, encoder.parse([tree.words for tree in gold]))
            for relation, (f1, count) in by_relation.items():
                print(f"{relation:16} {f1:5.1f} {count:5}")
    print("\n".join(table(columns)))


if __name__ == "__main__":
    main()
