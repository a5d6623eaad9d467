"""A reader that asks a language model, at an address that the user names, for claims with quotes.

What the model says is a proposal: a claim whose quote or names are not in the text is dropped.
"""

from tertius.readers.llm.endpoint import BadEndpointError
from tertius.readers.llm.model import LanguageModel
from tertius.readers.llm.settings import Settings

__all__ = ["BadEndpointError", "LanguageModel", "Settings"]
