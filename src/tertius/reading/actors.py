"""Who each mention of a document means: names, descriptions, pronouns, persons and their offices.

`Cast` reads the document from top to bottom once. What the gazetteer does not know becomes an
actor of this document alone, with what the text says of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tertius.gazetteer import Gazetteer
from tertius.reading.anaphora import Past
from tertius.reading.descriptions import FORMER, Descriptions
from tertius.reading.mentions import LOCATIVE, Mention, nominals
from tertius.reading.newcomers import Newcomers, is_group_name
from tertius.reading.roster import Party, Resolved, Roster, one
from tertius.reading.trees import Tree

__all__ = ["Cast", "Party", "Resolved"]

# "the Minsk agreements", "the Geneva talks": a name of the event, not its host's act
_EVENTS = frozenset(
    """agreement accord talk process protocol treaty deal conference summit declaration initiative
    club convention negotiation pact communique""".split()
)
_BODIES = frozenset({"ministry", "agency", "armed-forces", "government"})
_TITLED = frozenset({"appos", "flat", "nmod", "compound", "amod"})


class Cast(Roster):
    """The actors of one document, and which mention means which."""

    def __init__(
        self,
        document: str,
        gazetteer: Gazetteer,
        *,
        on: str | None,
        newcomers: Newcomers | None = None,
    ) -> None:
        super().__init__(document, gazetteer, on=on)
        self.newcomers = newcomers
        self._past = Past(self)
        self._descriptions = Descriptions(self, self._past)
        self._rows: dict[int, list[Resolved]] = {}  # mentions by sentence, of `_counted` mentions
        self._counted = 0

    def at(self, sentence: int, word: int) -> Resolved | None:
        """Return the mention whose head is this word."""
        return self._past.at.get((sentence, word))

    def of(self, sentence: int) -> list[Resolved]:
        """Return the mentions of a sentence, in the order of their words."""
        if self._counted != len(self._past.at):
            self._rows = {}
            for (s, _), known in sorted(self._past.at.items()):
                self._rows.setdefault(s, []).append(known)
            self._counted = len(self._past.at)
        return self._rows.get(sentence, [])

    def first_name(self, actor: str) -> tuple[int, int, int] | None:
        """Return where the document first names an actor: sentence, first word, last + 1."""
        described: tuple[int, int, int] | None = None
        for r in self._past.read:
            if actor != r.speaker and actor not in r.ids:
                continue
            place = (r.sentence, r.mention.start, max(r.mention.end, r.mention.tail))
            if r.mention.kind == "name" and not r.mention.cut:
                return place
            if r.mention.kind == "nominal" and described is None and len(r.parties) < 2:
                described = place
        return described

    def first_place(self, theater: str) -> tuple[int, int, int] | None:
        """Return where the document first names a theater."""
        for r in self._past.read:
            if r.place == theater and r.mention.kind == "name":
                return r.sentence, r.mention.start, r.mention.end
        return None

    def add(self, tree: Tree, mentions: Sequence[Mention]) -> None:
        """Resolve the mentions of the next sentence.

        Names come first, since descriptions may look ahead; the rest follow from left to right,
        each after what it is owned by ("the leaders of all three countries").
        """
        sentence = len(self._past.trees)
        self._past.trees.append(tree)
        for mention in mentions:
            if mention.kind in {"name", "demonym"}:
                self._past.put(self._named(mention, sentence, tree))
        waiting = {m.head: m for m in mentions if m.kind in {"nominal", "pronoun"}}
        for head in sorted(waiting):
            self._resolve(head, waiting, sentence, mentions)
        for mention in mentions:
            if mention.role == "person":
                self._affiliate(mention, sentence, tree)
        self._past.close()

    def _resolve(
        self, head: int, waiting: dict[int, Mention], sentence: int, mentions: Sequence[Mention]
    ) -> None:
        mention = waiting.pop(head, None)
        if mention is None:
            return
        for owner in mention.owners:
            self._resolve(owner, waiting, sentence, mentions)
        if mention.kind == "nominal":
            found = self._descriptions.resolve(mention, sentence, mentions)
        else:
            found = self._past.pronoun(mention, sentence)
        if found is not None:
            self._past.put(found)

    def _named(self, m: Mention, s: int, tree: Tree) -> Resolved:
        span = (s, m.start, max(m.end, m.tail))
        if not m.ids:
            words = tree.phrase(m.start, m.end)
            if m.noun == "state" and self.newcomers is not None:
                state = self.state(self.newcomers.state(tree.texts[m.end - 1]) or words)
                place = self.place(self.actor(state).name) if m.kind == "name" else None
                party = Party(state, span)
                return Resolved(mention=m, sentence=s, parties=(party,), place=place, speaker=state)
            if m.role == "place":
                return Resolved(mention=m, sentence=s, place=self.place(words))
            kind = "person" if m.role == "person" else "organisation"
            if kind == "organisation" and (is_group_name(words) or self._is_group(m, tree)):
                kind = "described"
            if (short := self._in_brackets(m, s, tree)) is not None:
                self.short[words] = short
                return one(m, s, Party(short, span))
            actor = self.named(words, kind, reversed(self._past.read))
            return Resolved(mention=m, sentence=s, parties=(Party(actor, span),), speaker=actor)
        known = self._prefer([i for i in m.ids if self.gazetteer.has_actor(i)])
        place = self._prefer([i for i in m.ids if self.gazetteer.has_theater(i)])
        if known and m.role == "actor" and (m.plural or self.kind(known) == "people"):
            known = self._longer_name(known, tree.texts[m.end - 1]) or known
        if m.role == "place" or m.noun == "seat" and self._is_no_actor(m, tree):
            known = None
        if known and self.kind(known) in _BODIES:
            known = self._other_state(known, m, s, tree) or known
        if known and self.kind(known) == "people" and _only_describes(m, tree):
            known = None
        parties = (Party(known, span),) if known else ()
        place = None if m.role == "person" else place
        return Resolved(mention=m, sentence=s, parties=parties, place=place, speaker=known)

    def _in_brackets(self, m: Mention, s: int, tree: Tree) -> str | None:
        """Return whose short name it is: "the National Lake Front (NLF)"."""
        if m.end - m.start > 1 or m.start < 2 or tree.texts[m.start - 1] != "(":
            return None
        if not tree.texts[m.start].isupper() or len(tree.texts[m.start]) < 2:
            return None
        for (sentence, _), named in self._past.at.items():
            if sentence == s and named.mention.end == m.start - 1 and len(named.parties) == 1:
                return named.ids[0]
        return None

    def _is_group(self, m: Mention, tree: Tree) -> bool:
        """Tell whether the text calls an unknown name a group: "X, an armed group"."""
        near = tree.children(m.head, "appos")
        if tree.label(m.head) in {"compound", "appos", "flat"} and tree.heads[m.head] >= 0:
            near.append(tree.heads[m.head])
        for k in near:
            roles = {role for _, role in nominals().get(tree.lemmas[k], ())}
            words = {tree.lemmas[j] for j in tree.kids[k]}
            armed = words & {"armed", "rebel", "militant", "separatist", "jihadist", "paramilitary"}
            if "group" in roles or "generic" in roles and armed:
                return True
        return False

    def _longer_name(self, actor: str, word: str) -> str | None:
        """Return the Bosnian Serbs for "the Serbs" where they were named before."""
        for r in reversed(self._past.read):
            for known in r.ids:
                name = self.actor(known).name.casefold().split()
                if known != actor and len(name) > 1 and name[-1] == word.casefold():
                    if self.kind(known) in {"people", "armed-group", "movement", "government"}:
                        return known
        return None

    def _other_state(self, body: str, m: Mention, s: int, tree: Tree) -> str | None:
        """Return whose body it is by the words before it: "the Malian Security Council"."""
        possessed = m.start > 0 and tree.texts[m.start - 1] in {"'s", "’s", "'"}
        for end in (m.start, m.start - 1) if possessed else (m.start,):
            for (sentence, _), owner in self._past.at.items():
                if sentence == s and owner.mention.end == end and owner.mention.kind != "nominal":
                    ids = [i for i in owner.ids if self.kind(i) == "state"]
                    if ids and self.gazetteer.standing(body, on=self.on) != ids[0]:
                        return ids[0]
        return None

    def _is_no_actor(self, m: Mention, tree: Tree) -> bool:
        """Tell whether a capital is only a place, or part of the name of a treaty."""
        head = tree.head(m.head)
        named = (
            tree.label(m.head) == "compound" and head is not None and tree.lemmas[head] in _EVENTS
        )
        return named or tree.case(m.head) in LOCATIVE

    def _prefer(self, ids: Sequence[str]) -> str | None:
        """Choose among homonyms: whom the document has named already, else the first."""
        if len(ids) < 2:
            return ids[0] if ids else None
        spoken = {i for r in self._past.read for i in (*r.ids, r.place)}
        return next((i for i in ids if i in spoken), ids[0])

    def _affiliate(self, m: Mention, s: int, tree: Tree) -> None:
        """Note for whom a person stands when the text says so: "X, the foreign minister of Y"."""
        person = self.at(s, m.head)
        if person is None or not person.speaker or person.speaker in self.affiliation:
            return
        near = [k for k in tree.kids[m.head] if tree.label(k) in _TITLED]
        if tree.label(m.head) in _TITLED - {"amod"}:
            near.append(tree.heads[m.head])
        if any(tree.lemmas[j] in FORMER for k in near for j in (k, *tree.kids[k])):
            return
        for k in near:
            office = self.at(s, k)
            if office is None or office.mention.role == "speaker" or not office.parties:
                continue
            title = office.mention.kind == "nominal" and office.mention.role == "organ"
            direct = tree.label(k) == "nmod" and tree.case(k) == "of"
            before = tree.label(k) in {"compound", "amod", "nmod"} and k < m.head
            actor = office.ids[0]
            if (title or direct or before) and actor != person.speaker and self.can_act(actor):
                self.affiliation[person.speaker] = actor
                return


def _only_describes(m: Mention, tree: Tree) -> bool:
    """Tell whether a people says what somebody is: "Mr. Kiir, a Dinka", "he is a Kurd"."""
    article = any(tree.lemmas[k] == "a" for k in tree.children(m.head, "det"))
    return article and (tree.label(m.head) == "appos" or bool(tree.children(m.head, "cop")))
