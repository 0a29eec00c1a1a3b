"""What is asked for besides words → which statements and versions count, as SQL and as a test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dostyk.entities.things import countries
from dostyk.model.statement import Statement
from dostyk.search.indexing import bounds

_CURRENT = """(:known_at IS NULL OR {0}.learned_at <= :known_at) AND NOT EXISTS (SELECT 1 FROM versions AS newer
  WHERE newer.line = {0}.line AND newer.number > {0}.number AND (:known_at IS NULL OR newer.learned_at <= :known_at))"""
_ONCE = f"""NOT EXISTS (SELECT 1 FROM versions AS other WHERE other.document = v.document AND other.number < v.number
  AND {_CURRENT.format("other")})"""
WANTED = f"""CASE WHEN :version IS NOT NULL THEN v.number = :version ELSE {_CURRENT.format("v")} AND {_ONCE} END"""
"""Which versions count: the one asked for, else the latest of each document, of those learned in time; the same text speaks once."""
DATED = "(:since IS NULL OR {0}.high >= :since) AND (:until IS NULL OR {0}.low <= :until)"
"""Which times count, of a table that has `low` and `high`."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is asked for besides words.

    `kind` is a kind of statement, `country` an ISO 3166-1 code; `since` and `until` are days as `bounds` gives them, which the time of
    a statement (its document's date where it has none) or the date of a passage's document must meet. `version` is the number of the
    only version to be searched, `known_at` (ISO 8601) the time whose knowledge is asked for.
    """

    kind: str | None = None
    country: str | None = None
    since: int | None = None
    until: int | None = None
    version: int | None = None
    known_at: str | None = None

    def marks(self) -> list[str]:
        """Give the marks that statements must bear."""
        return [*([f"k{self.kind.lower()}"] if self.kind else []), *([f"c{self.country.lower()}"] if self.country else [])]

    def values(self) -> dict[str, Any]:
        """Give what SQL needs to know."""
        return {name: getattr(self, name) for name in ("since", "until", "version", "known_at")}

    def holds(self, statement: Statement) -> bool:
        """Tell whether a statement is of the kind, the country and the time that are asked for."""
        if self.kind not in (None, statement.kind) or (self.country is not None and self.country not in countries(statement)):
            return False
        low, high = days(statement)
        return (self.since is None or (high is not None and high >= self.since)) and (self.until is None or (low is not None and low <= self.until))


def days(statement: Statement) -> tuple[int | None, int | None]:
    """Give the first and last day of a statement's time, or, where it has none, of its document's date."""
    low, high = bounds(statement.time)
    return (low, high) if low is not None else bounds(statement.document.published)


def matches_of(names: Sequence[int], chosen: Chosen, most: int = 200) -> Iterator[str]:
    """Write queries for the statements that bear one of some names, so many names a query."""
    also = "".join(f' AND "{mark}"' for mark in chosen.marks())
    for at in range(0, len(names), most):
        either = " OR ".join(f'"n{number}"' for number in names[at : at + most])
        yield f"marks : (({either}){also})"
