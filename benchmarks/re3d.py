"""Allies and enemies in re3d (Dstl, 2017; https://github.com/dstl/re3d), the pair being given.

DIR/re3d/<subset>/ holds documents.json, entities.json and relations.json, a record a line. Every
pair of mentions that the annotation relates is a case: `cooperate` (AlliesOf, Likes), `oppose`
(FightingAgainst, Dislikes), `other` (all else). A pair with two relations counts once, by the one
with a sign. The annotation is noisy, and the reader is not told which pairs stand in a relation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, confusion, figure, macro_f1, summed
from benchmarks.laid_out import Laid, lay_out, path_features, said_between, voted
from benchmarks.logistic import cross_validated
from tertius.gazetteer import Gazetteer
from tertius.readers import Reader
from tertius.reading.relations.network import Network
from tertius.reading.relations.windows import FAMILIES, cues_of
from tertius.reading.syntax.parse import Parser

CLASSES = ("cooperate", "oppose", "other")
MEANT = {
    "AlliesOf": "cooperate",
    "Likes": "cooperate",
    "FightingAgainst": "oppose",
    "Dislikes": "oppose",
}
AIM = 0.65
STEPS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7)  # of a chance, each a feature of its own


@dataclass(frozen=True, slots=True)
class Case:
    """Two mentions, characters of the document's text, and what the annotation says of them."""

    document: str
    first: tuple[int, int]
    second: tuple[int, int]
    label: str


def cases(folder: Path) -> tuple[dict[str, str], list[Case]]:
    """Return the texts by document, and the cases in the order of the text."""
    texts: dict[str, str] = {}
    found: dict[tuple[str, tuple[int, int], tuple[int, int]], str] = {}
    for path in sorted(folder.glob("*/documents.json")):
        texts.update((one["_id"], one["text"]) for one in _rows(path))
        for one in _rows(path.with_name("relations.json")):
            spans = sorted(
                (
                    (int(one["sourceBegin"]), int(one["sourceEnd"])),
                    (int(one["targetBegin"]), int(one["targetEnd"])),
                )
            )
            key = (one["documentId"], spans[0], spans[1])
            label = MEANT.get(one["type"], "other")
            if found.get(key, "other") == "other":
                found[key] = label
    return texts, [Case(*key, label) for key, label in sorted(found.items())]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def told(laid: Laid, case: Case) -> str:
    """Return what our own claims say of a pair, both signs or none: other."""
    signs = said_between(
        laid,
        laid.ids(*case.first),
        laid.ids(*case.second),
        min(case.first[0], case.second[0]),
        max(case.first[1], case.second[1]),
    )
    both = signs - {0}
    return "other" if len(both) != 1 else "cooperate" if 1 in both else "oppose"


def features(laid: Laid, case: Case, network: Network | None = None) -> list[str]:
    """Return what our reader sees of a pair: claims, words, classes of the dictionary, the tree.

    network: what it says of the pair counts, too; None: it is not asked.
    """
    found = ["always", f"told {told(laid, case)}"]
    heads = [laid.head(*span) for span in (case.first, case.second)]
    for side, place in zip(("first", "second"), heads, strict=True):
        resolved = laid.text.cast.at(*place) if place else None
        if place:
            found.append(f"{side} is {laid.text.trees[place[0]].upos[place[1]]}")
        if resolved is None:
            found.append(f"{side} is nobody")
        else:
            kind = laid.text.cast.kind(resolved.ids[0]) if resolved.ids else "no actor"
            found.append(f"{side} is {kind} {resolved.mention.role}")
            found.append(f"{side} is {resolved.mention.kind}")
    one, other = heads
    if one is None or other is None:
        return [*found, "out of reach"]
    found += path_features(laid, one, other)
    if network is not None:
        for sign, chance in zip(
            ("aligned", "opposed"), voted(laid, one, other, network), strict=True
        ):
            found += [f"{sign} over {step}" for step in STEPS if chance >= step]
    if one[0] == other[0]:
        cues = cues_of(laid.text.trees[one[0]])
        for n in range(min(one[1], other[1]) + 1, max(one[1], other[1])):
            if cues[n]:
                found.append(f"family between {(*('',), *FAMILIES)[cues[n]]}")
        found += [f"family {(*('',), *FAMILIES)[cue]}" for cue in sorted({c for c in cues if c})]
    same = laid.ids(*case.first) & laid.ids(*case.second)
    return [*found, *(["same actor"] if same else [])]


def re3d(
    folder: Path,
    *,
    reader: Reader,
    gazetteer: Gazetteer,
    parser: Parser,
    network: Network | None = None,
) -> list[Figure]:
    """Return macro-F1 of our own claims, and of a classifier cross-validated by document."""
    texts, given = cases(folder)
    named = sorted({case.document for case in given})
    laid = {
        name: lay_out(texts[name], name=name, reader=reader, gazetteer=gazetteer, parser=parser)
        for name in named
    }
    zero = [told(laid[case.document], case) for case in given]
    rows = [features(laid[case.document], case, network) for case in given]
    groups = [case.document for case in given]
    gold = [case.label for case in given]
    learned = cross_validated(rows, gold, groups, balance=0.5)
    return [
        scored("our claims: macro-F1", gold, zero, groups, CLASSES),
        scored("cross-validated: macro-F1", gold, learned, groups, CLASSES, aim=AIM),
    ]


def scored(
    name: str,
    gold: Sequence[str],
    found: Sequence[str],
    groups: Sequence[str],
    classes: Sequence[str],
    *,
    aim: float | None = None,
    over: str = "documents",
) -> Figure:
    """Return macro-F1 of answers, the interval drawn over groups; each class in the note."""
    by_group: dict[str, list[list[float]]] = {}
    for right, answer, group in zip(gold, found, groups, strict=True):
        by_group.setdefault(group, []).append(confusion(classes, right, answer))
    rows = [summed(by_group[group], 3 * len(classes)) for group in sorted(by_group)]
    total = summed(rows, 3 * len(classes))
    each = (
        f"{one} {macro_f1(total[3 * n : 3 * n + 3]):.2f} of {total[3 * n + 2]:.0f}"
        for n, one in enumerate(classes)
    )
    return figure(name, rows, macro_f1, n=len(gold), aim=aim, over=over, note=", ".join(each))
