"""What a reading owes the sides: only what is said of them counts, not who they are."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.reader import Reader, Told

pytestmark = pytest.mark.model


@dataclass(frozen=True, slots=True)
class Land:
    """A state: its name and its adjective."""

    name: str
    adjective: str


KNOWN = [
    Land("Kenya", "Kenyan"), Land("Bolivia", "Bolivian"), Land("Norway", "Norwegian"),
    Land("Mongolia", "Mongolian"), Land("Angola", "Angolan"), Land("Bulgaria", "Bulgarian"),
]  # fmt: skip
# Reports about A, B and C; a and b are the adjectives.
REPORTS = [
    "{A} attacked {B} on Monday. It also threatened {C}.",
    "{A} and {B} signed a treaty in March. {C} condemned the two countries.",
    "{B} accused {A} of arming {C}. {A} denied the charge.",
    '"We will never support {B}," the foreign minister of {A} said. {C} praised {A}.',
    "{A} has been helping {B} against {C} since 2019.",
    "{a} jets bombed {b} positions. {C} may send troops to help {B}.",
    "{A}, which invaded {B} in 2012, imposed sanctions on {C} last week.",
    "{B} was invaded by {A} in the 1990s. {C} supported {B}.",
]
TRIPLES = st.lists(st.sampled_from(KNOWN), min_size=3, max_size=3, unique=True)
OTHERS = [
    "The bakery in the old town opens at six, and bread is cheap this year.",
    "Japan condemned Iceland. Wales signed an agreement with Samoa in Cardiff.",
    "The harvest was poor. Farmers in the valley blamed the rain, and prices rose again.",
]


def text_of(report: str, lands: list[Land]) -> str:
    a, b, c = lands
    return report.format(A=a.name, B=b.name, C=c.name, a=a.adjective, b=b.adjective)


def shape(claims: list[Told], lands: list[Land]) -> list[tuple[object, ...]]:
    """Return what is claimed, with A, B and C for the three states."""
    letters: dict[str | None, str] = {
        land.name: letter for land, letter in zip(lands, "ABC", strict=True)
    }
    return sorted(
        (
            letters.get(c.actor, str(c.actor)), c.relation,
            letters.get(c.recipient, str(c.recipient)), c.sign, c.modality, str(c.attitude),
            letters.get(c.against, str(c.against)),
            letters.get(c.theater, str(c.theater)), len(c.sources),
        )
        for c in claims
    )  # fmt: skip


@pytest.mark.parametrize("report", REPORTS)
@given(lands=TRIPLES)
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_known_states_may_change_names(reader: Reader, report: str, lands: list[Land]) -> None:
    usual = shape(reader.told(text_of(report, KNOWN[:3])), KNOWN[:3])
    assert usual
    assert shape(reader.told(text_of(report, lands)), lands) == usual


@pytest.mark.parametrize("names", [("Harun", "Kessar"), ("Vostel", "Tamar"), ("Dorin", "Quost")])
def test_groups_that_nobody_knows_are_sides_like_others(
    reader: Reader, names: tuple[str, str]
) -> None:
    one, other = (f"{name} Liberation Front" for name in names)
    text = f"The {one}, a rebel group, attacked Kenya. The {other}, an armed group, attacked Peru."
    found = {(c.actor, c.sign, c.recipient) for c in reader.told(text)}
    assert (one, -1, "Kenya") in found
    assert (other, -1, "Peru") in found


@pytest.mark.parametrize("report", REPORTS)
def test_two_states_that_change_places_change_direction(reader: Reader, report: str) -> None:
    one, other, third = KNOWN[:3]
    straight = shape(reader.told(text_of(report, [one, other, third])), [one, other, third])
    turned = shape(reader.told(text_of(report, [other, one, third])), [one, other, third])
    swap = {"A": "B", "B": "A"}
    expected = [tuple(swap.get(str(part), part) for part in row) for row in turned]
    assert {pair_of(row) for row in straight} == {pair_of(tuple(row)) for row in expected}
    assert {pair_of(row) for row in straight} != {pair_of(row) for row in turned}


def pair_of(row: tuple[object, ...]) -> tuple[object, ...]:
    """Return a row with its two sides in the order of the alphabet where neither acts."""
    mutual = row[1] in {"agrees-with", "fights", "aligned-with", "settles-with"}
    return (*sorted(map(str, row[:3:2])), *row[1:2], *row[3:]) if mutual else row


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("other", OTHERS)
def test_a_paragraph_about_others_changes_nothing(reader: Reader, report: str, other: str) -> None:
    lands = KNOWN[:3]
    text = text_of(report, lands)
    alone = shape(reader.told(text), lands)
    quotes = {c.quote for c in reader.told(text)}
    for together in (f"{text}\n\n{other}", f"{other}\n\n{text}"):
        own = [c for c in reader.told(together) if c.quote in quotes]
        assert shape(own, lands) == alone
