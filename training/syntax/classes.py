"""The classes each head tells apart, in the order of its scores."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from training.syntax.batches import UNKNOWN, Example
from training.syntax.model import Sizes
from training.syntax.names import TAGS, Tagged
from training.syntax.treebank import Tree

RARE = 5  # fewer trees than this teach nothing: a rare subtype becomes its base relation


@dataclass(frozen=True, slots=True)
class Classes:
    """Names of the classes."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...] = TAGS

    @property
    def sizes(self) -> Sizes:
        return Sizes(len(self.upos), len(self.xpos), len(self.labels), len(self.names))

    def of_tree(self, tree: Tree, tags: tuple[str, ...] | None = None) -> Example:
        """Number the classes; an empty tag or label is not scored."""
        return Example(
            words=tree.words,
            upos=tuple(self.upos.index(tag) if tag else UNKNOWN for tag in tree.upos),
            xpos=tuple(self.xpos.index(t) if t in self.xpos else UNKNOWN for t in tree.xpos),
            heads=tree.heads,
            labels=tuple(
                self.labels.index(self.known(label)) if label else UNKNOWN for label in tree.labels
            ),
            names=None if tags is None else self._names(tags),
        )

    def of_names(self, sentence: Tagged) -> Example:
        return Example(words=sentence.words, names=self._names(sentence.tags))

    def _names(self, tags: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(self.names.index(tag) if tag else UNKNOWN for tag in tags)

    def known(self, label: str) -> str:
        """Give the label, or the closest one that was frequent enough to learn."""
        if label in self.labels:
            return label
        base = label.split(":")[0]
        return base if base in self.labels else "dep"

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def classes(trees: Iterable[Tree]) -> Classes:
    """Collect the classes of a treebank."""
    upos, xpos, labels = Counter[str](), Counter[str](), Counter[str]()
    for tree in trees:
        upos.update(tree.upos)
        xpos.update(tree.xpos)
        labels.update(tree.labels)
    frequent = {label for label, n in labels.items() if n >= RARE} | {"dep"}
    tags = {tag for tag, n in xpos.items() if n >= RARE}
    return Classes(tuple(sorted(upos)), tuple(sorted(tags)), tuple(sorted(frequent)))


def read(path: Path) -> Classes:
    """Read what `Classes.write` wrote."""
    return Classes(**{name: tuple(row) for name, row in json.loads(path.read_text()).items()})
