"""Word classes by lexicon, ending and the words before: universal and Penn classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tertius.readers.shallow import lexicon
from tertius.reading.syntax import lemma

PENN: Final = {"NOUN": "NN", "PROPN": "NNP", "ADJ": "JJ", "ADV": "RB", "DET": "DT", "PRON": "PRP",
               "ADP": "IN", "SCONJ": "IN", "CCONJ": "CC", "NUM": "CD"}  # fmt: skip
_OPENING = frozenset({"DET", "PROPN", "PRON", "ADJ", "NUM", "NOUN"})
_HYPHENS = frozenset({"-", "–", "‐"})


@dataclass(slots=True)
class Tagger:
    """Tags one sentence from left to right.

    words: as `tertius.reading.sentences` cuts them. named: words that are part of a name of the
    gazetteer, with "name" or "people" for its kind.
    """

    words: Sequence[str]
    named: dict[int, str]
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    open_subject: bool = False  # a nominal that still waits for its finite verb

    def tags(self) -> tuple[list[str], list[str]]:
        """Return universal and Penn classes, one a word."""
        for i, word in enumerate(self.words):
            upos, xpos = self._tag(i, word, word.casefold())
            self.upos.append(upos)
            self.xpos.append(xpos)
            self._follow(i, upos, xpos)
        return self.upos, self.xpos

    def _follow(self, i: int, upos: str, xpos: str) -> None:
        if upos in {"NOUN", "PROPN", "PRON"} and xpos not in {"WDT", "WP", "PRP$"}:
            self.open_subject = True
        elif xpos in {"WDT", "WP"}:
            self.open_subject = True
        elif xpos in {"VBD", "VBZ", "VBP", "MD"} or upos == "SCONJ":
            self.open_subject = False

    def _before(self, i: int) -> int:
        """Return the place of the last word that is no adverb, -1 for none."""
        at = i - 1
        while at >= 0 and (
            self.upos[at] == "ADV" or self.words[at].casefold() in lexicon.NEGATIONS
        ):
            at -= 1
        return at

    def _next(self, i: int) -> str:
        return self.words[i + 1].casefold() if i + 1 < len(self.words) else ""

    def _tag(self, i: int, word: str, low: str) -> tuple[str, str]:
        if not any(c.isalnum() for c in word):
            return ("SYM", "$") if word[-1] in "$€£¥₹" else ("PUNCT", _mark(word))
        closed = self._closed(i, word, low)
        if closed is not None:
            return closed
        if word[0].isdigit() or low in lexicon.NUMBERS or lemma(word, "NUM").isdigit():
            return "NUM", "CD"
        kind = self.named.get(i)
        if kind == "people" and self._describes(i):
            return "ADJ", "JJ"
        if kind is not None and word[:1].isupper():
            return "PROPN", "NNPS" if kind == "people" and low.endswith("s") else "NNP"
        if word[:1].isupper() and (i > 0 or not self._is_ordinary(low)):
            people = word.endswith(lexicon.PEOPLE_ENDINGS) and self._describes(i)
            return ("ADJ", "JJ") if people else ("PROPN", "NNP")
        return self._open(i, low)

    def _describes(self, i: int) -> bool:
        """Tell whether a small-letter noun or adjective follows: "Iranian troops"."""
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        if after in _HYPHENS or not after[:1].islower() or after in lexicon.closed():
            return False
        finite = self._verb_form(after) in {"VBZ", "VBD"}
        return not finite or lemma(after, "NOUN") in lexicon.nouns()

    def _is_ordinary(self, low: str) -> bool:
        return bool(
            lemma(low, "NOUN") in lexicon.nouns()
            or self._verb_form(low)
            or low in lexicon.adjectives()
            or low.endswith(("ly", "ing", "ed", "ers", "ists", "ants", *lexicon.ADJECTIVE_ENDINGS))
        )

    def _closed(self, i: int, word: str, low: str) -> tuple[str, str] | None:
        if low in {"'s", "’s", "'", "’"}:
            own = i > 0 and i - 1 < len(self.upos) and self.upos[i - 1] in {"NOUN", "PROPN"}
            return ("PART", "POS") if own else ("AUX", "VBZ")
        if low in lexicon.NEGATIONS:
            return "PART", "RB"
        if low == "to":
            after = self._next(i)
            if i and self.words[i - 1].casefold() == "according":
                return "ADP", "IN"
            infinitive = self._verb_form(after) in {"VB", "AUX"} and not after.endswith("ing")
            return ("PART", "TO") if infinitive else ("ADP", "IN")
        if low in lexicon.MODALS:
            return "AUX", "MD"
        for verbs in (lexicon.BE, lexicon.HAVE, lexicon.DO):
            if low in verbs:
                return self._auxiliary(i, low, verbs == lexicon.BE)
        if low in lexicon.RELATIVES:
            return "PRON", "WP" if low != "which" else "WDT"
        if low in lexicon.POSSESSIVES:
            return "PRON", "WP$" if low == "whose" else "PRP$"
        if low == "that":
            return self._that(i)
        if low == "according" and self._next(i) == "to":
            return "ADP", "IN"
        if low in lexicon.CONJUNCTIONS:
            return "CCONJ", "CC"
        if low in lexicon.PRONOUNS and not (word == "US" or word.isupper() and len(word) > 1):
            return "PRON", "PRP"
        if low in lexicon.CLAUSE_MARKS and self._opens_clause(i):
            return "SCONJ", "IN"
        if low in lexicon.PREPOSITIONS:
            return ("ADV", "RP") if self._is_particle(i, low) else ("ADP", "IN")
        if low in lexicon.DETERMINERS:
            return "DET", "DT"
        return ("ADV", "RB") if low in lexicon.ADVERBS or low in lexicon.PARTICLES else None

    def _auxiliary(self, i: int, low: str, be: bool) -> tuple[str, str]:
        forms = {"been": "VBN", "had": "VBD", "was": "VBD", "were": "VBD", "did": "VBD",
                 "be": "VB", "being": "VBG", "having": "VBG"}  # fmt: skip
        third = "VBZ" if low.endswith("s") and low != "was" else "VBP"
        main = not be and self._next(i) in lexicon.DETERMINERS | lexicon.POSSESSIVES
        if low == "have" and i and (self.xpos[i - 1 : i] in (["TO"], ["MD"])):
            return "VERB" if main else "AUX", "VB"
        return "VERB" if main else "AUX", forms.get(low, third)

    def _that(self, i: int) -> tuple[str, str]:
        before = self._before(i)
        if before >= 0 and self.upos[before] in {"NOUN", "PROPN"}:
            told = lemma(self.words[before], "NOUN") in lexicon.speech_nouns()
            near = [word.casefold() for word in self.words[i + 1 : i + 5]]
            verb = any(self._verb_form(low) or low in lexicon.MODALS for low in near)
            if verb and not told:
                return "PRON", "WDT"
        saying = before >= 0 and self.upos[before] in {"VERB", "NOUN", "ADJ", "PUNCT", "PROPN"}
        return ("SCONJ", "IN") if saying or i == 0 else ("DET", "DT")

    def _opens_clause(self, i: int) -> bool:
        """Tell whether a finite verb follows before a pause: "after Chad attacked"."""
        if self.words[i].casefold() not in lexicon.PREPOSITIONS:
            return True
        subject = False
        for word in self.words[i + 1 : i + 9]:
            low = word.casefold()
            if low in {",", ";", "."} or low in lexicon.CONJUNCTIONS:
                return False
            if subject and (low in lexicon.MODALS | lexicon.BE | lexicon.HAVE | lexicon.DO):
                return True
            if subject and self._verb_form(low) in {"VBD", "VBZ"} and low not in lexicon.nouns():
                return True
            if self._verb_form(low) == "VBG" and not subject:
                return False
            subject = subject or low not in lexicon.DETERMINERS
        return False

    def _is_particle(self, i: int, low: str) -> bool:
        verbal = i > 0 and self.upos[i - 1] == "VERB"
        return low in lexicon.PARTICLES and verbal

    def _open(self, i: int, low: str) -> tuple[str, str]:
        form = self._verb_form(low)
        if form and self._reads_as_verb(i, low, form):
            return "VERB", self._verb_class(i, low, form)
        noun = lemma(low, "NOUN")
        helped = i > 0 and self.upos[i - 1] == "AUX"
        if low == "long" and helped and self._verb_form(self._next(i)) == "VBD":
            return "ADV", "RB"
        if low in lexicon.adjectives():
            return "ADJ", "JJ"
        if noun in lexicon.nouns():
            return "NOUN", "NNS" if noun != low else "NN"
        if low.endswith("ly"):
            return "ADV", "RB"
        if low.endswith(lexicon.ADJECTIVE_ENDINGS):
            return "ADJ", "JJ"
        return "NOUN", "NNS" if low.endswith("s") and not low.endswith("ss") else "NN"

    def _verb_form(self, low: str) -> str:
        """Return VB, VBZ, VBG, VBD (or VBN), "AUX", or "" for what is no verb that is known."""
        if low in lexicon.BE | lexicon.HAVE | lexicon.DO:
            return "AUX"
        if not low.isalpha() or low in lexicon.PREPOSITIONS:
            return ""
        base = lemma(low, "VERB").casefold()
        if base not in lexicon.verbs():
            return "VBD" if low.endswith("ed") and len(low) > 4 else ""
        if low == base:
            return "VB"
        if low.endswith("ing"):
            return "VBG"
        return "VBZ" if low in {f"{base}s", f"{base}es", f"{base[:-1]}ies"} else "VBD"

    def _reads_as_verb(self, i: int, low: str, form: str) -> bool:
        before = self._before(i)
        upos = self.upos[before] if before >= 0 else ""
        xpos = self.xpos[before] if before >= 0 else ""
        noun = lemma(low, "NOUN") in lexicon.nouns() or low in lexicon.adjectives()
        if form == "VBG":
            if upos == "ADP" and self._starts_phrase(i + 1, self._next(i)):
                return True
            if not noun or upos == "AUX":
                return upos not in {"DET"} and xpos not in {"POS", "PRP$"} or not noun
            return upos not in {"DET", "ADJ", "NUM", "ADP", "VERB"} and xpos not in {"POS", "PRP$"}
        if form == "VBD":
            return True
        if xpos in {"TO", "MD"} or upos == "AUX" and self.words[before].casefold() in lexicon.DO:
            return form == "VB"
        if upos in {"DET", "ADJ", "NUM", "ADP", "AUX", "VERB"} or xpos in {"POS", "PRP$"}:
            return False
        if xpos in {"PRP", "WP", "WDT"}:
            return True
        if upos == "CCONJ" and before and self.upos[before - 1] == "VERB":
            return True
        if not self.open_subject:
            return not noun and i > 0
        if form == "VBZ" and self._ends_relative(i):
            return True
        follows = self._next(i)
        return self._starts_phrase(i + 1, follows) if noun else True

    def _ends_relative(self, i: int) -> bool:
        """Tell whether a clause ends here that has only a subject: "which Egypt supports,"."""
        at = i - 1
        while at >= 0 and self.upos[at] in {"DET", "ADJ", "NOUN", "PROPN"}:
            at -= 1
        return 0 <= at < i - 1 and self.xpos[at] in {"WDT", "WP"}

    def _starts_phrase(self, i: int, low: str) -> bool:
        if i >= len(self.words):
            return False
        if self.words[i][:1].isupper() or low == "that":
            return True
        starts = lexicon.DETERMINERS | lexicon.POSSESSIVES | lexicon.PRONOUNS | {"to", "with"}
        return low in starts or self.words[i][:1].isdigit() or lemma(low, "NOUN") in lexicon.nouns()

    def _verb_class(self, i: int, low: str, form: str) -> str:
        before = self._before(i)
        helper = self.words[before].casefold() if before >= 0 else ""
        if form == "VBG" or form == "VBZ":
            return form
        if form == "VB":
            helped = before >= 0 and (self.xpos[before] in {"TO", "MD"} or helper in lexicon.DO)
            return "VB" if helped else "VBP"
        if before >= 0 and self.upos[before] == "AUX" and self.xpos[before] != "MD":
            return "VBN"
        hyphen = i >= 1 and self.words[i - 1] in _HYPHENS
        modifies = before >= 0 and (self.upos[before] in {"DET", "ADJ", "ADP"} or
                                    self.xpos[before] in {"POS", "PRP$"})  # fmt: skip
        if hyphen or modifies or self._next(i) == "by" or not self.open_subject:
            joined = before >= 0 and self.upos[before] == "CCONJ"
            if joined and self._next(i) != "by":
                return "VBD"
            return "VBN"
        return "VBD"


def _mark(word: str) -> str:
    if word in _HYPHENS:
        return "HYPH"
    if word in {",", ".", "``", "''"}:
        return word
    if word in {'"', "“", "«"}:
        return "``"
    return "''" if word in {"”", "»"} else "." if word in {"?", "!"} else ":"
