"""What reading owes whoever is read: names and neighbours do not matter, quotes are verbatim."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertius.reading.read_documents import read_documents
from tests.reading.reader import Reader, Told, document, told

pytestmark = pytest.mark.model
PAIRS = [("Kenya", "Peru"), ("Norway", "Mongolia"), ("Angola", "Poland"), ("Vietnam", "Cuba")]
# Sentences about A and B whose claims hang on nothing but the grammar.
FRAMES = [
    "{a} attacked {b}.",
    "{b} was invaded by {a}.",
    "{a}, which armed {b}, sent food.",
    "{a} accused {b} of arming the rebels.",
    "{a} will impose sanctions on {b}.",
    "{a} did not support {b}.",
    "If {a} attacks {b}, the rebels will leave.",
    "{a}-backed rebels attacked {b}.",
    "{a} gave weapons to {b} in 2019.",
    "{a} helped {b} against the rebels.",
    "{a} condemned {b} and praised the rebels.",
]
REPORT = """Chad armed the rebels in Sudan. They killed 30 soldiers near Nyala, an official said.

"We do not support the rebels," said Musa Dago, the foreign minister of Chad. Egypt denied that
it had helped Sudan's army. Its jets may attack the rebels again."""
DAMAGED = """Sudans army attacked the rebels. The ministers spokesman said Egypt didnt arm them…
Chads  jets bombed Libyas \u201cvillages\u201d ; the U.S. gave $2billion to Jordan\u2019s army .
\u200bRebels \u2014 backed by Eritrea\u2014 attacked Ethiopias troops\u00a0near Adwa.
ÐÐµÐ Peru condemned Boliv"""


def shape(claims: list[Told], names: dict[str, str]) -> list[tuple[object, ...]]:
    """Return the claims with A and B for the names, without the words."""
    return [
        (
            names.get(str(c.actor), c.actor), c.relation, names.get(str(c.recipient), c.recipient),
            c.sign, c.modality, c.attitude, c.symmetric,
            names.get(str(c.theater), c.theater), c.against, c.anonymous,
            tuple(names.get(s, s) for s in c.sources),
        )
        for c in claims
    ]  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
def test_other_names_change_nothing_but_the_names(reader: Reader, frame: str) -> None:
    shapes = []
    for a, b in PAIRS:
        found = reader.told(frame.format(a=a, b=b))
        described = {f"{a}-backed rebels": "A-backed rebels"}
        shapes.append(shape(found, {a: "A", b: "B", **described}))
    assert shapes[0]
    assert shapes == shapes[:1] * len(PAIRS)


@pytest.mark.parametrize("frame", FRAMES)
def test_sides_that_change_places_change_direction(reader: Reader, frame: str) -> None:
    a, b = PAIRS[0]
    turned = {a: b, b: a, f"{a}-backed rebels": f"{b}-backed rebels"}
    straight = shape(reader.told(frame.format(a=a, b=b)), turned)
    swapped = shape(reader.told(frame.format(a=b, b=a)), {})
    assert straight == swapped
    direct = [row for row in swapped if {row[0], row[2]} == {a, b}]
    assert all(not row[6] for row in direct)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    "other",
    [
        "The bakery in the old town opens at six. Bread is cheap.",
        "Japan condemned Iceland. Wales signed an agreement with Samoa.",
    ],
)
def test_a_paragraph_about_others_changes_no_claim(reader: Reader, frame: str, other: str) -> None:
    text = frame.format(a="Kenya", b="Peru")
    alone = reader.told(text)
    after = [c for c in reader.told(f"{text}\n\n{other}") if c.quote == text]
    before = [c for c in reader.told(f"{other}\n\n{text}") if c.quote == text]
    assert alone == after == before


def test_reading_twice_gives_the_same_reading(reader: Reader) -> None:
    assert reader.read(REPORT, DAMAGED) == reader.read(REPORT, DAMAGED)


def test_a_document_never_changes_what_another_gives(reader: Reader) -> None:
    first, second = reader.read(REPORT), reader.read(DAMAGED)
    both = reader.read(REPORT, DAMAGED)
    assert both.claims == first.claims + second.claims
    assert both.claims[len(first.claims) :] == second.claims


@pytest.mark.parametrize("text", [REPORT, DAMAGED], ids=["whole", "damaged"])
def test_every_quote_is_the_text_at_its_place(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert len(reading.claims) >= 3
    for claim in reading.claims:
        assert claim.span is not None
        assert text[slice(*claim.span)] == claim.quote
        assert claim.trigger is not None
        start, end = claim.trigger
        assert claim.span[0] <= start < end <= claim.span[1]
        assert all(words in text for _, words in claim.words)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_loss_of_letters_moves_a_quote(reader: Reader, data: st.DataObject) -> None:
    cut = data.draw(st.sets(st.integers(0, len(REPORT) - 1), max_size=12))
    text = "".join(c for i, c in enumerate(REPORT) if i not in cut)
    reading = reader.read(text)
    for claim in reading.claims:
        assert claim.span is not None
        assert text[slice(*claim.span)] == claim.quote != ""


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_read(reader: Reader, text: str) -> None:
    for claim in reader.read(text).claims:
        assert claim.span is not None
        assert text[slice(*claim.span)] == claim.quote


def test_claims_have_ids_of_their_own(reader: Reader) -> None:
    ids = [claim.id for claim in reader.read(REPORT).claims]
    assert all(re.fullmatch("c-[0-9a-f]{10}", one) for one in ids)
    assert len(ids) == len(set(ids))


def test_what_is_no_part_of_the_report_is_not_read(reader: Reader) -> None:
    text = "Chad armed the rebels.\n\nAlso read: Ethiopia attacked Eritrea."
    start = text.index("Also")
    marked = replace(document(text), boilerplate=((start, len(text)),))
    found = read_documents([marked], gazetteer=reader.gazetteer, encoder=reader.encoder)
    assert [c.pair for c in told(found, reader.gazetteer)] == [("Chad", "rebels")]


def test_a_document_without_a_word_gives_no_claim(reader: Reader) -> None:
    assert reader.read("", "\n\n", "12 345 ...").claims == ()
    assert reader.read().documents == ()
