"""The vectors that word pieces start from: a table of 8-bit rows, and the sums made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

FILE = "vectors.npz"


@dataclass(frozen=True, slots=True)
class Vectors:
    """Tables of the encoder: word pieces, places in the sentence, shapes of words."""

    words: Array  # [vocabulary, width], int8
    scale: Array  # [vocabulary, 1]
    places: Array  # [longest, width]
    shapes: Array  # [shapes, width]

    @classmethod
    def load(cls, folder: Path) -> Vectors:
        """Read vectors.npz of a folder of weights; 12 MB."""
        import numpy as np

        with np.load(folder / FILE) as kept:
            return cls(
                words=kept["words"],
                scale=kept["scale"],
                places=kept["places"].astype(np.float32),
                shapes=kept["shapes"].astype(np.float32),
            )

    def sums(
        self, ids: Sequence[int], shapes: Sequence[int], places: Sequence[int] | None = None
    ) -> Array:
        """Return [1, pieces, width]: word + place + shape; places: None is one after another."""
        import numpy as np

        rows = np.asarray(ids)
        at = np.arange(len(rows)) if places is None else np.asarray(places)
        total = self.words[rows] * self.scale[rows] + self.places[at]
        total += self.shapes[np.asarray(shapes)]
        whole: Array = total[None]
        return whole
