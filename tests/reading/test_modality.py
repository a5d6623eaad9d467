"""Did it happen: asserted, denied, possible only, foretold; wished, feared, believed."""

from __future__ import annotations

import pytest

from tertius.reading.attribution import Said, attributions, sources_at
from tertius.reading.cues import cues
from tertius.reading.modality import modality
from tests.reading.spoken import StandInCast, document, rows


def _modality(sentence: str, word: str) -> tuple[str, str | None]:
    trees, text = document([sentence])
    i = len(trees[0]) - 1 - trees[0].texts[::-1].index(word)
    return modality(trees[0], i, sources_at(attributions(trees, StandInCast(trees), text), 0, i))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Norland is not coordinating with Westmark.", "coordinating"),
        ("There is no cooperation between Norland and Westmark.", "cooperation"),
        ("Norland never attacked Westmark.", "attacked"),
        ("Norland no longer arms the rebels.", "arms"),
        ("Neither Norland nor Westmark supports the rebels.", "supports"),
        ("Norland failed to help Westmark.", "help"),
        ("Norland denied arming the rebels.", "arming"),
        ("Norland rejected Westmark's charges that it armed the rebels.", "armed"),
        ("Norland has not launched an attack on Westmark.", "attack"),
        ("Norland ended its support for the rebels.", "support"),
        (
            "A lack of cooperation between Norland and Westmark hampers trade.",
            "cooperation",
        ),
        ("Norland falsely claimed that Westmark attacked a town.", "attacked"),
        (
            "Norland attacked the town under the pretext that Westmark had shelled it.",
            "shelled",
        ),
        ('"We will never help Westmark," said Ana Holt, a general of the rebels.', "help"),
        ("Although Norland says it does not arm the rebels, Westmark attacked Norland.", "arm"),
    ],
)
def test_denied(sentence: str, word: str) -> None:
    assert _modality(sentence, word) == ("denied", None)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Norland said that Westmark had armed the rebels.", "armed"),
        ("Norland not only supports the rebels but also trains them.", "supports"),
        ("Norland not only supports the rebels but also trains them.", "trains"),
        ("It is not surprising that Norland supports the rebels.", "supports"),
        ("Norland denied that it is not helping Westmark.", "helping"),
        (
            "Norland, which supports the rebels, denied that Westmark had bombed them.",
            "supports",
        ),
        ("Norland agreed to help Westmark.", "help"),
        ("Norland tried to kill the king.", "kill"),
        ("Norland condemned the attack on Westmark.", "attack"),
        ("Norland has launched an attack on Westmark.", "attack"),
        ("Norland urged Westmark to stop arming the rebels.", "arming"),
        ("Norland accused Westmark of arming the rebels.", "arming"),
    ],
)
def test_asserted(sentence: str, word: str) -> None:
    assert _modality(sentence, word) == ("asserted", None)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Norland may have supported the rebels.", "supported"),
        ("Norland would attack Westmark if the talks failed.", "attack"),
        ("Norland threatened to attack Westmark if the talks failed.", "attack"),
        ("Norland planned to attack Westmark.", "attack"),
        ("Norland ordered its army to attack Westmark.", "attack"),
        ("Norland prevented the rebels from attacking Westmark.", "attacking"),
        ("Is Norland supporting the rebels?", "supporting"),
        ("The threat of war between Norland and Westmark remains.", "war"),
        ("Norland is considering an attack on Westmark.", "attack"),
        ("There is no evidence that Norland armed the rebels.", "armed"),
        ("Whether Norland supports the rebels is unclear.", "supports"),
        ("Norland refused to confirm or deny that it had attacked Westmark.", "attacked"),
    ],
)
def test_hypothetical(sentence: str, word: str) -> None:
    assert _modality(sentence, word) == ("hypothetical", None)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Norland will attack Westmark.", "attack"),
        ("Norland plans to attack Westmark.", "attack"),
        ("Norland and Westmark to sign peace deal", "sign"),
        ("Norland and Westmark to sign peace deal", "deal"),
        ("Norland said it would support Westmark.", "support"),
        ("Norland is likely to attack Westmark.", "attack"),
        ("There will be militias in the city, armed by Norland.", "armed"),
        ("Westmark will be defeated, said Ana Holt.", "defeated"),
    ],
)
def test_forecast(sentence: str, word: str) -> None:
    assert _modality(sentence, word) == ("forecast", None)


@pytest.mark.parametrize(
    ("sentence", "word", "modality", "attitude"),
    [
        ("Norland wants to defeat the rebels.", "defeat", "asserted", "desire"),
        ("Norland urged Westmark to attack the rebels.", "attack", "asserted", "desire"),
        ("Norland denied that it wants to attack Westmark.", "attack", "denied", "desire"),
        ("Officials fear that Westmark will attack Norland.", "attack", "hypothetical", "fear"),
        ("Norland fears an attack by Westmark.", "attack", "hypothetical", "fear"),
        ("Norland fears an attack by Westmark.", "fears", "asserted", "fear"),
        ("Norland is believed to support the rebels.", "support", "asserted", "belief"),
        ("In the eyes of Norland, Westmark is an enemy.", "enemy", "asserted", "belief"),
    ],
)
def test_attitudes(sentence: str, word: str, modality: str, attitude: str) -> None:
    assert _modality(sentence, word) == (modality, attitude)


def test_a_denial_by_the_speaker_turns_any_plain_statement() -> None:
    trees, _ = document(["Norland has launched an attack on Westmark."])
    i = trees[0].texts.index("launched")
    assert modality(trees[0], i, Said(stance="denies")) == ("denied", None)
    assert modality(trees[0], i, Said(stance="asks")) == ("hypothetical", None)
    assert modality(trees[0], i, Said(stance="says")) == ("asserted", None)


def test_every_word_of_every_sentence_has_a_modality() -> None:
    known = {"asserted", "denied", "hypothetical", "forecast"}
    for sentence in rows():
        trees, _ = document([sentence])
        for i in range(len(trees[0])):
            assert modality(trees[0], i, Said())[0] in known


def test_cues_are_lower_case_and_single_words() -> None:
    for name in ("say", "deny", "fear", "want", "negative", "possible", "future", "light"):
        for pos in ("verb", "noun", "adj"):
            assert all(w == w.casefold() and " " not in w for w in cues(name, pos)), (name, pos)
