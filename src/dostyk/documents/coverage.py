"""The words that another parser finds in a document, and the text that was kept of it → what share was kept, and what is missing unaccounted for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dostyk.documents.claims import Remark

NEEDED = 0.99
"""Share of the words to be seen that must be kept, or left out for a reason that is known."""
FEW = 5
"""Words that may be missing from a short text without a remark: two parsers cut words at different places."""
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many words there are to be seen, how many were kept, and the first of those missing of which nobody knows why."""

    words: int
    kept: int
    missing: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Share of words that were kept; 1 where there are none."""
        return self.kept / self.words if self.words else 1.0

    def remarks(self) -> tuple[Remark, ...]:
        """Say what is missing, where that is more than two parsers may differ in."""
        if len(self.missing) <= max(FEW, (1 - NEEDED) * self.words):
            return ()
        sample = " ".join(self.missing[:SHOWN])
        return (Remark(f"{len(self.missing)} of its {self.words} words that are to be seen are not in the text: “{sample}”", lost=True),)


def cover(seen: Iterable[str], kept: Iterable[str], left_out: Iterable[str] = (), unseen: Iterable[str] = ()) -> Coverage:
    """Compare the words of pieces of text: those that another parser finds, those kept, those left out on purpose, and those that nobody sees."""
    found = _count(seen)
    missing = found - _count(kept)
    nobody = missing & _count(unseen)
    found, missing = found - nobody, missing - nobody
    unknown = missing - _count(left_out)
    return Coverage(found.total(), found.total() - missing.total(), tuple(unknown.elements()))


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", "\n".join(texts)))
