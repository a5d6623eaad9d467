"""Check coded reports: `python -m training.corpus.check [FOLDER…]` lists what is wrong, with line.

It ends with counts, and with code 1 if anything is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.corpus.coded import CodedReport, read_reports

REPORTS = Path(__file__).parent / "reports"


def missing_parties(report: CodedReport) -> Iterator[str]:
    """Yield claims with a party that no sentence up to the next one mentions."""
    seen: set[str] = set()
    for n, sentence in enumerate(report.sentences):
        near = report.sentences[: n + 2]
        seen = {i for s in near for m in s.mentions for i in m.ids}
        for claim in sentence.claims:
            for party in (claim.actor, claim.recipient):
                if party and not _mentioned(report, party, seen):
                    yield f"{report.path}:{sentence.line}: {party} is not mentioned up to here"


def _mentioned(report: CodedReport, party: str, seen: set[str]) -> bool:
    role = report.cast[party]
    if party in seen or any(report.cast[i].parent == party for i in seen):
        return True
    return bool(role.members) and set(role.members) <= seen


def check(reports: Iterable[CodedReport]) -> tuple[list[str], str]:
    """Return the problems, and the counts as a line of text."""
    problems: list[str] = []
    conflicts: set[str] = set()
    files = sentences = claims = plain = core = mentions = 0
    for report in reports:
        problems += report.problems
        problems += missing_parties(report)
        if report.header.get("conflict") != report.path.parent.name:
            problems.append(f"{report.path}:1: the conflict is not the name of the folder")
        conflicts.add(report.header.get("conflict", "?"))
        files += 1
        for s in report.sentences:
            sentences += 1
            mentions += len(s.mentions)
            claims += len(s.claims)
            core += sum(not c.weak for c in s.claims)
            plain += not s.claims
    share = f"{plain / max(1, sentences):.0%} of sentences without any"
    counts = (
        f"{files} reports on {len(conflicts)} conflicts, {sentences} sentences,"
        f" {mentions} mentions, {claims} claims ({core} firm), {share}"
    )
    return problems, counts


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the folders named, or all reports."""
    given = [Path(a) for a in (sys.argv[1:] if arguments is None else arguments)] or [REPORTS]
    missing = [folder for folder in given if not folder.is_dir()]
    if missing:
        print(f"not a folder: {missing[0]}", file=sys.stderr)
        return 2
    problems, counts = check(
        report for folder in given for report in read_reports(folder, strict=False)
    )
    for problem in problems:
        print(problem)
    print(counts)
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
