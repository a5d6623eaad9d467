"""From pieces to one tree: who is subject, object or phrase of which verb.

Pieces are taken from left to right, as a reader takes them; a clause waits for its verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from tertius.readers.shallow import lexicon
from tertius.readers.shallow.clause import Clause
from tertius.readers.shallow.phrases import Arcs, Piece


class Assembly:
    """Hangs the pieces of one sentence on one another."""

    def __init__(self, arcs: Arcs, pieces: Sequence[Piece]) -> None:
        self.arcs, self.pieces = arcs, pieces
        self.clause = Clause()
        self.root: int | None = None
        self.waiting: list[int] = []  # prepositions without their noun yet
        self.joint: int | None = None  # a conjunction without its second part yet
        self.noun: int | None = None  # head of the last noun phrase
        self.said: int | None = None  # a verb of speech whose clause may follow
        self.orphans: list[int] = []  # clauses before the main verb
        self._copulas: set[int] = set()
        self._passives: set[int] = set()
        self._inverted: set[int] = set()  # finite verbs without a subject before them

    def build(self) -> None:
        """Read all pieces; then give every word a head, and one word the root."""
        for n, piece in enumerate(self.pieces):
            match piece.kind:
                case "noun":
                    self._noun(n, piece)
                case "verb":
                    self._verb(n, piece)
                case "adjective":
                    self._adjective(n, piece)
                case "preposition":
                    self.waiting.append(piece.head)
                case "mark":
                    self._mark(piece)
                case "relative":
                    self._relative(n, piece)
                case "conjunction":
                    self.joint = piece.head
                case _:
                    pass
        self._close()

    # -- pieces ---------------------------------------------------------------------------------

    def _before(self, n: int) -> Piece | None:
        return self.pieces[n - 1] if n else None

    def _is_before_finite(self, n: int) -> bool:
        """Tell whether a finite verb follows a noun phrase, past what modifies it."""
        depth = False
        for piece in self.pieces[n + 1 :]:
            if piece.kind == "verb":
                return piece.form == "finite" and not depth
            if piece.kind == "preposition":
                depth = True
            elif piece.kind == "noun" and depth:
                depth = False
            elif piece.kind != "adverb":
                return False
        return False

    def _noun(self, n: int, piece: Piece) -> None:
        arcs, clause, before = self.arcs, self.clause, self._before(n)
        i, last, self.noun = piece.head, self.noun, piece.head
        if self.waiting:
            self._phrase(n, i, last)
        elif self.joint is not None and last is not None and self._joins(n):
            self._join(i, last)
        elif last is not None and self._is_listed(n):
            self._join(i, last)
        elif self._is_apposition(n) and last is not None:
            arcs.attach(i, last, "appos")
        elif clause.verb is None:
            self._wait(i)
        elif self._is_before_finite(n) and (
            self.said is not None
            or self.joint is not None
            or before is not None
            and before.kind == "pause"
        ):
            self.clause = Clause(subject=i, parent=clause.parent)
        elif before is not None and before.kind in {"verb", "adverb"} and clause.object is None:
            self._complement(i)
        elif before is not None and before.kind == "noun" and clause.object == last:
            self._second_object(i, last)
        elif self._is_time(i):
            arcs.attach(i, clause.verb, "obl:unmarked")
        else:
            self.clause = Clause(subject=i, parent=clause.parent)

    def _wait(self, i: int) -> None:
        if self.clause.subject is not None and not self._is_time(i):
            self.clause.fronted.append(self.clause.subject)
            self.clause.subject = i
        elif self._is_time(i):
            self.clause.fronted.append(i)
        else:
            self.clause.subject = i

    def _is_time(self, i: int) -> bool:
        return self.arcs.lemma(i) in lexicon.TIMES

    def _complement(self, i: int) -> None:
        clause = self.clause
        assert clause.verb is not None
        if clause.verb in self._copulas:
            self._predicate(i)
        elif self._lacks_subject(clause.verb) and self.arcs.lemma(clause.verb) in lexicon.speech():
            self.arcs.attach(i, clause.verb, "nsubj")  # "said the minister"
        else:
            self.arcs.attach(i, clause.verb, "obj")
            clause.object = i

    def _lacks_subject(self, verb: int) -> bool:
        return verb in self._inverted

    def _second_object(self, i: int, first: int | None) -> None:
        clause = self.clause
        assert clause.verb is not None
        if first is not None and self.arcs.lemma(clause.verb) in lexicon.DITRANSITIVE:
            self.arcs.relabel(first, "iobj")
            self.arcs.attach(i, clause.verb, "obj")
            clause.object = i
        else:
            self.arcs.attach(i, clause.verb, "obl:unmarked")

    def _joins(self, n: int) -> bool:
        """Tell whether a noun after "and" continues a list, and does not begin a clause."""
        if self.clause.verb is None:
            return True
        return not self._is_before_finite(n)

    def _join(self, i: int, last: int) -> None:
        first = last
        while self.arcs.labels[first] == "conj" and self.arcs.heads[first] is not None:
            first = self.arcs.heads[first] or 0
        self.arcs.attach(i, first, "conj")
        if self.joint is not None:
            self.arcs.attach(self.joint, i, "cc")
        self.joint, self.noun = None, first if self.clause.subject == first else i

    def _is_apposition(self, n: int) -> bool:
        """Tell whether a phrase between commas says who the one before is."""
        if n < 2 or self.pieces[n - 1].kind != "pause" or self.pieces[n - 2].kind != "noun":
            return False
        if self.arcs.words[self.pieces[n - 1].head] != ",":
            return False
        start = self.pieces[n].start
        described = self.arcs.upos[start] in {"DET", "ADJ", "NOUN", "PRON"} and (
            self.arcs.xpos[start] != "PRP"
        )
        return described and not self._is_before_finite(n)

    def _is_listed(self, n: int) -> bool:
        """Tell whether a noun phrase goes on with a list that "and" ends: "A, B and C"."""
        kinds = [piece.kind for piece in self.pieces[n - 2 : n]]
        if kinds != ["noun", "pause"] or self.arcs.words[self.pieces[n - 1].head] != ",":
            return False
        rest = [piece.kind for piece in self.pieces[n + 1 : n + 8] if piece.kind != "pause"]
        while rest[:1] == ["noun"]:
            rest = rest[1:]
        return rest[:2] == ["conjunction", "noun"] and self.clause.verb is None

    def _phrase(self, n: int, i: int, last: int | None) -> None:
        arcs, clause = self.arcs, self.clause
        words = [arcs.words[k].casefold() for k in self.waiting]
        for k in self.waiting:
            arcs.attach(k, i, "case")
        first, self.waiting = self.waiting[0], []
        touching = last is not None and first > last and self._touches(first, last)
        if clause.verb in self._copulas and self._follows_verb(first):
            self._predicate(i)  # "are at war with"
        elif last is not None and touching and self._belongs(last, words[0]):
            arcs.attach(i, last, "nmod")
        elif clause.verb is not None:
            agent = words == ["by"] and clause.verb in self._passives
            arcs.attach(i, clause.verb, "obl:agent" if agent else "obl")
        elif last is not None and touching:
            arcs.attach(i, last, "nmod")
        else:
            clause.fronted.append(i)

    def _follows_verb(self, i: int) -> bool:
        return i - 1 == self.clause.verb

    def _touches(self, first: int, last: int) -> bool:
        return all(self.arcs.upos[k] in {"ADV", "PART"} for k in range(last + 1, first))

    def _belongs(self, noun: int, preposition: str) -> bool:
        if preposition == "of" or self.clause.verb is None:
            return True
        return lexicon.takes(self.arcs.lemma(noun), preposition)

    def _adjective(self, n: int, piece: Piece) -> None:
        i, clause = piece.head, self.clause
        if clause.verb is not None and clause.verb in self._copulas:
            self._predicate(i)
        elif self.noun is not None and n and self.pieces[n - 1].kind == "noun":
            self.arcs.attach(i, self.noun, "amod")  # "troops loyal to X"
            self.noun = i
        elif clause.verb is not None:
            self.arcs.attach(i, clause.verb, "xcomp")
            self.noun = i

    def _predicate(self, i: int) -> None:
        """Let a noun or adjective take over from "is", as Universal Dependencies has it."""
        be, arcs = self.clause.verb, self.arcs
        assert be is not None
        for k in range(len(arcs.words)):
            if arcs.heads[k] == be:
                arcs.heads[k] = i
        arcs.heads[i], arcs.labels[i] = arcs.heads[be], arcs.labels[be]
        arcs.heads[be], arcs.labels[be] = i, "cop"
        self.root = i if self.root == be else self.root
        self.said = None if self.said == be else self.said
        self._copulas.discard(be)
        self.clause.verb = self.noun = i

    def _mark(self, piece: Piece) -> None:
        if self.clause.verb is None:
            self.clause.marks.append(piece.head)
            return
        self.clause = Clause(marks=[piece.head], parent=self.clause.parent)

    def _relative(self, n: int, piece: Piece) -> None:
        marked = self.waiting
        for k in marked:
            self.arcs.attach(k, piece.head, "case")
        self.waiting = []
        outer = self.clause
        self.clause = Clause(noun=self.noun, relative=piece.head, parent=outer)

    # -- verbs ----------------------------------------------------------------------------------

    def _verb(self, n: int, piece: Piece) -> None:
        if piece.passive or piece.form == "participle":
            self._passives.add(piece.head)
        if piece.copula:
            self._copulas.add(piece.head)
        match piece.form:
            case "finite":
                self._finite(n, piece)
            case "infinitive":
                self._infinitive(n, piece)
            case _:
                self._participle(n, piece)
        self.noun = None
        told = self.arcs.lemma(piece.head) in lexicon.speech()
        self.said = piece.head if told else self.said

    def _finite(self, n: int, piece: Piece) -> None:
        i, clause = piece.head, self.clause
        if clause.verb is not None and clause.parent is not None and self.joint is None:
            clause = self.clause = self._outer(clause)
        fresh = clause.verb is None
        subject = clause.subject if fresh else None
        first = clause.verb
        if not fresh:
            self.clause = Clause(parent=clause.parent)
            clause = self.clause
        clause.verb = i
        self._subject(i, piece, subject)
        for k in clause.fronted:
            self.arcs.attach(k, i, "obl")
        clause.fronted = []
        self._govern(i, first, subject)

    def _outer(self, clause: Clause) -> Clause:
        """Go back to the clause that a relative clause stands in, if that still waits."""
        outer = clause.parent
        return outer if outer is not None and outer.verb is None else clause

    def _subject(self, i: int, piece: Piece, subject: int | None) -> None:
        clause, label = self.clause, "nsubj:pass" if piece.passive else "nsubj"
        if subject is not None:
            self.arcs.attach(subject, i, label)
            if clause.relative is not None:
                led = any(self.arcs.heads[k] == clause.relative for k in range(clause.relative))
                self.arcs.attach(clause.relative, i, "obl" if led else "obj")
        elif clause.relative is not None:
            self.arcs.attach(clause.relative, i, label)
        else:
            self._inverted.add(i)

    def _govern(self, i: int, first: int | None, subject: int | None) -> None:
        """Hang a finite verb on what it belongs to; the first that belongs to nothing is root."""
        arcs, clause = self.arcs, self.clause
        that = any(arcs.words[k].casefold() == "that" for k in clause.marks)
        for k in clause.marks:
            arcs.attach(k, i, "mark")
        if clause.noun is not None:
            arcs.attach(i, clause.noun, "acl:relcl")
        elif clause.marks and not that:
            self._adverbial(i)
        elif self.joint is not None and (first or self.root) is not None:
            arcs.attach(i, first if first is not None else self.root or 0, "conj")
            arcs.attach(self.joint, i, "cc")
            self.joint = None
        elif self.said is not None and (that or subject is not None) and self.said != i:
            arcs.attach(i, self.said, "ccomp")
        elif self.root is None:
            self.root = i
        else:
            arcs.attach(i, self.root, "parataxis")
        clause.marks, clause.noun = [], None

    def _adverbial(self, i: int) -> None:
        if self.root is not None:
            self.arcs.attach(i, self.root, "advcl")
        else:
            self.orphans.append(i)
        parent = self.clause.parent
        self.clause = Clause(verb=i, parent=parent or Clause())

    def _infinitive(self, n: int, piece: Piece) -> None:
        i, clause, before = piece.head, self.clause, self._before(n)
        if before is not None and before.kind == "noun" and clause.object != before.head:
            self.arcs.attach(i, before.head, "acl")
        elif clause.verb is None:
            self.orphans.append(i)
        elif self.joint is not None and clause.verb is not None:
            self.arcs.attach(i, clause.verb, "conj")
            self.arcs.attach(self.joint, i, "cc")
            self.joint = None
        elif before is not None and before.kind == "noun" and self._is_intent(before.head):
            self.arcs.attach(i, before.head, "acl")
        else:
            control = self.arcs.lemma(clause.verb) in lexicon.CONTROL
            adjective = self.arcs.upos[clause.verb] == "ADJ"
            self.arcs.attach(i, clause.verb, "xcomp" if control or adjective else "advcl")
        subject = clause.subject if clause.verb is None else None
        self.clause = Clause(verb=i, subject=None, parent=clause.parent or clause)
        if subject is not None:
            clause.subject = subject

    def _is_intent(self, noun: int) -> bool:
        return self.arcs.lemma(noun) in lexicon.intents()

    def _participle(self, n: int, piece: Piece) -> None:
        i, clause, before = piece.head, self.clause, self._before(n)
        if self.waiting:
            for k in self.waiting:
                self.arcs.attach(k, i, "mark")
            self.waiting = []
            self._under(i, "advcl")
        elif self.joint is not None and clause.verb is not None:
            self.arcs.attach(i, clause.verb, "conj")
            self.arcs.attach(self.joint, i, "cc")
            self.joint = None
        elif before is not None and before.kind == "noun":
            self.arcs.attach(i, before.head, "acl")
        else:
            self._under(i, "advcl")
        parent = clause if clause.verb is None else clause.parent
        self.clause = Clause(verb=i, parent=parent)

    def _under(self, i: int, label: str) -> None:
        verb = self.clause.verb if self.clause.verb is not None else self.root
        if verb is None:
            self.orphans.append(i)
        else:
            self.arcs.attach(i, verb, label)

    # -- the end --------------------------------------------------------------------------------

    def _close(self) -> None:
        arcs, n = self.arcs, len(self.arcs.words)
        if self.root is None:
            loose = [p.head for p in self.pieces if arcs.heads[p.head] is None]
            named = [p.head for p in self.pieces if p.kind in {"noun", "verb"}]
            free = [i for i in named if i in loose] or loose
            self.root = free[0] if free else 0
        for i in self.orphans:
            arcs.attach(i, self.root, "advcl")
        for i in range(n):
            if i != self.root and arcs.heads[i] is None:
                label = "punct" if arcs.upos[i] == "PUNCT" else "dep"
                label = "advmod" if arcs.upos[i] == "ADV" else label
                arcs.attach(i, self.root, label)
        arcs.heads[self.root], arcs.labels[self.root] = -1, "root"
