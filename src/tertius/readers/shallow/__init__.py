"""Word classes, names and a shallow tree by rules alone: no weights, no run time to install."""

from tertius.readers.shallow.parser import ShallowParser

__all__ = ["ShallowParser"]
