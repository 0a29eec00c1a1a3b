"""Turn the words of one English sentence into Penn Treebank part-of-speech tags.

An averaged perceptron, decoded greedily from left to right. The weights of one feature
(one byte a tag) are the 16-bit lanes of one Python integer, so that adding integers adds the scores of all tags at once: the same result on
every processor, and quick without numpy. Trained by `training/tagger/train.py`; described in `docs/models/tagger.md`.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dostyk.languages.en.lemmas import lemma

__all__ = ["PLACEHOLDER", "lemma", "tag"]

PLACEHOLDER = "\ue000"
"""A word that begins with this stands for a typed span; its second character is the class: D date, Q quantity, P name."""

FIXED = {"D": "NNP", "Q": "CD", "P": "NNP"}
CACHE_LIMIT = 50_000  # distinct words kept with their feature sums; about 60 MB at most

_DIGITS = str.maketrans("123456789", "000000000")
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011", "''\"\"--")


class WordForm(NamedTuple):
    """What features need to know of a word type: normal form, shape, endings and the tags it was seen with."""

    lower: str
    shape: str
    ending: str
    classes: str


class WordScores(NamedTuple):
    """A word type with the summed weights it contributes in each position, as lanes."""

    form: WordForm
    here: int
    left: int
    right: int
    left2: int
    right2: int


def normal(word: str) -> str:
    """Return the word with straight quotes, plain hyphens and every digit as 0; of a placeholder, the mark and class only."""
    if word[:1] == PLACEHOLDER:
        return word[:2]
    if word.isascii():
        return word if word.isalpha() else word.translate(_DIGITS)
    return word.translate(_QUOTES).translate(_DIGITS)


def shape_of(word: str) -> str:
    """Return runs of upper case, lower case, digits and other characters as X, x, 0 and the character itself."""
    if word[:1] == PLACEHOLDER:
        return word[:2]
    out: list[str] = []
    for char in word[:24]:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "0" if char.isdigit() else char
        if not out or out[-1] != kind:
            out.append(kind)
    return "".join(out) + (str(len(word)) if len(word) < 3 else "")


def case_mode(words: Sequence[str]) -> str:
    """Return "U" for a sentence in capitals, "T" for one in Title Case, "N" for any other, "S" for one too short to tell."""
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    if len(long) < 3:
        return "U" if long and all(word.isupper() for word in long) and len(words) > 1 else "S"
    if all(word.isupper() for word in long):
        return "U"
    lowered = sum(1 for word in long if word[0].islower())
    return "T" if lowered * 8 <= len(long) else "N"


def form_of(word: str, classes: dict[str, str]) -> WordForm:
    """Return what features need to know of a word, `classes` being the tags that frequent words were seen with."""
    plain = normal(word)
    lower = plain.lower()
    return WordForm(lower, shape_of(plain), lower[-3:], classes.get(lower, "?"))


def here_features(word: str, form: WordForm, mode: str) -> list[str]:
    """Return the features of the word to be tagged itself, under the sentence's case mode."""
    lower = form.lower
    found = ["b", "w" + lower, "c" + mode + form.shape, "a" + form.classes, "m" + mode + form.classes + ("X" if word[:1].isupper() else "x")]
    if mode in "NS":
        found.append("W" + word)
    found.extend(f"s{lower[-size:]}" for size in range(1, 6) if len(lower) > size)
    found.extend(f"h{lower[:size]}" for size in range(1, 5) if len(lower) > size)
    if "-" in lower[1:-1]:
        head, _, tail = lower.rpartition("-")
        found.extend(("-" + tail, "-s" + tail[-3:], "-h" + head))
    if form.classes == "?":
        found.extend(("u" + form.shape + lower[-2:], "u" + mode + form.shape + lower[-3:]))
    return found


