"""Statements → facts and findings, the same whatever order the statements come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dostyk.facts.beside import beside
from dostyk.facts.findings import Rule, find
from dostyk.facts.grouping import group
from dostyk.facts.items import read_items
from dostyk.facts.joining import join
from dostyk.facts.levels import own_dates
from dostyk.facts.making import make_facts
from dostyk.facts.record import Record
from dostyk.model.fact import Fact, Finding
from dostyk.model.judgement import Judgement
from dostyk.model.statement import Statement


def reconcile(
    statements: Iterable[Statement],
    as_of: str | None = None,
    same: Iterable[tuple[str, str]] = (),
    further: Sequence[Rule] = (),
    judgements: Iterable[Judgement] = (),
) -> tuple[list[Fact], list[Finding]]:
    """Make facts of statements and say what is remarkable about them as of an EDTF date (default: the newest document's).

    `same` are pairs of ids of statements that a person held to say the same; each pair makes one fact, whatever the slots say.
    `further` are finding rules of rooms that build on facts. `judgements` are what people held of entities: those in force.
    """
    record = record_of(statements, as_of, same, judgements)
    return list(record.facts), list(find(record, further))


def record_of(
    statements: Iterable[Statement], as_of: str | None = None, same: Iterable[tuple[str, str]] = (), judgements: Iterable[Judgement] = ()
) -> Record:
    """Make facts of statements, with what rules need to know of them, as of an EDTF date (default: the newest document's).

    `same` and `judgements` are as in `reconcile`. A statement whose quote a reader of the page does not see makes no fact, see
    Statement.is_barred.
    """
    items, entities, homes = read_items((one for one in statements if not one.is_barred), judgements)
    items = own_dates(items)
    return Record.of(beside(make_facts(join(group(items), same))), items, entities, homes, as_of)
