"""Turns what stands around a visit into its parts: who travels, where to, of which sort, whether it came about."""

from __future__ import annotations

from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

WHO = ("person", "delegation", "name")
HOMES = "homes"
Found = tuple[Phrase, Mention]
Spot = tuple[Span | None, Mention]
Spots = list[Spot]


def travellers(phrase: Phrase | None, reading: Reading) -> list[Found]:
    """The people and delegations of a phrase and what is coordinated with it; "a minister" and places travel nowhere."""
    found: list[Found] = []
    for member in phrase.members() if phrase is not None else []:
        if _anybody(member):
            continue
        found += [(member, m) for m in reading.mentions(member, WHO) if m.type is not MentionType.COUNTRY]
    return found


def _anybody(phrase: Phrase) -> bool:
    """Whether a phrase means no one in particular: "a Swiss minister", "foreign ministers", "no president"."""
    if phrase.person is not None or phrase.span is not None and phrase.span.type is SpanType.PERSON:
        return False
    if phrase.office is not None:
        return phrase.determiner in ("a", "an", "no", "any") or phrase.lemma.endswith("s") and not phrase.others
    if phrase.span is not None and phrase.span.type in (SpanType.NAME, SpanType.ORGANISATION):
        return phrase.span.type is SpanType.NAME and len(phrase.span.text.split()) < 2
    return phrase.determiner == "no" or phrase.lemma in ("it", "this", "that", "visit", "trip")


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
        city = span is not None and span.type is SpanType.CITY and span.country
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
    for before, date in zip(dates, dates[1:], strict=False):
        gap = sentence.text[before.end - sentence.start : date.start - sentence.start].strip(" ,")
        if gap in ("", "and", "as well as", "and in", "and again in") and date.relation == "in" and before.relation == "in":
            run = run or [before]
            run.append(date)
    return run
