"""What may be loaded for a first look, and what may not."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "charset_normalizer",
    "fastwarc",
    "feedparser",
    "lxml",
    "msgspec",
    "numpy",
    "onnxruntime",
    "py3langid",
    "rich",
    "trafilatura",
)


@pytest.mark.parametrize(
    ("statement", "also"),
    [
        ("import tertius", ("typer", "tertius.records", "tertius.report")),
        ("from tertius.cli import main; main(['--help'])", ("tertius.report", "tertius.reading")),
        ("import tertius; tertius.Brief", ("typer", "tertius.reading", "tertius.documents")),
    ],
)
def test_a_first_look_loads_little(statement, also):
    program = f"import sys; {statement}; print('\\n' + ' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded.isdisjoint({*HEAVY, *also})
