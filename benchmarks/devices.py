"""By what means the language of a coded claim is hard: denial, forecast, anaphora and the like.

The devices follow from the codes and the words, none is marked by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from benchmarks.figures import Figure, f1, figure
from benchmarks.graded import Graded, recall
from tertius.reading.sentences import sentences
from tertius.reading.syntax import Parse
from tertius.reading.syntax.parse import Parser
from training.corpus.as_gold import PRONOUNS
from training.corpus.coded import CodedClaim, CodedReport, CodedSentence

DEVICES = (
    "denied", "forecast", "hypothetical", "wish", "attributed", "anonymous", "against",
    "symmetric", "party: a pronoun", "party: only in an earlier sentence", "trigger: verb",
    "trigger: noun", "trigger: adjective", "-backed compound", "damaged text", "headline",
)  # fmt: skip
_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_COMPOUND = re.compile(
    r"\w[-‐](?:backed|led|held|trained|armed|funded|supported|sponsored|controlled|dominated|aligned"
    r"|allied|occupied|equipped|financed|run|supplied|friendly|loyal)\b|\b(?:pro|anti)[-‐]\w",
    re.IGNORECASE,
)


def devices(
    report: CodedReport, at: int, claim: CodedClaim, trigger_class: str | None
) -> list[str]:
    """Return the devices of a claim of sentence `at`, in the order of DEVICES.

    trigger_class: "verb", "noun" or "adjective" (`trigger_classes`); None: not known.
    """
    sentence = report.sentences[at]
    parties = [p for p in (claim.actor, claim.recipient) if p]
    places = [_place(report, sentence, p, speakers=claim.sources) for p in parties]
    has = {
        "wish": claim.attitude == "wish",
        "attributed": bool(claim.sources),
        "anonymous": bool(claim.sources) and report.cast[claim.sources[0]].anonymous,
        "against": bool(claim.against),
        "symmetric": claim.symmetric,
        "party: a pronoun": "pronoun" in places,
        "party: only in an earlier sentence": "earlier" in places,
        "-backed compound": _is_compound(report, sentence, claim),
        "damaged text": bool(report.header.get("damage")),
        "headline": at == 0 and report.header.get("title-line") == "yes",
        claim.modality[0]: True,
        f"trigger: {trigger_class}": trigger_class is not None,
    }
    return [name for name in DEVICES if has.get(name)]


def _place(
    report: CodedReport, sentence: CodedSentence, party: str, *, speakers: Sequence[str]
) -> str:
    """Return how a sentence speaks of a party: "name", "pronoun", or "earlier" (not at all).

    The speakers of the claim do not count as the side that they stand for.
    """
    found = "earlier"
    members = set(report.cast[party].members)
    for m in sentence.mentions:
        means = any(party == i or (party in _above(report, i) and i not in speakers) for i in m.ids)
        if not means and not (members and members <= set(m.ids)):
            continue
        words = report.text[m.start : m.end].casefold().split()
        if not all(word in PRONOUNS for word in words):
            return "name"
        found = "pronoun"
    return found


def _above(report: CodedReport, one: str) -> list[str]:
    """Return whom somebody stands for, nearest first."""
    found: list[str] = []
    while (parent := report.cast[one].parent) is not None and parent not in found:
        found.append(parent)
        one = parent
    return found


def trigger_span(
    report: CodedReport, sentence: CodedSentence, claim: CodedClaim
) -> list[tuple[int, int]]:
    """Return the places of the words of a trigger, of the report's text."""
    found, at = [], sentence.start
    for part in (claim.trigger or "").split("..."):
        words = part.strip()
        start = report.text.find(words, at, sentence.end) if words else -1
        if start >= 0:
            at = start + len(words)
            found.append((start, at))
    return found


def _is_compound(report: CodedReport, sentence: CodedSentence, claim: CodedClaim) -> bool:
    """Tell whether the trigger is in "X-backed" or "pro-X", however much of it was quoted."""
    spans = [m.span() for m in _COMPOUND.finditer(report.text, sentence.start, sentence.end)]
    return any(
        a < end and start < b
        for start, end in trigger_span(report, sentence, claim)
        for a, b in spans
    )


def trigger_classes(report: CodedReport, parser: Parser) -> Mapping[tuple[int, int], str]:
    """Return the class of the word that carries each claim, by sentence and number of the claim.

    It is the word of the trigger that stands highest in the tree.
    """
    found = {}
    for at, sentence in enumerate(report.sentences):
        if not any(claim.trigger for claim in sentence.claims):
            continue
        words = [
            (word.text, word.start + sentence.start, word.end + sentence.start)
            for part in sentences(report.text[sentence.start : sentence.end])
            for word in part.words
        ]
        (parse,) = parser.parse([[text for text, _, _ in words]])
        for number, claim in enumerate(sentence.claims):
            spans = trigger_span(report, sentence, claim)
            inside = [
                n for n, (_, a, b) in enumerate(words) if any(a < y and x < b for x, y in spans)
            ]
            if inside:
                top = min(inside, key=lambda n: (_depth(parse, n), n))
                if (named := _CLASSES.get(parse.upos[top])) is not None:
                    found[at, number] = named
    return found


def _depth(parse: Parse, word: int) -> int:
    depth = 0
    while parse.heads[word] >= 0 and depth <= len(parse.heads):
        word, depth = parse.heads[word], depth + 1
    return depth


def device_figures(
    reports: Sequence[CodedReport], all_: Sequence[Graded], parser: Parser
) -> list[Figure]:
    """Return for each device the recall of its claims, and F1 of the sentences that hold one."""
    recalled: dict[str, list[list[float]]] = {name: [] for name in DEVICES}
    around: dict[str, list[list[float]]] = {name: [] for name in DEVICES}
    for report, one in zip(reports, all_, strict=True):
        having = _having(report, one, parser)
        hit = {m.gold.id for m in one.scored.matches}
        wanted = hit | {claim.id for claim in one.scored.missed}
        for name, ids in having.items():
            ids &= wanted
            recalled[name].append([len(ids & hit), 0, len(ids)])
            held = {claim.sent for claim in one.gold.claims if claim.id in ids}
            around[name].append(_within(one, held))
    found = []
    for name in DEVICES:
        n = int(sum(row[2] for row in recalled[name]))
        both = figure("", around[name], f1, n=n).value
        note = f"F1 of their sentences {both:.2f}" if both is not None else ""
        found.append(figure(f"{name}: recall", recalled[name], recall, n=n, note=note))
    return found


def _having(report: CodedReport, one: Graded, parser: Parser) -> dict[str, set[str]]:
    """Return the ids of the claims that have each device."""
    classes = trigger_classes(report, parser)
    found: dict[str, set[str]] = {name: set() for name in DEVICES}
    count = 0
    for at, sentence in enumerate(report.sentences):
        for number, claim in enumerate(sentence.claims):
            for name in devices(report, at, claim, classes.get((at, number))):
                found[name].add(one.gold.claims[count].id)
            count += 1
    return found


def _within(one: Graded, held: set[str]) -> list[float]:
    right = sum(m.gold.sent in held for m in one.scored.matches)
    wrong = sum(bool(p.sentences & held) for p in one.scored.wrong)
    missed = sum(claim.sent in held for claim in one.scored.missed)
    return [right, right + wrong, right + missed]
