"""From the labels of CLEAR (Choi and Palmer 2012), which English spaCy pipelines use, to UD.

The two differ in where prepositions and "is" stand; labels that are Universal Dependencies
already pass through, so that pipelines trained on UD need no setting.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tertius.readers.shallow.lexicon import BE

NAMES: Final = {
    "ROOT": "root", "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass",
    "auxpass": "aux:pass", "poss": "nmod:poss", "relcl": "acl:relcl", "neg": "advmod",
    "prt": "compound:prt", "npadvmod": "obl:unmarked", "quantmod": "advmod", "intj": "discourse",
    "oprd": "xcomp", "predet": "det:predet", "preconj": "cc:preconj", "meta": "dep",
    "dative": "iobj", "attr": "xcomp", "acomp": "xcomp", "prep": "advmod", "agent": "advmod",
    "pcomp": "advcl", "pobj": "obl", "": "dep",
}  # fmt: skip
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LEADING = frozenset({"prep", "agent", "dative"})


def universal(
    words: Sequence[str], upos: Sequence[str], heads: Sequence[int], labels: Sequence[str]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return heads and labels after Universal Dependencies.

    heads: index of the head word, -1 for a root. Of several roots the first stays one, and the
    others hang on it.
    """
    new, names = list(heads), list(labels)
    for i in range(len(words)):
        if names[i] in _LEADING and upos[i] in {"ADP", "SCONJ"}:
            _turn_phrase(i, upos, new, names)
    for i in range(len(words)):
        if names[i] in {"attr", "acomp"} and words[new[i]].casefold() in BE:
            _turn_copula(i, new, names)
    roots = [i for i, head in enumerate(new) if head < 0]
    for i in roots[1:]:
        new[i], names[i] = roots[0], "parataxis"
    return tuple(new), tuple(NAMES.get(name, name) for name in names)


def _turn_phrase(i: int, upos: Sequence[str], heads: list[int], names: list[str]) -> None:
    """Let the noun of a phrase hang where its preposition hung, and the preposition on it."""
    inside = [k for k, head in enumerate(heads) if head == i and names[k] in {"pobj", "pcomp"}]
    if not inside:
        return
    noun, clause = inside[0], names[inside[0]] == "pcomp"
    at, agent = heads[i], names[i] == "agent"
    heads[i], names[i] = noun, "mark" if clause else "case"
    while at >= 0 and names[at] in _LEADING and upos[at] == "ADP":  # "out of the town"
        outer, at = at, heads[at]
        heads[outer], names[outer] = noun, "case"
    heads[noun] = at
    nominal = at >= 0 and upos[at] in _NOMINAL
    if at < 0:
        names[noun] = "ROOT"
    elif clause:
        names[noun] = "acl" if nominal else "advcl"
    else:
        names[noun] = "obl:agent" if agent else "nmod" if nominal else "obl"


def _turn_copula(i: int, heads: list[int], names: list[str]) -> None:
    """Let what is said to be hang where "is" hung, and "is" on it."""
    be = heads[i]
    if names[be] == "cop":
        return
    heads[i], names[i] = heads[be], names[be]
    heads[be], names[be] = i, "cop"
    for k, head in enumerate(heads):
        if head == be and k != i:
            heads[k] = i
