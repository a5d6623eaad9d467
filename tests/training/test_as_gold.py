"""The coded reports as records for scoring, on a report of two sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from training.corpus import as_gold

TEXT = "Arcadia blames Elis for the raid. Ten people died, officials of Arcadia said.\n"
TABLES = {
    "meta.csv": "slug,date,outlet,title,topic\nraid,2001-02-03,agency,A raid,Arcadia\n",
    "sentences.csv": "number,start,end\n0,0,33\n1,34,77\n",
    "names.csv": (
        "id,names,also,rolls_up_to,within,kind\n"
        "ARC,Arcadia,Arcadian|Hillfort,,,state\n"
        "ARC_OFF,officials of Arcadia,,ARC,,official\n"
        "ELI,Elis,,,,state\n"
        "MILL,the mill,,,ARC,place\n"
    ),
    "claims.csv": (
        "sentence,actor,recipient,sign,symmetric,modality,source,anonymous,theater,against,"
        "quantity,tier,note\n"
        "0,ARC,ELI,-1,no,asserted,-|ARC,no,,,,core,\n"
        '1,ELI,,-1,no,asserted|denied,ARC_OFF,yes,MILL|ARC,,"=1,010 persons",secondary,weak\n'
    ),
}


def report(folder: Path, **changed: str) -> Path:
    """Write the report, with one text changed in a table, and return its folder."""
    there = folder / "corpus" / "raid"
    there.mkdir(parents=True)
    (there / "text.txt").write_text(TEXT, encoding="utf-8")
    for name, table in TABLES.items():
        for old, new in changed.items():
            table = table.replace(old, new)
        (there / name).write_text(table, encoding="utf-8")
    return there


def read(path: Path) -> Any:
    """Return what a JSON file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_report_becomes_claims_and_particulars(tmp_path: Path) -> None:
    corpus = report(tmp_path).parent
    as_gold.main([str(corpus), str(tmp_path / "out")])
    there = tmp_path / "out" / "raid"
    gold = read(there / "claims.json")
    assert gold["schema"] == "gold-claims/2"
    assert gold["sentences"][1] == {"id": "S1", "start": 34, "end": 77}
    assert gold["aliases"]["ARC"]["also"] == ["Arcadian", "Hillfort"]
    assert gold["aliases"]["ARC_OFF"]["rolls_up_to"] == "ARC"
    assert gold["aliases"]["MILL"]["within"] == "ARC"
    assert read(there / "meta.json")["publication_date"] == "2001-02-03"
    assert (there / "text.txt").read_text(encoding="utf-8") == TEXT


def test_the_first_choice_is_the_reading_and_the_others_are_accepted(tmp_path: Path) -> None:
    first, second = as_gold.gold(report(tmp_path))[0]["claims"]
    assert (first["said_by"]["who"], first["said_by"]["accept"]) == ("NARRATOR", ["ARC"])
    assert (first["target"], second["target"]) == ("ELI", None)
    assert second["said_by"]["text"] == "officials of Arcadia"
    assert (second["modality"], second["modality_accept"]) == ("asserted", ["denied"])
    assert second["theater"] == {"place": "MILL", "accept": ["ARC"]}
    assert (first["anonymous"], second["anonymous"]) == (False, True)


@pytest.mark.parametrize(
    ("cell", "value", "operator", "unit"),
    [
        (">1000 persons", 1000, ">", "persons"),
        ("=300,000,000 USD", 300e6, "=", "USD"),
        (">= 5 days", 5, ">=", "days"),
        ("7", 7, "=", None),
    ],
)
def test_a_quantity_has_operator_value_and_unit(
    cell: str, value: float, operator: str, unit: str | None
) -> None:
    (found,) = as_gold.quantity(cell)
    assert (found["value"], found["op"], found["unit"]) == (value, operator, unit)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0,ARC,ELI", "0,ARC,ELIS"),
        ("0,ARC,ELI", "7,ARC,ELI"),
        ("asserted|denied", "hoped"),
        ("=1,010 persons", "some"),
        ("core", "main"),
    ],
)
def test_what_a_row_cannot_mean_is_told_with_its_place(tmp_path: Path, old: str, new: str) -> None:
    folder = report(tmp_path, **{old: new})
    with pytest.raises(as_gold.CorpusError, match=r"raid/claims\.csv: row [12]: not? "):
        as_gold.gold(folder)


def test_a_sentence_that_does_not_fit_the_text_is_told(tmp_path: Path) -> None:
    folder = report(tmp_path, **{"1,34,77": "1,33,77"})
    with pytest.raises(as_gold.CorpusError, match="sentence 1"):
        as_gold.gold(folder)
