"""Turns a text into the names in it, in order and without overlap."""

from __future__ import annotations

from dostyk.entities.names.abbreviations import introduced, later_uses
from dostyk.entities.names.bodies import find_bodies
from dostyk.entities.names.chinese import read_chinese
from dostyk.entities.names.draft import Draft, at_tokens
from dostyk.entities.names.lexicon import lexicon
from dostyk.entities.names.offices import find_offices
from dostyk.entities.names.people import find_people
from dostyk.entities.names.same import linked
from dostyk.entities.names.span import NameSpan, NameType
from dostyk.entities.names.tokens import tokenise
from dostyk.model.mention import MentionType
from dostyk.values.names import PlaceSpan, find_places, name_valid
from dostyk.values.quantities import read_quantities

NEAR = 40
"""Characters before a country's name in which the figure of a sum would stand."""
LANGUAGES = ("en", "ru", "kk", "zh")


def read_names(text: str, language: str = "en", reference: str | None = None) -> list[NameSpan]:
    """Read the names in a text: people, offices that stand alone, places, bodies, instruments, projects and events.

    `language` is "en", "ru", "kk" or "zh" (ValueError for another); `reference`, an EDTF date, gives places the name that they bore then.
    Spans are in order; `start` and `end` are string indices into `text`. A place inside a body's name is no span of its own
    (`country` tells it). The cost grows with the length of the text and no faster.
    """
    if language not in LANGUAGES:
        raise ValueError(f"names are read in {', '.join(LANGUAGES)}; not in {language!r}")
    places = _without_money(text, find_places(text, language=language), language)
    if language == "zh":
        return linked(_ordered(read_chinese(text, places), _placed(places, reference)))
    words = lexicon(language)
    tokens = tokenise(text, words.titles)
    draft = Draft(text, tokens, words, at_tokens(tokens, places), [False] * len(tokens))
    find_offices(draft)
    find_bodies(draft)
    find_people(draft)
    named = [introduced(draft, span) if span.type is not NameType.PERSON else span for span in sorted(draft.spans, key=lambda s: s.start)]
    named += later_uses(draft, named)
    spans = _ordered(named, _placed(places, reference))
    return linked(_ordered(spans, _offices(draft)))


def _without_money(text: str, places: list[PlaceSpan], language: str) -> list[PlaceSpan]:
    """Leave out the countries inside the names of currencies ("5 million US dollars")."""
    near = [p for p in places if p.type is MentionType.COUNTRY and _figure_before(text, p.start)]
    if not near:
        return places
    sums = [q for q in read_quantities(text, language) if len(q.unit.split("/")[0]) == 3 and q.unit[:3].isalpha() and q.unit[:3].isupper()]
    inside = {p.start for p in near if any(q.start < p.start and p.end <= q.end for q in sums)}
    return [p for p in places if p.start not in inside]


def _figure_before(text: str, start: int) -> bool:
    """Whether figures, or Chinese numerals, stand shortly before a place."""
    return any(c.isdigit() or c in "一二三四五六七八九十百千万亿萬億两兩" for c in text[max(0, start - NEAR) : start])


def _placed(places: list[PlaceSpan], reference: str | None) -> list[NameSpan]:
    """Make names of places."""
    out = []
    for found in places:
        name = (name_valid(found.id, reference) if reference is not None else None) or found.name
        reason = "on record" if not found.demonym else "named by its people or adjective"
        out.append(NameSpan(found.start, found.end, found.text, NameType(found.type.value), name, found.id, found.country, reason=reason))
    return out


def _offices(draft: Draft) -> list[NameSpan]:
    """Make names of the offices that no person stands beside, if they say whose or which they are."""
    out = []
    for office in draft.offices:
        if office.used or (office.first == office.last and not office.of):
            continue
        start, end = draft.tokens[office.first].start, draft.tokens[office.last].end
        name = " ".join(draft.text[start:end].split())
        out.append(
            NameSpan(
                start, end, draft.text[start:end], NameType.OFFICE, name, country=office.country, office_of=office.of, reason="a word for an office"
            )
        )
    return out


def _ordered(first: list[NameSpan], second: list[NameSpan]) -> list[NameSpan]:
    """Join two lists of spans; of the second those that overlap one of the first are left out, an office inside its body's name included."""
    first = sorted(first, key=lambda s: (s.start, -s.end))
    kept: list[NameSpan] = []
    last = -1
    for span in first:
        if span.start >= last:
            kept.append(span)
            last = span.end
    out: list[NameSpan] = []
    at = 0
    for span in sorted(second, key=lambda s: (s.start, -s.end)):
        while at < len(kept) and kept[at].end <= span.start:
            at += 1
        inside = at < len(kept) and kept[at].start < span.end
        if span.type is NameType.OFFICE:
            inside = False
        if not inside:
            out.append(span)
    return sorted([*kept, *out], key=lambda s: (s.start, -s.end))
