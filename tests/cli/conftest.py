from __future__ import annotations

import pytest

from tertius.gazetteer import Gazetteer
from tertius.records import Reading
from tests.by_hand import SmallGazetteer, Story, reading


@pytest.fixture
def read_calls(monkeypatch) -> list[int]:
    """Put a reader of our small world in place of the real one; tell how much it was given."""
    calls: list[int] = []

    def read(documents, *, gazetteer=None) -> Reading:
        calls.append(len(documents))
        parts = []
        for document in documents:
            story = Story(id=document.id)
            if "attacked" in document.text:
                story.says("NOR", "attacks", "WES", quote=document.text[:10])
            whole = reading(story)
            parts.append((document, whole))
        return Reading(
            documents=tuple(document for document, _ in parts),
            actors=tuple({one.id: one for _, part in parts for one in part.actors}.values()),
            claims=tuple(claim for _, part in parts for claim in part.claims),
        )

    monkeypatch.setattr("tertius.reading.read", read)
    monkeypatch.setattr(Gazetteer, "load", classmethod(lambda cls, folder=None: SmallGazetteer()))
    return calls


@pytest.fixture
def report(tmp_path, read_calls):
    path = tmp_path / "report.txt"
    path.write_text(
        "Norland attacked the towns of Westmark on Friday, and nobody was there to see it.\n"
    )
    return path
