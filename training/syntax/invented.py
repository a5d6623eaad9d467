"""Invent sentences about wars with their trees, from patterns and the names of the gazetteer.

Treebanks of web text hold few sentences in which a state backs, arms or shells anybody, and many in
which "back" is an adverb and "arms" are limbs. Who does what to whom here is drawn by lot.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.syntax.batches import UNKNOWN
from training.syntax.treebank import Tree

PATTERNS = Path(__file__).parent / "patterns.txt"
ORGANISATIONS = frozenset("armed-group coalition party movement armed-forces agency igo".split())
WORDS_IN_NAME = 5
STATES, CAPITALS = 0.5, 0.08  # shares among actors; the rest are organisations

_VERBS = """
aid ambush arm assist attack back battle blame bomb challenge combat condemn confront contain
counter court defeat finance fight fund help host oppose praise raid rout sanction shell shelter
shield sponsor strike supply support target threaten train
"""  # most are nouns, adjectives or adverbs as well
_PAST = {"fight": "fought", "strike": "struck"}
_SLOTS = {
    "F": "fighters troops forces militias rebels soldiers insurgents jets warplanes gunmen",
    "G": "weapons missiles drones tanks rockets rifles",
    "S": "support backing hostility aid opposition training",
    "T": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "J": "allied rival local armed pro-government hostile veteran separatist Islamist",
}
_TAGS = {"F": "NNS", "G": "NNS", "S": "NN", "T": "NNP", "J": "JJ"}
_CLASSES = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    **dict.fromkeys(("WP", "WDT", "PRP"), "PRON"),
    **dict.fromkeys((".", ",", "HYPH"), "PUNCT"),
    **dict.fromkeys(("POS", "TO", "RB"), "PART"),
    "NNP": "PROPN",
    "IN": "ADP",
    "DT": "DET",
    "CC": "CCONJ",
    "JJ": "ADJ",
    "MD": "AUX",
}
_STATES_WITH_ARTICLE = re.compile(r"United |Netherlands|Philippines|Maldives|Bahamas|.* Republic$")
_GROUPS_WITH_ARTICLE = re.compile(
    r".*(s|Army|Front|Movement|Party|Council|Union|State|Brigade|Guard|Group|Organi[sz]ation"
    r"|Alliance|Coalition|Command|Corps|Agency|Congress|League|Taliban)( |$)"
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Names that sentences are filled with, cut into words."""

    actors: dict[str, list[tuple[str, ...]]]  # LOC: states; ORG: groups
    capitals: list[tuple[str, ...]]
    leaders: list[tuple[str, ...]]
    places: list[tuple[str, ...]]
    adjectives: list[tuple[str, ...]]  # of states: Iranian


@dataclass(slots=True)
class _Rows:
    """A sentence that grows word by word; heads are still entries of the pattern."""

    words: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    def add(self, word: str, xpos: str, head: int, label: str, tag: str, upos: str = "") -> None:
        self.words.append(word)
        self.xpos.append(xpos)
        self.upos.append(upos or _CLASSES.get(xpos, ""))
        self.heads.append(head)
        self.labels.append(label)
        self.tags.append(tag)


def cast(gazetteer: Path) -> Cast:
    """Read names of up to five words, with those of all times."""

    def column(pattern: str, name: str, **where: frozenset[str]) -> list[tuple[str, ...]]:
        found = set[tuple[str, ...]]()
        for path in sorted(gazetteer.glob(pattern)):
            with path.open(encoding="utf-8", newline="") as lines:
                for row in csv.DictReader(lines):
                    if all(row[key] in values for key, values in where.items()):
                        found |= {_cut(text) for text in row[name].split("|")}
        return sorted(name for name in found if name)

    groups = [*column("actors/*.csv", "name", kind=ORGANISATIONS)]
    groups += column("actors/*.csv", "aliases", kind=ORGANISATIONS - {"party"})
    return Cast(
        actors={"LOC": column("states.csv", "name"), "ORG": groups},
        capitals=column("states.csv", "capital"),
        leaders=[*column("leaders/*.csv", "name"), *column("leaders/*.csv", "aliases")],
        places=column("places/*.csv", "name", kind=frozenset({"city", "town", "region"})),
        adjectives=[row for row in column("states.csv", "adjectives") if len(row) == 1],
    )


def _cut(name: str) -> tuple[str, ...]:
    """Cut a name as sentences are cut; empty if it is long or no plain name."""
    words = tuple(re.sub(r"(?<=\w)-(?=\w)|(?=['’]s )", _apart, name).split())
    plain = re.fullmatch(r"[^\W\d][\w.'’ -]*", name) is not None and words[-1][0].isupper()
    return words if plain and len(words) <= WORDS_IN_NAME and name[-1] != "." else ()


def _apart(found: re.Match[str]) -> str:
    return f" {found[0]} "


