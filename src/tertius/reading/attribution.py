"""On whose word each part of a document stands.

Reports of speech and thought are found sentence by sentence in `speech`; here they get their
speakers, and quotations carry them over the sentences that stand between the same marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tertius.reading.cues import cues
from tertius.reading.quotations import (
    Quotation,
    all_quoted,
    has_quotation_marks,
    quotations,
    quoted_words,
)
from tertius.reading.speakers import CastLike, Speakers, Voice
from tertius.reading.speech import utterances
from tertius.reading.trees import Tree
from tertius.reading.utterances import Stance, Utterance, description, speaker_words

__all__ = ["Attribution", "CastLike", "Said", "attributions", "sources_at", "voices_at"]

_SHORT = 4  # words; a shorter quotation inside a sentence may be the narrator's own ("so-called")
_FIRST_PERSON = frozenset({"i", "we", "our", "us", "my", "me", "ours", "ourselves"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words of one sentence that stand on somebody's word."""

    sentence: int
    words: frozenset[int]  # word positions of what is said
    sources: tuple[str, ...]  # Actor.id of the speakers, then of whoever passes it on; (): unknown
    anonymous: bool  # the nearest speaker is not named
    cue: tuple[int, int] | None  # first word, last word + 1; None: the cue is in another sentence
    stance: Stance
    quoted: bool = False  # it stands between quotation marks
    carried: bool = False  # a quotation without marks, carried on from the sentence before
    speaker: frozenset[int] = frozenset()  # words of the nearest speaker, if they stand here
    name: str | None = None  # what the text calls a speaker whom it does not name


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """On whose word something stands; the default is the report's own voice."""

    sources: tuple[str, ...] = ()  # Actor.id, nearest speaker first
    anonymous: bool = False
    stance: Stance | None = None  # of the nearest speaker; None: the report's own voice
    quoted: bool = False
    name: str | None = None  # what the text calls a speaker whom it does not name


def attributions(trees: Sequence[Tree], cast: CastLike, text: str) -> list[Attribution]:
    """Return who says what in a document, in the order of its sentences.

    text: what the offsets of the trees' words point into.
    """
    marks = quotations(text)
    speakers = Speakers(trees, cast)
    found: list[_Spoken] = []
    for n, tree in enumerate(trees):
        for u in utterances(tree, all_quoted(tree, marks)):
            found.append(_spoken(n, u, speakers, tree))
    found = _with_quotations(found, trees, marks, text)
    if not has_quotation_marks(text):
        found = _with_lost_marks(found, trees)
    out = [s.attribution for s in found if s.attribution.words]
    return sorted(out, key=lambda a: (a.sentence, a.cue or (-1, -1), sorted(a.words), a.stance))


def sources_at(attributions: Sequence[Attribution], sentence: int, word: int) -> Said:
    """Return on whose word a word stands; `Said()` is the report's own voice.

    The innermost report decides; speakers of the reports around it follow its own. A denial comes
    before the charge that it denies: see `voices_at` for both.
    """
    return voices_at(attributions, sentence, word)[0]


def voices_at(attributions: Sequence[Attribution], sentence: int, word: int) -> list[Said]:
    """Return every voice a word stands on: two for a charge with its denial, else one."""
    here = [a for a in attributions if a.sentence == sentence and word in a.words]
    if not here:
        return [Said()]
    here.sort(key=lambda a: (len(a.words), a.stance != "denies", a.cue or (0, 0), a.sources))
    innermost = [a for a in here if a.words == here[0].words]
    around = [a for a in here if a.words != here[0].words]
    voices: list[Said] = []
    for a in innermost:
        if any(v.stance == _stance_of([a]) and v.sources[:1] == a.sources[:1] for v in voices):
            continue
        chain = [a, *(o for o in around if o.stance != "wishes" or o.sources)]
        sources = tuple(dict.fromkeys(s for o in chain for s in o.sources))
        nearest = next((o for o in chain if o.sources or o.anonymous), a)
        voices.append(
            Said(
                sources=sources,
                anonymous=nearest.anonymous,
                stance=_stance_of(chain),
                quoted=any(o.quoted for o in chain),
                name=nearest.name,
            )
        )
    return voices


def _stance_of(chain: Sequence[Attribution]) -> Stance:
    """Return the nearest stance; a denial around a wish counts: "denied that it wants"."""
    nearest = chain[0].stance
    if nearest in {"wishes", "fears", "believes"}:
        around: list[Stance] = [a.stance for a in chain if a.stance in {"says", "denies", "asks"}]
        if around and around[0] != "says":
            return around[0]
    return nearest


