"""From a reader's name to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertius.errors import TertiusError
from tertius.readers.reader import Reader

if TYPE_CHECKING:
    from tertius.gazetteer import Gazetteer
    from tertius.readers.llm import Settings

DEFAULT: Final = "embedded"
FORMS: Final = ("embedded", "rules", "voted:FOLDER", "spacy:PACKAGE", "llm:URL")


class UnknownReaderError(TertiusError):
    """A name that no reader answers to."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"no reader is called {name!r}; there are {', '.join(FORMS)}")


def open_reader(
    name: str = DEFAULT,
    *,
    gazetteer: Gazetteer | None = None,
    settings: Settings | None = None,
) -> Reader:
    """Return the reader of that name; weights load when it first reads.

    name: "embedded", "rules", "voted:relations-weights", "spacy:en_core_web_sm",
    "llm:http://127.0.0.1:8080/v1".
    gazetteer: None is the one that comes with the package. settings: of `llm:` alone; None takes
    them from the environment.
    Raises UnknownReaderError; BadWeightsError, MissingPackageError and BadEndpointError say what
    to make, install or mend.
    """
    kind, colon, rest = name.partition(":")
    if kind in {"embedded", "rules"} and not colon:
        from tertius.readers import embedded, rules

        return (embedded.Embedded if kind == "embedded" else rules.Rules)(gazetteer)
    if kind == "voted" and rest:
        from tertius.readers.voted import Voted

        return Voted(rest, gazetteer)
    if kind == "spacy" and rest:
        from tertius.readers.on_spacy import Spacy

        return Spacy(rest, gazetteer)
    if kind == "llm" and rest:
        from tertius.readers.llm import LanguageModel, Settings

        return LanguageModel(rest, gazetteer, settings or Settings.of_environment())
    raise UnknownReaderError(name)
