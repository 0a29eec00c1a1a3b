"""Reads twinnings from prose, lists and tables of sister cities."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.naming import thing
from dostyk.kinds.twinning.names import Town, by_names, dashed, draft, towns
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

SORTS = (
    "sister",
    "twin",
    "twinned",
    "partner",
    "friendship",
    "friendly",
    "sister-city",
    "twin-city",
    "partnership",
    "twinning",
    "fraternal",
    "brother",
    "sister-province",
    "sister-state",
)
HEADS = {"city", "cities", "town", "region", "province", "municipality", "district", "state", "prefecture", "county", "port", "capital"}
TIES = {
    "relation",
    "relations",
    "relationship",
    "tie",
    "ties",
    "agreement",
    "partnership",
    "link",
    "links",
    "memorandum",
    "connection",
    "connections",
    "pact",
    "cooperation",
    "accord",
    "arrangement",
    "protocol",
    "bond",
    "bonds",
}
HEADER = {
    "country",
    "city",
    "town",
    "year",
    "state",
    "region",
    "name",
    "since",
    "date",
    "partner",
    "countries",
    "cities",
    "province",
    "partner city",
    "no",
    "flag",
    "continent",
}
UNITS = (SpanType.CITY, SpanType.REGION, SpanType.PLACE)


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each pair of twinned places."""
    for made in list(_all(sentence, reading)) or by_names(sentence, reading):
        reading.memory["members"] = (sentence.paragraph, list(made.roles["member"]))
        yield made


