"""Figures and the arithmetic between them → figures that nobody states: growth to base, sum to part, whole to rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from dostyk.facts.figures import step, value_dissent
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.findings.series import Figure, figures, told_together
from dostyk.facts.naming import be
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_figure, show_time
from dostyk.facts.timing import Day, edges, year_before
from dostyk.model.fact import DissentType, Finding, Severity

Place = tuple[tuple[str, ...], tuple[Day, Day] | None]
"""A line of figures and the days that one of them covers."""
_TRADE, _EXPORTS, _IMPORTS = "trade turnover", "exports", "imports"


def implied_by_growth(record: Record) -> Iterator[Finding]:
    """A level and its growth give the level of the period before."""
    stated = by_line(figures(record))
    for base in bases(record):
        known = find_figure(stated, base.line, base.time)
        if known is None:
            summary = f"Implied: {base.words} {be(base.words)} {base.shown} in {show_time(base.time)}"
            yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, base.how), base.statements, [base.fact])
        elif differ(known, base):
            summary = f"Growth of {base.words} does not fit the figure for {show_time(base.time)}"
            reason = f"{base.how} But the record has {known.shown} for {show_time(base.time)}."
            yield remark(FindingType.CONFLICT, Severity.CAUTION, (summary, reason), [*base.statements, *known.statements], [base.fact, known.fact])


def bases(record: Record) -> Iterator[Figure]:
    """The level of the period before, from each level and growth of one period."""
    levels: dict[Place, list[Figure]] = defaultdict(list)
    for level in figures(record):
        levels[level.line[:1] + level.line[2:], edges(level.time)].append(level)
    for growth in figures(record, "change"):
        if growth.unit != "%" or growth.value <= -100:
            continue
        for level in levels.get((growth.line[:1] + growth.line[2:], edges(growth.time)), ()):
            both = told_together(level, growth)
            made = _base(*both) if both else None
            if made:
                yield made


def _base(level: Figure, growth: Figure) -> Figure | None:
    time = growth.fact.attributes.get("compared_with") or year_before(level.time)
    if time is None or edges(time) is None:
        return None
    value = rounded(level.value / (1 + growth.value / 100), level.value)
    bound = "exact" if (level.bound, growth.bound) == ("exact", "exact") else "about"
    change = f"{'up' if growth.value >= 0 else 'down'} {show_figure(format(abs(growth.value), 'f'), '%', growth.bound)}"
    how = f"{capital(level.shown)} in {show_time(level.time)}, {change}."
    return replace(level, time=time, value=value, bound=bound, statements=level.statements + growth.statements, how=how)


def implied_by_difference(record: Record) -> Iterator[Finding]:
    """Trade less one side's exports gives the other side's."""
    stated = list(figures(record))
    known, parts = by_line(stated), flows(stated)
    for total in (f for f in stated if f.line[0] == _TRADE and f.line[2].count(",") == 1):
        for part in parts.get(((total.unit, total.line[2]), edges(total.time)), ()):
            if "over" in (part.bound, total.bound):
                continue
            both = told_together(total, part)
            found = _rest(*both) if both else None
            if found is not None and find_figure(known, found.line, found.time) is None and mirror_of(known, found) is None:
                summary = f"Implied: {found.words} were {found.shown} in {show_time(found.time)}"
                yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, found.how), found.statements, [total.fact, part.fact])


def flows(stated: Iterable[Figure]) -> dict[Place, list[Figure]]:
    """Exports and imports by unit, the two parties in order, and period."""
    found: dict[Place, list[Figure]] = defaultdict(list)
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
    said = by_line(stated)
    known = by_line([*stated, *(b for b in bases(record) if find_figure(said, b.line, b.time) is None)])
    for whole in stated:
        if whole.sort != "flow" or not whole.time.isdigit():
            continue
        first = find_figure(known, whole.line, f"{whole.time}-01/{whole.time}-06")
        rest = f"{whole.time}-07/{whole.time}-12"
        both = told_together(whole, first) if first and not find_figure(said, whole.line, rest) else None
        if both is None or both[1].bound not in ("exact", "about") or both[1].value >= both[0].value:
            continue
        year, half = both
        value = year.value - half.value
        bound = year.bound if half.bound == "exact" else "about"
        shown = show_figure(format(value, "f"), year.unit, bound)
        origin = f", itself implied by {half.how.rstrip('.')}" if half.how else ""
        reason = f"{capital(year.shown)} in {year.time} less {half.shown} in {show_time(half.time)}{origin}."
        summary = f"Implied: {year.words} {be(year.words)} {shown} in the second half of {year.time}"
        yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, reason), [*year.statements, *half.statements], [year.fact, half.fact])


def by_line(stated: Iterable[Figure]) -> dict[Place, Figure]:
    """The first figure of each line and period."""
    found: dict[Place, Figure] = {}
    for figure in stated:
        found.setdefault((figure.line, edges(figure.time)), figure)
    return found


def find_figure(known: Mapping[Place, Figure], line: tuple[str, ...], time: str) -> Figure | None:
    """The figure of a line for a period, however the period is written."""
    return known.get((line, edges(time)))


def mirror_of(known: Mapping[Place, Figure], exports: Figure) -> Figure | None:
    """The same flow as the other side's imports."""
    _, unit, giver, taker, counted = exports.line
    return find_figure(known, (_IMPORTS, unit, taker, giver, counted), exports.time)


def differ(stated: Figure, implied: Figure, slack: Decimal = Decimal(0)) -> bool:
    """Whether a stated figure lies further from the implied one than a hundredth, its own rounding or a bound explains.

    `slack` is how far the implied one may be off because the figures that it comes from are rounded.
    """
    gap = abs(stated.value - implied.value)
    if gap <= max(abs(stated.value) / 100, step(stated.value) / 2, slack):
        return False
    pair = ((format(f.value, "f"), f.bound) for f in (stated, implied))
    return value_dissent(*pair) is not DissentType.BOUND


def rounded(value: Decimal, like: Decimal) -> Decimal:
    """Rounded to the last place of the figure it comes from, but to three digits at least."""
    three = Decimal(1).scaleb(value.adjusted() - 2)
    unit = min(step(like), three)
    return (value / unit).quantize(Decimal(1)) * unit
