"""One request to an OpenAI-compatible server, held to limits of time, size and place.

Nothing is followed anywhere: no redirect, no proxy. The key travels in a header and nowhere else.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from tertius.errors import TertiusError
from tertius.readers.llm.settings import Settings

MOST_BYTES: Final = 4_000_000  # of an answer
LONGEST_WAIT: Final = 30.0  # seconds that a server may ask to wait before the next try
RETRIED: Final = frozenset({408, 429, 500, 502, 503, 504})


class BadEndpointError(TertiusError):
    """An address that cannot be asked, or not safely."""

    def __init__(self, url: str, reason: str, next_step: str) -> None:
        self.url, self.reason, self.next_step = url, reason, next_step
        super().__init__(f"llm:{url}: {reason}; {next_step}")


class NoAnswerError(TertiusError):
    """A request that gave nothing to read; status and wait are the server's word."""

    def __init__(
        self, reason: str, *, status: int | None = None, wait: float | None = None
    ) -> None:
        self.reason, self.status, self.wait = reason, status, wait
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The chat completions of one server."""

    secure: bool
    host: str
    port: int
    path: str  # of the chat completions
    settings: Settings
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)

    @classmethod
    def of(
        cls, url: str, settings: Settings, *, sleep: Callable[[float], None] = time.sleep
    ) -> Endpoint:
        """Read a base URL such as http://127.0.0.1:8080/v1. Raises BadEndpointError."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise BadEndpointError(_bare(url), str(error), _WRITE) from error
        if parts.username is not None or parts.password is not None:
            why = "an address must not hold a name or key"
            raise BadEndpointError(_bare(url), why, "put the key into TERTIUS_LLM_KEY")
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise BadEndpointError(url, "is no http or https address", _WRITE)
        if parts.query or parts.fragment or any(c <= " " or c == "\x7f" for c in url):
            raise BadEndpointError(url, "is no base address", _WRITE)
        secure = parts.scheme == "https"
        if settings.key is not None and not secure and not _is_local(parts.hostname):
            why = "the key would travel in the open"
            raise BadEndpointError(url, why, "use https, or unset TERTIUS_LLM_KEY")
        if settings.key is not None and not (settings.key.isascii() and settings.key.isprintable()):
            why = "TERTIUS_LLM_KEY holds a character that no key has"
            raise BadEndpointError(url, why, "set it again")
        return cls(
            secure=secure,
            host=parts.hostname,
            port=port or (443 if secure else 80),
            path=f"{parts.path.rstrip('/')}/chat/completions",
            settings=settings,
            sleep=sleep,
        )

    def ask(self, body: Mapping[str, object]) -> str:
        """Return the words of the model's answer. Raises NoAnswerError.

        Tries again after 429 and errors of the server, each time after twice the wait.
        """
        wait = self.settings.backoff
        for attempt in range(self.settings.retries + 1):
            try:
                return content(self._once(json.dumps(body).encode("utf-8")))
            except NoAnswerError as error:
                if error.status not in RETRIED or attempt == self.settings.retries:
                    raise
                self.sleep(min(max(wait, error.wait or 0.0), LONGEST_WAIT))
                wait *= 2
        raise AssertionError("a loop that returns or raises")

    def _once(self, body: bytes) -> bytes:
        """Send one request and return the body of the answer, in the time allowed for all of it."""
        connection = self._connection()
        late = threading.Event()
        watch: threading.Timer | None = None
        try:
            connection.connect()
            watch = threading.Timer(self.settings.timeout, _cut, (connection.sock, late))
            watch.daemon = True
            watch.start()
            connection.request("POST", self.path, body, self._headers())
            with contextlib.closing(connection.getresponse()) as response:
                body = _checked(response)
            if late.is_set():  # what looks whole was cut by the watch
                raise TimeoutError
            return body
        except (NoAnswerError, OSError, http.client.HTTPException, ValueError) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                reason = f"no whole answer within {self.settings.timeout:g} seconds"
                raise NoAnswerError(reason) from error
            if isinstance(error, NoAnswerError):
                raise
            raise NoAnswerError(f"the connection failed ({_told(error)})") from error
        finally:
            if watch is not None:
                watch.cancel()
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        if self.secure:
            return http.client.HTTPSConnection(
                self.host,
                self.port,
                timeout=self.settings.timeout,
                context=ssl.create_default_context(),
            )
        return http.client.HTTPConnection(self.host, self.port, timeout=self.settings.timeout)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.settings.key is not None:
            headers["Authorization"] = f"Bearer {self.settings.key}"
        return headers


_WRITE: Final = "write it as llm:http://127.0.0.1:8080/v1"


def content(body: bytes) -> str:
    """Return choices[0].message.content of a chat completion. Raises NoAnswerError."""
    try:
        answer: Any = json.loads(body)
        words = answer["choices"][0]["message"]["content"]
    except (ValueError, RecursionError) as error:
        raise NoAnswerError("the server's answer is not JSON") from error
    except (KeyError, IndexError, TypeError) as error:
        raise NoAnswerError("the server's answer is no chat completion") from error
    if not isinstance(words, str):
        raise NoAnswerError("the server's answer holds no text")
    return words


def _checked(response: http.client.HTTPResponse) -> bytes:
    if 300 <= response.status < 400:
        raise NoAnswerError("the server points elsewhere, which is not followed")
    if response.status != 200:
        raise NoAnswerError(
            f"the server said {response.status}",
            status=response.status,
            wait=_seconds(response.headers.get("Retry-After")),
        )
    kind = response.headers.get_content_type()
    if kind != "application/json" and not kind.endswith("+json"):
        raise NoAnswerError("the server's answer is not JSON by its own word")
    body = response.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise NoAnswerError(f"the server's answer is over {MOST_BYTES:,} bytes")
    if response.length:  # the connection ended before what was announced
        raise NoAnswerError("the server's answer is cut short")
    return body


def _seconds(words: str | None) -> float | None:
    return float(words) if words and words.isascii() and words.isdigit() else None


def _cut(sock: socket.socket, late: threading.Event) -> None:
    """End a connection whose time is over, however slowly it still speaks."""
    late.set()
    with contextlib.suppress(OSError):  # it has ended by itself
        sock.shutdown(socket.SHUT_RDWR)


def _told(error: Exception) -> str:
    """Say what failed without words of the server, which could hold anything."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _bare(url: str) -> str:
    """Return an address without what stands before "@", which can be a key."""
    scheme, mark, rest = url.partition("//")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}"
