"""What every reader is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tertius.records import Document, Reading


class Reader(Protocol):
    """Takes documents and gives claims.

    What it owes: every quote is `document.text[start:end]` of its span; every party of a claim is
    an actor of the Reading; ids are unique; the same documents give the same Reading, and one
    document never changes the claims of another; any text is read without an error.
    """

    @property
    def id(self) -> str:
        """The name that opens it, such as "spacy:en_core_web_sm"."""
        ...

    @property
    def version(self) -> str:
        """What else its claims hang on: the release, and a hash of weights or of the prompt."""
        ...

    def read(self, documents: Iterable[Document]) -> Reading:
        """Read documents; `Reading.reader` names this reader."""
        ...
