"""A number promised and the figures of a record → those that reach it, those for the due period that do not, and what it was last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dostyk.entities.places import states_in
from dostyk.facts.figures import decimals
from dostyk.facts.findings.series import Figure
from dostyk.facts.items import Item, document_id
from dostyk.facts.measures import Measure, measure
from dostyk.facts.showing import show_time
from dostyk.facts.timing import edges, first_day, is_open, last_day, within, years_between
from dostyk.model.promise import Degree, Outcome
from dostyk.promises.checkable import is_falling, is_number
from dostyk.promises.holdings import Holdings
from dostyk.promises.outcomes import order
from dostyk.promises.pledges import Pledge
from dostyk.promises.tables import limit, table

_SHORT = ("under", "max")


@dataclass(frozen=True, slots=True)
class Target:
    """A number to be reached: of a measure in a unit, for some states (`giver` where the measure has a direction)."""

    family: Measure
    unit: str
    statistic: str
    goal: Decimal
    falling: bool
    parties: frozenset[str]
    giver: str | None


def target_of(pledge: Pledge, holdings: Holdings) -> Target | None:
    """What number a pledge aims at; None where it has none, no measure, or nothing says whose figure it is."""
    a, item = pledge.lead.attributes, pledge.item
    if pledge.lead.kind not in ("Commitment", "Indicator") or not is_number(a) or "measure" not in a:
        return None
    unit = a.get("unit", "1")
    statistic = a.get("statistic") or _statistic(a.get("content", ""), unit)
    family = measure(a["measure"], unit)
    if pledge.lead.kind == "Indicator":
        parties, giver = item.ids("subject") | item.ids("partner"), next(iter(sorted(item.ids("subject"))), None)
    else:
        parties, giver = _parties(item, holdings)
    return Target(family, unit, statistic, decimals(a["value"])[0], is_falling(a.get("content", "")), parties, giver) if parties else None


def _statistic(content: str, unit: str) -> str:
    """What a percentage is: a change where something is to go up or down by it, else a share."""
    if unit != "%":
        return "level"
    return "change" if re.search(r"\bby\s+(?:[a-z]+\s+){0,2}\d", content) else "share"


def _parties(item: Item, holdings: Holdings) -> tuple[frozenset[str], str | None]:
    """Whose figure a commitment means: the states that act and those its words name, or that its quote names where only one acts."""
    homes = holdings.record.homes
    actors = {code for m in item.roles.get("actor", ()) for code in [homes.of(m)] if code}
    others = set(states_in(item.attributes.get("content", ""))) - actors
    if len(actors | others) < 2:
        others |= set(states_in(item.statement.evidence.quote)) - actors
    givers = sorted(actors) if len(actors) == 1 else sorted(others) if len(others) == 1 else []
    return frozenset(actors | others), givers[0] if givers else None


def reached(chain: Sequence[Pledge], target: Target, holdings: Holdings) -> list[Outcome]:
    """The figures that tell of a target: full where they reach it, against where they are for the due period and do not.

    Figures of other periods that do not reach it are left out: the promise may have been kept between them (see `latest`).
    """
    found = []
    for figure in sorted(_figures(chain, target, holdings), key=lambda f: (last_day(f.time) or (0, 0, 0), f.time, f.fact.id, f.value)):
        full = _reaches(figure, target)
        if full or _for_due(figure, chain):
            degree = Degree.FULL if full else Degree.AGAINST
            found.append(_outcome(figure, degree))
    return sorted(found, key=order)


def latest(chain: Sequence[Pledge], target: Target, holdings: Holdings) -> Figure | None:
    """The last figure of the measure promised that the record has, of those after the promise."""
    return max(_figures(chain, target, holdings), key=lambda f: (last_day(f.time) or (0, 0, 0), f.fact.id, f.value), default=None)


def _outcome(figure: Figure, degree: Degree) -> Outcome:
    return Outcome(degree, figure.time, f"{figure.shown} in {show_time(figure.time)}", figure.statements, figure.fact.id)


def _figures(chain: Sequence[Pledge], target: Target, holdings: Holdings) -> Iterator[Figure]:
    """The figures of the measure and parties of a target, for periods that ended after it was set, told on other pages."""
    first = chain[0]
    made = first_day(first.made)
    announcing = first.documents
    for figure in holdings.figures((target.family.name, target.unit, target.statistic, target.parties)):
        end = last_day(figure.time)
        if end is None or not _same_giver(figure, target) or _too_long(figure, first):
            continue
        since = made or first_day(first.due)
        if since is None or end < since or _too_far(chain, end):
            continue
        told = tuple(s for s in figure.statements if document_id(s.document) not in announcing and not _page_before(s.document.published, made))
        if told:
            yield Figure(figure.line, figure.sort, figure.time, figure.value, figure.bound, told, figure.fact, figure.words)


def _page_before(published: str | None, made: tuple[int, int, int] | None) -> bool:
    page = last_day(published)
    return page is not None and made is not None and page < made


def _too_far(chain: Sequence[Pledge], day: tuple[int, int, int]) -> bool:
    start = max((d for p in chain for d in [last_day(p.due) or last_day(p.made_last)] if d), default=None)
    return start is not None and years_between(start, max(day, start)) > limit("others")


def _too_long(figure: Figure, first: Pledge) -> bool:
    """Whether a flow covers more than a year although the target is not for such a period, or has no end."""
    span = edges(figure.time)
    if figure.sort != "flow" or span is None or figure.time == first.due:
        return False
    return is_open(figure.time) or span[0][0] < 1 or years_between(*span) > table("longest_flow")


def _same_giver(figure: Figure, target: Target) -> bool:
    """Whether a measure's direction, where it has one, is the one promised."""
    directed = bool(figure.fact.roles.get("partner")) and not target.family.symmetric
    return not directed or any(m.id == target.giver for m in figure.fact.roles.get("subject", ()))


def _reaches(figure: Figure, target: Target) -> bool:
    if target.falling:
        return figure.value <= target.goal and figure.bound not in ("over", "min")
    return figure.value >= target.goal and figure.bound not in _SHORT


def _for_due(figure: Figure, chain: Sequence[Pledge]) -> bool:
    """Whether a figure is for the very period that a target was due in, or lies at its end."""
    dues = [a.due for p in chain for a in p.announcements if a.due]
    return any(figure.time == due or figure.sort != "flow" and within(figure.time, due) and last_day(figure.time) == last_day(due) for due in dues)
