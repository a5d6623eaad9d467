"""Python imports this at start-up in every process that a test starts."""

from blocked_sockets import install

install()
