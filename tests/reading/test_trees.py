"""A tree answers who does what to whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.reading.sentences import Sentence, Word
from tertius.reading.trees import Tree
from tests.reading.drawn import drawn

ACTIVE = drawn("Chad/PROPN/nsubj/2 attacked/VERB/root/0 Niger/PROPN/obj/2")
PASSIVE = drawn(
    "Niger/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 attacked/VERB.VBN/root/0 by/ADP/case/5 "
    "Chad/PROPN/obl/3"
)
WHO = drawn(
    "rebels/NOUN/nsubj/5 who/PRON/nsubj/3 attacked/VERB/acl:relcl/1 Niger/PROPN/obj/3 "
    "fled/VERB/root/0"
)
WHOM = drawn(
    "rebels/NOUN/nsubj/5 whom/PRON/obj/4 Chad/PROPN/nsubj/4 armed/VERB/acl:relcl/1 fled/VERB/root/0"
)
BARE = drawn("rebels/NOUN/nsubj/4 Chad/PROPN/nsubj/3 armed/VERB/acl:relcl/1 fled/VERB/root/0")
REDUCED = drawn(
    "rebels/NOUN/nsubj/5 armed/VERB.VBN/acl/1 by/ADP/case/4 Chad/PROPN/obl/2 fled/VERB/root/0"
)
AND = drawn(
    "Chad/PROPN/nsubj/4 and/CCONJ/cc/3 Mali/PROPN/conj/1 armed/VERB/root/0 and/CCONJ/cc/6 "
    "trained/VERB/conj/4 Niger/PROPN/obj/6"
)
URGED = drawn(
    "Chad/PROPN/nsubj/2 urged/VERB/root/0 Mali/PROPN/obj/2 to/PART/mark/5 attack/VERB.VB/xcomp/2 "
    "Niger/PROPN/obj/5"
)
PROMISED = drawn(
    "Chad/PROPN/nsubj/2 promised/VERB/root/0 Mali/PROPN/obj/2 to/PART/mark/5 "
    "attack/VERB.VB/xcomp/2 Niger/PROPN/obj/5"
)
ACCUSED = drawn(
    "Chad/PROPN/nsubj/2 accused/VERB/root/0 Mali/PROPN/obj/2 of/SCONJ/mark/5 "
    "arming/VERB.VBG/advcl/2 rebels/NOUN/obj/5"
)


def word(tree: Tree, i: int | None) -> str | None:
    return None if i is None else tree.texts[i]


@pytest.mark.parametrize(
    ("tree", "verb", "subject", "object"),
    [
        (ACTIVE, 1, "Chad", "Niger"),
        (PASSIVE, 2, "Niger", None),
        (WHO, 2, "rebels", "Niger"),
        (WHOM, 3, "Chad", "rebels"),
        (BARE, 2, "Chad", "rebels"),
        (REDUCED, 1, "rebels", None),
        (AND, 3, "Chad", "Niger"),
        (AND, 5, "Chad", "Niger"),
        (URGED, 4, "Mali", "Niger"),
        (PROMISED, 4, "Chad", "Niger"),
        (ACCUSED, 4, "Mali", "rebels"),
    ],
)
def test_subject_and_object_are_those_that_a_reader_understands(
    tree: Tree, verb: int, subject: str | None, object: str | None
) -> None:
    assert word(tree, tree.subject(verb)) == subject
    assert word(tree, tree.object(verb)) == object


@pytest.mark.parametrize(("tree", "verb"), [(PASSIVE, 2), (REDUCED, 1)])
def test_who_acts_in_a_passive_is_its_agent(tree: Tree, verb: int) -> None:
    assert tree.is_passive(verb)
    assert word(tree, tree.agent(verb)) == "Chad"


@pytest.mark.parametrize(("tree", "verb"), [(ACTIVE, 1), (WHO, 2), (WHOM, 3), (AND, 5), (URGED, 4)])
def test_what_is_done_by_its_subject_is_no_passive(tree: Tree, verb: int) -> None:
    assert not tree.is_passive(verb)
    assert tree.agent(verb) is None


def test_two_passives_share_the_agent_that_comes_last() -> None:
    tree = drawn(
        "rebels/NOUN/nsubj:pass/3 are/AUX/aux:pass/3 armed/VERB.VBN/root/0 and/CCONJ/cc/5 "
        "trained/VERB.VBN/conj/3 by/ADP/case/7 Chad/PROPN/obl/5"
    )
    assert [word(tree, tree.agent(i)) for i in (2, 4)] == ["Chad", "Chad"]


def test_a_series_is_read_from_its_first_word() -> None:
    tree = drawn(
        "Chad/PROPN/nsubj/6 ,/PUNCT/punct/3 Mali/PROPN/conj/1 and/CCONJ/cc/5 Niger/PROPN/conj/1 "
        "met/VERB/root/0"
    )
    assert [tree.texts[i] for i in tree.conjuncts(0)] == ["Chad", "Mali", "Niger"]


def test_a_preposition_of_several_words_is_one() -> None:
    tree = drawn(
        "spoke/VERB/root/0 in/ADP/case/5 support/NOUN/fixed/2 of/ADP/fixed/2 Mali/PROPN/obl/1"
    )
    assert tree.case(4) == "in support of"
    assert tree.oblique(0, ["against", "in support of"]) == 4
    assert tree.oblique(0, ["against"]) is None


def test_a_clause_of_its_own_stands_between() -> None:
    assert WHO.clauses_between(3, 4)
    assert not WHO.clauses_between(0, 4)


def test_a_phrase_is_spaced_as_in_the_text() -> None:
    words = (Word("Mali", 0, 4), Word("'s", 4, 6), Word("army", 7, 11))
    tree = Tree(
        sentence=Sentence(0, 11, 0, words), upos=("PROPN", "PART", "NOUN"), heads=(2, 0, -1),
        labels=("nmod:poss", "case", "root"), lemmas=("mali", "'s", "army"),
        xpos=("NNP", "POS", "NN"),
    )  # fmt: skip
    assert tree.phrase(0, 3) == "Mali's army"


@st.composite
def any_trees(draw: st.DrawFn) -> Tree:
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for n, i in enumerate(order):
        heads[i] = order[draw(st.integers(0, n - 1))] + 1 if n else 0
    labels = st.sampled_from(
        "nsubj obj obl nmod conj acl acl:relcl advcl xcomp ccomp amod appos case mark".split()
    )
    classes = st.sampled_from("NOUN VERB.VBN VERB.VBD VERB.VBG PROPN ADP PRON ADJ AUX".split())
    words = st.sampled_from("Chad armed who by to attacked rebels which Mali of accused".split())
    return drawn(
        " ".join(
            f"{draw(words)}/{draw(classes)}/{draw(labels) if head else 'root'}/{head}"
            for head in heads
        )
    )


@given(any_trees())
def test_a_tree_of_any_shape_has_an_answer(tree: Tree) -> None:
    for i in range(len(tree)):
        below = tree.subtree(i)
        assert below == sorted(set(below))
        assert all(tree.within(j, i) for j in below)
        assert {j for j in range(len(tree)) if tree.within(j, i)} == set(below)
        assert i in tree.conjuncts(i)
        for found in (tree.subject(i), tree.object(i), tree.agent(i), tree.referent(i)):
            assert found is None or 0 <= found < len(tree)
        assert list(tree.ancestors(i)) == [j for j in tree.ancestors(i) if tree.within(i, j)]
