"""The brief as text: answers, denials, forecasts, claims with their quotes, what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tertius.records import Alignment, Claim, Document
from tertius.report import words
from tertius.report.answers import answers
from tertius.report.brief import Brief
from tertius.report.folding import folded
from tertius.report.layout import TIE, Column, Line, Span, table, visible, wrapped
from tertius.report.reasons import reason, stated

MOST_ANSWERS: Final = 12  # lines that are read, not skimmed; the rest under --all
MOST_CLAIMS: Final = 60
MOST_DOCUMENTS: Final = 12
MOST_UNREAD: Final = 12
TABLE_FROM: Final = 120  # columns; narrower, a claim takes lines of its own
CLAIM_COLUMNS: Final = (
    Column("claim", 34),
    Column("where and when", 20),
    Column("on whose word", 22),
    Column("quote", 48),
)


def text(brief: Brief, *, width: int = 100, every: bool = False) -> str:
    """Return the brief as plain text, no line longer than `width` but for a longer word.

    every: all answers, claims and documents, not only the first.
    """
    return "".join(
        "".join(words for words, _ in line).rstrip() + "\n"
        for line in lines(brief, width=width, every=every)
    )


def lines(brief: Brief, *, width: int, every: bool = False) -> Iterator[Line]:
    """Yield the brief line by line, each a row of (words, style)."""
    page = Page(brief, width, every)
    yield from page.top()
    yield from page.answers()
    yield from page.by_modality("denied", "What is denied", "denied by ")
    yield from page.by_modality("forecast", "What is forecast, and by whom", "")
    yield from page.by_modality("hypothetical", "What is only supposed, feared or threatened", "")
    yield from page.claims()
    yield from page.unread()


@dataclass(frozen=True)
class Page:
    """A brief being set at a width."""

    brief: Brief
    width: int
    every: bool

    @cached_property
    def told(self) -> list[Claim]:
        """The claims of the page; what copies repeat is left out of a short one."""
        return list(self.brief.claims) if self.every else folded(self.brief)

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each claim in the table, by Claim.id."""
        return {claim.id: place for place, claim in enumerate(self.told, start=1)}

    @cached_property
    def known(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.told}

    @cached_property
    def documents(self) -> dict[str, tuple[int, Document]]:
        return {one.id: (place, one) for place, one in enumerate(self.brief.documents, start=1)}

    def top(self) -> Iterator[Line]:
        read, claims = len(self.brief.documents), len(self.brief.claims)
        said = f"{words.plural(read, 'report')} read, {words.plural(claims, 'claim')} found"
        yield from self._wrap([(said, "title")])
        shown = self.brief.documents if self.every else self.brief.documents[:MOST_DOCUMENTS]
        for place, document in enumerate(shown, start=1):
            title = document.title or document.path
            head: list[Span] = [(visible(title), "strong"), ("  " + self._origin(document), "")]
            yield from self._wrap(head, first=f"{place:>3}  ", then="     ")
        yield from self._more(len(self.brief.documents) - len(shown))

    def answers(self) -> Iterator[Line]:
        rows = list(self.brief.alignments) if self.every else answers(self.brief)
        yield from self._head("Answers, the strongest first")
        if not rows:
            yield (("  Nothing that holds today is said of any pair.", ""),)
        shown = rows if self.every else rows[:MOST_ANSWERS]
        for row in shown:
            yield from self._answer(row)
        yield from self._more(len(rows) - len(shown))
        if shown:
            note = (
                "p: how likely the next independent report on the two is a friendly one, with an"
                " 80 % interval. [n]: claims below."
            )
            yield from self._wrap([(note, "quiet")], first="  ", then="  ")

    def _answer(self, row: Alignment) -> Iterator[Line]:
        names = self.brief.names
        one, other = visible(names.actor(row.side_a)), visible(names.actor(row.side_b))
        place = f"in {visible(names.theater(row.theater))}" if row.theater else "overall"
        enemy = f", against {visible(names.actor(row.against))}" if row.against else ""
        shape = words.form(
            row.form, row.sign, patron=one, client=other, stated=bool(stated(row, self.brief))
        )
        why = visible(reason(row, self.brief))
        if row.sign == "mixed" and why:
            shape, why = why, ""
        glyph = f"{words.GLYPHS[row.sign]} {words.SIGNS[row.sign]:<8}"
        head: list[Span] = [
            (glyph, row.sign),
            (f" {one} – {other}", "strong"),
            (f", {place}{enemy}: {shape}{f' ({why})' if why else ''}", ""),
        ]
        yield from self._wrap(head, first="  ", then=" " * 13)
        heard = words.plural(row.independent, "independent voice")
        low, high = row.interval
        figures = f"p {row.p:.2f} ({low:.2f} to {high:.2f})"
        basis = (
            f"{heard}: {self._speakers(row.claims)} {self._numbers(row.claims)}"
            f" · {figures.replace(' ', TIE)}"
        )
        yield from self._wrap([(basis, "quiet")], first=" " * 13, then=" " * 13)
        for label, style, ids in (
            ("hostile" if row.sign == "mixed" else "against it", "counter", row.counter),
            ("denied", "denied", row.denials),
        ):
            if ids:
                beside: list[Span] = [
                    (f"{label}: ", style),
                    (f"{self._speakers(ids)} {self._numbers(ids)}", ""),
                ]
                yield from self._wrap(beside, first=" " * 13, then=" " * 15)

    def by_modality(self, modality: str, head: str, by: str) -> Iterator[Line]:
        """Yield a section with the claims of one modality, if there are any."""
        found = [claim for claim in self.told if claim.modality == modality]
        shown = found if self.every else found[:MOST_ANSWERS]
        if found:
            yield from self._head(head)
        for claim in shown:
            spans: list[Span] = [
                (f"{by}{self._speaker(claim)}: ", "strong"),
                *self._sentence(claim, marked=False),
                (f"  “{visible(claim.quote)}” ", "quote"),
                (self._numbers((claim.id,)), "quiet"),
            ]
            yield from self._wrap(spans, first="  – ", then="    ")
        yield from self._more(len(found) - len(shown))

    def claims(self) -> Iterator[Line]:
        yield from self._head("Claims, with the words they rest on")
        if not self.told:
            yield (("  No claim about who stands with whom was found.", ""),)
        shown = self.told if self.every else self.told[:MOST_CLAIMS]
        if self.width >= TABLE_FROM:
            yield from self._claim_table(shown)
        else:
            for claim in shown:
                yield from self._claim_block(claim)
        yield from self._more(len(self.told) - len(shown))
        repeats = len(self.brief.claims) - len(self.told)
        if repeats:
            said = f"  {words.plural(repeats, 'claim')} of copies say the same (--all)"
            yield ((said, "quiet"),)
        held = self.brief.withheld
        if held is not None and held.claims:
            said = f"  {words.plural(held.claims, 'claim')} less sure than asked (--precision 0)"
            yield ((said, "quiet"),)

    def _claim_table(self, claims: Sequence[Claim]) -> Iterator[Line]:
        cells = [
            (
                [(f"{self.number[claim.id]}. ", "quiet"), *self._sentence(claim)],
                [(self._when_and_where(claim), "")],
                [(self._speaker(claim), "")],
                [(f"“{visible(claim.quote)}”", "quote")],
            )
            for claim in claims
        ]
        for line in table(CLAIM_COLUMNS, cells, width=self.width - 2) if cells else ():
            yield (("  ", ""), *line)

    def _claim_block(self, claim: Claim) -> Iterator[Line]:
        first = f"{self.number[claim.id]:>4}  "
        yield from self._wrap(self._sentence(claim), first=first, then=" " * 6)
        quote: Span = (f"“{visible(claim.quote)}”", "quote")
        yield from self._wrap([quote], first=" " * 6, then=" " * 6)
        where = self._when_and_where(claim)
        said = f"{self._speaker(claim)}{' · ' + where if where else ''}"
        yield from self._wrap([(said, "quiet")], first=" " * 6, then=" " * 6)

    def unread(self) -> Iterator[Line]:
        if not self.brief.unread:
            return
        yield from self._head("What could not be read")
        shown = self.brief.unread if self.every else self.brief.unread[:MOST_UNREAD]
        for one in shown:
            span = f", characters {one.span[0]:,} to {one.span[1]:,}" if one.span else ""
            step = f"; {one.next_step}" if one.next_step else ""
            spans: list[Span] = [
                (f"{visible(one.path)}{span}: ", "strong"),
                (visible(f"{one.reason}{step}"), ""),
            ]
            yield from self._wrap(spans, first="  – ", then="    ")
        yield from self._more(len(self.brief.unread) - len(shown))

    def _sentence(self, claim: Claim, *, marked: bool = True) -> list[Span]:
        """Return who does what to whom, with what sets it apart.

        marked: say that it is denied or forecast; a section of denials says so once.
        """
        names = self.brief.names
        style = {1: "aligned", -1: "opposed", 0: ""}[claim.sign]
        many = claim.actor in names.plurals
        actor = visible(names.actor(claim.actor)) if claim.actor else "(not said)"
        recipient = visible(names.actor(claim.recipient)) if claim.recipient else "(not said)"
        spans: list[Span] = [
            (actor, "strong"),
            (f" {words.relation(claim.relation, many=many)} ", style),
            (recipient, "strong"),
        ]
        if claim.against:
            spans.append((f" against {visible(names.actor(claim.against))}", ""))
        if claim.quantity:
            spans.append((f", {visible(words.quantity(claim.quantity))}", ""))
        marks = words.marks(claim, modality=marked)
        return [*spans, (f" [{', '.join(marks)}]", "denied")] if marks else spans

    def _when_and_where(self, claim: Claim) -> str:
        place = f"in {visible(self.brief.names.theater(claim.theater))}" if claim.theater else ""
        when = visible(words.period(claim.period))
        return ", ".join(part for part in (place, when) if part)

    def _speaker(self, claim: Claim) -> str:
        """Return on whose word a claim is, nearest speaker first."""
        report = self._report(claim.document)
        if not claim.sources:
            return report
        nearest, *others = [visible(self.brief.names.actor(id)) for id in claim.sources]
        label = f"{nearest} (not named)" if claim.anonymous else nearest
        chain = ", quoted by ".join([label, *others])
        return f"{chain}, in {report}" if len(self.brief.documents) > 1 else chain

    def _report(self, document: str) -> str:
        place, known = self.documents.get(document, (0, None))
        if known is None:
            return document
        return f"report {place}" if len(self.brief.documents) > 1 else "the report"

    def _speakers(self, ids: Sequence[str]) -> str:
        said: dict[str, int] = {}
        for id in sorted(ids, key=lambda id: self.number.get(id, 0)):
            if id in self.known:
                said.setdefault(self._speaker(self.known[id]), len(said))
        return words.listed(list(said), joint="; ")

    def _numbers(self, ids: Sequence[str]) -> str:
        numbers = sorted(self.number[id] for id in ids if id in self.number)
        return f"[{', '.join(map(str, numbers))}]" if numbers else ""

    def _origin(self, document: Document) -> str:
        """Return outlet and date, and whether the user or another report gave them."""

        def given(field: str) -> str:
            return " (given by you)" if field in document.given else ""

        outlet = visible(document.outlet) if document.outlet else "outlet unknown"
        date = words.date(document.published) if document.published else "date unknown"
        parts = [f"{outlet}{given('outlet')}", f"{date}{given('published')}"]
        if document.copied_from and document.copied_from != document.outlet:
            parts.append(f"credits {visible(document.copied_from)}")
        if document.copy_of in self.documents:
            parts.append(f"copy of {self.documents[document.copy_of][0]}")
        elif document.copy_of:
            parts.append("copy of another report")
        return " · ".join(parts)

    def _head(self, title: str) -> Iterator[Line]:
        yield ()
        yield ((title, "head"),)

    def _more(self, count: int) -> Iterator[Line]:
        if count > 0:
            yield ((f"  and {count:,} more (--all)", "quiet"),)

    def _wrap(self, spans: Sequence[Span], *, first: str = "", then: str = "") -> list[Line]:
        return wrapped(spans, width=self.width, first=first, then=then)
