"""Train the network of relations.

python -m training.relations.train --start network.pt --out DIR
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from tertius.gazetteer import Gazetteer
from tertius.reading.syntax import Encoder
from training.corpus.coded import read_reports
from training.corpus.parts import part_of
from training.relations.batches import Batch, batches
from training.relations.evaluate import figures, shown
from training.relations.examples import RELATIONS, UNKNOWN, Example, Reach, examples
from training.relations.model import Relations, Scores
from training.syntax.model import Sizes, from_minilm

log = logging.getLogger(__name__)

PIECES = 1500  # per batch, filling included
WARM_UP = 0.08
RATE_ENCODER, RATE_HEADS = 2.0e-4, 2e-3
WEIGHT = {
    "direction": 0.4, "relation": 0.12, "modality": 0.35, "attitude": 0.1,
    "trigger": 0.15, "source": 0.2, "against": 0.15,
}  # fmt: skip
POSITIVE = 1.5  # a missed relation weighs more than an invented one
SMOOTH = 0.03
EMPTY = 0.5  # share of the windows without a relation that an epoch sees


def loss(scores: Scores, batch: Batch) -> Tensor:
    """Add up signs over all pairs and slots over those that have a relation."""
    told = batch["signs"] != UNKNOWN
    target = batch["signs"][told].float()
    weight = torch.where(target > 0, POSITIVE, 1.0)
    smooth = target * (1 - 2 * SMOOTH) + SMOOTH
    total = functional.binary_cross_entropy_with_logits(
        scores.signs[told].float(), smooth, weight=weight, reduction="sum"
    ) / max(1.0, float((target > 0).sum()) * 2)
    for name, value in {**scores.slots, **scores.points}.items():
        aim = batch[name]
        if (aim != UNKNOWN).any():
            total = total + WEIGHT[name] * functional.cross_entropy(
                value.flatten(0, 1).float(), aim.flatten(), ignore_index=UNKNOWN
            )
    return total


def _drawn(data: list[Example], chance: random.Random) -> list[Example]:
    """Leave out a part of the windows without any relation, another in each epoch."""
    return [
        e for e in data
        if any(1 in signs for signs in e.signs) or chance.random() < EMPTY
    ]  # fmt: skip


def train(
    network: Relations, data: list[Example], dev: list[Example], args: argparse.Namespace
) -> None:
    """Run through the data; the weights of the last step are kept, figures printed each epoch."""
    chance = random.Random(args.seed)
    per_epoch = sum(1 for _ in batches(_drawn(data, chance), size=PIECES, chance=chance))
    steps = int(per_epoch * args.epochs)
    inside, heads = list[Tensor](), list[Tensor]()
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            (inside if name.startswith("layers") else heads).append(weight)
    adam = torch.optim.AdamW(
        [
            {"params": inside, "lr": args.rate * RATE_ENCODER},
            {"params": heads, "lr": args.rate * RATE_HEADS},
        ],
        weight_decay=0.01,
    )
    rate = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda at: min((at + 1) / (WARM_UP * steps), max(0.0, (steps - at) / steps))
    )
    log.info("%d windows, %d steps an epoch, %d steps", len(data), per_epoch, steps)
    step, begun, mean = 0, time.process_time(), 0.0
    while step < steps:
        network.train()
        for _, batch in batches(_drawn(data, chance), size=PIECES, chance=chance):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
                value = loss(network(batch), batch)
            adam.zero_grad(set_to_none=True)
            torch.autograd.backward(value)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            adam.step()
            rate.step()
            step += 1
            if step % 50 == 0:
                log.info("step %d, loss %.3f, %.0f CPU-s", step, mean, time.process_time() - begun)
            mean += 0.02 * (value.item() - mean) if step > 1 else value.item()
            if step >= steps:
                break
        spent = time.process_time() - begun
        log.info(
            "step %d, loss %.3f, %.0f CPU-s; %s", step, mean, spent, shown(figures(network, dev))
        )
        torch.save(network.state_dict(), args.out / "relations.pt")


def started(path: Path) -> dict[str, Tensor]:
    """Return the weights to start from: of the sentence encoder, or those of MiniLM itself."""
    if path.suffix == ".safetensors":
        return dict(from_minilm(path, Sizes(1, 1, 1, 1)).state_dict())
    return dict(torch.load(path, weights_only=True))


def windows_of(corpus: Path, *, coded: bool) -> tuple[dict[str, list[Example]], Reach]:
    """Return the windows to learn from and those to score on, and how many relations they show.

    coded: with the mentions as they were coded; else with those that the reader finds, and to learn
    from about a third of the reports with the coded ones as well.
    """
    gazetteer, encoder, reach = Gazetteer.load(), Encoder.load(), Reach()
    parts: dict[str, list[Example]] = {"train": [], "dev": []}
    for report in read_reports(corpus, strict=False):
        part = part_of(report.path.parent.name)
        if part in parts:
            parts[part] += examples([report], gazetteer, encoder, reach, by_hand=coded)
            if part == "train" and not coded and len(parts[part]) % 3 == 0:
                parts[part] += examples([report], gazetteer, encoder, Reach())
    return parts, reach


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("training/corpus/reports"))
    parser.add_argument("--start", type=Path, required=True, help="network.pt or relations.pt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--mentions", choices=("coded", "reader"), default="coded")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=float, default=8.0)
    parser.add_argument("--rate", type=float, default=1.0, help="multiplies the learning rates")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast where the CPU can")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    parts, reach = windows_of(args.corpus, coded=args.mentions == "coded")
    log.info(
        "%s; %d of %d relations within reach",
        {k: len(v) for k, v in parts.items()},
        reach.shown,
        reach.coded,
    )
    network = Relations(args.layers, len(RELATIONS))
    network.start_from(started(args.start))
    (args.out / "labels.json").write_text(json.dumps({"relations": RELATIONS}) + "\n")
    train(network, parts["train"], parts["dev"], args)


if __name__ == "__main__":
    main()
