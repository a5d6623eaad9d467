"""The evaluation finds its texts, and says what is missing."""

from __future__ import annotations

import json

import pytest

from benchmarks.evaluate import NoGoldError, main, texts


@pytest.fixture
def data(tmp_path):
    gold = tmp_path / "gold"
    for folder, claims in (("seed", "gold.json"), ("articles/border-war", "claims.json")):
        (gold / folder).mkdir(parents=True)
        (gold / folder / "text.txt").write_text("A text.")
        (gold / folder / claims).write_text(json.dumps({"document": {"date": "1999-03"}}))
    meta = gold / "articles" / "border-war" / "meta.json"
    meta.write_text(json.dumps({"publication_date": "2001-02-03"}))
    (gold / "predictions.py").touch()
    (gold / "score_claims.py").touch()
    return tmp_path


def test_every_text_is_read_with_its_date(data):
    assert [(one.name, one.published) for one in texts(data)] == [
        ("seed", "1999-03"),
        ("border-war", "2001-02-03"),
    ]


def test_a_missing_file_is_named(data):
    (data / "gold" / "score_claims.py").unlink()
    with pytest.raises(NoGoldError, match=r"score_claims\.py is missing"):
        texts(data)


def test_without_a_folder_the_next_step_is_told(capsys):
    assert main([]) == 2
    assert "make eval DATA=" in capsys.readouterr().err
