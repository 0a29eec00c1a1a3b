"""Turns the words of an instrument into its title, its class, its years of validity and its sum."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from dostyk.kinds.wording import without_article, wordlists
from dostyk.languages.words import words
from dostyk.model.analysis import DateMark, Phrase, Sentence, SpanType, Token

FIXED = {
    "mou": "memorandum",
    "mous": "memorandum",
    "memoranda": "memorandum",
    "program": "programme",
    "communique": "communiqué",
    "moa": "memorandum",
}
WORTH = {"worth", "totalling", "totaling", "valued", "amounting", "for", "total", "value", "of"}
LINKS = {
    "on",
    "for",
    "of",
    "in",
    "between",
    "regarding",
    "concerning",
    "about",
    "to",
    "with",
    "and",
    "at",
    "by",
    "the",
    "a",
    "an",
    ",",
    "from",
    "&",
    "–",
    "-",
}  # noqa: RUF001
AUXILIARY = {
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "would",
    "shall",
    "should",
    "may",
    "can",
    "could",
    "must",
    "might",
    "does",
    "did",
    "do",
}
PEOPLE = (SpanType.COUNTRY, SpanType.CITY, SpanType.REGION, SpanType.ORGANISATION)


def lists() -> Mapping[str, frozenset[str]]:
    """The word lists of this kind."""
    return wordlists("agreement")


@cache
def table(name: str) -> Mapping[str, str]:
    """A table of this kind's file: what a verb or noun does with an instrument."""
    data = tomllib.loads(resources.files("dostyk.kinds.agreement").joinpath("en.toml").read_text("utf-8"))
    return dict(data[name])


def singular(lemma: str) -> str:
    """A head without the plural's "s"."""
    return lemma if lemma in ("consensus", "terms") else lemma.rstrip("s")


def instrument(phrase: Phrase) -> bool:
    """Whether a phrase names an instrument."""
    if phrase.office is not None or phrase.person is not None:
        return False
    if phrase.lemma == "understanding" and phrase.preposition == "of":
        return False
    if phrase.lemma in ("letter", "exchange"):
        return any(
            c.preposition == "of" and singular(c.lemma) in ("intent", "note", "letter", "intention", "understanding") for c in phrase.complements
        )
    if phrase.lemma in ("minute", "minutes"):
        return phrase.quantity is None and bool(phrase.complements or phrase.determiner)
    return head_word(phrase) in words().classes["instrument"]


def head_word(phrase: Phrase) -> str:
    """The head that tells the class, inside a name too ("Cultural Exchange Programme")."""
    lemma = singular(phrase.lemma)
    if lemma not in words().classes["instrument"] and phrase.span is not None and phrase.span.type in (SpanType.NAME, SpanType.ORGANISATION):
        return singular(phrase.span.text.split()[-1].lower())
    return phrase.lemma if phrase.lemma in words().classes["instrument"] else lemma


def strong(phrase: Phrase) -> bool:
    """Whether its head is an instrument in any company."""
    return singular(head_word(phrase)) in lists()["strong"]


def titled(phrase: Phrase) -> bool:
    """Whether it is written as a title, with a capital."""
    return without_article(phrase.text)[:1].isupper()


def ended(sentence: Sentence, head: int, limit: int) -> int:
    """The index behind the last token of the title whose head stands at `head`; `limit` is where its cell or line ends."""
    verbs = {c.verb for c in sentence.clauses if c.form == "finite"}
    at = head + 1
    while at < limit and not _stops(sentence, at, limit, verbs):
        if _bracketed(sentence, at):
            at += 2
        at += 1
    while at > head + 1 and sentence.tokens[at - 1].low in LINKS:
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
        and token.low in AUXILIARY
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
        if following[0].low in (
            "a",
            "an",
            "as",
            "in",
            "with",
            "the",
            "and",
            "both",
            "which",
            "where",
            "on",
            "at",
            "for",
            "but",
            "while",
            "who",
            "also",
            "its",
            "his",
            "her",
            "along",
        ):
            return following[0].low != "and" or _parted(sentence, at + 1, limit, verbs)
        if (
            following[0].span is not None
            and following[0].span.type is SpanType.CITY
            and tokens[at - 1].span is not None
            and tokens[at - 1].span.type is SpanType.ORGANISATION
        ):  # type: ignore[union-attr]
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


def _names_instrument(tokens: list[Token]) -> bool:
    """Whether an instrument's head comes before any preposition."""
    for token in tokens:
        if token.tag == "IN" or token.text in (",", ";", "|", "."):
            return False
        if singular(token.low) in words().classes["instrument"] and token.low not in ("plan", "plans", "acts", "act", "notes"):
            return True
    return False


def years(date: DateMark) -> bool:
    """Whether a date is a run of whole years, as titles have them."""
    return date.edtf is not None and "/" in date.edtf and all(len(part) == 4 for part in date.edtf.split("/"))


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


def class_of(phrase: Phrase) -> str:
    """The class of instrument: memorandum, joint declaration, treaty, package of documents …"""
    lemma = singular(head_word(phrase))
    lemma = FIXED.get(lemma, FIXED.get(phrase.lemma, lemma))
    before = [t.low for t in phrase.modifiers]
    if lemma in ("declaration", "statement", "communiqué") and "joint" in before:
        return f"joint {lemma}"
    if lemma == "plan" and "action" in before:
        return "action plan"
    if before[-2:] in (["free", "trade"], ["free-trade"]) or before[-1:] == ["free-trade"]:
        return f"free trade {lemma}"
    if lemma in ("package", "letter", "exchange"):
        inner = next((c.lemma for c in phrase.complements if c.preposition == "of"), "")
        return f"{lemma} of {inner if inner.endswith('s') or lemma == 'letter' else inner + 's'}" if inner else lemma
    return lemma


def valid_years(sentence: Sentence, phrase: Phrase, end: int) -> DateMark | None:
    """The years for which an instrument holds: in its title or right behind it."""
    return next(
        (d for d in sentence.dates if years(d) and (phrase.start <= d.start < end or 0 <= d.lead - end <= 3 or 0 <= d.start - end <= 6)), None
    )


def value_of(sentence: Sentence, phrase: Phrase, end: int) -> dict[str, str]:
    """The sum of an instrument: inside its title or right behind it ("worth …", "for …")."""
    for quantity in sentence.quantities:
        gap = sentence.text[end - sentence.start : quantity.start - sentence.start].lower().split()
        inside = phrase.start <= quantity.start < end
        if quantity.unit.isupper() and len(quantity.unit) == 3 and (inside or (0 <= quantity.start - end <= 24 and WORTH & set(gap))):
            return {"value": quantity.value, "unit": quantity.unit, **({"bound": quantity.bound} if quantity.bound != "exact" else {})}
    return {}
