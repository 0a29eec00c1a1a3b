"""Turns an EDTF string into English words."""

from __future__ import annotations

from dostyk.values.edtf.parse import Interval, Point, Several, parse

NAMES = "January February March April May June July August September October November December".split()
SEASONS = "spring summer autumn winter".split()
PERIODS = {21 + i: name for i, name in enumerate(SEASONS)}
PERIODS |= {25 + i: f"{SEASONS[i % 4]} ({'northern' if i < 4 else 'southern'})" for i in range(8)}
PERIODS |= {33 + i: f"{name} quarter of" for i, name in enumerate(("first", "second", "third", "fourth"))}
PERIODS |= {37 + i: f"{name} third of" for i, name in enumerate(("first", "second", "last"))} | {40: "first half of", 41: "second half of"}


def show(edtf: str) -> str:
    """Word a date for readers: "16 November 2006", "January–May 2024", "since August 2003"; raises ValueError on what is no EDTF."""
    value = parse(edtf)
    if isinstance(value, Several):
        words = [_interval(item) if isinstance(item, Interval) else _point(item) for item in value.items]
        return f"{', '.join(words[:-1])} {'or' if value.one else 'and'} {words[-1]}" if len(words) > 1 else words[0]
    return _interval(value) if isinstance(value, Interval) else _point(value)


def _interval(value: Interval) -> str:
    start, end = value.start, value.end
    if start and end:
        return _joined(start, end)
    if start:
        return f"since {_point(start)}" if value.end_open else f"from {_point(start)}"
    return f"until {_point(end)}" if end else "at any time"


def _joined(start: Point, end: Point) -> str:
    """Name shared parts once; spaces stand around the dash where a side has more than one word."""
    last, first = _point(end), _point(start)
    plain = not (start.approximate or start.uncertain or end.approximate or end.uncertain)
    if plain and start.year == end.year and start.month and end.month and not start.season and not end.season and start.specified and end.specified:
        if start == end:
            return last
        same_month = start.month == end.month and start.day and end.day
        first = str(int(start.day)) if same_month else first.rsplit(" ", 1)[0]
        last_head = last.split(" ")[0] if same_month else last.rsplit(" ", 1)[0]
        return f"{first} – {last}" if " " in first or " " in last_head else f"{first}–{last}"
    return f"{first} – {last}" if " " in first + last else f"{first}–{last}"


def _point(point: Point) -> str:
    mark = "about " if point.approximate else ""
    doubt = " (uncertain)" if point.uncertain else ""
    return f"{mark}{_plain(point)}{doubt}"


def _plain(point: Point) -> str:
    year = _year(point)
    if point.season:
        return f"{PERIODS[point.season]} {year}".strip()
    if not point.month or point.month == "XX":
        return f"{int(point.day)}th day of a month in {year}" if point.day.isdigit() else year or "an unknown year"
    month = NAMES[int(point.month) - 1] if point.month.isdigit() else f"month {point.month} of"
    day = "" if not point.day or point.day == "XX" else str(int(point.day)) if point.day.isdigit() else f"day {point.day} of"
    return " ".join(part for part in (day, month, year, f"{point.time[:5]}" if point.time else "") if part)


def _year(point: Point) -> str:
    year, era = (point.year[1:], True) if point.year.startswith("-") else (point.year, False)
    if year == "XXXX":
        return ""
    if year.endswith("XX") and year[:-2].isdigit():
        return f"the {_ordinal(int(year[:-2]) + 1)} century{' BC' if era else ''}"
    if "X" in year:
        return f"the {year[:-1]}0s{' BC' if era else ''}" if year[:-1].isdigit() else year
    number = int(point.year)
    return f"{1 - number} BC" if number <= 0 else str(number) if number >= 1000 else f"AD {number}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
