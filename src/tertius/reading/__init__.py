"""From text to claims: who is with or against whom, where, when, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer
    from tertius.records import Document, Reading

__all__ = ["read"]


def read(documents: Iterable[Document], *, gazetteer: Gazetteer | None = None) -> Reading:
    """Read documents into claims; see `tertius.reading.read_documents`."""
    from tertius.reading.read_documents import read_documents

    return read_documents(documents, gazetteer=gazetteer)
