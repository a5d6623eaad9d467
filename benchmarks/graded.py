"""Reports that a person has coded, read by a reader and scored: what the tables count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import nan

from benchmarks.figures import Counts, Figure, confusion, f1, figure, macro_f1, share, summed
from tertius.comparison.gold import NARRATOR, Gold, GoldClaim
from tertius.comparison.predicted import Predicted
from tertius.comparison.scoring import Match, Scored, score_reading
from tertius.gazetteer import Gazetteer
from tertius.readers import Reader
from tertius.records import Document

MODALITIES = ("asserted", "denied", "hypothetical", "forecast")
SLOTS = ("theater", "against", "time", "quantity", "anonymous")


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One report, what was found in it, and how that compares."""

    name: str
    group: str  # the conflict
    gold: Gold
    found: tuple[Predicted, ...]
    scored: Scored


def graded(
    document: Document, gold: Gold, *, reader: Reader, gazetteer: Gazetteer, group: str = ""
) -> Graded:
    """Read a document and score what is found."""
    reading = reader.read([document])
    found, scored = score_reading(reading, gold, gazetteer)
    return Graded(name=document.id, group=group, gold=gold, found=found, scored=scored)


def by_sentence(one: Graded) -> list[Graded]:
    """Return a graded report as one part for each sentence, for intervals within one report.

    A claim stands in the sentence of its evidence, a wrong one in the first that it touches.
    """
    parts = []
    for span in one.gold.sentences:
        here = Scored(
            matches=tuple(m for m in one.scored.matches if m.gold.sent == span.id),
            missed=tuple(c for c in one.scored.missed if c.sent == span.id),
            wrong=tuple(p for p in one.scored.wrong if min(p.sentences, default="") == span.id),
            turned=tuple(p for p in one.scored.turned if min(p.sentences, default="") == span.id),
        )
        parts.append(replace(one, name=f"{one.name}-{span.id}", scored=here))
    return parts


# -- one row of counts for each report ----------------------------------------------------------


def pair_row(one: Graded) -> list[float]:
    """Return (right, found, gold) of pair and sign in the sentence; firm claims count."""
    right = len(one.scored.matches)
    return [right, right + len(one.scored.wrong), right + len(one.scored.missed)]


def direction_row(one: Graded) -> list[float]:
    """Return (right, all) matched claims in which one side acts on the other."""
    acting = [m for m in one.scored.matches if not m.gold.symmetric]
    return [sum(m.directed for m in acting), len(acting)]


def modality_row(one: Graded) -> list[float]:
    """Return (right, found, gold) for each modality, over matched claims.

    Where a second reading was accepted and found, it counts as the gold one.
    """
    rows = (
        confusion(MODALITIES, said if said in m.gold.modality_accept else m.gold.modality, said)
        for m in one.scored.matches
        for said in [m.found.claim.modality]
    )
    return summed(rows, 3 * len(MODALITIES))


def source_row(one: Graded) -> list[float]:
    """Return (right, found, gold) speakers of matched claims; the report itself is none."""
    total = [0.0, 0.0, 0.0]
    for m in one.scored.matches:
        wanted, given = _has_speaker(m), bool(m.found.claim.sources)
        total[0] += wanted and given and m.slots["source"]
        total[1] += given
        total[2] += wanted
    return total


def _has_speaker(m: Match) -> bool:
    """Tell whether a speaker is wanted: not where the report itself is an accepted reading."""
    accepted_none = NARRATOR in m.gold.said_by.accept and not m.found.claim.sources
    return m.gold.said_by.who != NARRATOR and not accepted_none


def slot_row(one: Graded, slot: str) -> list[float]:
    """Return (right, judged) of a slot on matched claims."""
    judged = [m.slots[slot] for m in one.scored.matches if slot in m.slots]
    return [sum(judged), len(judged)]


def precision(total: Counts) -> float:
    """Return the precision of (right, found, gold)."""
    return total[0] / total[1] if total[1] else nan


def recall(total: Counts) -> float:
    """Return the recall of (right, found, gold)."""
    return total[0] / total[2] if total[2] else nan


# -- figures ------------------------------------------------------------------------------------


def figures(
    all_: Sequence[Graded], *, aims: dict[str, float], over: str = "documents", prefix: str = ""
) -> list[Figure]:
    """Return the figures of a set of reports: pair and sign, direction, modality, slots.

    aims: by the name of the figure, such as "pair+sign F1"; others have none.
    """
    pairs = [pair_row(one) for one in all_]
    directed = [direction_row(one) for one in all_]
    modal = [modality_row(one) for one in all_]
    said = [source_row(one) for one in all_]
    matched = int(sum(row[0] for row in pairs))
    claims = int(sum(row[2] for row in pairs))
    turned = sum(len(one.scored.turned) for one in all_)

    def made(
        name: str, rows: Sequence[Counts], measure: object, n: float, note: str = ""
    ) -> Figure:
        assert callable(measure)
        return figure(
            f"{prefix}{name}", rows, measure, n=int(n), aim=aims.get(name), over=over, note=note
        )

    found = [
        made("pair+sign precision", pairs, precision, sum(row[1] for row in pairs)),
        made("pair+sign recall", pairs, recall, claims),
        made("pair+sign F1", pairs, f1, claims, f"{turned} with the wrong sign"),
        made("direction", directed, share, sum(row[1] for row in directed)),
        made("modality macro-F1", modal, macro_f1, matched, _each_modality(modal)),
        made("source F1", said, f1, sum(row[2] for row in said)),
    ]
    for slot in SLOTS:
        rows = [slot_row(one, slot) for one in all_]
        found.append(made(slot, rows, share, sum(row[1] for row in rows)))
    return found


def _each_modality(rows: Iterable[Counts]) -> str:
    total = summed(rows, 3 * len(MODALITIES))
    return ", ".join(
        f"{name} {f1(total[3 * at : 3 * at + 3]):.2f} of {total[3 * at + 2]:.0f}"
        for at, name in enumerate(MODALITIES)
        if total[3 * at + 2]
    )


def counted(gold: Gold) -> list[GoldClaim]:
    """Return the claims that must be found."""
    return [claim for claim in gold.claims if claim.counts]
