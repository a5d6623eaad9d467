"""Score the reader on the coded reports: `python -m benchmarks.corpus --data DIR [--part test]`.

DIR/gold holds the scorer; the reports and their codes are the project's own (training/corpus).
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.gold import NoGoldError
from tertius.gazetteer import Gazetteer
from tertius.readers import open_reader
from tertius.report.brief import Brief
from training.corpus.as_gold import convert
from training.corpus.coded import CodedReport, read_reports
from training.corpus.documents import document_of
from training.corpus.parts import part_of

REPORTS = Path(__file__).parent.parent / "training" / "corpus" / "reports"


def reports(part: str, conflict: str | None = None) -> list[CodedReport]:
    """Return the coded reports of a part, or of one conflict."""
    return [
        report
        for report in read_reports(REPORTS)
        if (conflict or report.conflict) == report.conflict
        and part in {"all", part_of(report.conflict)}
    ]


def predicted(
    data: Path, work: Path, chosen: Sequence[CodedReport], *, reader: str
) -> dict[str, Path]:
    """Read every report; return for each conflict the folder of what is to be scored."""
    gazetteer, opened = Gazetteer.load(), open_reader(reader)
    folders: dict[str, Path] = {}
    for report in chosen:
        folder = folders.setdefault(report.conflict, work / report.conflict)
        for made in ("gold", "predictions", "briefs"):
            (folder / made).mkdir(parents=True, exist_ok=True)
        convert([report], folder / "gold")
        brief = Brief.of(opened.read([document_of(report)]), gazetteer)
        written = folder / "briefs" / f"{report.name}.json"
        written.write_text(brief.to_json(), encoding="utf-8")
        out = [str(folder / "predictions" / f"{report.name}{end}.json") for end in ("", ".dyads")]
        door = str(data / "gold" / "predictions.py")
        subprocess.run([sys.executable, door, str(written), *out], check=True)
    return folders


def scored(data: Path, folder: Path, *, verbose: bool = False) -> Any:
    """Return the figures of one folder, or the scorer's own words."""
    scorer = str(data / "gold" / "score_claims.py")
    command = [sys.executable, scorer, "--dir", str(folder / "gold"), str(folder / "predictions")]
    ran = subprocess.run(
        [*command, "-v" if verbose else "--json"], capture_output=True, text=True, check=True
    )
    return ran.stdout if verbose else json.loads(ran.stdout)["micro"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 where the scorer is not found."""
    parser = argparse.ArgumentParser(prog="benchmarks.corpus", description=__doc__)
    parser.add_argument("--data", required=True, help="folder that holds gold/")
    parser.add_argument("--part", default="test", choices=["train", "dev", "test", "all"])
    parser.add_argument("--conflict", help="only the reports on this one")
    parser.add_argument("--reader", default="embedded")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what was missed")
    given = parser.parse_args(arguments)
    data = Path(given.data).resolve()
    for needed in (data / "gold" / "predictions.py", data / "gold" / "score_claims.py"):
        if not needed.is_file():
            print(NoGoldError(str(data), needed), file=sys.stderr)
            return 2
    chosen = reports(given.part, given.conflict)
    with tempfile.TemporaryDirectory() as work:
        folders = predicted(data, Path(work), chosen, reader=given.reader)
        whole = Path(work) / "all"
        for made in ("gold", "predictions"):
            for folder in folders.values():
                shutil.copytree(folder / made, whole / made, dirs_exist_ok=True)
        if given.verbose:
            print(scored(data, whole, verbose=True))
        else:
            print(
                table({name: scored(data, f) for name, f in folders.items()}, scored(data, whole))
            )
    return 0


def table(conflicts: Mapping[str, Any], whole: Any) -> str:
    """Return the figures by conflict, and the slots of all."""
    lines = [f"{'coded reports (training/corpus)':34s} {'P':>5} {'R':>5} {'F1':>5}"]
    for name, one in [*conflicts.items(), ("all", whole)]:
        pair = one["pair_sign"]
        lines.append(f"{name:34s} {pair['p']:5.2f} {pair['r']:5.2f} {pair['f1']:5.2f}")
    slots = whole["slots"]
    shown = [f"{name} {s['right']}/{s['n']}" for name, s in slots.items() if s.get("n")]
    directed = whole["pair_sign_directed"]["f1"]
    return "\n".join([*lines, f"directed F1 {directed:.2f}", "slots: " + ", ".join(shown)])


if __name__ == "__main__":
    sys.exit(main())
