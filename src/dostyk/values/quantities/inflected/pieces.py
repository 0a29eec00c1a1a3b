"""Piece: one number with its unit and rate, before pieces are joined."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Piece:
    """A number with its unit, from token `first` up to token `end`; `suffix` is the case ending that its last word shows.

    `lead` is the preposition before it, `begin` the token where its bound begins, `pair` the value that it rose or fell to.
    """

    first: int
    end: int
    low: Decimal
    high: Decimal | None = None
    unit: str = "1"
    scale: Decimal = Decimal(1)
    sort: str = "level"
    words: bool = False
    vague: bool = False
    ordinal: bool = False
    bare: bool = True
    sign: int = 1
    rate: str | None = None
    bound: str = "exact"
    lead: str = ""
    begin: int = -1
    suffix: str = ""
    alternative: tuple[str, str] | None = None
    fraction: str | None = None
    pair: Piece | None = None

    def __post_init__(self) -> None:
        if self.begin < 0:
            self.begin = self.first

    @property
    def counts(self) -> bool:
        """Say whether this is a plain level that can be an end of a range."""
        return not self.ordinal and self.high is None and self.alternative is None
