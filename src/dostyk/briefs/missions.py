"""Missions of one country at one place → one history each: what stands now, what stood before, what was closed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.briefs.filling import fill_first
from dostyk.briefs.phrases import article, is_plural, plural, since, when
from dostyk.briefs.sentences import sentence, told
from dostyk.briefs.slots import Context
from dostyk.briefs.tables import table
from dostyk.facts.holders import last_told
from dostyk.facts.naming import CLOSED, called
from dostyk.facts.showing import show_list, show_time
from dostyk.facts.timing import Day, beginning, fineness, first_day, is_open, last_day, within
from dostyk.model.brief import Sentence
from dostyk.model.fact import Fact
from dostyk.model.statement import Modality


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing told of a mission: that there is one of a sort, or that it was closed; since or on which day."""

    fact: Fact
    sort: str
    time: str | None
    closed: bool

    @property
    def day(self) -> Day:
        """When it was so, closings after openings of the same day."""
        return first_day(self.time) or (0, 0, 0)


@dataclass(frozen=True, slots=True)
class History:
    """All that is told of the missions of one family that one country has at one place, oldest first, undated first of all."""

    steps: tuple[_Step, ...]
    found: tuple[Fact, ...]

    @property
    def facts(self) -> list[Fact]:
        """The facts it rests on, each once."""
        return list({f.id: f for f in self.found}.values())

    @property
    def closed(self) -> bool:
        """Whether the last word on it is that it was closed; of a closing without date only that it came about is known."""
        dated = [s for s in self.steps if s.time]
        undated_closing = any(s.closed and not s.time for s in self.steps)
        return dated[-1].closed if dated and not undated_closing else undated_closing

    @property
    def reopened(self) -> bool:
        """Whether it stands after having been closed."""
        return not self.closed and any(s.closed for s in self.steps)

    @property
    def latest(self) -> _Step:
        """The last word on what stands, or stood before it was closed."""
        standing = [s for s in self.steps if not s.closed]
        return standing[-1] if standing else self.steps[-1]

    @property
    def simple(self) -> bool:
        """Whether it is one plain word on what stands, so that it can be told with others."""
        one = self.latest
        return len(self.steps) == 1 and not one.closed and _stands(one) and len(one.fact.voices) < 2


def histories(missions: Sequence[Fact]) -> list[History]:
    """Missions by sender, place and family, the embassies first; what is denied and what has no place stands alone."""
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in missions:
        groups[_key(fact)].append(fact)
    return [_history(found) for found in groups.values()]


def _history(found: Sequence[Fact]) -> History:
    """One history; a closing between two dates of one fact tells that it was opened twice."""
    closings = [d for f in found if _is_closing(f) for d in [first_day(f.time)] if d]
    steps = [s for f in found for s in _steps(f, closings)]
    return History(_once(sorted(steps, key=_order)), tuple(found))


def mission_sentences(missions: Sequence[Fact], context: Context) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences on the highest missions, and on the others: those of one sort that one country sends in one."""
    first, plain = [], defaultdict(list)
    rest: list[Sentence] = []
    for history in histories(missions):
        fact = history.latest.fact
        if fact.modality is Modality.NEGATED or not fact.roles.get("location") or not fact.roles.get("sender"):
            rest += [sentence(f, context) for f in history.facts]
        elif _family(history.latest.sort) == "first":
            first.append(_told(history))
        elif history.simple:
            plain[(*(m.id for m in fact.roles["sender"]), history.latest.sort)].append(history)
        else:
            rest.append(_told(history))
    together = [_together(found) if len(found) > 1 else _told(found[0]) for found in plain.values()]
    return first, [*together, *rest]


def _key(fact: Fact) -> tuple[str, ...]:
    places = [m.id for m in fact.roles.get("location", ())][:1]
    sender = [m.id for m in fact.roles.get("sender", ())]
    alone = fact.modality is Modality.NEGATED or not places or not sender
    return (fact.id,) if alone else (*sender, "|", *places, _family(_sort(fact)))


def _sort(fact: Fact) -> str:
    return fact.attributes.get("mission_type", "mission").lower()


def _family(sort: str) -> str:
    """The family of a sort of mission, within which one becomes another ("legation", "embassy")."""
    families = table("wording.toml")["missions"]["families"]
    return next((family for family, stems in families.items() if any(stem in sort for stem in stems)), sort)


def _is_closing(fact: Fact) -> bool:
    return fact.attributes.get("action") == CLOSED


def _steps(fact: Fact, closings: Sequence[Day]) -> list[_Step]:
    """What a fact tells; a time with an end tells of an opening as well as of a closing."""
    sort = _sort(fact)
    if _is_closing(fact):
        return [_Step(fact, sort, fact.time, True)]
    begun = sorted(day for v in fact.voices for day in [first_day(v.value)] if day)
    if len(begun) > 1 and any(begun[0] < day < begun[-1] for day in closings):
        return [_Step(fact, sort, v.value, False) for v in fact.voices]
    start, slash, end = (fact.time or "").partition("/")
    if slash and end not in ("", "..") and start not in ("", ".."):
        return [_Step(fact, sort, start, False), _Step(fact, sort, end, True)]
    return [_Step(fact, sort, beginning(fact.time), False)]


def _once(steps: Sequence[_Step]) -> tuple[_Step, ...]:
    """Steps without those that say the same as another less precisely ("closed in 1917", "closed on 9 April 1917")."""
    return tuple(s for s in steps if not any(_says_more(other, s) for other in steps))


def _says_more(other: _Step, step: _Step) -> bool:
    """Whether another step of the same sort has a finer time that lies within this one's, and this one adds no statement of its own kind."""
    alike = other is not step and (other.closed, other.sort) == (step.closed, step.sort)
    return alike and bool(step.time) and fineness(other.time) > fineness(step.time) and within(other.time, step.time)


