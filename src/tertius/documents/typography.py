"""Damage to single characters and lines: broken encodings, quotes, spaces, line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tertius.documents.draft import Edit
from tertius.documents.wordlist import words

_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ\x91\x92", "'"),
        **dict.fromkeys("“”„‟″\x93\x94", '"'),
        **dict.fromkeys("\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
        **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys("\x0b\x0c\u2028\u2029", "\n"),
        "\x85": "…",
        "\x96": "–",
        "\x97": "—",
    }
)
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x90\x95\x98-\x9f"
_ODD = re.compile(
    f"[{_INVISIBLE}{_CONTROL}]+|[‘’‚‛′ʼ\x91\x92“”„‟″\x93\x94\x85\x96\x97\x0b\x0c\u2028\u2029]"
    "|[\xa0\u2000-\u200a\u202f\u205f\u3000]|\r\n?"
)
_WHY = {"'": "quote", '"': "quote", " ": "space", "\n": "line end", "": "invisible character"}

# UTF-8 that was read as Windows-1252: each character stands for one byte.
_BYTE_OF = {
    **{bytes([b]).decode("cp1252", errors="ignore"): b for b in range(0x80, 0x100)},
    **{chr(b): b for b in range(0x80, 0x100)},
}
_BYTE_OF.pop("", None)
_TAIL = "[" + "".join(re.escape(c) for c, b in sorted(_BYTE_OF.items()) if b < 0xC0) + "]"
_MOJIBAKE = re.compile(f"[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}")
_CUT_QUOTE = re.compile(r"â€(?=[\s.,;:!?)\]]|$)|(?<=[\s(])â€(?=[A-Za-z0-9])")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_LOST_MARK = re.compile(  # Iran?s, Iran\ufffds, Iranâs, Iran`s
    r"(?<=[^\W\d_])(?:\ufffd+|[â´`Õ])(?=(?:s|t|re|ve|ll|d|m)(?![\w?]))"
    r"|(?<=[^\W\d_]{3})\?(?=s[\s.,;])|(?<=n)\?(?=t[\s.,;])"
)


def characters(text: str) -> Iterator[Edit]:
    """Yield edits for characters that stand for something else, or for nothing."""
    for found in _ODD.finditer(text):
        instead = found.group()[0].translate(_STRAIGHT)
        if instead == "\r":
            instead = "\n"
        elif instead == found.group()[0]:
            instead = ""
        yield (*found.span(), instead, _WHY.get(instead, "character"))


def mojibake(text: str) -> Iterator[Edit]:
    """Yield edits for UTF-8 that was once read as Windows-1252, such as a three-sign apostrophe."""
    if not text.isascii():
        for found in _MOJIBAKE.finditer(text):
            raw = bytes(_BYTE_OF[c] for c in found.group())
            try:
                instead = raw.decode("utf-8")
            except UnicodeDecodeError:
                continue
            yield (*found.span(), instead, "encoding")
        for found in _CUT_QUOTE.finditer(text):
            yield (*found.span(), '"', "encoding")
    for found in _ENTITY.finditer(text):
        import html

        instead = html.unescape(found.group())
        if len(instead) == 1:
            yield (*found.span(), instead, "encoding")


def lost_marks(text: str) -> Iterator[Edit]:
    """Yield edits for an apostrophe that came as another sign: Iran?s, Iran`s."""
    for found in _LOST_MARK.finditer(text):
        yield (*found.span(), "'", "apostrophe")


_SPACES = re.compile(r"[ \t]{2,}|\t")
_AFTER_STOP = re.compile(
    r"(?:[a-z]{2}|[a-z]\)|\d)[\"']?[.!?][\"')]?"
    r"(?=[\"'(]?(?:[A-Z][a-z]{2,}|(?:He|It|In|On|We|At|By|To|As|If|So|No|My|An|Mr|Dr)\b|[AI] ))"
)
_DOMAIN = re.compile(r"(?:Com|Org|Net|Gov|Edu|Info|Co|Io|Tv|Uk|Us)\b")
_AFTER_COMMA = re.compile(r"(?<=[a-z]{2}),(?=[A-Za-z][a-z]+\b(?![./@,]))")
_SCALE = (
    "hundred|thousand|million|billion|trillion|percent|people|civilians|soldiers|troops|fighters"
    "|militants|rebels|policemen|officers|advisers|advisors|years|months|weeks|days|hours|minutes"
    "|miles|kilometers|kilometres|dollars|euros|pounds"
)
_GLUED_NUMBER = re.compile(rf"(?<![\w/#])[$€£¥]?\d[\d,.]*(?=(?:{_SCALE})\b)")


def spaces(text: str) -> Iterator[Edit]:
    """Yield edits for doubled spaces, and for a space lost after a stop, a comma or a number."""
    for found in _SPACES.finditer(text):
        yield (*found.span(), " ", "space")
    for found in _AFTER_STOP.finditer(text):
        if not _DOMAIN.match(text, found.end()) and not _is_address(text, found.end()):
            yield (found.end(), found.end(), " ", "space after a stop")
    for found in _AFTER_COMMA.finditer(text):
        yield (found.end(), found.end(), " ", "space after a comma")
    for found in _GLUED_NUMBER.finditer(text):
        yield (found.end(), found.end(), " ", "space after a number")


def _is_address(text: str, at: int) -> bool:
    """Tell whether the token around a place is an address or a name with dots in it."""
    before = _TOKEN_HEAD.search(text, max(0, at - 100), at)
    after = _TOKEN_TAIL.match(text, at, at + 100)
    token = (before.group() if before else "") + (after.group() if after else "")
    return any(sign in token for sign in ("/", "@", "www.", "_")) or token.count(".") > 2


_TOKEN_HEAD = re.compile(r"\S*$")
_TOKEN_TAIL = re.compile(r"\S*")
_LINE = re.compile(r"[^\n]*\n?")
_BULLET = re.compile(r"\s*(?:[-*•·>#|]|\d+[.)]\s|[A-Z][A-Z ]+:)")
_WRITTEN = re.compile(r"\w+(?:-\w+)?")
_BROKEN_WORD = re.compile(r"\b([A-Za-z]\w*)-[ \t]*\n[ \t]*([a-z]+)")
_WHOLE_SECOND = words(
    "and or the of to in up off out old wide led run held born made based backed bound sized like"
    " free year years level term time range scale style class rank ranking ruled owned funded"
    " trained armed controlled linked related affiliated allied speaking language day week month"
    " long hour foot mile minute man person story point proof led-by elect general chief length"
    " western eastern central south north east west ever called fire building sharing nation"
    " power state party side"
)
_WHOLE_FIRST = words(
    "self non anti pro ex co half well cross long short high low so all near far one two three four"
    " five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety post pre"
    " vice mid semi multi counter hard soft full part first second third late early deep air"
    " arms"
)
_UNFINISHED = frozenset("abcdefghijklmnopqrstuvwxyz,;")
_CONTINUED = re.compile(r"\s*(?!al-|el-|de |von |van |\w+:)[a-z]")
_WIDEST = 100  # characters; a hard-wrapped text is narrower than that
_NARROWEST = 40


def broken_words(text: str) -> Iterator[Edit]:
    """Yield edits for a word that a line end cut in two; a hyphen of its own stays."""
    if "-" not in text or "\n" not in text:
        return
    written = set(_WRITTEN.findall(text.lower()))
    for found in _BROKEN_WORD.finditer(text):
        first, second = found.group(1), found.group(2)
        gap = (found.end(1), found.start(2))
        compound = (
            f"{first}-{second}".lower() in written
            or first[1:] != first[1:].lower()
            or first.lower() in _WHOLE_FIRST
            or second in _WHOLE_SECOND
        )
        whole = f"{first}{second}".lower() in written
        yield (*gap, "-" if compound and not whole else "", "broken word")


def wrapped_lines(text: str) -> Iterator[Edit]:
    """Yield edits that join the lines of a paragraph that was cut at a fixed width."""
    if "\n" not in text:
        return
    lines = [found for found in _LINE.finditer(text) if found.group()]
    bare = [found.group().rstrip() for found in lines]
    width = max((len(line) for line in bare), default=0)
    pairs = [i for i in range(len(bare) - 1) if bare[i] and bare[i + 1].strip()]
    full = [i for i in pairs if _overflows(bare[i], bare[i + 1], width)]
    fixed = _NARROWEST <= width <= _WIDEST and len(full) >= 2 and 2 * len(full) > len(pairs)
    for i in pairs:
        if _BULLET.match(bare[i + 1]) or _BULLET.match(bare[i]):
            continue
        goes_on = bare[i][-1] in _UNFINISHED and _CONTINUED.match(bare[i + 1]) is not None
        if (fixed and i in full) or (goes_on and len(bare[i].split()) >= 3):
            start = lines[i].start() + len(bare[i])
            end = lines[i + 1].start() + len(bare[i + 1]) - len(bare[i + 1].lstrip())
            yield (start, end, " ", "wrapped line")


def _overflows(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
