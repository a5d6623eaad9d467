"""The enemy that two who help each other are told to share."""

from __future__ import annotations

import pytest

from tests.reading.reader import Reader

pytestmark = pytest.mark.model


def against(reader: Reader, text: str) -> set[str | None]:
    return {c.against for c in reader.told(text) if c.sign > 0}


@pytest.mark.parametrize(
    ("text", "enemy"),
    [
        ("Uganda helped Rwanda against Burundi.", "Burundi"),
        ("Kenya sent troops to help Somalia to defeat al-Shabaab.", "al-Shabaab"),
        ("Chad, helped by France, attacked Libya.", "Libya"),
        ("Uganda helped Rwanda against Burundi. Uganda also aided Rwanda in May.", "Burundi"),
    ],
)
def test_the_enemy_is_found_where_it_is_told(reader: Reader, text: str, enemy: str) -> None:
    assert against(reader, text) == {enemy}


@pytest.mark.parametrize(
    "text",
    [
        "Uganda helped Rwanda. Kenya attacked Burundi.",
        "Uganda armed Rwanda, which attacked Burundi.",
        "Uganda helped Rwanda against Burundi. Kenya aided Rwanda.",
    ],
)
def test_an_enemy_of_one_is_not_made_an_enemy_of_both(reader: Reader, text: str) -> None:
    assert None in against(reader, text)
