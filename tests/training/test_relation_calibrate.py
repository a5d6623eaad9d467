"""Weighing the votes of rules and network, on claims whose answer is known."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from tertius.reading.relations.judge import CURVE, TERMS, terms
from tertius.records import Claim
from training.relations.calibrate import Judged, fitted, report_of, signed

CLAIM = Claim(
    id="c-1", document="d-1", span=None, quote="", actor="TCD", relation="attacks",
    recipient="TGO", sign=-1,
)  # fmt: skip


def rows(values: tuple[float, ...], right: int, wrong: int) -> list[Judged]:
    return [Judged("r", CLAIM, values, n < right) for n in range(right + wrong)]


def test_the_curve_gives_the_share_that_was_right() -> None:
    alone, both = terms(None, 0.6, 0.1), terms(0.6, 0.6, 0.1)
    w = fitted([*rows(alone, 250, 750), *rows(both, 800, 200)])
    assert w.shape == (len(TERMS),)
    for values, share in ((alone, 0.25), (both, 0.8)):
        assert 1 / (1 + np.exp(-np.array(values) @ w)) == pytest.approx(share, abs=0.01)


def test_the_manifest_gets_the_curve_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / CURVE).write_text("{}", encoding="utf-8")
    manifest = tmp_path / "manifest.json"
    manifest.write_text('{"sha256": {"labels.json": "12"}}', encoding="utf-8")
    signed(tmp_path)
    digest = hashlib.sha256(b"{}").hexdigest()
    assert json.loads(manifest.read_text(encoding="utf-8")) == {
        "sha256": {"labels.json": "12", CURVE: digest}
    }


def test_the_report_counts_bins_and_thresholds() -> None:
    lines = report_of(np.array([0.25, 0.62, 0.68]), np.array([0, 1, 0]), 4).splitlines()
    assert lines[0] == "3 claims, 1 right, 4 coded"
    assert "0.6-0.7    2  0.50" in lines
    assert any(line.startswith("0.60  0.50  0.25  0.33") for line in lines)
