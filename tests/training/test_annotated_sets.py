"""Attribution relations of a document in the annotation's own format."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.annotated_sets import Attributed, gum, uds

WORDS = {
    1: ("Roads", "ROOT:1:0"),
    2: ("closed", ""),
    3: ("Chad", "attribution-positive:2->3:1:sem-atsrc-3+lex-indwd-4"),
    4: ("said", ""),
    5: ("it", "elaboration-additional:3->1:2"),
    6: ("won", ""),
    7: ("when", "context-circumstance:4->3:0"),
    8: ("Mali", ""),
    9: ("left", ""),
    10: ("later", "elaboration-additional:5->3:2"),
}


def _row(number: int) -> str:
    word, told = WORDS[number]
    misc = f"Discourse={told}:_|SpaceAfter=No" if told else "_"
    return f"{number}\t{word}\t{word}\tX\tX\t_\t0\troot\t_\t{misc}"


@pytest.fixture
def document(tmp_path: Path) -> Attributed:
    folder = tmp_path / "gum"
    folder.mkdir()
    lines = ["# newpar", "# sent_id = a-1", *map(_row, range(1, 11)), "", ""]
    (folder / "GUM_news_a.conllu").write_text("\n".join(lines), encoding="utf-8")
    (found,) = gum(tmp_path)
    return found


def test_the_source_is_what_the_signal_points_at(document: Attributed) -> None:
    (relation,) = document.relations
    assert relation.source == {(0, 2)}


def test_what_was_joined_before_the_attribution_is_said_and_what_came_later_is_not(
    document: Attributed,
) -> None:
    (relation,) = document.relations
    said = {document.texts[n].words[w] for n, w in relation.content}
    assert said == {"it", "won", "when", "Mali", "left"}


def test_credits_of_pictures_are_no_attributions(tmp_path: Path) -> None:
    rows = [
        "1\tTown\t_\tX\tX\t_\t0\troot\t_\tDiscourse=ROOT:1:0",
        "2\tImage\t_\tX\tX\t_\t0\troot\t_\tDiscourse=organization-preparation:2->3:0:_",
        "3\t:\t_\tX\tX\t_\t0\troot\t_\t_",
        "4\tNavy\t_\tX\tX\t_\t0\troot\t_\tDiscourse=attribution-positive:3->1:1:sem-atsrc-4",
    ]
    (tmp_path / "gum").mkdir()
    (tmp_path / "gum/GUM_speech_a.conllu").write_text("\n".join([*rows, "", ""]), encoding="utf-8")
    (found,) = gum(tmp_path)
    assert found.relations == []


def test_a_rating_above_zero_says_that_it_happened(tmp_path: Path) -> None:
    (tmp_path / "uds_factuality").mkdir()
    (tmp_path / "ud_ewt").mkdir()
    rows = [
        '{"sent_id": "a", "token": 2, "value": 0.4, "split": "dev"}',
        '{"sent_id": "a", "token": 3, "value": -1.2, "split": "dev"}',
        '{"sent_id": "a", "token": 9, "value": 1.0, "split": "dev"}',
        '{"sent_id": "a", "token": 1, "value": 1.0, "split": "train"}',
    ]
    (tmp_path / "uds_factuality/factuality.jsonl").write_text("\n".join(rows), encoding="utf-8")
    words = ("They", "do", "n't", "go")
    lines = [f"{i}\t{w}\t_\tX\tX\t_\t0\t_\t_\t_" for i, w in enumerate(words, 1)]
    lines.insert(1, "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_")
    block = "\n".join(["# sent_id = a", *lines, "", ""])
    (tmp_path / "ud_ewt/en_ewt-ud-dev.conllu").write_text(block, encoding="utf-8")
    (found,) = uds(tmp_path)
    assert found.events == [(0, 1, True), (0, 2, False)]
    assert found.texts[0].words == words
    assert found.texts[0].spaced == (True, False, True, True)
