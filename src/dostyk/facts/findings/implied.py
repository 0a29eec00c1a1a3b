"""Figures and the arithmetic between them → figures that nobody states: growth to base, sum to part, whole to rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from dostyk.facts.figures import Dissent, step, value_dissent
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.findings.series import Figure, figures
from dostyk.facts.naming import be
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_figure, show_time
from dostyk.facts.timing import Day, edges, year_before
from dostyk.model.fact import Finding, Severity

_Place = tuple[tuple[str, ...], tuple[Day, Day] | None]
"""A line of figures and the days that one of them covers."""
_TRADE, _EXPORTS, _IMPORTS = "trade turnover", "exports", "imports"


def implied_by_growth(record: Record) -> Iterator[Finding]:
    """A level and its growth give the level of the period before."""
    stated = _by_line(figures(record))
    for base in bases(record):
        known = _find(stated, base.line, base.time)
        if known is None:
            summary = f"Implied: {base.words} {be(base.words)} {base.shown} in {show_time(base.time)}"
            yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, base.how), base.statements, [base.fact])
        elif _differ(known, base):
            summary = f"Growth of {base.words} does not fit the figure for {show_time(base.time)}"
            reason = f"{base.how} But the record has {known.shown} for {show_time(base.time)}."
            yield remark(FindingType.CONFLICT, Severity.CAUTION, (summary, reason), [*base.statements, *known.statements], [base.fact, known.fact])


def bases(record: Record) -> Iterator[Figure]:
    """The level of the period before, from each level and growth of one period."""
    levels: dict[_Place, list[Figure]] = defaultdict(list)
    for level in figures(record):
        levels[level.line[:1] + level.line[2:], edges(level.time)].append(level)
    for growth in figures(record, "change"):
        if growth.unit != "%" or growth.value <= -100:
            continue
        for level in levels.get((growth.line[:1] + growth.line[2:], edges(growth.time)), ()):
            made = _base(level, growth)
            if made:
                yield made


def _base(level: Figure, growth: Figure) -> Figure | None:
    time = growth.fact.attributes.get("compared_with") or year_before(level.time)
    if time is None or edges(time) is None:
        return None
    value = _rounded(level.value / (1 + growth.value / 100), level.value)
    bound = "exact" if (level.bound, growth.bound) == ("exact", "exact") else "about"
    change = f"{'up' if growth.value >= 0 else 'down'} {show_figure(format(abs(growth.value), 'f'), '%', growth.bound)}"
    how = f"{capital(level.shown)} in {show_time(level.time)}, {change}."
    return replace(level, time=time, value=value, bound=bound, statements=level.statements + growth.statements, how=how)


def implied_by_difference(record: Record) -> Iterator[Finding]:
    """Trade less one side's exports gives the other side's."""
    stated = list(figures(record))
    known, parts = _by_line(stated), _flows(stated)
    for total in (f for f in stated if f.line[0] == _TRADE and f.line[2].count(",") == 1):
        for part in parts.get(((total.unit, total.line[2]), edges(total.time)), ()):
            if "over" in (part.bound, total.bound):
                continue
            found = _rest(total, part)
            if found is not None and _find(known, found.line, found.time) is None and _mirror(known, found) is None:
                summary = f"Implied: {found.words} were {found.shown} in {show_time(found.time)}"
                yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, found.how), found.statements, [total.fact, part.fact])


def _flows(stated: Iterable[Figure]) -> dict[_Place, list[Figure]]:
    """Exports and imports by unit, the two parties in order, and period."""
    found: dict[_Place, list[Figure]] = defaultdict(list)
    for part in stated:
        if part.line[0] in (_EXPORTS, _IMPORTS):
            found[(part.unit, ",".join(sorted(part.line[2:4]))), edges(part.time)].append(part)
    return found


def _rest(total: Figure, part: Figure) -> Figure | None:
    """The other side's exports: total trade less one side's exports to, or imports from, the other."""
    one, other = part.line[2], part.line[3]
    if sorted((one, other)) != total.line[2].split(",") or part.line[0] not in (_EXPORTS, _IMPORTS) or part.value >= total.value:
        return None
    names = {m.id: m.name for role in ("subject", "partner") for m in part.fact.roles.get(role, ())}
    giver, taker = (other, one) if part.line[0] == _EXPORTS else (one, other)
    value = total.value - part.value
    bound = "exact" if (total.bound, part.bound) == ("exact", "exact") else "about"
    how = f"Trade of {total.shown} less {part.shown} of {part.words} in {show_time(total.time)}."
    words = f"exports from {names[giver]} to {names[taker]}"
    line = (_EXPORTS, total.unit, giver, taker, "")
    return replace(total, line=line, value=value, bound=bound, words=words, how=how, statements=total.statements + part.statements)


def implied_by_remainder(record: Record) -> Iterator[Finding]:
    """A year less its first half (stated, or implied by the next year's growth) gives its second half."""
    stated = list(figures(record))
    said = _by_line(stated)
    known = _by_line([*stated, *(b for b in bases(record) if _find(said, b.line, b.time) is None)])
    for year in stated:
        if year.sort != "flow" or not year.time.isdigit():
            continue
        half = _find(known, year.line, f"{year.time}-01/{year.time}-06")
        rest = f"{year.time}-07/{year.time}-12"
        if half is None or half.bound not in ("exact", "about") or half.value >= year.value or _find(said, year.line, rest):
            continue
        value = year.value - half.value
        bound = year.bound if half.bound == "exact" else "about"
        shown = show_figure(format(value, "f"), year.unit, bound)
        origin = f", itself implied by {half.how.rstrip('.')}" if half.how else ""
        reason = f"{capital(year.shown)} in {year.time} less {half.shown} in {show_time(half.time)}{origin}."
        summary = f"Implied: {year.words} {be(year.words)} {shown} in the second half of {year.time}"
        yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, reason), [*year.statements, *half.statements], [year.fact, half.fact])


def _by_line(stated: Iterable[Figure]) -> dict[_Place, Figure]:
    """The first figure of each line and period."""
    found: dict[_Place, Figure] = {}
    for figure in stated:
        found.setdefault((figure.line, edges(figure.time)), figure)
    return found


def _find(known: Mapping[_Place, Figure], line: tuple[str, ...], time: str) -> Figure | None:
    return known.get((line, edges(time)))


def _mirror(known: Mapping[_Place, Figure], exports: Figure) -> Figure | None:
    """The same flow as the other side's imports."""
    _, unit, giver, taker, counted = exports.line
    return _find(known, (_IMPORTS, unit, taker, giver, counted), exports.time)


def _differ(stated: Figure, implied: Figure) -> bool:
    """Whether a stated figure lies further from the implied one than a hundredth, and rounding or a bound do not explain it."""
    if abs(stated.value - implied.value) * 100 <= abs(stated.value):
        return False
    pair = ((format(f.value, "f"), f.bound) for f in (stated, implied))
    return value_dissent(*pair) is Dissent.REAL


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """Rounded to the last place of the figure it comes from, but to three digits at least."""
    three = Decimal(1).scaleb(value.adjusted() - 2)
    unit = min(step(like), three)
    return (value / unit).quantize(Decimal(1)) * unit
