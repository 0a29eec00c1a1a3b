"""Reads from which country to which a list of visits goes, from its headings and sub-headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dostyk.model.analysis import Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import country_name, find_places

ROUTE = "visit.route"
LABEL = 60
"""Characters of a line within which its label ends."""
ROUTING = frozenset("from to visits visit the of side".split())
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Route:
    """From which country to which; either may be unknown."""

    origin: Mention | None
    destination: Mention | None


def remember_route(sentence: Sentence, reading: Reading) -> bool:
    """Whether a line is itself a sub-heading such as "Peru to Norway"; it holds until the next one or the next heading."""
    spans = [s for s in sentence.spans if not s.demonym]
    words = [t.low for t in sentence.tokens if t.span is None and t.text not in (":", "-", "–", "(", ")", "<", ">", "[", "]")]  # noqa: RUF001
    plain = all(w in ("to", "from", "visits", "visit", "→", "the", "of", "side", "by") for w in words)
    if (
        not plain
        or "to" not in words
        and "from" not in words
        and "→" not in words
        or not spans
        or any(s.type is not SpanType.COUNTRY for s in spans)
        or len(spans) > 2
    ):
        return False
    route = _route(sentence.text, reading)
    if route is not None:
        reading.memory[ROUTE] = (sentence.heading, route)
    return route is not None


def label_route(sentence: Sentence, reading: Reading) -> Route | None:
    """The route that a line's own label gives ("b) Peru to Norway: President X (2004), …"), or None."""
    label, colon, _ = sentence.text.partition(":")
    if not colon or len(label) > LABEL:
        return None
    places = [p for p in find_places(label) if p.type is MentionType.COUNTRY]
    words = [w.lower() for w in WORDS.findall(label) if not any(w in p.text for p in places)]
    plain = all(w in ROUTING or len(w) == 1 or w.isdigit() for w in words)
    if len(places) != 2 or not plain or "to" not in words:
        return None
    return _route(label, reading)


def is_arrow(heading: str) -> bool:
    """Whether the last part of a heading is nothing but an arrow from one country to another ("<Peru → Norway>")."""
    first, arrow, second = heading.split(" / ")[-1].replace("->", "→").partition("→")
    if not arrow:
        return False
    named = [(side, [p for p in find_places(side) if p.type is MentionType.COUNTRY]) for side in (first, second)]
    return all(len(found) == 1 and WORDS.findall(side) == WORDS.findall(found[0].text) for side, found in named)


def route_of(sentence: Sentence, reading: Reading) -> Route | None:
    """The route that holds for a line: its sub-heading's, else its nearest heading's."""
    kept = reading.memory.get(ROUTE)
    if kept is not None and sentence.heading.startswith(kept[0]):
        found = kept[1]
        return found if isinstance(found, Route) else None
    for heading in reversed(sentence.heading.split(" / ")):
        if (route := _route(heading, reading)) is not None:
            return route
    return None


def _route(text: str, reading: Reading) -> Route | None:
    """Read "From A to B", "A to B", "visits from A", "visits to B", "A visits"; the side not named is the other country."""
    origin = destination = None
    for found in find_places(text):
        if found.type.value != "country":
            continue
        before = text[: found.start].rstrip(" <[(").lower().removesuffix(" the")
        if before in ("to", "in") or before.endswith((" to", "→", "->", " in", "visited")):
            destination = destination or _country(found.id)
        elif found.demonym or before in ("from", "by", "") or before.endswith((" from", " by", " of", ")", "1", "2", "a", "b")):
            origin = origin or _country(found.id)
    if origin is None and destination is None:
        return None
    pair = reading.pair()
    if len(pair) == 2:
        origin = origin or _rest(pair, destination)
        destination = destination or _rest(pair, origin)
    return Route(origin, destination)


def _country(code: str) -> Mention:
    name = country_name(code) or code
    return Mention(name, name, code, MentionType.COUNTRY)


def _rest(pair: list[Mention], known: Mention | None) -> Mention | None:
    if known is None or known.id not in (pair[0].id, pair[1].id):
        return None
    return pair[1] if pair[0].id == known.id else pair[0]
