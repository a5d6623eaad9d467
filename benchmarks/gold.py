"""Seed and articles: read by hand, scored by the program that comes with them.

DIR/gold holds `seed/` and `articles/<name>/`, each with text.txt and the claims a careful reader
found, and the two programs that turn a brief into predictions and score them. They run as they are,
each in a process of its own; so does the reader, which sees nothing but the text and its date.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.answers import Answer, seed_answers
from benchmarks.commands import Cost, cost, tertius
from benchmarks.sample_scores import sample_scores

Json = Mapping[str, Any]
SEED = "seed"
SLOTS = ("source", "modality", "theater", "against", "time", "quantity", "anonymous")


class NoGoldError(Exception):
    """The folder does not hold what the evaluation needs."""

    def __init__(self, data: str, missing: Path | None) -> None:
        what = f"{missing} is missing" if missing else "no folder was named"
        super().__init__(
            f"make eval: {what}.\n"
            f"Name the folder that holds gold/ (seed, articles, predictions.py, score_claims.py)\n"
            f"and data/reading/ (the open sets of docs/evaluation.md):\n"
            f"  make eval DATA={data or '../shared'}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One article with its gold."""

    name: str
    text: Path
    gold: Path
    published: str | None


def texts(data: Path) -> list[Text]:
    """Return the seed and the articles; raise NoGoldError where a file is not there."""
    gold = data / "gold"
    found = [(SEED, gold / SEED / "text.txt", gold / SEED / "gold.json")]
    folders = sorted(path for path in (gold / "articles").glob("*") if path.is_dir())
    found += [(path.name, path / "text.txt", path / "claims.json") for path in folders]
    for needed in (gold / "predictions.py", gold / "score_claims.py"):
        if not needed.is_file():
            raise NoGoldError(str(data), needed)
    for _, text, claims in found:
        for needed in (text, claims):
            if not needed.is_file():
                raise NoGoldError(str(data), needed)
    return [
        Text(name=name, text=text, gold=claims, published=_published(claims))
        for name, text, claims in found
    ]


def _published(claims: Path) -> str | None:
    meta = claims.with_name("meta.json")
    if meta.is_file():
        date = json.loads(meta.read_text("utf-8")).get("publication_date")
    else:
        date = json.loads(claims.read_text("utf-8"))["document"].get("date")
    return str(date) if date else None


def read(text: Text, brief: Path, *, reader: str) -> Cost:
    """Read one text as a user would, the JSON of the brief into a file."""
    dated = ["--date", text.published] if text.published else []
    named = [] if reader == "embedded" else ["--reader", reader]
    return cost(tertius("read", "--json", str(text.text), *dated, *named), stdout=brief)


def score(data: Path, work: Path, names: Sequence[str]) -> Json:
    """Score the predictions of some texts together: {"documents": {name: …}, "micro": …}."""
    root = work / ("gold-" + "-".join(names) if len(names) == 1 else f"gold-{len(names)}")
    for text in texts(data):
        if text.name in names:
            (root / text.name).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text.gold, root / text.name / "claims.json")
    ran = subprocess.run(
        [
            sys.executable,
            str(data / "gold" / "score_claims.py"),
            "--dir",
            str(root),
            str(work / "predictions"),
            "--json",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    scored: Json = json.loads(ran.stdout)
    return scored


def evaluate(data: Path, work: Path, *, reader: str = "embedded") -> dict[str, Any]:
    """Read and score every text; return figures, costs and the answers asked of the seed."""
    found = texts(data)
    (work / "predictions").mkdir()
    costs: dict[str, Cost] = {}
    answered: list[Answer] = []
    for text in found:
        brief = work / f"{text.name}.brief.json"
        costs[text.name] = read(text, brief, reader=reader)
        if costs[text.name].code:
            print(f"{text.name}: the reader ended with {costs[text.name].code}", file=sys.stderr)
            continue
        target = work / "predictions" / text.name
        subprocess.run(
            [
                sys.executable,
                str(data / "gold" / "predictions.py"),
                str(brief),
                f"{target}.json",
                f"{target}.dyads.json",
            ],
            check=True,
        )
        if text.name == SEED:
            answered = seed_answers(json.loads(brief.read_text("utf-8")))
    names = [text.name for text in found]
    whole = score(data, work, names)
    others = score(data, work, [name for name in names if name != SEED])
    return {
        "texts": dict(whole["documents"]),
        "articles": others["micro"],
        "all": whole["micro"],
        "costs": {name: asdict(one) for name, one in costs.items()},
        "answers": [asdict(one) for one in answered],
        "samples": [asdict(one) for one in sample_scores()],
    }


def table(result: Mapping[str, Any]) -> str:
    """Return the figures as one plain table."""
    rows = [*result["texts"].items(), ("articles", result["articles"]), ("all", result["all"])]
    rows.sort(key=lambda row: (row[0] != SEED, row[0] in ("articles", "all"), row[0] == "all"))
    wide = max(len(name) for name, _ in rows)
    blank = " " * wide
    head = f"{blank}  {'pair+sign':^17}  directed  {'must':^7}  {'derived':^12}  {'kind':^7}"
    under = f"{blank}  {'P':>5} {'R':>5} {'F1':>5}  {'F1':>8}  {'not':^7}  {'acc':>5} {'macro':>6}"
    lines = [head.rstrip(), under]
    for name, one in rows:
        pair, derived, never = one["pair_sign"], one.get("derived") or {}, one["must_not"]
        cells = [
            f"{name:{wide}}",
            f"{pair['p']:5.2f} {pair['r']:5.2f} {pair['f1']:5.2f}",
            f"{one['pair_sign_directed']['f1']:8.2f}",
            f"{never['violated']:>2} of {never['checked']:<2}",
            f"{_share(derived.get('accuracy')):>5} {_share(derived.get('macro')):>6}",
            f"{derived.get('kind_right', '-'):>2} of {derived.get('kind_n', '-')}",
        ]
        lines.append("  ".join(cells))
    shown = [slot for slot in _slots(rows) if slot not in ("theater_exact", "quantity_unit")]
    lines += ["", "slots, right on matched claims", f"{blank}  " + "  ".join(shown)]
    for name, one in rows:
        right = (_slot(one["slots"].get(slot)).rjust(len(slot)) for slot in shown)
        lines.append(f"{name:{wide}}  " + "  ".join(right))
    lines += ["", "one cold `tertius read`", f"{blank}   wall s    CPU s  peak MB"]
    for name, one in result["costs"].items():
        lines.append(f"{name:{wide}}  {one['wall']:7.2f}  {one['cpu']:7.2f}  {one['peak']:7.0f}")
    lines += ["", "answers asked of the seed"]
    for one in result["answers"]:
        lines.append(f"  {'yes' if one['given'] else 'NO ':3}  {one['asked']}: {one['found']}")
    if not result["answers"]:
        lines.append("  none: the seed was not read")
    lines += ["", "sample studies (lists written first, used for development since)"]
    for one in result["samples"]:
        lines.append(f"  {one['list']:{wide}}  {one['found']:3} of {one['rows']}")
    return "\n".join(lines)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _slots(rows: Sequence[tuple[str, Json]]) -> list[str]:
    named = {slot for _, one in rows for slot in one["slots"]}
    first = [slot for slot in SLOTS if slot in named]
    return first + sorted(named - set(first))


def _slot(one: Json | None) -> str:
    return "-" if not one or one.get("accuracy") is None else f"{one['right']}/{one['n']}"
