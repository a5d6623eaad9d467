"""Whom a description means: "the Iraqi army", "a dozen militias", "both states", "the cleric"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tertius.reading.anaphora import Past
from tertius.reading.mentions import Mention, nominals
from tertius.reading.newcomers import GROUP_WORDS
from tertius.reading.roster import GROUP_KINDS, Party, Resolved, Roster, one
from tertius.reading.trees import Tree

_BODIES = frozenset({"igo", "coalition"})
_OF_STATES = frozenset({"alliance", "coalition", "union", "bloc", "partnership"})
_OWN = frozenset({"militia", "volunteers"})  # "Hezbollah militias" may be clients, not members
# Nouns for people under arms: the rebels of one sentence are the guerrillas of the next.
_ARMED = frozenset({"rebels", "militants", "fighters", "militia", "gunmen"})
_CAMPS = frozenset({"side", "camp", "party"})
_OTHERS = frozenset({"neighbour", "neighbor", "side", "camp"})
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
        if any(self._is_we(h, s) for h in m.owners) and m.role in {"organ", "people", "generic"}:
            # "our soldiers", "our country": of those for whom the speaker stands
            return Resolved(mention=replace(m, kind="pronoun", noun="speaker"), sentence=s)
        proper = not m.plural and tree.texts[m.head][:1].isupper() and m.head > 0
        if proper and m.role in {"organ", "generic"} and not owners:
            if called := self._called(m, tree):  # "the Council", "the Front"
                return one(m, s, Party(called, None))
        match m.role:
            case "organ" | "people" if acting:
                several = len(acting) > 1
                span = (s, m.start, _with_name(m, tree)) if m.noun == "official" else span
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
                    self._seat(m, s, tree) or self._same_body(m, tree) or self._domestic(m, tree)
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
        if m.definite or tree.label(m.head) == "compound":
            return True
        # "soldiers", "police", not "an army": as if they had an article
        articles = tree.children(m.head, "det", "nummod", "amod", "nmod", "acl")
        return m.noun == "force" and m.plural and not articles

    def _domestic(self, m: Mention, tree: Tree) -> Party | None:
        """Return whose army "the army" is, or government "the government"."""
        if m.noun == "force" and tree.label(m.head) != "compound":
            return self.past.home() or self.past.state(m.start)
        return self.past.state(m.start)

    def _is_we(self, head: int, s: int) -> bool:
        """Tell whether a possessor is "our" or "my"."""
        owner = self.past.at.get((s, head))
        return (
            owner is not None
            and owner.mention.kind == "pronoun"
            and owner.mention.noun == "speaker"
            and self.past.trees[s].labels[head] == "nmod:poss"
        )

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
            return one(m, s, Party(own, span if own != apposed else None))
        marks = frozenset(q for q in m.qualities if _distinguishes(q, tree, m))
        modifier = tree.label(m.head) == "compound"  # "rebel columns" are the rebels'
        known = self._same_group(m, marks)
        if known:
            own_words = self._is_cluster(known) and not modifier
            return one(m, s, Party(known, span if own_words else None))
        m = replace(m, tail=self._with_land(m, s, tree))
        span = _span(m, s)
        actor = self.roster.describe(described_as(tree, m), "described")
        self._clusters.append((actor, m.noun, marks))
        country = tuple(p.id for p in owners if self.roster.kind(p.id) == "state")
        self.roster.described[actor] = replace(self.roster.described[actor], country=country)
        return one(m, s, Party(actor, span))

    def _with_land(self, m: Mention, s: int, tree: Tree) -> int:
        """Return where "opposition parties in Peru" ends; a bare "rebels" gets no addition."""
        for k in tree.children(m.head, "nmod"):
            land = self.past.at.get((s, k))
            told = land is not None and bool(land.parties) and land.mention.start == m.head + 2
            if land is not None and told and tree.case(k) == "in" and m.end - m.start > 1:
                return land.mention.end
        return max(m.end, m.tail)

    def _same_group(self, m: Mention, marks: frozenset[str]) -> str | None:
        """Return which group of before "the rebels" means: of that noun, with a name, or alike."""
        alike: str | None = None
        for actor, noun, qualities in reversed(self._clusters):
            if not (marks <= qualities or qualities <= marks):
                continue
            if noun == m.noun or m.definite and noun == f"the {m.noun}":
                return actor
            if m.noun in _ARMED and noun.removeprefix("the ") in _ARMED:
                alike = alike or actor
        if not m.definite:
            return None
        if not marks:
            kinds = GROUP_KINDS - {"people", "igo"} if m.noun in _ARMED else None
            if recent := self.past.group(m.start, plural=m.noun not in _ARMED, kinds=kinds):
                return recent
        return alike

    def _is_cluster(self, actor: str) -> bool:
        return any(actor == known for known, _, _ in self._clusters)

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
            return one(m, s, Party(apposed, None))
        if directed := self._half(m, tree):
            return one(m, s, Party(directed, None))
        if m.noun == "country":
            return self._country(m, s, tree)
        if m.noun == "rival":
            return self._rival(m, s, tree)
        if m.noun == "group" and m.number == 2:
            parties = self.past.camps(m.head, kinds=GROUP_KINDS - {"igo"})
            return Resolved(mention=m, sentence=s, parties=parties) if parties else None
        bodies = [p for p in owners if self.roster.kind(p.id) in _BODIES]
        if bodies:
            return one(m, s, Party(bodies[0].id, _span(m, s)))
        if m.noun == "group" and m.definite and (called := self._called(m, tree)):
            return one(m, s, Party(called, None))
        led = any(
            q.endswith(("led", "backed")) for q in m.qualities
        )  # "the Saudi-led group" has no other name
        owned = self._possessor(m, s)
        if m.noun == "group" and owned is not None and not m.plural:
            return one(m, s, Party(owned, None))
        if m.noun == "group" and m.definite and not m.plural and not led:
            kinds = _BODIES if tree.lemmas[m.head] in _OF_STATES else None
            recent = self.past.group(m.start, plural=False, kinds=kinds)
            if recent:
                return one(m, s, Party(recent, None))
        if m.noun == "group" and m.qualities & {"rebel", "militant", "paramilitary", "armed"}:
            return self._group(replace(m, noun="militia"), s, tree, owners)
        if m.noun == "group" and tree.texts[m.head][:1].isupper() and m.head > 0:
            name = tree.phrase(m.start, m.end)  # a name of its own: "the Front"
            kind = "described" if tree.lemmas[m.head] in GROUP_WORDS else "organisation"
            return one(m, s, Party(self.roster.named(name, kind, ()), _span(m, s)))
        return None

    def _possessor(self, m: Mention, s: int) -> str | None:
        """Return the group of "his movement": whose member the text has called him."""
        for head in m.owners:
            owner = self.past.at.get((s, head))
            if owner is None or owner.mention.kind != "pronoun" or len(owner.parties) != 1:
                continue
            side = self.roster.standing(owner.ids[0])
            if side != owner.ids[0] and self.roster.kind(side) in GROUP_KINDS - {"people"}:
                return side
        return None

    def _called(self, m: Mention, tree: Tree) -> str | None:
        """Return whose name has the word in it: "the front", "the Party" for the Lake Front."""
        word = tree.lemmas[m.head].casefold()
        if m.plural or m.qualities & {"other", "another", "new", "former"}:
            return None
        if any(tree.texts[j][:1].isupper() for j in range(m.start, m.head)):
            return None  # "the Reed Front" is another than the Lake Front
        for _, party in self.past.parties(m.start):
            if self.roster.kind(party.id) in GROUP_KINDS | {"organisation"}:
                if word in self.roster.actor(party.id).name.casefold().split():
                    return party.id
        return None

    def _country(self, m: Mention, s: int, tree: Tree) -> Resolved | None:
        """Return the state or states of "the country", "both countries", "their nations"."""
        named = tree.children(m.head, "compound")  # "Boko Haram camps" are grounds
        if tree.lemmas[m.head] in _CAMPS and (m.number or m.plural and m.definite) and not named:
            if parties := self.past.camps(m.head):
                return Resolved(mention=m, sentence=s, parties=parties)
        possessors = [k for k in tree.kids[m.head] if tree.labels[k] == "nmod:poss"]
        possessed = bool(possessors)
        if possessors and not m.plural and not m.number:
            return self._own_country(m, s, possessors[0])
        if m.number or m.plural and (m.definite or possessed):
            # "mediates between the two countries": others than those who mediate
            outside = tree.case(m.head) in {"between", "with", "to", "on"}
            states = self.past.states(0 if outside else m.start, m.number or 2)
            return Resolved(mention=m, sentence=s, parties=states) if states else None
        state = self.past.state(m.start) if m.definite else None
        return Resolved(mention=m, sentence=s, parties=(state,)) if state else None

    def _own_country(self, m: Mention, s: int, possessor: int) -> Resolved | None:
        """Return the state of "his country"; for "its neighbour", the other one spoken of."""
        owner = self.past.at.get((s, possessor))
        if owner is None or len(owner.parties) != 1:
            return None
        own = self.roster.standing(owner.ids[0])
        if self.past.trees[s].lemmas[m.head] in _OTHERS:
            for _, party in self.past.parties(m.start):
                standing = self.roster.standing(party.id)
                if standing != own and self.roster.kind(standing) == "state":
                    return one(m, s, Party(standing, None))
            return None
        return one(m, s, Party(own, None)) if self.roster.kind(own) == "state" else None

    def _rival(self, m: Mention, s: int, tree: Tree) -> Resolved | None:
        """Return whom "the two rivals" means, or "his rival": his last opponent."""
        if m.number == 2:
            parties = self.past.camps(m.head) or self.past.states(m.start, 2)
            return Resolved(mention=m, sentence=s, parties=parties) if parties else None
        apposed = tree.label(m.head) in {"appos", "flat", "compound"} or tree.children(
            m.head, "appos", "flat", "cop"
        )
        owner = next(
            (self.past.at.get((s, k)) for k in tree.kids[m.head] if tree.labels[k] == "nmod:poss"),
            None,
        )
        if apposed or m.plural or owner is None or len(owner.parties) != 1:
            return None
        foe = self.past.opponent(owner.ids[0])
        return one(m, s, Party(foe, None)) if foe else None

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


def _with_name(m: Mention, tree: Tree) -> int:
    """Return where "the American envoy Emre Aydin" ends; without a name, where the noun ends."""
    for start, end, kind in tree.names:
        if kind == "PER" and start == m.head + 1 and tree.label(start) in {"appos", "flat"}:
            return end
    return max(m.end, m.tail)


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
