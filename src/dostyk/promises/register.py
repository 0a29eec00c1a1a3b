"""A record → the register of its promises: who promised what, due when, and what came of it as far as the record shows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from dostyk.facts.record import Record
from dostyk.facts.timing import first_day
from dostyk.model.promise import Degree, Outcome, Promise
from dostyk.promises.chains import chains
from dostyk.promises.checkable import measurable
from dostyk.promises.holdings import Holdings
from dostyk.promises.judging import Case, judge
from dostyk.promises.outcomes import told_of
from dostyk.promises.pledges import Pledge, by_day, pledges
from dostyk.promises.searching import search_of
from dostyk.promises.speakers import promisers, sides_of, states_of
from dostyk.promises.targets import latest, reached, target_of
from dostyk.promises.telling import how_late, reason


def register(record: Record) -> tuple[Promise, ...]:
    """The promises of a record as of its day, in the order in which they were first announced."""
    holdings = Holdings.of(record)
    return tuple(_promise(chain, holdings) for chain in chains(pledges(record), holdings))


def _promise(chain: Sequence[Pledge], holdings: Holdings) -> Promise:
    first = chain[0]
    target = next((t for p in chain for t in [target_of(p, holdings)] if t), None)
    figures = reached(chain, target, holdings) if target else []
    outcomes = figures if any(o.degree is Degree.FULL for o in figures) else [*figures, *told_of(chain, holdings)]
    measure = max((measurable(p) for p in chain), key=len)
    announced = tuple(sorted((a for p in chain for a in p.announcements), key=by_day))
    case = Case(announced, tuple(outcomes) if measure else (), measure, bool(figures), holdings.record.now)
    state = judge(case)
    by = promisers(first.item)
    told = [s for o in _fulfilling(case) for s in o.statements]
    search = search_of(chain, target, holdings)
    newest = latest(chain, target, holdings) if target else None
    return Promise(
        id=_id(first),
        kind=first.lead.kind,
        by=by,
        content=first.content,
        measure=measure,
        announcements=announced,
        state=state,
        reason=reason(case, state, search, newest, (states_of(by, holdings.record.homes), sides_of(told))),
        searched=search,
        outcomes=_shown(case),
        late_by=how_late(case),
        told_by=sides_of(told),
        forecast=first.forecast,
        facts=tuple(f.id for p in chain for f in p.facts),
    )


def _id(first: Pledge) -> str:
    """The hash of the first statement that announces it: the same however its facts are grouped later."""
    statement = min(first.lead.statements, key=lambda s: (first_day(s.document.published) or (9999, 12, 31), s.id))
    return "p" + hashlib.sha256(f"{first.lead.kind}\n{statement.id}".encode()).hexdigest()[:16]


def _shown(case: Case) -> tuple[Outcome, ...]:
    """The outcomes that a state rests on: those that fulfil it first with those that contradict, else all there are."""
    return (*_fulfilling(case), *case.of(Degree.AGAINST)) if case.of(Degree.FULL) else tuple(case.outcomes)


def _fulfilling(case: Case) -> list[Outcome]:
    """The first outcome that fulfils a promise in full, with all that tell of the same fact."""
    full = case.of(Degree.FULL)
    return [o for o in full if o.fact == full[0].fact]
