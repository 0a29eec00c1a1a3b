"""Says from the words beside a run of text whether it is part of a person's name."""

from __future__ import annotations

import re
from functools import cache

from dostyk.values.names.beside import words
from dostyk.values.names.given import is_family_first, is_given_name, is_person_word


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile: the word right before, the capitalised word right after."""
    return re.compile(r"(?:^|[\s(\"“'-])([^\W\d_][\w'.-]*)[ \n]$"), re.compile(r" ([A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w-]*)")


def word_before(flat: str, start: int) -> str:
    """Give the word right before an offset, or nothing."""
    found = _patterns()[0].search(flat, max(0, start - 20), start)
    return found.group(1) if found is not None else ""


def person_beside(flat: str, start: int, end: int) -> bool:
    """Say whether the words beside a run make it part of a person's name."""
    if person_before(flat, start):
        return True
    following = _patterns()[1].match(flat, end)
    return following is not None and is_person_word(following.group(1))


def person_before(flat: str, start: int) -> bool:
    """Say whether a title, an initial or a given name stands right before an offset."""
    word = word_before(flat, start)
    if not word or not word[0].isupper() or flat[start - 1] == "\n":
        return False
    if word in words("titles") or (len(word) == 2 and word[1] == "."):
        return True
    if not is_given_name(word) and not is_family_first(word):
        return False
    return is_person_word(word) or (word not in words("never_given") and not opens(flat, start - len(word) - 1))


def opens(flat: str, start: int) -> bool:
    """Say whether a sentence or line begins at an offset, so that any word has a capital there."""
    return start <= 1 or flat[max(0, start - 2) : start].strip() in ("", ".", ":", ";", "!", "?", '"', "\u201c", "(")


def titled(flat: str, start: int) -> bool:
    """Say whether a title stands right before an offset."""
    return word_before(flat, start) in words("titles")


def given_with_surname(flat: str, start: int, end: int) -> bool:
    """Say whether a run is a given name with a capitalised word, hence perhaps a surname, right after it."""
    return _patterns()[1].match(flat, end) is not None and is_given_name(flat[start:end])


def family_name_with_given(flat: str, start: int, end: int) -> bool:
    """Say whether a run is a surname that stands first, with a capitalised word, hence perhaps a given name, right after it."""
    return _patterns()[1].match(flat, end) is not None and is_family_first(flat[start:end])
