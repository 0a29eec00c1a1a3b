"""Lays examples side by side as tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from examples import Example

from dostyk.trained.heads import IMPLIED, KINDS, SLOTS
from dostyk.trained.pieces import vocabulary


@dataclass(slots=True)
class Batch:
    """Windows side by side, and the statements in them one after another."""

    examples: list[Example]
    inputs: tuple[torch.Tensor, ...]
    triggers: torch.Tensor
    counts: torch.Tensor
    absent: torch.Tensor
    homes: torch.Tensor
    kinds: torch.Tensor
    starts: torch.Tensor
    ends: torch.Tensor
    slots: torch.Tensor
    modality: torch.Tensor
    statistic: torch.Tensor
    measure: torch.Tensor
    implied: torch.Tensor
    windows: int


def batches(examples: Sequence[Example], measures: Sequence[str], size: int, chance: random.Random | None) -> list[Batch]:
    """Cut examples into batches of about `size` pieces, those of like length together; shuffled where a chance is given."""
    lengths = {id(e): 2 + sum(len(w.pieces) for w in e.window.words) for e in examples}
    order = list(examples)
    if chance is not None:
        chance.shuffle(order)
    order.sort(key=lambda e: lengths[id(e)] // 24)
    groups: list[list[Example]] = []
    for example in order:
        if not groups or lengths[id(example)] * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(example)
    if chance is not None:
        chance.shuffle(groups)
    return [batch(g, measures) for g in groups]


def batch(examples: list[Example], measures: Sequence[str]) -> Batch:
    """Lay examples side by side."""
    known = vocabulary()
    rows = max(2 + sum(len(w.pieces) for w in e.window.words) for e in examples)
    words = max(len(e.window.words) for e in examples)
    ids, segments, types, shapes, forms = (torch.zeros(len(examples), rows, dtype=torch.long) for _ in range(5))
    mask = torch.zeros(len(examples), rows, dtype=torch.long)
    firsts = torch.zeros(len(examples), words, dtype=torch.long)
    absent = torch.ones(len(examples), words, dtype=torch.bool)
    triggers = torch.zeros(len(examples), words, 2 * len(KINDS))
    counts = torch.zeros(len(examples), words, 2 * len(KINDS))
    for i, e in enumerate(examples):
        at = 1
        ids[i, 0] = known["[CLS]"]
        for j, w in enumerate(e.window.words):
            firsts[i, j] = at
            absent[i, j] = False
            counts[i, j] = e.weight if w.inside else 0.0
            for p in w.pieces:
                ids[i, at], segments[i, at], types[i, at], shapes[i, at], forms[i, at] = p, int(w.inside), w.span, w.shape, w.form
                at += 1
        ids[i, at] = known["[SEP]"]
        mask[i, : at + 1] = 1
        for t in e.targets:
            if t.needed:
                triggers[i, t.start, 2 * t.kind] = 1
                triggers[i, t.start + 1 : t.end + 1, 2 * t.kind + 1] = 1
            else:
                counts[i, t.start : t.end + 1, 2 * t.kind : 2 * t.kind + 2] = 0
    targets = [(i, t) for i, e in enumerate(examples) for t in e.targets]
    slots = torch.zeros(len(targets), words, dtype=torch.long)
    implied = torch.zeros(len(targets), len(IMPLIED))
    for k, (i, t) in enumerate(targets):
        slots[k, absent[i]] = -100
        for slot, first, last in sorted(t.links, key=lambda link: link[2] - link[1]):
            if (slots[k, first : last + 1] > 0).any():
                continue
            slots[k, first] = 1 + 2 * slot
            slots[k, first + 1 : last + 1] = 2 + 2 * slot
        for slot in t.implied:
            implied[k, slot] = 1
    index = {m: n for n, m in enumerate(measures)}
    indicator = KINDS.index("Indicator")
    assert 2 * len(SLOTS) + 1 > int(slots.max()) if len(targets) else True

    def each(values: list[int]) -> torch.Tensor:
        return torch.tensor(values, dtype=torch.long)

    homes, kinds = each([i for i, _ in targets]), each([t.kind for _, t in targets])
    starts, ends = each([t.start for _, t in targets]), each([t.end for _, t in targets])
    modality, statistic = each([t.modality for _, t in targets]), each([t.statistic for _, t in targets])
    measure = each([index.get(t.measure, 0) if t.kind == indicator else -100 for _, t in targets])
    inputs = (ids, segments, types, shapes, forms, mask, firsts)
    return Batch(
        examples, inputs, triggers, counts, absent, homes, kinds, starts, ends, slots, modality, statistic, measure, implied, len(examples)
    )  # fmt: skip
