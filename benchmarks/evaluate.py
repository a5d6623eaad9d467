"""Score the reader on everything that it can be scored on: `make eval DATA=DIR`.

    python -m benchmarks.evaluate --data DIR [--only NAME] [--part test] [--json FILE] [--write]

DIR/gold holds the texts that were read by hand, DIR/data/reading the open sets; docs/evaluation.md
says what each row means. A set that is missing is named and left out.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.commands import MEGABYTE, RSS_UNIT
from benchmarks.figures import Table, markdown, plain
from benchmarks.gold import NoGoldError
from benchmarks.tables import TABLES, Bench, measured

RESULTS = Path(__file__).parents[1] / "docs" / "evaluation-results.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What making a table cost, processes that it started included."""

    wall: float  # seconds
    cpu: float  # seconds


def cpu_seconds() -> float:
    """Return the processor time of this process and of those it has waited for."""
    return sum(
        one.ru_utime + one.ru_stime
        for one in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def peak_megabytes() -> float:
    """Return the most memory that this process or one that it started has held."""
    used = (resource.getrusage(who).ru_maxrss for who in
            (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # fmt: skip
    return max(used) * RSS_UNIT / MEGABYTE


def summary(tables: Sequence[Table]) -> str:
    """Return how many aims are met, and those that are not."""
    aimed = [(table, one) for table in tables for one in table.figures if one.is_met is not None]
    lines = [f"aims met: {sum(bool(one.is_met) for _, one in aimed)} of {len(aimed)}"]
    lines += [
        f"  not met: {table.title}, {one.name}: {one.value:.3f}, aim "
        f"{'at most ' if one.at_most else ''}{one.aim:g}"
        for table, one in aimed
        if not one.is_met
    ]
    lines += [f"  left out: {table.title}: {table.skipped}" for table in tables if table.skipped]
    return "\n".join(lines)


def page(tables: Sequence[Table], footer: str) -> str:
    """Return the figures as a Markdown page."""
    parts = [
        "# Results of the evaluation",
        "Written by `python -m benchmarks.evaluate --data DIR --write`;"
        "\n[evaluation.md](evaluation.md) says what the rows mean. NO: the aim is not met.",
        *map(markdown, tables),
        "## In short",
        f"```\n{summary(tables)}\n{footer}\n```",
    ]
    return "\n\n".join(parts) + "\n"


def footer(took: dict[str, Took]) -> str:
    """Return the cost of the whole."""
    wall, cpu = (sum(getattr(one, name) for one in took.values()) for name in ("wall", "cpu"))
    return f"{wall:.0f} s, {cpu:.0f} CPU s, {peak_megabytes():.0f} MB at most"


def run(bench: Bench, names: Sequence[str]) -> tuple[list[Table], dict[str, Took]]:
    """Make tables, printing each as soon as it is there."""
    tables, took = list[Table](), dict[str, Took]()
    for name in names:
        began, used = time.perf_counter(), cpu_seconds()
        table = measured(name, bench)
        took[name] = Took(wall=time.perf_counter() - began, cpu=cpu_seconds() - used)
        tables.append(table)
        cost = f"  [{took[name].wall:.0f} s, {took[name].cpu:.0f} CPU s]"
        print(f"{plain(table)}\n{cost}\n", flush=True)
    return tables, took


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate and print; return 0, 1 if a text was not read, 2 if the folder does not serve."""
    parser = argparse.ArgumentParser(prog="benchmarks.evaluate", description=__doc__)
    parser.add_argument("--data", default="", help="folder that holds gold/ and data/reading/")
    parser.add_argument("--only", action="append", choices=list(TABLES), help="one table; repeat")
    parser.add_argument("--part", default="test", choices=["train", "dev", "test"],
                        help="which coded reports")  # fmt: skip
    parser.add_argument("--reader", default="embedded", help="as in tertius read --reader")
    parser.add_argument("--json", type=Path, help="write all figures to this file, too")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} anew")
    given = parser.parse_args(arguments)
    if given.write and (given.only or given.part != "test" or given.reader != "embedded"):
        parser.error("--write is for a whole run: leave --only, --part and --reader out")
    if not given.data or not Path(given.data).is_dir():
        print(NoGoldError(given.data, Path(given.data) if given.data else None), file=sys.stderr)
        return 2
    bench = Bench(Path(given.data).resolve(), part=given.part, reader_name=given.reader)
    tables, took = run(bench, given.only or list(TABLES))
    print(summary(tables))
    print(footer(took))
    if given.json:
        given.json.write_text(json.dumps(_figures(bench, tables, took), indent=1) + "\n", "utf-8")
    if given.write:
        written = page(tables, footer(took)).replace(str(bench.data), "DIR")
        RESULTS.write_text(written, "utf-8")
    costs = bench.details.get("gold", {}).get("costs", {})
    return int(any(one["code"] for one in costs.values()))


def _figures(bench: Bench, tables: Sequence[Table], took: dict[str, Took]) -> object:
    return {
        "tables": [{**asdict(table), "took": asdict(took[table.name])} for table in tables],
        "gold": bench.details.get("gold"),
        "peak": peak_megabytes(),
    }


if __name__ == "__main__":
    sys.exit(main())
