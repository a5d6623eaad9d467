"""Who acts, who is acted upon, and how, in the sentences of cameo_spans (BIO spans and quad class).

DIR/cameo_spans/ holds ner_train_clean.txt (a word and its tag a line: S source, T target, R
related) and class_train_clean.tsv (sentence, 0 neutral, 1 and 2 cooperation, 3 and 4 conflict).

Scored by words: right = words that both call a source; F1 = 2 right / (found + gold); and by whole
spans, both bounds right, which is what the published figures of sequence taggers are. Our claims
say it without having learned from the set: the words of actor and recipient of all claims of the
sentence. The cross-validated figure is a classifier of noun phrases, cut as our parser sees them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, confusion, f1, figure, macro_f1
from benchmarks.laid_out import Laid, lay_out
from benchmarks.logistic import cross_validated
from tertius.gazetteer import Gazetteer
from tertius.readers import Reader
from tertius.reading.relations.windows import FAMILIES, cues_of
from tertius.reading.syntax.parse import Parser
from tertius.reading.trees import NOMINAL, Tree

AIMS = {"source": 0.80, "target": 0.60}
BALANCE, L2 = 0.8, 2.0  # between the roles, most phrases having none
SIGNS = ("cooperation", "conflict")
_QUAD = {"1": 1, "2": 1, "3": -1, "4": -1}
_NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ' 's ’s n't n’t % ” ''".split())
_NO_SPACE_AFTER = frozenset("( $ “ ``".split())
_BELOW = frozenset({"acl", "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "advcl"})


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with the role of each word: "S", "T", "R" or "O"."""

    words: tuple[str, ...]
    roles: tuple[str, ...]
    quad: int | None  # 1 cooperation, -1 conflict, 0 neutral; None: not told

    @property
    def spaced(self) -> tuple[str, list[tuple[int, int]]]:
        """The sentence as it is written, and the place of each word."""
        text, spans = "", list[tuple[int, int]]()
        for n, word in enumerate(self.words):
            glued = word in _NO_SPACE_BEFORE or (n and self.words[n - 1] in _NO_SPACE_AFTER)
            text += "" if not n or glued else " "
            spans.append((len(text), len(text) + len(word)))
            text += word
        return text, spans


def tagged(folder: Path) -> list[Tagged]:
    """Return the sentences of the set."""
    quads = {}
    for line in (folder / "class_train_clean.tsv").read_text("utf-8").splitlines():
        sentence, _, quad = line.rpartition("\t")
        quads[_letters(sentence)] = _QUAD.get(quad.strip(), 0)
    found = []
    blocks = (folder / "ner_train_clean.txt").read_text("utf-8").split("\n\n")
    for block in blocks:
        rows = [line.split(" ") for line in block.splitlines() if line.strip()]
        if rows:
            words = tuple(row[0] for row in rows)
            roles = tuple(row[-1].rpartition("-")[2] for row in rows)
            found.append(Tagged(words, roles, quads.get(_letters("".join(words)))))
    return found


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def cameo(folder: Path, *, reader: Reader, gazetteer: Gazetteer, parser: Parser) -> list[Figure]:
    """Return F1 of source and target words, and of the sign."""
    sentences = tagged(folder)
    laid = [
        lay_out(one.spaced[0], name=f"s{n}", reader=reader, gazetteer=gazetteer, parser=parser)
        for n, one in enumerate(sentences)
    ]
    claimed = [claimed_roles(a, b) for a, b in zip(laid, sentences, strict=True)]
    found = [one for r in "ST" for one in _span_figures(r, sentences, claimed, "our claims")]
    found.append(_sign_figure(laid, sentences))
    learned = learned_roles(laid, sentences)
    for role in "ST":
        found += _span_figures(role, sentences, learned, "cross-validated")
    return found


def claimed_roles(laid: Laid, sentence: Tagged) -> list[str]:
    """Return the role of each word by our claims: actors S, recipients T; S where both."""
    text, spans = sentence.spaced
    roles = ["O"] * len(sentence.words)
    for role, slot in (("T", "recipient"), ("S", "actor")):
        for claim in laid.claims:
            words = dict(claim.words).get(slot)
            start = text.find(words) if words else -1
            if words and start >= 0:
                for n, (a, b) in enumerate(spans):
                    if a < start + len(words) and start < b:
                        roles[n] = role
    return roles


