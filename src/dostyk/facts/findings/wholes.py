"""Parts and wholes among figures → what they imply of each other, and where they do not add up.

A whole is a year and its halves or quarters, the trade of two states and each one's exports, all that a state sells and what one partner
buys of it, a number and a share of it. Every rule looks at the figures of one line, or of the few lines that one measure of one subject has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dostyk.facts.figures import decimals, step
from dostyk.facts.findings.implied import Place, by_line, differ, find_figure, flows, rounded
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.findings.series import Figure, figures, told_together
from dostyk.facts.measures import measure
from dostyk.facts.naming import be
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_figure, show_list, show_time
from dostyk.facts.timing import edges
from dostyk.model.fact import Finding, Severity

_TRADE, _EXPORTS, _IMPORTS = "trade turnover", "exports", "imports"
# How the parts of a year are written, as EDTF after the year.
_PARTS = (("-01/{}-06", "-07/{}-12"), ("-01/{}-03", "-04/{}-06", "-07/{}-09", "-10/{}-12"))
_SUMS = ("exact", "about")


def sums_of_directions(record: Record) -> Iterator[Finding]:
    """What two states sell each other makes their trade: implied where nobody states it, in doubt where it does not add up."""
    stated = list(figures(record))
    known = by_line(stated)
    for (key, _), parts in flows(stated).items():
        ways: dict[tuple[str, str], Figure] = {}
        for part in parts:
            ways.setdefault(part.line[2:4] if part.line[0] == _EXPORTS else (part.line[3], part.line[2]), part)  # type: ignore[arg-type]
        for (giver, taker), one in ways.items():
            other = ways.get((taker, giver)) if giver < taker else None
            both = told_together(one, other) if other else None
            if both is None or any(f.bound not in _SUMS for f in both):
                continue
            yield from _against_stated(_sum(both, key), known, both)


def _sum(parts: tuple[Figure, Figure], key: tuple[str, ...]) -> Figure:
    unit, between = key
    total = sum((p.value for p in parts), Decimal(0))
    bound = "exact" if all(p.bound == "exact" for p in parts) else "about"
    named = {m.id: m.name for p in parts for role in ("subject", "partner") for m in p.fact.roles.get(role, ())}
    words = f"{_TRADE} between {show_list(named[id] for id in between.split(','))}"
    how = f"{capital(show_list(f'{p.shown} of {p.words}' for p in parts))} in {show_time(parts[0].time)}."
    line = (_TRADE, unit, between, "", "")
    return replace(parts[0], line=line, value=total, bound=bound, words=words, how=how, statements=parts[0].statements + parts[1].statements)


def sums_of_periods(record: Record) -> Iterator[Finding]:
    """The halves, or the quarters, of a year make the year."""
    stated = list(figures(record))
    known = by_line(stated)
    for line, year in dict.fromkeys((f.line, f.time[:4]) for f in stated if f.sort == "flow" and f.time[:4].isdigit() and "/" in f.time):
        for pattern in _PARTS:
            parts = [find_figure(known, line, year + end.format(year)) for end in pattern]
            found = [p for p in parts if p is not None and p.bound in _SUMS]
            if len(found) == len(pattern) and all(told_together(found[0], p) for p in found[1:]):
                whole = replace(
                    found[0],
                    time=year,
                    value=sum((p.value for p in found), Decimal(0)),
                    bound="exact" if all(p.bound == "exact" for p in found) else "about",
                    statements=tuple(s for p in found for s in p.statements),
                    how=f"{capital(show_list(f'{p.shown} in {show_time(p.time)}' for p in found))}.",
                )
                yield from _against_stated(whole, known, found)
                break


def _against_stated(made: Figure, known: Mapping[Place, Figure], parts: Sequence[Figure]) -> Iterator[Finding]:
    """A figure that follows from others: implied, or held against the one that is stated."""
    found = find_figure(known, made.line, made.time)
    both = told_together(found, made) if found else None
    facts = [p.fact for p in parts]
    if found is None:
        summary = f"Implied: {made.words} {be(made.words)} {made.shown} in {show_time(made.time)}"
        yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, made.how), made.statements, facts)
    elif both is not None and differ(*both, slack=sum((step(p.value) / 2 for p in parts), Decimal(0))):
        stated = both[0]
        summary = f"The parts of {made.words} in {show_time(made.time)} do not add up to it"
        reason = f"{made.how} Together {made.shown}, but stated is {stated.shown}."
        yield remark(FindingType.CONFLICT, Severity.CAUTION, (summary, reason), [*made.statements, *stated.statements], [*facts, stated.fact])


def parts_of_all(record: Record) -> Iterator[Finding]:
    """What one partner has of all that a state sells, buys or counts, where both are stated for one period: a share, or more than all."""
    whole: dict[Place, Figure] = {}
    parts: dict[Place, list[Figure]] = defaultdict(list)
    for figure in figures(record):
        name, unit, subject, partner, counted = figure.line
        alone = measure(name, unit).symmetric and "," not in subject
        if subject and not partner and not counted and (alone or not measure(name, unit).symmetric):
            whole.setdefault(((name, unit, subject), edges(figure.time)), figure)
        elif subject and not counted:
            for one in subject.split(",") if not partner else [subject]:
                parts[((name, unit, one), edges(figure.time))].append(figure)
    for place, found in parts.items():
        total = whole.get(place)
        for part in found if total else ():
            assert total is not None
            both = told_together(total, part)
            if both:
                yield from _part_of_all(*both)


def _part_of_all(total: Figure, part: Figure) -> Iterator[Finding]:
    facts, statements = [total.fact, part.fact], [*total.statements, *part.statements]
    if part.value > total.value and part.bound not in ("under", "max", "about") and total.bound not in ("over", "min", "about"):
        summary = f"{capital(part.words)} in {show_time(part.time)} exceeds all {total.words}"
        reason = f"{part.shown} against {total.shown}: a part cannot be greater than the whole, so one figure or its scope is wrong."
        yield remark(FindingType.CONFLICT, Severity.WARNING, (summary, reason), statements, facts)
    elif 0 < part.value < total.value:
        share = rounded(part.value / total.value * 100, Decimal("0.1"))
        about = "" if part.bound == total.bound == "exact" else "about "
        summary = (
            f"Implied: {part.words} {be(part.words)} {about}{show_figure(format(share, 'f'), '%')} of all {total.words} in {show_time(part.time)}"
        )
        reason = f"{capital(part.shown)} of {total.shown}."
        yield remark(FindingType.IMPLIED, Severity.NOTE, (summary, reason), statements, facts)


def shares_of_numbers(record: Record) -> Iterator[Finding]:
    """A share of what is counted in a place, and the number of all of it on the same page, give the number of the part."""
    wholes: dict[tuple[str, str, str], Figure | None] = {}
    for figure in _dateless(record, "level"):
        if not figure.line[3] and not figure.line[4]:
            for page in _pages(figure):
                wholes.setdefault((page, figure.line[2], figure.line[0]), figure)
    for share in _dateless(record, "share"):
        whole_name, _, part = share.line[0].removeprefix("share ").partition(" with ")
        if share.line[3] or not part or not share.line[0].startswith("share "):
            continue
        for page in _pages(share):
            whole = wholes.get((page, share.line[2], measure(whole_name).name))
            if whole is not None and whole.unit == "1" and 0 < share.value < 100:
                yield _number_of_part(whole, share, part)
                break


def _number_of_part(whole: Figure, share: Figure, part: str) -> Finding:
    value = rounded(whole.value * share.value / 100, Decimal(1).scaleb(whole.value.adjusted() - 1))
    bound = share.bound if whole.bound == "exact" else "about"
    shown = show_figure(format(value, "f"), "1", "about" if bound == "exact" else bound)
    named = show_list(m.name for m in share.fact.roles.get("subject", ()))
    summary = f"Implied: {shown} of the {whole.line[0]} of {named} with {part}"
    reason = f"{capital(share.shown)} of {whole.shown}."
    return remark(FindingType.IMPLIED, Severity.NOTE, (summary, reason), [*whole.statements, *share.statements], [whole.fact, share.fact])


def _dateless(record: Record, wanted: str) -> Iterator[Figure]:
    """Figures of one statistic that hold on their page's own day."""
    for fact in record.of_kind("Indicator"):
        item = record.item(fact)
        numbers = decimals(fact.attributes.get("value", ""))
        if item.standing != "held" or fact.attributes.get("statistic", "level") != wanted or len(numbers) != 1 or fact.time is not None:
            continue
        family = measure(fact.attributes.get("measure", ""), fact.attributes.get("unit", "1"))
        ids = [",".join(sorted(m.id for m in fact.roles.get(role, ()))) for role in ("subject", "partner", "counted")]
        bound = fact.attributes.get("bound", "exact")
        line = (family.name, fact.attributes.get("unit", "1"), *ids)
        yield Figure(line, family.sort, "", numbers[0], bound, fact.statements, fact, family.label)


def _pages(figure: Figure) -> list[str]:
    return list(dict.fromkeys(s.document.id for s in figure.statements))
