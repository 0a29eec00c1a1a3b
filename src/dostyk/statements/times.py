"""Turns the dates around a run of text into the time of what is said there."""

from __future__ import annotations

from itertools import pairwise

from dostyk.languages.words import listed, words
from dostyk.model.analysis import Clause, DateMark, Sentence
from dostyk.model.statement import Modality


def usable(date: DateMark) -> bool:
    """Whether a date span gives a time at all."""
    return date.edtf is not None and not date.vague and date.duration is None and not date.same_period


def date_for(sentence: Sentence, start: int, end: int, anchor: int, as_of: bool = True) -> DateMark | None:
    """Choose the date that belongs to what is said at `start`..`end`, whose evoking word stands at `anchor` (document offsets).

    A date belongs to the last verb before it; one before every verb leads the sentence and holds for all of it. In order:
    a date of the anchor's own verb (behind the anchor first), a leading one, one of the verb whose subject is shared.
    """
    dates = [d for d in sentence.dates if usable(d) and (as_of or d.relation != "as_of") and not _base(sentence, d) and not _nowadays(sentence, d)]
    dates = [d for d in dates if not _names_paper(sentence, d)] or dates
    dates = _not_in_names(sentence, [d for d in dates if not _counted_over(sentence, d)])
    if not dates:
        return None
    verbs = sorted((c for c in sentence.clauses if c.form != "infinitive"), key=lambda c: c.verb)
    if not verbs:
        return _nearest(dates, anchor)
    own = _clause_at(sentence, verbs, anchor)
    leading = [d for d in dates if _owner(sentence, verbs, d) is None]
    if own is None:
        behind = [d for d in leading if d.start >= anchor]
        if leading:
            return behind[0] if behind else leading[-1]
        first = [d for d in dates if _owner(sentence, verbs, d) is verbs[0]]
        return first[0] if first else _single(sentence, dates, start, end, verbs)
    mine = [d for d in dates if _owner(sentence, verbs, d) is own]
    if mine:
        behind = [d for d in mine if d.end > anchor]
        return behind[0] if behind else mine[-1]
    if verbs.index(own) and (said := [d for d in dates if _owner(sentence, verbs, d) is verbs[verbs.index(own) - 1]]) and _when(sentence, own):
        return said[-1]
    if leading:
        return _finest(leading)
    following = verbs[verbs.index(own) + 1] if verbs.index(own) + 1 < len(verbs) else None
    if following is not None and _opens(sentence, own, following, verbs):
        found = [d for d in dates if _owner(sentence, verbs, d) is following]
        if found:
            return found[0]
    for clause in reversed(verbs[: verbs.index(own)]):
        found = [d for d in dates if _owner(sentence, verbs, d) is clause]
        if found and (_shares(own, clause) or own.form != "finite"):
            return found[-1]
    return _single(sentence, dates, start, end, verbs)


def _base(sentence: Sentence, date: DateMark) -> bool:
    """Whether something is only compared with a date ("up a third compared to 2022")."""
    before = [t.low for t in sentence.tokens if t.end <= date.start][-3:]
    return any(pair in (("compared", "to"), ("compared", "with"), ("as", "against"), ("relative", "to")) for pair in pairwise(before)) or (
        bool(before) and before[-1] in ("versus", "vs", "vs.")
    )


def _names_paper(sentence: Sentence, date: DateMark) -> bool:
    """Whether a year only tells which instrument is meant ("a protocol to the 1906 Treaty")."""
    before = [t.low for t in sentence.tokens if t.end <= date.start][-2:]
    after = next((t for t in sentence.tokens if t.start >= date.end), None)
    return (
        date.text.isdigit()
        and before in (["to", "the"], ["of", "the"])
        and after is not None
        and after.text[:1].isupper()
        and words().is_("instrument", after.low)
    )


def _not_in_names(sentence: Sentence, dates: list[DateMark]) -> list[DateMark]:
    """Leave out years inside a noun phrase ("the 1994 genocide"): where another date stands, or where the phrase hangs on "of"."""
    inner: dict[int, bool] = {}
    for index, token in enumerate(sentence.tokens[1:-1], 1):
        plain = token.text.isdigit() and len(token.text) == 4
        if plain and sentence.tokens[index - 1].low == "the" and sentence.tokens[index + 1].tag[:2] in ("NN", "JJ"):
            inner[token.start] = index > 1 and sentence.tokens[index - 2].low == "of"
    others = [d for d in dates if d.start not in inner]
    return others or [d for d in dates if not inner.get(d.start)]


