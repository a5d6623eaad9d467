"""Turn the coded reports into the JSON that claims are scored against.

    python -m training.corpus.as_gold FOLDER OUT

FOLDER/<slug>/ holds text.txt and the tables that README.md describes. For each of them
OUT/<slug>/ gets text.txt, claims.json (schema gold-claims/2) and meta.json.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Row = Mapping[str, str]

NARRATOR = "NARRATOR"
QUANTITY = re.compile(r"(>=|<=|>|<|=|~)?\s*([\d,.]+)\s*(.*)")
SIGNS = {"1": 1, "-1": -1, "0": 0}
MODALITIES = frozenset({"asserted", "denied", "hypothetical", "forecast"})
TIERS = frozenset({"core", "secondary"})


class CorpusError(ValueError):
    """A table of the corpus says what it cannot mean; the message names file and row."""


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table; a cell that is left out is empty."""
    with path.open(encoding="utf-8", newline="") as table:
        return [{k: (v or "").strip() for k, v in r.items() if k} for r in csv.DictReader(table)]


def parts(cell: str) -> list[str]:
    """Return what a cell lists, the first choice first: "A|B" is A, or else B."""
    return [part.strip() for part in cell.split("|") if part.strip()]


def names(table: list[dict[str, str]]) -> dict[str, dict[str, Any]]:
    """Return the parties and places by id."""
    return {
        row["id"]: {
            "type": row["kind"],
            "names": parts(row["names"]),
            "also": parts(row["also"]),
            "rolls_up_to": row["rolls_up_to"] or None,
            "within": row["within"] or None,
            "members": parts(row.get("members", "")),
        }
        for row in table
    }


def quantity(cell: str) -> list[dict[str, Any]]:
    """Return ">1,000 persons" as value, operator and unit; nothing for an empty cell."""
    if not cell:
        return []
    found = QUANTITY.fullmatch(cell)
    if found is None:
        raise CorpusError(f"not a quantity: {cell!r}")
    value = float(found[2].replace(",", ""))
    return [{"text": cell, "value": value, "op": found[1] or "=", "unit": found[3] or None}]


def party(cell: str, known: Mapping[str, object]) -> str | None:
    """Return the id in a cell, None for an empty one."""
    if cell and cell not in known:
        raise CorpusError(f"no such id in names.csv: {cell!r}")
    return cell or None


def source(row: Row, known: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return who says it, and whom else to accept; "-" and an empty cell are the report itself."""
    said = [NARRATOR if s == "-" else str(party(s, known)) for s in parts(row["source"])]
    who, *others = said or [NARRATOR]
    wording = None if who == NARRATOR else " ".join(known[who]["names"][:1]) or None
    level = "narrator" if who == NARRATOR else "attributed"
    return {"who": who, "text": wording, "cue": None, "level": level, "accept": others}


def theater(cell: str, known: Mapping[str, object]) -> dict[str, Any] | None:
    """Return the place and what else to accept; None for an empty cell."""
    places = [str(party(place, known)) for place in parts(cell)]
    return {"place": places[0], "accept": places[1:]} if places else None


def claim(
    number: int, row: Row, sentences: list[Row], known: Mapping[str, dict[str, Any]]
) -> dict[str, Any]:
    """Return one coded relation as a record of the scheme."""
    modes = parts(row["modality"])
    if not modes or not MODALITIES.issuperset(modes):
        raise CorpusError(f"not a modality: {row['modality']!r}")
    if row["tier"] not in TIERS or row["sign"] not in SIGNS:
        raise CorpusError(f"not a tier or sign: {row['tier']!r}, {row['sign']!r}")
    found = [s for s in sentences if s["number"] == row["sentence"]]
    if not found:
        raise CorpusError(f"no such sentence: {row['sentence']!r}")
    here = f"S{row['sentence']}"
    return {
        "id": f"c{number:02}",
        "tier": row["tier"],
        "status": "firm",
        "sent": here,
        "sents": [here],
        "evidence": {"start": int(found[0]["start"]), "end": int(found[0]["end"])},
        "source": party(row["actor"], known),
        "target": party(row["recipient"], known),
        "sign": SIGNS[row["sign"]],
        "symmetric": row["symmetric"] == "yes",
        "modality": modes[0],
        "modality_accept": modes[1:],
        "said_by": source(row, known),
        "anonymous": row["anonymous"] == "yes",
        "theater": theater(row["theater"], known),
        "against": [party(x, known) for x in parts(row["against"])],
        "quantity": quantity(row["quantity"]),
        "time": None,
        "note": row["note"] or None,
    }


def gold(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the claims and the particulars of the report in one folder."""
    text = (folder / "text.txt").read_text(encoding="utf-8")
    meta = rows(folder / "meta.csv")[0]
    sentences = rows(folder / "sentences.csv")
    for row in sentences:
        piece = text[int(row["start"]) : int(row["end"])]
        if not piece or piece != piece.strip():
            raise CorpusError(f"{folder.name}/sentences.csv: sentence {row['number']}: {piece!r}")
    known = names(rows(folder / "names.csv"))
    claims = []
    for number, row in enumerate(rows(folder / "claims.csv"), start=1):
        try:
            claims.append(claim(number, row, list(sentences), known))
        except CorpusError as error:
            raise CorpusError(f"{folder.name}/claims.csv: row {number}: {error}") from None
    spans = [
        {"id": f"S{s['number']}", "start": int(s["start"]), "end": int(s["end"])} for s in sentences
    ]
    record = {
        "schema": "gold-claims/2",
        "document": meta["slug"],
        "sentences": spans,
        "aliases": known,
        "claims": claims,
        "must_not": [],
        "derived": [],
    }
    return record, {
        "slug": meta["slug"],
        "title": meta["title"],
        "topic": meta["topic"],
        "publication_date": meta["date"],
        "split": "dev",
    }


def convert(folder: Path, out: Path) -> list[str]:
    """Write OUT/<slug>/ for every report under folder; return the slugs, sorted."""
    done = []
    for path in sorted(folder.glob("*/claims.csv")):
        record, meta = gold(path.parent)
        there = out / path.parent.name
        there.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path.parent / "text.txt", there / "text.txt")
        for name, value in (("claims", record), ("meta", meta)):
            written = json.dumps(value, ensure_ascii=False, indent=1)
            (there / f"{name}.json").write_text(written + "\n", encoding="utf-8")
        done.append(path.parent.name)
    return done


def main(arguments: list[str] | None = None) -> None:
    """Convert the reports of one folder; print the slugs."""
    parser = argparse.ArgumentParser(description="Coded reports as gold-claims/2.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args(arguments)
    print("\n".join(convert(asked.folder, asked.out)))


if __name__ == "__main__":
    main()
