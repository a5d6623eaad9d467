"""The tables of the evaluation: what each is measured on, and by what."""

from __future__ import annotations

import json
import random
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks import (
    cameo,
    gold,
    metonyms,
    open_sets,
    petrarch,
    places,
    possessives,
    re3d,
    speed,
)
from benchmarks.corpus import reports
from benchmarks.damage import Span
from benchmarks.devices import device_figures
from benchmarks.figures import Counts, Figure, Table, f1, figure, share
from benchmarks.graded import Graded, by_sentence, figures, graded, pair_row
from benchmarks.laid_out import network_of
from benchmarks.reliability import reliability
from benchmarks.robustness import Subject, robustness
from benchmarks.shapes import shape_figures
from tertius.comparison.gold import GoldText, gold_texts
from tertius.errors import TertiusError
from tertius.gazetteer import Gazetteer
from tertius.readers import Reader, open_reader
from tertius.reading.syntax import Encoder
from tertius.records import Document
from training.corpus import agreement
from training.corpus.as_gold import coded_gold
from training.corpus.coded import CodedReport
from training.corpus.documents import document_of

SEED_AIMS = {"pair+sign F1": 0.80, "source F1": 0.85, "modality macro-F1": 0.85, "theater": 0.85,
             "against": 0.85}  # fmt: skip
ARTICLE_AIMS = {"pair+sign F1": 0.70, "source F1": 0.75, "modality macro-F1": 0.75,
                "theater": 0.75, "against": 0.75}  # fmt: skip
CORPUS_AIMS = {"pair+sign F1": 0.80, "direction": 0.95, "modality macro-F1": 0.85,
               "source F1": 0.80}  # fmt: skip
DAMAGED_REPORTS = 60
LONGEST_HEADLINE = 200  # characters of the first line of an article


@dataclass
class Bench:
    """What the tables share: the folders, the reader, and what was read already."""

    data: Path
    part: str = "test"
    reader_name: str = "embedded"
    details: dict[str, Any] = field(default_factory=dict)  # for --json

    @cached_property
    def reader(self) -> Reader:
        """The reader that is measured."""
        return open_reader(self.reader_name)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that comes with the tool."""
        return Gazetteer.load()

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder that comes with the tool."""
        return Encoder.load()

    @cached_property
    def coded(self) -> list[CodedReport]:
        """The coded reports of the part."""
        return reports(self.part)

    @cached_property
    def graded(self) -> list[Graded]:
        """The coded reports of the part, read and scored."""
        return [
            graded(
                document_of(report),
                coded_gold(report),
                reader=self.reader,
                gazetteer=self.gazetteer,
                group=report.conflict,
            )
            for report in self.coded
        ]

    @property
    def sets(self) -> Path:
        """The folder of the open sets."""
        return self.data / "data" / "reading"


def gold_table(bench: Bench) -> Table:
    """Seed and articles."""
    with tempfile.TemporaryDirectory() as folder:
        result = gold.evaluate(bench.data, Path(folder), reader=bench.reader_name)
    bench.details["gold"] = result
    given = [one["given"] for one in result["answers"]]
    rows = [*_seed(bench), *_articles(bench)]
    for name, one, aim in (
        ("seed", result["texts"][gold.SEED], 0),
        ("all texts", result["all"], None),
    ):
        never = one["must_not"]
        rows.append(
            Figure(name=f"{name}: readings that must not be made", value=float(never["violated"]),
                   n=never["checked"], aim=aim, at_most=True)
        )  # fmt: skip
    rows.append(
        Figure(name="seed: answers given", value=float(sum(given)), n=len(given), aim=len(given))
    )
    for one in result["samples"]:
        rows.append(Figure(name=f"sample studies: {one['list']}", value=float(one["found"]),
                           n=one["rows"]))  # fmt: skip
    failed = [name for name, one in result["costs"].items() if one["code"]]
    text = gold.table(result)
    if failed:
        text += f"\nnot read: {', '.join(failed)}"
    return Table(name="gold", title="Seed and articles", figures=tuple(rows), text=text)


def _seed(bench: Bench) -> list[Figure]:
    (seed,) = gold_texts(bench.data / "gold" / gold.SEED)
    return figures(
        by_sentence(_read(bench, seed)), aims=SEED_AIMS, over="sentences", prefix="seed: "
    )


def _articles(bench: Bench) -> list[Figure]:
    texts = gold_texts(bench.data / "gold" / "articles")
    read = [_read(bench, one) for one in texts]
    return figures(read, aims=ARTICLE_AIMS, prefix="articles: ")


