"""Finds the twinning words of a sentence and the places around them."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.naming import thing
from dostyk.languages.words import words
from dostyk.model.analysis import Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

UNITS = (SpanType.CITY, SpanType.REGION, SpanType.PLACE)


FIRST = {"sister", "twin", "twinned", "partner", "friendship", "brother", "sistered", "twinning", "fraternal"}


SECOND = {
    "city",
    "cities",
    "town",
    "towns",
    "municipality",
    "municipalities",
    "region",
    "regions",
    "province",
    "provinces",
    "district",
    "districts",
    "state",
    "states",
    "prefecture",
    "prefectures",
    "county",
    "counties",
    "port",
    "ports",
    "relations",
    "relationship",
    "ties",
    "links",
    "agreement",
    "agreements",
    "partnership",
    "partnerships",
    "pact",
    "memorandum",
    "communities",
    "villages",
    "village",
    "islands",
}


SINGLE = {
    "twinned",
    "twinning",
    "sister-city",
    "sister-cities",
    "twin-city",
    "twin-town",
    "twinnings",
    "sister-province",
    "sister-provinces",
    "sister-state",
}
CUES = frozenset((*SINGLE, *FIRST, "twin", "twins", "partner", "partners", "partnership"))
"""Without any of which no sentence speaks of twinned places."""


DASHES = ("-", "–", "—", "/", "&")  # noqa: RUF001


ADMIN = {
    "marz",
    "oblast",
    "province",
    "region",
    "district",
    "city",
    "town",
    "prefecture",
    "county",
    "department",
    "canton",
    "municipality",
    "governorate",
    "voivodeship",
    "commune",
    "state",
    "village",
}


@dataclass(slots=True)
class Town:
    """A place that a sentence names: its mention and its tokens."""

    mention: Mention
    first: int
    start: int
    end: int


def cue(sentence: Sentence) -> int | None:
    """The index of the word that says "twinned", "sister cities"."""
    tokens = sentence.tokens
    if CUES.isdisjoint(t.low for t in tokens):
        return None
    for at, token in enumerate(tokens):
        after = tokens[at + 1].low.split()[0] if at + 1 < len(tokens) and tokens[at + 1].low.strip() else ""
        if token.low in SINGLE or (
            token.low in FIRST and after in SECOND and (token.low != "partner" or after not in ("state", "states", "agreement"))
        ):
            return at
        if token.low in ("twins", "twin") and after == "with":
            return at
        if _partners(sentence, at):
            return at
    return None


def _partners(sentence: Sentence, at: int) -> bool:
    """Whether "partner of", "partnership between" joins two places and no bodies or projects."""
    tokens = sentence.tokens
    token, after = tokens[at], tokens[at + 1].low if at + 1 < len(tokens) else ""
    if (
        token.low in ("partner", "partners")
        and after not in ("of", "with")
        and any(t.low in ("become", "became") for t in tokens[max(0, at - 2) : at])
    ):
        before = [t.span for t in tokens[:at] if t.span is not None and not t.span.demonym]
        units = [s for s in before if s.type in UNITS]
        return len(units) == 2 and all(s.type in (*UNITS, SpanType.DATE) for s in before)
    if not (token.low in ("partner", "partners") and after in ("of", "with") or token.low == "partnership" and after in ("between", "with")):
        return False
    company = [t.span for t in tokens[max(0, at - 2) : at + 10] if t.span is not None and not t.span.demonym]
    bodies = any(s.type in (SpanType.ORGANISATION, SpanType.PERSON, SpanType.OFFICE) for s in company)
    near = any(s.type in UNITS for s in (t.span for t in tokens[at + 2 : at + 8]) if s is not None and not s.demonym)
    bodies = bodies or any(
        t.span is None and (t.lemma in words().classes["organisation"] or t.lemma in ("company", "firm")) for t in tokens[max(0, at - 6) : at + 12]
    )
    return (
        near and not bodies and not any(t.low in ("project", "programme", "program", "consortium", "trade", "trading", "strategic") for t in tokens)
    )


def towns(sentence: Sentence, reading: Reading) -> list[Town]:
    """The cities and regions of a sentence in order; what only says where a city lies is left out."""
    found: list[Town] = []
    for at, token in enumerate(sentence.tokens):
        span = token.span
        before = sentence.tokens[at - 1] if at else None
        state = span is not None and span.type is SpanType.COUNTRY and any(t.low == "partnership" for t in sentence.tokens[:at])
        if span is None or span.demonym or (span.type not in UNITS and not state and not _unknown(sentence, at)):
            continue
        if (
            before is not None
            and found
            and found[-1].first == at - 2
            and (before.text == "(" or (before.text == "," and span.type is SpanType.REGION and _lies(sentence, at)))
        ):
            continue
        mentions = reading.mentions(span) if span.type in UNITS or state else [thing(span.text, MentionType.CITY)]
        found += [Town(m, at, token.start, token.end) for m in mentions[:1]]
    return found


def _lies(sentence: Sentence, at: int) -> bool:
    """Whether the city before a region's name has another part of a list behind it, not "and"."""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return after is None or after.low != "and"


def _unknown(sentence: Sentence, at: int) -> bool:
    """Whether a name that reference data does not know stands in the company of a place: "Valence and X", "X – Kobe"."""
    span = sentence.tokens[at].span
    if span is None or span.type not in (SpanType.NAME, SpanType.PERSON) or len(span.text.split()) > 3:
        return False
    near = [sentence.tokens[i].span for i in (at - 2, at + 2) if 0 <= i < len(sentence.tokens)]
    if at >= 2 and sentence.tokens[at - 1].low == "of" and sentence.tokens[at - 2].low in ADMIN:
        return True
    links = [sentence.tokens[i].text for i in (at - 1, at + 1) if 0 <= i < len(sentence.tokens)]
    return any(n is not None and n.type in UNITS for n in near) and any(link in (*DASHES, "and", "with") for link in links)
