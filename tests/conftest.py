"""What all tests share: no network for this process nor for those it starts."""

from __future__ import annotations

import os
import sys
from pathlib import Path

GUARD = Path(__file__).parent / "no_network"


def pytest_configure() -> None:
    sys.path.insert(0, str(GUARD))
    from blocked_sockets import install

    install()
    known = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(GUARD), *([known] if known else [])])
