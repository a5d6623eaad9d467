"""From a word that fills a role to the actors it stands for.

"Syrian army positions", "the capture of Mosul by the rebels", "Iran's nuclear programme": the
head of such a phrase is no actor, the actor stands in it as owner or maker.
"""

from __future__ import annotations

from collections.abc import Sequence

from tertius.reading.actors import Cast, Resolved
from tertius.reading.mentions import LOCATIVE
from tertius.reading.trees import Tree

_DEPTH = 3
_OWNING = ("of", "by", "from")
# Heads of phrases that measure or time and own nothing.
_SETTLEMENTS = frozenset(
    """town village city province district region area suburb neighbourhood neighborhood island
    settlement hamlet county governorate enclave street square market hospital""".split()
)
_HOLDING = frozenset({"hold", "control", "occupy", "run", "seize", "capture"})
_BECOMING = frozenset("become remain stay be".split())
_MEASURES = frozenset("day week month year hour minute time percent per".split())


class Fillers:
    """The parties of one sentence, by the word that heads their mention."""

    def __init__(self, tree: Tree, sentence: int, cast: Cast) -> None:
        self.tree, self.sentence, self.cast = tree, sentence, cast

    def at(self, i: int) -> Resolved | None:
        """Return the mention headed by a word if it means at least one actor."""
        found = self.cast.at(self.sentence, i)
        if found is None or not (found.parties or found.mention.noun == "speaker"):
            return None
        return found

    def sides(self, i: int | None) -> tuple[int, ...]:
        """Return heads of the mentions that a phrase stands for; its coordinated parts too."""
        if i is None:
            return ()
        found: list[int] = []
        for j in self.tree.conjuncts(i):
            found.extend(self._below(j, 0))
        return tuple(dict.fromkeys(found))

    def _below(self, i: int, depth: int) -> list[int]:
        if self.at(i) is not None:
            return [i]
        known = self.cast.at(self.sentence, i)
        if known is not None and known.speaker and known.mention.kind == "nominal":
            return []  # a person who speaks is nobody's possession
        if self.is_ground(i):
            return self._holders(i)
        if depth >= _DEPTH or self.tree.lemmas[i] in _MEASURES:
            return []
        tree = self.tree
        owners = [k for k in tree.kids[i] if tree.labels[k] == "nmod:poss"]
        owners += [k for k in tree.children(i, "nmod") if tree.case(k) in _OWNING]
        owners += [
            k for k in tree.kids[i] if tree.label(k) in {"amod", "compound", "flat", "appos"}
        ]
        for k in owners:
            if tree.case(k) in LOCATIVE:
                continue
            found = [s for j in tree.conjuncts(tree.referent(k)) for s in self._below(j, depth + 1)]
            if found:
                return found
        for k in tree.children(i, "acl"):
            # "visas given to citizens of X"
            given = tree.oblique(k, ["to", "from", "by"])
            if given is not None and tree.is_passive(k):
                return [s for j in tree.conjuncts(given) for s in self._below(j, depth + 1)]
        return []

    def _holders(self, i: int) -> list[int]:
        """Return who holds a place, if the text says so: "a town controlled by the rebels"."""
        for k in self.tree.children(i, "acl"):
            agent = self.tree.agent(k)
            if agent is not None and self.tree.lemmas[k] in _HOLDING and self.at(agent):
                return [agent]
        return []

    def is_ground(self, i: int) -> bool:
        """Tell whether a word is a settlement or district, which nobody is by living there."""
        return self.tree.lemmas[i] in _SETTLEMENTS

    def several(self, heads: Sequence[int]) -> bool:
        """Tell whether the mentions mean at least two sides together."""
        ids: set[str] = set()
        for i in heads:
            found = self.at(i)
            if found is not None:
                ids.update(self.cast.standing(p) for p in found.ids)
        return len(ids) > 1

    def is_person(self, i: int) -> bool:
        """Tell whether a phrase means people, so that one can detain them."""
        found = self.cast.at(self.sentence, i)
        return found is not None and found.mention.role in {
            "person",
            "people",
            "organ",
            "group",
            "speaker",
        }

    def is_people(self, i: int) -> bool:
        """Tell whether a mention means a people or creed: "Shiite-led" only describes."""
        found = self.at(i)
        return found is not None and all(self.cast.kind(p) == "people" for p in found.ids)

    def ending_at(self, i: int) -> tuple[int, ...]:
        """Return the mention whose last word this is: "Islamic State" of "Islamic State-held"."""
        for j in range(i, max(-1, i - 6), -1):
            found = self.at(j)
            if found is not None and found.mention.start <= i < found.mention.end:
                return (j,)
        return ()

    def bearers(self, i: int) -> tuple[int, ...]:
        """Return who a role noun is said of: subject of the copula, apposition, title."""
        tree = self.tree
        choices: list[int] = []
        head = tree.head(i)
        turned = head is not None and tree.lemmas[head] in _BECOMING and tree.label(i) == "obj"
        if turned and head is not None:
            subject = tree.subject(head)
            choices += [subject] if subject is not None else []
        if tree.children(i, "cop") or tree.label(i) == "xcomp":
            subject = tree.subject(i)
            choices += [subject] if subject is not None else []
        named = tree.label(i) in {"appos", "compound", "flat"} or tree.labels[i] == "nmod:desc"
        if named and tree.heads[i] >= 0:
            choices.append(tree.heads[i])
        choices += tree.children(i, "appos", "flat")
        for choice in choices:
            found = self.sides(choice)
            if found and i not in found:
                return found
        return ()
