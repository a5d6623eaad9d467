"""Headlines: capitals without a meaning, and names cut short."""

from __future__ import annotations

import pytest

from tests.reading.reader import Reader

pytestmark = pytest.mark.model
HEADLINES = [
    ("Ethiopia attacks Eritrea as talks collapse", "Ethiopia", "Eritrea", -1),
    ("Rwanda accuses Burundi of border killings", "Rwanda", "Burundi", -1),
    ("Turkey supports Somalia with new aid", "Turkey", "Somalia", 1),
    ("Peru condemns Bolivia over mine disaster", "Peru", "Bolivia", -1),
    ("India and China sign border agreement at last", "India", "China", 1),
]


@pytest.mark.parametrize(("line", "actor", "recipient", "sign"), HEADLINES)
@pytest.mark.parametrize("case", [str, str.upper, str.lower, str.title], ids=lambda c: c.__name__)
def test_a_clear_headline_is_read_in_any_case(
    reader: Reader, line: str, actor: str, recipient: str, sign: int, case: type[str]
) -> None:
    found = reader.told(case(line))
    assert (frozenset((actor, recipient)), sign) in {(frozenset(c.pair), c.sign) for c in found}


def test_a_cut_name_is_the_one_the_report_gives(reader: Reader) -> None:
    text = "Chad attacks the Lord's …\n\nSoldiers of Chad attacked the Lord's Resistance Army."
    first, *_ = reader.told(text)
    assert first.pair == ("Chad", "Lord's Resistance Army")


def test_a_cut_name_that_the_report_never_gives_is_nobody(reader: Reader) -> None:
    assert reader.told("Chad attacks the Islamic …\n\nRain fell all day.") == []
