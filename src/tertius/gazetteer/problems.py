"""What is wrong with the tables, so that whoever edits them finds it before a reader does."""

from __future__ import annotations

from tertius.gazetteer.gazetteer import Gazetteer


def problems(gazetteer: Gazetteer) -> list[str]:
    return []
