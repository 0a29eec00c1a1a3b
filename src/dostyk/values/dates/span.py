"""DateSpan: a date as it stands in a text, turned into EDTF, with what was stated and what was derived."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateSpan:
    """One date, interval or length of time in a text.

    `start` and `end` are string indices of the date words themselves ("early", "the" and ordinal endings included, the preposition not);
    `lead` is where the whole adverbial begins, preposition included. `edtf` is a point or an interval, without an open end even after
    "since"; None where nothing can be resolved. `stated` is what stands there by itself ("XXXX-05-15", "relative:-1Y"). `derived_from`
    tells what filled the gap: "reference" (the document's date) or "context" (a date before it). `approximate` and `uncertain` say that the
    text calls it so ("circa", "1863?"); `edtf` then has ~, ? or %. `duration` is ISO 8601 ("P3M").
    """

    start: int
    end: int
    edtf: str | None
    stated: str
    derived_from: str | None = None
    relation: str = "in"
    lead: int = -1
    approximate: bool = False
    kind: str = "date"
    vague: bool = False
    duration: str | None = None
    same_period: bool = False
    uncertain: bool = False
    assumed: bool = False

    @property
    def interval(self) -> str | None:
        """The date with its relation as one EDTF string, as precise as stated: "since 2018" is 2018/.., "before May 2020" is ../2020-05."""
        if self.edtf is None or "/" in self.edtf or self.relation in ("in", "as_of"):
            return self.edtf
        return f"{self.edtf}/.." if self.relation in ("since", "from_start", "after") else f"../{self.edtf}"

    def __post_init__(self) -> None:
        """Let the adverbial begin with the date where no preposition stands before it."""
        if self.lead < 0:
            object.__setattr__(self, "lead", self.start)
