"""Readers: ways from documents to claims behind one door, held to one contract.

    reader = open_reader("rules")
    reading = reader.read(documents)

`embedded` is the trained parser that comes with the package; `rules` needs no weights;
`voted:FOLDER`, `spacy:PACKAGE` and `llm:URL` use what the user has. docs/readers.md says what each
can do.
"""

from __future__ import annotations

from tertius.readers.opening import DEFAULT, UnknownReaderError, open_reader
from tertius.readers.reader import Reader

__all__ = ["DEFAULT", "Reader", "UnknownReaderError", "open_reader"]
