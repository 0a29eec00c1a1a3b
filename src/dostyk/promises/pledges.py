"""Planned and expected facts → pledges: what is promised in one breath put together under the fact that says most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dostyk.facts.items import Item, document_id
from dostyk.facts.measures import measure
from dostyk.facts.naming import name_fact, name_series
from dostyk.facts.record import Record
from dostyk.facts.showing import show_figure
from dostyk.facts.timing import Day, beginning, finest, first_day, is_open, last_day, years_between
from dostyk.model.fact import Fact
from dostyk.model.promise import Announcement
from dostyk.model.statement import Modality, Statement
from dostyk.promises.tables import table

CONTACTS = ("Visit", "Meeting", "Event")
_LAST: Day = (9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Pledge:
    """What one or several pages promise in the same terms: the leading fact, its item, all facts promised with it.

    `announcements` are the pages that announce it, the oldest first, those without a date last, with what each says of when.
    """

    lead: Fact
    item: Item
    facts: tuple[Fact, ...]
    announcements: tuple[Announcement, ...]

    @property
    def due(self) -> str | None:
        """The due time as last announced; none where it lies before its page, which then cannot mean it."""
        return next((a.due for a in reversed(self.announcements) if a.due), None)

    @property
    def made(self) -> str | None:
        """When the first page with a date that announces it was published."""
        return self.announcements[0].made

    @property
    def made_last(self) -> str | None:
        """When the last page with a date that announces it was published."""
        return next((a.made for a in reversed(self.announcements) if a.made), None)

    @property
    def documents(self) -> frozenset[str]:
        """The documents that announce it, by id."""
        return frozenset(document_id(s.document) for a in self.announcements for s in a.statements)

    @property
    def content(self) -> str:
        """What was promised, in words."""
        if self.lead.kind == "Indicator":
            return ", ".join([_figure(self.lead), *(_beside(f) for f in self.facts[1:] if f.kind == "Indicator")])
        return name_fact(self.lead).partition(" (")[0]

    @property
    def forecast(self) -> bool:
        """Whether it is a figure that somebody expects, rather than something to be done."""
        return self.lead.kind == "Indicator" and self.lead.modality is Modality.EXPECTED


def pledges(record: Record) -> Iterator[Pledge]:
    """The pledges of a record, in document order."""
    order = table("order")
    found = [f for f in record.facts if _is_pledge(f) and not _told_of_the_past(f, record.now)]
    found.sort(key=lambda f: (order.index(f.kind), f.kind != "Indicator" or f.attributes.get("unit") != "1", f.id))
    groups: list[list[Fact]] = []
    near: dict[str, list[list[Fact]]] = defaultdict(list)
    for fact in found:
        documents = {document_id(s.document) for s in fact.statements}
        group = next((g for id in sorted(documents) for g in near[id] if _one_breath(g[0], fact)), None)
        if group is None:
            group = []
            groups.append(group)
            for id in documents:
                near[id].append(group)
        group.append(fact)
    made = (Pledge(g[0], record.item(g[0]), tuple(g), _announcements(g)) for g in groups)
    yield from sorted(made, key=lambda p: _place(p.lead.statements[0]))


def _announcements(facts: Sequence[Fact]) -> tuple[Announcement, ...]:
    """One announcement a page; the first fact says when it is due."""
    pages: dict[str, list[tuple[bool, Statement]]] = defaultdict(list)
    for fact in facts:
        for statement in fact.statements:
            pages[document_id(statement.document)].append((fact is facts[0], statement))
    found = (
        Announcement(said[0][1].document.published, finest(_due(s) for leads, s in said if leads), tuple(s for _, s in said))
        for said in pages.values()
    )
    return tuple(sorted(found, key=by_day))


def _place(statement: Statement) -> tuple[str, str, int]:
    return (statement.document.published or "", statement.document.source, statement.evidence.start)


def by_day(announcement: Announcement) -> tuple[Day, str, str, int]:
    """Announcements in the order of their pages' days, those without one last."""
    first = announcement.statements[0]
    return (first_day(announcement.made) or _LAST, announcement.made or "", first.document.source, first.evidence.start)


def _figure(fact: Fact) -> str:
    """A figure with what it is of: "6 projects in Kenya", "exports from Norway to Kenya of 2 billion US dollars"."""
    a = fact.attributes
    unit, bound = a.get("unit", "1"), a.get("bound", "exact")
    named = name_series(fact)
    if unit == "1" and a.get("statistic", "level") == "level" and not measure(a.get("measure", ""), unit).symmetric:
        return f"{show_figure(a.get('value', ''), unit, bound)} {named}"
    return f"{named} of {show_figure(a.get('value', ''), unit, bound)}"


def _beside(fact: Fact) -> str:
    """A further figure of the same thing: "project value nearly 2 billion US dollars"."""
    a = fact.attributes
    return f"{measure(a.get('measure', ''), a.get('unit', '1')).label} {show_figure(a.get('value', ''), a.get('unit', '1'), a.get('bound', 'exact'))}"


def _is_pledge(fact: Fact) -> bool:
    """Whether a fact is something intended or expected; a figure is where it is for a time."""
    if fact.kind not in table("order"):
        return False
    coming = fact.modality in (Modality.PLANNED, Modality.EXPECTED)
    if fact.kind in ("Indicator", "Relations"):
        return coming and fact.time is not None
    return fact.kind == "Commitment" and fact.modality is not Modality.NEGATED or coming


def _due(statement: Statement) -> str | None:
    """When a page says it is due, of what is to last its beginning; what had passed when the page was published cannot be meant."""
    due = beginning(statement.time) if is_open(statement.time) else statement.time
    end, page = last_day(due), first_day(statement.document.published)
    return None if end is not None and page is not None and end < page else due


def _told_of_the_past(fact: Fact, now: Day | None) -> bool:
    """Whether a page tells of an intention long past rather than announces one; a page without date announces only what is still to come."""
    end, pages = last_day(fact.time), [day for s in fact.statements for day in [first_day(s.document.published)] if day]
    if not pages:
        return now is None or end is None or end < now
    return end is not None and end < min(pages) and years_between(end, min(pages)) > table("told_of_after")


def _one_breath(lead: Fact, fact: Fact) -> bool:
    """Whether two facts are promised in overlapping quotes, or are contacts of one person at one time."""
    for a in lead.statements:
        for b in fact.statements:
            if document_id(a.document) != document_id(b.document):
                continue
            if a.evidence.start < b.evidence.end and b.evidence.start < a.evidence.end and not _two_of_a_kind(lead, fact):
                return True
    contacts = lead.kind in CONTACTS and fact.kind in CONTACTS and lead.time is not None and lead.time == fact.time
    return contacts and bool(_people(lead) & _people(fact))


def _two_of_a_kind(lead: Fact, fact: Fact) -> bool:
    """Whether two facts of a kind are two promises although one sentence makes both; figures in one sentence are sides of one."""
    return lead.kind == fact.kind and lead.kind != "Indicator"


def _people(fact: Fact) -> set[str]:
    return {m.id for role in ("visitor", "participant") for m in fact.roles.get(role, ())}
