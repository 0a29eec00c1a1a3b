"""Turns the words of an instrument into its title, its class, its years of validity and its sum."""

from __future__ import annotations

import re

from dostyk.kinds.agreement.heads import lists, singular, years
from dostyk.kinds.wording import without_article
from dostyk.languages.words import words
from dostyk.model.analysis import DateMark, Phrase, Sentence, SpanType, Token

PEOPLE = (SpanType.COUNTRY, SpanType.CITY, SpanType.REGION, SpanType.ORGANISATION)


def ended(sentence: Sentence, head: int, limit: int) -> int:
    """The index behind the last token of the title whose head stands at `head`; `limit` is where its cell or line ends."""
    verbs = {c.verb for c in sentence.clauses if c.form == "finite"}
    at = head + 1
    while at < limit and not _stops(sentence, at, limit, verbs):
        if _bracketed(sentence, at):
            at += 2
        at += 1
    while at > head + 1 and sentence.tokens[at - 1].low in lists()["links"]:
        at -= 1
    return at


def _stops(sentence: Sentence, at: int, limit: int, verbs: set[int]) -> bool:
    tokens = sentence.tokens
    token, after = tokens[at], tokens[at + 1] if at + 1 < limit else None
    if isinstance(token.span, DateMark):
        return not years(token.span)
    if (
        at in verbs
        or token.tag in ("MD", "VBZ", "VBD", "VBP")
        and token.low in lists()["auxiliary"]
        or token.low in lists()["ends"]
        or token.text in (";", ".", ":", "|", "\t", ")", "[", "—", "”")
    ):
        return True
    if token.text in ("(", "–", "-"):  # noqa: RUF001
        return not _bracketed(sentence, at) and not (
            token.text != "(" and after is not None and after.text[:1].isupper() and isinstance(tokens[at - 1].span, type(None))
        )
    if token.text == "," or token.low == "and":
        return _parted(sentence, at, limit, verbs)
    if after is None:
        return token.text in (",", "and")
    if token.low == "of" and year_like(after) or token.low == "in" and after.low in ("force", "effect"):
        return True
    if token.low in ("in", "on", "of", "to", "for") and isinstance(after.span, DateMark):
        return not years(after.span)
    if token.low == "in":
        built = tokens[at - 1].lemma in words().classes["project"] or tokens[at - 1].lemma in words().classes["institution"]
        return after.span is not None and after.span.type is SpanType.CITY and not built
    if token.low == "with":
        company = next((t for t in tokens[at + 1 : at + 4] if t.low not in ("the", "a", "an")), after)
        return (
            company.span is not None
            and (company.span.type in PEOPLE or company.span.type in (SpanType.PERSON, SpanType.OFFICE))
            or after.low in ("each", "one", "it", "his", "her", "their", "its")
        )
    if token.low == "between":
        return after.low in ("them", "both") or [t.low for t in tokens[at + 1 : at + 3]] in (
            ["the", "two"],
            ["the", "parties"],
            ["the", "sides"],
            ["our", "countries"],
            ["our", "two"],
        )
    return False


def year_like(token: Token) -> bool:
    """Whether a bare number may be a year that the grammar took for a count ("of 2000 forms …")."""
    return token.span is None and token.tag == "CD" and re.fullmatch(r"(?:19|20)\d\d", token.text) is not None


def _bracketed(sentence: Sentence, at: int) -> bool:
    """Whether an abbreviation in brackets starts here."""
    tokens = sentence.tokens
    return (
        tokens[at].text == "("
        and at + 2 < len(tokens)
        and tokens[at + 2].text == ")"
        and tokens[at + 1].text.isupper()
        and not isinstance(tokens[at + 1].span, DateMark)
    )


def _parted(sentence: Sentence, at: int, limit: int, verbs: set[int]) -> bool:
    """Whether a comma or "and" leads out of the title: to another instrument, a verb, a new thing with its article."""
    tokens = sentence.tokens
    following = tokens[at + 1 : min(limit, at + 7)]
    if not following:
        return True
    if tokens[at].text == ",":
        if isinstance(following[0].span, DateMark):
            return not years(following[0].span)
        if _series(tokens, at, limit):
            return False
        if following[0].low in lists()["leading"]:
            return following[0].low != "and" or _parted(sentence, at + 1, limit, verbs)
        place, body = following[0].span, tokens[at - 1].span
        if place is not None and place.type is SpanType.CITY and body is not None and body.type is SpanType.ORGANISATION:
            return False
        return (
            _names_instrument(following)
            or not any(t.low in ("and", "or", "&") for t in tokens[at + 1 : min(limit, at + 12)])
            or any(i in verbs for i in range(at + 1, min(limit, at + 8)))
        )
    return (
        at + 1 in verbs
        or following[0].low in ("a", "an", "another", "then", "will", "was", "is", "were", "are", "also", "it", "to")
        or _names_instrument(following[:5])
    )


def _series(tokens: list[Token], at: int, limit: int) -> bool:
    """Whether capitalised nouns follow a capitalised noun up to "and" and the last ("of Friendship|, Commerce, and Navigation")."""
    if not _noun(tokens[at - 1]):
        return False
    index = at
    while index + 1 < limit and tokens[index].text == ",":
        index += 1
        if tokens[index].low == "and":
            break
        if not _noun(tokens[index]):
            return False
        index += 1
    return index + 1 < limit and tokens[index].low == "and" and _noun(tokens[index + 1])


def _noun(token: Token) -> bool:
    """Whether a token is a capitalised common noun, as titles write them."""
    named = token.span is None or token.span.type is SpanType.NAME
    return named and token.text[:1].isupper() and token.tag.startswith("NN") and singular(token.low) not in words().classes["instrument"]


def _names_instrument(tokens: list[Token]) -> bool:
    """Whether an instrument's head comes before any preposition."""
    for token in tokens:
        if token.tag == "IN" or token.text in (",", ";", "|", "."):
            return False
        if singular(token.low) in words().classes["instrument"] and token.low not in ("plan", "plans", "acts", "act", "notes"):
            return True
    return False


def title(sentence: Sentence, phrase: Phrase, limit: int) -> tuple[str, int]:
    """The worded title of an instrument and the offset where it ends; a quoted name right behind belongs to it."""
    tokens = sentence.tokens
    first = phrase.first
    while first < phrase.head and (
        isinstance(tokens[first].span, DateMark)
        or tokens[first].tag in ("CD", "DT")
        or tokens[first].low in ("new", "signed", "first", "second", "bilateral", "corresponding", "own", "relevant", "respective")
    ):
        first += 1
    behind = ended(sentence, phrase.head, limit)
    for at in range(behind, min(behind + 3, limit)):
        span = tokens[at].span
        if (
            span is not None
            and span.type is SpanType.QUOTE
            and all(t.low in ("titled", "entitled", "called", "named", "“", "on", ",") for t in tokens[behind:at])
        ):
            behind = at + 1
            break
    end = tokens[behind - 1].end
    return without_article(sentence.text[tokens[first].start - sentence.start : end - sentence.start]).rstrip(" ,;"), end
