"""The vocabulary spells words as the library that the encoder was trained with."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.reading.syntax.wordpieces import WordPieces

FILE = Path(__file__).parents[2] / "src/tertius/reading/syntax/weights/tokenizer.json"
# Letters that every version of the Unicode tables agrees on.
OLD = unicodedata.ucd_3_2_0
AGREED = [
    chr(n)
    for n in range(0x3000)
    if OLD.category(chr(n)) == unicodedata.category(chr(n)) not in {"Cn", "Co", "Cs"}
]
WORDS = ["Houthis", "M23", "US$", "Erdoğan", "d'Ivoire", "...", "中国", "naïve", "Σ"]
WORDS += ["\u200b", "", "x" * 101]


@cache
def ours() -> WordPieces:
    return WordPieces.load(FILE)


@cache
def theirs() -> Any:
    tokenizers = pytest.importorskip("tokenizers")
    tokenizer = tokenizers.Tokenizer.from_file(str(FILE))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def spelt(word: str) -> tuple[int, ...]:
    encoding = theirs().encode([word], is_pretokenized=True, add_special_tokens=False)
    return tuple(encoding.ids)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_spelt_as_by_the_library(word: str) -> None:
    assert ours().rows(word) == spelt(word)


@given(st.text(st.sampled_from(AGREED), max_size=12))
def test_any_word_is_spelt_as_by_the_library(word: str) -> None:
    assert ours().rows(word) == spelt(word)
