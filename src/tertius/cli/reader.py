"""From the options of a command to a reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tertius.cli.outcome import UsageError

if TYPE_CHECKING:
    from tertius.readers import Reader


def opened(name: str, settings: Mapping[str, str | int | None]) -> Reader:
    """Return the reader of that name; raise UsageError where there is none.

    settings: model, budget and concurrency of `llm:`; None takes the environment or the default.
    """
    from tertius.readers import UnknownReaderError, open_reader

    given = {key: value for key, value in settings.items() if value is not None}
    if given and not name.startswith("llm:"):
        raise UsageError("--model, --budget-tokens and --concurrency are of --reader llm:URL alone")
    try:
        if not name.startswith("llm:"):
            return open_reader(name)
        from tertius.readers.llm import Settings

        return open_reader(name, settings=Settings.of_environment(**given))  # type: ignore[arg-type]
    except UnknownReaderError as error:
        raise UsageError(str(error)) from error
