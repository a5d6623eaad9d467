"""Whether the sentences of the coded reports repeat each other's shape: none is to fill a template.

The shape of a sentence is its words with mentions and numbers masked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.figures import Figure, figure, share
from training.corpus.coded import CodedReport, CodedSentence

MENTION, NUMBER = "M", "N"  # capitals: all other words of a shape are small
RUN = 8  # words
MOST_MASKED = RUN // 2  # of a run; runs of masks and little else say nothing
SHOWN = 5
_WORD = re.compile(rf"{MENTION}|\d[\d.,:]*|[^\W\d_]+(?:['’-][^\W\d_]+)*")


def shape(report: CodedReport, sentence: CodedSentence) -> tuple[str, ...]:
    """Return the words of a sentence, mentions and numbers masked, without punctuation."""
    masked, at = [], sentence.start
    for m in sentence.mentions:  # sorted by start, the outer one first
        if m.start >= at:
            masked += [report.text[at : m.start].casefold(), f" {MENTION} "]
            at = m.end
    masked.append(report.text[at : sentence.end].casefold())
    return tuple(NUMBER if word[0].isdigit() else word for word in _WORD.findall("".join(masked)))


def shape_figures(reports: Iterable[CodedReport]) -> tuple[list[Figure], str]:
    """Return how many sentences repeat a shape or a run of eight words, and the runs themselves."""
    shapes = [[shape(report, s) for s in report.sentences] for report in reports]
    whole = Counter(one for own in shapes for one in own)
    runs = Counter(run for own in shapes for run in {r for one in own for r in _runs(one)})
    count = sum(map(len, shapes))
    repeated = [[sum(whole[one] > 1 for one in own), len(own)] for own in shapes]
    shared = [
        [sum(any(runs[r] > 1 for r in _runs(one)) for one in own), len(own)] for own in shapes
    ]
    return [
        figure(
            "sentences whose shape occurs twice", repeated, share, n=count, at_most=True, aim=0.02
        ),
        figure(f"sentences with {RUN} words running of another report", shared, share, n=count),
    ], _shown(runs)


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - RUN + 1):
        run = tuple(words[at : at + RUN])
        if sum(word in {MENTION, NUMBER} for word in run) <= MOST_MASKED:
            yield run


def _shown(runs: Counter[tuple[str, ...]]) -> str:
    most = sorted((run for run in runs if runs[run] > 1), key=lambda run: (-runs[run], run))
    lines = [f"  in {runs[run]} reports: {' '.join(run)}" for run in most[:SHOWN]]
    return "\n".join(["  most repeated runs of words:", *lines]) if lines else ""
