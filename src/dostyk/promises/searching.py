"""A chain of pledges and the record → where an outcome was looked for, and that in words."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.facts.items import document_id
from dostyk.facts.showing import show_list, show_time
from dostyk.facts.timing import Day, first_day, last_day
from dostyk.model.promise import Search
from dostyk.promises.covering import name_of
from dostyk.promises.holdings import Holdings
from dostyk.promises.matching import kinds_sought
from dostyk.promises.pledges import Pledge
from dostyk.promises.targets import Target


def search_of(chain: Sequence[Pledge], target: Target | None, holdings: Holdings) -> Search:
    """The kinds, names and days that outcomes of a chain were looked for in, and how many documents that takes in."""
    first = chain[0]
    since = first.made
    start = first_day(since)
    own = {document_id(s.document): last_day(s.document.published) for a in first.announcements for s in a.statements}
    return Search(
        kinds=_kinds(chain, target),
        names=_names(first),
        since=since,
        until=as_edtf(holdings.record.now),
        documents=holdings.published_since(start) - sum(day is not None and (start is None or day >= start) for day in own.values()),
        undated=holdings.undated - list(own.values()).count(None),
    )


def as_edtf(day: Day | None) -> str | None:
    """A day as EDTF; None where there is none or the year has not four digits."""
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day is not None and 0 <= day[0] <= 9999 else None


def show_search(search: Search) -> str:
    """What was searched, in one sentence."""
    named = f" of {show_list(f'“{name}”' for name in search.names)}" if search.names else ""
    since = f" published since {show_time(search.since)}" if search.since else ""
    undated = f" and {search.undated} without a date" if search.undated else ""
    plural = "" if search.documents == 1 else "s"
    if not search.kinds:
        where = f"{search.documents} document{plural}{since}{undated}"
        return f"It names neither a measure nor an act that statements tell of, so nobody could look for it in the {where}."
    return f"Looked for {show_list(search.kinds)}{named} in {search.documents} document{plural}{since}{undated}."


def _kinds(chain: Sequence[Pledge], target: Target | None) -> tuple[str, ...]:
    if target is not None:
        return ("Indicator",)
    own = [p.lead.kind for p in chain if p.lead.kind != "Commitment"]
    beside = [f.kind for p in chain if p.lead.kind == "Commitment" for f in p.facts[1:]]
    return tuple(dict.fromkeys([*own, *beside, *(k for p in chain for k in kinds_sought(p.item))]))


def _names(first: Pledge) -> tuple[str, ...]:
    """The names that stand in the promise, and its own wording."""
    roles = [m.name for found in first.item.roles.values() for m in found]
    return tuple(dict.fromkeys(n for n in (*roles, name_of(first.item), first.lead.attributes.get("content", "")) if n))