def _counted_over(sentence: Sentence, date: DateMark) -> bool:
    """Whether a span of time only says over which something is counted ("his second visit in a year")."""
    words = date.text.lower().split()
    if (
        not words
        or words[-1].rstrip("s") not in ("year", "month", "week", "decade")
        or len(words) > 4
        or any(w.isdigit() and len(w) == 4 for w in words)
    ):
        return False
    if not any(w in ("a", "one", "two", "three", "four", "five") for w in words[:-1]):
        return False
    before = [t.low for t in sentence.tokens if t.end <= date.start]
    return any(a in listed("nth") and b in ("visit", "trip", "tour", "meeting", "time", "official", "state") for a, b in pairwise(before))


def _nowadays(sentence: Sentence, date: DateMark) -> bool:
    """Whether "today" only means "now": it opens a sentence told in the present tense ("Today the country has 60 embassies")."""
    if date.text.lower() != "today" or date.start - sentence.start > 1:
        return False
    first = next((c for c in sorted(sentence.clauses, key=lambda c: c.verb) if c.form == "finite"), None)
    return first is not None and sentence.tokens[first.verb].tag in ("VBZ", "VBP") and not first.passive


def _when(sentence: Sentence, clause: Clause, openers: tuple[str, ...] = ("when", "as", "while")) -> bool:
    """Whether "when" or "as" opens a clause: it happened when the clause before did."""
    subject = clause.patient if clause.passive else clause.agent
    first = subject.first if subject is not None and subject.first < clause.verb else clause.verb
    return first > 0 and sentence.tokens[first - 1].low in openers


def _opens(sentence: Sentence, own: Clause, owner: Clause, verbs: list[Clause]) -> bool:
    """Whether the dated clause is the "when" of the one before it: both happened on that date ("were severed when war was declared on 3 May")."""
    if own.modality is not Modality.ACTUAL or owner.modality is not Modality.ACTUAL or own.form != "finite":
        return False
    return verbs.index(owner) == verbs.index(own) + 1 and _when(sentence, owner, ("when",))


def _finest(dates: list[DateMark]) -> DateMark:
    """The first of several dates, or the day or month inside it that follows ("2021 – on 4 September …")."""
    first = dates[0]
    return next((d for d in dates[1:] if first.edtf and d.edtf and d.edtf.startswith(f"{first.edtf}-")), first)


def _nearest(dates: list[DateMark], anchor: int) -> DateMark:
    """In a line without verbs: the first date behind the anchor, else the last before it."""
    behind = [d for d in dates if d.start >= anchor]
    return behind[0] if behind else dates[-1]


def _owner(sentence: Sentence, verbs: list[Clause], date: DateMark) -> Clause | None:
    """The last verb before a date; None where the date stands before every verb."""
    before = [c for c in verbs if sentence.tokens[c.verb].start < date.start]
    if not before:
        return None
    last = before[-1]
    following = next((c for c in verbs if c.verb > last.verb), None)
    if following is not None and following.form == "finite" and _begins(sentence, date, following):
        return following
    if last.form == "participle" and len(before) > 1 and _behind_comma(sentence, last, date):
        return before[-2]
    return last


def _begins(sentence: Sentence, date: DateMark, clause: Clause) -> bool:
    """Whether a date opens the clause behind "and" or a semicolon ("…, and in May the city sent …")."""
    subject = clause.patient if clause.passive else clause.agent
    if subject is None or not 0 <= subject.start - date.end <= 2:
        return False
    return any(t.tag == "CC" or t.text == ";" for t in sentence.tokens if 0 <= date.lead - t.end <= 1)


def _behind_comma(sentence: Sentence, clause: Clause, date: DateMark) -> bool:
    """Whether a comma closes a participle clause before the date."""
    between = sentence.text[sentence.tokens[clause.verb].end - sentence.start : date.lead - sentence.start]
    return "," in between and date.lead > clause.end


def _clause_at(sentence: Sentence, verbs: list[Clause], anchor: int) -> Clause | None:
    """The clause that an anchor belongs to: its own verb, or the last verb before it; None before every verb."""
    before = [c for c in verbs if sentence.tokens[c.verb].start <= anchor]
    return before[-1] if before else None


def _shares(one: Clause, other: Clause) -> bool:
    """Whether two clauses have the same subject."""
    mine = one.patient if one.passive else one.agent
    theirs = other.patient if other.passive else other.agent
    return mine is not None and mine is theirs


def _single(sentence: Sentence, dates: list[DateMark], start: int, end: int, verbs: list[Clause]) -> DateMark | None:
    """The only date of a sentence holds for it, unless it stands in a later clause with a subject of its own."""
    if len(dates) != 1:
        return None
    date = dates[0]
    owner = _owner(sentence, verbs, date)
    if owner is not None and sentence.tokens[owner.verb].start > end and owner.form == "finite":
        subject = owner.patient if owner.passive else owner.agent
        own = _clause_at(sentence, verbs, end)
        if date.relation in ("since", "from_start", "until") and own is not owner:
            return None
        ahead = own is not None and Modality.PLANNED in (own.modality, owner.modality) and own.modality is not owner.modality
        if ahead or (subject is not None and subject.start > end):
            return None
    return date
