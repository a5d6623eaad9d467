"""Who each mention of a document means: names, descriptions, pronouns, persons and their offices.

`Cast` reads the document from top to bottom once. What the gazetteer does not know becomes an
actor of this document alone, with what the text says of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tertius.gazetteer import Gazetteer
from tertius.reading.mentions import LOCATIVE, Mention, nominals
from tertius.reading.trees import Tree
from tertius.records import Actor, Theater

GROUP_KINDS = frozenset({"armed-group", "coalition", "party", "movement", "igo", "described", "people"})
STATE_KINDS = frozenset({"state", "government", "armed-forces", "agency", "ministry"})
NOT_PARTIES = frozenset({"media", "ngo", "company", "speaker", "person", "organisation"})
_BODIES = frozenset({"igo", "coalition"})
_OF_STATES = frozenset({"alliance", "coalition", "union", "bloc", "partnership"})
_COUNT = re.compile(
    r"^(?:(?:the|a|an|some|several|many|more|than|at|least|dozens?|hundreds|thousands|scores|of|both|all"
    r"|two|three|four|five|six|seven|eight|nine|ten|[\d,.]+)\s+)+",
    re.IGNORECASE,
)
_FORMER = frozenset({"former", "ex", "late", "onetime", "erstwhile", "retired"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as one mention speaks of it."""

    id: str  # Actor.id
    text: tuple[int, int, int] | None  # sentence, first word, last word + 1; None: not in so many words


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A mention with its meaning."""

    mention: Mention
    sentence: int
    parties: tuple[Party, ...] = ()
    place: str | None = None  # Theater.id
    speaker: str | None = None  # Actor.id when the mention is somebody who can be quoted

    @property
    def ids(self) -> tuple[str, ...]:
        """The actors meant."""
        return tuple(p.id for p in self.parties)


class Cast:
    """The actors of one document, and which mention means which."""

    def __init__(self, document: str, gazetteer: Gazetteer, *, on: str | None) -> None:
        self.document, self.gazetteer, self.on = document, gazetteer, on
        self.described: dict[str, Actor] = {}
        self.places: dict[str, Theater] = {}
        self.affiliation: dict[str, str] = {}  # person -> the actor whose office the text names
        self._at: dict[tuple[int, int], Resolved] = {}
        self._past: list[Resolved] = []
        self._trees: list[Tree] = []
        self._clusters: list[tuple[str, str, frozenset[str]]] = []  # actor, class, qualities

    # -- asking -------------------------------------------------------------------------------

    def at(self, sentence: int, word: int) -> Resolved | None:
        """Return the mention whose head is this word."""
        return self._at.get((sentence, word))

    def kind(self, actor: str) -> str:
        """Return the kind of an actor of the gazetteer or of this document."""
        known = self.described.get(actor)
        return known.kind if known else self.gazetteer.actor(actor).kind

    def actor(self, actor: str) -> Actor:
        """Return the record; a person has the office that the text gives as `part_of`."""
        record = self.described.get(actor) or self.gazetteer.actor(actor)
        if actor in self.affiliation:
            record = replace(record, part_of=((self.affiliation[actor], None, None),))
        return record

    def can_act(self, actor: str) -> bool:
        """Tell whether somebody can be a side in a conflict: no reporter, no private person."""
        kind = self.kind(actor)
        if kind == "person":
            return actor in self.affiliation or self.gazetteer.has_actor(actor) and bool(
                self.gazetteer.offices(actor, on=self.on)
            )
        return kind not in NOT_PARTIES

    def standing(self, actor: str) -> str:
        """Return the side an actor counts for in this document."""
        seen = set()
        while actor in self.affiliation and actor not in seen:
            seen.add(actor)
            actor = self.affiliation[actor]
        return actor if actor in self.described else self.gazetteer.standing(actor, on=self.on)

    def first_name(self, actor: str) -> tuple[int, int, int] | None:
        """Return where the document first names an actor: sentence, first word, last + 1."""
        described: tuple[int, int, int] | None = None
        for r in self._past:
            if actor != r.speaker and actor not in r.ids:
                continue
            place = (r.sentence, r.mention.start, max(r.mention.end, r.mention.tail))
            if r.mention.kind == "name" and not r.mention.cut:
                return place
            if r.mention.kind == "nominal" and described is None:
                described = place
        return described

    def first_place(self, theater: str) -> tuple[int, int, int] | None:
        """Return where the document first names a theater."""
        for r in self._past:
            if r.place == theater and r.mention.kind == "name":
                return r.sentence, r.mention.start, r.mention.end
        return None

    # -- reading ------------------------------------------------------------------------------

    def add(self, tree: Tree, mentions: Sequence[Mention]) -> None:
        """Resolve the mentions of the next sentence."""
        sentence = len(self._trees)
        self._trees.append(tree)
        later: list[Mention] = []
        for mention in mentions:
            # names first: descriptions may look ahead in their own sentence
            if mention.kind in {"name", "demonym"}:
                self._put(self._named(mention, sentence, tree))
            else:
                later.append(mention)
        # whose a thing is comes before the thing: "the leaders of all three countries"
        def depth(m: Mention) -> int:
            return sum(1 for _ in tree.ancestors(m.head))

        for mention in sorted(later, key=lambda m: (m.role != "generic", -depth(m))):
            if mention.kind == "nominal":
                self._put(self._nominal(mention, sentence, tree, mentions))
        for mention in later:
            if mention.kind == "pronoun":
                self._put(self._pronoun(mention, sentence, tree))
        for mention in mentions:
            if mention.role == "person":
                self._affiliate(mention, sentence, tree)
        self._past.extend(
            sorted(
                (r for (s, _), r in self._at.items() if s == sentence),
                key=lambda r: r.mention.start,
            )
        )

    def _put(self, resolved: Resolved | None) -> None:
        if resolved is not None:
            self._at[(resolved.sentence, resolved.mention.head)] = resolved

    # -- names --------------------------------------------------------------------------------

    def _named(self, m: Mention, s: int, tree: Tree) -> Resolved:
        span = (s, m.start, max(m.end, m.tail))
        if m.ids:
            actors = [i for i in m.ids if self.gazetteer.has_actor(i)]
            places = [i for i in m.ids if self.gazetteer.has_theater(i)]
            actor = self._prefer(actors) if m.role != "place" else None
            place = self._prefer(places) if places else None
            if m.role == "person" and actor:
                return Resolved(mention=m, sentence=s, parties=(Party(actor, span),), speaker=actor)
            if m.noun == "seat" and tree.case(m.head) in LOCATIVE:
                actor = None
            parties = (Party(actor, span),) if actor else ()
            speaker = actor if actor else None
            return Resolved(mention=m, sentence=s, parties=parties, place=place, speaker=speaker)
        words = tree.phrase(m.start, m.end)
        if m.role == "place":
            return Resolved(mention=m, sentence=s, place=self._place(words))
        actor = self._unknown_name(words, "person" if m.role == "person" else "organisation")
        return Resolved(mention=m, sentence=s, parties=(Party(actor, span),), speaker=actor)

    def _prefer(self, ids: Sequence[str]) -> str | None:
        """Choose among homonyms: whom the document has named already, else the first."""
        spoken = {i for r in self._past for i in (*r.ids, r.place)}
        return next((i for i in ids if i in spoken), ids[0] if ids else None)

    def _unknown_name(self, words: str, kind: str) -> str:
        last = words.split()[-1].casefold()
        for actor in reversed(self.described.values()):
            name = actor.name.casefold()
            if actor.kind != kind:
                continue
            if name == words.casefold() or kind == "person" and name.split()[-1] == last:
                return actor.id
            initials = "".join(w[0] for w in actor.name.split() if w[0].isupper())
            if kind == "organisation" and words.isupper() and initials == words:
                return actor.id
        if kind == "person":
            for r in reversed(self._past):
                for known in r.ids:
                    if self.gazetteer.has_actor(known) and self.kind(known) == "person":
                        if self.gazetteer.actor(known).name.casefold().split()[-1] == last:
                            return known
        return self._describe(words, kind)

    def _describe(self, name: str, kind: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40] or "actor"
        actor = f"{self.document}/{slug}"
        number = 2
        while actor in self.described:
            actor, number = f"{self.document}/{slug}-{number}", number + 1
        self.described[actor] = Actor(id=actor, name=name, kind=kind)
        return actor

    def _place(self, words: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")[:40] or "place"
        place = f"{self.document}/at-{slug}"
        self.places.setdefault(place, Theater(id=place, name=words, kind="site"))
        return place

    # -- descriptions -------------------------------------------------------------------------

    def _owner_parties(self, m: Mention, s: int) -> list[Party]:
        parties: list[Party] = []
        for head in m.owners:
            owner = self._at.get((s, head))
            if owner is None or owner.mention.head == m.head:
                continue
            for party in owner.parties:
                if party.id not in {p.id for p in parties}:
                    parties.append(party)
        return parties

    def _nominal(
        self, m: Mention, s: int, tree: Tree, mentions: Sequence[Mention]
    ) -> Resolved | None:
        span = (s, m.start, max(m.end, m.tail))
        owners = [p for p in self._owner_parties(m, s) if self.kind(p.id) not in {"media"}]
        if not owners:
            owners = self._owners_below(m, s, mentions)
        acting = [p for p in owners if self.can_act(p.id)]
        match m.role:
            case "organ" | "people" if acting:
                several = len(acting) > 1
                parties = tuple(Party(p.id, self._own_words(p, m) if several else span) for p in acting)
                speaker = self._office(m, tree) if m.noun == "official" else parties[0].id
                return Resolved(mention=m, sentence=s, parties=parties, speaker=speaker)
            case "organ" if m.definite and m.noun in {"government", "force", "ministry"}:
                owner = self._recent(STATE_KINDS, s, m.start)
                parties = (Party(owner.id, owner.text),) if owner else ()
                return Resolved(mention=m, sentence=s, parties=parties, speaker=owner and owner.id)
            case "organ" | "speaker":
                return self._person(m, s, tree)
            case "group":
                return self._group(m, s, tree, acting)
            case "generic":
                return self._generic(m, s, tree, acting)
        return Resolved(mention=m, sentence=s, speaker=self._office(m, tree))

    def _owners_below(self, m: Mention, s: int, mentions: Sequence[Mention]) -> list[Party]:
        """Return named parties that stand inside the words of the mention itself."""
        found: list[Party] = []
        for other in mentions:
            if other is not m and m.start <= other.head < m.end and other.kind != "pronoun":
                resolved = self._at.get((s, other.head))
                if resolved:
                    found.extend(resolved.parties)
        return found

    def _own_words(self, party: Party, m: Mention) -> tuple[int, int, int] | None:
        """Return "Malian army" of "the French and Malian armies"; None for the French one."""
        if party.text is None or party.text[2] != m.head or m.tail > m.end:
            return None
        return party.text[0], party.text[1], m.end

    def _person(self, m: Mention, s: int, tree: Tree) -> Resolved:
        """A person without a name: "a senior cleric", then "the cleric"."""
        if m.definite or not self._qualified(m, tree):
            for r in reversed(self._past):
                if r.mention.kind == "nominal" and r.speaker and r.mention.noun == m.noun:
                    if tree.lemmas[m.head] == self._trees[r.sentence].lemmas[r.mention.head]:
                        return Resolved(
                            mention=m, sentence=s, parties=r.parties, speaker=r.speaker
                        )
            person = self._recent_office(tree.lemmas[m.head]) if m.definite else None
            if person:
                party = Party(person, None)
                return Resolved(mention=m, sentence=s, parties=(party,), speaker=person)
        return Resolved(mention=m, sentence=s, speaker=self._office(m, tree))

    def _qualified(self, m: Mention, tree: Tree) -> bool:
        return bool(m.qualities) or bool(tree.children(m.head, "nmod", "acl", "amod"))

    def _office(self, m: Mention, tree: Tree) -> str:
        words = _described_as(tree, m)
        for actor in self.described.values():
            if actor.kind == "speaker" and actor.name == words:
                return actor.id
        return self._describe(words, "speaker")

    def _recent_office(self, noun: str) -> str | None:
        for r in reversed(self._past):
            if r.mention.role != "person" or not r.speaker:
                continue
            tree = self._trees[r.sentence]
            near = [*tree.kids[r.mention.head], tree.heads[r.mention.head]]
            if any(k >= 0 and tree.lemmas[k] == noun for k in near):
                return r.speaker
        return None

    def _group(self, m: Mention, s: int, tree: Tree, owners: list[Party]) -> Resolved:
        span = (s, m.start, max(m.end, m.tail))
        if ("group", "generic") in nominals().get(tree.lemmas[m.head], ()) and m.definite:
            # "the Islamist group": one that was named
            recent = None if m.plural else self._recent_group(s, m.start, plural=False)
            if recent and not self._apposed(m, s, tree):
                return self._one(m, s, Party(recent, None))
        named = [p for p in owners if self.kind(p.id) in GROUP_KINDS and self.kind(p.id) != "people"]
        if named and not any(k in {"militia", "volunteers"} for k in [m.noun]):
            return self._one(m, s, Party(named[0].id, span))
        named_near = self._apposed(m, s, tree)
        if named_near:
            return self._one(m, s, Party(named_near, span))
        marks = frozenset(q for q in m.qualities if self._distinguishes(q, tree, m))
        if m.definite and not marks:
            recent = self._recent_group(s, m.start, plural=True)
            known = next((c for c in reversed(self._clusters) if c[1] == m.noun), None)
            if known is None and recent:
                return self._one(m, s, Party(recent, None))
        for actor, noun, qualities in reversed(self._clusters):
            if noun == m.noun and (marks <= qualities or qualities <= marks):
                return self._one(m, s, Party(actor, span))
        actor = self._describe(_described_as(tree, m), "described")
        self._clusters.append((actor, m.noun, marks))
        country = tuple(p.id for p in owners if self.kind(p.id) == "state")
        self.described[actor] = replace(self.described[actor], country=country)
        return self._one(m, s, Party(actor, span))

    def _distinguishes(self, quality: str, tree: Tree, m: Mention) -> bool:
        """Tell whether a word names a kind of people or place: "Shiite", "Syrian", "eastern"."""
        shown = any(tree.lemmas[j] == quality and tree.texts[j][:1].isupper() for j in range(m.start, m.end))
        return shown or quality.startswith(("pro-", "anti-"))

    def _one(self, m: Mention, s: int, party: Party) -> Resolved:
        return Resolved(mention=m, sentence=s, parties=(party,), speaker=party.id)

    def _apposed(self, m: Mention, s: int, tree: Tree) -> str | None:
        near = [k for k in tree.kids[m.head] if tree.label(k) in {"appos", "flat"}]
        if tree.label(m.head) in {"appos", "flat", "compound"}:
            near.append(tree.heads[m.head])
        for k in near:
            known = self._at.get((s, k))
            if known and known.parties and known.mention.kind == "name":
                if self.kind(known.parties[0].id) in GROUP_KINDS | {"organisation"}:
                    return known.parties[0].id
        return None

    def _generic(self, m: Mention, s: int, tree: Tree, owners: list[Party]) -> Resolved | None:
        span = (s, m.start, max(m.end, m.tail))
        if apposed := self._apposed(m, s, tree):
            return self._one(m, s, Party(apposed, span))
        if directed := self._directed(m, tree):
            return self._one(m, s, Party(directed, None))
        if m.noun == "country" and (m.definite or m.number or self._possessed(m, tree)):
            if m.number or m.plural:
                states = self._recent_states(s, m.start, m.number or 2)
                return Resolved(mention=m, sentence=s, parties=tuple(states)) if states else None
            if m.definite:
                state = self._recent(STATE_KINDS, s, m.start)
                return Resolved(mention=m, sentence=s, parties=(state,)) if state else None
            return None
        acting = [p for p in owners if self.kind(p.id) in {"igo", "coalition"}]
        if acting:
            return self._one(m, s, Party(acting[0].id, span))
        if m.noun == "group" and m.definite and not m.plural:
            bodies = _BODIES if tree.lemmas[m.head] in _OF_STATES else None
            recent = self._recent_group(s, m.start, plural=False, kinds=bodies)
            if recent:
                return self._one(m, s, Party(recent, None))
        if m.noun == "group" and m.qualities & {"rebel", "militant", "paramilitary", "armed"}:
            return self._group(replace(m, noun="militia"), s, tree, owners)
        return None

    def _directed(self, m: Mention, tree: Tree) -> str | None:
        """Return the half of a divided country: "the South", "the northern side"."""
        words = {tree.lemmas[m.head], *m.qualities}
        for direction in ("north", "south", "east", "west"):
            if direction in words or f"{direction}ern" in words and m.noun == "country":
                for actor in {i: None for r in reversed(self._past) for i in r.ids}:
                    standing = self.standing(actor)
                    if self.gazetteer.has_actor(standing) and self.kind(standing) == "state":
                        if self.gazetteer.actor(standing).name.casefold().startswith(direction):
                            return standing
        return None

    def _possessed(self, m: Mention, tree: Tree) -> bool:
        return any(tree.lemmas[k] in {"their", "his", "its", "our"} for k in tree.kids[m.head])

    # -- pronouns -----------------------------------------------------------------------------

    def _pronoun(self, m: Mention, s: int, tree: Tree) -> Resolved | None:
        if m.noun == "speaker":
            return Resolved(mention=m, sentence=s)
        parties: Iterable[Party] = ()
        if m.noun == "person":
            person = self._recent_person(s, m, tree)
            if person:
                return Resolved(mention=m, sentence=s, parties=(person,), speaker=person.id)
            return None
        if m.noun == "many":
            parties = self._recent_many(s, m, tree)
        elif m.noun == "one":
            found = self._recent_one(s, m, tree)
            parties = (found,) if found else ()
        parties = tuple(parties)
        return Resolved(
            mention=m, sentence=s, parties=parties, speaker=parties[0].id if parties else None
        )

    def _candidates(self, s: int, before: int, tree: Tree, m: Mention) -> list[Resolved]:
        """Mentions before a word, nearest first; for a subject pronoun, subjects come first."""
        here = [r for (t, _), r in self._at.items() if t == s and r.mention.head < before]
        here.sort(key=lambda r: -r.mention.head)
        past = [r for r in reversed(self._past) if s - r.sentence <= 3]
        subject = tree.label(m.head) == "nsubj" or self._of_object(tree, m.head)

        def is_subject(r: Resolved) -> bool:
            return self._trees[r.sentence].label(r.mention.head) == "nsubj"

        if subject:
            here.sort(key=lambda r: (not is_subject(r), r.mention.head))
        past.sort(key=lambda r: (s - r.sentence, not is_subject(r)))
        return [r for r in (*here, *past) if r.mention.kind != "demonym" or r.mention.plural]

    def _of_object(self, tree: Tree, i: int) -> bool:
        """Tell whether "its" stands before an object: "Chad began its withdrawal" is Chad's."""
        owned = tree.head(i)
        return tree.labels[i] == "nmod:poss" and owned is not None and tree.label(owned) == "obj"

    def _recent_person(self, s: int, m: Mention, tree: Tree) -> Party | None:
        for r in self._candidates(s, m.head, tree, m):
            if r.mention.role == "person" and r.parties:
                return r.parties[0]
            if r.speaker and r.mention.kind == "nominal" and not r.mention.plural:
                if self.described.get(r.speaker) and self.kind(r.speaker) == "speaker":
                    return Party(r.speaker, (r.sentence, r.mention.start, r.mention.end))
        return None

    def _recent_one(self, s: int, m: Mention, tree: Tree) -> Party | None:
        for r in self._candidates(s, m.head, tree, m):
            if len(r.parties) != 1 or r.mention.role in {"person", "people"} or r.mention.plural:
                continue
            if self._trees[r.sentence].case(r.mention.head) in LOCATIVE:
                continue
            if self.kind(r.ids[0]) != "person" and self.can_act(r.ids[0]):
                return r.parties[0]
        return None

    def _recent_many(self, s: int, m: Mention, tree: Tree) -> tuple[Party, ...]:
        for r in self._candidates(s, m.head, tree, m):
            if self._trees[r.sentence].case(r.mention.head) in LOCATIVE:
                continue
            joint = self._joint(r)
            if len(joint) > 1:
                return joint
            if r.parties and (r.mention.plural or self._takes_they(r)):
                return r.parties
        return ()

    def _takes_they(self, r: Resolved) -> bool:
        return self.kind(r.ids[0]) in {"people", "described"}

    def _joint(self, r: Resolved) -> tuple[Party, ...]:
        """Return the parties of a coordination: "Libya and Switzerland"."""
        tree = self._trees[r.sentence]
        first = r.mention.head
        while tree.label(first) == "conj":
            first = tree.heads[first]
        members: list[Party] = []
        for i in tree.conjuncts(first):
            known = self._at.get((r.sentence, i))
            members.extend(known.parties if known else ())
        return tuple(members)

    # -- what was named last --------------------------------------------------------------------

    def _named_before(self, s: int, before: int) -> Iterable[tuple[Resolved, Party]]:
        here = [r for (t, _), r in self._at.items() if t == s and r.mention.head < before]
        here.sort(key=lambda r: -r.mention.head)
        for r in (*here, *reversed(self._past)):
            for party in r.parties:
                yield r, party

    def _recent(self, kinds: frozenset[str], s: int, before: int) -> Party | None:
        for r, party in self._named_before(s, before):
            standing = self.standing(party.id)
            if r.mention.role != "people" and self.kind(standing) in kinds:
                return Party(standing, party.text) if standing == party.id else Party(standing, None)
        return None

    def _recent_group(
        self, s: int, before: int, *, plural: bool, kinds: frozenset[str] | None = None
    ) -> str | None:
        kinds = kinds or GROUP_KINDS - ({"people"} if not plural else set()) - {"igo"}
        for r, party in self._named_before(s, before):
            if not plural and (r.mention.plural or party.id in self.described):
                continue  # "the group" is one that has a name
            if self.kind(party.id) in kinds:
                return party.id
        return None

    def _recent_states(self, s: int, before: int, number: int) -> list[Party]:
        found: dict[str, Party] = {}
        for r, party in self._named_before(s, before):
            standing = self.standing(party.id)
            if self.kind(standing) == "state" and standing not in found:
                text = party.text if standing == party.id and r.mention.kind != "pronoun" else None
                found[standing] = Party(standing, text)
            if len(found) == number:
                return list(found.values())
        return []

    # -- offices ------------------------------------------------------------------------------

    def _affiliate(self, m: Mention, s: int, tree: Tree) -> None:
        """Note for whom a person stands when the text says so: "X, the foreign minister of Y"."""
        person = self._at.get((s, m.head))
        if person is None or not person.speaker or person.speaker in self.affiliation:
            return
        near = [k for k in tree.kids[m.head] if tree.label(k) in {"appos", "flat", "nmod", "compound", "amod"}]
        if tree.label(m.head) in {"appos", "flat", "nmod", "compound"}:
            near.append(tree.heads[m.head])
        if any(tree.lemmas[j] in _FORMER for k in near for j in (k, *tree.kids[k])):
            return
        for k in near:
            office = self._at.get((s, k))
            if office is None or office.mention.role == "speaker":
                continue
            title = office.mention.kind == "nominal" and office.mention.role == "organ"
            direct = tree.label(k) == "nmod" and tree.case(k) == "of"
            premodifier = tree.label(k) in {"compound", "amod", "nmod"} and k < m.head
            if office.parties and (title or direct or premodifier):
                actor = office.parties[0].id
                if actor != person.speaker and self.can_act(actor):
                    self.affiliation[person.speaker] = actor
                    return


def _described_as(tree: Tree, m: Mention) -> str:
    """Return a description without its article and number: "a dozen militias" is "militias"."""
    words = tree.phrase(m.start, max(m.end, m.tail))
    return _COUNT.sub("", words) or words
