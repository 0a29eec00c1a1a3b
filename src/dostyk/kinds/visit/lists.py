"""Reads lines of lists of visits: "May 2019 | Minister X", "25-26 August – President Y, state visit, Lima"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dostyk.kinds.people import Found, people
from dostyk.kinds.visit.parts import HOMES, Spots, came_about, homes, other, together, visit_type
from dostyk.kinds.visit.routes import Route, is_arrow, label_route, remember_route, route_of
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import PLACES, DateMark, Phrase, Sentence, Span, SpanType, Token
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality
from dostyk.values.dates import read_dates, read_heading_date

STOPS = (";", "(", "[")


def listed(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each traveller, place and date of a line in a list of visits."""
    if sentence.form == "heading" or remember_route(sentence, reading):
        return
    section = in_section(sentence.heading) or is_arrow(sentence.heading)
    own = label_route(sentence, reading)
    if not (section or own is not None or _named_visit(sentence)):
        return
    route = own or route_of(sentence, reading)
    if route is not None and route.destination is not None and len(entries := _entries(sentence, reading)) > (own is None):
        yield from _each(sentence, entries, route, reading)
        return
    if not _is_line(sentence, section and route is not None):
        return
    who = _who(sentence, reading)
    dates = _dates(sentence)
    times = [d.edtf for d in dates] or [head_time(sentence)]
    if not who or (not any(times) and not section):
        return
    where = _where(sentence, who, route, reading)
    modality = came_about(sentence, Modality.PLANNED if _ahead(sentence) else Modality.ACTUAL)
    for phrase, visitor in who:
        for spots in together(where or _elsewhere(phrase, visitor, route, reading)):
            draft = _draft(sentence, (phrase, visitor), spots, dates)
            draft.modality = modality
            if route is not None and route.origin is not None:
                draft.roles["origin"] = [route.origin]
                reading.memory.setdefault(HOMES, {})[visitor.id] = route.origin.id
            for index, time in enumerate(times):
                end = dates[index].end if index + 1 < len(dates) else draft.end
                yield replace(draft, time=time, end=end, roles=dict(draft.roles), attributes=dict(draft.attributes))


def _entries(sentence: Sentence, reading: Reading) -> list[tuple[Found, DateMark]]:
    """Travellers with their dates in brackets, one after another ("President X (April 2004), Prime Minister Y (2015, 2017)")."""
    found: list[tuple[Found, DateMark]] = []
    phrases = [p for p in sentence.phrases if not p.preposition and (p.office is p or p.person is not None)]
    for index, phrase in enumerate(phrases):
        stop = phrases[index + 1].start if index + 1 < len(phrases) else sentence.end
        end = phrase.person.end if phrase.person is not None else phrase.end
        gap = sentence.text[end - sentence.start : stop - sentence.start]
        if stop <= end or not gap.lstrip().startswith("("):
            continue
        dates = [d for d in sentence.dates if d.edtf and not d.vague and end <= d.start < min(stop, end + gap.index(")") if ")" in gap else stop)]
        found += [(who, date) for who in people(phrase, reading)[:1] for date in dates]
    return found


def _each(sentence: Sentence, entries: list[tuple[Found, DateMark]], route: Route, reading: Reading) -> Iterator[Draft]:
    """A draft for each entry of a line that goes one way."""
    for who, date in entries:
        draft = _draft(sentence, who, [(None, route.destination)] if route.destination is not None else [], [date])
        bracket = sentence.text[date.end - sentence.start :].partition(")")[0].lower()
        expected = any(word in bracket for word in ("expected", "planned", "upcoming", "scheduled"))
        draft.modality = Modality.PLANNED if expected or _ahead(sentence) else Modality.ACTUAL
        draft.attributes.pop("purpose", None)
        if route.origin is not None:
            draft.roles["origin"] = [route.origin]
            reading.memory.setdefault(HOMES, {})[who[1].id] = route.origin.id
        draft.time = date.edtf
        yield draft


def head_time(sentence: Sentence) -> str | None:
    """The time of a line without a date of its own: its heading's, with the month that opens the line."""
    head = read_heading_date(sentence.heading.split(" / ")[-1])
    if head is not None and len(head) == 4 and len(sentence.tokens) > 1 and sentence.tokens[1].text in ("–", "-", "—", ":", "|", ","):  # noqa: RUF001
        found = read_dates(f"{sentence.tokens[0].text} {head}")
        return found[0].edtf if found and found[0].start == 0 else head
    return head


def in_section(heading: str) -> bool:
    """Whether a heading opens a list of visits."""
    low = heading.lower()
    return any(word in low for word in wordlists("visit")["sections"]) and "visit us" not in low and "site visits" not in low


def _named_visit(sentence: Sentence) -> bool:
    """Whether a line names its visit after the traveller ("President X, state visit, Lima")."""
    words = [i for i, t in enumerate(sentence.tokens) if t.low.split(" ")[-1] in ("visit", "trip")]
    people = [i for i, t in enumerate(sentence.tokens) if t.span is not None and t.span.type in (SpanType.PERSON, SpanType.OFFICE)]
    return bool(words) and bool(people) and people[0] < words[0] and sentence.form in ("item", "row")


def _is_line(sentence: Sentence, routed: bool) -> bool:
    """Whether a sentence is an entry of a list: short, and with no past or planned verb of its own that reads as prose."""
    stop = next((t.start for t in sentence.tokens if t.text == ";"), sentence.end)
    if sentence.form not in ("item", "row") and sum(t.start < stop for t in sentence.tokens) > 24:
        return False
    finite = [c for c in sentence.clauses if c.form == "finite" and c.start < stop and not (routed and c.lemma in wordlists("visit")["attending"])]
    return not finite or (sentence.form in ("item", "row") and all(c.tense == "present" for c in finite))


