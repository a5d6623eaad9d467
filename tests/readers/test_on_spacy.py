"""The adapter of spaCy, with a stand-in that has as much of spaCy as the adapter asks for."""

from __future__ import annotations

import sys

import pytest

from tertius.gazetteer import Gazetteer
from tertius.readers import on_spacy, open_reader
from tertius.readers.on_spacy import MissingPackageError, SpacyParser
from tests.readers.conftest import with_spacy
from tests.readers.stand_ins import Pipeline, Rows
from tests.readers.test_contract import document

# "Troops of Chad were attacked by Togo ." as an English pipeline labels it
ROWS: Rows = {
    "Troops": ("NOUN", "NNS", 4, "nsubjpass", ""),
    "of": ("ADP", "IN", 0, "prep", ""),
    "Chad": ("PROPN", "NNP", 1, "pobj", "GPE"),
    "were": ("AUX", "VBD", 4, "auxpass", ""),
    "attacked": ("VERB", "VBN", 4, "ROOT", ""),
    "by": ("ADP", "IN", 4, "agent", ""),
    "Togo": ("PROPN", "NNP", 5, "pobj", "PERSON"),
    ".": ("PUNCT", ".", 4, "punct", "DATE"),
}


def test_labels_and_names_become_those_of_the_reader() -> None:
    with with_spacy():
        (parse,) = SpacyParser(Pipeline(rows=ROWS)).parse([list(ROWS)])
    assert parse.heads == (4, 2, 0, 4, -1, 6, 4, 4)
    assert parse.labels == (
        "nsubj:pass", "case", "nmod", "aux:pass", "root", "case", "obl:agent", "punct",
    )  # fmt: skip
    assert parse.names == ((2, 3, "LOC"), (6, 7, "PER"))
    assert parse.xpos[4] == "VBN"


def test_claims_come_of_it() -> None:
    with with_spacy(en_tiny=Pipeline(rows=ROWS)):
        reader = open_reader("spacy:en_tiny", gazetteer=Gazetteer.load())
        (claim,) = reader.read([document("Troops of Chad were attacked by Togo.")]).claims
    assert (claim.actor, claim.relation, claim.recipient) == ("TGO", "attacks", "TCD")


def test_the_version_names_the_pipeline() -> None:
    with with_spacy(en_tiny=Pipeline(rows=ROWS)):
        assert open_reader("spacy:en_tiny").version.endswith("+en_rules_sm-3.1")


def test_no_words_are_no_parse() -> None:
    assert SpacyParser(Pipeline()).parse([[]])[0].heads == ()


def test_without_spacy_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    on_spacy.pipeline.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingPackageError, match=r"pip install 'tertius\[spacy\]'"):
        open_reader("spacy:en_tiny").read([document("Chad attacked Togo.")])


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with with_spacy(), pytest.raises(MissingPackageError, match="spacy download en_gone"):
        open_reader("spacy:en_gone").read([document("Chad attacked Togo.")])


@pytest.mark.parametrize(("layer", "wanted"), [("DEP", "parser"), ("POS", "word classes")])
def test_a_pipeline_that_lacks_a_layer_is_told(layer: str, wanted: str) -> None:
    poor = Pipeline(layers=frozenset({"DEP", "POS"} - {layer}))
    with with_spacy(en_poor=poor), pytest.raises(MissingPackageError, match=wanted):
        open_reader("spacy:en_poor").read([document("Chad attacked Togo.")])
