"""A chain of pledges and the record → what is told of it after it was first made: done, done in part, or not done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dostyk.facts.figures import decimals
from dostyk.facts.identity import identity, text_of
from dostyk.facts.items import Item
from dostyk.facts.naming import name_fact
from dostyk.facts.timing import Day, beginning, compatible, first_day, last_day, years_between
from dostyk.facts.wording import years_in
from dostyk.model.fact import Fact
from dostyk.model.mention import MentionType
from dostyk.model.promise import Degree, Outcome
from dostyk.model.statement import Modality, Statement
from dostyk.promises.checkable import wanted_stage
from dostyk.promises.covering import PLACE_ROLES, places
from dostyk.promises.holdings import Holdings
from dostyk.promises.matching import candidates
from dostyk.promises.pledges import CONTACTS, Pledge
from dostyk.promises.tables import limit, table

_BEFORE_SIGNING = 2  # see [actions] in promises.toml


def told_of(chain: Sequence[Pledge], holdings: Holdings) -> list[Outcome]:
    """The outcomes of a chain of pledges, the oldest first, those that only a page's date places by that."""
    first, found = chain[0], dict[str, Outcome]()
    announcing = _announcing(chain)
    for pledge in chain:
        for promised in (holdings.record.item(fact) for fact in _parts(pledge)):
            for fact, told in candidates(promised, holdings):
                degree = _degree(promised, told.statement)
                if degree is None or told.document in announcing or told.id in found or not _in_time(first, pledge, told.statement):
                    continue
                if _same_years(promised, told) and not (degree is Degree.FULL and _known_before(first, promised, told, fact)):
                    when = beginning(told.statement.time) or told.statement.time
                    found[told.id] = Outcome(degree, when, _words(fact, told.statement), (told.statement,), fact.id)
    ordered = sorted(found.values(), key=order)
    return _counted(first, _in_all_places(first, ordered, holdings))


def order(outcome: Outcome) -> tuple[Day, str, int]:
    """Outcomes by day, then by page and place in it."""
    statement = outcome.statements[0]
    day = first_day(outcome.when) or first_day(statement.document.published) or (9999, 12, 31)
    return (day, statement.document.source, statement.evidence.start)


def _parts(pledge: Pledge) -> tuple[Fact, ...]:
    """The facts that say what a pledge is: the leading one; of a commitment also what its sentence promises by name."""
    return pledge.facts if pledge.lead.kind == "Commitment" else (pledge.lead,)


def _announcing(chain: Sequence[Pledge]) -> frozenset[str]:
    """The documents in which an outcome is not looked for: the first that promise, and of a contact all that announce it."""
    wanted = chain if chain[0].lead.kind in CONTACTS else chain[:1]
    return frozenset(id for pledge in wanted for id in pledge.documents)


def _known_before(first: Pledge, promised: Item, told: Item, fact: Fact) -> bool:
    """Whether what a page tells without a date was told as being so by some page of before the promise, or dated before it."""
    made = first_day(first.made)
    if made is None or told.statement.time is not None:
        return False
    done = [s for s in fact.statements if _degree(promised, s) is Degree.FULL]
    return any(day is not None and day < made for s in done for day in [last_day(beginning(s.time) or s.time) or last_day(s.document.published)])


def _degree(promised: Item, statement: Statement) -> Degree | None:
    """How far a statement says that a promise was fulfilled; None where it says nothing of that."""
    if statement.modality is Modality.NEGATED or statement.attributes.get("stage") in table("ended")["stages"]:
        return Degree.AGAINST
    if statement.kind == "Project":
        wanted = wanted_stage(promised.attributes) if promised.statement.kind == "Project" else "operating"
        return _reached(table("stages"), statement.attributes.get("stage", ""), wanted)
    if statement.kind == "Agreement":
        wanted = "in force" if promised.statement.kind == "Regime" else promised.attributes.get("action", "signed")
        return _reached(table("actions"), statement.attributes.get("action", "signed"), wanted)
    return None if statement.attributes.get("action") == "closed" else Degree.FULL


def _reached(steps: Mapping[str, int], told: str, wanted: str) -> Degree | None:
    reached = steps.get(told, 0)
    if reached >= steps.get(wanted, 3):
        return Degree.FULL
    return Degree.PART if reached >= _BEFORE_SIGNING else None


def _in_time(first: Pledge, pledge: Pledge, statement: Statement) -> bool:
    """Whether what is told came after the promise was made, and not so long after (or so early) that it is another."""
    when, page = beginning(statement.time) or statement.time, statement.document.published
    day, start, ended = first_day(when) or first_day(page), first_day(first.made) or first_day(pledge.due), last_day(page)
    if day is None or start is None or first.made is not None and ended is not None and ended < start:
        return False
    if day < start and not (when and pledge.due and compatible(when, pledge.due)):
        return False
    return not _too_far(pledge, max(day, start)) and not _too_early(pledge, day if when else None)


def _too_far(pledge: Pledge, day: Day) -> bool:
    start = last_day(pledge.due) or last_day(pledge.made_last)
    return start is not None and years_between(start, max(day, start)) > limit(pledge.lead.kind)


def _too_early(pledge: Pledge, day: Day | None) -> bool:
    """Whether a contact came so long before the time it was planned for that it is another."""
    due = first_day(pledge.due)
    return pledge.lead.kind in CONTACTS and day is not None and due is not None and day < due and years_between(day, due) > table("early")


def _same_years(promised: Item, told: Item) -> bool:
    """Whether no year in the wording of a promise stands against another in the wording of what is told ("the 2013 summit")."""
    rule = identity(promised.statement.kind)
    if promised.statement.kind != told.statement.kind:
        return True
    pairs = [(years_in(text_of(promised, slot)), years_in(text_of(told, slot))) for slot in (*rule.words, *rule.alike)]
    return all(not one or not two or bool(one & two) for one, two in pairs)


def _words(told: Fact, statement: Statement) -> str:
    """What a statement tells, in words."""
    stage = statement.attributes.get("stage")
    denied = "not so: " if statement.modality is Modality.NEGATED else ""
    return denied + name_fact(told).partition(" (")[0] + (f" ({stage})" if stage else "")


def _in_all_places(first: Pledge, found: list[Outcome], holdings: Holdings) -> list[Outcome]:
    """Of something promised for several towns, done in some: each outcome is one in part until all are told of."""
    wanted = {m.id for role in PLACE_ROLES for m in first.item.roles.get(role, ()) if m.type is not MentionType.COUNTRY}
    done = {m.id for o in found if o.degree is Degree.FULL for m in places(holdings.item_of(o.statements[0]))}
    return found if len(wanted) < 2 or wanted <= done or not wanted & done else [_in_part(o) for o in found]


def _counted(first: Pledge, found: list[Outcome]) -> list[Outcome]:
    """Of a number of things promised, fewer told of as done: each outcome is one in part."""
    a = first.lead.attributes
    numbers = decimals(a.get("value", "")) if first.lead.kind == "Commitment" and a.get("unit") == "1" else ()
    done = {o.fact for o in found if o.degree is Degree.FULL}
    return found if not numbers or Decimal(len(done)) >= numbers[0] else [_in_part(o) for o in found]


def _in_part(outcome: Outcome) -> Outcome:
    degree = Degree.PART if outcome.degree is Degree.FULL else outcome.degree
    return Outcome(degree, outcome.when, outcome.words, outcome.statements, outcome.fact)
