"""Whose voice a phrase is: a person, a body, or somebody who is not named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tertius.reading.cues import cues
from tertius.reading.trees import Tree

_INSIDE = {"flat", "appos", "compound", "nmod", "list"}
_OWNED_BY = {"of", "by", "from"}
_PERSONAL = {"person", "speaker"}


class MentionLike(Protocol):
    """What is asked of a mention; see `mentions.Mention`."""

    @property
    def kind(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def noun(self) -> str: ...
    @property
    def plural(self) -> bool: ...


class ResolvedLike(Protocol):
    """What is asked of a resolved mention; see `actors.Resolved`."""

    @property
    def mention(self) -> MentionLike: ...
    @property
    def ids(self) -> tuple[str, ...]: ...
    @property
    def speaker(self) -> str | None: ...


class CastLike(Protocol):
    """What is asked of the actors of a document; see `actors.Cast`."""

    def at(self, sentence: int, word: int) -> ResolvedLike | None:
        """Return the mention whose head is this word."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks; ids is empty if the text tells nothing of who it is."""

    ids: tuple[str, ...]  # Actor.id, in the order of the text
    anonymous: bool
    personal: bool = False  # a person or persons, no state or body
    plural: bool = False


class Speakers:
    """The voices of one document; remembers who was left without a name."""

    def __init__(self, trees: Sequence[Tree], cast: CastLike) -> None:
        self._trees, self._cast = trees, cast
        self._nameless: dict[str, bool] = {}
        self._last: tuple[int, Voice] | None = None  # who issued the last statement

    def voice(self, sentence: int, heads: Iterable[int]) -> Voice:
        """Return the voice of a phrase, given the head words of its coordinated parts."""
        voices = [self._one(sentence, head, 0) for head in heads]
        ids = tuple(dict.fromkeys(i for v in voices for i in v.ids))
        return Voice(
            ids=ids,
            anonymous=bool(voices) and all(v.anonymous for v in voices),
            personal=any(v.personal for v in voices),
            plural=len(voices) > 1 or any(v.plural for v in voices),
        )

    def spoke(self, sentence: int, voice: Voice) -> None:
        """Note that somebody spoke: "the statement" further on is theirs."""
        if voice.ids:
            self._last = (sentence, voice)

    def again(self, sentence: int, heads: Sequence[int], voice: Voice) -> Voice:
        """Return whom a pronoun behind a quotation means ('"C," it added'): who spoke last."""
        pronoun = self._trees[sentence].texts[heads[0]].casefold() if len(heads) == 1 else ""
        if self._last is None or sentence - self._last[0] > 2:
            return voice
        last = self._last[1]
        fits = {"he": last.personal, "she": last.personal, "it": not last.personal}
        return last if fits.get(pronoun, False) and not last.plural else voice

    def _one(self, s: int, head: int, depth: int) -> Voice:
        tree = self._trees[s]
        lemma, chosen = tree.lemmas[head], self._choose(s, head)
        nominal = chosen is None or chosen.mention.kind == "nominal"
        if nominal and lemma in cues("text", "noun") and depth < 3:
            issuer = self._issuer(s, head, depth)
            if issuer is not None:
                return issuer
        if chosen is None and tree.upos[head] in {"NUM", "PRON", "DET"} and depth < 3:
            whole = next((k for k in tree.children(head, "nmod") if tree.case(k) == "of"), None)
            if whole is not None:  # "one of them"
                of = self._one(s, whole, depth + 1)
                return Voice(of.ids, True, personal=True)
        if chosen is None:
            nameless = lemma in cues("anonymous", "noun") or tree.upos[head] in {
                "PRON",
                "NUM",
                "DET",
            }
            return Voice((), nameless, personal=nameless)
        who = chosen.speaker or (chosen.ids[0] if chosen.ids else None)
        personal = chosen.mention.role in _PERSONAL or lemma in cues("anonymous", "noun")
        personal = personal or chosen.mention.noun == "official"
        if who is None:
            nameless = lemma in cues("anonymous", "noun")
            return Voice((), nameless, personal=personal, plural=chosen.mention.plural)
        anonymous = self._is_nameless(chosen, lemma, who, definite=self._is_definite(tree, head))
        if chosen.mention.kind == "pronoun":
            personal = tree.texts[head].casefold() in {"he", "she", "him", "her", "i"}
        else:
            self._nameless[who] = anonymous
        return Voice((who,), anonymous, personal=personal, plural=chosen.mention.plural)

    def _is_nameless(self, r: ResolvedLike, lemma: str, who: str, *, definite: bool) -> bool:
        if r.mention.kind == "pronoun":
            return self._nameless.get(who, False)
        if r.mention.kind == "name":
            return False
        if definite and not r.mention.plural and who in self._nameless:
            return self._nameless[who]  # "the commander", once "Commander X", stays named
        if lemma in cues("spokesman", "noun"):
            return not r.ids and not definite
        if r.mention.role == "group":
            return False  # the rebels speak as a body
        unique = definite and not r.mention.plural
        return lemma in cues("anonymous", "noun") or not r.ids and not unique

    def _is_definite(self, tree: Tree, head: int) -> bool:
        return any(tree.lemmas[k] in {"the", "this", "that"} for k in tree.children(head, "det"))

    def _choose(self, s: int, head: int) -> ResolvedLike | None:
        """Return the mention that says most: a person's name, a body's, a description."""
        tree = self._trees[s]
        own = self._cast.at(s, head)
        near: list[tuple[str, ResolvedLike]] = []
        for k in tree.kids[head]:
            if tree.label(k) in _INSIDE and not tree.children(k, "case"):
                found = self._cast.at(s, k)
                if found is None or found.mention.kind != "name" or not found.speaker:
                    continue
                if tree.labels[k] != "nmod:poss":
                    near.append((tree.label(k) if k < head else "appos", found))
        for r in (own, *(r for _, r in near)):
            if r is not None and r.mention.kind == "name" and r.mention.role == "person":
                return r
        if own is not None and own.mention.kind == "nominal":
            named = next((r for label, r in near if label == "appos"), None)
            return named or own
        if own is None:
            return next((r for label, r in near if label in {"appos", "flat"}), None)
        return own

    def _issuer(self, s: int, head: int, depth: int) -> Voice | None:
        """Return who speaks in a statement, a letter, a broadcast."""
        tree = self._trees[s]
        owners = [
            k
            for k in tree.kids[head]
            if tree.labels[k] == "nmod:poss"
            or tree.label(k) in {"amod", "compound"}
            or tree.label(k) == "nmod"
            and tree.case(k) in _OWNED_BY
        ]
        for k in owners:
            found = self._cast.at(s, k)
            if found is not None and (found.speaker or found.ids):
                return self._one(s, k, depth + 1)
        verb = tree.head(head)
        if verb is not None and tree.label(head) in {"obj", "obl"} and tree.is_verb(verb):
            subject = tree.agent(verb) if tree.is_passive(verb) else tree.subject(verb)
            if subject is not None and subject != head:
                return self.voice(s, tree.conjuncts(subject))
        if self._last is not None and s - self._last[0] <= 2 and self._is_definite(tree, head):
            return self._last[1]
        return None
