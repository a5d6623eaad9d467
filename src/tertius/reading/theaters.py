"""Where a relation holds: the place its own clause names, or the one the report is speaking of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tertius.reading.actors import Cast, Resolved
from tertius.reading.mentions import LOCATIVE
from tertius.reading.predicates import Predication
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import family

_GROUND = frozenset(
    "territory soil land airspace waters border village town city area coast".split()
)
_SPEECH = frozenset("say tell speak announce report state add warn comment write declare".split())
# Families that hold where the report plays; words of blame only where their paragraph plays.
CARRIED = frozenset({"fight", "support", "command", "share-enemy", "presence"})
HELD = frozenset({"detains", "expels"})
STRUCK = frozenset({"attacks", "invades", "besieges"})
TOGETHER = frozenset({"aligned-with", "coordinates-with", "cooperates-with", "fights-alongside"})
FOUGHT = frozenset({"fight", "presence"})
# "into Gao", "on the Ussuri": a place if it is no state ("sanctions on Peru")
_TOWARD = frozenset({"into", "on", "onto", "round", "toward", "towards", "between"})
_PARTS = frozenset("obj obl nmod nmod:poss compound appos conj flat nsubj nmod:desc amod".split())
_STRUCK_AT = frozenset(("", "of", "on", "upon", "into", "onto", "through", "at", "against", "for"))
MAIN_SHARE = 0.5  # of a document's located places, to be its main theater


class Theaters:
    """The theaters of one document, asked sentence by sentence from the top."""

    def __init__(self, trees: Sequence[Tree], cast: Cast, *, dateline: str | None = None) -> None:
        self.trees, self.cast, self.dateline = trees, cast, dateline
        self.main = self._main()
        self._named = {
            side
            for s, tree in enumerate(trees)
            for side in self._sides(s, range(len(tree)))
            if self._is_state(side)
        }

    def of(self, sentence: int, predication: Predication) -> Resolved | str | None:
        """Return the mention of the place, or the id of a theater that is carried over, or None."""
        explicit = self._explicit(sentence, predication)
        if explicit is not None:
            return explicit
        kind = family(predication.relation)
        together = predication.relation in TOGETHER
        if kind in {"talk", "approve"} or kind == "coordinate" and not together:
            return None
        carried = self._carried(sentence, predication.word)
        wide = kind in CARRIED or together
        own = self._own_ground(sentence, predication)
        if predication.relation in STRUCK and own:
            return own
        if carried or own or not wide:
            return carried or own
        return self.main or (self._written_from(sentence, predication) if kind == "fight" else None)

    def _written_from(self, sentence: int, p: Predication) -> str | None:
        """Return the place of the dateline for a fight of its country, or between groups in it.

        A report is often written far from what it tells of: of the states that fight, one must be
        that of the dateline, and the text must name it.
        """
        if self.dateline is None:
            return None
        land = (self._above(self.dateline) or (self.dateline,))[-1]
        states = {i for i in self._sides(sentence, (*p.actors, *p.recipients)) if self._is_state(i)}
        return self.dateline if land in self._named and (not states or land in states) else None

    def _sides(self, sentence: int, heads: Sequence[int]) -> set[str]:
        return {
            self.cast.standing(i)
            for head in heads
            for i in getattr(self.cast.at(sentence, head), "ids", ())
        }

    def _is_state(self, side: str) -> bool:
        return self.cast.kind(side) == "state" and self.cast.gazetteer.has_theater(side)

    def _own_ground(self, sentence: int, p: Predication) -> str | None:
        """Return the country where a state holds or turns back people, or where it is attacked."""
        if p.pattern not in {"verb", "passive", "noun"}:
            return None
        heads = p.actors if p.relation in HELD else p.recipients if p.relation in STRUCK else ()
        sides = self._sides(sentence, heads)
        if len(sides) != 1:
            return None
        side = sides.pop()
        return side if self._is_state(side) else None

    def _located(self, sentence: int) -> list[Resolved]:
        """Return the places of a sentence that stand as places: "in Syria", "near the border"."""
        tree = self.trees[sentence]
        found = []
        for i in range(len(tree)):
            known = self.cast.at(sentence, i)
            if known is None or known.place is None or self._of_speaking(tree, i):
                continue
            first = i
            while tree.label(first) == "conj":
                first = tree.heads[first]
            if self._is_located(tree, i, known) or self._is_located(tree, first, known):
                found.append(known)
            elif self._ground(tree, i):
                found.append(known)
        return found

    def _is_located(self, tree: Tree, i: int, known: Resolved) -> bool:
        """Tell whether something is there: "in Mali", "in the far north of Mali"."""
        case, head = tree.case(i).split(" ")[0], tree.head(i)
        if case == "of" and head is not None:
            return tree.case(head).split(" ")[0] in LOCATIVE
        return case in LOCATIVE or case in _TOWARD and not known.parties

    def _of_speaking(self, tree: Tree, i: int) -> bool:
        """Tell whether a place is where somebody spoke, not what he spoke of."""
        head = tree.head(i)
        return head is not None and tree.lemmas[head] in _SPEECH

    def _explicit(self, sentence: int, predication: Predication) -> Resolved | None:
        tree = self.trees[sentence]
        best: tuple[int, int, Resolved] | None = None
        here = [(place.mention.head, place) for place in self._located(sentence)]
        here += self._struck(sentence, predication)
        for i, place in [*here, *self._there(sentence), *self._where(sentence, predication)]:
            if i in predication.actors or i in predication.recipients and not self._ground(tree, i):
                continue
            distance = self._distance(tree, i, predication)
            if i in tree.ancestors(predication.word):
                distance = 1  # "the town, where they fought"
            if distance is not None:
                rank = (distance, abs(i - predication.word), place)
                if best is None or rank[:2] < best[:2]:
                    best = rank
        return best[2] if best else None

    def _struck(self, sentence: int, p: Predication) -> list[tuple[int, Resolved]]:
        """Return the places that are fought over: "overran Gao", "the raid on Gao airport"."""
        tree = self.trees[sentence]
        if family(p.relation) not in FOUGHT and p.relation not in HELD:
            return []
        found = []
        for i in tree.subtree(p.word):
            known = self.cast.at(sentence, i)
            if known is None or known.place is None or known.mention.kind != "name":
                continue
            if i not in p.actors and self._is_struck(sentence, i, p):
                found.append((i, known))
        return found

    def _is_struck(self, sentence: int, i: int, p: Predication) -> bool:
        """Tell whether a place stands as what is struck, or as part of it."""
        tree = self.trees[sentence]
        while i != p.word:
            label, case = tree.label(i), tree.case(i).split(" ")[0]
            if label not in _PARTS or case not in _STRUCK_AT:
                return case in {"from", "out"} and p.relation in HELD and tree.heads[i] == p.word
            i = tree.heads[i]
            if i != p.word and (tree.is_verb(i) or self.cast.at(sentence, i) is not None):
                return False  # "Mali's army": what a state owns may be anywhere
        return True

    def _where(self, sentence: int, p: Predication) -> list[tuple[int, Resolved]]:
        """Return the place of which a clause tells: "Gao, where", "Gao, which they had held"."""
        tree = self.trees[sentence]
        below = p.word
        for up in tree.ancestors(p.word):
            if tree.labels[below] == "acl:relcl":
                where = any(tree.lemmas[k] == "where" for k in tree.children(below, "advmod"))
                fought = family(p.relation) in FOUGHT and up not in p.actors
                known = self._told_of(sentence, up) if where or fought else None
                if known is not None:
                    return [(up, known)]
            below = up
        return []

    def _told_of(self, sentence: int, i: int) -> Resolved | None:
        """Return the place that a noun names: "Gao", "Gao, a town", "the gates of Gao"."""
        tree = self.trees[sentence]
        inside = [k for k in tree.children(i, "nmod") if tree.case(k) == "of"]
        over = [tree.heads[i]] if tree.label(i) == "appos" else []
        for k in (i, *over, *inside):
            known = self.cast.at(sentence, k)
            if known is not None and known.place is not None and known.mention.kind == "name":
                return known
        return None

    def _there(self, sentence: int) -> list[tuple[int, Resolved]]:
        """Return each "there" that means a place, with the place named last before it."""
        tree = self.trees[sentence]
        found = []
        for i in range(len(tree)):
            if tree.lemmas[i] == "there" and tree.label(i) == "advmod":
                before = [r for s in range(sentence + 1) for r in self._located(s)]
                before = [r for r in before if r.sentence < sentence or r.mention.head < i]
                if before:
                    found.append((i, before[-1]))
        return found

    def _ground(self, tree: Tree, i: int) -> bool:
        head = tree.head(i)
        if head is None or tree.lemmas[head] not in _GROUND:
            return False
        owns = tree.label(i) in {"amod", "compound"} or tree.labels[i] == "nmod:poss"
        return owns or tree.label(i) == "nmod" and tree.case(i) == "of"

    def _distance(self, tree: Tree, place: int, p: Predication) -> int | None:
        """Return 0 in the words of the relation, 1 in its clause, more above; None: elsewhere."""
        if tree.within(place, p.word) and not tree.clauses_between(place, p.word):
            return 0
        clause = self._clause(tree, place)
        if clause == p.clause or clause == p.word:
            return 1
        for steps, up in enumerate(tree.ancestors(p.word), start=2):
            if up == clause:
                return steps
        if tree.within(clause, p.clause) and tree.label(clause) == "xcomp":
            return 9
        if tree.label(clause) == "conj" and tree.heads[clause] in {p.clause, p.word}:
            return 10  # "killed twelve and wounded twenty in X"
        return None

    def _clause(self, tree: Tree, i: int) -> int:
        for up in tree.ancestors(i):
            if tree.is_verb(up) or tree.children(up, "cop"):
                return up
        ups = list(tree.ancestors(i))
        return ups[-1] if ups else i

    def _carried(self, sentence: int, word: int) -> str | None:
        paragraph = self.trees[sentence].sentence.paragraph
        for s in range(sentence, -1, -1):
            if self.trees[s].sentence.paragraph != paragraph:
                break
            places = {
                self._country(r)
                for r in self._located(s)
                if not self._aside(r) and (s < sentence or r.mention.head < word)
            }
            if len(places) == 1:
                return places.pop()
        return None

    def _aside(self, place: Resolved) -> bool:
        """Tell whether a place only says something of a person or thing: "who works in X"."""
        tree = self.trees[place.sentence]
        return any(tree.label(up) == "acl" for up in tree.ancestors(place.mention.head))

    def country(self, place: str) -> str | None:
        """Return the country that holds a theater of the gazetteer."""
        if place in self.cast.places:
            return None
        return (self._above(place) or (place,))[-1]

    def _country(self, place: Resolved) -> str:
        above = self._above(place.place or "")
        return above[-1] if above else place.place or ""

    def _above(self, place: str) -> tuple[str, ...]:
        if place in self.cast.places:
            return ()
        return self.cast.gazetteer.theaters_above(place)

    def _main(self) -> str | None:
        counts: Counter[str] = Counter()
        for s in range(len(self.trees)):
            counts.update(self._country(r) for r in self._located(s) if not self._aside(r))
        if not counts:
            return None
        (place, number) = max(counts.items(), key=lambda item: (item[1], item[0]))
        return place if number >= 2 and number >= MAIN_SHARE * counts.total() else None
