"""Decide what is learned from and what is kept to score on.

Every set is open: EWT and UNER CC BY-SA 4.0, the GUM genres below CC BY or public domain, WikiGold
CC BY 4.0, CrossNER MIT. UNER annotates the sentences of EWT dev, so its share for learning shows
the encoder names, never trees, of sentences whose trees are scored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from training.syntax.names import Tagged, tagged
from training.syntax.treebank import Tree, trees

GENRES = {  # of GUM: those its licence file names as CC BY or public domain, and three more ...
    "gum": ("news", "interview", "speech"),
    "gum_more": ("bio", "voyage", "vlog", "textbook", "academic", "court"),
}
OPEN_SITES = {  # ... from which only what these sites publish under open terms is read
    "textbook": ("openstax.org", "press.rebus.community"),
    "academic": ("journals.plos.org", "www.mdpi.com"),
    "court": ("www.supremecourt.gov",),
}
HELD_OUT = ("GUM_news_afghan", "GUM_news_election", "GUM_news_nasa", "GUM_news_worship")


@dataclass(frozen=True, slots=True)
class Corpus:
    """What one run learns from, or is scored on."""

    trees: dict[str, list[Tree]]  # by the name of the set
    names: dict[str, list[Tagged]]


def training(data: Path) -> Corpus:
    """Give the share to learn from."""
    parsed = {
        "ewt": list(trees(data / "ud_ewt/en_ewt-train.conllu")),
        "gum": [t for t in _gum(data) if t.document not in HELD_OUT],
    }
    named = {
        "uner": [s for at, s in enumerate(_uner(data)) if at % 5 != 4],
        "wikigold": [s for at, s in enumerate(_wikigold(data)) if at % 10 != 9],
        "crossner": [
            *_crossner(data, "train"),
            *(s for at, s in enumerate(_crossner(data, "dev")) if at % 4 != 3),
        ],
    }
    return Corpus(parsed, named)


def held_out(data: Path) -> Corpus:
    """Give the share to score on."""
    parsed = {
        "ewt": list(trees(data / "ud_ewt/en_ewt-ud-dev.conllu")),
        "gum news": [t for t in _gum(data) if t.document in HELD_OUT],
    }
    named = {
        "uner": [s for at, s in enumerate(_uner(data)) if at % 5 == 4],
        "wikigold": [s for at, s in enumerate(_wikigold(data)) if at % 10 == 9],
        "crossner": [s for at, s in enumerate(_crossner(data, "dev")) if at % 4 == 3],
    }
    return Corpus(parsed, named)


def _gum(data: Path) -> Iterator[Tree]:
    for folder, genres in GENRES.items():
        for genre in genres:
            for path in sorted((data / folder).glob(f"GUM_{genre}_*.conllu")):
                if genre not in OPEN_SITES or _site(path) in OPEN_SITES[genre]:
                    yield from trees(path)


def _site(path: Path) -> str:
    """Give the site that a document of GUM was taken from."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# meta::sourceURL = "):
            return urlsplit(line.removeprefix("# meta::sourceURL = ")).netloc
    return ""


def _uner(data: Path) -> Iterator[Tagged]:
    return tagged(data / "uner_ewt/en_ewt-ud-dev.iob2", word=1, tag=2)


def _wikigold(data: Path) -> Iterator[Tagged]:
    return tagged(data / "wikigold/wikigold.conll.txt", word=0, tag=1, separator=" ")


def _crossner(data: Path, part: str) -> Iterator[Tagged]:
    return tagged(data / f"crossner_politics/{part}.txt", word=0, tag=1)
