"""Statements → facts and findings, the same whatever order the statements come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dostyk.facts.findings import Rule, find
from dostyk.facts.grouping import group
from dostyk.facts.items import read_items
from dostyk.facts.levels import own_dates
from dostyk.facts.making import make_facts
from dostyk.facts.record import Record
from dostyk.model.fact import Fact, Finding
from dostyk.model.statement import Statement


def reconcile(statements: Iterable[Statement], as_of: str | None = None, further: Sequence[Rule] = ()) -> tuple[list[Fact], list[Finding]]:
    """Make facts of statements and say what is remarkable about them as of an EDTF date (default: the newest document's).

    `further` are finding rules of rooms that build on facts.
    """
    record = record_of(statements, as_of)
    return list(record.facts), list(find(record, further))


def record_of(statements: Iterable[Statement], as_of: str | None = None) -> Record:
    """Make facts of statements, with what rules need to know of them, as of an EDTF date (default: the newest document's)."""
    items, entities, homes = read_items(statements)
    items = own_dates(items)
    return Record.of(make_facts(group(items)), items, entities, homes, as_of)
