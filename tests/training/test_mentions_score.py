"""Figures on mentions, from judged mentions written by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from training.mentions_score import Judged, linked, table


def judged(gold: str, means: str | None, *, kind: str = "name", found: bool = True) -> Judged:
    return Judged(
        report="r",
        words="w",
        sentence="s",
        kind=kind,
        role="state",
        gold=frozenset({gold}),
        found=found,
        means=frozenset({means} if means else ()),
    )


def test_a_mention_is_right_where_it_means_the_coded_side() -> None:
    assert judged("A", "A").right
    assert not judged("A", "B").right
    assert not judged("A", None).right
    assert not judged("A", "A", found=False).right


def test_links_are_counted_by_mention() -> None:
    whole = [judged("A", "A"), judged("A", "A"), judged("B", "B")]
    assert linked(whole) == (1.0, 1.0)
    split = [judged("A", "A"), judged("A", None), judged("B", "B")]
    assert linked(split) == pytest.approx((1.0, 2 / 3))
    merged = [judged("A", "A"), judged("B", "A")]
    assert linked(merged) == pytest.approx((0.5, 1.0))


def test_the_table_has_a_line_for_each_kind() -> None:
    rows = [judged("A", "A"), judged("A", "B", kind="pronoun")]
    lines = table(rows, Counter({("name", True): 1, ("name", False): 1})).splitlines()
    shown = {line.split()[0]: line.split()[1:4] for line in lines[1:]}
    assert shown["name"] == ["1", "1.000", "1.000"]
    assert shown["pronoun"] == ["1", "1.000", "0.000"]
    assert any(line.startswith("of found: name 0.500") for line in lines)
