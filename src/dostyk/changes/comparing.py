"""Two states of the record → what became of each fact, finding and promise from the one to the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dostyk.changes.differing import named
from dostyk.facts.naming import name_fact
from dostyk.facts.showing import show_figure
from dostyk.facts.sources import source_name
from dostyk.model.change import Event, FactChange, PromiseChange, Turn
from dostyk.model.fact import Fact, Finding
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement

T = TypeVar("T", Fact, Promise)
_ORDER = (Turn.GONE, Turn.CHANGED, Turn.WEAKENED, Turn.PARTED, Turn.JOINED, Turn.CONFIRMED, Turn.NEW)


@dataclass(frozen=True, slots=True)
class State:
    """The record as it was made of the statements of one time."""

    facts: Sequence[Fact] = ()
    findings: Sequence[Finding] = ()
    promises: Sequence[Promise] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of facts, of findings (`new`, and `settled` ones, which are made no more) and of promises."""

    facts: tuple[FactChange, ...]
    new: tuple[Finding, ...]
    settled: tuple[Finding, ...]
    promises: tuple[PromiseChange, ...]


def compare(before: State, after: State, successors: Mapping[str, str] | None = None, reasons: Mapping[str, str] | None = None) -> Compared:
    """Say what became of the record; facts are followed by the statements behind them, not by their ids, which their values make.

    `successors` gives the ids that statements have after, by those they had before, where they have others; `reasons` says of those that went
    (by their ids before) what took them away. Facts come in the order: gone, changed, weakened, parted, joined, confirmed, new.
    """
    renamed, why = dict(successors or {}), dict(reasons or {})
    facts = sorted(_facts(before.facts, after.facts, renamed, why), key=lambda change: _ORDER.index(change.turn))
    known, made = (Counter(_told(finding) for finding in state.findings) for state in (before, after))
    return Compared(
        tuple(facts),
        tuple(finding for finding in after.findings if not known[_told(finding)]),
        tuple(finding for finding in before.findings if not made[_told(finding)]),
        tuple(_promises(before.promises, after.promises, renamed)),
    )


def says(fact: Fact) -> str:
    """Name a fact in words, with its value where it has one."""
    a = fact.attributes
    value = a.get("value", "")
    return f"{name_fact(fact)}, {show_figure(value, a.get('unit', '1'), a.get('bound', 'exact'))}" if value else name_fact(fact)


def moves(events: Iterable[Event]) -> bool:
    """Whether anything happened that may have changed what facts say."""
    return any(event.difference is None or not event.difference.is_none for event in events)


def _facts(befores: Sequence[Fact], afters: Sequence[Fact], renamed: Mapping[str, str], why: Mapping[str, str]) -> Iterator[FactChange]:
    follows = _followed(befores, afters, renamed, lambda fact: fact.statements)
    leads = {follows[one.id][0].id: one for one in sorted(befores, key=lambda one: one.id in {f.id for f in follows[one.id]}) if follows[one.id]}
    follows_back: dict[str, list[Fact]] = defaultdict(list)
    for one in befores:
        for other in follows[one.id]:
            follows_back[other.id].append(one)
    for one in befores:
        found = follows[one.id]
        if not found:
            yield FactChange(Turn.GONE, one, None, lost=_sources(one.statements), because=_because(one, why))
        elif leads[found[0].id] is one:
            yield from _same(one, found[0], renamed, why)
        else:
            yield FactChange(Turn.JOINED, one, found[0], says(found[0]))
    for other in afters:
        origins = follows_back[other.id]
        if not origins:
            yield FactChange(Turn.NEW, None, other, gained=_sources(other.statements))
        elif other.id not in leads:
            yield FactChange(Turn.PARTED, origins[0], other, says(origins[0]))


def _followed(befores: Iterable[T], afters: Iterable[T], renamed: Mapping[str, str], of: Callable[[T], Iterable[Statement]]) -> dict[str, list[T]]:
    """Give for each thing before, by its id, those after that share statements with it, the most first."""
    holders: dict[str, list[T]] = defaultdict(list)
    for other in afters:
        for statement in of(other):
            holders[statement.id].append(other)
    follows: dict[str, list[T]] = {}
    for one in befores:
        votes: Counter[str] = Counter()
        found: dict[str, T] = {}
        for statement in of(one):
            for other in holders.get(renamed.get(statement.id, statement.id), ()):
                votes[other.id] += 1
                found[other.id] = other
        follows[one.id] = [found[id] for id in sorted(votes, key=lambda id: (-votes[id], id != one.id, id))]
    return follows


def _same(one: Fact, other: Fact, renamed: Mapping[str, str], why: Mapping[str, str]) -> Iterator[FactChange]:
    """Say what became of a fact that is there before and after; nothing where it stands as it stood."""
    before, after = _sources(one.statements), _sources(other.statements)
    gained, lost = (tuple(name for name in names if name not in others) for names, others in ((after, before), (before, after)))
    words = differing(one, other)
    still = {statement.id for statement in other.statements}
    went = [statement for statement in one.statements if renamed.get(statement.id, statement.id) not in still]
    because = tuple(dict.fromkeys(why[statement.id] for statement in went if statement.id in why))
    if words:
        yield FactChange(Turn.CHANGED, one, other, words, gained, lost, because)
    elif lost:
        yield FactChange(Turn.WEAKENED, one, other, "", gained, lost, because)
    elif gained:
        yield FactChange(Turn.CONFIRMED, one, other, "", gained)


def differing(one: Fact, other: Fact) -> str:
    """Say in which slots two states of a fact differ, with both values; "" where in none."""
    befores, afters = _slots(one), _slots(other)
    found = []
    for slot in dict.fromkeys((*befores, *afters)):
        before, after = befores.get(slot, ""), afters.get(slot, "")
        if before != after:
            found.append(f"{slot}: {before or 'nothing'} → {after or 'nothing'}")
    return "; ".join(found)


def _slots(fact: Fact) -> dict[str, str]:
    voices = " / ".join(sorted(voice.value for voice in fact.voices)) if len(fact.voices) > 1 else ""
    found = {"kind": fact.kind, **named(fact.roles), **fact.attributes, "time": fact.time or "", "modality": fact.modality.value}
    return {**found, "differing values": voices}


def _because(fact: Fact, why: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(why[statement.id] for statement in fact.statements if statement.id in why))


def _sources(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source_name(statement.document) for statement in statements))


def _told(finding: Finding) -> tuple[str, str]:
    """What a finding is known by in another version of its pages: what it says."""
    return finding.type, finding.summary


def _promises(befores: Sequence[Promise], afters: Sequence[Promise], renamed: Mapping[str, str]) -> Iterator[PromiseChange]:
    follows = _followed(befores, afters, renamed, lambda promise: (s for a in promise.announcements for s in a.statements))
    held = {other.id for found in follows.values() for other in found}
    for one in befores:
        other = next(iter(follows[one.id]), None)
        if other is None:
            yield PromiseChange(Turn.GONE, one, None)
        elif (one.state, one.due, one.late_by) != (other.state, other.due, other.late_by):
            yield PromiseChange(Turn.CHANGED, one, other)
    yield from (PromiseChange(Turn.NEW, None, other) for other in afters if other.id not in held)
