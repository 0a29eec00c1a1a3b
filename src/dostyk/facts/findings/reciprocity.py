"""What one of two sides does, or says, and the other is not told to → findings; silence of a record is never taken for absence.

Every rule here looks at all facts between two states, or of one town, and at who tells of them: it needs the whole record of that pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from dostyk.entities.places import PLACES, state_of
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.naming import CLOSED, called, name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_count, show_list, show_name
from dostyk.facts.sources import side_of_statement, sources_in_words
from dostyk.facts.tables import table
from dostyk.model.fact import Fact, Finding, Severity
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality
from dostyk.values import names

_HELD = (Modality.ACTUAL, Modality.ONGOING)
_VISITS = 3  # visits in one direction, at least, that none in the other is remarkable beside
_SILENT = "That the record does not tell of it does not mean that there is none."

Way = tuple[str, str]


def unreturned_missions(record: Record) -> Iterator[Finding]:
    """An embassy of one state in another, where several sources speak of the two and none of an embassy in return."""
    posts = _by_way(record, "Mission", _way_of_mission)
    for (sender, host), facts in posts.items():
        resident = [f for f in facts if f.attributes.get("mission_type", "").lower() in _resident() and f.attributes.get("action") != CLOSED]
        told = [*resident, *posts.get((host, sender), ())]
        if resident and len(told) == len(resident) and _several_voices(record, sender, host):
            summary = f"Not reciprocated: {name_fact(resident[0])}; none of {_state(host)} in {_state(sender)} is told of"
            yield remark(FindingType.NOT_RECIPROCATED, Severity.NOTE, (summary, _SILENT), [s for f in resident for s in f.statements], resident)


def unreturned_visits(record: Record) -> Iterator[Finding]:
    """Visits in one direction only, where several sources speak of the two states."""
    visits = _by_way(record, "Visit", lambda fact: _way_of_visit(record, fact))
    for (guest, host), facts in visits.items():
        if len(facts) >= _VISITS and (host, guest) not in visits and _several_voices(record, guest, host):
            summary = f"Not reciprocated: {show_count(len(facts))} visits from {_state(guest)} to {_state(host)}, none the other way"
            yield remark(FindingType.NOT_RECIPROCATED, Severity.NOTE, (summary, _SILENT), [s for f in facts for s in f.statements], facts)


def untold_twinnings(record: Record) -> Iterator[Finding]:
    """A twinning told on one town's side alone, while pages on the other's side list that town's other partners."""
    listed: dict[str, list[Fact]] = defaultdict(list)
    for fact in record.of_kind("Twinning"):
        if fact.modality in _HELD:
            for member in fact.roles.get("member", ()):
                listed[member.id].append(fact)
    for fact in record.of_kind("Twinning"):
        members = fact.roles.get("member", ())
        if fact.modality in _HELD and len(members) == 2:
            for own, other in (members, members[::-1]):
                yield from _left_out(fact, own, other, listed[other.id])


def _left_out(fact: Fact, own: Mention, other: Mention, others: Iterable[Fact]) -> Iterator[Finding]:
    """A finding where only `own`'s state tells of a twinning, and `other`'s state tells of others of that town."""
    states = (state_of(own), state_of(other))
    if None in states or states[0] == states[1] or _sides(fact) != {states[0]}:
        return
    theirs = [f for f in others if f is not fact and states[1] in _sides(f)]
    if theirs:
        statements = [s for f in theirs for s in f.statements if side_of_statement(s) == states[1]]
        summary = f"Not reciprocated: {name_fact(fact)} is told by {sources_in_words(fact.statements)} alone"
        reason = (
            f"{sources_in_words(statements)} tells of {called(other)}’s {show_list(name_fact(f) for f in theirs[:3])}, but not of this one. {_SILENT}"
        )
        yield remark(FindingType.NOT_RECIPROCATED, Severity.NOTE, (summary, reason), [*fact.statements, *statements], [fact, *theirs])


def unshared_levels(record: Record) -> Iterator[Finding]:
    """A level of relations told on one party's side alone, while pages on the other's side call the relations something else."""
    told: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in record.of_kind("Relations"):
        parties = tuple(sorted(m.id for m in fact.roles.get("party", ())))
        if fact.modality in _HELD and len(parties) == 2 and "partner" in fact.attributes.get("status", "").lower():
            told[parties].append(fact)
    for parties, facts in told.items():
        for fact in facts:
            own = _sides(fact)
            others = [f for f in facts if f is not fact and own and _sides(f) and not _sides(f) & own and _sides(f) <= set(parties)]
            if len(own) == 1 and own <= set(parties) and others:
                summary = f"Not reciprocated: {name_fact(fact)} is told on {_state(next(iter(own)))}’s side alone"
                reason = f"{capital(sources_in_words(others[0].statements))} speaks of {others[0].attributes['status']}. {_SILENT}"
                yield remark(
                    FindingType.NOT_RECIPROCATED, Severity.NOTE, (summary, reason), [*fact.statements, *others[0].statements], [fact, others[0]]
                )


def _by_way(record: Record, kind: str, way: Callable[[Fact], Way | None]) -> dict[Way, list[Fact]]:
    """The facts of a kind told as being so, by the state that sends and the one that receives."""
    found: dict[Way, list[Fact]] = defaultdict(list)
    for fact in record.of_kind(kind):
        states = way(fact) if fact.modality in _HELD else None
        if states:
            found[states].append(fact)
    return found


def _way_of_mission(fact: Fact) -> Way | None:
    senders = {state_of(m) for m in fact.roles.get("sender", ()) if m.type in PLACES}
    hosts = {state_of(m) for m in fact.roles.get("location", ()) if m.type in PLACES}
    return _one_way(senders, hosts)


def _way_of_visit(record: Record, fact: Fact) -> Way | None:
    guests = {record.homes.of(m) for m in fact.roles.get("visitor", ())}
    hosts = {state_of(m) for m in fact.roles.get("destination", ()) if m.type in PLACES}
    return _one_way(guests, hosts)


def _one_way(ones: set[str | None], others: set[str | None]) -> Way | None:
    if len(ones) != 1 or len(others) != 1:
        return None
    one, other = next(iter(ones)), next(iter(others))
    return (one, other) if one and other and one != other else None


def _several_voices(record: Record, one: str, other: str) -> bool:
    """Whether more than one source tells of the two states."""
    return len(record.voices_on(one, other)) > 1


def _sides(fact: Fact) -> set[str]:
    return {code for s in fact.statements for code in [side_of_statement(s)] if code}


def _resident() -> frozenset[str]:
    return frozenset(table("findings/reciprocity.toml")["resident"])


def _state(code: str) -> str:
    return show_name(names.country_name(code) or code)
