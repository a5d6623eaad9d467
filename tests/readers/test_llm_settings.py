"""Settings of a language model: options, environment, and what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tertius.readers.llm import Settings
from tertius.readers.llm.settings import BadSettingError

SECRET = "sk-never-shown"


def test_settings_come_from_the_environment_and_options_win(tmp_path: Path) -> None:
    given = {
        "TERTIUS_LLM_MODEL": "m", "TERTIUS_LLM_KEY": SECRET, "TERTIUS_LLM_BUDGET_TOKENS": "9",
        "TERTIUS_LLM_CONCURRENCY": "5", "TERTIUS_LLM_TIMEOUT": "7", "XDG_CACHE_HOME": str(tmp_path),
    }  # fmt: skip
    found = Settings.of_environment(given, concurrency=3)
    assert (found.model, found.key, found.budget, found.timeout) == ("m", SECRET, 9, 7.0)
    assert (found.concurrency, found.cache) == (3, tmp_path / "tertius" / "llm")
    assert Settings.of_environment({**given, "TERTIUS_LLM_CACHE": "off"}).cache is None


@pytest.mark.parametrize("value", ["many", "-1", "0", "1.5"])
def test_a_setting_that_is_no_number_is_told(value: str) -> None:
    with pytest.raises(BadSettingError, match="TERTIUS_LLM_CONCURRENCY"):
        Settings.of_environment({"TERTIUS_LLM_CONCURRENCY": value})
