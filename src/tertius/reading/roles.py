"""Relations in roles, adjectives and compounds: "ally of", "hostile to", "X-backed", "anti-X"."""

from __future__ import annotations

from tertius.reading.clauses import Clauses
from tertius.reading.vocabulary import Trigger, condition, relation, triggers


class Roles(Clauses):
    """Reads the words of one sentence that say what somebody is to another."""

    def read_role(self, i: int, trigger: Trigger) -> None:
        tree = self.tree
        bearers = self.fillers.bearers(i)
        itself = not bearers and self.fillers.at(i) is not None
        if itself and trigger.relation != "joins":
            bearers = (i,)  # "its patron": the word stands for somebody
        others: tuple[int, ...] = ()
        for slot in trigger.recipient:
            if slot == "poss":
                others = self.fillers.sides(tree.child(i, "nmod:poss"))
            elif slot == "pre":
                others = () if itself else self.premodifiers(i)
            else:
                others = self.sides(tree.oblique(i, [slot]))
            others = tuple(o for o in others if o not in bearers)
            if others:
                break
        each = not itself or trigger.relation == "enemy-of" and tree.child(i, "nmod:poss") is None
        each = each and relation(trigger.relation).symmetric
        if not others and each and self.fillers.several(bearers):
            others = bearers  # "X and Y are allies"
        if not bearers or not others:
            return
        actors, recipients = (bearers, others) if trigger.actor == "self" else (others, bearers)
        self.add(
            relation=trigger.relation, word=i, clause=self.clause_of(i), actors=actors,
            recipients=recipients, pattern="role",
            governed=tree.label(i) in {"xcomp", "obj"} or bool(tree.children(i, "cop")),
        )  # fmt: skip

    def read_adjective(self, i: int, trigger: Trigger) -> None:
        tree = self.tree
        if tree.texts[i][:1].isupper() and i > 0:
            return
        bearer = tree.subject(i)
        if bearer is None and tree.label(i) in {"amod", "acl", "appos", "advcl"}:
            bearer = tree.head(i)
        actors = self.fillers.sides(bearer)
        recipients: tuple[int, ...] = ()
        for slot in trigger.recipient:
            recipients = tuple(
                r for r in self.fillers.sides(tree.oblique(i, [slot])) if r not in actors
            )
            if recipients:
                break
        if actors and recipients:
            if trigger.actor == "reverse":
                actors, recipients = recipients, actors
            self.add(
                relation=trigger.relation, word=i, clause=i, actors=actors, recipients=recipients,
                pattern="adj",
            )  # fmt: skip

    def read_judgement(self, i: int) -> None:
        """Read "The Danish plan is reckless", a reproach of whoever says it."""
        tree = self.tree
        if not tree.children(i, "cop") or tree.lemmas[i] not in condition("reproach"):
            return
        blamed = self.fillers.sides(tree.subject(i))
        if blamed and not any(p.word == i for p in self.found):
            self.add(
                relation="condemns", word=i, clause=i, actors=(), recipients=blamed,
                pattern="adj", speaker_acts=True,
            )  # fmt: skip

    def read_compound(self, i: int) -> None:
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
        verb = self.governor(noun)
        return self.fillers.sides(self.tree.subject(verb)) if verb is not None else ()

    def _pair(
        self,
        pattern: str,
        trigger: Trigger,
        i: int,
        actors: tuple[int, ...],
        others: tuple[int, ...],
    ) -> None:
        others = tuple(o for o in others if o not in actors)
        if actors and others:
            self.add(
                relation=trigger.relation, word=i, clause=self.clause_of(i), actors=actors,
                recipients=others, pattern=pattern,
            )  # fmt: skip