def _read(bench: Bench, text: GoldText) -> Graded:
    return graded(_document(text), text.gold, reader=bench.reader, gazetteer=bench.gazetteer)


def _document(text: GoldText) -> Document:
    words = text.path.read_text("utf-8")
    return Document(id=text.name, text=words, path="", sha256="", published=text.published)


def corpus_table(bench: Bench) -> Table:
    """The coded reports, as a whole and by conflict."""
    rows = figures(bench.graded, aims=CORPUS_AIMS)
    for conflict in sorted({one.group for one in bench.graded}):
        own = [pair_row(one) for one in bench.graded if one.group == conflict]
        total = [sum(column) for column in zip(*own, strict=True)]
        note = f"P {total[0] / max(1, total[1]):.2f} R {total[0] / max(1, total[2]):.2f}"
        rows.append(figure(f"{conflict}: pair+sign F1", own, f1, n=int(total[2]), note=note))
    title = f"Coded reports of our own, part {bench.part}"
    return Table(name="corpus", title=title, figures=tuple(rows))


def devices_table(bench: Bench) -> Table:
    """The coded reports by what makes their language hard."""
    rows = device_figures(bench.coded, bench.graded, bench.encoder)
    title = f"Coded reports by device, part {bench.part}"
    return Table(name="devices", title=title, figures=tuple(rows))


def confidence_table(bench: Bench) -> Table:
    """Whether the confidence of claims is the share that is right."""
    title = f"Confidence, coded reports, part {bench.part}"
    return Table(name="confidence", title=title, figures=tuple(reliability(bench.graded)))


def shapes_table(bench: Bench) -> Table:
    """Whether sentences of the corpus repeat each other."""
    rows, text = shape_figures(reports("all"))
    return Table(
        name="shapes", title="Repeated shapes in the corpus", figures=tuple(rows), text=text
    )


def agreement_table(bench: Bench) -> Table:
    """How well two coders agree."""
    title = "Agreement of two coders"
    found = [agreement.agreed(one, other) for one, other in agreement.both()]
    if not found:
        return Table(name="agreement", title=title, skipped="no report is coded twice yet")
    pairs: list[Counts] = [[one.shared, one.firm] for one in found]
    signs: list[Counts] = [[n for row in one.signs for n in row] for one in found]
    units = int(sum(map(sum, signs)))
    rows = [
        figure("pair+sign F1", pairs, share, n=int(sum(row[1] for row in pairs))),
        figure("sign of a pair in a sentence: kappa", signs, _kappa, n=units),
    ]
    for name in ("modality", "source", "direction"):
        same: list[Counts] = [getattr(one, name) for one in found]
        rows.append(figure(f"{name}: same", same, share, n=int(sum(row[1] for row in same))))
    note = f"  {len(found)} reports, coded twice"
    return Table(name="agreement", title=title, figures=tuple(rows), text=note)


def _kappa(total: Counts) -> float:
    wide = len(agreement.SIGNS)
    return agreement.kappa([total[at : at + wide] for at in range(0, len(total), wide)])


def robustness_table(bench: Bench) -> Table:
    """What damage to the text costs."""
    rows = robustness(subjects(bench), reader=bench.reader, gazetteer=bench.gazetteer)
    return Table(name="robustness", title="Damaged text", figures=tuple(rows))


def subjects(bench: Bench) -> list[Subject]:
    """Return seed, articles and sixty coded reports of dev and test, drawn once and for all."""
    found = []
    for folder in (bench.data / "gold" / gold.SEED, bench.data / "gold" / "articles"):
        if folder.is_dir():
            for text in gold_texts(folder):
                document = _document(text)
                found.append(
                    Subject(document=document, gold=text.gold, headline=_headline(document))
                )
    pool = [*reports("dev"), *reports("test")]
    for report in random.Random(0).sample(pool, min(DAMAGED_REPORTS, len(pool))):
        first = report.sentences[0]
        headline = (first.start, first.end) if report.header.get("title-line") == "yes" else None
        found.append(
            Subject(document=document_of(report), gold=coded_gold(report), headline=headline)
        )
    return found


def _headline(document: Document) -> Span | None:
    end = document.text.find("\n")
    return (0, end) if 0 < end <= LONGEST_HEADLINE else None


def _open(
    name: str, title: str, measure: Callable[[Bench], list[Figure]]
) -> Callable[[Bench], Table]:
    def made(bench: Bench) -> Table:
        return Table(name=name, title=title, figures=tuple(measure(bench)))

    return made


