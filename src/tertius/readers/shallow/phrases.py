"""Noun phrases and verb groups: flat pieces of a sentence, with the arcs inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from tertius.readers.shallow import lexicon
from tertius.reading.mentions import nominals
from tertius.reading.syntax import lemma

Kind: TypeAlias = Literal["noun", "verb", "adjective", "preposition", "mark", "relative",
                          "conjunction", "pause", "adverb"]  # fmt: skip
INSIDE: Final = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM"})
_HYPHENS = frozenset({"-", "–", "‐"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row that one word of theirs speaks for."""

    kind: Kind
    head: int
    start: int
    end: int  # exclusive
    form: str = ""  # of a verb: finite, infinitive, gerund, participle
    passive: bool = False
    copula: bool = False  # "is", "was" without a verb after it


class Arcs:
    """The arcs of one sentence in the making."""

    def __init__(self, words: Sequence[str], upos: Sequence[str], xpos: Sequence[str]) -> None:
        self.words, self.upos, self.xpos = words, upos, xpos
        self.heads: list[int | None] = [None] * len(words)
        self.labels = ["dep"] * len(words)

    def attach(self, i: int, head: int, label: str) -> None:
        """Hang a word on another, unless it hangs already or the arc would close a ring."""
        if i != head and self.heads[i] is None and not self._above(i, head):
            self.heads[i], self.labels[i] = head, label

    def relabel(self, i: int, label: str) -> None:
        """Give the arc of a word another name."""
        self.labels[i] = label

    def lemma(self, i: int) -> str:
        """Return the dictionary form of a word, in small letters."""
        return lemma(self.words[i], self.upos[i]).casefold()

    def _above(self, top: int, i: int) -> bool:
        at: int | None = i
        while at is not None:
            if at == top:
                return True
            at = self.heads[at]
        return False


def pieces(arcs: Arcs) -> list[Piece]:
    """Cut a sentence into pieces from left to right; every word lies in one piece."""
    found: list[Piece] = []
    i = 0
    while i < len(arcs.words):
        piece = _noun_phrase(arcs, i) or _verb_group(arcs, i) or _single(arcs, i)
        found.append(piece)
        i = piece.end
    return found


def _single(arcs: Arcs, i: int) -> Piece:
    upos, xpos = arcs.upos[i], arcs.xpos[i]
    kind: Kind = "pause" if upos == "PUNCT" else "adverb"
    if upos == "ADP":
        kind = "preposition"
    elif upos == "SCONJ":
        kind = "mark"
    elif xpos in {"WDT", "WP"}:
        kind = "relative"
    elif upos == "CCONJ":
        kind = "conjunction"
    elif upos in {"ADJ", "NUM"}:
        kind = "adjective"
    return Piece(kind, i, i, i + 1)


def _noun_phrase(arcs: Arcs, start: int) -> Piece | None:
    """Read "the army's 300 U.S.-backed fighters": modifiers, owners, a head at its end."""
    if arcs.xpos[start] == "PRP":
        return Piece("noun", start, start, start + 1)
    whole, i, owner = start, start, None
    while True:
        end = _run(arcs, i)
        heads = [k for k in range(i, end) if arcs.upos[k] in {"NOUN", "PROPN"}]
        if not heads:
            heads = [k for k in range(i, end) if arcs.upos[k] in {"NUM", "DET", "SYM"}][-1:]
        if not heads or (arcs.upos[heads[-1]] == "DET" and end - i > 1):
            return None
        head = heads[-1]
        end = head + 1
        _inside(arcs, i, head)
        if owner is not None:
            arcs.attach(owner, head, "nmod:poss")
        after = end if end < len(arcs.words) and arcs.xpos[end] == "POS" else None
        if after is None or _run(arcs, after + 1) == after + 1:
            if after is not None:
                arcs.attach(after, head, "case")
                end = after + 1
            return Piece("noun", head, whole, end)
        arcs.attach(after, head, "case")
        owner, i = head, after + 1


def _run(arcs: Arcs, start: int) -> int:
    """Return where the words end that can stand in one phrase."""
    i = start
    while i < len(arcs.words):
        hyphen = arcs.xpos[i] == "HYPH" and i > start and i + 1 < len(arcs.words)
        joined = i > start and arcs.xpos[i - 1] == "HYPH" and arcs.words[i].isalnum()
        participle = arcs.xpos[i] in {"VBN", "VBG"} and _modifies(arcs, start, i)
        own = arcs.xpos[i] in {"PRP$", "WP$"} and i == start
        late = arcs.upos[i] == "DET" and i > start and arcs.upos[i - 1] not in {"DET"}
        if late or not (arcs.upos[i] in INSIDE or own or hyphen or joined or participle):
            break
        i += 1
    while i > start and arcs.xpos[i - 1] == "HYPH":
        i -= 1
    return i


