"""Renamings to the same name, names that were not valid, dates after their page → findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dostyk.entities.places import PLACES, place_entity
from dostyk.entities.spelling import fold
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.items import document_id
from dostyk.facts.naming import name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_time
from dostyk.facts.sources import source_name
from dostyk.facts.timing import Day, first_day, is_open, last_day, meet
from dostyk.model.document import Document
from dostyk.model.entity import Entity, Name
from dostyk.model.fact import Finding, Severity
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality, Statement

# Kinds in which a later date may be a forecast although no word says so.
_FORESEEN = ("Indicator", "Commitment")


def renamed_to_itself(record: Record) -> Iterator[Finding]:
    """A place or body said to be renamed to the name it had: something was overwritten."""
    for fact in record.of_kind("Renaming"):
        old, new = fact.attributes.get("old_name", ""), fact.attributes.get("new_name", "")
        if not old or fold(old) != fold(new):
            continue
        reason = "The old and the new name are alike, so one of them was overwritten. " + _names_by_date(record, fact.statements)
        summary = f"Garbled: {source_name(fact.statements[0].document)} renames {old} to itself"
        yield remark(FindingType.GARBLED, Severity.WARNING, (summary, reason.strip()), fact.statements, [fact])


def names_not_valid(record: Record) -> Iterator[Finding]:
    """A place called by a name that it bore neither when the page was made nor when what is said of it held."""
    found: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    places: dict[str, Entity] = {}
    for item in record.items.values():
        for mention in (m for mentions in item.statement.roles.values() for m in mentions):
            entity = place_entity(mention.id, mention.name, mention.type) if mention.type in PLACES else None
            if entity is not None and _out_of_time(mention, entity, item.statement):
                places[entity.id] = entity
                found[(item.document, entity.id, mention.text)].append(item.statement)
    for (_, id, text), statements in found.items():
        yield _not_valid(places[id], text, statements)


def dated_after_its_page(record: Record) -> Iterator[Finding]:
    """Something told as past with a date, its year in the quote itself, that is later than the page that tells it."""
    coming: dict[str, list[Statement]] = defaultdict(list)
    for item in record.items.values():
        if item.standing == "pending":
            coming[item.document].append(item.statement)
    for fact in record.facts:
        for statement in fact.statements:
            published, began = last_day(statement.document.published), first_day(statement.time)
            if not published or not began or began <= published or not _told_as_past(coming, statement, began):
                continue
            summary = f"{capital(name_fact(fact))} is dated later than its page, {show_time(statement.document.published)}"
            reason = "It is told as having happened, yet its date is later than the page’s: one of the two dates is wrong."
            yield remark(FindingType.IMPOSSIBLE_DATE, Severity.WARNING, (summary, reason), [statement], [fact])


def _told_as_past(coming: Mapping[str, Sequence[Statement]], statement: Statement, began: Day) -> bool:
    """Whether something is told as having happened, its year in the quote, and nothing coming in the same words; figures may be forecasts."""
    if statement.modality is not Modality.ACTUAL or statement.kind in _FORESEEN or str(began[0]) not in statement.evidence.quote:
        return False
    evidence, beside = statement.evidence, coming.get(document_id(statement.document), ())
    return not any(s.evidence.start < evidence.end and evidence.start < s.evidence.end for s in beside)


def _not_valid(entity: Entity, text: str, statements: list[Statement]) -> Finding:
    document = statements[0].document
    then = _valid_then(entity, document)
    called = f"; the name then was {show_names(then)}" if then else ""
    summary = f"{source_name(document)} ({show_time(document.published)}) says {text}, which was not the name at its date{called}"
    reason = f"Names by date: {names_by_date(entity)}. The text may have been changed by find-and-replace, or be older or newer than its date."
    return remark(FindingType.NAME_NOT_VALID, Severity.CAUTION, (summary, reason), statements)


def _out_of_time(mention: Mention, entity: Entity, statement: Statement) -> bool:
    """Whether the name used is one with dates, and none of its dates meets the page's or the statement's."""
    published = statement.document.published
    used = [n for n in entity.names if fold(n.text) == fold(mention.text)]
    if published is None or not used or any(n.valid is None for n in used):
        return False
    times = [published] if statement.time is None or is_open(statement.time) else [published, statement.time]
    return not any(meet(time, n.valid) for time in times for n in used) and bool(_valid_then(entity, statement.document))


def _valid_then(entity: Entity, document: Document) -> list[Name]:
    return [n for n in entity.names if n.valid and document.published and meet(document.published, n.valid) and n.script == "Latn"]


def show_names(names: list[Name]) -> str:
    """Names in words, each once."""
    return " or ".join(dict.fromkeys(n.text for n in names))


def names_by_date(entity: Entity) -> str:
    """The dated names of an entity in order of their dates."""
    dated = [n for n in entity.names if n.valid and n.script == "Latn"]
    dated.sort(key=lambda n: (first_day(n.valid) or (-(10**9), 1, 1), n.text))
    return ", ".join(dict.fromkeys(f"{n.text} ({show_time(n.valid)})" for n in dated))


def _names_by_date(record: Record, statements: tuple[Statement, ...]) -> str:
    """What the reference data says of the names of the places that renamings speak of."""
    for statement in statements:
        for mention in (m for found in statement.roles.values() for m in found if m.type in PLACES):
            entity = place_entity(mention.id, mention.name, mention.type)
            known = names_by_date(entity)
            if known:
                then = _valid_then(entity, statement.document)
                dated = f" The page is dated {show_time(statement.document.published)}, when the name was {show_names(then)}." if then else ""
                return f"Names by date: {known}.{dated}"
    return ""
