"""Repair of text as the web serves it, with the way back to every original character."""

from __future__ import annotations

from collections.abc import Container

from tertius.documents import apostrophes, misread, typography
from tertius.documents.draft import Draft, Repaired


def repair(
    text: str, *, names: Container[str] = (), known: Container[str] = frozenset()
) -> Repaired:
    """Return the text with lost apostrophes, spaces and misread characters put back.

    names: names that are known beforehand, such as the gazetteer's; they say that "Irans" can be
    a possessive while "Reuters" cannot. known: words in small letters, by which a misread word is
    told from a rare one; without them only names are. A text without damage comes back as it is.
    Quotation marks that were lost are not guessed at.

    >>> mended = repair("Today Iran denied it. Irans army spent $1billion.")
    >>> mended.text
    "Today Iran denied it. Iran's army spent $1 billion."
    >>> mended.span(22, 28)
    (22, 27)
    """
    draft = Draft(text)
    draft.apply(typography.mojibake(draft.text))
    draft.apply(typography.characters(draft.text))
    draft.apply(typography.lost_marks(draft.text))
    draft.apply(typography.broken_words(draft.text))
    draft.apply(typography.wrapped_lines(draft.text))
    draft.apply(typography.spaces(draft.text))
    draft.apply(misread.misread(draft.text, names, known))
    whole = apostrophes.intact(draft.text)
    draft.apply(apostrophes.contractions(draft.text))
    draft.apply(apostrophes.common_nouns(draft.text, names, whole=whole))
    draft.apply(apostrophes.possessives(draft.text, names, whole=whole))
    return draft.repaired()
