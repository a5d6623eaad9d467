"""Small texts with what a person found in them, in the scheme gold-claims/2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ALIASES: dict[str, Any] = {
    "TCD": {"names": ["Chad"], "also": ["N'Djamena"]},
    "ARMY": {"names": ["Chadian army", "the army"], "rolls_up_to": "TCD"},
    "TGO": {"names": ["Togo"]},
    "PER": {"names": ["Peru"]},
    "BOL": {"names": ["Bolivia"]},
    "BOTH": {"names": ["the two neighbours"], "members": ["PER", "BOL"]},
    "LIMA": {"names": ["Lima"], "within": "SOIL"},
    "SOIL": {"names": ["Peruvian soil"]},
    "ENVOY": {"names": ["the envoy"], "scope": "out"},
}
TEXT = "Chad attacked Togo. Peru condemned Bolivia. Togo praised Peru."


def gold_claim(id: str, sent: str, source: str | None, target: str | None, sign: int,
               **more: Any) -> dict[str, Any]:  # fmt: skip
    return {
        "id": id, "tier": "core", "status": "firm", "sent": sent, "source": source,
        "target": target, "sign": sign, "modality": "asserted", "said_by": {"who": "NARRATOR"},
        **more,
    }  # fmt: skip


def gold(*claims: dict[str, Any], text: str = TEXT) -> dict[str, Any]:
    spans, start = [], 0
    for n, piece in enumerate(text.split(". ")):
        spans.append({"id": f"S{n}", "start": start, "end": start + len(piece)})
        start += len(piece) + 2
    return {
        "schema": "gold-claims/2", "document": {"date": "2024-05-10"}, "sentences": spans,
        "aliases": ALIASES, "claims": list(claims), "must_not": [], "derived": [],
    }  # fmt: skip


def written(
    folder: Path, record: dict[str, Any], *, text: str = TEXT, name: str = "claims.json"
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "text.txt").write_text(text, encoding="utf-8")
    (folder / name).write_text(json.dumps(record), encoding="utf-8")
    return folder


FOUND = (
    gold_claim("c1", "S0", "TCD", "TGO", -1),
    gold_claim("c2", "S1", "PER", "BOL", -1),
    gold_claim("c3", "S2", "TGO", "PER", 1, tier="secondary"),
)
