"""Dates in a text, read into EDTF with what was stated and what was derived."""

from dostyk.values.dates.doubts import impossible_dates, misfit_weekdays
from dostyk.values.dates.habits import day_first
from dostyk.values.dates.headings import read_heading_date
from dostyk.values.dates.reader import read_dates
from dostyk.values.dates.span import DateSpan

__all__ = ["DateSpan", "day_first", "impossible_dates", "misfit_weekdays", "read_dates", "read_heading_date"]
