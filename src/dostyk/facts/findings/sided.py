"""Where facts come from → findings on what rests on one side, is paid for, or is said by another than the publisher."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dostyk.entities.places import states_in
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.record import Record
from dostyk.facts.showing import show_list
from dostyk.facts.sources import independent, side, source_name, voice_name, voice_of
from dostyk.facts.tables import table
from dostyk.model.document import Document
from dostyk.model.fact import Fact, Finding, Severity
from dostyk.model.statement import Modality, Statement
from dostyk.values import names

# Kinds that both sides take part in, so that the other side could have said it too.
_SHARED = {"Visit": "visits", "Meeting": "meetings", "Agreement": "instruments", "Twinning": "twinnings"}
_MARK_WITHIN = 400  # characters from the start of a document in which it says that it is paid for


def single_sided(record: Record) -> Iterator[Finding]:
    """Contacts and instruments that one source alone tells of: not doubtful, but not confirmed either."""
    if len({voice_of(i.statement.document) for i in record.items.values()}) > 1:
        yield from resting_on_one(record.of_kind(*_SHARED))


def resting_on_one(facts: Iterable[Fact]) -> Iterator[Finding]:
    """Count, of some facts, those that rest on one source alone, by source."""
    resting: dict[str, list[Fact]] = defaultdict(list)
    total: Counter[str] = Counter()
    for fact in facts:
        if fact.kind in _SHARED and fact.modality in (Modality.ACTUAL, Modality.ONGOING):
            total[fact.kind] += 1
            if len(independent(fact.statements)) == 1:
                resting[voice_of(fact.statements[0].document)].append(fact)
    for alone in resting.values():
        if len(alone) > 1:
            yield _resting(voice_name(alone[0].statements[0].document), alone, total)


def _resting(source: str, facts: list[Fact], total: Counter[str]) -> Finding:
    speaks = side(facts[0].statements[0].document)
    whose = f" (published on {names.country_name(speaks)}’s side)" if speaks else ""
    counts = Counter(f.kind for f in facts)
    told = show_list(f"{counts[kind]} of {total[kind]} {_SHARED[kind]}" for kind in _SHARED if counts[kind])
    summary = f"Resting on {source} alone{whose}: {told}"
    reason = "No other source in the record tells of them. That does not make them doubtful; the other side’s word is missing."
    return remark(FindingType.SINGLE_SIDED, Severity.NOTE, (summary, reason), [s for f in facts for s in f.statements], facts)


def paid_content(record: Record) -> Iterator[Finding]:
    """A page that says of itself that it is paid for or supplied."""
    for document, statements in _by_document(record).items():
        mark = next((m for m in table("findings/sided.toml")["paid"] if _stands_alone(m, document.text[:_MARK_WITHIN])), None)
        if mark:
            summary = f"{source_name(document)} marks “{document.title or document.source}” as {mark.lower()}"
            reason = "It is published there, but the publisher does not speak in its own name."
            yield remark(FindingType.PAID, Severity.CAUTION, (summary, reason), statements)


def other_speakers(record: Record) -> Iterator[Finding]:
    """One side's words in the other side's publication."""
    said: dict[tuple[Document, str], list[Statement]] = defaultdict(list)
    for item in record.items.values():
        if item.statement.attribution:
            said[(item.statement.document, item.statement.attribution)].append(item.statement)
    for (document, speaker), statements in said.items():
        own, theirs = side(document), states_in(speaker)
        if own and len(theirs) == 1 and theirs[0] != own:
            summary = f"{source_name(document)} gives the words of {speaker}"
            reason = f"Published on {names.country_name(own)}’s side, said on {names.country_name(theirs[0])}’s: {len(statements)} statements."
            yield remark(FindingType.SPEAKER, Severity.NOTE, (summary, reason), statements)


def _by_document(record: Record) -> dict[Document, list[Statement]]:
    found: dict[Document, list[Statement]] = defaultdict(list)
    for item in record.items.values():
        found[item.statement.document].append(item.statement)
    return found


def _stands_alone(mark: str, opening: str) -> bool:
    """Whether a mark stands alone on one of the first lines."""
    return any(line.strip(" []()*:-–|").casefold() == mark.casefold() for line in opening.splitlines())
