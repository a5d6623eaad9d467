"""Every reader, opened by its name, with what it stands on put in place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tertius.gazetteer import Gazetteer
from tertius.readers import Reader, on_spacy, open_reader
from tertius.readers.llm import Settings
from tests.readers.server import serving
from tests.readers.stand_ins import Pipeline, as_a_model, spacy_with
from tests.readers.voting import weights, with_voter

READERS = [pytest.param("embedded", marks=pytest.mark.model),
           pytest.param("voted", marks=pytest.mark.model), "rules", "spacy", "llm"]  # fmt: skip


@contextmanager
def with_spacy(**pipelines: Pipeline) -> Iterator[None]:
    """Put modules in the place of spaCy."""
    on_spacy.pipeline.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        for name, module in spacy_with(**pipelines).items():
            patch.setitem(sys.modules, name, module)
        yield
    on_spacy.pipeline.cache_clear()


@pytest.fixture(scope="module", params=READERS)
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """Each reader in turn."""
    gazetteer = Gazetteer.load()
    if request.param == "spacy":
        with with_spacy(en_rules_sm=Pipeline()):
            yield open_reader("spacy:en_rules_sm", gazetteer=gazetteer)
    elif request.param == "voted":
        with with_voter():
            folder = weights(tmp_path_factory.mktemp("weights"))
            yield open_reader(f"voted:{folder}", gazetteer=gazetteer)
    elif request.param == "llm":
        with serving(as_a_model) as (url, _):
            settings = Settings(timeout=20, budget=10**9)
            yield open_reader(f"llm:{url}", gazetteer=gazetteer, settings=settings)
    else:
        yield open_reader(request.param, gazetteer=gazetteer)
