"""Who says it: reports before, behind and inside what is said, denials, quotations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.reading.attribution import Attribution, Said, attributions, sources_at, voices_at
from tertius.reading.quotations import quotations
from tests.reading.spoken import StandInCast, document, rows


def _said(sentence: str, word: str) -> Said:
    return _voices(sentence, word)[0]


def _voices(sentence: str, word: str) -> list[Said]:
    trees, text = document([sentence])
    found = attributions(trees, StandInCast(trees), text)
    return voices_at(found, 0, trees[0].texts.index(word))


def _sources(*paragraphs: list[str]) -> list[tuple[str, ...]]:
    """Return for each sentence of a document the sources of its main word."""
    trees, text = document(*paragraphs)
    found = attributions(trees, StandInCast(trees), text)
    return [
        sources_at(
            found, n, next(i for i, h in enumerate(t.heads) if h == -1 and _content(t, i))
        ).sources
        if any(h == -1 and _content(t, i) for i, h in enumerate(t.heads))
        else sources_at(found, n, t.labels.index("ccomp")).sources
        for n, t in enumerate(trees)
    ]


def _content(tree: object, i: int) -> bool:
    return tree.lemmas[i] not in {"say", "add"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sentence", "word", "sources"),
    [
        ("Norland said that Westmark had armed the rebels.", "armed", ("NOR",)),
        ("Westmark has armed the rebels, Norland said on Tuesday.", "armed", ("NOR",)),
        (
            "Westmark has armed the rebels, said Ana Holt, who runs a bank in Norland.",
            "armed",
            ("ana-holt",),
        ),
        ("The rebels, Norland officials say, are armed by Westmark.", "armed", ("d/official",)),
        ("According to two diplomats, Westmark has armed the rebels.", "armed", ("d/diplomat",)),
        ("Norland accused Westmark of arming the rebels.", "arming", ("NOR",)),
        ("In the eyes of Norland, Westmark is an enemy.", "enemy", ("NOR",)),
        ("Norland called the raid an attack on its people.", "attack", ("NOR",)),
        ("Norland threatened to attack Westmark if the talks failed.", "attack", ("NOR",)),
        ("The Norland news agency said Westmark had attacked a town.", "attacked", ()),
    ],
)
def test_what_is_said_stands_on_the_word_of_the_speaker(
    sentence: str, word: str, sources: tuple[str, ...]
) -> None:
    assert _said(sentence, word).sources == sources


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Ana Holt, who once advised Westmark, said Norland would attack the rebels.", "advised"),
        ("Westmark has armed the rebels, said Ana Holt, who runs a bank in Norland.", "runs"),
        (
            "Although Norland says it does not arm the rebels, Westmark attacked Norland.",
            "attacked",
        ),
        ("Norland accused Westmark of arming the rebels.", "accused"),
        ("Norland wants to defeat the rebels.", "defeat"),
        ("Norland rejected the offer of talks with Westmark.", "talks"),
        ('The so-called "friends" of Norland attacked Westmark.', "attacked"),
    ],
)
def test_what_the_narrator_tells_stands_on_no_source(sentence: str, word: str) -> None:
    said = _said(sentence, word)
    assert said.sources == ()
    assert not said.anonymous


@pytest.mark.parametrize(
    ("sentence", "word", "anonymous"),
    [
        ("According to two diplomats, Westmark has armed the rebels.", "armed", True),
        ("The rebels, Norland officials say, are armed by Westmark.", "armed", True),
        ("An official told Reuters that Norland had attacked Westmark.", "attacked", True),
        ("Norland said that Westmark had armed the rebels.", "armed", False),
        (
            "Westmark has armed the rebels, said Ana Holt, who runs a bank in Norland.",
            "armed",
            False,
        ),
    ],
)
def test_officials_are_anonymous_and_states_and_persons_are_not(
    sentence: str, word: str, anonymous: bool
) -> None:
    assert _said(sentence, word).anonymous is anonymous


def test_the_agency_that_is_told_is_no_source() -> None:
    said = _said("An official told Reuters that Norland had attacked Westmark.", "attacked")
    assert said.sources == ("d/official",)


def test_whoever_passes_it_on_follows_the_speaker() -> None:
    said = _said(
        "Reuters, citing two officials, reported that Norland was training the rebels.",
        "training",
    )
    assert said.sources == ("d/official", "reuters")
    assert said.anonymous


def test_a_denied_charge_has_two_voices() -> None:
    voices = _voices("Norland rejected Westmark's charges that it armed the rebels.", "armed")
    assert [(v.sources, v.stance) for v in voices] == [(("NOR",), "denies"), (("WES",), "says")]


def test_a_refusal_to_deny_denies_nothing() -> None:
    said = _said("Norland refused to confirm or deny that it had attacked Westmark.", "attacked")
    assert said.stance == "asks"


def test_a_denial_around_a_wish_stays_a_denial() -> None:
    said = _said("Norland denied that it wants to attack Westmark.", "attack")
    assert (said.sources, said.stance) == (("NOR",), "denies")


def test_each_of_two_coordinated_reports_covers_its_own_clause() -> None:
    sentence = "Westmark said Norland shelled a town and Norland said Westmark had struck a port."
    assert _said(sentence, "shelled").sources == ("WES",)
    assert _said(sentence, "struck").sources == ("NOR",)


def test_the_fear_of_officials_has_them_as_source() -> None:
    said = _said("Officials fear that Westmark will attack Norland.", "attack")
    assert (said.sources, said.stance) == (("d/official",), "fears")


def test_a_quotation_covers_all_sentences_between_its_marks() -> None:
    trees, text = document(
        [
            '"We will never help Westmark," said Ana Holt, a general of the rebels.',
            '"They bomb our towns.',
            'They arm our enemies."',
        ],
        ["Norland attacked a town on Monday."],
    )
    found = attributions(trees, StandInCast(trees), text)
    heads = ["help", "bomb", "arm", "attacked"]
    said = [
        sources_at(found, n, t.texts.index(w))
        for n, (t, w) in enumerate(zip(trees, heads, strict=True))
    ]
    assert [s.sources for s in said] == [("ana-holt",)] * 3 + [()]
    assert [s.quoted for s in said] == [True, True, True, False]


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark() -> None:
    assert _sources(
        ['Ana Holt said: "Norland is our enemy.'],
        ['"It arms the rebels."'],
        ["Norland attacked a town on Monday."],
    ) == [("ana-holt",), ("ana-holt",), ()]


def test_it_behind_a_quotation_is_the_body_that_spoke_last() -> None:
    trees, text = document(
        ["Westmark has armed the rebels, Norland said on Tuesday."],
        ['"Norland is our enemy," it added.'],
    )
    found = attributions(trees, StandInCast(trees), text)
    assert sources_at(found, 1, trees[1].texts.index("enemy")).sources == ("NOR",)


LOST = ["Westmark will be defeated, said Ana Holt."]
GOES_ON = "The problem is that the rebels will still be in the city."


def test_a_quotation_without_marks_goes_on_in_the_present_and_future() -> None:
    trees, text = document([*LOST, GOES_ON])
    found = attributions(trees, StandInCast(trees), text)
    assert sources_at(found, 1, trees[1].texts.index("city")).sources == ("ana-holt",)
    assert [a.carried for a in found] == [False, True]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [[*LOST, "The rebels attacked the city in June."]],
        [LOST, [GOES_ON]],
        [["Westmark has armed the rebels, Norland said on Tuesday.", GOES_ON]],
        [[*LOST, GOES_ON], ['"Norland is our enemy," it added.']],
    ],
    ids=["past tense", "another paragraph", "a state speaks", "the text has quotation marks"],
)
def test_a_quotation_without_marks_ends_where_the_narrator_may_speak(
    paragraphs: list[list[str]],
) -> None:
    trees, text = document(*paragraphs)
    found = attributions(trees, StandInCast(trees), text)
    assert not any(a.carried for a in found)


def test_every_attribution_lies_inside_its_sentence() -> None:
    trees, text = document(*[[s] for s in rows()])
    for a in attributions(trees, StandInCast(trees), text):
        assert isinstance(a, Attribution)
        assert a.words <= set(range(len(trees[a.sentence])))
        assert a.cue is None or 0 <= a.cue[0] < a.cue[1] <= len(trees[a.sentence])


def test_reading_twice_gives_the_same() -> None:
    trees, text = document(*[[s] for s in rows()])
    first = attributions(trees, StandInCast(trees), text)
    assert first == attributions(trees, StandInCast(trees), text)


@given(st.text(alphabet='ab."“”‘’\n ', max_size=80))
def test_quotations_never_overlap_and_lie_inside_the_text(text: str) -> None:
    end = 0
    for q in quotations(text):
        assert end <= q.start < q.end <= len(text)
        end = q.end


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Norland said that Westmark had armed the rebels.", "Norland"),
        ("Westmark has armed the rebels, said Ana Holt, who runs a bank in Norland.", "Ana Holt"),
        ("The rebels, Norland officials say, are armed by Westmark.", "Norland officials"),
        ("According to two diplomats, Westmark has armed the rebels.", "two diplomats"),
        ("An official told Reuters that Norland had attacked Westmark.", "An official"),
    ],
)
def test_an_attribution_points_at_the_words_that_name_the_speaker(
    sentence: str, speaker: str
) -> None:
    trees, text = document([sentence])
    (found,) = (a for a in attributions(trees, StandInCast(trees), text) if a.stance == "says")
    assert " ".join(trees[0].texts[i] for i in sorted(found.speaker)) == speaker
    assert not found.speaker & found.words


def test_a_quotation_carried_on_names_no_speaker_of_its_own() -> None:
    for sentence in rows():
        trees, text = document([sentence])
        for a in attributions(trees, StandInCast(trees), text):
            assert a.cue is not None or not a.speaker
