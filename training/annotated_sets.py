"""Open annotations of who says what and of what happened, as words, spaces and asked places.

Read by `training.reading_scores` and by the recipe of the factuality weights. The folders are
those that the annotations come in; nothing is fetched.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_QUOTES = {"``": "“", "''": "”"}  # the marks that the Penn treebank writes
_CREDITS = {"image", "video", "audio"}
_RELATION = re.compile(r"([a-z-]+):(\d+)->(\d+):(\d+)(?::([^;]*))?")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one sentence, and whether a space follows each."""

    words: tuple[str, ...]
    spaced: tuple[bool, ...]
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A document with the words of which it was asked whether they happened."""

    name: str
    texts: list[Text]
    events: list[tuple[int, int, bool]]  # sentence, word, whether it happened


@dataclass(frozen=True, slots=True)
class Attributed:
    """A document with whose words say so and which words are said; (sentence, word) places."""

    name: str
    texts: list[Text]
    relations: list[Relation]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: who (may be empty: not told), and what is said."""

    source: frozenset[tuple[int, int]]
    content: frozenset[tuple[int, int]]


def uds(data: Path, part: str = "dev") -> Iterator[Asked]:
    """Yield EWT sentences with the predicates that were rated; above 0: it happened.

    data: holds `uds_factuality` and `ud_ewt`. part: "dev" or "train".
    Universal Decompositional Semantics (White et al. 2020), CC BY-SA 4.0.
    """
    asked: dict[str, list[tuple[int, bool]]] = {}
    for line in (data / "uds_factuality/factuality.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["split"] == part:
            asked.setdefault(row["sent_id"], []).append((row["token"] - 1, row["value"] > 0))
    trees = {"dev": "en_ewt-ud-dev.conllu", "train": "en_ewt-train.conllu"}[part]
    for name, rows, _ in _sentences(data / "ud_ewt" / trees):
        if name in asked:
            # a few sentences were split anew after they were rated
            events = [(0, word, happened) for word, happened in asked[name] if word < len(rows)]
            yield Asked(name, [_text(rows, 0)], events)


def meantime(data: Path) -> Iterator[Asked]:
    """Yield Wikinews articles with their verbs and nouns of known polarity and certainty.

    data: holds `meantime` (Minard et al. 2016), CC BY 4.0.
    """
    for path in sorted((data / "meantime").glob("corpus_*/*.xml")):
        root = ElementTree.parse(path).getroot()
        texts: list[list[str]] = []
        place: dict[str, tuple[int, int]] = {}
        for token in root.iter("token"):
            while len(texts) <= int(token.attrib["sentence"]):
                texts.append([])
            place[token.attrib["t_id"]] = (len(texts) - 1, len(texts[-1]))
            texts[-1].append(_QUOTES.get(token.text or "", token.text or "_"))
        found = [_spaced(words or ["_"], n) for n, words in enumerate(texts)]
        yield Asked(path.stem, found, list(_events(root, place)))


def _events(
    root: ElementTree.Element, place: dict[str, tuple[int, int]]
) -> Iterator[tuple[int, int, bool]]:
    for event in root.iter("EVENT_MENTION"):
        told = event.attrib
        anchors = [place[a.attrib["t_id"]] for a in event.findall("token_anchor")]
        known = told.get("polarity") in {"POS", "NEG"} and told.get("time") in {
            "FUTURE",
            "NON_FUTURE",
        }
        sure = told.get("certainty") in {"CERTAIN", "POSSIBLE", "PROBABLE"}
        if anchors and known and sure and told.get("pos") in {"VERB", "NOUN"}:
            happened = (
                told["polarity"] == "POS"
                and told["time"] == "NON_FUTURE"
                and told["certainty"] == "CERTAIN"
                and "COND" not in told.get("special_cases", "")
            )
            yield *anchors[-1 if told["pos"] == "NOUN" else 0], happened


@dataclass(slots=True)
class _Discourse:
    """The units of one document and what hangs on what."""

    starts: dict[int, int] = field(default_factory=dict)  # unit: its first word
    unit: list[int] = field(default_factory=list)  # of each word of the document
    hung: list[tuple[str, int, int, int, str]] = field(default_factory=list)


def gum(data: Path, genre: str = "") -> Iterator[Attributed]:
    """Yield GUM documents with their attribution relations (rhetorical structure).

    data: holds `gum` (Zeldes 2017 and later), annotations CC BY.
    genre: "news", "interview" or "speech"; "" for all.
    The source is what the signal `sem-atsrc` points at; the content is the nucleus with all that
    was joined to it before the attribution was, over sentences, the words of the attributing unit
    left out. Credits of pictures ("Image: X"), which the annotation counts as attributions, are
    left out.
    """
    for path in sorted((data / "gum").glob(f"GUM_{genre}*.conllu")):
        texts: list[Text] = []
        places: list[tuple[int, int]] = []
        words = [word for _, rows, _ in _sentences(path) for word in (row[1] for row in rows)]
        tree = _Discourse()
        for n, (_, rows, paragraph) in enumerate(_sentences(path)):
            texts.append(_text(rows, paragraph))
            for word, row in enumerate(rows):
                _unit(tree, row[9])
                places.append((n, word))
        yield Attributed(path.stem, texts, list(_relations(tree, places, words)))


def _unit(tree: _Discourse, misc: str) -> None:
    """Add a word: a new unit begins where a relation stands."""
    told = next((m[10:] for m in misc.split("|") if m.startswith("Discourse=")), "")
    for relation in _RELATION.finditer(told):
        name, here, head, depth, signals = relation.groups()
        if int(here) not in tree.starts:
            tree.starts[int(here)] = len(tree.unit)
            tree.hung.append((name, int(here), int(head), int(depth), signals or ""))
    if told.startswith("ROOT"):
        tree.starts[int(told.split(":")[1])] = len(tree.unit)
    tree.unit.append(max(tree.starts, key=lambda u: tree.starts[u], default=0))


def _relations(
    tree: _Discourse, places: list[tuple[int, int]], words: list[str]
) -> Iterator[Relation]:
    below: dict[int, list[tuple[int, int]]] = {}
    for _, unit, head, depth, _ in tree.hung:
        below.setdefault(head, []).append((unit, depth))
    for name, unit, head, depth, signals in tree.hung:
        if not name.startswith("attribution"):
            continue
        todo, units = [u for u, d in below.get(head, ()) if d < depth], {head}
        while todo:
            at = todo.pop()
            units.add(at)
            todo.extend(u for u, _ in below.get(at, ()))
        units.discard(unit)
        content = frozenset(places[i] for i, u in enumerate(tree.unit) if u in units)
        source = frozenset(places[i - 1] for i in _signalled(signals) if i <= len(places))
        at = tree.starts[unit]
        if _CREDITS & {word.casefold() for word in words[max(0, at - 2) : at + 1]}:
            continue
        yield Relation(source, content)


def _signalled(signals: str) -> Iterator[int]:
    """Yield the words of the document, counted from 1, that name who says so."""
    for signal in signals.split("+"):
        if signal.startswith("sem-atsrc-"):
            for span in signal.removeprefix("sem-atsrc-").split(","):
                first, _, last = span.partition("-")
                yield from range(int(first), int(last or first) + 1)


def _sentences(path: Path) -> Iterator[tuple[str, list[list[str]], int]]:
    """Yield name, words and number of the paragraph of the sentences of a CoNLL-U file."""
    paragraph = -1
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newpar") for line in lines):
            paragraph += 1
        name = next((x.split("= ")[1] for x in lines if x.startswith("# sent_id")), "")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [_glued(row, rows) for row in rows if row[0].isdigit()]
        if rows:
            yield name, rows, max(paragraph, 0)


def _glued(row: list[str], rows: list[list[str]]) -> list[str]:
    """Return a word with the spacing of the longer token that it is part of ("do" in "don't")."""
    for other in rows:
        first, dash, last = other[0].partition("-")
        if dash and int(first) <= int(row[0]) < int(last):
            return [*row[:9], f"{row[9]}|SpaceAfter=No"]
        if dash and int(row[0]) == int(last):
            return [*row[:9], f"{row[9]}|{other[9]}"]
    return row


def _text(rows: Iterable[list[str]], paragraph: int) -> Text:
    rows = list(rows)
    spaced = tuple("SpaceAfter=No" not in row[9].split("|") for row in rows)
    return Text(tuple(row[1] for row in rows), spaced, paragraph)


def _spaced(words: list[str], paragraph: int) -> Text:
    return Text(tuple(words), (True,) * len(words), paragraph)
