"""A parsed sentence and the questions the reader asks of it.

The tree is a Universal Dependencies tree. Positions are word positions in the sentence; None
stands for "there is none".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tertius.reading.sentences import Sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"})
# Verbs whose object, not whose subject, does what the infinitive says ("urged Iran to fight").
OBJECT_CONTROL = frozenset(
    """urge ask order tell force press allow help enable permit persuade encourage prevent stop
    let make see watch want like need expect call request pressure command invite compel keep
    require forbid instruct""".split()
)


@dataclass(frozen=True)
class Tree:
    """One sentence with part of speech, head, relation and lemma for each word."""

    sentence: Sentence
    upos: tuple[str, ...]
    heads: tuple[int, ...]  # -1: the root
    labels: tuple[str, ...]
    lemmas: tuple[str, ...]  # lower case
    xpos: tuple[str, ...]  # Penn word classes: VBD past, VBN participle, NNS plural
    names: tuple[tuple[int, int, str], ...] = ()  # (start, end, PER | ORG | LOC), end exclusive
    texts: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", tuple(self.sentence.texts))

    def __len__(self) -> int:
        return len(self.heads)

    @cached_property
    def kids(self) -> tuple[tuple[int, ...], ...]:
        """For each word its children, left to right."""
        kids: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head >= 0:
                kids[head].append(i)
        return tuple(tuple(k) for k in kids)

    def children(self, i: int, *labels: str) -> list[int]:
        """Return children with one of the labels; "nsubj" also answers for "nsubj:pass"."""
        return [k for k in self.kids[i] if _is(self.labels[k], labels)]

    def phrase(self, start: int, end: int) -> str:
        """Return the words of a span as the text spaces them."""
        words = self.sentence.words[start:end]
        return "".join(
            w.text if n == 0 or words[n - 1].end == w.start else f" {w.text}"
            for n, w in enumerate(words)
        )

    def child(self, i: int, *labels: str) -> int | None:
        """Return the first such child."""
        found = self.children(i, *labels)
        return found[0] if found else None

    def label(self, i: int) -> str:
        """Return the relation without its subtype."""
        return self.labels[i].split(":")[0]

    def head(self, i: int) -> int | None:
        """Return the head word, None for the root."""
        return self.heads[i] if self.heads[i] >= 0 else None

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield head, head's head … up to the root."""
        seen = 0
        while (head := self.head(i)) is not None and seen <= len(self):
            yield head
            i, seen = head, seen + 1

    def subtree(self, i: int) -> list[int]:
        """Return i and all below it, in order."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.kids[at])
        return sorted(found)

    def within(self, i: int, top: int) -> bool:
        """Tell whether i stands in the subtree of top (or is it)."""
        return i == top or top in self.ancestors(i)

    def clauses_between(self, i: int, top: int) -> bool:
        """Tell whether a clause of its own begins on the way from i up to top."""
        while i != top and self.heads[i] >= 0:
            if self.label(i) in _OWN_CLAUSE and (
                self.is_verb(i) or self.children(i, "cop", "nsubj")
            ):
                return True
            i = self.heads[i]
        return False

    def case(self, i: int) -> str:
        """Return the preposition(s) of a phrase, "" if none: "against", "in support of"."""
        words = []
        for k in self.children(i, "case"):
            words.append(self.lemmas[k])
            words.extend(self.lemmas[f] for f in self.children(k, "fixed"))
        return " ".join(words)

    def conjuncts(self, i: int) -> list[int]:
        """Return i and the words coordinated with it: "A, B and C" from A."""
        found = [i]
        for k in self.children(i, "conj"):
            if self.upos[k] in NOMINAL or self.upos[k] == "ADJ":
                found.extend(self.conjuncts(k))
        return found

    def is_verb(self, i: int) -> bool:
        """Tell whether the word heads a clause as a verb."""
        return self.upos[i] == "VERB" or (self.upos[i] == "AUX" and self.label(i) != "aux")

    def is_passive(self, i: int) -> bool:
        """Tell whether a verb is passive, reduced ("funded by X") included."""
        if self.children(i, "nsubj:pass") or self.children(i, "aux:pass"):
            return True
        if self.label(i) == "conj" and not self.children(i, "nsubj", "aux"):
            head = self.heads[i]
            return (
                self.is_verb(head)
                and self.is_passive(head)
                and self._participle(i)
                and not self.children(i, "obj")
            )
        if self.label(i) == "xcomp" and self.xpos[i] == "VBN" and not self.children(i, "obj"):
            head = self.heads[i]  # "would like to see him toppled"
            return self.lemmas[head] in _SEEN_DONE
        reduced = self.label(i) in {"acl", "amod", "advcl"} and self.labels[i] != "acl:relcl"
        return reduced and self._participle(i) and not self.children(i, "obj", "aux", "mark")

    def _participle(self, i: int) -> bool:
        return (
            self.xpos[i] in {"VBN", "VBD"} or self.upos[i] == "ADJ" and self.texts[i].endswith("ed")
        )

    # -- who does it, to whom -----------------------------------------------------------------

    def subject(self, i: int, depth: int = 0) -> int | None:
        """Return the word that stands as deep subject: actor of an active, undergoer of a passive.

        Follows coordination, control, relative and reduced clauses upwards.
        """
        if depth > 8:
            return None
        subjects = [k for k in self.children(i, "nsubj") if self.labels[k] != "nsubj:outer"]
        if not subjects:  # a personal "it" that the parser took for a dummy
            subjects = [k for k in self.children(i, "expl") if self.lemmas[k] == "it"]
            subjects = [] if self.children(i, "csubj", "cop") else subjects
        if subjects:
            return self.referent(subjects[-1])
        head = self.head(i)
        if head is None:
            return None
        match self.label(i):
            case "conj":
                return (
                    self.subject(head, depth + 1) if not self._noun(head) else self._owner(i, head)
                )
            case "xcomp":
                controlled = self.object(head)
                if controlled is None:
                    controlled = self.child(head, "iobj")
                if controlled is None and self.lemmas[head] in _CALLING:
                    controlled = self.oblique(head, ["on", "upon", "to"])
                    return controlled if controlled is not None else self.subject(head, depth + 1)
                if controlled is not None and self._mark(i) in _GERUND:
                    return self.referent(controlled)  # "accused Iran of arming", read as xcomp
                wisher = self.lemmas[i] == "see"  # "whom they would like to see toppled"
                if controlled is not None and self.lemmas[head] in OBJECT_CONTROL and not wisher:
                    return self.referent(controlled)
                return self.subject(head, depth + 1)
            case "advcl" if self._infinitive(i) and self.lemmas[head] in _CALLING:
                called = self.oblique(head, ["on", "upon", "to"])
                return called if called is not None else self.subject(head, depth + 1)
            case "advcl" if self._mark(i) in _GERUND and self.child(head, "obj") is not None:
                return self.object(head)  # "accused Iran of arming the rebels"
            case "advcl" if self._mark(i) == "of" and self.is_passive(head):
                return self.subject(head, depth + 1)  # "was accused by X of arming the rebels"
            case "advcl" | "parataxis" if not self.children(i, "mark") or self._infinitive(i):
                return self.subject(head, depth + 1) if not self._noun(head) else None
            case "advcl" if self._mark(i) in _SHARED_SUBJECT or self.xpos[i] == "VBG":
                return self.subject(head, depth + 1)
            case "ccomp" if not self.children(i, "mark"):
                controlled = self.child(head, "obj")
                if controlled is not None and self.lemmas[head] in OBJECT_CONTROL:
                    return self.referent(controlled)
                return None
            case "acl" | "amod":
                return self._owner(i, head)
        return None

    def _infinitive(self, i: int) -> bool:
        return all(self.lemmas[k] == "to" for k in self.children(i, "mark"))

    def _noun(self, i: int) -> bool:
        return self.upos[i] in {"NOUN", "PROPN", "PRON"}

    def _owner(self, verb: int, noun: int) -> int | None:
        """Return what a clause that modifies a noun has as its subject."""
        if self.label(verb) == "conj":
            return None
        if self.labels[verb] == "acl:relcl":
            # "the rebels who …": the relative pronoun is nsubj and was caught above
            return noun if not self.children(verb, "nsubj") else None
        if self._infinitive(verb) and self.children(verb, "mark"):
            return None  # "the desire to defeat X": whose desire is the noun's affair
        return noun

    def agent(self, i: int) -> int | None:
        """Return who does what a passive says: "by X"."""
        own = self._own_agent(i)
        if own is not None:
            return own
        # "commanded or influenced by X": what follows is shared first, then what went before
        for k in self.children(i, "conj"):
            if self.is_verb(k) and self.is_passive(k) and (found := self._own_agent(k)) is not None:
                return found
        if self.label(i) == "conj" and self.is_passive(i):
            head = self.heads[i]
            for k in self.children(head, "conj"):
                if k > i and self.is_passive(k) and (found := self._own_agent(k)) is not None:
                    return found
            return self._own_agent(head)
        return None

    def _own_agent(self, i: int) -> int | None:
        for k in self.children(i, "obl"):
            if self.labels[k] == "obl:agent" or self.case(k) == "by":
                return self.referent(k)
        return None

    def object(self, i: int) -> int | None:
        """Return the direct object, of relative clauses too, shared by coordinated verbs."""
        own = self.child(i, "obj")
        own = own if own is not None else self.child(i, "iobj")
        if own is not None:
            return self._what(self.referent(own))
        if self.labels[i] == "acl:relcl" and self.children(i, "nsubj"):
            noun = self.heads[i]
            subject = self.child(i, "nsubj")
            if subject is not None and not self._relative(subject) and not self.is_passive(i):
                return noun
        if self.label(i) == "xcomp" and self.heads[i] >= 0:
            # "whom they would like to see toppled": the pronoun belongs to the inner verb
            outer = self.child(self.heads[i], "obj")
            if outer is not None and self._relative(outer):
                return self.referent(outer)
        for k in self.children(i, "conj"):
            # "attacked and killed the rebels"
            if (
                self.is_verb(k)
                and self.child(k, "obj") is not None
                and self.child(k, "nsubj") is None
            ):
                return self.object(k)
        return None

    def _what(self, i: int) -> int:
        """Return the noun in "what he called the occupation"."""
        if self.lemmas[i] == "what":
            for k in self.children(i, "acl"):
                named = self.children(k, "obj", "xcomp")
                if named and named[-1] != i:
                    return named[-1]
        return i

    def oblique(self, i: int, prepositions: Sequence[str]) -> int | None:
        """Return the phrase of a verb, noun or adjective that one of the prepositions leads."""
        for wanted in prepositions:
            for k in self.children(i, "obl", "nmod", "iobj", "advcl", "acl"):
                if self.case(k) == wanted or (
                    self.label(k) in {"advcl", "acl"} and self._mark(k) == wanted
                ):
                    return self.referent(k)
        return None

    def _mark(self, i: int) -> str:
        mark = self.child(i, "mark")
        return self.lemmas[mark] if mark is not None else ""

    def _relative(self, i: int) -> bool:
        return self.lemmas[i] in {"who", "whom", "which", "that", "whose"} and self.upos[i] in {
            "PRON",
            "DET",
            "SCONJ",
        }

    def referent(self, i: int) -> int:
        """Return the noun a relative pronoun stands for, or the word itself."""
        if self._relative(i):
            for up in self.ancestors(i):
                if self.labels[up] == "acl:relcl" and (noun := self.head(up)) is not None:
                    return noun
        return i


_CALLING = frozenset({"call", "appeal", "prevail"})
_OWN_CLAUSE = frozenset({"acl", "advcl", "ccomp", "conj", "parataxis", "csubj"})
_GERUND = frozenset({"of", "for", "from", "into", "with"})
_SEEN_DONE = frozenset({"see", "have", "get", "want", "like", "need", "keep", "find"})
_SHARED_SUBJECT = frozenset(
    {"to", "by", "while", "after", "before", "when", "in", "without", "since"}
)


def _is(label: str, wanted: Sequence[str]) -> bool:
    return label in wanted or label.split(":")[0] in wanted
