"""Who is meant by a description, and the words in which a claim names its sides."""

from __future__ import annotations

import pytest

from tests.reading.reader import Reader

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Chad fought the rebels for a year. Kenya and Egypt met. Ghana threatened both sides.",
         [("Ghana", "Chad"), ("Ghana", "rebels")]),
        ("An agreement between Chad and the rebels failed. Egypt threatened both sides.",
         [("Egypt", "Chad"), ("Egypt", "rebels")]),
        ("The Lake Front and the Reed Army fought. Chad condemned the two groups.",
         [("Chad", "Lake Front"), ("Chad", "Reed Army")]),
        ("The war between Armenia and Azerbaijan went on. Russia threatened the two rivals.",
         [("Russia", "Armenia"), ("Russia", "Azerbaijan")]),
        ("Chad attacked Niger. Kenya spoke. Niger condemned its rival.", [("Niger", "Chad")]),
    ],
)  # fmt: skip
def test_who_is_at_odds_is_known_from_the_text_before(
    reader: Reader, text: str, pairs: list[tuple[str, str]]
) -> None:
    assert set(pairs) <= set(reader.pairs(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The regional bloc ASEAN condemned Chad.", ("ASEAN", "Chad")),
        ("Kenya met Modi, whose government sanctioned Chad.", ("Modi", "Chad")),
        ("Chad met the Kenyan envoy Emre Aydin.", ("Chad", "Kenyan envoy Emre Aydin")),
        ("Opposition parties in Peru condemned Chad.", ("Opposition parties in Peru", "Chad")),
        ("Rebels seized a town in Mali. Egyptian jets bombed rebel columns.",
         ("Egyptian jets", "Rebels")),
    ],
)  # fmt: skip
def test_a_side_is_given_in_words_that_say_who_it_is(
    reader: Reader, text: str, words: tuple[str, str]
) -> None:
    claims = reader.read(text).claims
    assert words in [(dict(c.words).get("actor"), dict(c.words).get("recipient")) for c in claims]


def test_a_people_in_apposition_only_describes(reader: Reader) -> None:
    text = "Salva Kiir, a Dinka, met the Kenyan president. He condemned a rival, a Nuer."
    assert reader.sides(text) <= {"South Sudan", "Kenya"}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Defence Ministry in Hanoi condemned Japan.", ("Vietnam", "Japan")),
        ("Peru spoke first. The Foreign Ministry condemned Chile.", ("Peru", "Chile")),
        ("Kenya sent envoys to Chad. Paris condemned the junta.", ("France", "Chad")),
        ("The ministry in Lima said Chile had opened fire on its patrols.", ("Chile", "Peru")),
        ("Chad was accused by Kenya of arming the Houthis.", ("Chad", "Houthis")),
    ],
)
def test_a_body_without_a_name_is_never_that_of_whoever_acts_on_it(
    reader: Reader, text: str, pair: tuple[str, str]
) -> None:
    assert pair in reader.pairs(text)
