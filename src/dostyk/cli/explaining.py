"""The account of how a document was read → lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dostyk.model.analysis import DateMark, QuantityMark

if TYPE_CHECKING:
    from dostyk.model.analysis import Clause, Phrase, Sentence, Span
    from dostyk.statements import Explained, Spoken


def lines_of(source: str, account: Sequence[Explained]) -> Iterator[str]:
    """Give the lines of one document: its sentences with what was seen in them, and a count at the end."""
    yield f"# {source}"
    for one in account:
        yield ""
        yield from _sentence(one)
    made = {spoken.statement.id for one in account for spoken in one.spoken if spoken.statement is not None}
    silent = sum(bool(one.looks_like) for one in account)
    yield ""
    yield f"{len(account)} sentences, {len(made)} statements; {silent} sentences look like statements and gave none"


def _sentence(one: Explained) -> Iterator[str]:
    sentence = one.sentence
    yield f"[{sentence.start}-{sentence.end}] {' '.join(sentence.text.split())}"
    spans = [*sentence.spans, *(d for d in sentence.dates if d not in sentence.spans)]
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        yield f"    span    {_span(span)}"
    for clause in sentence.clauses:
        yield f"    clause  {_clause(sentence, clause)}"
    for spoken in one.spoken:
        yield f"    {_spoken(spoken)}"
    if one.looks_like:
        yield f"    silent  looks like {', '.join(one.looks_like)}, and gave nothing"


def _span(span: Span) -> str:
    told = ""
    if isinstance(span, DateMark):
        told = f" = {span.edtf or span.duration or 'no date by itself'}{'' if span.relation == 'in' else f' ({span.relation})'}"
    elif isinstance(span, QuantityMark):
        told = f" = {'' if span.bound == 'exact' else f'{span.bound} '}{span.value} {span.unit}"
    elif span.id:
        told = f" = {span.id}"
    return f"{span.type} {' '.join(span.text.split())!r}{told}"


def _clause(sentence: Sentence, clause: Clause) -> str:
    parts = [clause.lemma, *(["passive"] if clause.passive else []), str(clause.modality)]
    for name, phrase in (("who", clause.agent), ("whom or what", clause.patient), ("is", clause.predicate)):
        if phrase is not None:
            parts.append(f"{name}: {_phrase(phrase)}")
    parts += [f"{phrase.preposition or 'beside'}: {_phrase(phrase)}" for phrase in clause.obliques]
    return "; ".join(parts)


def _phrase(phrase: Phrase) -> str:
    return " + ".join(" ".join(member.text.split()) for member in phrase.members())


def _spoken(spoken: Spoken) -> str:
    if spoken.statement is None:
        return f"dropped {spoken.kind} by {spoken.rule}: {spoken.why_not}"
    said = spoken.statement
    roles = "; ".join(f"{role}: {', '.join(m.name for m in found)}" for role, found in said.roles.items() if found)
    values = "".join(f"; {name}: {value}" for name, value in said.attributes.items())
    time = f"; time: {said.time}" if said.time else ""
    return f"says    {said.kind} by {spoken.rule} ({said.confidence:.2f}): {roles}{values}{time}; {said.modality}; {said.id[:12]}"
