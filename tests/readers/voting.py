"""What stands in for a trained network of relations: it votes on every pair."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tertius.readers import voted
from tertius.reading.relations.judge import TERMS
from tertius.reading.relations.network import Network, Opinion

if TYPE_CHECKING:
    from tertius.reading.relations.windows import Window
    from tertius.reading.syntax import Encoder

CURVE = dict(zip(TERMS, (-0.5, 0.4, 0.8, 0.9, 0.7, -0.3, 0.1), strict=True))


OPPOSED, ALIGNED = 0.7, 0.05


@dataclass
class Voter:
    """Holds every pair for opposed."""

    encoder: Encoder

    def opinions(self, window: Window) -> list[tuple[Opinion, Opinion]]:
        """Return the opinions on the pairs of a window; each carried by another word of it."""
        own = [place for place in window.places if place[0] == 0]
        return [
            (_opinion(1, ALIGNED, n, own), _opinion(-1, OPPOSED, n, own))
            for n in range(len(window.pairs))
        ]


def _opinion(sign: int, chance: float, number: int, own: list[tuple[int, int]]) -> Opinion:
    return Opinion(
        sign=sign, chance=chance, direction=number % 3,
        relations=("supports", "aligned-with") if sign > 0 else ("attacks", "fights"),
        modality="asserted", modality_chance=0.9, attitude=None, attitude_chance=0.9,
        trigger=own[number % len(own)], source=None, source_chance=0.9,
        against=own[-1], against_chance=0.9,
    )  # fmt: skip


def weights(folder: Path) -> Path:
    """Write a folder of weights, of which only the curve is real."""
    (folder / "relations.int8.onnx").write_bytes(b"no graph")
    (folder / "labels.json").write_text('{"relations": ["attacks"]}', encoding="utf-8")
    kept = {"curve": CURVE, "floor": 0.0, "fitted_on": "nothing"}
    (folder / "judgement.json").write_text(json.dumps(kept), encoding="utf-8")
    return folder


@contextmanager
def with_voter() -> Iterator[None]:
    """Put the stand-in in the place of every network that is opened."""
    voted._judge.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Network, "load", lambda encoder, folder: Voter(encoder))
        yield
    voted._judge.cache_clear()
