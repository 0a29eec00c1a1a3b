"""Two spellings and an alphabet → whether one may be written as the other, letter by letter."""

from __future__ import annotations

from functools import lru_cache

from dostyk.values.spellings.tables import Alphabet

# A name longer than this is compared as it stands only, so that no comparison takes long.
LONGEST = 160
_VOWELS = frozenset("aeiouy")


def writes(source: str, alphabet: Alphabet, exact: str, bare: str) -> bool:
    """Say whether `source` may be written as the word given with its marks (`exact`) and with bare vowels (`bare`)."""
    if max(len(source), len(exact)) > LONGEST:
        return False
    reached: list[set[int]] = [set() for _ in range(len(source) + 1)]
    reached[0].add(0)
    for at in range(len(source)):
        if not reached[at]:
            continue
        if alphabet.loose and at:
            _skip_vowels(reached[at], bare)
        for length in range(1, alphabet.longest + 1):
            for way in alphabet.letters.get(source[at : at + length], ()) if at + length <= len(source) else ():
                _step(reached[at], reached[at + length], way, (exact, bare), alphabet.loose)
    if alphabet.loose:
        _skip_vowels(reached[-1], bare)
    return len(exact) in reached[-1]


def _step(here: set[int], there: set[int], way: str, target: tuple[str, str], loose: bool) -> None:
    """Go on by one letter's way from every place reached."""
    exact, bare = target
    for j in here:
        if exact.startswith(way, j) or bare.startswith(way, j):
            there.add(j + len(way))
            if loose and way and bare.startswith(way + way, j):
                there.add(j + 2 * len(way))


def _skip_vowels(places: set[int], bare: str) -> None:
    """Pass over up to two vowels that the script does not write."""
    for j in sorted(places):
        for k in (j, j + 1):
            if k < len(bare) and bare[k] in _VOWELS:
                places.add(k + 1)
            else:
                break


@lru_cache(maxsize=64)
def _pairs(alphabet: Alphabet) -> dict[str, tuple[tuple[str, str], ...]]:
    """Give, by the first letter of one way, the pairs of ways of each letter; a letter left out in one is left out in both."""
    out: dict[str, dict[tuple[str, str], None]] = {}
    for ways in alphabet.letters.values():
        for one in ways:
            for two in ways:
                if one and two:
                    out.setdefault(one[0], {})[one, two] = None
    return {first: tuple(pairs) for first, pairs in out.items()}


def meet(a: tuple[str, str], b: tuple[str, str], alphabet: Alphabet) -> bool:
    """Say whether two Latin words (each with its marks and bare) may both be written for one word of an alphabet."""
    if max(len(a[0]), len(b[0])) > LONGEST:
        return False
    pairs = _pairs(alphabet)
    todo, seen = [(0, 0)], {(0, 0)}
    while todo:
        i, j = todo.pop()
        if i == len(a[0]) and j == len(b[0]):
            return True
        if i >= len(a[0]) or j >= len(b[0]):
            continue
        for first in dict.fromkeys((a[0][i], a[1][i])):
            for one, two in pairs.get(first, ()):
                if (a[0].startswith(one, i) or a[1].startswith(one, i)) and (b[0].startswith(two, j) or b[1].startswith(two, j)):
                    state = (i + len(one), j + len(two))
                    if state not in seen:
                        seen.add(state)
                        todo.append(state)
    return False
