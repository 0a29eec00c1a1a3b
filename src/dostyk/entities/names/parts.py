"""A person's name, word by word → given name, family name, patronymic, and their order."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.entities.names.lexicon import given_name, lexicon, patronymic, surname
from dostyk.values.names.given import is_family_first
from dostyk.values.spellings import is_palladius, is_pinyin

# Surnames that stand first in a double Spanish or Portuguese surname.
_SPANISH = ("ez", "es", "os", "as", "ero", "ares", "illo", "ano", "ía", "ado", "uz", "era", "eda", "ina", "eiro", "eira")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name's parts as written, and their order."""

    given: str
    family: str
    patronymic: str
    order: str


def parts_of(words: tuple[str, ...], language: str) -> Parts:
    """Take a name of one to eight words apart; particles stay with the family name."""
    words = tuple(words)
    if len(words) == 1:
        one = words[0]
        return Parts(one, "", "", "given") if given_name(one, language) and not surname(one, language) else Parts("", one, "", "family")
    if is_family_first(words[0]) and len(words) == 3 and len(words[0]) < 7 and words[1].lower() in ("van", "thi", "duc", "quang", "minh"):
        return Parts(" ".join(words[1:]), words[0], "", "family given")
    middle = next((i for i in range(1, len(words)) if _is_patronymic(words, i, language)), None)
    if middle is not None and len(words) > 2:
        return _with_patronymic(words, middle)
    if words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper() and not words[0].endswith("."):
        return Parts(" ".join(words[1:]), words[0], "", "family given")
    particle = next((i for i in range(1, len(words) - 1) if words[i].lower() in lexicon(language).particles), None)
    if particle is not None:
        return Parts(" ".join(words[:particle]), " ".join(words[particle:]), "", "given family")
    if words[-1].endswith(".") and not words[0].endswith("."):
        return Parts(words[-1], " ".join(words[:-1]), "", "family given")
    if _family_first(words, language):
        return Parts(" ".join(words[1:]), words[0], "", "family given")
    if len(words) == 3 and not given_name(words[1], language) and words[1].lower().endswith(_SPANISH) and surname(words[1], language):
        return Parts(words[0], " ".join(words[1:]), "", "given family")
    cut = len(words) - 2 if len(words) == 4 else len(words) - 1
    return Parts(" ".join(words[:cut]), " ".join(words[cut:]), "", "given family")


def _is_patronymic(words: tuple[str, ...], index: int, language: str) -> bool:
    """Whether a word is a patronymic here: three words, and it ends a name only if a surname stands first."""
    if not patronymic(words[index], language):
        return False
    return index < len(words) - 1 or given_name(words[index - 1], language)


def _with_patronymic(words: tuple[str, ...], middle: int) -> Parts:
    """Take "given patronymic family" and "family given patronymic" apart."""
    if middle == len(words) - 1:
        return Parts(" ".join(words[1:middle]), words[0], words[middle], "family given")
    return Parts(" ".join(words[:middle]), " ".join(words[middle + 1 :]), words[middle], "given family")


def _family_first(words: tuple[str, ...], language: str) -> bool:
    """Whether the surname stands first: Chinese, Korean and Vietnamese names, and where only the last word is a given name."""
    first, last = words[0], words[-1]
    if language in ("ru", "kk") and first.lower() in lexicon("ru").more("chinese_surnames") and len(words) == 2 and is_palladius(last.lower()):
        return True
    if is_family_first(first) and len(words) == 2 and is_pinyin(first.lower()) and is_pinyin(last.lower().replace("-", "")):
        return not (is_family_first(last) and len(first) > 4)
    if is_family_first(first) and not (given_name(first, language) and surname(last, language) and not is_family_first(last)):
        return len(words) < 4 and (len(first) <= 4 or len(words) == 3)
    return surname(first, language) and not given_name(first, language) and given_name(last, language) and not surname(last, language)
