"""Score who is meant: mentions of the coded reports against those of the reader.

    python -m training.mentions_score [--part train] [--conflict NAME] [--parses FILE] [--misses N]

A coded mention is *found* where the reader has a mention with the same head word, and *right* where
that mention also means the coded side. Sides are those that somebody stands for: a minister is his
state. The reader's sides are brought to the coded ones, one to one, by what most of their names
mean in the same report, or most of their other mentions where they have no name.

`of found` is the share of the reader's mentions that are coded, by the kind that the reader gives
them; reports mark their cast only, so that it is a lower bound. `linked` is B3 over the single
mentions of a report: for each mention, how many of those that the reader links with it are of its
side (P), and how many of its side the reader links with it (R); a mention that is not found, or
means nobody, is linked with itself alone. A side that the reader takes for two is right in one.

--parses keeps what the parser said in a file, so that the next run takes seconds. --misses lists
the first N coded mentions that are not right, of the kind that --kind names.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tertius.gazetteer import Gazetteer
from tertius.reading.attribution import sources_at
from tertius.reading.mentions import PRONOUNS
from tertius.reading.read_documents import analyse
from tertius.reading.roster import Resolved
from tertius.reading.syntax import Encoder, Parse, Parser
from tertius.reading.text import Text
from training.corpus.coded import CodedMention, CodedReport, read_reports
from training.corpus.documents import document_of
from training.corpus.parts import part_of
from training.relations.examples import Coded, head, root

REPORTS = Path(__file__).parent / "corpus" / "reports"
KINDS = ("name", "demonym", "nominal", "pronoun")


class Remembered:
    """The parser, which parses a sentence once: the next run takes it from a file."""

    def __init__(self, path: Path | None, parser: Parser | None = None) -> None:
        self.parser, self.path = parser, path
        self.known: dict[tuple[str, ...], Parse] = {}
        if path is not None and path.is_file():
            self.known = pickle.loads(path.read_bytes())

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Return the parse of each sentence."""
        new = [s for s in sentences if tuple(s) not in self.known]
        if new:
            self.parser = self.parser or Encoder.load()
            for s, p in zip(new, self.parser.parse(new), strict=True):
                self.known[tuple(s)] = p
        return [self.known[tuple(s)] for s in sentences]

    def keep(self) -> None:
        """Write the file."""
        if self.path is not None:
            self.path.write_bytes(pickle.dumps(self.known))


@dataclass(frozen=True, slots=True)
class Judged:
    """One coded mention and what the reader makes of it."""

    report: str
    words: str
    sentence: str
    kind: str  # name, demonym, nominal, pronoun
    role: str  # kind of the cast: state, army, rebels …; "several" for more than one
    gold: frozenset[str]
    found: bool
    means: frozenset[str]  # coded sides; the reader's own id where it has no coded side

    @property
    def right(self) -> bool:
        """Tell whether the reader means the same side, or all of the same sides."""
        return self.found and self.gold == self.means


def judged(report: CodedReport, text: Text) -> tuple[list[Judged], Counter[tuple[str, bool]]]:
    """Return the coded mentions of a report, and how many of the reader's are coded, by kind."""
    coded = Coded(report, text)
    rows, heads = [], set()
    for n, extents in enumerate(coded.extents):
        for inside, m in extents:
            at = head(text.trees[n], inside)
            heads.add((n, at))
            rows.append((n, inside, at, m, text.cast.at(n, at)))
    side_of = _coded_sides(report, text, rows)
    out = []
    for n, inside, at, m, found in rows:
        sides = _sides(text, found)
        out.append(
            Judged(
                report=report.name,
                words=report.text[m.start : m.end],
                sentence=text.trees[n].phrase(0, len(text.trees[n])),
                kind=_kind(text, n, inside, at),
                role=report.cast[m.ids[0]].kind if len(m.ids) == 1 else "several",
                gold=frozenset(root(report, i) for i in m.ids),
                found=found is not None,
                means=frozenset(side_of.get(s, f"*{s}") for s in sides),
            )
        )
    extra: Counter[tuple[str, bool]] = Counter()
    for n, tree in enumerate(text.trees):
        for i in range(len(tree)):
            r = text.cast.at(n, i)
            if r is not None and (r.parties or r.place):
                extra[r.mention.kind, (n, i) in heads] += 1
    return out, extra


Row = tuple[int, list[int], int, CodedMention, Resolved | None]


def _coded_sides(report: CodedReport, text: Text, rows: Sequence[Row]) -> dict[str, str]:
    """Return which coded side a side of the reader is: what most of its names mean."""
    votes: dict[bool, dict[str, Counter[str]]] = {
        named: defaultdict(Counter) for named in (True, False)
    }
    for n, inside, at, m, found in rows:
        sides = _sides(text, found)
        if len(m.ids) == 1 and len(sides) == 1:
            named = _kind(text, n, inside, at) in {"name", "demonym"}
            votes[named][next(iter(sides))][root(report, m.ids[0])] += 1
    counts: dict[tuple[str, str], tuple[int, int]] = {
        (side, gold): (votes[True][side][gold], votes[False][side][gold])
        for named in (True, False)
        for side, seen in votes[named].items()
        for gold in seen
    }
    by_side: dict[str, str] = {}
    by_gold: dict[str, str] = {}
    for side, gold in sorted(counts, key=lambda pair: (counts[pair], pair)):  # most names last
        by_side[side], by_gold[gold] = gold, side
    return {side: gold for side, gold in by_side.items() if by_gold[gold] == side}


