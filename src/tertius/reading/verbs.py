"""Relations in verbs: "attacked", "was armed by", "sees … as a threat"."""

from __future__ import annotations

from tertius.reading.clauses import Clauses
from tertius.reading.vocabulary import Trigger, condition, relation, triggers

_PARTICLES = frozenset({"out", "off", "back", "away", "down", "up"})
# Conditions that any word beside the verb may meet, not only its object.
_NEARBY = frozenset({"guilt", "tribunal", "listing", "request"})
# What somebody is to a third party, which no onlooker makes him by calling him so.
_FACTS = frozenset(
    {"hosts", "trains", "detains", "joins", "trades-with", "linked-to", "commands", "represents"}
)
_WITH = frozenset({"with", "against", "alongside", "to"})
_ENDING = frozenset({"end", "stop", "halt", "cease"})
# These fall on whoever owns their object: his words, his deeds.
_JUDGING = frozenset({"condemns", "praises", "rejects"})
_FACT_WORDS = frozenset({"it", "this", "that", "which"})
_SIMPLY_SAID_NO = frozenset({"deny", "refuse", "reject", "dismiss", "dispute", "rule"})


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
        self._jointly(i)
        if tree.lemmas[i] in condition("regard") and self._regard(i):
            return
        for trigger in triggers().get(("verb", self._lemma(i)), ()):
            if trigger.needs and not self._needs(i, trigger.needs):
                continue
            if self._emit_verb(i, trigger):
                return

    def _jointly(self, i: int) -> None:
        """Read "A and B jointly did …": whatever they do, they do it together."""
        tree = self.tree
        said = {tree.lemmas[k] for k in tree.children(i, "advmod")}
        fought = "together" in said and tree.lemmas[i] in condition("together")
        if "jointly" in said or fought:
            actors = self.doers(i)
            if self.fillers.several(actors):
                name = "fights-alongside" if fought else "coordinates-with"
                self.add(
                    relation=name, word=i, clause=i, actors=actors, recipients=actors,
                    pattern="verb", governed=True,
                )  # fmt: skip

    def _emit_verb(self, i: int, trigger: Trigger) -> bool:
        tree, passive = self.tree, self.tree.is_passive(i)
        if self._has_no_side(i, trigger.relation):
            return False
        if tree.label(i) == "amod" and tree.agent(i) is None:
            return False  # "the ousted government" is no news
        undergoes = tree.subject(i) if passive else None
        actors = self.doers(i)
        recipients: tuple[int, ...] = ()
        named = False  # somebody or something stands where the other side would
        for slot in trigger.recipient:
            where = self._slot(i, slot, undergoes)
            named = named or where is not None and slot in _WITH
            if where is not None and actors and self.each_other(where):
                actors = recipients = actors if self.fillers.several(actors) else ()
                break
            sides = self._upon(i, slot, where, actors, trigger.relation)
            recipients = tuple(r for r in sides if r not in actors)
            if recipients:
                break
        chosen = relation(trigger.relation)
        desire = False
        if not actors and (wisher := self._wisher(i)) is not None:
            actors, desire = self.fillers.sides(wisher), True
        if not recipients:
            joint = actors or self.sides(undergoes)
            target = tree.object(i)
            if self._of_event(i, trigger, actors, target):
                return True
            if chosen.family == "fight" and self._victims(i, trigger, actors, passive, undergoes):
                return True
            talk = chosen.family == "talk" and (target is None or not self._is_met(i, target))
            if target is not None and not passive and not trigger.needs and not talk:
                return self._same_enemy(i, actors, target)
            if named or any(p.word == i for p in self.found):
                return False
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

    def _is_met(self, i: int, target: int) -> bool:
        """Tell whether a third person is met, not a matter talked over: "met the mediator"."""
        return self.tree.lemmas[i] == "meet" or self.fillers.is_person(target)

    def _has_no_side(self, i: int, name: str) -> bool:
        """Tell whether what a verb is about is a fact or an act, not somebody."""
        if name == "warns":
            return self._only_told(i)
        if name == "rejects":
            return self._denies_a_fact(i)
        return name == "urges" and self._presses_on(i)

    def _upon(
        self, i: int, slot: str, where: int | None, actors: tuple[int, ...], name: str
    ) -> tuple[int, ...]:
        """Return the parties that a verb falls on, as one of its phrases names them."""
        sides = self.sides(where)
        if self.same(actors, sides):
            sides = ()  # "A and B withdrew their offers"
        if where is None:
            return sides
        if not sides and slot == "obj" and name in _JUDGING:
            sides = self.sides(self.tree.child(where, "nmod:poss"))  # "criticised X's remarks"
        if relation(name).family == "criticise":
            blamed = self._blamed(i, where)
            sides = sides if blamed is None else blamed
        return sides

    def _only_told(self, i: int) -> bool:
        """Tell whether a warning is of some danger, not a threat: "warned X of the flood"."""
        for slot in ("of", "about"):
            danger = self._slot(i, slot, None)
            if danger is not None and not self.fillers.sides(danger):
                return self.tree.lemmas[danger] not in condition("consequence")
        return False

    def _denies_a_fact(self, i: int) -> bool:
        """Tell whether what is refused is no side: "denied it", "which X refused to do"."""
        tree = self.tree
        if tree.lemmas[i] not in _SIMPLY_SAID_NO:
            return False
        own = tree.child(i, "obj")
        plain = own is not None and tree.texts[own].casefold() in _FACT_WORDS
        done = any(tree.lemmas[k] == "do" for k in tree.children(i, "xcomp"))
        return plain or done

    def _presses_on(self, i: int) -> bool:
        """Tell whether an act is urged, not a side: "pressed their offensive"."""
        pressed = self.tree.object(i)
        return pressed is not None and bool(triggers().get(("noun", self.tree.lemmas[pressed])))

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
        if trigger.relation == "invades" and self.tree.oblique(i, ["from"]) is not None:
            return False  # "retook the town from the rebels": they lose it
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
        if slot == "that":
            said = tree.child(i, "ccomp")
            return tree.subject(said) if said is not None else None
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
        if (named := tree.child(i, "iobj")) is not None:
            seen = named  # "called it a betrayal"
        if seen is None and len(both := tree.children(i, "xcomp")) > 1:
            seen = both[0]  # "called the plan reckless", both taken for complements
        if tree.is_passive(i):
            seen, viewer = tree.subject(i), tree.agent(i)
        roles = [k for k in tree.children(i, "obl", "xcomp", "advcl", "obj") if k != seen]
        if seen is not None:
            roles += tree.children(seen, "nmod")
        for k in roles:
            for trigger in triggers().get(("role", tree.lemmas[k]), ()):
                sides, others = self.fillers.sides(viewer), self.fillers.sides(seen)
                owner = tree.child(k, "nmod:poss")
                owner = tree.oblique(k, ["of", "to"]) if owner is None else owner
                own = owner is not None and tree.upos[owner] == "PRON"  # "as its chief rival"
                whose = () if own else self.fillers.sides(owner)
                if whose and not self.ids(whose) & self.ids(sides):
                    return False  # "regards X as a branch of Y": a tie of X and Y, not its own
                holds = trigger.actor == "self" and trigger.relation not in _FACTS
                if sides and others and holds:
                    name = "fears" if trigger.relation == "threatens" else trigger.relation
                    self.add(
                        relation=name, word=k, clause=i, actors=sides, recipients=others,
                        pattern="regard",
                    )  # fmt: skip
                    return True
        return self._judged(i, roles, viewer, seen)

    def _judged(self, i: int, words: list[int], viewer: int | None, seen: int | None) -> bool:
        """Read "called the raid an act of piracy", "declared the strikes justified"."""
        tree = self.tree
        if tree.lemmas[i] not in condition("naming"):
            return False
        words = [w for k in words for w in (k, *tree.children(k, "nmod"))]  # "an act of piracy"
        judges = self.fillers.sides(viewer)
        judged = [s for s in self.fillers.sides(seen) if s not in judges]
        told = not judged and seen is not None and self._is_deed_told(seen)
        for name, family in (("reproach", "condemns"), ("approval", "praises")):
            word = next((k for k in words if tree.lemmas[k] in condition(name)), None)
            if word is not None and judges and (judged or told):
                self.add(
                    relation=family, word=word, clause=i, actors=judges, recipients=tuple(judged),
                    pattern="regard", of_event=told,
                )  # fmt: skip
                return True
        return False

    def _is_deed_told(self, i: int) -> bool:
        """Tell whether a noun means an act of force told before: "called the raid a crime"."""
        named = triggers().get(("noun", self.tree.lemmas[i]), ())
        definite = {self.tree.lemmas[k] for k in self.tree.children(i, "det")} & {"the", "this"}
        return bool(definite) and any(relation(n.relation).family == "fight" for n in named)

    def _needs(self, i: int, name: str) -> bool:
        tree = self.tree
        if name == "infinitive":
            return bool(tree.children(i, "xcomp", "advcl"))
        if name == "chargedwith":
            return tree.oblique(i, ["with"]) is not None
        if name == "withweapons":
            tool = tree.oblique(i, ["with"])
            return tool is not None and self.is_about(tool, "weapons")
        things = [tree.object(i), tree.subject(i) if tree.is_passive(i) else None]
        if tree.lemmas[i] in _ENDING:
            # "end its support for X": what ends is a tie of its own, read at the noun
            nouns = [triggers().get(("noun", tree.lemmas[t]), ()) for t in things if t is not None]
            if any(relation(n[0].relation).sign > 0 for n in nouns if n):
                return False
        if name in _NEARBY:
            near = {tree.lemmas[j] for k in tree.kids[i] for j in (k, *tree.kids[k])}
            return bool(near & condition(name))
        if name == "reciprocal":
            return any(t is not None and self.each_other(t) for t in things)
        if name == "going":
            told = tree.children(i, "xcomp", "advcl", "advmod", "compound:prt")
            return any(tree.lemmas[k] in condition(name) for k in told)
        if name == "party":
            named = [t for t in things if t is not None and tree.upos[t] != "PRON"]
            return any(self.fillers.at(t) is not None for t in named)  # not "suspend them", talks
        if name == "person":
            found = [t for t in things if t is not None]
            found += [tree.heads[t] for t in found if tree.label(t) == "appos"]
            return any(self.fillers.is_person(t) for t in found)
        return any(t is not None and self.is_about(t, name) for t in things)
