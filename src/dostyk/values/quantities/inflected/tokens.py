"""Text → tokens: runs of figures, words and single signs with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dostyk.values.quantities.shapes import FIGURES

_TOKEN = re.compile(rf"({FIGURES.pattern.replace(chr(92) + '1', chr(92) + '2')})|([^\W\d_]+)|[^\s]")
MARGIN = 16
_PLAIN = str.maketrans({"ё": "е", "‑": "-", "’": "'"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text by number: where each begins and ends, its lower-case form, and whether it is figures or a word.

    The last three lists end in a margin of empty entries, so that looking a little before the first token or behind the
    last one finds nothing.
    """

    text: str
    starts: list[int]
    ends: list[int]
    low: list[str]
    figures: list[bool]
    word: list[bool]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, i: int) -> str:
        """Give the lower-case form of token `i`; empty outside the text."""
        try:
            return self.low[i]
        except IndexError:
            return ""

    def raw(self, i: int) -> str:
        """Give token `i` as it stands."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def glued(self, i: int) -> bool:
        """Say whether token `i` follows the one before it without a space."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def near(self, i: int) -> bool:
        """Say whether at most two spaces or one line break stand before token `i`."""
        return 0 < i < len(self.starts) and self.starts[i] - self.ends[i - 1] <= 2 and "\n\n" not in self.text[self.ends[i - 1] : self.starts[i]]

    def is_word(self, i: int) -> bool:
        """Say whether token `i` is a word."""
        return -MARGIN <= i < len(self.word) and self.word[i]

    def is_figures(self, i: int) -> bool:
        """Say whether token `i` is a run of figures."""
        return -MARGIN <= i < len(self.figures) and self.figures[i]


def tokens(text: str) -> Tokens:
    """Split a text."""
    found = Tokens(text, [], [], [], [], [])
    for match in _TOKEN.finditer(text):
        found.starts.append(match.start())
        found.ends.append(match.end())
        found.low.append(match.group().lower().translate(_PLAIN))
        found.figures.append(match[1] is not None)
        found.word.append(match[3] is not None)
    found.low.extend([""] * MARGIN)
    found.figures.extend([False] * MARGIN)
    found.word.extend([False] * MARGIN)
    return found
