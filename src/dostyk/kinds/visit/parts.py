"""Turns what stands around a visit into its parts: who travels, where to, of which sort, whether it came about."""

from __future__ import annotations

from itertools import pairwise

from dostyk.kinds.people import Found
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

HOMES = "homes"
Spot = tuple[Span | None, Mention]
Spots = list[Spot]


def destinations(phrases: list[Phrase], reading: Reading) -> list[Found]:
    """The places that phrases name, each once; a city's country behind it ("Lviv, Ukraine") is no second one."""
    found: dict[str, Found] = {}
    for phrase in phrases:
        for member in phrase.members():
            for mention in reading.mentions(member, ("place",)):
                found.setdefault(mention.id, (member, mention))
    places = list(found.values())
    return [
        p
        for p in places
        if not any(
            q is not p and q[0].span is not None and q[0].span.country == p[1].id and p[0].start - q[0].end <= 2 and p[0].start > q[0].start
            for q in places
        )
    ]


def together(spots: Spots) -> list[Spots]:
    """Cities of one country are places of one visit; each country is a visit of its own."""
    groups: dict[str, Spots] = {}
    for span, place in spots:
        city = span is not None and span.type in (SpanType.CITY, SpanType.REGION) and span.country
        groups.setdefault(f"in {span.country}" if city and span is not None else place.id, []).append((span, place))
    return list(groups.values())


def homes(phrase: Phrase, mention: Mention, reading: Reading) -> str | None:
    """The code of the country that a traveller comes from, as far as the post, the body or an earlier sentence tells."""
    office = phrase.office or phrase
    for country in reading.countries(office):
        return country.id
    if phrase.span is not None and phrase.span.country:
        return phrase.span.country
    known = reading.memory.get(HOMES, {}).get(mention.id)
    return known if isinstance(known, str) else None


def other(code: str | None, reading: Reading) -> Mention | None:
    """The other of the two countries that the text is about."""
    pair = reading.pair()
    if code is None or len(pair) != 2 or code not in (pair[0].id, pair[1].id):
        return None
    return pair[1] if pair[0].id == code else pair[0]


def visit_type(words: list[str]) -> str:
    """The sort of visit that its modifiers tell: state, official, working, private."""
    types = wordlists("visit")["types"]
    found = [w for w in words if w in types]
    return " ".join(found)


def host(sentence: Sentence, clause: Clause | None, reading: Reading) -> list[Mention]:
    """Who invited: the phrase after "at the invitation of"."""
    for phrase in sentence.phrases if clause is not None else []:
        if phrase.lemma == "invitation" and phrase.preposition in ("at", "on", "upon"):
            return [
                m for c in phrase.complements if c.preposition == "of" for p in c.members() for m in reading.mentions(p, ("person", "organisation"))
            ]
    return []


def came_about(sentence: Sentence, modality: Modality) -> Modality:
    """Whether the visit took place: cancelled and postponed ones did not, expected ones are planned."""
    low = " ".join(sentence.text.lower().split())
    if any(word in low for word in wordlists("visit")["cancelled"]):
        return Modality.NEGATED
    return Modality.PLANNED if modality is Modality.EXPECTED else modality


def dates_apart(sentence: Sentence) -> list[DateMark]:
    """Dates joined by commas and "and" only ("in 1998, 2004 and 2010"), where there are several: each is a time of its own."""
    dates = [d for d in sentence.dates if d.edtf and not d.vague and d.duration is None]
    run: list[DateMark] = []
    for before, date in pairwise(dates):
        gap = sentence.text[before.end - sentence.start : date.start - sentence.start].strip()
        if gap.strip(", ") in ("", "and", "as well as", "and in", "and again in") and gap and date.relation == "in" and before.relation == "in":
            run = run or [before]
            run.append(date)
    return run


def wished(sentence: Sentence, clause: Clause) -> bool:
    """Whether "to visit" hangs on an invitation, a wish or readiness: nobody has travelled."""
    if clause.form != "infinitive":
        return False
    wishing = wordlists("visit")["wishing"]
    first = next((i for i in range(clause.verb - 1, -1, -1) if sentence.tokens[i].low == "to"), -1)
    before = {t.low for t in sentence.tokens[max(0, first - 3) : max(first, 0)]} | {
        t.lemma for t in sentence.tokens[max(0, first - 3) : max(first, 0)]
    }
    governor = clause.governor
    return bool(before & wishing) or (governor is not None and governor.lemma in wishing)
