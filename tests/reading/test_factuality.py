"""Where the small model overrules the rules, and where it must not."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from tertius.reading import factuality
from tertius.reading.attribution import attributions, sources_at
from tertius.reading.factuality import features, log_odds, weighed
from tertius.reading.modality import by_rule, modality
from tests.reading.spoken import StandInCast, document, rows


def _read(sentence: str, word: str) -> tuple[tuple[str, str | None], tuple[str, str | None]]:
    """Return what the rules say of a word, and what is said of it in the end."""
    trees, text = document([sentence])
    i = trees[0].texts.index(word)
    said = sources_at(attributions(trees, StandInCast(trees), text), 0, i)
    return by_rule(trees[0], i, said), modality(trees[0], i, said)


def test_the_weights_are_finite_numbers_and_a_small_file() -> None:
    file = files("tertius.reading").joinpath("weights/factuality.json")
    weights = json.loads(file.read_text(encoding="utf-8"))["weights"]
    assert "" in weights
    assert all(abs(w) < 20 for w in weights.values())
    assert len(file.read_bytes()) < 1_000_000


def test_unknown_features_count_for_nothing() -> None:
    assert log_odds(["no such feature"]) == log_odds([])


def test_the_order_and_number_of_features_does_not_matter() -> None:
    trees, _ = document(["Norland said that Westmark had armed the rebels."])
    found = features(trees[0], 5, ("asserted", None), "says")
    assert log_odds(found) == log_odds([*reversed(found), *found])


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Norland may have supported the rebels.", "supported"),
        ("Is Norland supporting the rebels?", "supporting"),
        ("There is no evidence that Norland armed the rebels.", "armed"),
        ("Whether Norland supports the rebels is unclear.", "supports"),
        ("Norland threatened to attack Westmark if the talks failed.", "attack"),
        ("Norland failed to help Westmark.", "help"),
        ("Norland denied arming the rebels.", "arming"),
    ],
)
def test_what_is_hedged_hindered_or_denied_stays_as_the_rules_have_it(
    sentence: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(factuality, "log_odds", lambda found: 9.0)
    by_rules, in_the_end = _read(sentence, word)
    assert by_rules[0] in {"hypothetical", "denied"}
    assert in_the_end == by_rules


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Norland said that Westmark had armed the rebels.", "armed"),
        ("Westmark has armed the rebels, Norland said on Tuesday.", "armed"),
        ("Norland no longer arms the rebels.", "arms"),
    ],
)
def test_what_is_told_in_a_finite_form_stays_told(
    sentence: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(factuality, "log_odds", lambda found: -9.0)
    by_rules, in_the_end = _read(sentence, word)
    assert in_the_end == by_rules


def test_the_model_moves_an_infinitive_both_ways() -> None:
    trees, _ = document(["Norland agreed to help Westmark."])
    i = trees[0].texts.index("help")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(factuality, "log_odds", lambda found: -9.0)
        assert weighed(trees[0], i, ("asserted", None), None) == ("hypothetical", None)
        assert weighed(trees[0], i, ("forecast", None), None) == ("forecast", None)
        patch.setattr(factuality, "log_odds", lambda found: 9.0)
        assert weighed(trees[0], i, ("hypothetical", None), None) == ("asserted", None)


def test_nouns_are_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factuality, "log_odds", lambda found: -9.0)
    for sentence in rows():
        trees, _ = document([sentence])
        for i, upos in enumerate(trees[0].upos):
            if upos == "NOUN":
                assert weighed(trees[0], i, ("asserted", None), None) == ("asserted", None)
