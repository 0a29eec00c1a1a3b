"""Dates that no calendar has, days of the week that do not fit them, periods that end before they begin → findings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.naming import name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import capital
from dostyk.facts.sources import source_name
from dostyk.facts.surroundings import paragraph_around
from dostyk.facts.tables import table
from dostyk.facts.timing import first_day, last_day
from dostyk.model.document import Document
from dostyk.model.fact import Finding, Severity
from dostyk.model.statement import Statement
from dostyk.values import dates

_READ = ("en", "ru", "kk", "zh")  # languages whose dates are read
_LATE_DAY = re.compile(r"(?<!\d)(?:29|3\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Until this year some states counted days otherwise, so that another day of the week may be right.
_OTHER_CALENDARS = 1926


def impossible_dates(record: Record) -> Iterator[Finding]:
    """Dates that cannot be, with the statements on whose lines they stand."""
    found: dict[tuple[Document, str, str], list[Statement]] = defaultdict(list)
    for item in record.items.values():
        statement = item.statement
        for shown, why in dates_that_cannot_be(paragraph_around(statement), statement.document.language or "en"):
            found[statement.document, shown, why].append(statement)
    for (document, shown, why), statements in found.items():
        summary = f"{source_name(document)} gives an impossible date: {shown}"
        yield remark(FindingType.IMPOSSIBLE_DATE, Severity.WARNING, (summary, why), statements)


def ended_before_begun(record: Record) -> Iterator[Finding]:
    """Something said to last from a later to an earlier day."""
    for fact in record.facts:
        for statement in fact.statements:
            start, slash, end = (statement.time or "").partition("/")
            first, last = first_day(start), last_day(end)
            if slash and first and last and last < first:
                summary = f"{capital(name_fact(fact))} ends before it begins: {statement.time}"
                reason = "The period is told from a later day to an earlier one: the two were exchanged, or one is wrong."
                yield remark(FindingType.IMPOSSIBLE_DATE, Severity.WARNING, (summary, reason), [statement], [fact])


@lru_cache(maxsize=16384)
def dates_that_cannot_be(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """Wording and reason of each date in some lines that no calendar has, or that was another day of the week."""
    if language not in _READ or not _doubtful(text):
        return ()
    missing = [(words, "No calendar has that day.") for _, _, words in dates.impossible_dates(text, language)]
    misfit = [words for _, _, words in dates.misfit_weekdays(text, language) if _counted_as_today(words)]
    return tuple(dict.fromkeys([*missing, *((words, "That day was another day of the week: one of the two is wrong.") for words in misfit)]))


def _counted_as_today(words: str) -> bool:
    year = _YEAR.search(words)
    return year is not None and int(year[0]) > _OTHER_CALENDARS


def _doubtful(text: str) -> bool:
    """Whether a date in a text can be wrong at all: there is a day that not every month has, or a day of the week."""
    if _LATE_DAY.search(text):
        return True
    low = text.casefold()
    return any(word in low for word in table("findings/impossible.toml")["weekdays"])
