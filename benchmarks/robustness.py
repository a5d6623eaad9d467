"""How much a reader loses on damaged text: points of pair+sign F1 between a text and its ruin.

The person's claims stay what they are. Their sentences move with the text, and each name of the
alias table also answers to what the damage made of it, so that only what the reader does counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.damage import DAMAGES, Damage, Damaged, Span, spoilt
from benchmarks.figures import Counts, Figure, f1, figure, summed
from benchmarks.graded import Graded, by_sentence, graded, pair_row
from tertius.comparison.gold import Gold, Party
from tertius.comparison.gold import Span as Sentence
from tertius.gazetteer import Gazetteer
from tertius.readers import Reader
from tertius.records import Document

MOST_LOST = 5.0  # points: the aim


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A text to be damaged, with what a person found in it."""

    document: Document
    gold: Gold
    headline: Span | None  # of the text; None: it has none


def damaged(subject: Subject, damage: Damage) -> Subject:
    """Return a subject with its text spoilt and its gold moved along."""
    text = subject.document.text
    spoil = spoilt(text, damage(text, subject.headline))
    sentences = tuple(Sentence(s.id, *spoil.span(s.start, s.end)) for s in subject.gold.sentences)
    aliases = {
        id: replace(party, also=(*party.also, *_spoilt_names(text, spoil, party)))
        for id, party in subject.gold.aliases.items()
    }
    return Subject(
        document=replace(subject.document, text=spoil.text),
        gold=replace(subject.gold, sentences=sentences, aliases=aliases),
        headline=subject.headline and spoil.span(*subject.headline),
    )


def _spoilt_names(text: str, spoil: Damaged, party: Party) -> list[str]:
    """Return what became of each place where one of the names stands."""
    found: dict[str, None] = {}
    for name in (*party.names, *party.also):
        if not name:
            continue
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            start, end = spoil.span(*m.span())
            if spoil.text[start:end] != m.group():
                found[spoil.text[start:end]] = None
    return list(found)


def robustness(
    subjects: Sequence[Subject], *, reader: Reader, gazetteer: Gazetteer
) -> list[Figure]:
    """Return the F1 of the texts as they are, and the points lost under each damage.

    Both readings are drawn together: the interval is that of the difference.
    """

    def read(subject: Subject) -> Graded:
        return graded(subject.document, subject.gold, reader=reader, gazetteer=gazetteer)

    clean = [read(subject) for subject in subjects]
    whole = [pair_row(one) for one in clean]
    claims = int(sum(row[2] for row in whole))
    found = [figure("as they are: pair+sign F1", whole, f1, n=claims)]
    for name, damage in DAMAGES.items():
        rows, heads = list[Counts](), list[Counts]()
        for subject, before in zip(subjects, clean, strict=True):
            spoilt_one = damaged(subject, damage)
            same = spoilt_one.document.text == subject.document.text
            after = before if same else read(spoilt_one)
            rows.append([*pair_row(before), *pair_row(after)])
            heads.append([*headline_row(subject, before), *headline_row(spoilt_one, after)])
        found.append(
            figure(
                f"{name}: points lost", rows, points_lost, n=claims, aim=MOST_LOST, at_most=True,
                note=_note(rows, heads if "headline" in name else []),
            )
        )  # fmt: skip
    return found


def headline_row(subject: Subject, one: Graded) -> list[float]:
    """Return (right, found, gold) of the sentences that the headline touches."""
    if subject.headline is None:
        return [0.0, 0.0, 0.0]
    start, end = subject.headline
    touched = {s.id for s in subject.gold.sentences if s.start < end and start < s.end}
    rows = [
        pair_row(part)
        for part, s in zip(by_sentence(one), one.gold.sentences, strict=True)
        if s.id in touched
    ]
    return summed(rows, 3)


def _note(rows: Sequence[Counts], heads: Sequence[Counts]) -> str:
    changed = sum(list(row[:3]) != list(row[3:]) for row in rows)
    note = f"another count in {changed} of {len(rows)} reports"
    if heads:
        total = summed(heads, 6)
        note += f"; headlines alone F1 {f1(total[:3]):.2f}, then {f1(total[3:]):.2f}"
    return note


def points_lost(total: Counts) -> float:
    """Return 100 (F1 before - F1 after) of (right, found, gold) before and after."""
    return 100 * (f1(total[:3]) - f1(total[3:]))
