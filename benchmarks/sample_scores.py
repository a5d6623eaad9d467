"""How much of what a careful person reads in the sample studies the reader finds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.lists import SAMPLES, STUDIES, answers, rows, tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Rows of one kind of list, over all studies."""

    list: str
    found: int
    rows: int


def sample_scores() -> list[Found]:
    """Read every study and count the rows that the brief meets: must, never, answers."""
    met: dict[str, list[bool]] = {"must": [], "never": [], "answers": [], "answers.never": []}
    for study in STUDIES:
        for kind, found in _met(study):
            met[kind].append(found)
    return [Found(list=kind, found=sum(all), rows=len(all)) for kind, all in met.items()]


def _met(study: str) -> Iterator[tuple[str, bool]]:
    import tertius

    brief = tertius.read(SAMPLES / study / "reports")
    data = json.loads(brief.to_json())
    texts = {document.id: document.text for document in brief.documents}
    for document in data["documents"]:
        report = document["path"].rsplit("/", 1)[-1].rsplit(".", 1)[0]
        claims = [claim for claim in data["claims"] if claim["document"] == document["id"]]
        for kind in ("must", "never"):
            for row in rows(SAMPLES / study / f"{report}.{kind}.csv"):
                text = texts[document["id"]]
                yield kind, any(tells(one, row, text=text) for one in claims)
    for kind in ("answers", "answers.never"):
        for row in rows(SAMPLES / study / f"{kind}.csv"):
            anywhere = kind == "answers.never"
            yield kind, any(answers(one, row, anywhere=anywhere) for one in data["alignments"])
