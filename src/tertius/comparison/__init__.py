"""Two readers on the same texts: scores against what a person found, and where they differ."""

from tertius.comparison.compare import Comparison, compare
from tertius.comparison.gold import NoGoldError, gold_texts

__all__ = ["Comparison", "NoGoldError", "compare", "gold_texts"]
