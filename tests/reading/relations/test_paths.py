"""What the network of relations is told of the tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.reading.relations.paths import ANCHORS, OFFSETS, ROWS, SIZES, anchors, features
from tertius.reading.relations.windows import CUES, cues_of
from tertius.reading.trees import Tree
from tests.reading.drawn import drawn
from tests.reading.test_trees import ACTIVE, AND, PASSIVE, WHO

KINDS = (
    "part 1", "part 2", "case 1", "case 2", "arcs", "cue between", "cue 1", "cue 2", "elsewhere",
)  # fmt: skip
FIGHT, SUPPORT = cues_of(ACTIVE)[1], cues_of(AND)[3]


def told(tree: Tree, first: int | None, second: int | None) -> dict[str, int]:
    """Return each feature by its name, counted from 0."""
    rows = features(tree, cues_of(tree), first, second)
    return {kind: row - at for kind, row, at in zip(KINDS, rows, OFFSETS, strict=True)}


def drawn_chain(words: int) -> Tree:
    """Return a sentence in which each word hangs on the one before it."""
    return drawn(" ".join(["x/NOUN/root/0", *(f"x/NOUN/nmod/{n}" for n in range(1, words))]))


def test_the_dictionary_has_two_words_for_these_tests() -> None:
    assert 0 < FIGHT < CUES
    assert 0 < SUPPORT < CUES
    assert FIGHT != SUPPORT


def test_subject_and_object_meet_at_their_verb() -> None:
    found = told(ACTIVE, 0, 2)
    assert found["part 1"] != found["part 2"]
    assert (found["case 1"], found["case 2"]) == (0, 0)
    assert found["arcs"] == 2
    assert found["cue between"] == found["cue 1"] == found["cue 2"] == FIGHT
    assert found["elsewhere"] == 0


def test_turning_a_pair_round_turns_its_features() -> None:
    one, other = told(PASSIVE, 0, 4), told(PASSIVE, 4, 0)
    turned = {"1": "2", "2": "1"}
    for kind, value in one.items():
        name, _, number = kind.partition(" ")
        assert other[f"{name} {turned[number]}" if number in turned else kind] == value


def test_the_subject_of_a_passive_is_not_that_of_an_active() -> None:
    active, passive = told(ACTIVE, 0, 2), told(PASSIVE, 0, 4)
    assert active["part 1"] != passive["part 1"]
    assert passive["case 1"] == 0
    assert passive["case 2"] > 1


def test_a_preposition_that_is_not_listed_is_another_one() -> None:
    by, amid = (
        told(
            drawn(f"Niger/PROPN/nsubj/2 fell/VERB/root/0 {word}/ADP/case/4 Chad/PROPN/obl/2"),
            0,
            3,
        )
        for word in ("by", "amid")
    )
    assert amid["case 2"] == 1
    assert by["case 2"] > 1
    assert by | {"case 2": 1} == amid


def test_of_joint_subjects_each_is_a_subject() -> None:
    chad, mali = told(AND, 0, 6), told(AND, 2, 6)
    assert mali["part 1"] == chad["part 1"]
    assert mali["arcs"] == chad["arcs"] + 1


def test_of_two_after_one_preposition_each_has_it() -> None:
    tree = drawn(
        "Niger/PROPN/nsubj/2 fell/VERB/root/0 by/ADP/case/4 Chad/PROPN/obl/2 and/CCONJ/cc/6 "
        "Mali/PROPN/conj/4"
    )
    assert told(tree, 0, 5)["case 2"] == told(tree, 0, 3)["case 2"] > 1


def test_a_part_without_a_number_is_told_from_a_listed_one_and_from_nothing() -> None:
    tree = drawn("Chad/PROPN/vocative/2 attacked/VERB/root/0 Niger/PROPN/obj/2")
    assert told(tree, 0, 2)["part 1"] == 1
    assert told(tree, None, 2)["part 1"] == 0
    assert told(tree, 2, None)["part 1"] > 1


def test_a_subtype_that_is_not_listed_counts_as_its_kind() -> None:
    outer = drawn("Chad/PROPN/nsubj:outer/2 attacked/VERB/root/0 Niger/PROPN/obj/2")
    assert told(outer, 0, 2) == told(ACTIVE, 0, 2)


@pytest.mark.parametrize(("first", "second", "arcs"), [(0, 0, 0), (0, 3, 3), (0, 7, 7), (0, 11, 7)])
def test_what_is_far_apart_is_only_far(first: int, second: int, arcs: int) -> None:
    assert told(drawn_chain(12), first, second)["arcs"] == arcs


def test_a_party_of_another_sentence_has_no_part_here() -> None:
    found = told(ACTIVE, None, 2)
    assert found["elsewhere"] == 1
    assert found["cue 2"] == FIGHT
    assert {found[k] for k in ("part 1", "case 1", "arcs", "cue between", "cue 1")} == {0}
    nobody = told(ACTIVE, None, None)
    assert nobody["elsewhere"] == 2
    assert sum(nobody.values()) == 2


def test_the_nearest_cue_above_counts_three_words_up_at_most() -> None:
    tree = drawn(
        "They/PRON/nsubj/2 attacked/VERB/root/0 the/DET/det/4 wall/NOUN/obj/2 of/ADP/case/6 "
        "stone/NOUN/nmod/4 of/ADP/case/8 Mali/PROPN/nmod/6 in/ADP/case/10 Chad/PROPN/nmod/8"
    )
    assert told(tree, 7, 9)["cue 1"] == FIGHT
    assert told(tree, 7, 9)["cue 2"] == 0
    under = drawn(
        "They/PRON/nsubj/2 attacked/VERB/root/0 to/PART/mark/4 arm/VERB.VB/advcl/2 Mali/PROPN/obj/4"
    )
    assert told(under, 0, 4)["cue 1"] == FIGHT
    assert told(under, 0, 4)["cue 2"] == SUPPORT
    assert told(under, 0, 4)["cue between"] == FIGHT


def test_a_mention_that_carries_the_cue_itself_is_where_they_meet() -> None:
    tree = drawn("Chadian/ADJ/amod/2 allies/NOUN/nsubj/3 slept/VERB/root/0")
    assert told(tree, 0, 1)["cue between"] == cues_of(tree)[1] > 0
    assert told(tree, 1, 1)["arcs"] == 0


@pytest.mark.parametrize(
    ("tree", "pair", "words"),
    [
        (ACTIVE, (0, 2), ["attacked", "attacked", "attacked", "attacked"]),
        (WHO, (0, 3), ["rebels", "fled", "attacked", "fled"]),
        (AND, (2, 6), ["armed", "armed", "trained", "armed"]),
        (ACTIVE, (0, 0), ["Chad", "attacked", "attacked", "attacked"]),
        (ACTIVE, (1, 2), ["attacked", None, "attacked", "attacked"]),
        (ACTIVE, (None, 2), [None, None, "attacked", "attacked"]),
        (ACTIVE, (None, None), [None, None, None, "attacked"]),
    ],
)
def test_a_relation_stands_where_two_meet_or_on_what_they_hang_or_at_the_root(
    tree: Tree, pair: tuple[int | None, int | None], words: list[str | None]
) -> None:
    found = anchors(tree, *pair)
    assert [None if i is None else tree.texts[i] for i in found] == words
    assert len(found) == ANCHORS


LABELS = ("nsubj", "obj", "obl", "conj", "nmod:poss", "acl:relcl", "case", "dep")


@st.composite
def sentences(draw: st.DrawFn) -> Tree:
    """Draw any tree, sensible or not."""
    order = draw(st.permutations(range(1, draw(st.integers(1, 12)) + 1)))
    rows = {order[0]: "root/0"}
    for n, word in enumerate(order[1:], 1):
        rows[word] = f"{draw(st.sampled_from(LABELS))}/{order[draw(st.integers(0, n - 1))]}"
    texts = ("attacked/VERB", "allies/NOUN", "by/ADP", "Mali/PROPN")
    return drawn(" ".join(f"{draw(st.sampled_from(texts))}/{rows[i]}" for i in sorted(rows)))


@given(sentences(), st.data())
def test_any_two_words_of_any_tree_have_a_row_of_each_kind(tree: Tree, data: st.DataObject) -> None:
    words = st.none() | st.integers(0, len(tree) - 1)
    rows = features(tree, cues_of(tree), data.draw(words), data.draw(words))
    assert len(rows) == len(SIZES)
    for row, at, size in zip(rows, OFFSETS, SIZES, strict=True):
        assert at <= row < at + size <= ROWS
