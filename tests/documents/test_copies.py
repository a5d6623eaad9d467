"""Copies, cuts, new headlines and light edits point at the text that they repeat."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tertius.documents import with_copies
from tertius.records import Document

WORDS = [f"{a}{b}" for a in "bcdfghklmnprstvz" for b in ("ar", "ent", "ig", "ol", "um", "aster")]


def story(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def document(name: str, text: str, **fields: object) -> Document:
    return Document(id=name, text=text, path=name, sha256=name, **fields)  # type: ignore[arg-type]


def copies(*documents: Document) -> dict[str, str | None]:
    return {one.id: one.copy_of for one in with_copies(documents)}


def test_different_reports_are_no_copies() -> None:
    assert copies(*(document(str(n), story(n)) for n in range(20))) == {
        str(n): None for n in range(20)
    }


def test_a_copy_a_cut_a_new_headline_and_a_light_edit_are_found() -> None:
    text = story(1)
    words = text.split()
    edited = " ".join("changed" if n % 25 == 0 else word for n, word in enumerate(words))
    found = copies(
        document("whole", text),
        document("same", text),
        document("cut", " ".join(words[:60])),
        document("headed", "A new headline for it\n\n" + text),
        document("edited", edited),
        document("damaged", text.upper().replace(" ", "  ")),
        document("other", story(2)),
    )
    assert found == {
        "whole": None,
        "same": "whole",
        "cut": "whole",
        "headed": "whole",
        "edited": "whole",
        "damaged": "whole",
        "other": None,
    }


def test_lost_apostrophes_and_accents_do_not_hide_a_copy() -> None:
    text = story(3).replace("bar", "bar's").replace("dol", "dól")
    assert copies(document("a", text), document("b", text.replace("'", "").replace("ó", "o")))[
        "b"
    ] == ("a")


def test_the_earliest_is_the_original() -> None:
    text = story(4)
    found = copies(
        document("unknown", text),
        document("late", text, published="2014-12-28"),
        document("early", text, published="2014-12-27"),
    )
    assert found == {"unknown": "early", "late": "early", "early": None}


def test_of_one_day_the_agency_and_then_the_uncredited_come_first() -> None:
    text = story(5)
    credited = document("a", text, copied_from="Associated Press", outlet="Zenda Gazette")
    plain = document("b", text)
    agency = document("c", text, outlet="AP")
    assert copies(credited, plain, agency) == {"a": "c", "b": "c", "c": None}
    assert copies(credited, plain) == {"a": "b", "b": None}


def test_half_a_common_text_is_no_copy() -> None:
    common = story(6, 100)
    assert copies(
        document("a", common + " " + story(7, 150)), document("b", common + " " + story(8, 150))
    ) == {"a": None, "b": None}


def test_two_reports_in_one_round_up_are_no_copies_of_each_other() -> None:
    one, two = story(9), story(10)
    found = copies(
        document("one", one, published="2014-01-01"),
        document("both", one + " " + two, published="2014-01-02"),
        document("two", two, published="2014-01-03"),
    )
    assert found["both"] == "one"
    assert found["two"] is None


def test_boilerplate_does_not_make_copies() -> None:
    foot = story(11, 200)
    texts = [story(12, 100) + " ", story(13, 100) + " "]
    found = copies(
        *(
            document(str(n), text + foot, boilerplate=((len(text), len(text + foot)),))
            for n, text in enumerate(texts)
        )
    )
    assert found == {"0": None, "1": None}


def test_short_texts_are_copies_only_of_the_same_words() -> None:
    found = copies(
        document("a", "War is over."),
        document("b", "War is over!"),
        document("c", "War is over now."),
    )
    assert found == {"a": None, "b": "a", "c": None}


def test_empty_texts_and_few_documents_are_taken() -> None:
    assert with_copies([]) == ()
    assert copies(document("a", "")) == {"a": None}
    assert copies(document("a", ""), document("b", "  ")) == {"a": None, "b": None}


@given(st.lists(st.integers(0, 5), max_size=12), st.randoms(use_true_random=False))
def test_a_copy_points_at_an_original_whatever_the_order(
    seeds: list[int], chance: random.Random
) -> None:
    given_documents = [
        document(f"d{n}", story(seed), published=f"2014-01-{n + 1:02}")
        for n, seed in enumerate(seeds)
    ]
    expected = {one.id: one.copy_of for one in with_copies(given_documents)}
    assert all(target is None or expected[target] is None for target in expected.values())
    assert len([1 for target in expected.values() if target is None]) == len(set(seeds))
    chance.shuffle(given_documents)
    assert copies(*given_documents) == expected
