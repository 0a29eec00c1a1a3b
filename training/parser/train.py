"""Turn prepared trees into the parser's model, and report attachment on the held-out parts."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

import parser as parsing  # noqa: E402
import trees  # noqa: E402
from parser import SHIFT, Lanes, State, label_features, move_features  # noqa: E402
from trees import Tree  # noqa: E402

LANE, WIDE = 32, 80  # bits a class has in training, and in the running totals that averaging needs


class Weights:
    """An averaged perceptron of a few classes."""

    def __init__(self, count: int) -> None:
        self.count, self.lanes = count, Lanes(count, LANE)
        self.now: dict[str, int] = {}
        self.total: dict[str, int] = {}
        self.step = 0

    def scores(self, names: list[str]) -> tuple[int, ...]:
        return self.lanes.scores(self.now, names)

    def correct(self, names: list[str], plus: int, minus: int) -> None:
        change = (1 << LANE * plus) - (1 << LANE * minus)
        wide = self.step * ((1 << WIDE * plus) - (1 << WIDE * minus))
        now, total = self.now, self.total
        for name in names:
            now[name] = now.get(name, 0) + change
            total[name] = total.get(name, 0) + wide

    def averaged(self, scale: int, least: int) -> dict[str, bytes]:
        """Each feature's averaged weights, times the scale, one byte a class; rows of small weights are left out."""
        kept = {}
        for name, weight in self.now.items():
            pairs = zip(_lanes(weight, LANE, self.count), _lanes(self.total[name], WIDE, self.count), strict=True)
            row = [max(-127, min(127, _rounded((now * self.step - past) * scale, self.step))) for now, past in pairs]
            if max(map(abs, row)) >= least:
                kept[name] = bytes(value + 128 for value in row)
        return kept


def _rounded(value: int, by: int) -> int:
    size = (abs(value) * 2 + by) // (2 * by)
    return size if value >= 0 else -size


def _lanes(number: int, bits: int, count: int) -> list[int]:
    half = 1 << (bits - 1)
    number += sum(half << (bits * at) for at in range(count))
    return [((number >> (bits * at)) & ((1 << bits) - 1)) - half for at in range(count)]


def costs(state: State, heads: list[int], dependents: list[list[int]]) -> tuple[int, int, int]:
    """How many gold arcs each move puts out of reach (the dynamic oracle of arc-hybrid, Goldberg and Nivre 2013); forbidden moves cost 1,000."""
    first, stack = state.first, state.stack
    shift, left, right = 1000, 1000, 1000
    if first < state.n:
        inside = stack[:-1]
        shift = sum(heads[d] == first for d in stack) + (heads[first] in inside)
    if stack:
        top = stack[-1]
        later = sum(d >= first for d in dependents[top])
        under = stack[-2] if len(stack) > 1 else -9
        left = later + (heads[top] == under or heads[top] > first)
        if len(stack) > 1:
            right = later + (heads[top] >= first)
    return shift, left, right


class Trainer:
    """Learns moves and labels together, following its own moves most of the time."""

    def __init__(self, labels: list[str], seed: int) -> None:
        self.labels, self.index = labels, {label: at for at, label in enumerate(labels)}
        self.moves, self.arcs = Weights(3), Weights(len(labels))
        self.chance = random.Random(seed)

    def learn(self, tree: Tree, explore: float) -> int:
        """Parse one sentence, correcting the weights at every costly move and wrong label; return the number of costly moves."""
        state = State(tree.forms, tree.tags)
        n = state.n
        heads = [head if head >= 0 else n for head in tree.heads]
        dependents: list[list[int]] = [[] for _ in range(n + 1)]
        for token, head in enumerate(heads):
            dependents[head].append(token)
        wrong = 0
        while state.first < n or state.stack:
            if state.allowed() == (True, False, False):
                state.apply(SHIFT)
                continue
            names = move_features(state)
            scores = self.moves.scores(names)
            guess = parsing.best_move(state, scores)
            cost = costs(state, heads, dependents)
            self.moves.step += 1
            move, least = guess, min(cost)
            if cost[guess] > least:
                wrong += 1
                best = max((m for m in range(3) if cost[m] == least), key=lambda m: (scores[m], -m))
                self.moves.correct(names, best, guess)
                move = guess if self.chance.random() < explore else best
            state.apply(move, self.label(state, tree, heads, move) if move != SHIFT else "")
        return wrong

    def label(self, state: State, tree: Tree, heads: list[int], move: int) -> str:
        head, dependent = state.arc(move)
        names = label_features(state, head, dependent)
        scores = self.arcs.scores(names)
        guess = scores.index(max(scores))
        if heads[dependent] == head:
            self.arcs.step += 1
            gold = self.index[tree.labels[dependent]]
            if guess != gold:
                self.arcs.correct(names, gold, guess)
        return self.labels[guess]


