"""The default reader: the trained encoder that comes with the package."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tertius import reading
from tertius.gazetteer import Gazetteer
from tertius.records import Document, ReadBy, Reading


@dataclass(frozen=True, slots=True)
class Embedded:
    """Reads with `tertius.reading`; opens its weights once."""

    gazetteer: Gazetteer | None = None

    @property
    def id(self) -> str:
        """The name that opens it."""
        return "embedded"

    @property
    def version(self) -> str:
        """The release and the hash of the weights."""
        return weighed()

    def read(self, documents: Iterable[Document]) -> Reading:
        """Read documents; see `tertius.reading.read_documents`."""
        found = reading.read(documents, gazetteer=self.gazetteer)
        return replace(found, reader=ReadBy(id=self.id, version=self.version))


@cache
def weighed() -> str:
    """Return the release and 12 hex digits of a hash of all trained weights.

    A folder of weights with a manifest counts by it: the manifest holds the sha256 of each file.
    """
    from tertius import __version__

    digest = hashlib.sha256()
    for folder in sorted(Path(reading.__file__).parent.rglob("weights")):
        manifest = folder / "manifest.json"
        files = [manifest] if manifest.is_file() else sorted(folder.iterdir())
        for path in files:
            digest.update(path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"
