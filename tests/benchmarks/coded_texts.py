"""A small coded report, and readers that find what a test says they find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tertius.reading.syntax import Parse
from tertius.records import Claim, Document, Reading
from training.corpus.coded import CodedReport, read_report

REPORT = """conflict: lake-war
date: 1987-05-04
manner: wire
title-line: yes
damage: quotes

@NOR state = Norland
@NOR_ARMY army <NOR
@SUD state = Sudria
@WES state = Westria
@FRONT rebels
@AIDE official anon <SUD
@PORT place in=NOR

[NOR Norland] accuses [SUD Sudria] of arming [FRONT rebels]
  NOR accuses SUD "accuses"
  SUD arms FRONT "arming" by=NOR mod=denied

In [PORT Port Elm], [NOR_ARMY [NOR its] troops] shot at least 40 [FRONT insurgents] in May.
  NOR_ARMY kills FRONT "shot" at=PORT when=1987-05 n=">=40 persons"
[SUD It] wants an alliance with [WES Westria] against [NOR Norland], [AIDE an aide] said.
  SUD aligned-with WES "alliance" by=AIDE wish vs=NOR
The raid by [SUD Sudrian]-backed [FRONT fighters] lasted an hour.
  SUD supports FRONT "backed"
  FRONT attacks NOR "raid" mod=forecast weak
"""


def coded_report(folder: Path, text: str = REPORT, *, name: str = "01") -> CodedReport:
    folder = folder / "lake-war"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return read_report(path)


@dataclass
class Told:
    """A reader that finds a claim wherever its quote stands: (quote, actor, sign, recipient)."""

    rows: Sequence[tuple[str, str, int, str]]
    more: dict[str, dict[str, object]]  # by quote: other fields of the claim

    id: str = "told"
    version: str = "1"

    def read(self, documents: Iterable[Document]) -> Reading:
        kept = tuple(documents)
        claims = []
        for document in kept:
            for n, (quote, actor, sign, recipient) in enumerate(self.rows):
                start = document.text.find(quote)
                if start < 0:
                    continue
                fields: dict[str, object] = {
                    "relation": "supports" if sign > 0 else "attacks", **self.more.get(quote, {})
                }  # fmt: skip
                words = (("actor", actor), ("recipient", recipient))
                claims.append(
                    Claim(
                        id=f"c-{n}",
                        document=document.id,
                        span=(start, start + len(quote)),
                        quote=quote,
                        actor=f"a/{actor}",
                        recipient=f"a/{recipient}",
                        sign=sign,
                        words=(*words, *fields.pop("words", ())),
                        **fields,
                    )
                )
        return Reading(documents=kept, claims=tuple(claims))


class Flat:
    """A parser that hangs every word on the last verb, by word classes that are given."""

    def __init__(self, classes: dict[str, str]) -> None:
        self.classes = classes

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        return [self._parse(words) for words in sentences]

    def _parse(self, words: Sequence[str]) -> Parse:
        upos = tuple(self.classes.get(word, "X") for word in words)
        root = max((n for n, u in enumerate(upos) if u == "VERB"), default=0)
        heads = tuple(-1 if n == root else root for n in range(len(words)))
        labels = tuple("root" if n == root else "dep" for n in range(len(words)))
        return Parse(upos, ("",) * len(words), heads, labels, (), (1.0,) * len(words))