# -- from a report to an attribution ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An attribution with what quotations ask of it."""

    attribution: Attribution
    voice: Voice
    utterance: Utterance


def _spoken(n: int, u: Utterance, speakers: Speakers, tree: Tree) -> _Spoken:
    voices = [speakers.voice(n, heads) for heads in u.chain]
    if u.trailing and voices:
        voices[0] = speakers.again(n, u.chain[0], voices[0])
    nearest = voices[0] if voices else Voice((), True)
    if u.mental and (u.stance == "wishes" or not nearest.personal or not nearest.ids):
        nearest, voices = Voice((), False), []
    elif u.stance in {"says", "denies"}:
        speakers.spoke(n, nearest)
    sources = tuple(dict.fromkeys(i for v in voices for i in v.ids))
    attribution = Attribution(
        sentence=n,
        words=frozenset(u.words),
        sources=sources,
        anonymous=nearest.anonymous,
        cue=u.cue,
        stance=u.stance,
        speaker=speaker_words(tree, u),
        name=description(tree, u) if nearest.anonymous and not nearest.ids else None,
    )
    return _Spoken(attribution, nearest, u)


# -- quotations -------------------------------------------------------------------------------


def _with_quotations(
    found: list[_Spoken], trees: Sequence[Tree], marks: Sequence[Quotation], text: str
) -> list[_Spoken]:
    """Give each quotation its speaker and let it cover all sentences between its marks."""
    out = list(found)
    before: tuple[Quotation, _Spoken, int] | None = None  # quotation, its speaker, last sentence
    for q in marks:
        places = [(n, w) for n, t in enumerate(trees) if (w := quoted_words(t, q))]
        if not places:
            continue
        speaker = _speaker_of(out, trees, places)
        first, last = places[0][0], places[-1][0]
        if speaker is None and before is not None and _goes_on(q, before, trees, places, text):
            speaker = before[1]
        if speaker is None:
            speaker = _introduced(found, trees, places)
        if speaker is None:
            continue
        for n, words in places:
            out = _quote(out, n, words, speaker)
        before = (q, speaker, max(last, first))
    return out


def _speaker_of(
    found: Sequence[_Spoken], trees: Sequence[Tree], places: Sequence[tuple[int, frozenset[int]]]
) -> _Spoken | None:
    """Return the report outside a quotation that stands in its first or last sentence."""
    best: tuple[int, int, _Spoken] | None = None
    edges = {places[0][0]: places[0][1], places[-1][0]: places[-1][1]}
    several = len(places) > 1 or len(places[0][1]) >= _SHORT
    for s in found:
        words = edges.get(s.attribution.sentence)
        cue = s.attribution.cue
        if words is None or cue is None or cue[0] in words or s.attribution.stance == "asks":
            continue
        covers = bool(words & s.attribution.words)
        if not covers and not (several and s.utterance.trailing):
            continue
        inside = words <= s.attribution.words
        rank = (0 if inside else 1 if covers else 2, min(abs(cue[0] - w) for w in words))
        if best is None or rank < best[:2]:
            best = (*rank, s)
    return best[2] if best else None


def _goes_on(
    q: Quotation,
    before: tuple[Quotation, _Spoken, int],
    trees: Sequence[Tree],
    places: Sequence[tuple[int, frozenset[int]]],
    text: str,
) -> bool:
    """Tell whether a quotation without a speaker of its own goes on with the one before."""
    if q.goes_on:
        return True
    n, words = places[0]
    previous = before[2]
    if n - previous > 1:
        return False
    whole = _is_whole(trees[n], words) or len(places) > 1
    same = trees[n].sentence.paragraph == trees[previous].sentence.paragraph
    if n == previous:
        return len(words) >= _SHORT
    if same:
        return whole
    # a new paragraph: only where the one before ended with the quotation and this one opens so
    return whole and _ends_paragraph(before[0], text)


