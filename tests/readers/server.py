"""A server on this machine that speaks like a language model's, or misbehaves as it is told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Call"], None]


@dataclass
class Heard:
    """What a server was asked."""

    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    most_at_a_time: int = 0
    now: int = 0
    over: threading.Event = field(default_factory=threading.Event)  # the test is done

    def text(self, place: int = -1) -> str:
        """Return the report of a request."""
        return report_of(self.bodies[place])


def report_of(body: dict[str, Any]) -> str:
    content = body["messages"][-1]["content"]
    return str(content).removeprefix("<text>\n").removesuffix("\n</text>")


class Call(BaseHTTPRequestHandler):
    """One request; `body` is what was asked."""

    body: dict[str, Any]
    over: threading.Event

    def send(
        self,
        data: bytes,
        *,
        status: int = 200,
        kind: str = "application/json",
        length: int | None = None,
        **headers: str,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def say(self, words: str) -> None:
        """Answer as a chat completion with these words."""
        self.send(json.dumps({"choices": [{"message": {"content": words}}]}).encode())

    def claim(self, *claims: object) -> None:
        self.say(json.dumps({"claims": list(claims)}))

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, Heard]]:
    """Run a server; give its base URL and what it hears."""
    heard, lock = Heard(), threading.Lock()

    class Handler(Call):
        over = heard.over

        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            self.body = json.loads(self.rfile.read(size))
            with lock:
                heard.bodies.append(self.body)
                heard.headers.append(dict(self.headers))
                heard.paths.append(self.path)
                heard.now += 1
                heard.most_at_a_time = max(heard.most_at_a_time, heard.now)
            try:
                with suppress(ConnectionError):
                    answer(self)
            finally:
                with lock:
                    heard.now -= 1

        def do_GET(self) -> None:
            heard.paths.append(f"GET {self.path}")
            self.send(b"{}")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False  # so that closing waits for every answer
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", heard
    finally:
        heard.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def claim(
    quote: str, actor: str | None, relation: str, recipient: str | None, sign: int, **more: object
) -> dict[str, object]:
    """Return a claim in the shape that is asked of a model."""
    return {
        "quote": quote, "actor": actor, "recipient": recipient, "relation": relation,
        "sign": sign, "modality": "asserted", "sources": [], "against": None, "place": None,
        **more,
    }  # fmt: skip


def drip(call: Call, *, seconds: float) -> None:
    """Send one byte at a time for as long as somebody listens, at most so long."""
    call.send_response(200)
    call.send_header("Content-Type", "application/json")
    call.send_header("Content-Length", "100000")
    call.end_headers()
    end = time.monotonic() + seconds
    while time.monotonic() < end and not call.over.is_set():
        call.wfile.write(b" ")
        call.wfile.flush()
        time.sleep(0.02)
