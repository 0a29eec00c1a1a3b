"""Reads twinnings from the order of place names around the twinning words: pairs, lists after a colon, one with many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dostyk.kinds.twinning.places import DASHES, UNITS, Town, cue, towns
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, DateMark, Sentence, Token
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import MentionType
from dostyk.model.statement import Modality

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
            made = draft(sentence, one, other, _modality(sentence, at), at)
            count = _jubilee(sentence, at)
            if count is not None:
                date = next((d for d in sentence.dates if d.edtf and not d.vague and d.edtf[:4].isdigit()), None)
                made.time = str(int((date.edtf or "")[:4]) - count) if date is not None else None
            yield made


def _in_passing(sentence: Sentence, at: int, pair: tuple[Town, Town]) -> bool:
    """Whether the twinning only describes a place where something else is done ("toured its sister city | B in May")."""
    passing = wordlists("twinning")["passing"]
    after = at + 1 + (sentence.tokens[at + 1].low in ("city", "town", "cities", "towns") if at + 1 < len(sentence.tokens) else 0)
    return any(t.first == after for t in pair) and any(c.lemma in passing for c in sentence.clauses)


def _jubilee(sentence: Sentence, at: int) -> int | None:
    """The number of the anniversary whose twinning it is ("the 43rd anniversary of the twinning of …")."""
    tokens = sentence.tokens
    for i in range(max(1, at - 5), at):
        number = tokens[i - 1].low.rstrip("stndrh")
        if tokens[i].low in ("anniversary", "jubilee") and number.isdigit():
            return int(number)
    return None


def dashed(sentence: Sentence, found: list[Town]) -> list[tuple[Town, Town]]:
    """Names joined by dashes: "Kumasi – Kobe (2001), Accra – Lyon"."""
    pairs = []
    for one, other in pairwise(found):
        if other.first == one.first + 2 and sentence.tokens[one.first + 1].text in DASHES:
            pairs.append((one, other))
    used = {t.first for pair in pairs for t in pair}
    rest = [t for t in found if t.first not in used]
    if pairs and len(rest) == 2 and rest[1].first == rest[0].first + 2 and sentence.tokens[rest[0].first + 1].low in ("and", "with"):
        pairs.append((rest[0], rest[1]))
    return pairs


def gapped(sentence: Sentence, verb: int, reading: Reading) -> Iterator[Draft]:
    """Read ", B of Y since 2008" behind "A is a partner of X": pairs of their own."""
    for one, other in pairwise(t for t in towns(sentence, reading) if t.first > verb):
        before = sentence.tokens[one.first - 1]
        if (
            other.first == one.first + 2
            and sentence.tokens[one.first + 1].low in ("of", "with")
            and (before.text in (",", ";") or before.low == "and")
        ):
            yield draft(sentence, one, other, _modality(sentence, verb), other.first)


def _grouped(sentence: Sentence, found: list[Town], at: int) -> list[tuple[Town, Town]]:
    """Pairs joined by "and" and parted by semicolons or commas behind a colon."""
    colon = next((i for i, t in enumerate(sentence.tokens) if t.text == ":" and i > at), None)
    if colon is None and at <= 1 and sentence.tokens[at].low == "twinned":
        colon = at
    behind = [t for t in found if colon is not None and t.first > colon]
    if colon is None or len(behind) < 2 or len(behind) % 2:
        return []
    pairs = list(zip(behind[::2], behind[1::2], strict=True))
    joined = all(sentence.tokens[b.first - 1].low in ("and", "with") and b.first - a.first <= 3 for a, b in pairs)
    return pairs if joined and (len(pairs) > 1 or colon == at or any(t.low in ("pair", "following") for t in sentence.tokens[:colon])) else []


def _sided(sentence: Sentence, found: list[Town], at: int, reading: Reading) -> list[tuple[Town, Town]]:
    """The names before the twinning words with those behind them; the page's own place where one side names none."""
    left, right = [t for t in found if t.first < at], [t for t in found if t.first > at]
    links = ("between", "of") if sentence.tokens[at].low == "twinning" else ("between",)
    between = any(t.low in links for t in sentence.tokens[at : right[0].first]) if right else False
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
    if _in_passing(sentence, at, (one, other)):
        made.time = None
    return made
