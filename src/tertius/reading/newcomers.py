"""Names that no gazetteer holds, and what the text shows them to be.

"Orvania's army", "the Republic of Orvania", "the Orvanian foreign minister": who has such a body is
a state. "The Lake Front", "the New Dawn Party": what the last word says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tertius.gazetteer import Gazetteer
from tertius.reading.trees import Tree

# What only a state or somebody who would be one has.
_STATELY = frozenset(
    """government parliament navy embassy ambassador president premier envoy airforce fleet consul
    monarch king queen ruler flag capital junta cabinet""".split()
)
_COUNTRIES = frozenset(
    """republic kingdom sultanate emirate principality country neighbour neighbor nation""".split()
)
# What the name of a place does only where the place is a state.
_ACTS = frozenset(
    """accuse blame deny reject condemn denounce recall summon expel sanction recognise recognize
    vow threaten insist retaliate warn protest fear sign annex invade attack say announce shell
    bomb pledge""".split()
)
# What is said of or to a state; a town is shelled, but hardly accused.
_ADDRESSED = frozenset(
    """accuse blame condemn denounce sanction recognise recognize warn threaten urge""".split()
)
# What only a state attacks, if the attacker is one by name.
_ATTACKS = frozenset("attack invade bomb shell annex expel recall".split())
# Who acts for a state in the news: "Orvanian troops", "the Orvanian president".
_ITS_PEOPLE = _STATELY | frozenset("army troop force soldier official military diplomat".split())
_NO_LANDS = frozenset("christian presbyterian utopian civilian guardian".split())
_LANDS = ("ia", "stan", "land")  # endings that tell a country even where the tagger sees a person
_NO_PERSONS = frozenset("parliament navy embassy ambassador airforce fleet consul".split())
_PORTFOLIOS = frozenset({"foreign", "defence", "defense", "interior", "prime", "finance", "trade"})
_WHAT_FOR = _PORTFOLIOS | frozenset(
    """justice information health commerce economy energy oil security home external internal
    affairs and of the""".split()
)
REALMS = frozenset({"republic", "kingdom", "sultanate", "emirate", "principality", "state"})
# Last words of names of groups that can be a side.
GROUP_WORDS = frozenset(
    """front army brigade brigades militia militias movement party league alliance coalition bloc
    guerrillas rebels insurgents resistance faction command forces force legion battalion
    organisation organization congress union""".split()
)
_CREEDS = frozenset(
    """democrats socialists liberals conservatives republicans communists nationalists greens
    unionists progressives radicals islamists centrists monarchists agrarians populists provisionals
    rebels separatists guerrillas list""".split()
)
_NO_GROUP_WORDS = frozenset(
    {"labour", "labor", "trade", "football", "credit", "student", "teachers"}
)
_DEMONYMS = ("n", "an", "ian", "ean", "ese", "i", "ish", "er")


class Newcomers:
    """The states that only this document knows, by their names."""

    def __init__(self, trees: Sequence[Tree], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.states: dict[str, str] = {}  # casefolded word -> name; demonyms too
        tags: Counter[tuple[str, str]] = Counter()
        persons: set[str] = set()
        for tree in trees:
            for start, end, kind in tree.names:
                tags[tree.texts[start], kind] += end - start == 1
                if kind == "PER" and end - start > 1:
                    persons.update(tree.texts[start:end])
        names = {
            name
            for tree in trees
            for name, sure in self._shown(tree)
            if name not in persons
            and (sure or tags[name, "PER"] <= tags[name, "LOC"] + tags[name, "ORG"])
        }
        for name in sorted(names):
            self.states[name.casefold()] = name
        if names:
            for tree in trees:
                for word in tree.texts:
                    self._adjective(word, names)

    def state(self, words: str) -> str | None:
        """Return the name of the state that a word of the text names."""
        bare = words.removesuffix("'s").removesuffix("’s")
        found = self.states.get(bare.casefold())
        return found if found is not None and bare[:1].isupper() else None

    def _shown(self, tree: Tree) -> Iterator[tuple[str, bool]]:
        """Yield names whose bearer has what only a state has, and whether no person has it."""
        found = self._gazetteer.matches(tree.texts)
        known = {i for m in found for i in range(m.start, m.end)}
        for i, word in enumerate(tree.texts):
            if not (word[:1].isupper() and len(word) > 3 and word[1:].islower()):
                continue
            if tree.upos[i] not in {"PROPN", "NOUN", "ADJ"} or self._part_of_longer(tree, i):
                continue
            if i in known or word.casefold() in self._gazetteer.tables.words:
                continue
            if land := _land_of(tree, i):
                yield land, True
                continue
            if tree.children(i, "det", "nmod:poss", "amod"):
                continue  # "the Republic", "Her Majesty"
            if self._has_state_body(tree, i) and not self._is_bearer(word, tree, i):
                yield word, self._no_person_has(tree, i)

    def _part_of_longer(self, tree: Tree, i: int) -> bool:
        near = (i - 1, i + 1)
        return any(
            0 <= k < len(tree)
            and tree.upos[k] == "PROPN"
            and tree.texts[k][:1].isupper()
            and (tree.label(k) == "flat" or tree.label(i) == "flat" or tree.label(i) == "compound")
            for k in near
        )

    def _has_state_body(self, tree: Tree, i: int) -> bool:
        owned = tree.head(i)
        if any(tree.lemmas[k] in _COUNTRIES for k in tree.children(i, "appos")):
            return True
        if owned is None:
            return False
        if self._is_party(tree, i, owned):
            return any(kind == "LOC" and a <= i < b for a, b, kind in tree.names) or _is_land(
                tree, i
            )
        belongs = tree.labels[i] == "nmod:poss" or tree.case(i) == "of"
        if not belongs:
            return False
        lemma = tree.lemmas[owned]
        if lemma in REALMS and tree.texts[owned][:1].isupper() and tree.case(i) == "of":
            return True
        if lemma in {"minister", "ministry"}:
            return bool(_PORTFOLIOS & {tree.lemmas[k] for k in tree.kids[owned]})
        return lemma in _STATELY or lemma == "army" and tree.labels[i] == "nmod:poss"

    def _is_bearer(self, word: str, tree: Tree, i: int) -> bool:
        """Tell whether a word that the tagger takes for a person is part of a leader's name."""
        person = any(kind == "PER" and a <= i < b for a, b, kind in tree.names)
        return person and any(
            word in row.cells[1].split() for row in self._gazetteer.tables.leaders
        )

    def _is_party(self, tree: Tree, i: int, verb: int) -> bool:
        """Tell whether a name does what states do, or has it done to it: "X accused Y"."""
        if tree.label(i) == "conj":  # "Orvania and Lestria"
            i, verb = verb, tree.heads[verb]
        if verb < 0 or not tree.is_verb(verb):
            return False
        lemma, label = tree.lemmas[verb], tree.labels[i]
        if label in {"obj", "nsubj:pass"} and lemma in _ATTACKS and _is_land(tree, i):
            doer = tree.agent(verb) if label == "nsubj:pass" else tree.subject(verb)
            return doer is not None and tree.upos[doer] == "PROPN" and _is_land(tree, doer)
        does = label == "nsubj" and lemma in _ACTS
        told = label in {"obj", "nsubj:pass", "obl:agent"} and lemma in _ADDRESSED
        return does or told

    def _no_person_has(self, tree: Tree, i: int) -> bool:
        """Tell "the president of X" and "X's navy" from "X's government"."""
        owned = tree.head(i)
        if owned is not None and self._is_party(tree, i, owned):
            return _is_land(tree, i)
        if owned is None or tree.label(i) not in {"nmod", "nmod:poss"}:
            return False
        return tree.case(i) == "of" or tree.lemmas[owned] in _NO_PERSONS

    def _adjective(self, word: str, names: set[str]) -> None:
        """Enter "Orvanian" and "Orvanians" beside Orvania."""
        if not word[:1].isupper() or word.casefold() in self.states:
            return
        for name in sorted(names):
            stem = name.casefold().rstrip("aeiouy")
            rest = word.casefold().removeprefix(stem)
            if len(stem) < 3 or rest == word.casefold() or bool(self._gazetteer.matches([word])):
                continue
            ending = rest.lstrip("aeiouy") if rest not in _DEMONYMS else rest
            if rest.removesuffix("s") in _DEMONYMS or ending.removesuffix("s") in {"n", "se"}:
                self.states[word.casefold()] = name
                return


