"""The reader that asks a language model, against a server that does everything wrong."""

from __future__ import annotations

import json
import socket
import threading
from pathlib import Path

import pytest

from tertius.gazetteer import Gazetteer
from tertius.readers.llm import BadEndpointError, LanguageModel, Settings
from tertius.readers.llm.endpoint import MOST_BYTES, Endpoint, NoAnswerError
from tertius.readers.llm.prompt import cost, windows
from tertius.records import Document, Reading
from tests.readers.server import Answer, Call, claim, drip, serving

TEXT = "Chad attacked Togo on Monday. A soldier said that Kenya armed the rebels."
GOOD = claim("Chad attacked Togo on Monday.", "Chad", "attacks", "Togo", -1)
SECRET = "sk-0123456789"


def document(text: str = TEXT, number: int = 1) -> Document:
    return Document(id=f"d-{number:012}", text=text, path=f"{number}.txt", sha256="")


def read(url: str, *documents: Document, **settings: object) -> Reading:
    given: dict[str, object] = {"timeout": 10.0, "backoff": 0.0, **settings}
    model = LanguageModel(url, Gazetteer.load(), Settings(**given))  # type: ignore[arg-type]
    return model.read(documents or [document()])


def of(answer: Answer, **settings: object) -> Reading:
    with serving(answer) as (url, _):
        return read(url, **settings)


def dropped(*claims: object, text: str = TEXT) -> str:
    """Return why claims were dropped, beside one that is good."""
    with serving(lambda call: call.claim(GOOD, *claims)) as (url, _):
        reading = read(url, document(text))
    assert [(one.actor, one.relation, one.recipient) for one in reading.claims] == [
        ("TCD", "attacks", "TGO")
    ]
    return "; ".join(one.reason for one in reading.unread)


# -- what is right ------------------------------------------------------------------------------


def test_a_claim_with_its_quote_is_kept_whole() -> None:
    second = claim(
        "Kenya armed the rebels", "Kenya", "arms", "the rebels", 1, sources=["A soldier"]
    )
    reading = of(lambda call: call.claim(GOOD, second))
    one, other = reading.claims
    assert (one.quote, one.span) == ("Chad attacked Togo on Monday.", (0, 29))
    assert (other.actor, other.sign, other.recipient) == ("KEN", 1, "d-000000000001/the-rebels")
    assert other.sources == (reading.actors[-1].id,) or len(other.sources) == 1
    assert dict(other.words)["source0"] == "A soldier"
    assert reading.unread == ()


def test_an_enemy_is_shared_by_friends_and_is_none_of_them() -> None:
    shared = [
        claim("Kenya armed the rebels", "Kenya", "arms", "the rebels", 1, against=enemy)
        for enemy in ("Togo", "Kenya")
    ]
    hostile = claim("Chad attacked Togo on", "Chad", "attacks", "Togo", -1, against="Kenya")
    with serving(lambda call: call.claim(shared.pop(0), hostile)) as (url, _):
        first, second = read(url).claims
        assert (first.against, second.against) == (None, "TGO")
        assert dict(first.words).keys() == {"actor", "recipient"}
        (_, third) = read(url).claims
        assert third.against is None


def test_a_request_asks_for_json_by_schema_and_names_the_model() -> None:
    with serving(lambda call: call.claim(GOOD)) as (url, heard):
        read(url, model="small")
    (body,) = heard.bodies
    assert heard.paths == ["/v1/chat/completions"]
    assert body["model"] == "small"
    assert body["temperature"] == 0
    shape = body["response_format"]["json_schema"]["schema"]["properties"]["claims"]["items"]
    assert set(shape["required"]) == set(GOOD)
    assert heard.text() == TEXT


def test_words_around_the_json_are_left_out() -> None:
    words = json.dumps({"claims": [GOOD]})
    assert of(lambda call: call.say(f"Sure! Here you are:\n```json\n{words}\n```\nBye.")).claims


