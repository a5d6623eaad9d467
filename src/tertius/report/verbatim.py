"""The one place that sees to it that every quote is exactly its slice of the text."""

from __future__ import annotations

from collections.abc import Iterable

from tertius.errors import TertiusError
from tertius.records import Claim, Document


class VerbatimError(TertiusError):
    """A claim whose quote is not its slice of the text: a bug in the reader."""

    def __init__(self, claim: Claim, path: str) -> None:
        self.claim = claim
        super().__init__(
            f"{path}: claim {claim.id} does not quote characters {claim.span} of the text;"
            " nothing is shown. Please report this with the document"
        )


def check(claims: Iterable[Claim], documents: Iterable[Document]) -> None:
    """Raise VerbatimError for the first claim that does not quote its text."""
    known = {document.id: document for document in documents}
    for claim in claims:
        if claim.span is None:
            continue  # a dataset row
        document = known.get(claim.document)
        start, end = claim.span
        exact = (
            document is not None and 0 <= start < end and claim.quote == document.text[start:end]
        )
        if not exact:
            raise VerbatimError(claim, document.path if document else claim.document)
