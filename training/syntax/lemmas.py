"""Learn the table of lemmas: python -m training.syntax.lemmas --data DIR --base DIR --out DIR."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

from tertius.reading.syntax.lemmas import LONGEST_ENDING, Lemmas, read
from tertius.reading.syntax.wordpieces import WordPieces
from training.syntax.corpus import held_out, training
from training.syntax.treebank import Tree
from training.syntax.verbs import forms

Words = dict[tuple[str, str], str]
SUPPORT = 3  # words that must share an ending before it becomes a rule
OPEN = ("ADJ", "ADV", "AUX", "NOUN", "PROPN", "VERB", "NUM")  # classes whose words have endings


# Verbs of the field that the guess gets wrong ("severed" is of "sever", not of "severe").
BY_HAND = Path(__file__).with_name("lemmas_by_hand.tsv")


def usual(trees: Iterable[Tree]) -> Words:
    """Give the most frequent lemma of each word and class."""
    seen = defaultdict[tuple[str, str], Counter[str]](Counter)
    for tree in trees:
        for word, upos, lemma in zip(tree.words, tree.upos, tree.lemmas, strict=True):
            if lemma != "_" and "\t" not in word:
                seen[upos, word.lower()][lemma] += 1
    return {key: _usual(n, name=key[0] == "PROPN") for key, n in sorted(seen.items())}


def _usual(seen: Counter[str], *, name: bool) -> str:
    """Give the most frequent one; of a word that also stands in names, the one without capital."""
    plain = {lemma: n for lemma, n in seen.items() if lemma == lemma.lower()}
    often = sum(plain.values()) > seen.total() / 5 and not name
    return max(sorted(plain if often else seen), key=seen.__getitem__)


def endings(words: Words) -> dict[tuple[str, str], tuple[int, str]]:
    """Learn what an ending turns into, where it says more than the shorter ending does."""
    votes = defaultdict[tuple[str, str], Counter[tuple[int, str]]](Counter)
    for (upos, word), lemma in words.items():
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(word, lemma.lower(), strict=False))
        stem = len(list(alike))
        if upos not in OPEN or stem == 0:
            continue
        for length in range(min(LONGEST_ENDING, len(word) - 1) + 1):
            votes[upos, word[len(word) - length :]][len(word) - stem, lemma[stem:]] += 1
    learned = dict[tuple[str, str], tuple[int, str]]()
    for upos, ending in sorted(votes, key=lambda key: (len(key[1]), key)):
        edit, n = max(sorted(votes[upos, ending].items()), key=lambda item: item[1])
        shorter = (learned.get((upos, ending[at:])) for at in range(1, len(ending) + 1))
        known = next((e for e in shorter if e is not None), (0, "")) if ending else (0, "")
        if n >= SUPPORT and edit != known:
            learned[upos, ending] = edit
    return learned


def verbs(ranks: dict[str, int], *, known: Words) -> Words:
    """Guess the lemma of verbs in -ed and -ing that no tree holds, by which stem is a word.

    ranks: words of the encoder's vocabulary, the more frequent the lower.
    """
    guessed = Words()
    for word in sorted(ranks):
        stem = word.removesuffix("ed").removesuffix("ing")
        if not word.endswith(("ed", "ing")) or word.endswith("eed") or len(stem) < SUPPORT:
            continue
        single = stem[:-1] if stem[-1] == stem[-2] else stem
        spelt = (f"{stem[:-1]}y",) if stem[-1] == "i" else (stem, f"{stem}e", single)
        stems = [s for s in spelt if s in ranks and set(s) & set("aeiouy")]
        if stems and word.isalpha() and ("VERB", word) not in known:
            guessed["VERB", word] = min(stems, key=ranks.__getitem__)
    return guessed


def by_hand() -> Words:
    """Return the lemmas that were looked over by a person."""
    rows = (line.split("\t") for line in BY_HAND.read_text(encoding="utf-8").splitlines())
    return {(upos, word): lemma for upos, word, lemma in rows}


def learn(trees: Iterable[Tree], ranks: dict[str, int]) -> Lemmas:
    """Keep as exceptions the words that the endings get wrong."""
    words = usual(trees)
    rules = Lemmas({}, endings(words))
    words |= verbs(ranks, known=words) | by_hand()
    words = {("VERB", form): verb for form, verb in forms().items()} | words
    exceptions = {
        (upos, word): lemma
        for (upos, word), lemma in words.items()
        if rules.lemma(_cased(word, lemma), upos) != lemma and upos not in {"PUNCT", "X"}
    }
    return Lemmas(exceptions, rules.endings)


def _cased(word: str, lemma: str) -> str:
    return word.capitalize() if lemma[:1].isupper() else word


def write(lemmas: Lemmas, path: Path) -> None:
    rows = [f"{upos}\t{word}\t{lemma}" for (upos, word), lemma in lemmas.words.items()]
    rows += [f"{u}\t*{end}\t{cut}\t{add}" for (u, end), (cut, add) in lemmas.endings.items()]
    path.write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")


def accuracy(lemmas: Lemmas, trees: Iterable[Tree], *, known: Words) -> dict[str, float]:
    """Score all words, and those never seen in learning; the word classes are the right ones."""
    right, total = Counter[str](), Counter[str]()
    for tree in trees:
        for word, upos, lemma in zip(tree.words, tree.upos, tree.lemmas, strict=True):
            groups = ["all"] if (upos, word.lower()) in known else ["all", "new"]
            for group in groups if lemma != "_" else []:
                total[group] += 1
                right[group] += lemmas.lemma(word, upos) == lemma
    return {group: round(100 * right[group] / total[group], 2) for group in sorted(total)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM files")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    trees = [tree for part in training(args.data).trees.values() for tree in part]
    args.out.mkdir(parents=True, exist_ok=True)
    path = args.out / "lemmas.tsv"
    ranks = dict(WordPieces.load(args.base / "tokenizer.json").vocabulary)
    write(learn(trees, ranks), path)
    for name, part in held_out(args.data).trees.items():
        print(name, accuracy(read(path), part, known=usual(trees)))


if __name__ == "__main__":
    main()