def _is_land(tree: Tree, i: int) -> bool:
    """Tell whether a bare word is built like the name of a country: "Orvania"."""
    titled = tree.children(i, "flat", "nmod", "compound", "appos")
    return not titled and tree.texts[i].casefold().endswith(_LANDS)


def _land_of(tree: Tree, i: int) -> str | None:
    """Return "Orvania" for "Orvanian", where it says whose troops or president somebody is."""
    word, owned = tree.texts[i], tree.head(i)
    if not word.endswith("ian") or len(word) < 6 or word.casefold() in _NO_LANDS or owned is None:
        return None
    near = owned == i + 1 or owned == i + 2
    qualifies = tree.label(i) in {"amod", "compound"} and near
    lemma = tree.lemmas[owned]  # "troops" keeps its plural
    return word[:-1] if qualifies and {lemma, lemma.removesuffix("s")} & _ITS_PEOPLE else None


def is_group_name(words: str) -> bool:
    """Tell whether a name says by its last word that it is a group that can be a side.

    >>> is_group_name("Lake Front"), is_group_name("Blue Lantern Institute")
    (True, False)
    """
    parts = words.casefold().split()
    if _NO_GROUP_WORDS & set(parts):
        return False
    return parts[-1] in _CREEDS or len(parts) > 1 and parts[-1] in GROUP_WORDS


def is_portfolio(words: Sequence[str]) -> bool:
    """Tell whether words say what a body of state is for, and not whose: "Foreign", "Defence"."""
    return all(w.casefold() in _WHAT_FOR for w in words)
