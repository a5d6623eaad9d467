"""The embedded reader with the vote of a trained network of relations, from a folder of yours.

No such weights come with the package: docs/decisions/0006 says why, training/README.md how they
are made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tertius.errors import TertiusError
from tertius.exchange import BadJsonError
from tertius.gazetteer import Gazetteer
from tertius.readers.embedded import weighed
from tertius.reading.read_documents import read_documents
from tertius.records import Document, ReadBy, Reading

if TYPE_CHECKING:
    from tertius.reading.relations.judge import Judge

FILES: Final = ("relations.int8.onnx", "labels.json", "judgement.json")


class BadWeightsError(TertiusError):
    """A folder that holds no network of relations, or one that cannot be used."""

    def __init__(self, folder: str, reason: str) -> None:
        self.folder, self.reason = folder, reason
        super().__init__(
            f"voted:{folder}: {reason}; training/README.md of the source says how the weights are"
            " made, and `--reader embedded` needs none"
        )


@dataclass(frozen=True, slots=True)
class Voted:
    """Reads as the embedded reader does, and lets the network vote; opens it at first reading."""

    folder: str  # with all of FILES
    gazetteer: Gazetteer | None = None

    def __post_init__(self) -> None:
        """Raise BadWeightsError where a file is missing."""
        path = Path(self.folder)
        if not path.is_dir():
            raise BadWeightsError(self.folder, "there is no such folder")
        missing = [name for name in FILES if not (path / name).is_file()]
        if missing:
            raise BadWeightsError(self.folder, f"the folder lacks {', '.join(missing)}")

    @property
    def id(self) -> str:
        """The name that opens it."""
        return f"voted:{self.folder}"

    @property
    def version(self) -> str:
        """That of the embedded reader, and 12 hex digits of a hash of the folder's files."""
        return f"{weighed()}.{_digest(self.folder)[:12]}"

    def read(self, documents: Iterable[Document]) -> Reading:
        """Read documents into claims with their votes. Raises BadWeightsError."""
        judge = _judge(self.folder, _digest(self.folder))
        parser = judge.network.encoder
        found = read_documents(documents, gazetteer=self.gazetteer, encoder=parser, judge=judge)
        return replace(found, reader=ReadBy(id=self.id, version=self.version))


def _digest(folder: str) -> str:
    """Return the hash of the files in the order of FILES. Raises BadWeightsError."""
    digest = hashlib.sha256()
    for name in FILES:
        try:
            digest.update((Path(folder) / name).read_bytes())
        except OSError as error:
            raise BadWeightsError(folder, f"{name} cannot be read ({error.strerror})") from error
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _judge(folder: str, digest: str) -> Judge:
    """Open the weights of a folder once; digest: of the files, so that others are opened anew."""
    from tertius.reading.relations.judge import Judge
    from tertius.reading.relations.network import MisfitError, Network
    from tertius.reading.syntax import Encoder

    try:
        return Judge.load(Network.load(Encoder.load(), Path(folder)), Path(folder))
    except (BadJsonError, MisfitError) as error:
        raise BadWeightsError(folder, error.reason) from error
