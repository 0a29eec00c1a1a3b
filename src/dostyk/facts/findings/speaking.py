"""Who speaks in a page → findings on what is paid for, or said by another than its publisher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dostyk.facts.credits import agency_in, credited_to, show_agency
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.record import Record
from dostyk.facts.showing import show_count
from dostyk.facts.sources import said_by, side, side_of_statement, source_name
from dostyk.facts.tables import table
from dostyk.model.document import Document
from dostyk.model.fact import Finding, Severity
from dostyk.model.statement import Statement
from dostyk.values import names

_MARK_WITHIN = 400  # characters from the start of a document in which it says that it is paid for


def paid_content(record: Record) -> Iterator[Finding]:
    """A page that says of itself that it is paid for or supplied."""
    for document, statements in _by_document(record).items():
        mark = next((m for m in table("findings/sided.toml")["paid"] if _stands_alone(m, document.text[:_MARK_WITHIN])), None)
        if mark:
            summary = f"{source_name(document)} marks “{document.title or document.source}” as {mark.lower()}"
            reason = "It is published there, but the publisher does not speak in its own name."
            yield remark(FindingType.PAID, Severity.CAUTION, (summary, reason), statements)


def other_speakers(record: Record) -> Iterator[Finding]:
    """One side's words in a publication of the other side, or of none; an agency's text under another's name."""
    said: dict[tuple[Document, str], list[Statement]] = defaultdict(list)
    printed: dict[Document, list[Statement]] = defaultdict(list)
    for item in record.items.values():
        speaker = said_by(item.statement)
        if speaker:
            said[(item.statement.document, speaker)].append(item.statement)
        elif item.statement.document.publisher and credited_to(item.statement.document):
            printed[item.statement.document].append(item.statement)
    for (document, speaker), statements in said.items():
        own, theirs = side(document), side_of_statement(statements[0])
        if theirs and own != theirs and (own or not statements[0].attribution):
            where = f"Published on {names.country_name(own)}’s side" if own else "Published on no known side"
            summary = f"{source_name(document)} gives the words of {speaker}"
            reason = f"{where}, said on {names.country_name(theirs)}’s: {show_count(len(statements))} statement{'s' if len(statements) > 1 else ''}."
            yield remark(FindingType.SPEAKER, Severity.NOTE, (summary, reason), statements)
    for document, statements in printed.items():
        agency = credited_to(document) or ""
        if agency != agency_in(document.publisher or ""):
            summary = f"{source_name(document)} prints a text of {show_agency(agency)}"
            reason = "The agency speaks; what others print of it is the same voice."
            yield remark(FindingType.SPEAKER, Severity.NOTE, (summary, reason), statements)


def _by_document(record: Record) -> dict[Document, list[Statement]]:
    found: dict[Document, list[Statement]] = defaultdict(list)
    for item in record.items.values():
        found[item.statement.document].append(item.statement)
    return found


def _stands_alone(mark: str, opening: str) -> bool:
    """Whether a mark stands alone on one of the first lines."""
    return any(line.strip(" []()*:-–|").casefold() == mark.casefold() for line in opening.splitlines())
