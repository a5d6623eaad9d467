"""The language of a report and of its paragraphs: only English is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tertius.documents.wordlist import words

# Frequent English words that no other language of news uses as often.
_ENGLISH = words(
    """
    the of and to that is was for with on by has have had said from at its their they are were be
    been this which who will would not but it he she his her as an after about into over against
    between more than when while also could other some there what all we you i if out up because
    """
)
# Frequent short words of other languages, none of them English: they decide about a short text.
_ELSEWHERE = words(
    """
    der das und nicht ist mit von ein eine für auf dem den sich auch les des est une dans pour qui
    sur pas avec du et la los las que una por para con del il che della di è een het van op niet
    och att som är på og af til ikke ja ei että nie się na jest w z je se da ne ve bir bu için yang
    dan untuk dengan não um uma os em dos și în este cu az és hogy
    """
)
_WORD = re.compile(r"[^\W\d_]+")
_SURE = 0.22  # share of these words that no other language reaches; English news has .3 to .45
_LIKELY = 0.1  # a paragraph of names and numbers; below this the library is asked
_FEW = 12  # words; shorter stretches tell too little
_CERTAIN = 0.95  # probability from which another language is believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A stretch that is not English."""

    language: str  # ISO 639-1
    span: tuple[int, int] | None  # of the text; None: all of it


def foreign(text: str) -> Iterator[Foreign]:
    """Yield the whole text if it is not English, else its paragraphs that are not."""
    whole = _other(text[:20_000])
    if whole is not None:
        # A mixed text is English as soon as a good part of it is.
        english = sum(
            len(line.group()) for line in _PARAGRAPH.finditer(text) if _share(line.group()) >= _SURE
        )
        if 3 * english < len(text):
            yield Foreign(language=whole, span=None)
            return
    for line in _PARAGRAPH.finditer(text):
        language = _other(line.group(), least=_FEW)
        if language is not None:
            yield Foreign(language=language, span=line.span())


_LATIN = re.compile(r"[\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\uff21-\uff5a]")
_PARAGRAPH = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def _share(text: str) -> float:
    words = _WORD.findall(text.lower())
    return sum(word in _ENGLISH for word in words) / len(words) if words else 0.0


def _other(text: str, *, least: int = 1) -> str | None:
    """Return the language of a text that is surely not English, else None."""
    words = _WORD.findall(text.lower())
    if _is_other_script(text):
        return _named(text)
    if len(words) < least or not words:
        return None
    share = sum(word in _ENGLISH for word in words) / len(words)
    if share >= (_SURE if len(words) < 60 else _LIKELY * 1.5):
        return None
    plain = all(word.isascii() for word in words)
    if plain and share >= (_LIKELY / 2 if _ELSEWHERE.isdisjoint(words) else _LIKELY):
        return None
    if plain and len(words) < _FEW and (share or _ELSEWHERE.isdisjoint(words)):
        return None  # a headline, a name: too short to tell
    from tertius.documents.on_langid import likeliest

    language, probability = likeliest(text)
    if language == "en" or probability < _CERTAIN:
        return None
    return language


def _is_other_script(text: str) -> bool:
    """Tell whether most letters are of another script than English is written in."""
    if text.isascii():
        return False
    other = sum(1 for sign in text if sign > "\u036f" and sign.isalpha() and not _LATIN.match(sign))
    latin = sum(1 for sign in text if sign <= "\u036f" and sign.isalpha())
    return other > max(latin, 1)


def _named(text: str) -> str:
    """Return the language of a text in another script; "und" if it cannot be told."""
    from tertius.documents.on_langid import likeliest

    language, _ = likeliest(text)
    return "und" if language == "en" else language
