"""Reads lists of those who held a post: "Ambassadors of A in B: X (2001-2006), Y (since 2016)"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.office.drafts import draft_of
from dostyk.kinds.office.titles import title
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading


def list_head(sentence: Sentence) -> Phrase | None:
    """The post in the plural before a colon, where a sentence lists its holders."""
    colon = next((i for i, t in enumerate(sentence.tokens) if t.text == ":"), -1)
    return next((p for p in everything(sentence) if _plural(p) and p.head < colon), None)


def listed(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each name behind a post in the plural and a colon."""
    post = list_head(sentence)
    if post is None:
        return
    colon = next(i for i, t in enumerate(sentence.tokens) if t.text == ":")
    held = title(post, reading)
    position = held.position.removesuffix("s")
    for index, token in enumerate(sentence.tokens[colon + 1 :], colon + 1):
        if (
            token.span is None
            or token.span.type not in (SpanType.PERSON, SpanType.NAME)
            or sentence.tokens[index - 1].text not in (":", ",", "and", ";", ")")
        ):
            continue
        dates = [
            d
            for d in sentence.dates
            if d.edtf and "(" in (gap := sentence.text[token.end - sentence.start : d.start - sentence.start]) and ")" not in gap and len(gap) < 12
        ]
        if not dates and token.span.type is SpanType.NAME:
            continue
        draft = draft_of(
            held,
            reading.mentions(token.span, ("person",) if token.span.type is SpanType.PERSON else ("any",))[0],
            (post.start, token.end),
            "office.list",
            0.85,
        )
        draft.attributes["position"] = position
        draft.time = None
        if dates:
            draft.time = f"{dates[0].edtf}/.." if dates[0].relation == "since" else dates[0].edtf
            draft.end = dates[0].end
        yield draft


def _plural(phrase: Phrase) -> bool:
    """Whether a phrase is a post in the plural."""
    return phrase.office is phrase and phrase.lemma.endswith("s") and not phrase.lemma.endswith("ss")
