from __future__ import annotations

import pytest

from tertius.records import Quantity, Unread
from tertius.report.brief import Brief
from tests.by_hand import SmallGazetteer, Story, copied, reading


@pytest.fixture
def story() -> Story:
    """A report about two wars, with a denial, a forecast, a fear and a number."""
    story = Story(given=("published",), title="Norland and Westmark fight one war\x1b[31m together")
    envoy = story.describe("a tired envoy who knows the court")
    story.says(
        "NOR",
        "arms-length-alliance",
        "WES",
        theater="QUA",
        against="grey-host",
        quote="Norland and Westmark\nare, at arm's length, allies\x07 in Quarry",
        words={"actor": "Norland", "recipient": "they", "theater": "Quarry"},
        votes=(("rules", 0.72), ("network", 0.912345), ("against", 0.06)),
    )
    story.says(
        "NOR",
        "supports",
        "sud-ruler",
        theater="SUD",
        words={"actor": "the northern court"},
        votes=(("network", 0.4), ("against", 0.2)),
    )
    story.says("wes-house", "overthrows", "sud-ruler", theater="SUD", attitude="desire")
    story.says("WES", "coordinates-with", "NOR", by=["wes-house"], modality="denied")
    story.says(
        "NOR",
        "supports",
        "QUA",
        by=[envoy],
        anonymous=True,
        theater="QUA",
        against="grey-host",
        since="2014-06",
        quantity=Quantity(
            low=300, best=None, high=None, op=">", unit="persons", words="more than 300"
        ),
        quote="Norland has sent more than 300 engineers to Quarry, the envoy said",
        words={"source0": "the envoy", "actor": "Norland"},
    )
    story.says("grey-host", "attacks", "QUA", by=["ana-holt"], modality="forecast")
    story.says("WES", "condemns", "NOR", modality="hypothetical", attitude="fear")
    return story


@pytest.fixture
def brief(story: Story) -> Brief:
    unread = Unread(path="a.png", reason="a picture (PNG)", next_step="give the text of it")
    return Brief.of(reading(story, unread=[unread]), SmallGazetteer())


@pytest.fixture
def with_copy(story: Story) -> Brief:
    twin = copied(story, "d-000000000002", outlet=None, published=None, given=())
    return Brief.of(reading(story, twin), SmallGazetteer())
