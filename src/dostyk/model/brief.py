"""Brief: structured content of what is handed in: sections, sentences, citations; no bytes."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief; without at least one statement behind it, it cannot be made."""

    text: str
    statements: tuple[Statement, ...]

    def __post_init__(self) -> None:
        """Refuse a sentence that nothing stands behind."""
        if not self.statements:
            raise ValueError(f"a sentence without evidence: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: EDTF period, decimal value, bound, and the statement that gives it."""

    time: str
    value: str
    bound: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one measure in one unit for one subject and partner, in order of period."""

    title: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One section; `silence` says in words that the record holds nothing, where it holds nothing."""

    title: str
    sentences: tuple[Sentence, ...]
    series: tuple[Series, ...] = ()
    silence: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief on the relationship of two countries (ISO 3166-1 codes) as of an EDTF date, or of what is held now.

    `known_at` (ISO 8601): nothing that was learned later is in it.
    """

    parties: tuple[str, str]
    title: str
    as_of: str | None
    sections: tuple[Section, ...]
    known_at: str | None = None
