"""The best tree without crossing arcs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]


def projective_tree(scores: Floats) -> list[int]:
    """Give the head of each word, -1 for the one root, best among trees whose arcs do not cross.

    scores: [word, head]; column 0 is the root, column i + 1 is word i; all finite.
    The dynamic programme of Eisner (1996); cost grows with the cube of the length. In English one
    arc in a hundred crosses another, but a doubtful parser draws many more, across clauses.
    """
    import numpy as np

    n = scores.shape[0]
    if n == 0:
        return []
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
    root = int((scores[:, 0] + left[0, :] + right[:, n - 1]).argmax())
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
