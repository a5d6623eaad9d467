"""Tertius reads reports and shows who is aligned with whom, where, and on whose word.

    import tertius
    brief = tertius.read("report.txt", published="2014-12-27")
    print(brief)
    brief.alignments[0].claims

Names load when they are first used, so that `import tertius` is light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tertius.errors import (
        BadDateError as BadDateError,
    )
    from tertius.errors import (
        BadRowError as BadRowError,
    )
    from tertius.errors import (
        TertiusError as TertiusError,
    )
    from tertius.errors import (
        UnknownActorError as UnknownActorError,
    )
    from tertius.errors import (
        UnreadableError as UnreadableError,
    )
    from tertius.records import (
        Actor as Actor,
    )
    from tertius.records import (
        Alignment as Alignment,
    )
    from tertius.records import (
        Claim as Claim,
    )
    from tertius.records import (
        Document as Document,
    )
    from tertius.records import (
        Dyad as Dyad,
    )
    from tertius.records import (
        Period as Period,
    )
    from tertius.records import (
        Quantity as Quantity,
    )
    from tertius.records import (
        Reading as Reading,
    )
    from tertius.records import (
        Theater as Theater,
    )
    from tertius.records import (
        Unread as Unread,
    )
    from tertius.report import Brief as Brief
    from tertius.report import read as read

__version__ = "0.1.0"

_HOMES = {
    "tertius.errors": (
        "BadDateError",
        "BadRowError",
        "TertiusError",
        "UnknownActorError",
        "UnreadableError",
    ),
    "tertius.records": (
        "Actor",
        "Alignment",
        "Claim",
        "Document",
        "Dyad",
        "Period",
        "Quantity",
        "Reading",
        "Theater",
        "Unread",
    ),
    "tertius.report": ("Brief", "read"),
}

__all__ = [
    "Actor",
    "Alignment",
    "BadDateError",
    "BadRowError",
    "Brief",
    "Claim",
    "Document",
    "Dyad",
    "Period",
    "Quantity",
    "Reading",
    "TertiusError",
    "Theater",
    "UnknownActorError",
    "Unread",
    "UnreadableError",
    "__version__",
    "read",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its home; AttributeError if it has none."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'tertius' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
