"""The embedded reader with the vote of a network that somebody trained."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tertius.gazetteer import Gazetteer
from tertius.readers import open_reader
from tertius.readers.voted import FILES, BadWeightsError
from tertius.reading.syntax.encoder import STEM, WEIGHTS
from tertius.records import Document
from tests.readers.voting import ALIGNED, OPPOSED, weights, with_voter

# The rules have no word for what Kenya did.
TEXT = "Chad attacked Togo. Kenya slipped Somalia the keys to twenty trucks."


def document(text: str = TEXT) -> Document:
    return Document(id="d-000000000001", text=text, path="-", sha256="", published="2024-05-10")


@pytest.mark.parametrize("name", FILES)
def test_a_folder_that_lacks_a_file_is_told(tmp_path: Path, name: str) -> None:
    (weights(tmp_path) / name).unlink()
    with pytest.raises(BadWeightsError, match=rf"the folder lacks {name}; training/README\.md"):
        open_reader(f"voted:{tmp_path}")


def test_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadWeightsError, match="there is no such folder"):
        open_reader(f"voted:{tmp_path / 'nowhere'}")


@pytest.mark.parametrize("name", FILES)
def test_another_file_is_another_version(tmp_path: Path, name: str) -> None:
    reader = open_reader(f"voted:{weights(tmp_path)}")
    before = reader.version
    assert before.startswith(f"{open_reader().version}.")
    with (tmp_path / name).open("ab") as file:
        file.write(b" ")
    assert reader.version != before


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("labels.json", b"[]", "object"),
        ("labels.json", b'{"relations": ["hugs"]}', "relations.csv has not: hugs"),
        ("relations.int8.onnx", b"no graph", "no graph that can be run"),
        ("relations.int8.onnx", None, "the graph of something else"),
        ("judgement.json", b'{"curve": {}, "floor": 0.1}', "something else"),
    ],
)
def test_weights_that_cannot_be_used_are_told(
    tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    shutil.copyfile(WEIGHTS / STEM, weights(tmp_path) / "relations.int8.onnx")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(BadWeightsError, match=told):
        open_reader(f"voted:{tmp_path}").read([document()])


@pytest.mark.model
def test_both_vote_and_the_network_adds_what_the_rules_have_no_word_for(tmp_path: Path) -> None:
    gazetteer = Gazetteer.load()
    alone = open_reader("embedded", gazetteer=gazetteer).read([document()])
    with with_voter():
        reader = open_reader(f"voted:{weights(tmp_path)}", gazetteer=gazetteer)
        found = reader.read([document()])
    (attack,) = alone.claims
    assert attack.votes == ()
    (same,) = (claim for claim in found.claims if claim.id == attack.id)
    assert dict(same.votes) == {"rules": attack.confidence, "network": OPPOSED, "against": ALIGNED}
    (added,) = (one for one in found.claims if {one.actor, one.recipient} == {"KEN", "SOM"})
    assert dict(added.votes) == {"network": OPPOSED, "against": ALIGNED}
    assert added.quote in TEXT
    assert "Kenya slipped Somalia" in added.quote
