"""Words by stem and ending: "миллионами" is "миллион~m" with "ами", by the classes of endings that a language's data names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")
Form = tuple[str, str]
LONGEST = 40
LONGEST_OF_ANY = 10


class Forms:
    """The stems of a language and the endings each can take.

    An entry of the data is a word as it stands ("млн"), or a stem and its class ("миллион~m"). The entry itself is the
    key that tables are looked up by. A class whose one ending is "*" takes any of up to ten letters.
    """

    __slots__ = ("_classes", "_longest", "_stems", "keys")

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = {name: frozenset("" if e == "-" else e for e in endings.split()) for name, endings in classes.items()}
        self._longest = max((len(e) for endings in self._classes.values() for e in endings), default=0)
        self._longest = max(self._longest, LONGEST_OF_ANY)
        self._stems: dict[str, tuple[Form, ...]] = {}
        self.keys: Callable[[str], tuple[Form, ...]] = lru_cache(maxsize=1 << 15)(self.analyse)

    def add(self, entry: str) -> str:
        """Make an entry known; its key."""
        stem, tilde, name = entry.partition("~")
        if stem and tilde:
            known = self._stems.get(stem, ())
            if name not in self._classes:
                raise KeyError(f"no class of endings {name!r}, needed for {entry!r}")
            if (entry, name) not in known:
                self._stems[stem] = (*known, (entry, name))
        return entry

    def analyse(self, word: str) -> tuple[Form, ...]:
        """Give every (key, ending) that a lower-case word can be, the word itself first."""
        return ((word, ""), *self._split(word)) if len(word) <= LONGEST else ((word, ""),)

    def _split(self, word: str) -> Iterator[Form]:
        for size in range(len(word), max(0, len(word) - self._longest - 1), -1):
            for key, name in self._stems.get(word[:size], ()):
                if word[size:] in self._classes[name] or "*" in self._classes[name]:
                    yield key, word[size:]

    def find(self, table: Mapping[str, T], word: str) -> T | None:
        """Give what a table says of a word, else None."""
        return next((table[key] for key, _ in self.keys(word) if key in table), None)
