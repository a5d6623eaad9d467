"""The dictionary holds together: every word it uses is a word that it explains."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tertius.reading.mentions import nominals
from tertius.reading.vocabulary import condition, family, relation, relations, triggers

POSITIVE = {"coordinate", "share-enemy", "support", "approve", "command", "talk"}
NEGATIVE = {"fight", "coerce", "criticise"}
SLOTS = {"obj", "iobj", "poss", "pre", "head", "post", "that", "on_poss"}
# Asked for in Python, without a list.
BY_CODE = {"", "in_help", "withweapons", "person", "party", "infinitive", "chargedwith"}
BY_CODE |= {"reciprocal"}


def test_a_family_has_one_sign() -> None:
    for one in relations().values():
        expected = 1 if one.family in POSITIVE else -1 if one.family in NEGATIVE else 0
        assert one.sign == expected, one.name
        assert family(one.name) == one.family
        assert one.meaning


def test_every_trigger_means_a_relation_and_asks_what_can_be_answered() -> None:
    for (pos, lemma), known in triggers().items():
        assert pos in {"verb", "noun", "role", "adj", "suffix", "prefix"}, lemma
        assert lemma, pos
        assert lemma == lemma.strip().casefold()
        for trigger in known:
            assert trigger.relation in relations(), lemma
            assert trigger.recipient, lemma
            for slot in trigger.recipient:
                assert slot in SLOTS or slot.isalpha() or " " in slot, (lemma, slot)
            if trigger.needs not in BY_CODE:
                assert condition(trigger.needs), lemma


def test_every_relation_has_a_word_that_carries_it() -> None:
    carried = {trigger.relation for known in triggers().values() for trigger in known}
    assert set(relations()) - carried <= {"arms-length-alliance"}  # made of other relations


def test_no_word_means_friend_and_enemy_in_the_same_place() -> None:
    places: defaultdict[tuple[str, str, str, str, str], set[int]] = defaultdict(set)
    for (pos, lemma), known in triggers().items():
        for trigger in known:
            for slot in trigger.recipient:
                sign = relation(trigger.relation).sign
                places[(pos, lemma, slot, trigger.needs, trigger.actor)].add(sign)
    assert [place for place, signs in sorted(places.items()) if {1, -1} <= signs] == []


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        relation("dislikes-a-little")
    with pytest.raises(KeyError):
        condition("no-such-list")


def test_nouns_for_actors_have_a_class_and_a_role() -> None:
    roles = {"organ", "group", "people", "speaker", "generic"}
    assert len(nominals()) > 200
    for lemma, classes in nominals().items():
        assert lemma
        assert lemma == lemma.strip().casefold()
        assert classes
        assert all(noun and role in roles for noun, role in classes), lemma


@pytest.mark.parametrize(
    ("lemma", "role"),
    [("army", "organ"), ("rebel", "group"), ("analyst", "speaker"), ("country", "generic")],
)
def test_a_noun_stands_for_actors_in_its_own_way(lemma: str, role: str) -> None:
    assert nominals()[lemma][0][1] == role
