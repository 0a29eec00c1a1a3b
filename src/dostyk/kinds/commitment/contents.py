"""Says what a commitment is to: where its words end, whether it can be checked, how much, by when."""

from __future__ import annotations

from dostyk.kinds.commitment.words import words
from dostyk.kinds.indicator.measures import measure_in
from dostyk.kinds.wording import without_article
from dostyk.model.analysis import Clause, Phrase, QuantityMark, Sentence, SpanType
from dostyk.model.kind import Draft, Filler
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

NAMES = (SpanType.NAME, SpanType.ORGANISATION, SpanType.CITY, SpanType.REGION, SpanType.PLACE, SpanType.COUNTRY, SpanType.INSTRUMENT, SpanType.QUOTE)


def content_end(sentence: Sentence, clause: Clause) -> int:
    """Where the content ends: before the next clause with a subject of its own, a relative clause, or the sentence's end."""
    end = clause.end
    for other in sentence.clauses:
        if other.verb <= clause.verb:
            continue
        if other.form in ("infinitive", "gerund", "participle") and not _joined(sentence, other) and other.start <= end + 8:
            end = max(end, other.end)
        else:
            break
    for date in sentence.dates:
        if date.edtf and 0 <= date.lead - end <= 2:
            end = date.end
    text = sentence.text[: end - sentence.start].rstrip(' .,;”"')
    return sentence.start + len(text)


def _joined(sentence: Sentence, clause: Clause) -> bool:
    """Whether an infinitive is joined to the one before ("… and to send …"): it is a commitment of its own."""
    return clause.form == "infinitive" and clause.verb >= 2 and sentence.tokens[clause.verb - 2].low in ("and", ",")


def checkable(sentence: Sentence, clause: Clause, start: int, end: int, weak: bool) -> bool:
    """Whether the content names something that can be checked: a number, a date, a name, a thing that is not fluff."""
    if any(start <= q.start < end for q in sentence.quantities) or any(start <= d.start < end and d.edtf for d in sentence.dates):
        return True
    if clause.lemma in words("vague"):
        return False
    named = any(start <= s.start < end and s.type in NAMES and not s.demonym for s in sentence.spans)
    if weak:
        return named and (clause.patient is not None or bool(clause.obliques))
    return clause.patient is not None or bool(clause.obliques)


def draft_of(sentence: Sentence, subject: Phrase | None, bounds: tuple[int, int], actors: list[Mention]) -> Draft:
    """Make the draft of a commitment whose content stands at document offsets `bounds`."""
    start, end = bounds
    content = without_article(sentence.text[start - sentence.start : end - sentence.start])
    attributes = {"content": content}
    quantity = _aimed(sentence, start, end)
    if quantity is not None:
        attributes.update({"value": quantity.value, "unit": quantity.unit})
        if quantity.bound != "exact":
            attributes["bound"] = quantity.bound
        if measure := measure_in(content):
            attributes["measure"] = measure
    roles: dict[str, list[Filler]] = {"actor": list(actors)}
    first = subject.start if subject is not None and sentence.start <= subject.start < start else start
    draft = Draft("Commitment", first, end, roles, attributes, None, Modality.PLANNED, rule="commitment", confidence=0.7, anchor=start)
    leading = not any(c.form == "finite" and sentence.tokens[c.verb].end <= first and sentence.tokens[c.verb].tag != "VBG" for c in sentence.clauses)
    due = [d for d in sentence.dates if d.edtf and not d.vague and (start <= d.start < end + 12 or leading and d.lead <= sentence.start + 3)]
    if due:
        date = next((d for d in due if d.relation in ("by", "until", "before")), due[0])
        draft.time = date.edtf
        draft.start, draft.end = min(draft.start, date.lead), max(draft.end, date.end)
    return draft


def _aimed(sentence: Sentence, start: int, end: int) -> QuantityMark | None:
    """The quantity aimed at: of "from 48 to 80" the second, money before counts, never a bare one or two of something named."""
    inside = [q for q in sentence.quantities if start <= q.start < end and q.unit not in ("a", "mo", "d", "wk", "h")]
    sums = [q for q in inside if len(q.unit) == 3 and q.unit.isupper()]
    found = sums or inside
    if len(found) == 2 and sentence.text[found[0].end - sentence.start : found[1].start - sentence.start].strip() == "to":
        return found[1]
    return found[0] if found else None


def money(sentence: Sentence, start: int, end: int) -> QuantityMark | None:
    """The first sum between two offsets."""
    return next((q for q in sentence.quantities if start <= q.start <= end and len(q.unit) == 3 and q.unit.isupper()), None)
