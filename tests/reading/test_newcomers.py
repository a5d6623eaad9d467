"""Names that no gazetteer holds: states, groups, short names in brackets."""

from __future__ import annotations

import pytest

from tertius.reading.newcomers import is_group_name
from tests.reading.reader import Reader

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Orvania's navy attacked Chad.", ("Orvania", "Chad")),
        ("The president of Orvania condemned Chad.", ("Orvania", "Chad")),
        ("The Republic of Orvania recalled its ambassador. Orvania condemned Chad.",
         ("Orvania", "Chad")),
        ("Chad condemned Orvania. The government of Orvania kept silent.", ("Chad", "Orvania")),
        ("Orvania's parliament met. The Orvanian navy attacked Chad.", ("Orvania", "Chad")),
        ("Orvania accused Lestria of shelling its border.", ("Orvania", "Lestria")),
        ("Orvania accused Lestria of shelling its border.", ("Lestria", "Orvania")),
        ("Orvania was accused by Lestria of lying.", ("Lestria", "Orvania")),
        ("Orvania and Lestria condemned Chad.", ("Lestria", "Chad")),
        ("Orvania attacked Lestria on Monday.", ("Orvania", "Lestria")),
        ("Orvanian troops attacked Chad.", ("Orvania", "Chad")),
    ],
)  # fmt: skip
def test_who_has_what_only_a_state_has_is_a_state(
    reader: Reader, text: str, pair: tuple[str, str]
) -> None:
    assert pair in reader.pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Emre Kolcu's parliament of poets met. Kolcu condemned Chad.",
        "Maria condemned Chad.",
        "Lucia Garia met reporters. Garia condemned Chad.",
        "Chad attacked Tolania.",
        "The Blue Lantern Institute's president resigned. The institute condemned Chad.",
    ],
)
def test_what_somebody_has_makes_no_state_of_persons_and_institutes(
    reader: Reader, text: str
) -> None:
    assert reader.pairs(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Lake Front attacked Chad.", ("Lake Front", "Chad")),
        ("The Lake Front met in secret. The Front attacked Chad.", ("Lake Front", "Chad")),
        ("The Lake Front met in secret. On Monday the front attacked Chad.",
         ("Lake Front", "Chad")),
        ("Fighters of the Free Reed Army (FRA) rested. The FRA attacked Chad.",
         ("Free Reed Army", "Chad")),
    ],
)  # fmt: skip
def test_a_group_is_known_by_the_last_word_of_its_name(
    reader: Reader, text: str, pair: tuple[str, str]
) -> None:
    assert pair in reader.pairs(text)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Lake Front", True),
        ("New Dawn Party", True),
        ("Socialists", True),
        ("Blue Lantern Institute", False),
        ("Dock Labour Union", False),
        ("Front", False),
    ],
)
def test_the_last_word_tells_a_group(name: str, group: bool) -> None:
    assert is_group_name(name) is group
