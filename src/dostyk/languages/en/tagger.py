"""Turn the words of one English sentence into Penn Treebank part-of-speech tags.

An averaged perceptron, decoded greedily from left to right. The weights of one feature (one byte a tag) are the 16-bit lanes of one Python
integer, so that adding integers adds the scores of all tags at once: the same result on every processor, and quick without numpy.
Trained by `training/tagger/train.py`; described in `docs/models/tagger.md`.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dostyk.languages.en import features
from dostyk.languages.en.features import PLACEHOLDER, WordForm
from dostyk.languages.en.lemmas import lemma

__all__ = ["PLACEHOLDER", "lemma", "tag"]

FIXED = {"D": "NNP", "Q": "CD", "P": "NNP"}
CACHE_LIMIT = 20_000  # distinct words kept with their feature sums, some 25 MB at most

_LEAD = 1 << 14  # what a permitted tag has over one that is not; sums of features stay below it


class WordScores(NamedTuple):
    """A word type with the summed weights it contributes in each position, as lanes."""

    form: WordForm
    here: int
    left: int
    right: int
    left2: int
    right2: int


@dataclass(frozen=True, slots=True)
class Model:
    """What training gives.

    `known` are words with one tag, `classes` the tags of frequent words ("NN|VB"), `closed` the words of each closed-class tag, `joint` the
    weights, as lanes, of features that join words and tags. Those of features of one word stand in `table`, at the offset in `places`.
    """

    tags: list[str]
    known: dict[str, str]
    classes: dict[str, str]
    closed: dict[str, list[str]]
    joint: dict[str, int]
    places: dict[str, int]
    table: bytes


def permitted(tags: list[str], closed: dict[str, list[str]], bits: int, lead: int) -> Callable[[WordForm], int]:
    """Return a function that gives a word's permitted tags a lead: all open tags, and the closed ones it was seen with."""
    lanes = {tag: lead << (bits * at) for at, tag in enumerate(tags)}
    default = sum(lane for tag, lane in lanes.items() if tag not in closed)
    words: dict[str, int] = {}
    for tag, members in closed.items():
        for word in members:
            words[word] = words.get(word, default) + lanes[tag]

    def lead_of(form: WordForm) -> int:
        return words.get(form.lower, default if form.shape[:1] in ("X", "x", "0") else 0)

    return lead_of


class Tagger:
    """A model at work, with the words met so far."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._lead = permitted(model.tags, model.closed, 16, _LEAD)
        self._unpack = struct.Struct(f"<{len(model.tags)}H").unpack
        self._caches: dict[str, dict[str, WordScores]] = {mode: {} for mode in "NSTU"}
        self._sums: dict[tuple[str, ...], int] = {}
        self._edges = self._score("", "N"), self._score(" ", "N")

    def _total(self, names: list[str]) -> int:
        places, table, size = self.model.places, self.model.table, 2 * len(self.model.tags)
        total = 0
        for name in names:
            at = places.get(name)
            if at is not None:
                total += int.from_bytes(table[at : at + size], "little")
        return total

    def _score(self, word: str, mode: str) -> WordScores:
        form = features.form_of(word, self.model.classes)
        return WordScores(
            form,
            self._total(features.here_features(word, form, mode)) + self._lead(form),
            self._total(features.side_features("l", form)),
            self._total(features.side_features("r", form)),
            self._total(features.far_features("L", form)),
            self._total(features.far_features("R", form)),
        )

    def _scores(self, words: Sequence[str], mode: str) -> list[WordScores]:
        stored = self._caches[mode]
        if len(stored) > CACHE_LIMIT:
            stored.clear()
        found = [self._edges[0], self._edges[0]]
        for word in words:
            entry = stored.get(word)
            if entry is None:
                entry = stored[word] = self._score(word, mode)
            found.append(entry)
        found.extend((self._edges[1], self._edges[1]))
        return found

    def _joined(self, before: WordForm, form: WordForm, after: WordForm, tag1: str, tag2: str) -> int:
        """Sum the weights of the joint features; those that recur with other neighbours are kept as sums."""
        known, sums, classes, follow = self.model.joint.get, self._sums, form.classes, after.classes
        first, second, third = (tag1, tag2, classes), (tag1, form.lower), (classes, follow, "=", tag1)
        by_tags, by_word, by_class = sums.get(first), sums.get(second), sums.get(third)
        if by_tags is None:
            by_tags = self._keep(first, features.tags_features(tag1, tag2, classes))
        if by_word is None:
            by_word = self._keep(second, features.word_features(tag1, form))
        if by_class is None:
            by_class = self._keep(third, features.class_features(tag1, classes, follow))
        total = by_tags + by_word + by_class
        for feature in features.pair_features(before, form, after):
            total += known(feature, 0)
        return total

    def _keep(self, key: tuple[str, ...], names: Iterable[str]) -> int:
        """Sum the weights of joint features and keep the sum under a key."""
        if len(self._sums) > CACHE_LIMIT:
            self._sums.clear()
        known = self.model.joint.get
        found = self._sums[key] = sum(known(name, 0) for name in names)
        return found

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag a word."""
        mode = features.case_mode(words)
        scores = self._scores(words, mode)
        known, tags, unpack, joined = self.model.known, self.model.tags, self._unpack, self._joined
        size = 2 * len(tags)
        found: list[str] = []
        tag1 = tag2 = "^"
        for at, word in enumerate(words):
            tag = known.get(word)
            if tag is None and word[:1] == PLACEHOLDER:
                tag = FIXED.get(word[1:2], "NNP")
            if tag is None:
                back2, back, entry, front, front2 = scores[at : at + 5]
                total = entry.here + back.left + front.right + back2.left2 + front2.right2
                if at == 0:
                    total += self._total([features.first_feature(mode, entry.form)])
                total += joined(back.form, entry.form, front.form, tag1, tag2)
                lanes = unpack(total.to_bytes(size, "little"))
                tag = tags[lanes.index(max(lanes))]
            found.append(tag)
            tag2, tag1 = tag1, tag
        return found


def load(data: bytes) -> Tagger:
    """Read a model as `training/tagger/train.py` writes it: zlib of a JSON line, the features, and one byte a feature and tag."""
    import json
    import zlib

    raw = zlib.decompress(data)
    head_end = raw.index(b"\n")
    head = json.loads(raw[:head_end])
    names_end = head_end + 1 + head["names"]
    names = raw[head_end + 1 : names_end].decode("utf-8").split("\n")
    lanes = bytearray(2 * (len(raw) - names_end))
    lanes[0::2] = raw[names_end:]
    table, size, first = bytes(lanes), 2 * len(head["tags"]), head["joint"]
    starts = range(size * first, len(table), size)
    joint = {name: int.from_bytes(table[at : at + size], "little") for name, at in zip(names[first:], starts, strict=True)}
    places = dict(zip(names[:first], range(0, size * first, size), strict=True))
    known = {word: tag for tag, words in head["known"].items() for word in words}
    classes = {word: kind for kind, words in head["classes"].items() for word in words}
    return Tagger(Model(head["tags"], known, classes, head["closed"], joint, places, table))


@cache
def _tagger() -> Tagger:
    from importlib.resources import files

    return load(files("dostyk.languages.en").joinpath("tagger.bin").read_bytes())


def tag(words: Sequence[str]) -> list[str]:
    """Return the Penn Treebank tag of each word of one sentence; a typed placeholder gets its class's fixed tag."""
    return _tagger().tag(words) if words else []
