"""JSON in and out, through one door: the only module that knows msgspec.

What goes through it are frozen dataclasses, so that a schema, the bytes and the types agree.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from tertius.errors import TertiusError

T = TypeVar("T")

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class BadJsonError(TertiusError):
    """JSON that is broken, or that does not say what its schema promises."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where}: {reason}; `tertius schema` prints what is expected")


def encode(value: object) -> bytes:
    """Return compact JSON, UTF-8, one line; the keys in the order of the fields.

    >>> encode({"op": ">", "low": 1000.0})
    b'{"op":">","low":1000.0}'
    """
    import msgspec

    return msgspec.json.encode(value)


def pretty(value: object) -> bytes:
    """Return JSON indented by two spaces, UTF-8, with a newline at its end."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def decode(data: bytes | str, kind: type[T], *, where: str = "JSON") -> T:
    """Return the value that JSON holds, checked against its type.

    where: how the error names the input.
    Raises BadJsonError with the place inside the JSON.
    """
    import msgspec

    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as error:  # ValidationError is one of these
        raise BadJsonError(where, str(error)) from error


def schema(kind: type, *, title: str) -> dict[str, Any]:
    """Return the JSON Schema of a dataclass, definitions sorted by name.

    A field of type `Annotated[..., "words"]` has these words as its description.
    """
    import msgspec

    (top,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    for part in _dataclasses(kind, {}).values():
        shape = parts[part.__name__]["properties"]
        for name, hint in get_type_hints(part, include_extras=True).items():
            for words in getattr(hint, "__metadata__", ()):
                shape[name] = {"description": words, **shape[name]}
    return {
        "$schema": DIALECT,
        "title": title,
        **top,
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def _dataclasses(kind: object, found: dict[str, Any]) -> dict[str, Any]:
    """Collect the dataclasses that a type is made of, by name."""
    if isinstance(kind, type) and is_dataclass(kind) and kind.__name__ not in found:
        found[kind.__name__] = kind
        for hint in get_type_hints(kind).values():
            _dataclasses(hint, found)
    for part in get_args(kind):
        _dataclasses(part, found)
    return found
