"""Reads offices: who holds which post of what, from names in apposition, lines, appointments and credentials."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.office.titles import Title, gone, title
from dostyk.kinds.wording import everything, wordlists
from dostyk.languages.words import words as english
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType

CONSULS = {
    "honorary consulate": "Honorary Consul",
    "honorary consulate general": "Honorary Consul General",
    "consulate general": "Consul General",
    "consulate": "Consul",
}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each holder whose post a sentence names."""
    for phrase in everything(sentence):
        if phrase.office is not None and phrase.person is not None and not gone(phrase.office):
            yield from _held(sentence, phrase, reading)
    for clause in sentence.clauses:
        yield from _verbal(sentence, clause, reading)
    yield from _consul(sentence, reading)


def _held(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """Read a name beside its post: "Minister X", "X, Minister of Y", "Ambassador: X (since 2018)"."""
    assert phrase.office is not None and phrase.person is not None
    post, person = title(phrase.office, reading), phrase.person
    if (
        not post.position
        or not _named(person)
        or (post.position.lower() in wordlists("office")["generic"] and not post.of)
        or "counterpart" in post.position.lower()
    ):
        return
    for holder in reading.mentions(person)[:1]:
        _keep(phrase.office, post, holder, reading)
        draft = _draft(post, holder, (min(phrase.start, person.start), max(phrase.end, person.end)), "office.apposition", 0.75)
        draft.anchor = person.start
        draft.roles["to"] += _accredited(sentence, phrase, reading)
        date = _since(sentence, phrase, draft.end)
        if date is not None:
            draft.confidence = 0.85
            draft.time = f"{date.edtf}/.." if date.relation in ("since", "from_start") and "/" not in (date.edtf or "") else date.edtf
            draft.end = max(draft.end, date.end)
        elif phrase.clause is not None and _presented(phrase.clause, phrase):
            draft.confidence = 0.85
        yield draft


def _named(person: Span) -> bool:
    """Whether a span is a name, not the rest of a title ("Chief | Trade Negotiator") or of a heading in capitals."""
    if person.text.isupper() and len(person.text) > 6:
        return False
    return person.type is SpanType.PERSON or not any(english().is_("portfolio", word.lower()) for word in person.text.split())


def _keep(office: Phrase, post: Title, holder: Mention, reading: Reading) -> None:
    """Remember who holds a post, so that "the President" can be resolved, and which country somebody comes from."""
    countries = [m for m in post.of if m.type is MentionType.COUNTRY]
    if countries:
        reading.memory.setdefault("homes", {})[holder.id] = countries[0].id
    assert office.span is not None
    key = office.span.text.lower()
    holders = reading.memory.setdefault("holders", {}).setdefault(key.split(" ")[-1], [])
    holders[:] = [*(m for m in holders if m.id != holder.id), holder]
    if post.position.lower() != key:
        return
    known = reading.memory.setdefault("offices", {})
    for country in countries:
        known[key, country.id] = holder
    several = reading.memory.setdefault("offices.several", set())
    if (key, "") in known and known[key, ""].id != holder.id:
        several.add(key)
        del known[key, ""]
    elif key not in several:
        known[key, ""] = holder


def _since(sentence: Sentence, phrase: Phrase, end: int) -> DateMark | None:
    """The date that says since when a post is held: in brackets behind the name, or behind a verb of holding it."""
    dates = [d for d in sentence.dates if d.edtf and not d.vague and d.duration is None]
    for date in dates:
        gap = sentence.text[end - sentence.start : date.lead - sentence.start] if date.lead >= end else "-" * 20
        words = gap.strip(" (,").lower()
        if (gap.lstrip().startswith("(") and words in ("", "appointed", "elected", "from", "as of", "took office")) or (
            gap.strip() in ("", ",") and date.relation == "since"
        ):
            return date
    clause = phrase.clause
    if (
        clause is not None
        and clause.lemma in wordlists("office")["leading"]
        and clause.agent is not None
        and any(m is phrase for m in clause.agent.members())
    ):
        return next((d for d in dates if d.relation in ("since", "from_start")), None)
    return None


def _presented(clause: Clause, phrase: Phrase) -> bool:
    """Whether somebody presents credentials."""
    words = wordlists("office")
    if clause.lemma not in words["presenting"] or clause.patient is None or clause.agent is None:
        return False
    return any(m is phrase for m in clause.agent.members()) and (
        "credential" in clause.patient.text.lower() or "credence" in clause.patient.text.lower()
    )


def _accredited(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Filler]:
    """To whom else an envoy is accredited: the countries behind "accredited to"."""
    at = next((i for i, t in enumerate(sentence.tokens) if t.low == "accredited" and i > phrase.first), -1)
    if at < 0:
        return []
    found = [p for p in sentence.phrases if p.preposition == "to" and p.first > at][:1]
    return [m for p in found for member in p.members() for m in reading.mentions(member) if m.type in (MentionType.COUNTRY, MentionType.ORGANISATION)]


def _verbal(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X took up the post of Y", "X was appointed (as) Y", "X has been Y since", "the Y of Z is X"."""
    words = wordlists("office")
    behind = [o for o in clause.obliques if o.preposition == "as"]
    if clause.lemma in words["appointing"]:
        holder, candidates = (
            clause.patient,
            [clause.predicate, *(clause.obliques if clause.passive else [*behind, *[o for o in clause.obliques if o.preposition == "to"]])],
        )
    elif clause.lemma in words["taking"]:
        holder, candidates = (
            clause.agent,
            [clause.patient, *behind, *[o for o in clause.obliques if o.preposition in ("to", "of") and o.lemma in words["posts"]]],
        )
    elif clause.lemma in words["serving"]:
        holder, candidates = clause.agent, [clause.predicate, *behind]
        if (
            clause.lemma == "be"
            and clause.predicate is not None
            and clause.agent is not None
            and _person(clause.agent) is None
            and clause.agent.office is not None
        ):
            holder, candidates = clause.predicate, [clause.agent]
    else:
        return
    span = _person(holder)
    if holder is None or span is None:
        return
    if clause.lemma == "take" and clause.patient is not None and clause.patient.lemma == "office" and holder.office is not None:
        candidates = [*[o for o in behind if _office_in(o) is not None], holder]
    for candidate in candidates:
        office = _office_in(candidate) if candidate is not None else None
        if office is not None and "counterpart" in office.lemma:
            continue
        if office is not None and candidate is not None and (office is not holder.office or candidate is holder) and not gone(office):
            yield _taken(sentence, clause, (span, max(candidate.end, holder.end)), title(office, reading), reading)
            return


def _person(phrase: Phrase | None) -> Span | None:
    """The name of a person that a phrase is or carries."""
    if phrase is None:
        return None
    span = phrase.person or (phrase.span if phrase.span is not None and phrase.span.type in (SpanType.PERSON, SpanType.NAME) else None)
    return None if span is None or (span.type is SpanType.NAME and len(span.text.split()) < 2) else span


def _taken(sentence: Sentence, clause: Clause, where: tuple[Span, int], post: Title, reading: Reading) -> Draft:
    span, end = where
    verb = sentence.tokens[clause.verb]
    holder = reading.mentions(span)[0]
    draft = _draft(post, holder, (min(span.start, verb.start), max(end, verb.end, span.end)), "office.appointment", 0.9)
    draft.modality, draft.open_ended, draft.anchor = clause.modality, True, verb.start
    return draft


def _office_in(phrase: Phrase) -> Phrase | None:
    """The post that a phrase names, itself or after "the post of"."""
    if phrase.office is not None:
        return phrase.office
    for complement in phrase.complements:
        if phrase.lemma in wordlists("office")["posts"] and complement.office is not None:
            return complement.office
    return None


def _consul(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read a directory line that sets a person beside a consulate: who heads it is its consul."""
    if sentence.form not in ("item", "row") or any(s.type is SpanType.OFFICE for s in sentence.spans):
        return
    low = sentence.text.lower()
    kind = next((k for k in sorted(CONSULS, key=len, reverse=True) if low.startswith(k)), None)
    people = [
        t
        for i, t in enumerate(sentence.tokens)
        if i and t.span is not None and t.span.type is SpanType.PERSON and sentence.tokens[i - 1].text in (":", "–", "|", ",")
    ]  # noqa: RUF001
    if kind is None or len(people) != 1:
        return
    person = people[0].span
    assert person is not None
    last = reading.memory.get("mission.last")
    of = (
        tuple(m for m in last.roles["sender"] if isinstance(m, Mention))
        if isinstance(last, Draft) and sentence.start <= last.start < sentence.end
        else ()
    )
    draft = _draft(Title(CONSULS[kind], of, ()), reading.mentions(person)[0], (sentence.start, person.end), "office.consul", 0.85)
    date = next(
        (
            d
            for d in sentence.dates
            if d.edtf and d.start > person.end and "(" in sentence.text[person.end - sentence.start : d.start - sentence.start]
        ),
        None,
    )
    draft.time = None
    if date is not None:
        draft.time = f"{date.edtf}/.." if date.relation == "since" else date.edtf
        draft.end = date.end
    yield draft


def _draft(post: Title, holder: Mention, reach: tuple[int, int], rule: str, confidence: float) -> Draft:
    roles: dict[str, list[Filler]] = {"holder": [holder], "of": list(post.of), "to": list(post.to)}
    return Draft("Office", reach[0], reach[1], roles, {"position": post.position}, "", rule=rule, confidence=confidence, anchor=reach[0])
