"""Find the best tree without crossing arcs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]
    Splits = NDArray[Any]


def projective_tree(scores: Floats) -> list[int]:
    """Give the head of each word, -1 for the one root, best among trees whose arcs do not cross.

    scores: [word, head]; column 0 is the root, column i + 1 is word i; all finite.
    Most sentences need one look at the best head of each word; for the others cost grows with the
    cube of the length. In English one arc in a hundred crosses another, but a doubtful parser
    draws many more, across clauses.
    """
    import numpy as np

    words = scores.shape[0]
    alone = scores.astype(np.float64)
    alone[np.arange(words), np.arange(words) + 1] = -np.inf  # no word is its own head
    heads = [int(head) - 1 for head in alone.argmax(1)]
    if words == 0 or (heads.count(-1) == 1 and not _crossing(heads) and _reaches_root(heads)):
        return heads
    return _read_off(*_eisner(alone))


def _reaches_root(heads: Sequence[int]) -> bool:
    for at in heads:
        steps = 0
        while at != -1 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at != -1:
            return False
    return True


def _crossing(heads: Sequence[int]) -> bool:
    """Say whether two arcs cross, or one spans the root."""
    open_ends = list[tuple[int, int]]()
    arcs = sorted((min(at, head), -max(at, head)) for at, head in enumerate(heads))
    for start, end in arcs:  # the arc from the root comes from the left of the sentence
        while open_ends and open_ends[-1][1] <= start:
            open_ends.pop()
        if open_ends and open_ends[-1][0] < start and -end > open_ends[-1][1]:
            return True
        open_ends.append((start, -end))
    return False


def _eisner(scores: Floats) -> tuple[Splits, int]:
    """Fill the table of the dynamic programme of Eisner (1996); give its splits and the root."""
    import numpy as np

    n = scores.shape[0]
    arc = scores[:, 1:].T  # arc[head, dependent]
    # complete and incomplete spans, headed at their left or right end
    right, left = np.zeros((n, n)), np.zeros((n, n))
    right_open, left_open = np.full((n, n), -np.inf), np.full((n, n), -np.inf)
    split = np.zeros((4, n, n), dtype=int)
    for width in range(1, n):
        for i in range(n - width):
            j = i + width
            joined = right[i, i:j] + left[i + 1 : j + 1, j]
            k = int(joined.argmax())
            best = joined[k]
            split[0, i, j] = split[1, i, j] = i + k
            left_open[i, j] = best + arc[j, i]
            right_open[i, j] = best + arc[i, j]
            whole = left[i, i:j] + left_open[i:j, j]
            k = int(whole.argmax())
            split[2, i, j], left[i, j] = i + k, whole[k]
            whole = right_open[i, i + 1 : j + 1] + right[i + 1 : j + 1, j]
            k = int(whole.argmax())
            split[3, i, j], right[i, j] = i + 1 + k, whole[k]
    return split, int((scores[:, 0] + left[0, :] + right[:, n - 1]).argmax())


def _read_off(split: Splits, root: int) -> list[int]:
    n = split.shape[1]
    heads = [-1] * n
    todo = [(2, 0, root), (3, root, n - 1)]
    while todo:
        kind, i, j = todo.pop()
        if i == j:
            continue
        k = int(split[kind, i, j])
        match kind:
            case 0:
                heads[i] = j
                todo += [(3, i, k), (2, k + 1, j)]
            case 1:
                heads[j] = i
                todo += [(3, i, k), (2, k + 1, j)]
            case 2:
                todo += [(2, i, k), (0, k, j)]
            case _:
                todo += [(1, i, k), (3, k, j)]
    return heads
