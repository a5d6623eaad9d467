"""Whether lost apostrophes come back, on treebank text that has them: GUM news and others.

The text of each document is written out, its apostrophes are taken out, and `repair` mends it.
precision: apostrophes put back where one stood, of all put in. recall: of all taken out; of the
possessives of names ('s or ' after a word tagged as a name), apart. A slip of the source, such as
"its" for "it's", that repair mends counts as wrong.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path

from benchmarks.figures import Figure, f1, figure
from benchmarks.graded import precision, recall
from tertius.documents import repair
from tertius.gazetteer import Gazetteer

MARKS = "'’"
AIM = 0.95
GENRE = "GUM_news_*.conllu"


def written(path: Path) -> tuple[str, set[int]]:
    """Return the text of a treebank document, a line a paragraph, and where names are possessed.

    The places are those of the apostrophes, in characters of the text.
    """
    text, owned = "", set[int]()
    upos, until = "", 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar"):
            text = f"{text.rstrip()}\n\n" if text else ""
        if not line[:1].isdigit():
            until = 0 if not line else until
            continue
        cells = line.split("\t")
        number, dash, last = cells[0].partition("-")
        if "." in number:
            continue
        if dash:  # "Iran's" is written here, its words below
            at = len(text)
            text += cells[1] + ("" if "SpaceAfter=No" in cells[9].split("|") else " ")
            until, begin = int(last), at
            continue
        if cells[4] == "POS" and upos == "PROPN":
            start = text.rfind(cells[1], begin) if int(number) <= until else len(text)
            owned.add(start)
        upos = cells[3]
        if int(number) > until:
            text += cells[1] + ("" if "SpaceAfter=No" in cells[9].split("|") else " ")
    return text.rstrip(), owned


def stripped(text: str) -> tuple[str, list[int], set[int]]:
    """Return the text without the apostrophes of words, where its characters stood, and the places.

    An apostrophe counts if a letter goes before it and a letter, or after s a space, follows.
    """
    lost = {
        n
        for n, c in enumerate(text)
        if c in MARKS and n and text[n - 1].isalpha() and _ends_a_word(text, n)
    }
    kept = [n for n in range(len(text)) if n not in lost]
    return "".join(text[n] for n in kept), kept, lost


def _ends_a_word(text: str, n: int) -> bool:
    after = text[n + 1 : n + 2]
    return after.isalpha() or (text[n - 1] in "sS" and (not after or not after.isalnum()))


def restored(text: str, gazetteer: Gazetteer) -> tuple[set[int], set[int]]:
    """Return the places of the apostrophes that repair puts in, and of those that were lost."""
    bare, kept, lost = stripped(text)
    mended = repair(bare, names=_names(gazetteer))
    back = set[int]()
    for n, c in enumerate(mended.text):
        if c in MARKS and mended.origin[n] == mended.stops[n]:  # put in between two characters
            at = mended.origin[n]
            back.add(kept[at - 1] + 1 if at else 0)
    return back, lost


def _names(gazetteer: Gazetteer) -> Container[str]:
    from tertius.reading.read_documents import _Names

    return _Names(gazetteer)


def possessives(folder: Path, *, gazetteer: Gazetteer) -> tuple[list[Figure], str]:
    """Return precision and recall, recall on possessives of names, and the wrong ones as text."""
    rows, names = list[list[float]](), list[list[float]]()
    wrong: list[str] = []
    for text, owned in _texts(folder):
        back, lost = restored(text, gazetteer)
        rows.append([len(back & lost), len(back), len(lost)])
        names.append([len(back & owned & lost), 0, len(owned & lost)])
        wrong += [text[max(0, at - 12) : at + 4].replace("\n", " ") for at in sorted(back - lost)]
    lost_all, put_back = (int(sum(row[n] for row in rows)) for n in (2, 1))
    return [
        figure("precision", rows, precision, n=put_back, aim=AIM),
        figure("recall, all apostrophes", rows, recall, n=lost_all),
        figure("recall, possessives of names", names, recall, n=int(sum(r[2] for r in names))),
        figure("F1", rows, f1, n=lost_all),
    ], "\n".join(f"  wrong: {one}" for one in wrong)


def _texts(folder: Path) -> Iterator[tuple[str, set[int]]]:
    for path in sorted(folder.glob(GENRE)):
        yield written(path)
