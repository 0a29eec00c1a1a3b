"""Reads renamings: "X was renamed Y", "Y (formerly X)", "changed its name from X to Y", and chains of them."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.naming import thing
from dostyk.kinds.renaming.brackets import formerly, in_brackets, nowadays
from dostyk.kinds.renaming.names import NAMED, bare_name, date_after, dated_behind, full_name, made_draft, names_in, near_place, span_of, unlisted
from dostyk.model.analysis import PLACES, Clause, DateMark, Sentence, Span, SpanType, Token
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.statement import Modality


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each change of name."""
    for clause in sentence.clauses:
        if clause.lemma == "rename":
            yield from _renamed(sentence, clause, reading)
        elif clause.lemma == "change" and clause.patient is not None and clause.patient.lemma == "name":
            yield from _changed(sentence, clause, reading)
        elif clause.lemma == "change" and not clause.passive and (old := bare_name(clause.patient)) is not None and old.type in PLACES:
            new = next((n for o in clause.obliques if o.preposition == "to" and (n := bare_name(o)) is not None and n.type in PLACES), None)
            if new is not None:
                date = dated_behind(sentence, new)
                yield made_draft(sentence, (old, new), old.start, max(new.end, date.end if date else 0), date, clause.modality, reading)
        elif clause.lemma in ("be", "become") and clause.agent is not None and clause.predicate is not None:
            yield from _became(sentence, clause, reading)
        elif (
            clause.lemma in ("restore", "return", "regain")
            and clause.patient is not None
            and any(t.lemma == "name" or t.low == "name" for t in sentence.tokens[clause.patient.first : clause.patient.last + 1])
        ):
            yield from _restored(sentence, clause, reading)
        elif clause.lemma in ("give", "take", "receive", "bear", "adopt", "assume", "acquire", "get", "carry") and (
            clause.passive or clause.lemma != "give"
        ):
            yield from _given(sentence, clause, reading)
        elif clause.lemma in ("call", "know", "name") and clause.passive:
            yield from _called(sentence, clause, reading)
    yield from _moved(sentence, reading)
    yield from formerly(sentence, reading)
    yield from in_brackets(sentence, reading)
    yield from nowadays(sentence, reading)
    cities = [s for s in sentence.spans if s.type in (SpanType.CITY, SpanType.REGION) and not s.demonym]
    if cities:
        reading.memory["near"] = (sentence.paragraph, cities[-1])


