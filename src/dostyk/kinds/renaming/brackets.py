"""Reads former and present names in brackets and appositions."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.renaming.names import NAMED, is_body, made_draft, name_before
from dostyk.model.analysis import DateMark, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.statement import Modality

BEFORE = {"formerly", "previously", "earlier", "ex", "originally", "once", "until"}


def in_brackets(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
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
            made = made_draft(sentence, (old, new), new.start, date.end, date, Modality.ACTUAL, reading)
            made.time = (date.edtf or "").removeprefix("../")
            yield made


def nowadays(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read "X (now Y)", "X, called Y today", "X, present-day Y", "X, until D called Y"."""
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 2):
        old = tokens[index - 1].span
        if old is not None and old.type is SpanType.CITY and index >= 3 and tokens[index - 2].low == "in" and is_body(tokens[index - 3].span):
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
        yield made_draft(sentence, pair, old.start, name.end, date, Modality.ACTUAL, reading)


def formerly(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read "Y (formerly X)", "Y, previously known as X"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.low not in BEFORE or index < 2 or token.low in ("once", "until", "earlier"):
            continue
        at = index + 1
        while at < len(tokens) and tokens[at].low in ("known", "called", "named", "as", "the", "-"):
            at += 1
        if at >= len(tokens) or tokens[at].span is None or tokens[at].span.type not in NAMED:  # type: ignore[union-attr]
            continue
        new = name_before(sentence, index - 1) if tokens[index - 1].text in ("(", ",", "–", "-") else None  # noqa: RUF001
        if new is None:
            continue
        old = tokens[at].span
        assert old is not None
        close = next((t for t in tokens[at : at + 8] if t.text == ")"), tokens[at]) if tokens[index - 1].text == "(" else tokens[at]
        told = any(t.lemma in ("rename", "change", "until") for t in tokens[at : at + 8] if t.start < close.start)
        date = next((d for d in sentence.dates if told and d.edtf and tokens[at].end <= d.start < close.start), None)
        yield made_draft(sentence, (old, new), new.start, close.end, date, Modality.ACTUAL, reading)
