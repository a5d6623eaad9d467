"""What must hold for any claims at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tertius.alignment import alignments
from tertius.records import Alignment, Claim, Reading
from tests.by_hand import FAMILIES, SmallGazetteer, Story, copied, family, reading

PARTIES = ["NOR", "WES", "SUD", "grey-host", "wes-house"]
SPEAKERS = [(), ("ana-holt",), ("nor-ministry",), ("river-league", "ana-holt")]


@st.composite
def stories(draw: st.DrawFn, most: int = 9) -> Story:
    story = Story()
    for _ in range(draw(st.integers(0, most))):
        actor, recipient, enemy = draw(st.permutations(PARTIES))[:3]
        story.says(
            actor,
            draw(st.sampled_from(sorted(FAMILIES))),
            recipient,
            by=draw(st.sampled_from(SPEAKERS)),
            theater=draw(st.sampled_from([None, "QUA", "SUD", "qua-ford"])),
            against=draw(st.sampled_from([None, None, enemy])),
            modality=draw(
                st.sampled_from(["asserted", "asserted", "asserted", "denied", "forecast"])
            ),
            until=draw(st.sampled_from([None, None, "2011"])),
        )
    return story


def add_up(given: Reading) -> tuple[Alignment, ...]:
    return alignments(given, SmallGazetteer(), family=family)


def without(story: Story, gone: set[str]) -> Reading:
    whole = reading(story)
    return replace(whole, claims=tuple(one for one in whole.claims if one.id not in gone))


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(story, dice):
    whole = reading(story)
    shuffled = list(whole.claims)
    dice.shuffle(shuffled)
    assert add_up(replace(whole, claims=tuple(shuffled))) == add_up(whole)


@given(stories())
def test_every_pair_with_claims_has_one_overall_row_and_no_row_twice(story):
    rows = add_up(reading(story))
    keys = [(frozenset((row.side_a, row.side_b)), row.theater) for row in rows]
    assert len(keys) == len(set(keys))
    assert {pair for pair, theater in keys if theater is None} == {pair for pair, _ in keys}


@given(stories())
def test_swapping_two_names_swaps_nothing_else(story):
    swap = {"NOR": "SUD", "SUD": "NOR"}

    def other(claim: Claim) -> Claim:
        return replace(
            claim,
            actor=swap.get(claim.actor or "", claim.actor),
            recipient=swap.get(claim.recipient or "", claim.recipient),
            against=swap.get(claim.against or "", claim.against),
            # Sudland is a place as well; a neutral one keeps the swap to names
            theater="QUA" if claim.theater else None,
        )

    def plain(claim: Claim) -> Claim:
        return replace(claim, theater="QUA" if claim.theater else None)

    whole = reading(story)
    here = add_up(replace(whole, claims=tuple(plain(one) for one in whole.claims)))
    there = add_up(replace(whole, claims=tuple(other(one) for one in whole.claims)))

    def told(row: Alignment, names: dict[str, str]) -> tuple[object, ...]:
        one, two = names.get(row.side_a, row.side_a), names.get(row.side_b, row.side_b)
        return (
            frozenset((one, two)),
            one if row.form == "sponsor" else None,
            row.theater,
            row.sign,
            row.form,
            row.p,
            row.interval,
            row.claims,
            row.counter,
            row.denials,
            row.independent,
        )

    assert {told(row, swap) for row in here} == {told(row, {}) for row in there}


@given(stories())
def test_copies_never_raise_the_count_of_independent_voices_nor_move_p(story):
    copies = [copied(story, f"d-00000000000{n}", outlet=f"Echo {n}") for n in (2, 3)]
    alone = {(row.side_a, row.side_b, row.theater): row for row in add_up(reading(story))}
    together = add_up(reading(story, *copies))
    assert len(together) == len(alone)
    for row in together:
        before = alone[row.side_a, row.side_b, row.theater]
        assert (row.independent, row.p, row.sign, row.form) == (
            before.independent,
            before.p,
            before.sign,
            before.form,
        )


@given(stories(), st.sampled_from(["ana-holt", "nor-ministry", "river-league"]))
def test_without_a_source_only_answers_change_that_it_was_part_of(story, source):
    gone = {claim.id for claim in story.claims if source in claim.sources}
    before = {(frozenset((r.side_a, r.side_b)), r.theater): r for r in add_up(reading(story))}
    after = {(frozenset((r.side_a, r.side_b)), r.theater): r for r in add_up(without(story, gone))}
    for key, row in before.items():
        if not gone & {*row.claims, *row.counter, *row.denials}:
            assert after.get(key) == row


@given(stories())
def test_every_number_leads_back_to_claims(story):
    known = {claim.id: claim for claim in story.claims}
    for row in add_up(reading(story)):
        behind = {*row.claims, *row.counter, *row.denials}
        assert behind
        assert behind <= known.keys()
        low, high = row.interval
        assert 0 <= low <= row.p <= high <= 1
        if row.sign != "none":
            assert any(known[id].modality == "asserted" for id in row.claims)
            assert row.independent >= 1
        assert all(known[id].modality == "denied" for id in row.denials)
        assert all(known[id].modality == "asserted" for id in row.counter)


@given(stories())
def test_denials_and_forecasts_alone_never_give_a_sign(story):
    gone = {claim.id for claim in story.claims if claim.modality == "asserted"}
    assert {row.sign for row in add_up(without(story, gone))} <= {"none"}
