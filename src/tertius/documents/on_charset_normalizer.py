"""The guess at an old encoding, by charset-normalizer."""

from __future__ import annotations


def likeliest(data: bytes) -> str | None:
    """Return the name of the encoding that the bytes most likely have; None: none fits."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return None if best is None else best.encoding
