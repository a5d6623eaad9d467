"""Train the network: python -m training.syntax.train --data DIR --out DIR --base DIR."""

from __future__ import annotations

import argparse
import logging
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from tertius.reading.syntax.wordpieces import WordPieces
from training.syntax.batches import UNKNOWN, Batch, Example, batches
from training.syntax.classes import Classes, classes
from training.syntax.corpus import Corpus, training
from training.syntax.invented import cast, sentences
from training.syntax.mentions import kinds, tags
from training.syntax.model import Network, from_minilm

log = logging.getLogger(__name__)

PIECES = 768  # per batch, filling included
WARM_UP = 0.06  # share of the steps
RATE_ENCODER, RATE_HEADS = 1.5e-4, 2e-3
CLIP = 2.0
NAME_LOSS = 2.0  # names have a seventh of the sentences that trees have


def examples(corpus: Corpus, known: Classes) -> list[Example]:
    """Flatten a corpus into one list; the trees of GUM bring names along."""
    named = [sentence for part in corpus.names.values() for sentence in part]
    usual = kinds(named)
    ewt = [known.of_tree(tree) for tree in corpus.trees["ewt"]]
    gum = [known.of_tree(tree, tags(tree, usual)) for tree in corpus.trees["gum"]]
    return [*ewt, *gum, *(known.of_names(sentence) for sentence in named)]


def loss(network: Network, batch: Batch) -> Tensor:
    """Add up what the batch is annotated for."""
    h = network.encode(batch.ids, batch.shapes, batch.firsts)
    total = torch.zeros(())
    target = batch.targets
    if "heads" in target:
        arcs = network.arcs(h)
        beyond = batch.firsts == 0  # heads that only fill up; the root is no such head
        beyond[:, 0] = False
        total = total + _entropy(arcs.masked_fill(beyond[:, None], -1e4), target["heads"])
        total = total + _entropy(network.labels(h, target["heads"].clamp(min=0)), target["labels"])
        total = total + 0.5 * _entropy(network.upos(h[:, 1:]), target["upos"])
        total = total + 0.25 * _entropy(network.xpos(h[:, 1:]), target["xpos"])
    if "names" in target:
        total = total + NAME_LOSS * _entropy(network.names(h[:, 1:]), target["names"])
    return total


def _entropy(scores: Tensor, target: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.flatten(0, 1).float(), target.flatten(), ignore_index=UNKNOWN
    )


def optimizer(network: Network, *, scale: float) -> torch.optim.AdamW:
    """Let the new heads learn faster than the encoder."""
    encoder, heads = list[Tensor](), list[Tensor]()
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            inside = name.split(".")[0] in {"places", "shapes", "norm", "layers"}
            (encoder if inside else heads).append(weight)
    groups = [
        {"params": encoder, "lr": scale * RATE_ENCODER},
        {"params": heads, "lr": scale * RATE_HEADS},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def train(network: Network, data: list[Example], args: argparse.Namespace) -> None:
    """Run through the data `args.epochs` times; what was learned is kept every 500 steps."""
    tokenizer = WordPieces.load(args.base / "tokenizer.json")
    chance = random.Random(args.seed)
    per_epoch = sum(1 for _ in batches(data, tokenizer=tokenizer, size=PIECES, chance=chance))
    steps = int(per_epoch * args.epochs)
    adam = optimizer(network, scale=args.rate)
    rate = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda at: min((at + 1) / (WARM_UP * steps), max(0.0, (steps - at) / steps))
    )
    log.info("%d sentences, %d steps an epoch, %d steps", len(data), per_epoch, steps)
    network.train()
    step, begun, mean = 0, time.process_time(), 0.0
    while step < steps:
        for batch in batches(data, tokenizer=tokenizer, size=PIECES, chance=chance):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
                value = loss(network, batch)
            adam.zero_grad(set_to_none=True)
            torch.autograd.backward(value)
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            adam.step()
            rate.step()
            step += 1
            mean += 0.02 * (value.item() - mean) if step > 1 else value.item()
            if step % 50 == 0:
                spent = time.process_time() - begun
                log.info("step %d of %d, loss %.3f, %.0f CPU-s", step, steps, mean, spent)
            last = step in {steps, args.until}
            if step % 500 == 0 or last:
                torch.save(network.state_dict(), args.out / "network.pt")
            if last:
                return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud_ewt, gum, ...")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM files")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=4.0)
    parser.add_argument("--until", type=int, help="stop at this step, the rate not yet down to 0")
    parser.add_argument("--start", type=Path, help="go on from this network.pt")
    parser.add_argument("--rate", type=float, default=1.0, help="multiplies the learning rates")
    parser.add_argument("--invented", type=int, default=0, help="sentences made up from patterns")
    parser.add_argument("--gazetteer", type=Path, default=Path("src/tertius/gazetteer/data"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast where the CPU can")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    corpus = training(args.data)
    known = classes(tree for part in corpus.trees.values() for tree in part)
    known.write(args.out / "labels.json")
    network = from_minilm(args.base / "model.safetensors", known.sizes)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    data = examples(corpus, known)
    if args.invented:
        made_up = sentences(args.invented, cast(args.gazetteer), seed=args.seed)
        data += [known.of_tree(tree, tags) for tree, tags in made_up]
    train(network, data, args)


if __name__ == "__main__":
    main()
