"""Tables on disk, good and broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tertius.errors import BadRowError
from tertius.gazetteer import Gazetteer, problems
from tertius.gazetteer.tables import ACTORS, LEADERS, PLACES, STATES, read

STATE = "AAA,Arcadia,Kingdom of Arcadia,1900,,,AAA,,,,,,Hill,,Arcadians,Arcadian,"


def write(folder: Path, **tables: str) -> Path:
    headers = {"states": STATES, "actors": ACTORS, "leaders": LEADERS, "places": PLACES}
    for name, rows in {"states": STATE, **tables}.items():
        path = folder / ("states.csv" if name == "states" else f"{name}/test.csv")
        path.parent.mkdir(exist_ok=True)
        path.write_text(",".join(headers[name]) + "\n" + rows + "\n", encoding="utf-8")
    return folder


def complaints(folder: Path) -> list[str]:
    return problems(Gazetteer(read(folder)))


def test_a_folder_of_ones_own_can_be_loaded(tmp_path: Path) -> None:
    folder = write(tmp_path, actors="reds,Red Front,armed-group,AAA,1990,,,RFA,")
    gazetteer = Gazetteer.load(folder)
    assert gazetteer.matches(["the", "Red", "Front"])[0].ids == ("reds",)
    assert complaints(folder) == []


def test_an_empty_folder_knows_nobody(tmp_path: Path) -> None:
    assert Gazetteer(read(tmp_path)).matches(["Iran"]) == []


def test_a_row_with_a_cell_too_many_stops_with_its_number(tmp_path: Path) -> None:
    folder = write(tmp_path, actors="reds,Red Front,armed-group,AAA,1990,,,RFA,a note, too long")
    with pytest.raises(BadRowError, match=r"test\.csv, row 2: 10 cells, not 9"):
        read(folder)


def test_a_wrong_header_stops(tmp_path: Path) -> None:
    (tmp_path / "states.csv").write_text("id,name\n", encoding="utf-8")
    with pytest.raises(BadRowError, match="the header is"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("reds,Red Front,gang,AAA,,,,,", "'gang' is no kind of actor"),
        ("reds,Red Front,armed-group,BBB,,,,,", "there is no state BBB"),
        ("reds,Red Front,armed-group,AAA,1990-13,,,,", "'1990-13' is not a date"),
        ("reds,Red Front,armed-group,AAA,1990,1980,,,", "ends (1980) before it starts (1990)"),
        ("reds,Red Front,armed-group,AAA,,,blues@..,,", "part of blues, whom no row names"),
        ("reds,Red Front,armed-group,AAA,,,reds@..,,", "is part of itself"),
        ("reds,Red Front,armed-group,AAA,,,,X,", "'X' is too short"),
        ("reds,Red Front,armed-group,AAA,,,, RFA,", "has spaces around it"),
        ("AAA,Red Front,armed-group,AAA,,,,,", "the id is used by data/states.csv"),
        (
            "reds,Red Front,armed-group,AAA,,,,,\nblues,Red Front,armed-group,AAA,,,,,",
            "'red front' is a name of actors/test.csv:2 reds too",
        ),
    ],
)
def test_what_is_wrong_with_an_actor_is_listed(tmp_path: Path, row: str, complaint: str) -> None:
    found = complaints(write(tmp_path, actors=row))
    wanted = complaint.replace("data/states.csv", f"{tmp_path.name}/states.csv")
    assert any(wanted in line for line in found), found


def test_a_name_that_ordinary_text_matches_is_listed(tmp_path: Path) -> None:
    folder = write(tmp_path, actors="reds,Rally,movement,AAA,,,,the people,")
    (folder / "words.txt").write_text("people\nrally\nthe\n", encoding="utf-8")
    found = complaints(folder)
    assert any("'Rally' is an ordinary word" in line for line in found)
    assert any("'the people' is ordinary words without a capital" in line for line in found)


def test_a_group_may_take_the_name_of_one_that_is_gone(tmp_path: Path) -> None:
    rows = "old,Red Front,party,AAA,1950,1960,,,\nnew,Red Front,party,AAA,1990,,,,"
    assert complaints(write(tmp_path, actors=rows)) == []


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("aaa-hill,Hillfort,castle,AAA,,1,2,", "'castle' is no kind of place"),
        ("aaa-hill,Hillfort,town,AAA,,91,2,", "'91' is no latitude or longitude"),
        ("aaa-hill,Hillfort,town,AAA,,north,2,", "'north' is no latitude or longitude"),
        ("aaa-hill,Hillfort,town,AAA,aaa-x,1,2,", "lies within aaa-x, which no row names"),
        ("aaa-hill,Hillfort,town,AAA,aaa-hill,1,2,", "lies within itself"),
    ],
)
def test_what_is_wrong_with_a_place_is_listed(tmp_path: Path, row: str, complaint: str) -> None:
    assert any(complaint in line for line in complaints(write(tmp_path, places=row)))


def test_a_person_has_one_name_and_an_office_of_somebody(tmp_path: Path) -> None:
    rows = "ann,Ann Arbor,,king,AAA,1990,1991\nann,Anne Arbor,,king,BBB,1992,"
    found = complaints(write(tmp_path, leaders=rows))
    assert any("called 'Anne Arbor' here and 'Ann Arbor'" in line for line in found)
    assert any("king of BBB, whom no row names" in line for line in found)


def test_the_tables_of_the_package_have_no_problems() -> None:
    assert problems(Gazetteer.load()) == []


def test_the_tables_of_the_package_are_as_large_as_promised() -> None:
    tables = Gazetteer.load().tables
    present = [r for r in tables.states if r.cells[6] and not r.cells[4].rpartition("|")[2]]
    assert len(present) >= 195
    assert len(tables.actors) >= 3000
    assert len(tables.places) >= 3000
    assert all(r.cells[14] for r in present if r.cells[0] not in {"DMA", "VAT", "STP", "ESH"})
