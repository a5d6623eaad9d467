"""Run the trained encoder, the only module that knows onnxruntime."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tertius.reading.syntax.names import best_names
from tertius.reading.syntax.parse import EMPTY, Parse
from tertius.reading.syntax.pieces import Pieces, cut
from tertius.reading.syntax.projective import projective_tree
from tertius.reading.syntax.vectors import Vectors
from tertius.reading.syntax.windows import MOST_PIECES, MOST_WORDS, joined, windows
from tertius.reading.syntax.wordpieces import WordPieces

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

    Scores = dict[str, NDArray[Any]]

WEIGHTS = Path(__file__).parent / "weights"
STEM, SYNTAX = "stem.int8.onnx", "syntax.int8.onnx"
OUTPUTS = ("upos", "xpos", "names", "arcs", "label_children", "label_heads")


def session_of(path: Path) -> InferenceSession:
    """Open one graph, to be run by one thread."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@dataclass(frozen=True, slots=True)
class Classes:
    """Names of what the encoder tells apart, in the order of its scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Reads tokenized sentences: word classes, a tree, names."""

    stem: InferenceSession  # the layers that every task shares
    session: InferenceSession
    vectors: Vectors
    vocabulary: WordPieces
    classes: Classes
    threads: int = 1

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 1) -> Encoder:
        """Open the weights; about 0.3 s.

        folder: weights of your own; None: those that come with the tool.
        threads: sentences that are read at the same time.
        """
        folder = folder or WEIGHTS
        names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        return cls(
            stem=session_of(folder / STEM),
            session=session_of(folder / SYNTAX),
            vectors=Vectors.load(folder),
            vocabulary=WordPieces.load(folder / "tokenizer.json"),
            classes=Classes(**{name: tuple(row) for name, row in names.items()}),
            threads=threads,
        )

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences of words cut as Universal Dependencies does (Iran | 's).

        Each sentence is read on its own, so its parse never depends on its neighbours. A sentence
        over 200 words or 500 word pieces is read in windows. Reading several at once would save a
        fifth of the time on sentences of 15 words, hardly anything on those of 25.
        """
        if self.threads == 1 or len(sentences) < 2:
            return [self._sentence(words) for words in sentences]
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(self.threads) as pool:
            return list(pool.map(self._sentence, sentences))

    def _sentence(self, words: Sequence[str]) -> Parse:
        if not words:
            return EMPTY
        pieces = cut(words, self.vocabulary)
        if len(words) <= MOST_WORDS and len(pieces.ids) <= MOST_PIECES + 2:
            return self._window(pieces)
        ends = (*pieces.firsts[2:], len(pieces.ids) - 1)
        lengths = [end - first for first, end in zip(pieces.firsts[1:], ends, strict=True)]
        bounds = windows(words, lengths)
        return joined([self._window(cut(words[a:b], self.vocabulary)) for a, b in bounds])

    def _window(self, pieces: Pieces) -> Parse:
        scores = self._scores(pieces)
        probable = _log_softmax(scores["arcs"])
        heads = projective_tree(probable)
        words = range(len(heads))
        return Parse(
            upos=tuple(self.classes.upos[at] for at in scores["upos"].argmax(1)),
            xpos=tuple(self.classes.xpos[at] for at in scores["xpos"].argmax(1)),
            heads=tuple(heads),
            labels=self._labels(scores, heads),
            names=best_names(_log_softmax(scores["names"]), self.classes.names),
            confidence=tuple(_chance(probable[at, heads[at] + 1]) for at in words),
        )

    def _scores(self, pieces: Pieces) -> Scores:
        import numpy as np

        length = len(pieces.ids)
        feed = {
            "shared": self.shared(
                self.vectors.sums(pieces.ids, pieces.shapes),
                np.zeros((1, 1, length, length), dtype=np.float32),
            ),
            "firsts": np.array(pieces.firsts, dtype=np.int64),
        }
        return dict(zip(OUTPUTS, self.session.run(list(OUTPUTS), feed), strict=True))

    def shared(self, vectors: NDArray[Any], bias: NDArray[Any]) -> NDArray[Any]:
        """Run the layers that every task shares: [1, pieces, width] in and out."""
        found: NDArray[Any] = self.stem.run(["shared"], {"vectors": vectors, "bias": bias})[0]
        return found

    def _labels(self, scores: Scores, heads: Sequence[int]) -> tuple[str, ...]:
        """Give the best label of each arc; root for the root, and for it alone."""
        import numpy as np

        children = scores["label_children"]
        head = scores["label_heads"][np.array(heads) + 1]
        fit = np.einsum("wld,wd->wl", children[:, :, :-1], head) + children[:, :, -1]
        root = self.classes.labels.index("root")
        fit[:, root] = -np.inf
        best = fit.argmax(1)
        return tuple(
            "root" if heads[word] == -1 else self.classes.labels[at] for word, at in enumerate(best)
        )


def _log_softmax(scores: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    wide = scores.astype(np.float64)
    wide -= wide.max(1, keepdims=True)
    shifted: NDArray[Any] = wide - np.log(np.exp(wide).sum(1, keepdims=True))
    return shifted


def _chance(log_probability: float) -> float:
    from math import exp

    return round(min(1.0, exp(log_probability)), 4)