def _all(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    under = _twin_words(sentence.heading) or (reading.here() is not None and "partner" in sentence.heading.lower())
    if sentence.form in ("row", "item") and under and not any(c.form == "finite" for c in sentence.clauses):
        yield from _listed(sentence, reading)
        return
    for phrase in everything(sentence):
        if _twin(phrase) and phrase.first >= 2 and sentence.tokens[phrase.first - 1].text in (",", "–", "("):  # noqa: RUF001
            before = [p for p in sentence.phrases if p.members()[-1].last == phrase.first - 2]
            pair = _places(before[0], reading) if before else []
            if len(pair) == 2:
                yield _pair(sentence, pair[0], pair[1], phrase)
                continue
        if _twin(phrase) or _tie(phrase):
            yield from _of_noun(sentence, phrase, phrase.clause, reading)
    for clause in sentence.clauses:
        if clause.lemma in ("be", "become") and clause.predicate is not None and clause.predicate.lemma == "partner" and clause.predicate.complements:
            own = [f for f in _places(clause.agent, reading) if f[1].type is not MentionType.COUNTRY]
            for one in _places(clause.predicate.complements[0], reading) if own else []:
                yield _pair(sentence, own[0], one, clause.predicate)
        elif clause.lemma == "join" and clause.patient is not None and any(_twin(c) for c in clause.patient.complements):
            for one in _places(clause.agent, reading):
                for prior in _context(sentence, clause.patient, clause, reading):
                    if prior[1].id != one[1].id:
                        yield _pair(sentence, prior, one, clause.patient)
        if clause.lemma == "twin":
            yield from _of_verb(sentence, clause, reading)
        elif (
            clause.lemma == "establish"
            and clause.patient is not None
            and clause.patient.lemma in TIES
            and not _tie(clause.patient)
            and any(t.low == "friendly" for t in clause.patient.modifiers)
        ):
            yield from _of_noun(sentence, clause.patient, clause, reading)


def _twin_words(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in ("sister", "twin", "partner cit", "partner town", "partner region", "friendship cit", "brother cit"))


def _twin(phrase: Phrase) -> bool:
    return phrase.lemma in HEADS and phrase.quantity is None and any(t.low in SORTS[:6] + SORTS[11:12] for t in phrase.modifiers)


def _tie(phrase: Phrase) -> bool:
    words = [t.low for t in phrase.modifiers]
    text = " ".join(words)
    return phrase.lemma in TIES and (
        "sister-city" in words
        or "sister city" in text
        or "sister cities" in text
        or "twinning" in words
        or "sister-province" in words
        or "twin city" in text
        or "twin-city" in words
        or "sister" in words
        or "sisterhood" in words
    )


def _places(phrase: Phrase | None, reading: Reading) -> list[tuple[Phrase, Mention]]:
    """The cities and regions of a phrase and what is coordinated with it."""
    found: list[tuple[Phrase, Mention]] = []
    for member in phrase.members() if phrase is not None else []:
        of = [c for c in member.complements if c.preposition == "of" and c.others] if member.lemma in HEADS else []
        if of:
            found += _places(of[0], reading)
            continue
        mentions = [m for m in reading.mentions(member) if m.type in (MentionType.CITY, MentionType.REGION, MentionType.PLACE)]
        if not mentions and member.span is not None and member.span.type is SpanType.NAME and not member.modifiers:
            mentions = [thing(member.span.text, MentionType.CITY)]
        found += [(member, m) for m in mentions]
    return found


def _of_noun(sentence: Sentence, phrase: Phrase, clause: Clause | None, reading: Reading) -> Iterator[Draft]:
    between: list[tuple[Phrase, Mention]] = []
    partners: list[tuple[Phrase, Mention]] = []
    for complement in [
        *phrase.complements,
        *[p for p in sentence.phrases if p.first > phrase.head and p.preposition in ("between", "with", "of", "to")],
    ]:
        if complement.preposition == "between":
            between += _places(complement, reading)
        elif complement.preposition in ("with", "of", "to"):
            partners += _places(complement, reading)
    own: list[tuple[Phrase, Mention]] = []
    if phrase.possessor is not None:
        partners += _places(phrase.possessor, reading)
    if clause is not None and clause.lemma in ("include", "be") and clause.agent is phrase:
        listed = _places(clause.patient, reading) + _places(clause.predicate, reading)
        left = (
            _places(phrase.possessor, reading)
            or [f for c in phrase.complements if c.preposition == "of" for f in _places(c, reading)]
            or _context(sentence, phrase, clause, reading)
        )
        for one in listed if left else []:
            yield _pair(sentence, left[0], one, phrase, one[0].end)
        return
    if clause is not None:
        for slot in (clause.agent, clause.patient):
            if slot is not None and slot is not phrase:
                own += _places(slot, reading)
    if len(own) == 1 and not partners and len(between) < 2 and "pair" in sentence.text:
        own = _before_verb(sentence, phrase, reading) or own
    if len(between) >= 2:
        yield _pair(sentence, between[0], between[1], phrase)
        return
    if len(own) == 2 and not partners and (phrase.text.lower().endswith("s") or "pair" in sentence.text):
        yield _pair(sentence, own[0], own[1], phrase)
        return
    left = own[:1] or _context(sentence, phrase, clause, reading)
    if phrase.determiner in ("the", "its", "their", "our") and not partners and not own:
        return
    for partner in partners if left else []:
        if partner[1].id != left[0][1].id:
            yield _pair(sentence, left[0], partner, phrase)
    if not partners and own and left and len(own) == 1 and phrase.lemma in HEADS:
        for prior in _context(sentence, phrase, clause, reading):
            if prior[1].id != own[0][1].id:
                yield _pair(sentence, prior, own[0], phrase)


def _before_verb(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[tuple[Phrase, Mention]]:
    """The two cities that stand before the twinning words, where there are just two."""
    found = [
        (p, m)
        for p in everything(sentence)
        if p.last < phrase.first and p.span is not None and p.span.type is SpanType.CITY
        for m in reading.mentions(p)
    ]
    unique = {m.id: (p, m) for p, m in found}
    return list(unique.values()) if len(unique) == 2 else []


def _context(sentence: Sentence, phrase: Phrase, clause: Clause | None, reading: Reading) -> list[tuple[Phrase, Mention]]:
    """The place on whose side the ties are: a visitor's post before, else the page's own city."""
    for other in everything(sentence):
        if other.first >= phrase.first:
            break
        if other.office is not None:
            for complement in other.office.complements:
                for inner in everything_in(complement):
                    if inner.span is not None and (regions := [p for p in inner.span.parts if p.type in UNITS]):
                        return [(inner, reading.mentions(regions[0])[0])]
                    if inner.span is not None and inner.span.type in UNITS:
                        return [(inner, reading.mentions(inner)[0])]
    here = reading.here()
    return [(phrase, here)] if here is not None else []


def everything_in(phrase: Phrase) -> Iterator[Phrase]:
    """A phrase and what hangs on it."""
    yield phrase
    for inner in (*phrase.others, *phrase.complements):
        yield from everything_in(inner)


def _of_verb(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "A is twinned with B and C", "A and B were twinned"."""
    own = _places(clause.patient or clause.agent, reading)
    partners = [found for o in clause.obliques if o.preposition in ("with", "to") for found in _places(o, reading)]
    if not own and (here := reading.here()) is not None and clause.patient is not None:
        own = [(clause.patient, here)]
    anchor = clause.patient or clause.agent
    if anchor is None:
        return
    if own and partners:
        for partner in partners:
            yield _pair(sentence, own[0], partner, anchor)
    elif len(own) == 2:
        yield _pair(sentence, own[0], own[1], anchor)


def _pair(sentence: Sentence, one: tuple[Phrase, Mention], other: tuple[Phrase, Mention], phrase: Phrase, only: int = 0) -> Draft:
    points = [p for p in (one[0], other[0], phrase) if sentence.start <= p.start < sentence.end]
    start, end = min(p.start for p in points), max(p.end for p in points)
    roles: dict[str, list[Filler]] = {"member": [one[1], other[1]]}
    modality = phrase.clause.modality if phrase.clause is not None else None
    made = Draft(
        "Twinning",
        start,
        end,
        roles,
        {},
        "",
        rule="twinning",
        confidence=0.85,
        anchor=max(one[0].start, other[0].start) if sentence.start <= one[0].start < sentence.end else phrase.start,
    )
    if modality is not None:
        made.modality = modality
    if only:
        bracket = [d for d in sentence.dates if d.edtf and 0 <= d.lead - only <= 3]
        made.time = bracket[0].edtf if bracket else None
    return made


def _listed(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read a row or item of a list of sister cities: two places, or one and the page's own."""
    found = towns(sentence, reading) or _first_name(sentence)
    pairs = dashed(sentence, found)
    here = reading.here()
    if not pairs and found:
        first = found[0]
        own = Town(here, first.first, first.start, first.end) if here is not None and here.id != first.mention.id else None
        other = next((t for t in found[1:] if t.mention.id != first.mention.id), None)
        apart = other is not None and (
            sentence.form == "row" and "|" in sentence.text or any(t.low in ("and", "with") for t in sentence.tokens[first.first : other.first])
        )
        if (
            other is not None
            and (apart or own is None)
            and (here is None or sentence.form != "row" or here.id in (first.mention.id, other.mention.id))
        ):
            pairs = [(first, other)]
        elif own is not None:
            pairs = [(own, first)]
    for one, other in pairs:
        made = draft(sentence, one, other, Modality.ACTUAL, other.first)
        if len(pairs) == 1 and (dates := [d for d in sentence.dates if d.edtf and not d.vague]):
            made.time, made.end = dates[0].edtf, max(made.end, dates[0].end)
            made.start = min(made.start, max(dates[0].lead, sentence.start))
        yield made


def _first_name(sentence: Sentence) -> list[Town]:
    """A name that reference data does not know, at the start of a line or of a row."""
    for at, token in enumerate(sentence.tokens[:3]):
        if (
            token.span is not None
            and token.span.type in (SpanType.NAME, SpanType.PERSON)
            and token.low not in HEADER
            and len(token.span.text.split()) <= 3
        ):
            return [Town(thing(token.span.text, MentionType.CITY), at, token.start, token.end)]
    return []
