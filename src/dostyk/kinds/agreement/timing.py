"""Finds when an instrument was signed, from its bracket, its list, the meeting or the sentence before."""

from __future__ import annotations

from itertools import pairwise

from dostyk.kinds.agreement.heads import lists, years
from dostyk.kinds.agreement.lines import time_of_list
from dostyk.kinds.agreement.wording import year_like
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence
from dostyk.model.kind import Reading


def usable(date: DateMark) -> bool:
    """Whether a date gives a time at all."""
    return date.edtf is not None and not date.vague and date.duration is None and not date.same_period


def remember(sentence: Sentence, reading: Reading) -> None:
    """Keep the only day or month that a sentence names, for what the next one says was signed."""
    dates = [d for d in sentence.dates if usable(d) and len(d.edtf or "") >= 7]
    if sentence.form == "prose" and len(dates) == 1 and dates[0].relation in ("in", "on"):
        reading.memory["dated"] = (sentence.paragraph, sentence.end, dates[0].edtf)
    _announced(sentence, reading)
    known = reading.memory.get("instrument")
    if (
        known is not None
        and sentence.form == "item"
        and not sentence.clauses
        and dates
        and known[1] == sentence.paragraph
        and known[0].end <= sentence.start
        and known[0].time is None
    ):
        known[0].time = dates[0].edtf


def _announced(sentence: Sentence, reading: Reading) -> None:
    """Keep whether a sentence or line announces a list of what was signed ("The following documents were signed:"), and its day."""
    line = (
        sentence.form in ("item", "heading")
        and not any(c.form == "finite" for c in sentence.clauses)
        and bool({t.lemma for t in sentence.tokens[:3]} & (lists()["several"] | {"list"}))
    )
    if (sentence.text.rstrip().endswith(":") or line) and _signs(sentence):
        reading.memory["signing"] = sentence.paragraph
        days = [d.edtf for d in sentence.dates if usable(d) and len(d.edtf or "") >= 7]
        reading.memory["list date"] = days[0] if len(days) == 1 else None
    elif sentence.form in ("prose", "heading"):
        reading.memory["signing"] = None


def _signs(sentence: Sentence) -> bool:
    """Whether a sentence says that several things were signed."""
    told = {t.lemma for t in sentence.tokens} | {t.low for t in sentence.tokens}
    return bool(told & (lists()["formal"] | lists()["signing"] | {"signed", "concluded", "exchanged"})) and bool(told & lists()["several"])


def own_date(sentence: Sentence, end: int) -> DateMark | None:
    """The date that identifies an instrument ("the agreement of 2020"): nothing else of the sentence happened then."""
    return next(
        (
            d
            for d in sentence.dates
            if d.edtf and 0 <= d.start - end <= 8 and sentence.text[end - sentence.start : d.start - sentence.start].strip() == "of"
        ),
        None,
    )


def own_year(sentence: Sentence, end: int) -> tuple[str, int] | None:
    """The year or day that identifies an instrument, and the offset where it ends."""
    date = own_date(sentence, end)
    if date is not None and date.edtf and "/" not in date.edtf:
        return date.edtf, date.end
    for of, year in pairwise(sentence.tokens):
        if 0 <= of.start - end <= 1 and of.low == "of" and year_like(year):
            return year.text, year.end
    return None


def time_of(sentence: Sentence, phrase: Phrase, end: int, clause: Clause | None, reading: Reading) -> str | None:
    """The date right behind the title, in a bracket or after "of"; that of the list's heading; "" leaves it to the grammar."""
    for date in sentence.dates:
        if date.edtf and not years(date) and 0 <= date.start - end <= 16:
            gap = sentence.text[end - sentence.start : date.start - sentence.start].strip().lower()
            if (
                gap.startswith("(")
                and not date.vague
                or gap in (*(("of",) if clause is None else ()), "dated", ", signed", ", signed on", "signed", "signed on", "signed in", "– signed")
            ):  # noqa: RUF001
                return date.edtf
    if sentence.form in ("item", "row") and not any(d.edtf and not d.vague for d in sentence.dates):
        return time_of_list(sentence, reading) or ""
    return _occasion(sentence, clause) or _before(sentence, reading) or ""


def _occasion(sentence: Sentence, clause: Clause | None) -> str | None:
    """The day of the meeting at which it was signed, where the sentence gives no other date ("at the session, which met on Tuesday")."""
    dates = [d for d in sentence.dates if usable(d)]
    if len(dates) != 1 or clause is None or len(dates[0].edtf or "") < 10:
        return None
    holders = [
        c
        for c in sentence.clauses
        if c.verb > clause.verb
        and c.lemma in ("meet", "hold", "take", "convene", "open", "conclude", "end")
        and sentence.tokens[c.verb].start < dates[0].start
    ]
    return dates[0].edtf if holders else None


def _before(sentence: Sentence, reading: Reading) -> str | None:
    """The date of the sentence right before, in one paragraph; that of the instrument told before where this one is signed "also"."""
    if any(usable(d) for d in sentence.dates):
        return None
    known, dated = reading.memory.get("instrument"), reading.memory.get("dated")
    if dated is not None and dated[0] == sentence.paragraph and 0 <= sentence.start - dated[1] <= 2:
        return str(dated[2])
    if (
        known is not None
        and sentence.paragraph - known[1] <= 1
        and known[0].time
        and any(t.low in ("also", "additionally", "besides", "furthermore") for t in sentence.tokens)
    ):
        return str(known[0].time)
    return None
