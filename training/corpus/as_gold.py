"""Turn coded reports into the JSON that claims are scored against.

    python -m training.corpus.as_gold FOLDER OUT

FOLDER holds coded reports (README.md describes them). For each of them OUT/<name>/ gets text.txt,
claims.json (schema gold-claims/2) and meta.json.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tertius import exchange
from tertius.comparison.gold import Gold
from training.corpus.coded import CodedClaim, CodedReport, CodedSentence, read_reports

NARRATOR = "NARRATOR"
PRONOUNS = frozenset(
    "it its itself they their them themselves theirs he his him himself she her hers herself we our"
    " us ours ourselves i me my you your who whom whose both each other one another those these"
    " this that others".split()
)


def names(report: CodedReport) -> dict[str, dict[str, Any]]:
    """Return the parties and places by id, each name given to the one that it means most often."""
    counts: dict[str, Counter[str]] = {}
    for sentence in report.sentences:
        for m in sentence.mentions:
            words = _bare(report.text[m.start : m.end])
            if len(m.ids) == 1 and not _is_pronoun(words):
                counts.setdefault(words.casefold(), Counter())[m.ids[0]] += 1
    owner = {words: most.most_common(1)[0][0] for words, most in counts.items()}
    found: dict[str, dict[str, Any]] = {}
    for role in report.cast.values():
        used = dict.fromkeys(_bare(w) for w in report.words(role.id))
        found[role.id] = {
            "type": role.kind,
            "names": [w for w in used if owner.get(w.casefold()) == role.id],
            "also": [w for w in role.names if w not in used],
            "rolls_up_to": role.parent,
            "within": role.inside,
            "members": list(role.members),
        }
    return found


def _bare(words: str) -> str:
    for end in ("'s", "’s", "'", "’"):
        if words.endswith(end):
            return words.removesuffix(end)
    return words


def _is_pronoun(words: str) -> bool:
    return all(w in PRONOUNS for w in words.casefold().split())


def claim(number: int, report: CodedReport, at: int, found: CodedClaim) -> dict[str, Any]:
    """Return one coded relation as a record of the scheme; `at` is the number of its sentence."""
    sentence = report.sentences[at]
    who = found.sources[0] if found.sources else NARRATOR
    sources = [NARRATOR if s == "-" else s for s in found.sources_accepted]
    where = list(found.theaters)
    return {
        "id": f"c{number:02}",
        "tier": "secondary" if found.weak or found.sign == 0 else "core",
        "status": "firm",
        "sent": f"S{at}",
        "sents": [f"S{at}"],
        "evidence": {"start": sentence.start, "end": sentence.end},
        "source": found.actor,
        "target": found.recipient,
        "relation": found.relation,
        "sign": found.sign,
        "symmetric": found.symmetric,
        "modality": found.modality[0],
        "modality_accept": list(found.modality[1:]),
        "attitude": "desire" if found.attitude == "wish" else found.attitude,
        "said_by": {
            "who": who,
            "text": None,
            "cue": None,
            "level": "attributed" if found.sources else "narrator",
            "chain": list(found.sources),
            "accept": sources,
        },
        "anonymous": bool(found.sources) and report.cast[found.sources[0]].anonymous,
        "theater": {"place": where[0], "accept": where[1:]} if where else None,
        "against": list(found.against),
        "quantity": _quantity(found),
        "time": _time(found),
        "note": found.note or None,
    }


def _quantity(found: CodedClaim) -> list[dict[str, Any]]:
    if found.quantity is None:
        return []
    op, value, unit = found.quantity
    return [{"text": f"{op}{value:g} {unit}", "value": value, "op": op, "unit": unit or None}]


def _time(found: CodedClaim) -> dict[str, Any] | None:
    if found.period is None:
        return None
    start, _, end = found.period.partition("..")
    both = end if ".." in found.period else start
    return {"text": None, "start": start, "end": both or None, "tense": None, "trend": None}


def gold(report: CodedReport) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the claims and the particulars of one report."""
    coded = [(at, c) for at, s in enumerate(report.sentences) for c in s.claims]
    record = {
        "schema": "gold-claims/2",
        "document": report.name,
        "sentences": [_span(n, s) for n, s in enumerate(report.sentences)],
        "aliases": names(report),
        "claims": [claim(n, report, at, c) for n, (at, c) in enumerate(coded, 1)],
        "must_not": [],
        "derived": [],
    }
    return record, {
        "slug": report.name,
        "title": report.text.split("\n", 1)[0],
        "topic": report.conflict,
        "publication_date": report.header["date"],
        "split": "dev",
    }


def _span(number: int, sentence: CodedSentence) -> dict[str, Any]:
    return {"id": f"S{number}", "start": sentence.start, "end": sentence.end}


def coded_gold(report: CodedReport) -> Gold:
    """Return what was coded in a report, as claims are scored against it."""
    record, _ = gold(report)
    return exchange.decode(json.dumps(record), Gold, where=str(report.path))


def convert(reports: Iterable[CodedReport], out: Path) -> list[str]:
    """Write OUT/<name>/ for every report; return the names in their order."""
    done = []
    for report in reports:
        record, meta = gold(report)
        there = out / report.name
        there.mkdir(parents=True, exist_ok=True)
        (there / "text.txt").write_text(report.text, encoding="utf-8")
        for name, value in (("claims", record), ("meta", meta)):
            written = json.dumps(value, ensure_ascii=False, indent=1)
            (there / f"{name}.json").write_text(written + "\n", encoding="utf-8")
        done.append(report.name)
    return done


def main(arguments: list[str] | None = None) -> None:
    """Convert the reports of one folder; print their names."""
    parser = argparse.ArgumentParser(description="Coded reports as gold-claims/2.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args(arguments)
    print("\n".join(convert(read_reports(asked.folder), asked.out)))


if __name__ == "__main__":
    main()
