"""What the readers of one text share while they read it: the text, its tokens, places, and which tokens are taken."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from dostyk.entities.names.lexicon import Lexicon
from dostyk.entities.names.span import NameSpan
from dostyk.entities.names.tokens import Token
from dostyk.values.names import PlaceSpan


@dataclass(slots=True)
class Office:
    """An office by its tokens `first`..`last`, and whose it is."""

    first: int
    last: int
    of: str = ""
    country: str | None = None
    used: bool = False


@dataclass(slots=True)
class Draft:
    """A text half read; `place[i]` is the place that token `i` belongs to, `taken[i]` says that a name has token `i`."""

    text: str
    tokens: list[Token]
    words: Lexicon
    place: list[PlaceSpan | None]
    taken: list[bool]
    offices: list[Office] = field(default_factory=list)
    office_at: dict[int, Office] = field(default_factory=dict)
    office_ending: dict[int, Office] = field(default_factory=dict)
    in_office: set[int] = field(default_factory=set)
    office_lead: set[int] = field(default_factory=set)
    spans: list[NameSpan] = field(default_factory=list)

    def low(self, index: int) -> str:
        """Give a token in small letters, "" beyond the ends."""
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    def near(self, index: int) -> bool:
        """Say whether nothing but a space, or one line end inside a sentence, parts a token from the one before."""
        between = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return "\n\n" not in between and ("\n" not in between or not self.tokens[index].first)

    def take(self, first: int, last: int) -> None:
        """Mark tokens as belonging to a name."""
        for index in range(first, last + 1):
            self.taken[index] = True


def at_tokens(tokens: list[Token], places: list[PlaceSpan]) -> list[PlaceSpan | None]:
    """Give for each token the place that it belongs to."""
    starts = [t.start for t in tokens]
    out: list[PlaceSpan | None] = [None] * len(tokens)
    for found in places:
        index = max(0, bisect_left(starts, found.start + 1) - 1)
        while index < len(tokens) and tokens[index].start < found.end:
            if tokens[index].end > found.start:
                out[index] = found
            index += 1
    return out
