"""Nouns → what people read of them: one line in a list, several when shown alone; and their JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from dostyk.ledger import Removal, Version
from dostyk.model.change import Step
from dostyk.model.fact import Dissent, Fact, Finding
from dostyk.model.layout import Place
from dostyk.model.mention import Mention
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement, document_json, mention_json

AROUND = 160
"""Characters of the passage shown on either side of a quote."""
BOXES = 6
"""Boxes of a quote that are listed, one a line of the page; a desk draws them all."""
Where = Callable[[Statement], Sequence[Place]]
"""Says on which pages, and where on them, a statement's quote stands."""


def nowhere(statement: Statement) -> Sequence[Place]:
    """Know no pages."""
    return ()


def wording(roles: Mapping[str, tuple[Mention, ...]], attributes: Mapping[str, str]) -> str:
    """Put roles and attributes on one line."""
    parts = [f"{role}: {', '.join(mention.name for mention in found)}" for role, found in roles.items()]
    return "; ".join([*parts, *(f"{name}: {value}" for name, value in attributes.items())])


def fact_json(fact: Fact) -> dict[str, Any]:
    """Give a fact with the ids of the statements behind it."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "roles": {role: [mention_json(mention) for mention in found] for role, found in fact.roles.items()},
        "attributes": dict(fact.attributes),
        "time": fact.time,
        "modality": fact.modality.value,
        "voices": [
            {"value": v.value, "unit": v.unit or None, "independent": v.independent, "statements": [statement.id for statement in v.statements]}
            for v in fact.voices
        ],
        "dissents": [dissent_json(dissent) for dissent in fact.dissents],
        "independent": fact.independent,
        "last_confirmed": last_confirmed(fact),
        "sides": [
            {"side": side, "speakers": list(speakers), "statements": [statement.id for statement in statements]}
            for side, speakers, statements in sides_of(fact)
        ],
        "statements": [statement.id for statement in fact.statements],
    }


def dissent_json(dissent: Dissent) -> dict[str, Any]:
    """Give how a value differs from a fact's leading one; `fact` is another fact's id, where the value is only beside this one's."""
    return {
        "type": dissent.type.value,
        "value": dissent.value,
        "reason": dissent.reason,
        "one_source": dissent.one_source,
        "fact": dissent.fact or None,
        "statements": [statement.id for statement in dissent.statements],
    }


def last_confirmed(fact: Fact) -> dict[str, str] | None:
    """Say which of the dated pages that tell of a fact is the newest, and of when (EDTF); None where none has a date."""
    from dostyk.facts.sources import source_name
    from dostyk.facts.timing import last_day

    dated = [(day, s.id, s.document) for s in fact.statements for day in [last_day(s.document.published)] if day]
    newest = max(dated, key=lambda told: told[:2], default=None)
    return {"published": newest[2].published or "", "by": source_name(newest[2])} if newest else None


def sides_of(fact: Fact) -> list[tuple[str | None, tuple[str, ...], list[Statement]]]:
    """Put a fact's statements side by side: those that speak from one state's side (ISO 3166-1; None: nobody knows whose) with who speaks."""
    from dostyk.facts.sources import side_of_statement, speakers_in_words

    found: dict[str | None, list[Statement]] = {}
    for statement in fact.statements:
        found.setdefault(side_of_statement(statement), []).append(statement)
    ordered = sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    return [(side, tuple(dict.fromkeys(speakers_in_words([s]) for s in statements)), statements) for side, statements in ordered]


def finding_json(finding: Finding) -> dict[str, Any]:
    """Give a finding with the ids of the statements and facts it rests on."""
    return {
        "id": finding.id,
        "type": finding.type,
        "severity": finding.severity.value,
        "summary": finding.summary,
        "reason": finding.reason,
        "statements": [statement.id for statement in finding.statements],
        "facts": list(finding.facts),
    }


def promise_json(promise: Promise) -> dict[str, Any]:
    """Give a promise with every quote of its announcements and outcomes."""
    return {
        "id": promise.id,
        "kind": promise.kind,
        "by": [mention_json(mention) for mention in promise.by],
        "content": promise.content,
        "forecast": promise.forecast,
        "due": promise.due,
        "measure": promise.measure or None,
        "status": promise.state.value,
        "late_by": promise.late_by,
        "reason": promise.reason,
        "told_by": list(promise.told_by),
        "announcements": [{"made": a.made, "due": a.due, "quotes": [quote_json(s) for s in a.statements]} for a in promise.announcements],
        "outcomes": [
            {"degree": o.degree.value, "when": o.when, "says": o.words, "fact": o.fact, "quotes": [quote_json(s) for s in o.statements]}
            for o in promise.outcomes
        ],
        "searched": asdict(promise.searched),
        "facts": list(promise.facts),
    }


def quote_json(statement: Statement) -> dict[str, Any]:
    """Give where a statement stands, who says it, and the quote."""
    evidence = statement.evidence
    return {
        "statement": statement.id,
        "attribution": statement.attribution,
        "document": document_json(statement.document),
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }


def show_statement(statement: Statement, where: Where = nowhere) -> Iterator[str]:
    """Show a statement with its quote in its passage."""
    yield f"statement {statement.id}"
    yield from _fields({"kind": statement.kind, "says": wording(statement.roles, statement.attributes), "time": statement.time})
    yield from _fields({"modality": statement.modality.value})
    yield from _fields({"according to": statement.attribution, "confidence": f"{statement.confidence:.2f}"})
    yield from show_quote(statement, where)


