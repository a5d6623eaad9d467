"""Places that stand for their government, team or people: ReLocaR (Gritta et al. 2017).

DIR/relocar/ReLocaR_Train.xml: one place a sentence, `met` (it acts) or `lit` (it is where something
is). Our rule: the cast reads the place as a party, in a word that is not led by a preposition of
place. The cross-validated figure is a classifier of what stands around the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from benchmarks.figures import Figure, figure, share
from benchmarks.laid_out import Laid
from benchmarks.logistic import cross_validated
from tertius.gazetteer import Gazetteer
from tertius.reading.mentions import LOCATIVE
from tertius.reading.read_documents import analyse
from tertius.reading.syntax.parse import Parser
from tertius.reading.trees import Tree
from tertius.records import Document

AIM = 0.80
_SAMPLE = re.compile(r"<sample[^>]*>(.*?)</sample>", re.DOTALL)
_PLACE = re.compile(r"<loc reading=\"(\w+)\">(.*?)</loc>", re.DOTALL)
_ACTS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
_AFFECTED = frozenset({"obj", "iobj", "nmod:poss", "nmod", "obl", "conj", "appos"})


def samples(path: Path) -> list[tuple[str, tuple[int, int], str]]:
    """Return text, span of the place and reading ("met" or "lit") of each sample."""
    found = []
    for sample in _SAMPLE.findall(path.read_text("utf-8")):
        place = _PLACE.search(sample)
        if place is None:
            continue
        before = unescape(_PLACE.sub(r"\2", sample[: place.start()]))
        name = unescape(place[2])
        text = before + name + unescape(_PLACE.sub(r"\2", sample[place.end() :]))
        found.append((text, (len(before), len(before) + len(name)), place[1]))
    return found


def is_party(laid: Laid, place: tuple[int, int] | None) -> bool:
    """Tell whether our reader lets the place act, or be acted upon as a party."""
    if place is None:
        return False
    resolved = laid.text.cast.at(*place)
    tree, word = laid.text.trees[place[0]], place[1]
    if resolved is None or not resolved.ids:
        return False
    case = tree.case(word)
    if case in LOCATIVE or case in {"in", "at", "near", "from", "of"}:
        return False
    return tree.labels[word] in _ACTS or tree.label(word) in _AFFECTED


def features(laid: Laid, place: tuple[int, int] | None, span: tuple[int, int]) -> list[str]:
    """Return what stands around a place."""
    if place is None:
        return ["always", "not found"]
    n, word = place
    tree = laid.text.trees[n]
    words = [i for _, i in laid.words(*span)]
    first, last = min(words), max(words)
    above = tree.head(word)
    resolved = laid.text.cast.at(n, word)
    found = [
        "always",
        f"rule {is_party(laid, place)}",
        f"label {tree.labels[word]}",
        f"case {tree.case(word)}",
        f"label {tree.labels[word]} case {tree.case(word)}",
        f"article {any(tree.lemmas[k] == 'the' for k in tree.kids[word])}",
        f"resolved {resolved.mention.role if resolved else 'none'}",
        f"acts {bool(resolved and resolved.ids)} place {bool(resolved and resolved.place)}",
        f"coordinated {bool(tree.children(word, 'conj'))}",
        f"first {first == 0}",
        *_around(tree, first, last),
    ]
    if above is not None:
        found += _governed(tree, word, above)
    return found


def _governed(tree: Tree, word: int, above: int) -> list[str]:
    label = tree.labels[word]
    return [
        f"governor {tree.lemmas[above]}",
        f"governor {tree.lemmas[above]} {label}",
        f"governor class {tree.upos[above]} {tree.xpos[above]} {label} {tree.case(word)}",
        f"governor label {tree.labels[above]} {label}",
        f"passive {tree.is_verb(above) and tree.is_passive(above)} {label}",
        *(f"sister {tree.lemmas[k]}" for k in tree.kids[above] if k != word),
        *(f"sister label {tree.labels[k]} {label}" for k in tree.kids[above] if k != word),
        *(f"higher {tree.lemmas[i]}" for i in list(tree.ancestors(above))[:2]),
    ]


def _around(tree: Tree, first: int, last: int) -> list[str]:
    before = [tree.lemmas[i] for i in range(max(0, first - 3), first)]
    after = [tree.lemmas[i] for i in range(last + 1, min(len(tree), last + 4))]
    return [
        *(f"before {word}" for word in before),
        *(f"after {word}" for word in after),
        f"just before {before[-1] if before else '^'}",
        f"just after {after[0] if after else '$'}",
        f"just after class {tree.upos[last + 1] if last + 1 < len(tree) else '$'}",
        *(f"in sentence {lemma}" for lemma in sorted(set(tree.lemmas))),
    ]


def metonyms(folder: Path, *, gazetteer: Gazetteer, parser: Parser) -> list[Figure]:
    """Return the accuracy of our rule, and of a classifier cross-validated by sample."""
    given = samples(folder / "ReLocaR_Train.xml")
    ruled, rows = list[str](), list[list[str]]()
    for number, (text, span, _) in enumerate(given):
        document = Document(id=f"r{number}", text=text, path="", sha256="")
        laid = Laid(analyse(document, gazetteer=gazetteer, encoder=parser), ())
        place = laid.head(*span)
        ruled.append("met" if is_party(laid, place) else "lit")
        rows.append(features(laid, place, span))
    gold = [reading for _, _, reading in given]
    learned = cross_validated(rows, gold, [str(n) for n in range(len(rows))])
    return [
        _accuracy("our rule: accuracy", gold, ruled, None),
        _accuracy("cross-validated: accuracy", gold, learned, AIM),
    ]


def _accuracy(name: str, gold: Sequence[str], found: Sequence[str], aim: float | None) -> Figure:
    rows = [[a == b, 1] for a, b in zip(gold, found, strict=True)]
    return figure(name, rows, share, n=len(rows), aim=aim, over="sentences")
