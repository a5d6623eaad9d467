"""Score "did it happen" on open annotations; run by hand, never by the tests.

    python -m training.reading_scores --data DIR

DIR holds `uds_factuality` with `ud_ewt` (Universal Decompositional Semantics, CC BY-SA 4.0) and
`meantime` (NewsReader MEANTIME, CC BY 4.0), as they come. What is foretold, possible, denied or
only wished did not happen; the trees are the parser's own.
"""

from __future__ import annotations

import argparse
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from tertius.reading.attribution import attributions, sources_at
from tertius.reading.cues import cues
from tertius.reading.modality import modality
from tertius.reading.sentences import Sentence, Word
from tertius.reading.syntax import Encoder, lemma
from tertius.reading.trees import Tree


class Nobody:
    """A cast without actors: who speaks does not matter here."""

    def at(self, sentence: int, word: int) -> None:
        """Know nobody."""


def sentence(words: list[str], start: int) -> Sentence:
    """Return a sentence of words with one space between them."""
    found, at = [], start
    for word in words:
        found.append(Word(word, at, at + len(word)))
        at += len(word) + 1
    return Sentence(start, at - 1, 0, tuple(found))


def parsed(texts: list[list[str]], encoder: Encoder) -> tuple[list[Tree], str]:
    """Return the trees of a document and its text."""
    trees, start = [], 0
    for words, p in zip(texts, encoder.parse(texts), strict=True):
        lemmas = tuple(lemma(w, u).casefold() for w, u in zip(words, p.upos, strict=True))
        split = sentence(words, start)
        trees.append(
            Tree(
                sentence=split,
                upos=p.upos,
                heads=p.heads,
                labels=p.labels,
                lemmas=lemmas,
                xpos=p.xpos,
                names=p.names,
            )
        )
        start = split.end + 1
    return trees, "\n".join(" ".join(words) for words in texts)


Document = tuple[list[list[str]], list[tuple[int, int, bool]]]  # words; sentence, word, happened


def uds(data: Path) -> Iterator[Document]:
    """Yield EWT development sentences with the words that were asked about."""
    asked: dict[str, list[tuple[int, bool]]] = {}
    for line in (data / "uds_factuality/factuality.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        asked.setdefault(row["sent_id"], []).append((row["token"] - 1, row["value"] > 0))
    for block in (data / "ud_ewt/en_ewt-ud-dev.conllu").read_text("utf-8").split("\n\n"):
        lines = block.splitlines()
        name = next((x.split("= ")[1] for x in lines if x.startswith("# sent_id")), "")
        words = [x.split("\t")[1] for x in lines if x[:1].isdigit() and x.split("\t")[0].isdigit()]
        if name in asked:
            yield [words], [(0, word, happened) for word, happened in asked[name]]


def meantime(data: Path) -> Iterator[Document]:
    """Yield Wikinews articles with their verbs and nouns of known polarity and certainty."""
    for path in sorted((data / "meantime").glob("corpus_*/*.xml")):
        root = ElementTree.parse(path).getroot()
        texts: list[list[str]] = []
        place: dict[str, tuple[int, int]] = {}
        for token in root.iter("token"):
            while len(texts) <= int(token.attrib["sentence"]):
                texts.append([])
            place[token.attrib["t_id"]] = (len(texts) - 1, len(texts[-1]))
            texts[-1].append({"``": '"', "''": '"'}.get(token.text or "", token.text or "_"))
        yield [t or ["_"] for t in texts], list(_events(root, place))


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


def score(documents: Iterator[Document], encoder: Encoder) -> str:
    """Return F1 of what happened, of what did not, and their mean."""
    right = {True: 0, False: 0}
    said_so, is_so = {True: 0, False: 0}, {True: 0, False: 0}
    for texts, asked in documents:
        trees, text = parsed(texts, encoder)
        found = attributions(trees, Nobody(), text)
        for n, word, happened in asked:
            mood, attitude = modality(trees[n], word, sources_at(found, n, word))
            own = trees[n].lemmas[word] in cues("want") | cues("fear") | cues("call")
            told = mood == "asserted" and (own or attitude not in {"desire", "fear"})
            said_so[told] += 1
            is_so[happened] += 1
            right[told] += told == happened
    f1 = {k: 2 * right[k] / max(1, said_so[k] + is_so[k]) for k in (True, False)}
    total = sum(is_so.values())
    return (
        f"happened {f1[True]:.3f}  not {f1[False]:.3f}  macro {sum(f1.values()) / 2:.3f}  n {total}"
    )


def main() -> None:
    """Print the scores of both sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    data: Path = parser.parse_args().data
    encoder = Encoder.load()
    print("uds_factuality", score(uds(data), encoder))
    print("meantime      ", score(meantime(data), encoder))


if __name__ == "__main__":
    main()