def sentences(number: int, cast: Cast, *, seed: int) -> Iterator[tuple[Tree, tuple[str, ...]]]:
    """Yield trees with name tags; inside of a name only its tags are known."""
    chance = random.Random(seed)
    lines = PATTERNS.read_text(encoding="utf-8").splitlines()
    patterns = [[e.split() for e in line.split("; ")] for line in lines if line[:1] != "#"]
    for _ in range(number):
        yield _fill(chance.choice(patterns), cast, chance=chance)


def _fill(
    pattern: list[list[str]], cast: Cast, *, chance: random.Random
) -> tuple[Tree, tuple[str, ...]]:
    rows, at, plural = _Rows(), dict[int, int](), set[int]()
    for number, (what, label, head) in enumerate(pattern, start=1):
        relation = "" if label == "?" else label
        if what in "ABCDLP":
            kind, name = _name(what, cast, chance=chance)
            if kind == "ORG" and name[-1].endswith("s"):
                plural.add(int(head))
            at[number] = _add_name(rows, name, kind, int(head), relation, chance=chance)
            continue
        at[number] = len(rows.words)
        if what in "vzdng":
            helped = any(e[1] in {"aux", "mark"} and int(e[2]) == number for e in pattern)
            word, tag = _verb(what, plural=number in plural, helped=helped, chance=chance)
            rows.add(word, tag, int(head), relation, "O")
        elif what == "E":
            rows.add(chance.choice(cast.adjectives)[0], "JJ", int(head), relation, "O")
        elif what in _SLOTS:
            rows.add(chance.choice(_SLOTS[what].split()), _TAGS[what], int(head), relation, "O")
        else:
            word, _, tag = what.rpartition("/")
            upos, _, xpos = tag.rpartition(".") if len(tag) > 1 else ("", "", tag)
            rows.add(word, xpos, int(head), relation, "O", upos)
    heads = [h if h in {0, UNKNOWN} else at[h] + 1 for h in rows.heads]
    rows.words[0] = rows.words[0][:1].upper() + rows.words[0][1:]
    words = tuple(rows.words)
    tree = Tree(
        document="invented",
        words=words,
        lemmas=words,
        upos=tuple(rows.upos),
        xpos=tuple(rows.xpos),
        heads=tuple(heads),
        labels=tuple(rows.labels),
        marks=("_",) * len(words),
    )
    return tree, tuple(rows.tags)


def _name(what: str, cast: Cast, *, chance: random.Random) -> tuple[str, tuple[str, ...]]:
    if what == "L":
        return "PER", chance.choice(cast.leaders)
    if what == "P":
        return "LOC", chance.choice(cast.places)
    draw = chance.random()
    if draw < CAPITALS:
        return "LOC", chance.choice(cast.capitals)
    kind = "LOC" if draw < CAPITALS + STATES else "ORG"
    return kind, chance.choice(cast.actors[kind])


def _add_name(
    rows: _Rows,
    name: tuple[str, ...],
    kind: str,
    head: int,
    label: str,
    *,
    chance: random.Random,
) -> int:
    """Add a name, some with an article; give where its head is."""
    if name[0].lower() == "the":
        name = name[1:] or name
    forms = {"LOC": _STATES_WITH_ARTICLE, "ORG": _GROUPS_WITH_ARTICLE}
    suits = kind in forms and forms[kind].match(" ".join(name)) is not None
    article = suits and (kind == "LOC" or chance.random() < 0.6)
    top = len(rows.words) + article + _top(name, kind)
    if article:
        rows.add("the", "DT", UNKNOWN, "det", "O")
    for number, word in enumerate(name):
        here = len(rows.words) == top
        tag = f"{'I' if number else 'B'}-{kind}"
        xpos = "NNP" if here and not word.endswith("s") else ""
        upos = "PROPN" if here else ""
        rows.add(word, xpos, head if here else UNKNOWN, label if here else "", tag, upos)
    return top


def _top(name: tuple[str, ...], kind: str) -> int:
    """Say which word is the head: of a person the first, else the last before a preposition."""
    if kind == "PER":
        return 0
    for number, word in enumerate(name):
        if number and word in {"of", "for", "in", "and", "-"}:
            return 0 if word == "-" else number - 1
    return len(name) - 1


def _verb(form: str, *, plural: bool, helped: bool, chance: random.Random) -> tuple[str, str]:
    verb = chance.choice(_VERBS.split())
    stem = verb.removesuffix("e")
    match form:
        case "g":
            return f"{stem}ing", "VBG"
        case "d" | "n":
            past = f"{stem[:-1]}ied" if verb.endswith("y") else f"{stem}ed"
            return _PAST.get(verb, past), "VBD" if form == "d" else "VBN"
        case "z" if not plural:
            end = "es" if verb.endswith(("s", "sh", "ch")) else "s"
            return (f"{verb[:-1]}ies" if verb.endswith("y") else verb + end), "VBZ"
        case _:
            return verb, "VB" if helped else "VBP"
