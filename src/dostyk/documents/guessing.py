"""Bytes in an old encoding that nothing names → the encoding: by how the letters fall into words, else by charset-normalizer.

A library that measures chaos alone takes Cyrillic in KOI8-U for Japanese, and French or Spanish letters for Polish ones. What it cannot
know is known of the languages: in which letters running Cyrillic text abounds, and in which encodings each language is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic")
COMMON = frozenset("оаеинтії")
"""Letters that are 40 to 50 % of running text in the languages written in Cyrillic encodings; of other bytes read so, below 25 %."""
ABUNDANT = 0.33
ODD = 0.04
"""Share of letters after which a word goes on as no word does (a capital within, a sign, another script)."""
FEW = 12
"""Letters above ASCII below which their frequency says nothing."""
WESTERN = frozenset("en fr es de it pt nl da sv nb nn no fi is ca eu gl ga af sw id ms tl oc an br cy fo la lb wa xh zu ht".split())
CENTRAL = frozenset("pl cs sk hu hr sl bs sq ro".split())
LATIN: Mapping[str, frozenset[str]] = {
    "cp1252": WESTERN,
    "cp1250": CENTRAL,
    "iso8859-2": CENTRAL,
    "cp1254": frozenset({"tr", "az", "ku"}),
    "cp1257": frozenset({"lt", "lv", "et"}),
}
SHOWN = 8000
"""Characters of a sample that the language is told from."""
MOSTLY = 0.6
"""Share of ASCII letters among letters and bytes above ASCII from which a text is Latin."""


def guess_encoding(sample: bytes) -> str | None:
    """Name the encoding of a sample that is no UTF-8; None where nothing fits."""
    return _cyrillic(sample) or _latin(sample) or _by_chaos(sample)


def _by_chaos(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return None if best is None else best.encoding


def _cyrillic(sample: bytes) -> str | None:
    """Name the Cyrillic encoding in which the sample is made of words, if it is in one."""
    found = [(odd, number) for number, name in enumerate(CYRILLIC) if (odd := _oddness(sample.decode(name, "replace"))) is not None]
    odd, number = min(found, default=(1.0, 0))
    return CYRILLIC[number] if odd <= ODD else None


def _oddness(text: str) -> float | None:
    """Give the share of letters after which a word goes on oddly; None where the letters are not those of Cyrillic text."""
    high = [character for character in text if character > "\x7f" and character not in "\xa0«»“”„–—№…’"]
    letters = [character for character in high if "\u0400" <= character <= "\u04ff"]
    if (
        len(letters) < FEW
        or 2 * sum(character.islower() for character in letters) < len(letters)
        or sum(character.lower() in COMMON for character in letters) < ABUNDANT * len(letters)
    ):
        return None
    odd = len(high) - len(letters) + len(re.findall(r"[а-яё-ґ](?=[А-ЯЀ-Џ])|[А-яЀ-ӿ](?=[A-Za-z])|[A-Za-z](?=[А-яЀ-ӿ])", text))
    return odd / len(letters)


def _latin(sample: bytes) -> str | None:
    """Name the encoding by the language, in whose likeness it reads best, where most are such."""
    plain = sum(byte < 128 and chr(byte).isalpha() for byte in sample)
    high = sum(byte > 127 for byte in sample)
    if plain < MOSTLY * (plain + high):
        return None
    from py3langid.langid import rank

    found: list[tuple[float, int, str]] = []
    for name, languages in LATIN.items():
        text = sample.decode(name, "replace")
        likeness = max(float(score) for language, score in rank(text[:SHOWN]) if language in languages)
        found += [(-likeness, len(found), name)] if _is_spelt(text) else []
    return min(found)[2] if found else None


def _is_spelt(text: str) -> bool:
    """Tell whether nearly all signs above ASCII are letters or marks that stand outside words, as they should."""
    inside = re.findall(r"(?<=[A-Za-z])[^\x00-\x7f\w’‘´\u00ad–—·\xa0](?=[a-z])", text)
    high = sum(character > "\x7f" for character in text)
    return re.search("[\\x80-\\x9f\\ufffd]", text) is None and len(inside) <= ODD * high
