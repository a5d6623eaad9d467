from __future__ import annotations

import pytest

from tertius.readers import DEFAULT, UnknownReaderError, open_reader
from tertius.readers.embedded import weighed


@pytest.mark.parametrize(
    "name",
    [
        "",
        "magic",
        "rules:x",
        "embedded:",
        "voted",
        "voted:",
        "spacy",
        "spacy:",
        "llm",
        "llm:",
        "Rules",
    ],
)
def test_a_name_that_no_reader_has_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(
        UnknownReaderError, match="embedded, rules, voted:FOLDER, spacy:PACKAGE, llm:URL"
    ):
        open_reader(name)


@pytest.mark.parametrize("name", ["embedded", "rules", "spacy:en_tiny", "llm:http://127.0.0.1:1"])
def test_a_reader_is_called_what_opened_it(name: str) -> None:
    assert open_reader(name).id == name


def test_the_default_names_its_weights() -> None:
    assert open_reader().id == DEFAULT
    release, plus, digits = open_reader().version.partition("+")
    assert release.startswith("0.")
    assert plus
    assert int(digits, 16) >= 0
    assert len(digits) == 12


def test_other_weights_are_another_version(tmp_path, monkeypatch) -> None:
    versions = set()
    for data in (b"one", b"two"):
        weights = tmp_path / "syntax" / "weights"
        weights.mkdir(parents=True, exist_ok=True)
        (weights / "manifest.json").write_bytes(data)
        (weights / "large.onnx").write_bytes(b"not looked at: the manifest has its hash")
        monkeypatch.setattr("tertius.reading.__file__", str(tmp_path / "__init__.py"))
        weighed.cache_clear()
        versions.add(open_reader().version)
    weighed.cache_clear()
    assert len(versions) == 2
