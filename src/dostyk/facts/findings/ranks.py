"""Ranks that agree with the record only when read the other way round → findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dostyk.entities.places import state_of
from dostyk.facts.figures import measure_of
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.items import Item
from dostyk.facts.record import Record
from dostyk.facts.showing import show_list, show_ordinal
from dostyk.facts.sources import source_name, sources_in_words
from dostyk.model.fact import Finding, Severity
from dostyk.model.mention import MentionType
from dostyk.values import names


def reversed_ranks(record: Record) -> Iterator[Finding]:
    """Remark on “X is Y’s second-largest partner after Z” where others have Z first for X: it is X that ranks, Y that is second."""
    ranks = [i for i in record.items.values() if i.attributes.get("unit") == "rank" and i.roles.get("subject") and i.roles.get("partner")]
    by_partner: dict[frozenset[str], list[Item]] = defaultdict(list)
    for item in ranks:
        by_partner[item.ids("partner")].append(item)
    for item in ranks:
        third = _outranking(item)
        others = [r for r in by_partner.get(item.ids("subject"), ()) if _puts_ahead(r, item, third)] if third else []
        if others and not any(_confirms(r, item) for r in by_partner[item.ids("partner")]):
            yield _reversed(item, others)


def _outranking(item: Item) -> tuple[str, ...]:
    """States that the sentence of a second or lower rank names beside the one ranked and the one that ranks."""
    if not _rank(item) > 1:
        return ()
    own = {state_of(m) for role in ("subject", "partner") for m in item.roles[role]}
    found = [s.id for s in names.find_places(item.statement.evidence.quote) if s.type is MentionType.COUNTRY]
    return tuple(dict.fromkeys(code for code in found if code not in own))


def _puts_ahead(other: Item, item: Item, third: tuple[str, ...]) -> bool:
    """Whether another document ranks one of the third states, for the state that the item ranks, ahead of the item's rank."""
    return (
        other.document != item.document
        and measure_of(other).name == measure_of(item).name
        and bool(other.ids("subject") & set(third))
        and other.ids("partner") == item.ids("subject")
        and _rank(other) < _rank(item)
    )


def _confirms(other: Item, item: Item) -> bool:
    """Whether another document gives the item's rank in the item's direction."""
    return (
        other.document != item.document
        and other.ids("subject") == item.ids("subject")
        and other.ids("partner") == item.ids("partner")
        and _rank(other) == _rank(item)
    )


def _reversed(item: Item, others: list[Item]) -> Finding:
    subject, partner = (item.roles[role][0].name for role in ("subject", "partner"))
    ahead = show_list(m.name for o in others for m in o.roles["subject"])
    rank = show_ordinal(_rank(item))
    measure = item.attributes.get("measure", "rank").replace(" rank", "")
    summary = f"Probably reversed: {source_name(item.statement.document)} has {subject} {rank} among {partner}’s {measure}s, after {ahead}"
    reason = (
        f"Elsewhere it is {subject} that ranks its partners, with {ahead} {show_ordinal(_rank(others[0]))} "
        f"({sources_in_words([o.statement for o in others])}). Read the other way round, with {partner} {rank} among {subject}’s, it agrees."
    )
    return remark(FindingType.REVERSED, Severity.WARNING, (summary, reason), [item.statement, *(o.statement for o in others)])


def _rank(item: Item) -> int:
    value = item.attributes.get("value", "")
    return int(value) if value.isdigit() else 0
