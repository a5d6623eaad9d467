"""How much of an input is read before it is called too much."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on hostile or mistaken input; what goes beyond becomes an Unread."""

    file_bytes: int = 50_000_000  # of one file or record, unpacked; archives are streamed
    text_characters: int = 2_000_000  # of one document
    unpacking_ratio: int = 300  # unpacked bytes per packed byte, above the first million
    page_depth: int = 400  # open elements of a page inside each other
    page_elements: int = 200_000  # of one page
    files: int = 1_000_000  # of all folders together
