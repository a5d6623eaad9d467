"""Relations in the syntax of a sentence: which word carries one, and which words are its sides.

A dictionary of triggers (triggers.csv) is looked up on each word; where its parties stand is read
off the dependency tree. Verbs, event nouns ("airstrikes on"), roles ("an ally of"), adjectives
("hostile to") and compounds ("X-backed", "anti-X") each have their own way to say it.
"""

from __future__ import annotations

from dataclasses import replace

from tertius.reading.clauses import Clauses
from tertius.reading.event_nouns import EventNouns
from tertius.reading.fillers import Fillers
from tertius.reading.predications import Predication
from tertius.reading.roles import Roles
from tertius.reading.trees import Tree
from tertius.reading.verbs import Verbs
from tertius.reading.vocabulary import condition, relation, triggers

__all__ = ["Finder", "Predication"]


class Finder(Clauses):
    """Finds the predications of one sentence."""

    def __init__(self, tree: Tree, fillers: Fillers) -> None:
        super().__init__(tree, fillers, [])
        self._verbs = Verbs(tree, fillers, self.found)
        self._nouns = EventNouns(tree, fillers, self.found)
        self._roles = Roles(tree, fillers, self.found)

    def find(self) -> list[Predication]:
        """Return all of them, in the order of their words."""
        known = triggers()
        for i in range(len(self.tree)):
            lemma = self.tree.lemmas[i]
            if self.tree.upos[i] in {"VERB", "AUX"} or self._verbs.is_verbal(i):
                self._verbs.read(i)
            if self.tree.upos[i] in {"NOUN", "PROPN"}:
                for trigger in known.get(("noun", lemma), ()):
                    if self._nouns.read_noun(i, trigger):
                        break
                for trigger in known.get(("role", lemma), ()):
                    self._roles.read_role(i, trigger)
            if self.tree.upos[i] in {"ADJ", "VERB"}:
                word = lemma if self.tree.upos[i] == "ADJ" else self.tree.texts[i].casefold()
                for trigger in known.get(("adj", word), ()):
                    self._roles.read_adjective(i, trigger)
            self._roles.read_compound(i)
            self._roles.read_judgement(i)
        self._asked()
        for i in range(len(self.tree)):
            if self.tree.lemmas[i] == "against" and self.tree.label(i) == "case":
                self._against(self.tree.heads[i])
        return self.found

    def _against(self, i: int) -> None:
        """Read "… against X" where no trigger has claimed X: whoever acts, acts against X."""
        tree, others = self.tree, self.fillers.sides(i)
        taken = {r for p in self.found for r in (*p.recipients, *p.actors)}
        at = tree.head(i)
        if not others or at is None or taken & set(others):
            return
        if any(at in (p.word, p.clause) and relation(p.relation).sign > 0 for p in self.found):
            return  # an enemy that two friends share
        while self.fillers.is_ground(at) and (up := tree.head(at)) is not None:
            at = up  # "defend the town against X"
        if tree.is_verb(at):
            self._turned_against(at, others)
        elif tree.upos[at] in {"NOUN", "PROPN"}:
            verb = self.governor(at)
            actors = self.noun_actor(at, verb, self.premodifiers(at), (), others)
            actors = tuple(a for a in actors if a not in others)
            if actors:
                clause = verb if verb is not None else self.clause_of(at)
                self.add(
                    relation="opposes", word=at, clause=clause, actors=actors, recipients=others,
                    pattern="against",
                )  # fmt: skip

    def _turned_against(self, verb: int, others: tuple[int, ...]) -> None:
        actors = tuple(a for a in self.doers(verb) if a not in others)
        if actors:
            self.add(
                relation="opposes", word=verb, clause=verb, actors=actors, recipients=others,
                pattern="against", governed=True,
            )  # fmt: skip

    def _asked(self) -> None:
        """Give a hostile act that X asks of Y to X, as X's wish: Y has not done it yet."""
        tree = self.tree
        for n, p in enumerate(self.found):
            asker = tree.head(p.clause)
            if relation(p.relation).sign >= 0 or asker is None or tree.label(p.clause) != "xcomp":
                continue
            if tree.lemmas[asker] not in condition("ask"):
                continue
            actors = tuple(a for a in self.doers(asker) if a not in p.recipients)
            if actors:
                self.found[n] = replace(p, actors=actors, desire=True, governed=False)
