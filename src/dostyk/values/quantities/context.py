"""Context: what the rest of a text says about an ambiguous word or sign, asked once a text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dostyk.values.quantities.lexicon import Lexicon, data


@cache
def signs() -> Mapping[str, str]:
    """Load the signs of currencies: sign to code, or to a word that several currencies share."""
    return {str(sign): str(code) for sign, code in data("values/currencies.toml")["signs"].items()}


@cache
def codes() -> Mapping[str, bool]:
    """Load the ISO 4217 codes; the value says whether a code may be read wherever it stands (it is no English word)."""
    table = data("values/currencies.toml")
    words = set(table["words"].split())
    return {code: code not in words for code in (*table["codes"].split(), *table["withdrawn"].split())}


@cache
def letters() -> Mapping[str, tuple[str, ...]]:
    """Load the abbreviations that mean money only before a number with a magnitude, with the codes that share each."""
    return {str(word): tuple(str(found).split()) for word, found in data("values/currencies.toml")["letters"].items()}


@cache
def small_codes() -> frozenset[str]:
    """Load the codes that are read in small letters too."""
    return frozenset(data("values/currencies.toml")["small"].split())


class Context:
    """One text and what has been asked of it."""

    __slots__ = ("_chosen", "_mass", "lex", "low", "text")

    def __init__(self, text: str, low: str, lex: Lexicon) -> None:
        self.text, self.low, self.lex = text, low, lex
        self._chosen: dict[tuple[str, ...], str] = {}
        self._mass: bool | None = None

    def choose(self, candidates: tuple[str, ...]) -> str:
        """Choose among currencies that share a word: the one whose country the text names most, else the first."""
        if len(candidates) == 1:
            return candidates[0]
        if candidates not in self._chosen:
            counts = [sum(map(self.text.count, self.lex.countries.get(code, ()))) for code in candidates]
            self._chosen[candidates] = candidates[counts.index(max(counts))]
        return self._chosen[candidates]

    def sign(self, sign: str) -> str | None:
        """Give the currency of a sign. "¥" is the yuan where the text speaks of China or its money, else the yen."""
        code = signs().get(sign)
        if code is None or len(code) == 3:
            return code
        if code == "¥":
            return self.yuan_or_yen()
        named = next((n for n in self.lex.names.get(code, ()) if n.phrase == code), None)
        if named is None:
            return None
        return named.codes[0] if named.sort == "part" else self.choose(named.codes)

    def yuan_or_yen(self) -> str:
        """Read "¥" by what the text speaks of."""
        key = ("CNY", "JPY", "¥")
        if key not in self._chosen:
            chinese = any(word in self.text for word in ("yuan", "Yuan", "RMB", "renminbi", "Renminbi", "China", "Chinese"))
            self._chosen[key] = "CNY" if chinese else "JPY"
        return self._chosen[key]

    def pound_is_mass(self) -> bool:
        """Say whether the text speaks of weights, so that a bare pound is one."""
        if self._mass is None:
            self._mass = any(word in self.low for word in sorted(self.lex.words["pound_is_mass"]))
        return self._mass
