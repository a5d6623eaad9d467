"""Word classes, dependency trees and names for tokenized sentences."""

from tertius.reading.syntax.encoder import Encoder
from tertius.reading.syntax.lemmas import lemma
from tertius.reading.syntax.parse import Parse, Parser

__all__ = ["Encoder", "Parse", "Parser", "lemma"]
