"""From evidence to alignments: who stands with whom, where, in what form, and how sure that is.

tertius.alignment.alignments(reading, gazetteer)
"""

from __future__ import annotations

from tertius.alignment.align import alignments

__all__ = ["alignments"]
