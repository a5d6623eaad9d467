"""Word lists written as running text, so that they can be read and mended."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text, each once.

    >>> sorted(words("that what there"))
    ['that', 'there', 'what']
    """
    return frozenset(text.split())
