"""What was spoken of before: the past of a document, asked for what a pronoun can mean.

Rules after the salience orders of Lappin and Leass (1994), cut down to what news needs: subjects
before others, the same sentence before the last one, no further back than three sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tertius.reading.mentions import LOCATIVE, Mention
from tertius.reading.roster import GROUP_KINDS, STATE_KINDS, Party, Resolved, Roster
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import family, triggers

REACH = 3  # sentences that a pronoun looks back
_PLURAL_KINDS = frozenset({"people", "described", "armed-group", "armed-forces", "movement"})


class Past:
    """The mentions of a document up to the word that is being read."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.trees: list[Tree] = []
        self.at: dict[tuple[int, int], Resolved] = {}  # (sentence, head word)
        self.read: list[Resolved] = []  # of the sentences before this one, in order
        self._here: dict[int, Resolved] = {}
        self._spoken_of: Counter[str] = Counter()  # states, by how often the document names them

    def put(self, resolved: Resolved) -> None:
        """Enter a mention of the sentence that is being read."""
        self.at[(resolved.sentence, resolved.mention.head)] = resolved
        self._here[resolved.mention.head] = resolved
        if resolved.mention.kind in {"name", "demonym"}:
            self._spoken_of.update(self._states_of(resolved))

    def _states_of(self, r: Resolved) -> Iterator[str]:
        """Yield the states that a name speaks of, by their places and persons too."""
        gazetteer = self.roster.gazetteer
        if r.place and not r.parties and r.place not in self.roster.places:
            country = (gazetteer.theaters_above(r.place) or (r.place,))[-1]
            if gazetteer.has_actor(country):
                yield country
        for actor in r.ids:
            standing = self.roster.standing(actor)
            if self.roster.kind(standing) in STATE_KINDS:
                yield standing

    def home(self) -> Party | None:
        """Return the state that the document has spoken of most up to here.

        "The army", "the police" are those of the country that a report is about: more often
        than those of the country named last.
        """
        best = max(self._spoken_of, key=lambda state: self._spoken_of[state], default=None)
        return Party(best, None) if best is not None else None

    def close(self) -> None:
        """End the sentence."""
        self.read.extend(sorted(self._here.values(), key=lambda r: r.mention.start))
        self._here = {}

    # -- pronouns -----------------------------------------------------------------------------

    def pronoun(self, m: Mention, s: int) -> Resolved | None:
        """Return whom a pronoun means, as far as the past tells."""
        if m.noun == "speaker":
            return Resolved(mention=m, sentence=s)
        if m.noun == "person":
            person = self._person(m, s)
            return (
                Resolved(mention=m, sentence=s, parties=(person,), speaker=person.id)
                if person
                else None
            )
        if m.noun in {"former", "latter", "two"}:
            parties = self._of_two(m, s)
        else:
            parties = self._many(m, s) if m.noun == "many" else self._one(m, s)
        speaker = parties[0].id if parties else None
        return Resolved(mention=m, sentence=s, parties=parties, speaker=speaker)

    def _candidates(self, m: Mention, s: int) -> list[Resolved]:
        """Return mentions before a word, nearest first; for a subject, subjects come first."""
        tree = self.trees[s]
        here = sorted(
            (r for r in self._here.values() if r.mention.head < m.head),
            key=lambda r: -r.mention.head,
        )
        if tree.label(m.head) == "nsubj" or _stands_before_argument(tree, m.head):
            here.sort(key=lambda r: (self._rank(r), r.mention.head))
        verb = tree.head(m.head)
        if verb is not None and tree.label(m.head) in {"obj", "iobj", "obl"}:
            # "India congratulated it": never the subject of the same verb
            here = [r for r in here if r.mention.head not in tree.children(verb, "nsubj")]
        foe = self._attacker(m.head, tree)
        here = [r for r in here if r.mention.head != foe]  # "Iran fired on its positions"
        past = [r for r in reversed(self.read) if s - r.sentence <= REACH]
        past.sort(key=lambda r: (s - r.sentence, self._rank(r)))
        return [r for r in (*here, *past) if r.mention.kind != "demonym" or r.mention.plural]

    def _attacker(self, i: int, tree: Tree) -> int | None:
        """Return the subject of a verb of fighting whose victim a possessive pronoun owns."""
        owned = tree.head(i)
        if owned is None or tree.labels[i] != "nmod:poss":
            return None
        verb = tree.head(owned)
        if verb is None or tree.label(owned) not in {"obj", "obl"}:
            return None
        thing = tree.object(verb)
        phrases = [tree.lemmas[verb]]
        if thing is not None and thing != owned:
            phrases.append(f"{tree.lemmas[verb]} {tree.lemmas[thing]}")
        fights = any(
            family(t.relation) == "fight" for p in phrases for t in triggers().get(("verb", p), ())
        )
        return tree.subject(verb) if fights else None

    def _rank(self, r: Resolved) -> int:
        """Return 0 for the subject of the main clause, 1 for another subject, 2 for the rest."""
        tree = self.trees[r.sentence]
        at = r.mention.head
        if tree.labels[at] == "nmod:poss":  # "Turkey's quarrel …": the sentence is about Turkey
            at = tree.heads[at]
        if tree.label(at) != "nsubj":
            return 2
        verb = tree.head(at)
        return 0 if verb is not None and tree.head(verb) is None else 1

    def _person(self, m: Mention, s: int) -> Party | None:
        for r in self._candidates(m, s):
            if r.mention.role == "person" and r.parties:
                return r.parties[0]
            if r.speaker and r.mention.kind == "nominal" and not r.mention.plural:
                if self.roster.kind(r.speaker) == "speaker":
                    return Party(r.speaker, (r.sentence, r.mention.start, r.mention.end))
        return None

    def _one(self, m: Mention, s: int) -> tuple[Party, ...]:
        for r in self._candidates(m, s):
            if len(r.parties) != 1 or r.mention.role in {"person", "people"} or r.mention.plural:
                continue
            if self._is_located(r) or self.roster.kind(r.ids[0]) == "person":
                continue
            if self.roster.can_act(r.ids[0]):
                return r.parties
        return ()

    def _many(self, m: Mention, s: int) -> tuple[Party, ...]:
        tree = self.trees[s]
        for r in self._candidates(m, s):
            if self._is_located(r):
                continue
            joint = self._joint(r)
            if len(joint) > 1:
                return joint
            speaks = (
                tree.label(m.head) == "nsubj" or tree.case(m.head) == "of"
            )  # "one of them said"
            if speaks and r.speaker and not r.parties and r.mention.plural:
                return (Party(r.speaker, (r.sentence, r.mention.start, r.mention.end)),)
            if r.sentence == s and r.mention.plural and r.mention.role == "speaker":
                return ()  # "called both men and urged them": people, whom nothing names
            if r.parties and (r.mention.plural or self.roster.kind(r.ids[0]) in _PLURAL_KINDS):
                return r.parties
        return ()

    def _of_two(self, m: Mention, s: int) -> tuple[Party, ...]:
        """Return whom "the two", "the former" and "the latter" mean: the last pair spoken of."""
        near = [r for r in self._here.values() if r.mention.head < m.head]
        near.sort(key=lambda r: r.mention.head)
        past = [r for r in self.read if s - r.sentence <= REACH]
        for r in reversed([*past, *near]):
            joint = self._joint(r)
            if len({self.roster.standing(p.id) for p in joint}) == 2:
                return {"former": joint[:1], "latter": joint[-1:]}.get(m.noun, joint)
        if m.noun == "two":
            return self.states(m.start, 2)
        seen: dict[str, Party] = {}
        for r in reversed([*past, *near]):
            for party in r.parties if r.mention.kind != "pronoun" else ():
                seen.setdefault(self.roster.standing(party.id), party)
        last = list(seen.values())[:2]
        return (last[0] if m.noun == "latter" else last[1],) if len(last) == 2 else ()

    def _is_located(self, r: Resolved) -> bool:
        return self.trees[r.sentence].case(r.mention.head) in LOCATIVE

    def _joint(self, r: Resolved) -> tuple[Party, ...]:
        """Return the parties of a coordination: "Libya and Switzerland"."""
        tree = self.trees[r.sentence]
        first = r.mention.head
        while tree.label(first) == "conj":
            first = tree.heads[first]
        members: list[Party] = []
        for i in tree.conjuncts(first):
            known = self.at.get((r.sentence, i))
            members.extend(known.parties if known else ())
        return tuple(members)

    # -- who is at odds -------------------------------------------------------------------------

    def camps(self, before: int, *, kinds: frozenset[str] | None = None) -> tuple[Party, ...]:
        """Return whom "both sides" means: who fights most, else the last pair spoken of.

        kinds: of which kind both must be ("the two groups"); None: any.
        """
        pairs = [
            (a, b)
            for _, a, b in self.roster.quarrels
            if kinds is None or {self.roster.kind(a), self.roster.kind(b)} <= kinds
        ]
        if pairs:
            counted = Counter(frozenset(map(self.roster.standing, pair)) for pair in pairs)
            a, b = max(pairs, key=lambda p: counted[frozenset(map(self.roster.standing, p))])
            return self._side(a), self._side(b)
        near = [r for r in self._here.values() if r.mention.head < before]
        for r in reversed([*self.read, *sorted(near, key=lambda r: r.mention.head)]):
            joint = tuple(Party(p.id, None) for p in self._joint(r))
            if len({self.roster.standing(p.id) for p in joint}) == len(joint) == 2:
                if kinds is None or {self.roster.kind(p.id) for p in joint} <= kinds:
                    return joint
        return ()

    def _side(self, actor: str) -> Party:
        """Return the side itself for a person who leads it."""
        person = self.roster.kind(actor) == "person"
        return Party(self.roster.standing(actor) if person else actor, None)

    def opponent(self, actor: str) -> str | None:
        """Return with whom the text has had somebody at odds last."""
        side = self.roster.standing(actor)
        for _, a, b in reversed(self.roster.quarrels):
            if actor in {a, b} or side in {self.roster.standing(a), self.roster.standing(b)}:
                return b if actor == a or side == self.roster.standing(a) else a
        return None

    # -- what was named last --------------------------------------------------------------------

    def parties(self, before: int) -> Iterator[tuple[Resolved, Party]]:
        """Yield the parties named before a word of this sentence, nearest first."""
        here = [r for r in self._here.values() if r.mention.head < before]
        here.sort(key=lambda r: -r.mention.head)
        for r in (*here, *reversed(self.read)):
            for party in r.parties:
                yield r, party

    def state(self, before: int) -> Party | None:
        """Return the state that a bare "the government" or "the country" means.

        A capital or country where the sentence plays ("In Tehran, the ministry …") comes first.
        """
        for r in self._here.values():
            if r.place and r.mention.head < before and self._is_located(r):
                place = self.roster.gazetteer.theaters_above(r.place) or (r.place,)
                if r.mention.noun == "seat" and self.roster.gazetteer.has_actor(place[-1]):
                    return Party(place[-1], None)
        other = self._doer(before)
        for r, party in self.parties(before):
            standing = self.roster.standing(party.id)
            if r.sentence == len(self.trees) - 1 and r.mention.head == other:
                continue  # "Paris does not recognise the junta": another state's
            if r.mention.role != "people" and self.roster.kind(standing) in STATE_KINDS:
                return Party(standing, party.text if standing == party.id else None)
        return None

    def _doer(self, i: int) -> int | None:
        """Return the subject of the verb whose object or adjunct a word is."""
        tree = self.trees[-1]
        verb = tree.head(i)
        if verb is None or tree.label(i) not in {"obj", "iobj", "obl"}:
            return None
        return tree.subject(verb)

    def states(self, before: int, number: int) -> tuple[Party, ...]:
        """Return the states that "the two countries" means; () if fewer were named."""
        found: dict[str, Party] = {}
        for r, party in self.parties(before):
            standing = self.roster.standing(party.id)
            if self.roster.kind(standing) == "state" and standing not in found:
                named = standing == party.id and r.mention.kind != "pronoun"
                found[standing] = Party(standing, party.text if named else None)
            if len(found) == number:
                return tuple(found.values())
        return ()

    def group(
        self, before: int, *, plural: bool, kinds: frozenset[str] | None = None
    ) -> str | None:
        """Return the group that "the group" or "the rebels" means; "the group" has a name."""
        kinds = kinds or GROUP_KINDS - (frozenset() if plural else {"people"}) - {"igo"}
        for r, party in self.parties(before):
            if not plural and (r.mention.plural or party.id in self.roster.described):
                continue
            if self.roster.kind(party.id) in kinds:
                return party.id
        return None


def _stands_before_argument(tree: Tree, i: int) -> bool:
    """Tell whether "its" owns a subject or object: "Chad began its withdrawal" is Chad's."""
    owned = tree.head(i)
    return (
        tree.labels[i] == "nmod:poss"
        and owned is not None
        and tree.label(owned) in {"nsubj", "obj"}
    )
