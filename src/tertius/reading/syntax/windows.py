"""Cut what is too long to be read at once, and join what was read."""

from __future__ import annotations

from collections.abc import Sequence

from tertius.reading.syntax.parse import Parse

MOST_WORDS = 200
MOST_PIECES = 500  # the encoder knows 512 places
_PAUSES = frozenset({";", ":", ".", "!", "?", ",", "-", "–", "—", ")"})


def windows(words: Sequence[str], lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Give the bounds of windows that cover the sentence, cut after a pause where there is one.

    lengths: word pieces of each word, each at most `MOST_PIECES`.
    """
    bounds, start = list[tuple[int, int]](), 0
    while start < len(words):
        end, pieces = start, 0
        while (
            end < len(words) and end - start < MOST_WORDS and pieces + lengths[end] <= MOST_PIECES
        ):
            pieces += lengths[end]
            end += 1
        if end < len(words):
            middle = start + (end - start) // 2
            pauses = [at for at in range(middle, end) if words[at] in _PAUSES]
            end = pauses[-1] + 1 if pauses else end
        bounds.append((start, end))
        start = end
    return bounds


def joined(parses: Sequence[Parse]) -> Parse:
    """Join windows to one tree: later roots hang on the first as parataxis."""
    first = parses[0]
    heads, labels, confidence = list(first.heads), list(first.labels), list(first.confidence)
    names = list(first.names)
    for parse in parses[1:]:
        start = len(heads)
        heads += [first.root if head == -1 else start + head for head in parse.heads]
        labels += ["parataxis" if label == "root" else label for label in parse.labels]
        confidence += [
            0.0 if head == -1 else chance
            for head, chance in zip(parse.heads, parse.confidence, strict=True)
        ]
        names += [(start + begin, start + end, kind) for begin, end, kind in parse.names]
    return Parse(
        upos=tuple(tag for parse in parses for tag in parse.upos),
        xpos=tuple(tag for parse in parses for tag in parse.xpos),
        heads=tuple(heads),
        labels=tuple(labels),
        names=tuple(names),
        confidence=tuple(confidence),
    )