def _order(step: _Step) -> tuple[Day, bool, str]:
    return (step.day, step.closed, step.fact.id)


def _stands(step: _Step) -> bool:
    """Whether somebody who can be dated says that it stands, and its sort is one that still exists."""
    lasting = any(is_open(s.time) or s.document.published for s in step.fact.statements)
    return lasting and not any(word in step.sort for word in table("wording.toml")["missions"]["extinct"])


# The templates for a mission that stands, by whether that is sure and whether it was closed before.
_STATES = {(True, False): "stands", (True, True): "reopened", (False, False): "stood", (False, True): "stood_again"}


def _told(history: History) -> Sentence:
    rows, one = table("wording.toml")["missions"], history.latest
    again = history.reopened and one.time is not None
    state = "closed" if history.closed else _STATES[_stands(one), again]
    words = fill_first(rows[state], _slots(history))
    steps = Counter(s.fact.id for s in history.steps if not s.closed)
    return told((words or "") + _before(history), history.facts, frozenset(id for id, count in steps.items() if count > 1))


def _slots(history: History) -> dict[str, str]:
    one, end = history.latest, history.steps[-1]
    roles, own = one.fact.roles, not history.closed or history.steps[-2:-1] == (one,)
    return {
        "sender": show_list(called(m) for m in roles["sender"]),
        "location": called(roles["location"][0]),
        "sort": article(end.sort if history.closed else one.sort),
        "many": "y" if is_plural(one.sort) else "",
        "since": since(one.time),
        "start": when(one.time),
        "begun": show_time(one.time) if one.time and own else "",
        "closing": show_time(end.time) if end.closed and end.time else "",
        "told": show_time(last_told(one.fact)) if last_day(last_told(one.fact)) and not one.time else "",
    }


def _before(history: History) -> str:
    """What is told of earlier steps, in brackets: "(a legation since 1920; closed in 1941)"."""
    rows, last = table("wording.toml")["missions"], history.latest
    end = history.steps[-1] if history.closed else None
    own = end is None or history.steps[-2:-1] == (last,)
    earlier = [s for s in history.steps if s.time and (s is not last or not own) and s is not end]
    words = [fill_first(rows["step_closed" if s.closed else "step_opened"], _step_slots(s)) for s in earlier]
    lowered = [w[:1].lower() + w[1:] for w in words if w]
    return f" ({rows['earlier']} {'; '.join(dict.fromkeys(lowered))})" if lowered else ""


def _step_slots(step: _Step) -> dict[str, str]:
    return {"sort": article(step.sort), "begun": show_time(step.time) if step.time else "", "when": when(step.time)}


def _together(found: Sequence[History]) -> Sentence:
    one = found[0].latest
    senders = one.fact.roles["sender"]
    places = (called(h.latest.fact.roles["location"][0]) + (f" ({since(h.latest.time)})" if h.latest.time else "") for h in found)
    slots = {"sender": show_list(called(m) for m in senders), "sorts": plural(one.sort), "places": show_list(places)}
    words = fill_first(table("wording.toml")["missions"]["together"], slots) or ""
    return told(words, [f for h in found for f in h.facts])
