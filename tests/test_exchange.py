from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius import exchange
from tertius.exchange import BadJsonError


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part."""

    count: Annotated[int, "how many"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole."""

    parts: Annotated[tuple[Part, ...], "its parts"]
    name: str | None


VALUES = st.builds(
    Whole,
    parts=st.lists(st.builds(Part, count=st.integers(-(2**60), 2**60))).map(tuple),
    name=st.none() | st.text(),
)


@given(VALUES)
def test_what_goes_out_comes_back(value):
    assert exchange.decode(exchange.encode(value), Whole) == value
    assert exchange.decode(exchange.pretty(value), Whole) == value


def test_keys_keep_the_order_of_the_fields_and_text_stays_readable():
    value = Whole(parts=(Part(count=1),), name="Erdoğan")
    assert exchange.encode(value).decode() == '{"parts":[{"count":1}],"name":"Erdoğan"}'


@pytest.mark.parametrize("data", ["{", '{"parts": [{"count": "many"}], "name": null}', "[]", ""])
def test_broken_or_wrong_json_names_the_place_and_the_next_step(data):
    with pytest.raises(BadJsonError, match=r"sample\.json: .+tertius schema"):
        exchange.decode(data, Whole, where="sample.json")


def test_the_schema_carries_the_words_beside_the_types():
    found = exchange.schema(Whole, title="A whole")
    assert found["title"] == "A whole"
    assert found["$defs"]["Whole"]["properties"]["parts"]["description"] == "its parts"
    assert found["$defs"]["Part"]["properties"]["count"]["description"] == "how many"
    assert list(found["$defs"]) == ["Part", "Whole"]
