"""Refuse every connection that would leave this machine, for this process and its children."""

from __future__ import annotations

import socket
import sys
from ipaddress import ip_address

REFUSED = {"socket.connect", "socket.sendto", "socket.sendmsg"}
LOCAL_NAMES = {"", "localhost", "localhost.localdomain"}


class NetworkRefusedError(RuntimeError):
    """Something tried to reach another machine."""


def install() -> None:
    """Put the guard in place; it cannot be taken away again."""
    sys.addaudithook(_guard)


def _guard(event: str, args: tuple[object, ...]) -> None:
    if event in REFUSED:
        one, address = args
        family = getattr(one, "family", None)
        if family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
            _refuse_unless_local(event, str(address[0]))
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"} and args[0] is not None:
        host = args[0].decode() if isinstance(args[0], bytes) else str(args[0])
        _refuse_unless_local(event, host)


def _refuse_unless_local(event: str, host: str) -> None:
    if host.lower() in LOCAL_NAMES:
        return
    try:
        local = ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        local = False
    if not local:
        raise NetworkRefusedError(f"{event}: the tests run without a network; asked for {host!r}")
