"""Claims as rows: one JSON object a line, or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from tertius.report.brief import Brief
from tertius.report.wire import WireClaim, WireParty

PARTIES: Final = ("actor", "recipient", "against", "theater")
HEADER: Final = (
    "id",
    "document",
    "path",
    "outlet",
    "published",
    "start",
    "end",
    "quote",
    "source_ids",
    "sources",
    "anonymous",
    *(f"{party}{part}" for party in PARTIES for part in ("_id", "", "_text")),
    "relation",
    "sign",
    "symmetric",
    "modality",
    "attitude",
    "period_start",
    "period_end",
    "period_precision",
    "period_basis",
    "quantity_low",
    "quantity_best",
    "quantity_high",
    "quantity_op",
    "quantity_unit",
    "quantity_words",
    "confidence",
    "votes",
)


def jsonl(brief: Brief) -> bytes:
    """Return the claims, one JSON object a line, as in `--json`."""
    from tertius.exchange import encode

    return b"".join(encode(claim) + b"\n" for claim in brief.wire().claims)


def csv_table(brief: Brief) -> bytes:
    """Return the claims as CSV, UTF-8, one header line; an empty cell is not said."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    documents = {one.id: one for one in brief.documents}
    for claim in brief.wire().claims:
        document = documents.get(claim.document)
        about = (document.path, document.outlet, document.published) if document else ("", "", "")
        writer.writerow(["" if cell is None else cell for cell in _cells(claim, about)])
    return out.getvalue().encode("utf-8")


def _cells(claim: WireClaim, about: tuple[str | None, ...]) -> Iterator[object]:
    yield from (claim.id, claim.document, *about)
    yield from claim.span or (None, None)
    yield claim.quote
    yield "|".join(source.id for source in claim.sources)
    yield "|".join(source.text or source.name for source in claim.sources)
    yield _yes(claim.anonymous)
    for party in (claim.actor, claim.recipient, claim.against, claim.theater):
        yield from _party(party)
    yield from (claim.relation, claim.sign, _yes(claim.symmetric), claim.modality, claim.attitude)
    period = claim.period
    yield from (
        (period.start, period.end, period.precision, period.basis) if period else [None] * 4
    )
    number = claim.quantity
    yield from (
        (number.low, number.best, number.high, number.op, number.unit, number.words)
        if number
        else [None] * 6
    )
    yield claim.confidence
    yield "; ".join(f"{voter} {vote:g}" for voter, vote in claim.votes.items())


def _party(party: WireParty | None) -> tuple[str | None, ...]:
    return (party.id, party.name, party.text) if party else (None, None, None)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
