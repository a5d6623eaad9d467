"""A coded report as the reader takes it."""

from __future__ import annotations

from tertius.records import Document
from training.corpus.coded import CodedReport


def document_of(report: CodedReport) -> Document:
    """Return a coded report as a document, dated."""
    return Document(
        id=report.name,
        text=report.text,
        path=report.path.name,
        sha256="",
        published=report.header["date"],
    )
