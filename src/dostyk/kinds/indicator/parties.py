"""Says whose figure it is and towards whom: subject and partner by what is measured."""

from __future__ import annotations

from dostyk.kinds.indicator.figures import Figure
from dostyk.model.analysis import PLACES, Phrase, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

MUTUAL = {"trade turnover", "trade balance", "agreements", "sister-city pairs", "contract value", "flights", "visits", "meetings"}
OUTWARD = {"exports", "agricultural exports", "investment", "foreign direct investment", "loan", "grant", "re-exports", "remittances"}
INWARD = {"imports"}
PEOPLE = {"tourist arrivals", "students", "patients", "citizens", "specialists", "workers", "companies", "scholarships", "passengers", "projects", "freight trains", "visas", "flight bookings"}
PLACE_TYPES = (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE)


def assign(sentence: Sentence, figure: Figure, reading: Reading) -> tuple[list[Mention], list[Mention]]:
    """Give (subjects, partners) of a figure."""
    if figure.carried:
        previous = reading.memory["figure"]
        return previous[1], previous[2]
    own, towards, source, inside = _around(sentence, figure, reading)
    measure = figure.measure
    if measure in MUTUAL:
        return _pair([*own, *towards, *inside], reading), []
    if measure in OUTWARD:
        return _flow(own, towards or inside, source, reading, figure)
    if measure in INWARD:
        subject, partner = _flow(own or inside, source, towards, reading, figure)
        return subject, partner
    if measure in PEOPLE or figure.counted is not None:
        return _counted(own, towards, source, inside, reading, figure, sentence)
    return _plain(own, inside, towards, reading, figure)


def _around(sentence: Sentence, figure: Figure, reading: Reading) -> tuple[list[Mention], list[Mention], list[Mention], list[Mention]]:
    """The countries and places around a figure: its own (possessor, adjective, "of"), towards ("to", "with"), from, in."""
    own: list[Mention] = []
    towards: list[Mention] = []
    source: list[Mention] = []
    inside: list[Mention] = []
    phrases: list[Phrase] = [figure.phrase] if figure.phrase is not None else []
    clause = figure.clause
    if figure.phrase is not None:
        for c in figure.phrase.complements:
            if c.lemma in ("number", "volume") or c.preposition == "of":
                phrases.append(c)
    for phrase in phrases:
        own += _owners(phrase, reading)
        for complement in phrase.complements:
            _sort(complement, own, towards, source, inside, reading)
    for oblique in clause.obliques if clause is not None else []:
        _sort(oblique, [], towards, source, inside, reading)
    low, high = (figure.start, figure.end)
    for phrase in sentence.phrases:
        near = low <= phrase.start < high or 0 <= phrase.start - high <= 60 or 0 <= low - phrase.end <= 60 or (phrase.start < low and clause is not None and phrase.start >= clause.start)
        if near and phrase.preposition in ("to", "with", "from", "in", "between", "into", "by"):
            _sort(phrase, own if phrase.preposition == "between" else [], towards, source, inside, reading)
    if clause is not None and clause.agent is not None and clause.agent is not figure.phrase and not own:
        for member in clause.agent.members():
            own += [m for m in reading.mentions(member) if m.type in PLACE_TYPES or m.type is MentionType.ORGANISATION]
            if not own:
                own += reading.countries(member)
    return _unique(own), _unique(towards), _unique(source), _unique(inside)


def _owners(phrase: Phrase, reading: Reading) -> list[Mention]:
    found: list[Mention] = []
    if phrase.possessor is not None:
        for member in phrase.possessor.members():
            found += [m for m in reading.mentions(member) if m.type in PLACE_TYPES or m.type is MentionType.ORGANISATION]
    for token in phrase.modifiers:
        if token.span is not None and token.span.type in PLACES:
            found += reading.mentions(token.span)
    if phrase.determiner in ("its", "our", "their") and phrase.possessor is None:
        found += reading.countries(phrase)
    return found


def _sort(phrase: Phrase, own: list[Mention], towards: list[Mention], source: list[Mention], inside: list[Mention], reading: Reading) -> None:
    places = []
    for member in phrase.members():
        found = [m for m in reading.mentions(member, ("place",)) if m.type in PLACE_TYPES]
        places += found or (reading.countries(member) if phrase.preposition in ("of", "from", "by", "with", "between", "to") and member.lemma not in ("year", "period") else [])
    match phrase.preposition:
        case "between" | "of" | "among":
            own += places
        case "to" | "with" | "into" | "towards":
            towards += places
        case "from":
            source += places
        case "in" | "at" | "across" | "within":
            inside += places
        case "by":
            source += places


def _unique(found: list[Mention]) -> list[Mention]:
    return list({m.id: m for m in found}.values())


