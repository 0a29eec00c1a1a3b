"""Statements and their entities → items: statements with every mention replaced by whom or what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dostyk.entities import Homes, resolve
from dostyk.entities.places import PLACES
from dostyk.model.document import Document
from dostyk.model.entity import Entity
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality, Statement

_PENDING = (Modality.PLANNED, Modality.EXPECTED, Modality.POSSIBLE)
Roles = Mapping[str, tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Item:
    """One statement, its id, its roles with canonical names and entity ids, and its document's id."""

    statement: Statement
    id: str
    roles: Roles
    document: str

    def ids(self, role: str) -> frozenset[str]:
        """The entity ids in one role."""
        return frozenset(m.id for m in self.roles.get(role, ()))

    @property
    def attributes(self) -> Mapping[str, str]:
        """The statement's attributes."""
        return self.statement.attributes

    @property
    def standing(self) -> str:
        """Whether it is said to be so, to be coming, or not to be so."""
        if self.statement.modality in _PENDING:
            return "pending"
        return "negated" if self.statement.modality is Modality.NEGATED else "held"


def read_items(statements: Iterable[Statement]) -> tuple[list[Item], Mapping[Mention, Entity], Homes]:
    """Resolve all mentions; items come in document order, each statement once (of the same text twice, the older page)."""
    once = {
        s.id: s for s in sorted(statements, key=lambda s: (s.document.published or "", s.document.source, s.document.publisher or ""), reverse=True)
    }
    entities = resolve(once.values())
    items = [Item(s, id, resolved(s.roles, entities), document_id(s.document)) for id, s in once.items()]
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


def _canonical(mention: Mention, entities: Mapping[Mention, Entity]) -> Mention:
    entity = entities.get(mention)
    if entity is None:
        return mention
    name = mention.name if mention.type in PLACES else entity.name
    return Mention(mention.text, name, entity.id, entity.type)