def _introduced(
    found: Sequence[_Spoken],
    trees: Sequence[Tree],
    places: Sequence[tuple[int, frozenset[int]]],
) -> _Spoken | None:
    """Return the report in the sentence before whole quoted sentences: 'X was glad, he said. "C."'

    Not where that sentence itself quotes somebody else, or where a speaker is named behind.
    """
    n, words = places[0]
    if n == 0 or not _is_whole(trees[n], words):
        return None
    here = {m for m, _ in places}
    if any(s.attribution.sentence in here and s.utterance.trailing for s in found):
        return None
    near = [s for s in found if s.attribution.sentence == n - 1 and s.utterance.chain]
    near = [s for s in near if s.attribution.stance == "says" and s.attribution.cue is not None]
    return max(near, key=lambda s: len(s.attribution.words), default=None)


def _is_whole(tree: Tree, words: frozenset[int]) -> bool:
    return all(i in words or not tree.texts[i][0].isalnum() for i in range(len(tree)))


def _ends_paragraph(q: Quotation, text: str) -> bool:
    end = text.find("\n", q.end)
    return not any(c.isalnum() for c in text[q.end : end if end >= 0 else len(text)])


def _quote(found: list[_Spoken], n: int, words: frozenset[int], speaker: _Spoken) -> list[_Spoken]:
    """Add quoted words of a sentence to what a speaker says."""
    if speaker.attribution.sentence == n:
        changed = []
        for s in found:
            if s.utterance is speaker.utterance and s.attribution.sentence == n:
                grown = s.attribution.words | words
                s = replace(s, attribution=replace(s.attribution, words=grown, quoted=True))
            changed.append(s)
        return changed
    said = replace(
        speaker.attribution,
        sentence=n,
        words=words,
        cue=None,
        quoted=True,
        stance="says",
        speaker=frozenset(),
    )
    return [*found, _Spoken(said, speaker.voice, speaker.utterance)]


# -- quotations whose marks are lost ------------------------------------------------------------


def _with_lost_marks(found: list[_Spoken], trees: Sequence[Tree]) -> list[_Spoken]:
    """Carry a direct quotation on where a document has lost all its quotation marks.

    Safe only where all of this holds: no quotation mark in the document; a report behind the words
    said ("C, said X") by one person; C in the present or future beside a "said" in the past, as
    only direct speech has it; the next sentence stands in the same paragraph, has no report of its
    own, does not speak of the speaker, and is in the present or future itself.
    """
    out = list(found)
    for n in range(1, len(trees)):
        if any(s.attribution.sentence == n and s.attribution.sources for s in found):
            continue
        opener = next((s for s in reversed(out) if s.attribution.sentence == n - 1), None)
        if opener is None or not _carries(opener, trees, n):
            continue
        said = replace(
            opener.attribution,
            sentence=n,
            words=frozenset(range(len(trees[n]))),
            cue=None,
            carried=True,
            speaker=frozenset(),
        )
        out.append(_Spoken(said, opener.voice, opener.utterance))
    return out


def _carries(opener: _Spoken, trees: Sequence[Tree], n: int) -> bool:
    a, tree, here = opener.attribution, trees[n - 1], trees[n]
    if a.stance != "says" or not a.sources:
        return False
    if tree.texts[-1] == ":" and not a.carried:
        return True
    if tree.sentence.paragraph != here.sentence.paragraph:
        return False
    if not opener.voice.personal or opener.voice.plural:
        return False
    if a.carried:
        return _is_direct(here)
    v = opener.utterance.cue[0]
    said = opener.utterance.trailing and tree.lemmas[v] in cues("trail") and tree.xpos[v] == "VBD"
    return said and _is_direct(tree, within=a.words) and _is_direct(here)


def _is_direct(tree: Tree, within: frozenset[int] | None = None) -> bool:
    """Tell whether the main verb is in the present or future, or the speaker says "I" or "we"."""
    words = range(len(tree)) if within is None else sorted(within)
    if any(tree.texts[i].casefold() in _FIRST_PERSON and tree.texts[i] != "US" for i in words):
        return True
    tops = [i for i in words if tree.head(i) is None or tree.heads[i] not in words]
    tops = [i for i in tops if tree.upos[i] not in {"PUNCT", "ADV", "CCONJ"}]
    return any(_is_present(tree, i) for i in tops)


def _is_present(tree: Tree, i: int) -> bool:
    finite = [k for k in tree.children(i, "aux", "cop") if k < i] or [i]
    first = finite[0]
    if tree.xpos[first] == "MD":
        return tree.texts[first].casefold() in {"will", "'ll", "’ll", "shall", "can", "may", "must"}
    return tree.xpos[first] in {"VBZ", "VBP"} and tree.lemmas[first] != "have"
