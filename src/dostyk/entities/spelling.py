"""Words as written → words as compared: case, diacritics, marks and possessives folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ʻ": "", "ʼ": ""})
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case and diacritics folded, quotation marks and spaces evened out; letters of other scripts stay."""
    if text.isascii():
        return " ".join(text.translate(_APOSTROPHES).casefold().split())
    plain = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES).casefold())
    plain = "".join(_bare(c) for c in plain).translate(_LETTERS)
    return " ".join(plain.split())


def _bare(letter: str) -> str:
    """A letter without its marks; й, ї, ў and their like are letters of their own."""
    if "\u0400" <= letter <= "\u052f":
        return letter
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, without possessive endings and marks."""
    found = re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold(text))
    return tuple(w.removesuffix("'s").replace("'", "") for w in found)


def one_letter_apart(a: str, b: str) -> bool:
    """Whether two words differ by one letter added, dropped, changed, or by two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    start = 0
    while start < len(a) and a[start] == b[start]:
        start += 1
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    if a[start + 1 :] == b[start + 1 :]:
        return True
    return a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
