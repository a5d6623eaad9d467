"""Relations in verbs: "attacked", "was armed by", "sees … as a threat"."""

from __future__ import annotations

from tertius.reading.clauses import Clauses
from tertius.reading.vocabulary import Trigger, condition, relation, triggers

_PARTICLES = frozenset({"out", "off", "back", "away", "down", "up"})
_ENDING = frozenset({"end", "stop", "halt", "cease"})


class Verbs(Clauses):
    """Reads the verbs of one sentence."""

    def is_verbal(self, i: int) -> bool:
        """Tell whether a participle that the tagger calls an adjective heads a clause."""
        return self.tree.upos[i] == "ADJ" and self.tree.xpos[i] in {"VBN", "VBG"}

    def _lemma(self, i: int) -> str:
        tree, lemma = self.tree, self.tree.lemmas[i]
        bound = [tree.lemmas[k] for k in tree.children(i, "compound:prt")]
        loose = [tree.lemmas[k] for k in tree.children(i, "advmod")]
        cases = [tree.case(k).split(" ")[0] for k in tree.children(i, "obl")]
        loose += [c for c in cases if c in _PARTICLES]  # "drove X out of Y"
        for particle in (*bound, *loose):
            if ("verb", f"{lemma} {particle}") in triggers():
                return f"{lemma} {particle}"
        return " ".join([lemma, *bound])

    def read(self, i: int) -> None:
        tree = self.tree
        if i >= 2 and tree.texts[i - 1] == "-" and tree.label(i) == "amod":
            return  # "X-backed": a compound
        if tree.lemmas[i] in condition("regard") and self._regard(i):
            return
        for trigger in triggers().get(("verb", self._lemma(i)), ()):
            if trigger.needs and not self._needs(i, trigger.needs):
                continue
            if self._emit_verb(i, trigger):
                return

    def _emit_verb(self, i: int, trigger: Trigger) -> bool:
        tree, passive = self.tree, self.tree.is_passive(i)
        if tree.label(i) == "amod" and tree.agent(i) is None:
            return False  # "the ousted government" is no news
        undergoes = tree.subject(i) if passive else None
        actors = self.doers(i)
        recipients: tuple[int, ...] = ()
        for slot in trigger.recipient:
            where = self._slot(i, slot, undergoes)
            sides = self.fillers.sides(where)
            if where is not None and relation(trigger.relation).family == "criticise":
                blamed = self._blamed(i, where)
                sides = sides if blamed is None else blamed
            recipients = tuple(r for r in sides if r not in actors)
            if recipients:
                break
        chosen = relation(trigger.relation)
        desire = False
        if not actors and (wisher := self._wisher(i)) is not None:
            actors, desire = self.fillers.sides(wisher), True
        if not recipients:
            joint = actors or self.fillers.sides(undergoes)
            target = tree.object(i)
            if self._of_event(i, trigger, actors, target):
                return True
            if chosen.family == "fight" and self._victims(i, trigger, actors, passive, undergoes):
                return True
            talk = chosen.family == "talk"
            if target is not None and not passive and not trigger.needs and not talk:
                return self._same_enemy(i, actors, target)
            if not (chosen.symmetric and self.fillers.several(joint)):
                return False
            actors, recipients = joint, joint
        if not actors and not (passive and chosen.family in {"fight", "coerce"}):
            return False
        self.add(
            relation=trigger.relation,
            word=i,
            clause=i,
            actors=actors,
            recipients=recipients,
            pattern="passive" if passive else "verb",
            desire=desire,
            governed=True,
            objects=tuple(o for o in (tree.object(i), undergoes) if o is not None),
        )
        return True

    def _of_event(
        self, i: int, trigger: Trigger, actors: tuple[int, ...], target: int | None
    ) -> bool:
        """Read "condemned the raids": what is blamed or praised was told before."""
        tree = self.tree
        kind = relation(trigger.relation).family
        if target is None or not actors or kind not in {"criticise", "approve"}:
            return False
        named = triggers().get(("noun", tree.lemmas[target]), ())
        told = {tree.lemmas[k] for k in tree.children(target, "det")} & {
            "the",
            "this",
            "these",
            "such",
        }
        if not named or relation(named[0].relation).sign >= 0 or not told:
            return False
        if self._blamed(i, target):
            return False
        self.add(
            relation=trigger.relation, word=i, clause=i, actors=actors, recipients=(),
            pattern="event", governed=True, of_event=True,
        )  # fmt: skip
        return True

    def _victims(
        self,
        i: int,
        trigger: Trigger,
        actors: tuple[int, ...],
        passive: bool,
        undergoes: int | None,
    ) -> bool:
        """Read "killed three soldiers", "attacked several towns": no side is named with them."""
        struck = undergoes if passive else self.tree.object(i)
        if not actors or struck is None or "obj" not in trigger.recipient:
            return False
        if self.tree.lemmas[struck] in {"enemy", "foe", "adversary"}:
            return False
        weak = self.fillers.is_person(struck) or self.fillers.is_ground(struck)
        if not weak and self.tree.upos[struck] not in {"NOUN", "PROPN"}:
            return False
        self.add(
            relation=trigger.relation, word=i, clause=i, actors=actors, recipients=(),
            pattern="victims", governed=True, victims=True, objects=(struck,),
        )  # fmt: skip
        return True

    def _same_enemy(self, i: int, actors: tuple[int, ...], target: int) -> bool:
        """Read "A and B fight the same enemy": a side that they share, though nobody names it."""
        shared = {self.tree.lemmas[k] for k in self.tree.kids[target]} & {
            "same",
            "common",
            "shared",
        }
        enemy = self.tree.lemmas[target] in {"enemy", "foe", "adversary"}
        if shared and enemy and self.fillers.several(actors):
            self.add(
                relation="arms-length-alliance", word=i, clause=i, actors=actors, recipients=actors,
                pattern="verb", governed=True,
            )  # fmt: skip
        return bool(shared and enemy)

    def _blamed(self, i: int, thing: int) -> tuple[int, ...] | None:
        """Return who did what is condemned: X for "condemned the killing of Y by X".

        None when the thing is no hostile act, so that its owner is meant.
        """
        known = triggers().get(("noun", self.tree.lemmas[thing]), ())
        if not known or relation(known[0].relation).sign >= 0:
            return None
        taken = self.fillers.sides(self.tree.oblique(thing, known[0].recipient))
        return self.noun_actor(thing, None, self.premodifiers(thing), known[0].recipient, taken)

    def _slot(self, i: int, slot: str, undergoes: int | None) -> int | None:
        tree = self.tree
        if slot == "obj":
            return undergoes if undergoes is not None else tree.object(i)
        if slot == "iobj":
            return tree.child(i, "iobj")
        found = tree.oblique(i, [slot])
        if found is not None:
            return found
        thing = tree.object(i) if undergoes is None else undergoes
        return tree.oblique(thing, [slot]) if thing is not None else None

    def _wisher(self, i: int) -> int | None:
        """Return who wants a thing done whose doer is not said: "wants him toppled"."""
        for up in self.tree.ancestors(i):
            if self.tree.is_verb(up) and self.tree.lemmas[up] in condition("wish"):
                return self.tree.subject(up)
            if self.tree.label(up) not in {
                "xcomp",
                "ccomp",
                "acl",
                "conj",
            } and up != self.tree.head(i):
                return None
        return None

    def _regard(self, i: int) -> bool:
        """Read "X sees Y as a threat": what X holds Y to be."""
        tree = self.tree
        seen, viewer = tree.object(i), tree.subject(i)
        if tree.is_passive(i):
            seen, viewer = tree.subject(i), tree.agent(i)
        roles = [k for k in tree.children(i, "obl", "xcomp", "advcl", "obj") if k != seen]
        if seen is not None:
            roles += tree.children(seen, "nmod")
        for k in roles:
            for trigger in triggers().get(("role", tree.lemmas[k]), ()):
                sides, others = self.fillers.sides(viewer), self.fillers.sides(seen)
                if sides and others and trigger.actor == "self":
                    name = "fears" if trigger.relation == "threatens" else trigger.relation
                    self.add(
                        relation=name, word=k, clause=i, actors=sides, recipients=others,
                        pattern="regard",
                    )  # fmt: skip
                    return True
        return False

    def _needs(self, i: int, name: str) -> bool:
        tree = self.tree
        if name == "withweapons":
            tool = tree.oblique(i, ["with"])
            return tool is not None and self.is_about(tool, "weapons")
        things = [tree.object(i), tree.subject(i) if tree.is_passive(i) else None]
        if tree.lemmas[i] in _ENDING:
            # "end its support for X": what ends is a tie of its own, read at the noun
            nouns = [triggers().get(("noun", tree.lemmas[t]), ()) for t in things if t is not None]
            if any(relation(n[0].relation).sign > 0 for n in nouns if n):
                return False
        if name == "person":
            return any(t is not None and self.fillers.is_person(t) for t in things)
        return any(t is not None and self.is_about(t, name) for t in things)
