"""Run the trained network of relations on one window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tertius import exchange
from tertius.errors import TertiusError
from tertius.reading.relations.windows import FIRST, OUTSIDE, SECOND, Window
from tertius.reading.syntax.encoder import Encoder, session_of
from tertius.records import Attitude, Modality

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

    Array = NDArray[Any]

MODEL, LABELS = "relations.int8.onnx", "labels.json"
MODALITIES: tuple[Modality, ...] = ("asserted", "denied", "hypothetical", "forecast")
ATTITUDES: tuple[Attitude | None, ...] = (None, "desire", "fear", "belief")
OUTPUTS = (
    "signs", "direction", "relation", "modality", "attitude", "trigger", "source", "against",
)  # fmt: skip
_HIDDEN = -1e4


class MisfitError(TertiusError):
    """Weights that are none, or that another release or dictionary was trained with."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where}: {reason}; train them anew, as training/README.md says")


@dataclass(frozen=True, slots=True)
class Labels:
    """What labels.json holds."""

    relations: tuple[str, ...]  # of relations.csv, in the order of the scores


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the network makes of one pair if it has a relation of one sign.

    Chances are of a softmax, not calibrated. Words are (back, word) as in Spot; None: nobody.
    """

    sign: int
    chance: float  # that a careful reader finds a relation of this sign between the two
    direction: int  # 0: the first acts on the second, 1: the reverse, 2: neither
    relations: tuple[str, ...]  # of relations.csv, the likeliest first, all of this sign
    modality: Modality
    modality_chance: float
    attitude: Attitude | None
    attitude_chance: float
    trigger: tuple[int, int] | None
    source: tuple[int, int] | None
    source_chance: float
    against: tuple[int, int] | None
    against_chance: float


@dataclass(frozen=True, slots=True)
class Network:
    """Scores the pairs of a window."""

    session: InferenceSession
    encoder: Encoder
    relations: tuple[str, ...]
    signs: tuple[int, ...]  # of each relation

    @classmethod
    def load(cls, encoder: Encoder, folder: Path) -> Network:
        """Open the weights of a folder; the encoder lends its vectors and lowest layers.

        Raises MisfitError, BadJsonError.
        """
        from tertius.reading.vocabulary import relations

        kept = (folder / LABELS).read_bytes()
        names = exchange.decode(kept, Labels, where=str(folder / LABELS)).relations
        unknown = [name for name in names if name not in relations()]
        if unknown:
            reason = f"{LABELS} has relations that relations.csv has not: {', '.join(unknown)}"
            raise MisfitError(str(folder), reason)
        try:
            session = session_of(folder / MODEL)
        except Exception as error:  # the run time's errors share no other base
            raise MisfitError(str(folder), f"{MODEL} is no graph that can be run") from error
        if not set(OUTPUTS) <= {one.name for one in session.get_outputs()}:
            raise MisfitError(str(folder), f"{MODEL} is the graph of something else")
        return cls(
            session=session,
            encoder=encoder,
            relations=names,
            signs=tuple(relations()[name].sign for name in names),
        )

    def opinions(self, window: Window) -> list[tuple[Opinion, Opinion]]:
        """Return for each pair of the window what speaks for alignment and for opposition."""
        scores = self._scores(window)
        return [
            (self._opinion(window, scores, n, 0), self._opinion(window, scores, n, 1))
            for n in range(len(window.pairs))
        ]

    def _scores(self, w: Window) -> dict[str, Array]:
        import numpy as np

        text, pairs = len(w.ids), len(w.pairs)
        marks = [place for pair in w.marked for place in pair]
        vectors = self.encoder.vectors.sums(
            (*w.ids, *[FIRST, SECOND] * pairs),
            (*w.shapes, *[OUTSIDE] * len(marks)),
            (*range(text), *marks),
        )
        bias = np.full((text + len(marks), text + len(marks)), _HIDDEN, dtype=np.float32)
        bias[:, :text] = 0.0
        for at in range(text, text + len(marks), 2):
            bias[at : at + 2, at : at + 2] = 0.0
        bias = bias[None, None]
        places = [
            (text + 2 * n, text + 2 * n + 1, *pair, *between)
            for n, (pair, between) in enumerate(zip(w.marked, w.anchors, strict=True))
        ]
        feed = {
            "shared": self.encoder.shared(vectors, bias),
            "bias": bias,
            "cues": np.array((*w.cues, *[0] * len(marks)), dtype=np.int64),
            "pairs": np.array(places, dtype=np.int64),
            "features": np.array(w.features, dtype=np.int64),
            "firsts": np.array(w.firsts, dtype=np.int64),
        }
        return dict(zip(OUTPUTS, self.session.run(list(OUTPUTS), feed), strict=True))

    def _opinion(self, w: Window, scores: dict[str, Array], pair: int, side: int) -> Opinion:
        sign = (1, -1)[side]
        row = {name: scores[name][pair, side] for name in OUTPUTS[1:]}
        ranked = [n for n in row["relation"].argsort()[::-1] if self.signs[n] == sign]
        modality, modality_chance = _best(row["modality"])
        attitude, attitude_chance = _best(row["attitude"])
        source, source_chance = _best(row["source"])
        against, against_chance = _best(row["against"])
        return Opinion(
            sign=sign,
            chance=_sigmoid(float(scores["signs"][pair, side])),
            direction=int(row["direction"].argmax()),
            relations=tuple(self.relations[n] for n in ranked[:5]),
            modality=MODALITIES[modality],
            modality_chance=modality_chance,
            attitude=ATTITUDES[attitude],
            attitude_chance=attitude_chance,
            trigger=_own(w, row["trigger"]),
            source=w.places[source - 1] if source else None,
            source_chance=source_chance,
            against=w.places[against - 1] if against else None,
            against_chance=against_chance,
        )


def _own(w: Window, scores: Array) -> tuple[int, int] | None:
    """Return the best word of the sentence itself."""
    own = [n for n, (back, _) in enumerate(w.places, 1) if back == 0]
    return w.places[max(own, key=lambda n: float(scores[n])) - 1] if own else None


def _best(scores: Array) -> tuple[int, float]:
    import numpy as np

    wide = np.exp(scores.astype(np.float64) - scores.max())
    at = int(wide.argmax())
    return at, float(wide[at] / wide.sum())


def _sigmoid(score: float) -> float:
    from math import exp

    return 1 / (1 + exp(-score)) if score > -500 else 0.0
