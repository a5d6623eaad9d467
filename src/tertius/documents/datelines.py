"""Dates and credits that a report gives of itself: date lines, datelines, agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBER_OF = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_MONTH} +{_DAY},? +{_YEAR}",
        rf"{_DAY}(?: +of)? +{_MONTH},? +{_YEAR}",
        rf"{_DAY}-{_MONTH}-{_YEAR}",
        rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}",
        rf"{_YEAR} +{_MONTH} +{_DAY}",
        rf"{_DAY}\.(?P<number>\d{{1,2}})\.{_YEAR}",
        rf"{_MONTH},? +{_YEAR}",
    )
)
_AROUND = re.compile(
    r"(?:published|posted|updated|last updated|first published|date|dated|issued|filed|release date"
    r"|on|at|by|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?|\d{1,2}[:.h]\d\d(?::\d\d)?|[ap]\.?m\.?|gmt|utc|bst|cet|est|edt|et"
    r"|pst|pdt|z|t(?=\d)|[+-]\d\d:?\d\d|\(|\)|[|,;:.·•–—/-]|\s)*",
    re.IGNORECASE,
)

# "Brazzaville, 11 March 2024", "PORT MORESBY, Papua New Guinea, Tuesday, 3 May 2022"
_PLACE_BEFORE = re.compile(
    r"\s*(?:[A-ZÀ-Þ][\w'’.-]*(?: (?:de|da|do|la|le|el|al|of|upon))?"
    r"(?: [A-ZÀ-Þ][\w'’.-]*){0,3}[,.:] *){1,3}(?:the )?"
)

_AGENCIES = {
    "Reuters": "Reuters", "Thomson Reuters": "Reuters", "REUTERS": "Reuters",
    "AP": "Associated Press", "The Associated Press": "Associated Press",
    "Associated Press": "Associated Press",
    "AFP": "Agence France-Presse", "Agence France-Presse": "Agence France-Presse",
    "UPI": "United Press International", "United Press International": "United Press International",
    "DPA": "dpa", "dpa": "dpa", "EFE": "EFE", "ANSA": "ANSA", "APA": "APA",
    "Xinhua": "Xinhua", "TASS": "TASS", "ITAR-TASS": "TASS", "Itar-Tass": "TASS", "Tass": "TASS",
    "RIA Novosti": "RIA Novosti", "RIA": "RIA Novosti", "Interfax": "Interfax",
    "Interfax-Ukraine": "Interfax-Ukraine", "Ukrinform": "Ukrinform",
    "IRNA": "IRNA", "Fars": "Fars News Agency", "FNA": "Fars News Agency", "Tasnim": "Tasnim",
    "ISNA": "ISNA", "SANA": "SANA", "NINA": "NINA", "WAFA": "WAFA", "Petra": "Petra",
    "MENA": "Middle East News Agency", "SPA": "Saudi Press Agency", "WAM": "WAM", "QNA": "QNA",
    "KUNA": "KUNA", "AA": "Anadolu Agency", "Anadolu": "Anadolu Agency",
    "Anadolu Agency": "Anadolu Agency", "DHA": "Demiroren News Agency",
    "KCNA": "KCNA", "Yonhap": "Yonhap", "Kyodo": "Kyodo", "Jiji": "Jiji Press", "CNA": "CNA",
    "Antara": "Antara", "Bernama": "Bernama", "VNA": "Vietnam News Agency", "APP": "APP",
    "PTI": "Press Trust of India", "ANI": "ANI", "IANS": "IANS", "UNI": "UNI",
    "NAN": "News Agency of Nigeria", "PANA": "PANA", "SUNA": "SUNA", "ENA": "ENA",
    "IRIN": "IRIN", "VOA": "Voice of America", "Voice of America": "Voice of America",
    "RFE/RL": "RFE/RL", "BBC": "BBC", "CNN": "CNN", "Al Jazeera": "Al Jazeera",
    "Bloomberg": "Bloomberg", "PA": "PA Media", "CP": "The Canadian Press",
    "The Canadian Press": "The Canadian Press", "AAP": "AAP", "McClatchy": "McClatchy",
    "New York Times": "The New York Times", "NYT": "The New York Times",
    "The New York Times": "The New York Times", "Washington Post": "The Washington Post",
    "The Washington Post": "The Washington Post",
    "U.N. News": "UN News", "UN News": "UN News", "UN News Centre": "UN News",
}  # fmt: skip
_WEEKDAY = re.compile(r"[ \t]*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, +")
_OPENING = re.compile(r"[ \t]*\((?P<agency>[A-Za-z][\w.’' -]{1,40})\) *(?:--?|[–—])")
_FOLDED = {name.lower(): value for name, value in _AGENCIES.items()}
_NAME = r"(?P<agency>[A-Za-z][\w.’' -]{1,40}?)"
_DATELINE = re.compile(
    r"\s*(?P<place>[A-ZÀ-Þ][\wÀ-ÿ'’.-]*"
    r"(?:[ ,/]+(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]* +\d)"
    r"[A-ZÀ-Þ][\wÀ-ÿ'’.-]*){0,5})"
    rf"[ ,/]*(?P<date>(?:{_MONTH} *\d{{1,2}}|\d{{1,2}} *{_MONTH.replace('month', 'month2')})"
    r"(?:,? *(?:1[89]|20)\d\d)?)?"
    rf"[ ,]*(?:\({_NAME}(?:[/] ?[\w .]{{1,30}})?\)|(?P<bare>[A-Z]{{3,5}})(?= [-–—]))?\.?"
    r"\s*(?:--?|[–—:])\s*(?=[\"“'A-Z0-9])"
)
_CREDIT = re.compile(
    r"[ \t]*\(?(?:(?:(?:this|the) )?(?:story|article|report|text|post)? *(?:(?:was|is|has been) )?"
    r"(?:first |originally )*(?:published|appeared|posted|reported) (?:in|by|on|at|with|from)"
    r"|sources?|credit|via|courtesy(?: of)?|agenc(?:y|ies)|reprinted from|from"
    r"|(?:with|by) (?:additional )?reporting (?:by|from)|copyright(?: \d{4})?|©(?: *\d{4})?)"
    rf" *:? +(?:the )?{_NAME}(?=[ \t]*(?:$|[.,;()|/\d-]| (?:on|in|at|and|all)\b))",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    rf"[ \t]*By [^\n]{{3,60}}?(?:[,|/]| [-–—]) *\(?(?:the )?{_NAME}\)?[ \t]*$", re.I
)
_HEAD_LINES, _FOOT_LINES = 12, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the lines around a report say of it. None: they do not say."""

    published: str | None = None  # ISO
    credit: str | None = None  # the agency or outlet that the text credits
    lines: tuple[tuple[int, int], ...] = ()  # spans of the lines that say only that


