"""All statements and a day → those that could be made of the world as it stood on that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dostyk.facts.timing import Day, beginning, first_day, last_day
from dostyk.model.statement import Modality, Statement

_COMING = (Modality.PLANNED, Modality.EXPECTED, Modality.POSSIBLE)


def as_it_stood(statements: Iterable[Statement], as_of: str | None) -> Iterator[Statement]:
    """Leave out what was announced, and what happened, after an EDTF date; later pages may tell of what happened before.

    What is told on a page without a date, of something without a date, stays. Without `as_of` nothing is left out.
    """
    day = last_day(as_of)
    for statement in statements:
        if day is None or (_announced(statement, day) if _is_coming(statement) else _happened(statement, day)):
            yield statement


def _is_coming(statement: Statement) -> bool:
    return statement.kind == "Commitment" or statement.modality in _COMING


def _announced(statement: Statement, day: Day) -> bool:
    page = first_day(statement.document.published)
    return page is None or page <= day


def _happened(statement: Statement, day: Day) -> bool:
    """Whether a page of that day or before tells of it, or it was over (a figure's period) or had begun by then."""
    page = last_day(statement.document.published)
    if page is not None and page <= day:
        return True
    own = last_day(statement.time if statement.kind == "Indicator" else beginning(statement.time))
    return own <= day if own is not None else page is None and statement.time is None
