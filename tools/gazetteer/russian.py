"""Turns Russian names and adjective stems into their case forms, by rule."""

from __future__ import annotations

import re

HARD = "гкхжшщчц"
ADJECTIVE = ("ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими")
FULL = {
    "ний": "него нему ний ним нем",
    "жий": "жего жему жий жим жем",
    "ая": "ой ой ую ой ой",
    "яя": "ей ей юю ей ей",
    "ий": "ого ому ий им ом",
    "ый": "ого ому ый ым ом",
    "ое": "ого ому ое ым ом",
    "ие": "их им ие ими их",
    "ые": "ых ым ые ыми ых",
}
PLURAL = {"Штат": "ов", "Нидерланд": "ов", "Эмират": "ов", "Филиппин": ""}
MASCULINE = frozenset("Израиль Тайвань Ярославль Ставрополь Севастополь Симферополь Тернополь Брюссель Марсель Базель Киль".split())
OBLAST = re.compile(r"(.+[сц]к)ая область")
LISTED = ("ой областях", "ой областей", "ой областям", "ой областями", "ая области", "ую области", "их областях")


def adjective(stem: str) -> list[str]:
    """Give the forms of an adjective from its stem."""
    return [stem + ending for ending in ADJECTIVE]


def people(noun: str) -> list[str]:
    """Give the case forms, singular and plural, of a noun for somebody of a country."""
    stem = noun
    if noun.endswith("ец"):
        soft = "й" if noun[-3] in "аеиоуыэюя" else "ь" if noun[-3] == "л" else ""
        stem, endings = noun[:-2] + soft + "ц", "а у ем ом е ы ев ам ами ах"
    elif noun.endswith(("янин", "анин")):
        short = noun[:-2]
        return [noun, *(noun + e for e in ("а", "у", "ом", "е")), *(short + e for e in ("е", "", "ам", "ами", "ах"))]
    elif noun.endswith("болгарин"):
        return [noun, *(noun + e for e in ("а", "у", "ом", "е")), *(noun[:-2] + e for e in ("ы", "", "ам", "ами", "ах"))]
    elif noun.endswith("ка"):
        stem, endings = noun[:-1], "и е у ой ам ами ах"
    else:
        endings = "а у ом е и ов ам ами ах" if noun[-1] in HARD else "а у ом е ы ов ам ами ах"
    return [noun, *(stem + ending for ending in endings.split())]


def listed(name: str) -> list[str]:
    """Give the forms that "… область" has as the last of a list ("Омской областях")."""
    match = OBLAST.fullmatch(name)
    return [f"{match.group(1)}{ending}" for ending in LISTED] if match else []


def alone(name: str) -> list[str]:
    """Give the forms of the adjective of "… область", for lists of them."""
    match = OBLAST.fullmatch(name)
    return [match.group(1) + ending for ending in ("ая", "ой", "ую", "их")] if match else []


def cases(name: str, town: bool = False) -> list[str]:
    """Give the oblique cases of a name; of "Республика Казахстан" and the like also with only the first word declined.

    Names of towns in -ь are given the forms of both genders.
    """
    if name.isupper() or not name[-1].islower():
        return []
    words = name.split(" ")
    declined = [_word(word, last=at == len(words) - 1) for at, word in enumerate(words)]
    forms = [" ".join(parts) for parts in zip(*declined, strict=True)]
    if len(words) == 2 and words[0] in {"Республика", "Королевство", "Государство", "Султанат", "провинция", "область", "штат"}:
        forms += [" ".join((first, words[1])) for first in declined[0]]
    if town and name.endswith("ь") and name not in MASCULINE:
        forms += [name[:-1] + ending for ending in ("я", "ю", "ем", "е")]
    if town and "-" in name and len(words) == 1:
        head, _, rest = name.partition("-")
        if head.endswith(("ый", "ий", "ая")):
            forms += ["-".join(parts) for parts in zip(_word(head, last=False), _word(rest, last=True), strict=True)]
    return [form for form in dict.fromkeys(forms) if form != name]


def _word(word: str, *, last: bool) -> tuple[str, str, str, str, str]:
    """Give the five oblique cases of one word."""
    if word[:-1] in PLURAL:
        stem = word[:-1]
        return (stem + PLURAL[stem], stem + "ам", word, stem + "ами", stem + "ах")
    for ending, forms in FULL.items():
        if word.endswith(ending) and len(word) > 4 and not (last and (ending in {"ий", "ие", "ний", "жий"} or len(word) < 6)):
            one, two, three, four, five = (word[: -len(ending)] + form for form in forms.split())
            return (one, two, three, four, five)
    for endings, forms in (("ия", "ии ии ию ией ии"), ("я", "и е ю ей е"), ("й", "я ю й ем е")):
        if word.endswith(endings):
            one, two, three, four, five = (word[: -len(endings)] + form for form in forms.split())
            return (one, two, three, four, five)
    if word.endswith("а"):
        stem = word[:-1]
        return (stem + ("и" if stem[-1:] in HARD else "ы"), stem + "е", stem + "у", stem + "ой", stem + "е")
    if word.endswith("ь"):
        stem = word[:-1]
        forms = "я ю ь ем е" if word in MASCULINE else "и и ь ью и"
        one, two, three, four, five = (stem + form for form in forms.split())
        return (one, two, three, four, five)
    if word.endswith(("ство", "ово", "ево", "ёво", "ино", "ыно")) and len(word) > 5:
        return (word[:-1] + "а", word[:-1] + "у", word, word[:-1] + "ом", word[:-1] + "е")
    if word[-1] in "бвгджзклмнпрстфхцчшщ":
        return (word + "а", word + "у", word, word + "ом", word + "е")
    return (word,) * 5
