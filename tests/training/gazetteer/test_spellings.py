"""Which spellings of a place name are the same name."""

from __future__ import annotations

from training.gazetteer.spellings import variants


def test_transliterations_of_one_name_are_kept() -> None:
    spellings = ["Fallujah", "Falluja", "al-Fallūjah", "Faluja", "فلوجة", "FLJ"]
    assert variants("Al Fallujah", spellings) == ["Fallujah", "Falluja", "Faluja"]


def test_other_names_are_not() -> None:
    assert variants("Aleppo", ["Halab", "Beroea", "ALP", "aleppo"]) == []
