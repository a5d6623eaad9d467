"""The sentence encoder: trees that are trees, the same in any company, right where it is plain."""

from __future__ import annotations

import hashlib
import itertools
import json
import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tertius.reading.syntax import Encoder, Parse, lemma
from tertius.reading.syntax.encoder import WEIGHTS
from tertius.reading.syntax.names import best_names
from tertius.reading.syntax.projective import projective_tree
from tertius.reading.syntax.windows import MOST_PIECES, MOST_WORDS, windows

ODD = ["", " ", "\u200b", "\x00", "’", "🕊", "الأسد", "U.S.", "ﬁ", "e\u0301", "x" * 300, "-" * 40]
PLAIN = ["Tehran", "backs", "the", "rebels", ",", "who", "fought", "1,000", "men", "'s", "by"]
words = st.lists(st.one_of(st.sampled_from(ODD + PLAIN), st.text(max_size=12)), max_size=40)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


def check_tree(parse: Parse, length: int) -> None:
    columns = (parse.upos, parse.xpos, parse.heads, parse.labels, parse.confidence)
    assert [len(column) for column in columns] == [length] * 5
    assert parse.heads.count(-1) == min(1, length)
    for word, head in enumerate(parse.heads):
        assert (parse.labels[word] == "root") == (head == -1)
        path = {word}
        while head != -1:
            assert head not in path
            path.add(head)
            head = parse.heads[head]
    assert all(0 <= chance <= 1 for chance in parse.confidence)
    ends = [0, *itertools.chain.from_iterable((start, end) for start, end, _ in parse.names)]
    assert ends == sorted(ends)
    assert all(start < end <= length for start, end, _ in parse.names)
    assert {kind for *_, kind in parse.names} <= {"PER", "ORG", "LOC"}


@settings(max_examples=40, deadline=None)
@given(sentence=words)
def test_any_words_give_one_tree(sentence: list[str]) -> None:
    (parse,) = _shared().parse([sentence])
    check_tree(parse, len(sentence))


@pytest.mark.parametrize("length", [MOST_WORDS - 1, MOST_WORDS, MOST_WORDS + 1, 1200])
def test_a_sentence_of_any_length_gives_one_tree(encoder: Encoder, length: int) -> None:
    sentence = list(itertools.islice(itertools.cycle(PLAIN), length))
    check_tree(encoder.parse([sentence])[0], length)


def test_words_of_many_pieces_do_not_overflow_the_encoder(encoder: Encoder) -> None:
    sentence = ["https://x.example/a-b-c-d-e-f-g?h=i"] * 150
    check_tree(encoder.parse([sentence])[0], 150)


def test_nothing_gives_nothing(encoder: Encoder) -> None:
    assert encoder.parse([]) == []
    assert encoder.parse([[]]) == [Parse((), (), (), (), (), ())]
    assert encoder.parse([[]])[0].root == -1


SENTENCES = [
    "Turkey shelled the town .".split(),
    "The ministry , which had promised a truce in March , denied the report on Friday .".split(),
    "Yes .".split(),
    "Two brigades of the national army held the bridge at dawn .".split(),
]


def test_a_parse_does_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    alone = [encoder.parse([sentence])[0] for sentence in SENTENCES]
    for order in itertools.permutations(range(len(SENTENCES))):
        assert encoder.parse([SENTENCES[at] for at in order]) == [alone[at] for at in order]


def test_two_threads_read_what_one_reads(encoder: Encoder) -> None:
    both = Encoder.load(threads=2)
    assert both.parse(SENTENCES * 3) == encoder.parse(SENTENCES * 3)


