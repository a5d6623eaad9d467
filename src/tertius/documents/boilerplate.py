"""Stretches of a page's text that are not the report."""

from __future__ import annotations

import re

# Whole lines of a page, in lower case; "*" stands for whatever follows, "~" for up to 3 words.
_ALWAYS = (
    r"go here to (?:see|read|view) *",
    r"(?:see|read|view|continued?|find) (?:reading )?(?:the )?(?:original|full|rest|whole) *",
    r"(?:original|source) (?:article|post|story|link|page)?:? ?(?:here)?[:.>»]? ?(?:https?:\S+)?",
    r"(?:read|see|learn) more[:.…>» ]*",
    r"continue reading[:.…>» ]*~",
    r"(?:read|see|watch|listen)(?: also| next| more)?: *",
    r"(?:related|recommended|more)(?: articles?| stories| coverage| news| reading| content)?:? ?",
    r"(?:related|recommended|see also|also read|more)(?: \w+)?: *",
    r"(?:click|tap) (?:here|on|the|to) *",
    r"subscribe *", r"sign up *", r"sign in *", r"log in *", r"(?:join|follow|like|find) us *",
    r"follow ~ on (?:twitter|x|facebook|telegram|instagram) *",
    r"(?:we|this site|this website|this page) uses? cookies *",
    r"by (?:using|continuing) ~ ?(?:site|cookies|website|page|browse|terms) *",
    r"(?:accept|manage|reject) (?:all|cookies?) *",
    r"copyright *", r"(?:©|\(c\)).{0,300}", r"(?:.{0,80}) all rights reserved *",
    r"(?:this material|material from) *may not be *",
    r"\(?(?:(?:with )?additional )?(?:reporting|writing|editing|edited|compiled) (?:and ~ ?)?by *",
    r"our standards: *", r".{3,200} contributed to this (?:report|article|story)\.?",
    r"(?:photo|image|picture|file photo|credit|caption)s? ?[:/(] *", r"getty images *",
    r"(?:last updated|updated|published|posted|first published|date) ?(?:on|at|:) *",
    r"(?:tags?|topics?|filed under|categories|category|keywords|labels) ?: *",
    r"(?:posted|published|written|submitted) (?:by|in|on) *",
    r"\d+ (?:comments?|shares?|views?|min(?:ute)?s? read|likes)~",
    r"(?:skip|back|return) to (?:main|top|content|navigation|home|article|search|results)~",
    r"(?:next|previous|older|newer) (?:article|story|post|page)~",
    r"(?:loading|please wait|javascript|enable javascript)~",
    r"(?:https?://|www\.)\S+", r"(?:leave|post|add|write) a (?:reply|comment)~",
    r"(?:get|download) (?:the|our|breaking|daily|news) *(?:newsletter|app|alerts?|inbox|e-?mail) *",
    r"newsletter~", r"\[?(?:\+\d+ chars|…|\.\.\.)\]?",
)  # fmt: skip
# The same, unless the line is a sentence.
_UNLESS_SENTENCE = (
    r"read more *", r"see also *", r"related \w+ *", r"more (?:from|on|in|about) *",
    r"also (?:on|in|read) *", r"you may also like *", r"read (?:also|next|the) *",
)  # fmt: skip
_BUTTON = (
    r"(?:share|tweet|print|e-?mail|save|comments?|reply|facebook|twitter|linkedin|whatsapp|reddit"
    r"|telegram|pinterest|copy link|bookmark|advertisement|sponsored|ad)"
)
_BUTTONS = (
    rf"{_BUTTON}(?:[\s|,/·•]+(?:this|on|via|to|the|story|article|page|copy|link|{_BUTTON}"
    r"|\(?\d+\)?))*\s*[:.!]?"
)


def _line(forms: tuple[str, ...]) -> str:
    """Return one pattern for the forms of a line."""
    written = (
        form.replace(": *", ":.{0,300}").replace(" *", r"(?:\W.{0,300})?").replace("~", ".{0,40}")
        for form in forms
    )
    return "(?:" + "|".join(written) + ")"


_SITE = re.compile(f"{_line(_ALWAYS)}|{_BUTTONS}", re.IGNORECASE)
_SOFT = re.compile(_line(_UNLESS_SENTENCE), re.IGNORECASE)
_RULE = re.compile(r"[\W_]{2,}")
_BYLINE = re.compile(r"By (?:[A-Z][\w.'’-]+[\s,&|]*(?:and )?){1,7}(?:,? (?:in|for|of|at) .{2,40})?")
_REPORTING = re.compile(
    r"[(\[]?(?:(?:Additional )?[Rr]eporting (?:and writing )?by [A-Z]|Writing by [A-Z]"
    r"|Editing by [A-Z])[^\n]{3,300}$",
    re.MULTILINE,
)
_TRAILING = re.compile(
    r"(?<=[.!?\"”…])[ \t]+(?:(?:Read|See|Learn) more|Continue reading|Click here"
    r"|Read the (?:full|rest)|Subscribe (?:to|now)|Go here to (?:see|read))\b[^\n]{0,120}$",
    re.MULTILINE,
)
_LONGEST = 320  # characters of a line that can be boilerplate
_HEAD = 20  # letters that two headlines must share


def boilerplate(
    text: str, lines: list[tuple[int, int]], *, title: str | None
) -> tuple[tuple[int, int], ...]:
    """Return the spans of text that are not the report, in order and apart from each other.

    lines: spans of the lines of text that are not blank.
    """
    spans: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if len(line) > _LONGEST or number == 0 and len(lines) > 1 and not _RULE.fullmatch(line):
            continue
        soft = line[-1] not in '.!?"”' and _SOFT.fullmatch(line) is not None
        if soft or any(form.fullmatch(line) for form in (_SITE, _BYLINE, _RULE)):
            spans.append((start, end))
    spans += [found.span() for found in _REPORTING.finditer(text)]
    spans += [
        (found.start() + len(found.group()) - len(found.group().lstrip()), found.end())
        for found in _TRAILING.finditer(text)
    ]
    spans += _repeated_headline(text, lines, title)
    return merged(spans)


def _repeated_headline(
    text: str, lines: list[tuple[int, int]], title: str | None
) -> list[tuple[int, int]]:
    """Return the headline where it comes again, cut or whole, at the foot of the page."""
    heads = {_letters(text[start:end]) for start, end in lines[:1]}
    if title:
        heads.add(_letters(title))
    repeats: list[tuple[int, int]] = []
    for start, end in lines[max(1, len(lines) - 6) :]:
        line = _letters(text[start:end])
        if any(_same_head(line, head) for head in heads):
            repeats.append((start, end))
    return repeats


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _same_head(line: str, head: str) -> bool:
    if line == head:
        return bool(line)
    shorter, longer = sorted((line, head), key=len)
    return len(shorter) >= _HEAD and longer.startswith(shorter) and 2 * len(shorter) > len(longer)


def merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans sorted, those that touch or overlap made one."""
    together: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if together and start <= together[-1][1]:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((start, end))
    return tuple(together)
