"""What of a text the network of relations looks at, and which pairs it is asked about."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from tertius.reading.relations.windows import (
    BEFORE,
    CONTEXT_PIECES,
    CUES,
    FAMILIES,
    MOST_BEFORE,
    MOST_PAIRS,
    SENTENCE_PIECES,
    Spot,
    Window,
    cues_of,
    pairs_of,
    window,
)
from tertius.reading.syntax.pieces import CLS, SEP
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import Family
from tests.reading.drawn import drawn
from tests.reading.relations.laid import VOCABULARY, parties

CHAD, MALI, NIGER, UNKNOWN = 1001, 1002, 1003, 100
WAR = "Chad/PROPN/nsubj/2 attacked/VERB/root/0 Niger/PROPN/obj/2"
THIRD = "and/CCONJ/cc/5 Mali/PROPN/conj/3"


def of(*words: str) -> list[Spot]:
    """Return spots from "A0" (word 0 of the sentence), "A-3" (word 3 of the one before)."""
    return [Spot(w[0], w.count("-"), int(w[1:].lstrip("-"))) for w in words]


def long(words: int) -> Tree:
    """Return a sentence of so many words of one piece each."""
    return drawn(" ".join(["x/NOUN/root/0", *["x/NOUN/dep/1"] * (words - 1)]))


def seen(trees: list[Tree], *spots: str) -> Window:
    found = window(trees, of(*spots), VOCABULARY)
    assert found is not None
    return found


# -- pairs ------------------------------------------------------------------------------------


def test_each_two_parties_are_a_pair_by_their_nearest_mentions() -> None:
    found = pairs_of(of("A0", "B4", "A7", "B20", "C9"))
    assert parties(found) == ["B4 A7", "A7 C9", "B4 C9"]


def test_a_pair_stands_in_the_order_of_the_text() -> None:
    assert parties(pairs_of(of("B7", "A2"))) == ["A2 B7"]
    assert parties(pairs_of(of("A2", "B-7"))) == ["B-7 A2"]


def test_one_mention_of_two_parties_is_their_nearest() -> None:
    assert parties(pairs_of(of("A0", "B3", "A9", "B9"))) == ["A9 B9"]


def test_a_mention_of_this_sentence_counts_before_a_nearer_word_of_the_one_before() -> None:
    assert parties(pairs_of(of("A-5", "A19", "B5"))) == ["B5 A19"]


def test_one_party_alone_is_no_pair() -> None:
    assert pairs_of(of("A0", "A4", "A-1")) == []
    assert pairs_of([]) == []


def test_parties_of_earlier_sentences_alone_are_a_pair_by_their_last_mentions() -> None:
    assert parties(pairs_of(of("A--1", "A-2", "B--6", "B-0"))) == ["B-0 A-2"]
    assert parties(pairs_of(of("A-1", "A-7", "B-4", "B-9"))) == ["A-7 B-9"]


def test_of_the_parties_of_earlier_sentences_the_last_named_are_kept() -> None:
    spots = of("A--1", "B--9", "C-1", "D-2", "E-3", "F-4")
    kept = {s.party for pair in pairs_of(spots) for s in (pair.first, pair.second)}
    assert kept == {"C", "D", "E", "F"}
    assert len(kept) == MOST_BEFORE


def test_where_there_are_too_many_pairs_those_of_the_sentence_itself_stay() -> None:
    own = [f"{party}{n}" for n, party in enumerate("ABCDEF")]
    found = pairs_of(of(*own, "W-1", "X-2", "Y-3", "Z-4"))
    assert len(found) == MOST_PAIRS
    here = {(p.first.party, p.second.party) for p in found if not p.first.back}
    assert here == set(combinations("ABCDEF", 2))


SPOTS = st.builds(Spot, st.sampled_from("ABCDEF"), st.integers(0, BEFORE), st.integers(0, 30))


@given(st.lists(SPOTS, max_size=14))
def test_no_two_parties_are_asked_about_twice(spots: list[Spot]) -> None:
    found = pairs_of(spots)
    two = [frozenset((p.first.party, p.second.party)) for p in found]
    assert all(len(pair) == 2 for pair in two)
    assert len(two) == len(set(two))
    own = {s.party for s in spots if not s.back}
    assert {frozenset(pair) for pair in combinations(own, 2)} <= set(two)
    for pair in found:
        assert {pair.first, pair.second} <= set(spots)
        assert (-pair.first.back, pair.first.word) <= (-pair.second.back, pair.second.word)


# -- the pieces -------------------------------------------------------------------------------


def test_markers_stand_at_the_heads_of_the_mentions() -> None:
    found = seen([drawn(f"{WAR} {THIRD}")], "A0", "B2", "C4")
    ids = [tuple(found.ids[place] for place in marked) for marked in found.marked]
    assert ids == [(CHAD, NIGER), (CHAD, MALI), (NIGER, MALI)]


def test_a_marker_stands_at_the_first_piece_of_its_word() -> None:
    tree = drawn("Firewood/NOUN/nsubj/2 attacked/VERB/root/0 Niger/PROPN/obj/2")
    found = seen([tree], "A0", "B2")
    assert found.ids[:3] == (CLS, 1005, 1006)
    assert found.marked == ((1, 4),)
    assert found.firsts == (0, 1, 3, 4)
    assert found.places == ((0, 0), (0, 1), (0, 2))


def test_markers_of_earlier_sentences_stand_there() -> None:
    before, here = drawn("Mali/PROPN/nsubj/2 slept/VERB/root/0"), drawn(WAR)
    found = seen([before, here], "A-0", "B2")
    assert [found.ids[place] for place in found.marked[0]] == [MALI, NIGER]
    assert found.ids == (CLS, MALI, UNKNOWN, SEP, CHAD, 1004, NIGER, SEP)
    assert found.places[:3] == ((1, 0), (1, 1), (0, 0))


def test_the_words_that_may_carry_a_relation_are_pieces_of_the_window() -> None:
    found = seen([drawn("Mali/PROPN/root/0"), drawn(WAR)], "A0", "B2", "C-0")
    for pair, between in zip(found.pairs, found.anchors, strict=True):
        ids = [found.ids[piece] for piece in between]
        assert ids == ([1004] * 4 if not pair.first.back else [CLS, CLS, 1004, 1004])


def test_each_word_has_a_number_and_a_first_piece() -> None:
    found = seen([long(4), drawn(WAR)], "A0", "B2")
    assert found.number(0, 2) == len(found.places)
    assert found.ids[found.firsts[found.number(0, 2) or 0]] == NIGER
    assert found.number(1, 0) == 1
    assert found.number(0, 3) is None
    assert found.number(2, 0) is None
    assert len(found.firsts) == len(found.places) + 1
    assert len(found.ids) == len(found.shapes) == len(found.cues)


def test_without_two_parties_there_is_no_window() -> None:
    assert window([drawn(WAR)], of("A0", "A2"), VOCABULARY) is None
    assert window([drawn(WAR)], [], VOCABULARY) is None


def test_of_the_sentences_before_the_nearest_words_are_kept() -> None:
    found = seen([long(100), drawn(WAR)], "A0", "B2")
    kept = [word for back, word in found.places if back]
    assert kept == list(range(100 - CONTEXT_PIECES, 100))


def test_a_sentence_further_back_has_what_the_nearer_leaves() -> None:
    found = seen([long(50), long(60), drawn(WAR)], "A0", "B2")
    backs = [back for back, _ in found.places]
    assert (backs.count(2), backs.count(1)) == (CONTEXT_PIECES - 60, 60)
    assert found.ids.count(SEP) == 3
    full = seen([long(50), long(80), drawn(WAR)], "A0", "B2")
    assert [back for back, _ in full.places].count(2) == 0


def test_no_word_is_cut_in_two() -> None:
    two = drawn(" ".join(["firewood/NOUN/root/0", *["firewood/NOUN/dep/1"] * 49]))
    found = seen([two, long(3), drawn(WAR)], "A0", "B2")
    assert [back for back, _ in found.places].count(2) == (CONTEXT_PIECES - 3) // 2
    assert found.ids[1:3] == (1005, 1006)


def test_more_sentences_before_than_are_looked_at_change_nothing() -> None:
    trees = [drawn("Mali/PROPN/root/0") for _ in range(BEFORE)]
    assert seen([long(9), *trees, drawn(WAR)], "A0", "B2") == seen([*trees, drawn(WAR)], "A0", "B2")


def test_of_a_sentence_of_300_words_the_beginning_is_looked_at() -> None:
    found = seen([long(90), long(90), long(300)], "A0", "B20", "C299")
    assert parties(found.pairs) == ["A0 B20"]
    assert [back for back, _ in found.places].count(0) <= SENTENCE_PIECES
    assert found.number(0, 100) is not None
    assert found.number(0, 299) is None
    assert len(found.ids) < 512  # places that the encoder knows
    assert window([long(300)], of("A290", "B299"), VOCABULARY) is None


def test_who_else_is_named_changes_no_word_and_no_place() -> None:
    tree = drawn(f"{WAR} {THIRD}")
    few, many = seen([tree], "A0", "B2"), seen([tree], "A0", "B2", "C4")
    assert (few.ids, few.shapes, few.places) == (many.ids, many.shapes, many.places)
    assert (few.pairs[0], few.marked[0]) == (many.pairs[0], many.marked[0])
    assert (few.features[0], few.anchors[0]) == (many.features[0], many.anchors[0])


# -- cues -------------------------------------------------------------------------------------


def test_the_families_of_the_dictionary_are_known() -> None:
    assert set(FAMILIES) == set(get_args(Family))
    assert len(FAMILIES) + 1 == CUES


def test_a_word_of_the_dictionary_is_cued_by_its_family() -> None:
    tree = drawn(
        "Sanctions/NOUN/nsubj/2 attacked/VERB/root/0 the/DET/det/4 allies/NOUN/obj/2 "
        "attack/NOUN/dep/2"
    )
    told = [FAMILIES[cue - 1] if cue else "" for cue in cues_of(tree)]
    assert told == ["coerce", "fight", "", "coordinate", "fight"]


def test_a_word_is_cued_by_what_it_is_here() -> None:
    verb = drawn("They/PRON/nsubj/2 back/VERB.VBP/root/0 Mali/PROPN/obj/2")
    noun = drawn("His/PRON/nmod:poss/2 back/NOUN/nsubj/3 hurts/VERB/root/0")
    assert cues_of(verb) == [0, FAMILIES.index("support") + 1, 0]
    assert cues_of(noun)[1] == 0


def test_the_words_of_parties_are_told_from_others() -> None:
    tree = drawn("Firewood/NOUN/nsubj/2 attacked/VERB/root/0 Niger/PROPN/obj/2")
    fight = FAMILIES.index("fight") + 1
    assert seen([tree], "A0", "B2").cues == (0, CUES, CUES, fight, CUES, 0)
    assert seen([tree], "A1", "B2").cues == (0, 0, 0, CUES + fight, CUES, 0)
