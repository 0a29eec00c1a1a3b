"""Facts of one line → the same facts, each with what only looks like another value of it: another period, direction, scope or reporter.

A line is all figures of one measure between the same parties, or all contacts of the same people: the groups here are wider than those
that make one fact, and a fact's dissents of this sort change when another fact of its line does. Nothing outside the line is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from dostyk.entities.places import state_of
from dostyk.facts import wording
from dostyk.facts.dissents import exchanged
from dostyk.facts.figures import decimals, in_unit, statistic_of, value_dissent
from dostyk.facts.measures import measure
from dostyk.facts.naming import name_fact, show_value
from dostyk.facts.showing import show_list, show_time
from dostyk.facts.sources import independent_sources
from dostyk.facts.timing import edges, fineness, first_day, last_day, meet, years_between
from dostyk.model.fact import Dissent, DissentType, Fact
from dostyk.model.statement import Modality
from dostyk.values import quantities

_HELD = (Modality.ACTUAL, Modality.ONGOING)
_CONTACTS = ("Visit", "Meeting", "Agreement")
_NEAR = 8  # facts on either side of one in its line, by when they begin, that it is held against
_DAYS = 3 / 365.2425  # years between two dates of one visit that sources may differ by
_DAY = 7  # the fineness of a day, see timing.py
_DIGITS = 3  # digits of a value that two periods do not share by chance
_MIRRORS = {"exports": ("subject", "partner"), "imports": ("partner", "subject")}

Pair = tuple[Fact, Fact]
Seen = tuple[DissentType, str]


def beside(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Add to facts, kept in order, the dissents with other facts of their lines."""
    lines: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    wholes: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        for keys, key in ((lines, _line(fact)), (wholes, _whole(fact))):
            if key:
                keys[key].append(fact)
    found: dict[str, list[Dissent]] = defaultdict(list)
    for one, other, seen in (*_seen(lines.values()), *_narrower(wholes.values())):
        found[one.id].append(_against(seen, other))
        found[other.id].append(_against(seen, one))
    return tuple(replace(f, dissents=f.dissents + tuple(found[f.id])) if f.id in found else f for f in facts)


def _seen(lines: Iterable[Sequence[Fact]]) -> Iterator[tuple[Fact, Fact, Seen]]:
    for line in lines:
        for one, other in _neighbours(line) if len(line) > 1 else ():
            seen = _between(one, other)
            if seen:
                yield one, other, seen


def _narrower(wholes: Iterable[Sequence[Fact]]) -> Iterator[tuple[Fact, Fact, Seen]]:
    """What is counted of all partners, or of everything, and what of one alone, in one place and period."""
    for held in wholes:
        whole = next((f for f in held if not _ids(f, "partner") and not _ids(f, "counted")), None)
        for part in held if whole else ():
            assert whole is not None
            if part is not whole and _really_differ(whole, part):
                of = _names(part, "partner") or _names(part, "counted")
                if of:
                    yield whole, part, (DissentType.SCOPE, f"{show_value(whole)} against {show_value(part)}: only the latter is said to be of {of}.")


def _whole(fact: Fact) -> tuple[str, ...] | None:
    """What a figure and those of parts of it share: measure, place and period; None where two states share one figure."""
    if fact.kind != "Indicator" or _line(fact) is None or not _ids(fact, "subject"):
        return None
    family = measure(fact.attributes["measure"], _unit(fact))
    if family.symmetric:
        return None
    unit = "money" if quantities.is_money(_unit(fact)) else quantities.kind_of(_unit(fact))
    return (family.name, unit, statistic_of(fact.attributes), _ids(fact, "subject"), str(edges(fact.time)))


