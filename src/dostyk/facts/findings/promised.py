"""Planned and expected facts → promises, those made in one breath put together under the one that says most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.entities.spelling import words
from dostyk.facts.items import Item, document_id
from dostyk.facts.naming import name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import show_figure
from dostyk.facts.tables import table
from dostyk.facts.timing import Day, first_day, last_day, years_between
from dostyk.model.fact import Fact
from dostyk.model.statement import Modality, Statement

_CONTACTS = ("Visit", "Meeting", "Event")


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised: the leading fact, all facts promised with it, and when it was due (EDTF)."""

    lead: Fact
    item: Item
    facts: tuple[Fact, ...]

    @property
    def due(self) -> str | None:
        """The due time; none where it lies before the page, which then cannot mean it."""
        return None if _before_page(self.lead) else self.lead.time

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the promise."""
        return tuple(s for f in self.facts for s in f.statements)

    @property
    def words(self) -> str:
        """What was promised, in words."""
        a = self.lead.attributes
        if self.lead.kind == "Indicator":
            return f"{a.get('measure', 'figure')} of {show_figure(a.get('value', ''), a.get('unit', '1'), a.get('bound', 'exact'))}"
        return name_fact(self.lead).removesuffix(f" ({self.lead.time})").partition(" (")[0]


def promised(record: Record) -> Iterator[Promise]:
    """The promises of a record, in document order."""
    found = [f for f in record.facts if _is_promise(f) and not _told_of_the_past(f, record.now)]
    found.sort(key=lambda f: (table("findings/promises.toml")["order"].index(f.kind), f.id))
    groups: list[list[Fact]] = []
    for fact in found:
        group = next((g for g in groups if _one_breath(g[0], fact)), None)
        if group is None:
            groups.append([fact])
        else:
            group.append(fact)
    made = [Promise(g[0], record.item(g[0]), tuple(g)) for g in groups if not _vague(g)]
    yield from sorted(
        made, key=lambda p: (p.lead.statements[0].document.published or "", p.lead.statements[0].document.source, p.lead.statements[0].evidence.start)
    )


def _is_promise(fact: Fact) -> bool:
    """Whether a fact is something intended; forecasts of figures are not."""
    if fact.kind not in table("findings/promises.toml")["order"]:
        return False
    if fact.kind in ("Indicator", "Relations"):
        return fact.modality is Modality.PLANNED and fact.time is not None
    return fact.kind == "Commitment" or fact.modality in (Modality.PLANNED, Modality.EXPECTED)


def _before_page(fact: Fact) -> bool:
    """Whether what is said to be coming has a time that had passed when every page that tells of it was published."""
    end, pages = last_day(fact.time), [first_day(s.document.published) for s in fact.statements]
    return end is not None and all(page is not None and end < page for page in pages)


def _told_of_the_past(fact: Fact, now: Day | None) -> bool:
    """Whether a page tells of an intention long past rather than announces one; a page without date announces only what is still to come."""
    end, pages = last_day(fact.time), [day for s in fact.statements for day in [first_day(s.document.published)] if day]
    if not pages:
        return now is None or end is None or end < now
    return end is not None and years_between(end, min(pages)) > table("findings/promises.toml")["told_of_after"]


def _one_breath(lead: Fact, fact: Fact) -> bool:
    """Whether two facts are promised in overlapping quotes, or are contacts of one person at one time."""
    for a in lead.statements:
        for b in fact.statements:
            if document_id(a.document) != document_id(b.document):
                continue
            if a.evidence.start < b.evidence.end and b.evidence.start < a.evidence.end and (lead.kind, fact.kind) != ("Commitment", "Commitment"):
                return True
    contacts = lead.kind in _CONTACTS and fact.kind in _CONTACTS and lead.time is not None and lead.time == fact.time
    return contacts and bool(_people(lead) & _people(fact))


def _people(fact: Fact) -> set[str]:
    return {m.id for role in ("visitor", "participant") for m in fact.roles.get(role, ())}


def _vague(group: list[Fact]) -> bool:
    """Whether a promise is only of the sort "strengthen cooperation": no number, no date, nothing one could see."""
    lead = group[0]
    if lead.kind != "Commitment" or lead.time or lead.attributes.get("value") or any(f.kind != "Commitment" for f in group):
        return False
    data = table("findings/promises.toml")
    said = words(lead.attributes.get("content", ""))
    verb = bool(said) and any(said[0].startswith(v.rstrip("e")) for v in data["vague_verbs"])
    return verb and any(w in data["vague_objects"] for w in said[1:9])
