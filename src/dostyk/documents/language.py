"""Text → its language: English by its commonest words, others by a language identifier that is loaded only then."""

from __future__ import annotations

import re

from dostyk.documents.words import words

SAMPLE = 20_000
ENGLISH_SHARE = 0.08
"""Share of function words above which Latin text is English; see data/language.toml for what other languages reach."""
FEW_LETTERS = 20


def language_of(text: str, declared: str | None = None) -> str | None:
    """Name the language (ISO 639-1) of a text; `declared` is what its markup says, believed only where the text is too short.

    Gives None for a text without letters that says nothing of its language.
    """
    sample = text[:SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    if letters < FEW_LETTERS:
        return declared
    if _is_english(sample, letters):
        return "en"
    return _by_script(sample, letters) or _identify(sample) or declared


def _is_english(sample: str, letters: int) -> bool:
    found = re.findall(r"[A-Za-z]+", sample)
    if sum(map(len, found)) < 0.7 * letters:
        return False
    common = words("language.toml", "english")
    return sum(word.lower() in common for word in found) >= ENGLISH_SHARE * len(found)


def _by_script(sample: str, letters: int) -> str | None:
    """Name a language that has a script of its own, as far as Chinese, Japanese and Korean have."""
    if len(re.findall(r"[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7a3]", sample)) < 0.3 * letters:
        return None
    if re.search(r"[\u3040-\u30ff]", sample):
        return "ja"
    return "ko" if re.search(r"[\uac00-\ud7a3]", sample) else "zh"


def _identify(sample: str) -> str | None:
    from py3langid.langid import classify

    code: str = classify(sample[:4000])[0]
    return code or None
