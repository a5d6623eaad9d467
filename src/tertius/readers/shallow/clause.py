"""A clause that waits for its verb, or has it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Clause:
    """One clause while it is read."""

    verb: int | None = None
    subject: int | None = None  # waits for the verb
    object: int | None = None
    marks: list[int] = field(default_factory=list)
    noun: int | None = None  # what a relative clause tells of
    relative: int | None = None  # its pronoun
    fronted: list[int] = field(default_factory=list)  # phrases before the verb
    parent: Clause | None = None  # where reading goes on after a relative clause
