"""Turn treebanks into the English tagger's model, and report its figures on the held-out parts."""

from __future__ import annotations

import argparse
import json
import random
import struct
import sys
import time
import zlib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

import augment  # noqa: E402
import treebank  # noqa: E402
from treebank import Token  # noqa: E402

from dostyk.languages.en import tagger  # noqa: E402

LANE = 32  # bits a tag has in training; sums stay far below 2**31
WIDE = 80  # bits a tag has in the running totals that averaging needs


class Trainer:
    """An averaged perceptron over the tagger's own features, with weights as lanes of integers."""

    def __init__(self, tags: list[str], known: dict[str, str], classes: dict[str, str], allowed: set[str] | None = None) -> None:
        self.tags, self.known, self.classes, self.allowed = tags, known, classes, allowed
        self.index = {tag: at for at, tag in enumerate(tags)}
        self.weights: dict[str, int] = {}
        self.totals: dict[str, int] = {}
        self.updates: Counter[str] = Counter()
        self.step = 0
        self.bias = sum(1 << (LANE * at + LANE - 1) for at in range(len(tags)))
        self.unpack = struct.Struct(f"<{len(tags)}I").unpack
        self.forms: dict[str, tagger.WordForm] = {}
        self.lists: dict[tuple[str, str], list[str]] = {}

    def form(self, word: str) -> tagger.WordForm:
        found = self.forms.get(word)
        if found is None:
            found = self.forms[word] = tagger.form_of(word, self.classes)
        return found

    def features(self, mark: str, word: str, mode: str = "") -> list[str]:
        key = (mark + mode, word)
        found = self.lists.get(key)
        if found is None:
            form = self.form(word)
            if mark == "h":
                found = tagger.here_features(word, form, mode)
            elif mark in "lr":
                found = tagger.side_features(mark, form)
            else:
                found = tagger.far_features(mark, form)
            self.lists[key] = found
        return found

    def learn(self, sentence: list[Token]) -> int:
        """Tag one sentence, correcting the weights at every wrong tag; return the number of wrong tags."""
        words = [token.word for token in sentence]
        mode = tagger.case_mode(words)
        padded = ["", "", *words, " ", " "]
        tag1 = tag2 = "^"
        wrong = 0
        weights = self.weights
        for at, token in enumerate(sentence):
            tag = self.known.get(token.word)
            if tag is None and token.word[:1] == tagger.PLACEHOLDER:
                tag = token.tag
            if tag is None:
                left2, left, here, right, right2 = padded[at : at + 5]
                names = [
                    *self.features("h", here, mode),
                    *self.features("l", left),
                    *self.features("r", right),
                    *self.features("L", left2),
                    *self.features("R", right2),
                    *tagger.joint_features(self.form(left), self.form(here), self.form(right), tag1, tag2),
                ]
                if at == 0:
                    names.append("f" + mode + self.form(here).shape)
                total = self.bias
                for name in names:
                    value = weights.get(name)
                    if value is not None:
                        total += value
                lanes = self.unpack(total.to_bytes(LANE // 8 * len(self.tags), "little"))
                tag = self.tags[lanes.index(max(lanes))]
                self.step += 1
                if tag != token.tag:
                    wrong += 1
                    self.correct(names, tag, token.tag)
            tag2, tag1 = tag1, tag
        return wrong

    def correct(self, names: list[str], wrong: str, right: str) -> None:
        plus, minus = self.index[right], self.index[wrong]
        change = (1 << LANE * plus) - (1 << LANE * minus)
        wide = self.step * ((1 << WIDE * plus) - (1 << WIDE * minus))
        weights, totals, allowed = self.weights, self.totals, self.allowed
        for name in names:
            if allowed is None or name in allowed:
                weights[name] = weights.get(name, 0) + change
                totals[name] = totals.get(name, 0) + wide
                self.updates[name] += 1

    def averaged(self, scale: int) -> dict[str, list[int]]:
        """Return each feature's averaged weights, times the scale, as whole numbers from -127 to 127."""
        out = {}
        for name, weight in self.weights.items():
            now = _lanes(weight, LANE, len(self.tags))
            past = _lanes(self.totals[name], WIDE, len(self.tags))
            row = []
            for one, other in zip(now, past, strict=True):
                value = (one * self.step - other) * scale
                rounded = (abs(value) * 2 + self.step) // (2 * self.step)
                row.append(max(-127, min(127, rounded if value >= 0 else -rounded)))
            out[name] = row
        return out


def _lanes(number: int, bits: int, count: int) -> list[int]:
    half = 1 << (bits - 1)
    number += sum(half << (bits * at) for at in range(count))
    return [((number >> (bits * at)) & ((1 << bits) - 1)) - half for at in range(count)]


def tag_dictionary(sentences: list[list[Token]], least: int, share: float) -> dict[str, str]:
    """Return the words that are frequent and (nearly) always tagged alike."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for token in sentence:
            counts.setdefault(token.word, Counter())[token.tag] += 1
    known = {}
    for word in sorted(counts):
        total = sum(counts[word].values())
        tag, most = counts[word].most_common(1)[0]
        if total >= least and most >= share * total:
            known[word] = tag
    return known


def tag_classes(sentences: list[list[Token]], least: int, share: float) -> dict[str, str]:
    """Return for each frequent lower-case word form the tags it carries more than rarely."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for token in sentence:
            counts.setdefault(tagger.normal(token.word).lower(), Counter())[token.tag] += 1
    found = {tagger.PLACEHOLDER + kind: f"<{kind}>" for kind in "DPQ"}
    for word in sorted(counts):
        total = sum(counts[word].values())
        if total >= least:
            found[word] = "|".join(sorted(tag for tag, count in counts[word].items() if count >= share * total))
    return found


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
                copy = augment.hyphens_kept(sentence)
                if len(copy) != len(sentence):
                    batch.append(copy)
        chance.shuffle(batch)
        wrong = sum(trainer.learn(sentence) for sentence in batch)
        print(f"round {turn + 1}: {wrong} wrong, {len(trainer.weights)} features, {time.perf_counter() - began:.0f} s", flush=True)


def survivors(trainer: Trainer, rows: dict[str, list[int]], least: int, updates: int) -> dict[str, list[int]]:
    """Return the features that were corrected often enough and weigh enough to be kept."""
    return {name: row for name, row in rows.items() if trainer.updates[name] >= updates and max(map(abs, row)) >= least}


def write(path: Path, trainer: Trainer, rows: dict[str, list[int]]) -> int:
    """Write the model the way `tagger.load` reads it; return its size in bytes."""
    names = sorted(rows)
    text = "\n".join(names).encode("utf-8")
    head = {"tags": trainer.tags, "names": len(text), "known": _grouped(trainer.known), "classes": _grouped(trainer.classes)}
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


def report(model: tagger.Tagger, path: Path, seen: set[str]) -> None:
    """Print accuracy over all words and over unseen ones, the commonest confusions, and the speed."""
    sentences = list(treebank.read(path))
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
    print(f"{path.name}: {right / total:.4f} of {total}; unseen words {new_right / new:.4f} of {new}; ", end="")
    print(f"noun-verb {noun_verb / total:.4f}; {total / took:.0f} words/s")
    print("  " + ", ".join(f"{gold}>{tag} {count}" for (gold, tag), count in confusions.most_common(14)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--least", type=int, default=6)
    parser.add_argument("--updates", type=int, default=3)
    parser.add_argument("--scale", type=int, default=8)
    options = parser.parse_args()
    sentences = [sentence for name in ("ewt-train", "gum-train") for sentence in treebank.read(options.treebanks / f"{name}.conllu")]
    tags = sorted({token.tag for sentence in sentences for token in sentence})
    classes = tag_classes(sentences, 4, 0.03)
    known = tag_dictionary(sentences, 20, 0.997)
    trainer = Trainer(tags, known, classes)
    epochs(trainer, sentences, options.rounds, 1)
    rows = trainer.averaged(options.scale)
    kept = survivors(trainer, rows, options.least, options.updates)
    size = write(options.output, trainer, kept)
    print(f"{len(rows)} features, {len(kept)} kept, {size} bytes, {len(known)} known, {len(classes)} classes")
    began = time.perf_counter()
    model = tagger.load(options.output.read_bytes())
    print(f"load {1000 * (time.perf_counter() - began):.0f} ms")
    seen = {token.word for sentence in sentences for token in sentence}
    for name in ("ewt-dev", "gum-dev"):
        report(model, options.treebanks / f"{name}.conllu", seen)


if __name__ == "__main__":
    main()
