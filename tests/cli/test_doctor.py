from __future__ import annotations

from hashlib import sha256

import pytest

from tertius.cli import doctor
from tertius.cli.outcome import FailedError


@pytest.fixture
def weights(tmp_path):
    (tmp_path / "net.bin").write_bytes(b"12345")
    digest = sha256(b"12345").hexdigest()
    (tmp_path / "manifest.json").write_text(f'{{"sha256": {{"net.bin": "{digest}"}}}}')
    return tmp_path


def test_weights_with_the_right_hash_are_fine(weights):
    assert doctor.checked(weights) == "1 files, 0.0 MB, hashes right"


def test_a_changed_file_is_named(weights):
    (weights / "net.bin").write_bytes(b"12346")
    with pytest.raises(FailedError, match=r"net\.bin is not the file"):
        doctor.checked(weights)


def test_a_missing_file_is_named(weights):
    (weights / "net.bin").unlink()
    with pytest.raises(FailedError, match=r"net\.bin is missing"):
        doctor.checked(weights)


def test_a_missing_manifest_is_named(tmp_path):
    with pytest.raises(FailedError, match=r"manifest\.json is missing"):
        doctor.checked(tmp_path)


def test_the_gazetteer_is_counted():
    assert "states" in doctor.gazetteer()


def test_every_library_has_its_version():
    assert "typer" in doctor.libraries()


def test_what_is_broken_is_told_and_the_rest_is_checked_all_the_same(monkeypatch, capfdbinary):
    def missing() -> str:
        raise FailedError("the weights are missing")

    monkeypatch.setattr(doctor, "weights", missing)
    monkeypatch.setattr(doctor, "reader", lambda: "reads")
    with pytest.raises(FailedError, match="weights broken; install again"):
        doctor.run()
    out = capfdbinary.readouterr().out.decode()
    assert "BROKEN: the weights are missing" in out
    assert "reads" in out
