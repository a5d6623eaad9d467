"""Whose a clause or a noun is: what verbs, event nouns and roles ask of the tree alike."""

from __future__ import annotations

from collections.abc import Sequence

from tertius.reading.fillers import Fillers
from tertius.reading.predications import Predication
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import condition, relation, triggers

_THROUGH = {"of", "on", "in", "for", "to", "about", "with"}
_RECIPROCAL = {("each", "other"), ("one", "another")}
_DETACHED = {
    "after",
    "before",
    "since",
    "during",
    "despite",
    "because",
    "following",
    "until",
    "over",
    "amid",
}


class Clauses:
    """The clauses of one sentence and who acts in them; `found` grows as relations are read."""

    def __init__(self, tree: Tree, fillers: Fillers, found: list[Predication]) -> None:
        self.tree, self.fillers, self.found = tree, fillers, found

    def sides(self, i: int | None) -> tuple[int, ...]:
        """Return the parties of a phrase; those of what it explains where it names none.

        "the Ndele Column, a militia that …": what is said of the militia is said of the column.
        """
        found = self.fillers.sides(i)
        while i is not None and self.tree.label(i) == "appos" and not self._own(found, i):
            i = self.tree.head(i)
            found = self.fillers.sides(i)
        return tuple(s for s in found if not self._left_out(s, i))

    def _left_out(self, side: int, top: int | None) -> bool:
        """Tell whether a list names a side only to leave it out: "by X but not by Y"."""
        tree, at = self.tree, side
        while at != top and tree.heads[at] >= 0:
            if tree.label(at) == "conj" and any(
                tree.lemmas[k] == "not" and k < side for k in tree.kids[at]
            ):
                return True
            at = tree.heads[at]
        return False

    def _own(self, found: Sequence[int], noun: int) -> bool:
        """Tell whether parties are named with a noun itself, not in a clause about it."""
        for at in found:
            while at != noun and self.tree.heads[at] >= 0 and self.tree.label(at) != "acl":
                at = self.tree.heads[at]
            if at == noun:
                return True
        return False

    def same(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether two lots of mentions mean the same several parties: "A and B … their"."""
        one, other = self.ids(some), self.ids(others)
        return len(one) > 1 and one == other

    def ids(self, heads: Sequence[int]) -> set[str]:
        """Return the actors that some mentions mean."""
        return {p for h in heads if (found := self.fillers.at(h)) for p in found.ids}

    def each_other(self, i: int) -> bool:
        """Tell whether a word is "each other" or "one another"."""
        tree = self.tree
        before = tree.lemmas[i - 1] if i else ""
        return (before, tree.lemmas[i]) in _RECIPROCAL or (
            i + 1 < len(tree) and (tree.lemmas[i], tree.lemmas[i + 1]) in _RECIPROCAL
        )

    def doers(self, i: int) -> tuple[int, ...]:
        """Return who does what a verb says."""
        tree = self.tree
        if tree.is_passive(i):
            return self.sides(tree.agent(i))
        head = tree.head(i)
        if head is not None and tree.xpos[i] == "VBG" and tree.labels[head] == "obl:agent":
            return self.sides(tree.subject(tree.heads[head]))  # "accused by X of hiding Y"
        found = self.sides(tree.subject(i))
        if found or head is None or tree.subject(i) is not None:
            return found
        if tree.label(i) == "acl" and tree.upos[head] == "NOUN":
            # "its attempt to …", "talks to …", "their shared desire to …": whose it is
            whose = self.noun_actor(head, self.governor(head), self.premodifiers(head), ("of",), ())
            return whose or self.shared_by(head) or self._participle_of(i)
        return self._participle_of(i)

    def _participle_of(self, i: int) -> tuple[int, ...]:
        """Return who acts in a loose participle: the subject of the clause it hangs on.

        "signed a letter accusing X", "went from house to house, shooting Y".
        """
        tree = self.tree
        if tree.xpos[i] != "VBG" or tree.label(i) not in {"advcl", "acl", "conj", "parataxis"}:
            return ()
        below = i
        for up in tree.ancestors(i):
            if tree.label(below) == "ccomp" or tree.labels[below] == "acl:relcl":
                return ()
            if tree.is_verb(up) and (subject := tree.subject(up)) is not None:
                return self.fillers.sides(subject)
            below = up
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
        if tree.label(at) == "nmod" and tree.case(at) in _THROUGH and not self._bears(head):
            return self.governor(head) if tree.upos[head] == "NOUN" else None
        return None

    def _bears(self, i: int) -> bool:
        """Tell whether a noun is somebody's part in a thing: "guarantors of the talks"."""
        return ("role", self.tree.lemmas[i]) in triggers() or self.fillers.is_person(i)

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
        owner = tree.child(i, "nmod:poss")
        choices = [self._own_subject(i, owner, verb), self.fillers.sides(owner), pre]
        choices.append(self.fillers.sides(tree.oblique(i, ["by", "from"])))
        if "of" not in slots:
            choices.append(self.fillers.sides(tree.oblique(i, ["of"])))
        if tree.children(i, "cop") or tree.child(i, "nsubj") is not None:
            choices.append(self.fillers.sides(tree.subject(i)))  # "X and Y are at war"
        if tree.label(i) == "nmod" and tree.case(i) == "with":
            choices.append(self.fillers.sides(self.first_conjunct(tree.heads[i])))
        if verb is not None and (self.is_light(verb) or self.is_standing(i)):
            choices.append(self.doers(verb))
        choices += [self.doers(k) for k in tree.children(i, "acl") if self._does(k, i)]
        for choice in choices:
            free = tuple(c for c in choice if c not in taken)
            if free:
                return free
        return ()

    def _own_subject(self, i: int, owner: int | None, verb: int | None) -> tuple[int, ...]:
        """Return the subject of the verb for "its" and "their": "pressed their offensive"."""
        tree = self.tree
        if owner is None or verb is None or tree.upos[owner] != "PRON":
            return ()
        subject = tree.child(verb, "nsubj")
        if subject is None or any(tree.upos[j] == "VERB" for j in range(subject, verb)):
            return ()
        told = tree.label(i) == "obj" and tree.heads[i] == verb
        own = tree.texts[owner].casefold() in {"its", "their"} and self.is_light(verb)
        return self.doers(verb) if told and own else ()

    def _does(self, verb: int, noun: int) -> bool:
        """Tell whether a relative clause says who does a thing: "the war that they waged"."""
        return (
            self.tree.is_verb(verb)
            and self.is_light(verb)
            and (self.tree.is_passive(verb) or self.tree.object(verb) == noun)
        )

    def is_standing(self, i: int) -> bool:
        """Tell whether a noun says how somebody stands, whatever he does: "in league with X"."""
        tree = self.tree
        return (
            tree.label(i) in {"obl", "advcl"}
            and tree.lemmas[i] in condition("standing")
            and bool(set(tree.case(i).split(" ")) & {"in", "at", "on", "under"})
        )

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