def _pair(found: list[Mention], reading: Reading) -> list[Mention]:
    """Both sides of a mutual figure; a missing one is taken from the page."""
    sides = _unique([m for m in found if m.type in PLACE_TYPES])
    countries = [m for m in sides if m.type is MentionType.COUNTRY]
    if len(sides) >= 2 and len(countries) < 2 and len(sides) > len(countries) > 0:
        return sides[:2]
    if len(countries) >= 2:
        return countries[:2]
    pair = reading.pair()
    if not sides:
        return pair
    other = [m for m in pair if m.id != sides[0].id]
    return [sides[0], *other[:1]] if any(m.id == sides[0].id for m in pair) or sides[0].type is not MentionType.COUNTRY else [*[p for p in pair[:1] if p.id != sides[0].id], sides[0]]


def _flow(own: list[Mention], towards: list[Mention], source: list[Mention], reading: Reading, figure: Figure) -> tuple[list[Mention], list[Mention]]:
    """From whom to whom: exports, investment, loans."""
    givers = [m for m in [*source, *own] if m.id not in {t.id for t in towards}]
    takers = towards
    pair = reading.pair()
    if not givers and takers:
        givers = [m for m in pair if m.id != takers[0].id][:1]
    if givers and not takers and len(pair) == 2 and any(m.id == givers[0].id for m in pair):
        takers = [m for m in pair if m.id != givers[0].id]
    if len(givers) > 1 and not takers:
        givers, takers = givers[:1], givers[1:2]
    del figure
    if not givers and (side := reading.side()) is not None:
        givers = [side]
    return givers[:2], takers[:1]


def _counted(
    own: list[Mention], towards: list[Mention], source: list[Mention], inside: list[Mention], reading: Reading, figure: Figure, sentence: Sentence
) -> tuple[list[Mention], list[Mention]]:
    """Counts: the place they are counted in is the subject, where they come from the partner."""
    counted = _countries_of_counted(figure, reading)
    origin = [*source, *counted]
    place = [m for m in [*inside, *towards] if m.id not in {o.id for o in origin}]
    others = [m for m in own if m.id not in {o.id for o in origin}]
    if place:
        subject = place[:1]
        if not origin:
            origin = [m for m in others if m.type is MentionType.COUNTRY]
    elif others:
        subject = others[:2] if len(others) == 2 and all(m.type is MentionType.COUNTRY for m in others) else others[:1]
    elif origin:
        pair = reading.pair()
        subject = [m for m in pair if m.id != origin[0].id][:1] if figure.measure in PEOPLE and any(m.id == origin[0].id for m in pair) else origin[:1]
        if subject == origin[:1]:
            origin = []
    else:
        subject = _topic(sentence, figure, reading)
    return subject, [m for m in origin if m.id not in {s.id for s in subject}][:1]


def _countries_of_counted(figure: Figure, reading: Reading) -> list[Mention]:
    phrases = [figure.phrase] if figure.phrase is not None else []
    phrases += [c for p in list(phrases) for c in p.complements if c.preposition == "of"]
    found: list[Mention] = []
    for phrase in phrases:
        for token in phrase.modifiers:
            if token.span is not None and token.span.type is SpanType.COUNTRY and token.span.demonym:
                found += reading.mentions(token.span)
        for complement in phrase.complements:
            if complement.preposition == "from":
                found += [m for m in reading.mentions(complement) if m.type in PLACE_TYPES]
    return found


def _topic(sentence: Sentence, figure: Figure, reading: Reading) -> list[Mention]:
    """Whom the sentence is about where the figure itself names nobody."""
    clause = figure.clause
    subject = clause.agent if clause is not None else None
    if subject is not None and subject is not figure.phrase:
        for member in subject.members():
            found = [m for m in reading.mentions(member) if m.text[:1].isupper() or m.type in PLACE_TYPES]
            if found:
                return found[:1]
    for phrase in sentence.phrases:
        if phrase.lemma in ("city", "country", "region", "it") and phrase is not figure.phrase:
            found = [m for m in reading.mentions(phrase) if m.type in PLACE_TYPES]
            if found:
                return found[:1]
    return []


def _plain(own: list[Mention], inside: list[Mention], towards: list[Mention], reading: Reading, figure: Figure) -> tuple[list[Mention], list[Mention]]:
    """Area, population, capacity, price: whose it is."""
    from dostyk.kinds.naming import thing
    from dostyk.kinds.wording import without_article

    if figure.rule == "inside" and figure.phrase is not None:
        text = without_article(figure.phrase.text)
        return [thing(text)], []
    if own:
        return own[:1], []
    if figure.clause is not None and figure.clause.agent is not None and figure.clause.agent is not figure.phrase:
        found = reading.mentions(figure.clause.agent)
        if found:
            return found[:1], []
    if inside:
        return inside[:1], []
    topic = reading.memory.get("topic")
    if topic:
        return [topic], []
    return towards[:1], []
