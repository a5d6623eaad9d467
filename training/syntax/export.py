"""Write what the tool ships: python -m training.syntax.export --run DIR --base DIR --out DIR."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch

from training.syntax.graph import build_stem, build_syntax, tables

STEM, SYNTAX, TABLES = "stem.int8.onnx", "syntax.int8.onnx", "vectors.npz"
FILES = (STEM, SYNTAX, TABLES, "tokenizer.json", "labels.json", "lemmas.tsv")


def manifest(folder: Path) -> None:
    """Write the hash of each file beside them; FILES are all that ships."""
    hashes = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in FILES
        if (folder / name).exists()
    }
    (folder / "manifest.json").write_text(json.dumps({"sha256": hashes}, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="what train wrote")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM files")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--linear", choices=("blocks", "tensor", "float"), default="blocks")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.run / "network.pt", weights_only=True)
    weights = {name: value.float().numpy() for name, value in state.items()}
    for name, model in (
        (STEM, build_stem(weights, linear=args.linear)),
        (SYNTAX, build_syntax(weights, linear=args.linear)),
    ):
        onnx.checker.check_model(model)
        onnx.save(model, args.out / name)
    np.savez(args.out / TABLES, **tables(weights))
    shutil.copyfile(args.base / "tokenizer.json", args.out / "tokenizer.json")
    shutil.copyfile(args.run / "labels.json", args.out / "labels.json")
    manifest(args.out)


if __name__ == "__main__":
    main()
