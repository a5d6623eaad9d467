"""What rules alone make of plain sentences; what they cannot do is for trained readers."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tertius.gazetteer import Gazetteer
from tertius.readers.shallow import ShallowParser
from tertius.reading.sentences import sentences
from tests.reading.lines import is_told
from tests.reading.reader import Reader

SAID = [
    ("France backs Chad.", "France > Chad: supports"),
    ("Peru was condemned by Chile on Friday.", "Chile > Peru: condemns"),
    ("Kenya is fighting against the rebels.", "Kenya > rebels: fight"),
    ("Turkish-backed rebels crossed the river.", "Turkey > Turkish-backed rebels: supports"),
    ("Norway signed an agreement with Sweden.", "Norway = Sweden: agrees-with"),
    ("Rebels armed by Libya entered the town.", "Libya > Rebels: arms"),
    ("Niger's army, which Algeria supports, was attacked by Mali.", "Algeria > Niger: supports"),
    ("Niger's army, which Algeria supports, was attacked by Mali.", "Mali > Niger: fight"),
    ("Mali and Niger attacked Togo.", "Niger > Togo: attacks"),
    ("Mali attacked Togo and Ghana condemned Benin.", "Ghana > Benin: condemns"),
    ("Chad denied that it had armed the rebels.", "Chad > rebels: arms, denied, by Chad"),
    ("Angola has accused Zambia of arming the rebels.", "Zambia > rebels: arms, by Angola"),
    ("Kenya will impose sanctions on Somalia.", "Kenya > Somalia: coerce, forecast"),
    ("If Egypt attacks Sudan, many will flee.", "Egypt > Sudan: attacks, hypothetical"),
    ("Chile did not support Bolivia.", "Chile > Bolivia: supports, denied"),
    ("Cuba threatened to attack Haiti.", "Cuba > Haiti: attacks, hypothetical/forecast"),
    ("Chad is a close ally of Togo.", "Chad = Togo: aligned-with"),
    ("Ghana gave weapons to Benin.", "Ghana > Benin: arms"),
    ("Egyptian airstrikes on Libya went on.", "Egypt > Libya: fight"),
    ("India and Pakistan clashed on Monday.", "India = Pakistan: fight"),
]


@pytest.fixture(scope="module")
def rules() -> Reader:
    gazetteer = Gazetteer.load()
    return Reader(gazetteer=gazetteer, encoder=ShallowParser(gazetteer))


@pytest.mark.parametrize(("text", "line"), SAID)
def test_a_plain_sentence_gives_its_claim(rules: Reader, text: str, line: str) -> None:
    found = rules.told(text)
    assert any(is_told(claim, line) for claim in found), [str(claim) for claim in found]


@pytest.mark.parametrize(
    "text",
    [
        "The bakery opens at six.",
        "Chad and Togo have rivers.",
        "Heavy rain fell on Kenya on Monday.",
        "France won the match in Lima.",
    ],
)
def test_a_sentence_without_a_relation_gives_none(rules: Reader, text: str) -> None:
    assert rules.told(text) == []


def test_every_word_hangs_on_the_root_in_the_end(rules: Reader) -> None:
    words = [s.texts for s in sentences(" ".join(text for text, _ in SAID))]
    words += [["."], ["that", "who"], ["of", "of", "by"], ["to", "attack"] * 300]
    for parse in rules.encoder.parse(words):
        assert parse.heads.count(-1) == 1
        assert parse.labels[parse.root] == "root"
        for at in range(len(parse.heads)):
            steps = 0
            while parse.heads[at] >= 0 and steps <= len(parse.heads):
                at, steps = parse.heads[at], steps + 1
            assert at == parse.root


def test_no_run_time_of_a_model_is_loaded() -> None:
    program = (
        "import sys; from tertius.readers import open_reader; from tertius.records import Document;"
        "d = Document(id='d-1', text='Chad attacked Togo.', path='-', sha256='');"
        "assert open_reader('rules').read([d]).claims;"
        "print('\\n'.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert {"onnxruntime", "torch", "spacy"}.isdisjoint(done.stdout.splitlines())
