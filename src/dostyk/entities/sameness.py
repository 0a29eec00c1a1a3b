"""Two names of any kind and script → whether they are one name, and why."""

from __future__ import annotations

import re

from dostyk.entities.organisation_names import same_organisation
from dostyk.entities.person_names import Likeness, compare, take_apart
from dostyk.entities.spelling import fold
from dostyk.entities.wordlists import wordlist
from dostyk.model.mention import MentionType
from dostyk.values.names import lookup
from dostyk.values.spellings import same_spelling

_PLACES = (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE)
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015.,·・‧•_]+")


def same_name(a: str, b: str, kind: str | None = None) -> tuple[bool, str]:
    """Whether two names are one name, with the reason.

    `kind` is a `MentionType` value ("person", "organisation", "country" …) where the caller knows it: places are then one where the
    gazetteer has both as names of one place, people where a middle name is missing in one, organisations where one abbreviates the other.
    Every letter must be accounted for by the romanisations in `values/spellings/data`; likeness alone never makes two names one.
    """
    if fold(a) == fold(b):
        return (True, "same name") if fold(a) else (False, "no name")
    whole = same_spelling(_BETWEEN.sub("", a), _BETWEEN.sub("", b))
    if whole:
        return True, "the same but for spaces or hyphens" if whole == "the same letters" else whole
    if kind in _PLACES:
        return _same_place(a, b)
    if kind == MentionType.ORGANISATION:
        return same_organisation(a, b)
    likeness, reason = compare(a, b)
    if likeness in (Likeness.SAME, Likeness.ROMANISED, Likeness.INITIALS):
        return True, reason
    if likeness is Likeness.PART and (kind == MentionType.PERSON or _patronymic_missing(a, b)):
        return True, reason
    if kind is None and same_organisation(a, b)[0]:
        return same_organisation(a, b)
    if likeness is Likeness.SURNAME:
        return False, "one word of the name alone does not tell whose it is"
    return False, reason


def _same_place(a: str, b: str) -> tuple[bool, str]:
    """Whether both names are on record as one place's."""
    one, two = lookup(a), lookup(b)
    if one and two and one[0].id == two[0].id:
        return True, f"both are names of {one[0].name} ({one[0].id})"
    return False, "different names"


def _patronymic_missing(a: str, b: str) -> bool:
    """Whether the words that one name has more are patronymics."""
    one, two = take_apart(a).full, take_apart(b).full
    shorter, longer = sorted((one, two), key=len)
    endings = tuple(wordlist("titles.toml", "patronymics"))
    more = [w for w in longer if not any(w == s or same_spelling(w, s) for s in shorter)]
    return bool(more) and all(w.endswith(endings) for w in more)