def _sides(text: Text, r: Resolved | None) -> frozenset[str]:
    if r is None:
        return frozenset()
    if r.mention.noun == "speaker" and r.mention.kind == "pronoun":  # "we": of whoever speaks
        said = sources_at(text.attributions, r.sentence, r.mention.head)
        return frozenset(text.cast.standing(i) for i in said.sources[:1])
    if r.parties:
        return frozenset(text.cast.standing(i) for i in r.ids)
    who = r.place or r.speaker
    return frozenset({text.cast.standing(who) if who == r.speaker and who else who} if who else ())


def _kind(text: Text, n: int, inside: Sequence[int], at: int) -> str:
    tree = text.trees[n]
    if tree.texts[at].casefold() in {*PRONOUNS, "each", "another", "other"} and len(inside) < 3:
        return "pronoun"
    named = tree.texts[at][:1].isupper() and (at > 0 or tree.upos[at] == "PROPN")
    if not named:
        return "nominal"
    adjective = tree.upos[at] == "ADJ" or text.cast.gazetteer.demonym(tree.texts[at])
    return "demonym" if adjective else "name"


# -- figures ------------------------------------------------------------------------------------


def linked(rows: Sequence[Judged]) -> tuple[float, float]:
    """Return B3 precision and recall over the single mentions, summed over reports."""
    reports: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        if len(row.gold) == 1:
            reports[row.report].append(row)
    precision = recall = 0.0
    total = sum(map(len, reports.values()))
    for own in reports.values():
        for one in own:
            of_side = [r for r in own if r.gold == one.gold]
            together = [r for r in own if r.means == one.means] if one.means else [one]
            shared = sum(r.gold == one.gold for r in together)
            precision += shared / len(together)
            recall += shared / len(of_side)
    return precision / max(total, 1), recall / max(total, 1)


def table(rows: Sequence[Judged], extra: Counter[tuple[str, bool]]) -> str:
    """Return the figures by kind of mention and by role."""
    lines = [f"{'':12s} {'n':>6} {'found':>6} {'right':>6} {'right of found':>15}"]
    groups = [(k, [r for r in rows if r.kind == k]) for k in KINDS]
    roles = Counter(r.role for r in rows)
    groups += [(role, [r for r in rows if r.role == role]) for role, _ in roles.most_common()]
    for name, own in [*groups, ("all", list(rows))]:
        found, right = sum(r.found for r in own), sum(r.right for r in own)
        share = [found / max(len(own), 1), right / max(len(own), 1), right / max(found, 1)]
        lines.append(f"{name:12s} {len(own):6d} {share[0]:6.3f} {share[1]:6.3f} {share[2]:15.3f}")
    of_found = [
        f"{k} {extra[k, True] / max(extra[k, True] + extra[k, False], 1):.3f}" for k in KINDS
    ]
    lines.append("of found: " + ", ".join(of_found))
    for name, linkable in (
        ("all", rows),
        ("nominals", _of(rows, "nominal")),
        ("pronouns", _of(rows, "pronoun")),
    ):
        p, r = linked(linkable)
        lines.append(f"linked, {name}: P {p:.3f} R {r:.3f}")
    return "\n".join(lines)


def _of(rows: Iterable[Judged], kind: str) -> list[Judged]:
    """Return mentions of one kind, linked through the names."""
    return [r for r in rows if r.kind in {kind, "name", "demonym"}]


def shown(rows: Iterable[Judged], number: int, kind: str | None) -> Iterator[str]:
    """Yield a line for each of the first mentions that are not right."""
    missed = [r for r in rows if not r.right and kind in {None, r.kind, r.role}]
    for r in missed[:number]:
        what = f"means {', '.join(sorted(r.means)) or 'nobody'}" if r.found else "not found"
        yield f"{r.report} [{r.words}] {r.kind}/{r.role} {', '.join(sorted(r.gold))}: {what}"
        yield f"    {r.sentence}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="training.mentions_score", description=__doc__)
    parser.add_argument("--part", default="train", choices=["train", "dev", "test"])
    parser.add_argument("--conflict", action="append", help="only the reports on these")
    parser.add_argument("--parses", type=Path, help="file that keeps the parses")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--kind", help="list only misses of this kind or role")
    given = parser.parse_args(arguments)
    gazetteer, encoder = Gazetteer.load(), Remembered(given.parses)
    rows: list[Judged] = []
    extra: Counter[tuple[str, bool]] = Counter()
    for folder in sorted(REPORTS.iterdir()):
        if part_of(folder.name) != given.part or folder.name not in (
            given.conflict or [folder.name]
        ):
            continue
        for report in read_reports(folder):
            text = analyse(document_of(report), gazetteer=gazetteer, encoder=encoder)
            own, seen = judged(report, text)
            rows += own
            extra += seen
    encoder.keep()
    print(table(rows, extra))
    print("\n".join(shown(rows, given.misses, given.kind)))


if __name__ == "__main__":
    main()