def relations(encoder: Encoder, text: str) -> set[tuple[str, str, str]]:
    """Give (word, relation, head) of a sentence whose words are set apart by spaces."""
    sentence = text.split()
    (parse,) = encoder.parse([sentence])
    return {
        (word, label, sentence[head])
        for word, label, head in zip(sentence, parse.labels, parse.heads, strict=True)
        if head != -1
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia supports the government .",
            {("Russia", "nsubj", "supports"), ("government", "obj", "supports")},
        ),
        (
            "The convoy was attacked by insurgents near Aleppo .",
            {("convoy", "nsubj:pass", "attacked"), ("insurgents", "obl:agent", "attacked")},
        ),
        (
            "Iran 's allies want a deal .",
            {("Iran", "nmod:poss", "allies"), ("allies", "nsubj", "want")},
        ),
        (
            "The militia that Qatar funds left the city .",
            {("funds", "acl:relcl", "militia"), ("Qatar", "nsubj", "funds")},
        ),
        (
            "France and Germany condemned the raid .",
            {("Germany", "conj", "France"), ("France", "nsubj", "condemned")},
        ),
        (
            "Officials said that Jordan would not send troops to Yemen .",
            {("send", "ccomp", "said"), ("not", "advmod", "send"), ("troops", "obj", "send")},
        ),
        (
            "Egypt urged Sudan to close the border .",
            {("Sudan", "obj", "urged"), ("close", "xcomp", "urged"), ("border", "obj", "close")},
        ),
    ],
)
def test_plain_sentences_are_parsed_right(
    encoder: Encoder, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert expected <= relations(encoder, text)


def test_names_are_found_with_their_kind(encoder: Encoder) -> None:
    sentence = "Hassan Rouhani met the United Nations envoy in Baghdad .".split()
    (parse,) = encoder.parse([sentence])
    assert (0, 2, "PER") in parse.names
    assert (4, 6, "ORG") in parse.names
    assert (8, 9, "LOC") in parse.names


def test_a_headline_in_capitals_keeps_its_subject(encoder: Encoder) -> None:
    expected = {("ISRAEL", "nsubj", "STRIKES"), ("TARGETS", "obj", "STRIKES")}
    assert expected <= relations(encoder, "ISRAEL STRIKES TARGETS IN SYRIA")


@settings(deadline=None)
@given(
    st.integers(1, 7).flatmap(lambda n: arrays(np.float64, (n, n + 1), elements=st.floats(-9, 9)))
)
def test_no_tree_scores_higher_than_the_one_given(scores: np.ndarray) -> None:
    words = len(scores)
    rows = np.arange(words)
    found = projective_tree(scores)
    assert is_flat_tree(found)
    if words <= 4:
        every = itertools.product(range(-1, words), repeat=words)
        best = max(
            scores[rows, np.array(heads) + 1].sum() for heads in every if is_flat_tree(heads)
        )
        assert scores[rows, np.array(found) + 1].sum() == pytest.approx(best)


def is_flat_tree(heads: Sequence[int]) -> bool:
    """Say whether all words hang on one root and no arc crosses another."""
    reached, before = {-1}, 0
    while len(reached) > before:
        before = len(reached)
        reached |= {word for word, head in enumerate(heads) if head in reached}
    arcs = [(min(arc), max(arc)) for arc in enumerate(heads)]
    crossing = any(a < c < b < d for (a, b), (c, d) in itertools.product(arcs, repeat=2))
    return heads.count(-1) == 1 and len(reached) == len(heads) + 1 and not crossing


@given(st.lists(st.integers(1, 8), max_size=900))
def test_windows_cover_a_sentence_and_fit_the_encoder(lengths: list[int]) -> None:
    bounds = windows(["word"] * len(lengths), lengths)
    assert [at for start, end in bounds for at in range(start, end)] == list(range(len(lengths)))
    assert all(end - start <= MOST_WORDS for start, end in bounds)
    assert all(sum(lengths[start:end]) <= MOST_PIECES for start, end in bounds)


def test_a_name_never_starts_in_its_middle() -> None:
    tags = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
    scores = np.array([[0, 3, 0, 4, 0], [0, 0, 5, 0, 0]])
    assert best_names(scores, tags) == ((0, 2, "PER"),)


@pytest.mark.parametrize(
    ("word", "upos", "expected"),
    [
        ("fought", "VERB", "fight"),
        ("Shelling", "VERB", "shell"),
        ("besieged", "VERB", "besiege"),
        ("allied", "VERB", "ally"),
        ("strafed", "VERB", "strafe"),
        ("were", "AUX", "be"),
        ("n't", "PART", "not"),
        ("militias", "NOUN", "militia"),
        ("allies", "NOUN", "ally"),
        ("armies", "NOUN", "army"),
        ("Iranians", "PROPN", "Iranian"),
        ("Kurdish", "ADJ", "Kurdish"),
        ("Former", "ADJ", "former"),
        ("", "NOUN", ""),
    ],
)
def test_words_are_brought_to_their_dictionary_form(word: str, upos: str, expected: str) -> None:
    assert lemma(word, upos) == expected


def test_the_weights_are_those_of_the_manifest() -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text())
    assert sorted(manifest["sha256"]) == sorted(
        path.name for path in WEIGHTS.iterdir() if path.name != "manifest.json"
    )
    for name, expected in manifest["sha256"].items():
        assert hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest() == expected
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 28e6


def test_nothing_is_loaded_on_import() -> None:
    libraries = "{'onnxruntime', 'numpy'}"
    code = f"import sys, tertius.reading.syntax; print(sorted({libraries} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


_kept: list[Encoder] = []


def _shared() -> Encoder:
    """Load once for all examples of a property."""
    if not _kept:
        _kept.append(Encoder.load())
    return _kept[0]
