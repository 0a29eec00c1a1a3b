"""Reads instruments told without their class: lines such as "X (P4), in force 2006", names that "entered into force"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.agreement.heads import instrument, lists, singular, table
from dostyk.kinds.agreement.told import into_force
from dostyk.kinds.wording import without_article
from dostyk.languages.words import words
from dostyk.model.analysis import Clause, DateMark, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

MARKS = (",", "–", "—", "-", ":", "(", "|", ";")  # noqa: RUF001
PASSED = ("text", "was", "were", "has", "have", "been", "is", "are", "came", "entered", "in", "into", "already", "since", "but", "now")
LONGEST = 18  # words of a title in a line


def elliptical(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give the instrument of a line or clause that names it only by its title."""
    if sentence.form in ("item", "row") or not any(c.form == "finite" for c in sentence.clauses):
        found = _line(sentence)
        if found is not None:
            yield _draft(sentence, *found, reading)
            return
    for clause in sentence.clauses:
        if clause.form == "finite" and into_force(sentence, clause) and (end := _named(clause)) is not None and clause.agent is not None:
            yield _draft(sentence, clause.agent.start, end, "in force", sentence.tokens[clause.verb].start, reading, clause.modality)


def _named(clause: Clause) -> int | None:
    """Where the name ends that is the verb's subject, if it is no word for an instrument and no body's."""
    subject = clause.agent
    if subject is None or instrument(subject) or subject.span is None or subject.person is not None or subject.office is not None:
        return None
    last = subject.span.text.split()[-1]
    many = last.isupper() or singular(last.lower()) in lists()["treated"] or "trade area" in subject.span.text.lower()
    return subject.span.end if subject.span.type in (SpanType.NAME, SpanType.ORGANISATION) and many else None


def _line(sentence: Sentence) -> tuple[int, int, str, int] | None:
    """Where the title of a line begins and ends, what was done, and where that is said."""
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens[:3]) if t.text[:1].isalpha()), None)
    if first is None or not tokens[first].text[:1].isupper() or isinstance(tokens[first].span, type(None)) and len(tokens) < 4:
        return None
    for at in range(first + 1, min(first + LONGEST, len(tokens) - 1)):
        if tokens[at].text not in MARKS:
            continue
        done = _done(sentence, at + 1)
        if done is not None:
            inner = [t.span.type for t in tokens[first:at] if t.span is not None]
            people = SpanType.PERSON in inner or SpanType.OFFICE in inner or inner[:1] == [SpanType.DATE]
            return None if people else (tokens[first].start, tokens[at - 1].end, done[0], tokens[done[1]].end)
    return None


def _done(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """What is done with the title right behind a mark: in force, signed, initialled."""
    tokens = sentence.tokens
    while at < len(tokens) and tokens[at].low in PASSED:
        at += 1
    if at >= len(tokens):
        return None
    if tokens[at].low in ("force", "effect") and tokens[at - 1].low in ("in", "into"):
        return "in force", at
    lemma = tokens[at].lemma if tokens[at].lemma in lists()["formal"] else tokens[at].low.removesuffix("ed")
    if tokens[at].low.endswith("ed") and lemma in ("sign", "initial", "initiall", "ratify", "conclude", "ink"):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is None or isinstance(after.span, DateMark) or after.tag == "IN" and after.low != "by" or not after.text[0].isalnum():
            return table("actions").get("initial" if lemma == "initiall" else lemma, "signed"), at
    return None


def _draft(  # noqa: PLR0913
    sentence: Sentence, start: int, end: int, action: str, told: int, reading: Reading, modality: Modality = Modality.ACTUAL
) -> Draft:
    """The draft of an instrument known by its title."""
    title = without_article(sentence.text[start - sentence.start : end - sentence.start])
    named = {m.id: m for s in sentence.spans if s.type is SpanType.COUNTRY for m in reading.mentions(s)}
    only = any(
        a.low == "for" and b.span is not None and b.span.type is SpanType.COUNTRY and b.start > told
        for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False)
    )
    both: list[Mention] = [] if only else [m for m in reading.pair() if m.id not in named]
    roles: dict[str, list[Filler]] = {"party": [*named.values(), *both]}
    attributes = {"title": title, "agreement_type": _class(title), **({"action": action} if action != "signed" else {})}
    return Draft(
        "Agreement", start, max(end, told), roles, attributes, "", modality, rule="agreement.elliptic", confidence=0.6, anchor=max(start, told - 1)
    )


def _class(title: str) -> str:
    """The class that a title's last plain word tells, else an agreement."""
    found = [w for w in title.lower().split() if w.isalpha() and singular(w) in words().classes["instrument"]]
    return singular(found[-1]) if found else "partnership agreement" if "partnership" in title.lower() else "agreement"
