"""What can go wrong, said so that the reader knows what, where and what to do next."""

from __future__ import annotations


class TertiusError(Exception):
    """Something the user can mend; the message names the thing, the place and the way out."""


class UnreadableError(TertiusError):
    """A document that cannot be read: empty, binary, too large, in another language."""

    def __init__(self, where: str, reason: str, *, next_step: str = "") -> None:
        self.where, self.reason, self.next_step = where, reason, next_step
        super().__init__(f"{where}: {reason}" + (f"; {next_step}" if next_step else ""))


class BadDateError(TertiusError):
    """A date that is not ISO, or not a day of the calendar."""

    def __init__(self, words: str, *, where: str = "--date") -> None:
        self.words, self.where = words, where
        super().__init__(
            f"{where}: {words!r} is not a date; write it as 2014-12-27, 2014-12 or 2014"
        )


class UnknownActorError(TertiusError):
    """A name that no gazetteer entry answers to."""

    def __init__(self, name: str, *, near: list[str]) -> None:
        self.name, self.near = name, near
        super().__init__(f"no actor is called {name!r}; closest: {', '.join(near) or 'none'}")


class BadRowError(TertiusError):
    """A row of a table that does not say what its header promises."""

    def __init__(self, path: str, row: int, reason: str) -> None:
        self.path, self.row, self.reason = path, row, reason
        super().__init__(f"{path}, row {row}: {reason}")
