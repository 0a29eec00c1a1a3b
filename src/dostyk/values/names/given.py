"""Turns a capitalised word into what it is among people's names: a given name, a surname, neither."""

from __future__ import annotations

import re
from functools import cache

from dostyk.values.names.gazetteer import read


@cache
def _people() -> dict[str, str]:
    """Give the flags of each word: g(iven name), s(urname), m(onosyllabic surname), o(rdinary word or place as well)."""
    return dict(line.split("\t") for line in read("people.tsv").rstrip("\n").split("\n"))


CYRILLIC = dict(zip("абвгдезиклмнопрстуфыэі", "abvgdeziklmnoprstufyei", strict=True)) | {
    "ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ё": "yo", "қ": "q", "ғ": "g",
}  # fmt: skip
_SURNAME = re.compile(r"[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]+(?:[оеё]в|[ыи]н|[цс]кий|енко|[оеё]в[ауы]|[ыи]н[ауы]|[оеё]в(?:ой|ым)|[цс]к(?:ого|ому|им|ая|ой)|улы|ұлы|кызы|қызы|вич[аеу]?|вн[аыеу])")


def _flags(word: str) -> str:
    """Give the flags of a word, one in Cyrillic letters by its usual romanisation or the ending of surnames and patronymics."""
    known = _people()
    if word[:1] < "\u0400" or not "\u0400" <= word[:1] <= "\u052f":
        return known.get(word, "")
    written = "".join(CYRILLIC.get(letter, letter) for letter in word.lower()).capitalize()
    return known.get(written, "") or ("s" if _SURNAME.fullmatch(word) else "")


def is_given_name(word: str) -> bool:
    """Say whether a word, as capitalised in texts, is a common given name somewhere."""
    return "g" in _flags(word)


def is_surname(word: str) -> bool:
    """Say whether a word is a common surname; short Chinese, Korean and Vietnamese ones stand first in a name."""
    return "s" in _flags(word)


def is_family_first(word: str) -> bool:
    """Say whether a word is a Chinese, Korean or Vietnamese surname, which stands before the given name."""
    return "m" in _people().get(word, "")


def is_person_word(word: str) -> bool:
    """Say whether a word is a given name or surname and hardly anything else."""
    flags = _flags(word)
    return bool(flags) and "o" not in flags
