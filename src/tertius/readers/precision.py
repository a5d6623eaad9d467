"""The dial between finding more and being right more often: `--precision`.

A table says, for each reader that was measured, from which confidence on its claims reach a
precision: the share of claims that a careful person finds, too. docs/readers.md has its format.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from tertius import exchange
from tertius.errors import TertiusError
from tertius.records import Reading, Withheld

SHIPPED: Final = Path(__file__).with_name("precision.json")


class PrecisionError(TertiusError):
    """A precision that is none, or that no threshold of the table reaches."""


class BadTableError(TertiusError):
    """A table of precisions that contradicts itself."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where}: {reason}; docs/readers.md says what the table holds")


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured at one threshold."""

    precision: float  # 0 to 1, of the claims at or above the threshold
    threshold: float  # Claim.confidence, 0 to 1


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one reader."""

    on: str  # the texts, and when
    rows: tuple[Row, ...]  # both columns rise


@dataclass(frozen=True, slots=True)
class Table:
    """Thresholds by reader."""

    default: float  # precision that a user gets who asks for none
    readers: dict[str, Measured]  # by Reader.id; one that is not here was not measured

    def threshold(self, reader: str, precision: float) -> float:
        """Return the confidence from which on a reader's claims reach a precision.

        It is that of the first row that reaches it; nothing is read between rows. 0 keeps all.
        Raises PrecisionError.
        """
        if not 0 <= precision <= 1:
            raise PrecisionError(f"--precision {precision:g}: give a number from 0 to 1")
        if precision == 0:
            return 0.0
        known = self.readers.get(reader)
        if known is None:
            raise PrecisionError(
                f"--precision {precision:g}: the precision of the reader {reader!r} was not"
                " measured; leave the option out, or give 0"
            )
        for row in known.rows:
            if row.precision >= precision:
                return row.threshold
        most = max((row.precision for row in known.rows), default=0.0)
        raise PrecisionError(
            f"--precision {precision:g}: the reader {reader!r} was measured up to {most:g};"
            " ask for that or less"
        )


@cache
def table(path: Path = SHIPPED) -> Table:
    """Return the table of a file. Raises BadJsonError, BadTableError."""
    found = exchange.decode(path.read_bytes(), Table, where=str(path))
    for name, measured in sorted(found.readers.items()):
        rows = measured.rows
        cells = [value for row in rows for value in (row.precision, row.threshold)]
        if not rows or not all(0 <= value <= 1 for value in (*cells, found.default)):
            raise BadTableError(f"{path}, {name}", "rows of numbers from 0 to 1 are wanted")
        for one, other in pairwise(rows):
            if one.precision >= other.precision or one.threshold > other.threshold:
                raise BadTableError(f"{path}, {name}", "precision and threshold must rise")
        if rows[-1].precision < found.default:
            raise BadTableError(f"{path}, {name}", f"no row reaches the default {found.default:g}")
    return found


def sifted(reading: Reading, precision: float | None, known: Table | None = None) -> Reading:
    """Return a reading without the claims that are less sure than asked, and their number.

    precision: None is the default of the table, or everything where that is 0 and from a
    reader that was not measured. Raises PrecisionError.
    """
    known = known or table()
    reader = reading.reader.id if reading.reader is not None else ""
    if precision is None and (reader not in known.readers or not known.default):
        return reading
    asked = known.default if precision is None else precision
    threshold = known.threshold(reader, asked)
    kept = tuple(claim for claim in reading.claims if claim.confidence >= threshold)
    left = len(reading.claims) - len(kept)
    sieve = Withheld(precision=asked, threshold=threshold, claims=left)
    return replace(reading, claims=kept, withheld=sieve)
