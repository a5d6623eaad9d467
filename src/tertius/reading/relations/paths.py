"""What the tree says of two mentions: how each stands in it, and what they meet at.

Small data teach a network little grammar; the parser has learned it from much more. So the
network is told, for each pair, the parts its mentions play, in classes few enough to learn.
"""

from __future__ import annotations

from collections.abc import Sequence

from tertius.reading.trees import Tree

_PARTS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "amod",
    "compound", "conj", "appos", "flat", "root", "nmod:desc", "advcl", "acl",
)  # fmt: skip
_CASES = (
    "of", "to", "by", "with", "against", "from", "for", "in", "on", "between", "among", "at",
    "into", "over", "as", "toward", "under", "through", "alongside", "behind", "without", "than",
)  # fmt: skip
_MORE = 7  # arcs: what is farther apart counts as this far
_NO_FAMILY = 11  # families of cues, and none
SIZES = (
    len(_PARTS) + 2, len(_PARTS) + 2,  # part of the first, of the second
    len(_CASES) + 2, len(_CASES) + 2,  # preposition of the first, of the second
    _MORE + 1,  # arcs between them
    _NO_FAMILY, _NO_FAMILY, _NO_FAMILY,  # cue where they meet, above the first, above the second
    3,  # both are of this sentence, one, none
)  # fmt: skip
OFFSETS = tuple(sum(SIZES[:n]) for n in range(len(SIZES)))
ROWS = sum(SIZES)
ANCHORS = 4


def features(
    tree: Tree, cues: Sequence[int], first: int | None, second: int | None
) -> tuple[int, ...]:
    """Return the row of each feature in one table of ROWS; None: not of this sentence."""
    here = sum(word is not None for word in (first, second))
    meet, far = (0, 0)
    if first is not None and second is not None:
        at, arcs = _meeting(tree, first, second)
        meet, far = (0 if at is None else cues[at]), min(arcs, _MORE)
    values = (
        _part(tree, first), _part(tree, second), _case(tree, first), _case(tree, second), far,
        meet, _above(tree, cues, first), _above(tree, cues, second), 2 - here,
    )  # fmt: skip
    return tuple(offset + value for offset, value in zip(OFFSETS, values, strict=True))


def _part(tree: Tree, word: int | None) -> int:
    if word is None:
        return 0
    label = tree.labels[_chain(tree, word)[-1]]
    for name in (label, label.partition(":")[0]):
        if name in _PARTS:
            return _PARTS.index(name) + 2
    return 1


def _case(tree: Tree, word: int | None) -> int:
    if word is None:
        return 0
    case = tree.case(_chain(tree, word)[-1])
    return 0 if not case else _CASES.index(case) + 2 if case in _CASES else 1


def _chain(tree: Tree, word: int) -> list[int]:
    """Return a word and the first of the words that it is coordinated with."""
    found = [word]
    while tree.labels[found[-1]] == "conj" and len(found) < len(tree):
        found.append(tree.heads[found[-1]])
    return found


def _above(tree: Tree, cues: Sequence[int], word: int | None) -> int:
    """Return the first cue met on the way up, three words at most."""
    at = word
    for _ in range(3):
        at = tree.head(at) if at is not None else None
        if at is None:
            return 0
        if cues[at]:
            return cues[at]
    return 0


def _meeting(tree: Tree, first: int, second: int) -> tuple[int | None, int]:
    """Return the lowest word above both, and the arcs from one to the other through it."""
    up: dict[int, int] = {}
    at: int | None = first
    while at is not None and at not in up:
        up[at] = len(up)
        at = tree.head(at)
    arcs, at = 0, second
    while at is not None and arcs <= len(tree):
        if at in up:
            return at, arcs + up[at]
        at = tree.head(at)
        arcs += 1
    return None, len(tree)


def anchors(tree: Tree, first: int | None, second: int | None) -> tuple[int | None, ...]:
    """Return the words that tend to carry a relation of two mentions; None: no such word.

    Where they meet, what each hangs on, and the root of the sentence.
    """
    meet = None
    if first is not None and second is not None:
        meet = _meeting(tree, first, second)[0]
    above = [tree.head(_chain(tree, w)[-1]) if w is not None else None for w in (first, second)]
    root = next((i for i in range(len(tree)) if tree.heads[i] < 0), None)
    return meet, *above, root
