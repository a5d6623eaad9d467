"""A headline cut short: "… against the Islamic …" means a name of the report below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tertius.gazetteer import Gazetteer, Match
from tertius.reading.mentions import Mention
from tertius.reading.trees import Tree

_ELLIPSES = {"…", "...", "....", ".."}


def completions(
    trees: Sequence[Tree], gazetteer: Gazetteer, *, on: str | None
) -> dict[int, tuple[int, Match]]:
    """Return for each cut sentence where its last words begin, and the name they begin.

    The name is the one that the other sentences use most among those that start with these words.
    """
    cut: dict[int, str] = {}
    for n, tree in enumerate(trees):
        if len(tree) > 2 and tree.texts[-1] in _ELLIPSES and tree.texts[-2][:1].isupper():
            cut[n] = tree.texts[-2]
    if not cut:
        return {}
    found: dict[int, tuple[int, Match]] = {}
    for n, beginning in cut.items():
        names: Counter[tuple[str, ...]] = Counter()
        matches: dict[tuple[str, ...], Match] = {}
        for other, tree in enumerate(trees):
            if other in cut or beginning not in tree.texts:
                continue
            for m in gazetteer.matches(list(tree.texts), on=on):
                if m.end - m.start > 1 and tree.texts[m.start] == beginning:
                    names[m.ids] += 1
                    matches.setdefault(m.ids, m)
        if names:
            best = max(names, key=lambda ids: (names[ids], ids))
            found[n] = (len(trees[n]) - 2, matches[best])
    return found


def completed(
    tree: Tree, found: Sequence[Mention], tail: tuple[int, Match] | None
) -> list[Mention]:
    """Return the mentions with the cut name in place of what its beginning seemed to be."""
    if tail is None:
        return list(found)
    at, match = tail
    name = Mention(
        start=at, end=at + 1, head=at, kind="name", role="actor", ids=match.ids, cut=True
    )
    return sorted([*(m for m in found if m.head != at), name], key=lambda m: m.start)
