"""Statements and their entities → items: statements with every mention replaced by whom or what it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dostyk.entities import Homes, Ties
from dostyk.entities.places import PLACES
from dostyk.entities.resolve import resolve_counted, ties_of
from dostyk.entities.things import INSTRUMENT, OFFICE, things
from dostyk.entities.ties import key_of
from dostyk.model.document import Document
from dostyk.model.entity import Entity
from dostyk.model.judgement import Judgement
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality, Statement

_PENDING = (Modality.PLANNED, Modality.EXPECTED, Modality.POSSIBLE)
Roles = Mapping[str, tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Tied:
    """What people judged of what stands in one slot: `root` is the same for all that is one, `unlike` are the roots of what is not.

    `name` is the one name for all of them, None where the slot's own words are to be compared.
    """

    root: str
    unlike: frozenset[str]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One statement, its id, its roles with canonical names and entity ids, and its document's id; `tied` has slots people judged of."""

    statement: Statement
    id: str
    roles: Roles
    document: str
    tied: Mapping[str, Tied] = field(default_factory=dict)

    def ids(self, role: str) -> frozenset[str]:
        """The entity ids in one role."""
        return frozenset(m.id for m in self.roles.get(role, ()))

    @property
    def attributes(self) -> Mapping[str, str]:
        """The statement's attributes."""
        return self.statement.attributes

    def judged(self, other: Item, slot: str) -> bool | None:
        """Whether people held what stands in a slot to be what stands in another item's; None where they held neither."""
        one, two = self.tied.get(slot), other.tied.get(slot)
        if one is None or two is None:
            return None
        return True if one.root == two.root else False if two.root in one.unlike else None

    @property
    def standing(self) -> str:
        """Whether it is said to be so, to be coming, or not to be so."""
        if self.statement.modality in _PENDING:
            return "pending"
        return "negated" if self.statement.modality is Modality.NEGATED else "held"


def read_items(statements: Iterable[Statement], judgements: Iterable[Judgement] = ()) -> tuple[list[Item], Mapping[Mention, Entity], Homes]:
    """Resolve all mentions; items come in document order, each statement once (of the same text twice, the older page).

    `judgements` are what people held of entities: those in force.
    """
    once = {
        s.id: s for s in sorted(statements, key=lambda s: (s.document.published or "", s.document.source, s.document.publisher or ""), reverse=True)
    }
    held = list(judgements)
    counted = Counter(m for s in once.values() for found in s.roles.values() for m in found)
    if held:
        counted.update(m for s in once.values() for m in things(s.kind, s.roles, s.attributes).values())
    ties = ties_of(counted, held)
    entities = resolve_counted(counted, Homes.of_statements(once.values()), ties)
    items = [Item(s, id, resolved(s.roles, entities), document_id(s.document), _tied(s, entities, ties)) for id, s in once.items()]
    items.sort(key=document_order)
    return items, entities, Homes.of_offices(i.roles for i in items if i.statement.kind == "Office")


@lru_cache(maxsize=4096)
def document_id(document: Document) -> str:
    """A document's id, hashed once."""
    return document.id


def resolved(roles: Roles, entities: Mapping[Mention, Entity]) -> Roles:
    """Roles with canonical names and entity ids; places keep the name they are known by in the statement."""
    return {role: tuple(_canonical(m, entities) for m in found) for role, found in roles.items()}


def document_order(item: Item) -> tuple[str, str, str, int, str]:
    """Older documents first, then by source, then by place in the text."""
    document = item.statement.document
    return (document.published or "", document.source, item.document, item.statement.evidence.start, item.id)


def _tied(statement: Statement, entities: Mapping[Mention, Entity], ties: Ties) -> Mapping[str, Tied]:
    """Say what people judged of the things that a statement names, slot by slot: roles by their first mention, its title, its position."""
    if not ties:
        return {}
    named = {role: found[0] for role, found in statement.roles.items() if found}
    slots = {"position": OFFICE, "title": INSTRUMENT}
    inside = things(statement.kind, statement.roles, statement.attributes)
    named |= {slot: inside[sort] for slot, sort in slots.items() if sort in inside}
    out: dict[str, Tied] = {}
    for slot, mention in named.items():
        key = key_of(mention)
        if ties.joined(key) or ties.unlike(key):
            name = entities[mention].name if slot == "title" and ties.joined(key) else None
            out[slot] = Tied(ties.root(key), ties.unlike(key), name)
    return out


def _canonical(mention: Mention, entities: Mapping[Mention, Entity]) -> Mention:
    entity = entities.get(mention)
    if entity is None:
        return mention
    name = mention.name if mention.type in PLACES and mention.id == entity.id else entity.name
    return Mention(mention.text, name, entity.id, entity.type)
