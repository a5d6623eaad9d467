"""What goes into the graph of the network, and what is made of its scores."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest

from tertius.exchange import BadJsonError
from tertius.reading.read_documents import analyse
from tertius.reading.relations.network import LABELS, MODEL, OUTPUTS, MisfitError, Network
from tertius.reading.relations.votes import spots
from tertius.reading.relations.windows import BEFORE, Window, window
from tertius.reading.syntax.encoder import STEM, WEIGHTS
from tests.reading.reader import Reader, document

if TYPE_CHECKING:
    from numpy.typing import NDArray

pytestmark = pytest.mark.model

RELATIONS = ("attacks", "supports", "fights", "aligned-with")
NEWS = (
    "Mali accused Chad of arming the rebels. The foreign minister of Chad rejected the charge. "
    "Niger and Mali stood shoulder to shoulder against the rebels, while Algeria fell out with "
    "both and the French army kept supplying Chad with fuel."
)


@dataclass
class Graph:
    """Gives the scores that a test sets, 0 elsewhere; keeps what it was fed.

    set: by (output, pair, side), the place of the highest score, or the score of a sign.
    """

    set: dict[tuple[str, int, int], float] = field(default_factory=dict)
    fed: dict[str, NDArray[Any]] = field(default_factory=dict)

    def run(self, names: list[str], feed: dict[str, Any]) -> list[NDArray[Any]]:
        self.fed = feed
        pairs, words = len(feed["pairs"]), len(feed["firsts"])
        wide = {"direction": 3, "relation": len(RELATIONS), "modality": 4, "attitude": 4}
        found = []
        for name in names:
            shape = (pairs, 2) if name == "signs" else (pairs, 2, wide.get(name, words))
            scores = np.zeros(shape, dtype=np.float32)
            for (output, pair, side), value in self.set.items():
                if output == name == "signs":
                    scores[pair, side] = value
                elif output == name:
                    scores[pair, side, int(value)] = 3.0
            found.append(scores)
        return found


@pytest.fixture(scope="module")
def seen(reader: Reader) -> Window:
    text = analyse(document(NEWS), gazetteer=reader.gazetteer, encoder=reader.encoder)
    last = len(text.trees) - 1
    trees = text.trees[max(0, last - BEFORE) :]
    found = window(trees, spots(text, last), reader.encoder.vocabulary)
    assert found is not None
    assert len(found.pairs) > 5
    return found


def network(graph: Graph, reader: Reader) -> Network:
    return Network(cast(Any, graph), reader.encoder, RELATIONS, (-1, 1, -1, 1))


def test_text_never_sees_a_marker_and_a_marker_sees_the_text_and_its_partner(
    reader: Reader, seen: Window
) -> None:
    graph = Graph()
    network(graph, reader).opinions(seen)
    text, pairs = len(seen.ids), len(seen.pairs)
    sees = graph.fed["bias"][0, 0] == 0
    assert sees.shape == (text + 2 * pairs,) * 2
    assert sees[:, :text].all()
    assert not sees[:text, text:].any()
    markers = sees[text:, text:]
    assert (markers == np.kron(np.eye(pairs), np.ones((2, 2))).astype(bool)).all()


def test_every_pair_points_at_its_markers_and_its_mentions(reader: Reader, seen: Window) -> None:
    graph = Graph()
    network(graph, reader).opinions(seen)
    text = len(seen.ids)
    for n, row in enumerate(graph.fed["pairs"].tolist()):
        assert row[:2] == [text + 2 * n, text + 2 * n + 1]
        assert tuple(row[2:4]) == seen.marked[n]
        assert tuple(row[4:]) == seen.anchors[n]
    assert graph.fed["shared"].shape[-2] == text + 2 * len(seen.pairs)
    assert graph.fed["cues"][text:].any() == np.False_


def test_scores_become_an_opinion_of_the_sign_that_was_asked_about(
    reader: Reader, seen: Window
) -> None:
    own = next(n for n, (back, _) in enumerate(seen.places, 1) if back == 0)
    graph = Graph({
        ("signs", 1, 1): 2.0, ("direction", 1, 1): 1, ("relation", 1, 1): 2,
        ("modality", 1, 1): 3, ("attitude", 1, 1): 2, ("trigger", 1, 1): own + 2,
        ("source", 1, 1): 1, ("against", 1, 1): 4,
    })  # fmt: skip
    aligned, opposed = network(graph, reader).opinions(seen)[1]
    assert (aligned.sign, opposed.sign) == (1, -1)
    assert aligned.chance == 0.5
    assert opposed.chance == pytest.approx(1 / (1 + exp(-2)))
    assert set(aligned.relations) == {"supports", "aligned-with"}
    assert opposed.relations == ("fights", "attacks")
    assert (opposed.direction, opposed.modality, opposed.attitude) == (1, "forecast", "fear")
    assert opposed.trigger == seen.places[own + 1]
    assert opposed.source == seen.places[0]
    assert opposed.against == seen.places[3]
    sure = exp(3) / (exp(3) + 3)
    assert opposed.modality_chance == pytest.approx(sure)
    assert (aligned.source, aligned.against) == (None, None)


def test_the_word_that_carries_a_relation_is_of_the_sentence_itself(
    reader: Reader, seen: Window
) -> None:
    assert seen.places[0][0] > 0
    graph = Graph({("trigger", 0, 0): 1})  # a word of a sentence before
    aligned, _ = network(graph, reader).opinions(seen)[0]
    assert aligned.trigger is not None
    assert aligned.trigger[0] == 0


def test_labels_and_graph_must_fit_this_release(reader: Reader, tmp_path: Path) -> None:
    labels = tmp_path / LABELS
    labels.write_text("{}", encoding="utf-8")
    with pytest.raises(BadJsonError, match="relations"):
        Network.load(reader.encoder, tmp_path)
    labels.write_text('{"relations": ["attacks", "hugs"]}', encoding="utf-8")
    with pytest.raises(MisfitError, match=r"relations\.csv has not: hugs"):
        Network.load(reader.encoder, tmp_path)
    labels.write_text('{"relations": ["attacks"]}', encoding="utf-8")
    (tmp_path / MODEL).write_bytes(b"no graph")
    with pytest.raises(MisfitError, match="no graph that can be run"):
        Network.load(reader.encoder, tmp_path)
    shutil.copyfile(WEIGHTS / STEM, tmp_path / MODEL)
    with pytest.raises(MisfitError, match="the graph of something else"):
        Network.load(reader.encoder, tmp_path)


def test_without_a_judge_nobody_votes(reader: Reader) -> None:
    found = reader.read(NEWS).claims
    assert found
    assert {claim.votes for claim in found} == {()}


def test_every_score_of_the_graph_is_asked_for(reader: Reader, seen: Window) -> None:
    asked: list[str] = []

    class Noting(Graph):
        def run(self, names: list[str], feed: dict[str, Any]) -> list[NDArray[Any]]:
            asked.extend(names)
            return super().run(names, feed)

    network(Noting(), reader).opinions(seen)
    assert tuple(asked) == OUTPUTS
