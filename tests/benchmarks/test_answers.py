"""The questions to a brief, asked of briefs made up for it."""

from __future__ import annotations

from benchmarks.answers import seed_answers


def party(id, name=None, text=None):
    return {"id": id, "name": name or id, "text": text}


USA, IRN, IRQ = party("USA", "United States"), party("IRN", "Iran"), party("IRQ", "Iraq")
ENEMY = party("islamic-state", "Islamic State")
MILITIAS = party("d-1/a1", "Shiite militias", "militias")
SYR = party("SYR", "Syria")


def tie(a, b, *, theater=None, sign="aligned", form="unknown", against=None):
    return {"a": a, "b": b, "theater": theater, "sign": sign, "form": form, "against": against}


def claim(actor, recipient, **changes):
    return {
        "actor": actor,
        "recipient": recipient,
        "sign": 1,
        "modality": "asserted",
        "sources": [],
        "anonymous": False,
        "quantity": None,
        "quote": "somebody said something",
    } | changes


RIGHT = {
    "alignments": [
        tie(IRN, USA, theater=IRQ, form="arms-length", against=ENEMY),
        tie(USA, IRN, theater=SYR, sign="opposed", form="hostile"),
        tie(IRN, IRQ, form="sponsor"),
        tie(IRN, MILITIAS, theater=IRQ, form="sponsor"),
    ],
    "claims": [
        claim(USA, IRN, modality="denied", sources=[USA]),
        claim(
            IRN,
            IRQ,
            anonymous=True,
            sources=[party("d-1/a2", "senior cleric")],
            quantity={"low": 1000.0, "best": None, "high": None, "op": ">", "words": "a number"},
        ),
        claim(None, ENEMY, sign=-1, modality="forecast", sources=[party("d-1/a3", "Ali Khedery")]),
    ],
}


def test_a_brief_that_says_it_all_gives_every_answer():
    assert [one.asked for one in seed_answers(RIGHT) if not one.given] == []


def test_an_empty_brief_gives_no_answer():
    answers = seed_answers({"alignments": [], "claims": []})
    assert answers
    assert not any(one.given for one in answers)


def test_a_patron_and_its_client_are_not_taken_for_each_other():
    turned = {**RIGHT, "alignments": [tie(IRQ, IRN, form="sponsor")]}
    assert not seed_answers(turned)[2].given


def test_a_figure_on_the_word_of_the_report_is_no_answer():
    counted = RIGHT["claims"][1]
    told = {**RIGHT, "claims": [counted, counted | {"sources": [], "anonymous": False}]}
    assert seed_answers({**RIGHT, "claims": [counted]})[5].given
    assert not seed_answers(told)[5].given


def test_a_tie_that_is_also_called_aligned_in_syria_is_no_answer():
    both = [*RIGHT["alignments"], tie(USA, IRN, theater=SYR)]
    assert not seed_answers({**RIGHT, "alignments": both})[1].given
