"""The weights that come with the tool: one pass for all pairs, the same on every day."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tertius.reading.read_documents import analyse, read_documents
from tertius.reading.relations.judge import CURVE, TERMS, Judge
from tertius.reading.relations.network import MODEL, WEIGHTS, Network, Opinion
from tertius.reading.relations.votes import spots
from tertius.reading.relations.windows import BEFORE, Window, window
from tertius.reading.vocabulary import relation
from tests.reading.reader import Reader, document

if TYPE_CHECKING:
    from tertius.records import Reading

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not (WEIGHTS / CURVE).is_file(), reason="the weights are left out"),
]

NEWS = (
    "Mali accused Chad of arming the rebels. The foreign minister of Chad rejected the charge. "
    "Niger and Mali stood shoulder to shoulder against the rebels, while Algeria fell out with "
    "both and the French army kept supplying Chad with fuel."
)
# Words that no list of relations will ever hold.
IDIOMS = (
    "Bolivia keeps Paraguay at arm's length. Peru has its finger on the trigger, Ecuador said. "
    "Turkish gunners emptied their rifles at Greek sailors. Kenya slipped Somalia the keys to "
    "twenty trucks. Between Iraq and Kuwait there is bad blood."
)
OTHER = "Peru withdrew its envoy from Chile after a row about fishing."


@pytest.fixture(scope="module")
def judge(reader: Reader) -> Judge:
    return Judge.load(Network.load(reader.encoder))


@pytest.fixture(scope="module")
def seen(reader: Reader) -> Window:
    text = analyse(document(NEWS), gazetteer=reader.gazetteer, encoder=reader.encoder)
    last = len(text.trees) - 1
    trees = text.trees[max(0, last - BEFORE) :]
    found = window(trees, spots(text, last), reader.encoder.vocabulary)
    assert found is not None
    assert len(found.pairs) > 5
    return found


def read(reader: Reader, judge: Judge, *texts: str) -> Reading:
    documents = [replace(document(text), id=f"d-{n:012x}") for n, text in enumerate(texts)]
    return read_documents(
        documents, gazetteer=reader.gazetteer, encoder=reader.encoder, judge=judge
    )


def only(whole: Window, *numbers: int) -> Window:
    """Return the window with some of its pairs, in this order."""
    return replace(
        whole,
        pairs=tuple(whole.pairs[n] for n in numbers),
        marked=tuple(whole.marked[n] for n in numbers),
        anchors=tuple(whole.anchors[n] for n in numbers),
        features=tuple(whole.features[n] for n in numbers),
    )


def chances(two: tuple[Opinion, Opinion]) -> list[float]:
    return [c for o in two for c in (o.chance, o.modality_chance, o.source_chance)]


def test_which_other_pair_is_asked_about_changes_nothing(judge: Judge, seen: Window) -> None:
    first, second = judge.network.opinions(only(seen, 0, 1))
    same, other = judge.network.opinions(only(seen, 0, len(seen.pairs) - 1))
    assert same == first
    assert other != second


# Sums of another length round otherwise, and 8-bit inputs make that a thousandth.
def test_a_pair_alone_is_scored_as_among_others(judge: Judge, seen: Window) -> None:
    for n, among in enumerate(judge.network.opinions(seen)):
        (alone,) = judge.network.opinions(only(seen, n))
        assert chances(alone) == pytest.approx(chances(among), abs=0.01)


def test_the_order_of_the_pairs_changes_only_their_order(judge: Judge, seen: Window) -> None:
    turned = only(seen, *reversed(range(len(seen.pairs))))
    there, back = (judge.network.opinions(one) for one in (seen, turned))
    for one, other in zip(there, back[::-1], strict=True):
        assert chances(one) == pytest.approx(chances(other), abs=0.01)
    spread = [aligned.chance for aligned, _ in there]
    assert max(spread) - min(spread) > 0.1


def test_the_same_window_has_the_same_scores(judge: Judge, seen: Window) -> None:
    assert judge.network.opinions(seen) == judge.network.opinions(seen)


def test_an_opinion_is_of_the_sign_that_it_is_asked_about(judge: Judge, seen: Window) -> None:
    for two in judge.network.opinions(seen):
        assert [one.sign for one in two] == [1, -1]
        for one in two:
            assert {relation(name).sign for name in one.relations} == {one.sign}
            assert 0 <= one.chance <= 1
            assert one.trigger is not None
            assert one.trigger[0] == 0
            assert one.trigger in seen.places


def test_ids_and_confidences_are_the_same_each_time(reader: Reader, judge: Judge) -> None:
    first, second = (read(reader, judge, NEWS) for _ in range(2))
    assert first == second
    assert first.claims
    assert len({claim.id for claim in first.claims}) == len(first.claims)


def test_another_document_changes_no_claim(reader: Reader, judge: Judge) -> None:
    alone, both = read(reader, judge, NEWS), read(reader, judge, NEWS, OTHER)
    assert alone.claims == tuple(c for c in both.claims if c.document == "d-000000000000")
    assert len(both.claims) > len(alone.claims)


def test_what_is_read_stands_in_the_text(reader: Reader, judge: Judge) -> None:
    text = f"{IDIOMS}\n\n{NEWS}"
    found = read(reader, judge, text).claims
    voters = {frozenset(dict(claim.votes)) for claim in found}
    assert {frozenset({"network", "against"}), frozenset({"rules", "network", "against"})} <= voters
    for claim in found:
        assert claim.span is not None
        assert text[slice(*claim.span)] == claim.quote
        assert claim.trigger is None or text[slice(*claim.trigger)] in claim.quote
        assert all(words in text for _, words in claim.words)
        assert claim.votes
        assert all(0 <= vote <= 1 for _, vote in claim.votes)
        assert judge.floor <= claim.confidence <= 1


def test_another_parser_reads_without_the_vote(reader: Reader) -> None:
    assert {claim.votes for claim in reader.read(NEWS).claims} == {()}


def test_both_voters_are_believed(judge: Judge) -> None:
    curve = dict(zip(TERMS, judge.curve, strict=True))
    assert curve["rules confidence"] > 0
    assert curve["network alone"] > 0
    assert curve["network beside rules"] > 0
    assert 0 < judge.floor < 0.5


def test_the_files_are_those_of_the_manifest() -> None:
    told = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))["sha256"]
    files = {path.name: path for path in WEIGHTS.iterdir() if path.name != "manifest.json"}
    assert {MODEL, CURVE, "labels.json"} <= files.keys()
    assert told == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()
    }