def write(path: Path, labels: list[str], tables: list[dict[str, bytes]]) -> int:
    """Write the model the way `parser.load` reads it; return its size in bytes."""
    head: dict[str, object] = {"labels": labels, "tables": []}
    body = b""
    sizes = []
    for table in tables:
        names = sorted(table)
        text = "\n".join(names).encode("utf-8")
        sizes.append((len(text), len(names), len(table[names[0]])))
        body += text + b"".join(table[name] for name in names)
    head["tables"] = sizes
    data = zlib.compress(json.dumps(head, separators=(",", ":")).encode("ascii") + b"\n" + body, 9)
    path.write_bytes(data)
    return len(data)


def report(model: parsing.Parser, name: str, sample: list[Tree]) -> None:
    """Print attachment without punctuation, and speed."""
    total = unlabelled = labelled = words = 0
    began = time.process_time()
    for tree in sample:
        heads, labels = model.parse(tree.forms, tree.tags)
        words += len(heads)
        for at, label in enumerate(tree.labels):
            if label == "punct":
                continue
            total += 1
            if heads[at] == tree.heads[at]:
                unlabelled += 1
                labelled += labels[at] == label
    took = time.process_time() - began
    print(
        f"{name}: UAS {unlabelled / total:.4f} LAS {labelled / total:.4f} of {total} tokens without punctuation; {words / took:.0f} tokens/s CPU",
        flush=True,
    )


def main() -> None:
    """Train on one sort of tokens and report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="what prepare.py wrote")
    options.add_argument("--tokens", choices=("bank", "ours"), default="ours")
    options.add_argument("--output", type=Path, required=True)
    options.add_argument("--rounds", type=int, default=6)
    options.add_argument("--scale", type=int, default=4)
    options.add_argument("--least", type=int, default=3)
    options.add_argument("--part", type=int, default=1, help="train on every n-th sentence")
    chosen = options.parse_args()
    sample = [t for t in trees.load(chosen.data / f"train-{chosen.tokens}.jsonl")[:: chosen.part] if trees.projective(t.heads)]
    labels = sorted({label for tree in sample for label in tree.labels})
    trainer = Trainer(labels, 1)
    order = random.Random(2)
    for turn in range(chosen.rounds):
        began = time.process_time()
        order.shuffle(sample)
        wrong = sum(trainer.learn(tree, 0.9 if turn else 0.0) for tree in sample)
        print(f"round {turn + 1}: {wrong} costly moves, {len(trainer.moves.now)} features, {time.process_time() - began:.0f} s CPU", flush=True)
    tables = [weights.averaged(chosen.scale, chosen.least) for weights in (trainer.moves, trainer.arcs)]
    size = write(chosen.output, labels, tables)
    print(f"{len(sample)} sentences; {[len(table) for table in tables]} features kept; {size} bytes")
    model = parsing.load(chosen.output)
    for name in ("ewt-dev", "gum-dev"):
        report(model, name, trees.load(chosen.data / f"{name}-{chosen.tokens}.jsonl"))


if __name__ == "__main__":
    main()
