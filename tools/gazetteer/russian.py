"""Turns Russian names and adjective stems into their case forms, by rule."""

from __future__ import annotations

HARD = "гкхжшщчц"
ADJECTIVE = ("ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими")
FULL = {
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


def adjective(stem: str) -> list[str]:
    """Give the forms of an adjective from its stem."""
    return [stem + ending for ending in ADJECTIVE]


def cases(name: str) -> list[str]:
    """Give the five oblique cases of a name; of "Республика Казахстан" and the like also with only the first word declined."""
    if name.isupper() or not name[-1].islower():
        return []
    words = name.split(" ")
    declined = [_word(word, last=at == len(words) - 1) for at, word in enumerate(words)]
    forms = [" ".join(parts) for parts in zip(*declined, strict=True)]
    if len(words) == 2 and words[0] in {"Республика", "Королевство", "Государство", "Султанат"}:
        forms += [" ".join((first, words[1])) for first in declined[0]]
    return [form for form in dict.fromkeys(forms) if form != name]


def _word(word: str, *, last: bool) -> tuple[str, str, str, str, str]:
    """Give the five oblique cases of one word."""
    if word[:-1] in PLURAL:
        stem = word[:-1]
        return (stem + PLURAL[stem], stem + "ам", word, stem + "ами", stem + "ах")
    for ending, forms in FULL.items():
        if word.endswith(ending) and len(word) > 4 and not (last and (ending in {"ий", "ие"} or len(word) < 6)):
            one, two, three, four, five = (word[: -len(ending)] + form for form in forms.split())
            return (one, two, three, four, five)
    if word.endswith("ия"):
        return (word[:-1] + "и", word[:-1] + "и", word[:-1] + "ю", word[:-1] + "ей", word[:-1] + "и")
    if word.endswith("а"):
        stem = word[:-1]
        return (stem + ("и" if stem[-1:] in HARD else "ы"), stem + "е", stem + "у", stem + "ой", stem + "е")
    if word.endswith("я"):
        stem = word[:-1]
        return (stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е")
    if word.endswith("й"):
        stem = word[:-1]
        return (stem + "я", stem + "ю", word, stem + "ем", stem + "е")
    if word.endswith("ь"):
        stem = word[:-1]
        if word in {
            "Израиль",
            "Тайвань",
            "Ярославль",
            "Ставрополь",
            "Севастополь",
            "Симферополь",
            "Тернополь",
            "Брюссель",
            "Марсель",
            "Базель",
            "Киль",
        }:
            return (stem + "я", stem + "ю", word, stem + "ем", stem + "е")
        return (stem + "и", stem + "и", word, stem + "ью", stem + "и")
    if word.endswith("ство"):
        return (word[:-1] + "а", word[:-1] + "у", word, word[:-1] + "ом", word[:-1] + "е")
    if word[-1] in "бвгджзклмнпрстфхцчшщ":
        return (word + "а", word + "у", word, word + "ом", word + "е")
    return (word,) * 5
