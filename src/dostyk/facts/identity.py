"""Two items of a kind → whether they may state one fact, by the slots that identify facts of that kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from dostyk.entities.places import PLACES, state_of
from dostyk.facts import figures, positions, wording
from dostyk.facts.items import Item, Roles
from dostyk.facts.measures import measure
from dostyk.facts.sources import entries_apart
from dostyk.facts.tables import table
from dostyk.facts.timing import compatible, far_apart
from dostyk.model.mention import Mention, MentionType

# Stems of a wording that handles are made of, at most; two wordings of one thing share more than two of so many.
_STEMS = 12


@dataclass(frozen=True, slots=True)
class Identity:
    """Which slots identify a fact of one kind; see identity.toml for what each list means."""

    key: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    time: str = "same"
    value: str = ""


@cache
def identity(kind: str) -> Identity:
    """The identity slots of a kind; an unknown kind is identified by nothing but its time."""
    row = table("identity.toml").get(kind, {})
    lists: dict[str, tuple[str, ...]] = {name: tuple(found) for name, found in row.items() if isinstance(found, list)}
    return replace(Identity(**lists), time=row.get("time", "same"), value=row.get("value", ""))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Handles:
    """Under what an item is found by others that may state the same fact, and under what it looks for them."""

    found: tuple[str, ...]
    looks: tuple[str, ...]


def handles(item: Item, standing: str = "") -> Handles:
    """The handles of an item (of another standing, where given): its key, the states of its places, its sides; without any it looks in all."""
    heads, rule = _heads(item, standing or item.standing), identity(item.statement.kind)
    found = looks = heads
    for where in (_states(item, rule), _told_sides(item, rule)):
        if where is not None:
            found = tuple(f"{head}|{mark}" for head in found for mark in (*(where or ("anywhere",)), "all"))
            looks = tuple(f"{head}|{mark}" for head in looks for mark in ((*where, "anywhere") if where else ("all",)))
    return Handles(found, looks)


def _states(item: Item, rule: Identity) -> tuple[str, ...] | None:
    """The states of the places that must not contradict; none where something else than a place stands there, None where nothing could."""
    if not rule.near:
        return None
    mentions = [m for role in rule.near for m in item.roles.get(role, ())]
    return tuple(sorted({state_of(m) or "" for m in mentions})) if all(m.type in PLACES for m in mentions) else ()


def _told_sides(item: Item, rule: Identity) -> tuple[str, ...] | None:
    """Who stands in the first of the roles that must not contradict, persons apart: of two that agree, one is among the other's.

    Of figures with a direction the partners, all of whom must be the same.
    """
    if rule.time == "figure":
        return None if figures.measure_of(item).symmetric else (*filter(None, (",".join(sorted(item.ids("partner"))),)),)
    if not rule.sides:
        return None
    return tuple(sorted({m.id for m in item.roles.get(rule.sides[0], ()) if m.type is not MentionType.PERSON}))


def _heads(item: Item, standing: str) -> tuple[str, ...]:
    kind, rule = item.statement.kind, identity(item.statement.kind)
    head = f"{kind}|{standing}|"
    if rule.time == "figure":
        return (head + figures.block(item),)
    if rule.key:
        return (head + "|".join(",".join(sorted(item.ids(role))) for role in rule.key),)
    if rule.exact:
        texts = (wording.take_apart(text_of(item, slot)) for slot in rule.exact)
        return (head + "|".join(" ".join(sorted((t.telling or t.generic) | t.numbers)) for t in texts),)
    value = item.attributes.get("value")
    worth = (f"{head}={value} {item.attributes.get('unit', '')}",) if value and rule.value == "value" else ()
    return tuple(head + stems for slot in rule.words for stems in _stems(text_of(item, slot))) + worth


def places_agree(item: Item, roles: Roles) -> bool:
    """Whether an item's places do not contradict those that a group of items has in the same roles."""
    return all(_near(item.roles, roles, role) for role in identity(item.statement.kind).near)


def same_fact(a: Item, b: Item) -> bool:
    """Whether two items of one block may state one fact, their places apart."""
    kind, rule = a.statement.kind, identity(a.statement.kind)
    if rule.time == "figure":
        return figures.same_figure(a, b)
    if rule.time == "same" and not compatible(a.statement.time, b.statement.time):
        return False
    if rule.time == "episode" and not _one_episode(a, b):
        return False
    if not all(_sides(a, b, role) for role in rule.sides) or not _sides_told(a, b, rule):
        return False
    if not all(_alike(a.attributes.get(slot), b.attributes.get(slot)) for slot in rule.alike):
        return False
    if not all(_exactly(a, b, slot) for slot in rule.exact):
        return False
    return _words(kind, rule, a, b)


def _exactly(a: Item, b: Item, slot: str) -> bool:
    judged = a.judged(b, slot)
    return wording.exactly(text_of(a, slot), text_of(b, slot)) if judged is None else judged


