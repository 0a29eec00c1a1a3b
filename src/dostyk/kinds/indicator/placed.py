"""Reads ranks given as places: "ranks third among", "took the fifth place", "put X in tenth place", "second after Y"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.indicator.measures import rank_of, singular, tables
from dostyk.kinds.indicator.ranked import SELF, made, number, partners_of, with_of
from dostyk.kinds.indicator.topics import place_of_topic
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention

OF_TOTAL = {
    "investor rank": ("investment", "foreign direct investment", "companies", "projects"),
    "trading partner rank": ("trade turnover", "exports", "imports"),
    "tourist source rank": ("tourist arrivals",),
}


def placed(sentence: Sentence, reading: Reading, taken: set[int]) -> Iterator[Draft]:
    """Read "ranks third among Spain's trading partners", "took the fifth place", "put Fiji in eighth place", "are second after China"."""
    lists = tables()
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        value = number(token.low)
        if value is None or token.span is not None and token.span.type is not SpanType.QUANTITY:
            continue
        clause = next((c for c in reversed(sentence.clauses) if c.verb < at <= c.verb + 8 and c.lemma in lists.ranking), None)
        after = [t.low for t in tokens[at + 1 : at + 4]]
        if clause is None or any(t in taken for t in range(at, at + 5)):
            continue
        placed = after[:1] in (["place"], ["position"], ["rank"], ["spot"])
        bare = after[:1] in (["among"], ["in"], ["after"], ["behind"], ["only"], ["of"], ["as"], ["for"]) and clause.lemma in (
            "rank",
            "be",
            "come",
            "stand",
            "remain",
            "place",
        )
        if not placed and not bare or not placed and clause.lemma == "be" and after[:1] not in (["after"], ["behind"], ["among"]):
            continue
        draft = _of_place(sentence, clause, at, value, reading)
        if draft is not None:
            yield draft


def _of_place(sentence: Sentence, clause: Clause, at: int, value: int, reading: Reading) -> Draft | None:
    group = next(
        (
            p
            for p in everything(sentence)
            if p.preposition in ("among", "in", "of", "as", "for", "by", "amongst") and at < p.first <= at + 4 and _group(sentence, p)
        ),
        None,
    )
    measure = _group(sentence, group) if group is not None else _implied(reading, sentence)
    if measure is None:
        return None
    holder = clause.patient if clause.lemma in ("put", "place", "position") and clause.patient is not None else clause.agent
    subjects = reading.mentions(holder, SELF) if holder is not None else []
    last = reading.memory.get("figure")
    if holder is None and last is not None and last.start == sentence.start and measure == "investor rank":
        subjects = [m for m in (*last.subjects, *last.partners) if not sentence.text.startswith(m.text)][-1:] or list(last.subjects)[:1]
    subjects = subjects or ([m for m in [place_of_topic(reading)] if m is not None] if holder is None else [])
    if not subjects:
        return None
    partners: list[Mention] = []
    if group is not None:
        partners = [m for m in (reading.countries(group) or partners_of(sentence, group, reading)) if m.id != subjects[0].id]
    end = group.end if group is not None else sentence.tokens[min(at + 2, len(sentence.tokens) - 1)].end
    start = holder.start if holder is not None and sentence.start <= holder.start < end else clause.start
    return made(
        sentence, reading, (measure, str(value), "exact"), (subjects, partners), (min(start, sentence.tokens[at].start), end), clause.modality
    )


def _group(sentence: Sentence, phrase: Phrase) -> str | None:
    """The rank that a group of the ranked gives ("among the trading partners of X")."""
    words = " ".join([*(t.low for t in phrase.modifiers), sentence.tokens[phrase.head].low])
    return rank_of(with_of(sentence, phrase, words)) if singular(sentence.tokens[phrase.head].low) != "country" else None


def _implied(reading: Reading, sentence: Sentence) -> str | None:
    """The rank by what was measured just before ("There are 30 Czech firms … We are second after Austria")."""
    recent: list[tuple[str, int]] = reading.memory.get("measures", [])
    near = {measure for measure, paragraph in recent[-4:] if paragraph == sentence.paragraph}
    return next((rank for rank, measures in OF_TOTAL.items() if near & set(measures)), None)
