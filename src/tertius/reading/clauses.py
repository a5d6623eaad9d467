"""Whose a clause or a noun is: what verbs, event nouns and roles ask of the tree alike."""

from __future__ import annotations

from collections.abc import Sequence

from tertius.reading.fillers import Fillers
from tertius.reading.predications import Predication
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import condition, relation

_THROUGH = {"of", "on", "in", "for", "to", "about", "with"}
_DETACHED = {"after", "before", "since", "during", "despite", "because", "following", "until"}


class Clauses:
    """The clauses of one sentence and who acts in them; `found` grows as relations are read."""

    def __init__(self, tree: Tree, fillers: Fillers, found: list[Predication]) -> None:
        self.tree, self.fillers, self.found = tree, fillers, found

    def doers(self, i: int) -> tuple[int, ...]:
        """Return who does what a verb says."""
        tree = self.tree
        if tree.is_passive(i):
            return self.fillers.sides(tree.agent(i))
        found = self.fillers.sides(tree.subject(i))
        head = tree.head(i)
        if found or head is None or tree.subject(i) is not None:
            return found
        if tree.label(i) == "acl" and tree.upos[head] == "NOUN":
            # "its attempt to …", "talks to …", "their shared desire to …": whose it is
            whose = self.noun_actor(head, self.governor(head), self.premodifiers(head), ("of",), ())
            return whose or self.shared_by(head)
        return ()

    def shared_by(self, noun: int) -> tuple[int, ...]:
        """Return the two sides last spoken of, for what is "shared" or "common" to them."""
        if not {self.tree.lemmas[k] for k in self.tree.kids[noun]} & condition("shared"):
            return ()
        for p in reversed(self.found):
            pair = tuple(dict.fromkeys((*p.actors, *p.recipients)))
            if len(pair) == 2 and relation(p.relation).symmetric:
                return pair
        return ()

    def governor(self, i: int) -> int | None:
        """Return the verb that lends a noun its subject: "carried out airstrikes"."""
        tree = self.tree
        at = i
        while tree.label(at) == "conj" and tree.upos[tree.heads[at]] in {"NOUN", "PROPN"}:
            at = tree.heads[at]
        head = tree.head(at)
        if head is None:
            return None
        if tree.labels[at] == "nsubj:pass" and tree.is_verb(head):
            return head
        if tree.label(at) in {"obj", "xcomp"} and tree.is_verb(head):
            return head
        predicate = tree.is_verb(head) or tree.upos[head] == "ADJ"
        if tree.label(at) == "obl" and predicate and tree.case(at) not in _DETACHED:
            return head
        if tree.label(at) == "conj" and tree.is_verb(head):
            return head  # an object that the parser hangs on the verb before its own
        if tree.label(at) == "nmod" and tree.case(at) in _THROUGH:
            return self.governor(head) if tree.upos[head] == "NOUN" else None
        return None

    def clause_of(self, i: int) -> int:
        for up in self.tree.ancestors(i):
            if self.tree.is_verb(up) or self.tree.children(up, "cop"):
                return up
        return i

    def premodifiers(self, i: int) -> tuple[int, ...]:
        found: list[int] = []
        for k in self.tree.kids[i]:
            if (
                k < i
                and self.tree.label(k) in {"amod", "compound", "nmod"}
                and not self.tree.case(k)
            ):
                if self.tree.labels[k] != "nmod:poss":
                    found.extend(self.fillers.sides(k))
                    found.extend(
                        s
                        for j in self.tree.children(k, "compound", "amod")
                        for s in self.fillers.sides(j)
                    )
        return tuple(dict.fromkeys(found))

    def noun_actor(
        self,
        i: int,
        verb: int | None,
        pre: tuple[int, ...],
        slots: Sequence[str],
        taken: Sequence[int],
    ) -> tuple[int, ...]:
        tree = self.tree
        choices = [self.fillers.sides(tree.child(i, "nmod:poss")), pre]
        choices.append(self.fillers.sides(tree.oblique(i, ["by", "from"])))
        if "of" not in slots:
            choices.append(self.fillers.sides(tree.oblique(i, ["of"])))
        if tree.children(i, "cop") or tree.child(i, "nsubj") is not None:
            choices.append(self.fillers.sides(tree.subject(i)))  # "X and Y are at war"
        if tree.label(i) == "nmod" and tree.case(i) == "with":
            choices.append(self.fillers.sides(self.first_conjunct(tree.heads[i])))
        if verb is not None and self.is_light(verb):
            choices.append(self.doers(verb))
        for choice in choices:
            free = tuple(c for c in choice if c not in taken)
            if free:
                return free
        return ()

    def first_conjunct(self, i: int) -> int:
        while self.tree.label(i) == "conj" and self.tree.upos[i] in {"NOUN", "PROPN"}:
            i = self.tree.heads[i]
        return i

    def is_light(self, verb: int) -> bool:
        if self.tree.upos[verb] == "ADJ":
            return True
        return self.tree.lemmas[verb] in condition("light") | condition("sever") | condition(
            "end"
        ) | condition("good") | condition("wish")

    def is_about(self, i: int, name: str) -> bool:
        words = condition(name)
        near = [*self.tree.conjuncts(i), *self.tree.children(i, "compound", "nmod", "nummod")]
        return any(self.tree.lemmas[k] in words or self.tree.texts[k] in words for k in near)

    def add(self, **fields: object) -> None:
        self.found.append(Predication(**fields))  # type: ignore[arg-type]
