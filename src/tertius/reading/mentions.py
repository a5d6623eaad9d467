"""Every place in a sentence where an actor, a person or a place is spoken of.

A mention is found here and given its meaning in `actors`, which sees the whole document.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from tertius.gazetteer import Gazetteer, Match
from tertius.reading.newcomers import REALMS, Newcomers, is_group_name, is_portfolio
from tertius.reading.trees import Tree

Kind = Literal["name", "demonym", "nominal", "pronoun"]
Role = Literal["organ", "group", "people", "speaker", "generic", "person", "actor", "place", ""]

PRONOUNS: Mapping[str, str] = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "person"),
    **dict.fromkeys(("it", "its", "itself"), "one"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "both"), "many"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves", "i", "my", "me"), "speaker"),
}
# Prepositions after which a place is where something is, not who does it.
LOCATIVE = frozenset(
    """in inside within across throughout near around outside at along over above off through
    beyond beside opposite""".split()
)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that speak of somebody or some place. Positions are words of the sentence."""

    start: int
    end: int  # exclusive
    head: int
    kind: Kind
    role: Role
    ids: tuple[str, ...] = ()  # candidates of the gazetteer, best first
    noun: str = ""  # class of nominals.csv ("militia"), or what a pronoun asks for ("one")
    owners: tuple[int, ...] = ()  # heads of the mentions that own or qualify it
    plural: bool = False
    definite: bool = False
    number: int | None = None  # "the two nations": 2
    tail: int = 0  # end with what follows: "leaders of both countries"; 0: the same as `end`
    cut: bool = False  # only the beginning of a name, before an ellipsis
    qualities: frozenset[str] = frozenset()  # lower-case words that tell it from others of its kind


