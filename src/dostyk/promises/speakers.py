"""Statements → who promises, who says what came of it, and from whose side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dostyk.entities import Homes
from dostyk.entities.places import states_in
from dostyk.facts.items import Item
from dostyk.facts.naming import possessive
from dostyk.facts.showing import show_list, show_name, show_time
from dostyk.facts.sources import side, source_name
from dostyk.model.mention import Mention
from dostyk.model.statement import Statement
from dostyk.values import names

_BY = {
    "Commitment": ("actor",),
    "Visit": ("visitor",),
    "Meeting": ("participant",),
    "Event": ("organiser", "participant"),
    "Mission": ("sender",),
    "Institution": ("founder",),
    "Project": ("participant",),
    "Agreement": ("party", "signatory"),
    "Regime": ("party",),
    "Relations": ("party",),
    "Membership": ("member",),
    "Twinning": ("member",),
    "Indicator": ("subject", "partner"),
    "Office": ("of",),
    "Renaming": ("entity",),
}


def promisers(item: Item) -> tuple[Mention, ...]:
    """Who is said to do it, each once; none where the statement does not say."""
    found = next((item.roles[role] for role in _BY[item.statement.kind] if item.roles.get(role)), ())
    return tuple({m.id: m for m in found}.values())


def states_of(mentions: Iterable[Mention], homes: Homes) -> tuple[str, ...]:
    """The states that some promisers belong to, in order of their codes."""
    return tuple(sorted({code for m in mentions for code in homes.involved(m)}))


def sides_of(statements: Iterable[Statement]) -> tuple[str, ...]:
    """The states from whose side statements are made: whom the text names as its source, else the publisher; in order of their codes."""
    return tuple(sorted({code for s in statements for code in [_side(s)] if code}))


def _side(statement: Statement) -> str | None:
    said = states_in(statement.attribution) if statement.attribution else ()
    return said[0] if len(said) == 1 else side(statement.document)


def source_of(statement: Statement) -> str:
    """Who says it, in words: "the Ministry of X in Y", or the publisher alone."""
    return f"{statement.attribution} in {source_name(statement.document)}" if statement.attribution else source_name(statement.document)


def sources_of(statements: Sequence[Statement]) -> str:
    """Who says it, with the dates of the pages: "A (May 2019) and B (2020)"."""
    return show_list(f"{source_of(s)} ({show_time(s.document.published)})" for s in statements)


def whose_word(promised_by: Sequence[str], told_by: Sequence[str]) -> str:
    """A sentence on whose side tells of an outcome, "" where no side is known or another than the promiser's tells of it."""
    if len(told_by) != 1 or told_by[0] not in promised_by:
        return ""
    own = ", which promised it" if len(promised_by) == 1 else ""
    return f"It is told on {possessive(show_name(names.country_name(told_by[0]) or told_by[0]))} side only{own}."
