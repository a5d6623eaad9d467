"""Score who says it and whether it happened on open annotations; run by hand, never by the tests.

    python -m training.reading_scores --data DIR [--json]

DIR holds `uds_factuality` with `ud_ewt`, `meantime` and `gum`, as they come (`annotated_sets`).
Words and sentences are those of the annotation; the trees are the parser's own.

Did it happen (`happened`): what is foretold, possible, denied or only wished did not happen. F1 of
what happened, F1 of what did not, and the mean of the two (`macro`).

Who says it (`attributed`): the words that any report of a document counts as its speaker, against
the words that the gold relations name as source; the words that any report counts as what is said,
against those of the gold relations. Both are sets of words of the document without punctuation,
summed over documents: F1 = 2 right / (found + gold). Left out are reports that the annotation does
not count: wishes and orders without a clause, names given ("called it a war"), charges ("of").
`gum_news` is the figure for what Tertius reads. In the speeches and interviews of `gum` all is said
by somebody, "I mean" and "you know" count as sources, and a content can be the rest of the speech.

Intervals are 90 %: the documents drawn again with replacement, 1,000 times.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tertius.reading.attribution import Attribution, attributions, sources_at
from tertius.reading.cues import cues
from tertius.reading.modality import modality
from tertius.reading.sentences import Sentence, Word
from tertius.reading.syntax import Encoder, lemma
from tertius.reading.trees import Tree
from training.annotated_sets import Asked, Attributed, Text, gum, meantime, uds

Counts = Sequence[int]  # of one document; what they are is the affair of the measure
Measure = Callable[[Counts], dict[str, float]]
DRAWS = 1000


class Nobody:
    """A cast without actors: who they are does not matter here."""

    def at(self, sentence: int, word: int) -> None:
        """Know nobody."""


def parsed(texts: Sequence[Text], encoder: Encoder) -> tuple[list[Tree], str]:
    """Return the trees of a document and its text, a line a paragraph."""
    trees: list[Tree] = []
    text = ""
    words = [list(t.words) for t in texts]
    for here, p in zip(texts, encoder.parse(words), strict=True):
        if trees:
            text += " " if trees[-1].sentence.paragraph == here.paragraph else "\n"
        start, found = len(text), []
        for word, spaced in zip(here.words, here.spaced, strict=True):
            found.append(Word(word, len(text), len(text) + len(word)))
            text += word + " " * spaced
        text = text.rstrip(" ")
        lemmas = (lemma(w, u).casefold() for w, u in zip(here.words, p.upos, strict=True))
        trees.append(
            Tree(
                sentence=Sentence(start, len(text), here.paragraph, tuple(found)),
                upos=p.upos,
                heads=p.heads,
                labels=p.labels,
                lemmas=tuple(lemmas),
                xpos=p.xpos,
                names=p.names,
            )
        )
    return trees, text


# -- did it happen ------------------------------------------------------------------------------


def happened(document: Asked, trees: list[Tree], text: str) -> Counts:
    """Return [right, said so, is so] of what happened, then of what did not."""
    found = attributions(trees, Nobody(), text)
    counts = [0] * 6
    for n, word, is_so in document.events:
        said_so = _is_told(trees[n], word, modality(trees[n], word, sources_at(found, n, word)))
        for at, value in ((0, True), (3, False)):
            counts[at] += said_so == is_so == value
            counts[at + 1] += said_so == value
            counts[at + 2] += is_so == value
    return counts


def _is_told(tree: Tree, word: int, told: tuple[str, str | None]) -> bool:
    """Tell whether it is told as done: to wish, to fear and to call for are acts themselves."""
    own = tree.lemmas[word] in cues("want") | cues("fear") | cues("call")
    return told[0] == "asserted" and (own or told[1] not in {"desire", "fear"})


def sign_macro(total: Counts) -> dict[str, float]:
    """Return F1 of what happened, of what did not, their mean, and how many were asked."""
    yes, no = (2 * t[0] / max(1, t[1] + t[2]) for t in (total[:3], total[3:]))
    return {"macro": (yes + no) / 2, "happened": yes, "not": no, "n": total[2] + total[5]}


# -- who says it --------------------------------------------------------------------------------


def attributed(document: Attributed, trees: list[Tree], text: str) -> Counts:
    """Return [right, found, gold] words of the speakers, then of what is said."""
    found = [a for a in attributions(trees, Nobody(), text) if _is_of_a_clause(trees, a)]
    said = {(a.sentence, w) for a in found for w in a.words}
    speakers = {(a.sentence, w) for a in found for w in a.speaker}
    gold_said = {w for r in document.relations for w in r.content}
    gold_speakers = {w for r in document.relations for w in r.source}
    counts: list[int] = []
    for ours, gold in ((speakers, gold_speakers), (said, gold_said)):
        ours, gold = ({w for w in words if _is_word(trees, *w)} for words in (ours, gold))
        counts += [len(ours & gold), len(ours), len(gold)]
    return counts


def _is_of_a_clause(trees: list[Tree], a: Attribution) -> bool:
    """Leave out what the annotation does not count: wishes, calls, names given, charges "of"."""
    if a.cue is None:
        return True
    tree, cue = trees[a.sentence], a.cue[0]
    if a.stance in {"wishes", "fears"} or tree.lemmas[cue] in cues("order"):
        return a.quoted or bool(tree.children(cue, "ccomp"))
    return a.quoted or tree.lemmas[cue] not in cues("name") | cues("accuse")


def _is_word(trees: list[Tree], sentence: int, word: int) -> bool:
    return any(c.isalnum() for c in trees[sentence].texts[word])


def token_f1(total: Counts) -> dict[str, float]:
    """Return F1 of speakers and of what is said, with precision and recall."""
    out: dict[str, float] = {}
    for name, (right, found, gold) in (("source", total[:3]), ("content", total[3:])):
        out[name] = 2 * right / max(1, found + gold)
        out[f"{name}_precision"] = right / max(1, found)
        out[f"{name}_recall"] = right / max(1, gold)
    return out


# -- over documents -----------------------------------------------------------------------------


def scored(rows: Sequence[Counts], measure: Measure) -> dict[str, object]:
    """Return the measure of all documents, with a 90 % interval for each of its figures."""
    total = [sum(column) for column in zip(*rows, strict=True)]
    figures = measure(total)
    draw = random.Random(0)
    drawn: dict[str, list[float]] = {name: [] for name in figures}
    for _ in range(DRAWS):
        again = [sum(column) for column in zip(*draw.choices(rows, k=len(rows)), strict=True)]
        for name, value in measure(again).items():
            drawn[name].append(value)
    interval = {
        name: (sorted(values)[DRAWS // 20], sorted(values)[-DRAWS // 20])
        for name, values in drawn.items()
        if name != "n"
    }
    return {**figures, "documents": len(rows), "interval": interval}


def score_happened(documents: Iterable[Asked], encoder: Encoder) -> dict[str, object]:
    """Return `sign_macro` of a set, with its intervals."""
    rows = [happened(d, *parsed(d.texts, encoder)) for d in documents]
    return scored(rows, sign_macro)


def score_attributed(documents: Iterable[Attributed], encoder: Encoder) -> dict[str, object]:
    """Return `token_f1` of a set, with its intervals."""
    rows = [attributed(d, *parsed(d.texts, encoder)) for d in documents]
    return scored(rows, token_f1)


def all_scores(data: Path, encoder: Encoder) -> dict[str, dict[str, object]]:
    """Return the scores of each set by its name."""
    return {
        "gum_news": score_attributed(gum(data, "news"), encoder),
        "gum": score_attributed(gum(data), encoder),
        "uds": score_happened(uds(data), encoder),
        "meantime": score_happened(meantime(data), encoder),
    }


def main() -> None:
    """Print the scores of all sets."""
    parser = argparse.ArgumentParser(prog="training.reading_scores")
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    asked = parser.parse_args()
    found = all_scores(asked.data, Encoder.load())
    if asked.json:
        print(json.dumps(found, indent=1))
        return
    for name, figures in found.items():
        interval = figures["interval"]
        assert isinstance(interval, dict)
        for figure, (low, high) in interval.items():
            value = figures[figure]
            print(f"{name:10}{figure:20}{value:.3f}  ({low:.3f} to {high:.3f})")


if __name__ == "__main__":
    main()
