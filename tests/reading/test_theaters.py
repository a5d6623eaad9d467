"""Where a relation holds: named in its clause, carried through a paragraph, closed again."""

from __future__ import annotations

import pytest

from tests.reading.reader import Reader

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Kenya attacked al-Shabaab in Somalia.", "Somalia"),
        ("In Somalia, Kenya attacked al-Shabaab.", "Somalia"),
        ("India attacked the militants in Kashmir.", "Kashmir"),
        ("Ukrainian forces shelled Russian troops near Kherson.", "Kherson"),
        ("Egypt attacked the rebels inside Libya.", "Libya"),
        ("Turkey shelled Kurdish fighters on Syrian soil.", "Syria"),
        ("Rwanda armed the rebels across Burundi.", "Burundi"),
        ("The war in Mali continued as France attacked the militants there.", "Mali"),
    ],
)
def test_the_place_that_the_clause_names_is_the_theater(
    reader: Reader, sentence: str, place: str
) -> None:
    places = reader.theaters(sentence)
    assert places
    assert set(places) == {place}


def test_a_place_is_carried_through_its_paragraph(reader: Reader) -> None:
    text = "Fighting went on in Sudan. Chad armed the rebels. Egypt attacked the rebels."
    assert reader.theaters(text) == ["Sudan", "Sudan"]


def test_a_place_is_closed_where_its_paragraph_ends(reader: Reader) -> None:
    text = "Fighting went on in Sudan. Chad armed the rebels.\n\nEgypt attacked the Houthis."
    assert reader.theaters(text) == ["Sudan", None]


def test_a_new_place_takes_over(reader: Reader) -> None:
    text = "Chad armed the rebels in Sudan. Egypt attacked the militants in Libya."
    assert reader.theaters(text) == ["Sudan", "Libya"]


def test_there_is_the_place_named_last(reader: Reader) -> None:
    assert reader.theaters("Many people live in Somalia. Kenya attacked al-Shabaab there.") == [
        "Somalia"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Speaking in Geneva, the Russian minister said that Turkey had attacked the rebels.",
        "Ethiopia attacked the rebels, an official said in Nairobi.",
        'Ethiopia attacked the rebels, "without warning", a diplomat told reporters in Vienna.',
        "In Vienna, a diplomat said that Ethiopia had attacked the rebels.",
    ],
)
def test_the_place_of_speaking_is_no_theater(reader: Reader, sentence: str) -> None:
    assert reader.theaters(sentence) == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad, which holds elections in Moundou, attacked the rebels.",
        "Uganda attacked the rebels, who sell gold in Dubai.",
        "Niger armed the militia, whose leader once lived in Italy.",
    ],
)
def test_a_place_in_a_clause_about_somebody_is_no_theater(reader: Reader, sentence: str) -> None:
    assert reader.theaters(sentence) == [None]


def test_a_state_that_is_attacked_is_the_place_of_the_attack(reader: Reader) -> None:
    assert reader.theaters("Ethiopia attacked Eritrea.") == ["Eritrea"]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The Lebanese army shot down an Israeli drone.", "Israel"),
        ("A Chinese ship rammed a Philippine boat.", "Philippines"),
    ],
)
@pytest.mark.xfail(reason="what a state owns is taken for its land", strict=True)
def test_what_moves_is_attacked_wherever_it_is(reader: Reader, sentence: str, never: str) -> None:
    places = reader.theaters(sentence)
    assert places
    assert never not in places


def test_a_state_that_is_attacked_beats_a_place_that_is_only_carried(reader: Reader) -> None:
    text = "Rebels attacked Sudanese soldiers in Darfur. On Friday the rebels attacked Chad."
    assert reader.theaters(text)[-1] == "Chad"


def test_talks_hold_where_they_are_about_not_where_the_report_plays(reader: Reader) -> None:
    text = "Fighting went on in Sudan. Peru held talks with Chile."
    assert reader.theaters(text) == [None]


def test_every_theater_of_a_claim_is_in_the_reading(reader: Reader) -> None:
    reading = reader.read(
        "Kenya attacked al-Shabaab in Somalia. Mali fought rebels near Bir Ouzza."
    )
    known = {theater.id for theater in reading.theaters}
    assert {claim.theater for claim in reading.claims} - {None} <= known
    assert len(known) == len(reading.theaters) >= 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya attacked al-Shabaab in the port of Kismayo, where rebels hid.", "Kismayo"),
        ("Soldiers entered Gao, where Mali fought the rebels.", "Gao"),
        ("Russian troops drove into Aleppo and attacked the rebels.", "Aleppo"),
    ],
)
def test_a_place_of_which_the_clause_tells_is_the_theater(
    reader: Reader, text: str, place: str
) -> None:
    assert place in reader.theaters(text)


def test_a_fight_of_its_own_country_is_where_the_report_is_written(reader: Reader) -> None:
    text = "BAMAKO, March 3 - Mali fought rebels on Friday, an official said."
    assert reader.theaters(text) == ["Mali"]


def test_a_fight_of_others_is_not_where_the_report_is_written(reader: Reader) -> None:
    text = "VIENNA, March 3 - Mali fought rebels on Friday, an official said."
    assert "Vienna" not in reader.theaters(text)
