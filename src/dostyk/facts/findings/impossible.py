"""Dates that no calendar has, days of the week that do not fit them, periods that end before they begin → findings."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.naming import name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import capital
from dostyk.facts.sources import source_name
from dostyk.facts.tables import table
from dostyk.facts.timing import first_day, last_day
from dostyk.model.document import Document
from dostyk.model.fact import Finding, Severity
from dostyk.model.statement import Statement

# Until this year some states counted days otherwise, so that another day of the week may be right.
_OTHER_CALENDARS = 1926
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_NUMERIC = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d./])")


def impossible_dates(record: Record) -> Iterator[Finding]:
    """Dates in a page that cannot be, with the statements on whose lines they stand."""
    pages: dict[Document, list[Statement]] = defaultdict(list)
    for item in record.items.values():
        pages[item.statement.document].append(item.statement)
    for document, statements in pages.items():
        for at, shown, why in dates_that_cannot_be(document.text):
            hit = [s for s in statements if _line_start(document.text, s.evidence.start) <= at < _line_end(document.text, s.evidence.end)]
            if hit:
                words = (f"{source_name(document)} gives an impossible date: {shown}", why)
                yield remark(FindingType.IMPOSSIBLE_DATE, Severity.WARNING, words, hit)


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


@lru_cache(maxsize=4096)
def dates_that_cannot_be(text: str) -> tuple[tuple[int, str, str], ...]:
    """Offset, wording and reason of each date in a text that no calendar has, or that was another day of the week."""
    return tuple(sorted({*_worded(text), *_in_figures(text), *_weekdays(text)}))


def _worded(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _day_and_month().finditer(text):
        day, month, year = (match[a] or match[b] for a, b in (("d1", "d2"), ("m1", "m2"), ("y1", "y2")))
        most = int(table("findings/impossible.toml")["days"][month.casefold().rstrip(".")])
        if most == 29 and year and not calendar.isleap(int(year)):
            most = 28
        if not 1 <= int(day) <= most:
            yield match.start(), " ".join(match[0].split()), f"That month has {most} days" + (f" in {year}." if most == 28 else ".")


def _in_figures(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _ISO.finditer(text):
        if not _exists(match[1], match[2], match[3]):
            yield match.start(), match[0], "No calendar has that day."
    for match in _NUMERIC.finditer(text):
        if not _exists(match[4], match[3], match[1]) and not _exists(match[4], match[1], match[3]):
            yield match.start(), match[0], "No calendar has that day, whichever of the two is the month."


def _exists(year: str, month: str, day: str) -> bool:
    try:
        return bool(date(int(year), int(month), int(day)))
    except ValueError:
        return False


def _weekdays(text: str) -> Iterator[tuple[int, str, str]]:
    """Dates whose day of the week is told wrongly."""
    order = table("findings/impossible.toml")["order"]
    for match in _weekday_and_date().finditer(text):
        day, month, year = (match[a] or match[b] for a, b in (("d1", "d2"), ("m1", "m2"), ("y1", "y2")))
        number = order["months"].index(month.casefold()[:3]) + 1
        if int(year) > _OTHER_CALENDARS and _exists(year, str(number), day):
            truly = order["weekdays"][date(int(year), number, int(day)).weekday()]
            if truly != match["weekday"].casefold():
                yield match.start(), " ".join(match[0].split()), f"That day was a {truly.capitalize()}: the date or the day of the week is wrong."


def _months(latin: bool) -> str:
    return "|".join(sorted((m for m in table("findings/impossible.toml")["days"] if not latin or m.isascii()), key=lambda m: (-len(m), m)))


@cache
def _day_and_month() -> re.Pattern[str]:
    """A day beside its month: "31 June 2018", "31st of June"; "June 31, 2018", "June 31st", but not "In June 31 schools opened"."""
    months = _months(latin=False)
    before = rf"(?<![\d.,/])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{months})\b\.?(?:,?\s+(?P<y1>\d{{4}})\b)?"
    after = rf"\b(?P<m2>{_months(latin=True)})\b\.?\s+(?P<d2>\d{{1,2}})(?:(?:st|nd|rd|th)\b|,?\s+(?P<y2>\d{{4}})\b|(?=[.;)]?\s*$))"
    return re.compile(f"{before}|{after}", re.IGNORECASE | re.MULTILINE)


@cache
def _weekday_and_date() -> re.Pattern[str]:
    weekdays, months = "|".join(table("findings/impossible.toml")["order"]["weekdays"]), _months(latin=True)
    one = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{months})\b\.?,?\s+(?P<y1>\d{{4}})\b"
    two = rf"(?P<m2>{months})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<y2>\d{{4}})\b"
    return re.compile(rf"\b(?P<weekday>{weekdays}),?\s+(?:{one}|{two})", re.IGNORECASE)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
