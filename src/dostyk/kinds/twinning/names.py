"""Reads twinnings from the order of place names around the twinning words: pairs, lists after a colon, one with many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.kinds.naming import thing
from dostyk.languages.words import words
from dostyk.model.analysis import Clause, DateMark, Sentence, SpanType, Token
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

UNITS = (SpanType.CITY, SpanType.REGION, SpanType.PLACE)
FIRST = {"sister", "twin", "twinned", "partner", "friendship", "brother", "sistered", "twinning", "fraternal"}
SECOND = {
    "city", "cities", "town", "towns", "municipality", "municipalities", "region", "regions", "province", "provinces", "district", "districts", "state", "states", "prefecture", "prefectures",
    "county", "counties", "port", "ports", "relations", "relationship", "ties", "links", "agreement", "agreements", "partnership", "partnerships", "pact", "memorandum", "communities", "villages", "village", "islands",
}  # fmt: skip
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
INTENT = {
    "plan",
    "intend",
    "propose",
    "talk",
    "negotiation",
    "discuss",
    "consider",
    "want",
    "hope",
    "wish",
    "explore",
    "agree",
    "prepare",
    "negotiate",
    "plans",
    "proposal",
    "proposed",
    "idea",
    "suggest",
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
    if not (token.low in ("partner", "partners") and after in ("of", "with") or token.low == "partnership" and after in ("between", "with")):
        return False
    named = [t.span for t in tokens if t.span is not None and not t.span.demonym]
    bodies = any(s.type in (SpanType.ORGANISATION, SpanType.PERSON, SpanType.OFFICE) for s in named)
    near = any(s.type in UNITS for s in (t.span for t in tokens[at + 2 : at + 8]) if s is not None and not s.demonym)
    bodies = bodies or any(t.span is None and (t.lemma in words().classes["organisation"] or t.lemma in ("company", "firm")) for t in tokens)
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


def by_names(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give the twinnings that the order of names tells."""
    at = cue(sentence)
    if at is None or sentence.tokens[at].low == "twinning" and sentence.form == "heading":
        return
    found = towns(sentence, reading)
    found = [t for t in found if not (t.first and sentence.tokens[t.first - 1].low in ("in", "at") and len(found) > 2)]
    pairs = dashed(sentence, found)
    if not pairs:
        pairs = _grouped(sentence, found, at)
    if not pairs:
        pairs = _sided(sentence, found, at, reading)
    for one, other in pairs:
        if one.mention.id != other.mention.id and not one.mention.type is other.mention.type is MentionType.COUNTRY:
            yield draft(sentence, one, other, _modality(sentence, at), at)


def dashed(sentence: Sentence, found: list[Town]) -> list[tuple[Town, Town]]:
    """Names joined by dashes: "Kumasi – Kobe (2001), Accra – Lyon"."""
    pairs = []
    for one, other in zip(found, found[1:], strict=False):
        if other.first == one.first + 2 and sentence.tokens[one.first + 1].text in DASHES:
            pairs.append((one, other))
    used = {t.first for pair in pairs for t in pair}
    rest = [t for t in found if t.first not in used]
    if pairs and len(rest) == 2 and rest[1].first == rest[0].first + 2 and sentence.tokens[rest[0].first + 1].low in ("and", "with"):
        pairs.append((rest[0], rest[1]))
    return pairs


def _grouped(sentence: Sentence, found: list[Town], at: int) -> list[tuple[Town, Town]]:
    """Pairs joined by "and" and parted by semicolons or commas behind a colon."""
    colon = next((i for i, t in enumerate(sentence.tokens) if t.text == ":" and i > at), None)
    behind = [t for t in found if colon is not None and t.first > colon]
    if colon is None or len(behind) < 2 or len(behind) % 2:
        return []
    pairs = list(zip(behind[::2], behind[1::2], strict=True))
    joined = all(sentence.tokens[b.first - 1].low in ("and", "with") and b.first - a.first <= 3 for a, b in pairs)
    return pairs if joined and (len(pairs) > 1 or any(t.low in ("pair", "following") for t in sentence.tokens[:colon])) else []


