"""Score where, when and against whom, apart from finding relations.

    python -m training.slots_score [--part train] [--conflict NAME] [--parses FILE] [--misses SLOT]

Each coded relation with a trigger is given to the rules of the slots as if the reader had found it
there, with the coded parties as its sides, and so are the other relations of the report. Right is,
by slot:

- `theater`: the place is the coded one, or one lies in the other. `theater, none coded` is the
  share of relations without a coded place that are given none: reports code a place only where it
  is sure, so that it is a lower bound.
- `against`: the enemy named stands for the same side as a coded one; `against, none coded` is the
  share of the friendly relations without a coded enemy that are given none.
- `time`: the period overlaps with the coded one. `time, by words` counts those only that the text
  tells, not what tense and date make of a text that tells nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tertius.gazetteer import Gazetteer
from tertius.reading.actors import Resolved
from tertius.reading.against import enemies
from tertius.reading.period import periods
from tertius.reading.predications import Predication
from tertius.reading.read_documents import analyse
from tertius.reading.text import Text, name_in, place_of
from tertius.reading.timing import period_of
from tertius.records import Period
from training.corpus.as_gold import names
from training.corpus.coded import CodedClaim, CodedReport, read_reports
from training.corpus.documents import document_of
from training.corpus.parts import part_of
from training.mentions_score import REPORTS, Remembered
from training.relations.examples import Coded, head, root

SLOTS = ("theater", "theater, none coded", "against", "against, none coded", "time",
         "time, by words")  # fmt: skip
ANY = {"+": "supports", "-": "attacks"}  # what is asked of a relation of which the sign was coded


@dataclass(frozen=True, slots=True)
class Judged:
    """One slot of one coded relation."""

    report: str
    sentence: str
    claim: CodedClaim
    slot: str
    given: str | None
    right: bool


def judged(report: CodedReport, text: Text) -> Iterator[Judged]:
    """Yield the slots of the relations of a report."""
    coded = Coded(report, text)
    made = [
        [(c, _predication(coded, n, c)) for c in claims] for n, claims in enumerate(coded.claims)
    ]
    told = [[p for _, p in found if p is not None] for found in made]
    coded.text = replace(text, predications=told)
    whose = {
        name.casefold(): one
        for one, entry in names(report).items()
        for name in (*entry["also"], *entry["names"])
    }
    for n, claims in enumerate(made):
        for c, p in claims:
            if p is None:
                continue
            shown = text.trees[n].phrase(0, len(text.trees[n]))
            for slot, given, right in (
                *_theater(coded, n, c, p, whose),
                *_against(coded, n, c, p, whose),
                *_time(coded, n, c, p),
            ):
                yield Judged(report.name, shown, c, slot, given, right)


def _predication(coded: Coded, n: int, c: CodedClaim) -> Predication | None:
    """Return a coded relation as the reader would have found it."""
    tree = coded.text.trees[n]
    start, end = coded.spans[n]
    at = coded.report.text.find((c.trigger or "").split("...")[0].strip(), start, end)
    if not c.trigger or at < 0 or not c.sign:
        return None
    inside = coded.words(n, at, at + len(c.trigger.split("...")[0].strip()))
    if not inside:
        return None
    word = head(tree, inside)
    clause = next((i for i in (word, *tree.ancestors(word)) if tree.is_verb(i)), word)
    kind = "verb" if tree.is_verb(word) else "noun"
    return Predication(
        relation=ANY.get(c.relation, c.relation),
        word=word,
        clause=word if kind == "verb" else clause,
        actors=tuple(_heads(coded, n, c.actor)),
        recipients=tuple(_heads(coded, n, c.recipient)),
        pattern="passive" if kind == "verb" and tree.is_passive(word) else kind,
    )


def _heads(coded: Coded, n: int, party: str | None) -> list[int]:
    own = [word for word, m in coded.mentions[n] if party in m.ids]
    side = root(coded.report, party) if party else None
    return own or [
        word for word, m in coded.mentions[n] if side in {root(coded.report, i) for i in m.ids}
    ]


Row = tuple[str, str | None, bool]


def _theater(
    coded: Coded, n: int, c: CodedClaim, p: Predication, whose: dict[str, str]
) -> Iterator[Row]:
    place, words = place_of(coded.text, n, p)
    if not c.theaters:
        yield "theater, none coded", words or place, place is None
        return
    world = coded.text.cast.gazetteer
    known = [words] if words else []
    if place and world.has_theater(place):
        known += [world.theater(t).name for t in (place, *world.theaters_above(place))]
    found = {whose[k] for w in known for k in (_bare(w), w.casefold()) if k in whose}
    found |= _covering(coded, n, p) if place else set()
    mine = {above for f in found for above in _above(coded.report, f)}
    gold = {above for t in c.theaters for above in _above(coded.report, t)}
    yield "theater", words or place, bool(found & gold or mine & set(c.theaters))


def _covering(coded: Coded, n: int, p: Predication) -> set[str]:
    """Return whom a coded mention with the same head as the place means."""
    found = coded.text.theaters.of(n, p)
    if not isinstance(found, Resolved):
        return set()
    return {
        i for word, m in coded.mentions[found.sentence] if word == found.mention.head for i in m.ids
    }


def _bare(words: str) -> str:
    return words.casefold().removeprefix("the ").removesuffix("'s")


def _above(report: CodedReport, place: str | None) -> Iterator[str]:
    """Yield a place and what it lies in; a party counts for the state that it stands for."""
    seen: set[str] = set()
    while place is not None and place not in seen:
        seen.add(place)
        yield place
        role = report.cast[place]
        place = role.inside or role.parent


def _against(
    coded: Coded, n: int, c: CodedClaim, p: Predication, whose: dict[str, str]
) -> Iterator[Row]:
    if c.sign <= 0:
        return
    text = coded.text
    own = {text.cast.standing(i) for h in (*p.actors, *p.recipients)
           if (r := text.cast.at(n, h)) for i in r.ids}  # fmt: skip
    found = [e for e in enemies(text, n, p, text.predications[n])
             if text.cast.standing(e.id) not in own][:1]  # fmt: skip
    shown = found[0].words or name_in(text, found[0].id) or found[0].id if found else None
    if not c.against:
        yield "against, none coded", shown, not found
        return
    sides = {root(coded.report, i) for i in c.against}
    mine = {whose.get(_bare(shown))} if shown else set()
    heads = {
        i
        for e in found
        for s in range(n + 1)
        for word, m in coded.mentions[s]
        if (r := text.cast.at(s, word)) and e.id in r.ids
        for i in m.ids
    }
    mine = {root(coded.report, i) for i in (*mine, *heads) if i}
    yield "against", shown, bool(mine & sides)


def _time(coded: Coded, n: int, c: CodedClaim, p: Predication) -> Iterator[Row]:
    if c.period is None:
        return
    text, tree = coded.text, coded.text.trees[n]
    timed = periods(tree.texts, tree.upos, anchor=text.document.published)
    found = period_of(text, tree, p, timed, c.modality[0])
    right = found is not None and _overlap(found, c.period)
    shown = f"{found.words} {found.start}..{found.end}" if found else None
    told = found is not None and found.basis != "document-date"
    yield "time", shown, right
    yield "time, by words", shown, right and told


def _overlap(found: Period, coded: str) -> bool:
    start, _, end = coded.partition("..")
    low, high = _day(start, "0"), _day(end or (start if ".." not in coded else None), "9")
    return _day(found.start, "0") <= high and low <= _day(found.end, "9")


def _day(iso: str | None, fill: str) -> str:
    """Return a date that sorts: what is not known is the first or the last there can be."""
    return (iso or "") + ("0000-00-00" if fill == "0" else "9999-99-99")[len(iso or "") :]


def table(rows: Sequence[Judged]) -> str:
    """Return how many of each slot are right."""
    counts = Counter((r.slot, r.right) for r in rows)
    lines = [f"{'slot':24s} {'right':>6} {'of':>6}  share"]
    for slot in SLOTS:
        good, bad = counts[slot, True], counts[slot, False]
        if good + bad:
            lines.append(f"{slot:24s} {good:6d} {good + bad:6d}  {good / (good + bad):.3f}")
    return "\n".join(lines)


def read(reports: Iterable[CodedReport], parser: Remembered) -> Iterator[Judged]:
    """Yield the slots of reports."""
    gazetteer = Gazetteer.load()
    for report in reports:
        text = analyse(document_of(report), gazetteer=gazetteer, encoder=parser)
        yield from judged(report, text)


def main() -> None:
    """Print the table, and what was missed if that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--part", default="train", choices=["train", "dev", "test"])
    parser.add_argument("--conflict")
    parser.add_argument("--parses", type=Path, help="file that keeps what the parser said")
    parser.add_argument("--misses", choices=SLOTS, help="list what is wrong in this slot")
    given = parser.parse_args()
    chosen = [
        r
        for r in read_reports(REPORTS, strict=False)
        if part_of(r.conflict) == given.part and r.conflict == (given.conflict or r.conflict)
    ]
    remembered = Remembered(given.parses)
    rows = list(read(chosen, remembered))
    remembered.keep()
    for r in rows:
        if r.slot == given.misses and not r.right:
            c = r.claim
            print(f"{r.report} {c.actor} {c.relation} {c.recipient} {c.trigger!r}"
                  f" at={c.theaters} vs={c.against} when={c.period}"
                  f"\n    {r.given!r} | {r.sentence}")  # fmt: skip
    print(table(rows))


if __name__ == "__main__":
    main()
