"""Checks states.csv against the COW state list and fills in what code tables know.

The names, capitals, demonyms and aliases in states.csv are written by hand and stay as they are;
start (where empty), cow_abbr, iso2, fips and cameo are filled from the sources.
"""

from __future__ import annotations

import csv
import importlib
from pathlib import Path

from tertius.gazetteer.tables import STATES

COW_STATES = "alignment/cow_peacesciencer/cow_states.rda"
COUNTRY_INFO = "datasets/cameo-tables/aamend-countryInfo.txt"
CAMEO_COUNTRIES = "datasets/cameo-tables/aamend-cameoCountry.txt"

# CAMEO kept codes that ISO has changed; SSD is younger than the table.
CAMEO_EXCEPTIONS = {"ROU": "ROM", "TLS": "TMP", "MNE": "MTN", "SSD": "SSD"}
SYSTEM_BEGINS = "1816-01-01"  # of the COW state system: a state there then may be older


def fill(states: Path, *, data: Path) -> list[str]:
    """Rewrite states.csv with codes filled in; return what does not agree with COW."""
    with states.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    spells = cow_spells(data / COW_STATES)
    country, cameo = _country_codes(data / COUNTRY_INFO), _cameo(data / CAMEO_COUNTRIES)
    complaints = []
    for row in rows:
        id = row["id"]
        if row["cow"] in spells:
            abbreviation, first = spells[row["cow"]]
            row["cow_abbr"] = abbreviation
            row["start"] = row["start"] or (first if first != SYSTEM_BEGINS else "")
        elif row["cow"]:
            complaints.append(f"{id}: COW knows no state {row['cow']}")
        if id in country:
            row["iso2"] = country[id][0]
            row["fips"] = row["fips"] or country[id][1]
        row["cameo"] = CAMEO_EXCEPTIONS.get(id, id if id in cameo else "")
    named = {row["cow"] for row in rows}
    dated = set(_dated(states.with_name("state_codes.csv")))
    complaints += [f"COW {c} has no row" for c in sorted(set(spells) - named - dated, key=int)]
    with states.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, STATES, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda r: r["id"]))
    return complaints


def cow_spells(path: Path) -> dict[str, tuple[str, str]]:
    """Return COW code -> (abbreviation, first day in the system) from the R data file."""
    rdata = importlib.import_module("rdata")  # developers only: pip install rdata
    table = next(iter(rdata.read_rda(path).values()))
    found: dict[str, tuple[str, str]] = {}
    for row in table.to_dict("records"):
        day = f"{int(row['styear']):04d}-{int(row['stmonth']):02d}-{int(row['stday']):02d}"
        code = str(int(row["ccode"]))
        if code not in found or day < found[code][1]:
            found[code] = (str(row["stateabb"]), day)
    return found


def _country_codes(path: Path) -> dict[str, tuple[str, str]]:
    """Return ISO3 -> (ISO2, FIPS)."""
    with path.open(encoding="utf-8", newline="") as file:
        return {r["ISO3"]: (r["ISO"], r["fips"]) for r in csv.DictReader(file, delimiter="\t")}


def _cameo(path: Path) -> frozenset[str]:
    return frozenset(line.split("\t")[0] for line in path.read_text("utf-8").splitlines()[1:])


def _dated(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [r["code"] for r in csv.DictReader(file) if r["scheme"] == "cow"]
