"""Reports as they come: taken in, repaired, and told apart from their copies."""

from tertius.documents.copies import with_copies
from tertius.documents.draft import Repaired
from tertius.documents.limits import Limits
from tertius.documents.repair import repair
from tertius.documents.take import take

__all__ = ["Limits", "Repaired", "repair", "take", "with_copies"]
