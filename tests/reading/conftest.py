"""One reader for all tests of this folder: the parser and the gazetteer are loaded once."""

from __future__ import annotations

import pytest

from tests.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    from tertius.gazetteer import Gazetteer
    from tertius.reading.syntax import Encoder

    return Reader(gazetteer=Gazetteer.load(), encoder=Encoder.load())
