"""How a language model is asked: options of the command line, or the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tertius.errors import TertiusError

MODEL: Final = "default"  # servers of one model take any name
BUDGET: Final = 200_000  # tokens a run: some forty reports of usual length
CONCURRENCY: Final = 2  # requests at a time
TIMEOUT: Final = 120.0  # seconds that one request may take in all
RETRIES: Final = 3  # after "too many requests" and errors of the server
BACKOFF: Final = 1.0  # seconds before the first of them; doubled each time
PREFIX: Final = "TERTIUS_LLM_"


class BadSettingError(TertiusError):
    """A setting of the environment that is no number, or out of range."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        self.name, self.value = name, value
        super().__init__(f"{name}: {value!r} is not {wanted}; set it again, or unset it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a model is asked. The key is neither shown nor kept anywhere."""

    model: str = MODEL
    key: str | None = field(default=None, repr=False)  # None: the server asks for none
    budget: int = BUDGET  # tokens of prompts and answers together, in one run
    concurrency: int = CONCURRENCY
    timeout: float = TIMEOUT  # seconds
    retries: int = RETRIES
    backoff: float = BACKOFF  # seconds
    cache: Path | None = None  # folder; None: nothing is kept

    @classmethod
    def of_environment(
        cls,
        environment: Mapping[str, str] | None = None,
        *,
        model: str | None = None,
        budget: int | None = None,
        concurrency: int | None = None,
    ) -> Settings:
        """Return the settings of TERTIUS_LLM_*; what is given by keyword wins.

        MODEL, KEY, BUDGET_TOKENS, CONCURRENCY, TIMEOUT (seconds), CACHE (a folder; "off": none).
        Raises BadSettingError.
        """
        given = os.environ if environment is None else environment
        kept = given.get(f"{PREFIX}CACHE") or str(user_cache(given))
        return cls(
            model=model or given.get(f"{PREFIX}MODEL") or MODEL,
            key=given.get(f"{PREFIX}KEY") or None,
            budget=budget if budget is not None else _whole(given, "BUDGET_TOKENS", BUDGET),
            concurrency=(
                concurrency
                if concurrency is not None
                else _whole(given, "CONCURRENCY", CONCURRENCY)
            ),
            timeout=float(_whole(given, "TIMEOUT", int(TIMEOUT))),
            cache=None if kept == "off" else Path(kept),
        )


def user_cache(environment: Mapping[str, str]) -> Path:
    """Return the folder for answers: under XDG_CACHE_HOME, or .cache of the home folder."""
    base = environment.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "tertius" / "llm"


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(f"{PREFIX}{name}")
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or not int(value):
        raise BadSettingError(f"{PREFIX}{name}", value, "a whole number above 0")
    return int(value)
