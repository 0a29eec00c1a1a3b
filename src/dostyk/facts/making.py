"""A group of items → the fact they amount to: the finest agreed values, all statements, differing values side by side."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from dostyk.facts.dissents import dissents
from dostyk.facts.figures import decimals, step, value_dissent
from dostyk.facts.grouping import Group
from dostyk.facts.identity import identity, text_of
from dostyk.facts.items import Item, Roles
from dostyk.facts.sources import independent_sources
from dostyk.facts.timing import beginning, compatible, fineness, finest
from dostyk.model.fact import DissentType, Fact, Voice
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality, Statement

_MOST_VOICES = 40  # values of one fact beyond which none is held to support another
_COARSEST = Decimal("Infinity")
# Roles where a city says more than the country it lies in.
_FINEST_PLACE = ("location", "place")
_YEAR = 4  # the fineness of a year, see timing.py
# The strongest first: what was said to have happened outweighs what was said to be coming.
_MODALITIES = (Modality.ACTUAL, Modality.ONGOING, Modality.PLANNED, Modality.EXPECTED, Modality.POSSIBLE, Modality.NEGATED)


def make_facts(groups: Iterable[Group]) -> tuple[Fact, ...]:
    """Make one fact of each group; keys and ids do not depend on the order of statements."""
    made: list[Fact] = []
    taken: Counter[str] = Counter()
    for found in groups:
        voices = voices_of(found.items)
        roles = _roles(found.items)
        key = _key(found.items, roles, voices)
        taken[key] += 1
        numbered = key if taken[key] == 1 else f"{key}|{taken[key]}"
        made.append(_fact(found.items, numbered, roles, voices))
    return tuple(made)


def _fact(items: Sequence[Item], key: str, roles: Roles, voices: tuple[Voice, ...]) -> Fact:
    kind = items[0].statement.kind
    statements = tuple(i.statement for i in items)
    return Fact(
        id="f" + hashlib.sha256(f"{kind}\n{key}".encode()).hexdigest()[:16],
        kind=kind,
        key=key,
        roles=roles,
        attributes=_attributes(items, voices),
        time=_time(items, voices),
        modality=min((i.statement.modality for i in items), key=_MODALITIES.index),
        statements=statements,
        voices=voices,
        dissents=dissents(identity(kind).value, voices, items),
        independent=independent_sources(statements),
    )


def _key(items: Sequence[Item], roles: Roles, voices: Sequence[Voice]) -> str:
    first = items[0]
    named = ";".join(f"{role}={','.join(m.id for m in found)}" for role, found in roles.items())
    words = ";".join(
        f"{slot}={first.attributes[slot]}" for slot in ("measure", "statistic", "title", "subject", "content") if slot in first.attributes
    )
    return f"{first.standing}|{named}|{words}|{_time(items, voices) or ''}"


def _roles(items: Sequence[Item]) -> dict[str, tuple[Mention, ...]]:
    """Each role's mentions, one an entity, the most often named first."""
    merged: dict[str, tuple[Mention, ...]] = {}
    for role in sorted({r for i in items for r in i.roles}):
        votes: Counter[str] = Counter()
        wordings: dict[str, Counter[Mention]] = {}
        for item in items:
            for mention in item.roles.get(role, ()):
                votes[mention.id] += 1
                wordings.setdefault(mention.id, Counter())[mention] += 1
        first_seen = {m.id: n for n, m in reversed(list(enumerate(m for i in items for m in i.roles.get(role, ()))))}
        found = {m.id: m for i in items for m in i.roles.get(role, ())}
        order = sorted(votes, key=lambda id: (role in _FINEST_PLACE and found[id].type is MentionType.COUNTRY, -votes[id], first_seen[id]))
        merged[role] = tuple(min(wordings[id], key=lambda m: (-wordings[id][m], -len(m.name), m.name, m.text)) for id in order)
    return merged


def _attributes(items: Sequence[Item], voices: Sequence[Voice]) -> dict[str, str]:
    """Each attribute's most frequent wording; the value slot's from the voice with most independent sources."""
    slots = sorted({slot for i in items for slot in i.attributes})
    merged = {}
    for slot in slots:
        votes = Counter(i.attributes[slot] for i in items if slot in i.attributes)
        merged[slot] = min(votes, key=lambda v: (-votes[v], -len(v), v))
    slot = identity(items[0].statement.kind).value
    if slot == "value" and voices:
        leading = voices[0]
        merged["value"] = leading.value
        if leading.unit:
            merged["unit"] = leading.unit
        bounds = Counter(s.attributes.get("bound", "exact") for s in leading.statements if s.attributes.get("value") == leading.value)
        merged["bound"] = min(bounds or {"exact": 1}, key=lambda b: (-bounds[b], b != "exact", b))
    return merged


