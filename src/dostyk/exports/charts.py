"""Series → the shapes of a chart: one bar for each figure, as wide as its period, with its bound, and the same as a table.

Figures that differ for one period stand side by side in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dostyk.exports.footnotes import Notes
from dostyk.facts.showing import show_figure, show_list, show_number, show_time, show_unit
from dostyk.facts.sources import source_name
from dostyk.facts.timing import first_day, last_day
from dostyk.model.brief import Point, Series

WIDTH, HEIGHT = 560, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 28, 34
_NARROWEST = 5.0
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"), (Decimal(10) ** 3, "thousand"))


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure as drawn, in the chart's own coordinates; `part` for less than a year, `lift` how much higher its label stands."""

    x: float
    y: float
    width: float
    height: float
    label: str
    bound: str
    part: bool
    period: str
    lift: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, and what it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One figure as the table beside the chart tells it."""

    period: str
    value: str
    note: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn series."""

    id: str
    title: str
    unit: str
    description: str
    bars: tuple[Bar, ...]
    heights: tuple[Tick, ...]
    years: tuple[Tick, ...]
    rows: tuple[Row, ...]
    sources: str
    base: float = HEIGHT - _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT


def draw(series: Series, id: str, notes: Notes) -> Chart:
    """Lay a series out: years along the bottom, values from zero up."""
    first = min(_start(p) for p in series.points)
    last = max(_end(p) for p in series.points)
    years = range(date.fromordinal(first).year, date.fromordinal(last - 1).year + 1)
    span = (date(years[0], 1, 1).toordinal(), date(min(years[-1] + 1, 9999), 1, 1).toordinal())
    top = _top(max(Decimal(p.value) for p in series.points))
    scale, word = next(((s, w) for s, w in _SCALES if top >= s), (Decimal(1), ""))
    drawn = sorted(series.points, key=lambda p: (_start(p) - _end(p), p.time, p.value))
    periods = [(_start(p), _end(p)) for p in drawn]
    bars = tuple(_bar(p, (periods[:n].count(periods[n]), periods.count(periods[n])), span, top, scale) for n, p in enumerate(drawn))
    rows = tuple(Row(show_time(p.time), show_figure(p.value, series.unit, p.bound), notes.number(p.statement)) for p in series.points)
    return Chart(
        id=id,
        title=series.title,
        unit=" ".join(w for w in (word, show_unit(series.unit)) if w) or "number",
        description="; ".join(f"{r.period}: {r.value}" for r in rows),
        bars=bars,
        heights=_heights(top, scale),
        years=_years(years, span),
        rows=rows,
        sources=show_list(source_name(p.statement.document) for p in series.points),
    )


def _bar(point: Point, place: tuple[int, int], span: tuple[int, int], top: Decimal, scale: Decimal) -> Bar:
    """Draw one figure; `place` is which one it is of how many that are told of its period."""
    left, right = _x(_start(point), span), _x(_end(point), span)
    left, right = left + (right - left) * place[0] / place[1], left + (right - left) * (place[0] + 1) / place[1]
    y = _y(Decimal(point.value), top)
    width = max(right - left - 2, _NARROWEST)
    label = show_number((Decimal(point.value) / scale).normalize())
    part = _end(point) - _start(point) < 360
    return Bar(
        round(left + 1, 1),
        round(y, 1),
        round(width, 1),
        round(HEIGHT - _BOTTOM - y, 1),
        label,
        point.bound,
        part,
        show_time(point.time),
        11 * (place[0] % 2),
    )


def _years(years: range, span: tuple[int, int]) -> tuple[Tick, ...]:
    """Years under the chart, thinned where they are many."""
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if len(years) / s <= 9)
    middles = [(y, (_x(date(y, 1, 1).toordinal(), span) + _x(date(y, 12, 31).toordinal(), span)) / 2) for y in years if y % step == 0]
    return tuple(Tick(round(at, 1), str(year)) for year, at in middles)


def _heights(top: Decimal, scale: Decimal) -> tuple[Tick, ...]:
    """Values beside the chart, in round steps."""
    parts = 4 if int(top.scaleb(-top.adjusted())) in (2, 4, 8) else 5
    return tuple(Tick(round(_y(top * n / parts, top), 1), show_number((top * n / parts / scale).normalize())) for n in range(parts + 1))


def _top(greatest: Decimal) -> Decimal:
    """The end of the value axis: the next of 1, 2, 4, 5 or 8 times a power of ten."""
    if greatest <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(greatest.adjusted())
    return next(power * n for n in (1, 2, 4, 5, 8, 10) if power * n >= greatest)


def _x(day: int, span: tuple[int, int]) -> float:
    return _LEFT + (WIDTH - _LEFT - _RIGHT) * (day - span[0]) / (span[1] - span[0])


def _y(value: Decimal, top: Decimal) -> float:
    return HEIGHT - _BOTTOM - (HEIGHT - _BOTTOM - _TOP) * float(max(value, Decimal(0)) / top)


def _start(point: Point) -> int:
    return _ordinal(first_day(point.time))


def _end(point: Point) -> int:
    """The day after the last; an open period is drawn to the date of its document, or as one day."""
    last = last_day(point.time) or last_day(point.statement.document.published) or first_day(point.time)
    return max(_ordinal(last) + 1, _start(point) + 1)


def _ordinal(day: tuple[int, int, int] | None) -> int:
    year, month, number = day or (1, 1, 1)
    return date(min(max(year, 1), 9998), month, number).toordinal()
