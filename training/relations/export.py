"""Write what a reader voted:DIR opens: python -m training.relations.export --run RUN --out DIR."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch

from training.relations.graph import build_relations

FILES = ("relations.int8.onnx", "labels.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="what train wrote")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.run / "relations.pt", weights_only=True)
    graph = build_relations({name: value.float().numpy() for name, value in state.items()})
    onnx.checker.check_model(graph)
    onnx.save(graph, args.out / FILES[0])
    shutil.copyfile(args.run / FILES[1], args.out / FILES[1])
    hashes = {n: hashlib.sha256((args.out / n).read_bytes()).hexdigest() for n in FILES}
    text = json.dumps({"sha256": hashes}, indent=1) + "\n"
    (args.out / "manifest.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
