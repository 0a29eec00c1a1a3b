"""Turn tagged sentences into averaged weights of the tagger's features."""

from __future__ import annotations

import struct
from collections import Counter

from lexicon import Lexicon
from treebank import Token

from dostyk.languages.en import features, tagger

LANE = 32  # bits a tag has in training; sums stay far below 2**31
WIDE = 80  # bits a tag has in the running totals that averaging needs


class Trainer:
    """An averaged perceptron over the tagger's own features, with weights as lanes of integers."""

    def __init__(self, lexicon: Lexicon, allowed: set[str] | None = None) -> None:
        self.lexicon, self.allowed = lexicon, allowed
        self.tags = tags = lexicon.tags
        self.permitted = tagger.permitted(tags, lexicon.closed, LANE, 1 << 24)
        self.index = {tag: at for at, tag in enumerate(tags)}
        self.weights: dict[str, int] = {}
        self.totals: dict[str, int] = {}
        self.updates: Counter[str] = Counter()
        self.step = 0
        self.bias = sum(1 << (LANE * at + LANE - 1) for at in range(len(tags)))
        self.unpack = struct.Struct(f"<{len(tags)}I").unpack
        self.forms: dict[str, features.WordForm] = {}
        self.lists: dict[tuple[str, str], list[str]] = {}

    def form(self, word: str) -> features.WordForm:
        found = self.forms.get(word)
        if found is None:
            found = self.forms[word] = features.form_of(word, self.lexicon.classes)
        return found

    def features(self, mark: str, word: str, mode: str = "") -> list[str]:
        key = (mark + mode, word)
        found = self.lists.get(key)
        if found is None:
            form = self.form(word)
            if mark == "h":
                found = features.here_features(word, form, mode)
            elif mark in "lr":
                found = features.side_features(mark, form)
            else:
                found = features.far_features(mark, form)
            self.lists[key] = found
        return found

    def learn(self, sentence: list[Token]) -> int:
        """Tag one sentence, correcting the weights at every wrong tag; return the number of wrong tags."""
        words = [token.word for token in sentence]
        mode = features.case_mode(words)
        padded = ["", "", *words, " ", " "]
        tag1 = tag2 = "^"
        wrong = 0
        weights = self.weights
        for at, token in enumerate(sentence):
            tag = self.lexicon.known.get(token.word)
            if tag is None and token.word[:1] == features.PLACEHOLDER:
                tag = token.tag
            if tag is None:
                left2, left, here, right, right2 = padded[at : at + 5]
                names = [
                    *self.features("h", here, mode),
                    *self.features("l", left),
                    *self.features("r", right),
                    *self.features("L", left2),
                    *self.features("R", right2),
                    *features.joint_features(self.form(left), self.form(here), self.form(right), tag1, tag2),
                ]
                if at == 0:
                    names.append(features.first_feature(mode, self.form(here)))
                total = self.bias + self.permitted(self.form(here))
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
