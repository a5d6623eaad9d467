"""Two codings of one report are compared as the docstring of the module says."""

from __future__ import annotations

import pytest

from training.corpus.agreement import agreed, both, kappa
from training.corpus.coded import read_report

TEXT = """conflict: lake-war
date: 1987-05-04
manner: wire

@NOR state = Norland
@NOR_ARMY army <NOR
@SUD state = Sudria
@WES state = Westria
@AIDE official anon <SUD

[NOR_ARMY Norland's army] shelled [SUD Sudria], [AIDE an aide] said, and thanked [WES Westria].
{}
[NOR Norland] and [SUD Sudria] will talk again.
{}
"""
FIRST = TEXT.format(
    '  NOR_ARMY attacks SUD "shelled" by=AIDE\n  NOR praises WES "thanked"',
    '  NOR negotiates-with SUD "talk" mod=forecast',
)
SECOND = TEXT.format(
    '  SUD attacks NOR "shelled" by=AIDE\n  WES opposes SUD "shelled" weak',
    '  NOR negotiates-with SUD "talk"',
)


def written(folder, text):
    path = folder / "lake-war" / "01.txt"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return path


@pytest.fixture
def codings(tmp_path):
    return (
        read_report(written(tmp_path / "first", FIRST)),
        read_report(written(tmp_path / "second", SECOND)),
    )


def test_claims_are_shared_by_pair_and_sign(codings):
    found = agreed(*codings)
    # firm: three of the first, two of the second (one is weak); shared: attack and talks, of both
    assert (found.shared, found.firm) == (4, 5)


def test_every_pair_of_a_sentence_has_a_sign(codings):
    signs = agreed(*codings).signs
    # sentence 1: Norland-Sudria opposed twice, Norland-Westria aligned and nothing,
    # Sudria-Westria nothing and opposed; sentence 2: Norland-Sudria aligned twice
    assert signs == ((0, 0, 1, 0), (1, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 0))


def test_shared_claims_are_compared_further(codings):
    found = agreed(*codings)
    assert found.modality == (1, 2)  # forecast and asserted
    assert found.source == (2, 2)
    assert found.direction == (0, 1)  # who shelled whom; talks are mutual


def test_a_coding_agrees_with_itself(codings):
    found = agreed(codings[0], codings[0])
    assert found.shared == found.firm
    assert kappa(found.signs) == 1


@pytest.mark.parametrize(
    ("table", "value"),
    [([[5, 0], [0, 5]], 1.0), ([[0, 5], [5, 0]], -1.0), ([[4, 4], [1, 1]], 0.0), ([[3]], 1.0)],
)
def test_kappa_is_agreement_beyond_chance(table, value):
    assert kappa(table) == pytest.approx(value)


def test_reports_are_paired_by_name_and_must_have_one_text(tmp_path, codings):
    assert [one.name for one, _ in both(tmp_path / "first", tmp_path / "second")] == ["lake-war-01"]
    assert list(both(tmp_path / "first", tmp_path / "nowhere")) == []
    written(tmp_path / "other", SECOND.replace("thanked", "praised"))
    with pytest.raises(ValueError, match="the text is not that of"):
        list(both(tmp_path / "first", tmp_path / "other"))
