"""`tertius doctor`: is this installation whole?"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from tertius.cli.outcome import Failed
from tertius.cli.output import write

LIBRARIES: Final = (
    "charset-normalizer",
    "fastwarc",
    "feedparser",
    "lxml_html_clean",
    "msgspec",
    "numpy",
    "onnxruntime",
    "py3langid",
    "rensa",
    "rich",
    "tokenizers",
    "trafilatura",
    "typer",
)


def run() -> None:
    """Print what is there; raise Failed if something that reading needs is missing or broken."""
    from tertius import __version__

    lines = [
        f"tertius    {__version__}, in {Path(__file__).parents[1]}",
        f"python     {platform.python_version()}, {platform.system()} {platform.machine()}",
    ]
    broken: list[str] = []
    for name, check in (
        ("libraries", libraries),
        ("weights", weights),
        ("gazetteer", gazetteer),
        ("reader", reader),
    ):
        try:
            lines.append(f"{name:<10} {check()}")
        except Exception as error:  # each check may fail in ways of its own; all are told
            broken.append(name)
            lines.append(f"{name:<10} BROKEN: {error}")
    write(("\n".join(lines) + "\n").encode("utf-8"))
    if broken:
        again = f"{Path(sys.executable).name} -m pip install --force-reinstall tertius"
        raise Failed(f"{', '.join(broken)} broken; install again: {again}")


def libraries() -> str:
    """Return the versions of what tertius stands on; raise Failed where one is missing."""
    from importlib.metadata import PackageNotFoundError, version

    found: list[str] = []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            raise Failed(f"{name} is not installed") from None
    return ", ".join(found)


def weights() -> str:
    """Return the weights found; raise Failed where one is missing or is not what was shipped."""
    from tertius.reading.syntax.encoder import WEIGHTS

    listed = WEIGHTS / "SHA256SUMS"
    if not listed.is_file():
        raise Failed(f"{listed} is missing")
    return checked(WEIGHTS, listed.read_text(encoding="utf-8"))


def checked(folder: Path, listed: str) -> str:
    """Compare files with the lines of a SHA256SUMS; return their number and size."""
    size = count = 0
    for line in listed.splitlines():
        digest, _, name = line.partition("  ")
        if not name:
            continue
        file = folder / name
        if not file.is_file():
            raise Failed(f"{file} is missing")
        data = file.read_bytes()
        if sha256(data).hexdigest() != digest:
            raise Failed(f"{file} is not the file that was shipped (sha256 differs)")
        size, count = size + len(data), count + 1
    return f"{count} files, {size / 1e6:.1f} MB, hashes right"


def gazetteer() -> str:
    """Return how much the gazetteer knows."""
    from tertius.gazetteer import Gazetteer

    sizes: Callable[[], dict[str, int]] | None = getattr(Gazetteer.load(), "sizes", None)
    if sizes is None:
        return "loads"
    return ", ".join(f"{count:,} {name}" for name, count in sizes().items())


def reader() -> str:
    """Read one sentence and return how many claims it gave."""
    import io

    from tertius.report import read

    sentence = b"Norland armed the rebels of Sudland in March, officials in Norland said.\n"
    brief = read("-", published="2020-03", stdin=io.BytesIO(sentence))
    return f"read {len(brief.documents)} sentence, {len(brief.claims)} claims"
