"""The JSON Schema of the brief."""

from __future__ import annotations

from typing import Any

from tertius.report.wire import TITLE, WireBrief


def schema() -> dict[str, Any]:
    """Return the JSON Schema of `tertius read --json`."""
    from tertius import exchange

    return exchange.schema(WireBrief, title=TITLE)


def schema_bytes() -> bytes:
    """Return the schema as it lies in docs/brief.schema.json."""
    from tertius import exchange

    return exchange.pretty(schema())
