"""Reads offices: who holds which post of what, from names in apposition, lines, appointments and credentials."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.office.accredited import between, handed_to, national, of_opened, of_subject
from dostyk.kinds.office.appointments import appointments, headed
from dostyk.kinds.office.charge import in_charge
from dostyk.kinds.office.consuls import consuls
from dostyk.kinds.office.drafts import draft_of
from dostyk.kinds.office.lists import list_head, listed
from dostyk.kinds.office.titles import Title, gone, joined, title
from dostyk.kinds.wording import everything, wordlists
from dostyk.languages.words import words as english
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType

OUTRIGHT = 0.85


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each holder whose post a sentence names; an envoy promoted stays where he was accredited."""
    posted: dict[str, tuple[list[Filler], list[Filler]]] = reading.memory.setdefault("posted", {})
    for draft in _read(sentence, reading):
        holder, own = draft.roles["holder"][0], draft.roles["of"] or draft.roles["to"]
        if isinstance(holder, Mention):
            low = draft.attributes["position"].lower()
            envoy = low == "minister" or any(w in low for w in wordlists("office")["diplomats"])
            if not own and envoy and draft.confidence >= OUTRIGHT and holder.id in posted:
                draft.roles["of"], draft.roles["to"] = (list(found) for found in posted[holder.id])
            elif draft.roles["to"] and envoy:
                posted[holder.id] = (list(draft.roles["of"]), list(draft.roles["to"]))
        yield draft


def _read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    head = list_head(sentence)
    for phrase in everything(sentence):
        if phrase is not head and phrase.office is not None and phrase.person is not None and not gone(phrase.office):
            yield from _held(sentence, phrase, reading)
    for clause in sentence.clauses:
        yield from appointments(sentence, clause, reading)
        yield from headed(sentence, clause, reading)
    yield from in_charge(sentence, reading)
    yield from consuls(sentence, reading)
    yield from listed(sentence, reading)


def _held(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """Read a name beside its post: "Minister X", "X, Minister of Y", "Ambassador: X (since 2018)"."""
    assert phrase.office is not None and phrase.person is not None
    person = phrase.person
    post = national(between(joined(title(phrase.office, reading), phrase.office, sentence), reading), reading)
    if (
        not post.position
        or not _named(person)
        or (post.position.lower() in wordlists("office")["generic"] and not post.of)
        or "counterpart" in post.position.lower()
        or (post.position.lower() in wordlists("office")["unofficial"] and all(m.type is MentionType.COUNTRY for m in post.of))
        or (post.position.lower() in wordlists("office")["first_names"] and " " not in person.text)
    ):
        return
    shown = phrase.clause is not None and _presented(phrase.clause, phrase)
    if shown and phrase.clause is not None and (there := handed_to(phrase.clause, reading)):
        post = between(
            post, reading, [m for m in reading.pair() if m.id != there[0].id] if there[0].id in {m.id for m in reading.pair()} else (), there
        )
    post = of_opened(post, sentence, reading)
    for holder in reading.mentions(person)[:1]:
        post = of_subject(post, phrase, holder, sentence, reading)
        _keep(phrase.office, post, holder, reading)
        draft = draft_of(post, holder, (min(phrase.start, person.start), max(phrase.end, person.end)), "office.apposition", 0.75)
        draft.anchor = _anchor(sentence, phrase, person)
        draft.roles["to"] += _accredited(sentence, phrase, reading)
        date = _since(sentence, phrase, draft.end)
        if date is not None:
            draft.confidence = 0.85
            draft.time = f"{date.edtf}/.." if date.relation in ("since", "from_start") and "/" not in (date.edtf or "") else date.edtf
            draft.end = max(draft.end, date.end)
        elif shown:
            draft.confidence = 0.85
        yield draft


def _anchor(sentence: Sentence, phrase: Phrase, person: Span) -> int:
    """Where a post in passing stands for its time: at the verb that its holder is the subject of, else at the name."""
    clause = phrase.clause
    subject = clause.patient if clause is not None and clause.passive else clause.agent if clause is not None else None
    if clause is None or subject is None or all(m is not phrase for m in subject.members()) or sentence.tokens[clause.verb].start < person.start:
        return person.start
    return sentence.tokens[clause.verb].start


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
    for name in dict.fromkeys((key, key.split(" ")[-1])):
        holders = reading.memory.setdefault("holders", {}).setdefault(name, [])
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
            (gap.strip() in ("", ",") or _accredited_to(sentence, end, date)) and date.relation == "since"
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


def _accredited_to(sentence: Sentence, end: int, date: DateMark) -> bool:
    """Whether only places stand between a post and its date ("Minister | to Romania | since 1962")."""
    between_them = [t for t in sentence.tokens if end <= t.start and t.end <= date.lead]
    if len(between_them) < 2 or between_them[0].low != "to":
        return False
    return all(t.tag in ("TO", "IN", "DT", "CC") or (t.tag == "NNP" and t.span is not None) for t in between_them)


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
