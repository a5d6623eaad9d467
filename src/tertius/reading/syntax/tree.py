"""Find the best tree among scored arcs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]
    Heads = NDArray[Any]


def best_tree(scores: Floats) -> list[int]:
    """Give the head of each word, -1 for the one root, so that the sum of scores is highest.

    scores: [word, head]; column 0 is the root, column i + 1 is word i.
    Most sentences need one look; the others cost the cube of their length (Chu and Liu 1965,
    Edmonds 1967). Of equal trees the one with the earlier heads is given.
    """
    import numpy as np

    words = scores.shape[0]
    if words == 0:
        return []
    full = np.full((words + 1, words + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    greedy = full.argmax(1)
    if (greedy[1:] == 0).sum() != 1 or _cycle(greedy) is not None:
        finite = full[np.isfinite(full)]
        full[1:, 0] -= 1.0 + (words + 1) * (finite.max() - finite.min())  # a second root never pays
        greedy = _spanning(full)
    return [int(head) - 1 for head in greedy[1:]]


def _cycle(heads: Heads) -> list[int] | None:
    """Give the members of a cycle, or None; node 0 is the root."""
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        at = start
        while seen[at] == 0:
            seen[at] = start
            at = int(heads[at])
        if seen[at] == start:
            members, around = [at], int(heads[at])
            while around != at:
                members.append(around)
                around = int(heads[around])
            return sorted(members)
        at = start
        while seen[at] == start:
            seen[at] = -1
            at = int(heads[at])
    return None


def _spanning(scores: Floats) -> Heads:
    """Give the best heads; each cycle is contracted to one node, solved and opened again."""
    import numpy as np

    heads: Heads = scores.argmax(1)
    heads[0] = 0
    members = _cycle(heads)
    if members is None:
        return heads
    inside = np.array(members)
    outside = np.array([n for n in range(len(scores)) if n not in set(members)])
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    from_cycle = scores[np.ix_(outside, inside)]
    small[:size, size] = from_cycle.max(1)
    gain = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    small[size, :size] = gain.max(0)
    small[0] = -np.inf
    solved = _spanning(small)
    result: Heads = heads.copy()
    for at, node in enumerate(outside):
        head = solved[at]
        result[node] = inside[from_cycle[at].argmax()] if head == size else outside[head]
    entry = int(solved[size])
    result[inside[gain[:, entry].argmax()]] = outside[entry]
    result[0] = 0
    return result
