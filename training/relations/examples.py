"""From coded reports to what the network of relations learns: windows with the right answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tertius.gazetteer import Gazetteer
from tertius.reading.read_documents import analyse
from tertius.reading.relations.windows import BEFORE, Spot, Window, window
from tertius.reading.syntax import Encoder
from tertius.reading.syntax.pieces import SEP
from tertius.reading.text import Text
from tertius.reading.trees import Tree
from tertius.reading.vocabulary import relations
from training.corpus.coded import CodedClaim, CodedMention, CodedReport
from training.corpus.documents import document_of

MODALITIES = ("asserted", "denied", "hypothetical", "forecast")
ATTITUDES = (None, "wish", "fear", "belief")
RELATIONS = tuple(relations())
UNKNOWN = -100  # an answer that is not scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one pair of a window should be read as, for one sign."""

    direction: int = UNKNOWN  # 0: the first acts on the second, 1: the reverse, 2: neither
    relation: int = UNKNOWN
    modality: int = UNKNOWN
    attitude: int = UNKNOWN
    triggers: tuple[int, ...] = ()  # numbers of words of the window
    source: int = UNKNOWN  # number of a word; 0: the report itself
    against: int = UNKNOWN  # number of a word; 0: nobody


@dataclass(frozen=True, slots=True)
class Example:
    """A window; for each pair whether it is aligned and opposed (1, 0, or UNKNOWN), and how."""

    report: str
    sentence: int
    window: Window
    signs: tuple[tuple[int, int], ...]  # (aligned, opposed)
    answers: tuple[tuple[Answer | None, Answer | None], ...]
    mentions: tuple[tuple[int, int, int], ...] = field(default=())  # pieces: start, end, whose


@dataclass(slots=True)
class Reach:
    """How many coded relations the windows can show at all."""

    coded: int = 0
    shown: int = 0


def root(report: CodedReport, party: str) -> str:
    """Return the side that somebody stands for."""
    while (parent := report.cast[party].parent) is not None:
        party = parent
    return party


def examples(
    reports: Iterable[CodedReport],
    gazetteer: Gazetteer,
    encoder: Encoder,
    reach: Reach,
    *,
    by_hand: bool = True,
) -> Iterator[Example]:
    """Yield the windows of all reports that show at least one pair.

    by_hand: with the mentions as they were coded; else with those that the reader finds.
    """
    for report in reports:
        text = analyse(document_of(report), gazetteer=gazetteer, encoder=encoder)
        yield from _of_report(Coded(report, text), encoder, reach, by_hand=by_hand)


class Coded:
    """A coded report laid over its own sentences and words."""

    def __init__(self, report: CodedReport, text: Text) -> None:
        self.report, self.text = report, text
        self.spans = [text.repaired.span(t.sentence.start, t.sentence.end) for t in text.trees]
        self.mentions: list[list[tuple[int, CodedMention]]] = [[] for _ in text.trees]
        self.extents: list[list[tuple[list[int], CodedMention]]] = [[] for _ in text.trees]
        self.claims: list[list[CodedClaim]] = [[] for _ in text.trees]
        for sentence in report.sentences:
            home = self._home(sentence.start, sentence.end)
            for m in sentence.mentions:
                place = self._words(m)
                if place is not None:
                    n, inside = place
                    self.mentions[n].append((head(text.trees[n], inside), m))
                    self.extents[n].append((inside, m))
            for c in sentence.claims:
                if home is not None:
                    self.claims[self._place(sentence.start, sentence.end, c, home)].append(c)

    def _home(self, start: int, end: int) -> int | None:
        shared = [min(end, b) - max(start, a) for a, b in self.spans]
        best = max(range(len(shared)), key=lambda n: shared[n], default=None)
        return best if best is not None and shared[best] > 0 else None

    def _place(self, start: int, end: int, claim: CodedClaim, home: int) -> int:
        """Return the sentence that holds the trigger, where the coded one was split."""
        if claim.trigger:
            at = self.report.text.find(claim.trigger.split("...")[0].strip(), start, end)
            for n, (a, b) in enumerate(self.spans):
                if a <= at < b:
                    return n
        return home

    def words(self, n: int, start: int, end: int) -> list[int]:
        """Return the words of sentence n within [start, end) of the report."""
        span = self.text.repaired.span
        found = []
        for i, w in enumerate(self.text.trees[n].sentence.words):
            a, b = span(w.start, w.end)
            if a < end and start < b:
                found.append(i)
        return found

    def _words(self, m: CodedMention) -> tuple[int, list[int]] | None:
        for n, (a, b) in enumerate(self.spans):
            if m.start < b and a < m.end:
                inside = [
                    i for i in self.words(n, m.start, m.end)
                    if any(c.isalnum() for c in self.text.trees[n].texts[i])
                ]  # fmt: skip
                if inside:
                    return n, inside
        return None

    def spots(self, n: int, *, coded: bool) -> list[Spot]:
        """Return the parties that sentence n and those before it mention.

        coded: as they were coded by hand; else as the reader finds them, who finds some that are
        no party at all, and misses some. Those that nobody coded have a name of their own.
        """
        found = []
        for back in range(min(BEFORE, n) + 1):
            if coded:
                found += [
                    Spot(root(self.report, one), back, word)
                    for word, m in self.mentions[n - back]
                    for one in m.ids
                    if self.report.cast[one].kind != "place"
                ]
                continue
            for known in self.text.cast.of(n - back):
                word = known.mention.head
                meant = self.meant(n - back, word)
                for party in known.parties:
                    mine = meant or (f"?{self.text.cast.standing(party.id)}",)
                    found += [Spot(one, back, word) for one in mine]
        return sorted(set(found), key=lambda s: (-s.back, s.word, s.party))

    def meant(self, n: int, word: int) -> tuple[str, ...]:
        """Return whom the shortest coded mention with this word means; () if there is none."""
        around = [(len(inside), m) for inside, m in self.extents[n] if word in inside]
        if not around:
            return ()
        ids = min(around, key=lambda pair: pair[0])[1].ids
        return tuple(root(self.report, i) for i in ids if self.report.cast[i].kind != "place")

    def nearest(self, n: int, party: str) -> tuple[int, int] | None:
        """Return the last mention of somebody up to sentence n, in n before others."""
        for exact in (True, False):
            for back in range(min(BEFORE, n) + 1):
                for word, m in reversed(self.mentions[n - back]):
                    ids = m.ids if exact else tuple(root(self.report, i) for i in m.ids)
                    if (party if exact else root(self.report, party)) in ids:
                        return back, word
        return None