def _one_episode(a: Item, b: Item) -> bool:
    """Whether two times may speak of one beginning; entries of one series, each on a subject of its own, must agree in full."""
    times = (a.statement.time, b.statement.time)
    if far_apart(*times):
        return False
    return compatible(*times) or not entries_apart(a.statement.document, b.statement.document)


def _words(kind: str, rule: Identity, a: Item, b: Item) -> bool:
    judged = [a.judged(b, slot) for slot in rule.words]
    if False in judged:
        return False
    if judged and all(judged):
        return True
    if kind == "Office":
        return positions.same_position(a, b)
    if rule.value == "value" and _same_sum(a.attributes, b.attributes):
        return True
    if any(_tells_nothing(text_of(i, slot)) for i in (a, b) for slot in rule.words) and not _same_sides(a, b, rule.sides):
        return False
    return all(wording.same_wording(text_of(a, slot), text_of(b, slot)) for slot in rule.words)


def text_of(item: Item, slot: str) -> str:
    """The text of an attribute or of the first mention of a role; an instrument without title goes by its type."""
    if slot in item.attributes:
        tied = item.tied.get(slot)
        return tied.name if tied is not None and tied.name is not None else item.attributes[slot]
    found = item.roles.get(slot)
    if found:
        return found[0].name
    return item.attributes.get("agreement_type", "") if slot == "title" else ""


def _tells_nothing(text: str) -> bool:
    """Whether a wording could name any of its sort ("memorandum of cooperation")."""
    taken = wording.take_apart(text)
    return not taken.telling


def _same_sides(a: Item, b: Item, roles: tuple[str, ...]) -> bool:
    return not roles or all(a.ids(role) and a.ids(role) == b.ids(role) for role in roles)


def _same_sum(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """Whether both give the same value in the same unit of the same measure."""
    if "value" not in a or a["value"] != b.get("value") or a.get("unit") != b.get("unit"):
        return False
    names = (a.get("measure"), b.get("measure"))
    return names[0] == names[1] if None in names else measure(names[0] or "").name == measure(names[1] or "").name


def _alike(a: str | None, b: str | None) -> bool:
    return a is None or b is None or wording.same_wording(a, b)


def _sides(a: Item, b: Item, role: str) -> bool:
    """One absent, or all of one among the other's; a person stands for nothing that could contradict."""
    one, two = ({m.id for m in i.roles.get(role, ()) if m.type is not MentionType.PERSON} for i in (a, b))
    return not one or not two or one <= two or two <= one


def _sides_told(a: Item, b: Item, rule: Identity) -> bool:
    """Whether two documents that do not both name all sides word the matter tellingly enough to be one."""
    if not rule.sides or a.document == b.document:
        return True
    if all(len(i.ids(role)) > 1 for i in (a, b) for role in rule.sides):
        return True
    return all(len(wording.take_apart(text_of(i, slot)).telling) > 1 for i in (a, b) for slot in rule.words)


def _near(a: Roles, b: Roles, role: str) -> bool:
    """One absent, one shared, a body against a place, or one place inside the other."""
    ones, twos = a.get(role, ()), b.get(role, ())
    if not ones or not twos:
        return True
    finer, others = ([m for m in found if not _is_state(m)] for found in (ones, twos))
    pairs = [(x, y) for x in finer for y in others] or [(x, y) for x in ones for y in twos]
    return any(_close(x, y) for x, y in pairs)


def _is_state(mention: Mention) -> bool:
    """Whether a mention is a state, not a territory with a code of its own inside one."""
    return mention.type is MentionType.COUNTRY and state_of(mention) == mention.id


def _close(x: Mention, y: Mention) -> bool:
    if x.id == y.id:
        return True
    if (x.type in PLACES) != (y.type in PLACES):
        return True
    if x.type not in PLACES:
        return wording.same_wording(x.name, y.name)
    return _is_state(x) is not _is_state(y) and state_of(x) == state_of(y)


def _stems(text: str) -> tuple[str, ...]:
    """What two wordings of one thing share: two stems; one where either has no more, marked by how many it has beside."""
    taken = wording.take_apart(text)
    stems = sorted(taken.telling or taken.generic or taken.numbers)[:_STEMS]
    if len(stems) == 1:
        return (stems[0],)
    pairs = tuple(f"{a} {b}" for n, a in enumerate(stems) for b in stems[n + 1 :])
    return (*pairs, *stems) if len(stems) == 2 else pairs


def same_promise(promise: Item, told: Item) -> bool:
    """Whether an item tells of what another promised: the same identity, whenever and at whatever stage."""
    rule = identity(promise.statement.kind)
    if any(promise.ids(role) != told.ids(role) for role in rule.key) or not places_agree(told, promise.roles):
        return False
    if not all(_sides(promise, told, role) for role in rule.sides):
        return False
    if not all(wording.exactly(text_of(promise, slot), text_of(told, slot)) for slot in rule.exact):
        return False
    return bool(rule.key or rule.exact or rule.words) and all(wording.same_wording(text_of(promise, s), text_of(told, s)) for s in rule.words)
