"""Reads renamings: "X was renamed Y", "Y (formerly X)", "changed its name from X to Y", and chains of them."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.naming import thing
from dostyk.model.analysis import PLACES, Clause, DateMark, Phrase, Sentence, Span, SpanType, Token
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.statement import Modality

NAMED = (*PLACES, SpanType.ORGANISATION, SpanType.NAME, SpanType.QUOTE, SpanType.PERSON)
SEATS = {
    "city",
    "town",
    "settlement",
    "village",
    "capital",
    "place",
    "municipality",
    "region",
    "province",
    "country",
    "republic",
    "state",
    "district",
    "fortress",
    "fort",
}
BEFORE = {"formerly", "previously", "earlier", "ex", "originally", "once", "until"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each change of name."""
    for clause in sentence.clauses:
        if clause.lemma == "rename":
            yield from _renamed(sentence, clause, reading)
        elif clause.lemma == "change" and clause.patient is not None and clause.patient.lemma == "name":
            yield from _changed(sentence, clause, reading)
        elif clause.lemma in ("be", "become") and clause.agent is not None and clause.predicate is not None:
            yield from _became(sentence, clause, reading)
        elif (
            clause.lemma in ("restore", "return", "regain")
            and clause.patient is not None
            and any(t.lemma == "name" or t.low == "name" for t in sentence.tokens[clause.patient.first : clause.patient.last + 1])
        ):
            yield from _restored(sentence, clause, reading)
        elif clause.lemma in ("give", "take", "receive", "bear", "adopt", "assume", "acquire", "get") and (clause.passive or clause.lemma != "give"):
            yield from _given(sentence, clause, reading)
        elif clause.lemma in ("call", "know", "name") and clause.passive:
            yield from _called(sentence, clause, reading)
    yield from _formerly(sentence, reading)
    yield from _bracket(sentence, reading)
    yield from _nowadays(sentence, reading)
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
    names = _names(sentence, clause.verb + 1, min(len(sentence.tokens), clause.verb + 6))
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
        made = _draft(
            sentence, (other, own), min(own.start, sentence.tokens[clause.verb].start), max(other.end, until.end), until, clause.modality, reading
        )
        made.time = (until.edtf or "").removeprefix("../").split("/")[-1]
        yield made
    elif tense & {"now", "today", "nowadays"} and tense & {"is", "are"}:
        yield _draft(sentence, (own, other), min(own.start, sentence.tokens[clause.verb].start), other.end, None, clause.modality, reading)
    elif since is not None and tense & {"has", "have", "is"}:
        made = _draft(
            sentence, (own, other), min(own.start, sentence.tokens[clause.verb].start), max(other.end, since.end), since, clause.modality, reading
        )
        made.time = (since.edtf or "").removesuffix("/..").split("/")[0]
        yield made


