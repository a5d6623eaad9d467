"""What the network of relations learns from a coded report: windows with the right answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tertius.gazetteer import Gazetteer
from tertius.reading.read_documents import analyse
from tertius.reading.relations.windows import Spot
from tertius.reading.syntax import Encoder
from training.corpus.coded import read_report
from training.corpus.documents import document_of
from training.relations.examples import (
    RELATIONS,
    UNKNOWN,
    Answer,
    Coded,
    Example,
    Reach,
    examples,
    root,
)

pytestmark = pytest.mark.model

HEADER = """\
conflict: lake-war
date: 1987-05-04
manner: wire

@NOR state = Norland
@NOR_ARMY army <NOR
@SUD state = Sudria
@FRONT rebels
@CHIEF person <FRONT
@AIDE official anon <SUD
@PORT place in=NOR

"""
OPENING = "[NOR Norland] attacked [SUD Sudria] on Monday."


@dataclass(frozen=True)
class Laid:
    """One report with its trees and its examples."""

    coded: Coded
    found: list[Example]
    reach: Reach

    def word(self, sentence: int, word: str, number: int = 1) -> int:
        """Return the place of a word in a sentence; number: of several, which."""
        texts = self.coded.text.trees[sentence].texts
        return [i for i, text in enumerate(texts) if text == word][number - 1]

    def example(self, sentence: int) -> Example:
        (found,) = [e for e in self.found if e.sentence == sentence]
        return found

    def sides(self, sentence: int) -> dict[frozenset[str], tuple[int, int]]:
        """Return for each pair whether it is aligned and opposed."""
        e = self.example(sentence)
        two = [frozenset((p.first.party, p.second.party)) for p in e.window.pairs]
        return dict(zip(two, e.signs, strict=True))

    def answer(self, sentence: int, one: str, other: str, sign: int) -> Answer | None:
        e = self.example(sentence)
        for pair, two in zip(e.window.pairs, e.answers, strict=True):
            if {pair.first.party, pair.second.party} == {one, other}:
                return two[0 if sign > 0 else 1]
        raise AssertionError(f"{one} and {other} are no pair")

    def right(self, sentence: int, one: str, other: str, sign: int) -> Answer:
        found = self.answer(sentence, one, other, sign)
        assert found is not None
        return found

    def pointed(self, sentence: int, number: int) -> tuple[int, str]:
        """Return the word that a number points at, and how many sentences before it stands."""
        back, word = self.example(sentence).window.places[number - 1]
        return back, self.coded.text.trees[sentence - back].texts[word]


Lay = Callable[[str], Laid]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture
def laid(tmp_path: Path, encoder: Encoder, gazetteer: Gazetteer) -> Lay:
    def of(body: str) -> Laid:
        path = tmp_path / "lake-war" / "01.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEADER + body, encoding="utf-8")
        report = read_report(path)
        text = analyse(document_of(report), gazetteer=gazetteer, encoder=encoder)
        reach = Reach()
        found = list(examples([report], gazetteer, encoder, reach))
        return Laid(Coded(report, text), found, reach)

    return of


# -- laying a report over its trees -----------------------------------------------------------


def test_a_mention_lies_on_its_head_and_counts_for_its_side(laid: Lay) -> None:
    one = laid(
        "[NOR_ARMY [NOR Norland]'s northern army] shelled [FRONT the rebels of the lake] in "
        "[PORT Port Elm] on Monday.\n"
    )
    assert one.coded.spots(0, coded=True) == [
        Spot("NOR", 0, one.word(0, "Norland")),
        Spot("NOR", 0, one.word(0, "army")),
        Spot("FRONT", 0, one.word(0, "rebels")),
    ]


def test_a_place_is_no_party_and_two_at_once_are_two(laid: Lay) -> None:
    one = laid(f"{OPENING}\n[NOR+SUD The two countries] met in [PORT Port Elm].\n")
    here = [spot for spot in one.coded.spots(1, coded=True) if spot.back == 0]
    assert here == [
        Spot("NOR", 0, one.word(1, "countries")),
        Spot("SUD", 0, one.word(1, "countries")),
    ]
    assert {spot.back for spot in one.coded.spots(1, coded=True)} == {0, 1}


def test_a_chief_stands_for_his_group(laid: Lay) -> None:
    report = laid(f"{OPENING}\n").coded.report
    assert [root(report, i) for i in ("CHIEF", "NOR_ARMY", "SUD")] == ["FRONT", "NOR", "SUD"]


# -- the answers ------------------------------------------------------------------------------


def test_who_acts_on_whom_is_told_by_the_order_of_the_text(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] attacked [SUD Sudria] on Monday.\n"
        '  NOR attacks SUD "attacked"\n'
        "[SUD Sudria] was attacked again by [NOR Norland] on Tuesday.\n"
        '  NOR attacks SUD "attacked"\n'
    )
    first, second = (one.right(n, "NOR", "SUD", -1) for n in (0, 1))
    assert (first.direction, second.direction) == (0, 1)
    assert first.relation == second.relation == RELATIONS.index("attacks")
    assert one.pointed(0, *first.triggers) == (0, "attacked")
    assert one.sides(0) == {frozenset({"NOR", "SUD"}): (0, 1)}
    assert one.answer(0, "NOR", "SUD", 1) is None


def test_a_relation_of_equals_has_no_direction(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] and [SUD Sudria] signed a truce.\n"
        '  SUD agrees-with NOR "signed"\n'
        "[FRONT The rebels] and [SUD Sudria] fell silent.\n"
        "  SUD - FRONT mutual\n"
    )
    assert one.right(0, "NOR", "SUD", 1).direction == 2
    bare = one.right(1, "FRONT", "SUD", -1)
    assert (bare.direction, bare.relation, bare.triggers) == (2, UNKNOWN, ())


def test_nobody_is_an_answer_too(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] attacked [SUD Sudria] while [FRONT the rebels] slept.\n"
        '  NOR attacks SUD "attacked"\n'
    )
    assert one.sides(0) == {
        frozenset({"NOR", "SUD"}): (0, 1),
        frozenset({"NOR", "FRONT"}): (0, 0),
        frozenset({"SUD", "FRONT"}): (0, 0),
    }


def test_what_is_debatable_is_not_scored(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] eyed [SUD Sudria] with care.\n"
        '  NOR fears SUD "eyed" weak\n'
        "[NOR Norland] eyed [SUD Sudria] and accused [SUD it] of a plot.\n"
        '  NOR fears SUD "eyed" weak\n'
        '  NOR accuses SUD "accused"\n'
    )
    assert one.sides(0) == {frozenset({"NOR", "SUD"}): (0, UNKNOWN)}
    assert one.answer(0, "NOR", "SUD", -1) is None
    firm = one.right(1, "NOR", "SUD", -1)
    assert one.pointed(1, *firm.triggers) == (0, "accused")
    assert (one.reach.coded, one.reach.shown) == (1, 1)


def test_a_pair_may_be_aligned_and_opposed(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] trades with [SUD Sudria] and threatens [SUD it].\n"
        '  NOR trades-with SUD "trades"\n'
        '  NOR threatens SUD "threatens"\n'
    )
    assert one.sides(0) == {frozenset({"NOR", "SUD"}): (1, 1)}
    assert one.right(0, "NOR", "SUD", 1).direction == 2
    assert one.right(0, "NOR", "SUD", -1).direction == 0


@pytest.mark.parametrize(
    ("fields", "modality", "attitude"),
    [
        ("", 0, 0),
        ("mod=denied/asserted", 1, 0),
        ("mod=hypothetical fear", 2, 2),
        ("mod=forecast", 3, 0),
        ("wish", 0, 1),
        ("belief", 0, 3),
    ],
)
def test_whether_it_happened_and_whose_wish_it_is(
    laid: Lay, fields: str, modality: int, attitude: int
) -> None:
    one = laid(f'[NOR Norland] did arm [FRONT the rebels].\n  NOR arms FRONT "arm" {fields}\n')
    found = one.right(0, "NOR", "FRONT", 1)
    assert (found.modality, found.attitude) == (modality, attitude)


def test_who_says_it_is_pointed_at(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] arms [FRONT the rebels], [AIDE an aide] told reporters.\n"
        '  NOR arms FRONT "arms" by=AIDE\n'
        "[NOR Norland] also trains [FRONT the rebels].\n"
        '  NOR trains FRONT "trains" by=AIDE\n'
        "[NOR Norland] funds [FRONT the rebels].\n"
        '  NOR funds FRONT "funds"\n'
        "[NOR Norland] feeds [FRONT the rebels].\n"
        '  NOR aids FRONT "feeds" by=CHIEF\n'
    )
    told = [one.right(n, "NOR", "FRONT", 1).source for n in range(4)]
    assert one.pointed(0, told[0]) == (0, "aide")
    assert one.pointed(1, told[1]) == (1, "aide")
    assert told[2] == 0  # the report itself
    assert one.pointed(3, told[3])[1] == "rebels"  # not named: whom he stands for


def test_a_speaker_out_of_sight_is_no_answer(laid: Lay) -> None:
    rest = "".join(f"[NOR Norland] funds [FRONT the rebels] for year {n}.\n" for n in range(3))
    one = laid(f'[AIDE An aide] spoke.\n{rest}  NOR funds FRONT "funds" by=AIDE\n')
    assert one.right(3, "NOR", "FRONT", 1).source == UNKNOWN


def test_the_shared_enemy_is_pointed_at(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] and [SUD Sudria] fight side by side against [FRONT the rebels].\n"
        '  NOR fights-alongside SUD "fight" vs=FRONT\n'
        '  NOR attacks FRONT "fight"\n'
    )
    friends = one.right(0, "NOR", "SUD", 1)
    assert one.pointed(0, friends.against) == (0, "rebels")
    assert one.right(0, "NOR", "FRONT", -1).against == UNKNOWN  # asked of friends only
    alone = laid('[NOR Norland] backs [SUD Sudria].\n  NOR supports SUD "backs"\n')
    assert alone.right(0, "NOR", "SUD", 1).against == 0


def test_a_claim_goes_where_its_word_is_when_a_coded_sentence_is_split(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] slept. [NOR It] attacked [SUD Sudria] at dawn. [SUD Sudria] fled over the "
        "hills and the river, and nobody was seen on the roads for days.\n"
        '  NOR attacks SUD "attacked"\n'
    )
    assert len(one.coded.text.trees) == 3
    assert [len(claims) for claims in one.coded.claims] == [0, 1, 0]
    assert one.pointed(1, *one.right(1, "NOR", "SUD", -1).triggers) == (0, "attacked")
    assert one.sides(2)[frozenset({"NOR", "SUD"})] == (0, 0)


def test_of_a_word_in_two_parts_the_first_is_pointed_at(laid: Lay) -> None:
    one = laid(
        "[NOR Norland] cut its last ties with [SUD Sudria] off.\n"
        '  NOR breaks-with SUD "cut ... off"\n'
    )
    assert one.pointed(0, *one.right(0, "NOR", "SUD", -1).triggers) == (0, "cut")


def test_a_relation_whose_party_is_out_of_sight_is_out_of_reach(laid: Lay) -> None:
    one = laid(
        "[FRONT The rebels] slept.\nIt rained.\nIt rained again.\n"
        "[NOR Norland] praised [SUD Sudria] and, it was said, armed those who slept.\n"
        '  NOR praises SUD "praised"\n'
        '  NOR arms FRONT "armed"\n'
    )
    assert (one.reach.coded, one.reach.shown) == (2, 1)
    assert one.sides(3) == {frozenset({"NOR", "SUD"}): (1, 0)}


def test_the_pieces_of_a_mention_are_known_by_whom_they_mean(laid: Lay) -> None:
    one = laid(f"{OPENING}\n[NOR Norland] attacked [SUD Sudria] once more.\n")
    whose: dict[int, set[str]] = {}
    e = one.example(1)
    numbers = {first: n for n, first in enumerate(e.window.firsts)}
    for start, end, who in e.mentions:
        assert 0 < start < end < len(e.window.ids)
        whose.setdefault(who, set()).add(one.pointed(1, numbers[start])[1])
    assert sorted(map(sorted, whose.values())) == [["Norland"], ["Sudria"]]
    assert len(e.mentions) == 4
