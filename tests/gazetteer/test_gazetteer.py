"""The look-up on the tables that come with the package."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.errors import UnknownActorError
from tertius.gazetteer import Gazetteer, Match
from tertius.gazetteer.gazetteer import UnknownTheaterError

GAZETTEER = Gazetteer.load()


def found(sentence: str, *, on: str | None = None, cased: bool = True) -> dict[str, Match]:
    words = sentence.split()
    matches = GAZETTEER.matches(words, on=on, cased=cased)
    return {" ".join(words[m.start : m.end]): m for m in matches}


def first(sentence: str, *, on: str | None = None, cased: bool = True) -> dict[str, str]:
    return {text: m.ids[0] for text, m in found(sentence, on=on, cased=cased).items()}


def test_the_same_folder_is_read_once() -> None:
    assert Gazetteer.load() is GAZETTEER


def test_names_in_a_sentence_are_found_from_left_to_right() -> None:
    assert first("Tehran armed the Quds Force 's allies near Jurf al - Sakhar , Ankara said .") == {
        "Tehran": "IRN",
        "Quds Force": "quds-force",
        "Jurf al - Sakhar": "irq-jurf-al-sakhar",
        "Ankara": "TUR",
    }


def test_the_longest_name_wins() -> None:
    assert list(found("al - Qaeda in the Arabian Peninsula struck")) == [
        "al - Qaeda in the Arabian Peninsula"
    ]


def test_one_group_answers_to_all_its_names() -> None:
    text = "Daesh , ISIS , Isis , ISIL and the Islamic State"
    assert set(first(text).values()) == {"islamic-state"}
    assert len(found(text)) == 5


@pytest.mark.parametrize("name", ["U.S.", "US", "USA", "U.S.A.", "United States", "America"])
def test_a_country_answers_to_its_abbreviations(name: str) -> None:
    assert first(f"the {name} said") == {name: "USA"}


def test_a_pronoun_is_no_country() -> None:
    assert found("they told us that it is in us all") == {}


def test_ordinary_words_with_a_capital_are_no_names() -> None:
    assert found("Will the March Rally , May Day and the Front go on ? Most did .") == {}


def test_spellings_with_and_without_accents_are_one_name() -> None:
    assert first("Erdogan met") == {"Erdogan": "recep-tayyip-erdogan"}
    assert first("Erdoğan met") == {"Erdoğan": "recep-tayyip-erdogan"}


def test_a_possessive_does_not_belong_to_the_name() -> None:
    assert list(found("Iran 's army")) == ["Iran"]
    assert list(found("Iran's role")) == ["Iran's"]


def test_a_comma_is_never_inside_a_name() -> None:
    assert "Islamic , State" not in found("the Islamic , State")


@pytest.mark.parametrize(
    ("text", "role", "id"),
    [
        ("Syria", "state", "SYR"),
        ("Damascus", "seat", "SYR"),
        ("Syrian", "demonym", "SYR"),
        ("Kurdish", "demonym", "kurds"),
        ("Hezbollah", "actor", "hezbollah"),
        ("Nasrallah", "person", "hassan-nasrallah"),
        ("Amerli", "place", "irq-amerli"),
    ],
)
def test_a_match_says_what_kind_of_name_it_is(text: str, role: str, id: str) -> None:
    match = found(f"near {text} it")[text]
    assert (match.role, match.ids[0]) == (role, id)


def test_a_capital_may_stand_for_its_government_or_be_a_place() -> None:
    assert found("in Baghdad")["Baghdad"].ids[:2] == ("IRQ", "irq-baghdad")


def test_a_headline_in_capitals_is_read_without_regard_to_case() -> None:
    assert first("IRAN AND US IN IRAQ AS WHO IS SAID", cased=False) == {
        "IRAN": "IRN",
        "US": "USA",
        "IRAQ": "IRQ",
    }


def test_a_headline_in_lower_case_takes_no_pronoun_for_a_country() -> None:
    assert first("iran and us in iraq", cased=False) == {"iran": "IRN", "iraq": "IRQ"}


@pytest.mark.parametrize(
    ("day", "state"), [("1983-05-01", "SUN"), ("2014-12-27", "RUS"), (None, "RUS")]
)
def test_the_date_decides_which_state_a_capital_stands_for(day: str | None, state: str) -> None:
    assert found("then Moscow spoke", on=day)["Moscow"].ids[0] == state


@pytest.mark.parametrize(
    ("day", "person"), [("1990-08-10", "george-h-w-bush"), ("2004-03-01", "george-w-bush")]
)
def test_the_date_decides_which_bearer_of_a_name_is_meant(day: str, person: str) -> None:
    assert found("then President Bush spoke", on=day)["President Bush"].ids[0] == person


def test_a_given_name_is_part_of_the_match_however_it_is_spelt() -> None:
    assert first("then Qassim Soleimani spoke") == {"Qassim Soleimani": "qasem-soleimani"}


def test_somebody_elses_given_name_makes_another_person() -> None:
    assert found("then Fidel Obama spoke") == {}
    assert first("then President Obama spoke") == {"Obama": "barack-obama"}


def test_a_surname_that_another_name_follows_is_a_given_name() -> None:
    assert found("then Soleimani Hosseinpour spoke") == {}
    assert first("then Obama Tuesday spoke") == {"Obama": "barack-obama"}
    assert first("then Obama officials spoke") == {"Obama": "barack-obama"}


def test_a_sum_of_money_names_no_country() -> None:
    assert found("for US$ 5 million , US $ 5 million and US$5 million") == {}


def test_a_surname_that_is_a_word_does_not_begin_a_sentence() -> None:
    assert found("Rice is eaten") == {}
    assert first("so Rice spoke", on="2006") == {"Rice": "condoleezza-rice"}


def test_an_actor_carries_what_its_row_says() -> None:
    force = GAZETTEER.actor("quds-force")
    assert (force.kind, force.country, force.start) == ("armed-forces", ("IRN",), "1988")
    assert ("irgc", "1988", None) in force.part_of


def test_a_state_is_an_actor_and_a_theater_of_one_id() -> None:
    assert GAZETTEER.actor("IRQ").kind == "state"
    assert GAZETTEER.theater("IRQ").kind == "country"


def test_a_person_is_an_actor_with_offices() -> None:
    obama = GAZETTEER.actor("barack-obama")
    assert obama.kind == "person"
    assert [of for of, _, _ in obama.part_of] == ["USA"]


def test_an_unknown_actor_comes_with_near_misses() -> None:
    with pytest.raises(UnknownActorError) as caught:
        GAZETTEER.actor("hezbolla")
    assert "hezbollah" in caught.value.near


def test_an_unknown_theater_comes_with_near_misses() -> None:
    with pytest.raises(UnknownTheaterError) as caught:
        GAZETTEER.theater("irq-amirly")
    assert "irq-amerli" in caught.value.near


def test_a_town_lies_in_its_region_and_country() -> None:
    assert GAZETTEER.theaters_above("irq-amerli") == ("irq-salah-al-din", "IRQ")
    assert GAZETTEER.theater("irq-amerli").within == ("irq-salah-al-din", "IRQ")


def test_a_border_place_lies_in_both_countries() -> None:
    assert set(GAZETTEER.theaters_above("tcd-aouzou")) >= {"TCD", "LBY"}


@pytest.mark.parametrize(
    ("office", "of", "day", "person"),
    [
        ("president", "USA", "2014-12-27", "barack-obama"),
        ("President", "USA", "1991-01-17", "george-h-w-bush"),
        ("supreme leader", "IRN", "2014", "ali-khamenei"),
        ("premier", "GBR", "1982-05", "margaret-thatcher"),
    ],
)
def test_an_office_leads_to_its_holder(office: str, of: str, day: str, person: str) -> None:
    assert GAZETTEER.holder(office, of, on=day) == person


def test_an_office_nobody_held_has_no_holder() -> None:
    assert GAZETTEER.holder("emperor", "USA", on="2014") is None
    assert GAZETTEER.holder("president", "USA", on="1700") is None


def test_offices_are_those_of_the_date() -> None:
    assert GAZETTEER.offices("barack-obama", on="2014") == (("president", "USA"),)
    assert GAZETTEER.offices("barack-obama", on="2020") == ()


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("Iranian", ("IRN",)),
        ("Korean", ("KOR", "PRK")),
        ("Kurdish", ("kurds",)),
        ("Swiss", ("CHE",)),
        ("iranian", ()),
        ("Iran", ()),
    ],
)
def test_a_nationality_leads_to_its_state_or_people(word: str, ids: tuple[str, ...]) -> None:
    assert GAZETTEER.demonym(word) == ids


@pytest.mark.parametrize(
    ("word", "state"), [("Tehran", "IRN"), ("Kremlin", "RUS"), ("Kiev", "UKR"), ("Mosul", None)]
)
def test_a_seat_of_power_leads_to_its_state(word: str, state: str | None) -> None:
    assert GAZETTEER.capital_of(word) == state


def test_codes_are_those_of_the_date() -> None:
    assert GAZETTEER.codes("DEU", on="1970")["cow"] == "260"
    assert GAZETTEER.codes("DEU", on="2014")["cow"] == "255"
    assert GAZETTEER.codes("DEU")["gw"] == "260"
    assert GAZETTEER.codes("hezbollah") == {}


def test_a_code_that_was_not_in_use_is_left_out() -> None:
    assert "cow" not in GAZETTEER.codes("DEU", on="1947")


def test_codes_of_states_that_the_field_uses() -> None:
    iran = GAZETTEER.codes("IRN")
    assert iran == {
        "iso2": "IR",
        "iso3": "IRN",
        "cow": "630",
        "cow_abbr": "IRN",
        "gw": "630",
        "fips": "IR",
        "cameo": "IRN",
    }


@pytest.mark.parametrize("typed", ["Soleimany", "hizbulla", "irak", "quds force"])
def test_a_misspelt_name_is_found_by_search(typed: str) -> None:
    wanted = {"qasem-soleimani", "hezbollah", "IRQ", "quds-force"}
    assert wanted & set(GAZETTEER.search(typed))


def test_search_finds_nothing_for_nothing() -> None:
    assert GAZETTEER.search("") == []
    assert GAZETTEER.search("zzzzqqqqxxxx") == []


@given(st.lists(st.text(max_size=12), max_size=30), st.booleans())
def test_matches_never_overlap_and_stay_in_the_sentence(words: list[str], cased: bool) -> None:
    end = 0
    for match in GAZETTEER.matches(words, on="2014", cased=cased):
        assert end <= match.start < match.end <= len(words)
        assert match.ids
        end = match.end


NAMES = sorted({e.alias for es in GAZETTEER._index.phrases.values() for e in es})


@given(st.lists(st.sampled_from([*NAMES, "said", ",", "the", "and"]), max_size=8))
def test_every_id_of_a_match_is_known(names: list[str]) -> None:
    words = [w for name in names for w in name.split()]
    for match in GAZETTEER.matches(words):
        assert all(GAZETTEER.has_actor(i) or GAZETTEER.has_theater(i) for i in match.ids)