def test_a_long_report_goes_out_in_windows_of_whole_sentences() -> None:
    sentence = "Chad attacked Togo on Monday. "
    text = sentence * 700
    with serving(lambda call: call.claim(GOOD)) as (url, heard):
        reading = read(url, document(text), concurrency=1)
    assert len(heard.bodies) == len(windows(text)) > 2
    assert all(heard.text(n).endswith("Monday.") for n in range(len(heard.bodies)))
    assert len(reading.claims) == len(heard.bodies)  # each window has its own quote
    assert all(text[slice(*one.span)] == one.quote for one in reading.claims if one.span)


# -- what is dropped ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (claim("Iceland bombed Norway.", "Iceland", "attacks", "Norway", -1), "quote not in the"),
        (claim("Chad attacked Togo on Sunday.", "Chad", "attacks", "Togo", -1), "quote not in the"),
        (claim("had attacked Togo", "Chad", "attacks", "Togo", -1), "quote not in the"),
        (claim("Chad", "Chad", "attacks", "Togo", -1), "too short"),
        (claim(TEXT * 20, "Chad", "attacks", "Togo", -1), "too long"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Mali", -1), "name not in the text"),
        (claim("Chad attacked Togo", "Cha", "attacks", "Togo", -1), "name not in the text"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Togo", -1, against="Mali"), "name not"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Togo", -1, sources=["Bo"]), "name not"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Togo", -1, place="Oslo"), "name not"),
        (claim("Chad attacked Togo", None, "attacks", " ", -1), "no two parties"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Chad", -1), "no two parties"),
        (claim("Chad attacked Togo", "Chad", "obliterates", "Togo", -1), "unknown relation"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Togo", 1), "sign that its relation"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Togo", 7), "sign that its relation"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Togo", -1, modality="so"), "modality"),
        (claim("Chad attacked Togo", "Chad", "attacks", "Togo", "minus"), "shape"),  # type: ignore[arg-type]
        ({"quote": "Chad attacked Togo"}, "shape"),
        ("Chad attacked Togo", "shape"),
        (None, "shape"),
        ([[[[]]]], "shape"),
    ],
)
def test_a_claim_that_the_text_does_not_bear_is_dropped_and_counted(bad: object, why: str) -> None:
    told = dropped(bad)
    assert told.startswith("1 proposed claim dropped: 1 ")
    assert why in told


def test_the_dropped_are_told_by_document_with_their_number() -> None:
    invented = claim("Iceland bombed Norway.", "Iceland", "attacks", "Norway", -1)
    told = dropped(invented, invented, {"quote": 1})
    assert (
        told == "3 proposed claims dropped: 1 not of the shape asked for, 2 quote not in the text"
    )


# -- servers that misbehave ---------------------------------------------------------------------


def hang(call: Call) -> None:
    call.over.wait(3)


def no_http(call: Call) -> None:
    call.wfile.write(b"\x00\x01\x02\r\n\r\n")


def half(call: Call) -> None:
    call.send(b'{"choices": [{"message"', length=5_000)
    call.close_connection = True


MISBEHAVIOURS: list[tuple[str, Answer, str]] = [
    ("not json", lambda call: call.send(b"<<<"), "not JSON"),
    ("cut json", lambda call: call.send(b'{"choices": [{"mess'), "not JSON"),
    ("cut short", half, "cut short"),
    ("deep json", lambda call: call.send(b"[" * 100_000), "not JSON"),
    ("other shape", lambda call: call.send(b'{"choices": []}'), "no chat completion"),
    ("a list", lambda call: call.send(b"[1, 2]"), "no chat completion"),
    ("null words", lambda call: call.say(None), "no text"),  # type: ignore[arg-type]
    ("prose alone", lambda call: call.say("I would rather not."), "no JSON"),
    ("cut answer", lambda call: call.say('{"claims": [{"quote": "Chad at'), "no JSON"),
    ("other schema", lambda call: call.say('{"facts": []}'), "not the JSON asked for"),
    ("claims no list", lambda call: call.say('{"claims": {"a": 1}}'), "not the JSON asked for"),
    ("deep answer", lambda call: call.say('{"a":' * 9_000 + "1" + "}" * 9_000), "not the JSON"),
    ("too many", lambda call: call.claim(*[GOOD] * 900), "over 200 claims"),
    ("html", lambda call: call.send(b"<html>", kind="text/html"), "not JSON by its own word"),
    ("huge", lambda call: call.send(b" " * (MOST_BYTES + 9)), "over 4,000,000 bytes"),
    ("unauthorised", lambda call: call.send(b"{}", status=401), "the server said 401"),
    ("not there", lambda call: call.send(b"{}", status=404), "the server said 404"),
    ("always 429", lambda call: call.send(b"{}", status=429), "the server said 429"),
    ("always 500", lambda call: call.send(b"{}", status=500), "the server said 500"),
    ("hangs up", lambda call: None, "the connection failed"),
    ("no http", no_http, "the connection failed"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "why"), [row[1:] for row in MISBEHAVIOURS], ids=[row[0] for row in MISBEHAVIOURS]
)
def test_a_server_that_misbehaves_leaves_the_text_unread_and_says_why(
    answer: Answer, why: str
) -> None:
    reading = of(answer)
    assert reading.claims == ()
    (told,) = reading.unread
    assert why in told.reason
    assert told.document == "d-000000000001"