def agency(outlet: str | None) -> str | None:
    """Return the outlet under the one name that credits give it: "AP" is the Associated Press."""
    if outlet is None:
        return None
    return _AGENCIES.get(outlet) or _FOLDED.get(outlet.lower(), outlet)


def iso_date(words: str) -> str | None:
    """Return the first full date in the words as ISO; a month and a year give a month.

    >>> iso_date("Thursday, February 18, 2010"), iso_date("27 December 2014")
    ('2010-02-18', '2014-12-27')
    """
    for form in _FORMS:
        found = form.search(words)
        if found is None:
            continue
        parts = found.groupdict()
        month = parts.get("number") or _NUMBER_OF[(parts["month"] or "").lower()[:3]]
        day = parts.get("day")
        if day is None:
            return f"{int(parts['year']):04}-{int(month):02}"
        try:
            return date(int(parts["year"]), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def date_of_line(line: str) -> str | None:
    """Return the ISO date of a line that holds a date and nothing else."""
    if len(line) > 90:
        return None
    for form in _FORMS:
        found = form.search(line)
        if found is None:
            continue
        before, after = line[: found.start()], line[found.end() :]
        if not _AROUND.fullmatch(after):
            continue
        if _AROUND.fullmatch(before) or _PLACE_BEFORE.fullmatch(before):
            return iso_date(found.group())
    return None


def heading(text: str, lines: list[tuple[int, int]]) -> Heading:
    """Return what the head and the foot of a plain report say of its date and its origin.

    lines: spans of the lines of text that are not blank.
    """
    ends = lines[:_HEAD_LINES] + lines[_HEAD_LINES:][-_FOOT_LINES:]
    published: str | None = None
    credit: str | None = None
    spans: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(ends):
        line = text[start:end]
        found = date_of_line(line)
        if found is not None:
            published = published or found
            spans.append((start, end))
            continue
        if number < 4 and (day := _WEEKDAY.match(line)):  # the report follows on the same line
            published = published or iso_date(line[day.end() : day.end() + 20])
        opened = _dateline(line) if number < 6 else None
        if opened is not None:
            credit = credit or opened[1]
            published = published or opened[0]
        elif len(line) < 200:
            credit = credit or _credit(line)
    return Heading(published=published, credit=credit, lines=tuple(spans))


def _dateline(line: str) -> tuple[str | None, str | None] | None:
    """Return the date and the agency of a dateline; None: the line begins with none."""
    found = _DATELINE.match(line)
    if found is None or found.end() > 100:
        bare = _OPENING.match(line)
        named = _AGENCIES.get(bare.group("agency")) if bare else None
        return None if named is None else (None, named)
    written = (found.group("agency") or "").strip()
    named = _AGENCIES.get(written or found.group("bare") or "")
    city = re.split(r"[ ,/]", found.group("place").strip())[0]
    if named is None and city.isupper() and written[:1].isupper():
        initials = "".join(word[0] for word in re.findall(r"\w+", found.group("place")))
        named = None if written in initials else written  # an agency that is not in the list
    if named is None and found.group("date") is None and not found.group("place").isupper():
        return None
    return (iso_date(found.group("date") or ""), named)


def _credit(line: str) -> str | None:
    """Return the agency that a line of credit or a byline names."""
    whole = line.strip(" \t()-–—")
    found = _CREDIT.match(line) or _BYLINE.match(line)
    name = found.group("agency") if found else whole
    return _AGENCIES.get(name.strip()) or (
        _FOLDED.get(name.strip().lower()) if len(name.strip()) > 3 else None
    )
