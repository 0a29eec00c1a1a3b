"""Older counts and holders that a later source replaces → findings; two figures with dates of their own are a series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dostyk.entities.spelling import fold
from dostyk.facts import figures, positions
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.items import Item
from dostyk.facts.naming import name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import show_figure, show_time
from dostyk.facts.sources import source_name
from dostyk.facts.surroundings import sentence_around, spoken
from dostyk.facts.tables import table
from dostyk.facts.timing import Day, fineness, first_day, is_open, last_day
from dostyk.model.fact import DissentType, Fact, Finding, Severity
from dostyk.model.statement import Statement

_DAY = 7  # the fineness of a day, see timing.py


def superseded_figures(record: Record) -> Iterator[Finding]:
    """A count without a date of its own on an older page, and another value on a later one."""
    for older, newer in superseding_figures(record):
        a, b = older.attributes, newer.attributes
        old = show_figure(a["value"], a.get("unit", "1"), a.get("bound", "exact"))
        new = show_figure(b["value"], b.get("unit", "1"), b.get("bound", "exact"))
        told = [f"{source_name(f.statements[-1].document)}, {show_time(_said(f))}" for f in (older, newer)]
        summary = f"Superseded: {name_fact(older)}, {old}, later {new}"
        reason = (
            f"{old} ({told[0]}) has no date of its own; {new} is later ({told[1]}). The count has changed; the sources do not contradict each other."
        )
        yield remark(FindingType.SUPERSEDED, Severity.NOTE, (summary, reason), [*older.statements, *newer.statements], [older, newer])


def superseding_figures(record: Record) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of an undated older count and the next later one of the same thing."""
    lines: dict[str, list[tuple[Fact, Item]]] = defaultdict(list)
    for fact in record.of_kind("Indicator"):
        item = record.item(fact)
        if (
            item.standing == "held"
            and figures.measure_of(item).sort != "flow"
            and figures.statistic(item) in ("level", "rank")
            and item.ids("subject")
        ):
            lines[_line(item)].append((fact, item))
    for found in lines.values():
        for older, item in found:
            if older.time is None:
                later = [(f, i) for f, i in found if _replaces(f, i, older, item)]
                if later:
                    yield older, min(later, key=lambda p: (_first(p[0]) or (0, 0, 0), p[0].id))[0]


def _line(item: Item) -> str:
    """What counts of one thing share: what they measure of whom; things that have a name of their own by that name alone."""
    named = _named(item)
    return f"{figures.measure_of(item).name}|{figures.statistic(item)}|{fold(named)}" if named else figures.block(item)


def _named(item: Item) -> str:
    """The name of what is counted, where it is a proper one ("Fjord Schools"); "" else."""
    counted = item.roles.get("counted", ())
    return counted[0].name if counted and all(word[:1].isupper() for word in counted[0].name.split()) else ""


def _replaces(newer: Fact, newer_item: Item, older: Fact, item: Item) -> bool:
    end, start = _last(older), _first(newer)
    if end is None or start is None or not end < start or _counts_one_day(newer):
        return False
    if not figures.comparable(newer_item, item) or figures.other_money(newer_item, item) or not _same_scope(newer_item, item):
        return False
    return figures.dissent(newer_item, item) is DissentType.CONFLICT


def _same_scope(a: Item, b: Item) -> bool:
    """Whether two counts are of the same subject and partners, and both say what they count where the measure alone does not."""
    counted = [i.roles.get("counted", ()) for i in (a, b)]
    subjects = (a.ids("subject"), b.ids("subject"))
    told_more = _named(a) and _named(b) and (subjects[0] <= subjects[1] or subjects[1] <= subjects[0])
    if not (subjects[0] == subjects[1] or told_more) or bool(counted[0]) != bool(counted[1]):
        return False
    if not counted[0] and figures.measure_of(a).symmetric:
        return False
    return a.ids("partner") == b.ids("partner") or _one_unsaid(a, b) and all(found and found[0].name[:1].isupper() for found in counted)


