"""The reader: documents to windows, windows to requests, answers to claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from tertius.gazetteer import Gazetteer
from tertius.readers.llm.answers import Checked, UnreadableAnswerError, proposals
from tertius.readers.llm.cache import Answers
from tertius.readers.llm.endpoint import Endpoint, NoAnswerError
from tertius.readers.llm.prompt import cost, prompt_hash, request, windows
from tertius.readers.llm.settings import Settings
from tertius.records import Actor, Claim, Document, ReadBy, Reading, Theater, Unread

PATIENCE: Final = 3  # requests in a row without an answer, after which nobody asks again
OVERSPENT: Final = NoAnswerError("the budget of tokens is used up (--budget-tokens)")


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a document that goes into one request."""

    document: int  # its place among the documents
    span: tuple[int, int]
    text: str


class LanguageModel:
    """Reads by asking the model at an address that the user named, and checks each word of it."""

    def __init__(
        self, url: str, gazetteer: Gazetteer | None = None, settings: Settings | None = None
    ) -> None:
        """Raises BadEndpointError. Nothing is sent before `read`."""
        self.url = url
        self.settings = settings or Settings.of_environment()
        self.endpoint = Endpoint.of(url, self.settings)
        self.answers = Answers(self.settings.cache, f"{url} {self.settings.model}")
        self._gazetteer = gazetteer
        self._left = self.settings.budget  # tokens
        self._failed = 0  # requests in a row without an answer

    @property
    def id(self) -> str:
        """The name that opens it."""
        return f"llm:{self.url}"

    @property
    def version(self) -> str:
        """The release, the model and the hash of what it is asked."""
        from tertius import __version__

        return f"{__version__}+{self.settings.model}+{prompt_hash()}"

    def read(self, documents: Iterable[Document]) -> Reading:
        """Read documents into claims.

        What was not answered, and how many claims were dropped and why, is in Reading.unread.
        Costs a request for each 9,000 characters that were not asked about before. Budget and
        patience are those of this reader, over all its calls: open another to begin anew.
        """
        kept = list(documents)
        world = self._gazetteer or Gazetteer.load()
        checked = [Checked(document, world) for document in kept]
        unread: dict[int, list[Unread]] = {}
        parts = [
            Window(n, span, one.text[slice(*span)])
            for n, one in enumerate(kept)
            for span in windows(one.text)
        ]
        for window, answer in zip(parts, self._answered(parts), strict=True):
            why = answer if isinstance(answer, NoAnswerError) else None
            if why is None and isinstance(answer, list):
                checked[window.document].take(window.span, answer)
            if why is not None:
                missing = self._missing(kept[window.document], window.span, why)
                unread.setdefault(window.document, []).append(missing)
        for n, one in enumerate(checked):
            if one.dropped:
                unread.setdefault(n, []).append(_dropped(one))
        return self._reading(kept, checked, [one for n in sorted(unread) for one in unread[n]])

    def _reading(
        self, kept: Sequence[Document], checked: Sequence[Checked], unread: Sequence[Unread]
    ) -> Reading:
        actors: dict[str, Actor] = {}
        theaters: dict[str, Theater] = {}
        claims: list[Claim] = []
        for one in checked:
            own = sorted(one.claims.values(), key=lambda claim: (claim.span or (0, 0), claim.id))
            claims += own
            for claim in own:
                named = (claim.actor, claim.recipient, claim.against, *claim.sources)
                actors |= {id: one.actors[id] for id in named if id is not None}
                if claim.theater is not None:
                    theaters[claim.theater] = one.theaters[claim.theater]
        return Reading(
            documents=tuple(kept),
            actors=tuple(actors[id] for id in sorted(actors)),
            theaters=tuple(theaters[id] for id in sorted(theaters)),
            claims=tuple(claims),
            unread=tuple(unread),
            reader=ReadBy(id=self.id, version=self.version),
        )

    def _missing(self, document: Document, span: tuple[int, int], why: NoAnswerError) -> Unread:
        whole = span == (0, len(document.text))
        return Unread(
            path=document.path,
            reason=f"not read by {self.id}: {why.reason}",
            document=document.id,
            span=None if whole else span,
            next_step="read it again; what was answered is kept",
        )

    def _answered(self, parts: Sequence[Window]) -> Iterator[list[object] | NoAnswerError]:
        """Yield the claims proposed for each window, or why there are none, in their order.

        Requests go out in rounds of as many as may run at a time, so that the same failures
        always end in the same Reading.
        """
        size = max(1, self.settings.concurrency)
        with ThreadPoolExecutor(size) as pool:
            for start in range(0, len(parts), size):
                if self._failed >= PATIENCE:
                    given_up = NoAnswerError("the requests before it were not answered")
                    yield from (self._kept(one) or given_up for one in parts[start:])
                    return
                batch = parts[start : start + size]
                paid = [self._pays(one) for one in batch]
                for answer in pool.map(self._one, batch, paid):
                    self._failed = self._failed + 1 if _is_failure(answer) else 0
                    yield answer

    def _pays(self, window: Window) -> bool:
        """Take the tokens of a request from the budget; False where it does not suffice."""
        if self._kept(window) is not None:
            return True
        price = cost(window.text)
        if price > self._left:
            return False
        self._left -= price
        return True

    def _kept(self, window: Window) -> list[object] | None:
        """Return what an answer of before proposes, None where there is none to be read."""
        before = self.answers.get(window.text)
        try:
            return proposals(before) if before is not None else None
        except UnreadableAnswerError:
            return None

    def _one(self, window: Window, paid: bool) -> list[object] | NoAnswerError:
        kept = self._kept(window)
        if kept is not None:
            return kept
        if not paid:
            return OVERSPENT
        try:
            answer = self.endpoint.ask(request(window.text, model=self.settings.model))
            found = proposals(answer)
        except NoAnswerError as error:
            return error
        except UnreadableAnswerError as error:
            return NoAnswerError(str(error))
        self.answers.put(window.text, answer)
        return found


def _is_failure(answer: object) -> bool:
    """Tell whether a server did not answer; a budget that is used up is not its fault."""
    return isinstance(answer, NoAnswerError) and answer is not OVERSPENT


def _dropped(one: Checked) -> Unread:
    count = sum(one.dropped.values())
    why = ", ".join(f"{number} {reason}" for reason, number in sorted(one.dropped.items()))
    return Unread(
        path=one.document.path,
        reason=f"{count} proposed claim{'s' if count > 1 else ''} dropped: {why}",
        document=one.document.id,
        next_step="none is needed: what the text does not say is not shown",
    )