@cache
def nominals() -> Mapping[str, tuple[tuple[str, Role], ...]]:
    """Return for a lemma its classes and their roles, in the order of nominals.csv."""
    text = files("tertius.reading").joinpath("nominals.csv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, Role]]] = {}
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    for row in rows:
        for lemma in row["lemmas"].split("|"):
            found.setdefault(lemma, []).append((row["class"], row["role"]))  # type: ignore[arg-type]
    return {lemma: tuple(classes) for lemma, classes in found.items()}


def mentions(
    tree: Tree,
    gazetteer: Gazetteer,
    *,
    on: str | None,
    cased: bool,
    newcomers: Newcomers | None = None,
) -> list[Mention]:
    """Return the mentions of a sentence, left to right, no two with the same head.

    newcomers: states that only this document knows.
    """
    found: dict[int, Mention] = {}
    taken: set[int] = set()
    named = _named(tree, gazetteer, on=on, cased=cased)
    for match in [*named, *_shortened(tree, named, gazetteer)]:
        mention = None if _is_elsewhere(tree, match) else _of_match(tree, match)
        if mention is not None:
            found.setdefault(mention.head, mention)
            taken.update(range(mention.start, mention.end))
        if mention is not None and mention.role == "person":
            wide = _whole_name(tree, mention)
            if wide.head != mention.head:
                found.pop(mention.head, None)
            if wide.head == mention.head or wide.head not in found:
                found[wide.head] = wide
            taken.update(range(wide.start, wide.end))
    if newcomers is not None:
        for i, word in enumerate(tree.texts):
            if i not in taken and newcomers.state(word) is not None:
                mention = _of_newcomer(tree, i)
                found.setdefault(mention.head, mention)
                taken.update(range(mention.start, mention.end))
    for start, end, kind in tree.names:
        if end - start == 1 and start and tree.lemmas[start - 1] == "the" and _is_noun(tree, start):
            continue  # "the North", "the Front": which one, the document tells
        end -= int(tree.upos[end - 1] == "ADP")  # "Defence Ministry in", before a capital
        roles = {role for _, role in nominals().get(tree.lemmas[end - 1], ())}
        if "organ" in roles and is_portfolio(tree.texts[start : end - 1]):
            continue  # "the Defence Ministry"
        if taken.isdisjoint(range(start, end)) and _looks_like_a_name(tree, start, end):
            mention = _of_name(tree, start, end, kind)
            found.setdefault(mention.head, mention)
            taken.update(range(start, end))
    for i in range(len(tree)):
        if i in taken:
            continue
        if tree.label(i) == "det" and tree.lemmas[i] == "both":
            continue  # "both sides": the noun tells
        pronoun = PRONOUNS.get(tree.texts[i].casefold())
        if pronoun and tree.upos[i] in {"PRON", "DET"} and tree.texts[i] != "US":
            found[i] = _pronoun(tree, i, pronoun)
        elif asks := _of_two(tree, i):
            found[i] = _pronoun(tree, i, asks)
        elif tree.upos[i] in {"NOUN", "PROPN", "ADJ"} and (noun := _nominal(tree, i, found)):
            found[i] = noun
    kept = [m for m in found.values() if not _is_said_twice(tree, m, found)]
    return sorted(kept, key=lambda m: (m.start, m.head))


def _is_said_twice(tree: Tree, m: Mention, found: Mapping[int, Mention]) -> bool:
    """Tell whether the "opposition" of "opposition parties" is already what these are."""
    whole = found.get(tree.heads[m.head]) if tree.label(m.head) == "compound" else None
    return bool(whole and m.kind == whole.kind == "nominal" and m.noun == whole.noun)


def _named(tree: Tree, gazetteer: Gazetteer, *, on: str | None, cased: bool) -> list[Match]:
    """Match the gazetteer on the words without hyphens, and give positions with them."""
    kept = [i for i, t in enumerate(tree.texts) if t not in {"-", "‐", "–"} and t[-1] != "$"]
    words, places = [], []
    for i in kept:
        text = tree.texts[i]
        prefix, dash, rest = text.partition("-")
        if dash and prefix.casefold() in {"pro", "anti", "non", "ex"} and rest[:1].isupper():
            words.append(rest)
        else:
            words.append(text)
        places.append(i)
    out = []
    for m in gazetteer.matches(words, on=on, cased=cased):
        start, end = places[m.start], places[m.end - 1] + 1
        out.append(Match(start=start, end=end, ids=m.ids, role=m.role, alias=m.alias))
    return out


_LOYAL = frozenset({"loyal", "faithful", "answerable", "belong", "belonging"})
_HALVES = frozenset({"north", "south", "east", "west"})


def _shortened(tree: Tree, named: list[Match], gazetteer: Gazetteer) -> list[Match]:
    """Return the first half of "North and South Korea"."""
    found = []
    for m in named:
        first, words = m.start - 2, list(tree.texts[m.start : m.end])
        if first >= 0 and tree.lemmas[m.start - 1] in {"and", "or"}:
            half = tree.texts[first].casefold()
            if {half, words[0].casefold()} <= _HALVES:
                full = gazetteer.matches([tree.texts[first], *words[1:]])
                if full and full[0].end == len(words):
                    ids, role = full[0].ids, full[0].role
                    found.append(
                        Match(start=first, end=first + 1, ids=ids, role=role, alias=full[0].alias)
                    )
    return found


def _is_elsewhere(tree: Tree, match: Match) -> bool:
    """Tell whether a name of the gazetteer is another's here: "near Masisi", "Emre Aydin"."""
    if match.role == "place":
        inside = range(match.start, match.end)
        return any(k == "PER" and a <= inside[0] and inside[-1] < b for a, b, k in tree.names)
    if match.role != "person" or match.end - match.start > 1:
        return False
    place = any(kind == "LOC" and a <= match.start < b for a, b, kind in tree.names)
    return place or tree.case(match.start) in {"near", "in", "outside", "around"}


def _of_match(tree: Tree, match: Match) -> Mention | None:
    head = _span_head(tree, match.start, match.end)
    if tree.upos[head] in {"VERB", "ADV", "SCONJ", "ADP", "CCONJ"} and not any(
        t[:1].isupper() for t in tree.texts[match.start : match.end]
    ):
        return None
    person = match.role == "person"
    kind: Kind = "demonym" if match.role == "demonym" else "name"
    role: Role = "person" if person else "place" if match.role == "place" else "actor"
    return Mention(
        start=match.start,
        end=match.end,
        head=head,
        kind=kind,
        role=role,
        ids=match.ids,
        noun="seat" if match.role == "seat" else "",
        plural=kind == "demonym" and tree.texts[head].endswith("s"),
        owners=_owners(tree, head) if person else (),
    )


def _whole_name(tree: Tree, mention: Mention) -> Mention:
    """Widen "Chavez" to "Hugh Chavez" where the sentence gives a name of more words."""
    for start, end, kind in tree.names:
        if kind == "PER" and start <= mention.start and mention.end <= end:
            head = _span_head(tree, start, end)
            return replace(mention, start=start, end=end, head=head, owners=_owners(tree, head))
    return mention


def _of_name(tree: Tree, start: int, end: int, kind: str) -> Mention:
    head = _span_head(tree, start, end)
    role: Role = "person" if kind == "PER" else "place" if kind == "LOC" else "actor"
    if role == "place" and is_group_name(tree.phrase(start, end)):
        role = "actor"  # "the Lake Front"
    return Mention(
        start=start, end=end, head=head, kind="name", role=role, owners=_owners(tree, head)
    )


def _of_newcomer(tree: Tree, i: int) -> Mention:
    adjective = tree.upos[i] == "ADJ" or tree.label(i) == "amod"
    head, start = i, i
    above = tree.head(i)
    if above is not None and above == i - 2 and tree.case(i) == "of":
        if tree.lemmas[above].casefold() in REALMS and tree.texts[above][:1].isupper():
            head = start = above  # "the Republic of Orvania"
    return Mention(
        start=start,
        end=i + 1,
        head=head,
        kind="demonym" if adjective else "name",
        role="actor",
        noun="state",
    )


def _is_noun(tree: Tree, i: int) -> bool:
    """Tell whether a word with a capital is a noun for actors: "the Front", "the Republic"."""
    word = tree.texts[i].casefold()
    if word in _HALVES:
        return True
    return any(role in {"generic", "organ"} for _, role in nominals().get(word, ()))


def _looks_like_a_name(tree: Tree, start: int, end: int) -> bool:
    return any(t[:1].isupper() for t in tree.texts[start:end])


def _pronoun(tree: Tree, i: int, asks: str) -> Mention:
    return Mention(
        start=i,
        end=i + 1,
        head=i,
        kind="pronoun",
        role="",
        noun=asks,
        plural=asks in {"many", "two"},
    )


def _of_two(tree: Tree, i: int) -> str | None:
    """Return "two", "former" or "latter" where these words stand for parties named before."""
    word = tree.lemmas[i]
    if word == "neither" and tree.upos[i] in {"PRON", "DET"} and tree.label(i) == "nsubj":
        return "two"
    if not any(tree.lemmas[k] == "the" for k in tree.children(i, "det")):
        return None
    if tree.label(i) in {"amod", "nummod", "advmod", "compound", "nmod"} and not tree.case(i):
        return None
    if word in {"former", "latter"}:
        return word
    pair = word in {"two", "pair", "duo"}
    return "two" if pair and not tree.children(i, "nmod", "amod", "compound", "flat") else None


def _span_head(tree: Tree, start: int, end: int) -> int:
    """Return the word of a span whose head lies outside it: the syntactic head of the phrase."""
    for i in range(start, end):
        if not start <= tree.heads[i] < end and _has_letter(tree.texts[i]):
            return i
    return end - 1


def _owners(tree: Tree, head: int) -> tuple[int, ...]:
    """Return words that may say whose it is: "Iraq's army", "the army of Iraq", "X, of Iraq"."""
    found = []
    for k in tree.kids[head]:
        if tree.labels[k] == "nmod:poss" or tree.label(k) in {"amod", "compound", "flat"}:
            found.extend(tree.conjuncts(tree.referent(k)))  # "Chad, whose army"
        elif tree.label(k) == "nmod" and tree.case(k) in {"of", "from", "for"}:
            found.extend(tree.conjuncts(k))
        elif tree.label(k) == "appos":
            found.append(k)
    for k in tree.children(head, "amod", "acl"):
        if tree.lemmas[k] in _LOYAL:  # "troops loyal to X"
            whom = tree.oblique(k, ["to"])
            found.extend(tree.conjuncts(whom) if whom is not None else [])
    if tree.label(head) in {"appos", "flat"}:
        found.append(tree.heads[head])
    return tuple(found)


def _nominal(tree: Tree, i: int, found: Mapping[int, Mention]) -> Mention | None:
    """Return a mention for a noun that stands for an actor, with the words that qualify it."""
    lemma = tree.lemmas[i]
    if lemma not in nominals() and tree.xpos[i] == "NNPS":
        lemma = lemma.casefold()
    if lemma not in nominals() and lemma.endswith("s"):
        lemma = lemma[:-1]  # "troops", "forces": plurals that the lemmatiser keeps
    classes = nominals().get(lemma) or _of_somebody(tree, i)
    if not classes or tree.upos[i] == "ADJ" and tree.label(i) in {"amod", "advmod"}:
        return None
    start = _start(tree, i)
    qualities = frozenset(
        tree.lemmas[j]
        for k in tree.kids[i]
        if tree.labels[k] in {"amod", "compound", "nmod:poss"} and k < i
        for j in tree.subtree(k)
        if tree.upos[j] in {"ADJ", "NOUN", "PROPN", "VERB"}
    ) | {
        tree.texts[k].casefold() for k in tree.kids[i] if k < i and tree.upos[k] in {"ADJ", "NOUN"}
    }
    noun, role = _class_of(classes, qualities, tree, i)
    determiners = {tree.lemmas[k] for k in tree.children(i, "det", "nummod")}
    return Mention(
        start=start,
        end=i + 1,
        head=i,
        kind="nominal",
        role=role,
        noun=noun,
        tail=_tail(tree, i),
        owners=_owners(tree, i),
        plural=tree.texts[i].casefold() != lemma or lemma in {"police", "people", "personnel"},
        definite=bool(
            determiners & {"the", "this", "that", "these", "those", "both", "all", "such"}
        ),
        number=next((_NUMBERS[d] for d in sorted(determiners) if d in _NUMBERS), None),
        qualities=qualities,
    )


def _class_of(
    classes: tuple[tuple[str, Role], ...], qualities: frozenset[str], tree: Tree, i: int
) -> tuple[str, Role]:
    """Let a qualifying noun decide: "militia troops", "rebel forces", "volunteer force"."""
    for word in sorted(qualities):
        for noun, role in nominals().get(word, ()):
            if role == "group" and classes[0][1] in {"organ", "generic", "group", "speaker"}:
                return noun, role
    first = classes[0]
    if len(classes) > 1 and classes[0][1] == "people" and not tree.children(i, "amod", "nmod"):
        return classes[1]
    return first


def _tail(tree: Tree, head: int) -> int:
    """Return where the "of …" of a noun ends, if it is short and follows at once."""
    if head + 2 >= len(tree) or tree.lemmas[head + 1] not in {"of", "from"}:
        return head + 1
    for k in tree.children(head, "nmod"):
        name = [k, *tree.children(k, "flat", "compound")]
        below = set(tree.subtree(k))
        last = max(name)
        conjoined = [j for j in tree.children(k, "conj") if j <= head + 8]
        last = max([last, *conjoined])
        if last - head <= 8 and all(i in below for i in range(head + 1, last + 1)):
            return last + 1
    return head + 1


def _of_somebody(tree: Tree, i: int) -> tuple[tuple[str, Role], ...]:
    """Read a plural subject as part of its owner: "remnants of the army", "elements of X"."""
    subject = tree.label(i) == "nsubj" or tree.labels[i] == "obl:agent"
    owned = any(tree.case(k) == "of" for k in tree.children(i, "nmod"))
    return (("force", "organ"),) if subject and owned and tree.xpos[i] == "NNS" else ()


def _has_letter(word: str) -> bool:
    return any(c.isalnum() for c in word)


def _start(tree: Tree, head: int) -> int:
    """Return where the words before a noun that belong to it begin, its article left out."""
    start = head
    inside = {
        j
        for k in tree.kids[head]
        if k < head and tree.label(k) in {"amod", "compound", "nummod", "nmod", "punct"}
        for j in tree.subtree(k)
    }
    while start - 1 in inside and (_has_letter(tree.texts[start - 1]) or start - 2 in inside):
        start -= 1
    return start
