"""A reader without weights: dictionaries, capitals and the order of words.

It shares every step of the embedded reader but the syntax, which `shallow` draws by rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tertius.gazetteer import Gazetteer
from tertius.readers.shallow import ShallowParser
from tertius.reading.read_documents import read_documents
from tertius.records import Document, ReadBy, Reading


@dataclass(frozen=True, slots=True)
class Rules:
    """Reads with the shallow parser; loads no model."""

    gazetteer: Gazetteer | None = None

    @property
    def id(self) -> str:
        """The name that opens it."""
        return "rules"

    @property
    def version(self) -> str:
        """The release: the rules are part of it."""
        from tertius import __version__

        return __version__

    def read(self, documents: Iterable[Document]) -> Reading:
        """Read documents into claims."""
        world = self.gazetteer or Gazetteer.load()
        found = read_documents(documents, gazetteer=world, encoder=ShallowParser(world))
        return replace(found, reader=ReadBy(id=self.id, version=self.version))