def show_removal(removal: Removal) -> Iterator[str]:
    """Show the tombstone of a document."""
    yield f"document {removal.document}, removed"
    yield from _fields({"by": f"{removal.who} ({removal.why})", "at": removal.removed_at, "versions": str(removal.versions)})
    yield from _fields({"statements": f"{removal.statements}, which count no more; their quotes are gone with the text"})


def show_quote(statement: Statement, where: Where = nowhere) -> Iterator[str]:
    """Show a quote between its neighbours, marked off by » and «, with where it stands."""
    text, evidence, document = statement.document.text, statement.evidence, statement.document
    before = text[max(0, evidence.start - AROUND) : evidence.start].rpartition("\n")[2]
    after = text[evidence.end : evidence.end + AROUND].partition("\n")[0]
    yield f"  {before}»{evidence.quote}«{after}"
    for words in dict.fromkeys(mark.words for mark in statement.marks):
        yield f"  ! {words}{'' if statement.vouched else '; it makes no fact unless it is accepted' if statement.is_barred else ''}"
    about = ", ".join(part for part in (document.publisher, document.title, document.published) if part)
    places = where(statement)
    pages = f", page {' and '.join(str(place.page) for place in places)}" if places else ""
    yield f"  {document.source}{pages}, characters {evidence.start} to {evidence.end}{f' ({about})' if about else ''}"
    for place in places:
        boxes = "; ".join("{:g}, {:g} to {:g}, {:g}".format(*box) for box in place.boxes[:BOXES])
        yield f"  page {place.page}, in points from its top left corner: {boxes}{' …' if len(place.boxes) > BOXES else ''}"


def show_fact(fact: Fact, where: Where = nowhere) -> Iterator[str]:
    """Show a fact with every quote behind it."""
    yield f"fact {fact.id}"
    yield from _fields({"kind": fact.kind, "says": wording(fact.roles, fact.attributes), "time": fact.time, "modality": fact.modality.value})
    voices = f"{fact.independent} of {len(fact.statements)} statements" if len(fact.statements) > 1 else "1"
    confirmed = last_confirmed(fact)
    yield from _fields({"independent": voices, "last told": f"{confirmed['published']}, {confirmed['by']}" if confirmed else None})
    if len(fact.voices) > 1:
        for voice in fact.voices:
            who = dict.fromkeys(statement.document.publisher or statement.document.source for statement in voice.statements)
            yield from _fields(
                {"value": f"{voice.value}{f' {voice.unit}' if voice.unit else ''}  ({', '.join(who)}; independent: {voice.independent})"}
            )
    for dissent in fact.dissents:
        beside = f" (fact {dissent.fact})" if dissent.fact else ""
        yield from _fields({"differs": f"{dissent.type.value}: {dissent.reason}{beside}"})
    for side, speakers, statements in sides_of(fact):
        yield ""
        yield f"  {_side(side)}: {'; '.join(speakers)}"
        for number, statement in enumerate(statements):
            if number:
                yield ""
            yield from show_quote(statement, where)


def _side(side: str | None) -> str:
    """A side in words."""
    from dostyk.values import names

    return f"on {names.country_name(side) or side}’s side" if side else "on no known side"


def show_history(steps: Iterable[Step]) -> Iterator[str]:
    """Show how a fact was learned, one step a line, the oldest first."""
    yield "\n  history:"
    for step in steps:
        about = ", ".join(part for part in (step.what, step.source) if part)
        yield f"  {step.at[:19]} {about}{f': {step.says}' if step.says else ''}"


def show_finding(finding: Finding, where: Where = nowhere) -> Iterator[str]:
    """Show a finding with every quote it rests on."""
    yield f"finding {finding.id}"
    yield from _fields({"type": finding.type, "severity": finding.severity.value, "says": finding.summary, "because": finding.reason})
    yield from _fields({"facts": ", ".join(finding.facts)})
    for statement in finding.statements:
        yield ""
        yield from show_quote(statement, where)


def show_promise(promise: Promise, where: Where = nowhere) -> Iterator[str]:
    """Show a promise with every quote of its announcements, then of its outcomes."""
    yield f"promise {promise.id}"
    yield from _fields({"by": ", ".join(mention.name for mention in promise.by), "promised": promise.content, "due": promise.due})
    yield from _fields({"shown by": promise.measure, "status": promise.state.value, "late by": promise.late_by, "because": promise.reason})
    for announcement in promise.announcements:
        for statement in announcement.statements:
            yield f"\nannounced {announcement.made or 'on a page without a date'}, due {announcement.due or 'at no time given'}"
            yield from show_quote(statement, where)
    for outcome in promise.outcomes:
        for statement in outcome.statements:
            yield f"\noutcome ({outcome.degree.value}): {outcome.words}"
            yield from show_quote(statement, where)


def show_version(version: Version, statements: int, current: bool) -> Iterator[str]:
    """Show a document as it was read at one time."""
    document = version.document
    yield f"document {document.id}"
    for field in ("title", "publisher", "url", "language", "published"):
        if getattr(document, field):
            yield from _fields({field: f"{getattr(document, field)}  ({version.reasons.get(field, '')})"})
    state = "current version" if current else "an older version"
    yield from _fields({"source": document.source, "read": f"{version.learned_at} by {version.extractor}, {state}"})
    for words in dict.fromkeys(mark.words for mark in document.marks):
        yield from _fields({"marked": words})
    for words in version.remarks:
        yield from _fields({"remark": words})
    yield from _fields({"text": f"{len(document.text)} characters", "statements": str(statements), "sha256": document.content_hash})


def _fields(fields: Mapping[str, str | None]) -> Iterator[str]:
    for name, value in fields.items():
        if value:
            yield f"  {name + ':':<13}{value}"
