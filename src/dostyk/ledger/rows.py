"""Statements and documents ↔ rows of the ledger's tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dostyk.model.document import Document
from dostyk.model.mark import Mark
from dostyk.model.mention import Mention
from dostyk.model.statement import Evidence, Modality, Statement, mention_from_json, mention_json

DOCUMENT_COLUMNS = "text, source, title, publisher, url, language, published, media_type, content, marks"
"""The columns of versions and texts, in the order of Document's fields."""


def document_from(row: Sequence[Any]) -> Document:
    """Make a document of the columns DOCUMENT_COLUMNS."""
    document = Document(*row[:-1])
    return replace(document, marks=tuple(map(Mark.from_json, json.loads(row[-1])))) if row[-1] else document


def statement_row(version: int, position: int, statement: Statement) -> tuple[Any, ...]:
    """Give a statement's row, columns in the order of the table."""
    evidence = statement.evidence
    roles = {role: [mention_json(mention) for mention in found] for role, found in statement.roles.items()}
    return (
        version,
        position,
        statement.id,
        statement.kind,
        statement.time,
        statement.modality.value,
        statement.attribution,
        evidence.start,
        evidence.end,
        evidence.quote,
        json.dumps(roles, ensure_ascii=False),
        json.dumps(dict(statement.attributes), ensure_ascii=False),
        statement.confidence,
        statement.extractor,
    )


def statement_from(document: Document, row: Sequence[Any]) -> Statement:
    """Make a statement of its row; the quote is checked against the document once more."""
    _, _, _, kind, time, modality, attribution, first, last, quote, roles, attributes, confidence, extractor = row
    return Statement(
        document=document,
        kind=kind,
        evidence=Evidence(first, last, quote),
        roles={role: _mentions(found) for role, found in json.loads(roles).items()},
        attributes=json.loads(attributes),
        time=time,
        modality=Modality(modality),
        attribution=attribution,
        confidence=confidence,
        extractor=extractor,
    )


def _mentions(found: list[dict[str, str]]) -> tuple[Mention, ...]:
    return tuple(mention_from_json(data) for data in found)
