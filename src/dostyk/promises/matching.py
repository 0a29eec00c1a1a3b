"""Two statements, one of something to come → whether the other is about the same thing, of its own kind or of one that tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.entities import Homes
from dostyk.entities.places import states_in
from dostyk.entities.spelling import words
from dostyk.facts import wording
from dostyk.facts.identity import same_promise
from dostyk.facts.items import Item
from dostyk.facts.timing import compatible
from dostyk.model.fact import Fact
from dostyk.promises.checkable import acts, is_number
from dostyk.promises.covering import covers, keys, name_of, places, places_meet
from dostyk.promises.holdings import Holdings
from dostyk.promises.tables import table

_ACTORS = {"Mission": "sender", "Membership": "member", "Visit": "visitor", "Twinning": "member"}


def candidates(promised: Item, holdings: Holdings) -> Iterator[tuple[Fact, Item]]:
    """The statements that may tell what came of a promise, with their facts: those of its own kind, then of others, each once."""
    record = holdings.record
    near = [*record.told_like(promised), *holdings.denied(promised)]
    beside = [fact for kind in kinds_sought(promised) for fact in _of_kind(kind, promised, holdings)]
    for fact in {f.id: f for f in (*near, *beside)}.values():
        for told in holdings.items_of(fact):
            if _is_about(promised, told, record.homes):
                yield fact, told


def _is_about(promised: Item, told: Item, homes: Homes) -> bool:
    same_kind = promised.statement.kind == told.statement.kind
    return same_promise(promised, told) if same_kind else fulfils(promised, told, homes)


def kinds_sought(promised: Item) -> tuple[str, ...]:
    """The other kinds that may tell of a promise: by what a commitment's verbs mean, else by its own kind."""
    kind = promised.statement.kind
    if kind != "Commitment":
        return tuple(table("fulfilled_by").get(kind, ()))
    found = {k for kinds in acts(promised.attributes.get("content", "")) for k in kinds}
    return tuple(k for k in table("order") if k in found)


def _of_kind(kind: str, promised: Item, holdings: Holdings) -> Iterator[Fact]:
    people = promised.ids("actor") | promised.ids("visitor") | promised.ids("participant")
    looks = frozenset(keys(promised, holdings.record.homes).looks)
    yield from holdings.named(kind, looks | people if kind in ("Visit", "Meeting", "Twinning") else looks)


def fulfils(promised: Item, told: Item, homes: Homes) -> bool:
    """Whether a statement of another kind is about what was promised, whatever it says of it and whenever."""
    kinds = (promised.statement.kind, told.statement.kind)
    if kinds[0] == "Commitment":
        return _of_commitment(promised, told, homes)
    if kinds == ("Visit", "Meeting"):
        return bool(promised.ids("visitor") & told.ids("participant")) and _placed(promised, told)
    if kinds[1] == "Event" and kinds[0] != "Meeting":
        return _opens(promised, told, homes)
    one, two = name_of(promised), name_of(told)
    if not one or not two or not places_meet(places(promised), places(told)) or not _states_meet(promised, told, homes):
        return False
    return wording.same_wording(one, two) or kinds[1] in ("Regime", "Agreement") and (covers(one, two) or covers(two, one))


def _of_commitment(promised: Item, told: Item, homes: Homes) -> bool:
    content, kind = promised.attributes.get("content", ""), told.statement.kind
    own, theirs = places(promised, content), places(told)
    if kind in ("Visit", "Twinning"):
        return bool(own and theirs) and places_meet(own, theirs) and _actor_acts(promised, told, homes)
    if kind in _ACTORS and not _actor_acts(promised, told, homes):
        return False
    name = name_of(told)
    if (kind == "Mission" or len(wording.take_apart(name).telling) < 2) and (not own or not theirs):
        return False
    return places_meet(own, theirs) and covers(content, name, is_number(promised.attributes)) and _states_meet(promised, told, homes)


def _actor_acts(promised: Item, told: Item, homes: Homes) -> bool:
    """Whether who acts in a statement is who promised, or belongs to the same state."""
    acting, actors = told.roles.get(_ACTORS[told.statement.kind], ()), promised.roles.get("actor", ())
    if {m.id for m in acting} & {m.id for m in actors}:
        return True
    return bool({homes.of(m) for m in acting} & {homes.of(m) for m in actors if m.type.value != "person"} - {None})


def _opens(promised: Item, told: Item, homes: Homes) -> bool:
    """Whether an event is the opening (or, of an instrument, the signing) of what was promised, at its place."""
    event, name = name_of(told), name_of(promised)
    marks = table("openings")
    if not set(words(event)) & set(marks.get(promised.statement.kind, marks["others"])):
        return False
    own, theirs = places(promised), places(told, event)
    if promised.statement.kind == "Mission" and not (own and theirs):
        return False
    return bool(name) and places_meet(own, theirs) and covers(event, name) and _states_meet(promised, told, homes)


def _placed(promised: Item, told: Item) -> bool:
    """Whether a meeting is told as held where a visit was to go, in the time it was due."""
    own, theirs = places(promised), places(told)
    times = (promised.statement.time, told.statement.time)
    return bool(own and theirs) and places_meet(own, theirs) and None not in times and compatible(*times)


def _states_meet(promised: Item, told: Item, homes: Homes) -> bool:
    """Whether some state that a promise involves stands in what is told, or either names none."""
    content = promised.attributes.get("content", "")
    one = {*homes.of_all(promised.roles), *(states_in(content) if content else ())}
    two = set(homes.of_all(told.roles))
    return not one or not two or bool(one & two)
