"""Small repairs of a parse where English leaves no choice.

Of two objects the first is the one who is given. A possessive 's makes its noun the owner of what
follows; a relative pronoun right behind a noun opens a clause about that noun. A statistical
parser sometimes draws these arcs elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_PHRASE = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "ADV"})
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "det", "xcomp", "ccomp")
_SAYS = frozenset(
    "said says say added told announced reported warned wrote stated insisted".split()
)
_CHARGED = frozenset("accused suspected convicted acquitted".split())
_RELATIVE = frozenset({"WP", "WDT", "WP$"})


def mended(
    texts: Sequence[str],
    upos: Sequence[str],
    xpos: Sequence[str],
    heads: Sequence[int],
    labels: Sequence[str],
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return heads and labels with the two repairs made; the tree stays one tree."""
    new, names = list(heads), list(labels)
    for i, text in enumerate(texts):
        if text.casefold() in _SAYS and i and names[i] in {"parataxis", "advcl", "ccomp"}:
            _inverted(i, texts, new, names)
        _side_by_side(i, upos, new, names)
        if names[i] == "obj" and any(new[k] == i and names[k] == "case" for k in range(i)):
            names[i] = "obl"  # "condemned X over the disaster"
        if i and text in _POSSESSIVE and xpos[i] == "POS":
            _own(i, upos, new, names)
        if i and xpos[i] in _RELATIVE:
            _relate(i, texts, upos, new, names)
        if xpos[i] == "VBG" and names[i] in {"acl", "advcl"} and new[i] >= 0:
            _accused(i, texts, new, names)
        if xpos[i] == "VBN" and names[i] == "conj":
            _join_participles(i, xpos, new, names)
        if names[i] == "nsubj" and new[i] >= 0:
            _second_subject(i, texts, xpos, new, names)
        if names[i] == "obj":
            second = [j for j in range(i + 1, len(texts)) if new[j] == new[i] and names[j] == "obj"]
            if second and new[i] < i:
                names[i] = "iobj"  # "gave the rebels money"
    return tuple(new), tuple(names)


def _accused(i: int, texts: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Hang "of arming" on "accused by the army of arming", not on the army."""
    by = heads[i]
    verb = heads[by]
    if verb < 0 or texts[verb].casefold() not in _CHARGED or not by < i:
        return
    marks = [texts[k].casefold() for k in range(by, i) if heads[k] == i and labels[k] == "mark"]
    if labels[by] == "obl:agent" and marks == ["of"]:
        heads[i], labels[i] = verb, "advcl"


def _inverted(i: int, texts: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Give "…, said X" its subject where X was made an object of what is said."""
    if texts[i - 1] not in {",", '"', "'", "”", "’"} or any(
        heads[j] == i and labels[j].startswith("nsubj") for j in range(len(texts))
    ):
        return
    for j in range(i + 1, min(i + 12, len(texts))):
        if heads[j] == heads[i] and labels[j] in {"obj", "nsubj", "iobj", "obl"}:
            heads[j], labels[j] = i, "nsubj"
            return


def _side_by_side(i: int, upos: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Make one phrase of two nouns in a row with one role: "its ally Chad", "Burkina Faso"."""
    j = i + 1
    if j >= len(heads) or heads[i] != heads[j] or labels[i] != labels[j] or upos[j] != "PROPN":
        return
    if labels[i] not in {"nsubj", "obj", "obl"}:
        return
    if upos[i] == "PROPN":
        heads[j], labels[j] = i, "flat"
    elif upos[i] == "NOUN":
        heads[i], labels[i] = j, "nmod:desc"


def _join_participles(i: int, xpos: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Join "funded by X … and commanded by Y" where the second hangs on the main verb."""
    own = {labels[j].split(":")[0] for j in range(len(heads)) if heads[j] == i}
    if own & {"aux", "nsubj", "obj"} or xpos[heads[i]] == "VBN":
        return
    for j in range(i - 1, max(-1, i - 13), -1):
        if xpos[j] == "VBN" and labels[j] == "acl" and heads[j] > heads[i]:
            heads[i] = j
            return


def _second_subject(
    i: int, texts: Sequence[str], xpos: Sequence[str], heads: list[int], labels: list[str]
) -> None:
    """Of two subjects one is an object: "whom the government equips", "lets the rebels use"."""
    verb = heads[i]
    others = [j for j in range(len(texts)) if j != i and heads[j] == verb and labels[j] == "nsubj"]
    if not others:
        return
    if xpos[i] in _RELATIVE and any(j > i for j in others):
        labels[i] = "obj"
    elif i > verb and any(j < verb for j in others):
        objects = [j for j in range(verb, i) if heads[j] == verb and labels[j] == "obj"]
        if objects and ":" in texts[objects[-1] : i]:
            heads[i], labels[i] = objects[-1], "appos"  # "the same enemy: insurgents who …"
        else:
            labels[i] = "obj"


def _own(mark: int, upos: Sequence[str], heads: list[int], labels: list[str]) -> None:
    owner = heads[mark] if heads[mark] >= 0 and labels[mark] == "case" else mark - 1
    if labels[owner] == "nmod:poss" or heads[owner] < 0:
        return
    owned = None
    for j in range(mark + 1, len(upos)):
        if upos[j] not in _PHRASE:
            break
        if upos[j] in {"NOUN", "PROPN"}:
            owned = j
            if heads[j] <= j or upos[heads[j]] not in {"NOUN", "PROPN"}:
                break
    if owned is not None and not _above(owner, owned, heads):
        heads[owner], labels[owner] = owned, "nmod:poss"


def _relate(
    i: int, texts: Sequence[str], upos: Sequence[str], heads: list[int], labels: list[str]
) -> None:
    noun = i - 2 if texts[i - 1] == "," else i - 1
    if noun < 0 or upos[noun] not in {"NOUN", "PROPN"}:
        return
    verb = i
    while heads[verb] > i - 1 and labels[verb].startswith(_ARGUMENTS):
        verb = heads[verb]
    if verb == i or upos[verb] not in {"VERB", "AUX", "ADJ", "NOUN"} or heads[verb] < 0:
        return
    for j in range(i + 1, verb):
        # "whom the United States would": the subject belongs to the verb, not to the pronoun
        if heads[j] == i and labels[j].startswith("nsubj"):
            heads[j] = verb
    if labels[verb] in {"advcl", "parataxis", "ccomp", "conj", "dep"}:
        while labels[noun] in {"flat", "compound"} and noun > heads[noun] >= 0:
            noun = heads[noun]
        if not _above(verb, noun, heads):
            heads[verb], labels[verb] = noun, "acl:relcl"


def _above(top: int, i: int, heads: Sequence[int]) -> bool:
    """Tell whether top is i or one of its ancestors: an arc from i to top would close a ring."""
    steps = 0
    while i >= 0 and steps <= len(heads):
        if i == top:
            return True
        i, steps = heads[i], steps + 1
    return False
