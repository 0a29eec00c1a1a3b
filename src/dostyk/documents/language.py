"""Text → its language: English by its commonest words, others by a language identifier that is loaded only then."""

from __future__ import annotations

import re

from dostyk.documents.words import table, words

SAMPLE = 20_000
ENGLISH_SHARE = 0.08
"""Share of function words above which Latin text is English; see data/language.toml for what other languages reach."""
FEW_LETTERS = 20
FEW_SIGNS = 6
"""Chinese characters, kana or syllables below which a text tells nothing; each is as good as a word."""
FEW_WORDS = 5
"""Different words below which a longer sample is no running text, but a word over and over."""
FOREIGN = 0.02
"""Share of letters that a language has not from which a text is not in it; names and quotations have some."""
PARAGRAPH = 120
"""Letters of a paragraph whose language can be told for itself; a Chinese character counts for four."""
LONGEST = 400_000
LONGEST_WORD = 200
"""Letters of a longer run that are no word of any language written with spaces."""
NO_LANGUAGE = "zxx"
"""What the identifier calls text in no language (ISO 639-2)."""


def language_of(text: str, declared: str | None = None) -> str | None:
    """Name the language (ISO 639-1) of a text; `declared` is what its markup says, believed only where the text is too short.

    Gives None for a text without letters that says nothing of its language.
    """
    sample = text[:SAMPLE]
    letters = sum(map(len, re.findall(r"[^\W\d_]+", sample)))
    if letters < FEW_LETTERS and not (letters >= FEW_SIGNS and _by_script(sample, letters)):
        return declared
    return _by_script(sample, letters) or ("en" if _is_english(sample, letters) else _identify(sample)) or declared


def _is_english(sample: str, letters: int) -> bool:
    found = re.findall(r"[A-Za-z]+", sample)
    if sum(map(len, found)) < 0.7 * letters:
        return False
    common = words("language.toml", "english")
    english = [word.lower() for word in found if word.lower() in common]
    return len(english) >= ENGLISH_SHARE * len(found) and len(set(english)) > 1


def _by_script(sample: str, letters: int) -> str | None:
    """Name a language that has a script of its own, as far as Chinese, Japanese and Korean have."""
    if len(re.findall(r"[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7a3]", sample)) < 0.3 * letters:
        return None
    if re.search(r"[\u3040-\u30ff]", sample):
        return "ja"
    return "ko" if re.search(r"[\uac00-\ud7a3]", sample) else "zh"


def _identify(sample: str) -> str | None:
    """Name the likeliest language that has an ISO 639-1 code; None for what is no running text of any, such as one word over and over."""
    from py3langid.langid import rank

    begun = sample[:4000]
    words = begun.split()
    if len(set(words)) < FEW_WORDS <= len(words) / 2 or max(map(len, words)) > LONGEST_WORD and begun.isascii():
        return None
    ranked = [str(code) for code, _ in rank(begun)]
    if ranked[0] == NO_LANGUAGE:
        return None
    known = [code for code in ranked if len(code) == 2]
    return next((code for code in known if not _is_foreign(begun, code)), known[0] if known else None)


def _is_foreign(text: str, language: str) -> bool:
    """Tell a text in Cyrillic with letters that a language has not, or a Latin one with the letter that only Azerbaijani has."""
    letters = re.findall(r"[\u0400-\u052f]", text.lower())
    alphabet = table("language.toml", "cyrillic").get(language)
    if not letters or alphabet is None:
        return "ə" in text.lower() and not letters and language != "az"
    return sum(letter not in alphabet for letter in letters) > FOREIGN * len(letters)


def languages_in(text: str) -> dict[str, float]:
    """Give the languages of a text's paragraphs with the share of letters in each, the commonest first; short paragraphs do not count."""
    counts: dict[str, int] = {}
    for paragraph in text[:LONGEST].split("\n\n"):
        letters = len(paragraph) - paragraph.count(" ")
        wide = 0 if paragraph.isascii() else len(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]", paragraph))
        if letters + 3 * wide >= PARAGRAPH:
            language = language_of(paragraph)
            if language is not None:
                counts[language] = counts.get(language, 0) + letters
    total = sum(counts.values())
    return {language: counts[language] / total for language in sorted(counts, key=lambda one: (-counts[one], one))}
