"""Finds the names of a renaming and makes its draft."""

from __future__ import annotations

from dostyk.kinds.naming import thing
from dostyk.model.analysis import PLACES, DateMark, Phrase, Sentence, Span, SpanType, Token
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


def bare_name(phrase: Phrase | None) -> Span | None:
    """The name that a phrase consists of, without determiner, modifiers or company."""
    if phrase is None or phrase.determiner or phrase.modifiers or phrase.possessor is not None or phrase.others or phrase.complements:
        return None
    return phrase.span


def dated_behind(sentence: Sentence, span: Span) -> DateMark | None:
    """The date right behind a name."""
    return next((d for d in sentence.dates if d.edtf and 0 <= d.lead - span.end <= 3), None)


def is_body(span: Span | None) -> bool:
    """Whether a span names a body, whose seat follows."""
    return span is not None and span.type in (SpanType.ORGANISATION, SpanType.NAME, SpanType.INSTITUTION)


def name_before(sentence: Sentence, mark: int) -> Span | None:
    """The name that ends right before a token; parts that reference data does not know belong to it ("Institut français de X")."""
    last = sentence.tokens[mark - 1]
    if last.span is None or last.span.type not in NAMED:
        return None
    first = mark - 1
    for at in range(mark - 2, max(-1, mark - 8), -1):
        token = sentence.tokens[at]
        if token.text[:1].isupper() and token.tag in ("NNP", "NNPS", "FW") and (token.span is None or token.span.type in NAMED):
            first = at
        elif not (token.tag == "FW" or token.text.isalpha() and not token.text.isascii()):
            break
    if first == mark - 1:
        return last.span
    start = sentence.tokens[first].start
    return Span(SpanType.NAME, start, last.end, sentence.text[start - sentence.start : last.end - sentence.start])


def unlisted(phrase: Phrase | None) -> Span | None:
    """A capitalised name that reference data does not know ("Dagon"), as a name."""
    if phrase is None or phrase.span is not None or phrase.determiner or phrase.modifiers or phrase.complements or phrase.others:
        return None
    return Span(SpanType.NAME, phrase.start, phrase.end, phrase.text) if phrase.text[:1].isupper() and phrase.text.isalpha() else None


def names_in(sentence: Sentence, start: int, end: int) -> list[Token]:
    """The tokens of a run that are names."""
    return [t for t in sentence.tokens[start:end] if t.span is not None and t.span.type in NAMED and not t.span.demonym]


def near_place(subject: Phrase | None, sentence: Sentence, reading: Reading) -> Span | None:
    """The place that "the city", "the settlement" means: the one named last in the paragraph, else what the text leads to."""
    if subject is None or subject.lemma not in SEATS:
        return None
    known = reading.memory.get("near")
    if known is not None and known[0] == sentence.paragraph:
        near: Span = known[1]
        return near
    found = [m for m in reading.mentions(subject) if m.type.value in ("city", "region", "country", "place")]
    return Span(SpanType.CITY, subject.start, subject.start, found[0].name, name=found[0].name, id=found[0].id) if found else None


def date_after(sentence: Sentence, token: Token, following: Token | None) -> DateMark | None:
    """The date right behind a name and before the next one."""
    limit = following.start if following is not None else sentence.end
    return next((d for d in sentence.dates if token.end <= d.start < limit and d.start - token.end <= 12 and d.edtf), None)


def span_of(phrase: Phrase | None) -> Span | None:
    """The name that a phrase is, or has hung on it."""
    if phrase is None:
        return None
    if phrase.span is not None and phrase.span.type in NAMED:
        return phrase.span
    return next((c.span for c in phrase.complements if c.span is not None and c.span.type in NAMED), None)


def made_draft(  # noqa: PLR0913
    sentence: Sentence, names: tuple[Span, Span], start: int, end: int, date: DateMark | None, modality: Modality, reading: Reading
) -> Draft:
    """The draft of a change from one name to another, remembered for "the old name"."""
    old, new = names
    reading.memory["renamed"] = new
    entity = reading.mentions(new) or reading.mentions(old) or [thing(new.text)]
    roles: dict[str, list[Filler]] = {"entity": list(entity[:1])}
    attributes = {"old_name": full_name(sentence, old), "new_name": full_name(sentence, new)}
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


def full_name(sentence: Sentence, span: Span) -> str:
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
