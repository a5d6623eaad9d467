from __future__ import annotations

from pathlib import Path

import pytest

from tertius.comparison.gold import NoGoldError, gold_texts
from tertius.exchange import BadJsonError
from tests.comparison.texts import FOUND, gold, gold_claim, written


def test_a_folder_is_a_text_or_holds_some(tmp_path: Path) -> None:
    one = written(tmp_path / "b" / "one", gold(*FOUND))
    written(tmp_path / "a", gold(*FOUND), name="gold.json")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "text.txt").write_text("nobody has read this")
    assert [text.name for text in gold_texts(tmp_path)] == ["a", "one"]
    assert [text.name for text in gold_texts(one)] == ["one"]


def test_the_date_is_that_of_the_particulars_or_of_the_document(tmp_path: Path) -> None:
    folder = written(tmp_path, gold(*FOUND))
    assert gold_texts(folder)[0].published == "2024-05-10"
    (folder / "meta.json").write_text('{"publication_date": "1999-01"}')
    assert gold_texts(folder)[0].published == "1999-01"


def test_only_core_and_firm_claims_must_be_found(tmp_path: Path) -> None:
    doubtful = gold_claim("c4", "S0", "TCD", "TGO", 1, status="doubtful")
    (text,) = gold_texts(written(tmp_path, gold(*FOUND, doubtful)))
    assert [claim.id for claim in text.gold.claims if claim.counts] == ["c1", "c2"]


def test_a_folder_without_gold_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoGoldError, match=r"text\.txt and claims\.json"):
        gold_texts(tmp_path)
    with pytest.raises(NoGoldError, match="is no folder"):
        gold_texts(tmp_path / "gone")


@pytest.mark.parametrize("broken", ["{", '{"claims": []}', '{"sentences": 3}'])
def test_a_broken_file_is_named(tmp_path: Path, broken: str) -> None:
    written(tmp_path, gold(*FOUND))
    (tmp_path / "claims.json").write_text(broken)
    with pytest.raises(BadJsonError, match=r"claims\.json"):
        gold_texts(tmp_path)