def head(tree: Tree, words: Sequence[int]) -> int:
    """Return the word of a phrase that hangs on no other word of it."""
    inside = set(words)
    for i in words:
        if tree.heads[i] not in inside:
            return i
    return words[-1]


def _of_report(coded: Coded, encoder: Encoder, reach: Reach, *, by_hand: bool) -> Iterator[Example]:
    trees = coded.text.trees
    for n in range(len(trees)):
        seen = window(
            trees[max(0, n - BEFORE) : n + 1], coded.spots(n, coded=by_hand), encoder.vocabulary
        )
        reach.coded += sum(1 for c in coded.claims[n] if _counts(c))
        if seen is None:
            continue
        signs, answers = [], []
        for pair in seen.pairs:
            one, other = pair.first.party, pair.second.party
            found = [_answer(coded, n, seen, one, other, sign) for sign in (1, -1)]
            signs.append((found[0][0], found[1][0]))
            answers.append((found[0][1], found[1][1]))
        both = {frozenset((p.first.party, p.second.party)) for p in seen.pairs}
        reach.shown += sum(
            1 for c in coded.claims[n] if _counts(c) and frozenset(_sides(coded, c)) in both
        )
        yield Example(
            report=coded.report.name,
            sentence=n,
            window=seen,
            signs=tuple(signs),
            answers=tuple(answers),
            mentions=tuple(_extents(coded, n, seen)),
        )


def _extents(coded: Coded, n: int, seen: Window) -> Iterator[tuple[int, int, int]]:
    """Yield the pieces of each mention of the window, and a number for whom it means."""
    whose: dict[str, int] = {}
    for number, (back, word) in enumerate(seen.places, 1):
        for inside, m in coded.extents[n - back]:
            if word in inside and len(m.ids) == 1:
                start = seen.firsts[number]
                end = start + 1
                while end < len(seen.ids) and seen.ids[end] != SEP and end not in seen.firsts:
                    end += 1
                yield start, end, whose.setdefault(m.ids[0], len(whose))


def _counts(claim: CodedClaim) -> bool:
    return bool(claim.actor and claim.recipient and claim.sign and not claim.weak)


def _sides(coded: Coded, claim: CodedClaim) -> tuple[str | None, str | None]:
    return (
        root(coded.report, claim.actor) if claim.actor else None,
        root(coded.report, claim.recipient) if claim.recipient else None,
    )


def _answer(
    coded: Coded, n: int, seen: Window, one: str, other: str, sign: int
) -> tuple[int, Answer | None]:
    """Return whether a pair has a relation of a sign, and which; firm relations come first."""
    matching = [
        c for c in coded.claims[n]
        if c.sign == sign and set(_sides(coded, c)) == {one, other}
    ]  # fmt: skip
    matching.sort(key=lambda c: c.weak)
    if not matching:
        return 0, None
    best = matching[0]
    if best.weak:
        return UNKNOWN, None
    forward = _sides(coded, best)[0] == one
    return 1, Answer(
        direction=2 if best.symmetric else 0 if forward else 1,
        relation=RELATIONS.index(best.relation) if best.relation in RELATIONS else UNKNOWN,
        modality=MODALITIES.index(best.modality[0]),
        attitude=ATTITUDES.index(best.attitude),
        triggers=_triggers(coded, n, seen, best),
        source=_pointed(coded, n, seen, best.sources[:1]),
        against=_pointed(coded, n, seen, best.against[:1]) if sign > 0 else UNKNOWN,
    )


def _triggers(coded: Coded, n: int, seen: Window, claim: CodedClaim) -> tuple[int, ...]:
    if not claim.trigger:
        return ()
    start, end = coded.spans[n]
    found: list[int] = []
    at = start
    for part in claim.trigger.split("..."):
        begin = coded.report.text.find(part.strip(), at, end)
        if begin < 0:
            continue
        at = begin + len(part.strip())
        inside = coded.words(n, begin, at)
        number = seen.number(0, head(coded.text.trees[n], inside)) if inside else None
        if number is not None:
            found.append(number)
    return tuple(found[:1])


def _pointed(coded: Coded, n: int, seen: Window, who: Sequence[str]) -> int:
    if not who:
        return 0
    place = coded.nearest(n, who[0])
    number = seen.number(*place) if place else None
    return UNKNOWN if number is None else number