def _became(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X became Y in D", "X, which has been Y since D", both of them names of places."""
    old, new = _bare(clause.agent), _bare(clause.predicate)
    if (
        old is None
        or new is None
        or old.type not in PLACES
        or new.type not in (*PLACES, SpanType.NAME)
        or old.type is SpanType.COUNTRY
        and new.type is not SpanType.COUNTRY
    ):
        return
    date = _date_behind(sentence, new)
    if date is not None and old.text != new.text:
        yield _draft(sentence, (old, new), old.start, max(new.end, date.end), date, clause.modality, reading)


def _bare(phrase: Phrase | None) -> Span | None:
    """The name that a phrase consists of, without determiner, modifiers or company."""
    if phrase is None or phrase.determiner or phrase.modifiers or phrase.possessor is not None or phrase.others or phrase.complements:
        return None
    return phrase.span


def _date_behind(sentence: Sentence, span: Span) -> DateMark | None:
    return next((d for d in sentence.dates if d.edtf and 0 <= d.lead - span.end <= 3), None)


def _restored(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "the old name X was restored in D": the name before is the one that the text gave last."""
    assert clause.patient is not None
    names = _names(sentence, clause.patient.first, len(sentence.tokens))
    last = reading.memory.get("renamed")
    if names and names[0].span is not None and last is not None:
        new = names[0].span
        before = [d for d in sentence.dates if d.edtf and clause.patient.start - 40 <= d.start < clause.patient.start]
        date = before[-1] if before else next((d for d in sentence.dates if d.edtf and d.start >= clause.patient.start), None)
        yield _draft(
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
    tokens = sentence.tokens[clause.verb + 1 : clause.verb + 5]
    at = next((i for i, t in enumerate(tokens) if t.low == "name"), None)
    if at is None or at + 1 >= len(tokens) or tokens[at + 1].span is None or tokens[at + 1].span.type not in NAMED:  # type: ignore[union-attr]
        return
    subject = clause.patient if clause.passive else clause.agent
    old = _span_of(subject)
    found = reading.mentions(subject) if subject is not None else []
    old = old or _near(subject, sentence, reading)
    known = reading.memory.get("near")
    if old is None and subject is not None and subject.lemma == "it" and known is not None and known[0] == sentence.paragraph:
        old = known[1]
    if old is None and found and found[0].type.value in ("city", "region", "place", "country"):
        old = Span(
            SpanType.CITY, sentence.tokens[clause.verb].start, sentence.tokens[clause.verb].start, found[0].name, name=found[0].name, id=found[0].id
        )
    new = tokens[at + 1].span
    if old is not None and new is not None:
        date = _date_behind(sentence, new)
        yield _draft(sentence, (old, new), sentence.tokens[clause.verb].start, max(new.end, date.end if date else 0), date, clause.modality, reading)


def _bracket(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read "Mumbai (Bombay until 1995)", "Kolkata (known as Calcutta until 2001)", "the former X, now Y"."""
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 3):
        new = tokens[index - 1].span
        if tokens[index].text != "(" or new is None or new.type not in NAMED or new.demonym:
            continue
        close = next((i for i in range(index, min(index + 10, len(tokens))) if tokens[i].text == ")"), None)
        inner = tokens[index + 1 : close] if close is not None else []
        old = next((t.span for t in inner if t.span is not None and t.span.type in NAMED and not t.span.demonym), None)
        date = next((t.span for t in inner if isinstance(t.span, DateMark) and t.span.edtf), None)
        if old is not None and date is not None and any(t.low in ("until", "till", "before") for t in inner) and old.text != new.text:
            made = _draft(sentence, (old, new), new.start, date.end, date, Modality.ACTUAL, reading)
            made.time = (date.edtf or "").removeprefix("../")
            yield made


def _nowadays(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read "X (now Y)", "X, called Y today", "X, present-day Y", "X, until D called Y"."""
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 2):
        old = tokens[index - 1].span
        if old is not None and old.type is SpanType.CITY and index >= 3 and tokens[index - 2].low == "in" and _body(tokens[index - 3].span):
            old = tokens[index - 3].span
        if old is None or old.type not in NAMED or old.demonym or tokens[index].text not in (",", "("):
            continue
        words = [t.low for t in tokens[index + 1 : index + 7]]
        until = words[0] == "until" and "called" in words
        if not (
            words[0] in ("now", "today", "today's", "present-day", "nowadays", "currently")
            or (words[0] in ("called", "named") and ("today" in words or "now" in words))
            or until
        ):
            continue
        name = next((t.span for t in tokens[index + 1 : index + 7] if t.span is not None and t.span.type in NAMED and not t.span.demonym), None)
        if name is None:
            continue
        date = next((d for d in sentence.dates if d.edtf and tokens[index].start <= d.start <= name.start), None) if until else None
        pair = (name, old) if until else (old, name)
        yield _draft(sentence, pair, old.start, name.end, date, Modality.ACTUAL, reading)


def _body(span: Span | None) -> bool:
    """Whether a span names a body, whose seat follows."""
    return span is not None and span.type in (SpanType.ORGANISATION, SpanType.NAME, SpanType.INSTITUTION)


def _names(sentence: Sentence, start: int, end: int) -> list[Token]:
    return [t for t in sentence.tokens[start:end] if t.span is not None and t.span.type in NAMED and not t.span.demonym]


def _renamed(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X was renamed (as) Y in D (and then Z in E)"."""
    old = _span_of(clause.patient) or _near(clause.patient, sentence, reading)
    if old is None:
        yield from _only_new(sentence, clause)
        return
    after = _names(sentence, clause.verb + 1, len(sentence.tokens))
    stop = next((c.verb for c in sentence.clauses if c.verb > clause.verb and c.form == "finite"), len(sentence.tokens))
    after = [t for t in after if sentence.tokens.index(t) < stop]
    start = clause.patient.start if clause.patient is not None else clause.start
    previous = old
    for index, token in enumerate(after):
        if index and not _chained(sentence, after[index - 1], token):
            break
        span = token.span
        assert span is not None
        date = _date_after(sentence, token, after[index + 1] if index + 1 < len(after) else None)
        yield _draft(sentence, (previous, span), start, max(token.end, date.end if date else 0), date, clause.modality, reading)
        previous, start = span, token.start


def _near(subject: Phrase | None, sentence: Sentence, reading: Reading) -> Span | None:
    """The place that "the city", "the settlement" means: the one named last in the paragraph, else what the text leads to."""
    if subject is None or subject.lemma not in SEATS:
        return None
    known = reading.memory.get("near")
    if known is not None and known[0] == sentence.paragraph:
        near: Span = known[1]
        return near
    found = [m for m in reading.mentions(subject) if m.type.value in ("city", "region", "country", "place")]
    return Span(SpanType.CITY, subject.start, subject.start, found[0].name, name=found[0].name, id=found[0].id) if found else None


def _only_new(sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """Read "the square in front of the embassy was renamed Y": what was renamed is only described."""
    patient = clause.patient
    names = _names(sentence, clause.verb + 1, min(len(sentence.tokens), clause.verb + 5))
    if patient is None or not names or patient.start < sentence.start or patient.lemma in ("it", "which", "that", "they", "he", "she"):
        return
    new = names[0].span
    assert new is not None
    date = _date_after(sentence, names[0], None) or next((d for d in sentence.dates if d.edtf and d.end <= patient.start), None)
    worded = patient.text.removeprefix("the ").removeprefix("The ").removeprefix("its ").removeprefix("Its ")
    entity = thing(worded)
    roles: dict[str, list[Filler]] = {"entity": [entity]}
    end = max(names[0].end, date.end if date is not None and date.start > names[0].start else 0)
    attributes = {"new_name": _full(sentence, new)}
    time = date.edtf if date is not None else None
    yield Draft("Renaming", patient.start, end, roles, attributes, time, clause.modality, rule="renaming.new", confidence=0.6, anchor=patient.start)


def _chained(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether another name follows in the chain: "and then Y", ", then Y", "and later Y"."""
    between = [t.low for t in sentence.tokens if one.end <= t.start < other.start and not isinstance(t.span, DateMark)]
    return bool(set(between) & {"then", "later", "again", "back", "subsequently"}) or between in (["in", "and"], ["and"], ["in", ",", "and"])


def _date_after(sentence: Sentence, token: Token, following: Token | None) -> DateMark | None:
    limit = following.start if following is not None else sentence.end
    return next((d for d in sentence.dates if token.end <= d.start < limit and d.start - token.end <= 12 and d.edtf), None)


def _span_of(phrase: Phrase | None) -> Span | None:
    if phrase is None:
        return None
    if phrase.span is not None and phrase.span.type in NAMED:
        return phrase.span
    return next((c.span for c in phrase.complements if c.span is not None and c.span.type in NAMED), None)


def _changed(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "changed its name from X to Y"."""
    old = next((_span_of(o) for o in clause.obliques if o.preposition == "from"), None)
    new = next((_span_of(o) for o in clause.obliques if o.preposition == "to"), None)
    subject = _span_of(clause.patient.possessor if clause.patient is not None else None) or _span_of(clause.agent)
    old = old or subject or (_near(clause.patient.possessor, sentence, reading) if clause.patient is not None else None)
    if old is None or new is None:
        return
    date = next((d for d in sentence.dates if d.edtf), None)
    start = min(sentence.tokens[clause.verb].start, old.start, new.start)
    yield _draft(sentence, (old, new), start, max(old.end, new.end), date, clause.modality, reading)


def _formerly(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read "Y (formerly X)", "Y, previously known as X"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.low not in BEFORE or index < 2 or token.low in ("once", "until", "earlier"):
            continue
        at = index + 1
        while at < len(tokens) and tokens[at].low in ("known", "called", "named", "as", "the"):
            at += 1
        if at >= len(tokens) or tokens[at].span is None or tokens[at].span.type not in NAMED:  # type: ignore[union-attr]
            continue
        before = tokens[index - 2] if tokens[index - 1].text in ("(", ",", "–", "-") else None  # noqa: RUF001
        if before is None or before.span is None or before.span.type not in NAMED:
            continue
        new, old = before.span, tokens[at].span
        assert old is not None
        end = tokens[at + 1].end if at + 1 < len(tokens) and tokens[at + 1].text == ")" else tokens[at].end
        yield _draft(sentence, (old, new), new.start, end, None, Modality.ACTUAL, reading)


def _draft(sentence: Sentence, names: tuple[Span, Span], start: int, end: int, date: DateMark | None, modality: Modality, reading: Reading) -> Draft:
    old, new = names
    reading.memory["renamed"] = new
    entity = reading.mentions(new) or reading.mentions(old) or [thing(new.text)]
    roles: dict[str, list[Filler]] = {"entity": list(entity[:1])}
    attributes = {"old_name": _full(sentence, old), "new_name": _full(sentence, new)}
    return Draft(
        "Renaming",
        max(start, sentence.start),
        end,
        roles,
        attributes,
        date.edtf if date else None,
        modality,
        rule="renaming",
        confidence=0.85,
        anchor=start,
    )


def _full(sentence: Sentence, span: Span) -> str:
    """A name with the capitalised nouns right behind it ("Kyiv" of "Kyiv Square")."""
    text, end = _plain(span), span.end
    if span.type is SpanType.QUOTE or span.start == span.end:
        return text
    for token in sentence.tokens:
        if (
            token.start == end + 1
            and token.tag in ("NN", "NNP", "NNPS")
            and token.text[:1].isupper()
            and token.text[1:].islower()
            and token.span is None
        ):
            text, end = f"{text} {token.text}", token.end
    return text


def _plain(span: Span) -> str:
    return span.name if span.type is SpanType.QUOTE else span.text