def _called(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X was called Y until D", "X has been called Y since D", "X was known as Y from D to E"."""
    subject = clause.patient
    if subject is None or not subject.start >= sentence.start:
        return
    own = subject.span if subject.span is not None and subject.span.type in NAMED and not subject.span.demonym else None
    if own is None and (found := [m for m in reading.mentions(subject) if m.type.value in ("city", "country", "region", "organisation")]):
        own = Span(SpanType.CITY, subject.start, subject.start, found[0].name, name=found[0].name, id=found[0].id)
    names = names_in(sentence, clause.verb + 1, min(len(sentence.tokens), clause.verb + 6))
    other = names[0].span if names else None
    if own is None or other is None or other.text == own.text:
        return
    dates = [d for d in sentence.dates if d.edtf and not d.vague]
    tense = {t.low for t in sentence.tokens[max(0, clause.verb - 4) : clause.verb]}
    behind = [t.low for t in sentence.tokens if other.end <= t.start][:1]
    until = next((d for d in dates if d.relation in ("until", "before") or "/" in (d.edtf or "") and d.start > other.start), None)
    since = next((d for d in dates if d.relation in ("since", "from_start")), None)
    until = until or (dates[0] if dates and behind == ["until"] else None)
    if until is not None and (tense & {"was", "were"} or clause.form == "participle"):
        made = made_draft(
            sentence, (other, own), min(own.start, sentence.tokens[clause.verb].start), max(other.end, until.end), until, clause.modality, reading
        )
        made.time = (until.edtf or "").removeprefix("../").split("/")[-1]
        yield made
    elif tense & {"now", "today", "nowadays"} and tense & {"is", "are"}:
        yield made_draft(sentence, (own, other), min(own.start, sentence.tokens[clause.verb].start), other.end, None, clause.modality, reading)
    elif since is not None and tense & {"has", "have", "is"}:
        made = made_draft(
            sentence, (own, other), min(own.start, sentence.tokens[clause.verb].start), max(other.end, since.end), since, clause.modality, reading
        )
        made.time = (since.edtf or "").removesuffix("/..").split("/")[0]
        yield made


def _became(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X became Y in D", "X, which has been Y since D", both of them names of places."""
    old, new = bare_name(clause.agent), bare_name(clause.predicate)
    if (
        old is None
        or new is None
        or old.type not in PLACES
        or new.type not in (*PLACES, SpanType.NAME)
        or old.type is SpanType.COUNTRY
        and new.type is not SpanType.COUNTRY
    ):
        return
    date = dated_behind(sentence, new)
    if date is not None and old.text != new.text:
        yield made_draft(sentence, (old, new), old.start, max(new.end, date.end), date, clause.modality, reading)


def _restored(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "the old name X was restored in D": the name before is the one that the text gave last."""
    assert clause.patient is not None
    names = names_in(sentence, clause.patient.first, len(sentence.tokens))
    last = reading.memory.get("renamed")
    if names and names[0].span is not None and last is not None:
        new = names[0].span
        before = [d for d in sentence.dates if d.edtf and clause.patient.start - 40 <= d.start < clause.patient.start]
        date = before[-1] if before else next((d for d in sentence.dates if d.edtf and d.start >= clause.patient.start), None)
        yield made_draft(
            sentence,
            (last, new),
            min(clause.patient.start, date.lead if date else clause.patient.start),
            max(new.end, clause.end),
            date,
            clause.modality,
            reading,
        )


def _given(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "was given the name Y in D": the old name is that of the page's place."""
    tokens = sentence.tokens[clause.verb + 1 : clause.verb + 8]
    at = next((i for i, t in enumerate(tokens) if t.low == "name"), None)
    if at is None or at + 1 >= len(tokens) or tokens[at + 1].span is None or tokens[at + 1].span.type not in NAMED:  # type: ignore[union-attr]
        return
    subject = clause.patient if clause.passive else clause.agent
    old = span_of(subject)
    found = reading.mentions(subject) if subject is not None else []
    old = old or near_place(subject, sentence, reading) or (unlisted(subject) if clause.passive else None)
    known = reading.memory.get("near")
    if old is None and subject is not None and subject.lemma == "it" and known is not None and known[0] == sentence.paragraph:
        old = known[1]
    if old is None and found and found[0].type.value in ("city", "region", "place", "country"):
        old = Span(
            SpanType.CITY, sentence.tokens[clause.verb].start, sentence.tokens[clause.verb].start, found[0].name, name=found[0].name, id=found[0].id
        )
    new = tokens[at + 1].span
    if old is not None and new is not None:
        date = dated_behind(sentence, new) or _of_clause(sentence, clause)
        made = made_draft(
            sentence, (old, new), sentence.tokens[clause.verb].start, max(new.end, date.end if date else 0), date, clause.modality, reading
        )
        made.time = made.time.removesuffix("/..") if made.time else None
        yield made


def _of_clause(sentence: Sentence, clause: Clause) -> DateMark | None:
    """The only date between a clause's verb and the next one."""
    following = next((sentence.tokens[c.verb].start for c in sentence.clauses if c.verb > clause.verb), sentence.end)
    dates = [d for d in sentence.dates if d.edtf and not d.vague and sentence.tokens[clause.verb].end <= d.start < following]
    return dates[0] if len(dates) == 1 else None


def _moved(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read "…, in the same year the name of the country from X to Y": a name that a verb of change goes on to govern."""
    tokens = sentence.tokens
    if not any(c.lemma in ("change", "alter", "switch") for c in sentence.clauses):
        return
    for at, token in enumerate(tokens):
        if token.low not in ("name", "names") or any(c.patient is not None and c.patient.head == at for c in sentence.clauses):
            continue
        source = next((i for i in range(at + 1, min(at + 7, len(tokens) - 3)) if tokens[i].low == "from"), None)
        if source is None or tokens[source + 2].low not in ("to", "into"):
            continue
        old, new = tokens[source + 1].span, tokens[source + 3].span
        if old is None or new is None or old.type not in NAMED or new.type not in NAMED:
            continue
        date = dated_behind(sentence, new) or next((d for d in reversed(sentence.dates) if d.edtf and d.start < token.start), None)
        yield made_draft(sentence, (old, new), token.start, new.end, date, Modality.ACTUAL, reading)


def _renamed(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X was renamed (as) Y in D (and then Z in E)"."""
    old = span_of(clause.patient) or near_place(clause.patient, sentence, reading)
    if old is None:
        yield from _only_new(sentence, clause)
        return
    after = names_in(sentence, clause.verb + 1, len(sentence.tokens))
    stop = next((c.verb for c in sentence.clauses if c.verb > clause.verb and c.form == "finite"), len(sentence.tokens))
    after = [t for t in after if sentence.tokens.index(t) < stop]
    start = clause.patient.start if clause.patient is not None else clause.start
    previous = old
    for index, token in enumerate(after):
        if index and not _chained(sentence, after[index - 1], token):
            break
        span = token.span
        assert span is not None
        date = date_after(sentence, token, after[index + 1] if index + 1 < len(after) else None)
        yield made_draft(sentence, (previous, span), start, max(token.end, date.end if date else 0), date, clause.modality, reading)
        previous, start = span, token.start


def _only_new(sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """Read "the square in front of the embassy was renamed Y": what was renamed is only described."""
    patient = clause.patient
    names = names_in(sentence, clause.verb + 1, min(len(sentence.tokens), clause.verb + 5))
    if patient is None or not names or patient.start < sentence.start or patient.lemma in ("it", "which", "that", "they", "he", "she"):
        return
    new = names[0].span
    assert new is not None
    date = date_after(sentence, names[0], None) or next((d for d in sentence.dates if d.edtf and d.end <= patient.start), None)
    worded = patient.text.removeprefix("the ").removeprefix("The ").removeprefix("its ").removeprefix("Its ")
    entity = thing(worded)
    roles: dict[str, list[Filler]] = {"entity": [entity]}
    end = max(names[0].end, date.end if date is not None and date.start > names[0].start else 0)
    attributes = {"new_name": full_name(sentence, new)}
    time = date.edtf if date is not None else None
    yield Draft("Renaming", patient.start, end, roles, attributes, time, clause.modality, rule="renaming.new", confidence=0.6, anchor=patient.start)


def _chained(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether another name follows in the chain: "and then Y", ", then Y", "and later Y"."""
    between = [t.low for t in sentence.tokens if one.end <= t.start < other.start and not isinstance(t.span, DateMark)]
    return bool(set(between) & {"then", "later", "again", "back", "subsequently"}) or between in (["in", "and"], ["and"], ["in", ",", "and"])


def _changed(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "changed its name from X to Y"."""
    old = next((span_of(o) for o in clause.obliques if o.preposition == "from"), None)
    new = next((span_of(o) for o in clause.obliques if o.preposition == "to"), None)
    subject = span_of(clause.patient.possessor if clause.patient is not None else None) or span_of(clause.agent)
    old = old or subject or (near_place(clause.patient.possessor, sentence, reading) if clause.patient is not None else None)
    if old is None or new is None:
        return
    date = next((d for d in sentence.dates if d.edtf), None)
    start = min(sentence.tokens[clause.verb].start, old.start, new.start)
    yield made_draft(sentence, (old, new), start, max(old.end, new.end), date, clause.modality, reading)
