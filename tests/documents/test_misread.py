"""Letters that a scanner took for others, and what must be left alone."""

from __future__ import annotations

import pytest

from tertius.documents import repair

NAMES = frozenset({"Somalia", "Iran", "Mali", "Burkina Faso", "Iraq"})
KNOWN = frozenset(
    "of the and from on troops government armed rebels hills attacked killed backed french south"
    " ambassador supported in line counter blood support business bloodshed".split()
)


def mended(text: str) -> str:
    return repair(text, names=NAMES, known=KNOWN).text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("tr0ops 0f S0malia", "troops of Somalia"),
        ("rebels in 1raq", "rebels in Iraq"),
        ("lran armed rebels", "Iran armed rebels"),
        ("the govemment", "the government"),
        ("Iran arrned rebels", "Iran armed rebels"),
        ("rebels kil1ed", "rebels killed"),
        ("troops ofthe south", "troops of the south"),
        ("rebels inMali", "rebels in Mali"),
        ("BurkinaFaso supported", "Burkina Faso supported"),
        ("Maliattacked the rebels", "Mali attacked the rebels"),
        ("Iran'sgovernment", "Iran's government"),
        ("the governmentbacked Mali", "the government backed Mali"),
        ("Frenchambassador", "French ambassador"),
    ],
)
def test_a_misread_word_is_mended_where_only_one_word_is_known(damaged: str, clean: str) -> None:
    assert mended(damaged) == clean


@pytest.mark.parametrize(
    "text",
    [
        "the M23 and the F16", "a G20 summit, MI6 and T55", "in the 1990s", "the 20th of 10th",
        "counterattacked", "bloodshed in Mali", "a WikiLeaks file", "Orvania and Zelkia",
        "lrania", "see http://s0malia.example/0f", "a 5km line", "Ba0nter",
    ],
)  # fmt: skip
def test_what_is_no_damage_is_left_alone(text: str) -> None:
    assert mended(text) == text


def test_a_word_that_comes_again_is_no_slip() -> None:
    text = "Arrnedia attacked. Arrnedia said so."
    assert mended(text) == text


def test_every_mended_word_points_to_where_it_stood() -> None:
    text = "The tr0ops ofthe south"
    found = repair(text, names=NAMES, known=KNOWN)
    at = found.text.index("troops")
    start, end = found.span(at, at + len("troops"))
    assert text[start:end] == "tr0ops"
