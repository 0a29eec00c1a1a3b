"""What is known of an entity → lines a person reads, or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from dostyk.cli.lines import columns
from dostyk.cli.showing import wording
from dostyk.search import Meant, Portrait


def meant_json(meant: Meant) -> dict[str, Any]:
    """Give one of several things a name may mean."""
    entity = meant.entity
    wordings = sorted({wording.mention.name for wording in meant.wordings})
    return {"id": entity.id, "sort": meant.sort, "name": entity.name, "country": entity.country, "names": wordings}


def meant_line(meant: Meant) -> str:
    """Put one of several things a name may mean on one line."""
    entity = meant.entity
    others = sorted({wording.mention.name for wording in meant.wordings} - {entity.name})
    also = f", also {', '.join(others)}" if others else ""
    return f"{entity.id}  {entity.name} ({', '.join(part for part in (meant.sort, entity.country) if part)}){also}"


def portrait_json(portrait: Portrait) -> dict[str, Any]:
    """Give all that is known of an entity."""
    entity = portrait.meant.entity
    return {
        "id": entity.id,
        "sort": portrait.meant.sort,
        "name": entity.name,
        "then": portrait.then,
        "country": entity.country,
        "how": portrait.meant.how or "its name",
        "names": [asdict(called) for called in portrait.names],
        "reasons": list(portrait.reasons),
        "said": [asdict(told) for told in portrait.told],
        "posts": [asdict(post) for post in portrait.posts],
        "latest": [{"statement": one.id, "kind": one.kind, "time": one.time, "source": one.source} for one in portrait.latest],
        "apart": [asdict(apart) for apart in portrait.apart],
    }


def show_portrait(portrait: Portrait, asked: str) -> Iterator[str]:
    """Show an entity: who it is, its names, why they are one's, its posts or holders, what is said of it."""
    entity, sort = portrait.meant.entity, portrait.meant.sort
    about = [sort, f"of {entity.country}" if entity.country and entity.country != entity.id else "", entity.id]
    yield f"{entity.name}  ({', '.join(part for part in about if part)})"
    if portrait.meant.how:
        yield f"  “{asked}”: {portrait.meant.how}"
    if portrait.then is not None and portrait.then != entity.name:
        yield f"  called {portrait.then} then"
    yield ""
    yield "names"
    yield from _indented(columns(("name", "script", "language", "valid", "used", "source"), list(_names(portrait))))
    yield ""
    yield "why they are one's"
    yield from (f"  {reason}" for reason in portrait.reasons)
    if portrait.apart:
        yield ""
        yield "held to be something else"
        for one in portrait.apart:
            yield f"  {one.name} ({one.sort}): {one.by} judged so on {one.at[:10]}{f': {one.note}' if one.note else ''} ({one.pair})"
    if portrait.posts:
        yield ""
        yield "holders" if sort == "office" else "posts"
        rows = [(p.time or "", p.holder if sort == "office" else p.office, p.statement, p.source) for p in portrait.posts]
        yield from _indented(columns(("time", "who" if sort == "office" else "what", "statement", "source"), rows))
    yield ""
    if not portrait.told:
        yield "nothing is said of it in this ledger"
        return
    yield "said of it"
    rows = [(told.kind, str(told.statements), told.first or "", told.last or "") for told in portrait.told]
    yield from _indented(columns(("kind", "statements", "first", "last"), rows))
    yield ""
    yield "the latest"
    latest = [(one.id, one.kind, one.time or "", wording(one.roles, one.attributes), one.source) for one in portrait.latest]
    yield from _indented(columns(("statement", "kind", "time", "says", "source"), latest))


def _names(portrait: Portrait) -> Iterator[tuple[str, ...]]:
    """Give the rows of names; those that only the reference data has, of one script and language, share a row."""
    shared: dict[tuple[str, str], list[str]] = {}
    for n in portrait.names:
        if n.documents == 0 and n.valid is None:
            shared.setdefault((n.script, n.language or ""), []).append(n.name)
        else:
            more = f" and {n.documents - 1} more" if n.documents > 1 else ""
            yield (n.name, n.script, n.language or "", n.valid or "", n.used or "", f"{n.source}{more}")
    for (script, language), found in shared.items():
        yield (", ".join(found), script, language, "", "", "reference data")


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
