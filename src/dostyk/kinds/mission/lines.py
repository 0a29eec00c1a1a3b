"""Reads what a line of a directory tells beside the mission: under whose head it stands, and which date is its own."""

from __future__ import annotations

import re

from dostyk.kinds.mission.posts import state
from dostyk.languages.words import words
from dostyk.model.analysis import DateMark, Phrase, Sentence, Span, SpanType
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import country_name, find_places

SINCE = ("since", "from_start", "from")


def is_line(sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list: no verb of its own, or one that only follows a colon or dash."""
    if not any(clause.form == "finite" for clause in sentence.clauses):
        return sentence.form != "heading"
    marks = [t.start for t in sentence.tokens if t.text in (":", "–", "—", "-", "(", "|")]  # noqa: RUF001
    first = min(clause.start for clause in sentence.clauses if clause.form == "finite")
    return bool(marks) and marks[0] < first and sentence.form in ("item", "row")


def line_sender(sentence: Sentence, phrase: Phrase) -> Mention | None:
    """Whose missions a line lists: a country before a colon or in a cell before, else the heading's."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.start >= phrase.start:
            break
        if token.span is not None and token.span.type is SpanType.COUNTRY and sentence.tokens[index + 1].text in (":", "|"):
            return state(token.span)
    heading = sentence.heading
    low = heading.lower()
    if not any(word in low for word in words().classes["mission"]) and "diplomatic" not in low and "embassies" not in low:
        return None
    for found in reversed(find_places(heading)):
        before = heading[: found.start].rstrip().lower()
        if found.type.value == "country" and not before.endswith((" in", " in the", " to", " to the")) and not before.startswith("in"):
            name = country_name(found.id) or found.name
            return Mention(name, name, found.id, MentionType.COUNTRY)
    return None


def line_time(sentence: Sentence, phrase: Phrase, span: Span | None, line: bool, said: bool) -> tuple[str | None, int]:
    """The date that belongs to a mission and where it ends: in brackets behind its place, else in its line, else the grammar's ("")."""
    at = span.end if span is not None and span.end > phrase.end else phrase.end
    dates = [d for d in sentence.dates if d.edtf and not d.vague and d.duration is None]
    dates = [d for d in dates if not (line and _of_person(sentence, at, d))]
    for date in dates:
        gap = sentence.text[at - sentence.start : date.start - sentence.start]
        if date.lead >= at and "(" in gap and ")" not in gap and len(gap) < 40 and (line or len(gap) < 9):
            return _open(date), date.end
    if line:
        after = [d for d in dates if d.lead >= at and not _opens_other(sentence, at, d)]
        return (_open(after[0]), after[0].end) if after else (None, 0)
    close = [d for d in dates if d.lead >= at and not _unbracketed(sentence.text[at - sentence.start : d.lead - sentence.start]).strip(" ,–—-")]  # noqa: RUF001
    if not said and not close:
        return None, 0
    if not said and close:
        return _open(close[0]), close[0].end
    if any("(" in sentence.text[max(0, d.lead - 2 - sentence.start) : d.start - sentence.start] for d in dates):
        return None, 0
    return "", 0


def _unbracketed(gap: str) -> str:
    """A gap without a bracket that tells another name of the place ("Alma-Ata (now Almaty), 1992")."""
    return re.sub(r"\([^()]*\)", "", gap)


def _of_person(sentence: Sentence, at: int, date: DateMark) -> bool:
    """Whether a date in a line is that of a person named before it ("Honorary Consul: Mr X (appointed 2015)")."""
    return any(s.type in (SpanType.PERSON, SpanType.OFFICE) and at <= s.start < date.start for s in sentence.spans)


def _opens_other(sentence: Sentence, at: int, date: DateMark) -> bool:
    """Whether a semicolon or another bracket stands between the mission and a date: the date is somebody else's."""
    gap = _unbracketed(sentence.text[at - sentence.start : date.start - sentence.start])
    return ";" in gap or "|" in gap[:-3] or "(" in gap or "page" in gap


def _open(date: DateMark) -> str | None:
    if date.relation in SINCE and "/" not in (date.edtf or ""):
        return f"{date.edtf}/.."
    return date.edtf
