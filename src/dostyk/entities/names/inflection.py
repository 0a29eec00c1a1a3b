"""Turns an inflected Russian or Kazakh name into its nominative, by the case that all its words can stand in."""

from __future__ import annotations

from functools import lru_cache

from dostyk.entities.names.lexicon import given_name, lexicon, patronymic, surname
from dostyk.values.spellings import is_palladius

# Ending in the case → ending in the nominative; men's names, then women's. After Zaliznyak's tables of names.
_MEN = {
    "genitive": (("ого", "ий"), ("ого", "ый"), ("его", "ий"), ("я", "й"), ("я", "ь"), ("а", ""), ("ы", "а")),
    "dative": (("ому", "ий"), ("ому", "ый"), ("ему", "ий"), ("ю", "й"), ("ю", "ь"), ("у", "")),
    "instrumental": (("ым", ""), ("ым", "ый"), ("им", "ий"), ("ем", "й"), ("ём", "й"), ("ем", "ь"), ("ем", ""), ("ом", "")),
    "prepositional": (("ом", "ий"), ("ем", "ий"), ("и", "й"), ("е", "й"), ("е", "ь"), ("е", "")),
}
_WOMEN = {
    "genitive": (("ой", "а"), ("ой", "ая"), ("ей", "я"), ("ии", "ия"), ("ы", "а"), ("и", "а"), ("и", "я")),
    "dative": (("ой", "а"), ("ой", "ая"), ("ии", "ия"), ("е", "а"), ("е", "я")),
    "instrumental": (("ой", "а"), ("ой", "ая"), ("ией", "ия"), ("ей", "я"), ("ей", "а")),
    "accusative": (("ую", "ая"), ("ию", "ия"), ("ю", "я"), ("у", "а")),
}


@lru_cache(maxsize=65536)
def nominative(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Give a person's name in the nominative; as it stands where it is so already or no case fits."""
    if language == "kk":
        return (*words[:-1], _kazakh(words[-1]))
    if language != "ru" or any(not w[0].isalpha() for w in words):
        return words
    full = [w for w in words if not w.endswith(".")]
    listed = lexicon(language).given
    if not full or len(full) == 1 and not full[0].lower().endswith(lexicon(language).more("inflected_endings")):
        return words
    doubtful = full[0].lower() not in listed and full[0].lower()[:-1] in listed
    if _known(full, language) == len(full) and not doubtful:
        return words
    best, most = words, (_known(full, language) - doubtful, 0)
    for endings, men in [*((e, True) for e in _MEN.values()), *((e, False) for e in _WOMEN.values())]:
        forms = tuple(w if w.endswith(".") else _put(w, endings, language) for w in words)
        if forms == words or (men and not _all_put(words, forms)):
            continue
        known = (_known([w for w in forms if not w.endswith(".")], language), sum(a != b for a, b in zip(forms, words, strict=True)))
        if (
            known > most
            and (known[0] > most[0] or best != words)
            or (known[0] == most[0] and men and best == words and len(full) > 1 and not given_name(full[0], language))
        ):
            best, most = forms, known
    if best == words and len(full) > 1 and all(w.lower().endswith(("ом", "ем", "ым", "им")) for w in full):
        return tuple(w if w.endswith(".") else _strip(w) for w in words)
    return best


def _all_put(words: tuple[str, ...], forms: tuple[str, ...]) -> bool:
    """Whether all words of a man's name took the case: only Chinese surnames and names in -о, -и, -у stay as they are."""
    surnames = lexicon("ru").more("chinese_surnames")
    return all(a != b or a.endswith((".", "о", "и", "у", "ых", "их")) or a.lower() in surnames for a, b in zip(words, forms, strict=True))


def _strip(word: str) -> str:
    """A foreign name without the ending of the instrumental case."""
    return word[:-2] + "ь" if word.lower().endswith("элем") else word[:-2]


def _known(words: list[str], language: str) -> int:
    """How many words are names in the nominative, and agree: a man's surname is not put beside a woman's name."""
    women = [w for w in words if w.endswith(("а", "я")) and w.lower() not in ("никита", "илья")]
    return sum(_plain(w, language) for w in words) - (
        1 if women and len(women) < len(words) and any(w.endswith(("ов", "ев", "ин")) for w in words) else 0
    )


def _plain(word: str, language: str) -> bool:
    """Whether a word is a name in the nominative."""
    if given_name(word, language) or patronymic(word, language):
        return True
    return surname(word, language) or is_palladius(word.lower())


def _put(word: str, endings: tuple[tuple[str, str], ...], language: str) -> str:
    """A word in the nominative, if it has one of a case's endings and becomes a name without it."""
    parts = word.split("-")
    for old, new in endings:
        if parts[-1].endswith(old) and len(parts[-1]) > len(old) + 1:
            stem = parts[-1][: len(parts[-1]) - len(old)] + new
            form = "-".join([*parts[:-1], stem])
            if (
                given_name(form, language)
                or given_name(stem, language)
                or patronymic(form, language)
                or surname(form, language)
                or is_palladius(form.lower())
            ):
                return form
    for old, new in endings:
        bare = parts[-1][: len(parts[-1]) - len(old)] + new
        if (
            new in ("", "й", "ь")
            and parts[-1].endswith(old)
            and len(bare) > 2
            and bare[-1] not in "аеиоуыэюя"
            and (new or old in ("ом", "у", "а", "е", "ым"))
        ):
            return "-".join([*parts[:-1], bare]) if new == "" else word
    return word


@lru_cache(maxsize=65536)
def _kazakh(word: str) -> str:
    """A Kazakh name without its case ending."""
    low = word.lower()
    endings = lexicon("kk").surname_endings
    if low.endswith(endings) or given_name(word, "kk"):
        return word
    for ending in sorted(lexicon("kk").more("cases"), key=lambda e: (-len(e), e)):
        stem = word[: -len(ending)]
        if (
            low.endswith(ending)
            and len(stem) > 1
            and (is_palladius(stem.lower()) or len(stem) > 3)
            and (is_palladius(stem.lower()) or stem.lower().endswith(endings) or given_name(stem, "kk") or surname(stem, "kk"))
        ):
            return stem
    for ending in lexicon("kk").more("sure_cases"):
        if low.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word