def token_row(role: str, gold: Sequence[str], found: Sequence[str]) -> list[float]:
    """Return (right, found, gold) words of a role."""
    both = sum(a == b == role for a, b in zip(gold, found, strict=True))
    return [both, sum(one == role for one in found), sum(one == role for one in gold)]


def _span_figures(
    role: str, sentences: Sequence[Tagged], found: Sequence[Sequence[str]], how: str
) -> list[Figure]:
    name = {"S": "source", "T": "target"}[role]
    aim = AIMS[name] if how == "cross-validated" else None
    made = []
    for what, count in (("words", token_row), ("whole spans", span_row)):
        rows = [count(role, a.roles, b) for a, b in zip(sentences, found, strict=True)]
        n = int(sum(row[2] for row in rows))
        made.append(figure(f"{how}: {name} {what} F1", rows, f1, n=n, aim=aim, over="sentences"))
    return made


def span_row(role: str, gold: Sequence[str], found: Sequence[str]) -> list[float]:
    """Return (right, found, gold) spans of a role, both bounds right: runs of words."""
    wanted, given = (_spans(role, one) for one in (gold, found))
    return [len(wanted & given), len(given), len(wanted)]


def _spans(role: str, roles: Sequence[str]) -> set[tuple[int, int]]:
    found, start = set(), None
    for n, one in enumerate([*roles, ""]):
        if one == role and start is None:
            start = n
        elif one != role and start is not None:
            found.add((start, n))
            start = None
    return found


def _sign_figure(laid: Sequence[Laid], sentences: Sequence[Tagged]) -> Figure:
    rows = [
        confusion(SIGNS, SIGNS[one.quad < 0], _sign(own))
        for one, own in zip(sentences, laid, strict=True)
        if one.quad
    ]
    return figure(
        "our claims: cooperation or conflict, macro-F1",
        rows,
        macro_f1,
        n=len(rows),
        over="sentences",
    )


def _sign(laid: Laid) -> str:
    """Return the sign of most claims of a sentence, of the surest where they are even."""
    votes = [(claim.sign, claim.confidence) for claim in laid.claims if claim.sign]
    if not votes:
        return "none"
    most = sum(sign for sign, _ in votes) or max(votes, key=lambda vote: vote[1])[0]
    return SIGNS[most < 0]


# -- cross-validated ----------------------------------------------------------------------------


def learned_roles(laid: Sequence[Laid], sentences: Sequence[Tagged]) -> list[list[str]]:
    """Return roles by a classifier of noun phrases that has not seen the sentence."""
    rows, labels, groups, places = list[list[str]](), list[str](), list[str](), []
    claimed = [claimed_roles(a, b) for a, b in zip(laid, sentences, strict=True)]
    for at, (own, one) in enumerate(zip(laid, sentences, strict=True)):
        for n, head, words in phrases(own, one):
            inside = [one.roles[w] for w in words]
            most = max(sorted(set(inside)), key=inside.count)
            rows.append(_features(own, n, head, [claimed[at][w] for w in words]))
            labels.append(most if 2 * inside.count(most) > len(inside) else "O")
            groups.append(str(at))
            places.append((at, words))
    answers = cross_validated(rows, labels, groups, folds=5, balance=BALANCE, l2=L2)
    roles = [["O"] * len(one.words) for one in sentences]
    for (at, words), answer in zip(places, answers, strict=True):
        for w in words:
            roles[at][w] = answer
    return roles


def phrases(laid: Laid, sentence: Tagged) -> list[tuple[int, int, list[int]]]:
    """Return the noun phrases: sentence and head of the tree, words of the annotation.

    A phrase goes from its first to its last word, without clauses, appositions and coordination;
    of one inside another the outer one stands, prepositions left out.
    """
    _, spans = sentence.spaced
    found, taken = [], set[int]()
    for n, tree in enumerate(laid.text.trees):
        for head in sorted(range(len(tree)), key=lambda i: (len(list(tree.ancestors(i))), i)):
            if tree.upos[head] not in NOMINAL or tree.label(head) in {"det", "nummod", "compound"}:
                continue
            inside = _phrase(tree, head)
            places = [
                laid.text.repaired.span(w.start, w.end)
                for w in (tree.sentence.words[i] for i in inside)
            ]
            words = [
                w
                for w, (a, b) in enumerate(spans)
                if w not in taken and any(a < y and x < b for x, y in places)
            ]
            if words:
                taken.update(words)
                found.append((n, head, words))
    return found


