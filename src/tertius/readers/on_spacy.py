"""The reader that stands on a spaCy pipeline of the user's; the only module that loads spaCy.

The pipeline gives word classes, the tree and names; all other steps are the embedded reader's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from tertius.errors import TertiusError
from tertius.gazetteer import Gazetteer
from tertius.readers.universal import universal
from tertius.reading.read_documents import read_documents
from tertius.reading.syntax import Parse
from tertius.reading.syntax.parse import EMPTY
from tertius.records import Document, ReadBy, Reading

CONFIDENCE: Final = 0.5  # of every arc: spaCy does not tell
# OntoNotes and WikiNER types. NORP (nationalities, faiths) is left to the gazetteer.
KINDS: Final = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC",
                "FAC": "LOC"}  # fmt: skip
PROBE: Final = ("Iceland", "helped", "Norway", ".")


class MissingPackageError(TertiusError):
    """spaCy, or a pipeline of it, that is not installed or does not serve."""

    def __init__(self, package: str, reason: str, next_step: str) -> None:
        self.package, self.reason, self.next_step = package, reason, next_step
        super().__init__(f"spacy:{package}: {reason}; {next_step}")


@dataclass(frozen=True, slots=True)
class Spacy:
    """Reads with a spaCy pipeline; opens it when it first reads."""

    package: str
    gazetteer: Gazetteer | None = None

    @property
    def id(self) -> str:
        """The name that opens it."""
        return f"spacy:{self.package}"

    @property
    def version(self) -> str:
        """The release, and name and version of the pipeline. Raises MissingPackageError."""
        from tertius import __version__

        meta = pipeline(self.package).meta
        return f"{__version__}+{meta.get('lang', '')}_{meta['name']}-{meta['version']}"

    def read(self, documents: Iterable[Document]) -> Reading:
        """Read documents into claims. Raises MissingPackageError."""
        world = self.gazetteer or Gazetteer.load()
        parser = SpacyParser(pipeline(self.package))
        found = read_documents(documents, gazetteer=world, encoder=parser)
        return replace(found, reader=ReadBy(id=self.id, version=self.version))


@dataclass(frozen=True, slots=True)
class SpacyParser:
    """Parses tokenized sentences with a pipeline."""

    nlp: Any  # spacy.language.Language: spaCy is no dependency, so its types are not known here

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences of words cut as Universal Dependencies does (Iran | 's).

        Each sentence is read on its own, by the words given: the pipeline's tokenizer and its own
        sentence bounds are not asked.
        """
        return [self._sentence(words) for words in sentences]

    def _sentence(self, words: Sequence[str]) -> Parse:
        if not words:
            return EMPTY
        tokens = import_module("spacy.tokens")
        starts = [place == 0 for place in range(len(words))]
        doc = self.nlp(tokens.Doc(self.nlp.vocab, words=list(words), sent_starts=starts))
        upos = tuple(token.pos_ or "X" for token in doc)
        heads = [-1 if token.head.i == token.i else token.head.i for token in doc]
        heads_ud, labels = universal(words, upos, heads, [token.dep_ for token in doc])
        return Parse(
            upos=upos,
            xpos=tuple(token.tag_ or "" for token in doc),
            heads=heads_ud,
            labels=labels,
            names=tuple(
                (one.start, one.end, KINDS[one.label_]) for one in doc.ents if one.label_ in KINDS
            ),
            confidence=(CONFIDENCE,) * len(words),
        )


@lru_cache(maxsize=2)
def pipeline(package: str) -> Any:
    """Return a pipeline by package name or folder, read once. Raises MissingPackageError."""
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise MissingPackageError(
            package, "spaCy is not installed", "install it: pip install 'tertius[spacy]'"
        ) from error
    try:
        nlp = spacy.load(package)
    except (OSError, ImportError, ValueError) as error:
        raise MissingPackageError(
            package,
            "spaCy finds no pipeline of that name that it can load",
            f"install it: python -m spacy download {package}",
        ) from error
    doc = nlp(import_module("spacy.tokens").Doc(nlp.vocab, words=list(PROBE)))
    for layer, wanted in (("DEP", "a dependency parser"), ("POS", "universal word classes")):
        if not doc.has_annotation(layer):
            raise MissingPackageError(
                package, f"the pipeline lacks {wanted}", "use one that has it: en_core_web_sm"
            )
    return nlp