def _who(sentence: Sentence, reading: Reading) -> list[Found]:
    """The travellers: the first phrase of the line that names a person, a post or a delegation, with what is joined to it."""
    for phrase in sentence.phrases:
        if phrase.preposition or phrase.span is not None and phrase.span.type in PLACES:
            continue
        if phrase.lemma in wordlists("visit")["nouns"]:
            return []
        if (
            phrase.office is not None
            or phrase.person is not None
            or phrase.lemma == "delegation"
            or (phrase.span is not None and phrase.span.type is SpanType.PERSON)
        ):
            return people(phrase, reading)
        if phrase.possessor is not None and phrase.possessor.office is not None:
            return people(phrase.possessor, reading)
    return []


def _where(sentence: Sentence, who: list[Found], route: Route | None, reading: Reading) -> Spots:
    """The places that a line names behind the traveller: after "to" or "in", or set off by a comma or cell, up to a bracket or semicolon."""
    start = max(_end_of(sentence, phrase) for phrase, _ in who)
    found: Spots = []
    for index in range(start + 1, len(sentence.tokens)):
        token = sentence.tokens[index]
        if token.text in STOPS or token.tag.startswith("VB") and token.low not in ("visit", "visited", "visits"):
            break
        before = sentence.tokens[index - 1]
        if (
            token.span is not None
            and token.span.type in PLACES
            and not token.span.demonym
            and (before.low in ("to", "in", ",", "|", "visited", "visits", "–", "and") or before.low == "the")
        ):  # noqa: RUF001
            if route is not None and route.origin is not None and token.span.id == route.origin.id or _country_of_last(found, token.span):
                continue
            found += [(token.span, m) for m in reading.mentions(token.span, ("place",))]
    return _not_origin(sentence, found, who, reading)


def _end_of(sentence: Sentence, phrase: Phrase) -> int:
    """The last token of a traveller's name, whatever hangs on the post behind it."""
    if phrase.person is None:
        return phrase.last
    return max(i for i, t in enumerate(sentence.tokens) if t.start < (phrase.person.end if phrase.person is not None else phrase.end))


def _country_of_last(found: Spots, span: Span) -> bool:
    """Whether a country only says where the city before it lies."""
    last = found[-1][0] if found else None
    return last is not None and span.type is SpanType.COUNTRY and last.country == span.id


def _not_origin(sentence: Sentence, found: Spots, who: list[Found], reading: Reading) -> Spots:
    """In a list of guests a cell with a country says where they come from."""
    incoming = any(word in sentence.heading.lower() for word in wordlists("visit")["incoming"])
    if incoming and sentence.form == "row":
        for _, visitor in who:
            reading.memory.setdefault(HOMES, {}).setdefault(visitor.id, next((m.id for _, m in found), None))
        return []
    return found


def _elsewhere(phrase: Phrase, visitor: Mention, route: Route | None, reading: Reading) -> Spots:
    """Where no place is named: the heading's, else the other country, else the page's own."""
    if route is not None and route.destination is not None:
        return [(None, route.destination)]
    code = homes(phrase, visitor, reading)
    found = other(code, reading)
    if found is None and code is not None:
        side = reading.side()
        found = side if side is not None and side.id != code else None
    return [(None, found)] if found is not None else []


def _dates(sentence: Sentence) -> list[DateMark]:
    """The dates of a line: the first one, with others that stand right beside it in a bracket ("2008, 2013")."""
    dates = [d for d in sentence.dates if d.edtf and not d.vague and d.duration is None]
    kept = dates[:1]
    for before, date in pairwise(dates):
        gap = sentence.text[before.end - sentence.start : date.start - sentence.start].strip()
        if gap not in (",", "and", ", and", ";"):
            break
        kept.append(date)
    return kept


def _ahead(sentence: Sentence) -> bool:
    low = sentence.heading.lower()
    return any(word in low for word in ("upcoming", "forthcoming", "planned", "scheduled"))


def _draft(sentence: Sentence, who: Found, where: Spots, dates: list[DateMark]) -> Draft:
    phrase, visitor = who
    points = [(phrase.start, phrase.end), *((d.start, d.end) for d in dates), *((span.start, span.end) for span, _ in where if span is not None)]
    roles: dict[str, list[Filler]] = {"visitor": [visitor], "destination": [place for _, place in where]}
    draft = Draft(
        "Visit", min(p[0] for p in points), max(p[1] for p in points), roles, {}, "", rule="visit.list", confidence=0.8, anchor=phrase.start
    )
    kind, purpose = _brackets(sentence, phrase)
    if kind:
        draft.attributes["visit_type"] = kind
    if purpose:
        draft.attributes["purpose"] = purpose
    return draft


def _brackets(sentence: Sentence, phrase: Phrase) -> tuple[str, str]:
    """The sort of visit that a line names, and else what its bracket says it was for."""
    tokens: list[Token] = [t for t in sentence.tokens if t.start >= phrase.start]
    for index, token in enumerate(tokens):
        words = token.low.split(" ")
        if words[-1] == "visit":
            return visit_type([*[t.low for t in tokens[max(0, index - 3) : index]], *words]), ""
    opening = next((i for i, t in enumerate(tokens) if t.text == "("), -1)
    closing = next((i for i, t in enumerate(tokens) if t.text == ")" and i > opening), -1)
    inner = tokens[opening + 1 : closing] if 0 <= opening < closing else []
    if inner and not any(t.span is not None and t.span.type in (SpanType.DATE, *PLACES) for t in inner):
        return "", sentence.text[inner[0].start - sentence.start : inner[-1].end - sentence.start]
    return "", ""