def _modifies(arcs: Arcs, start: int, i: int) -> bool:
    """Tell whether a participle stands before its noun: "the besieged town"."""
    before = i > start and (arcs.upos[i - 1] in {"DET", "ADJ", "NUM"} or arcs.xpos[i - 1] == "PRP$")
    before = before or i > 0 and arcs.xpos[i - 1] == "POS"
    return before and i + 1 < len(arcs.words) and arcs.upos[i + 1] in {"NOUN", "PROPN", "ADJ"}


def _inside(arcs: Arcs, start: int, head: int) -> None:
    """Hang the words of a phrase on its head; a title before a name is a phrase of its own."""
    title = _title(arcs, start, head)
    if title is not None:
        arcs.attach(title, head, "nmod:desc")
    for k in range(start, head):
        top = title if title is not None and k < title else head
        if k == title:
            continue
        if arcs.xpos[k] == "HYPH":
            arcs.attach(k, k - 1 if k > start else head, "punct")
        elif k + 2 <= head and arcs.xpos[k + 1] == "HYPH":
            arcs.attach(k, k + 2 if k + 2 <= head else top, "compound")
        else:
            arcs.attach(k, top, _role(arcs, k))


def _role(arcs: Arcs, k: int) -> str:
    if arcs.xpos[k] in {"PRP$", "WP$"}:
        return "nmod:poss"
    roles = {"DET": "det", "ADJ": "amod", "VERB": "amod", "NUM": "nummod", "ADV": "advmod"}
    return roles.get(arcs.upos[k], "compound")


def _title(arcs: Arcs, start: int, head: int) -> int | None:
    """Return the noun of office before a name: minister in "foreign minister Musa Dago"."""
    if arcs.upos[head] != "PROPN":
        return None
    for k in range(head - 1, start - 1, -1):
        if arcs.xpos[k] == "HYPH":
            return None
        word = lemma(arcs.words[k].lower(), "NOUN")
        if any(kind == "official" for kind, _ in nominals().get(word, ())):
            return k
    return None


def _verb_group(arcs: Arcs, start: int) -> Piece | None:
    """Read "will not have been attacked": helpers, negations, adverbs and one verb at its end."""
    i, verb, be = start, None, False
    while i < len(arcs.words):
        if arcs.upos[i] == "AUX" or arcs.xpos[i] == "TO":
            be = arcs.words[i].casefold() in lexicon.BE
        elif arcs.upos[i] == "VERB":
            verb = i
            break
        elif not (i > start and (arcs.upos[i] == "ADV" or arcs.xpos[i] == "RB")):
            break
        i += 1
    helpers = [k for k in range(start, i) if arcs.upos[k] == "AUX"]
    if verb is None:
        if not helpers:
            return None
        last = helpers[-1]
        negated = [k for k in range(last + 1, i) if arcs.xpos[k] == "RB"]
        end = negated[-1] + 1 if negated else last + 1
        return Piece("verb", last, start, end, _form(arcs, start, end), copula=be)
    passive = arcs.xpos[verb] == "VBN" and bool(helpers) and be
    for k in range(start, verb):
        if arcs.upos[k] == "AUX":
            arcs.attach(k, verb, "aux:pass" if passive and k == helpers[-1] else "aux")
        else:
            arcs.attach(k, verb, "mark" if arcs.xpos[k] == "TO" else "advmod")
    end = verb + 1
    if end < len(arcs.words) and arcs.xpos[end] == "RP":
        arcs.attach(end, verb, "compound:prt")
        end += 1
    return Piece("verb", verb, start, end, _form(arcs, start, end), passive)


def _form(arcs: Arcs, start: int, end: int) -> str:
    first = next((arcs.xpos[k] for k in range(start, end) if arcs.upos[k] in {"AUX", "VERB"}
                  or arcs.xpos[k] == "TO"), "")  # fmt: skip
    forms = {"TO": "infinitive", "VBG": "gerund", "VBN": "participle", "VB": "infinitive"}
    return forms.get(first, "finite")
