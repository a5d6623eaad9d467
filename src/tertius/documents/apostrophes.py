"""Lost apostrophes: contractions, and the possessives of names, by what the document shows.

After the measurements of this project: a fixed suffix list ("-ans is a people") does not tell
"Irans" from "Iranians"; whether the name stands bare in the same document does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from tertius.documents import plurals
from tertius.documents.draft import Edit
from tertius.documents.wordlist import words

_CONTRACTIONS = {
    **{w + "nt": w + "n't" for w in words("do does did is are was were has have had could would")},
    **{w + "nt": w + "n't" for w in words("should must need ai might")},
    **{w + "s": w + "'s" for w in words("that what there here who where how he she")},
    **{w + "re": w + "'re" for w in words("they you")},
    **{w + "ve": w + "'ve" for w in words("they you we could would should might must")},
    **{w + "ll": w + "'ll" for w in words("they you it that there")},
    **{w + "d": w + "'d" for w in words("they you")},
    "wont": "won't", "cant": "can't", "oclock": "o'clock", "ive": "i've", "im": "i'm",
    "todays": "today's", "tonights": "tonight's", "yesterdays": "yesterday's",
    "tomorrows": "tomorrow's", "childrens": "children's", "womens": "women's", "mens": "men's",
    "everyones": "everyone's", "someones": "someone's", "anyones": "anyone's",
    "nobodys": "nobody's", "somebodys": "somebody's", "everybodys": "everybody's",
}  # fmt: skip
_CONTRACTED = re.compile(
    r"(?<![\w'.@/#-])(?:" + "|".join(sorted(_CONTRACTIONS)) + r")(?![\w'@/]|-\w|\.\w)",
    re.IGNORECASE,
)
_ITS = re.compile(r"\b[Ii]ts(?= (?:a|an|the|not|been)\b(?!-))")
_NOUN_BEFORE = re.compile(
    r"\b(?:his|her|their|its|my|our|your|a|the|this|of|as|with)\s+$", re.IGNORECASE
)

_FUNCTION = words(
    """
    a an and or but nor so yet if of in on at to from by with for as than that which who whom whose
    when where while why how is are was were be been being am has have had having do does did done
    will would can could may might must shall should ought not no never the this these those his
    her hers their theirs its our my your it he she they we you i them him us me because although
    though unless until after before since during against over under about into onto through
    between among amid near despite without within toward towards upon via per also too both either
    neither because across along around behind beneath beside besides beyond down inside outside
    off out up past throughout like unlike plus versus vs there here then now again always often
    soon still already just only even ever s t said says say told tells tell added adds argued
    warned
    """
)
_PLURAL_BEFORE = words(
    """
    two three four five six seven eight nine ten eleven twelve several many some most all few both
    these those various other dozen dozens hundreds thousands millions of-the among between numerous
    countless certain
    """
)
_PAST = words(
    "began came fell fought fled found gave got held hit kept knew led left lost made met ran sat"
    " saw sent set shot stood struck took threw told went withdrew won wrote became brought built"
    " bought caught chose drew drove felt flew forgot froze grew heard hid laid meant paid rose"
    " sang sank sold shook spent split spoke spread stole swore swept taught thought tore"
    " understood woke wore"
)
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_GAP = re.compile(r" {1,2}[\[(\"'$€£“‘]{0,2}")
_INTACT = re.compile(r"\w(?:'s|s'|n't|'re|'ll|'ve|'d|'m)(?!\w)")
_ABBREVIATED = words("Mr Mrs Ms Dr Gen Col Maj Lt Capt Sgt Adm Sen Rep Gov Prof Rev St Hon S U N")
_SENTENCE_END = re.compile(r"[.!?:\n\"“”]")


def contractions(text: str) -> Iterator[Edit]:
    """Yield edits for contractions without their apostrophe; words that are real stay."""
    for found in _CONTRACTED.finditer(text):
        word = found.group()
        if word.isupper() and len(word) < 5 or word in ("im", "ive", "hes", "IM", "Whos"):
            continue
        if word.lower() in ("wont", "cant") and _NOUN_BEFORE.search(
            text, max(0, found.start() - 12), found.start()
        ):
            continue
        if word.lower() == "mens" and text[found.end() :].startswith((" rea", " sana")):
            continue
        if word == "Ive" and text[max(0, found.start() - 1)].isalpha():
            continue
        at = found.start() + _CONTRACTIONS[word.lower()].index("'")
        yield (at, at, "'", f"apostrophe: {word}")
    for found in _ITS.finditer(text):
        yield _mark(found.end(), found.group())


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    opening: bool  # the first word of a sentence or a line
    titled: bool  # in a line whose words have capitals almost all


class _Evidence:
    """What the document itself shows about its names."""

    def __init__(self, text: str, names: Container[str]) -> None:
        self.text, self.names = text, names
        self.tokens = _tokens(text)
        self.lowered = {t.text for t in self.tokens if t.text.islower()}
        bare = [t.text.removesuffix("'s") for t in self.tokens]
        self.count = Counter(bare)
        self.inside = Counter(
            b for b, t in zip(bare, self.tokens, strict=True) if not t.opening and not t.titled
        )
        self.pairs = Counter(
            f"{one} {two}"
            for one, two, t in zip(bare, bare[1:], self.tokens, strict=False)
            if not t.titled
        )
        self.alone = Counter(
            (self.before(i) if _is_head(t.text[:-1]) else "", t.text)
            for i, t in enumerate(self.tokens)
            if t.text[-1] == "s" and not self.owns(i)
        )

    def next_word(self, i: int) -> str | None:
        """Return the word right after token i; None where something stands between."""
        if i + 1 >= len(self.tokens):
            return None
        gap = self.text[self.tokens[i].end : self.tokens[i + 1].start]
        return self.tokens[i + 1].text if _GAP.fullmatch(gap) else None

    def before(self, i: int) -> str:
        """Return the word right before token i; "" where something stands between."""
        if i == 0 or self.text[self.tokens[i - 1].end : self.tokens[i].start] != " ":
            return ""
        return self.tokens[i - 1].text

    def stands_alone(self, previous: str, word: str) -> int:
        """Count where the word, or the name of two words, stands where no possessive can."""
        return self.alone[(previous if _is_head(word[:-1]) else "", word)]

    def owns(self, i: int) -> bool:
        """Tell whether what follows token i can be a thing that it owns."""
        following = self.next_word(i)
        if following is None or following.lower() in _FUNCTION:
            return False
        if not (following.endswith("ed") or following in _PAST) or following[0].isupper():
            return True
        after = self.next_word(i + 1)  # "Irans elected president", but "Adams rejected the"
        return after is not None and after.lower() not in _FUNCTION and not after[0].isdigit()


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for line in re.finditer(r"[^\n]+", text):
        found = list(_WORD.finditer(text, line.start(), line.end()))
        long = [f.group() for f in found if len(f.group()) > 3]
        titled = len(long) > 2 and sum(w[0].isupper() for w in long) > 0.7 * len(long)
        last = -1
        for word in found:
            ended = last >= 0 and _SENTENCE_END.search(text, last, word.start()) is not None
            opening = last < 0 or ended and tokens[-1].text not in _ABBREVIATED
            tokens.append(_Token(word.group(), word.start(), word.end(), opening, titled))
            last = word.end()
    return tokens


def intact(text: str) -> int:
    """Count the apostrophes that are where they belong."""
    return len(_INTACT.findall(text))


def possessives(text: str, names: Container[str], *, whole: int) -> Iterator[Edit]:
    """Yield edits for names whose possessive lost its apostrophe.

    names: known names, such as the gazetteer's; the document's own use counts as well.
    whole: apostrophes that the document still has; one that has more than it lost is left alone.
    """
    seen = _Evidence(text, names)
    sure = [i for i in range(len(seen.tokens)) if _begins_name(seen, i)]
    likely = [i for i in range(len(seen.tokens)) if _is_owner(seen, i)]
    places = {*sure, *(likely if whole <= len(likely) else [])}
    for i in sorted(places):
        token = seen.tokens[i]
        yield (token.end - 1, token.end - 1, "'", f"apostrophe: {token.text}")


def _begins_name(seen: _Evidence, i: int) -> bool:
    """Tell whether a known name begins with token i and an apostrophe: "Lords Resistance Army"."""
    word = seen.tokens[i].text
    if word[-1] != "s" or not word[0].isupper() or "'" in word:
        return False
    following = seen.next_word(i)
    if following is None or not following[0].isupper() or word in seen.names:
        return False
    rest = following
    for place in range(i + 1, min(i + 5, len(seen.tokens))):
        # A list of names may keep the possessive apart or not.
        if any(f"{word[:-1]}{mark} {rest}" in seen.names for mark in ("'s", " 's")):
            return f"{word} {rest}" not in seen.names
        more = seen.next_word(place)
        if more is None:
            return False
        rest = f"{rest} {more}"
    return False


def _is_owner(seen: _Evidence, i: int) -> bool:
    """Tell whether token i is a name and a possessive s that lost its apostrophe."""
    token = seen.tokens[i]
    word, name = token.text, token.text[:-1]
    if word[-1] != "s" or len(word) < 3 or word.islower() or "'" in word or name[-1] in "S-":
        return False
    if word in seen.names or not seen.owns(i):
        return False
    previous = seen.before(i)
    if name[-1] == "s":  # "Hamass leader"
        return name in seen.names or seen.inside[name] >= 2
    if _pair_is_known(seen, previous, word):
        return True
    if word in plurals.NAMES:
        return False
    if previous.lower() in _PLURAL_BEFORE or previous.isdigit():
        return False
    if 2 * seen.stands_alone(previous, word) >= seen.count[word]:
        return False  # it stands where no possessive can: the s is its own
    if name.isupper():
        return name not in plurals.ACRONYMS and (name in seen.names or seen.count[name] >= 2)
    if name.lower() in seen.lowered or _is_head(name):
        return _pair_is_name(seen, previous, word)
    if plurals.is_people(name) or not name.rsplit("-", maxsplit=1)[-1][:1].isalpha():
        return False
    if previous.lower() == "the" and seen.pairs[f"the {name}"] + seen.pairs[f"The {name}"] == 0:
        return False  # "the Obamas", "the Koreas"
    if name in seen.names:
        return True
    bare = seen.count[name]
    proper = seen.inside[name] + seen.inside[word] > 0
    return proper and bare > 0 and 3 * bare >= seen.count[word] and not token.titled


def _pair_is_known(seen: _Evidence, previous: str, word: str) -> bool:
    """Tell whether the two words end a known name that has no plural: "North Koreas"."""
    name = word[:-1]
    if not previous[:1].isupper() or _is_head(name) or plurals.is_people(name):
        return False
    pair, plural = f"{previous} {name}", f"{previous} {word}"
    return (
        plural not in seen.names
        and seen.pairs[plural] <= 2 * seen.pairs[pair] + 1
        and (pair in seen.names or seen.pairs[pair] > 0 and word in plurals.NAMES)
    )


def _is_head(name: str) -> bool:
    return name in plurals.SINGULAR_HEADS or name in plurals.PLURAL_HEADS


def _pair_is_name(seen: _Evidence, previous: str, word: str) -> bool:
    """Tell whether the two words are one name and an s: "Islamic States", not "United States"."""
    name = word[:-1]
    if not previous[:1].isupper() or name in plurals.PLURAL_HEADS:
        return False
    pair, plural = f"{previous} {name}", f"{previous} {word}"
    if plural in seen.names:
        return False
    if pair in seen.names:
        return True
    needed = 1 if name in plurals.SINGULAR_HEADS else 2
    return seen.pairs[pair] >= max(needed, 2 * seen.pairs[plural] * (needed - 1))


_NOUN_ENDING = r"(?:tion|sion|ship|ness|ity|dom|hood|ism|ure|macy|ence|ance|ment|ist|ogue|ders|der)"
_VERBS = (
    "question|position|function|caution|sanction|motion|petition|partition|mention|condition"
    "|station|auction|ration|influence|experience|reference|finance|balance|distance|advance"
    "|enhance|implement|document|comment|lament|torment|experiment|supplement|complement|witness"
    "|harness|worship|ship|capture|measure|pressure|secure|ensure|feature|figure|mature|endure"
    "|assure|lure|insure|treasure|sentence|silence|evidence|commence|audience|glance|dance|chance"
    "|ditty|unity|order|consider|border|wonder|surrender|hinder|render|wander|ponder|enlist|assist"
    "|exist|resist|insist|persist|consist|augment|cement|ferment|segment|vision|envision|pension"
)
_BODY = (
    "government|president|minister|leader|group|nation|regime|militia|movement|organization"
    "|organisation|council|parliament|kingdom|republic|region|king|queen|prince|emir|sultan|pope"
    "|general|commander|spokesman|spokeswoman|chairman|alliance|coalition|union|state|cleric"
)
_END_Y = re.compile(r"(?<![\w'@/.-])[A-Za-z]{2,}[bcdfghjklmnpqrstvwxz]ys(?= +[\w\"'$“])")
_MAN = re.compile(r"(?<![\w'@/.-])[a-z]{2,}mans(?= +[\w\"'$“])")
_NOT_MAN = words("humans romans germans shamans talismans ottomans superhumans normans")
_LAST_YEAR = re.compile(
    r"\b(?:(?<!the )(?<!the past )(?<!his )(?<!their )(?:[Ll]ast|[Nn]ext)|[Tt]his)"
    r" (?:year|month|week|weekend|summer|spring|autumn|winter|morning|evening)s(?= ([a-z][\w-]+))"
)
_WEEKDAY = re.compile(
    r"\b(?:after|before|during|following|since|of|from|in|for|at) "
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days(?= ([a-z][\w-]+))"
)
_WORLDS = re.compile(
    r"\bthe worlds(?= (?:most|[a-z]{2,}est|only|first|second|third|last|top|leading)\b)"
)
_SINGULAR = re.compile(
    rf"\b(?:[Aa]n?|[Tt]his|[Tt]hat|[Ee]ach|[Ee]very|[Aa]nother|[Oo]ne) (?:{_BODY})s"
    r"(?= ([a-z][\w-]+))"
)
_OWNED = re.compile(
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:{_BODY})s"
    rf"(?= (?!(?:{_VERBS})\b)[a-z]{{2,}}{_NOUN_ENDING}\b)"
)
_COUNTED = re.compile(
    rf"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth|[Tt]hese|[Tt]hose) (?:{_BODY})s"
    r"(?= (?:(?!co-|re-|pre-|de-|out-)[a-z]+-[a-z]+ [a-z]+"
    rf"|(?!(?:{_VERBS})\b)[a-z]{{2,}}(?:tion|sion|ship|ness|hood)\b))"
)


def common_nouns(text: str, names: Container[str], *, whole: int) -> Iterator[Edit]:
    """Yield edits for common nouns that lost the apostrophe, where no plural can be meant.

    whole: apostrophes that the document still has; only what can be nothing else is mended then.
    """
    words = set(re.findall(r"[^\W\d_]+", text))
    for found in _END_Y.finditer(text):
        word = found.group()
        name = word[:-1]
        known = word.islower() and not word.endswith("bys") or name.lower() in words
        if known or name in names or name in words:
            yield _mark(found.end(), word)
    for found in _MAN.finditer(text):
        if found.group() not in _NOT_MAN:
            yield _mark(found.end(), found.group())
    for pattern in (_LAST_YEAR, _WEEKDAY, _SINGULAR):
        for found in pattern.finditer(text):
            following = found.group(1)
            if following not in _FUNCTION and not following.endswith("ed"):
                yield _mark(found.end(), found.group())
    if not whole:
        for pattern in (_WORLDS, _OWNED):
            for found in pattern.finditer(text):
                yield _mark(found.end(), found.group())
        for found in _COUNTED.finditer(text):
            yield (found.end(), found.end(), "'", f"apostrophe: {found.group()}")


def _mark(end: int, words: str) -> Edit:
    return (end - 1, end - 1, "'", f"apostrophe: {words}")
