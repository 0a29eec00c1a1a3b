"""Turn treebanks into the English tagger's model, and report its figures on the held-out parts."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import zlib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE)]

import augment  # noqa: E402
import lexicon  # noqa: E402
import treebank  # noqa: E402
from lexicon import Lexicon  # noqa: E402
from perceptron import Trainer  # noqa: E402
from treebank import Token  # noqa: E402

from dostyk.languages.en import features, tagger  # noqa: E402

AFFAIRS_COPIES = 3  # how often the hand-tagged sentences are shown in a round


def epochs(trainer: Trainer, sentences: list[list[Token]], rounds: int, seed: int) -> None:
    """Show the trainer all sentences in a new order each round, with copies of some (headlines, placeholders, whole hyphens)."""
    chance = random.Random(seed)
    for turn in range(rounds):
        began = time.perf_counter()
        batch = list(sentences)
        for sentence in sentences:
            roll = chance.random()
            if roll < 0.08:
                batch.append(augment.title_case(sentence))
            elif roll < 0.11:
                batch.append(augment.upper_case(sentence))
            if chance.random() < 0.3:
                copy = augment.collapsed(sentence)
                if len(copy) != len(sentence):
                    batch.append(copy)
            if chance.random() < 0.5:
                copy = augment.made_whole(sentence)
                if len(copy) != len(sentence):
                    batch.append(copy)
        chance.shuffle(batch)
        wrong = sum(trainer.learn(sentence) for sentence in batch)
        print(f"round {turn + 1}: {wrong} wrong, {len(trainer.weights)} features, {time.perf_counter() - began:.0f} s", flush=True)


def write(path: Path, words: Lexicon, rows: dict[str, list[int]]) -> int:
    """Write the model the way `tagger.load` reads it; return its size in bytes."""
    names = sorted(rows, key=lambda name: (name[0] in features.JOINT, name))
    text = "\n".join(names).encode("utf-8")
    head = {
        "tags": words.tags,
        "names": len(text),
        "joint": sum(name[0] not in features.JOINT for name in names),
        "known": _grouped(words.known),
        "classes": _grouped(words.classes),
        "closed": words.closed,
    }
    line = json.dumps(head, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    body = b"".join(bytes(value + 128 for value in rows[name]) for name in names)
    data = zlib.compress(line + b"\n" + text + body, 9)
    path.write_bytes(data)
    return len(data)


def _grouped(pairs: dict[str, str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for word in sorted(pairs):
        groups.setdefault(pairs[word], []).append(word)
    return dict(sorted(groups.items()))


def report(model: tagger.Tagger, name: str, sentences: list[list[Token]], seen: set[str]) -> None:
    """Print accuracy over all words and over unseen ones, the commonest confusions, and the speed."""
    words = [[token.word for token in sentence] for sentence in sentences]
    for sample in words:
        model.tag(sample)
    began = time.perf_counter()
    found = [model.tag(sample) for sample in words]
    took = time.perf_counter() - began
    right = total = new = new_right = noun_verb = 0
    confusions: Counter[tuple[str, str]] = Counter()
    for sentence, tags in zip(sentences, found, strict=True):
        for token, tag in zip(sentence, tags, strict=True):
            total += 1
            right += tag == token.tag
            if token.word not in seen:
                new += 1
                new_right += tag == token.tag
            if tag != token.tag:
                confusions[token.tag, tag] += 1
                noun_verb += {tag[:2], token.tag[:2]} == {"NN", "VB"}
    print(f"{name}: {right / total:.4f} of {total}; unseen words {new_right / new:.4f} of {new}; ", end="")
    print(f"noun-verb {noun_verb / total:.4f}; {total / took:.0f} words/s")
    print("  " + ", ".join(f"{gold}>{tag} {count}" for (gold, tag), count in confusions.most_common(14)))


def main() -> None:
    """Train twice, the second time on the features that were corrected often enough in the first, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--rounds", type=int, nargs=2, default=(6, 8))
    parser.add_argument("--updates", type=int, default=4, help="corrections a feature needs in the first training to be in the second")
    parser.add_argument("--least", type=int, default=3, help="weight a feature needs to be kept")
    parser.add_argument("--scale", type=int, default=4)
    options = parser.parse_args()
    banks = [sentence for name in ("ewt-train", "gum-train") for sentence in treebank.read(options.treebanks / f"{name}.conllu")]
    affairs = treebank.read_slashed(HERE / "affairs_train.txt")
    words = lexicon.build(banks)
    trainer = Trainer(words)
    epochs(trainer, banks + AFFAIRS_COPIES * affairs, options.rounds[0], 1)
    enough = {name for name, count in trainer.updates.items() if count >= options.updates}
    trainer = Trainer(words, enough)
    epochs(trainer, banks + AFFAIRS_COPIES * affairs, options.rounds[1], 2)
    rows = trainer.averaged(options.scale)
    kept = {name: row for name, row in rows.items() if max(map(abs, row)) >= options.least}
    size = write(options.output, words, kept)
    print(f"{len(rows)} features, {len(kept)} kept, {size} bytes, {len(words.known)} known, {len(words.classes)} classes")
    began = time.perf_counter()
    model = tagger.load(options.output.read_bytes())
    print(f"load {1000 * (time.perf_counter() - began):.0f} ms")
    seen = {token.word for sentence in banks + affairs for token in sentence}
    report(model, "affairs-dev", treebank.read_slashed(HERE / "affairs_dev.txt"), seen)
    for name in ("ewt-dev", "gum-dev"):
        sentences = list(treebank.read(options.treebanks / f"{name}.conllu"))
        report(model, name, sentences, seen)
        for copy in (augment.title_case, augment.upper_case, augment.collapsed, augment.made_whole):
            report(model, f"{name} {copy.__name__}", [copy(sentence) for sentence in sentences], seen)


if __name__ == "__main__":
    main()