def _line(fact: Fact) -> tuple[str, ...] | None:
    """What the facts share that are held against each other; None for those that stand alone."""
    if fact.modality not in _HELD:
        return None
    if fact.kind == "Indicator":
        return _line_of_figures(fact)
    if fact.kind not in _CONTACTS or fact.time is None:
        return None
    if fact.kind == "Visit":
        states = sorted({state_of(m) or m.id for m in fact.roles.get("destination", ())})
        return ("Visit", _ids(fact, "visitor"), *states) if fact.roles.get("visitor") and states else None
    if fact.kind == "Meeting":
        return ("Meeting", _ids(fact, "participant")) if len(fact.roles.get("participant", ())) > 1 else None
    title = fact.attributes.get("title", "")
    return ("Agreement", _ids(fact, "party"), wording.key(title)) if len(wording.take_apart(title).telling) > 1 else None


def _line_of_figures(fact: Fact) -> tuple[str, ...] | None:
    a = fact.attributes
    family = measure(a.get("measure", ""), a.get("unit", "1"))
    parties = sorted({m.id for role in ("subject", "partner") for m in fact.roles.get(role, ())})
    if not parties or fact.time is None or edges(fact.time) is None or len(decimals(a.get("value", ""))) != 1:
        return None
    unit = a.get("unit", "1")
    sort = "money" if quantities.is_money(unit) else quantities.kind_of(unit)
    name = "goods between" if family.name in _MIRRORS else family.name
    return ("Indicator", name, sort, statistic_of(a), *parties)


def _neighbours(line: Sequence[Fact]) -> Iterator[Pair]:
    """Each fact with a few that begin next after it; those that say most of one beginning first."""
    ordered = sorted(line, key=lambda f: (first_day(f.time) or (0, 0, 0), -fineness(f.time), f.id))
    for at, fact in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + _NEAR]:
            yield fact, other


def _between(one: Fact, other: Fact) -> Seen | None:
    for rule in _RULES[one.kind == "Indicator"]:
        found = rule(one, other)
        if found:
            return found
    return None


def _against(seen: Seen, other: Fact) -> Dissent:
    value = other.attributes.get("value", "") if other.kind == "Indicator" else other.time or ""
    return Dissent(seen[0], value, seen[1], other.statements, fact=other.id)


def _direction(one: Fact, other: Fact) -> Seen | None:
    """The same value for one direction and for the other, of one period."""
    if not _one_measure(one, other) or measure(one.attributes["measure"], _unit(one)).symmetric or not _one_period(one, other):
        return None
    turned = _ids(one, "subject") == _ids(other, "partner") != "" and _ids(one, "partner") == _ids(other, "subject") != ""
    if not turned or _ids(one, "subject") == _ids(one, "partner") or one.attributes["value"] != other.attributes["value"] or _digits(one) < 2:
        return None
    return DissentType.DIRECTION, f"{show_value(one)} stands for {name_fact(one)} and for {name_fact(other)}: one of them may be reversed."


def _mirror(one: Fact, other: Fact) -> Seen | None:
    """One side's exports and the other side's imports of the same goods, of one period."""
    families = [measure(f.attributes["measure"], _unit(f)).name for f in (one, other)]
    if families[0] == families[1] or any(name not in _MIRRORS for name in families) or not _one_period(one, other):
        return None
    (giver, taker), (giving, taking) = (_MIRRORS[name] for name in families)
    same = _ids(one, giver) == _ids(other, giving) != "" and _ids(one, taker) == _ids(other, taking) != ""
    if not same or not _really_differ(one, other):
        return None
    gap = _gap(one, other)
    return DissentType.REPORTER, f"{show_value(one)} against {show_value(other)}{gap}: each side counts for itself (valuation, re-exports, timing)."


def _gap(one: Fact, other: Fact) -> str:
    """How far apart two values are, in per cent of the lesser."""
    a, b = decimals(one.attributes["value"])[0], decimals(in_unit(other.attributes["value"], _unit(other), _unit(one)) or "0")[0]
    return f", {abs(a - b) / min(abs(a), abs(b)) * 100:.0f}% apart" if a and b else ""


