"""How well two people agree who coded the same reports: `python -m training.corpus.agreement`.

The second coding lies in training/corpus/second/<conflict>/<number>.txt: the same text, cast and
mentions, with claims by somebody who had not seen the first. Parties are rolled up (an army counts
as its state). Everything is counted within a sentence:

pair and sign   firm claims of one coder whose pair and sign the other has, too, firm or not;
                F1 = all that are shared / all that are firm, of both coders
kappa           Cohen's, over all pairs of parties that a sentence mentions or that anybody coded:
                nothing, aligned, opposed, both; a claim of sign 0 is nothing
modality        claims of both coders (paired by pair and sign) with the same first modality
source          ... with the same nearest speaker, rolled up; the report itself is one
direction       ... with the same actor, where neither coder calls the relation mutual
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from training.corpus.coded import CodedClaim, CodedReport, read_reports

HERE = Path(__file__).parent
FIRST, SECOND = HERE / "reports", HERE / "second"
SIGNS = ("nothing", "aligned", "opposed", "both")
Pair = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Counts of one report that two people coded."""

    report: str
    shared: int  # firm claims that the other coder has, of both coders
    firm: int  # firm claims of both coders
    signs: tuple[tuple[int, ...], ...]  # pairs of parties by the sign of the first and the second
    modality: tuple[int, int]  # the same, of how many
    source: tuple[int, int]
    direction: tuple[int, int]


def both(first: Path = FIRST, second: Path = SECOND) -> Iterator[tuple[CodedReport, CodedReport]]:
    """Yield the reports that both folders hold; raise ValueError where their sentences differ."""
    others = {report.name: report for report in read_reports(second)} if second.is_dir() else {}
    for report in read_reports(first):
        other = others.get(report.name)
        if other is None:
            continue
        if report.text != other.text:
            raise ValueError(f"{other.path}: the text is not that of {report.path}")
        yield report, other


def agreed(first: CodedReport, second: CodedReport) -> Agreed:
    """Count where two codings of one report agree."""
    shared = firm = 0
    signs = [[0] * len(SIGNS) for _ in SIGNS]
    same = {"modality": [0, 0], "source": [0, 0], "direction": [0, 0]}
    for mine, theirs in zip(first.sentences, second.sentences, strict=True):
        a, b = _keyed(first, mine.claims), _keyed(second, theirs.claims)
        for one, other in ((a, b), (b, a)):
            held = [key for key, claims in one.items() for c in claims if not c.weak]
            firm += len(held)
            shared += sum(key in other for key in held)
        pairs = _pairs(first, [i for m in mine.mentions for i in m.ids])
        for pair in pairs | {key[0] for key in (*a, *b)}:
            signs[_sign(a, pair)][_sign(b, pair)] += 1
        for key in a.keys() & b.keys():
            for one_claim, other_claim in zip(a[key], b[key], strict=False):
                _compare(first, second, one_claim, other_claim, same)
    return Agreed(
        report=first.name,
        shared=shared,
        firm=firm,
        signs=tuple(map(tuple, signs)),
        modality=(same["modality"][0], same["modality"][1]),
        source=(same["source"][0], same["source"][1]),
        direction=(same["direction"][0], same["direction"][1]),
    )


def kappa(table: Sequence[Sequence[float]]) -> float:
    """Return Cohen's kappa of a square table of counts; 1 where both always say the same one thing.

    >>> round(kappa([[20, 5], [10, 15]]), 3)
    0.4
    """
    total = sum(map(sum, table))
    if not total:
        return 0.0
    seen = sum(table[n][n] for n in range(len(table))) / total
    rows = [sum(row) / total for row in table]
    columns = [sum(column) / total for column in zip(*table, strict=True)]
    chance = sum(r * c for r, c in zip(rows, columns, strict=True))
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


def _root(report: CodedReport, party: str) -> str:
    seen: set[str] = set()
    while (parent := report.cast[party].parent) is not None and party not in seen:
        seen.add(party)
        party = parent
    return party


def _keyed(
    report: CodedReport, claims: Iterable[CodedClaim]
) -> dict[tuple[Pair, int], list[CodedClaim]]:
    found: dict[tuple[Pair, int], list[CodedClaim]] = {}
    for claim in claims:
        sides = frozenset(_root(report, p) if p else "?" for p in (claim.actor, claim.recipient))
        if claim.sign and len(sides) == 2:
            found.setdefault((sides, claim.sign), []).append(claim)
    return found


def _pairs(report: CodedReport, ids: Iterable[str]) -> set[Pair]:
    parties = {_root(report, i) for i in ids if report.cast[i].kind != "place"}
    return {frozenset(two) for two in combinations(sorted(parties), 2)}


def _sign(keyed: dict[tuple[Pair, int], list[CodedClaim]], pair: Pair) -> int:
    return ((pair, 1) in keyed) + 2 * ((pair, -1) in keyed)


def _compare(
    first: CodedReport,
    second: CodedReport,
    one: CodedClaim,
    other: CodedClaim,
    same: dict[str, list[int]],
) -> None:
    speakers = (
        _root(report, claim.sources[0]) if claim.sources else None
        for report, claim in ((first, one), (second, other))
    )
    answers = {
        "modality": one.modality[0] == other.modality[0],
        "source": len(set(speakers)) == 1,
    }
    if not (one.symmetric or other.symmetric) and one.actor and other.actor:
        answers["direction"] = _root(first, one.actor) == _root(second, other.actor)
    for name, right in answers.items():
        same[name][0] += right
        same[name][1] += 1


def main() -> int:
    """Print the agreement of all reports that were coded twice."""
    found = [agreed(one, other) for one, other in both()]
    if not found:
        print(f"no report is coded twice: {SECOND} holds none of {FIRST}", file=sys.stderr)
        return 1
    table = [[sum(a.signs[r][c] for a in found) for c in range(4)] for r in range(4)]
    print(f"{len(found)} reports")
    print(f"pair and sign F1  {sum(a.shared for a in found) / sum(a.firm for a in found):.3f}")
    print(f"kappa of signs    {kappa(table):.3f}  over {sum(map(sum, table))} pairs in a sentence")
    for name in ("modality", "source", "direction"):
        right, count = (sum(getattr(a, name)[n] for a in found) for n in (0, 1))
        print(f"{name:17} {right / max(1, count):.3f}  of {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