def _one_unsaid(a: Item, b: Item) -> bool:
    """Whether one of two items names no partner; what is counted must then have a name of its own ("Fjord Schools")."""
    return not a.ids("partner") or not b.ids("partner")


def _counts_one_day(fact: Fact) -> bool:
    """Whether a count is of what happened on a day ("47 documents were signed"), which no earlier count becomes."""
    return fineness(fact.time) >= _DAY


def superseded_offices(record: Record) -> Iterator[Finding]:
    """A post that only one person holds at a time, claimed for one on an older page and held by another later."""
    for older, newer in superseding_offices(record):
        summary = f"Superseded: {name_fact(older)}; later {names_of(newer)}"
        reason = (
            f"{source_name(older.statements[-1].document)} ({show_time(_said(older))}) gives no end; "
            f"{source_name(newer.statements[-1].document)} ({show_time(_said(newer))}) has {names_of(newer)} in the post."
        )
        yield remark(FindingType.SUPERSEDED, Severity.NOTE, (summary, reason), [*older.statements, *newer.statements], [older, newer])


def superseding_offices(record: Record) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of an office without an end and the next holder of the same single post."""
    posts: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in record.of_kind("Office"):
        key = _single_post(fact)
        if key:
            posts[key].append(fact)
    for found in posts.values():
        for older in found:
            if claims_to_be_current(older):
                later = [f for f in found if f.roles["holder"][0].id != older.roles["holder"][0].id and _after(f, older)]
                if later:
                    yield older, min(later, key=lambda f: (_first(f) or (0, 0, 0), f.id))


def claims_to_be_current(fact: Fact) -> bool:
    """Whether some statement of a fact has no time or an open one, and so speaks of its page's own date.

    An office that is also told of with an end, or a day, is only named without one in passing, unless the words say that it is held.
    """
    if fact.kind == "Office":
        return _held_on(fact)
    return any(s.time is None or is_open(s.time) for s in fact.statements)


def _held_on(fact: Fact) -> bool:
    latest = max(fact.statements, key=lambda s: (s.document.published or "", s.evidence.start))
    told = spoken(sentence_around(latest))
    if any(f" {word} " in told for word in table("findings/stale.toml")["ended"]["words"]):
        return False
    if any(is_open(s.time) for s in fact.statements) or all(s.time is None for s in fact.statements):
        return True
    return any(f" {word} " in told for word in table("findings/stale.toml")["office"]["current"])


def names_of(fact: Fact) -> str:
    """The holder of an office."""
    return fact.roles["holder"][0].name


def _single_post(fact: Fact) -> tuple[str, ...] | None:
    post = positions.position_words(fact.attributes.get("position", ""), fact.roles)
    of = ",".join(sorted(m.id for m in fact.roles.get("of", ())))
    single = {frozenset(row.split()) for row in table("positions.toml")["single"]}
    to = ",".join(sorted(m.id for m in fact.roles.get("to", ())))
    return (" ".join(sorted(post)), of, to) if of and post in single and fact.roles.get("holder") else None


def _after(newer: Fact, older: Fact) -> bool:
    start, end = _first(newer), _last(older)
    return start is not None and end is not None and start > end


def _said(fact: Fact) -> str | None:
    if fact.time and not claims_to_be_current(fact):
        return fact.time
    return max((s.document.published or "" for s in fact.statements), default="") or None


def _first(fact: Fact) -> Day | None:
    """The first day that a fact may speak of: its own, or its earliest page's."""
    if fact.time:
        return first_day(fact.time)
    return _published(fact.statements, first=True)


def _last(fact: Fact) -> Day | None:
    """The last day that a fact without an end was confirmed on."""
    return _published(fact.statements, first=False)


def _published(statements: Sequence[Statement], first: bool) -> Day | None:
    days = [(first_day if first else last_day)(s.document.published) for s in statements]
    known = [d for d in days if d]
    return (min(known) if first else max(known)) if known else None
