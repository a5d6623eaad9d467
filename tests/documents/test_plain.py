"""What the lines of a plain or Markdown text say of title, date, outlet and origin."""

from __future__ import annotations

import pytest

from tertius.documents.datelines import date_of_line, iso_date
from tertius.documents.plain import particulars

from .texts import REPORT, SENTENCE


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thursday, February 18, 2010", "2010-02-18"),
        ("27 December 2014", "2014-12-27"),
        ("Published: 10:15 GMT, 27 December 2014", "2014-12-27"),
        ("Updated Dec. 3, 2015 at 4:05 p.m. ET", "2015-12-03"),
        ("2014-12-27T10:00:00Z", "2014-12-27"),
        ("Posted on March 5th, 2013", "2013-03-05"),
        ("27.12.2014", "2014-12-27"),
        ("December 2014", "2014-12"),
        ("On December 2, 2014 he said that it was over", None),
        ("February 30, 2014", None),
        ("May", None),
        ("The march of 2014", None),
        ("1,000", None),
    ],
)
def test_a_line_that_is_a_date_is_read_as_one(line: str, day: str | None) -> None:
    assert date_of_line(line) == day


def test_a_date_without_a_year_is_none() -> None:
    assert iso_date("Dec. 27") is None


@pytest.mark.parametrize(
    ("opening", "agency", "day"),
    [
        ("STRELSAU, Dec. 27 (Reuters) - ", "Reuters", None),
        ("STRELSAU, Ruritania (AP) — ", "Associated Press", None),
        ("STRELSAU/ZENDA, Dec 27, 2014 (AFP) -- ", "Agence France-Presse", "2014-12-27"),
        ("Strelsau, May 5 (EFE).- ", "EFE", None),
        ("(Reuters) - ", "Reuters", None),
        ("STRELSAU, Ruritania (Hentzau Press) - ", "Hentzau Press", None),
        ("NORTHERN LEAGUE (NL) - ", None, None),
        ("STRELSAU — ", None, None),
        ("Strelsau - ", None, None),
        ("The king (AP) said: ", None, None),
    ],
)
def test_a_dateline_names_the_agency_and_the_date(
    opening: str, agency: str | None, day: str | None
) -> None:
    said = particulars(f"Ruritania leaves\n\n{opening}{SENTENCE}")
    assert (said.copied_from, said.published) == (agency, day)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Source: Reuters", "Reuters"),
        ("(AP)", "Associated Press"),
        ("By Rudolf Rassendyll, Associated Press", "Associated Press"),
        ("Copyright 2014 The Associated Press. All rights reserved.", "Associated Press"),
        ("This article was originally published in The New York Times", "The New York Times"),
        ("Source: the ministry", None),
        ("From Zenda to Strelsau", None),
        ("By Rudolf Rassendyll", None),
    ],
)
def test_a_line_of_credit_names_the_agency(line: str, agency: str | None) -> None:
    assert particulars(f"{REPORT}\n{line}\n").copied_from == agency


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kings meet\n\n" + SENTENCE, "Kings meet"),
        ("Kings meet\n" + SENTENCE, "Kings meet"),
        ("Kings of Ruritania meet in …\n" + SENTENCE, "Kings of Ruritania meet in …"),
        ("\n\n3 May 2013\nKings meet\n" + SENTENCE, "Kings meet"),
        ("# Kings meet #\n\n" + SENTENCE, "Kings meet"),
        ("Kings meet\n==========\n\n" + SENTENCE, "Kings meet"),
        ("Kings met.\n\n" + SENTENCE, None),
        (SENTENCE + "\n\n" + SENTENCE, None),
        ("Kings meet", None),
        ("", None),
    ],
)
def test_a_first_line_like_a_headline_is_the_title(text: str, title: str | None) -> None:
    assert particulars(text).title == title


def test_a_front_matter_is_read_and_is_no_part_of_the_report() -> None:
    front = (
        '---\ntitle: "Kings meet"\ndate: 2014-12-27\npublisher: Zenda Gazette\n'
        "url: https://zenda.example/1\n---\n"
    )
    said = particulars(front + "\n# Kings meet\n\n" + SENTENCE)
    assert (said.title, said.published) == ("Kings meet", "2014-12-27")
    assert (said.outlet, said.url) == ("Zenda Gazette", "https://zenda.example/1")
    assert said.boilerplate[0] == (0, len(front) - 1)


def test_a_front_matter_may_give_a_month_only() -> None:
    assert particulars("---\ndate: 2014-12\n---\n" + SENTENCE).published == "2014-12"


def test_a_weekday_and_date_before_the_report_is_its_date() -> None:
    said = particulars("Kings meet\n\nThursday, May 7, 2015 On Tuesday, the kings met.")
    assert said.published == "2015-05-07"


def test_the_date_of_an_event_in_the_text_is_not_the_date_of_the_report() -> None:
    text = "Kings meet\n\nThe kings met on 7 May 2015 in the castle, where they had met before.\n"
    assert particulars(text).published is None


def test_an_agency_does_not_copy_from_itself() -> None:
    text = f"---\nsource: AP\n---\nKings meet\n\nSTRELSAU (AP) — {SENTENCE}"
    assert (particulars(text).outlet, particulars(text).copied_from) == ("AP", None)
