"""Turn a word and its neighbours into the features that the English tagger weighs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

PLACEHOLDER = "\ue000"
"""A word that begins with this stands for a typed span; its second character is the class: D date, Q quantity, P name."""

_DIGITS = str.maketrans("123456789", "000000000")
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011", "''\"\"--")
_INFLECTIONS = (
    ("s", (("VB", "VBZ"), ("NN", "NNS"))),
    ("es", (("VB", "VBZ"), ("NN", "NNS"))),
    ("ed", (("VB", "VBD"),)),
    ("ing", (("VB", "VBG"),)),
    ("er", (("JJ", "JJR"),)),
    ("est", (("JJ", "JJS"),)),
    ("ly", (("JJ", "RB"),)),
)


class WordForm(NamedTuple):
    """What features need to know of a word type: normal form, shape, endings and the tags it was seen with."""

    lower: str
    shape: str
    ending: str
    classes: str


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
    return WordForm(lower, shape_of(plain), lower[-3:], classes.get(lower) or guessed_class(lower, classes))


def guessed_class(lower: str, classes: dict[str, str]) -> str:
    """Return the tags a rare word may carry as an inflection, or the base, of frequent ones, after "~"; "?" if none is known."""
    found: list[str] = []
    for ending, tags in _INFLECTIONS:
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            stem = lower[: -len(ending)]
            stems = (stem, stem + "e", stem[:-1] + "y" if stem[-1] == "i" else stem[:-1] if stem[-1] == stem[-2] else stem)
            seen = "|".join(classes.get(one, "") for one in stems).split("|")
            found.extend(tag for base, tag in tags if base in seen)
    if not found and lower.isalpha():
        for ending, tag, base in (("s", "VBZ", "VB"), ("ed", "VBD", "VB"), ("d", "VBD", "VB"), ("s", "NNS", "NN")):
            if tag in classes.get(lower + ending, "").split("|") and base not in found:
                found.append(base)
    return "~" + "|".join(found) if found else "?"


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
    if form.classes[0] in "?~":
        found.extend(("u" + form.shape + lower[-2:], "u" + mode + form.shape + lower[-3:]))
    return found


def side_features(mark: str, form: WordForm) -> list[str]:
    """Return the features of a neighbouring word, at the position named by the mark."""
    return [mark + "w" + form.lower, mark + "s" + form.ending, mark + "c" + form.shape, mark + "a" + form.classes]


def far_features(mark: str, form: WordForm) -> list[str]:
    """Return the features of a word two places away, at the position named by the mark."""
    return [mark + "w" + form.lower, mark + "a" + form.classes]


def first_feature(mode: str, form: WordForm) -> str:
    """Return the feature of a sentence's first word."""
    return "f" + mode + form.shape


JOINT = "0123456789=!"
"""What the names of joint features begin with; no other feature does."""


def joint_features(before: WordForm, form: WordForm, after: WordForm, tag1: str, tag2: str) -> tuple[str, ...]:
    """Return the features that join a word with its neighbours and with the tags given to the one and two words before it."""
    return (
        *tags_features(tag1, tag2, form.classes),
        *word_features(tag1, form),
        *class_features(tag1, form.classes, after.classes),
        *pair_features(before, form, after),
    )


def tags_features(tag1: str, tag2: str, classes: str) -> tuple[str, ...]:
    """Return the joint features of the tags before a word and the tags it was seen with."""
    return ("1" + tag1, f"2{tag2} {tag1}", f"0{tag2} {tag1} {classes}")


def word_features(tag1: str, form: WordForm) -> tuple[str, ...]:
    """Return the joint features of the tag before a word and the word."""
    return (f"3{tag1} {form.lower}", f"4{tag1} {form.ending}", f"5{tag1} {form.classes}")


def class_features(tag1: str, classes: str, follow: str) -> tuple[str, ...]:
    """Return the joint features of the tag before a word and the tags that it and the word after it were seen with."""
    return (f"6{tag1} {follow}", f"7{classes} {follow}", f"={tag1} {classes} {follow}")


def pair_features(before: WordForm, form: WordForm, after: WordForm) -> tuple[str, ...]:
    """Return the joint features of a word and its neighbours."""
    return (f"8{before.lower} {form.lower}", f"9{form.lower} {after.lower}", f"!{form.lower} {after.classes}")
