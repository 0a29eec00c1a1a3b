"""Finds where a mission is: the cities after "in", in a directory line after a comma, or the capitals of the two countries."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from dostyk.kinds.mission.posts import posts, titled
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import PLACES, Clause, Phrase, Sentence, Span, SpanType, Token
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import bearing, capital_of

CITY_STATES = ("HK", "MO", "SG", "MC", "VA")
Place = tuple[Span, Mention]


def places(sentence: Sentence, phrase: Phrase, clause: Clause | None, reading: Reading) -> list[Place]:
    """The cities that follow "in" or "at" after the mission, up to the next one; a country only where no city is named."""
    if name := titled(phrase)[1]:
        return _known_city(phrase, name)
    following = [p.first for p in posts(sentence) if p.first > phrase.last]
    limit = following[0] if following else len(sentence.tokens)
    limit = min([limit, *(c.verb for c in sentence.clauses if c.form == "finite" and c.verb > phrase.last and not _of_post(c, phrase))])
    cities: list[Place] = []
    countries: list[Place] = []
    behind = [p for p in sentence.phrases if phrase.head < p.first < limit]
    for candidate in [*phrase.complements, *behind]:
        for member in candidate.members():
            if member.preposition in ("in", "at", "to") or (cities and _listed(sentence, member)):
                _sort(member, reading, cities, countries)
    if not cities and clause is not None:
        for oblique in clause.obliques:
            if oblique.preposition == "in" and oblique.last < phrase.first:
                _each(oblique, reading, cities, countries)
    unique: dict[str, Place] = {}
    for span, mention in cities or countries:
        unique.setdefault(mention.id, (span, mention))
    return list(unique.values())


def _known_city(phrase: Phrase, name: str) -> list[Place]:
    """The city in a mission's own name, where the gazetteer knows it."""
    found = next((e for e in bearing(name) if e.type is MentionType.CITY), None)
    if found is None:
        return []
    span = Span(SpanType.CITY, phrase.start, phrase.end, name, found.name, found.id, found.country)
    return [(span, Mention(name, found.name, found.id, MentionType.CITY))]


def _of_post(clause: Clause, phrase: Phrase) -> bool:
    """Whether a clause has the mission as its subject or object."""
    return any(m is phrase for slot in (clause.agent, clause.patient, clause.predicate) if slot is not None for m in slot.members())


def _each(phrase: Phrase, reading: Reading, cities: list[Place], countries: list[Place]) -> None:
    for member in phrase.members():
        _sort(member, reading, cities, countries)


def _sort(member: Phrase, reading: Reading, cities: list[Place], countries: list[Place]) -> None:
    """Put a place where it belongs; an unknown name after "in" is taken for a town."""
    if (
        member.span is not None
        and member.span.type is SpanType.NAME
        and member.preposition == "in"
        and not member.modifiers
        and len(member.span.text.split()) <= 3
        and not cities
        and not any(w.lower() in wordlists("mission")["no_town"] for w in member.span.text.split())
    ):
        cities.append((member.span, thing(member.span.text, MentionType.CITY)))
    for mention in reading.mentions(member, ("place",)):
        span = member.span or Span(SpanType.PLACE, member.start, member.end, member.text)
        if (
            mention.type is MentionType.CITY
            or mention.id in CITY_STATES
            or (mention.type is MentionType.PLACE and not mention.id.startswith("x:"))
            or mention.type is MentionType.REGION
            and mention.id not in CITY_STATES
        ):
            cities.append((span, mention))
        elif mention.type is MentionType.COUNTRY:
            countries.append((span, mention))


