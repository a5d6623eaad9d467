"""`tertius doctor`: is this installation whole?"""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from tertius.cli.outcome import FailedError
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
    "rich",
    "trafilatura",
    "typer",
)
SENTENCE: Final = b"Iceland and Norway signed an agreement on fishing in Oslo on Friday.\n"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What weights come with."""

    sha256: dict[str, str]  # of each file, by its name


def run() -> None:
    """Print what is there; raise FailedError if something that reading needs is broken."""
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
        raise FailedError(f"{', '.join(broken)} broken; install again: {again}")


def libraries() -> str:
    """Return the versions of what tertius stands on; raise FailedError where one is missing."""
    from importlib.metadata import PackageNotFoundError, version

    found: list[str] = []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            raise FailedError(f"{name} is not installed") from None
    return ", ".join(found)


def weights() -> str:
    """Return the weights found; raise FailedError where one is not what was shipped."""
    from tertius.reading.syntax.encoder import WEIGHTS

    return checked(WEIGHTS)


def checked(folder: Path) -> str:
    """Compare files with the sha256 of their manifest.json; return their number and size."""
    from tertius import exchange

    listed = folder / "manifest.json"
    if not listed.is_file():
        raise FailedError(f"{listed} is missing")
    digests = exchange.decode(listed.read_bytes(), Manifest, where=str(listed)).sha256
    size = 0
    for name, digest in sorted(digests.items()):
        file = folder / name
        if not file.is_file():
            raise FailedError(f"{file} is missing")
        data = file.read_bytes()
        if sha256(data).hexdigest() != digest:
            raise FailedError(f"{file} is not the file that was shipped (sha256 differs)")
        size += len(data)
    return f"{len(digests)} files, {size / 1e6:.1f} MB, hashes right"


def gazetteer() -> str:
    """Return how much the gazetteer knows."""
    from tertius.gazetteer import Gazetteer

    tables = Gazetteer.load().tables
    sizes = {
        "states": tables.states,
        "other actors": tables.actors,
        "terms of office": tables.leaders,
        "places": tables.places,
    }
    return ", ".join(f"{len(rows):,} {name}" for name, rows in sizes.items())


def reader() -> str:
    """Read one sentence and return how many claims it gave; raise FailedError if it gave none."""
    import io

    from tertius.report import read
    from tertius.report.words import plural

    brief = read("-", published="2020-03-06", stdin=io.BytesIO(SENTENCE))
    if not brief.claims:
        raise FailedError("the sample sentence gave no claim")
    return f"reads a sample sentence: {plural(len(brief.claims), 'claim')}"
