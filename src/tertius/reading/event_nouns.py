"""Relations in nouns: "airstrikes on", "its support for", "the war between", "severed ties"."""

from __future__ import annotations

from tertius.reading.clauses import Clauses
from tertius.reading.vocabulary import Trigger, condition, relation, triggers

# What two sides have between them even when the sentence names neither.
_MUTUAL = frozenset({"with", "against", "to"})
_FALLING = frozenset({"fight", "coerce", "criticise", "command", "support"})
_BESIDE = frozenset(
    {"over", "about", "amid", "despite", "because of", "without", "for", "after", "since", "by"}
)
_OF_TWO = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "hostility"})


class EventNouns(Clauses):
    """Reads the nouns of one sentence that name an act or a tie."""

    def read_noun(self, i: int, trigger: Trigger) -> bool:
        tree, chosen = self.tree, relation(trigger.relation)
        verb = self.governor(i)
        if not self._noun_condition(i, verb, trigger.needs):
            return False
        name = self._noun_relation(i, verb, trigger)
        pre = self.premodifiers(i)
        both = self._between(i)
        recipients: tuple[int, ...] = ()
        for slot in trigger.recipient:
            if slot in {"between", "among"}:
                continue  # both sides at once, below
            recipients = self._noun_slot(i, verb, slot, pre)
            if recipients:
                break
        if "under" in tree.case(i).split(" ") and self._is_under(i, verb, trigger, pre):
            return True
        helped = chosen.family == "support" and tree.case(i) == "with" and verb is not None
        if helped and not recipients and verb is not None:
            recipients = self.doers(verb)  # "retook the town with Ugandan help"
        slots = ("of",) if recipients and slot == "of" else ()
        actors = self.noun_actor(i, verb, pre, slots, recipients)
        if both and not recipients:
            recipients = both
            actors = actors if actors and chosen.family == "presence" else both
        if verb is not None and tree.lemmas[verb] in condition("receive") and not recipients:
            recipients, actors = self._received(i, verb, actors)
        actors = tuple(a for a in actors if a not in recipients or both)
        if not recipients and self._is_joint(i, verb, name) and self.fillers.several(actors):
            recipients = actors
        if not actors and not recipients and self.tree.lemmas[i] in _OF_TWO:
            self.add(
                relation=name, word=i, clause=verb if verb is not None else self.clause_of(i),
                actors=(), recipients=(), pattern="event", of_pair=True, governed=True,
            )  # fmt: skip
            return True
        if not recipients and self._of_what_was_told(i, verb, name, actors):
            return True
        exists = not actors and self._exists(i)  # "there was no coordination with X", says Y
        if not recipients or not (actors or exists) or self._said_by_verb(verb, recipients):
            return False
        self.add(
            relation=name, word=i,
            clause=verb if verb is not None else tree.heads[i] if exists else self.clause_of(i),
            actors=actors, recipients=recipients, pattern="noun", objects=(i,),
            speaker_acts=exists,
            presupposed=self._presupposed(i, verb),
            governed=exists or verb is not None and tree.heads[self.first_conjunct(i)] == verb,
        )  # fmt: skip
        return True

    def _of_what_was_told(
        self, i: int, verb: int | None, name: str, actors: tuple[int, ...]
    ) -> bool:
        """Read "voiced opposition to the strikes": an act told before is what is blamed."""
        tree = self.tree
        act = tree.oblique(i, ["to", "of", "at"])
        judging = relation(name).family in {"criticise", "approve"}
        if act is None or verb is None or not judging or not actors:
            return False
        named = triggers().get(("noun", tree.lemmas[act]), ())
        told = {tree.lemmas[k] for k in tree.children(act, "det")} & {"the", "this", "these"}
        if not told or not any(relation(n.relation).family == "fight" for n in named):
            return False
        self.add(
            relation=name, word=i, clause=verb, actors=actors, recipients=(), pattern="event",
            of_event=True, governed=True,
        )  # fmt: skip
        return True

    def _received(
        self, i: int, verb: int, actors: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return who gets a thing and who gives it: "faces pressure from X"."""
        givers = self.fillers.sides(self.tree.oblique(i, ["from", "by"]))
        if givers and (takers := self.doers(verb)):
            return takers, givers
        return actors, self.fillers.sides(self.tree.oblique(verb, ["from", "by"]))

    def _is_under(self, i: int, verb: int | None, trigger: Trigger, pre: tuple[int, ...]) -> bool:
        """Read "under pressure from X", "under X's protection": it falls on whoever is under it."""
        tree, head = self.tree, self.tree.head(i)
        if relation(trigger.relation).family not in _FALLING:
            return False
        under = self.doers(verb) if verb is not None else self.fillers.sides(head)
        if tree.children(i, "cop"):
            under = self.fillers.sides(tree.subject(i))
        elif verb is not None and tree.is_passive(verb):
            under = self.fillers.sides(tree.subject(verb))
        actors = self.noun_actor(i, None, pre, (), under)
        if not under or not actors:
            return False
        self.add(
            relation=trigger.relation, word=i, clause=self.clause_of(i), actors=actors,
            recipients=under, pattern="noun",
        )  # fmt: skip
        return True

    def _between(self, i: int) -> tuple[int, ...]:
        """Return the two sides: "war between", "a pact signed between", "erupted between"."""
        tree = self.tree
        over = tree.head(i) if tree.label(i) == "nsubj" else None
        for at in (i, *tree.children(i, "acl"), *(() if over is None else (over,))):
            found = self.fillers.sides(tree.oblique(at, ["between", "among"]))
            if found:
                return found
        return ()

    def _is_joint(self, i: int, verb: int | None, name: str) -> bool:
        """Tell whether those who have a tie or a quarrel have it with each other.

        Not where they only speak of it ("welcomed the truce") or feel it ("with bitterness").
        """
        tree = self.tree
        if not relation(name).symmetric or not relation(name).sign:
            return False
        if verb is not None and tree.lemmas[verb] in condition("aside"):
            return False
        beside = tree.label(i) == "obl" and tree.case(i) in _BESIDE | {"with"}
        return not beside or self.is_standing(i) or bool(tree.children(i, "cop"))

    def _presupposed(self, i: int, verb: int | None) -> bool:
        """Tell whether a relation is there before somebody is to end it."""
        owned = self.tree.child(i, "nmod:poss") is not None
        return (
            owned
            and verb is not None
            and self.tree.lemmas[verb] in condition("end") | condition("sever")
        )

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
        turned = verb is not None and (tree.label(i) != "obl" or tree.case(i) not in _BESIDE)
        lemma = tree.lemmas[verb] if verb is not None and turned else ""
        near = {tree.lemmas[k] for k in tree.kids[i]} | self._above(i)
        if trigger.relation == "has-ties-with" and (near | {lemma}) & condition("bad"):
            return "breaks-with" if lemma in condition("sever") else "disputes-with"
        if relation(trigger.relation).sign > 0 and lemma in condition("sever") - {"end", "halt"}:
            return "breaks-with"
        if trigger.relation == "linked-to" and lemma in {"close", "shut"}:
            return "breaks-with"
        head = tree.head(i)
        ended = (
            tree.label(i) == "nmod" and head is not None and tree.lemmas[head] in condition("end")
        )
        if trigger.relation in {"disputes-with", "fights"} and (ended or lemma in condition("end")):
            return "settles-with"
        tacit = {tree.lemmas[j] for k in tree.kids[i] for j in tree.subtree(k)}
        if trigger.relation == "aligned-with" and (
            tacit & {"tacit", "unspoken", "undeclared", "unacknowledged", "implicit"}
            or {"arm", "length"} <= tacit
        ):
            return "arms-length-alliance"
        return trigger.relation

    def _above(self, i: int) -> set[str]:
        """Return what is said of a noun: "relations have worsened", "ties are close"."""
        head = self.tree.head(i)
        return (
            {self.tree.lemmas[head]}
            if head is not None and self.tree.label(i) == "nsubj"
            else set()
        )

    def _noun_condition(self, i: int, verb: int | None, needs: str) -> bool:
        tree = self.tree
        if needs in {"govern", "in_help"}:
            return verb is not None and tree.lemmas[verb] in condition("govern")
        if needs in {"good", "seek"}:
            words = {tree.lemmas[k] for k in tree.kids[i]} | self._above(i)
            if verb is not None:
                words.add(tree.lemmas[verb])
            wanted = condition(needs) | (condition("bad") if needs == "good" else frozenset())
            return bool(words & wanted) or tree.lemmas[i] in condition(needs)
        near = {tree.lemmas[k] for k in tree.kids[i]}
        if needs in {"coming", "blame"}:
            return verb is not None and tree.lemmas[verb] in condition(needs)
        return not needs or bool(near & condition(needs))

    def _noun_slot(
        self, i: int, verb: int | None, slot: str, pre: tuple[int, ...]
    ) -> tuple[int, ...]:
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
                if (
                    tree.case(k) in {"on", "over", "about"}
                    and tree.child(k, "nmod:poss") is not None
                ):
                    return self.fillers.sides(tree.child(k, "nmod:poss"))
            return ()
        found = self.fillers.sides(tree.oblique(i, [slot])) or self._adjacent(i, slot)
        maker = None if found or slot == "of" else tree.oblique(i, ["of", "by"])
        if maker is not None:  # "the aggression of X's forces in Y"
            found = self.fillers.sides(tree.oblique(maker, [slot]))
        if not found and slot in _MUTUAL:
            found = self._through_clause(i, slot)
        if not found and verb is not None and slot not in {"of", "between"}:
            further = tree.oblique(verb, [slot])
            if further is not None and not tree.within(i, further):
                found = self.fillers.sides(further)
            if not found and slot == "to":
                found = self.fillers.sides(tree.child(verb, "iobj")) or self._shared_goal(verb)
        return found

    def _through_clause(self, i: int, slot: str) -> tuple[int, ...]:
        """Return the other side where it hangs on a verb: "talks held with X"."""
        tree, head = self.tree, self.tree.head(i)
        for k in tree.children(i, "acl"):
            if self.is_light(k) and (found := self.fillers.sides(tree.oblique(k, [slot]))):
                return found
        if head is not None and tree.label(i) == "nsubj" and self.is_light(head):
            return self.fillers.sides(tree.oblique(head, [slot]))
        return ()

    def _shared_goal(self, verb: int) -> tuple[int, ...]:
        """Return to whom an earlier verb of the same series gave: "sent arms to X and spent …"."""
        tree, at = self.tree, verb
        while tree.label(at) == "conj":
            at = tree.heads[at]
            if found := self.fillers.sides(tree.oblique(at, ["to"])):
                return found
        return ()

    def _adjacent(self, i: int, slot: str) -> tuple[int, ...]:
        """Return the sides right behind a noun and its preposition, whatever the tree says."""
        tree = self.tree
        if i + 2 >= len(tree) or tree.lemmas[i + 1] != slot or tree.upos[i + 1] != "ADP":
            return ()
        for j in range(i + 2, min(i + 8, len(tree))):
            if tree.upos[j] in {"VERB", "PUNCT", "ADP", "CCONJ"}:
                return ()
            if (known := self.fillers.at(j)) is not None and known.mention.start <= i + 3:
                return (j,)
        return ()
