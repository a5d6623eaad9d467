"""From a phrase to the actors it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tertius.reading.fillers import Fillers
from tests.reading.drawn import cast_of, drawn, parties

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer

NOBODY: list[str] = []
POSITIONS = (
    "Syrian/ADJ/amod/3 army/NOUN/compound/3 positions/NOUN/obj/4 burned/VERB/root/0",
    3, ["Syria"],
)  # fmt: skip
PROGRAMME = ("Iran/PROPN/nmod:poss/3 's/PART.POS/case/1 programme/NOUN/root/0", 3, ["Iran"])
CAPTURE = (
    "seizure/NOUN/root/0 by/ADP/case/4 the/DET/det/4 rebels/NOUN/nmod/1", 1, ["rebels"],
)  # fmt: skip
SERIES = ("Chad/PROPN/root/0 and/CCONJ/cc/3 Mali/PROPN/conj/1", 1, ["Chad", "Mali"])
VILLAGES = ("villages/NOUN/root/0 of/ADP/case/3 Chad/PROPN/nmod/1", 1, NOBODY)
WEEKS = ("weeks/NOUN/root/0 of/ADP/case/3 Chad/PROPN/nmod/1", 1, NOBODY)
HAMSTER = ("the/DET/det/2 hamster/NOUN/root/0", 2, NOBODY)
INSIDE = ("markets/NOUN/root/0 in/ADP/case/3 Chad/PROPN/nmod/1", 1, NOBODY)


@pytest.mark.parametrize(
    ("words", "head", "sides"),
    [POSITIONS, PROGRAMME, CAPTURE, SERIES, VILLAGES, WEEKS, HAMSTER, INSIDE],
    ids=lambda value: value.split("/")[0] if isinstance(value, str) else "",
)
def test_a_phrase_stands_for_whoever_owns_it(
    gazetteer: Gazetteer, words: str, head: int, sides: list[str]
) -> None:
    tree = drawn(words)
    cast = cast_of(tree, gazetteer=gazetteer)
    assert parties(cast, 0, *Fillers(tree, 0, cast).sides(head - 1)) == sides


def test_no_phrase_stands_for_nobody(gazetteer: Gazetteer) -> None:
    tree = drawn("Chad/PROPN/nsubj/2 left/VERB/root/0")
    assert Fillers(tree, 0, cast_of(tree, gazetteer=gazetteer)).sides(None) == ()


def test_an_army_and_its_state_are_one_side(gazetteer: Gazetteer) -> None:
    tree = drawn(
        "Chad/PROPN/nsubj/6 ,/PUNCT/punct/1 Chadian/ADJ/amod/4 soldiers/NOUN/conj/1 "
        "Mali/PROPN/conj/1 met/VERB/root/0"
    )
    fillers = Fillers(tree, 0, cast_of(tree, gazetteer=gazetteer))
    assert not fillers.several((0, 3))
    assert fillers.several((0, 4))
    assert fillers.is_person(3)
    assert not fillers.is_person(5)


def test_the_bearer_of_a_role_is_subject_or_neighbour(gazetteer: Gazetteer) -> None:
    copula = drawn(
        "Chad/PROPN/nsubj/4 is/AUX/cop/4 an/DET/det/4 ally/NOUN/root/0 of/ADP/case/6 "
        "Mali/PROPN/nmod/4"
    )
    apposed = drawn(
        "Chad/PROPN/nsubj/7 ,/PUNCT/punct/4 an/DET/det/4 ally/NOUN/appos/1 of/ADP/case/6 "
        "Mali/PROPN/nmod/4 left/VERB/root/0"
    )
    for tree in (copula, apposed):
        fillers = Fillers(tree, 0, cast_of(tree, gazetteer=gazetteer))
        assert fillers.bearers(3) == (0,)
