"""Give the dictionary form of a word: a table of exceptions first, then its ending."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "weights" / "lemmas.tsv"
LONGEST_ENDING = 6  # letters
SHORTEST_STEM = 2
PEOPLES = ("an", "ish", "ese", "i", "ite")  # endings of Iranian, Kurdish, Lebanese, Iraqi, Shiite


@dataclass(frozen=True, slots=True)
class Lemmas:
    """What was learned, by word class."""

    words: dict[tuple[str, str], str]  # (class, lower-case word) -> lemma
    endings: dict[tuple[str, str], tuple[int, str]]  # (class, ending) -> letters to drop, to add

    def lemma(self, word: str, upos: str) -> str:
        known = self.words.get((upos, word.lower()))
        if known is not None:
            return known
        form = word if _keeps_capital(word, upos) else word.lower()
        for length in range(min(LONGEST_ENDING, len(form) - 1), -1, -1):
            edit = self.endings.get((upos, form[len(form) - length :].lower()))
            if edit is not None and len(form) - edit[0] >= SHORTEST_STEM:
                return form[: len(form) - edit[0]] + edit[1]
        return form


def _keeps_capital(word: str, upos: str) -> bool:
    return upos == "PROPN" or (upos == "ADJ" and word[:1].isupper() and word.endswith(PEOPLES))


def lemma(word: str, upos: str) -> str:
    """Give the dictionary form of a word of that universal class.

    >>> lemma("fought", "VERB"), lemma("militias", "NOUN"), lemma("n't", "PART")
    ('fight', 'militia', 'not')
    """
    return _shipped().lemma(word, upos)


def read(path: Path) -> Lemmas:
    """Read a table: class, word, lemma; or class, *ending, letters to drop, letters to add."""
    words, endings = dict[tuple[str, str], str](), dict[tuple[str, str], tuple[int, str]]()
    for line in path.read_text(encoding="utf-8").splitlines():
        upos, form, *rest = line.split("\t")
        if len(rest) == 2:
            endings[upos, form.removeprefix("*")] = (int(rest[0]), rest[1])
        else:
            words[upos, form] = rest[0]
    return Lemmas(words, endings)


@cache
def _shipped() -> Lemmas:
    return read(TABLE)
