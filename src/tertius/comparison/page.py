"""A comparison as text."""

from __future__ import annotations

from collections.abc import Iterator

from tertius.comparison.compare import Comparison, Score
from tertius.report.layout import visible, wrapped

MOST = 20  # claims of one reader alone; the rest under --all
WIDTH = 100  # columns


def page(found: Comparison, *, every: bool = False) -> str:
    """Return the comparison for a terminal, a pipe or a file."""
    return "\n".join(_lines(found, every)) + "\n"


def _lines(found: Comparison, every: bool) -> Iterator[str]:
    one, other = found.scores
    wide = max(len(one.reader), len(other.reader), len("reader"))
    texts = f"{len(found.texts)} text{'s' if len(found.texts) != 1 else ''}"
    yield f"Two readers on {texts}: pair and sign, in the sentence that says so"
    yield ""
    yield f"  {'reader':{wide}}     P     R    F1  directed  found  missed  wrong  wrong sign"
    for score in found.scores:
        yield (
            f"  {score.reader:{wide}}  {score.precision:4.2f}  {score.recall:4.2f}"
            f"  {score.f1:4.2f}  {score.directed_f1:8.2f}  {score.found:5}  {score.missed:6}"
            f"  {score.wrong:5}  {score.sign_errors:10}"
        )
    low, high = found.interval
    yield ""
    yield from _wrapped(
        f"F1 of {other.reader} less that of {one.reader}: {found.difference:+.2f}"
        f" (95 % {low:+.2f} to {high:+.2f}, bootstrap over the texts)"
    )
    yield from _wrapped(
        f"The two agree at {found.agreement:.2f} (F1 of one against the other), on {found.both}"
        f" claims; they give opposite signs {found.conflicting} times."
    )
    yield ""
    yield from _slots(found.scores, wide)
    yield "F1 by text"
    longest = max(map(len, found.by_text), default=0)
    for name, (first, second) in found.by_text.items():
        yield f"  {name:{longest}}  {first:4.2f}  {second:4.2f}"
    yield from _alone(found, every)


def _slots(scores: tuple[Score, Score], wide: int) -> Iterator[str]:
    shown = [slot for slot in scores[0].slots if any(one.slots[slot][1] for one in scores)]
    if not shown:
        return
    cells = {
        slot: [f"{one.slots[slot][0]} of {one.slots[slot][1]}" for one in scores] for slot in shown
    }
    width = {slot: max(len(slot), *map(len, cells[slot])) for slot in shown}
    yield "Slots, right on matched claims"
    yield f"  {'':{wide}}  " + "  ".join(f"{slot:>{width[slot]}}" for slot in shown)
    for place, one in enumerate(scores):
        row = "  ".join(f"{cells[slot][place]:>{width[slot]}}" for slot in shown)
        yield f"  {one.reader:{wide}}  {row}"
    yield ""


def _alone(found: Comparison, every: bool) -> Iterator[str]:
    for score in found.scores:
        own = [row for row in found.only_one if row.reader == score.reader]
        if not own:
            continue
        yield ""
        yield f"Only {score.reader} says ({len(own)})"
        for row in own if every else own[:MOST]:
            said = f"{row.verdict}: {visible(row.said)}  “{visible(row.quote)}”  {row.text}"
            yield from _wrapped(said, first="  – ", then="    ")
        if not every and len(own) > MOST:
            yield f"  and {len(own) - MOST} more (--all)"


def _wrapped(words: str, *, first: str = "  ", then: str = "  ") -> Iterator[str]:
    for line in wrapped([(words, "")], width=WIDTH, first=first, then=then):
        yield "".join(part for part, _ in line).rstrip()
