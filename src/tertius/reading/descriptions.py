"""Whom a description means: "the Iraqi army", "a dozen militias", "both states", "the cleric"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tertius.reading.anaphora import Past
from tertius.reading.mentions import Mention, nominals
from tertius.reading.roster import GROUP_KINDS, Party, Resolved, Roster, one
from tertius.reading.trees import Tree

_BODIES = frozenset({"igo", "coalition"})
_OF_STATES = frozenset({"alliance", "coalition", "union", "bloc", "partnership"})
_OWN = frozenset({"militia", "volunteers"})  # "Hezbollah militias" may be clients, not members
_CAMPS = frozenset({"side", "camp", "party"})
FORMER = frozenset({"former", "ex", "late", "onetime", "erstwhile", "retired"})
_COUNT = re.compile(
    r"^(?:(?:the|a|an|some|several|many|more|than|at|least|dozens?|hundreds|thousands|scores|of|both|all"
    r"|two|three|four|five|six|seven|eight|nine|ten|[\d,.]+)\s+)+",
    re.IGNORECASE,
)


class Descriptions:
    """Gives the nouns of a document that stand for actors their meaning."""

    def __init__(self, roster: Roster, past: Past) -> None:
        self.roster, self.past = roster, past
        self._clusters: list[tuple[str, str, frozenset[str]]] = []  # actor, class, what marks it

    def resolve(self, m: Mention, s: int, mentions: Sequence[Mention]) -> Resolved | None:
        """Return whom a noun means, or None if it stands for nobody."""
        tree, span = self.past.trees[s], _span(m, s)
        owners = [p for p in self._owners(m, s, mentions) if self.roster.kind(p.id) != "media"]
        acting = [p for p in owners if self.roster.can_act(p.id)]
        if m.noun == "official" and m.qualities & FORMER:
            acting = []  # a former minister stands for nobody
        match m.role:
            case "organ" | "people" if acting:
                several = len(acting) > 1
                parties = tuple(Party(p.id, _own_words(p, m) if several else span) for p in acting)
                speaker = parties[0].id
                if m.noun == "official":
                    speaker = self.roster.speaker(described_as(tree, m))
                    self.roster.affiliation.setdefault(speaker, parties[0].id)
                return Resolved(mention=m, sentence=s, parties=parties, speaker=speaker)
            case "organ" if m.noun in {"government", "force", "ministry"} and self._is_known(
                m, tree
            ):
                owner = (
                    self._seat(m, s, tree) or self._same_body(m, tree) or self.past.state(m.start)
                )
                parties = (Party(owner.id, owner.text),) if owner else ()
                return Resolved(mention=m, sentence=s, parties=parties, speaker=_id(owner))
            case "organ" | "speaker":
                return self._person(m, s, tree)
            case "group":
                return self._group(m, s, tree, acting)
            case "generic":
                return self._generic(m, s, tree, acting)
        return Resolved(mention=m, sentence=s, speaker=self.roster.speaker(described_as(tree, m)))

    # -- whose ----------------------------------------------------------------------------------

    def _owners(self, m: Mention, s: int, mentions: Sequence[Mention]) -> list[Party]:
        found: dict[str, Party] = {}
        tree = self.past.trees[s]
        possessors = [h for h in m.owners if tree.labels[h] == "nmod:poss"]
        for head in possessors or m.owners:  # "Iran's Shiite leaders" are Iran's
            owner = self.past.at.get((s, head))
            if owner is not None and owner.mention.head != m.head:
                for party in owner.parties:
                    found.setdefault(party.id, party)
        if not found:  # names that stand inside the words of the mention itself
            for other in mentions:
                if other is not m and m.start <= other.head < m.end and other.kind != "pronoun":
                    inside = self.past.at.get((s, other.head))
                    for party in inside.parties if inside else ():
                        found.setdefault(party.id, party)
        return list(found.values())

    def _seat(self, m: Mention, s: int, tree: Tree) -> Party | None:
        """Return whose body "the foreign ministry in Ankara" or "the army in Mozambique" is."""
        for k in tree.children(m.head, "nmod"):
            owner = self.past.at.get((s, k))
            if tree.case(k) != "in" or owner is None or not owner.place:
                continue
            if owner.place not in self.roster.places:
                above = self.roster.gazetteer.theaters_above(owner.place) or (owner.place,)
                if self.roster.gazetteer.has_actor(above[-1]):
                    return Party(above[-1], None)
        return None

    def _is_known(self, m: Mention, tree: Tree) -> bool:
        """Tell whether a body without an owner was spoken of: "the army", "a ministry official"."""
        return m.definite or tree.label(m.head) == "compound"

    def _same_body(self, m: Mention, tree: Tree) -> Party | None:
        """Return whose ministry or army was named last."""
        lemma = tree.lemmas[m.head]
        for r in reversed(self.past.read):
            if r.parties and self.past.trees[r.sentence].lemmas[r.mention.head] == lemma:
                return Party(r.parties[0].id, None)
        return None

    # -- persons --------------------------------------------------------------------------------

    def _person(self, m: Mention, s: int, tree: Tree) -> Resolved:
        """Return a person without a name: "a senior cleric", then "the cleric"."""
        lemma = tree.lemmas[m.head]
        bare = not (m.qualities or tree.children(m.head, "nmod", "acl", "amod"))
        if m.definite or bare and m.noun != "force":  # "soldiers" need not be those of before
            for r in reversed(self.past.read):
                same = r.mention.kind == "nominal" and r.mention.noun == m.noun and r.speaker
                if same and self.past.trees[r.sentence].lemmas[r.mention.head] == lemma:
                    return Resolved(mention=m, sentence=s, parties=r.parties, speaker=r.speaker)
            person = self._holder(lemma) if m.definite else None
            if person:
                return one(m, s, Party(person, None))
        return Resolved(mention=m, sentence=s, speaker=self.roster.speaker(described_as(tree, m)))

    def _holder(self, title: str) -> str | None:
        """Return the person last named with a title: "the minister" after "Minister X"."""
        for r in reversed(self.past.read):
            if r.mention.role == "person" and r.speaker:
                tree = self.past.trees[r.sentence]
                near = [*tree.kids[r.mention.head], tree.heads[r.mention.head]]
                if any(k >= 0 and tree.lemmas[k] == title for k in near):
                    return r.speaker
        return None

    # -- groups ---------------------------------------------------------------------------------

    def _group(self, m: Mention, s: int, tree: Tree, owners: Sequence[Party]) -> Resolved:
        span = _span(m, s)
        apposed = self._apposed(m, s, tree)
        generic = any(noun == "group" for noun, _ in nominals().get(tree.lemmas[m.head], ()))
        if generic and m.definite and not m.plural and not apposed:
            # "the Islamist group": one that was named
            recent = self.past.group(m.start, plural=False)
            if recent:
                return one(m, s, Party(recent, None))
        named = [p for p in owners if self.roster.kind(p.id) not in {"state", "people"}]
        own = named[0].id if named and m.noun not in _OWN else apposed
        if own:
            # "Hamas militants": from now on "the militants" are those of Hamas
            self._clusters.append((own, m.noun if m.plural else f"the {m.noun}", frozenset()))
            return one(m, s, Party(own, span))
        marks = frozenset(q for q in m.qualities if _distinguishes(q, tree, m))
        for actor, noun, qualities in reversed(self._clusters):
            alike = noun == m.noun or m.definite and noun == f"the {m.noun}"
            if alike and (marks <= qualities or qualities <= marks):
                return one(m, s, Party(actor, span))
        if m.definite and not marks and (recent := self.past.group(m.start, plural=True)):
            return one(m, s, Party(recent, None))
        actor = self.roster.describe(described_as(tree, m), "described")
        self._clusters.append((actor, m.noun, marks))
        country = tuple(p.id for p in owners if self.roster.kind(p.id) == "state")
        self.roster.described[actor] = replace(self.roster.described[actor], country=country)
        return one(m, s, Party(actor, span))

    def _apposed(self, m: Mention, s: int, tree: Tree) -> str | None:
        near = tree.children(m.head, "appos", "flat")
        if tree.label(m.head) in {"appos", "flat", "compound"}:
            near.append(tree.heads[m.head])
        for k in near:
            known = self.past.at.get((s, k))
            if known and known.parties and known.mention.kind == "name":
                if self.roster.kind(known.ids[0]) in GROUP_KINDS | {"organisation"}:
                    return known.ids[0]
        return None

    # -- nouns that stand for what has a name ------------------------------------------------------

    def _generic(self, m: Mention, s: int, tree: Tree, owners: Sequence[Party]) -> Resolved | None:
        if apposed := self._apposed(m, s, tree):
            return one(m, s, Party(apposed, _span(m, s)))
        if directed := self._half(m, tree):
            return one(m, s, Party(directed, None))
        if m.noun == "country":
            return self._country(m, s, tree)
        bodies = [p for p in owners if self.roster.kind(p.id) in _BODIES]
        if bodies:
            return one(m, s, Party(bodies[0].id, _span(m, s)))
        led = {"led", "backed"} & m.qualities  # "the Saudi-led group" has no other name
        if m.noun == "group" and m.definite and not m.plural and not led:
            kinds = _BODIES if tree.lemmas[m.head] in _OF_STATES else None
            recent = self.past.group(m.start, plural=False, kinds=kinds)
            if recent:
                return one(m, s, Party(recent, None))
        if m.noun == "group" and m.qualities & {"rebel", "militant", "paramilitary", "armed"}:
            return self._group(replace(m, noun="militia"), s, tree, owners)
        return None

    def _country(self, m: Mention, s: int, tree: Tree) -> Resolved | None:
        """Return the state or states of "the country", "both countries", "their nations"."""
        if tree.lemmas[m.head] in _CAMPS and self.roster.quarrels and (m.number or m.plural):
            _, one_side, other = self.roster.quarrels[0]
            parties = (Party(one_side, None), Party(other, None))
            return Resolved(mention=m, sentence=s, parties=parties)
        possessed = any(tree.lemmas[k] in {"their", "his", "its", "our"} for k in tree.kids[m.head])
        if m.number or m.plural and (m.definite or possessed):
            # "mediates between the two countries": others than those who mediate
            outside = tree.case(m.head) in {"between", "with", "to", "on"}
            states = self.past.states(0 if outside else m.start, m.number or 2)
            return Resolved(mention=m, sentence=s, parties=states) if states else None
        state = self.past.state(m.start) if m.definite else None
        return Resolved(mention=m, sentence=s, parties=(state,)) if state else None

    def _half(self, m: Mention, tree: Tree) -> str | None:
        """Return the half of a divided country: "the South", "the northern side"."""
        words = {tree.lemmas[m.head], *m.qualities}
        for direction in ("north", "south", "east", "west"):
            if not (direction in words or f"{direction}ern" in words and m.noun == "country"):
                continue
            for actor in {i: None for r in reversed(self.past.read) for i in r.ids}:
                standing = self.roster.standing(actor)
                if standing not in self.roster.described and self.roster.kind(standing) == "state":
                    if self.roster.actor(standing).name.casefold().startswith(direction):
                        return standing
        return None


def described_as(tree: Tree, m: Mention) -> str:
    """Return a description without its article and number: "a dozen militias" is "militias"."""
    words = tree.phrase(m.start, max(m.end, m.tail))
    return _COUNT.sub("", words) or words


def _id(party: Party | None) -> str | None:
    return party.id if party else None


def _span(m: Mention, s: int) -> tuple[int, int, int]:
    return s, m.start, max(m.end, m.tail)


def _own_words(party: Party, m: Mention) -> tuple[int, int, int] | None:
    """Return "Malian army" of "the French and Malian armies"; None for the French one."""
    if party.text is None or party.text[2] != m.head or m.tail > m.end:
        return None
    return party.text[0], party.text[1], m.end


def _distinguishes(quality: str, tree: Tree, m: Mention) -> bool:
    """Tell whether a word names a kind of people or place: "Shiite", "Syrian", "pro-Russian"."""
    words = range(m.start, m.end)
    shown = any(tree.lemmas[j] == quality and tree.texts[j][:1].isupper() for j in words)
    return shown or quality.startswith(("pro-", "anti-"))
