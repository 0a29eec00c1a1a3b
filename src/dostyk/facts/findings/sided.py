"""Where facts come from → findings on what rests on one side, or on one source.

Counts here are of all facts between two states, so that every one of these findings needs the whole record of that pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dostyk.facts.credits import credited_to, show_agency
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_count, show_list
from dostyk.facts.sources import said_by, side_of_statement, sources_in_words, speakers_in_words, voice_name, voice_of
from dostyk.model.fact import Fact, Finding, Severity
from dostyk.model.statement import Modality, Statement
from dostyk.values import names

# Kinds that both sides take part in, so that the other side could have said it too.
_SHARED = {"Visit": "visits", "Meeting": "meetings", "Agreement": "instruments", "Twinning": "twinnings"}
# Kinds that one side may know alone, so that a second source is what would confirm them.
_OWN = {
    "Indicator": "figures",
    "Mission": "missions",
    "Relations": "steps in relations",
    "Regime": "rules",
    "Project": "projects",
    "Institution": "institutions",
}
_HELD = (Modality.ACTUAL, Modality.ONGOING)
_FEW = 2  # facts, at least, that a source or a side must tell alone to be remarked on
_MUCH = 5  # the part of all facts that a source tells of, at least, if it tells of one alone, is one of so many
_NAMED = 5  # pairs of states named in a reason


@dataclass(slots=True)
class Dossier:
    """The facts between two states, with the voices that tell of them."""

    states: tuple[str, ...]
    facts: list[Fact] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)

    @property
    def voices(self) -> list[str]:
        """Those that tell of more than one fact, or of much of what there is, the others only touching on the states; all where none does."""
        main = [voice for voice, number in self.told.items() if number >= _FEW or number * _MUCH >= len(self.facts)]
        return main or list(self.told)


def single_sided(record: Record) -> Iterator[Finding]:
    """Contacts and instruments that one side alone, or one source of no known side, tells of: not doubtful, but not confirmed either."""
    for dossier in _dossiers(record):
        if len(dossier.voices) > 1:
            yield from told_on_one_side(dossier.facts)


def single_source(record: Record) -> Iterator[Finding]:
    """What rests on one source: all there is between two states, figures and missions, or what several pages tell in one voice."""
    alone: dict[str, list[Dossier]] = defaultdict(list)
    for dossier in (d for d in _dossiers(record) if len(d.states) > 1):
        if len(dossier.voices) == 1:
            alone[dossier.voices[0]].append(dossier)
        elif len(dossier.voices) > 1:
            yield from _own_matters(dossier)
    for dossiers in alone.values():
        yield from _all_of_it(dossiers)
    yield from _one_voice_of_several_pages(record.facts)


def told_on_one_side(facts: Iterable[Fact]) -> Iterator[Finding]:
    """Count, of some facts, those that one side's sources alone tell of, or one source where its side is unknown."""
    resting: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    total: Counter[str] = Counter()
    for fact in facts:
        if fact.kind in _SHARED and fact.modality in _HELD:
            total[fact.kind] += 1
            on = {side_of_statement(s) for s in fact.statements}
            state = next(iter(on)) if len(on) == 1 else None
            if state:
                resting["side", state].append(fact)
            elif fact.independent == 1:
                resting["source", voice_of(fact.statements[0].document)].append(fact)
    for (by, state), alone in resting.items():
        if len(alone) >= _FEW:
            yield _on_one_side(state if by == "side" else None, alone, total)


def _on_one_side(state: str | None, facts: list[Fact], total: Mapping[str, int]) -> Finding:
    statements = [s for f in facts for s in f.statements]
    told = _counted(facts, _SHARED, total)
    reason = "That does not make them doubtful; the other side’s word is missing."
    if state is None:
        summary = f"Resting on {voice_name(facts[0].statements[0].document)} alone: {told}"
        return remark(FindingType.SINGLE_SIDED, Severity.NOTE, (summary, f"No other source in the record tells of them. {reason}"), statements, facts)
    summary = f"Told on {names.country_name(state)}’s side alone ({speakers_in_words(statements)}): {told}"
    return remark(FindingType.SINGLE_SIDED, Severity.NOTE, (summary, f"No source of another side tells of them. {reason}"), statements, facts)


