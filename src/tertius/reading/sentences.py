"""Paragraphs, sentences and words of a text, each with its place.

Words follow the conventions of Universal Dependencies English (EWT): possessive 's and n't are
words of their own, hyphenated compounds are split ("U.S. - led"), so that the parser meets what
it was trained on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

MAX_SENTENCE = 3000  # characters; a longer one is cut at a space: no report writes such a sentence

# A full stop after one of these ends no sentence by itself.
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen lt col maj capt cmdr adm brig sgt cpl rev hon pres gov sen rep amb sec
    st mt no nos vs etc jr sr inc ltd co corp dept est fig vol jan feb mar apr jun jul aug sept sep
    oct nov dec mon tue wed thu fri sat sun a.m p.m e.g i.e cf approx gov't spokesm min fr
    lt.gen maj.gen brig.gen lt.col""".split()
)
# Prefixes that stay glued to their word, as in EWT ("pro-Russian", "non-aligned").
PREFIXES = frozenset(
    "pro anti non pre ex co post mid re semi multi sub inter counter ultra neo de un e".split()
)
_CONTRACTION = re.compile(r"(?i)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_SPLIT_NOT = {"cannot": 3, "gonna": 3, "wanna": 3}
_OPEN = "\"'“‘«([{`"
_CLOSE = "\"'”’»)]}"
_WORD = re.compile(
    r"""
    (?:https?://|www\.)\S+            # an address is one word
  | (?:[^\W\d_]\.){2,}(?![^\W\d_])    # U.S.  U.N.  p.m.
  | \d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s)(?![^\W\d_]))?   # 1,000  10:30  3rd  1990s
  | [^\W\d_]+\d\w*                    # M23, F16
  | (?!(?:US|AU?|CA?|HK|NZ|NT|S|R)\$)[^\W\d_]+(?:['’][^\W\d_]+)*\.?  # the dot is decided later
  | \.{2,} | …
  | (?<![^\W_])(?:US|AU?|CA?|HK|NZ|NT|S|R)?\$ | [€£¥₹]
  | --+
  | \S
    """,
    re.VERBOSE,
)
# "ERBIL, Iraq, Dec. 3 (Agency) - ": where a report was written is no part of its first sentence.
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z'’.-]"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATELINE = re.compile(
    rf"{_CAPITALS}{{2,}}(?:[ /]{_CAPITALS}+)*(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    rf"(?:[,.]? ?\d{{0,2}} ?{_MONTH}\.?(?: \d{{1,2}})?(?:, \d{{4}})?)?"
    r"\s*(?:\([^()]{2,40}\)\s*)?(?:--?|—|–)\s+"
)
_BREAK = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|[\"”»]\s+(?=[“\"«][A-Z])")


@dataclass(frozen=True, slots=True)
class Word:
    """One word and its place in the text that was split."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place, its words, the paragraph it stands in (counted from 0)."""

    start: int
    end: int
    paragraph: int
    words: tuple[Word, ...]

    @property
    def texts(self) -> list[str]:
        """The words as plain strings."""
        return [w.text for w in self.words]


def sentences(text: str) -> list[Sentence]:
    """Split a text into sentences with words; a line break always ends a sentence.

    Offsets are characters of `text`. Blank lines and lines without a letter or digit are skipped.
    """
    found: list[Sentence] = []
    paragraph = 0
    for line in re.finditer(r"[^\r\n\u2028\u2029]+", text):
        if not any(c.isalnum() for c in line.group()):
            continue
        opening = _DATELINE.match(line.group())
        skip = opening.end() if opening else 0
        for start, end in _spans(line.group()[skip:], line.start() + skip):
            words = tuple(words_of(text, start, end))
            if words:
                found.append(Sentence(start, end, paragraph, words))
        paragraph += 1
    return found


def _spans(line: str, offset: int) -> list[tuple[int, int]]:
    cuts = [0]
    for m in _BREAK.finditer(line):
        if m.end() < len(line) and _ends_sentence(line, m):
            cuts.append(m.end())
    cuts.append(len(line))
    spans = []
    for a, b in pairwise(cuts):
        for c, d in _no_longer_than(line, a, b):
            piece = line[c:d]
            start = c + len(piece) - len(piece.lstrip())
            end = c + len(piece.rstrip())
            if start < end:
                spans.append((offset + start, offset + end))
    return spans


def _no_longer_than(line: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > MAX_SENTENCE:
        cut = line.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _ends_sentence(line: str, mark: re.Match[str]) -> bool:
    rest = line[mark.end() :].lstrip(_OPEN)
    if not rest or rest[0].islower():
        return False
    if not mark.group().startswith("."):
        # "What now?" he asked: a lower-case letter follows, caught above
        return True
    before = line[: mark.start()].rsplit(maxsplit=1)[-1] if line[: mark.start()].split() else ""
    bare = before.lstrip(_OPEN).casefold()
    if mark.group().rstrip()[1:]:
        return True  # the full stop stands before a closing quotation mark or is an ellipsis
    if bare.rstrip(".") in ABBREVIATIONS:
        return False
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", bare):  # U.S. / Ph.D.: a new sentence only before these
        return bool(
            re.match(r"(?:The|A|An|In|On|At|But|And|He|She|It|They|We|This|That|However)\b", rest)
        )
    # a single initial: "George W. Bush"
    return not re.fullmatch(r"[a-z]", bare)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Split text[start:end] into words; each slice of `text` is exactly its word."""
    words: list[Word] = []
    for m in _WORD.finditer(text, start, end):
        _add(words, m.group(), m.start())
    return _rejoin_hyphens(_final_stop(words, end))


def _add(words: list[Word], piece: str, at: int) -> None:
    if piece.endswith(".") and len(piece) > 1 and piece.rstrip(".").isalpha():
        stem = piece[:-1]
        if stem.casefold() not in ABBREVIATIONS and not (len(stem) == 1 and stem.isupper()):
            _add(words, stem, at)
            words.append(Word(".", at + len(stem), at + len(piece)))
            return
    low = piece.casefold()
    cut = len(piece)
    if low in _SPLIT_NOT:
        cut = _SPLIT_NOT[low]
    elif (m := _CONTRACTION.search(piece)) and m.start() > 0:
        cut = m.start()
    elif len(piece) > 2 and piece[-1] in "'’" and piece[-2] in "sS":
        cut = len(piece) - 1
    words.append(Word(piece[:cut], at, at + cut))
    if cut < len(piece):
        words.append(Word(piece[cut:], at + cut, at + len(piece)))


def _final_stop(words: list[Word], end: int) -> list[Word]:
    """Let the last abbreviation of a sentence keep its stop and split any other last stop."""
    if words and words[-1].end == end and len(words[-1].text) > 2:
        last = words[-1]
        if last.text.endswith(".") and last.text.count(".") == 1 and last.text[:-1].isalpha():
            return [
                *words[:-1],
                Word(last.text[:-1], last.start, last.end - 1),
                Word(".", last.end - 1, last.end),
            ]
    return words


def _rejoin_hyphens(words: list[Word]) -> list[Word]:
    """Glue "pro" "-" "Russian" again; leave "U.S." "-" "led" in three."""
    out: list[Word] = []
    for word in words:
        if (
            len(out) >= 2
            and out[-1].text == "-"
            and out[-2].end == out[-1].start
            and out[-1].end == word.start
            and out[-2].text.casefold() in PREFIXES
            and word.text[0].isalpha()
        ):
            head = out[-2]
            out[-2:] = [Word(f"{head.text}-{word.text}", head.start, word.end)]
        else:
            out.append(word)
    return out