@pytest.mark.parametrize("answer", [hang, lambda call: drip(call, seconds=3)], ids=["hang", "drip"])
def test_a_server_that_takes_its_time_is_left(answer: Answer) -> None:
    (told,) = of(answer, timeout=0.3).unread
    assert "no whole answer within 0.3 seconds" in told.reason


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (told,) = read(f"http://127.0.0.1:{port}/v1").unread
    assert "the connection failed" in told.reason


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_never_followed(status: int) -> None:
    with (
        serving(lambda call: call.claim(GOOD)) as (elsewhere, heard),
        serving(lambda call: call.send(b"", status=status, Location=elsewhere)) as (url, _),
    ):
        (told,) = read(url, key=SECRET).unread
    assert "points elsewhere" in told.reason
    assert heard.paths == []


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_server_that_is_busy_is_asked_again(status: int) -> None:
    calls: list[int] = []

    def busy(call: Call) -> None:
        calls.append(1)
        if len(calls) < 3:
            call.send(b"{}", status=status)
        else:
            call.claim(GOOD)

    assert of(busy).claims
    assert len(calls) == 3


def test_each_wait_is_twice_the_one_before_or_what_the_server_asks_within_reason() -> None:
    waits: list[float] = []
    asked = iter([{}, {"Retry_After": "7"}, {"Retry_After": "9" * 50}, {}])

    def busy(call: Call) -> None:
        call.send(b"{}", status=503, **next(asked))

    with serving(busy) as (url, _):
        settings = Settings(timeout=10, backoff=1.0, retries=3)
        endpoint = Endpoint.of(url, settings, sleep=waits.append)
        with pytest.raises(NoAnswerError, match="503"):
            endpoint.ask({})
    assert waits == [1.0, 7.0, 30.0]


def test_after_three_failures_in_a_row_nobody_asks_again() -> None:
    documents = [document(f"{TEXT} It was day {n}.", n) for n in range(9)]
    settings = Settings(timeout=10, concurrency=1)
    with serving(lambda call: call.send(b"{}", status=400)) as (url, heard):
        reader = LanguageModel(url, Gazetteer.load(), settings)
        reading = reader.read(documents)
        assert len(reader.read([document(TEXT)]).unread) == 1
    assert len(heard.paths) == 3
    assert len(reading.unread) == 9
    assert "not answered" in reading.unread[-1].reason


def test_what_one_document_lacks_is_not_missed_by_the_next() -> None:
    def second_fails(call: Call) -> None:
        if "day 1" in call.body["messages"][-1]["content"]:
            call.send(b"{}", status=400)
        else:
            call.claim(GOOD)

    with serving(second_fails) as (url, _):
        reading = read(url, *[document(f"{TEXT} It was day {n}.", n) for n in range(3)])
    assert [one.document for one in reading.claims] == ["d-000000000000", "d-000000000002"]
    assert [one.document for one in reading.unread] == ["d-000000000001"]


# -- limits, cache, key -------------------------------------------------------------------------