def side_features(mark: str, form: WordForm) -> list[str]:
    """Return the features of a neighbouring word, at the position named by the mark."""
    return [mark + "w" + form.lower, mark + "s" + form.ending, mark + "c" + form.shape, mark + "a" + form.classes]


def far_features(mark: str, form: WordForm) -> list[str]:
    """Return the features of a word two places away, at the position named by the mark."""
    return [mark + "w" + form.lower, mark + "a" + form.classes]


def joint_features(before: WordForm, form: WordForm, after: WordForm, tag1: str, tag2: str) -> tuple[str, ...]:
    """Return the features that join a word with its neighbours and with the tags given to the one and two words before it."""
    lower, classes, follow = form.lower, form.classes, after.classes
    return (
        "1" + tag1,
        f"2{tag2} {tag1}",
        f"3{tag1} {lower}",
        f"4{tag1} {form.ending}",
        f"5{tag1} {classes}",
        f"6{tag1} {follow}",
        f"7{classes} {follow}",
        f"8{before.lower} {lower}",
        f"9{lower} {after.lower}",
        f"0{tag2} {tag1} {classes}",
        f"={tag1} {classes} {follow}",
        f"!{lower} {follow}",
    )


class Tagger:
    """A trained model: tags, tag dictionary, tag classes of frequent words, and weights by feature."""

    def __init__(self, tags: list[str], known: dict[str, str], classes: dict[str, str], weights: dict[str, int]) -> None:
        self.tags = tags
        self.known = known
        self.classes = classes
        self.weights = weights
        self._unpack = struct.Struct(f"<{len(tags)}H").unpack
        self._caches: dict[str, dict[str, WordScores]] = {mode: {} for mode in "NSTU"}
        self._edges = self._score("", "N"), self._score(" ", "N")

    def _score(self, word: str, mode: str) -> WordScores:
        get = self.weights.get
        form = form_of(word, self.classes)

        def total(features: list[str]) -> int:
            return sum(get(feature, 0) for feature in features)

        return WordScores(
            form,
            total(here_features(word, form, mode)),
            total(side_features("l", form)),
            total(side_features("r", form)),
            total(far_features("L", form)),
            total(far_features("R", form)),
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

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag a word."""
        mode = case_mode(words)
        scores = self._scores(words, mode)
        known, tags, unpack, get = self.known, self.tags, self._unpack, self.weights.get
        size = 2 * len(tags)
        first = get("f" + mode + scores[2].form.shape, 0)
        found: list[str] = []
        tag1 = tag2 = "^"
        for at, word in enumerate(words):
            tag = known.get(word)
            if tag is None and word[:1] == PLACEHOLDER:
                tag = FIXED.get(word[1:2], "NNP")
            if tag is None:
                back2, back, entry, front, front2 = scores[at : at + 5]
                total = first + entry.here + back.left + front.right + back2.left2 + front2.right2
                for feature in joint_features(back.form, entry.form, front.form, tag1, tag2):
                    value = get(feature)
                    if value is not None:
                        total += value
                lanes = unpack(total.to_bytes(size, "little"))
                tag = tags[lanes.index(max(lanes))]
            found.append(tag)
            tag2, tag1 = tag1, tag
            first = 0
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
    size, read = 2 * len(head["tags"]), int.from_bytes
    whole = bytes(lanes)
    weights = {name: read(whole[at : at + size], "little") for name, at in zip(names, range(0, len(whole), size), strict=True)}
    known = {word: tag for tag, words in head["known"].items() for word in words}
    classes = {word: kind for kind, words in head["classes"].items() for word in words}
    return Tagger(head["tags"], known, classes, weights)


@cache
def _model() -> Tagger:
    from importlib.resources import files

    return load(files("dostyk.languages.en").joinpath("tagger.bin").read_bytes())


def tag(words: Sequence[str]) -> list[str]:
    """Return the Penn Treebank tag of each word of one sentence; a typed placeholder gets its class's fixed tag."""
    return _model().tag(words) if words else []
