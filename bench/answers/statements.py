"""A project's description → what `extract` states of it, as items of the suites' task `project_record`: nothing else is looked at."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dostyk.documents import read
from dostyk.entities.places import state_of, states_named
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement
from dostyk.statements import extract
from dostyk.values.names.gazetteer import number_of, record

CURRENCY = re.compile(r"[A-Z]{3}")
NAMES = {MentionType.ORGANISATION: "org", MentionType.OTHER: "org"}


def answer(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what the statements of a description hold: sums and measures, times, the states of those in their roles, bodies, people."""
    document = read(io.BytesIO(case["text"].encode("utf-8")))
    return [item for statement in extract(document) for item in items(statement)]


def items(statement: Statement) -> Iterator[dict[str, Any]]:
    """Turn one statement into items; its office goes with its holder.

    A commitment has no role for those whom it is made to: they are taken from its content, which is the statement's own words.
    """
    attributes = statement.attributes
    if "value" in attributes and "unit" in attributes:
        unit = attributes["unit"]
        yield {"type": "quantity", "value": attributes["value"], "currency" if CURRENCY.fullmatch(unit) else "unit": unit}
    if statement.time:
        yield {"type": "date", "edtf": statement.time}
    for found in statement.roles.values():
        for mention in found:
            yield from of_mention(mention, attributes.get("position", ""))
    yield from countries(states_named(attributes.get("content", "")))


def countries(codes: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Turn codes of two letters into items with three."""
    for code in codes:
        number = number_of().get(code)
        if number is not None and (iso3 := record(number).admin):
            yield {"type": "country", "iso3": iso3}


def of_mention(mention: Mention, office: str) -> Iterator[dict[str, Any]]:
    """Turn one who takes part into items: the state it is, lies in or names, and the name of a body or a person."""
    own = mention.id if mention.type is MentionType.COUNTRY else state_of(mention)
    yield from countries([own] if own else states_named(mention.name))
    if mention.type is MentionType.PERSON:
        yield {"type": "person", "name": mention.name, "office": office}
    elif mention.type in NAMES:
        yield {"type": NAMES[mention.type], "name": mention.name}
