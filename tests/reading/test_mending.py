"""Repairs of a parse leave a tree, and leave alone what is right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tertius.reading.mending import mended
from tertius.reading.trees import Tree
from tests.reading.drawn import drawn
from tests.reading.test_trees import ACCUSED, ACTIVE, AND, PASSIVE, URGED, WHO, WHOM, any_trees


def arcs(tree: Tree) -> list[tuple[str, str, str]]:
    """Mend a tree and return (word, relation, head) of each word."""
    heads, labels = mended(tree.texts, tree.upos, tree.xpos, tree.heads, tree.labels)
    names = [*tree.texts, "-"]
    return [(tree.texts[i], labels[i], names[heads[i]]) for i in range(len(heads))]


def test_what_is_right_is_left_alone() -> None:
    for tree in (ACTIVE, PASSIVE, WHO, AND, URGED, ACCUSED):
        heads, labels = mended(tree.texts, tree.upos, tree.xpos, tree.heads, tree.labels)
        assert (heads, labels) == (tree.heads, tree.labels)


def test_of_two_objects_the_first_is_given_the_second() -> None:
    tree = drawn("Chad/PROPN/nsubj/2 gave/VERB/root/0 Mali/PROPN/obj/2 money/NOUN/obj/2")
    found = arcs(tree)
    assert ("Mali", "iobj", "gave") in found
    assert ("money", "obj", "gave") in found


def test_an_apostrophe_makes_an_owner() -> None:
    tree = drawn(
        "Mali/PROPN/nsubj/4 's/PART.POS/case/1 army/NOUN/obj/4 attacked/VERB/root/0 "
        "Niger/PROPN/obj/4"
    )
    assert ("Mali", "nmod:poss", "army") in arcs(tree)


def test_a_relative_pronoun_opens_a_clause_about_the_noun_before_it() -> None:
    tree = drawn(
        "rebels/NOUN/nsubj/5 who/PRON.WP/nsubj/3 attacked/VERB/advcl/5 Niger/PROPN/obj/3 "
        "fled/VERB/root/0"
    )
    assert ("attacked", "acl:relcl", "rebels") in arcs(tree)


def test_whom_before_a_subject_is_an_object() -> None:
    tree = drawn(
        "rebels/NOUN/nsubj/5 whom/PRON.WP/nsubj/4 Chad/PROPN/nsubj/4 armed/VERB/acl:relcl/1 "
        "fled/VERB/root/0"
    )
    assert ("whom", "obj", "armed") in arcs(tree)
    assert ("Chad", "nsubj", "armed") in arcs(tree)
    assert ("whom", "obj", "armed") in arcs(WHOM)


@given(any_trees(), st.data())
def test_a_mended_tree_is_one_tree(tree: Tree, data: st.DataObject) -> None:
    texts, xpos = list(tree.texts), list(tree.xpos)
    for i in range(len(tree)):
        odd = data.draw(st.sampled_from([None, ("'s", "POS"), ("who", "WP"), ("which", "WDT")]))
        if odd:
            texts[i], xpos[i] = odd
    heads, labels = mended(texts, tree.upos, xpos, tree.heads, tree.labels)
    assert len(heads) == len(labels) == len(tree)
    assert heads.count(-1) == 1
    for i in range(len(heads)):
        path, at = set(), i
        while at >= 0:
            assert at not in path
            path.add(at)
            at = heads[at]


def test_what_somebody_is_accused_of_by_others_hangs_on_the_accusation() -> None:
    texts = "Chad was accused by officers of arming rebels".split()
    upos = "PROPN AUX VERB ADP NOUN SCONJ VERB NOUN".split()
    xpos = "NNP VBD VBN IN NNS IN VBG NNS".split()
    heads = [2, 2, -1, 4, 2, 6, 4, 6]
    labels = ["nsubj:pass", "aux:pass", "root", "case", "obl:agent", "mark", "acl", "obj"]
    new, names = mended(texts, upos, xpos, heads, labels)
    assert (new[6], names[6]) == (2, "advcl")
    kept, same = mended([*texts[:2], "seen", *texts[3:]], upos, xpos, heads, labels)
    assert (kept[6], same[6]) == (4, "acl")
