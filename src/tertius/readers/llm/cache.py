"""Answers that a model gave before, in files: the same text is not asked for twice."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tertius.readers.llm.prompt import prompt_hash


@dataclass(frozen=True, slots=True)
class Answers:
    """A folder of answers, each under the hash of its text, model and prompt."""

    folder: Path | None  # None: nothing is kept
    model: str  # the address and the name of the model
    # The key to the server is no part of this, and of nothing that is written.

    def path(self, text: str) -> Path | None:
        """Return where the answer for a text lies or would lie."""
        if self.folder is None:
            return None
        parts = (hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), self.model)
        whole = "\n".join((*parts, prompt_hash()))
        return self.folder / f"{hashlib.sha256(whole.encode('utf-8')).hexdigest()}.txt"

    def get(self, text: str) -> str | None:
        """Return the answer for a text, None where there is none that can be read."""
        path = self.path(text)
        try:
            return path.read_text(encoding="utf-8") if path is not None else None
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, text: str, answer: str) -> None:
        """Keep an answer, whole or not at all; a folder that cannot be written keeps nothing."""
        path = self.path(text)
        if path is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".answer.")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(answer)
            Path(name).replace(path)
        except (OSError, UnicodeEncodeError):
            return
