"""Against whom: the enemy that two who help each other, or act together, are told to share.

It is the one that their own words name ("against X"), that of a fight which the help is part of
("A, helped by B, drove X out"), the one told before for the same two, or, for two who fight side
by side, the one whom the nearest fight of either is with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tertius.reading.attribution import Said
from tertius.reading.fillers import Fillers
from tertius.reading.predications import Predication
from tertius.reading.sides import Side, sides
from tertius.reading.text import Text, name_in
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import family, relation

_NOBODY = Said()
_JOINT = frozenset({"coordinate", "support", "share-enemy"})
_IN_ARMS = frozenset({"fights-alongside", "sends-forces-to-help"})
# help that can be part of a fight told beside it; who armed or paid a side need not be in it
_HELP = _IN_ARMS | {"aids", "supports", "defends", "coordinates-with", "cooperates-with"}
_SURE = 0.7  # of an enemy that another sentence tells


def enemies(text: Text, sentence: int, p: Predication, others: Sequence[Predication]) -> list[Side]:
    """Return the third party that a friendly relation is turned against; [] where none is told.

    others: the relations that the same sentence carries.
    """
    if relation(p.relation).sign <= 0:
        return []
    found = _named(text, sentence, p) or _fought(text, sentence, p, others)
    if found or family(p.relation) not in _JOINT:
        return found
    return _told_before(text, sentence, p) or _of_both(text, sentence, p)


def _named(text: Text, sentence: int, p: Predication) -> list[Side]:
    """Return whom "against" names."""
    tree, fillers = text.trees[sentence], Fillers(text.trees[sentence], sentence, text.cast)
    for at in dict.fromkeys((p.word, p.clause)):
        heads = fillers.sides(tree.oblique(at, ["against"]))
        if heads:
            return sides(text, sentence, heads, _NOBODY)
    return []


def _fought(text: Text, sentence: int, p: Predication, others: Sequence[Predication]) -> list[Side]:
    """Return whom the two fight in the same sentence, where the help is part of the fight."""
    tree, own = text.trees[sentence], _ids(text, sentence, (*p.actors, *p.recipients))
    for other in others:
        if other is p or not _ids(text, sentence, other.actors) <= own:
            continue
        if family(other.relation) != "fight" and other.pattern != "against":
            continue
        inside = tree.within(other.word, p.clause) or tree.within(other.word, p.word)
        if inside and is_purpose(tree, other) or _is_part(text, sentence, p, other):
            found = sides(text, sentence, other.recipients, _NOBODY)
            found = [f for f in found if text.cast.standing(f.id) not in own]
            if found:
                return found
    return []


def _is_part(text: Text, sentence: int, p: Predication, fight: Predication) -> bool:
    """Tell whether help is told as part of a fight: "helped by X, they drove out", "joined in"."""
    tree = text.trees[sentence]
    if p.relation not in _HELP or p.pattern in {"suffix", "prefix", "adj"} or not fight.actors:
        return False
    if p.clause == fight.clause and p.word != fight.word:
        return True  # "fought X alongside Y"
    if tree.within(p.word, fight.clause) and any(tree.within(p.word, a) for a in fight.actors):
        return True  # "A, helped by B, fought X"
    above, below = (fight, p) if tree.within(p.word, fight.clause) else (p, fight)
    hangs = tree.label(below.clause) in {"advcl", "xcomp"}
    return hangs and tree.heads[below.clause] in {above.clause, above.word}


def _told_before(text: Text, sentence: int, p: Predication) -> list[Side]:
    """Return whom earlier sentences told for the same two."""
    own = _ids(text, sentence, (*p.actors, *p.recipients))
    if len(own) != 2:
        return []
    for s in range(sentence - 1, -1, -1):
        for q in text.predications[s]:
            if relation(q.relation).sign > 0 and family(q.relation) in _JOINT:
                if _ids(text, s, (*q.actors, *q.recipients)) == own:
                    found = _named(text, s, q) or _fought(text, s, q, text.predications[s])
                    if found:
                        return [_alluded(text, f.id) for f in found]
    return []


def _of_both(text: Text, sentence: int, p: Predication) -> list[Side]:
    """Return the enemy of brothers in arms: whom the nearest fight of one of them is with."""
    own = _ids(text, sentence, (*p.actors, *p.recipients))
    if p.relation not in _IN_ARMS or not own:
        return []
    for s in (*range(sentence, -1, -1), *range(sentence + 1, len(text.predications))):
        foes = _foes(text, s, own) - own
        if foes:
            return [_alluded(text, foe) for foe in foes] if len(foes) == 1 else []
    return []


def _foes(text: Text, sentence: int, own: set[str]) -> set[str]:
    """Return everybody whom somebody of a side fights in a sentence, or who fights them."""
    found: set[str] = set()
    for q in text.predications[sentence]:
        if family(q.relation) == "fight" and q.actors:
            one, other = _ids(text, sentence, q.actors), _ids(text, sentence, q.recipients)
            found |= other if own & one else one if own & other else set()
    return found


def _ids(text: Text, sentence: int, heads: Iterable[int]) -> set[str]:
    known = [text.cast.at(sentence, h) for h in heads]
    return {text.cast.standing(i) for k in known if k for i in k.ids}


def _alluded(text: Text, actor: str) -> Side:
    return Side(actor, name_in(text, actor), _SURE)


def is_purpose(tree: Tree, p: Predication) -> bool:
    """Tell whether a relation is the purpose of another: "to defeat X", "in its fight with X"."""
    if p.pattern == "noun":
        return tree.case(p.word) in {"in", "for", "during"}
    infinitive = any(tree.lemmas[k] == "to" for k in tree.children(p.word, "mark"))
    return tree.label(p.word) in {"advcl", "acl", "xcomp"} and infinitive
