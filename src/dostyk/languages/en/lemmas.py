"""Turn a tagged English word into its dictionary form.

`lemmas.tsv` holds what no rule gives: irregular forms (V, N, A, R, P with form and lemma), the verbs known (v) and the stem endings that want
their -e back (e). It is written by `training/tagger/lemmas.py` from the treebanks and a hand-written list.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

_CLASS = {"VB": "V", "MD": "V", "NN": "N", "JJ": "A", "RB": "R", "PR": "P"}
_VOWELS = frozenset("aeiouy")
_GRADED_E = ("g", "c", "v", "s", "u", "fin", "saf", "wid", "lat", "rar", "par", "pl", "bl", "tl", "gl", "dl")
_KEPT_DOUBLE = ("ss", "ll", "ff", "zz", "ee", "oo")


class Lexicon(NamedTuple):
    """Irregular forms by class and form, the verbs known, and the stem endings that take an -e."""

    irregular: dict[tuple[str, str], str]
    verbs: frozenset[str]
    endings: frozenset[str]


@lru_cache(maxsize=20_000)
def lemma(word: str, tag: str) -> str:
    """Return the dictionary form of a word with a Penn tag: lower case but for names, which stand as they are."""
    if tag[:3] == "NNP" or tag in ("CD", "FW") or not word:
        return word
    return lemma_by(_lexicon(), word, tag)


def lemma_by(lexicon: Lexicon, word: str, tag: str) -> str:
    """Return the dictionary form under a given lexicon; names must have been set aside."""
    form = word.lower().replace("\u2019", "'")
    known = lexicon.irregular.get((_CLASS.get(tag[:2], ""), form))
    if known is not None:
        return known
    if tag == "NNS":
        return singular(form)
    if tag == "VBZ":
        return third_person(form)
    if tag in ("VBD", "VBN", "VBG"):
        return _verb(lexicon, form)
    if tag in ("JJR", "RBR"):
        return _positive(form, "er")
    return _positive(form, "est") if tag in ("JJS", "RBS") else form


def singular(form: str) -> str:
    """Return the singular of a regular lower-case plural."""
    if form.endswith("men") and len(form) > 4:
        return form[:-2] + "an"
    if form.endswith("children"):
        return form.removesuffix("ren")
    if not form.endswith("s") or form[0].isdigit() or form.endswith(("ss", "us", "is")) or len(form) < 3:
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return form[:-2]
    return form[:-2] if form.endswith("'s") else form[:-1]


def third_person(form: str) -> str:
    """Return the base of a regular lower-case verb in -s."""
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith("ss") else form


def _verb(lexicon: Lexicon, form: str) -> str:
    """Return the base of a lower-case verb in -ed or -ing, the last part of a hyphenated one being what is looked up."""
    head, hyphen, last = form.rpartition("-")
    if hyphen:
        found = lexicon.irregular.get(("V", last))
        return head + hyphen + (found if found is not None else _verb(lexicon, last))
    if form.endswith("ied"):
        return form[:-3] + ("ie" if len(form) == 4 else "y")
    for ending in ("ing", "ed"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1 and not _VOWELS.isdisjoint(stem):
            return _base(lexicon, stem)
    return form


def _base(lexicon: Lexicon, stem: str) -> str:
    verbs = lexicon.verbs
    if _is_short(stem) and (stem + "e" in verbs or stem not in verbs):
        return stem + "e"
    if stem in verbs:
        return stem
    if stem + "e" in verbs:
        return stem + "e"
    doubled = stem[-1] == stem[-2]
    if doubled and stem[:-1] in verbs:
        return stem[:-1]
    for prefix in ("re", "un", "over", "under", "out", "co", "dis", "pre", "mis"):
        rest = stem.removeprefix(prefix)
        if rest != stem and len(rest) > 2 and (rest in verbs or rest + "e" in verbs):
            return prefix + (rest + "e" if rest + "e" in verbs and (rest not in verbs or _is_short(rest)) else rest)
    if doubled:
        return stem if stem.endswith(_KEPT_DOUBLE) and not (stem.endswith("ll") and _vowel_groups(stem) > 1) else stem[:-1]
    return stem + "e" if any(stem[-size:] in lexicon.endings for size in range(1, min(5, len(stem)) + 1)) else stem


def _is_short(stem: str) -> bool:
    """Tell whether a stem is one syllable of consonants, a vowel and a consonant, so that it would have doubled without -e."""
    return len(stem) > 1 and stem[-1] not in "aeiouwxy" and stem[-2] in _VOWELS and _VOWELS.isdisjoint(stem[:-2].removeprefix("qu"))


def _vowel_groups(stem: str) -> int:
    return sum(1 for at, char in enumerate(stem) if char in _VOWELS and (at == 0 or stem[at - 1] not in _VOWELS))


def _positive(form: str, ending: str) -> str:
    stem = form.removesuffix(ending)
    if stem == form or len(stem) < 3:
        return form
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and not stem.endswith(_KEPT_DOUBLE):
        return stem[:-1]
    return stem + "e" if stem.endswith(_GRADED_E) else stem


@cache
def _lexicon() -> Lexicon:
    from importlib.resources import files

    return parse(files("dostyk.languages.en").joinpath("lemmas.tsv").read_text(encoding="utf-8"))


def parse(text: str) -> Lexicon:
    """Read the lines of `lemmas.tsv`."""
    irregular: dict[tuple[str, str], str] = {}
    lists: dict[str, list[str]] = {"v": [], "e": []}
    for line in text.splitlines():
        kind, *fields = line.split("\t")
        if kind in lists:
            lists[kind].extend(fields[0].split(" "))
        elif len(fields) == 2:
            irregular[kind, fields[0]] = fields[1]
    return Lexicon(irregular, frozenset(lists["v"]), frozenset(lists["e"]))
