"""Rebuilds the generated tables: python -m training.gazetteer.build --data DIR --downloads DIR."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from tertius.gazetteer.tables import DATA, Tables, read
from training.gazetteer import places, states

BATTLE_DEATHS = "datasets/ucdp-brd/BattleDeaths_v24_1_conf.csv"
WORD_LEVELS = ("10", "20", "35", "40", "50")
COMMON_LEVELS = ("10", "20")  # the words that the package itself carries


def main(arguments: list[str] | None = None) -> int:
    """Rebuild states.csv, words.txt, regions.csv and cities.csv in place."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the research data")
    parser.add_argument("--downloads", type=Path, required=True, help="unpacked packages; README")
    parser.add_argument("--out", type=Path, default=DATA, help="folder of the gazetteer")
    options = parser.parse_args(arguments)
    complaints = states.fill(options.out / "states.csv", data=options.data)
    common = _words(options.downloads / "scowl", COMMON_LEVELS)
    (options.out / "words.txt").write_text("\n".join(sorted(common)) + "\n", encoding="utf-8")
    tables = read(options.out)
    atlas = places.Atlas(
        tables=tables,
        words=_words(options.downloads / "scowl", WORD_LEVELS),
        ambiguous=_ambiguous(Path(__file__).with_name("ambiguous_names.txt")),
    )
    counts = places.build(
        options.out / "places",
        downloads=options.downloads,
        deaths=battle_deaths(options.data / BATTLE_DEATHS, tables),
        atlas=atlas,
    )
    for line in complaints:
        print(line, file=sys.stderr)
    print(f"{len(tables.states)} states, {len(common)} words", *counts.items())
    return 0


def battle_deaths(path: Path, tables: Tables) -> dict[str, int]:
    """Return the battle deaths since 1989 by Actor.id of the country they fell in."""
    by_code = {
        r.cells[9]: r.cells[0]
        for r in tables.states
        if r.cells[9] and not r.cells[4].rpartition("|")[2]
    }
    found: Counter[str] = Counter()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for code in row["gwno_loc"].split(","):
                if (id := by_code.get(code.strip())) is not None:
                    found[id] += int(row["bd_best"])
    return dict(found)


def _words(folder: Path, levels: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for spelling in ("english", "american", "british", "british_z"):
        for level in levels:
            text = (folder / f"{spelling}-words.{level}").read_text("latin-1")
            found.update(w for w in text.split() if len(w) > 1 and w.isascii() and w.isalpha())
    return frozenset(found)


def _ambiguous(path: Path) -> frozenset[str]:
    lines = path.read_text("utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


if __name__ == "__main__":
    sys.exit(main())
