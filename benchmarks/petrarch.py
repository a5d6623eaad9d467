"""Who did what to whom in PETRARCH's unit tests: an invented world that no gazetteer knows.

DIR/petrarch_records/PETR.UnitTest.records.xml: sentences with (source, target, event) codes. A code
begins with three letters of its country (ARN for Arnor). Records whose two countries the sentence
names are cases; the words that belong to a code are those that begin like it. Our claims are right
where some claim of the sentence has, for the party asked, a word that begins like the code; the
sign is that of the event's group (03 to 08 cooperation, 11 on conflict, others left out).
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, f1, figure, macro_f1, share
from benchmarks.figures import confusion as row_of
from tertius.readers import Reader
from tertius.records import Claim, Document

SIGNS = ("cooperation", "conflict")
# Towns and forms by which the records speak of a country; the codes are PETRARCH's own.
FORMS = {"GON": ("Minas Tirith",), "ELF": ("Caras Galadhon", "Elves"), "MOR": ("Barad",),
         "BRE": ("Bree",), "ROH": ("Edoras",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One event of one sentence."""

    text: str
    date: str | None  # ISO
    source: str  # three letters
    target: str
    sign: int  # 0: neither cooperation nor conflict


def records(path: Path) -> list[Record]:
    """Return the events whose two parties the sentence names; each once."""
    root = ElementTree.parse(path).getroot()
    found: dict[Record, None] = {}
    for sentence in root.iter("Sentence"):
        text = " ".join((sentence.findtext("Text") or "").split())
        day = sentence.attrib.get("date", "")
        date = f"{day[:4]}-{day[4:6]}-{day[6:]}" if re.fullmatch(r"\d{8}", day) else None
        for event in sentence.iter("EventCoding"):
            source, target = (event.attrib.get(f"{side}code", "") for side in ("source", "target"))
            one, other = source[:3], target[:3]
            if one != other and all(says(code, text) for code in (one, other)):
                sign = _sign(event.attrib.get("eventcode", ""))
                found[Record(text, date, one, other, sign)] = None
    return list(found)


def says(code: str, words: str | None) -> bool:
    """Tell whether words name the country of a code.

    >>> says("ARN", "the Arnorian army"), says("GON", "Gandalf")
    (True, False)
    """
    if len(code) < 3 or not words:
        return False
    if any(form in words for form in FORMS.get(code, ())):
        return True
    return any(word.casefold().startswith(code.casefold()) for word in re.findall(r"\w+", words))


def _sign(event: str) -> int:
    group = int(event[:2]) if event[:2].isdigit() else 0
    return 1 if 3 <= group <= 8 else -1 if group >= 11 else 0


def told(record: Record, claims: list[Claim]) -> tuple[bool, bool, str]:
    """Return whether source and target of a record are said by our claims, and the sign of these.

    The claim with both parties decides; else any that has one of them in its place.
    """
    named = [(says(record.source, _said(c, "actor")), says(record.target, _said(c, "recipient")))
             for c in claims]  # fmt: skip
    turned = [
        c.symmetric
        and says(record.source, _said(c, "recipient"))
        and says(record.target, _said(c, "actor"))
        for c in claims
    ]
    whole = [c for c, n, t in zip(claims, named, turned, strict=True) if all(n) or t]
    if whole:
        signs = {c.sign for c in whole} - {0}
        right = record.sign in signs
        sign = record.sign if right else next(iter(sorted(signs)), 0)
        return True, True, SIGNS[sign < 0] if sign else "none"
    return any(n[0] for n in named), any(n[1] for n in named), "none"


def _said(claim: Claim, slot: str) -> str | None:
    return dict(claim.words).get(slot)


def petrarch(folder: Path, *, reader: Reader) -> list[Figure]:
    """Return how often source, target, both and the sign are right, without learning."""
    rows, signs = list[list[float]](), list[list[float]]()
    read: dict[str, list[Claim]] = {}
    for record in records(folder / "PETR.UnitTest.records.xml"):
        if record.text not in read:
            document = Document(
                id=f"p{len(read)}", text=record.text, path="", sha256="", published=record.date
            )
            read[record.text] = list(reader.read([document]).claims)
        source, target, sign = told(record, read[record.text])
        rows.append([source, target, source and target, 1])
        if record.sign:
            signs.append(row_of(SIGNS, SIGNS[record.sign < 0], sign))
    found = [
        figure(name, [[row[at], row[3]] for row in rows], share, n=len(rows), over="sentences")
        for at, name in enumerate(("source", "target", "source and target"))
    ]
    total = [sum(column) for column in zip(*signs, strict=True)] if signs else [0.0] * 6
    note = ", ".join(f"{s} {f1(total[3 * n : 3 * n + 3]):.2f}" for n, s in enumerate(SIGNS))
    return [
        *found,
        figure(
            "both and sign, macro-F1", signs, macro_f1, n=len(signs), over="sentences", note=note
        ),
    ]
