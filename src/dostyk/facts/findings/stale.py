"""Facts that speak of their page's own date, and the newest date → findings on what was last confirmed long ago."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.findings.superseded import claims_to_be_current, superseding_figures, superseding_offices
from dostyk.facts.measures import measure
from dostyk.facts.naming import CLOSED, name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import show_figure, show_time
from dostyk.facts.sources import source_name
from dostyk.facts.tables import table
from dostyk.facts.timing import last_day, years_between
from dostyk.model.fact import Fact, Finding, Severity
from dostyk.model.statement import Modality, Statement


def stale(record: Record) -> Iterator[Finding]:
    """Offices soon, counts later, missions and rules late: last confirmed when, and by whom; undated ones said to be so."""
    replaced = {older.id for pairs in (superseding_figures(record), superseding_offices(record)) for older, _ in pairs}
    limits = table("findings/stale.toml")["years"]
    for fact in record.facts:
        limit = limits.get(fact.kind)
        if limit is None or fact.id in replaced or not _speaks_of_now(fact):
            continue
        confirmed = _last_confirmed(fact)
        day = last_day(confirmed.document.published) if confirmed else None
        if confirmed is None or day is None:
            continue
        if _flow_without_period(fact):
            yield _undated(fact)
        elif record.now and years_between(day, record.now) > limit:
            yield _stale(fact, confirmed)


def _speaks_of_now(fact: Fact) -> bool:
    """Whether a fact is told as holding, and of somebody: a post, a rule, a figure between two parties."""
    if fact.modality not in (Modality.ACTUAL, Modality.ONGOING) or not claims_to_be_current(fact):
        return False
    if fact.attributes.get("action") == CLOSED:
        return False
    if fact.kind != "Indicator":
        return True
    name = measure(fact.attributes.get("measure", ""), fact.attributes.get("unit", "1"))
    between = {m.id for role in ("subject", "partner") for m in fact.roles.get(role, ())}
    return len(between) > 1 and fact.attributes.get("unit") != "rank" and name.name not in table("findings/stale.toml")["lasting"]["measures"]


def _last_confirmed(fact: Fact) -> Statement | None:
    dated = [s for s in fact.statements if last_day(s.document.published)]
    return max(dated, key=lambda s: (last_day(s.document.published), s.id), default=None)


def _stale(fact: Fact, confirmed: Statement) -> Finding:
    where = f"{source_name(confirmed.document)}, {show_time(confirmed.document.published)}"
    if fact.time is None:
        reason = f"It has no date at all; its page is {where}; nothing later in the record confirms it."
        return remark(
            FindingType.STALE, Severity.CAUTION, (f"Undated, on a page of {_year(confirmed)}: {_told(fact)}", reason), fact.statements, [fact]
        )
    reason = f"It was last confirmed by {where}; nothing later in the record confirms or ends it."
    summary = f"Last confirmed {show_time(confirmed.document.published)}: {_told(fact)}, {show_time(fact.time)}"
    return remark(FindingType.STALE, Severity.CAUTION, (summary, reason), fact.statements, [fact])


def _undated(fact: Fact) -> Finding:
    published = fact.statements[-1].document.published
    page = f"its page is of {show_time(published)}" if published else "neither is its page"
    reason = f"It is not dated, and {page}, so it cannot be told for when it holds."
    return remark(FindingType.UNDATED, Severity.NOTE, (f"Undated: {_told(fact)}", reason), fact.statements, [fact])


def _flow_without_period(fact: Fact) -> bool:
    attributes = fact.attributes
    plain_level = attributes.get("statistic", "level") == "level"
    return (
        fact.kind == "Indicator"
        and fact.time is None
        and plain_level
        and measure(attributes.get("measure", ""), attributes.get("unit", "1")).sort == "flow"
    )


def _told(fact: Fact) -> str:
    if fact.kind != "Indicator":
        return name_fact(fact)
    a = fact.attributes
    return f"{name_fact(fact)}, {show_figure(a.get('value', ''), a.get('unit', '1'), a.get('bound', 'exact'))}"


def _year(statement: Statement) -> str:
    return (statement.document.published or "")[:4]
