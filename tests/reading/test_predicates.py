"""Relations in trees that are right: verbs, event nouns, roles, adjectives, compounds.

Mirrors verbs, event_nouns, roles, predicates and clauses; relations.txt tests them with the parser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.drawn import drawn, relations_of
from tests.reading.test_trees import ACCUSED, ACTIVE, PASSIVE, URGED

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer
    from tertius.reading.trees import Tree

RAISED = "Chad - backed rebels"
VERBS = {
    "active": (ACTIVE, [("Chad", "attacks", "Niger")]),
    "passive": (PASSIVE, [("Chad", "attacks", "Niger")]),
    "wish of the one who urges": (URGED, [("Chad", "attacks", "Niger"), ("Chad", "urges", "Mali")]),
    "charge": (ACCUSED, [("Chad", "accuses", "Mali"), ("Mali", "arms", "rebels")]),
    "without agent": (
        drawn("Mali/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 attacked/VERB.VBN/root/0"),
        [("", "attacks", "Mali")],
    ),
    "joint subject": (
        drawn("Chad/PROPN/nsubj/4 and/CCONJ/cc/3 Mali/PROPN/conj/1 clashed/VERB/root/0"),
        [("Chad, Mali", "fights", "Chad, Mali")],
    ),
    "as a threat": (
        drawn(
            "Chad/PROPN/nsubj/2 sees/VERB.VBZ/root/0 Mali/PROPN/obj/2 as/ADP/case/6 a/DET/det/6 "
            "threat/NOUN/obl/2"
        ),
        [("Chad", "fears", "Mali")],
    ),
    "fire at": (
        drawn(
            "Chad/PROPN/nsubj/2 fired/VERB/root/0 rockets/NOUN/obj/2 at/ADP/case/5 Mali/PROPN/obl/2"
        ),
        [("Chad", "attacks", "Mali")],
    ),
    "one side only": (drawn("Chad/PROPN/nsubj/2 attacked/VERB/root/0"), []),
}
NOUNS = {
    "light verb": (
        drawn(
            "Chad/PROPN/nsubj/2 launched/VERB/root/0 airstrikes/NOUN/obj/2 against/ADP/case/5 "
            "Mali/PROPN/nmod/3"
        ),
        [("Chad", "attacks", "Mali")],
    ),
    "possessive": (
        drawn(
            "Chad/PROPN/nmod:poss/3 's/PART.POS/case/1 support/NOUN/nsubj/6 for/ADP/case/5 "
            "Mali/PROPN/nmod/3 grew/VERB/root/0"
        ),
        [("Chad", "supports", "Mali")],
    ),
    "between": (
        drawn(
            "war/NOUN/nsubj/6 between/ADP/case/3 Chad/PROPN/nmod/1 and/CCONJ/cc/5 "
            "Mali/PROPN/conj/3 ended/VERB/root/0"
        ),
        [("Chad, Mali", "fights", "Chad, Mali")],
    ),
    "war ended by its sides": (
        drawn(
            "Chad/PROPN/nsubj/4 and/CCONJ/cc/3 Mali/PROPN/conj/1 ended/VERB/root/0 "
            "their/PRON/nmod:poss/6 war/NOUN/obj/4"
        ),
        [("Chad, Mali", "settles-with", "Chad, Mali")],
    ),
}
ROLES = {
    "ally of": (
        drawn(
            "Chad/PROPN/nsubj/4 is/AUX/cop/4 an/DET/det/4 ally/NOUN/root/0 of/ADP/case/6 "
            "Mali/PROPN/nmod/4"
        ),
        [("Chad", "aligned-with", "Mali")],
    ),
    "hostile to": (
        drawn(
            "Chad/PROPN/nsubj/3 is/AUX/cop/3 hostile/ADJ/root/0 to/ADP/case/5 Mali/PROPN/obl/3"
        ),
        [("Chad", "opposes", "Mali")],
    ),
    "X-backed": (
        drawn(
            "Chad/PROPN/compound/3 -/PUNCT/punct/3 backed/VERB.VBN/amod/4 rebels/NOUN/nsubj/5 "
            "attacked/VERB/root/0 Mali/PROPN/obj/5"
        ),
        [("Chad", "supports", RAISED), (RAISED, "attacks", "Mali")],
    ),
    "pro-X": (
        drawn(
            "pro-Russian/ADJ/amod/2 rebels/NOUN/nsubj/3 attacked/VERB/root/0 Mali/PROPN/obj/3"
        ),
        [("pro-Russian rebels", "supports", "Russia"), ("pro-Russian rebels", "attacks", "Mali")],
    ),
    "shared enemy": (
        drawn(
            "Chad/PROPN/nsubj/2 helped/VERB/root/0 Mali/PROPN/obj/2 against/ADP/case/6 "
            "the/DET/det/6 rebels/NOUN/obl/2"
        ),
        [("Chad", "aids", "Mali")],
    ),
    "paraded against": (
        drawn(
            "Chad/PROPN/nsubj/2 paraded/VERB/root/0 against/ADP/case/4 Mali/PROPN/obl/2"
        ),
        [("Chad", "opposes", "Mali")],
    ),
    "nothing": (
        drawn("Chad/PROPN/nsubj/2 borders/VERB.VBZ/root/0 Libya/PROPN/obj/2"), []
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", [*VERBS, *NOUNS, *ROLES])
def test_a_tree_carries_the_relation_that_its_words_do(gazetteer: Gazetteer, case: str) -> None:
    tree: Tree
    tree, expected = {**VERBS, **NOUNS, **ROLES}[case]
    assert set(relations_of(tree, gazetteer=gazetteer)) == set(expected)


def test_an_earlier_sentence_says_who_a_pronoun_is(gazetteer: Gazetteer) -> None:
    before = drawn("Chad/PROPN/nsubj/2 left/VERB/root/0")
    tree = drawn("It/PRON/nsubj/2 attacked/VERB/root/0 Mali/PROPN/obj/2", start=20)
    assert relations_of(before, tree, gazetteer=gazetteer) == [("Chad", "attacks", "Mali")]
    assert relations_of(tree, gazetteer=gazetteer) == []
