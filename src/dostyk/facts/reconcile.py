"""Statements → facts and findings, the same whatever order the statements come in."""

from __future__ import annotations

from collections.abc import Iterable

from dostyk.facts.findings import find
from dostyk.facts.grouping import group
from dostyk.facts.items import read_items
from dostyk.facts.joining import join
from dostyk.facts.levels import own_dates
from dostyk.facts.making import make_facts
from dostyk.facts.record import Record
from dostyk.model.fact import Fact, Finding
from dostyk.model.statement import Statement


def reconcile(statements: Iterable[Statement], as_of: str | None = None, same: Iterable[tuple[str, str]] = ()) -> tuple[list[Fact], list[Finding]]:
    """Make facts of statements and say what is remarkable about them as of an EDTF date (default: the newest document's).

    `same` are pairs of ids of statements that a person held to say the same; each pair makes one fact, whatever the slots say.
    """
    items, entities, homes = read_items(statements)
    items = own_dates(items)
    facts = make_facts(join(group(items), same))
    record = Record.of(facts, items, entities, homes, as_of)
    return list(facts), list(find(record))
