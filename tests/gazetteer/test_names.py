"""Spellings and capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.gazetteer.names import atoms, fold, key, keys, name_atoms, written_alike

NO_WORDS: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "Erdogan"),
        ("Da'esh", "Daesh"),
        ("al-Qa'ida", "Al Qaida"),
        ("U.S. Army", "US Army"),
        ("Lord's Resistance Army", "Lord Resistance Army"),
        ("Jurf al-Sakhar", "Jurf al‑Sakhar"),
        ("Łódź", "Lodz"),
    ],
)
def test_two_spellings_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("Niger", "Nigeria")])
def test_two_names_do_not(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_hyphen_and_a_possessive_have_no_atoms() -> None:
    assert atoms("-") == atoms("'s") == atoms("’") == ()


def test_a_comma_is_an_atom_that_no_name_has() -> None:
    assert [a.text for a in atoms(",")] == [""]


@pytest.mark.parametrize(
    ("name", "text", "how"),
    [
        ("Islamic State", "Islamic State", "exactly"),
        ("Islamic State", "ISLAMIC STATE", "exactly"),
        ("Islamic State", "islamic state", None),
        ("Islamic State", "Islamic state", None),
        ("Free Syrian Army fighters", "Free Syrian Army Fighters", "exactly"),
        ("ISIS", "ISIS", "exactly"),
        ("ISIS", "Isis", "nearly"),
        ("ISIS", "isis", None),
        ("PKK", "Pkk", None),
        ("US", "us", None),
        ("Al-Shabaab in Kenya", "al-Shabaab In Kenya", "exactly"),
        ("hashd", "Hashd", "exactly"),
    ],
)
def test_a_name_needs_its_capitals(name: str, text: str, how: str | None) -> None:
    assert written_alike(name, name_atoms(text), NO_WORDS) == how


def test_an_abbreviation_that_is_a_word_needs_all_its_capitals() -> None:
    words = frozenset(["life"])
    assert written_alike("LIFE", name_atoms("Life"), words) is None
    assert written_alike("LIFE", name_atoms("LIFE"), words) == "exactly"


@given(st.lists(st.text(max_size=20), max_size=10))
def test_many_names_get_the_keys_that_each_gets_alone(names: list[str]) -> None:
    assert keys(names) == [key(n) for n in names]


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=30))
def test_a_key_is_the_atoms_of_the_name(name: str) -> None:
    assert set(key(name).split()) == {a.text for w in name.split() for a in atoms(w) if a.text}


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
