"""The tests reach no other machine, and show it."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest
from blocked_sockets import NetworkRefusedError

ELSEWHERE = ("192.0.2.1", 80)  # kept for documentation by RFC 5737: nobody answers there


def test_a_connection_to_another_machine_is_refused():
    with socket.socket() as one, pytest.raises(NetworkRefusedError):
        one.connect(ELSEWHERE)


def test_a_datagram_to_another_machine_is_refused():
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one,
        pytest.raises(NetworkRefusedError),
    ):
        one.sendto(b"hello", ELSEWHERE)


def test_a_name_is_not_looked_up():
    with pytest.raises(NetworkRefusedError):
        socket.getaddrinfo("tertius.example", 443)


def test_a_process_that_a_test_starts_is_refused_too():
    code = f"import socket; socket.create_connection({ELSEWHERE!r}, timeout=1)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ended.returncode != 0
    assert "NetworkRefusedError" in ended.stderr


def test_this_machine_may_talk_to_itself():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as one,
    ):
        assert one.getpeername() == server.getsockname()
