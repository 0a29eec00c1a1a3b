"""Word lists of a language → look-ups: offices, titles, heads of bodies, given names and surnames, small words inside names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dostyk.entities.names.span import NameType
from dostyk.languages.words import words as grammar_words
from dostyk.values.names import is_given_name, is_surname
from dostyk.values.spellings import romanise

BODIES = (NameType.ORGANISATION, NameType.INSTRUMENT, NameType.EVENT, NameType.PROJECT)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The names' words of one language, in small letters; heads of inflecting languages are stems with the endings that they may take."""

    language: str
    offices: dict[str, None]
    office_before: frozenset[str]
    titles: frozenset[str]
    heads: dict[NameType, dict[str, None]]
    beside: dict[NameType, dict[str, None]]
    particles: frozenset[str]
    joiners: frozenset[str]
    opening: frozenset[str]
    portfolio: frozenset[str]
    given: frozenset[str]
    endings: frozenset[str]
    surname_endings: tuple[str, ...]
    patronymics: tuple[str, ...]
    longest: int
    others: dict[str, tuple[str, ...]]

    def more(self, name: str) -> tuple[str, ...]:
        """A list that only some languages have."""
        return self.others.get(name, ())

    def is_office(self, word: str) -> bool:
        """Whether a word is the head of an office."""
        return _office(self.language, word.lower())

    def beside_quote(self, word: str) -> NameType | None:
        """Of what sort a quoted name is that this word stands beside."""
        low = word.lower()
        kinds = (NameType.PROJECT, NameType.EVENT, NameType.INSTRUMENT, NameType.ORGANISATION)
        return next((kind for kind in kinds if _inflected(low, self.beside[kind], self.endings, self.longest)), None)

    def head(self, word: str) -> NameType | None:
        """Of what sort a body is whose name has this word for its head."""
        return _head(self.language, word.lower())


@lru_cache(maxsize=65536)
def _office(language: str, low: str) -> bool:
    """Look a word up among the heads of offices."""
    words = lexicon(language)
    return low not in words.more("never") and _inflected(low, words.offices, words.endings, words.longest)


@lru_cache(maxsize=65536)
def _head(language: str, low: str) -> NameType | None:
    """Look a word up among the heads of bodies."""
    words = lexicon(language)
    endings = frozenset(words.more("body_endings")) or words.endings
    return next((kind for kind in BODIES if _inflected(low, words.heads[kind], endings, words.longest)), None)


def _inflected(word: str, stems: dict[str, None], endings: frozenset[str], longest: int) -> bool:
    """Whether a word is one of the stems with one of the endings."""
    if word in stems:
        return True
    return any(word[:cut] in stems and word[cut:] in endings for cut in range(max(2, len(word) - longest), len(word)))


@cache
def lexicon(language: str) -> Lexicon:
    """Read the lists of a language, once; raises FileNotFoundError where it has none."""
    data = tomllib.loads(files(f"dostyk.languages.{language}").joinpath("names.toml").read_text("utf-8"))
    heads = {kind: dict.fromkeys(_listed(data["heads"][kind.value])) for kind in BODIES}
    beside = dict(heads)
    offices, before = dict.fromkeys(_listed(data["offices"]["heads"])), _listed(data["offices"]["before"])
    portfolio = _listed(data["offices"].get("portfolio", ""))
    if language == "en":
        known = grammar_words("en")
        offices |= dict.fromkeys(w for w in sorted(known.office_heads) if " " not in w)
        before = [*before, *sorted(known.office_before)]
        portfolio = [*portfolio, *sorted(known.classes["portfolio"])]
        for kind in BODIES:
            beside[kind] = heads[kind] | dict.fromkeys(sorted(known.classes[kind.value]))
            skipped = set(_listed(data["heads"]["never"]))
            heads[kind] = {w: None for w in (*heads[kind], *sorted(known.classes[kind.value])) if w not in skipped}
    endings = frozenset(data["grammar"]["endings"].split())
    return Lexicon(
        language,
        offices,
        frozenset(before),
        frozenset(_listed(data["offices"]["titles"])),
        heads,
        beside,
        frozenset(data["grammar"]["particles"].split()),
        frozenset(data["grammar"]["joiners"].split()),
        frozenset(data["grammar"]["opening"].split()) | (grammar_words("en").classes["opening"] if language == "en" else frozenset()),
        frozenset(portfolio),
        frozenset(data["people"]["given"].split()),
        endings,
        tuple(data["people"]["surname_endings"].split()),
        tuple(data["people"]["patronymics"].split()),
        max((len(e) for e in endings), default=0),
        {name: tuple(found.split()) for part in ("people", "grammar") for name, found in data[part].items()}
        | {"never": tuple(_listed(data["offices"].get("never", "")))},
    )


def _listed(words: str) -> list[str]:
    """Words parted by commas or line ends."""
    return [w.strip() for w in words.replace("\n", ",").split(",") if w.strip()]


def _latin(word: str) -> bool:
    """Whether a word begins with a Latin letter."""
    return word[:1] < "\u0370"


@lru_cache(maxsize=65536)
def given_name(word: str, language: str) -> bool:
    """Whether a capitalised word is a given name."""
    if word.lower() in lexicon(language).given or _latin(word) and is_given_name(word):
        return True
    if "-" in word:
        return all(given_name(part[:1].upper() + part[1:], language) for part in word.split("-"))
    return not _latin(word) and any(is_given_name(form) for form in romanise(word))


@lru_cache(maxsize=65536)
def surname(word: str, language: str) -> bool:
    """Whether a capitalised word is a surname, by the lists or by its ending."""
    if _latin(word) and is_surname(word) or (len(word) > 4 and word.lower().endswith(lexicon(language).surname_endings)):
        return True
    return not _latin(word) and any(is_surname(form) for form in romanise(word))


def patronymic(word: str, language: str) -> bool:
    """Whether a word is a patronymic by its ending."""
    return len(word) > 5 and word.lower().endswith(lexicon(language).patronymics)