def _all_of_it(dossiers: Sequence[Dossier]) -> Iterator[Finding]:
    """A source that is the only one on two states, or on several pairs of them."""
    facts = [f for d in dossiers for f in d.facts if f.kind in _SHARED or f.kind in _OWN]
    if len(facts) < _FEW:
        return
    statements = [s for f in facts for s in f.statements]
    others = sum(len(d.told) > 1 for d in dossiers)
    pairs = [show_list(names.country_name(code) or code for code in d.states) for d in dossiers]
    between = pairs[0] if len(pairs) == 1 else f"{len(pairs)} pairs of states"
    source = next(s.document for s in statements if voice_of(s.document) == dossiers[0].voices[0])
    summary = f"{'Nearly all' if others else 'All'} that the record has on {between} rests on {voice_name(source)} alone"
    counted = capital(_counted(facts, _SHARED | _OWN))
    which = "" if len(pairs) == 1 else f" They are: {'; '.join(pairs[:_NAMED])}{' …' if len(pairs) > _NAMED else ''}."
    reason = f"{counted}: no second source confirms or contradicts any of it.{which}"
    yield remark(FindingType.SINGLE_SOURCE, Severity.NOTE, (summary, reason), statements, facts)


def _own_matters(dossier: Dossier) -> Iterator[Finding]:
    """Figures, missions and the like that one source alone tells of, with how many each tells."""
    resting: dict[str, list[Fact]] = defaultdict(list)
    total = Counter(f.kind for f in dossier.facts)
    for fact in dossier.facts:
        if fact.kind in _OWN and fact.independent == 1:
            resting[voice_of(fact.statements[0].document)].append(fact)
    alone = [f for found in resting.values() for f in found]
    if len(alone) >= _FEW:
        between = show_list(names.country_name(code) or code for code in dossier.states)
        summary = f"Resting on one source each, on {between}: {_counted(alone, _OWN, total)}"
        by_source = "; ".join(f"{voice_name(f[0].statements[0].document)}: {_counted(f, _OWN)}" for f in resting.values())
        reason = f"No second source in the record gives them, so that an error in it would not show. {by_source}."
        yield remark(FindingType.SINGLE_SOURCE, Severity.NOTE, (summary, reason), [s for f in alone for s in f.statements], alone)


def _one_voice_of_several_pages(facts: Iterable[Fact]) -> Iterator[Finding]:
    """What pages of several publishers tell that are copies of one another, or give one agency's or one speaker's words."""
    found: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        names_of_voices = {voice_name(s.document) for s in fact.statements} if fact.independent == 1 and len(fact.statements) > 1 else set()
        if len(names_of_voices) > 1:
            found[tuple(sorted(names_of_voices))].append(fact)
    for alike in found.values():
        statements = [s for f in alike for s in f.statements]
        whose = [name for s in statements for name in [_whose(s)] if name]
        if not whose and len(alike) < _FEW:
            continue  # one sentence alike may be chance
        who = f" ({show_list(whose)})" if whose else ""
        many = f"{show_count(len(alike))} fact{'s' if len(alike) > 1 else ''}"
        summary = f"Several pages, one voice{who}: {sources_in_words(statements)} count once for {many}"
        reason = "Their texts are copies of one another, or give the words of one agency or speaker: they do not confirm each other."
        yield remark(FindingType.SINGLE_SOURCE, Severity.CAUTION, (summary, reason), statements, alike)


def _whose(statement: Statement) -> str | None:
    return said_by(statement) or show_agency(credited_to(statement.document) or "") or None


def _counted(facts: Sequence[Fact], kinds: Mapping[str, str], total: Mapping[str, int] | None = None) -> str:
    """How many facts there are, by kind, in words; of how many, where that is given."""
    counts = Counter(f.kind for f in facts)
    return show_list(_some(counts[kind], word, (total or {}).get(kind)) for kind, word in kinds.items() if counts[kind])


def _some(number: int, word: str, of: int | None) -> str:
    if of is not None:
        return f"{number} of {of} {word}"
    first, space, rest = word.partition(" ")
    return f"{number} {word if number > 1 else first.removesuffix('s') + space + rest}"


def _dossiers(record: Record) -> Iterator[Dossier]:
    """The facts told as being so between each two states (of one, where nothing tells the other), with the voices of all of them."""
    found: dict[tuple[str, ...], Dossier] = {}
    for fact in record.facts:
        if fact.modality in _HELD:
            states = record.pair_of(fact) or record.homes.of_all(fact.roles)[:1]
            dossier = found.setdefault(states, Dossier(states))
            dossier.facts.append(fact)
            dossier.told.update({voice_of(s.document) for s in fact.statements})
    yield from found.values()
