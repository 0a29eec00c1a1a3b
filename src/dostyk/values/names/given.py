"""Turns a capitalised word into what it is among people's names: a given name, a surname, neither."""

from __future__ import annotations

from functools import cache

from dostyk.values.names.gazetteer import read


@cache
def _people() -> dict[str, str]:
    """Give the flags of each word: g(iven name), s(urname), m(onosyllabic surname), o(rdinary word or place as well)."""
    return dict(line.split("\t") for line in read("people.tsv").rstrip("\n").split("\n"))


_LETTERS = """а a б b в v г g д d е e ё yo ж zh з z и i й y і i к k қ q л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e
ю yu я ya ғ g"""
_ENDINGS = """ов ев ёв ин ын ский цкий енко ова ева ёва ина ына ову еву ину ову овым евым иным овой евой иной ского цкого скому цкому ским цким ская
цкая ской цкой улы ұлы кызы қызы вич вича вичу виче вна вны вне вну"""


@cache
def _letters() -> dict[str, str]:
    """Give the English letters for Cyrillic ones, as people.tsv was made with; others are left out."""
    words = _LETTERS.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _flags(word: str) -> str:
    """Give the flags of a word, one in Cyrillic letters by its usual romanisation or the ending of surnames and patronymics."""
    known = _people()
    if not "\u0400" <= word[:1] <= "\u052f":
        return known.get(word, "")
    written = "".join(_letters().get(letter, "") for letter in word.lower()).capitalize()
    return known.get(written, "") or ("s" if len(word) > 4 and word.endswith(tuple(_ENDINGS.split())) else "")


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
