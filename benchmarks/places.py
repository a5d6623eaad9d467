"""Names of places in GeoWebNews (Gritta et al. 2019): found, and put in the right spot.

DIR/geo_news/GWN.xml. Gold are all names with coordinates, adjectives and metonyms included. A name
is found where a mention of ours touches it that means a place or a state, or that the parser calls
a place. It is right where the gazetteer puts that within 161 km (100 miles), the bound of the
field. States have no point in the gazetteer, so they are never right, and most towns of the set are
not in it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from benchmarks.figures import Counts, Figure, figure
from benchmarks.graded import precision, recall
from tertius.gazetteer import Gazetteer
from tertius.reading.read_documents import analyse
from tertius.reading.syntax.parse import Parser
from tertius.reading.text import Text
from tertius.records import Document

NEAR = 161.0  # km
RADIUS = 6371.0  # km


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place: characters of the text, degrees."""

    start: int
    end: int
    lat: float
    lon: float


def articles(path: Path) -> list[tuple[str, str, list[Toponym]]]:
    """Return number, text and places of each article."""
    return [
        (
            article.attrib["file"],
            article.findtext("text") or "",
            [
                Toponym(
                    int(one.findtext("start") or 0),
                    int(one.findtext("end") or 0),
                    float(one.findtext("latitude") or 0),
                    float(one.findtext("longitude") or 0),
                )
                for one in article.iter("toponym")
                if one.findtext("latitude")
            ],
        )
        for article in ElementTree.parse(path).getroot().iter("article")
    ]


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (degrees north, degrees east).

    >>> round(kilometres((0, 0), (0, 1)))
    111
    """
    lat, lon, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(min(1.0, half)))


def found_places(text: Text, gazetteer: Gazetteer) -> Iterator[tuple[int, int, str | None]]:
    """Yield span and id of what our reader takes for a place; None: no point is known."""
    for n, tree in enumerate(text.trees):
        words = tree.sentence.words
        seen: set[int] = set()
        for i in range(len(tree)):
            resolved = text.cast.at(n, i)
            if resolved is None or resolved.mention.kind not in {"name", "demonym"}:
                continue
            m = resolved.mention
            ids = [one for one in (resolved.place, *m.ids) if one is not None]
            theaters = [gazetteer.theater(one) for one in ids if gazetteer.has_theater(one)]
            known = next((one.id for one in theaters if one.lat is not None), None)
            if theaters or resolved.place is not None:
                seen.update(range(m.start, m.end))
                yield *text.repaired.span(words[m.start].start, words[m.end - 1].end), known
        for start, end, kind in tree.names:
            if kind == "LOC" and seen.isdisjoint(range(start, end)):
                yield *text.repaired.span(words[start].start, words[end - 1].end), None


def place_row(text: Text, gold: list[Toponym], gazetteer: Gazetteer) -> list[float]:
    """Return (found of gold, ours that touch gold, ours, gold, near enough)."""
    ours = list(found_places(text, gazetteer))
    hit = near = 0
    for one in gold:
        touching = [known for a, b, known in ours if a < one.end and one.start < b]
        hit += bool(touching)
        near += any(_is_near(known, one, gazetteer) for known in touching)
    real = sum(any(a < one.end and one.start < b for one in gold) for a, b, _ in ours)
    return [hit, real, len(ours), len(gold), near]


def _is_near(known: str | None, one: Toponym, gazetteer: Gazetteer) -> bool:
    if known is None:
        return False
    there = gazetteer.theater(known)
    if there.lat is None or there.lon is None:
        return False
    return kilometres((there.lat, there.lon), (one.lat, one.lon)) <= NEAR


def places(folder: Path, *, gazetteer: Gazetteer, parser: Parser) -> list[Figure]:
    """Return recall, precision and F1 of detection, and how many are right end to end."""
    rows = []
    for number, text, gold in articles(folder / "GWN.xml"):
        document = Document(id=f"g{number}", text=text, path="", sha256="")
        laid = analyse(document, gazetteer=gazetteer, encoder=parser)
        rows.append(place_row(laid, gold, gazetteer))
    gold_count, ours = (int(sum(row[at] for row in rows)) for at in (3, 2))
    found = [[row[0], 0, row[3]] for row in rows]
    real = [[row[1], row[2], 0] for row in rows]
    both = [[*a, *b] for a, b in zip(found, real, strict=True)]
    near = [[row[4], 0, row[3]] for row in rows]
    return [
        figure("found: recall", found, recall, n=gold_count),
        figure("found: precision", real, precision, n=ours),
        figure("found: F1", both, _harmonic, n=gold_count),
        figure("within 161 km, of all", near, recall, n=gold_count),
    ]


def _harmonic(total: Counts) -> float:
    r, p = recall(total[:3]), precision(total[3:])
    return 2 * p * r / (p + r) if p + r else 0.0