def _listed(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a place goes on a list of places ("in A (since 2003) and B")."""
    if phrase.span is None or phrase.span.type not in PLACES or phrase.span.type is SpanType.COUNTRY or phrase.preposition:
        return False
    before = sentence.tokens[phrase.first - 1] if phrase.first else None
    return before is not None and before.low in ("and", ",", ")")


def line_city(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Place]:
    """The city of a directory line: the last one after a comma and before any bracket, dash or next mission; behind a colon, all cities."""
    if sentence.form == "row" and (cells := _cell_city(sentence, reading)):
        return cells
    behind = [t for t in sentence.tokens if t.start >= _reach(phrase)]
    if behind and behind[0].text == ":":
        return _cities_behind(behind[1:], reading)
    found: list[Place] = []
    comma = False
    for token in behind:
        if token.text in ("(", "–", "—", ":", ";", "|", "-") and (found or token.text != "-"):  # noqa: RUF001
            break
        comma = comma or token.text == ","
        if comma and token.span is not None and token.span.type in (SpanType.CITY, SpanType.PLACE) and not token.span.demonym:
            found = [(token.span, mention) for mention in reading.mentions(token.span, ("city",))]
    return found


def _cities_behind(tokens: list[Token], reading: Reading) -> list[Place]:
    """The cities of a list that nothing but commas, brackets and "and" divides."""
    found: list[Place] = []
    inside = False
    for token in tokens:
        inside = (inside or token.text == "(") and token.text != ")"
        if token.span is not None and token.span.type in (SpanType.CITY, SpanType.REGION, SpanType.NAME) and not token.span.demonym and not inside:
            known = reading.mentions(token.span, ("place",))
            found += [(token.span, m) for m in known or [thing(token.span.text, MentionType.CITY)]]
        elif not inside and found and (again := _namesake(token.span, found[0][0])) is not None:
            found.append(again)
        elif not inside and token.text not in (",", "and", ")", ".", "&"):
            break
    return found


def _namesake(span: Span | None, before: Span) -> Place | None:
    """The town in the listed towns' country that shares its name with a country ("Rosario, Posadas, | Formosa")."""
    if span is None or span.type is not SpanType.COUNTRY or span.demonym:
        return None
    found = next((e for e in bearing(span.text) if e.country == before.country and e.type in (MentionType.CITY, MentionType.REGION)), None)
    return (span, Mention(span.text, found.name, found.id, found.type)) if found is not None else None


def _cell_city(sentence: Sentence, reading: Reading) -> list[Place]:
    """The only city of a table row, where one of its cells is the mission and another the city."""
    cities = [s for s in sentence.spans if s.type is SpanType.CITY and not s.demonym]
    return [(cities[0], m) for m in reading.mentions(cities[0], ("city",))] if len(cities) == 1 else []


def _reach(phrase: Phrase) -> int:
    return max([phrase.end, *[_reach(c) for c in phrase.complements]])


def both_capitals(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[tuple[Mention, Mention]]:
    """(sender, capital of the other) for each of the two countries where missions stand "in both capitals"."""
    behind = sentence.text[phrase.end - sentence.start :].lower()
    low = behind.split(";")[0].split(",")[0][:80]
    plural = phrase.text.lower().endswith("s") or "embassies" in phrase.text.lower()
    if not plural or not any(
        w in low for w in ("both capitals", "each other", "two capitals", "respective capitals", "capitals of both", "capitals of the two")
    ):
        return []
    pair = reading.pair()
    if len(pair) != 2:
        return []
    found = []
    for own, other in (pair, pair[::-1]):
        capital = seat_in(other.id)
        if capital is not None:
            found.append((own, capital))
    return found


def anywhere(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Place]:
    """The cities after "in" right behind a phrase or in its clause, whatever stands between."""
    found: list[Place] = []
    for other in sentence.phrases:
        for member in other.members():
            if (
                member.preposition == "in"
                and member.span is not None
                and member.span.type.value == "city"
                and all(member.span.start != s.start for s, _ in found)
            ):
                found += [(member.span, m) for m in reading.mentions(member, ("city",))]
    return found


@cache
def _seats() -> Mapping[str, str]:
    return tomllib.loads(resources.files("dostyk.kinds.mission").joinpath("seats.toml").read_text("utf-8"))


def seat_in(code: str, at: str | None = None) -> Mention | None:
    """The city of a country in which foreign embassies stand, on an EDTF date."""
    if (name := _seats().get(code)) is not None:
        found = next((e for e in bearing(name) if e.country == code), None)
    else:
        found = capital_of(code, at) or capital_of(code, None)
    return Mention(found.name, found.name, found.id, found.type) if found is not None else None


def seat(kind: str, sender: Mention, reading: Reading) -> Mention | None:
    """Where an embassy is whose city is not named: where embassies stand in the other of the two countries."""
    pair = reading.pair()
    if kind not in wordlists("mission")["central"] or len(pair) != 2 or sender.id not in (pair[0].id, pair[1].id):
        return None
    return seat_in((pair[1] if sender.id == pair[0].id else pair[0]).id)