def test_no_more_requests_run_at_a_time_than_allowed() -> None:
    def slow(call: Call) -> None:
        threading.Event().wait(0.02)
        call.claim(GOOD)

    documents = [document(f"{TEXT} It was day {n}.", n) for n in range(8)]
    with serving(slow) as (url, heard):
        assert len(read(url, *documents, concurrency=3).claims) == 8
    assert 1 <= heard.most_at_a_time <= 3
    assert len(heard.bodies) == 8


def test_a_budget_stops_the_asking_before_it_is_overspent() -> None:
    documents = [document(f"{TEXT} It was day {n}.", n) for n in range(4)]
    enough = cost(documents[0].text) * 2
    with serving(lambda call: call.claim(GOOD)) as (url, heard):
        reading = read(url, *documents, budget=enough)
    assert len(heard.bodies) == 2
    assert [one.document for one in reading.unread] == ["d-000000000002", "d-000000000003"]
    assert all("--budget-tokens" in one.reason for one in reading.unread)


def test_a_text_is_asked_for_once(tmp_path: Path) -> None:
    with serving(lambda call: call.claim(GOOD)) as (url, heard):
        first = read(url, cache=tmp_path, key=SECRET)
        again = read(url, cache=tmp_path, budget=1)
        read(url, cache=tmp_path, model="another")
        read(url, document(TEXT + " So it was."), cache=tmp_path)
    assert first == again
    assert len(heard.bodies) == 3
    assert heard.headers[0]["Authorization"] == f"Bearer {SECRET}"


def test_the_key_is_neither_kept_nor_shown(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(cache=tmp_path, key=SECRET, timeout=10)
    with serving(lambda call: call.claim(GOOD)) as (url, _):
        reader = LanguageModel(url, Gazetteer.load(), settings)
        reading = reader.read([document()])
    kept = [path.read_text("utf-8") for path in tmp_path.iterdir()]
    assert kept
    assert SECRET not in "".join([*kept, repr(settings), repr(reading), reader.version, reader.id])
    assert SECRET not in "".join(capfd.readouterr())


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b'{"claims": 3}'])
def test_a_damaged_answer_in_the_cache_is_asked_for_again(tmp_path: Path, damage: bytes) -> None:
    with serving(lambda call: call.claim(GOOD)) as (url, heard):
        whole = read(url, cache=tmp_path)
        (path,) = tmp_path.iterdir()
        path.write_bytes(damage)
        assert read(url, cache=tmp_path) == whole
    assert len(heard.bodies) == 2


def test_an_answer_that_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    of(lambda call: call.say("no"), cache=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_sent_before_something_is_read() -> None:
    with serving(lambda call: call.claim(GOOD)) as (url, heard):
        LanguageModel(url, Gazetteer.load(), Settings()).read([])
    assert heard.paths == []


# -- addresses and settings ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    ["ftp://127.0.0.1/v1", "file:///etc/passwd", "127.0.0.1:8080", "http://", "http://a:b/v1",
     "http://127.0.0.1:99999/v1", "http://127.0.0.1/v1?a=1", "http://127.0.0.1/v1\r\nX: y"],
)  # fmt: skip
def test_an_address_that_cannot_be_asked_is_told(url: str) -> None:
    with pytest.raises(BadEndpointError, match=r"write it as|name a"):
        LanguageModel(url, settings=Settings())


def test_a_key_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(BadEndpointError) as told:
        LanguageModel(f"http://me:{SECRET}@127.0.0.1/v1", settings=Settings())
    assert SECRET not in str(told.value)


@pytest.mark.parametrize(
    ("url", "key"), [("http://model.example/v1", SECRET), ("https://model.example/v1", "a\nb")]
)
def test_a_key_that_would_travel_in_the_open_is_refused(url: str, key: str) -> None:
    with pytest.raises(BadEndpointError) as told:
        LanguageModel(url, settings=Settings(key=key))
    assert key not in str(told.value)


def test_a_quote_with_one_letter_changed_is_dropped_wherever_it_is() -> None:
    quote = "Chad attacked Togo on Monday."
    changed = [f"{quote[:n]}x{quote[n + 1 :]}" for n in range(len(quote))]
    told = dropped(*(claim(words, "Chad", "attacks", "Togo", -1) for words in changed))
    assert told == f"{len(quote)} proposed claims dropped: {len(quote)} quote not in the text"
