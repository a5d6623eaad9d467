"""Bytes become the text that was written, or say how much of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.documents.decoding import decode

from .texts import SENTENCE

RUSSIAN = "Правительство заявило во вторник, что войска покинули город после переговоров. " * 6


@given(st.text())
def test_utf8_is_decoded_exactly(text: str) -> None:
    if not text.startswith("\ufeff") and "\0" not in text:
        decoded = decode(text.encode())
        assert (decoded.text, decoded.broken) == (text, 0)


@given(st.text(alphabet=st.characters(codec="cp1252"), max_size=60))
def test_old_western_text_in_english_is_decoded(extra: str) -> None:
    text = (
        SENTENCE * 3 + "The Señor’s café – it was hit. " + "".join(c for c in extra if c.isascii())
    )
    if "\0" not in text:
        assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_marked_and_wide_encodings_are_decoded(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)).text == SENTENCE


@pytest.mark.parametrize(
    "declaration",
    [
        '<?xml version="1.0" encoding="koi8-r"?>',
        '<meta charset="koi8-r">',
        '<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">',
    ],
)
def test_a_declaration_is_believed(declaration: str) -> None:
    text = declaration + RUSSIAN
    assert decode(text.encode("koi8-r")).text == text


def test_the_header_is_believed_before_the_page() -> None:
    text = '<meta charset="cp1252">' + RUSSIAN
    assert decode(text.encode("koi8-r"), header="text/html; charset=koi8-r").text == text


def test_a_declaration_that_is_no_encoding_of_text_is_passed_over() -> None:
    for name in ("zip", "base64", "rot13", "no-such", "undefined"):
        text = f'<meta charset="{name}">Café {SENTENCE}'
        assert decode(text.encode()).text == text


def test_utf8_wins_over_a_wrong_declaration() -> None:
    text = '<meta charset="iso-8859-1">Café'
    assert decode(text.encode()).text == text


def test_another_alphabet_without_a_declaration_is_guessed() -> None:
    assert decode(RUSSIAN.encode("cp1251")).text == RUSSIAN


def test_broken_bytes_are_counted() -> None:
    decoded = decode(SENTENCE.encode() + "é".encode() + b"\xff\xfe end")
    assert (decoded.broken, decoded.encoding) == (2, "utf-8")
    assert decoded.text[decoded.first] == "\ufffd"


def test_a_sign_cut_in_two_at_the_end_is_one_broken_byte() -> None:
    decoded = decode(SENTENCE.encode() + "é".encode()[:1])
    assert (decoded.text, decoded.broken) == (SENTENCE + "\ufffd", 1)


@given(st.binary(max_size=300))
def test_any_bytes_become_some_text(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.broken >= 0
    assert not decoded.text or 0 <= decoded.first < len(decoded.text) or decoded.first == 0
