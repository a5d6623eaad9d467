"""Damage is mended, whole text is left alone, and every character keeps its way back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.documents import Repaired, repair

from .texts import REPORT

NAMES = frozenset(
    "Ruritania|Borduria|Houthi|Houthis|Taliban|Hama|Hamas|Islamic State|Iran|Iraq|Tehran|America"
    "|Philippine|Netherland|Korea|North Korea|NATO"
    "|People's Army|Lord 's Resistance Army".split("|")
)

MENDED = [
    ("Ruritania denied it. Ruritanias army left.", "Ruritania denied it. Ruritania's army left."),
    ("He spoke of Ruritanias 2015 deal.", "He spoke of Ruritania's 2015 deal."),
    ("It hurt Talibans image.", "It hurt Taliban's image."),
    ("They met [Irans Guard] there.", "They met [Iran's Guard] there."),
    ("Mr. Vandor left. Vandors aide stayed.", "Mr. Vandor left. Vandor's aide stayed."),
    ("He left the Islamic States city.", "He left the Islamic State's city."),
    ("North Koreas army moved.", "North Korea's army moved."),
    ("It was Irans elected president who spoke.", "It was Iran's elected president who spoke."),
    ("Hamass leader spoke.", "Hamas's leader spoke."),
    ("The Peoples Army left Zenda's wall.", "The People's Army left Zenda's wall."),
    ("The Lords Resistance Army left.", "The Lord's Resistance Army left."),
    ("NATOs decision came late.", "NATO's decision came late."),
    ("Thats it, they dont know, it isnt.", "That's it, they don't know, it isn't."),
    ("Its a war. Its army left.", "It's a war. Its army left."),
    ("The countrys leaders met todays envoy.", "The country's leaders met today's envoy."),
    ("They met after last weeks attack.", "They met after last week's attack."),
    ("the two nations arms-length alliance held", "the two nations' arms-length alliance held"),
    ("The governments decision was late.", "The government's decision was late."),
    ("It gave $1billion and 5million shells.", "It gave $1 billion and 5 million shells."),
    ("The war ended.The troops left.", "The war ended. The troops left."),
    ("Iranâ€™s â€œaxisâ€\x9d â€“ a war", "Iran's \"axis\" – a war"),
    ("Iran?s army, Iran`s army, Iran\ufffds army", "Iran's army, Iran's army, Iran's army"),
    ("Iran&#8217;s army &amp; navy", "Iran's army & navy"),
    ("cafÃ© in SÃ£o Paulo", "café in São Paulo"),
    ("“Peace,” he said, ‘now’.", "\"Peace,\" he said, 'now'."),
    ("a\xa0b  c\td", "a b c d"),
    ("gov\xadern\u200bment\ufeff", "government"),
    ("the govern-\nment of it", "the government of it"),
    ("the Iranian-\nbacked men", "the Iranian-backed men"),
    ("one\r\ntwo\rThree", "one\ntwo\nThree"),
]  # fmt: skip


@pytest.mark.parametrize(("damaged", "whole"), MENDED)
def test_damage_is_mended(damaged: str, whole: str) -> None:
    assert repair(damaged, names=NAMES).text == whole


WHOLE = [
    "Fans of the Beatles tour the city. A Beatle came.",
    "Reuters reported it. A Reuter lived once.",
    "A Houthi official spoke. Houthis fired missiles, and the Houthis leader left.",
    "Iranians voted while Iran watched. Iraqis want peace with Iraq.",
    "Americas future is open, America said.",
    "The Netherlands army and the Philippines navy met. Philippine ships left.",
    "The United States forces left. The Islamic State fell. A State of war.",
    "Hamas fighters left Hama. Hama fell.",
    "The two Koreas agreed. North Korea left.",
    "The Obamas visited. Obama spoke.",
    "Adams rejected the plan. Adam Ant agreed.",
    "MPs voted. An MP left. NGOs said so; an NGO left.",
    "Revolutionary Guards commanders met. The Revolutionary Guard Corps left.",
    "The plan was Zoltanias. Zoltania said so.",
    "Its army and its own men were there, its no-fly zone too.",
    "He came, as is his wont, with cant in the talk.",
    "The rebels fire and the leaders plan to meet.",
    "See www.Example.Com or a.Bc@d.Efg or U.S.Army or node.Js for it.",
    "In the last years of the war he fell.",
    "The humans rights and the Ottomans empire",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_may_be_whole_is_left_alone(text: str) -> None:
    assert repair(text, names=NAMES).text == text


def test_a_document_that_keeps_its_apostrophes_is_left_alone() -> None:
    text = "Vandor's men don't know. Vandors met Vandor at Vandor's house. It's late."
    assert repair(text).repairs == ()


def test_the_document_itself_shows_which_names_it_has() -> None:
    text = "The report says that Zubrowka will fight. Its say, and Zubrowkas allies follow."
    assert repair(text).text.endswith("Zubrowka's allies follow.")
    assert repair("Only Zubrowkas allies follow it.").repairs == ()


def test_text_without_damage_comes_back_unchanged() -> None:
    mended = repair(REPORT, names=NAMES)
    assert mended.text == REPORT
    assert mended.repairs == ()
    assert list(mended.origin) == list(range(len(REPORT) + 1))


def test_lines_of_a_fixed_width_are_joined_and_paragraphs_are_not() -> None:
    text = (
        "The army of the kingdom left the town on\n"
        "Monday and moved to the river, where the\n"
        "Bordurian troops had been waiting for it\n"
        "since May.\n"
        "\n"
        "Nobody knew of the plan but the minister\n"
        "and his aide.\n"
    )
    lines = repair(text).text.split("\n")
    assert lines[0].endswith("waiting for it since May.")
    assert lines[2] == "Nobody knew of the plan but the minister and his aide."


def test_fields_above_a_report_stay_apart() -> None:
    text = "title: kings meet again\ndate: 2014-12-27\nkings met again today\n"
    assert repair(text).text == text


def test_a_headline_and_paragraphs_of_one_line_stay_apart() -> None:
    text = (
        "Peace at last\nThe war ended on Monday after ten years.\nNobody won it, the king said.\n"
    )
    assert repair(text).text == text


def test_each_repair_says_where_and_what() -> None:
    text = "Iran spoke of Irans army."
    assert repair(text).repairs == ((18, "apostrophe: Irans"),)


def test_a_span_leads_back_to_the_words_themselves() -> None:
    text = "Iran said that Irans \xadarmy spent  $1billion."
    mended = repair(text)
    assert mended.text == "Iran said that Iran's army spent $1 billion."

    def original(words: str) -> str:
        start = mended.text.rindex(words)
        return text[slice(*mended.span(start, start + len(words)))]

    assert original("Iran") == "Iran"
    assert original("Iran's") == "Irans"
    assert original("'s") == "s"
    assert original("army") == "army"
    assert original("$1 billion") == "$1billion"
    assert original("spent $1") == "spent  $1"


def test_a_span_outside_the_text_raises() -> None:
    with pytest.raises(ValueError, match="no span"):
        repair("text").span(2, 9)


PIECES = st.sampled_from(
    "Iran Irans Iran's army thats dont its The $1billion 5million Houthis last weeks two nations"
    " arms-length Islamic States State s é . ? “ ’ &amp; â€™ Ã© \ufffd".split()
) | st.sampled_from(["\xa0", "\xad", "\u200b", "  ", " ", "\n", "\r\n", "-\n", "\x00"])
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join) | st.lists(
    PIECES, max_size=40
).map(" ".join)


@given(TEXTS)
def test_every_character_keeps_its_way_back(text: str) -> None:
    mended = repair(text, names=NAMES)
    origin = list(mended.origin)
    assert len(origin) == len(mended.text) + 1
    assert len(mended.stops) == len(mended.text)
    assert origin == sorted(origin)
    assert all(0 <= place <= len(text) for place in origin)
    assert all(a <= b <= len(text) for a, b in zip(origin, mended.stops, strict=False))
    assert origin[-1] == len(text)


@given(TEXTS, st.data())
def test_every_span_lies_in_the_original(text: str, data: st.DataObject) -> None:
    mended = repair(text, names=NAMES)
    start = data.draw(st.integers(0, len(mended.text)))
    end = data.draw(st.integers(start, len(mended.text)))
    first, last = mended.span(start, end)
    assert 0 <= first <= last <= len(text)


@given(TEXTS)
def test_every_word_that_stands_in_both_texts_is_found_again(text: str) -> None:
    mended = repair(text, names=NAMES)
    for word in re.finditer(r"[A-Za-z]{3,}", mended.text):
        start, end = mended.span(*word.span())
        kept = re.sub(r"[^A-Za-z]", "", text[start:end])
        assert kept == word.group()


@given(TEXTS)
def test_repairing_twice_changes_nothing_more_in_its_letters(text: str) -> None:
    once = repair(text, names=NAMES)
    letters = re.sub(r"[^A-Za-z]", "", once.text)
    assert re.sub(r"[^A-Za-z]", "", repair(once.text, names=NAMES).text) == letters


@given(st.text(alphabet="abc .,\nXYZ19-", max_size=300))
def test_the_same_text_gives_the_same_repair(text: str) -> None:
    first, second = repair(text), repair(text)
    assert isinstance(first, Repaired)
    assert (first.text, first.repairs) == (second.text, second.repairs)
    assert list(first.origin) == list(second.origin)
