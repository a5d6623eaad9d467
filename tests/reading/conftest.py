"""One reader for all tests of this folder: the parser and the gazetteer are loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.reader import Reader

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def reader() -> Reader:
    from tertius.gazetteer import Gazetteer
    from tertius.reading.syntax import Encoder

    return Reader(gazetteer=Gazetteer.load(), encoder=Encoder.load())


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    from tertius.gazetteer import Gazetteer

    return Gazetteer.load()
