"""Two readers that say what they are told to say, on texts of our own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tertius import exchange
from tertius.comparison import Comparison, compare, gold_texts
from tertius.comparison.page import page
from tertius.gazetteer import Gazetteer
from tertius.records import Claim, Document, ReadBy, Reading
from tests.comparison.texts import FOUND, TEXT, gold, written

SAYINGS = {
    "Chad attacked Togo": ("TCD", "attacks", "TGO", -1),
    "Peru condemned Bolivia": ("PER", "condemns", "BOL", -1),
    "Chad praised Togo": ("TCD", "praises", "TGO", 1),
}


@dataclass(frozen=True)
class Told:
    """A reader that says these sentences, each with the sign it is given."""

    id: str
    says: tuple[tuple[str, int], ...]  # a sentence of the text, factor of the sign
    version: str = "1"

    def read(self, documents: Iterable[Document]) -> Reading:
        kept = tuple(documents)
        gazetteer = Gazetteer.load()
        claims = []
        for one in kept:
            for n, (words, factor) in enumerate(self.says):
                start = one.text.find(words)
                if start < 0:
                    continue
                actor, relation, recipient, sign = SAYINGS[words]
                claims.append(
                    Claim(
                        id=f"c-{n}-{one.id}", document=one.id, span=(start, start + len(words)),
                        quote=words, actor=actor, relation=relation, recipient=recipient,
                        sign=sign * factor,  # type: ignore[arg-type]
                    )
                )  # fmt: skip
        ids = sorted({id for c in claims for id in (c.actor, c.recipient) if id})
        return Reading(
            documents=kept,
            actors=tuple(gazetteer.actor(id) for id in ids),
            claims=tuple(claims),
            reader=ReadBy(id=self.id, version=self.version),
        )


BOTH = Told("both", (("Chad attacked Togo", 1), ("Peru condemned Bolivia", 1)))
ONE = Told("one", (("Chad attacked Togo", 1),))
TURNED = Told("turned", (("Chad attacked Togo", -1), ("Peru condemned Bolivia", 1)))
SILENT = Told("silent", ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n in range(4):  # texts that differ, so that they are no copies of one another
        text = f"{TEXT} It rained on day {n} of the talks in the old town."
        written(tmp_path / f"t{n}", gold(*FOUND), text=text)
    return tmp_path


def compared(first: Told, second: Told, folder: Path) -> Comparison:
    return compare(first, second, gold_texts(folder), rounds=200)


def test_scores_are_those_worked_out_by_hand(folder: Path) -> None:
    found = compared(BOTH, ONE, folder)
    one, other = found.scores
    assert (one.found, one.missed, one.wrong, one.f1) == (8, 0, 0, 1.0)
    assert (other.found, other.missed, other.wrong) == (4, 4, 0)
    assert (other.precision, other.recall, other.f1) == (1.0, 0.5, 0.6667)
    assert found.difference == -0.3333
    assert found.by_text == {f"t{n}": (1.0, 0.6667) for n in range(4)}
    assert (found.both, found.agreement) == (4, 0.6667)


def test_texts_that_all_tell_the_same_leave_no_doubt(folder: Path) -> None:
    low, high = compared(BOTH, ONE, folder).interval
    assert low == pytest.approx(high) == pytest.approx(-0.3333)


def test_a_text_that_tells_otherwise_widens_the_interval(folder: Path) -> None:
    written(folder / "t9", gold(FOUND[0]), text=f"{TEXT} A note of another day and year.")
    found = compared(BOTH, ONE, folder)
    assert found.interval[0] < found.difference < found.interval[1]


def test_the_seed_decides_the_draws(folder: Path) -> None:
    written(folder / "t9", gold(FOUND[0]), text=f"{TEXT} A note of another day and year.")
    texts = gold_texts(folder)
    assert compare(BOTH, ONE, texts) == compare(BOTH, ONE, texts)


def test_opposite_signs_are_counted_as_conflict_and_as_error(folder: Path) -> None:
    found = compared(BOTH, TURNED, folder)
    assert found.conflicting == 4
    assert [score.sign_errors for score in found.scores] == [0, 4]


def test_what_only_one_says_is_told_with_its_quote_and_verdict(folder: Path) -> None:
    rows = compared(TURNED, ONE, folder).only_one
    told = {(row.reader, row.said, row.quote, row.verdict) for row in rows if row.text == "t0"}
    assert told == {
        ("turned", "Chad attacks Togo", "Chad attacked Togo", "wrong"),
        ("turned", "Peru condemns Bolivia", "Peru condemned Bolivia", "right"),
        ("one", "Chad attacks Togo", "Chad attacked Togo", "right"),
    }


def test_a_reader_that_says_nothing_has_no_score_to_divide_by(folder: Path) -> None:
    found = compared(SILENT, SILENT, folder)
    assert [score.f1 for score in found.scores] == [0.0, 0.0]
    assert (found.agreement, found.interval) == (0.0, (0.0, 0.0))


def test_a_reader_agrees_with_itself(folder: Path) -> None:
    found = compared(BOTH, Told("again", BOTH.says), folder)
    assert (found.agreement, found.conflicting, found.only_one) == (1.0, 0, ())
    assert found.difference == 0.0


def test_the_page_and_the_data_tell_the_same(folder: Path) -> None:
    found = compared(TURNED, ONE, folder)
    shown = page(found)
    data = json.loads(exchange.encode(found))
    assert [one["reader"] for one in data["scores"]] == ["turned", "one"]
    assert "Two readers on 4 texts" in shown
    assert "turned  0.50  0.50  0.50" in shown
    assert "wrong: Chad attacks Togo  “Chad attacked Togo”  t0" in shown
    assert all(len(line) <= 100 for line in shown.splitlines())


def test_a_long_list_is_cut_unless_all_is_asked_for(folder: Path) -> None:
    for n in range(10, 40):
        written(folder / f"t{n}", gold(*FOUND), text=f"{TEXT} {'Rain fell. ' * n}")
    found = compared(BOTH, ONE, folder)
    assert "more (--all)" in page(found)
    assert "more (--all)" not in page(found, every=True)
