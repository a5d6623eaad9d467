"""Find the best sequence of name tags, so that no name starts in its middle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEVER = -1e9


def best_names(scores: NDArray[Any], tags: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """Give each name as first word, word after the last, kind.

    scores: [word, tag], any scale whose sum over words makes sense, such as log probabilities.
    tags: O, B-kind, I-kind, in the order of the scores. I- only follows B- or I- of its kind.
    """
    import numpy as np

    if len(scores) == 0:
        return ()
    step = np.array([[0.0 if _follows(b, a) else NEVER for b in tags] for a in tags])
    start = np.array([NEVER if tag[0] == "I" else 0.0 for tag in tags])
    total, back = scores[0] + start, []
    for row in scores[1:]:
        ways = total[:, None] + step
        back.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int(total.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return _spans([tags[at] for at in reversed(path)])


def _follows(tag: str, before: str) -> bool:
    return tag[0] != "I" or before[1:] == tag[1:]


def _spans(tags: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    starts = [at for at, tag in enumerate(tags) if tag[0] == "B"]
    found = list[tuple[int, int, str]]()
    for start in starts:
        end = start + 1
        while end < len(tags) and tags[end][0] == "I":
            end += 1
        found.append((start, end, tags[start][2:]))
    return tuple(found)
