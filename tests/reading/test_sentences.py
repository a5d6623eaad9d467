"""Sentences and words keep their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.reading.sentences import sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@given(st.text(max_size=400))
def test_every_word_is_the_slice_at_its_place(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        assert sentence.start >= end
        end = sentence.end
        at = sentence.start
        for word in sentence.words:
            assert text[word.start : word.end] == word.text
            assert at <= word.start < word.end <= sentence.end
            at = word.end


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Ibrahim met Dr. Sall in Dakar. They talked.", 2),
        ("The U.S. Army left. It returned in June.", 2),
        ("Troops of the U.S. The rebels fled.", 2),
        ('"We will not yield." The minister left.', 2),
        ('"Will they come?" he asked.', 1),
        ("George W. Varga spoke of 3.5 million people.", 1),
        ("First headline\nThe report begins here.", 2),
        ("Lt. Col. A. Deng said no. 5 Brigade stayed.", 1),
    ],
)
def test_abbreviations_and_quotations_end_no_sentence(text: str, count: int) -> None:
    assert len(split(text)) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mali's army can't win.", ["Mali", "'s", "army", "ca", "n't", "win", "."]),
        ("the rebels' camp", ["the", "rebels", "'", "camp"]),
        ("French-backed, pro-Russian men", ["French", "-", "backed", ",", "pro-Russian", "men"]),
        ("US$5 billion (€3.6m)", ["US$", "5", "billion", "(", "€", "3.6", "m", ")"]),
        ("in the 1990s", ["in", "the", "1990s"]),
        ("An M23 column (F-16s?)", ["An", "M23", "column", "(", "F", "-", "16s", "?", ")"]),
        ("The U.N. cannot act", ["The", "U.N.", "can", "not", "act"]),
    ],
)
def test_words_follow_universal_dependencies(text: str, words: list[str]) -> None:
    assert sentences(text)[0].texts == words


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    text = "TIMBUKTU, Mali, Feb. 3 (Sahara Wire) - The army left."
    assert split(text) == ["The army left."]


def test_paragraphs_are_counted_by_lines() -> None:
    found = sentences("Headline\n\nOne. Two.\n***\nThree.")
    assert [s.paragraph for s in found] == [0, 1, 1, 2]


def test_a_sentence_without_end_is_cut() -> None:
    assert len(sentences("word " * 5000)) > 5
