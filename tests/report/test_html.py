from __future__ import annotations

import re

from tertius.report.brief import Brief
from tests.by_hand import SmallGazetteer, Story, reading


def test_text_of_a_document_is_escaped():
    story = Story()
    story.says("NOR", "attacks", "WES", quote='<script src="x">&</script>')
    shown = Brief.of(reading(story), SmallGazetteer())._repr_html_()
    assert "<script" not in shown
    assert "&lt;script" in shown


def test_every_tag_that_opens_closes_and_nothing_is_fetched(brief):
    shown = brief._repr_html_()
    for tag in ("table", "thead", "tbody", "tr", "td", "th", "p"):
        assert len(re.findall(rf"<{tag}[ >]", shown)) == shown.count(f"</{tag}>")
    assert "http" not in shown
    assert "Norland" in shown


def test_each_answer_leads_to_its_claims(brief):
    shown = brief._repr_html_()
    assert re.search(r"<td>Grey Host</td>.*?<td>1</td></tr>", shown)
