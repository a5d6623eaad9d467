"""Score the reader on the development corpus: `python -m benchmarks.corpus --data DIR`.

DIR/gold holds the scorer; the reports and their codes are the project's own (training/corpus).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.evaluate import NoGoldError, Text, read
from training.corpus.as_gold import convert

CORPUS = Path(__file__).parent.parent / "training" / "corpus"


def scores(data: Path, work: Path) -> dict[str, Any]:
    """Read every report as a user would; return {"documents": {slug: …}, "micro": …}."""
    gold, predictions = work / "gold", work / "predictions"
    predictions.mkdir()
    for slug in convert(CORPUS, gold):
        meta = json.loads((gold / slug / "meta.json").read_text("utf-8"))
        text = Text(
            name=slug,
            text=CORPUS / slug / "text.txt",
            gold=gold / slug / "claims.json",
            published=meta.get("publication_date"),
        )
        brief = work / f"{slug}.brief.json"
        read(text, brief)
        made = [str(predictions / f"{slug}.json"), str(predictions / f"{slug}.dyads.json")]
        door = str(data / "gold" / "predictions.py")
        subprocess.run([sys.executable, door, str(brief), *made], check=True)
    scorer = str(data / "gold" / "score_claims.py")
    command = [sys.executable, scorer, "--dir", str(gold), str(predictions), "--json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 where the scorer is not found."""
    parser = argparse.ArgumentParser(prog="benchmarks.corpus", description=__doc__)
    parser.add_argument("--data", required=True, help="folder that holds gold/")
    data = Path(parser.parse_args(arguments).data).resolve()
    for needed in (data / "gold" / "predictions.py", data / "gold" / "score_claims.py"):
        if not needed.is_file():
            print(NoGoldError(str(data), needed), file=sys.stderr)
            return 2
    with tempfile.TemporaryDirectory() as folder:
        found = scores(data, Path(folder))
    print("\ndevelopment corpus (training/corpus)   P     R    F1")
    for slug, one in [*sorted(found["documents"].items()), ("all", found["micro"])]:
        pair = one["pair_sign"]
        print(f"{slug:34s} {pair['p']:5.2f} {pair['r']:5.2f} {pair['f1']:5.2f}")
    slots = found["micro"]["slots"]
    shown = [f"{name} {s['right']}/{s['n']}" for name, s in slots.items() if s.get("n")]
    print("slots:", ", ".join(shown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
