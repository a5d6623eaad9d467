"""Coded reports as they are written: one text file each, sentences with their mentions and claims.

README.md beside this module describes the format. A file is a header, a cast and a body:

    conflict: chad-sudan
    date: 2008-02-04

    @TCD state = Chad
    @SDN state = Sudan

    [TCD Chad] accuses [SDN Sudan] of arming rebels
      TCD accuses SDN "accuses"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tertius.reading.vocabulary import relation

MODALITIES = ("asserted", "denied", "hypothetical", "forecast")
ATTITUDES = ("wish", "fear", "belief")
KINDS = frozenset(
    "state igo army ministry militia rebels party company people person official ngo outlet court"
    " place".split()
)
ID = r"[A-Z][A-Z0-9_]*"
_CAST = re.compile(rf"@({ID})\s+([a-z]+)((?:\s+(?:<{ID}|in={ID}|anon|members=[A-Z0-9_,+]+))*)"
                   r"(?:\s*=\s*(.+))?$")  # fmt: skip
_OPEN = re.compile(rf"\[({ID}(?:\+{ID})*)\s+")
_CLAIM = re.compile(rf"\s+({ID}|\?)\s+([a-z-]+|\+|-)\s+({ID}|\?)(?:\s+(.*))?$")
_PART = re.compile(r'\s*(?:"((?:[^"])*)"(?=\s|$)|(\w+)=("[^"]*"|\S+)|([a-z]+))')
_HEADER = re.compile(r"([a-z-]+):\s*(.*)$")
_QUANTITY = re.compile(r"(>=|<=|>|<|=|~)?\s*([\d,.]+)\s*(.*)")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(\.\.(\d{4}(-\d\d(-\d\d)?)?)?)?$")


class CorpusError(ValueError):
    """A report says what it cannot mean; the message names file and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A party, speaker or place of a report."""

    id: str
    kind: str
    parent: str | None = None  # what a leader, army or unit stands for
    inside: str | None = None  # what a place lies in
    anonymous: bool = False
    members: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # usual names, whether the text has them or not


@dataclass(frozen=True, slots=True)
class CodedMention:
    """Words that mean one party, or several: [start, end) of the report's text."""

    start: int
    end: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedClaim:
    """One relation, as a careful reader finds it in one sentence."""

    actor: str | None
    relation: str  # a word of relations.csv; "+" or "-" where only the sign was coded
    recipient: str | None
    trigger: str | None = None
    sources: tuple[str, ...] = ()  # nearest first; () is the report itself
    sources_accepted: tuple[str, ...] = ()
    modality: tuple[str, ...] = ("asserted",)  # the first choice, then what else is accepted
    attitude: str | None = None
    theaters: tuple[str, ...] = ()  # the first choice, then what else is accepted
    period: str | None = None  # "2008-02-04", "2008-02", "2008-01-28..2008-02-03"
    against: tuple[str, ...] = ()
    quantity: tuple[str, float, str] | None = None  # operator, value, unit
    weak: bool = False
    mutual: bool = False  # neither side acts on the other, where the relation does not tell
    signed: int | None = None  # set where the sign is not that of the relation
    note: str = ""

    @property
    def sign(self) -> int:
        """The sign of the proposition as if true."""
        if self.signed is not None:
            return self.signed
        if self.relation in {"+", "-"}:
            return 1 if self.relation == "+" else -1
        return relation(self.relation).sign

    @property
    def symmetric(self) -> bool:
        """Tell whether neither side acts on the other."""
        return self.mutual or (
            self.relation not in {"+", "-"} and relation(self.relation).symmetric
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSentence:
    """One sentence: [start, end) of the report's text."""

    start: int
    end: int
    line: int
    mentions: tuple[CodedMention, ...] = ()
    claims: tuple[CodedClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """One report with what was found in it."""

    path: Path
    header: dict[str, str]
    cast: dict[str, Role]
    text: str
    sentences: tuple[CodedSentence, ...]
    problems: tuple[str, ...] = field(default=())

    @property
    def conflict(self) -> str:
        """The conflict that the report is about: reports are split by it."""
        return self.header["conflict"]

    @property
    def name(self) -> str:
        """A name among all reports, such as "mali-2013-01"."""
        return f"{self.path.parent.name}-{self.path.stem}"

    def words(self, role: str) -> list[str]:
        """Return the words of the text for a party or place, those most used first."""
        counts: dict[str, int] = {}
        for sentence in self.sentences:
            for m in sentence.mentions:
                if m.ids == (role,):
                    words = self.text[m.start : m.end]
                    counts[words] = counts.get(words, 0) + 1
        return sorted(counts, key=lambda w: -counts[w])


def read_report(path: Path, *, strict: bool = True) -> CodedReport:
    """Read one report; raise CorpusError at the first problem, or list all where not strict."""
    return _Reader(path, strict=strict).report()


def read_reports(folder: Path, *, strict: bool = True) -> Iterator[CodedReport]:
    """Read all reports of a folder and its subfolders, in the order of their paths."""
    for path in sorted(folder.rglob("*.txt")):
        yield read_report(path, strict=strict)


class _Reader:
    """Reads one file line by line."""

    def __init__(self, path: Path, *, strict: bool) -> None:
        self.path, self.strict = path, strict
        self.header: dict[str, str] = {}
        self.cast: dict[str, Role] = {}
        self.sentences: list[CodedSentence] = []
        self.pieces: list[str] = []
        self.problems: list[str] = []
        self.length = 0
        self.at = 0  # number of the line being read

    def report(self) -> CodedReport:
        gap = ""
        for line in self.path.read_text("utf-8").splitlines():
            self.at += 1
            if not line.strip():
                gap = "\n\n" if self.sentences else ""
            elif line.startswith("@"):
                self._role(line)
            elif line[0].isspace():
                self._claim(line)
            elif not self.cast and (header := _HEADER.match(line)):
                self.header[header[1]] = header[2].strip()
            else:
                self._sentence(line, gap or (" " if self.sentences else ""))
                gap = ""
        self._check()
        return CodedReport(
            path=self.path,
            header=self.header,
            cast=self.cast,
            text="".join(self.pieces),
            sentences=tuple(self.sentences),
            problems=tuple(self.problems),
        )

    def _wrong(self, what: str) -> None:
        problem = f"{self.path}:{self.at}: {what}"
        if self.strict:
            raise CorpusError(problem)
        self.problems.append(problem)

    def _role(self, line: str) -> None:
        found = _CAST.match(line.rstrip())
        if found is None:
            self._wrong(f"not a line of the cast: {line!r}")
            return
        name, kind, options, full = found.groups()
        if kind not in KINDS:
            self._wrong(f"not a kind: {kind!r}")
        given: dict[str, str] = {}
        for option in options.split():
            key, _, value = option.partition("=") if "=" in option else (option[:1], "", option[1:])
            given[key] = value
        self.cast[name] = Role(
            id=name,
            kind=kind,
            parent=given.get("<"),
            inside=given.get("in"),
            anonymous="a" in given,
            members=tuple(re.split("[,+]", given["members"])) if "members" in given else (),
            names=tuple(n.strip() for n in (full or "").split("|") if n.strip()),
        )

    def _sentence(self, line: str, gap: str) -> None:
        self.pieces.append(gap)
        self.length += len(gap)
        text, mentions = self._unmarked(line.strip())
        self.pieces.append(text)
        self.sentences.append(
            CodedSentence(
                start=self.length,
                end=self.length + len(text),
                line=self.at,
                mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end))),
            )
        )
        self.length += len(text)

    def _unmarked(self, line: str) -> tuple[str, list[CodedMention]]:
        plain, mentions, open_ = "", list[CodedMention](), list[tuple[int, tuple[str, ...]]]()
        at = 0
        while at < len(line):
            found = _OPEN.match(line, at)
            if found:
                open_.append((len(plain), tuple(found[1].split("+"))))
                at = found.end()
            elif line[at] == "]" and open_:
                start, ids = open_.pop()
                for one in ids:
                    if one not in self.cast:
                        self._wrong(f"not in the cast: {one}")
                mentions.append(CodedMention(self.length + start, self.length + len(plain), ids))
                at += 1
            else:
                if line[at] in "[]":
                    self._wrong(f"a bracket that marks nothing: {line[at : at + 20]!r}")
                plain += line[at]
                at += 1
        if open_:
            self._wrong("a bracket is not closed")
        return plain, mentions

    def _claim(self, line: str) -> None:
        found = _CLAIM.match(line.rstrip())
        if found is None or not self.sentences:
            return self._wrong(f"not a claim: {line.strip()!r}")
        actor, word, recipient, rest = found.groups()
        if word not in {"+", "-"}:
            try:
                relation(word)
            except KeyError:
                return self._wrong(f"not a relation: {word!r}")
        for party in (actor, recipient):
            if party != "?" and party not in self.cast:
                return self._wrong(f"not in the cast: {party}")
        if actor == recipient:
            return self._wrong("both parties are the same")
        claim = CodedClaim(
            actor=None if actor == "?" else actor,
            relation=word,
            recipient=None if recipient == "?" else recipient,
        )
        claim = self._filled(claim, rest or "")
        last = self.sentences[-1]
        self.sentences[-1] = replace(last, claims=(*last.claims, claim))
        return None

    def _filled(self, claim: CodedClaim, rest: str) -> CodedClaim:
        at = 0
        while rest[at:].strip():
            found = _PART.match(rest, at)
            if found is None:
                self._wrong(f"not a field of a claim: {rest[at:]!r}")
                break
            at = found.end()
            trigger, key, value, flag = found.groups()
            if trigger is not None:
                self._trigger(trigger)
                claim = replace(claim, trigger=trigger)
            elif flag is not None:
                claim = self._flagged(claim, flag)
            else:
                claim = self._keyed(claim, key, value.strip('"'))
        return claim

    def _trigger(self, trigger: str) -> None:
        last = self.sentences[-1]
        text = self.pieces[-1]
        at = 0
        for part in trigger.split("..."):
            at = text.find(part.strip(), at)
            if at < 0:
                return self._wrong(f"the sentence does not say {part.strip()!r} (in this order)")
        assert last.end - last.start == len(text)
        return None

    def _flagged(self, claim: CodedClaim, flag: str) -> CodedClaim:
        if flag in ATTITUDES:
            return replace(claim, attitude=flag)
        if flag == "weak":
            return replace(claim, weak=True)
        if flag == "mutual":
            return replace(claim, mutual=True)
        self._wrong(f"not a flag: {flag!r}")
        return claim

    def _keyed(self, claim: CodedClaim, key: str, value: str) -> CodedClaim:
        if key == "note":
            return replace(claim, note=value)
        if key == "when":
            if not _DATE.match(value):
                self._wrong(f"not a date or span of dates: {value!r}")
            return replace(claim, period=value)
        if key == "n":
            found = _QUANTITY.fullmatch(value)
            if found is None:
                self._wrong(f"not a quantity: {value!r}")
                return claim
            number = float(found[2].replace(",", ""))
            return replace(claim, quantity=(found[1] or "=", number, found[3].strip()))
        if key == "sign":
            return replace(claim, signed=int(value))
        values = tuple(v for v in re.split(r"[,/+]", value) if v)
        if key == "mod":
            if not set(values) <= set(MODALITIES):
                self._wrong(f"not a modality: {value!r}")
            return replace(claim, modality=values)
        if key == "by":
            chains = _chains(value)
            self._known(v for chain in chains for v in chain)
            heads = tuple(chain[0] if chain else "-" for chain in chains[1:])
            return replace(claim, sources=chains[0], sources_accepted=heads)
        if key in {"at", "vs"}:
            self._known(values)
            if key == "at":
                return replace(claim, theaters=values)
            return replace(claim, against=values)
        self._wrong(f"not a key: {key!r}")
        return claim

    def _known(self, ids: Iterator[str] | Sequence[str]) -> None:
        for one in ids:
            if one not in self.cast:
                self._wrong(f"not in the cast: {one!r}")

    def _check(self) -> None:
        for key in ("conflict", "date", "manner"):
            if key not in self.header:
                self._wrong(f"the header has no {key!r}")
        for role in self.cast.values():
            for other in (role.parent, role.inside, *role.members):
                if other is not None and other not in self.cast:
                    self._wrong(f"@{role.id} names {other}, which is not in the cast")
        if not self.sentences:
            self._wrong("no sentence")


def _chains(value: str) -> list[tuple[str, ...]]:
    """Return the chain of speakers, then each other reading that is accepted: "A,B/-"."""
    readings = value.split("/")
    return [tuple(v for v in reading.split(",") if v and v != "-") for reading in readings]
