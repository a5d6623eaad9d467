"""The format of coded reports: what is read, and how a mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpus import check
from training.corpus.as_gold import convert, gold
from training.corpus.coded import CodedReport, CorpusError, read_report

HEADER = """\
conflict: lake-war
date: 1987-05-04
manner: wire

@NOR state = Norland
@NOR_ARMY army <NOR
@SUD state = Sudria | the Sudrian state
@FRONT rebels
@AIDE official anon <SUD
@PORT place in=NOR

"""
BODY = """\
[NOR Norland] accuses [SUD Sudria] of arming [FRONT rebels]
  NOR accuses SUD "accuses"
  SUD arms FRONT "arming" by=NOR mod=asserted/hypothetical

In [PORT Port Elm], [NOR_ARMY [NOR its] troops] shot at least 40 [FRONT insurgents] in May.
  NOR_ARMY kills FRONT "shot" at=PORT/NOR when=1987-05 n=">=40 persons"
[AIDE An aide] said [SUD+NOR the two countries] would talk; [NOR+SUD they] did not say when.
  SUD negotiates-with NOR "would talk" by=AIDE/- mod=forecast weak
"""


def report(folder: Path, body: str = BODY, header: str = HEADER) -> CodedReport:
    path = folder / "lake-war" / "01.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(header + body, encoding="utf-8")
    return read_report(path)


def test_the_marks_leave_the_text_as_it_is_read(tmp_path: Path) -> None:
    found = report(tmp_path)
    assert found.text == (
        "Norland accuses Sudria of arming rebels\n\n"
        "In Port Elm, its troops shot at least 40 insurgents in May. "
        "An aide said the two countries would talk; they did not say when."
    )
    assert [found.text[s.start : s.end][:3] for s in found.sentences] == ["Nor", "In ", "An "]
    words = [(found.text[m.start : m.end], m.ids) for s in found.sentences for m in s.mentions]
    assert ("its troops", ("NOR_ARMY",)) in words
    assert ("its", ("NOR",)) in words
    assert ("the two countries", ("SUD", "NOR")) in words


def test_the_fields_of_a_claim(tmp_path: Path) -> None:
    first, second, third = report(tmp_path).sentences
    arms = first.claims[1]
    assert (arms.actor, arms.relation, arms.recipient, arms.sign) == ("SUD", "arms", "FRONT", 1)
    assert (arms.sources, arms.modality) == (("NOR",), ("asserted", "hypothetical"))
    (kills,) = second.claims
    assert kills.theaters == ("PORT", "NOR")
    assert (kills.period, kills.quantity) == ("1987-05", (">=", 40.0, "persons"))
    (talks,) = third.claims
    assert talks.weak
    assert talks.symmetric
    assert (talks.sources, talks.sources_accepted) == (("AIDE",), ("-",))


def test_as_gold_gives_names_sources_and_tiers(tmp_path: Path) -> None:
    record, meta = gold(report(tmp_path))
    assert meta["publication_date"] == "1987-05-04"
    assert record["aliases"]["NOR"]["names"] == ["Norland"]  # neither "its" nor a joint mention
    assert record["aliases"]["SUD"]["also"] == ["the Sudrian state"]
    assert record["aliases"]["NOR_ARMY"]["rolls_up_to"] == "NOR"
    assert [c["tier"] for c in record["claims"]] == ["core", "core", "core", "secondary"]
    assert [c["said_by"]["who"] for c in record["claims"]] == [
        "NARRATOR",
        "NOR",
        "NARRATOR",
        "AIDE",
    ]
    assert record["claims"][3]["anonymous"]
    assert record["claims"][2]["time"] == {
        "text": None, "start": "1987-05", "end": "1987-05", "tense": None, "trend": None
    }  # fmt: skip


def test_convert_writes_what_the_scorer_reads(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert convert([report(tmp_path)], out) == ["lake-war-01"]
    names = sorted(p.name for p in (out / "lake-war-01").iterdir())
    assert names == ["claims.json", "meta.json", "text.txt"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('  NOR accuses SUD "blames"', "the sentence does not say 'blames'"),
        ("  NOR smites SUD", "not a relation: 'smites'"),
        ("  NOR attacks EST", "not in the cast: EST"),
        ("  NOR attacks NOR", "both parties are the same"),
        ("  NOR attacks", "not a claim"),
        ("  NOR attacks SUD mod=perhaps", "not a modality: 'perhaps'"),
        ("  NOR attacks SUD when=yesterday", "not a date or span of dates"),
        ("  NOR attacks SUD n=many", "not a quantity: 'many'"),
        ("  NOR attacks SUD boldly", "not a flag: 'boldly'"),
        ("[EST Estland] waits", "not in the cast: EST"),
        ("[NOR Norland waits", "a bracket is not closed"),
        ("Norland [waits]", "a bracket that marks nothing"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(CorpusError, match=r"01\.txt:13: ") as error:
        report(tmp_path, f"[NOR Norland] accuses [SUD Sudria]\n{line}\n")
    assert told in str(error.value)


def test_check_lists_all_mistakes_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CorpusError):
        report(tmp_path, "Nobody is named here.\n  NOR smites SUD\n  NOR attacks EST\n")
    assert check.main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "not a relation" in told
    assert "not in the cast" in told
    report(tmp_path)
    assert check.main([str(tmp_path)]) == 0
    assert "1 reports on 1 conflicts, 3 sentences, 10 mentions, 4 claims (3 firm)" in (
        capsys.readouterr().out
    )
    assert check.main([str(tmp_path / "nowhere")]) == 2


def test_a_party_that_nobody_mentions_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report(tmp_path, '[NOR Norland] attacked.\n  NOR attacks SUD "attacked"\nRain fell.\n')
    assert check.main([str(tmp_path)]) == 1
    assert "SUD is not mentioned up to here" in capsys.readouterr().out


def test_the_corpus_itself_is_sound() -> None:
    reports = list(check.read_reports(check.REPORTS))
    problems, _ = check.check(reports)
    hidden = [p for p in problems if "not mentioned up to here" not in p]
    assert not hidden
    assert len(problems) < 10  # parties that only the sentence after next names
