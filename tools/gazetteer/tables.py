"""Reads the hand-written tables and word lists, and writes names plainly."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OUT = Path(__file__).parents[2] / "src/dostyk/values/names/data"
LATIN = re.compile(r"^[A-Z\u00C0-\u024F\u1E00-\u1EFF][A-Za-z\u00C0-\u024F\u1E00-\u1EFF '.\-/()&,*]+$")
LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "þ": "th", "ð": "d", "ə": "a"}
)

CYRILLIC = dict(zip("абвгдезиклмнопрстуфыэіґ", "a b v g d e z i k l m n o p r s t u f y e i g".split(), strict=True)) | {
    "ж": "zh",
    "й": "y",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "ё": "yo",
    "є": "ye",
    "ї": "yi",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ќ": "kj",
    "ѓ": "gj",
    "ѕ": "dz",
    "џ": "dz",
    "қ": "q",
    "ғ": "g",
    "ҳ": "h",
    "ў": "o",
}


@cache
def lists() -> dict[str, Any]:
    """Read sets.toml."""
    return tomllib.loads((HERE / "sets.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Give one word list of sets.toml."""
    return frozenset(lists()[name].split())


@cache
def common() -> frozenset[str]:
    """Give the words that are never looked for as towns."""
    return frozenset((HERE / "ordinary.txt").read_text().split())


def rows(name: str) -> list[list[str]]:
    """Read one hand-written table: tab-separated, # starts a comment line."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def split(cell: str) -> list[str]:
    """Split a cell of names."""
    return [name for name in (part.strip() for part in cell.split("|")) if name]


def plain(name: str) -> str:
    """Write a name without marks above and below its letters, curly apostrophes straight."""
    name = re.sub("[\u2018\u2019\u02bb\u02bc`\u2032]", "'", name)
    name = name.translate(LETTERS)
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", name)


def straight(name: str) -> str:
    """Write apostrophes straight and long hyphens short, as the scanner does with texts."""
    return re.sub("[\u2010\u2011\u2013]", "-", re.sub("[\u2018\u2019\u02bb\u02bc`\u2032]", "'", unicodedata.normalize("NFC", name)))
