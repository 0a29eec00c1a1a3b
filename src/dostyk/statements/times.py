"""Turns the dates around a run of text into the time of what is said there."""

from __future__ import annotations

from dostyk.model.analysis import DateMark, Sentence


def usable(date: DateMark) -> bool:
    """Whether a date span gives a time at all."""
    return date.edtf is not None and not date.vague and date.duration is None


def date_for(sentence: Sentence, start: int, end: int, anchor: int) -> DateMark | None:
    """Choose the date that belongs to `sentence.text[start:end]` whose evoking word stands at `anchor`.

    In order: a date within the run after the anchor, one that follows it at once, one that leads the sentence or the
    clause, the nearest before. Offsets count in the document.
    """
    dates = [d for d in sentence.dates if usable(d)]
    if not dates:
        return None
    if len(dates) == 1 and _reachable(sentence, dates[0], start, end):
        return dates[0]
    low, high = _clause_bounds(sentence, anchor)
    inside = [d for d in dates if low <= d.start < high]
    after = [d for d in inside if d.start >= anchor]
    if after:
        return min(after, key=lambda d: d.start - anchor)
    before = [d for d in inside if d.end <= anchor]
    if before:
        return max(before, key=lambda d: d.end)
    leading = [d for d in dates if d.end <= anchor]
    if leading:
        return leading[0] if _leads(sentence, leading[0]) else leading[-1]
    near = [d for d in dates if d.start - end <= 3]
    return near[0] if near else None


def _reachable(sentence: Sentence, date: DateMark, start: int, end: int) -> bool:
    """A single date holds for the whole sentence unless it stands in a later clause of its own ("…, which opened in 2010")."""
    if date.lead <= end + 2 or _leads(sentence, date):
        return True
    for clause in sentence.clauses:
        if clause.start <= date.start <= clause.end + 2 and clause.start > end and clause.form in ("finite", "participle"):
            return False
    return True


def _leads(sentence: Sentence, date: DateMark) -> bool:
    first = min((c.start for c in sentence.clauses), default=sentence.end)
    return date.lead - sentence.start < 3 or date.end <= first


def _clause_bounds(sentence: Sentence, anchor: int) -> tuple[int, int]:
    """The reach of the clause around an offset: from its own start to the start of the next clause with a subject of its own."""
    starts = sorted({c.start for c in sentence.clauses if c.form != "infinitive"})
    low, high = sentence.start, sentence.end
    for at in starts:
        if at <= anchor:
            low = at
        else:
            high = at
            break
    if starts and low == starts[0]:
        low = sentence.start
    return low, high