def _re3d(bench: Bench) -> list[Figure]:
    network = network_of(bench.reader_name, bench.encoder)
    return re3d.re3d(bench.sets / "re3d", reader=bench.reader, gazetteer=bench.gazetteer,
                parser=bench.encoder, network=network)  # fmt: skip


def _cameo(bench: Bench) -> list[Figure]:
    return cameo.cameo(bench.sets / "cameo_spans", reader=bench.reader, gazetteer=bench.gazetteer,
                 parser=bench.encoder)  # fmt: skip


def _petrarch(bench: Bench) -> list[Figure]:
    return petrarch.petrarch(bench.sets / "petrarch_records", reader=bench.reader)


def _metonyms(bench: Bench) -> list[Figure]:
    return metonyms.metonyms(
        bench.sets / "relocar", gazetteer=bench.gazetteer, parser=bench.encoder
    )


def _syntax(bench: Bench) -> list[Figure]:
    return open_sets.syntax(bench.sets, bench.encoder)


def _attribution(bench: Bench) -> list[Figure]:
    return open_sets.attribution(bench.sets, bench.encoder)


def _factuality(bench: Bench) -> list[Figure]:
    return open_sets.factuality(bench.sets, bench.encoder)


def _places(bench: Bench) -> list[Figure]:
    return places.places(bench.sets / "geo_news", gazetteer=bench.gazetteer, parser=bench.encoder)


def possessives_table(bench: Bench) -> Table:
    """Whether lost apostrophes come back."""
    rows, text = possessives.possessives(bench.sets / "gum", gazetteer=bench.gazetteer)
    title = "Lost apostrophes put back, GUM news"
    return Table(name="possessives", title=title, figures=tuple(rows), text=text)


def _speed(bench: Bench) -> list[Figure]:
    seed = bench.data / "gold" / gold.SEED / "text.txt"
    return speed.speed(seed if seed.is_file() else None)


@dataclass(frozen=True, slots=True)
class Entry:
    """A table and the folders or files of DIR without which there is none."""

    made: Callable[[Bench], Table]
    needs: tuple[str, ...] = ()


TABLES: Mapping[str, Entry] = {
    "gold": Entry(gold_table, ("gold/predictions.py", "gold/score_claims.py", "gold/seed/text.txt",
                               "gold/articles")),
    "corpus": Entry(corpus_table),
    "devices": Entry(devices_table),
    "confidence": Entry(confidence_table),
    "shapes": Entry(shapes_table),
    "agreement": Entry(agreement_table),
    "re3d": Entry(_open("re3d", "Allies and enemies, the pair given: re3d", _re3d),
                  ("data/reading/re3d",)),
    "cameo": Entry(_open("cameo", "Who acts on whom: cameo_spans", _cameo),
                   ("data/reading/cameo_spans",)),
    "petrarch": Entry(_open("petrarch", "Who acts on whom, invented world: PETRARCH", _petrarch),
                      ("data/reading/petrarch_records",)),
    "relocar": Entry(_open("relocar", "Places that act: ReLocaR", _metonyms),
                     ("data/reading/relocar",)),
    "syntax": Entry(_open("syntax", "Trees and names", _syntax),
                    ("data/reading/ud_ewt", "data/reading/uner_ewt",
                     "data/reading/crossner_politics", "data/reading/wikigold")),
    "attribution": Entry(_open("attribution", "Who says it: GUM", _attribution),
                         ("data/reading/gum",)),
    "factuality": Entry(_open("factuality", "Did it happen: UDS, MEANTIME", _factuality),
                        ("data/reading/uds_factuality", "data/reading/ud_ewt")),
    "possessives": Entry(possessives_table, ("data/reading/gum",)),
    "places": Entry(_open("places", "Places: GeoWebNews", _places), ("data/reading/geo_news",)),
    "robustness": Entry(robustness_table),
    "speed": Entry(_open("speed", "Speed and memory", _speed)),
}  # fmt: skip


def measured(name: str, bench: Bench) -> Table:
    """Return a table; one whose set is missing or cannot be read says so and has no figures."""
    entry = TABLES[name]
    missing = [needed for needed in entry.needs if not (bench.data / needed).exists()]
    if missing:
        return Table(name=name, title=name, skipped=f"{bench.data / missing[0]} is missing")
    try:
        return entry.made(bench)
    except (OSError, json.JSONDecodeError, ElementTree.ParseError, TertiusError) as error:
        where = bench.data / entry.needs[0] if entry.needs else bench.data
        return Table(name=name, title=name, skipped=f"{where}: {error}")
