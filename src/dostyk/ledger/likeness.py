"""Two texts with their titles → whether they can be versions of one document."""

from __future__ import annotations

import re

SAMPLE = 200_000
RUN = 4
"""Words of the runs that are compared."""
SHARE = 0.2
"""Share of the shorter text's runs that the other has: rewritten pages keep more, pages of one site with the same frame fewer."""


def are_alike(one: tuple[str | None, str], other: tuple[str | None, str]) -> bool:
    """Tell whether two texts (title, text) have the same title, or share enough of their words in the same order."""
    if one[0] and other[0] and one[0].split() == other[0].split():
        return True
    first, second = _runs(one[1]), _runs(other[1])
    return len(first & second) >= SHARE * min(len(first), len(second)) > 0


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text[:SAMPLE].lower())
    return frozenset(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))) if words else frozenset()