def _period(one: Fact, other: Fact) -> Seen | None:
    """One measure in periods of which one lies in the other; or one telling value for two periods."""
    if not _one_measure(one, other) or not _one_thing(one, other) or edges(one.time) == edges(other.time):
        return None
    if measure(one.attributes["measure"], _unit(one)).sort != "flow":
        return None
    if one.attributes["value"] == other.attributes["value"] and _unit(one) == _unit(other):
        if _digits(one) < _DIGITS or independent_sources((*one.statements, *other.statements)) < 2:
            return None
        return DissentType.PERIOD, f"{show_value(one)} stands for {show_time(one.time)} and for {show_time(other.time)}: one period may be wrong."
    if not meet(one.time, other.time) or not _really_differ(one, other):
        return None
    shown = [f"{show_value(f)} is of {show_time(f.time)}" for f in (one, other)]
    return DissentType.PERIOD, f"{shown[0]}, {shown[1]}: two periods, no contradiction."


def _scope(one: Fact, other: Fact) -> Seen | None:
    """One measure and period, but something else is counted."""
    if not _one_measure(one, other) or not _one_period(one, other) or _ids(one, "subject") != _ids(other, "subject"):
        return None
    counted = [" ".join(m.name for m in f.roles.get("counted", ())) for f in (one, other)]
    partners = [_ids(f, "partner") for f in (one, other)]
    if partners[0] != partners[1] or not all(counted) or wording.same_wording(*counted) or not _really_differ(one, other):
        return None
    return DissentType.SCOPE, f"{show_value(one)} counts {counted[0]}, {show_value(other)} {counted[1]}."


def _dates(one: Fact, other: Fact) -> Seen | None:
    """One contact that independent sources date a few days apart, or with day and month exchanged."""
    if fineness(one.time) < _DAY or fineness(other.time) < _DAY or _together(one, other):
        return None
    shown = f"{show_time(one.time)} against {show_time(other.time)}"
    first = [(f.time or "").partition("/")[0] for f in (one, other)]
    if exchanged(*first):
        return DissentType.GARBLED, f"{shown}: day and month may have been exchanged."
    end, start = last_day(one.time), first_day(other.time)
    if end is None or start is None or years_between(end, start) > _DAYS:
        return None
    return DissentType.CONFLICT, f"{shown}: so near that one contact may be meant, but the days differ."


def _together(one: Fact, other: Fact) -> bool:
    """Whether some source tells of both, so that they are two."""
    return independent_sources((*one.statements, *other.statements)) < independent_sources(one.statements) + independent_sources(other.statements)


def _one_measure(one: Fact, other: Fact) -> bool:
    a, b = (f.attributes for f in (one, other))
    return measure(a["measure"], _unit(one)).name == measure(b["measure"], _unit(other)).name and a.get("compared_with") == b.get("compared_with")


def _one_thing(one: Fact, other: Fact) -> bool:
    """Whether two figures have the same subject, partner and things counted."""
    symmetric = measure(one.attributes["measure"], _unit(one)).symmetric
    return all(_ids(one, role) == _ids(other, role) for role in (("counted",) if symmetric else ("subject", "partner", "counted")))


def _one_period(one: Fact, other: Fact) -> bool:
    return edges(one.time) == edges(other.time)


def _really_differ(one: Fact, other: Fact) -> bool:
    a, b = one.attributes, other.attributes
    value = in_unit(b["value"], _unit(other), _unit(one))
    bounds = [f.get("bound", "exact") for f in (a, b)]
    return value is not None and value_dissent((a["value"], bounds[0]), (value, bounds[1])) is DissentType.CONFLICT


def _digits(fact: Fact) -> int:
    """How many telling digits a value has: "17.62 billion" four, "40 billion" one."""
    return len(decimals(fact.attributes["value"])[0].normalize().as_tuple().digits)


def _unit(fact: Fact) -> str:
    return fact.attributes.get("unit", "1")


def _names(fact: Fact, role: str) -> str:
    return show_list(m.name for m in fact.roles.get(role, ()))


def _ids(fact: Fact, role: str) -> str:
    return ",".join(sorted(m.id for m in fact.roles.get(role, ())))


_Rule = Callable[[Fact, Fact], Seen | None]
_RULES: dict[bool, Iterable[_Rule]] = {True: (_direction, _mirror, _scope, _period), False: (_dates,)}