def _time(items: Sequence[Item], voices: Sequence[Voice]) -> str | None:
    """The finest time all agree on; where a time is what differs, the time of the leading voice."""
    rule = identity(items[0].statement.kind)
    times = [i.statement.time for i in items]
    if rule.time in ("begin", "episode"):
        if voices:
            return finest(t for t in times if beginning(t) and compatible(beginning(t), voices[0].value))
        return finest(times)
    if rule.time == "stages" and items[0].standing != "pending":
        open_or_dated = [t for t in times if t is not None and beginning(t)]
        return min(open_or_dated, key=lambda t: (not t.endswith("/.."), -fineness(t), t), default=None)
    if any(_lasts_a_year(text_of(i, slot)) for i in items for slot in rule.words):
        return next((t for t in sorted({t for t in times if t}) if fineness(t) == _YEAR), finest(times))
    return finest(times)


def _lasts_a_year(name: str) -> bool:
    """Whether an event is a "Year of …", whose opening month is not when it took place."""
    return bool(re.search(r"\bYear\b", name))


def voices_of(items: Sequence[Item]) -> tuple[Voice, ...]:
    """The differing values of the value slot: those that agree in full are one voice; first the finest that most sources agree with."""
    slot = identity(items[0].statement.kind).value
    if not slot:
        return ()
    stated = [(value, _unit(i, slot), i.statement) for i in items for value in [_value(i, slot)] if value]
    heard: list[tuple[str, str, list[Statement]]] = []
    for value, unit, statement in sorted(stated, key=lambda v: (-fineness(v[0]) if slot == "time" else 0, v[0], v[1])):
        for known in heard:
            if known[1] == unit and _agree(slot, (known[0], known[2]), value, statement):
                known[2].append(statement)
                break
        else:
            heard.append((value, unit, [statement]))
    found = [_voice(value, unit, given) for value, unit, given in heard]
    if slot == "time":
        return tuple(sorted(found, key=lambda v: (-v.independent, -fineness(v.value), v.value)))
    ranked = sorted(((_agreeing(v, found), v) for v in found), key=lambda pair: _standing(*pair))
    return tuple(v for _, v in ranked)


def _agreeing(voice: Voice, heard: Sequence[Voice]) -> list[Voice]:
    """A voice and those whose value is its own rounded, or a bound that it lies within; of very many each stands for itself."""
    if len(heard) > _MOST_VOICES:
        return [voice]
    return [other for other in heard if other is voice or other.unit == voice.unit and _coarser(other, voice)]


def _standing(agreeing: Sequence[Voice], voice: Voice) -> tuple[int, int, int, Decimal, str, str]:
    """What is sorted by: most sources behind it, most of its own, most that agree, then the greater value, of which a lesser may be a part."""
    behind = independent_sources(s for v in agreeing for s in v.statements) if len(agreeing) > 1 else voice.independent
    numbers = decimals(voice.value)
    return (-behind, -voice.independent, -len(agreeing), -abs(numbers[-1]) if numbers else Decimal(0), voice.value, voice.unit)


def _coarser(other: Voice, voice: Voice) -> bool:
    """Whether a value is the other one rounded, or a bound that it lies within."""
    bounds = [v.statements[0].attributes.get("bound", "exact") for v in (other, voice)]
    found = value_dissent((other.value, bounds[0]), (voice.value, bounds[1]))
    if found is DissentType.ROUNDING:
        return _coarseness(other.value) > _coarseness(voice.value)
    return found is DissentType.BOUND and bounds[0] != "exact" and bounds[1] == "exact"


def _coarseness(value: str) -> Decimal:
    """The last place that a value is given to; a range is coarser than any number."""
    numbers = decimals(value)
    return step(numbers[0]) if len(numbers) == 1 else _COARSEST


def _voice(value: str, unit: str, given: Sequence[Statement]) -> Voice:
    statements = tuple(sorted(given, key=lambda s: (s.document.published or "", s.document.source, s.evidence.start)))
    return Voice(value, statements, unit, independent_sources(statements))


def _value(item: Item, slot: str) -> str | None:
    return beginning(item.statement.time) if slot == "time" else item.attributes.get(slot)


def _unit(item: Item, slot: str) -> str:
    return item.attributes.get("unit", "1") if slot == "value" else ""


def _agree(slot: str, known: tuple[str, list[Statement]], value: str, statement: Statement) -> bool:
    if slot == "time":
        return compatible(known[0], value)
    bounds = known[1][0].attributes.get("bound", "exact"), statement.attributes.get("bound", "exact")
    return value_dissent((known[0], bounds[0]), (value, bounds[1])) is None