def _phrase(tree: Tree, head: int) -> list[int]:
    inside, todo = [head], [head]
    while todo:
        for k in tree.kids[todo.pop()]:
            if tree.labels[k] in _BELOW or (inside[0] == tree.heads[k] and tree.label(k) == "case"
                                            and k < head):  # fmt: skip
                continue
            if tree.label(k) == "nmod" and tree.labels[k] != "nmod:poss" and tree.case(k) != "of":
                continue
            inside.append(k)
            todo.append(k)
    return sorted(inside)


def _features(laid: Laid, n: int, head: int, claimed: Sequence[str]) -> list[str]:
    tree = laid.text.trees[n]
    cues = cues_of(tree)
    above = [head, *tree.ancestors(head)]
    path = " ".join(tree.labels[i] for i in above[:3])
    verb = next((i for i in above[1:] if tree.is_verb(i)), above[-1])
    resolved = laid.text.cast.at(n, head)
    kind = laid.text.cast.kind(resolved.ids[0]) if resolved and resolved.ids else "nobody"
    family = (*("none",), *FAMILIES)[cues[verb]]
    passive = tree.is_passive(verb)
    chain = " ".join(tree.label(i) for i in above[above.index(verb) : -1])
    acts = next((i for i in range(len(tree)) if tree.label(i) == "nsubj"), head)
    return [
        "always",
        f"claimed {max(sorted(set(claimed)), key=claimed.count)}",
        f"label {tree.labels[head]}",
        f"path {path}",
        f"lemma {tree.lemmas[head]}",
        f"class {tree.upos[head]}",
        f"kind {kind}",
        f"role {resolved.mention.role if resolved else 'none'}",
        f"case {tree.case(head)}",
        f"verb {tree.lemmas[verb]} {tree.labels[head]}",
        f"family {family} {tree.labels[head]} {tree.case(head)} {passive}",
        f"governor {tree.lemmas[above[1]] if len(above) > 1 else 'none'} {tree.case(head)}",
        f"depth {min(5, len(above))}",
        f"passive {passive} {tree.labels[head]}",
        f"place {min(6, 7 * head // max(1, len(tree)))}",
        f"sentence {n}",
        f"chain {chain}",
        f"side {(head > acts) - (head < acts)} {kind}",
        f"kind {kind} {tree.labels[head]} {tree.case(head)}",
        f"root {tree.lemmas[above[-1]]} {tree.labels[head]} {tree.case(head)}",
        f"parties after {_after(laid, n, head)} {tree.label(head)}",
        f"parties before {_before(laid, n, head, acts)} {kind != 'nobody'}",
        *(f"holds {held}" for held in _held(laid, n, head)),
        f"at root {verb == above[-1]} {tree.label(head)}",
        f"name {any(a <= head < b for a, b, _ in tree.names)}",
        *(f"word {tree.lemmas[k]}" for k in tree.kids[head]),
    ]


def _held(laid: Laid, n: int, head: int) -> list[str]:
    """Return the kinds of the parties that a phrase speaks of: "the Russian ambassador"."""
    cast = laid.text.cast
    found = {
        cast.kind(resolved.ids[0])
        for i in laid.text.trees[n].subtree(head)
        if (resolved := cast.at(n, i)) is not None and resolved.ids
    }
    return sorted(found)


def _parties(laid: Laid, n: int) -> list[int]:
    return [
        i
        for i in range(len(laid.text.trees[n]))
        if (found := laid.text.cast.at(n, i)) is not None and found.ids
    ]


def _after(laid: Laid, n: int, head: int) -> int:
    """Return how many parties the sentence speaks of later, three at most."""
    return min(3, sum(i > head for i in _parties(laid, n)))


def _before(laid: Laid, n: int, head: int, start: int) -> int:
    """Return how many parties stand between the first subject and a phrase, three at most."""
    return min(3, sum(start < i < head for i in _parties(laid, n)))
