"""The brief: documents, claims, alignments and what was not read, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tertius.alignment import alignments
from tertius.evidence import Parties, Standings
from tertius.records import Alignment, Claim, Document, ReadBy, Reading, Unread, Withheld
from tertius.report import wire
from tertius.report.names import Names
from tertius.report.reasons import Sides, sides
from tertius.report.selection import EVERYTHING, Selection, shown, spoken
from tertius.report.verbatim import check


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What `tertius.read` gives: records, and the same as text, JSON or HTML."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()  # in the order of the documents and of the text
    alignments: tuple[Alignment, ...] = ()  # the strongest first
    unread: tuple[Unread, ...] = ()
    reader: ReadBy | None = None  # None: not told
    withheld: Withheld | None = None  # None: no claim was held to a precision
    names: Names = field(default_factory=lambda: Names({}, {}))
    parties: Mapping[str, Sides] = field(default_factory=dict)  # Claim.id -> whom it counts for

    @classmethod
    def of(
        cls, reading: Reading, gazetteer: Standings, *, selection: Selection = EVERYTHING
    ) -> Brief:
        """Add up a reading, or the part of it that a selection leaves.

        Raises VerbatimError if a claim's quote is not its slice of the text: a bug, not an input.
        """
        check(reading.claims, reading.documents)
        kept = spoken(reading, selection)
        rows, claims = shown(kept, alignments(kept, gazetteer), selection, gazetteer)
        return cls(
            documents=reading.documents,
            claims=tuple(wire.sorted_claims(claims, reading.documents)),
            alignments=rows,
            unread=reading.unread,
            reader=reading.reader,
            withheld=reading.withheld,
            names=Names.of(reading, gazetteer, _ids(rows)),
            parties=sides(claims, Parties.of(reading, gazetteer)),
        )

    def wire(self) -> wire.WireBrief:
        """Return the brief in the shape of its JSON."""
        known = {claim.id: claim for claim in self.claims}
        return wire.WireBrief(
            documents=tuple(wire.document(one) for one in self.documents),
            claims=tuple(wire.claim(one, self.names) for one in self.claims),
            alignments=tuple(wire.alignment(one, self.names, known) for one in self.alignments),
            unread=tuple(wire.unread(one) for one in self.unread),
            reader=wire.reader(self.reader) if self.reader else None,
            withheld=wire.withheld(self.withheld) if self.withheld else None,
        )

    def to_json(self) -> str:
        """Return what `tertius read --json` prints; its schema is `tertius schema`."""
        from tertius.exchange import pretty

        return pretty(self.wire()).decode("utf-8")

    def __str__(self) -> str:
        from tertius.report.text import text

        return text(self)

    def _repr_html_(self) -> str:
        from tertius.report.html import html

        return html(self)


def _ids(rows: Iterable[Alignment]) -> list[str]:
    found = {
        id
        for row in rows
        for id in (row.side_a, row.side_b, row.against, row.theater)
        if id is not None
    }
    return sorted(found)