def _sided(sentence: Sentence, found: list[Town], at: int, reading: Reading) -> list[tuple[Town, Town]]:
    """The names before the twinning words with those behind them; the page's own place where one side names none."""
    left, right = [t for t in found if t.first < at], [t for t in found if t.first > at]
    between = any(t.low == "between" for t in sentence.tokens[at : right[0].first]) if right else False
    if not left and len(right) >= 2 and between:
        return [(right[0], right[1])]
    if len(left) == 2 and not right and _joined(sentence, left):
        return [(left[0], left[1])]
    here = reading.here()
    own = [Town(here, at, sentence.tokens[at].start, sentence.tokens[at].end)] if here is not None else []
    ours = any(t.low in ("our", "we", "us", "city's", "town's") for t in sentence.tokens) or any(t.text == ":" for t in sentence.tokens[at : at + 4])
    if len(left) == 1 and right:
        return _many(sentence, left[0], right)
    if not left and right and own and ours:
        return [(own[0], t) for t in right]
    if len(left) == 1 and not right and own and ours:
        return [(own[0], left[0])]
    return []


def _many(sentence: Sentence, one: Town, right: list[Town]) -> list[tuple[Town, Town]]:
    """One place with many; "X of Y" behind a comma is a pair of its own."""
    pairs: list[tuple[Town, Town]] = []
    skip: Town | None = None
    for town, after in zip(right, [*right[1:], None], strict=True):
        if town is skip:
            continue
        if after is not None and pairs and after.first == town.first + 2 and sentence.tokens[town.first + 1].low in ("of", "with"):
            pairs.append((town, after))
            skip = after
        else:
            pairs.append((one, town))
    return pairs


def _joined(sentence: Sentence, pair: list[Town]) -> bool:
    return any(t.low in ("and", "with", "&") for t in sentence.tokens[pair[0].first : pair[1].first])


def _modality(sentence: Sentence, at: int) -> Modality:
    """Planned where the sentence speaks of a plan, negated where it denies."""
    near: list[Clause] = [c for c in sentence.clauses if c.verb <= at + 1 and c.form == "finite"]
    if any(c.modality is Modality.NEGATED for c in near[-1:]):
        return Modality.NEGATED
    if any(t.low in INTENT or t.lemma in INTENT for t in sentence.tokens[:at]) or any(
        c.modality in (Modality.PLANNED, Modality.EXPECTED) for c in near[-1:]
    ):
        return Modality.PLANNED
    return near[-1].modality if near else Modality.ACTUAL


def date_behind(sentence: Sentence, token: Token, until: int) -> DateMark | None:
    """The date that stands behind a name and before the next one."""
    return next((d for d in sentence.dates if d.edtf and not d.vague and token.end <= d.start < until), None)


def draft(sentence: Sentence, one: Town, other: Town, modality: Modality, at: int) -> Draft:
    """The draft of a pair, with the date that stands right behind it."""
    roles: dict[str, list[Filler]] = {"member": [one.mention, other.mention]}
    word = sentence.tokens[at]
    start, end = min(one.start, other.start, word.start), max(one.end, other.end, word.end)
    several = sum(1 for d in sentence.dates if d.edtf) > 1
    limit = other.end + (40 if not several else 14)
    following = [t.start for t in sentence.tokens if t.span is not None and t.span.type in UNITS and t.start > max(one.end, other.end)]
    date = date_behind(sentence, sentence.tokens[max(one.first, other.first)], min([limit, *following[:1]]))
    made = Draft("Twinning", start, end, roles, {}, "", modality, rule="twinning.names", confidence=0.75, anchor=max(one.start, other.start))
    if date is not None:
        made.time, made.end = date.edtf, max(end, date.end)
    elif several:
        made.time = None
    return made
