"""Relations in the syntax of a sentence: which word carries one, and which words are its sides.

A dictionary of triggers (triggers.csv) is looked up on each word; where its parties stand is read
off the dependency tree. Verbs, event nouns ("airstrikes on"), roles ("an ally of"), adjectives
("hostile to") and compounds ("X-backed", "anti-X") each have their own way to say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tertius.reading.fillers import Fillers
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import Trigger, condition, relation, triggers

_THROUGH = {"of", "on", "in", "for", "to", "about", "with"}
_DETACHED = {"after", "before", "since", "during", "despite", "because", "following", "until"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Predication:
    """A relation that the words of one sentence carry. Positions are words of the sentence."""

    relation: str
    word: int  # the word that carries it
    clause: int  # the verb whose mood, time and place are its own
    actors: tuple[int, ...]  # mentions (by head word); () = not said
    recipients: tuple[int, ...]
    pattern: str  # how it was found: verb, passive, noun, role, adj, suffix, prefix, regard
    desire: bool = False  # the actor only wants it
    presupposed: bool = False  # holds whatever the clause says: "urged X to end its support for Y"
    speaker_acts: bool = False  # no side is named but whoever says it
    governed: bool = False  # the mood of `clause` is the relation's own: "may launch strikes"
    objects: tuple[int, ...] = ()  # where its quantity stands: "1,000 advisers"


class Finder:
    """Finds the predications of one sentence."""

    def __init__(self, tree: Tree, fillers: Fillers) -> None:
        self.tree, self.fillers = tree, fillers
        self.found: list[Predication] = []

    def find(self) -> list[Predication]:
        """Return all of them, in the order of their words."""
        known = triggers()
        for i in range(len(self.tree)):
            lemma = self.tree.lemmas[i]
            if self.tree.upos[i] in {"VERB", "AUX"} or self._verbal(i):
                self._verb(i)
            if self.tree.upos[i] in {"NOUN", "PROPN"}:
                for trigger in known.get(("noun", lemma), ()):
                    if self._noun(i, trigger):
                        break
                for trigger in known.get(("role", lemma), ()):
                    self._role(i, trigger)
            if self.tree.upos[i] in {"ADJ", "VERB"}:
                word = lemma if self.tree.upos[i] == "ADJ" else self.tree.texts[i].casefold()
                for trigger in known.get(("adj", word), ()):
                    self._adjective(i, trigger)
            self._compound(i)
        self._asked()
        for i in range(len(self.tree)):
            if self.tree.lemmas[i] == "against" and self.tree.label(i) == "case":
                self._against(self.tree.heads[i])
        return self.found

    def _turned_against(self, verb: int, others: tuple[int, ...]) -> None:
        actors = tuple(a for a in self._doers(verb) if a not in others)
        if actors:
            self._add(
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
            actors = tuple(a for a in self._doers(asker) if a not in p.recipients)
            if actors:
                self.found[n] = replace(p, actors=actors, desire=True, governed=False)

    def _against(self, i: int) -> None:
        """Read "… against X" where no trigger has claimed X: whoever acts, acts against X."""
        tree, others = self.tree, self.fillers.sides(i)
        taken = {r for p in self.found for r in (*p.recipients, *p.actors)}
        at = tree.head(i)
        if not others or at is None or taken & set(others):
            return
        if any(at in (p.word, p.clause) and relation(p.relation).sign > 0 for p in self.found):
            return  # an enemy that two friends share
        if tree.is_verb(at):
            return self._turned_against(at, others)
        elif tree.upos[at] in {"NOUN", "PROPN"}:
            while self.fillers.is_ground(at) and (up := tree.head(at)) is not None:
                at = up  # "defend the town against X"
            if tree.is_verb(at):
                return self._turned_against(at, others)
            verb = self._governor(at)
            actors = self._noun_actor(at, verb, self._premodifiers(at), (), others)
            clause = verb if verb is not None else self._clause(at)
        else:
            return
        actors = tuple(a for a in actors if a not in others)
        if actors:
            self._add(
                relation="opposes", word=at, clause=clause, actors=actors, recipients=others,
                pattern="against",
            )  # fmt: skip

    # -- verbs ----------------------------------------------------------------------------------

    def _verbal(self, i: int) -> bool:
        """Tell whether a participle that the tagger calls an adjective heads a clause."""
        return self.tree.upos[i] == "ADJ" and self.tree.xpos[i] in {"VBN", "VBG"}

    def _lemma(self, i: int) -> str:
        tree, lemma = self.tree, self.tree.lemmas[i]
        bound = [tree.lemmas[k] for k in tree.children(i, "compound:prt")]
        loose = [tree.lemmas[k] for k in tree.children(i, "advmod")]
        loose += [tree.case(k).split(" ")[0] for k in tree.children(i, "obl")]  # "drove X out of Y"
        for particle in (*bound, *loose):
            if ("verb", f"{lemma} {particle}") in triggers():
                return f"{lemma} {particle}"
        return " ".join([lemma, *bound])

    def _verb(self, i: int) -> None:
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
        undergoes = tree.subject(i) if passive else None
        actors = self._doers(i)
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
            if target is not None and not passive and not trigger.needs:
                return self._same_enemy(i, actors, target)
            if not (chosen.symmetric and self.fillers.several(joint)):
                return False
            actors, recipients = joint, joint
        if not actors and not (passive and chosen.family in {"fight", "coerce"}):
            return False
        self._add(
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

    def _same_enemy(self, i: int, actors: tuple[int, ...], target: int) -> bool:
        """Read "A and B fight the same enemy": a side that they share, though nobody names it."""
        shared = {self.tree.lemmas[k] for k in self.tree.kids[target]} & {"same", "common", "shared"}
        enemy = self.tree.lemmas[target] in {"enemy", "foe", "adversary"}
        if shared and enemy and self.fillers.several(actors):
            self._add(
                relation="arms-length-alliance", word=i, clause=i, actors=actors, recipients=actors,
                pattern="verb", governed=True,
            )  # fmt: skip
        return bool(shared and enemy)

    def _doers(self, i: int) -> tuple[int, ...]:
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
            whose = self._noun_actor(head, self._governor(head), self._premodifiers(head), ("of",), ())
            return whose or self._shared_by(head)
        return ()

    def _shared_by(self, noun: int) -> tuple[int, ...]:
        """Return the two sides last spoken of, for what is "shared" or "common" to them."""
        if not {self.tree.lemmas[k] for k in self.tree.kids[noun]} & condition("shared"):
            return ()
        for p in reversed(self.found):
            pair = tuple(dict.fromkeys((*p.actors, *p.recipients)))
            if len(pair) == 2 and relation(p.relation).symmetric:
                return pair
        return ()

    def _blamed(self, i: int, thing: int) -> tuple[int, ...] | None:
        """Return who did what is condemned: X for "condemned the killing of Y by X".

        None when the thing is no hostile act, so that its owner is meant.
        """
        known = triggers().get(("noun", self.tree.lemmas[thing]), ())
        if not known or relation(known[0].relation).sign >= 0:
            return None
        taken = self.fillers.sides(self.tree.oblique(thing, known[0].recipient))
        return self._noun_actor(thing, None, self._premodifiers(thing), known[0].recipient, taken)

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
            if self.tree.label(up) not in {"xcomp", "ccomp", "acl", "conj"} and up != self.tree.head(i):
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
                    self._add(
                        relation=name, word=k, clause=i, actors=sides, recipients=others,
                        pattern="regard",
                    )  # fmt: skip
                    return True
        return False

    def _needs(self, i: int, name: str) -> bool:
        tree = self.tree
        if name == "withweapons":
            tool = tree.oblique(i, ["with"])
            return tool is not None and self._about(tool, "weapons")
        things = [tree.object(i), tree.subject(i) if tree.is_passive(i) else None]
        if name == "person":
            return any(t is not None and self.fillers.is_person(t) for t in things)
        return any(t is not None and self._about(t, name) for t in things)

    def _about(self, i: int, name: str) -> bool:
        words = condition(name)
        near = [*self.tree.conjuncts(i), *self.tree.children(i, "compound", "nmod", "nummod")]
        return any(self.tree.lemmas[k] in words or self.tree.texts[k] in words for k in near)

    # -- event nouns ----------------------------------------------------------------------------

    def _noun(self, i: int, trigger: Trigger) -> bool:
        tree, chosen = self.tree, relation(trigger.relation)
        verb = self._governor(i)
        if not self._noun_condition(i, verb, trigger.needs):
            return False
        name = self._noun_relation(i, verb, trigger)
        pre = self._premodifiers(i)
        both = self.fillers.sides(tree.oblique(i, ["between", "among"]))
        recipients: tuple[int, ...] = ()
        for slot in trigger.recipient:
            recipients = self._noun_slot(i, verb, slot, pre)
            if recipients:
                break
        slots = ("of",) if recipients and slot == "of" else ()
        actors = self._noun_actor(i, verb, pre, slots, recipients)
        if both and not recipients:
            recipients = both
            actors = actors if actors and chosen.family == "presence" else both
        if verb is not None and tree.lemmas[verb] in condition("receive") and not recipients:
            recipients, actors = actors, self.fillers.sides(tree.oblique(verb, ["from", "by"]))
        actors = tuple(a for a in actors if a not in recipients or both)
        if not recipients and chosen.symmetric and self.fillers.several(actors):
            recipients = actors
        exists = not actors and self._exists(i)  # "there was no coordination with X", says Y
        if not recipients or not (actors or exists) or self._said_by_verb(verb, recipients):
            return False
        self._add(
            relation=name, word=i,
            clause=verb if verb is not None else tree.heads[i] if exists else self._clause(i),
            actors=actors, recipients=recipients, pattern="noun", objects=(i,),
            speaker_acts=exists,
            presupposed=self._presupposed(i, verb),
            governed=exists or verb is not None and tree.heads[self._first_conjunct(i)] == verb,
        )  # fmt: skip
        return True

    def _presupposed(self, i: int, verb: int | None) -> bool:
        """Tell whether a relation is there before somebody is to end it."""
        owned = self.tree.child(i, "nmod:poss") is not None
        return owned and verb is not None and self.tree.lemmas[verb] in condition("end") | condition("sever")

    def _exists(self, i: int) -> bool:
        """Tell whether a noun is only said to be there: "there are no talks with X"."""
        head = self.tree.head(i)
        subject = self.tree.label(i) == "nsubj" and head is not None
        return subject and bool(self.tree.children(self.tree.heads[i], "expl"))

    def _said_by_verb(self, verb: int | None, recipients: tuple[int, ...]) -> bool:
        """Tell whether the verb over a noun said it already: "fired a shell at X"."""
        return any(p.word == verb and p.recipients == recipients for p in self.found)

    def _noun_relation(self, i: int, verb: int | None, trigger: Trigger) -> str:
        """Return the relation, turned round by what is done to it: "severed ties"."""
        tree = self.tree
        lemma = tree.lemmas[verb] if verb is not None else ""
        near = {tree.lemmas[k] for k in tree.kids[i]}
        if trigger.relation == "has-ties-with" and (near | {lemma}) & condition("bad"):
            return "breaks-with" if lemma in condition("sever") else "disputes-with"
        if relation(trigger.relation).sign > 0 and lemma in condition("sever") - {"end", "halt"}:
            return "breaks-with"
        if trigger.relation in {"disputes-with", "fights"} and lemma in condition("end"):
            return "settles-with"
        tacit = {tree.lemmas[j] for k in tree.kids[i] for j in tree.subtree(k)}
        if trigger.relation == "aligned-with" and (
            tacit & {"tacit", "unspoken", "undeclared", "unacknowledged", "implicit"}
            or {"arm", "length"} <= tacit
        ):
            return "arms-length-alliance"
        return trigger.relation

    def _noun_condition(self, i: int, verb: int | None, needs: str) -> bool:
        tree = self.tree
        if needs in {"govern", "in_help"}:
            return verb is not None and tree.lemmas[verb] in condition("govern")
        if needs in {"good", "seek"}:
            words = {tree.lemmas[k] for k in tree.kids[i]}
            if verb is not None:
                words.add(tree.lemmas[verb])
            wanted = condition(needs) | (condition("bad") if needs == "good" else frozenset())
            return bool(words & wanted) or tree.lemmas[i] in condition(needs)
        near = {tree.lemmas[k] for k in tree.kids[i]}
        return not needs or bool(near & condition(needs))

    def _governor(self, i: int) -> int | None:
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
        if tree.label(at) == "nmod" and tree.case(at) in _THROUGH:
            return self._governor(head) if tree.upos[head] == "NOUN" else None
        return None

    def _clause(self, i: int) -> int:
        for up in self.tree.ancestors(i):
            if self.tree.is_verb(up) or self.tree.children(up, "cop"):
                return up
        return i

    def _premodifiers(self, i: int) -> tuple[int, ...]:
        found: list[int] = []
        for k in self.tree.kids[i]:
            if k < i and self.tree.label(k) in {"amod", "compound", "nmod"} and not self.tree.case(k):
                if self.tree.labels[k] != "nmod:poss":
                    found.extend(self.fillers.sides(k))
                    found.extend(
                        s for j in self.tree.children(k, "compound", "amod") for s in self.fillers.sides(j)
                    )
        return tuple(dict.fromkeys(found))

    def _noun_slot(self, i: int, verb: int | None, slot: str, pre: tuple[int, ...]) -> tuple[int, ...]:
        tree = self.tree
        if slot == "pre":
            possessed = tree.child(i, "nmod:poss") is not None
            owned = possessed or verb is not None or tree.oblique(i, ["of", "by"]) is not None
            return pre if owned else pre[1:]
        if slot == "poss":
            return self.fillers.sides(tree.child(i, "nmod:poss"))
        if slot == "that":
            said = tree.oblique(i, ["that"])
            return self.fillers.sides(tree.subject(said)) if said is not None else ()
        if slot == "on_poss":
            # "talks on Iran's nuclear programme": the owner of the matter is the other side
            for k in tree.subtree(i):
                if tree.case(k) in {"on", "over", "about"} and tree.child(k, "nmod:poss") is not None:
                    return self.fillers.sides(tree.child(k, "nmod:poss"))
            return ()
        found = self.fillers.sides(tree.oblique(i, [slot])) or self._adjacent(i, slot)
        maker = None if found or slot == "of" else tree.oblique(i, ["of", "by"])
        if maker is not None:  # "the aggression of X's forces in Y"
            found = self.fillers.sides(tree.oblique(maker, [slot]))
        if not found and verb is not None and slot not in {"of", "between"}:
            further = tree.oblique(verb, [slot])
            if further is not None and not tree.within(i, further):
                found = self.fillers.sides(further)
            if not found and slot == "to":
                found = self.fillers.sides(tree.child(verb, "iobj")) or self._shared_goal(verb)
        return found

    def _shared_goal(self, verb: int) -> tuple[int, ...]:
        """Return to whom an earlier verb of the same series gave: "sent arms to X and spent …"."""
        tree, at = self.tree, verb
        while tree.label(at) == "conj":
            at = tree.heads[at]
            if found := self.fillers.sides(tree.oblique(at, ["to"])):
                return found
        return ()

    def _adjacent(self, i: int, slot: str) -> tuple[int, ...]:
        """Return the sides right behind a noun and its preposition, whatever the tree makes of them."""
        tree = self.tree
        if i + 2 >= len(tree) or tree.lemmas[i + 1] != slot or tree.upos[i + 1] != "ADP":
            return ()
        for j in range(i + 2, min(i + 8, len(tree))):
            if tree.upos[j] in {"VERB", "PUNCT", "ADP", "CCONJ"}:
                return ()
            if (known := self.fillers.at(j)) is not None and known.mention.start <= i + 3:
                return (j,)
        return ()

    def _noun_actor(
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
            choices.append(self.fillers.sides(self._first_conjunct(tree.heads[i])))
        if verb is not None and self._light(verb):
            choices.append(self._doers(verb))
        for choice in choices:
            free = tuple(c for c in choice if c not in taken)
            if free:
                return free
        return ()

    def _first_conjunct(self, i: int) -> int:
        while self.tree.label(i) == "conj" and self.tree.upos[i] in {"NOUN", "PROPN"}:
            i = self.tree.heads[i]
        return i

    def _light(self, verb: int) -> bool:
        if self.tree.upos[verb] == "ADJ":
            return True
        return self.tree.lemmas[verb] in condition("light") | condition("sever") | condition("end") | condition(
            "good"
        ) | condition("wish")

    # -- roles, adjectives, compounds -------------------------------------------------------------

    def _role(self, i: int, trigger: Trigger) -> None:
        tree = self.tree
        bearers = self.fillers.bearers(i)
        others: tuple[int, ...] = ()
        for slot in trigger.recipient:
            if slot == "poss":
                others = self.fillers.sides(tree.child(i, "nmod:poss"))
            elif slot == "pre":
                others = self._premodifiers(i)
            else:
                others = self.fillers.sides(tree.oblique(i, [slot]))
            others = tuple(o for o in others if o not in bearers)
            if others:
                break
        if not bearers or not others:
            return
        actors, recipients = (bearers, others) if trigger.actor == "self" else (others, bearers)
        self._add(
            relation=trigger.relation, word=i, clause=self._clause(i), actors=actors,
            recipients=recipients, pattern="role",
            governed=tree.label(i) in {"xcomp", "obj"} or bool(tree.children(i, "cop")),
        )  # fmt: skip

    def _adjective(self, i: int, trigger: Trigger) -> None:
        tree = self.tree
        if tree.texts[i][:1].isupper() and i > 0:
            return
        bearer = tree.subject(i)
        if bearer is None and tree.label(i) in {"amod", "acl", "appos", "advcl"}:
            bearer = tree.head(i)
        actors = self.fillers.sides(bearer)
        recipients: tuple[int, ...] = ()
        for slot in trigger.recipient:
            recipients = tuple(r for r in self.fillers.sides(tree.oblique(i, [slot])) if r not in actors)
            if recipients:
                break
        if actors and recipients:
            if trigger.actor == "reverse":
                actors, recipients = recipients, actors
            self._add(
                relation=trigger.relation, word=i, clause=i, actors=actors, recipients=recipients,
                pattern="adj",
            )  # fmt: skip

    def _compound(self, i: int) -> None:
        tree = self.tree
        word = tree.texts[i].casefold()
        if i >= 2 and tree.texts[i - 1] in {"-", "–", "‐"}:
            for trigger in triggers().get(("suffix", word), ()):
                noun = tree.head(i)
                actors = self.fillers.ending_at(i - 2)
                if actors and noun is not None and not self.fillers.is_people(actors[0]):
                    self._pair("suffix", trigger, i, actors, self.fillers.sides(noun))
        prefix, dash, rest = word.partition("-")
        if dash and rest:
            for trigger in triggers().get(("prefix", prefix), ()):
                noun = tree.head(i)
                if noun is not None and self.fillers.at(i):
                    holders = self.fillers.sides(noun) or self._behind(noun)
                    self._pair("prefix", trigger, i, holders, (i,))

    def _behind(self, noun: int) -> tuple[int, ...]:
        """Return who stands behind a thing: the subject of the verb that has it as object."""
        verb = self._governor(noun)
        return self.fillers.sides(self.tree.subject(verb)) if verb is not None else ()

    def _pair(
        self, pattern: str, trigger: Trigger, i: int, actors: tuple[int, ...], others: tuple[int, ...]
    ) -> None:
        others = tuple(o for o in others if o not in actors)
        if actors and others:
            self._add(
                relation=trigger.relation, word=i, clause=self._clause(i), actors=actors,
                recipients=others, pattern=pattern,
            )  # fmt: skip

    def _add(self, **fields: object) -> None:
        self.found.append(Predication(**fields))  # type: ignore[arg-type]
